/*
 * arrangement.h - a notice of holidays as people type it, a line a day or a span of days.
 *
 *	2027-02-05~2027-02-11 休 春节
 *	2027-02-14 班
 *
 * A line is a day or two days with ~ between, a kind (休 or off: a day off; 班
 * or work: a weekend worked instead), and a name that may be left out.  Blank
 * lines count for nothing.  A notice arranges its own year, and the December
 * before it; every day at most once; what is worked instead is a Saturday or a
 * Sunday.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_ARRANGEMENT_H
#define RULES_ARRANGEMENT_H

#include "rules/calendar.h"
#include "rules/day.h"

#include <stddef.h>

enum { ARRANGED_MOST = 100, ARRANGED_NAME = 51, ARRANGEMENT_BYTES = 8000 };

struct arranged {
	struct day on;
	enum calendar_kind kind;
	char name[ARRANGED_NAME];
};

struct arrangement {
	struct arranged days[ARRANGED_MOST];	/* sorted */
	size_t count;
	int line;			/* where the reading stopped, from 1 */
};

/* NULL when all of it was read; else what is wrong with line: a code of words.error. */
const char *arrangement_read(const char *text, int year, struct arrangement *);

/* The last day that a year's notice settles: 28 December, for the next one's New Year may take the three after it, unless
 * the notice itself arranges a later one; NULL: what a notice of that year settles at least. */
struct day arrangement_last(int year, const struct arrangement *);

#endif
