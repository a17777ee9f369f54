/*
 * publicity.h - what of a result is published, when, and on which grounds it is not.
 *
 * Every result that is granted is published within a set limit (双公示: permits
 * and penalties by law; this house: all).  It is published one working day after
 * the decision, so that whoever decided can still state a ground against it;
 * never later than the limit.  A person's name is masked, an enterprise's is
 * not.  What is withheld has one of the grounds below and no other.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_PUBLICITY_H
#define RULES_PUBLICITY_H

#include "rules/calendar.h"
#include "rules/names.h"

#include <stdbool.h>

/* Grounds: Regulations on the Disclosure of Government Information 14 and 15. */
#define PUBLICITY_GROUNDS(X)					\
	X(GROUND_STATE_SECRET, "state_secret")			\
	X(GROUND_LAW_FORBIDS, "law_forbids")			\
	X(GROUND_SECURITY, "security")				/* national, public or economic security, stability */ \
	X(GROUND_TRADE_SECRET, "trade_secret")			\
	X(GROUND_PRIVACY, "privacy")

enum publicity_ground { PUBLICITY_GROUNDS(NAMES_CONSTANT) GROUND_COUNT };

const char *ground_name(enum publicity_ground);
bool ground_named(const char *name, enum publicity_ground *);

#define PUBLICITY_STATES(X)					\
	X(RESULT_WAITING, "waiting")				\
	X(RESULT_VALID, "valid")				\
	X(RESULT_REVOKED, "revoked")				/* still shown: what was granted holds no longer */ \
	X(RESULT_WITHDRAWN, "withdrawn")			/* was published, and should not have been */ \
	X(RESULT_WITHHELD, "withheld")

enum result_state { PUBLICITY_STATES(NAMES_CONSTANT) RESULT_STATE_COUNT };

const char *result_state_name(enum result_state);
bool result_state_named(const char *name, enum result_state *);
bool result_shown(enum result_state);	/* to the public */

#define PUBLICITY_ACTS(X)					\
	X(PUBLICITY_MAKE, "make")				\
	X(PUBLICITY_PUBLISH, "publish")				\
	X(PUBLICITY_WITHHOLD, "withhold")			\
	X(PUBLICITY_RELEASE, "release")				/* the ground is gone */ \
	X(PUBLICITY_CORRECT, "correct")				\
	X(PUBLICITY_WITHDRAW, "withdraw")			\
	X(PUBLICITY_REVOKE, "revoke")

enum publicity_act { PUBLICITY_ACTS(NAMES_CONSTANT) PUBLICITY_ACT_COUNT };

const char *publicity_act_name(enum publicity_act);
bool publicity_act_named(const char *name, enum publicity_act *);
/* What an act makes of a notice; false: it may not be done in that state. */
bool publicity_after(enum result_state, enum publicity_act, enum result_state *);

/* The kinds of items whose results the law wants public: permits (01) and penalties (02). */
bool publicity_by_law(const char *item_kind);

enum { PUBLICITY_AFTER_DAYS = 1, PUBLICITY_LIMIT_DAYS = 7, FOLLOWUP_DAYS = 10 };	/* working days, unless set */

/* The day it is published, and the last day it may be: after ≤ limit. */
struct day publicity_on(const struct calendar *, struct day decided_on, int after_days, int limit_days);
struct day publicity_due_on(const struct calendar *, struct day decided_on, int limit_days);

#endif
