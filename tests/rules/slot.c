/* Which slots a day has, who may take one and until when, and who is barred. */
#include "tests/rules/outside.h"

#include "rules/slot.h"

#define D(text)	day_parse(text)

static const struct slot_plan monday = { .weekday = 1, .on = { INT32_MIN }, .from_on = { INT32_MIN }, .until_on = { INT32_MIN },
	.from = 540, .to = 720, .each = 30, .capacity = 2 };

static struct slot_plan
weekly(int weekday, bool holidays)
{
	struct slot_plan p = monday;

	p.weekday = weekday;
	p.holidays = holidays;
	return p;
}

static void
days(void **state)
{
	static const struct {
		const char *why, *on;
		int weekday;
		bool holidays, closed, holds;
	} rows[] = {
		{ "a Monday plan on a Monday", "2026-11-23", 1, false, false, true },
		{ "not on a Tuesday", "2026-11-24", 1, false, false, false },
		{ "not on a closed day", "2026-11-23", 1, false, true, false },
		{ "a Saturday plan on an ordinary Saturday", "2026-11-28", 6, false, false, true },
		{ "a plan for Thursday rests on a holiday", "2026-10-01", 4, false, false, false },
		{ "unless it is kept on holidays", "2026-10-01", 4, true, false, true },
		{ "of a holiday on its own weekday only", "2026-10-01", 5, true, false, false },
		{ "a make-up Saturday is kept like a Monday", "2026-10-10", 1, false, false, true },
		{ "and not like a Saturday", "2026-10-10", 6, false, false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct slot_plan p = weekly(rows[i].weekday, rows[i].holidays);

		if (slot_plan_holds(&p, &calendar_state, D(rows[i].on), rows[i].closed) != rows[i].holds)
			fail_msg("%s", rows[i].why);
	}
}

static void
dates(void **state)
{
	struct slot_plan once = monday, summer = monday;

	(void)state;
	once.weekday = 0;
	once.on = D("2026-10-01");
	summer.from_on = D("2026-11-30");
	summer.until_on = D("2026-12-07");
	assert_true(slot_plan_holds(&once, &calendar_state, D("2026-10-01"), false));	/* whatever the calendar says */
	assert_false(slot_plan_holds(&once, &calendar_state, D("2026-10-02"), false));
	assert_false(slot_plan_holds(&summer, &calendar_state, D("2026-11-23"), false));
	assert_true(slot_plan_holds(&summer, &calendar_state, D("2026-11-30"), false));
	assert_true(slot_plan_holds(&summer, &calendar_state, D("2026-12-07"), false));
	assert_false(slot_plan_holds(&summer, &calendar_state, D("2026-12-14"), false));
	assert_false(slot_plan_holds(&summer, &calendar_state, DAY_NONE, false));
}

static void
counts(void **state)
{
	struct slot_plan p = monday;

	(void)state;
	assert_int_equal(slot_count(&p), 6);
	assert_int_equal(slot_from(&p, 5), 690);
	p.each = 50;			/* what is left over is no slot */
	assert_int_equal(slot_count(&p), 3);
	p.each = 0;
	assert_int_equal(slot_count(&p), 0);
	p = monday;
	p.to = MINUTES_OF_DAY + 1;
	assert_int_equal(slot_count(&p), 0);
	p.to = p.from;
	assert_int_equal(slot_count(&p), 0);
}

static void
judgements(void **state)
{
	static const struct {
		const char *why, *on, *now;
		int from, taken;
		bool visit;
		enum slot_verdict verdict;
	} rows[] = {
		{ "a free one next week", "2026-11-30", "2026-11-23 09:00:00", 540, 0, false, SLOT_FINE },
		{ "one of two is taken", "2026-11-30", "2026-11-23 09:00:00", 540, 1, false, SLOT_FINE },
		{ "both are", "2026-11-30", "2026-11-23 09:00:00", 540, 2, false, SLOT_FULL },
		{ "an hour before is still time", "2026-11-23", "2026-11-23 10:00:00", 660, 0, false, SLOT_FINE },
		{ "a second later is not", "2026-11-23", "2026-11-23 10:00:01", 660, 0, false, SLOT_PAST },
		{ "gone by", "2026-11-23", "2026-11-23 12:00:00", 660, 0, false, SLOT_PAST },
		{ "in thirty days", "2026-12-21", "2026-11-23 09:00:00", 540, 0, false, SLOT_FINE },
		{ "further ahead than that", "2026-12-28", "2026-11-23 09:00:00", 540, 0, false, SLOT_FAR },
		{ "no slot begins at ten past", "2026-11-30", "2026-11-23 09:00:00", 550, 0, false, SLOT_NONE },
		{ "nor after the last", "2026-11-30", "2026-11-23 09:00:00", 720, 0, false, SLOT_NONE },
		{ "nor on a Tuesday", "2026-11-24", "2026-11-23 08:00:00", 540, 0, false, SLOT_NONE },
		{ "a visit on Monday is asked for on Friday", "2026-11-30", "2026-11-27 23:00:00", 540, 0, true, SLOT_FINE },
		{ "and not on Saturday", "2026-11-30", "2026-11-28 08:00:00", 540, 0, true, SLOT_PAST },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct slot_plan p = monday;

		p.visit = rows[i].visit;
		if (slot_judge(&p, &calendar_state, &slot_limits_default, D(rows[i].on), rows[i].from, false, rows[i].taken,
		    instant_parse(rows[i].now)) != rows[i].verdict)
			fail_msg("%s", rows[i].why);
	}
}

static void
barred(void **state)
{
	static const struct {
		const char *why, *missed[4], *today, *until;
	} rows[] = {
		{ "nothing missed", { NULL }, "2026-11-23", "" },
		{ "twice is not three times", { "2026-11-20", "2026-11-01" }, "2026-11-23", "" },
		{ "three in 90 days, for 30 from the last", { "2026-09-01", "2026-11-01", "2026-11-20" }, "2026-11-23", "2026-12-20" },
		{ "in any order", { "2026-11-20", "2026-09-01", "2026-11-01" }, "2026-11-23", "2026-12-20" },
		{ "the last day barred", { "2026-11-20", "2026-09-01", "2026-11-01" }, "2026-12-19", "2026-12-20" },
		{ "and the first free one", { "2026-11-20", "2026-09-01", "2026-11-01" }, "2026-12-20", "" },
		{ "the first is 89 days back", { "2026-08-23", "2026-11-01", "2026-11-20" }, "2026-11-23", "2026-12-20" },
		{ "ninety days back is outside", { "2026-08-22", "2026-11-01", "2026-11-20" }, "2026-11-23", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct day missed[4], until;
		char text[DAY_TEXT];
		size_t n = 0;

		for (; n < 4 && rows[i].missed[n] != NULL; n++)
			missed[n] = D(rows[i].missed[n]);
		until = slot_barred_until(&slot_limits_default, missed, n, D(rows[i].today));
		if (strcmp(day_print(until, text), rows[i].until) != 0)
			fail_msg("%s: %s", rows[i].why, text);
	}
}

static void
settings(void **state)
{
	struct slot_limits limits = slot_limits_default;

	(void)state;
	assert_true(slot_limits_read("14 120 2 2 60 10", &limits));
	assert_int_equal(limits.ahead_days, 14);
	assert_int_equal(limits.barred_days, 10);
	assert_false(slot_limits_read("14 120 2 2 60", &limits));
	assert_false(slot_limits_read("14 120 2 2 60 10 1", &limits));
	assert_false(slot_limits_read("14 120 2 2 60 99999999", &limits));
	assert_false(slot_limits_read("", &limits));
	assert_int_equal(limits.ahead_days, 14);
	assert_string_equal(slot_verdict_name(SLOT_FULL), "slot_full");
}

int
main(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(days), cmocka_unit_test(dates), cmocka_unit_test(counts),
		cmocka_unit_test(judgements), cmocka_unit_test(barred), cmocka_unit_test(settings) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/slot", tests, NULL, NULL);
}
