/* fee.c - see fee.h. */
#include "rules/fee.h"

#include "rules/digits.h"
#include "rules/letter.h"

#include <stdio.h>
#include <string.h>

static const char *const bill_state_names[] = { BILL_STATES(NAMES_TEXT) };
static const char *const payment_fault_names[] = { PAYMENT_FAULTS(NAMES_TEXT) };

/* ---- money ---- */

/* Digits, commas between groups of three, at most two decimals: moves *at behind it. */
static bool
amount_read(const char **at, fen *amount)
{
	const char *s = *at;
	fen whole = 0;
	int since_comma = -1, decimals = 0;

	if (!digit(*s))
		return false;
	for (; digit(*s) || (*s == ',' && digit(s[1])); s++) {
		if (*s == ',') {
			if (since_comma >= 0 && since_comma != 3)
				return false;
			since_comma = 0;
			continue;
		}
		since_comma += since_comma >= 0;
		whole = whole * 10 + (*s - '0');
		if (whole > FEE_MOST)
			return false;
	}
	if (since_comma >= 0 && since_comma != 3)
		return false;
	whole *= 100;
	if (*s == '.' && digit(s[1]))
		for (s++; digit(*s); s++) {
			if (decimals++ == 2)
				return false;
			whole += (*s - '0') * (decimals == 1 ? 10 : 1);
		}
	*at = s;
	*amount = whole;
	return whole <= FEE_MOST;
}

static const char *
after(const char *s, const char *word)
{
	size_t n = strlen(word);

	return strncmp(s, word, n) == 0 ? s + n : s;
}

static const char *
blanks(const char *s)
{
	return s + strspn(s, " \t");
}

bool
fee_parse(const char *yuan, fen *amount)
{
	const char *at = blanks(yuan);
	fen read;

	at = blanks(after(after(at, "￥"), "¥"));
	if (!amount_read(&at, &read) || *blanks(after(blanks(at), "元")) != '\0')
		return false;
	*amount = read;
	return true;
}

char *
fee_print(fen amount, char text[static FEE_TEXT])
{
	unsigned long long n = amount < 0 ? -(unsigned long long)amount : (unsigned long long)amount;

	snprintf(text, FEE_TEXT, "%s%llu.%02llu", amount < 0 ? "-" : "", n / 100, n % 100);
	return text;
}

char *
fee_show(fen amount, char text[static FEE_TEXT])
{
	char plain[FEE_TEXT];
	size_t digits, n = 0;

	/* Beyond any sum of this house: without commas, so that it always fits. */
	if (amount < 0 || amount > FEE_MOST * 1000)
		return fee_print(amount, text);
	digits = strlen(fee_print(amount, plain)) - 3;
	for (size_t i = 0; plain[i] != '\0'; i++) {
		if (i > 0 && i < digits && (digits - i) % 3 == 0)
			text[n++] = ',';
		text[n++] = plain[i];
	}
	text[n] = '\0';
	return text;
}

bool
fee_total(fen price, long long quantity, fen *total)
{
	if (price <= 0 || quantity <= 0 || quantity > FEE_QUANTITY_MOST || price > FEE_MOST / quantity)
		return false;
	*total = price * quantity;
	return true;
}

bool
fee_standard_names(const char *standard, fen price)
{
	for (const char *s = standard; *s != '\0';) {
		const char *at = s, *unit;
		fen named;

		if (!amount_read(&at, &named)) {
			s++;
			continue;
		}
		unit = blanks(at);
		if (after(unit, "万元") != unit)
			named = named > FEE_MOST / 10000 ? FEE_MOST + 1 : named * 10000;
		else if (after(unit, "元") == unit)
			named = -1;
		if (named == price)
			return true;
		s = at;
	}
	return false;
}

/* ---- bills ---- */

const char *
bill_state_name(enum bill_state state)
{
	return names_at(bill_state_names, BILL_STATE_COUNT, (int)state);
}

bool
bill_state_named(const char *name, enum bill_state *state)
{
	int found = names_find(bill_state_names, BILL_STATE_COUNT, name);

	if (found >= 0)
		*state = (enum bill_state)found;
	return found >= 0;
}

enum refusal
fee_refuses(const struct fee_listed *fee)
{
	return fee->found && fee->charged ? REFUSED_NOT : REFUSED_FEE;
}

bool
fee_may_reduce(const struct fee_listed *fee, fen was, fen becomes)
{
	return fee->found && fee->reducible && becomes >= 0 && becomes < was;
}

bool
fee_holds(enum event event)
{
	return event == EVENT_CLOSE || event == EVENT_SEND || event == EVENT_DELIVER;
}

/* ---- slips ---- */

static const char alphabet[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

static int
letter_value(char c)
{
	const char *at = c == '\0' ? NULL : strchr(alphabet, c);

	return at == NULL ? -1 : (int)(at - alphabet);
}

/* ISO 7064 MOD 37,36 over n letters, each of the alphabet. */
static char
check_letter(const char *text, size_t n)
{
	int product = 36;

	for (size_t i = 0; i < n; i++) {
		int sum = (product + letter_value(text[i])) % 36;

		product = (sum == 0 ? 36 : sum) * 2 % 37;
	}
	return alphabet[(37 - product) % 36];
}

enum { CREDIT_LETTERS = 18, OWN_FROM = 8, OWN_LETTERS = 9, SLIP_LEAST = 4 + 6 + 1 };

bool
slip_print(const char *organ_code, int year, long long serial, char text[static SLIP_TEXT])
{
	bool credit = strlen(organ_code) == CREDIT_LETTERS;
	size_t n = 0;
	int bytes;

	text[0] = '\0';
	bytes = snprintf(text, SLIP_TEXT - 1, "%.*s%04d%06lld", credit ? OWN_LETTERS : CREDIT_LETTERS,
	    credit ? organ_code + OWN_FROM : organ_code, year, serial);
	for (; text[n] != '\0' && letter_value(text[n]) >= 0; n++)
		;
	if (*organ_code == '\0' || year < 2000 || year > 9999 || serial < 1 || serial > 999999 || text[n] != '\0' ||
	    bytes < 0 || bytes >= SLIP_TEXT - 1) {
		text[0] = '\0';
		return false;
	}
	text[n] = check_letter(text, n);
	text[n + 1] = '\0';
	return true;
}

bool
slip_tidy(const char *typed, char text[static SLIP_TEXT])
{
	size_t n = 0, bytes;
	uint32_t c;

	for (; (c = letter_read(typed, &bytes)) != 0; typed += bytes) {
		c = letter_narrow(c);
		if (c >= 'a' && c <= 'z')
			c -= 'a' - 'A';
		if (c == ' ' || c == '-')
			continue;
		if (c > 'Z' || letter_value((char)c) < 0 || n == SLIP_TEXT - 1) {
			text[0] = '\0';
			return false;
		}
		text[n++] = (char)c;
	}
	text[n] = '\0';
	if (n > SLIP_LEAST && text[n - 1] == check_letter(text, n - 1))
		return true;
	text[0] = '\0';
	return false;
}

char *
slip_show(const char *slip, char shown[static SLIP_SHOWN])
{
	size_t n = 0;

	for (size_t i = 0; slip[i] != '\0' && n + 2 < SLIP_SHOWN; i++) {
		if (i > 0 && i % 4 == 0)
			shown[n++] = ' ';
		shown[n++] = slip[i];
	}
	shown[n] = '\0';
	return shown;
}

/* ---- what a bank says ---- */

const char *
payment_fault_name(enum payment_fault fault)
{
	return names_at(payment_fault_names, PAYMENT_FAULT_COUNT, (int)fault);
}

enum payment_fault
payment_judge(bool found, enum bill_state state, fen owed, fen paid)
{
	if (!found)
		return PAYMENT_NO_SLIP;
	if (state == BILL_PAID)
		return PAYMENT_PAID;
	if (state != BILL_ASKED)
		return PAYMENT_NOT_OWED;
	return paid == owed ? PAYMENT_FINE : PAYMENT_WRONG_AMOUNT;
}
