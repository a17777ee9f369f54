/*
 * case_dates.h - the dates a case must keep, all of them, from what they follow.
 *
 * They follow from: when it was received, accepted and decided, the limits of
 * the guide it is bound to, its pauses, its extension, and a version of the
 * calendar.  Nobody else computes a date of a case.  An act that changes any of
 * these does it like this:
 *
 *	case_terms_load(db, arena, id, &terms);		what they follow from now
 *	terms.state = STATE_ACCEPTED;			what the act makes of it
 *	terms.accepted_at = now;
 *	dates = case_dates_of(calendar, &terms);
 *	case_act(…, record_detail(arena, …, CASE_DATES_PAIRS(arena, dates), NULL), …)
 *	case_dates_write(db, arena, id, &dates);
 *
 * so that the event carries every column it sets, by its name ("" is NULL).
 *
 * cases.due_on is always the next date somebody must keep: the administration's
 * answer after submission or resubmission, the applicant's list while one is
 * owed, the decision after acceptance, the delivery after the decision.  While a
 * special procedure runs it is NULL, and so are promised_on and statutory_on
 * while anything is paused, unless they had passed before.
 *
 * After a decision the promised and the statutory date stay as they were: they
 * say what was kept.
 */
#ifndef RECORD_CASE_DATES_H
#define RECORD_CASE_DATES_H

#include "base/arena.h"
#include "base/db.h"
#include "record/case_limits.h"
#include "record/record.h"
#include "rules/steps.h"

enum { CASE_PAUSES_MOST = 60, CASE_CLOCKS_MOST = 4 };

struct case_dates {
	unsigned calendar;		/* the version they were computed with; 0: none yet */
	struct day promised_on, statutory_on, due_on;
	instant promised_at, statutory_at;	/* of limits in hours, else INSTANT_NONE */
};

struct case_pause {
	long long position;
	const char *kind;		/* as case_pauses.kind */
	const char *reason;
	int expected_days;		/* working days; 0: nobody said */
};

/* What the dates of a case follow from. */
struct case_terms {
	uint64_t case_id;
	enum state state;
	long long version;
	const char *item_kind;
	bool joint;			/* other organs handle it as well (统一办理、联合办理) */
	struct limit promised, statutory;	/* as the guide states them */
	instant submitted_at, asked_at, answered_at, accepted_at, decided_at;
	instant precheck_at;		/* told to be in order: the originals are awaited, and no answer is owed */
	struct day answer_by_on;	/* of the last list asked for */
	int extended_days;
	struct deadline_pause pauses[CASE_PAUSES_MOST];
	struct case_pause about[CASE_PAUSES_MOST];	/* the same pauses */
	size_t pause_count;
	struct case_dates now;		/* as the case has them, … */
	struct day arranged_until;	/* … by a calendar announced up to this day */
};

/* False: no such case, or the machine failed. */
bool case_terms_load(struct db *, struct arena *, uint64_t case_id, struct case_terms *);

/* What a pause begun or ended on this day makes of them; false when there is no room for one more, or none runs. */
bool case_terms_pause(struct case_terms *, struct day from);
bool case_terms_resume(struct case_terms *, struct day to);
/* The pause that runs; NULL when none does. */
const struct case_pause *case_pause_open(const struct case_terms *);

/* When the application, or what it lacked, was received: silence accepts it from then (Licensing Law 32). */
instant case_received_at(const struct case_terms *);

/* Pure: no clock, no database. */
struct case_dates case_dates_of(const struct calendar *, const struct case_terms *);
bool case_dates_same(const struct case_dates *, const struct case_dates *);

/* For record_detail. */
#define CASE_DATES_PAIRS(arena, d)								\
	"calendar", (d).calendar ? record_number(arena, (d).calendar) : "",			\
	"promised_on", record_day(arena, (d).promised_on),					\
	"promised_at", record_instant(arena, (d).promised_at),					\
	"statutory_on", record_day(arena, (d).statutory_on),					\
	"statutory_at", record_instant(arena, (d).statutory_at),				\
	"due_on", record_day(arena, (d).due_on)

void case_dates_write(struct db *, struct arena *, uint64_t case_id, const struct case_dates *);

/* A row of case_pauses: after case_act, whose event it is.  expected_days 0: nobody said. */
struct case_pause_row {
	uint64_t case_id, account;
	const char *kind, *reason;
	struct day from;
	int expected_days;
};
void case_pause_add(struct db *, struct arena *, const struct case_pause_row *);
void case_pause_end(struct db *, struct arena *, uint64_t case_id, uint64_t account, struct day to);

/* ---- how each date comes about ---- */

struct case_clock {
	const char *key;		/* answer, correction, supplement, promised, statutory, delivery */
	bool counted;			/* else somebody set the date */
	bool paused;			/* it stands still: there is no due day */
	bool ended;			/* and will not run again: the case ended before */
	struct deadline_basis basis;	/* its pauses are those of the terms */
	struct day from;
	struct deadline due;		/* as the case has it */
	instant finished_at;		/* INSTANT_NONE while it runs */
};

/* The terms that run, ran or stand still in a case, in the order in which they began. */
size_t case_clocks(const struct calendar *, const struct case_terms *, struct case_clock clocks[static CASE_CLOCKS_MOST]);

#endif
