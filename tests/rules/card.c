/* card.c - when a card is due: every row is a sentence.  2026: 1 to 5 May are off, Saturday 9 May is worked. */
#include "rules/card.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static const struct row {
	const char *why;
	const char *near;
	const char *made, *due, *finished, *today;	/* "" for none */
	const char *yellow, *red;
} rows[] = {
	{ "far from its end: no card", "20% 1", "2026-06-01", "2026-06-29", "", "2026-06-10", "", "" },
	{ "the last fifth of twenty days begins with the fourth day left", "20% 1", "2026-06-01", "2026-06-30", "",
	    "2026-06-24", "2026-06-24", "" },
	{ "the day before that it is green", "20% 1", "2026-06-01", "2026-06-30", "", "2026-06-23", "", "" },
	{ "yellow falls on its day, however late somebody looks", "20% 1", "2026-06-01", "2026-06-30", "", "2026-06-30",
	    "2026-06-24", "" },
	{ "on the last day it is yellow, not red", "1", "2026-06-01", "2026-06-08", "", "2026-06-08", "2026-06-05", "" },
	{ "the day after it is red, and was yellow", "1", "2026-06-01", "2026-06-08", "", "2026-06-09", "2026-06-05",
	    "2026-06-09" },
	{ "red falls on the day after, were it a Saturday", "1", "2026-06-01", "2026-06-05", "", "2026-06-06", "2026-06-04",
	    "2026-06-06" },
	{ "a month late: the same two days", "1", "2026-06-01", "2026-06-08", "", "2026-07-09", "2026-06-05",
	    "2026-06-09" },
	{ "finished on its last day: never a card later", "1", "2026-06-01", "2026-06-08", "2026-06-08", "2026-07-09", "",
	    "" },
	{ "finished before: never", "1", "2026-06-01", "2026-06-08", "2026-06-03", "2026-06-05", "", "" },
	{ "finished in time is green even on the very day somebody looks", "1", "2026-06-01", "2026-06-08", "2026-06-08",
	    "2026-06-08", "", "" },
	{ "finished a day late has both for ever", "1", "2026-06-01", "2026-06-08", "2026-06-09", "2027-06-09",
	    "2026-06-05", "2026-06-09" },
	{ "three working days before the end, by setting", "3", "2026-06-01", "2026-06-12", "", "2026-06-09", "2026-06-09",
	    "" },
	{ "holidays are no days left: 1 to 5 May", "1", "2026-04-20", "2026-05-06", "", "2026-04-30", "2026-04-30", "" },
	{ "rest days before the last day belong to the warning", "1", "2026-05-20", "2026-06-01", "", "2026-05-31",
	    "2026-05-29", "" },
	{ "of one working day's term the last day is yellow, not the first", "1", "2026-06-01", "2026-06-02", "",
	    "2026-06-01", "", "" },
	{ "of one working day's term the last day is yellow", "1", "2026-06-01", "2026-06-02", "", "2026-06-02",
	    "2026-06-02", "" },
	{ "at once means no warning, only red", "20% 1", "2026-06-01", "2026-06-01", "", "2026-06-02", "", "2026-06-02" },
	{ "whichever is earlier: a fifth of twenty is more than two", "20% 2", "2026-06-01", "2026-06-30", "",
	    "2026-06-25", "2026-06-24", "" },
	{ "whichever is earlier: two is more than a fifth of five", "20% 2", "2026-06-01", "2026-06-08", "", "2026-06-04",
	    "2026-06-04", "" },
	{ "no setting warns more than twenty working days ahead", "100%", "2026-06-01", "2026-12-31", "", "2026-06-29", "",
	    "" },
	{ "no day before the end, by setting: the last day alone is yellow", "0", "2026-06-01", "2026-06-08", "", "2026-06-09", "2026-06-08",
	    "2026-06-09" },
	{ "a clock that stands still has no cards", "20% 1", "2026-06-01", "", "", "2026-07-01", "", "" },
	{ "a case that was never begun has no cards", "20% 1", "", "2026-06-08", "", "2026-07-01", "", "" },
};

static struct card_days
judge(const struct row *r, const char *today)
{
	struct deadline_near near = { 0, 0 };

	assert_true(card_near_read(r->near, &near));
	return card_judge(&calendar_state, (struct card_term){ day_parse(r->made), day_parse(r->due),
	    day_parse(r->finished) }, day_parse(today), near);
}

static void
every_row(void **state)
{
	char yellow[DAY_TEXT], red[DAY_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct card_days days = judge(&rows[i], rows[i].today);

		day_print(days.yellow_on, yellow);
		day_print(days.red_on, red);
		if (strcmp(yellow, rows[i].yellow) != 0 || strcmp(red, rows[i].red) != 0)
			fail_msg("%s: yellow \"%s\", red \"%s\"", rows[i].why, yellow, red);
	}
}

/* Whenever somebody looks, what was due stays due on the same day: so each card can be given once. */
static void
cards_never_move(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct day yellow = DAY_NONE, red = DAY_NONE, today = day_parse("2026-05-01");

		for (int day = 0; day < 300; day++, today = day_add(today, 1)) {
			char text[DAY_TEXT];
			struct card_days now = judge(&rows[i], day_print(today, text));

			if (day_known(yellow))
				assert_int_equal(now.yellow_on.number, yellow.number);
			if (day_known(red))
				assert_int_equal(now.red_on.number, red.number);
			yellow = now.yellow_on;
			red = now.red_on;
		}
	}
}

/* The card and the colour in the inbox are one judgement: from its yellow day on, an open case is near or over. */
static void
cards_agree_with_colours(void **state)
{
	(void)state;
	for (int length = 2; length <= 40; length++) {
		struct day made = day_add(day_parse("2026-04-15"), length), due = calendar_add(&calendar_state, made, length);
		struct day on = card_near_on(&calendar_state, made, due, deadline_near_default);

		for (struct day today = day_add(made, 1); !day_before(due, today); today = day_add(today, 1)) {
			struct deadline_state s = deadline_judge(&calendar_state, made, due, DAY_NONE, today,
			    deadline_near_default);

			assert_int_equal(s.colour == DEADLINE_NEAR, !day_before(today, on));
		}
	}
}

/* Nothing near lies beyond the reach that the clock reads. */
static void
reach_holds_all_that_is_near(void **state)
{
	static const char *const settings[] = { "20% 1", "3", "0", "100%", "1" };
	struct deadline_near near = { 0, 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
		assert_true(card_near_read(settings[i], &near));
		for (int n = 0; n < 400; n++) {
			struct day today = day_add(day_parse("2026-01-01"), n % 200);
			struct day due = day_add(today, n / 10);
			struct day on = card_near_on(&calendar_state, day_add(today, -60), due, near);

			if (day_known(on) && !day_before(today, on))
				assert_false(day_before(card_reach(&calendar_state, today, near), due));
		}
	}
}

static void
settings_are_days_a_share_or_both(void **state)
{
	struct deadline_near near = { 7, 7 };

	(void)state;
	assert_true(card_near_read("3", &near));
	assert_true(near.days == 3 && near.percent == 0);
	assert_true(card_near_read(" 25% ", &near));
	assert_true(near.days == 0 && near.percent == 25);
	assert_true(card_near_read("2 10%", &near));
	assert_true(near.days == 2 && near.percent == 10);
	assert_false(card_near_read("", &near));
	assert_false(card_near_read("3 4", &near));
	assert_false(card_near_read("101%", &near));
	assert_false(card_near_read("21", &near));
	assert_false(card_near_read("-1", &near));
	assert_false(card_near_read("3d", &near));
	assert_true(near.days == 2 && near.percent == 10);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row),
		cmocka_unit_test(cards_never_move),
		cmocka_unit_test(cards_agree_with_colours),
		cmocka_unit_test(reach_holds_all_that_is_near),
		cmocka_unit_test(settings_are_days_a_share_or_both),
	};

	return cmocka_run_group_tests_name("card", tests, NULL, NULL);
}
