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

#include <stdint.h>

#include "rules/day.h"

enum {
	CASE_NUMBER_TEXT = 20, CASE_NUMBER_SHOWN = 23,
	CASE_SERIAL_MOST = 999999,
	EXCHANGE_NUMBER_TEXT = 44, EXCHANGE_SERIAL_MOST = 9999,
	QUERY_CODE_TEXT = 9, QUERY_CODE_SHOWN = 10
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

#endif
