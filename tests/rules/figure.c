/* figure.c - what counts on which day: every row is a sentence.  2026: 1 to 5 May are off, Saturday 9 May is worked. */
#include "rules/figure.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct row {
	const char *why;
	enum state state;
	const char *submitted, *accepted, *decided, *ended;	/* instants, "" for none */
	const char *promised, *statutory, *due, *promised_at;
	const char *paused_from, *paused_to;
	const char *ended_on, *due_on;
	enum figure_end ended_as;
	bool timed, late;
	int taken, promised_days;
} rows[] = {
	{ "received and not answered: what is owed is the answer", STATE_SUBMITTED, "2026-06-01 10:00:00", "", "", "",
	    "", "", "2026-06-08", "", "", "", "", "2026-06-08", FIGURE_OPEN, false, false, -1, -1 },
	{ "while the applicant's list is awaited nothing is owed", STATE_CORRECTION, "2026-06-01 10:00:00", "", "", "",
	    "", "", "2026-06-20", "", "", "", "", "", FIGURE_OPEN, false, false, -1, -1 },
	{ "in review the promise is owed, before the law's day", STATE_REVIEWING, "2026-06-01 10:00:00",
	    "2026-06-02 10:00:00", "", "", "2026-06-09", "2026-06-30", "2026-06-09", "", "", "", "", "2026-06-09",
	    FIGURE_OPEN, false, false, -1, -1 },
	{ "decided on the promised day is in time", STATE_GRANTED, "2026-06-01 10:00:00", "2026-06-02 10:00:00",
	    "2026-06-09 17:29:00", "", "2026-06-09", "2026-06-30", "", "", "", "", "2026-06-09", "2026-06-09",
	    FIGURE_ENDED_DONE, true, false, 5, 5 },
	{ "decided the day after is late, however early by the law", STATE_DELIVERED, "2026-06-01 10:00:00",
	    "2026-06-02 10:00:00", "2026-06-10 09:00:00", "", "2026-06-09", "2026-06-30", "", "", "", "", "2026-06-10",
	    "2026-06-09", FIGURE_ENDED_DONE, true, true, 6, 5 },
	{ "without a promise the law's day counts", STATE_DENIED, "2026-06-01 10:00:00", "2026-06-02 10:00:00",
	    "2026-06-10 09:00:00", "", "", "2026-06-30", "", "", "", "", "2026-06-10", "2026-06-30", FIGURE_ENDED_DONE,
	    true, false, 6, -1 },
	{ "without either it is neither in time nor late", STATE_CLOSED, "2026-06-01 10:00:00", "2026-06-02 10:00:00",
	    "2026-06-10 09:00:00", "", "", "", "", "", "", "", "2026-06-10", "", FIGURE_ENDED_DONE, false, false, 6, -1 },
	{ "decided on the day of acceptance took no day", STATE_GRANTED, "2026-06-01 10:00:00", "2026-06-02 10:00:00",
	    "2026-06-02 11:00:00", "", "2026-06-09", "", "", "", "", "", "2026-06-02", "2026-06-09", FIGURE_ENDED_DONE,
	    true, false, 0, 5 },
	{ "holidays are no days taken, a Saturday worked is one", STATE_GRANTED, "2026-04-29 10:00:00",
	    "2026-04-30 10:00:00", "2026-05-09 10:00:00", "", "2026-05-12", "", "", "", "", "", "2026-05-09",
	    "2026-05-12", FIGURE_ENDED_DONE, true, false, 4, 6 },
	{ "days of a pause are given back to both", STATE_GRANTED, "2026-06-01 10:00:00", "2026-06-02 10:00:00",
	    "2026-06-12 10:00:00", "", "2026-06-12", "", "", "", "2026-06-04", "2026-06-09", "2026-06-12", "2026-06-12",
	    FIGURE_ENDED_DONE, true, false, 5, 5 },
	{ "a limit in hours is late by the instant", STATE_GRANTED, "2026-06-01 10:00:00", "2026-06-02 10:00:00",
	    "2026-06-02 16:00:01", "", "2026-06-02", "", "", "2026-06-02 16:00:00", "", "", "2026-06-02", "2026-06-02",
	    FIGURE_ENDED_DONE, true, true, 0, 0 },
	{ "not accepted ends on the day of the act, and is not done", STATE_NOT_ACCEPTED, "2026-06-01 10:00:00", "", "",
	    "2026-06-03 10:00:00", "", "", "", "", "", "", "2026-06-03", "", FIGURE_ENDED_REFUSED, false, false, -1, -1 },
	{ "withdrawn after acceptance: no days are taken", STATE_WITHDRAWN, "2026-06-01 10:00:00", "2026-06-02 10:00:00",
	    "", "2026-06-04 10:00:00", "2026-06-09", "", "", "", "", "", "2026-06-04", "", FIGURE_ENDED_WITHDRAWN, false,
	    false, -1, -1 },
	{ "terminated", STATE_TERMINATED, "2026-06-01 10:00:00", "2026-06-02 10:00:00", "", "2026-06-20 00:05:00",
	    "2026-06-09", "", "", "", "", "", "2026-06-20", "", FIGURE_ENDED_TERMINATED, false, false, -1, -1 },
	{ "an end without a record counts on the day it was handed in", STATE_WITHDRAWN, "2026-06-01 10:00:00", "", "", "",
	    "", "", "", "", "", "", "2026-06-01", "", FIGURE_ENDED_WITHDRAWN, false, false, -1, -1 },
};

static struct day
day_in(const char *text)
{
	return *text == '\0' ? DAY_NONE : day_parse(text);
}

static instant
instant_in(const char *text)
{
	return *text == '\0' ? INSTANT_NONE : instant_parse(text);
}

static void
a_case_counts_where_it_should(void **state)
{
	(void)state;
	for (const struct row *r = rows; r < rows + sizeof(rows) / sizeof(rows[0]); r++) {
		struct deadline_pause pause = { day_in(r->paused_from), day_in(r->paused_to) };
		struct figure_case c = { .state = r->state, .submitted_at = instant_in(r->submitted),
		    .accepted_at = instant_in(r->accepted), .decided_at = instant_in(r->decided),
		    .ended_at = instant_in(r->ended), .promised_at = instant_in(r->promised_at),
		    .statutory_at = INSTANT_NONE, .returned_on = DAY_NONE, .promised_on = day_in(r->promised),
		    .statutory_on = day_in(r->statutory), .due_on = day_in(r->due), .pauses = &pause,
		    .pause_count = *r->paused_from != '\0' };
		struct figure_facts f;

		assert_true(figure_facts_of(&calendar_state, &c, &f));
		if (!day_same(f.ended_on, day_in(r->ended_on)) || f.ended_as != r->ended_as ||
		    !day_same(f.due_on, day_in(r->due_on)) || f.timed != r->timed || f.late != r->late ||
		    f.taken_days != r->taken || f.promised_days != r->promised_days)
			fail_msg("%s: %d %d, due %d, %d %d", r->why, f.taken_days, f.promised_days, f.due_on.number, f.timed, f.late);
	}
}

static void
a_draft_counts_nowhere(void **state)
{
	struct figure_case c = { .state = STATE_DRAFT, .submitted_at = instant_parse("2026-06-01 10:00:00") };
	struct figure_facts f;

	(void)state;
	assert_false(figure_facts_of(&calendar_state, &c, &f));
	c = (struct figure_case){ .state = STATE_SUBMITTED, .submitted_at = INSTANT_NONE };
	assert_false(figure_facts_of(&calendar_state, &c, &f));
}

static const struct {
	const char *why;
	struct figure_days days[4];
	size_t count;
	int percent;
	long long found;
} percentiles[] = {
	{ "of nothing there is none", { { 0, 0 } }, 0, 50, FIGURE_NONE },
	{ "of one it is that one", { { 7, 1 } }, 1, 90, 7 },
	{ "the lower of two", { { 1, 1 }, { 9, 1 } }, 2, 50, 1 },
	{ "the middle of three", { { 1, 1 }, { 5, 1 }, { 9, 1 } }, 3, 50, 5 },
	{ "nine of ten took no more than 3", { { 3, 9 }, { 40, 1 } }, 2, 90, 3 },
	{ "of eleven the tenth", { { 3, 9 }, { 4, 1 }, { 40, 1 } }, 3, 90, 4 },
	{ "what was taken out again does not count", { { 3, 0 }, { 4, 2 } }, 2, 50, 4 },
};

static void
percentiles_are_by_nearest_rank(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(percentiles) / sizeof(percentiles[0]); i++)
		if (figure_percentile(percentiles[i].days, percentiles[i].count, percentiles[i].percent) != percentiles[i].found)
			fail_msg("%s", percentiles[i].why);
}

static void
shares_do_not_flatter(void **state)
{
	(void)state;
	assert_int_equal(figure_share(1, 3), 333);
	assert_int_equal(figure_share(2, 3), 667);
	assert_int_equal(figure_share(9999, 10000), 999);	/* one was late: not 100.0 */
	assert_int_equal(figure_share(1, 10000), 1);
	assert_int_equal(figure_share(0, 10), 0);
	assert_int_equal(figure_share(10, 10), 1000);
	assert_true(figure_share(0, 0) == FIGURE_NONE);
	assert_int_equal(figure_mean(7, 2), 350);
	assert_int_equal(figure_mean(5, 3), 167);
	assert_true(figure_mean(0, 0) == FIGURE_NONE);
}

static void
months_are_months(void **state)
{
	char text[FIGURE_MONTH_TEXT];

	(void)state;
	assert_string_equal(figure_month_print(figure_month(day_make(2026, 5, 31)), text), "2026-05");
	assert_string_equal(figure_month_print(figure_month_add(day_make(2026, 1, 31), -2), text), "2025-11");
	assert_true(day_same(figure_month_parse("2026-05"), day_make(2026, 5, 1)));
	assert_false(day_known(figure_month_parse("2026-5")));
	assert_false(day_known(figure_month_parse("2026-13")));
	assert_false(day_known(figure_month_parse("' or 1=1")));
	assert_string_equal(figure_month_print(DAY_NONE, text), "");
}

static void
figures_have_names(void **state)
{
	enum figure figure;

	(void)state;
	for (int i = 0; i < FIGURE_COUNT; i++)
		assert_true(figure_named(figure_name((enum figure)i), &figure) && (int)figure == i);
	assert_false(figure_named("nothing", &figure));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_case_counts_where_it_should),
		cmocka_unit_test(a_draft_counts_nowhere),
		cmocka_unit_test(percentiles_are_by_nearest_rank),
		cmocka_unit_test(shares_do_not_flatter),
		cmocka_unit_test(months_are_months),
		cmocka_unit_test(figures_have_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
