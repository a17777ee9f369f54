/*
 * figure.h - what is counted, and on which day.
 *
 * Each case counts once in each of these, on one day, and where it counts
 * follows from the case alone:
 *
 *	received	the day it was handed in, by the applicant or at a window
 *	accepted	the day it was accepted, by an officer or by silence
 *	returned	the day of the first list of what lacked, before acceptance or in the review
 *	done		the day of the decision, granted or denied
 *	refused		the day it was not accepted
 *	withdrawn	the day the applicant withdrew it, or never answered the list
 *	terminated	the day it ended because something promised or asked for never came
 *	late		done, after its last day: the promise's, or the law's where nothing is promised
 *	in_hand		received by the end of a day, and neither done, refused, withdrawn nor terminated by then
 *	carried_over	in hand at the end of the day before a period
 *	overdue		in hand, with what the administration must do next after its last day
 *	on_time		of the cases done that had a last day, the share that was not late
 *
 * So carried_over + received = done + refused + withdrawn + terminated + in_hand, in any period.
 *
 * A case took the working days after the day of acceptance up to and with the day of the decision, less those of pauses
 * (Licensing Law 45); what was promised is counted the same way up to the promised day.
 *
 * Percentiles are by nearest rank: the p-th of n cases is the smallest number of days that at least p per cent of them
 * did not exceed.  It is always a number some case took, and no estimate.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_FIGURE_H
#define RULES_FIGURE_H

#include "rules/calendar.h"
#include "rules/deadline.h"
#include "rules/names.h"
#include "rules/steps.h"

#include <stdbool.h>
#include <stddef.h>

/* In the order in which they are shown. */
#define FIGURES(X)				\
	X(FIGURE_CARRIED_OVER, "carried_over")	\
	X(FIGURE_RECEIVED, "received")		\
	X(FIGURE_ACCEPTED, "accepted")		\
	X(FIGURE_REFUSED, "refused")		\
	X(FIGURE_RETURNED, "returned")		\
	X(FIGURE_DONE, "done")			\
	X(FIGURE_LATE, "late")			\
	X(FIGURE_WITHDRAWN, "withdrawn")	\
	X(FIGURE_TERMINATED, "terminated")	\
	X(FIGURE_IN_HAND, "in_hand")		\
	X(FIGURE_OVERDUE, "overdue")		\
	X(FIGURE_ON_TIME, "on_time")		\
	X(FIGURE_MEDIAN, "median")		\
	X(FIGURE_P90, "p90")			\
	X(FIGURE_RATING, "rating")		\
	X(FIGURE_BAD, "bad")			\
	X(FIGURE_YELLOW, "yellow")		\
	X(FIGURE_RED, "red")

enum figure { FIGURES(NAMES_CONSTANT) FIGURE_COUNT };

#define FIGURE_ENDS(X)				\
	X(FIGURE_OPEN, "")			\
	X(FIGURE_ENDED_DONE, "done")		\
	X(FIGURE_ENDED_REFUSED, "refused")	\
	X(FIGURE_ENDED_WITHDRAWN, "withdrawn")	\
	X(FIGURE_ENDED_TERMINATED, "terminated")

enum figure_end { FIGURE_ENDS(NAMES_CONSTANT) FIGURE_END_COUNT };

/* A case as it stands. */
struct figure_case {
	enum state state;
	instant submitted_at, accepted_at, decided_at;
	instant ended_at;		/* of what ended without a decision */
	instant promised_at, statutory_at;	/* of limits in hours */
	struct day returned_on, promised_on, statutory_on, due_on;
	const struct deadline_pause *pauses;
	size_t pause_count;
};

/* Where it counts. */
struct figure_facts {
	struct day received_on, accepted_on, returned_on, ended_on, due_on;
	enum figure_end ended_as;
	bool timed, late;
	int taken_days, promised_days;	/* -1: does not apply */
};

/* False: it counts nowhere, for it was not handed in. */
bool figure_facts_of(const struct calendar *, const struct figure_case *, struct figure_facts *);

/* The first day of its month; so many months on. */
struct day figure_month(struct day);
struct day figure_month_add(struct day month, int months);
/* "2026-05", and back; DAY_NONE for anything else. */
enum { FIGURE_MONTH_TEXT = 8 };
char *figure_month_print(struct day month, char text[static FIGURE_MONTH_TEXT]);
struct day figure_month_parse(const char *text);

/* So many cases took so many days; in the order of days. */
struct figure_days {
	int days;
	long long cases;
};

#define FIGURE_NONE	(-0x7fffffffffffffffLL)	/* there is no such number: none of nothing */

/* By nearest rank; FIGURE_NONE of no cases. */
long long figure_percentile(const struct figure_days *, size_t count, int percent);
/* Part of whole in tenths of a per cent, rounded half up, but never up to all nor down to none; FIGURE_NONE of nothing. */
long long figure_share(long long part, long long whole);
/* The mean in hundredths, rounded half up; FIGURE_NONE of nothing. */
long long figure_mean(long long sum, long long count);

const char *figure_name(enum figure);
bool figure_named(const char *name, enum figure *);
const char *figure_end_name(enum figure_end);

#endif
