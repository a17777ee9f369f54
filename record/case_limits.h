/*
 * case_limits.h - the dates a case must keep, from the day each begins to run.
 *
 * cases.due_on is always the next date somebody must keep: the administration's
 * answer after submission or resubmission, the applicant's supplement, the
 * decision after acceptance, the delivery after the decision.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RECORD_CASE_LIMITS_H
#define RECORD_CASE_LIMITS_H

#include "rules/calendar.h"
#include "rules/deadline.h"

enum {
	LIMIT_ANSWER_DAYS = 5,		/* working days to accept or say what is missing: Licensing Law 32 */
	LIMIT_DECISION_DAYS = 20,	/* working days to decide where no law says otherwise: Licensing Law 42 */
	LIMIT_DELIVERY_DAYS = 10	/* working days to deliver what was decided: Licensing Law 44 */
};

/* due_on at submission and again at resubmission. */
struct day limit_answer(const struct calendar *, struct day received_on);
/* due_on at the decision. */
struct day limit_delivery(const struct calendar *, struct day decided_on);

/* A limit as the item version states it: columns promised_limit, promised_unit and so on. */
struct limit {
	bool known;			/* the column is not NULL and has a unit */
	struct deadline_term term;
};

struct limit limit_read(bool given, long long count, const char *unit);

struct case_limits {
	struct day promised_on, statutory_on, due_on;	/* DAY_NONE: none is known */
};

/* The limit that binds by law: as stated, or for a licence (kind 01) whose guide states none, the general one. */
struct limit limit_of_law(const char *item_kind, struct limit stated);

/* The last day of a limit that began to run then; DAY_NONE for one that is not known. */
struct day limit_due(const struct calendar *, struct limit, instant from);

/* The dates fixed, once, at acceptance; due_on is the earlier of the two. */
struct case_limits limits_at_acceptance(const struct calendar *, const char *item_kind, struct limit promised,
    struct limit statutory, instant accepted_at);

#endif
