/* The step table, walked state by state, event by event, role by role. */
#include "tests/rules/outside.h"

#include "rules/steps.h"

/*
 * The policy, written by hand apart from the table: what each role may do in
 * each state.  What does not stand here must be refused.
 */
static const struct {
	const char *state, *role, *events;
} policy[] = {
	{ "draft", "applicant", "submit" },
	{ "draft", "clerk", "receive" },
	{ "submitted", "applicant", "take_back withdraw" },
	{ "submitted", "clerk", "claim accept precheck ask_correction refuse_acceptance" },
	{ "submitted", "clock", "deem_accepted recompute" },
	{ "correction", "applicant", "resubmit withdraw" },
	{ "correction", "clock", "lapse recompute" },
	{ "resubmitted", "applicant", "withdraw" },
	{ "resubmitted", "clerk", "claim accept precheck ask_correction refuse_acceptance" },
	{ "resubmitted", "clock", "deem_accepted recompute" },
	{ "accepted", "applicant", "withdraw keep_promise pay" },
	{ "accepted", "clerk", "keep_promise return_promise task bill pay" },
	{ "accepted", "reviewer", "claim start_review task bill" },
	{ "accepted", "approver", "task waive" },
	{ "accepted", "leader", "extend" },
	{ "accepted", "clock", "terminate recompute deem_consent pay" },
	{ "reviewing", "applicant", "withdraw keep_promise pay" },
	{ "reviewing", "clerk", "task keep_promise return_promise bill pay" },
	{ "reviewing", "reviewer", "claim task opinion send_back ask_supplement suspend bill" },
	{ "reviewing", "approver", "claim task opinion send_back suspend grant deny waive" },
	{ "reviewing", "leader", "extend" },
	{ "reviewing", "clock", "deem_consent terminate recompute pay" },
	{ "supplement", "applicant", "supply withdraw keep_promise pay" },
	{ "supplement", "clerk", "keep_promise return_promise pay" },
	{ "supplement", "clock", "terminate recompute pay" },
	{ "suspended", "applicant", "withdraw keep_promise pay" },
	{ "suspended", "clerk", "keep_promise return_promise pay" },
	{ "suspended", "reviewer", "resume" },
	{ "suspended", "approver", "resume" },
	{ "suspended", "clock", "terminate recompute pay" },
	{ "granted", "clerk", "task close bill pay acknowledge call_back" },
	{ "granted", "reviewer", "task close bill acknowledge call_back" },
	{ "granted", "approver", "task waive revoke" },
	{ "granted", "clock", "recompute pay" },
	{ "granted", "applicant", "pay rate" },
	{ "granted", "leader", "acknowledge revoke call_back" },
	{ "denied", "clerk", "task close pay call_back" },
	{ "denied", "reviewer", "task close call_back" },
	{ "denied", "approver", "task waive" },
	{ "denied", "clock", "recompute pay" },
	{ "denied", "applicant", "pay rate" },
	{ "denied", "leader", "call_back" },
	{ "closed", "clerk", "deliver bill pay send acknowledge call_back" },
	{ "closed", "clock", "recompute pay" },
	{ "closed", "reviewer", "bill acknowledge call_back" },
	{ "closed", "approver", "waive revoke" },
	{ "closed", "applicant", "deliver pay rate" },
	{ "closed", "leader", "acknowledge revoke call_back" },
	{ "delivered", "clerk", "acknowledge call_back" },
	{ "delivered", "reviewer", "acknowledge call_back" },
	{ "delivered", "leader", "acknowledge revoke call_back" },
	{ "delivered", "approver", "revoke" },
	{ "delivered", "applicant", "rate" },
	{ "not_accepted", "applicant", "rate" },
	{ "not_accepted", "clerk", "call_back" },
	{ "not_accepted", "reviewer", "call_back" },
	{ "not_accepted", "leader", "call_back" },
	{ "terminated", "applicant", "rate" },
	{ "terminated", "clerk", "call_back" },
	{ "terminated", "reviewer", "call_back" },
	{ "terminated", "leader", "call_back" },
};

/* Where an event leads; those not named here change nothing. */
static const struct { const char *event, *to; } leads[] = {
	{ "submit", "submitted" }, { "take_back", "draft" }, { "ask_correction", "correction" },
	{ "resubmit", "resubmitted" }, { "accept", "accepted" }, { "deem_accepted", "accepted" },
	{ "refuse_acceptance", "not_accepted" }, { "start_review", "reviewing" },
	{ "grant", "granted" }, { "deny", "denied" }, { "close", "closed" },
	{ "deliver", "delivered" }, { "withdraw", "withdrawn" }, { "lapse", "withdrawn" },
	{ "receive", "submitted" }, { "ask_supplement", "supplement" }, { "supply", "reviewing" },
	{ "suspend", "suspended" }, { "resume", "reviewing" }, { "terminate", "terminated" },
};

static bool
word_in(const char *words, const char *word)
{
	size_t length = strlen(word);

	for (const char *at = strstr(words, word); at != NULL; at = strstr(at + 1, word))
		if ((at == words || at[-1] == ' ') && (at[length] == ' ' || at[length] == '\0'))
			return true;
	return false;
}

static bool
policy_allows(const char *state, const char *role, const char *event)
{
	for (size_t i = 0; i < sizeof(policy) / sizeof(policy[0]); i++)
		if (strcmp(policy[i].state, state) == 0 && strcmp(policy[i].role, role) == 0)
			return word_in(policy[i].events, event);
	return false;
}

static const char *
leads_to(const char *state, const char *event)
{
	/* The first task done begins the review, whoever's it is. */
	if (strcmp(state, "accepted") == 0 && (strcmp(event, "task") == 0 || strcmp(event, "deem_consent") == 0))
		return "reviewing";
	for (size_t i = 0; i < sizeof(leads) / sizeof(leads[0]); i++)
		if (strcmp(leads[i].event, event) == 0)
			return leads[i].to;
	return state;
}

static void
every_state_event_and_role(void **context)
{
	int allowed = 0;

	(void)context;
	for (int s = 0; s < STATE_COUNT; s++) {
		for (int e = 0; e < EVENT_COUNT; e++) {
			for (int r = 0; r < ROLE_COUNT; r++) {
				enum state state = (enum state)s;
				enum event event = (enum event)e;
				unsigned role = 1u << r;
				struct step step = step_find(state, event, role);
				bool may = policy_allows(state_name(state), role_name(role),
				    event_name(event));

				if (may != (step.refused == REFUSED_NOT))
					fail_msg("%s by %s in %s is refused as %s", event_name(event),
					    role_name(role), state_name(state), refusal_name(step.refused));
				assert_int_equal(step.from, state);
				assert_int_equal(step.event, event);
				assert_string_equal(state_name(step.to), may ?
				    leads_to(state_name(state), event_name(event)) : state_name(state));
				allowed += may;
			}
			assert_int_equal(step_find((enum state)s, (enum event)e, 0).refused, REFUSED_ROLE);
		}
	}
	assert_int_equal(allowed, 162);
}

/* The buttons drawn are exactly the events that would be allowed. */
static void
buttons(void **context)
{
	(void)context;
	for (int s = 0; s < STATE_COUNT; s++) {
		for (unsigned roles = 0; roles < 1u << ROLE_COUNT; roles += 1 + roles % 7) {
			uint64_t drawn = 0;
			size_t at = 0;
			enum event event;

			while (step_next((enum state)s, roles, &at, &event)) {
				assert_true((drawn & UINT64_C(1) << event) == 0);
				drawn |= UINT64_C(1) << event;
			}
			for (int e = 0; e < EVENT_COUNT; e++)
				assert_int_equal((drawn >> e) & 1,
				    step_find((enum state)s, (enum event)e, roles).refused == REFUSED_NOT);
		}
	}
}

static void
refusals(void **context)
{
	static const struct {
		const char *why;
		enum state state;
		enum event event;
		unsigned roles;
		enum refusal refused;
	} rows[] = {
		{ "a colleague was faster", STATE_ACCEPTED, EVENT_ACCEPT, ROLE_CLERK, REFUSED_ACCEPTED },
		{ "and the review has begun", STATE_REVIEWING, EVENT_ACCEPT, ROLE_CLERK, REFUSED_ACCEPTED },
		{ "a clerk does not approve", STATE_REVIEWING, EVENT_GRANT, ROLE_CLERK, REFUSED_ROLE },
		{ "an approver does not accept", STATE_SUBMITTED, EVENT_ACCEPT, ROLE_APPROVER, REFUSED_ROLE },
		{ "nor does a clerk learn the state by trying", STATE_GRANTED, EVENT_GRANT, ROLE_CLERK, REFUSED_ROLE },
		{ "decided is decided", STATE_GRANTED, EVENT_DENY, ROLE_APPROVER, REFUSED_DECIDED },
		{ "too late to withdraw", STATE_DENIED, EVENT_WITHDRAW, ROLE_APPLICANT, REFUSED_DECIDED },
		{ "withdrawn is withdrawn", STATE_WITHDRAWN, EVENT_ACCEPT, ROLE_CLERK, REFUSED_WITHDRAWN },
		{ "submitted twice", STATE_SUBMITTED, EVENT_SUBMIT, ROLE_APPLICANT, REFUSED_SUBMITTED },
		{ "supplied twice", STATE_RESUBMITTED, EVENT_RESUBMIT, ROLE_APPLICANT, REFUSED_SUBMITTED },
		{ "a case that stands still is not decided", STATE_SUSPENDED, EVENT_GRANT, ROLE_APPROVER, REFUSED_SUSPENDED },
		{ "nor while the applicant is asked for more", STATE_SUPPLEMENT, EVENT_DENY, ROLE_APPROVER, REFUSED_SUPPLEMENT },
		{ "it was accepted long ago", STATE_SUSPENDED, EVENT_ACCEPT, ROLE_CLERK, REFUSED_ACCEPTED },
		{ "and has no outcome to deliver", STATE_SUPPLEMENT, EVENT_DELIVER, ROLE_CLERK, REFUSED_NOT_DECIDED },
		{ "nothing to resume", STATE_REVIEWING, EVENT_RESUME, ROLE_REVIEWER, REFUSED_RUNNING },
		{ "only the head extends", STATE_REVIEWING, EVENT_EXTEND, ROLE_APPROVER, REFUSED_ROLE },
		{ "terminated is terminated", STATE_TERMINATED, EVENT_GRANT, ROLE_APPROVER, REFUSED_TERMINATED },
		{ "supplied unasked", STATE_SUBMITTED, EVENT_RESUBMIT, ROLE_APPLICANT, REFUSED_STATE },
		{ "nothing is submitted yet", STATE_DRAFT, EVENT_ACCEPT, ROLE_CLERK, REFUSED_NOT_SUBMITTED },
		{ "the applicant has the word", STATE_CORRECTION, EVENT_ACCEPT, ROLE_CLERK, REFUSED_AWAITING },
		{ "not accepted, so no review", STATE_SUBMITTED, EVENT_START_REVIEW, ROLE_REVIEWER, REFUSED_NOT_ACCEPTED_YET },
		{ "no decision before a review", STATE_ACCEPTED, EVENT_GRANT, ROLE_APPROVER, REFUSED_STATE },
		{ "the review has begun", STATE_REVIEWING, EVENT_START_REVIEW, ROLE_REVIEWER, REFUSED_REVIEWING },
		{ "nothing to close", STATE_REVIEWING, EVENT_CLOSE, ROLE_REVIEWER, REFUSED_NOT_DECIDED },
		{ "nothing to deliver before it is closed", STATE_GRANTED, EVENT_DELIVER, ROLE_CLERK, REFUSED_NOT_CLOSED },
		{ "closed twice", STATE_CLOSED, EVENT_CLOSE, ROLE_CLERK, REFUSED_CLOSED },
		{ "delivered twice", STATE_DELIVERED, EVENT_DELIVER, ROLE_CLERK, REFUSED_DELIVERED },
		{ "refused acceptance is an end", STATE_NOT_ACCEPTED, EVENT_ACCEPT, ROLE_CLERK, REFUSED_UNACCEPTED },
		{ "who is both may as either", STATE_REVIEWING, EVENT_GRANT, ROLE_CLERK | ROLE_APPROVER, REFUSED_NOT },
		{ "an administrator does not act", STATE_SUBMITTED, EVENT_ACCEPT,
		    ROLE_SYSTEM_ADMIN | ROLE_SECURITY_ADMIN | ROLE_AUDITOR | ROLE_SUPERVISOR | ROLE_LEADER |
		    ROLE_WEBMASTER | ROLE_EDITOR | ROLE_HELPER, REFUSED_ROLE },
	};

	(void)context;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct step step = step_find(rows[i].state, rows[i].event, rows[i].roles);

		if (step.refused != rows[i].refused)
			fail_msg("%s: refused as %s", rows[i].why, refusal_name(step.refused));
	}
	assert_int_equal(step_find((enum state)99, EVENT_ACCEPT, ROLE_CLERK).refused, REFUSED_STATE);
	assert_int_equal(step_find(STATE_DRAFT, (enum event)99, ROLE_CLERK).refused, REFUSED_STATE);
}

/* From a draft every state can be reached, and every open state can come to an end. */
static void
no_case_is_stuck(void **context)
{
	bool reached[STATE_COUNT] = { [STATE_DRAFT] = true };
	bool ends[STATE_COUNT];

	(void)context;
	for (int s = 0; s < STATE_COUNT; s++)
		ends[s] = !state_open((enum state)s);
	for (int round = 0; round < STATE_COUNT; round++) {
		for (size_t i = 0; i < step_count; i++) {
			if (steps[i].refused != REFUSED_NOT)
				continue;
			reached[steps[i].to] |= reached[steps[i].from];
			ends[steps[i].from] |= ends[steps[i].to];
			/* What is done in an end does not leave it. */
			assert_true(state_open(steps[i].from) || steps[i].to == steps[i].from);
		}
	}
	for (int s = 0; s < STATE_COUNT; s++)
		assert_true(reached[s] && ends[s]);
}

/* One state, one event: never two rows for one role, so the table has one meaning. */
static void
one_meaning(void **context)
{
	(void)context;
	for (size_t i = 0; i < step_count; i++)
		for (size_t k = i + 1; k < step_count; k++)
			assert_false(steps[i].from == steps[k].from && steps[i].event == steps[k].event &&
			    (steps[i].roles & steps[k].roles) != 0);
}

static void
ten_minutes(void **context)
{
	const instant submitted = instant_parse("2026-05-08 09:30:00.000000");
	static const struct { const char *why, *now; bool open; } rows[] = {
		{ "at once", "2026-05-08 09:30:00.000000", true },
		{ "after nine minutes", "2026-05-08 09:39:00", true },
		{ "at the tenth minute", "2026-05-08 09:40:00.000000", true },
		{ "a moment later it is too late", "2026-05-08 09:40:00.000001", false },
		{ "next day", "2026-05-09 09:30:00", false },
		{ "a clock put back does not open it", "2026-05-08 09:29:59", false },
	};

	(void)context;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, step_may_take_back(submitted, instant_parse(rows[i].now)) == rows[i].open);
	assert_false(step_may_take_back(INSTANT_NONE, submitted));
	assert_false(step_may_take_back(submitted, INSTANT_NONE));
}

static void
roles(void **context)
{
	(void)context;
	assert_false(roles_conflict(ROLE_CLERK | ROLE_AUDITOR));
	assert_true(roles_conflict(ROLE_SYSTEM_ADMIN | ROLE_AUDITOR));
	assert_true(roles_conflict(ROLE_SYSTEM_ADMIN | ROLE_SECURITY_ADMIN | ROLE_AUDITOR));
	assert_true(roles_conflict(ROLE_SECURITY_ADMIN | ROLE_AUDITOR));
	assert_false(roles_conflict(0));
	for (int r = 0; r < ROLE_COUNT; r++)
		assert_int_equal(role_named(role_name(1u << r)), 1u << r);
	assert_string_equal(role_name(ROLE_CLERK | ROLE_AUDITOR), "");
	assert_string_equal(role_name(0), "");
	assert_int_equal(role_named("king"), 0);
	assert_int_equal(role_named(NULL), 0);
	assert_int_equal(roles_named("clerk"), ROLE_CLERK);
	assert_int_equal(roles_named("clerk,auditor"), ROLE_CLERK | ROLE_AUDITOR);
	assert_int_equal(roles_named("auditor,king,clerk"), ROLE_CLERK | ROLE_AUDITOR);
	assert_int_equal(roles_named("cler,clerks, clerk"), 0);
	assert_int_equal(roles_named(",clerk,"), ROLE_CLERK);
	assert_int_equal(roles_named(""), 0);
}

static void
names(void **context)
{
	static const char *const words[] = { "draft", "submitted", "correction", "resubmitted",
	    "accepted", "not_accepted", "reviewing", "granted", "denied", "closed", "delivered",
	    "withdrawn", "supplement", "suspended", "terminated" };
	enum state state;
	enum event event;

	(void)context;
	assert_int_equal(sizeof(words) / sizeof(words[0]), STATE_COUNT);
	for (int s = 0; s < STATE_COUNT; s++) {
		assert_string_equal(state_name((enum state)s), words[s]);
		assert_true(state_named(words[s], &state));
		assert_int_equal(state, s);
	}
	for (int e = 0; e < EVENT_COUNT; e++) {
		assert_true(event_named(event_name((enum event)e), &event));
		assert_int_equal(event, e);
	}
	assert_false(state_named("lost", &state));
	assert_false(event_named("", &event));
	assert_string_equal(refusal_name(REFUSED_NOT), "none");
	assert_true(event_needs_reason(EVENT_DENY));
	assert_true(event_needs_reason(EVENT_REFUSE_ACCEPTANCE));
	assert_false(event_needs_reason(EVENT_CLAIM));
	assert_true(state_decided(STATE_CLOSED));
	assert_false(state_decided(STATE_WITHDRAWN));
	assert_false(state_open(STATE_DELIVERED));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_state_event_and_role),
		cmocka_unit_test(buttons),
		cmocka_unit_test(refusals),
		cmocka_unit_test(no_case_is_stuck),
		cmocka_unit_test(one_meaning),
		cmocka_unit_test(ten_minutes),
		cmocka_unit_test(roles),
		cmocka_unit_test(names),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/steps", tests, NULL, NULL);
}
