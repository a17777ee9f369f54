/* The dates of a case from what they follow: states, pauses, extension, and how they stand.  Every row is a sentence. */
#include "record/case_dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static instant
at(const char *text)
{
	return instant_parse(text);
}

static struct limit
workdays(int n)
{
	return (struct limit){ true, { n, DEADLINE_WORKDAY } };
}

/* A licence promised in ten working days, with twenty by law, accepted on Monday 11 May 2026. */
static struct case_terms
licence(enum state state)
{
	return (struct case_terms){ .state = state, .item_kind = "01", .promised = workdays(10),
	    .submitted_at = at("2026-05-06 10:00:00"), .asked_at = INSTANT_NONE, .answered_at = INSTANT_NONE,
	    .accepted_at = at("2026-05-11 09:00:00"), .decided_at = INSTANT_NONE, .answer_by_on = DAY_NONE,
	    .now = { .promised_on = DAY_NONE, .statutory_on = DAY_NONE, .due_on = DAY_NONE,
	    .promised_at = INSTANT_NONE, .statutory_at = INSTANT_NONE } };
}

static void
assert_dates(const struct case_terms *t, const char *promised, const char *statutory, const char *due)
{
	struct case_dates dates = case_dates_of(&calendar_state, t);
	char text[DAY_TEXT];

	assert_string_equal(day_print(dates.promised_on, text), promised);
	assert_string_equal(day_print(dates.statutory_on, text), statutory);
	assert_string_equal(day_print(dates.due_on, text), due);
	assert_int_equal(dates.calendar, calendar_state.version);
}

static void
promise_and_law_stand_side_by_side(void **state)
{
	struct case_terms t = licence(STATE_ACCEPTED);

	(void)state;
	assert_dates(&t, "2026-05-25", "2026-06-08", "2026-05-25");
	/* Whatever comes first is to be kept. */
	t.promised = workdays(30);
	assert_dates(&t, "2026-06-23", "2026-06-08", "2026-06-08");
}

static void
before_acceptance_the_answer_is_due(void **state)
{
	struct case_terms t = licence(STATE_SUBMITTED);

	(void)state;
	t.accepted_at = INSTANT_NONE;
	assert_dates(&t, "", "", "2026-05-12");	/* Saturday 9 May is worked */
	t.state = STATE_CORRECTION;
	t.answer_by_on = day_parse("2026-05-20");
	assert_dates(&t, "", "", "2026-05-20");
	t.state = STATE_RESUBMITTED;
	t.answered_at = at("2026-05-18 16:00:00");
	assert_dates(&t, "", "", "2026-05-25");
	assert_true(case_received_at(&t) == t.answered_at);
}

static void
silence_accepts_from_the_day_of_receipt(void **state)
{
	struct case_terms t = licence(STATE_ACCEPTED);

	(void)state;
	t.accepted_at = case_received_at(&t);
	assert_dates(&t, "2026-05-19", "2026-06-02", "2026-05-19");
}

static void
while_paused_nothing_is_due(void **state)
{
	struct case_terms t = licence(STATE_SUSPENDED);

	(void)state;
	assert_true(case_terms_pause(&t, day_parse("2026-05-13")));
	assert_dates(&t, "", "", "");
	/* Not twice at once. */
	assert_false(case_terms_pause(&t, day_parse("2026-05-14")));
	assert_non_null(case_pause_open(&t));
	/* The applicant owes an answer meanwhile: that is what is due. */
	t.state = STATE_SUPPLEMENT;
	t.answer_by_on = day_parse("2026-05-29");
	assert_dates(&t, "", "", "2026-05-29");
}

static void
afterwards_it_has_moved_by_exactly_the_pause(void **state)
{
	struct case_terms t = licence(STATE_REVIEWING);

	(void)state;
	assert_false(case_terms_resume(&t, day_parse("2026-05-18")));
	case_terms_pause(&t, day_parse("2026-05-13"));
	assert_true(case_terms_resume(&t, day_parse("2026-05-18")));
	assert_dates(&t, "2026-05-28", "2026-06-11", "2026-05-28");	/* three working days */
	/* Begun and ended on one day: nothing. */
	t = licence(STATE_REVIEWING);
	case_terms_pause(&t, day_parse("2026-05-13"));
	case_terms_resume(&t, day_parse("2026-05-13"));
	assert_dates(&t, "2026-05-25", "2026-06-08", "2026-05-25");
}

/* Once a date has passed, no pause begun afterwards takes it back. */
static void
late_stays_late(void **state)
{
	struct case_terms t = licence(STATE_SUSPENDED);

	(void)state;
	case_terms_pause(&t, day_parse("2026-05-27"));
	assert_dates(&t, "2026-05-25", "", "2026-05-25");
}

static void
an_extension_moves_the_law_and_not_the_promise(void **state)
{
	struct case_terms t = licence(STATE_REVIEWING);

	(void)state;
	t.extended_days = 10;
	assert_dates(&t, "2026-05-25", "2026-06-23", "2026-06-23");
	assert_int_equal(limit_extension_most(false), 10);
	assert_int_equal(limit_extension_most(true), 15);
}

static void
after_the_decision_only_the_delivery_is_counted(void **state)
{
	struct case_terms t = licence(STATE_GRANTED);

	(void)state;
	t.decided_at = at("2026-05-20 15:00:00");
	t.now.promised_on = day_parse("2026-05-25");
	t.now.statutory_on = day_parse("2026-06-08");
	assert_dates(&t, "2026-05-25", "2026-06-08", "2026-06-03");
	/* A new calendar moves what is still to be delivered, never what was promised and kept. */
	t.now.promised_on = day_parse("2026-05-22");
	assert_dates(&t, "2026-05-22", "2026-06-08", "2026-06-03");
}

static void
hours_end_at_an_instant(void **state)
{
	struct case_terms t = licence(STATE_ACCEPTED);
	struct case_dates dates;

	(void)state;
	t.promised = (struct limit){ true, { 4, DEADLINE_WORKHOUR } };
	dates = case_dates_of(&calendar_state, &t);
	assert_true(dates.promised_at == at("2026-05-11 14:30:00"));
	assert_true(dates.statutory_at == INSTANT_NONE);
	assert_true(day_same(dates.due_on, day_parse("2026-05-11")));
}

/* siteserver/cms #1348: a finished case turned red because now was compared. */
static void
finished_on_its_due_day_it_is_green_for_ever(void **state)
{
	struct case_terms t = licence(STATE_CLOSED);
	struct case_clock clocks[CASE_CLOCKS_MOST];
	size_t count;

	(void)state;
	t.now.promised_on = day_parse("2026-05-25");
	t.now.statutory_on = day_parse("2026-06-08");
	t.decided_at = at("2026-05-25 17:29:00");
	count = case_clocks(&calendar_state, &t, clocks);
	assert_int_equal(count, 2);
	for (int days = 0; days < 4000; days += 13)
		for (size_t i = 0; i < count; i++)
			assert_int_equal(deadline_judge_at(&calendar_state, clocks[i].from, clocks[i].due,
			    clocks[i].finished_at, instant_make(day_add(day_parse("2026-05-25"), days), 23, 0, 0, 0),
			    deadline_near_default).colour, DEADLINE_NORMAL);
}

/* Every date that is counted can be explained, and the explanation leads to it. */
static void
every_clock_explains_itself(void **state)
{
	static const enum deadline_unit units[] = { DEADLINE_WORKDAY, DEADLINE_DAY, DEADLINE_HOUR, DEADLINE_WORKHOUR,
	    DEADLINE_MONTH, DEADLINE_YEAR };
	struct case_clock clocks[CASE_CLOCKS_MOST];
	static struct deadline_row rows[600];

	(void)state;
	for (size_t u = 0; u < sizeof units / sizeof units[0]; u++) {
		struct case_terms t = licence(STATE_REVIEWING);
		size_t count;

		t.promised = (struct limit){ true, { 1, units[u] } };
		t.extended_days = 5;
		case_terms_pause(&t, day_parse("2026-05-11"));
		case_terms_resume(&t, day_parse("2026-05-13"));
		t.now = case_dates_of(&calendar_state, &t);
		count = case_clocks(&calendar_state, &t, clocks);
		assert_int_equal(count, 2);
		for (size_t i = 0; i < count; i++) {
			size_t n = deadline_explain(&clocks[i].basis, rows, 600);

			assert_true(n > 0 && n <= 600);
			assert_true(day_same(rows[n - 1].on, clocks[i].due.on));
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(promise_and_law_stand_side_by_side),
		cmocka_unit_test(before_acceptance_the_answer_is_due),
		cmocka_unit_test(silence_accepts_from_the_day_of_receipt),
		cmocka_unit_test(while_paused_nothing_is_due),
		cmocka_unit_test(afterwards_it_has_moved_by_exactly_the_pause),
		cmocka_unit_test(late_stays_late),
		cmocka_unit_test(an_extension_moves_the_law_and_not_the_promise),
		cmocka_unit_test(after_the_decision_only_the_delivery_is_counted),
		cmocka_unit_test(hours_end_at_an_instant),
		cmocka_unit_test(finished_on_its_due_day_it_is_green_for_ever),
		cmocka_unit_test(every_clock_explains_itself),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("dates", tests, NULL, NULL);
}
