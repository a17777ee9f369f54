/*
 * case_limits.h - the limits of the law, and those a guide states.
 *
 * How they become the dates of a case is case_dates.h.
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
	LIMIT_DELIVERY_DAYS = 10,	/* working days to deliver what was decided: Licensing Law 44 */
	LIMIT_EXTENSION_HEAD = 10,	/* working days the head of the organ may add, once: Licensing Law 42 */
	LIMIT_EXTENSION_JOINT = 15	/* with the government's approval, where organs handle an item together: the same */
};

/* due_on at submission and again at resubmission. */
struct day limit_answer(const struct calendar *, struct day received_on);
/* due_on at the decision. */
struct day limit_delivery(const struct calendar *, struct day decided_on);

/* The longest extension: of an item one organ handles, or several together. */
int limit_extension_most(bool joint);

/* A limit as the item version states it: columns promised_limit, promised_unit and so on. */
struct limit {
	bool known;			/* the column is not NULL and has a unit */
	struct deadline_term term;
};

struct limit limit_read(bool given, long long count, const char *unit);

/* The limit that binds by law: as stated, or for a licence (kind 01) whose guide states none, the general one. */
struct limit limit_of_law(const char *item_kind, struct limit stated);

/* The last day of a limit that began to run then; DAY_NONE for one that is not known. */
struct day limit_due(const struct calendar *, struct limit, instant from);

#endif
