/*
 * digits.h - decimal digits of fixed width, written and read in ascii.
 *
 * No sign, no locale, no end of string: digits_put returns where it stopped,
 * digits_read says whether all "width" characters were digits (width ≤ 9).
 */
#ifndef RULES_DIGITS_H
#define RULES_DIGITS_H

#include <stdbool.h>

static inline bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline char *
digits_put(char *at, int value, int width)
{
	for (int i = width - 1; i >= 0; i--) {
		at[i] = (char)('0' + value % 10);
		value /= 10;
	}
	return at + width;
}

static inline bool
digits_read(const char *text, int width, int *value)
{
	*value = 0;
	for (int i = 0; i < width; i++) {
		if (!digit(text[i]))
			return false;
		*value = *value * 10 + (text[i] - '0');
	}
	return true;
}

#endif
