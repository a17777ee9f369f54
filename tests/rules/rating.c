/* rating.c - who may rate when, and what a bad rating sets going: every row is a sentence.  2026: 1 to 5 May are off. */
#include "rules/rating.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
levels(void **state)
{
	static const struct {
		const char *why;
		int level;
		bool bad;
	} rows[] = {
		{ "very satisfied is not bad", 1, false }, { "satisfied is not bad", 2, false },
		{ "plain is not bad", 3, false }, { "dissatisfied is bad", 4, true },
		{ "very dissatisfied is bad", 5, true }, { "no level is not bad", 0, false },
		{ "what is no level is not bad", 6, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rating_bad(rows[i].level) != rows[i].bad)
			fail_msg("%s", rows[i].why);
}

static void
rounds(void **state)
{
	static const struct {
		const char *why;
		bool result;
		int first;
		bool settled, again;
		int round;
	} rows[] = {
		{ "before there is a result nothing is rated", false, 0, false, false, 0 },
		{ "with a result, once", true, 0, false, false, 1 },
		{ "a good rating is the last word", true, 1, false, false, 0 },
		{ "a good rating is not followed up, whatever was settled", true, 3, true, false, 0 },
		{ "a bad one not yet mended is not changed", true, 5, false, false, 0 },
		{ "a bad one mended is followed up", true, 4, true, false, 2 },
		{ "once", true, 4, true, true, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rating_round(rows[i].result, rows[i].first, rows[i].settled, rows[i].again) != rows[i].round)
			fail_msg("%s", rows[i].why);
}

static void
steps(void **state)
{
	enum { ZHANG = 1, LI, HEAD };
	static const struct {
		const char *why;
		enum callback_state from;
		enum callback_act act;
		struct callback_people people;	/* me, assigned, called, head */
		enum callback_refusal refused;
		enum callback_state to;
	} rows[] = {
		{ "anybody of the organ assigns it", CALLBACK_OPEN, CALLBACK_ASSIGN, { LI, 0, 0, false }, CALLBACK_MAY, CALLBACK_ASSIGNED },
		{ "nobody calls before it is assigned", CALLBACK_OPEN, CALLBACK_CALL_TRUE, { LI, 0, 0, false }, CALLBACK_STATE, CALLBACK_OPEN },
		{ "it may be given to another", CALLBACK_ASSIGNED, CALLBACK_ASSIGN, { LI, ZHANG, 0, false }, CALLBACK_MAY, CALLBACK_ASSIGNED },
		{ "whoever has it calls", CALLBACK_ASSIGNED, CALLBACK_CALL_TRUE, { ZHANG, ZHANG, 0, false }, CALLBACK_MAY, CALLBACK_MENDING },
		{ "nobody else calls", CALLBACK_ASSIGNED, CALLBACK_CALL_TRUE, { LI, ZHANG, 0, false }, CALLBACK_NOT_YOURS, CALLBACK_ASSIGNED },
		{ "but the head may", CALLBACK_ASSIGNED, CALLBACK_CALL_TRUE, { HEAD, ZHANG, 0, true }, CALLBACK_MAY, CALLBACK_MENDING },
		{ "a mistake of the rater ends it", CALLBACK_ASSIGNED, CALLBACK_CALL_MISTAKEN, { ZHANG, ZHANG, 0, false }, CALLBACK_MAY, CALLBACK_MISTAKEN },
		{ "a false one is not ended by who called", CALLBACK_ASSIGNED, CALLBACK_APPEAL, { ZHANG, ZHANG, 0, false }, CALLBACK_MAY, CALLBACK_APPEALED },
		{ "who called does not judge the appeal", CALLBACK_APPEALED, CALLBACK_UPHOLD, { ZHANG, ZHANG, ZHANG, false }, CALLBACK_ANOTHER, CALLBACK_APPEALED },
		{ "nor does the head who called", CALLBACK_APPEALED, CALLBACK_UPHOLD, { HEAD, ZHANG, HEAD, true }, CALLBACK_ANOTHER, CALLBACK_APPEALED },
		{ "nor whose it is, though the head called", CALLBACK_APPEALED, CALLBACK_UPHOLD, { ZHANG, ZHANG, HEAD, false }, CALLBACK_ANOTHER, CALLBACK_APPEALED },
		{ "another finds it false", CALLBACK_APPEALED, CALLBACK_UPHOLD, { LI, ZHANG, ZHANG, false }, CALLBACK_MAY, CALLBACK_FALSE },
		{ "or sends it back to be mended", CALLBACK_APPEALED, CALLBACK_REJECT, { LI, ZHANG, ZHANG, false }, CALLBACK_MAY, CALLBACK_MENDING },
		{ "what is looked at by another is not mended meanwhile", CALLBACK_APPEALED, CALLBACK_MEND, { ZHANG, ZHANG, ZHANG, false }, CALLBACK_STATE, CALLBACK_APPEALED },
		{ "mended by whose it is", CALLBACK_MENDING, CALLBACK_MEND, { ZHANG, ZHANG, ZHANG, false }, CALLBACK_MAY, CALLBACK_MENDED },
		{ "a true one is not called false later", CALLBACK_MENDING, CALLBACK_APPEAL, { ZHANG, ZHANG, ZHANG, false }, CALLBACK_STATE, CALLBACK_MENDING },
		{ "what is closed stays closed", CALLBACK_MENDED, CALLBACK_ASSIGN, { LI, ZHANG, ZHANG, false }, CALLBACK_CLOSED, CALLBACK_MENDED },
		{ "false stays false", CALLBACK_FALSE, CALLBACK_REJECT, { LI, ZHANG, ZHANG, false }, CALLBACK_CLOSED, CALLBACK_FALSE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		enum callback_state to;

		if (callback_step(rows[i].from, rows[i].act, &rows[i].people, &to) != rows[i].refused || to != rows[i].to)
			fail_msg("%s", rows[i].why);
	}
}

static void
days(void **state)
{
	static const struct {
		const char *why;
		const char *rated;
		struct callback_terms terms;
		const char *assign, *call, *mend;
	} rows[] = {
		{ "one, three, fifteen working days", "2026-06-01", { 1, 3, 15 }, "2026-06-02", "2026-06-04", "2026-06-23" },
		{ "a rating on a Saturday counts from Monday", "2026-06-06", { 1, 3, 15 }, "2026-06-08", "2026-06-10", "2026-06-29" },
		{ "holidays are not counted", "2026-04-30", { 1, 3, 15 }, "2026-05-06", "2026-05-08", "2026-05-25" },
		{ "nobody is assigned after the call is due", "2026-06-01", { 5, 3, 15 }, "2026-06-04", "2026-06-04", "2026-06-23" },
		{ "nobody is called after it is to be mended", "2026-06-01", { 1, 9, 5 }, "2026-06-02", "2026-06-08", "2026-06-08" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct callback_days d = callback_days(&calendar_state, day_parse(rows[i].rated), &rows[i].terms);

		if (!day_same(d.assign_by_on, day_parse(rows[i].assign)) || !day_same(d.call_by_on, day_parse(rows[i].call)) ||
		    !day_same(d.mend_by_on, day_parse(rows[i].mend)))
			fail_msg("%s: %s", rows[i].why, day_print(d.mend_by_on, (char[DAY_TEXT]){ 0 }));
		assert_true(day_same(callback_due(CALLBACK_OPEN, &d), d.assign_by_on));
		assert_true(day_same(callback_due(CALLBACK_ASSIGNED, &d), d.call_by_on));
		assert_true(day_same(callback_due(CALLBACK_APPEALED, &d), d.mend_by_on));	/* an appeal stops no clock */
		assert_false(day_known(callback_due(CALLBACK_MISTAKEN, &d)));
	}
}

static void
names(void **state)
{
	enum callback_act act;
	enum callback_state is;

	(void)state;
	assert_true(callback_act_named("appeal", &act) && act == CALLBACK_APPEAL);
	assert_false(callback_act_named("", &act));
	assert_true(callback_state_named("false", &is) && is == CALLBACK_FALSE);
	assert_string_equal(rating_tag_name(RATING_TAG_RUDE), "rude");
	assert_true(rating_tag_bad(RATING_TAG_RUDE) && !rating_tag_bad(RATING_TAG_EASY));
	assert_string_equal(rating_channel_name(RATING_SMS), "sms");
	assert_false(rating_figures_shown(4, RATING_FIGURES_LEAST));	/* one could be told from so few */
	assert_true(rating_figures_shown(5, RATING_FIGURES_LEAST));
	assert_false(rating_figures_shown(0, 0));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(levels), cmocka_unit_test(rounds), cmocka_unit_test(steps), cmocka_unit_test(days),
		cmocka_unit_test(names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
