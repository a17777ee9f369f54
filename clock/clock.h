/*
 * clock.h - yimen-clock: what happens because a day or an hour has come.
 *
 * A duty looks for what is due and does it.  Every duty may run late, twice,
 * or be cut off at any point, with the same outcome: it asks the tables what is
 * due, acts on one thing in one transaction, and what was done is no longer
 * due.  Nothing is remembered but how it went (clock_duties).
 *
 * To add a duty: a function, a row in duties.c, its statements in
 * sql/queries/clock.sql, a right in sql/grants.sql.  A duty on cases is a
 * statement that finds them through a key and a function that does one:
 *
 *	static bool lapse(struct clock *c, const struct query *due) { … }
 *	long long duty_lapse(struct clock *c) { return clock_walk(c, Q_LAPSE_DUE, lapse); }
 *
 * The programs' arrows hold: this room knows no page and no visitor.
 */
#ifndef CLOCK_CLOCK_H
#define CLOCK_CLOCK_H

#include "base/arena.h"
#include "base/config.h"
#include "base/db.h"
#include "record/case_act.h"
#include "rules/calendar.h"
#include "rules/day.h"

#include <stdbool.h>
#include <stdint.h>

/* Each hand is a process of its own: a gateway that hangs delays no seal, and a long walk delays neither. */
enum hand { HAND_RECORD, HAND_DAYS, HAND_POST, HAND_COUNT };

struct clock {
	const struct config *config;
	struct db *db;
	struct arena *arena;		/* of the duty in hand; reset before each */
	struct arena *act_arena;	/* of the one act in hand */
	instant now;
	struct day today;
	uint8_t record_key[KEY_BYTES];
	const struct calendar *calendar;	/* in force; clock_calendar */
	const char *why;		/* of the duty that failed, for the log; NULL: none did */
	long long skipped;		/* what this duty passed over: moved meanwhile, or broken */
};

struct duty {
	const char *name;
	enum hand hand;
	unsigned every_s;		/* how often it runs; also at the start */
	long long (*run)(struct clock *);	/* how many were done; -1: the machine failed */
};

extern const struct duty duties[];
extern const size_t duty_count;

/* One duty now: sets the time, runs it, notes how it went, logs a line.  What it returned. */
long long duty_run(struct clock *, const struct duty *);

/* ---- for duties ---- */

/* Acts on each row that the statement finds, each in a transaction of its own.  The statement binds :today, :after (an
 * id) and :most and gives id first, rising.  An act returns false to be rolled back: somebody was faster.  A row whose act the
 * database refuses is logged and passed over; it is found again the next time.  How many were done; -1: the machine
 * failed. */
typedef bool clock_act(struct clock *, const struct query *due);
long long clock_walk(struct clock *, const struct statement *due, clock_act *);
/* The same when the statement binds more: bind is called on each query before it runs. */
long long clock_walk_with(struct clock *, const struct statement *due, void (*bind)(struct clock *, struct query *),
    clock_act *);

/* One statement of the act in hand: its memory lives as long as the act. */
struct query *clock_query(struct clock *, const struct statement *);

/* The step of a case, from id, state and version of the row; false when it was not done.  *act is for clock_tell, after
 * all it sets is written. */
bool clock_step(struct clock *, const struct query *due, enum event, const char *reason, const char *detail,
    struct case_act *act);
void clock_tell(struct clock *, const struct case_act *);

/* The calendar in force, or a past version.  Kept while the process lives; never NULL. */
const struct calendar *clock_calendar(struct clock *);
const struct calendar *clock_calendar_version(struct clock *, unsigned version);

/* A row of settings; otherwise when it has none. */
const char *clock_setting(struct clock *, const char *name, const char *otherwise);
/* The same of a number; otherwise also when it is none, or not from least to most. */
long long clock_number(struct clock *, const char *name, long long least, long long most, long long otherwise);

/* Asked to end?  Long duties look between two acts. */
bool clock_ending(void);

/* ---- the duties ---- */

long long duty_seal(struct clock *);
long long duty_heads(struct clock *);
long long duty_publish(struct clock *);
long long duty_deem_accepted(struct clock *);
long long duty_lapse(struct clock *);
long long duty_terminate(struct clock *);
long long duty_promises(struct clock *);	/* promises.c */
long long duty_drafts(struct clock *);		/* forget.c */
long long duty_bookings_old(struct clock *);
long long duty_enquiries_old(struct clock *);
long long duty_closing(struct clock *);
long long duty_payments(struct clock *);	/* payments.c */
long long duty_outcomes(struct clock *);	/* outcomes.c */
long long duty_cards(struct clock *);
long long duty_figures(struct clock *);	/* figures.c */
long long duty_watch(struct clock *);	/* watch.c */
long long duty_watch_due(struct clock *);	/* watch_due.c */
long long duty_silence(struct clock *);
long long duty_post(struct clock *);
long long duty_recompute(struct clock *);
long long duty_remind(struct clock *);
long long duty_licences(struct clock *);	/* licences.c */
long long duty_bookings(struct clock *);	/* bookings.c */
long long duty_files(struct clock *);
long long duty_sweep(struct clock *);
long long duty_verify(struct clock *);	/* verify.c */
long long duty_callbacks(struct clock *);	/* callbacks.c */
long long duty_enquiries(struct clock *);	/* enquiries.c */

#endif
