/*
 * password.h - passwords that are tried first.
 *
 * A password is common when, with the words everybody uses taken out (and those
 * of the house, and rows of digits), fewer than PASSWORD_LEFT_LEAST characters
 * are left: iloveyou1234, woaini1314520, P@ssw0rd2026, the name of the city and
 * a year.  A few unrelated words are none.  What a dictionary knows besides,
 * base/dictionary.h is asked.
 *
 * Pure.
 */
#ifndef RULES_PASSWORD_H
#define RULES_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>

enum { PASSWORD_LEFT_LEAST = 6 };

/* house: words with blanks between, of letters and digits; those below four letters are passed over. */
bool password_common(const char *password, const char *house);
/* Where its middle begins and how long that is, once digits and marks at both ends are off. */
const char *password_core(const char *password, size_t *bytes);

#endif
