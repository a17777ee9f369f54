/*
 * case_number.h - the numbers a case gets when it is filed: gap-free, from locked counter rows.
 *
 * Both are taken in the transaction that files the case: should it roll back,
 * the numbers are free again.  Counters are case:DIVISION:DAY, from 1 each day
 * in each division, and exchange:ITEM:DAY.
 */
#ifndef RECORD_CASE_NUMBER_H
#define RECORD_CASE_NUMBER_H

#include "base/db.h"
#include "rules/number.h"

#include <stdbool.h>

struct case_numbers {
	char number[CASE_NUMBER_TEXT];
	char exchange[EXCHANGE_NUMBER_TEXT];	/* "" where the item's code has no 31 characters, or the day is full */
	char query_code[QUERY_CODE_TEXT];	/* only from case_numbers_draw */
};

/* False when the division cannot be numbered, the day is full, or the database failed. */
bool case_numbers_take(struct db *, struct arena *, const char *division, const char *item_code, struct day filed_on,
    struct case_numbers *);

/* The same, numbered by the first of these areas (ended by NULL) whose division can number: the item's, the organ's …;
 * and a query code drawn for it. */
bool case_numbers_draw(struct db *, struct arena *, const char *const areas[], const char *item_code, struct day filed_on,
    struct case_numbers *);
/* The division that stands in an organ's credit code; "" in another code. */
const char *case_number_area_of(const char *organ_code);

#endif
