/*
 * enquiry_number.h - the number of an enquiry: gap-free, from a locked counter row, and its query code.
 *
 * Taken in the transaction that writes the enquiry, so that what is rolled back leaves no gap.
 */
#ifndef RECORD_ENQUIRY_NUMBER_H
#define RECORD_ENQUIRY_NUMBER_H

#include "base/db.h"
#include "rules/enquiry.h"
#include "rules/number.h"

struct enquiry_number {
	char number[ENQUIRY_NUMBER_TEXT];
	char query_code[QUERY_CODE_TEXT];
};

/* False when the day is full, or the database failed. */
bool enquiry_number_draw(struct db *, struct arena *, struct day asked_on, struct enquiry_number *);

#endif
