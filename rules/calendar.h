/*
 * calendar.h - which days are working days.
 *
 * Monday to Friday work, unless a row says the day is off; Saturday and Sunday
 * rest, unless a row says the day is worked instead (a make-up day).  The rows
 * are the arrangements the State Council announces for a year.
 *
 * A calendar has versions: every announcement makes a new one, and a case keeps
 * the version that was in force on the day it was filed, so that a later
 * announcement never silently moves its due date.  A row holds from version
 * "since" up to but not including "until" (0: still).  Days outside first..last
 * have no announcement yet: weekends are all that is known, and the answer is
 * provisional.
 *
 * Rows belong to the caller, sorted by day and then by "since", at most one
 * row of a day in force in a version.  Nothing here is written to.
 */
#ifndef RULES_CALENDAR_H
#define RULES_CALENDAR_H

#include <stddef.h>

#include "rules/day.h"
#include "rules/names.h"

#define CALENDAR_KINDS(X)		\
	X(CALENDAR_OFF, "off")		\
	X(CALENDAR_WORK, "work")

#define CALENDAR_REASONS(X)		\
	X(CALENDAR_WEEKDAY, "weekday")	/* Monday to Friday: works */	\
	X(CALENDAR_MAKEUP, "makeup")	/* a weekend worked instead */	\
	X(CALENDAR_WEEKEND, "weekend")	/* an ordinary rest day */	\
	X(CALENDAR_HOLIDAY, "holiday")	/* off by announcement */

enum calendar_kind { CALENDAR_KINDS(NAMES_CONSTANT) CALENDAR_KIND_COUNT };
enum calendar_reason { CALENDAR_REASONS(NAMES_CONSTANT) CALENDAR_REASON_COUNT };

struct calendar_exception {
	struct day on;
	enum calendar_kind kind;
	int notice_year;	/* the year the notice is for; not always the year of the day */
	int since;		/* the first version in which it holds */
	int until;		/* the first version in which it no longer holds; 0: none */
};

struct calendar_notice {
	int version;		/* the version this announcement makes: 1, 2, … */
	int notice_year;
	struct day announced_on;
	struct day last;	/* the last day arranged once this is out */
};

struct calendar {
	const struct calendar_exception *rows;
	size_t count;
	int version;
	struct day first, last;	/* what has been announced */
};

/* The State Council's arrangements for 2017 to 2026, compiled in; the newest version. */
extern const struct calendar calendar_state;
extern const struct calendar_exception calendar_state_rows[];
extern const size_t calendar_state_row_count;
extern const struct calendar_notice calendar_state_notices[];
extern const size_t calendar_state_notice_count;

/* The compiled-in calendar as it stood in a version, or at the end of a day. */
struct calendar calendar_state_version(int version);
struct calendar calendar_state_on(struct day d);

enum calendar_reason calendar_why(const struct calendar *cal, struct day d);
bool calendar_works(const struct calendar *cal, struct day d);
bool calendar_provisional(const struct calendar *cal, struct day d);

/* The first working day after d; and d itself if it works, else the first after. */
struct day calendar_next_working(const struct calendar *cal, struct day d);
struct day calendar_roll(const struct calendar *cal, struct day d);

/* The n-th working day after d (before it, for n < 0); add(d, 0) is d, working or not. */
struct day calendar_add(const struct calendar *cal, struct day d, int n);

/* Working days after "from" up to and with "to"; negative when "to" is earlier. */
int calendar_count(const struct calendar *cal, struct day from, struct day to);

/* Whether a term that runs on first and ends on due would end on another day by the other calendar: more or fewer working
 * days lie before it, or the day is worked no more. */
bool calendar_shifts(const struct calendar *was, const struct calendar *is, struct day first, struct day due);

const char *calendar_kind_name(enum calendar_kind kind);
const char *calendar_reason_name(enum calendar_reason reason);

#endif
