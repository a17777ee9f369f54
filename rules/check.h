/*
 * check.h - check characters of the numbering standards.
 *
 * Each takes ascii text of a given length and returns the check character, or
 * 0 where a character does not belong to the standard's alphabet.
 */
#ifndef RULES_CHECK_H
#define RULES_CHECK_H

#include <stdbool.h>
#include <stddef.h>

char check_mod_37_36(const char *text, size_t length);	/* ISO 7064 hybrid; 0-9 A-Z */
char check_citizen(const char *text);			/* GB 11643: over 17 digits; 0-9 X */
char check_credit(const char *text);			/* GB 32100: over 17 characters */
char check_organ(const char *text);			/* GB 11714: over 8 characters; 0-9 X */

/* A letter over a row of at most 22 digits; see number.h for what it catches. */
char check_letter(const char *text, size_t length);

#endif
