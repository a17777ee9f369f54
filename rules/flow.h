/*
 * flow.h - the flow of a case: which of its steps may be done, and when all that precede the decision are.
 *
 * An item's guide carries a list of steps.  Those of kind accept, decide and
 * deliver stand for acts of the case itself (rules/steps.h); the others are tasks,
 * each of one organ and one role.  A step names the earlier steps it needs;
 * tasks whose needs are all done open in the same instant (并联, 会签) and the
 * slowest of them sets the date of their stage.  Every review, opinion, visit
 * and collective study stands before the decision; sealing and issuing follow it.
 *
 * A step needs only steps that stand before it in the list: others named are not
 * read.  So there is no circle, the order of the list is an order of doing, and
 * every flow ends.
 *
 * A step sent back to is done anew, and so is all that needs it: in a next
 * round.  The rounds before stay as they were: no opinion is lost.
 *
 * Pure: no clock, no database, no memory; at most FLOW_MOST steps.
 */
#ifndef RULES_FLOW_H
#define RULES_FLOW_H

#include "rules/deadline.h"
#include "rules/names.h"
#include "rules/steps.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FLOW_KINDS(X)				\
	X(FLOW_ACCEPT, "accept")		\
	X(FLOW_REVIEW, "review")		\
	X(FLOW_OPINION, "opinion")		/* of an organ that is asked */	\
	X(FLOW_VISIT, "visit")			/* to the place; of several organs at once */ \
	X(FLOW_COLLECTIVE, "collective")	/* studied by several, with a reason why */ \
	X(FLOW_DECIDE, "decide")		\
	X(FLOW_SEAL, "seal")			\
	X(FLOW_ISSUE, "issue")			\
	X(FLOW_DELIVER, "deliver")

/* How a round of a task stands. */
#define TASK_STATES(X)				\
	X(TASK_WAITING, "waiting")		/* what it needs is not done yet */	\
	X(TASK_OPEN, "open")			\
	X(TASK_DONE, "done")			\
	X(TASK_RETURNED, "returned")		/* given up: a step before it is done anew */ \
	X(TASK_DEEMED, "deemed")		/* silence was consent */	\
	X(TASK_SKIPPED, "skipped")		/* not needed, and it is said why */

enum flow_kind { FLOW_KINDS(NAMES_CONSTANT) FLOW_KIND_COUNT };
enum task_state { TASK_STATES(NAMES_CONSTANT) TASK_STATE_COUNT };

enum { FLOW_MOST = 64 };

/* Steps of a flow by their place in the list: bit 0 is the first. */
typedef uint64_t flow_set;
#define FLOW_BIT(i)	((flow_set)1 << (i))

struct flow_step {
	int position;			/* as the guide numbers it, rising */
	enum flow_kind kind;
	const char *organ;		/* "": the organ that decides */
	unsigned role;			/* one bit of rules/steps.h */
	struct deadline_term limit;	/* count 0: none of its own */
	flow_set needs;			/* steps before it */
	flow_set back_to;		/* tasks before it to which it may be sent back */
	bool silence_consents;		/* 超时默许: of opinions only */
};

struct flow {
	struct flow_step steps[FLOW_MOST];
	size_t count;
};

/* How each task stands in its latest round.  An accepted case has accept done; decided tells of the rest. */
struct flow_progress {
	enum task_state state[FLOW_MOST];
	int round[FLOW_MOST];
	bool decided;
};

/* The place of a position; false when no step has it. */
bool flow_find(const struct flow *, int position, size_t *at);

/*
 * Reads a list of positions, "2,3", into what the step at a place needs; "" is the
 * step before it.  back_to is read alike, where "" is none and only tasks before
 * the decision count.  Steps must be added in order and the kinds be set before;
 * positions of no earlier step are passed over.  False when there were such, or what is
 * written is no list: a guide with that is not published, yet a case under it goes on.
 */
bool flow_read_needs(struct flow *, size_t at, const char *needs);
bool flow_read_back_to(struct flow *, size_t at, const char *back_to);

/* Is this kind a task, or an act of the case itself? */
bool flow_is_task(enum flow_kind);
/* Who does a task: the role its guide names, or, where that is none who handles cases, the reviewer before the decision
 * and the clerk after it. */
unsigned flow_role(enum flow_kind, unsigned named);
/* Has a task of this state come to its end?  Returned has not: its next round is to be done. */
bool task_ended(enum task_state);

/* The tasks that stand before the decision, and those that follow it. */
flow_set flow_before(const struct flow *);
flow_set flow_after(const struct flow *);

/* The tasks that wait and may open now, all at once. */
flow_set flow_opens(const struct flow *, const struct flow_progress *);
/* The tasks before the decision (once decided: after it) that have not come to their end. */
flow_set flow_remaining(const struct flow *, const struct flow_progress *);
/* Everything before the decision is done. */
bool flow_may_decide(const struct flow *, const struct flow_progress *);

/* Where the step at a place may be sent back to now: from an open task to tasks done that it needs, from the decision
 * to any task done before it; only where back_to says so. */
flow_set flow_back_to(const struct flow *, const struct flow_progress *, size_t from);
/* What is done anew when the case goes back to a task: that task, and every task before the decision that needs it. */
flow_set flow_reopened(const struct flow *, size_t target);

const char *flow_kind_name(enum flow_kind);
bool flow_kind_named(const char *name, enum flow_kind *);
const char *task_state_name(enum task_state);
bool task_state_named(const char *name, enum task_state *);

#endif
