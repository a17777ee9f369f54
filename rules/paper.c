/* paper.c - see paper.h. */
#include "rules/paper.h"

#include "rules/letter.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = { PAPERS(NAMES_TEXT) };

/* ---- the papers ---- */

enum { SEALED = 0, BY_APPLICANT = 1, REPLACES = 2, CONTESTABLE = 4 };

static const struct {
	const char *mark;
	const char *form, *form_online;
	unsigned flags;
} papers[PAPER_COUNT] = {
	[PAPER_RECEIPT] =		{ "收", "01", "12", REPLACES },
	[PAPER_CORRECTION] =		{ "补", "02", "13", SEALED },
	[PAPER_CORRECTION_RECEIPT] =	{ "补收", "05", "05", SEALED },
	[PAPER_NOT_ACCEPTED] =		{ "不受", "03", "14", CONTESTABLE },
	[PAPER_ACCEPTED] =		{ "受", "04", "04", SEALED },
	[PAPER_ACCEPTED_LACKING] =	{ "容", "10", "10", SEALED },
	[PAPER_PROMISE] =		{ "诺", "", "", BY_APPLICANT | REPLACES },
	[PAPER_PROMISE_LACKING] =	{ "容诺", "", "", BY_APPLICANT },
	[PAPER_SUPPLEMENT] =		{ "审补", "06", "06", SEALED },
	[PAPER_SUPPLEMENT_RECEIPT] =	{ "审补收", "11", "11", SEALED },
	[PAPER_SPECIAL] =		{ "特", "08", "08", SEALED },
	[PAPER_SPECIAL_ENDED] =		{ "特结", "", "", SEALED },
	[PAPER_EXTENDED] =		{ "延", "", "", SEALED },
	[PAPER_MOVED] =			{ "调", "", "", REPLACES },
	[PAPER_LICENCE_GRANTED] =	{ "许", "", "", SEALED },
	[PAPER_LICENCE_DENIED] =	{ "不许", "07", "07", CONTESTABLE },
	[PAPER_GRANTED] =		{ "准", "", "", SEALED },
	[PAPER_DENIED] =		{ "不准", "", "", CONTESTABLE },
	[PAPER_TERMINATED] =		{ "终", "", "", CONTESTABLE },
	[PAPER_DELIVERY] =		{ "送", "09", "09", SEALED },
	[PAPER_FEE] =			{ "缴", "", "", SEALED },
};

/* ---- which act issues which ---- */

enum { ALWAYS = 0, LICENCE = 1, NO_LICENCE = 2, LACKING = 4, NOT_LACKING = 8, PROMISED = 16, MOVED = 32 };

static const struct {
	enum event event;
	unsigned when;		/* all of these */
	enum paper paper;
} rows[] = {
	{ EVENT_SUBMIT,            ALWAYS,      PAPER_RECEIPT },
	{ EVENT_SUBMIT,            PROMISED,    PAPER_PROMISE },
	{ EVENT_RECEIVE,           ALWAYS,      PAPER_RECEIPT },
	{ EVENT_RECEIVE,           PROMISED,    PAPER_PROMISE },
	{ EVENT_ASK_CORRECTION,    ALWAYS,      PAPER_CORRECTION },		/* Licensing Law 32 (4) */
	{ EVENT_RESUBMIT,          ALWAYS,      PAPER_CORRECTION_RECEIPT },
	{ EVENT_REFUSE_ACCEPTANCE, ALWAYS,      PAPER_NOT_ACCEPTED },		/* 32 (1) (2) and its last paragraph */
	{ EVENT_ACCEPT,            NOT_LACKING, PAPER_ACCEPTED },		/* 32 (5) and its last paragraph */
	{ EVENT_ACCEPT,            LACKING,     PAPER_ACCEPTED_LACKING },
	{ EVENT_ACCEPT,            LACKING,     PAPER_PROMISE_LACKING },
	{ EVENT_DEEM_ACCEPTED,     ALWAYS,      PAPER_ACCEPTED },		/* silence accepts */
	{ EVENT_ASK_SUPPLEMENT,    ALWAYS,      PAPER_SUPPLEMENT },
	{ EVENT_SUPPLY,            ALWAYS,      PAPER_SUPPLEMENT_RECEIPT },
	{ EVENT_SUSPEND,           ALWAYS,      PAPER_SPECIAL },		/* 45: told in writing */
	{ EVENT_RESUME,            ALWAYS,      PAPER_SPECIAL_ENDED },
	{ EVENT_EXTEND,            ALWAYS,      PAPER_EXTENDED },		/* 42: the reason is told */
	{ EVENT_RECOMPUTE,         MOVED,       PAPER_MOVED },
	{ EVENT_GRANT,             LICENCE,     PAPER_LICENCE_GRANTED },	/* 38 */
	{ EVENT_GRANT,             NO_LICENCE,  PAPER_GRANTED },
	{ EVENT_DENY,              LICENCE,     PAPER_LICENCE_DENIED },		/* 38: reason, review and suit */
	{ EVENT_DENY,              NO_LICENCE,  PAPER_DENIED },
	{ EVENT_TERMINATE,         ALWAYS,      PAPER_TERMINATED },
	{ EVENT_LAPSE,             ALWAYS,      PAPER_TERMINATED },
	{ EVENT_DELIVER,           ALWAYS,      PAPER_DELIVERY },		/* 44 */
	{ EVENT_BILL,              ALWAYS,      PAPER_FEE },			/* 59: what is asked, and on which ground */
};

static unsigned
conditions(const struct paper_occasion *o)
{
	return (o->licence ? LICENCE : NO_LICENCE) | (o->lacking ? LACKING : NOT_LACKING) |
	    (o->promised ? PROMISED : 0u) | (o->moved ? MOVED : 0u);
}

bool
paper_next(const struct paper_occasion *o, size_t *at, enum paper *paper)
{
	unsigned holds = conditions(o);

	while (*at < sizeof(rows) / sizeof(rows[0])) {
		size_t i = (*at)++;

		if (rows[i].event == o->event && (rows[i].when & ~holds) == 0) {
			*paper = rows[i].paper;
			return true;
		}
	}
	return false;
}

static bool
known(enum paper paper)
{
	return (unsigned)paper < PAPER_COUNT;
}

const char *
paper_form_number(enum paper paper, bool online)
{
	return !known(paper) ? "" : online ? papers[paper].form_online : papers[paper].form;
}

const char *
paper_mark(enum paper paper)
{
	return known(paper) ? papers[paper].mark : "";
}

bool
paper_by_applicant(enum paper paper)
{
	return known(paper) && (papers[paper].flags & BY_APPLICANT) != 0;
}

bool
paper_replaces(enum paper paper)
{
	return known(paper) && (papers[paper].flags & REPLACES) != 0;
}

bool
paper_may_be_contested(enum paper paper)
{
	return known(paper) && (papers[paper].flags & CONTESTABLE) != 0;
}

const char *
paper_name(enum paper paper)
{
	return names_at(names, PAPER_COUNT, (int)paper);
}

bool
paper_named(const char *name, enum paper *paper)
{
	int found = names_find(names, PAPER_COUNT, name);

	if (found >= 0)
		*paper = (enum paper)found;
	return found >= 0;
}

/* ---- numbers ---- */

bool
paper_number_print(const char *organ_mark, enum paper paper, int year, long long serial,
    char text[static PAPER_NUMBER_TEXT])
{
	int bytes = -1;

	text[0] = '\0';
	if (known(paper) && organ_mark != NULL && *organ_mark != '\0' && year >= 1950 && year <= 9999 &&
	    serial >= 1 && serial <= 999999)
		bytes = snprintf(text, PAPER_NUMBER_TEXT, "%s%s〔%d〕%06lld号", organ_mark, papers[paper].mark, year,
		    serial);
	if (bytes > 0 && bytes < PAPER_NUMBER_TEXT)
		return true;
	text[0] = '\0';
	return false;
}

static const char crockford[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

enum { CODE_LETTERS = PAPER_CODE_TEXT - 1 };

/*
 * The letters as numbers of the field of 32 elements (x^5 = x^2 + 1), each times
 * a power of x of its own: no other letter in one place, and no two places
 * exchanged, give the same sum.
 */
static unsigned
check_step(unsigned sum, unsigned letter)
{
	sum <<= 1;
	if ((sum & 32) != 0)
		sum ^= 32 | 5;
	return sum ^ letter;
}

char *
paper_code_print(const uint8_t random[static PAPER_CODE_BYTES], char text[static PAPER_CODE_TEXT])
{
	unsigned sum = 0;

	for (int i = 0; i < CODE_LETTERS - 1; i++) {
		int bit = 5 * i;
		unsigned two = (unsigned)random[bit / 8] << 8 | random[bit / 8 + (bit / 8 + 1 < PAPER_CODE_BYTES)];
		unsigned letter = two >> (11 - bit % 8) & 31;

		sum = check_step(sum, letter);
		text[i] = crockford[letter];
	}
	text[CODE_LETTERS - 1] = crockford[check_step(sum, 0)];
	text[CODE_LETTERS] = '\0';
	return text;
}

/* Its value, or -1. */
static int
crockford_read(uint32_t c)
{
	const char *at;

	if (c >= 'a' && c <= 'z')
		c -= 'a' - 'A';
	if (c == 'I' || c == 'L')
		c = '1';
	if (c == 'O')
		c = '0';
	at = c == 0 || c > 'Z' ? NULL : strchr(crockford, (int)c);
	return at == NULL ? -1 : (int)(at - crockford);
}

bool
paper_code_tidy(const char *typed, char text[static PAPER_CODE_TEXT])
{
	unsigned sum = 0;
	size_t n = 0, bytes;
	uint32_t c;

	text[0] = '\0';
	while (typed != NULL && (c = letter_read(typed, &bytes)) != 0) {
		int value;

		typed += bytes;
		c = letter_narrow(c);
		if (c == ' ' || c == '-')
			continue;
		value = crockford_read(c);
		if (value < 0 || n == CODE_LETTERS) {
			text[0] = '\0';
			return false;
		}
		sum = check_step(sum, (unsigned)value);
		text[n++] = crockford[value];
	}
	text[n] = '\0';
	if (n == CODE_LETTERS && sum == 0)
		return true;
	text[0] = '\0';
	return false;
}

char *
paper_code_show(const char *code, char shown[static PAPER_CODE_SHOWN])
{
	snprintf(shown, PAPER_CODE_SHOWN, "%.4s-%.4s-%.4s-%.4s", code, code + 4, code + 8, code + 12);
	return shown;
}
