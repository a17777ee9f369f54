/* identity.c - see identity.h. */
#include <string.h>

#include "rules/check.h"
#include "rules/digits.h"
#include "rules/identity.h"
#include "rules/letter.h"

enum {
	ORGAN_LENGTH = 9,
	MOBILE_LENGTH = 11,
	FIFTEEN_LENGTH = 15,
	EIGHTEEN_LENGTH = 18,
	OLDEST_YEAR = 1850
};

static const char *const reason_names[] = { IDENTITY_REASONS(NAMES_TEXT) };
static const char *const verdict_names[] = { CREDIT_VERDICTS(NAMES_TEXT) };

static bool
capital(char c)
{
	return c >= 'A' && c <= 'Z';
}

static size_t
digits_at(const char *text)
{
	size_t n = 0;

	while (digit(text[n]))
		n++;
	return n;
}

bool
identity_tidy(const char *text, char *tidy, size_t room)
{
	size_t used = 0, length;

	if (room == 0)
		return false;
	for (text = text == NULL ? "" : text; *text != '\0'; text += length) {
		uint32_t c = letter_narrow(letter_read(text, &length));

		if (c == ' ' || c == '-')
			continue;
		if (c >= 'a' && c <= 'z')
			c -= 'a' - 'A';
		/* Whatever else is not ascii stays, for the check to refuse. */
		if (used + (c < 0x80 ? 1 : length) >= room) {
			tidy[0] = '\0';
			return false;
		}
		if (c < 0x80) {
			tidy[used++] = (char)c;
		} else {
			memcpy(tidy + used, text, length);
			used += length;
		}
	}
	tidy[used] = '\0';
	return true;
}

/* GB/T 2260; 81 to 83 are residents from Hong Kong, Macao and Taiwan. */
static bool
province_known(const char *number)
{
	static const char provinces[] =
	    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 "
	    "50 51 52 53 54 61 62 63 64 65 71 81 82 83 ";
	const char *at;

	if (number[0] == '9')
		return true;
	for (at = provinces; *at != '\0'; at += 3)
		if (memcmp(at, number, 2) == 0)
			return true;
	return false;
}

static struct day
born_on(const char *number)
{
	int year, month, day;

	if (!digits_read(number + 6, 4, &year) || !digits_read(number + 10, 2, &month) ||
	    !digits_read(number + 12, 2, &day) || year < OLDEST_YEAR)
		return DAY_NONE;
	return day_make(year, month, day);
}

enum identity_reason
citizen_check(const char *number, struct day today)
{
	size_t length = number == NULL ? 0 : strlen(number);
	size_t digits = length == 0 ? 0 : digits_at(number);
	struct day born;

	if (length == 0)
		return IDENTITY_EMPTY;
	if (length == FIFTEEN_LENGTH && digits == length)
		return IDENTITY_FIFTEEN;
	if (length != EIGHTEEN_LENGTH)
		return IDENTITY_LENGTH;
	if (digits < length && !(digits == length - 1 && number[digits] == 'X'))
		return IDENTITY_CHARACTER;
	if (!province_known(number))
		return IDENTITY_DIVISION;
	born = born_on(number);
	if (!day_known(born))
		return IDENTITY_BIRTH;
	if (day_known(today) && day_before(today, born))
		return IDENTITY_FUTURE;
	return number[length - 1] == check_citizen(number) ? IDENTITY_OK : IDENTITY_CHECK;
}

bool
citizen_read(const char *number, struct citizen *c)
{
	if (citizen_check(number, DAY_NONE) != IDENTITY_OK)
		return false;
	memcpy(c->division, number, 6);
	c->division[6] = '\0';
	c->born = born_on(number);
	c->female = (number[16] - '0') % 2 == 0;
	return true;
}

/* Who registers, and what is registered: the first two characters of GB 32100. */
static bool
class_known(const char *code)
{
	static const char classes[] =
	    "11 12 13 19 21 29 31 32 33 34 35 39 41 49 51 52 53 54 55 59 61 62 69 "
	    "71 72 79 81 89 91 92 93 A1 A9 N1 N2 N3 N9 Y1 ";

	for (const char *at = classes; *at != '\0'; at += 3)
		if (memcmp(at, code, 2) == 0)
			return true;
	return false;
}

static enum identity_reason
credit_reason(const char *code)
{
	size_t length = code == NULL ? 0 : strlen(code);
	char check;

	if (length == 0)
		return IDENTITY_EMPTY;
	if (length != EIGHTEEN_LENGTH)
		return IDENTITY_LENGTH;
	for (size_t i = 0; i < length; i++)
		if (!digit(code[i]) && !capital(code[i]))
			return IDENTITY_CHARACTER;
	if (memcmp(code, "TE", 2) == 0)
		return IDENTITY_INTERIM;
	check = check_credit(code);
	if (check == '\0' || !digit(code[2]) || digits_at(code + 2) < 6)
		return IDENTITY_CHARACTER;
	if (check != code[length - 1])
		return IDENTITY_CHECK;
	return class_known(code) ? IDENTITY_OK : IDENTITY_CLASS;
}

enum credit_verdict
credit_check(const char *code, enum identity_reason *why)
{
	enum identity_reason reason = credit_reason(code);

	if (why != NULL)
		*why = reason;
	switch (reason) {
	case IDENTITY_OK:
		return CREDIT_VALID;
	case IDENTITY_INTERIM:
	case IDENTITY_CHECK:
	case IDENTITY_CLASS:
		return CREDIT_MARKED;
	default:
		return CREDIT_INVALID;
	}
}

bool
citizen_like(const char *number)
{
	size_t digits = strspn(number, "0123456789");

	return strlen(number) == EIGHTEEN_LENGTH && (digits == EIGHTEEN_LENGTH ||
	    (digits == EIGHTEEN_LENGTH - 1 && number[digits] == 'X'));
}

bool
login_of_house(const char *login)
{
	return (*login >= 'a' && *login <= 'z') || (*login >= 'A' && *login <= 'Z');
}

bool
identity_public(const char *number)
{
	return credit_check(number, NULL) != CREDIT_INVALID && !citizen_like(number);
}

enum identity_reason
organ_code_check(const char *code)
{
	size_t length = code == NULL ? 0 : strlen(code);
	char check;

	if (length == 0)
		return IDENTITY_EMPTY;
	if (length != ORGAN_LENGTH)
		return IDENTITY_LENGTH;
	check = check_organ(code);
	if (check == '\0' || (!digit(code[8]) && code[8] != 'X'))
		return IDENTITY_CHARACTER;
	return code[8] == check ? IDENTITY_OK : IDENTITY_CHECK;
}

/* Digits only, and so many of them. */
static enum identity_reason
all_digits(const char *text, size_t length)
{
	if (text == NULL || text[0] == '\0')
		return IDENTITY_EMPTY;
	if (text[digits_at(text)] != '\0')
		return IDENTITY_CHARACTER;
	return strlen(text) == length ? IDENTITY_OK : IDENTITY_LENGTH;
}

enum identity_reason
mobile_check(const char *number)
{
	enum identity_reason why = all_digits(number, MOBILE_LENGTH);

	if (why != IDENTITY_OK)
		return why;
	return number[0] == '1' && number[1] >= '3' ? IDENTITY_OK : IDENTITY_PREFIX;
}

bool
mobile_tidy(const char *typed, char tidy[static 12])
{
	char room[32];
	const char *at = room;

	tidy[0] = '\0';
	if (!identity_tidy(typed, room, sizeof(room)))
		return false;
	if (strncmp(at, "+86", 3) == 0)
		at += 3;
	else if (strncmp(at, "0086", 4) == 0)
		at += 4;
	if (mobile_check(at) != IDENTITY_OK)
		return false;
	memcpy(tidy, at, MOBILE_LENGTH + 1);
	return true;
}

/* A line without its extension: digits only. */
static enum identity_reason
line_check(const char *digits, size_t length)
{
	if (digits[0] == '0')		/* 010-12345678, 0826-1234567 */
		return length >= 10 && length <= 12 ? IDENTITY_OK : IDENTITY_LENGTH;
	if (length == MOBILE_LENGTH)
		return digits[0] == '1' && digits[1] >= '3' ? IDENTITY_OK : IDENTITY_PREFIX;
	if (length == 10)
		return memcmp(digits, "400", 3) == 0 || memcmp(digits, "800", 3) == 0
		    ? IDENTITY_OK : IDENTITY_PREFIX;
	if (length == 7 || length == 8)
		return digits[0] >= '2' || memcmp(digits, "12", 2) == 0
		    ? IDENTITY_OK : IDENTITY_PREFIX;
	if (length >= 3 && length <= 6)	/* 110, 12345, 95598 */
		return digits[0] == '1' || digits[0] == '9' ? IDENTITY_OK : IDENTITY_PREFIX;
	return IDENTITY_LENGTH;
}

/* Whether what stands before a hyphen is a whole line, and an extension follows. */
static bool
line_whole(const char *digits, size_t used)
{
	return used >= 10 || (used >= 7 && digits[0] != '0');
}

enum identity_reason
phone_check(const char *number)
{
	char digits[16];
	size_t used = 0, extension = 0;
	bool extending = false;

	if (number == NULL || number[0] == '\0')
		return IDENTITY_EMPTY;
	if (strncmp(number, "+86", 3) == 0)
		number += 3;
	for (; *number != '\0'; number++) {
		if (*number == '-')
			extending = extending || line_whole(digits, used);
		if (*number == '-' || *number == ' ' || *number == '(' || *number == ')')
			continue;
		if (!digit(*number))
			return IDENTITY_CHARACTER;
		if (extending ? ++extension > 6 : used == sizeof(digits) - 1)
			return IDENTITY_LENGTH;
		if (!extending)
			digits[used++] = *number;
	}
	digits[used] = '\0';
	return line_check(digits, used);
}

enum identity_reason
postcode_check(const char *code)
{
	enum identity_reason why = all_digits(code, 6);

	if (why != IDENTITY_OK)
		return why;
	return memcmp(code, "000", 3) == 0 ? IDENTITY_PREFIX : IDENTITY_OK;
}

static bool
letter_or_digit(char c)
{
	return digit(c) || capital(c) || (c >= 'a' && c <= 'z');
}

/* Labels of letters, digits and inner hyphens, at least two of them. */
static bool
domain_sound(const char *domain)
{
	size_t points = 0;

	for (const char *at = domain; *at != '\0'; at++) {
		bool edge = at == domain || at[-1] == '.' || at[1] == '.' || at[1] == '\0';

		if (*at == '.' && !edge)
			points++;
		else if (!letter_or_digit(*at) && !(*at == '-' && !edge))
			return false;
	}
	return points > 0;
}

enum identity_reason
email_check(const char *address)
{
	const char *sign;

	if (address == NULL || address[0] == '\0')
		return IDENTITY_EMPTY;
	sign = strchr(address, '@');
	if (sign == NULL || sign == address || !domain_sound(sign + 1))
		return IDENTITY_CHARACTER;
	if (sign - address > 64 || strlen(address) > 254)
		return IDENTITY_LENGTH;
	for (const char *at = address; at < sign; at++) {
		if (*at == '.' && (at == address || at[1] == '.' || at[1] == '@'))
			return IDENTITY_CHARACTER;
		if (*at != '.' && !letter_or_digit(*at) && strchr("!#$%&'*+-/=?^_`{|}~", *at) == NULL)
			return IDENTITY_CHARACTER;
	}
	return IDENTITY_OK;
}

const char *
identity_reason_name(enum identity_reason reason)
{
	return names_at(reason_names, IDENTITY_REASON_COUNT, (int)reason);
}

const char *
credit_verdict_name(enum credit_verdict verdict)
{
	return names_at(verdict_names, CREDIT_VERDICT_COUNT, (int)verdict);
}
