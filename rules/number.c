/* number.c - see number.h. */
#include <string.h>

#include "rules/check.h"
#include "rules/code.h"
#include "rules/digits.h"
#include "rules/identity.h"
#include "rules/number.h"

enum {
	CASE_DIGITS = CASE_NUMBER_TEXT - 2,	/* before the letter */
	ITEM_LENGTH = 31,
	FIRST_YEAR = 1000,	/* four digits */
	QUERY_LETTERS = QUERY_CODE_TEXT - 1,
	CENTURY = 2000
};

bool
case_number_print(const struct case_number *n, char text[static CASE_NUMBER_TEXT])
{
	struct civil c = day_civil(n->filed_on);
	char *at = text;

	text[0] = '\0';
	if (strlen(n->division) != 6 || division_level(n->division) <= DIVISION_NATION ||
	    c.year < CENTURY || c.year >= CENTURY + 100 ||
	    n->serial < 1 || n->serial > CASE_SERIAL_MOST)
		return false;
	memcpy(at, n->division, 6);
	at = digits_put(at + 6, c.year - CENTURY, 2);
	at = digits_put(at, c.month, 2);
	at = digits_put(at, c.day, 2);
	at = digits_put(at, n->serial, 6);
	*at++ = check_letter(text, CASE_DIGITS);
	*at = '\0';
	return true;
}

bool
case_number_tidy(const char *typed, char text[static CASE_NUMBER_TEXT])
{
	char tidy[64];
	int year, month, day, serial;

	text[0] = '\0';
	if (!identity_tidy(typed, tidy, sizeof(tidy)) || strlen(tidy) != CASE_NUMBER_TEXT - 1 ||
	    tidy[CASE_DIGITS] != check_letter(tidy, CASE_DIGITS) ||
	    !digits_read(tidy + 6, 2, &year) || !digits_read(tidy + 8, 2, &month) ||
	    !digits_read(tidy + 10, 2, &day) || !digits_read(tidy + 12, 6, &serial) ||
	    !day_known(day_make(CENTURY + year, month, day)) || serial < 1)
		return false;
	memcpy(text, tidy, CASE_NUMBER_TEXT);
	return true;
}

bool
case_number_parse(const char *text, struct case_number *n)
{
	char tidy[CASE_NUMBER_TEXT];
	int year, month, day;

	if (!case_number_tidy(text, tidy))
		return false;
	memcpy(n->division, tidy, 6);
	n->division[6] = '\0';
	digits_read(tidy + 6, 2, &year);
	digits_read(tidy + 8, 2, &month);
	digits_read(tidy + 10, 2, &day);
	digits_read(tidy + 12, 6, &n->serial);
	n->filed_on = day_make(CENTURY + year, month, day);
	return division_level(n->division) > DIVISION_NATION;
}

bool
case_number_show(const char *text, char shown[static CASE_NUMBER_SHOWN])
{
	char tidy[CASE_NUMBER_TEXT];
	char *at = shown;

	shown[0] = '\0';
	if (!case_number_tidy(text, tidy))
		return false;
	for (int i = 0; i < CASE_NUMBER_TEXT; i++) {
		if (i == 6 || i == 12 || i == CASE_DIGITS)
			*at++ = '-';
		*at++ = tidy[i];
	}
	return true;
}

bool
exchange_number_print(const struct exchange_number *n, char text[static EXCHANGE_NUMBER_TEXT])
{
	struct civil c = day_civil(n->filed_on);
	char *at = text;

	text[0] = '\0';
	if (item_form(n->item) != ITEM_IMPLEMENTING || c.year < FIRST_YEAR ||
	    n->serial < 1 || n->serial > EXCHANGE_SERIAL_MOST)
		return false;
	memcpy(at, n->item, ITEM_LENGTH);
	at = digits_put(at + ITEM_LENGTH, c.year, 4);
	at = digits_put(at, c.month, 2);
	at = digits_put(at, c.day, 2);
	*digits_put(at, n->serial, 4) = '\0';
	return true;
}

bool
exchange_number_parse(const char *text, struct exchange_number *n)
{
	char tidy[64];
	int year, month, day;

	if (!identity_tidy(text, tidy, sizeof(tidy)) || strlen(tidy) != EXCHANGE_NUMBER_TEXT - 1 ||
	    !digits_read(tidy + 31, 4, &year) || !digits_read(tidy + 35, 2, &month) ||
	    !digits_read(tidy + 37, 2, &day) || !digits_read(tidy + 39, 4, &n->serial) || year < FIRST_YEAR)
		return false;
	memcpy(n->item, tidy, ITEM_LENGTH);
	n->item[ITEM_LENGTH] = '\0';
	n->filed_on = day_make(year, month, day);
	return item_form(n->item) == ITEM_IMPLEMENTING && day_known(n->filed_on) && n->serial > 0;
}

/* Crockford's base 32: no I, L, O, U. */
static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

char *
query_code_print(uint64_t bits, char text[static QUERY_CODE_TEXT])
{
	for (int i = QUERY_LETTERS - 1; i >= 0; i--) {
		text[i] = crockford[bits & 31];
		bits >>= 5;
	}
	text[QUERY_LETTERS] = '\0';
	return text;
}

char *
query_code_show(uint64_t bits, char shown[static QUERY_CODE_SHOWN])
{
	char text[QUERY_CODE_TEXT];

	query_code_print(bits, text);
	memcpy(shown, text, 4);
	shown[4] = '-';
	memcpy(shown + 5, text + 4, QUERY_CODE_TEXT - 4);
	return shown;
}

bool
query_code_parse(const char *typed, uint64_t *bits)
{
	char tidy[32];

	*bits = 0;
	if (!identity_tidy(typed, tidy, sizeof(tidy)) || strlen(tidy) != QUERY_LETTERS)
		return false;
	for (const char *at = tidy; *at != '\0'; at++) {
		char c = *at == 'I' || *at == 'L' ? '1' : *at == 'O' ? '0' : *at;
		const char *found = strchr(crockford, c);

		if (found == NULL)
			return false;
		*bits = *bits << 5 | (uint64_t)(found - crockford);
	}
	return true;
}

bool
query_code_tidy(const char *typed, char text[static QUERY_CODE_TEXT])
{
	uint64_t bits;

	text[0] = '\0';
	if (!query_code_parse(typed, &bits))
		return false;
	query_code_print(bits, text);
	return true;
}
