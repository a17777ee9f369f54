/*
 * letter.h - one character of UTF-8 at a time, for the rules that read Chinese.
 *
 * Overlong forms, surrogates and what lies above U+10FFFF are not characters.
 * The edge refuses them long before; here they only must do no harm.
 */
#ifndef RULES_LETTER_H
#define RULES_LETTER_H

#include <stddef.h>
#include <stdint.h>

/*
 * The character at text and its length in bytes; at the end of the string 0 and
 * length 0.  A byte that begins no character gives LETTER_BROKEN and length 1.
 */
#define LETTER_BROKEN	UINT32_MAX
uint32_t letter_read(const char *text, size_t *length);

/* A full-width form as its ascii counterpart, any blank as a space; others as they are. */
uint32_t letter_narrow(uint32_t c);

#endif
