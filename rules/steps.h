/*
 * steps.h - the only state machine: what may happen to a case, and by whom.
 *
 * One table of (from, event, by whom, to, refusal).  It draws the buttons,
 * judges the post, and is the diagram in the documents.  Who receives does not
 * decide and who decides does not receive (受审分离): a clerk accepts but cannot
 * grant, an approver grants but cannot accept.
 *
 * The names are columns, words and addresses: they never change.  The caller
 * still repeats the state and version in its UPDATE; this table knows nothing
 * of organs, owners or colleagues.
 */
#ifndef RULES_STEPS_H
#define RULES_STEPS_H

#include "rules/day.h"
#include "rules/names.h"

#define STATES(X)					\
	X(STATE_DRAFT, "draft")				\
	X(STATE_SUBMITTED, "submitted")			\
	X(STATE_CORRECTION, "correction")		/* the applicant is asked to supply */ \
	X(STATE_RESUBMITTED, "resubmitted")		\
	X(STATE_ACCEPTED, "accepted")			\
	X(STATE_NOT_ACCEPTED, "not_accepted")		/* an end */	\
	X(STATE_REVIEWING, "reviewing")			\
	X(STATE_GRANTED, "granted")			\
	X(STATE_DENIED, "denied")			\
	X(STATE_CLOSED, "closed")			\
	X(STATE_DELIVERED, "delivered")			/* an end */	\
	X(STATE_WITHDRAWN, "withdrawn")			/* an end */	\
	X(STATE_SUPPLEMENT, "supplement")		/* asked for more during the review */ \
	X(STATE_SUSPENDED, "suspended")			/* a special procedure runs: Licensing Law 45 */ \
	X(STATE_TERMINATED, "terminated")		/* an end: what was promised or asked for never came */

#define EVENTS(X)					\
	X(EVENT_SUBMIT, "submit")			\
	X(EVENT_TAKE_BACK, "take_back")			/* within ten minutes */ \
	X(EVENT_CLAIM, "claim")				/* a colleague takes it in hand */ \
	X(EVENT_ASK_CORRECTION, "ask_correction")	\
	X(EVENT_RESUBMIT, "resubmit")			\
	X(EVENT_ACCEPT, "accept")			\
	X(EVENT_DEEM_ACCEPTED, "deem_accepted")		/* Licensing Law 32: silence accepts */ \
	X(EVENT_REFUSE_ACCEPTANCE, "refuse_acceptance")	\
	X(EVENT_START_REVIEW, "start_review")		\
	X(EVENT_OPINION, "opinion")			\
	X(EVENT_GRANT, "grant")				\
	X(EVENT_DENY, "deny")				\
	X(EVENT_CLOSE, "close")				\
	X(EVENT_DELIVER, "deliver")			\
	X(EVENT_WITHDRAW, "withdraw")			/* until it is decided */ \
	X(EVENT_LAPSE, "lapse")				/* the correction never came */ \
	X(EVENT_RECEIVE, "receive")			/* a window files it on the applicant's behalf */ \
	X(EVENT_PRECHECK, "precheck")			/* in order online: bring the originals */ \
	X(EVENT_TASK, "task")				/* a step of the item's flow is done */ \
	X(EVENT_SEND_BACK, "send_back")			/* to an earlier step of the flow */ \
	X(EVENT_DEEM_CONSENT, "deem_consent")		/* an organ asked for its opinion kept silent */ \
	X(EVENT_ASK_SUPPLEMENT, "ask_supplement")	\
	X(EVENT_SUPPLY, "supply")			\
	X(EVENT_SUSPEND, "suspend")			/* hearing, tender, inspection, expert review … */ \
	X(EVENT_RESUME, "resume")			\
	X(EVENT_EXTEND, "extend")			/* Licensing Law 42: by the head, once, with reason */ \
	X(EVENT_KEEP_PROMISE, "keep_promise")		/* what could lack at acceptance has come */ \
	X(EVENT_RETURN_PROMISE, "return_promise")	/* what came falls short */ \
	X(EVENT_TERMINATE, "terminate")			\
	X(EVENT_RECOMPUTE, "recompute")			/* a new calendar moved its dates */ \
	X(EVENT_BILL, "bill")				/* a fee of the published list is asked */ \
	X(EVENT_PAY, "pay")				\
	X(EVENT_WAIVE, "waive")				/* a fee is reduced or let off, by whom decides */ \
	X(EVENT_SEND, "send")				/* the result is handed to a courier */ \
	X(EVENT_ACKNOWLEDGE, "acknowledge")		/* the organ that supervises takes note of a grant */ \
	X(EVENT_REVOKE, "revoke")			/* what was granted holds no longer */ \
	X(EVENT_RATE, "rate")				\
	X(EVENT_CALL_BACK, "call_back")			/* who rated it bad was asked, and what was mended */

#define ROLES(X)					\
	X(ROLE_APPLICANT, "applicant")			\
	X(ROLE_CLERK, "clerk")				\
	X(ROLE_REVIEWER, "reviewer")			\
	X(ROLE_APPROVER, "approver")			\
	X(ROLE_HELPER, "helper")			\
	X(ROLE_SUPERVISOR, "supervisor")		\
	X(ROLE_LEADER, "leader")			\
	X(ROLE_WEBMASTER, "webmaster")			/* writes items and documents */ \
	X(ROLE_EDITOR, "editor")			/* publishes what another wrote */ \
	X(ROLE_SYSTEM_ADMIN, "system_admin")		\
	X(ROLE_SECURITY_ADMIN, "security_admin")	\
	X(ROLE_AUDITOR, "auditor")			\
	X(ROLE_CLOCK, "clock")				/* the daemon of days */

#define REFUSALS(X)					\
	X(REFUSED_NOT, "none")				\
	X(REFUSED_ROLE, "not_your_role")		\
	X(REFUSED_STATE, "wrong_state")			\
	X(REFUSED_NOT_SUBMITTED, "not_submitted")	\
	X(REFUSED_SUBMITTED, "already_submitted")	\
	X(REFUSED_NOT_ACCEPTED_YET, "not_accepted_yet")	\
	X(REFUSED_AWAITING, "awaiting_correction")	\
	X(REFUSED_ACCEPTED, "already_accepted")		\
	X(REFUSED_UNACCEPTED, "already_not_accepted")	\
	X(REFUSED_REVIEWING, "under_review")		\
	X(REFUSED_NOT_DECIDED, "not_decided_yet")	\
	X(REFUSED_DECIDED, "already_decided")		\
	X(REFUSED_NOT_CLOSED, "not_closed_yet")		\
	X(REFUSED_CLOSED, "already_closed")		\
	X(REFUSED_DELIVERED, "already_delivered")	\
	X(REFUSED_WITHDRAWN, "already_withdrawn")	\
	X(REFUSED_LATE, "too_late")			/* the ten minutes are over */ \
	X(REFUSED_REASON, "no_reason")			/* the event needs one */ \
	X(REFUSED_SUPPLEMENT, "awaiting_supplement")	\
	X(REFUSED_SUSPENDED, "suspended")		\
	X(REFUSED_TERMINATED, "already_terminated")	\
	X(REFUSED_RUNNING, "not_suspended")		/* there is nothing to resume */ \
	X(REFUSED_TASKS, "tasks_open")			/* steps of the flow come before the decision */ \
	X(REFUSED_TASK, "not_your_task")		/* this step is another organ's or role's */ \
	X(REFUSED_TASK_DONE, "task_done")		\
	X(REFUSED_EXTENDED, "already_extended")		\
	X(REFUSED_UNLISTED, "not_in_catalogue")		/* only what is published is handled */ \
	X(REFUSED_MAIN_MISSING, "main_material_missing") /* only minor materials may lack */ \
	X(REFUSED_BARRED, "promise_barred")		/* a promise was broken before */ \
	X(REFUSED_VISIBLE, "visible_before")		/* the first notice had to name it */ \
	X(REFUSED_UNPAID, "fee_unpaid")			/* the result is held until it is paid */ \
	X(REFUSED_FEE, "fee_not_listed")		/* only what the guide lists may be asked */ \
	X(REFUSED_RATED, "already_rated")		\
	X(REFUSED_REVOKED, "already_revoked")		\
	X(REFUSED_LICENCE, "licence_not_valid")		/* revoked, expired, or another's */

enum state { STATES(NAMES_CONSTANT) STATE_COUNT };
enum event { EVENTS(NAMES_CONSTANT) EVENT_COUNT };
enum refusal { REFUSALS(NAMES_CONSTANT) REFUSAL_COUNT };

/* ROLE_… are bits; a person holds a set of them. */
#define ROLE_POSITION(constant, name)	constant##_POSITION,
enum { ROLES(ROLE_POSITION) ROLE_COUNT };
#define ROLE_BIT(constant, name)	constant = 1 << constant##_POSITION,
enum role { ROLES(ROLE_BIT) ROLE_NONE = 0 };

struct step {
	enum state from;
	enum event event;
	unsigned roles;		/* any one of them may */
	enum state to;		/* "from" again where refused or nothing moves */
	enum refusal refused;	/* REFUSED_NOT (0): it may be done */
};

extern const struct step steps[];
extern const size_t step_count;

#define STEP_TAKE_BACK	(10 * MINUTE)

/* What the table says to this event in this state by someone of these roles. */
struct step step_find(enum state from, enum event event, unsigned roles);

/* The events open to these roles in this state, in order: call with *at = 0 until false. */
bool step_next(enum state from, unsigned roles, size_t *at, enum event *event);

/* The take-back window: open through the tenth minute after submission. */
bool step_may_take_back(instant submitted_at, instant now);

bool event_needs_reason(enum event event);	/* for a correction, its list */
bool state_open(enum state state);	/* somebody still has something to do */
bool state_decided(enum state state);	/* granted, denied and what follows */

/* No one holds two of the administrators' three roles. */
bool roles_conflict(unsigned roles);

const char *state_name(enum state state);
const char *event_name(enum event event);
const char *role_name(unsigned role);		/* one bit; "" otherwise */
const char *refusal_name(enum refusal refusal);
bool state_named(const char *name, enum state *state);
bool event_named(const char *name, enum event *event);
unsigned role_named(const char *name);		/* 0: none of that name */
unsigned roles_named(const char *names);	/* "clerk,helper", as columns have them: all of them; a name that is none is nothing */

#endif
