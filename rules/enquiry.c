/* enquiry.c - see enquiry.h. */
#include "rules/enquiry.h"

#include "rules/check.h"
#include "rules/digits.h"

#include <string.h>

enum { DIGITS = ENQUIRY_NUMBER_TEXT - 3, CENTURY = 2000 };	/* between the H and the letter */

static const char *const kind_names[] = { ENQUIRY_KINDS(NAMES_TEXT) };
static const char *const refusal_names[] = { ENQUIRY_REFUSALS(NAMES_TEXT) };

const char *
enquiry_kind_name(enum enquiry_kind kind)
{
	return names_at(kind_names, ENQUIRY_KIND_COUNT, (int)kind);
}

bool
enquiry_kind_named(const char *name, enum enquiry_kind *kind)
{
	int found = names_find(kind_names, ENQUIRY_KIND_COUNT, name);

	if (found >= 0)
		*kind = (enum enquiry_kind)found;
	return found >= 0;
}

const char *
enquiry_refusal_name(enum enquiry_refusal refusal)
{
	return names_at(refusal_names, ENQUIRY_REFUSAL_COUNT, (int)refusal);
}

/* ---- numbers ---- */

bool
enquiry_number_print(struct day asked_on, int serial, char text[static ENQUIRY_NUMBER_TEXT])
{
	struct civil c = day_civil(asked_on);
	char *at = text;

	text[0] = '\0';
	if (c.year < CENTURY || c.year >= CENTURY + 100 || serial < 1 || serial > ENQUIRY_SERIAL_MOST)
		return false;
	*at++ = 'H';
	at = digits_put(at, c.year - CENTURY, 2);
	at = digits_put(at, c.month, 2);
	at = digits_put(at, c.day, 2);
	at = digits_put(at, serial, 5);
	*at++ = check_letter(text + 1, DIGITS);
	*at = '\0';
	return true;
}

bool
enquiry_number_tidy(const char *typed, char text[static ENQUIRY_NUMBER_TEXT])
{
	size_t n = 0;
	bool right = true;

	for (; *typed && right; typed++) {
		if (*typed == ' ' || *typed == '-')
			continue;
		right = n < ENQUIRY_NUMBER_TEXT - 1;
		if (right)
			text[n++] = *typed >= 'a' && *typed <= 'z' ? (char)(*typed - 'a' + 'A') : *typed;
	}
	text[n] = '\0';
	right = right && n == ENQUIRY_NUMBER_TEXT - 1 && text[0] == 'H' && text[n - 1] != '\0' &&
	    strspn(text + 1, "0123456789") == (size_t)DIGITS && text[n - 1] == check_letter(text + 1, DIGITS);
	if (!right)
		text[0] = '\0';
	return right;
}

bool
enquiry_number_show(const char *text, char shown[static ENQUIRY_NUMBER_SHOWN])
{
	char tidy[ENQUIRY_NUMBER_TEXT];
	char *at = shown;

	shown[0] = '\0';
	if (!enquiry_number_tidy(text, tidy))
		return false;
	for (int i = 0; i < ENQUIRY_NUMBER_TEXT; i++) {
		if (i == 1 || i == 7 || i == ENQUIRY_NUMBER_TEXT - 2)
			*at++ = '-';
		*at++ = tidy[i];
	}
	return true;
}

/* ---- limits ---- */

int
enquiry_days_default(enum enquiry_kind kind)
{
	switch (kind) {
	case ENQUIRY_QUESTION:
		return ENQUIRY_QUESTION_DAYS;
	case ENQUIRY_COMPLAINT:
		return ENQUIRY_COMPLAINT_DAYS;
	default:
		return ENQUIRY_SUGGESTION_DAYS;
	}
}

struct day
enquiry_due(const struct calendar *cal, struct day opened_on, int days)
{
	return calendar_add(cal, opened_on, days < 1 ? 1 : days > ENQUIRY_DAYS_MOST ? ENQUIRY_DAYS_MOST : days);
}

/* ---- who may what ---- */

enum enquiry_refusal
enquiry_may_handle(const struct enquiry_standing *e)
{
	if (e->answered)
		return ENQUIRY_ANSWERED;
	return e->kind == ENQUIRY_COMPLAINT && e->against_me ? ENQUIRY_AGAINST_YOU : ENQUIRY_MAY;
}

enum enquiry_refusal
enquiry_may_extend(const struct enquiry_standing *e, struct day today)
{
	enum enquiry_refusal why = enquiry_may_handle(e);

	if (why != ENQUIRY_MAY)
		return why;
	if (e->extended)
		return ENQUIRY_EXTENDED;
	return day_before(e->due_on, today) ? ENQUIRY_OVERDUE : ENQUIRY_MAY;
}

enum enquiry_refusal
enquiry_may_show(const struct enquiry_standing *e)
{
	if (!e->answered)
		return ENQUIRY_UNANSWERED;
	if (e->kind == ENQUIRY_COMPLAINT && e->against_me)
		return ENQUIRY_AGAINST_YOU;
	return e->may_show ? ENQUIRY_MAY : ENQUIRY_NOT_PUBLIC;
}

enum enquiry_refusal
enquiry_may_rate(const struct enquiry_standing *e)
{
	if (!e->answered)
		return ENQUIRY_UNANSWERED;
	return e->rated ? ENQUIRY_RATED : ENQUIRY_MAY;
}

enum enquiry_refusal
enquiry_may_reopen(const struct enquiry_standing *e, const struct calendar *cal, int reopen_days, struct day today)
{
	if (!e->answered)
		return ENQUIRY_UNANSWERED;
	if (e->reopened)
		return ENQUIRY_REOPENED;
	return day_before(calendar_add(cal, e->answered_on, reopen_days), today) ? ENQUIRY_TOO_LATE : ENQUIRY_MAY;
}

/* ---- the person complained of ---- */

/* The next letter that is no blank, ideographic ones among them. */
static const char *
letter(const char *at)
{
	for (;;) {
		if (*at == ' ')
			at++;
		else if (strncmp(at, "\xe3\x80\x80", 3) == 0)
			at += 3;
		else
			return at;
	}
}

static bool
begins_with(const char *text, const char *name)
{
	text = letter(text);
	for (name = letter(name); *name; name = letter(name + 1)) {
		if (*text != *name)
			return false;
		text = letter(text + 1);
	}
	return true;
}

bool
enquiry_names(const char *against, const char *name)
{
	if (*letter(name) == '\0')
		return false;
	for (; *against; against++)
		if (begins_with(against, name))
			return true;
	return false;
}
