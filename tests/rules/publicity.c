/* What is published, when, and what an act makes of it. */
#include "tests/rules/outside.h"

#include "rules/publicity.h"

#define COUNT(array)	(sizeof(array) / sizeof((array)[0]))

static void
days(void **state)
{
	const struct day friday = day_make(2026, 11, 20);

	(void)state;
	assert_int_equal(publicity_on(&calendar_state, friday, 1, 7).number, day_make(2026, 11, 23).number);	/* over the weekend */
	assert_int_equal(publicity_on(&calendar_state, friday, 0, 7).number, friday.number);
	assert_int_equal(publicity_on(&calendar_state, friday, 30, 7).number, publicity_due_on(&calendar_state, friday, 7).number);
	assert_int_equal(publicity_due_on(&calendar_state, friday, 7).number, day_make(2026, 12, 1).number);
	assert_false(day_known(publicity_due_on(&calendar_state, DAY_NONE, 7)));
}

static void
acts(void **state)
{
	static const struct {
		const char *why;
		enum result_state from;
		enum publicity_act act;
		int to;			/* -1: refused */
	} rows[] = {
		{ "its day has come", RESULT_WAITING, PUBLICITY_PUBLISH, RESULT_VALID },
		{ "a ground stated in time", RESULT_WAITING, PUBLICITY_WITHHOLD, RESULT_WITHHELD },
		{ "what is published is withdrawn, not withheld", RESULT_VALID, PUBLICITY_WITHHOLD, -1 },
		{ "the ground is gone", RESULT_WITHHELD, PUBLICITY_RELEASE, RESULT_WAITING },
		{ "what is withheld is not published by its day", RESULT_WITHHELD, PUBLICITY_PUBLISH, -1 },
		{ "nor by a revocation", RESULT_WITHHELD, PUBLICITY_REVOKE, -1 },
		{ "a misprint", RESULT_VALID, PUBLICITY_CORRECT, RESULT_VALID },
		{ "a misprint of what was revoked", RESULT_REVOKED, PUBLICITY_CORRECT, RESULT_REVOKED },
		{ "nothing to correct yet", RESULT_WAITING, PUBLICITY_CORRECT, -1 },
		{ "revoked before it was published, it is shown as such", RESULT_WAITING, PUBLICITY_REVOKE, RESULT_REVOKED },
		{ "revoked twice", RESULT_REVOKED, PUBLICITY_REVOKE, -1 },
		{ "withdrawn", RESULT_REVOKED, PUBLICITY_WITHDRAW, RESULT_WITHDRAWN },
		{ "withdrawn by mistake", RESULT_WITHDRAWN, PUBLICITY_RELEASE, RESULT_WAITING },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		enum result_state to = RESULT_WAITING;
		bool done = publicity_after(rows[i].from, rows[i].act, &to);

		if (done != (rows[i].to >= 0) || (done && (int)to != rows[i].to))
			fail_msg("%s", rows[i].why);
	}
}

static void
what_is_seen(void **state)
{
	(void)state;
	assert_true(result_shown(RESULT_VALID));
	assert_true(result_shown(RESULT_REVOKED));
	assert_false(result_shown(RESULT_WAITING));
	assert_false(result_shown(RESULT_WITHHELD));
	assert_false(result_shown(RESULT_WITHDRAWN));
	assert_true(publicity_by_law("01"));
	assert_true(publicity_by_law("02"));
	assert_false(publicity_by_law("05"));
}

static void
names(void **state)
{
	enum publicity_ground ground;
	enum publicity_act act;

	(void)state;
	assert_true(ground_named("privacy", &ground));
	assert_int_equal(ground, GROUND_PRIVACY);
	assert_false(ground_named("", &ground));	/* no ground is none */
	assert_false(ground_named("inconvenient", &ground));
	assert_true(publicity_act_named("correct", &act));
	assert_string_equal(publicity_act_name(act), "correct");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days),
		cmocka_unit_test(acts),
		cmocka_unit_test(what_is_seen),
		cmocka_unit_test(names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
