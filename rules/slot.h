/*
 * slot.h - appointments: which slots a day has, what is left, who may take one and until when.
 *
 * A plan holds each week on a weekday, or once on a date.  A weekly plan rests
 * on holidays unless it says otherwise; a make-up working day is kept like a
 * Monday.  A plan on a date holds whatever the calendar says: nights, weekends
 * and holidays are somebody's decision, not an accident.  On a closed day none
 * holds.
 *
 * Who did not come three times within 90 days may book again 30 days after the
 * last time; the numbers are a setting.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_SLOT_H
#define RULES_SLOT_H

#include "rules/calendar.h"
#include "rules/names.h"

#include <stdbool.h>
#include <stddef.h>

#define SLOT_VERDICTS(X)					\
	X(SLOT_FINE, "")					\
	X(SLOT_PAST, "slot_past")		/* gone by, or too near */	\
	X(SLOT_FAR, "slot_far")			/* further ahead than one may book */	\
	X(SLOT_FULL, "slot_full")				\
	X(SLOT_NONE, "slot_none")		/* the plan has no such slot on that day */

enum slot_verdict { SLOT_VERDICTS(NAMES_CONSTANT) SLOT_VERDICT_COUNT };

enum { MINUTES_OF_DAY = 1440, SLOTS_OF_DAY_MOST = 288 };

struct slot_plan {
	int weekday;			/* 1 Monday … 7 Sunday; 0: once, on a date */
	struct day on;
	struct day from_on, until_on;	/* of a weekly plan; DAY_NONE: without an end */
	int from, to;			/* minutes of the day */
	int each;			/* minutes of one slot */
	int capacity;
	bool holidays;
	bool visit;			/* the officer goes to them */
};

struct slot_limits {
	int ahead_days;			/* how far ahead one may book */
	int lead_minutes;		/* how near to its beginning a slot at a window may be taken, changed, given back */
	int visit_lead_days;		/* a home visit: working days before it */
	int missed, within_days, barred_days;
};
extern const struct slot_limits slot_limits_default;		/* 30 days; 60 minutes; 1 day; 3 in 90, for 30 */

/* "AHEAD LEAD VISIT MISSED WITHIN BARRED"; false, and nothing changed, when it is not six small numbers. */
bool slot_limits_read(const char *text, struct slot_limits *);

/* The weekday whose hours and plans a day has: a make-up day is a Monday, a holiday is 0. */
int slot_weekday(const struct calendar *, struct day);

bool slot_plan_holds(const struct slot_plan *, const struct calendar *, struct day, bool closed);
/* How many slots the plan has on a day it holds, and when the i-th begins; a rest shorter than a slot is none. */
int slot_count(const struct slot_plan *);
int slot_from(const struct slot_plan *, int i);

/* May the slot that begins at this minute be taken now, when so many of it are? */
enum slot_verdict slot_judge(const struct slot_plan *, const struct calendar *, const struct slot_limits *, struct day,
    int from, bool closed, int taken, instant now);
/* The last instant at which a booking may be made, changed or given back. */
instant slot_until(const struct calendar *, const struct slot_limits *, bool visit, struct day, int from);

/* The day from which somebody may book again who did not come on these days (any order); DAY_NONE: is not barred. */
struct day slot_barred_until(const struct slot_limits *, const struct day *missed, size_t count, struct day today);

const char *slot_verdict_name(enum slot_verdict);

#endif
