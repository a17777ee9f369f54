/* check.c - see check.h. */
#include <string.h>

#include "rules/check.h"
#include "rules/digits.h"

/* The place of a character in an alphabet, or -1; the end of the string is in none. */
static int
place(const char *alphabet, char c)
{
	const char *at = c == '\0' ? NULL : strchr(alphabet, c);

	return at == NULL ? -1 : (int)(at - alphabet);
}

char
check_mod_37_36(const char *text, size_t length)
{
	static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	int carry = 36;

	for (size_t i = 0; i < length; i++) {
		int value = place(alphabet, text[i]);

		if (value < 0)
			return '\0';
		carry = (carry + value) % 36;
		carry = (carry == 0 ? 36 : carry) * 2 % 37;
	}
	return alphabet[(37 - carry) % 36];
}

char
check_citizen(const char *text)
{
	static const int weights[] = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;

	for (int i = 0; i < 17; i++) {
		if (!digit(text[i]))
			return '\0';
		sum += (text[i] - '0') * weights[i];
	}
	return "10X98765432"[sum % 11];
}

char
check_credit(const char *text)
{
	static const char alphabet[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
	int sum = 0, weight = 1;

	for (int i = 0; i < 17; i++) {
		int value = place(alphabet, text[i]);

		if (value < 0)
			return '\0';
		sum += value * weight;
		weight = weight * 3 % 31;
	}
	return alphabet[(31 - sum % 31) % 31];
}

char
check_organ(const char *text)
{
	static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	static const int weights[] = { 3, 7, 9, 10, 5, 8, 4, 2 };
	int sum = 0;

	for (int i = 0; i < 8; i++) {
		int value = place(alphabet, text[i]);

		if (value < 0)
			return '\0';
		sum += value * weights[i];
	}
	return "0123456789X"[(11 - sum % 11) % 11];
}

/*
 * The powers of 5 modulo 23 differ for 22 places and none is zero; two digits
 * differ by less than 23.  So one wrong digit, or any two exchanged, always
 * change the sum.
 */
char
check_letter(const char *text, size_t length)
{
	int sum = 0, weight = 5;

	if (length > 22)
		return '\0';
	for (size_t i = 0; i < length; i++) {
		if (!digit(text[i]))
			return '\0';
		sum += (text[i] - '0') * weight;
		weight = weight * 5 % 23;
	}
	return "ABCDEFGHJKLMNPQRSTUVWXY"[sum % 23];
}
