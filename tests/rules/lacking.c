/* Acceptance with something missing, and a promise instead of a proof. */
#include "tests/rules/outside.h"

#include "rules/lacking.h"

#define MAIN	{ .required = true, .paper = true, .given = GIVEN_FILES }

static void
acceptance(void **state)
{
	static const struct {
		const char *why;
		struct lacking_material rows[2];
		bool barred;
		enum refusal refused;
	} rows[] = {
		{ "all there", { MAIN, MAIN }, false, REFUSED_NOT },
		{ "a main material is missing", { MAIN, { .required = true } }, false, REFUSED_MAIN_MISSING },
		{ "a minor one is missing, and promised", { MAIN, { .required = true, .may_lack = true, .given = GIVEN_LACK } },
		    false, REFUSED_NOT },
		{ "a minor one is missing, and nothing is promised", { MAIN, { .required = true, .may_lack = true } }, false,
		    REFUSED_MAIN_MISSING },
		{ "a main one is promised all the same", { MAIN, { .required = true, .given = GIVEN_LACK } }, false,
		    REFUSED_MAIN_MISSING },
		{ "who broke a promise may not promise again", { MAIN, { .required = true, .may_lack = true, .given = GIVEN_LACK } },
		    true, REFUSED_BARRED },
		{ "but may be accepted with all there", { MAIN, MAIN }, true, REFUSED_NOT },
		{ "what lacks weighs more than who lacks it",
		    { { .required = true }, { .required = true, .may_lack = true, .given = GIVEN_LACK } }, true,
		    REFUSED_MAIN_MISSING },
		{ "what the administration has is not missing", { MAIN, { .required = true, .shared = true } }, false, REFUSED_NOT },
		{ "an optional one is not missing", { MAIN, { .given = GIVEN_NONE } }, false, REFUSED_NOT },
		{ "a promise stands in for a proof", { MAIN, { .required = true, .promise_allowed = true, .given = GIVEN_PROMISE } },
		    false, REFUSED_NOT },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (lacking_refused(rows[i].rows, 2, rows[i].barred) != rows[i].refused)
			fail_msg("%s: %s", rows[i].why, refusal_name(lacking_refused(rows[i].rows, 2, rows[i].barred)));
}

static void
ways_of_giving(void **state)
{
	static const struct {
		const char *why;
		struct lacking_material m;
		enum given given;
		bool barred, allowed;
	} rows[] = {
		{ "files are always welcome", { .required = true }, GIVEN_FILES, true, true },
		{ "paper where paper is taken", { .paper = true }, GIVEN_PAPER, false, true },
		{ "no paper for what is electronic", { .paper = false }, GIVEN_PAPER, false, false },
		{ "a condition may not hold", { .conditional = true }, GIVEN_NOT_NEEDED, false, true },
		{ "what is required concerns everybody", { .required = true }, GIVEN_NOT_NEEDED, false, false },
		{ "no promise where the guide has none", { .may_lack = true }, GIVEN_PROMISE, false, false },
		{ "a promise where the guide allows it", { .promise_allowed = true }, GIVEN_PROMISE, false, true },
		{ "not from who broke one", { .promise_allowed = true }, GIVEN_PROMISE, true, false },
		{ "a main material may not lack", { .required = true, .promise_allowed = true }, GIVEN_LACK, false, false },
		{ "a minor one may", { .required = true, .may_lack = true }, GIVEN_LACK, false, true },
		{ "not from who broke a promise", { .required = true, .may_lack = true }, GIVEN_LACK, true, false },
		{ "nothing is not a way of giving", { .required = true }, GIVEN_NONE, false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (given_allows(&rows[i].m, rows[i].given, rows[i].barred) != rows[i].allowed)
			fail_msg("%s", rows[i].why);
}

static void
last_days(void **state)
{
	static const struct {
		const char *why, *accepted;
		int days;
		const char *promised, *last;
	} rows[] = {
		{ "working days from acceptance, a Saturday worked among them", "2026-05-08", 3, "2026-06-30", "2026-05-12" },
		{ "never after the case itself is due", "2026-05-08", 30, "2026-05-20", "2026-05-20" },
		{ "a case without a promised day", "2026-05-08", 3, "", "2026-05-12" },
		{ "no days in the guide: nothing may lack", "2026-05-08", 0, "2026-06-30", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char text[DAY_TEXT];
		struct day last = lacking_last_on(&calendar_state, day_parse(rows[i].accepted), rows[i].days,
		    day_parse(rows[i].promised));

		if (strcmp(day_print(last, text), rows[i].last) != 0)
			fail_msg("%s: %s", rows[i].why, text);
	}
}

static void
broken_promises(void **state)
{
	static const struct {
		const char *why, *by, *today;
		bool handed_in, kept, lapsed;
	} rows[] = {
		{ "its day is still a day", "2026-05-13", "2026-05-13", false, false, false },
		{ "the day after is too late", "2026-05-13", "2026-05-14", false, false, true },
		{ "kept is kept for ever", "2026-05-13", "2027-05-14", true, true, false },
		{ "handed in in time, and the office slow to look", "2026-05-13", "2026-05-20", true, false, false },
		{ "a promise without a day breaks on none", "", "2026-05-14", false, false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (promise_lapsed(day_parse(rows[i].by), rows[i].handed_in, rows[i].kept, day_parse(rows[i].today)) !=
		    rows[i].lapsed)
			fail_msg("%s", rows[i].why);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(acceptance),
		cmocka_unit_test(ways_of_giving),
		cmocka_unit_test(last_days),
		cmocka_unit_test(broken_promises),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/lacking", tests, NULL, NULL);
}
