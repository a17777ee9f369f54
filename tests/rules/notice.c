/* notice.c - who is told, how often it is tried, when silence speaks. */
#include "rules/lapse.h"
#include "rules/notice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
the_office_s_own_business_is_told_to_nobody(void **state)
{
	static const enum event quiet[] = { EVENT_CLAIM, EVENT_START_REVIEW, EVENT_OPINION, EVENT_TASK, EVENT_SEND_BACK,
	    EVENT_DEEM_CONSENT, EVENT_CLOSE, EVENT_ACKNOWLEDGE, EVENT_RATE, EVENT_CALL_BACK };
	size_t untold = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(quiet) / sizeof(quiet[0]); i++)
		assert_null(notice_of_event(quiet[i]));
	for (int event = 0; event < EVENT_COUNT; event++)
		untold += notice_of_event((enum event)event) == NULL;
	assert_int_equal(untold, sizeof(quiet) / sizeof(quiet[0]));	/* a new event is told, or stands above */
	assert_null(notice_of_event(EVENT_COUNT));
}

static void
pauses_double_up_to_an_hour_and_spread(void **state)
{
	(void)state;
	for (unsigned tries = 1; tries < 40; tries++) {
		instant whole = tries > 7 ? HOUR : (30 * SECOND) << (tries - 1);

		if (whole > HOUR)
			whole = HOUR;
		for (uint32_t chance = 0; chance < 3000; chance += 7) {
			instant pause = notice_pause(tries, chance);

			assert_true(pause >= whole * 3 / 4 && pause <= whole * 5 / 4);
		}
		assert_true(notice_pause(tries, 0) < notice_pause(tries, 1023));
	}
	assert_true(notice_pause(0, 0) > 0);
}

static const struct {
	const char *why, *typed, *mobile;	/* NULL: takes no short message */
} phones[] = {
	{ "as it is", "13800000000", "13800000000" },
	{ "with blanks", "138 0000 0000", "13800000000" },
	{ "with hyphens", "199-0000-0001", "19900000001" },
	{ "with the country", "+86 138 0000 0000", "13800000000" },
	{ "with the country, without a plus", "8613800000000", "13800000000" },
	{ "a landline", "0980-12345678", NULL },
	{ "another country", "+852 9123 4567", NULL },
	{ "too short", "1380000000", NULL },
	{ "too long", "138000000000", NULL },
	{ "not given a 1x number", "12000000000", NULL },
	{ "a word", "13800000000a", NULL },
	{ "nothing", "", NULL },
	{ "only a country", "86", NULL },
};

static void
only_mobiles_take_short_messages(void **state)
{
	char mobile[NOTICE_MOBILE];

	(void)state;
	for (size_t i = 0; i < sizeof(phones) / sizeof(phones[0]); i++) {
		bool takes = notice_mobile(phones[i].typed, mobile);

		if (takes != (phones[i].mobile != NULL) || (takes && strcmp(mobile, phones[i].mobile) != 0))
			fail_msg("%s: %s", phones[i].why, phones[i].typed);
	}
}

static const struct {
	const char *why;
	enum reminder_every every;
	int day;
	const char *today, *on;
} days[] = {
	{ "Monday on Monday", REMINDER_WEEK, 1, "2026-11-23", "2026-11-23" },
	{ "Monday on Sunday is six days ago", REMINDER_WEEK, 1, "2026-11-29", "2026-11-23" },
	{ "Friday on Monday is three days ago", REMINDER_WEEK, 5, "2026-11-23", "2026-11-20" },
	{ "the 25th on the 25th", REMINDER_MONTH, 25, "2026-11-25", "2026-11-25" },
	{ "the 25th on the 24th is last month's", REMINDER_MONTH, 25, "2026-11-24", "2026-10-25" },
	{ "the 31st of November is the 30th", REMINDER_MONTH, 31, "2026-11-30", "2026-11-30" },
	{ "the 31st before the end is last month's", REMINDER_MONTH, 31, "2026-11-29", "2026-10-31" },
	{ "the 30th of February is the 28th", REMINDER_MONTH, 30, "2026-03-01", "2026-02-28" },
	{ "over the year's end", REMINDER_MONTH, 25, "2027-01-05", "2026-12-25" },
	{ "no such weekday", REMINDER_WEEK, 8, "2026-11-23", "" },
	{ "no such day", REMINDER_MONTH, 0, "2026-11-23", "" },
};

static void
reminders_fall_on_their_day(void **state)
{
	char on[DAY_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(days) / sizeof(days[0]); i++) {
		day_print(reminder_day(days[i].every, days[i].day, day_parse(days[i].today)), on);
		if (strcmp(on, days[i].on) != 0)
			fail_msg("%s: %s", days[i].why, on);
	}
}

static const struct {
	const char *why, *last, *today;
	bool lapsed;
} ends[] = {
	{ "before its last day", "2026-06-05", "2026-06-04", false },
	{ "on its last day", "2026-06-05", "2026-06-05", false },
	{ "the day after", "2026-06-05", "2026-06-06", true },
	{ "a last day on a Saturday holds through Monday", "2026-06-06", "2026-06-08", false },
	{ "and is over on Tuesday", "2026-06-06", "2026-06-09", true },
	{ "a worked Saturday is a day like others", "2026-05-09", "2026-05-10", true },
	{ "holidays are passed over: 1 to 5 May", "2026-05-01", "2026-05-06", false },
	{ "and then it is over", "2026-05-01", "2026-05-07", true },
	{ "no day, no lapse", "", "2026-05-07", false },
};

static void
silence_speaks_after_the_last_day(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++)
		if (lapsed(&calendar_state, day_parse(ends[i].last), day_parse(ends[i].today)) != ends[i].lapsed)
			fail_msg("%s", ends[i].why);
}

static void
received_when_it_lay_there_whole(void **state)
{
	instant filed = instant_parse("2026-06-01 09:00:00"), answered = instant_parse("2026-06-09 16:00:00");

	(void)state;
	assert_true(lapse_received_at(filed, INSTANT_NONE) == filed);
	assert_true(lapse_received_at(filed, answered) == answered);
	/* Taken back and filed again after an old correction: the later one. */
	assert_true(lapse_received_at(answered, filed) == answered);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_office_s_own_business_is_told_to_nobody),
		cmocka_unit_test(pauses_double_up_to_an_hour_and_spread),
		cmocka_unit_test(only_mobiles_take_short_messages),
		cmocka_unit_test(reminders_fall_on_their_day),
		cmocka_unit_test(silence_speaks_after_the_last_day),
		cmocka_unit_test(received_when_it_lay_there_whole),
	};

	return cmocka_run_group_tests_name("notice", tests, NULL, NULL);
}
