/* steps.c - see steps.h. */
#include "rules/steps.h"

#include <string.h>

static const char *const state_names[] = { STATES(NAMES_TEXT) };
static const char *const event_names[] = { EVENTS(NAMES_TEXT) };
static const char *const role_names[] = { ROLES(NAMES_TEXT) };
static const char *const refusal_names[] = { REFUSALS(NAMES_TEXT) };

#define HANDLERS	(ROLE_CLERK | ROLE_REVIEWER)
#define DECIDERS	(ROLE_REVIEWER | ROLE_APPROVER)
#define OFFICERS	(ROLE_CLERK | DECIDERS)
#define PAYERS		(ROLE_APPLICANT | ROLE_CLERK | ROLE_CLOCK)	/* the clock: by the bank's word */
#define TAKERS_OF_NOTE	(HANDLERS | ROLE_LEADER)
#define REVOKERS	(ROLE_APPROVER | ROLE_LEADER)

/* In the order of the buttons; what no row allows is refused. */
const struct step steps[] = {
	/* from               event                    by whom         to */
	{ STATE_DRAFT,        EVENT_SUBMIT,            ROLE_APPLICANT, STATE_SUBMITTED, 0 },
	{ STATE_DRAFT,        EVENT_RECEIVE,           ROLE_CLERK,     STATE_SUBMITTED, 0 },

	{ STATE_SUBMITTED,    EVENT_CLAIM,             ROLE_CLERK,     STATE_SUBMITTED, 0 },
	{ STATE_SUBMITTED,    EVENT_ACCEPT,            ROLE_CLERK,     STATE_ACCEPTED, 0 },
	{ STATE_SUBMITTED,    EVENT_PRECHECK,          ROLE_CLERK,     STATE_SUBMITTED, 0 },
	{ STATE_SUBMITTED,    EVENT_ASK_CORRECTION,    ROLE_CLERK,     STATE_CORRECTION, 0 },
	{ STATE_SUBMITTED,    EVENT_REFUSE_ACCEPTANCE, ROLE_CLERK,     STATE_NOT_ACCEPTED, 0 },
	{ STATE_SUBMITTED,    EVENT_DEEM_ACCEPTED,     ROLE_CLOCK,     STATE_ACCEPTED, 0 },
	{ STATE_SUBMITTED,    EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_SUBMITTED, 0 },
	{ STATE_SUBMITTED,    EVENT_TAKE_BACK,         ROLE_APPLICANT, STATE_DRAFT, 0 },
	{ STATE_SUBMITTED,    EVENT_WITHDRAW,          ROLE_APPLICANT, STATE_WITHDRAWN, 0 },
	{ STATE_SUBMITTED,    EVENT_SUBMIT,            ROLE_APPLICANT, STATE_SUBMITTED,
	    REFUSED_SUBMITTED },

	{ STATE_CORRECTION,   EVENT_RESUBMIT,          ROLE_APPLICANT, STATE_RESUBMITTED, 0 },
	{ STATE_CORRECTION,   EVENT_WITHDRAW,          ROLE_APPLICANT, STATE_WITHDRAWN, 0 },
	{ STATE_CORRECTION,   EVENT_LAPSE,             ROLE_CLOCK,     STATE_WITHDRAWN, 0 },
	{ STATE_CORRECTION,   EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_CORRECTION, 0 },

	{ STATE_RESUBMITTED,  EVENT_CLAIM,             ROLE_CLERK,     STATE_RESUBMITTED, 0 },
	{ STATE_RESUBMITTED,  EVENT_ACCEPT,            ROLE_CLERK,     STATE_ACCEPTED, 0 },
	{ STATE_RESUBMITTED,  EVENT_PRECHECK,          ROLE_CLERK,     STATE_RESUBMITTED, 0 },
	{ STATE_RESUBMITTED,  EVENT_ASK_CORRECTION,    ROLE_CLERK,     STATE_CORRECTION, 0 },
	{ STATE_RESUBMITTED,  EVENT_REFUSE_ACCEPTANCE, ROLE_CLERK,     STATE_NOT_ACCEPTED, 0 },
	{ STATE_RESUBMITTED,  EVENT_DEEM_ACCEPTED,     ROLE_CLOCK,     STATE_ACCEPTED, 0 },
	{ STATE_RESUBMITTED,  EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_RESUBMITTED, 0 },
	{ STATE_RESUBMITTED,  EVENT_WITHDRAW,          ROLE_APPLICANT, STATE_WITHDRAWN, 0 },
	{ STATE_RESUBMITTED,  EVENT_RESUBMIT,          ROLE_APPLICANT, STATE_RESUBMITTED,
	    REFUSED_SUBMITTED },

	{ STATE_ACCEPTED,     EVENT_CLAIM,             ROLE_REVIEWER,  STATE_ACCEPTED, 0 },
	{ STATE_ACCEPTED,     EVENT_START_REVIEW,      ROLE_REVIEWER,  STATE_REVIEWING, 0 },
	{ STATE_ACCEPTED,     EVENT_TASK,              OFFICERS,       STATE_REVIEWING, 0 },
	{ STATE_ACCEPTED,     EVENT_DEEM_CONSENT,      ROLE_CLOCK,     STATE_REVIEWING, 0 },
	{ STATE_ACCEPTED,     EVENT_KEEP_PROMISE,      ROLE_APPLICANT | ROLE_CLERK, STATE_ACCEPTED, 0 },
	{ STATE_ACCEPTED,     EVENT_RETURN_PROMISE,    ROLE_CLERK,     STATE_ACCEPTED, 0 },
	{ STATE_ACCEPTED,     EVENT_EXTEND,            ROLE_LEADER,    STATE_ACCEPTED, 0 },
	{ STATE_ACCEPTED,     EVENT_TERMINATE,         ROLE_CLOCK,     STATE_TERMINATED, 0 },
	{ STATE_ACCEPTED,     EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_ACCEPTED, 0 },
	{ STATE_ACCEPTED,     EVENT_WITHDRAW,          ROLE_APPLICANT, STATE_WITHDRAWN, 0 },
	{ STATE_ACCEPTED,     EVENT_BILL,              HANDLERS,       STATE_ACCEPTED, 0 },
	{ STATE_ACCEPTED,     EVENT_PAY,               PAYERS,         STATE_ACCEPTED, 0 },
	{ STATE_ACCEPTED,     EVENT_WAIVE,             ROLE_APPROVER,  STATE_ACCEPTED, 0 },

	{ STATE_REVIEWING,    EVENT_CLAIM,             DECIDERS,       STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_TASK,              OFFICERS,       STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_OPINION,           DECIDERS,       STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_SEND_BACK,         DECIDERS,       STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_DEEM_CONSENT,      ROLE_CLOCK,     STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_ASK_SUPPLEMENT,    ROLE_REVIEWER,  STATE_SUPPLEMENT, 0 },
	{ STATE_REVIEWING,    EVENT_SUSPEND,           DECIDERS,       STATE_SUSPENDED, 0 },
	{ STATE_REVIEWING,    EVENT_EXTEND,            ROLE_LEADER,    STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_GRANT,             ROLE_APPROVER,  STATE_GRANTED, 0 },
	{ STATE_REVIEWING,    EVENT_DENY,              ROLE_APPROVER,  STATE_DENIED, 0 },
	{ STATE_REVIEWING,    EVENT_KEEP_PROMISE,      ROLE_APPLICANT | ROLE_CLERK, STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_RETURN_PROMISE,    ROLE_CLERK,     STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_TERMINATE,         ROLE_CLOCK,     STATE_TERMINATED, 0 },
	{ STATE_REVIEWING,    EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_WITHDRAW,          ROLE_APPLICANT, STATE_WITHDRAWN, 0 },
	{ STATE_REVIEWING,    EVENT_BILL,              HANDLERS,       STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_PAY,               PAYERS,         STATE_REVIEWING, 0 },
	{ STATE_REVIEWING,    EVENT_WAIVE,             ROLE_APPROVER,  STATE_REVIEWING, 0 },

	{ STATE_SUPPLEMENT,   EVENT_SUPPLY,            ROLE_APPLICANT, STATE_REVIEWING, 0 },
	{ STATE_SUPPLEMENT,   EVENT_KEEP_PROMISE,      ROLE_APPLICANT | ROLE_CLERK, STATE_SUPPLEMENT, 0 },
	{ STATE_SUPPLEMENT,   EVENT_RETURN_PROMISE,    ROLE_CLERK,     STATE_SUPPLEMENT, 0 },
	{ STATE_SUPPLEMENT,   EVENT_TERMINATE,         ROLE_CLOCK,     STATE_TERMINATED, 0 },
	{ STATE_SUPPLEMENT,   EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_SUPPLEMENT, 0 },
	{ STATE_SUPPLEMENT,   EVENT_WITHDRAW,          ROLE_APPLICANT, STATE_WITHDRAWN, 0 },
	{ STATE_SUPPLEMENT,   EVENT_PAY,               PAYERS,         STATE_SUPPLEMENT, 0 },

	{ STATE_SUSPENDED,    EVENT_RESUME,            DECIDERS,       STATE_REVIEWING, 0 },
	{ STATE_SUSPENDED,    EVENT_KEEP_PROMISE,      ROLE_APPLICANT | ROLE_CLERK, STATE_SUSPENDED, 0 },
	{ STATE_SUSPENDED,    EVENT_RETURN_PROMISE,    ROLE_CLERK,     STATE_SUSPENDED, 0 },
	{ STATE_SUSPENDED,    EVENT_TERMINATE,         ROLE_CLOCK,     STATE_TERMINATED, 0 },
	{ STATE_SUSPENDED,    EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_SUSPENDED, 0 },
	{ STATE_SUSPENDED,    EVENT_WITHDRAW,          ROLE_APPLICANT, STATE_WITHDRAWN, 0 },
	{ STATE_SUSPENDED,    EVENT_PAY,               PAYERS,         STATE_SUSPENDED, 0 },

	{ STATE_GRANTED,      EVENT_TASK,              OFFICERS,       STATE_GRANTED, 0 },
	{ STATE_GRANTED,      EVENT_CLOSE,             HANDLERS,       STATE_CLOSED, 0 },
	{ STATE_GRANTED,      EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_GRANTED, 0 },
	{ STATE_GRANTED,      EVENT_BILL,              HANDLERS,       STATE_GRANTED, 0 },
	{ STATE_GRANTED,      EVENT_PAY,               PAYERS,         STATE_GRANTED, 0 },
	{ STATE_GRANTED,      EVENT_WAIVE,             ROLE_APPROVER,  STATE_GRANTED, 0 },
	{ STATE_GRANTED,      EVENT_ACKNOWLEDGE,       TAKERS_OF_NOTE, STATE_GRANTED, 0 },
	{ STATE_GRANTED,      EVENT_REVOKE,            REVOKERS,       STATE_GRANTED, 0 },
	{ STATE_GRANTED,      EVENT_RATE,              ROLE_APPLICANT, STATE_GRANTED, 0 },
	{ STATE_GRANTED,      EVENT_CALL_BACK,         TAKERS_OF_NOTE, STATE_GRANTED, 0 },
	{ STATE_DENIED,       EVENT_TASK,              OFFICERS,       STATE_DENIED, 0 },
	{ STATE_DENIED,       EVENT_CLOSE,             HANDLERS,       STATE_CLOSED, 0 },
	{ STATE_DENIED,       EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_DENIED, 0 },
	{ STATE_DENIED,       EVENT_PAY,               PAYERS,         STATE_DENIED, 0 },
	{ STATE_DENIED,       EVENT_WAIVE,             ROLE_APPROVER,  STATE_DENIED, 0 },
	{ STATE_DENIED,       EVENT_RATE,              ROLE_APPLICANT, STATE_DENIED, 0 },
	{ STATE_DENIED,       EVENT_CALL_BACK,         TAKERS_OF_NOTE, STATE_DENIED, 0 },
	{ STATE_CLOSED,       EVENT_DELIVER,           ROLE_CLERK | ROLE_APPLICANT, STATE_DELIVERED, 0 },
	{ STATE_CLOSED,       EVENT_RECOMPUTE,         ROLE_CLOCK,     STATE_CLOSED, 0 },
	{ STATE_CLOSED,       EVENT_SEND,              ROLE_CLERK,     STATE_CLOSED, 0 },
	{ STATE_CLOSED,       EVENT_BILL,              HANDLERS,       STATE_CLOSED, 0 },
	{ STATE_CLOSED,       EVENT_PAY,               PAYERS,         STATE_CLOSED, 0 },
	{ STATE_CLOSED,       EVENT_WAIVE,             ROLE_APPROVER,  STATE_CLOSED, 0 },
	{ STATE_CLOSED,       EVENT_ACKNOWLEDGE,       TAKERS_OF_NOTE, STATE_CLOSED, 0 },
	{ STATE_CLOSED,       EVENT_REVOKE,            REVOKERS,       STATE_CLOSED, 0 },
	{ STATE_CLOSED,       EVENT_RATE,              ROLE_APPLICANT, STATE_CLOSED, 0 },
	{ STATE_CLOSED,       EVENT_CALL_BACK,         TAKERS_OF_NOTE, STATE_CLOSED, 0 },

	{ STATE_DELIVERED,    EVENT_ACKNOWLEDGE,       TAKERS_OF_NOTE, STATE_DELIVERED, 0 },
	{ STATE_DELIVERED,    EVENT_REVOKE,            REVOKERS,       STATE_DELIVERED, 0 },
	{ STATE_DELIVERED,    EVENT_RATE,              ROLE_APPLICANT, STATE_DELIVERED, 0 },
	{ STATE_DELIVERED,    EVENT_CALL_BACK,         TAKERS_OF_NOTE, STATE_DELIVERED, 0 },
	{ STATE_NOT_ACCEPTED, EVENT_RATE,              ROLE_APPLICANT, STATE_NOT_ACCEPTED, 0 },
	{ STATE_NOT_ACCEPTED, EVENT_CALL_BACK,         TAKERS_OF_NOTE, STATE_NOT_ACCEPTED, 0 },
	{ STATE_TERMINATED,   EVENT_RATE,              ROLE_APPLICANT, STATE_TERMINATED, 0 },
	{ STATE_TERMINATED,   EVENT_CALL_BACK,         TAKERS_OF_NOTE, STATE_TERMINATED, 0 },
};
const size_t step_count = sizeof(steps) / sizeof(steps[0]);

/* Why an event that somebody may do elsewhere cannot be done in a state. */
static const enum refusal state_refusals[STATE_COUNT] = {
	[STATE_DRAFT] = REFUSED_NOT_SUBMITTED,
	[STATE_SUBMITTED] = REFUSED_NOT_ACCEPTED_YET,
	[STATE_CORRECTION] = REFUSED_AWAITING,
	[STATE_RESUBMITTED] = REFUSED_NOT_ACCEPTED_YET,
	[STATE_ACCEPTED] = REFUSED_ACCEPTED,
	[STATE_NOT_ACCEPTED] = REFUSED_UNACCEPTED,
	[STATE_REVIEWING] = REFUSED_REVIEWING,
	[STATE_GRANTED] = REFUSED_DECIDED,
	[STATE_DENIED] = REFUSED_DECIDED,
	[STATE_CLOSED] = REFUSED_CLOSED,
	[STATE_DELIVERED] = REFUSED_DELIVERED,
	[STATE_WITHDRAWN] = REFUSED_WITHDRAWN,
	[STATE_SUPPLEMENT] = REFUSED_SUPPLEMENT,
	[STATE_SUSPENDED] = REFUSED_SUSPENDED,
	[STATE_TERMINATED] = REFUSED_TERMINATED,
};

/* Events of the first desk, for which review means "already accepted". */
static bool
belongs_before_acceptance(enum event event)
{
	return event <= EVENT_REFUSE_ACCEPTANCE || event == EVENT_LAPSE || event == EVENT_RECEIVE ||
	    event == EVENT_PRECHECK;
}

/* Events that follow the decision, for which all before is "not decided yet". */
static bool
belongs_after_decision(enum event event)
{
	return event == EVENT_CLOSE || event == EVENT_DELIVER || event == EVENT_SEND || event == EVENT_ACKNOWLEDGE ||
	    event == EVENT_REVOKE || event == EVENT_RATE || event == EVENT_CALL_BACK;
}

static bool
in_review(enum state state)
{
	return state == STATE_REVIEWING || state == STATE_SUPPLEMENT || state == STATE_SUSPENDED;
}

static enum refusal
why_not(enum state from, enum event event)
{
	enum refusal why = state_refusals[from];

	if (in_review(from) && belongs_before_acceptance(event))
		return REFUSED_ACCEPTED;
	if ((from == STATE_ACCEPTED || in_review(from)) && belongs_after_decision(event))
		return REFUSED_NOT_DECIDED;
	if (from == STATE_REVIEWING && event == EVENT_RESUME)
		return REFUSED_RUNNING;
	if (from == STATE_ACCEPTED && !belongs_before_acceptance(event))
		return REFUSED_STATE;	/* the review has not begun */
	if (why == REFUSED_DECIDED && (event == EVENT_DELIVER || event == EVENT_SEND))
		return REFUSED_NOT_CLOSED;
	if (from == STATE_SUBMITTED && event == EVENT_RESUBMIT)
		return REFUSED_STATE;	/* no correction was asked for */
	return why;
}

struct step
step_find(enum state from, enum event event, unsigned roles)
{
	struct step none = { from, event, 0, from, REFUSED_ROLE };
	unsigned ever = 0, here = 0;

	if ((unsigned)from >= STATE_COUNT || (unsigned)event >= EVENT_COUNT) {
		none.refused = REFUSED_STATE;
		return none;
	}
	for (size_t i = 0; i < step_count; i++) {
		if (steps[i].event != event)
			continue;
		ever |= steps[i].roles;
		if (steps[i].from != from)
			continue;
		if ((steps[i].roles & roles) != 0)
			return steps[i];
		here |= steps[i].roles;
	}
	if (here == 0 && (ever & roles) != 0)
		none.refused = why_not(from, event);
	return none;
}

bool
step_next(enum state from, unsigned roles, size_t *at, enum event *event)
{
	while (*at < step_count) {
		const struct step *s = &steps[(*at)++];

		if (s->from == from && (s->roles & roles) != 0 && s->refused == REFUSED_NOT) {
			*event = s->event;
			return true;
		}
	}
	return false;
}

bool
step_may_take_back(instant submitted_at, instant now)
{
	if (submitted_at == INSTANT_NONE || now < submitted_at)
		return false;
	return now <= instant_add(submitted_at, STEP_TAKE_BACK);
}

bool
event_needs_reason(enum event event)
{
	switch (event) {
	case EVENT_ASK_CORRECTION:
	case EVENT_REFUSE_ACCEPTANCE:
	case EVENT_OPINION:
	case EVENT_GRANT:
	case EVENT_DENY:
	case EVENT_SEND_BACK:
	case EVENT_ASK_SUPPLEMENT:
	case EVENT_SUSPEND:
	case EVENT_EXTEND:
	case EVENT_RETURN_PROMISE:
	case EVENT_TERMINATE:
	case EVENT_WAIVE:
	case EVENT_REVOKE:
	case EVENT_CALL_BACK:
		return true;
	default:
		return false;
	}
}

bool
state_open(enum state state)
{
	return (unsigned)state < STATE_COUNT && state != STATE_NOT_ACCEPTED && state != STATE_DELIVERED &&
	    state != STATE_WITHDRAWN && state != STATE_TERMINATED;
}

bool
state_decided(enum state state)
{
	return state == STATE_GRANTED || state == STATE_DENIED || state == STATE_CLOSED ||
	    state == STATE_DELIVERED;
}

bool
roles_conflict(unsigned roles)
{
	unsigned admins = roles & (ROLE_SYSTEM_ADMIN | ROLE_SECURITY_ADMIN | ROLE_AUDITOR);

	return (admins & (admins - 1)) != 0;
}

const char *
state_name(enum state state)
{
	return names_at(state_names, STATE_COUNT, (int)state);
}

const char *
event_name(enum event event)
{
	return names_at(event_names, EVENT_COUNT, (int)event);
}

const char *
role_name(unsigned role)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		if (role == 1u << i)
			return role_names[i];
	return "";
}

const char *
refusal_name(enum refusal refusal)
{
	return names_at(refusal_names, REFUSAL_COUNT, (int)refusal);
}

bool
state_named(const char *name, enum state *state)
{
	int found = names_find(state_names, STATE_COUNT, name);

	if (found >= 0)
		*state = (enum state)found;
	return found >= 0;
}

bool
event_named(const char *name, enum event *event)
{
	int found = names_find(event_names, EVENT_COUNT, name);

	if (found >= 0)
		*event = (enum event)found;
	return found >= 0;
}

unsigned
role_named(const char *name)
{
	int found = names_find(role_names, ROLE_COUNT, name);

	return found < 0 ? 0 : 1u << found;
}

unsigned
roles_named(const char *names)
{
	unsigned roles = 0;

	while (*names != '\0') {
		size_t bytes = strcspn(names, ",");

		for (int r = 0; r < ROLE_COUNT; r++)
			if (strlen(role_names[r]) == bytes && memcmp(role_names[r], names, bytes) == 0)
				roles |= 1u << r;
		names += bytes + (names[bytes] == ',');
	}
	return roles;
}
