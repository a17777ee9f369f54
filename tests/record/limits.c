/* The dates of a case: every row is a sentence. */
#include "record/case_dates.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static const struct limit none;

static struct limit
workdays(int n)
{
	return (struct limit){ true, { n, DEADLINE_WORKDAY } };
}

static instant
at(const char *text)
{
	return instant_parse(text);
}

static void
assert_day(struct day d, const char *expected)
{
	char text[DAY_TEXT];

	assert_string_equal(day_print(d, text), expected);
}

static struct case_dates
limits_at_acceptance(const struct calendar *cal, const char *kind, struct limit promised, struct limit statutory,
    instant accepted_at)
{
	struct case_terms terms = { .state = STATE_ACCEPTED, .item_kind = kind, .promised = promised,
	    .statutory = statutory, .accepted_at = accepted_at };

	return case_dates_of(cal, &terms);
}

static void
five_working_days_to_answer(void **state)
{
	(void)state;
	assert_day(limit_answer(&calendar_state, day_parse("2026-06-01")), "2026-06-08");
	/* Saturday 9 May is worked instead, and counts. */
	assert_day(limit_answer(&calendar_state, day_parse("2026-05-08")), "2026-05-14");
	/* The holidays of 1 to 5 May do not. */
	assert_day(limit_answer(&calendar_state, day_parse("2026-04-30")), "2026-05-11");
}

static void
ten_working_days_to_deliver(void **state)
{
	(void)state;
	assert_day(limit_delivery(&calendar_state, day_parse("2026-06-01")), "2026-06-15");
}

static void
limits_are_read_as_the_guide_states_them(void **state)
{
	(void)state;
	assert_true(limit_read(true, 20, "workday").known);
	assert_int_equal(limit_read(true, 3, "month").term.unit, DEADLINE_MONTH);
	assert_false(limit_read(false, 0, "workday").known);
	assert_false(limit_read(true, 20, "").known);
	assert_false(limit_read(true, -1, "day").known);
}

static void
earlier_of_both_is_due(void **state)
{
	struct case_dates l;

	(void)state;
	l = limits_at_acceptance(&calendar_state, "01", workdays(5), workdays(20), at("2026-06-01 10:00:00"));
	assert_day(l.promised_on, "2026-06-08");
	assert_day(l.statutory_on, "2026-06-30");
	assert_day(l.due_on, "2026-06-08");
	l = limits_at_acceptance(&calendar_state, "01", workdays(25), workdays(20), at("2026-06-01 10:00:00"));
	assert_day(l.due_on, "2026-06-30");
}

static void
licence_without_a_stated_limit_has_that_of_the_law(void **state)
{
	struct case_dates l;

	(void)state;
	l = limits_at_acceptance(&calendar_state, "01", none, none, at("2026-06-01 10:00:00"));
	assert_day(l.promised_on, "");
	assert_day(l.statutory_on, "2026-06-30");
	assert_day(l.due_on, "2026-06-30");
	l = limits_at_acceptance(&calendar_state, "07", none, none, at("2026-06-01 10:00:00"));
	assert_day(l.due_on, "");
}

static void
done_on_the_spot_is_due_today(void **state)
{
	struct case_dates l;

	(void)state;
	l = limits_at_acceptance(&calendar_state, "07", workdays(0), none, at("2026-06-01 10:00:00"));
	assert_day(l.due_on, "2026-06-01");
}

static void
hours_end_on_a_day(void **state)
{
	struct limit hours = { true, { 24, DEADLINE_HOUR } };
	struct case_dates l;

	(void)state;
	l = limits_at_acceptance(&calendar_state, "07", hours, none, at("2026-06-01 10:00:00"));
	assert_day(l.due_on, "2026-06-02");
	assert_true(l.promised_at == at("2026-06-02 10:00:00"));
	/* 24 hours from Friday end on a Saturday, and so on Monday. */
	l = limits_at_acceptance(&calendar_state, "07", hours, none, at("2026-06-05 10:00:00"));
	assert_day(l.due_on, "2026-06-08");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(five_working_days_to_answer),
		cmocka_unit_test(ten_working_days_to_deliver),
		cmocka_unit_test(limits_are_read_as_the_guide_states_them),
		cmocka_unit_test(earlier_of_both_is_due),
		cmocka_unit_test(licence_without_a_stated_limit_has_that_of_the_law),
		cmocka_unit_test(done_on_the_spot_is_due_today),
		cmocka_unit_test(hours_end_on_a_day),
	};

	return cmocka_run_group_tests_name("limits", tests, NULL, NULL);
}
