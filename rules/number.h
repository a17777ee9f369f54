/*
 * number.h - the numbers this house gives and reads.
 *
 * Case number, 19 characters: division 6, yymmdd of filing 6, serial 6 (from 1
 * each day in each division, without gaps), a letter.  Shown and said in groups,
 * 990102-260508-000042-K; stored without hyphens.  The letter is the sum of
 * the digits weighted with powers of 5, modulo 23: it catches every wrong digit
 * and every exchange of any two, and being a letter keeps spreadsheets from
 * rounding the number.  I, O and Z are not used.  Years 2000 to 2099.
 *
 * Exchange number, 43: implementing code 31, yyyymmdd, serial 4 (the national
 * case number 办件编号).  Query code: 40 bits as eight Crockford letters.
 *
 * Parsers forgive what people type (blanks, hyphens, case, full-width forms)
 * and nothing else.  Buffers belong to the caller and are ended by NUL.
 */
#ifndef RULES_NUMBER_H
#define RULES_NUMBER_H

#include <stddef.h>
#include <stdint.h>

#include "rules/day.h"
#include "rules/names.h"

enum {
	CASE_NUMBER_TEXT = 20, CASE_NUMBER_SHOWN = 23,
	CASE_SERIAL_MOST = 999999,
	EXCHANGE_NUMBER_TEXT = 44, EXCHANGE_SERIAL_MOST = 9999,
	QUERY_CODE_TEXT = 9, QUERY_CODE_SHOWN = 10,
	INDEX_NUMBER_TEXT = 129, DOCUMENT_KEY_TEXT = 257
};

struct case_number {
	char division[7];
	struct day filed_on;
	int serial;
};

struct exchange_number {
	char item[32];
	struct day filed_on;
	int serial;
};

/* False, and "" in the buffer, where a part cannot be numbered. */
bool case_number_print(const struct case_number *n, char text[static CASE_NUMBER_TEXT]);
bool case_number_parse(const char *text, struct case_number *n);
bool case_number_tidy(const char *typed, char text[static CASE_NUMBER_TEXT]);
bool case_number_show(const char *text, char shown[static CASE_NUMBER_SHOWN]);

bool exchange_number_print(const struct exchange_number *n, char text[static EXCHANGE_NUMBER_TEXT]);
bool exchange_number_parse(const char *text, struct exchange_number *n);

/* The low 40 bits, which the caller drew at random. */
char *query_code_print(uint64_t bits, char text[static QUERY_CODE_TEXT]);
char *query_code_show(uint64_t bits, char shown[static QUERY_CODE_SHOWN]);	/* XXXX-XXXX */
bool query_code_parse(const char *typed, uint64_t *bits);	/* i, l are 1; o is 0 */
bool query_code_tidy(const char *typed, char text[static QUERY_CODE_TEXT]);

/*
 * Index numbers follow a pattern that is a setting, as {organ}/{yyyy}{mm}-{serial:5}.
 * Places: organ area category yyyy yy mm dd, and serial:N (N 1 to 9) exactly once.
 */
#define INDEX_REASONS(X)				\
	X(INDEX_OK, "ok")				\
	X(INDEX_EMPTY, "empty")				\
	X(INDEX_PLACE, "place")				/* a {word} that is none of ours */ \
	X(INDEX_BRACE, "brace")				/* { or } without its other half */ \
	X(INDEX_SERIAL, "serial")			/* not exactly one serial */	\
	X(INDEX_CHARACTER, "character")			/* other than A-Z a-z 0-9 - / . _ */ \
	X(INDEX_LONG, "long")				/* more than 128 bytes */	\
	X(INDEX_MISSING, "missing")			/* a place with nothing to put in */ \
	X(INDEX_FULL, "full")				/* the serial has no digits left */
enum index_reason { INDEX_REASONS(NAMES_CONSTANT) INDEX_REASON_COUNT };

struct index_parts {
	const char *organ, *area, *category;
	struct day on;
	int serial;
};

enum index_reason index_pattern_check(const char *pattern);
enum index_reason index_number(const char *pattern, const struct index_parts *parts,
    char text[static INDEX_NUMBER_TEXT]);

/* The number without its serial: the name of the counter that the serial comes from. */
enum index_reason index_counter(const char *pattern, const struct index_parts *parts,
    char text[static INDEX_NUMBER_TEXT]);

const char *index_reason_name(enum index_reason reason);

/*
 * One key for all ways of writing a document number: 许政[2017]31号,
 * 许政〔2017〕31号 and 许政（２０１７）31 号 give the same.  Brackets of every
 * kind become [ ], full-width forms ascii, small letters capitals; blanks and
 * 第 before a number go; zeros before a serial go.  "" where it does not fit.
 */
char *document_number_key(const char *text, char key[static DOCUMENT_KEY_TEXT]);

#endif
