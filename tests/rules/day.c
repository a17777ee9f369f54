/* Days and instants. */
#include "tests/rules/outside.h"

#include "rules/day.h"

static void
civil_dates(void **state)
{
	static const struct {
		const char *why;
		int year, month, day, number, weekday;
	} rows[] = {
		{ "days are counted from 1970, a Thursday", 1970, 1, 1, 0, 4 },
		{ "the day before has number -1", 1969, 12, 31, -1, 3 },
		{ "2000 was a leap year", 2000, 2, 29, 11016, 2 },
		{ "a day of the sample", 2026, 5, 8, 20581, 5 },
		{ "the first day there is", 1, 1, 1, -719162, 1 },
		{ "the last day there is", 9999, 12, 31, 2932896, 5 },
		{ "1900 had no 29 February", 1900, 3, 1, -25508, 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct day d = day_make(rows[i].year, rows[i].month, rows[i].day);
		struct civil c = day_civil(d);

		ROW(rows[i].why, d.number == rows[i].number);
		ROW(rows[i].why, day_weekday(d) == rows[i].weekday);
		ROW(rows[i].why, c.year == rows[i].year && c.month == rows[i].month &&
		    c.day == rows[i].day);
	}
}

/* The slow way: a calendar turned one day at a time from 0001-01-01, a Monday. */
static void
every_day_there_is(void **state)
{
	int year = 1, month = 1, day = 1, weekday = 1;

	(void)state;
	for (int number = -719162; number <= 2932896; number++) {
		struct day d = { number };
		struct civil c = day_civil(d);

		assert_true(c.year == year && c.month == month && c.day == day);
		assert_int_equal(day_make(year, month, day).number, number);
		assert_int_equal(day_weekday(d), weekday);
		weekday = weekday % 7 + 1;
		if (++day > day_month_length(year, month)) {
			day = 1;
			if (++month > 12) {
				month = 1;
				year++;
			}
		}
	}
	assert_int_equal(year, 10000);
}

static void
what_is_no_date(void **state)
{
	static const struct { const char *why, *text; } rows[] = {
		{ "there is no 30 February", "2026-02-30" },
		{ "2026 is no leap year", "2026-02-29" },
		{ "1900 was no leap year", "1900-02-29" },
		{ "there is no month 0", "2026-00-10" },
		{ "there is no month 13", "2026-13-01" },
		{ "there is no day 0", "2026-05-00" },
		{ "there is no day 32", "2026-05-32" },
		{ "there is no year 0", "0000-01-01" },
		{ "zeros are not left out", "2026-5-8" },
		{ "nothing stands before", " 2026-05-08" },
		{ "nothing stands behind", "2026-05-08 " },
		{ "no newline stands behind", "2026-05-08\n" },
		{ "hyphens, not strokes", "2026/05/08" },
		{ "Chinese dates are for people", "2026年5月8日" },
		{ "full-width digits are not digits", "２０２６-05-08" },
		{ "no sign", "-026-05-08" },
		{ "no plus", "+026-05-08" },
		{ "not empty", "" },
		{ "not a part", "2026-05" },
		{ "not an instant", "2026-05-08 00:00:00" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, !day_known(day_parse(rows[i].text)));
	assert_false(day_known(day_parse(NULL)));
	assert_false(day_known(day_make(10000, 1, 1)));
	assert_false(day_known(day_make(-5, 1, 1)));
	assert_int_equal(day_month_length(2026, 0), 0);
}

static void
printing_and_reading(void **state)
{
	char text[DAY_TEXT];

	(void)state;
	for (int number = -800000; number <= 3000000; number += 997) {
		struct day d = { number }, again = day_parse(day_print(d, text));

		if (number >= -719162 && number <= 2932896)
			assert_int_equal(again.number, number);
		else
			assert_string_equal(text, "");
	}
	assert_string_equal(day_print(day_make(2026, 5, 8), text), "2026-05-08");
	assert_string_equal(day_print(day_make(7, 1, 2), text), "0007-01-02");
	assert_string_equal(day_print(DAY_NONE, text), "");
}

static void
arithmetic(void **state)
{
	static const struct {
		const char *why, *from;
		int months;
		const char *to;
	} rows[] = {
		{ "the same day of the next month", "2026-05-08", 1, "2026-06-08" },
		{ "no 31 June: the last of the month (Civil Code 202)", "2026-05-31", 1, "2026-06-30" },
		{ "no 29 February 2027", "2024-02-29", 36, "2027-02-28" },
		{ "a year over its end", "2026-11-30", 3, "2027-02-28" },
		{ "backwards over the new year", "2026-01-31", -2, "2025-11-30" },
		{ "nothing is nothing", "2026-01-31", 0, "2026-01-31" },
		{ "beyond the last year", "9999-12-01", 1, "" },
		{ "before the first year", "0001-01-31", -1, "" },
		{ "far beyond", "2026-01-31", INT32_MAX, "" },
		{ "far before", "2026-01-31", INT32_MIN, "" },
	};
	char text[DAY_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		day_print(day_add_months(day_parse(rows[i].from), rows[i].months), text);
		ROW(rows[i].why, strcmp(text, rows[i].to) == 0);
	}
	assert_false(day_known(day_add(DAY_NONE, 1)));
	assert_false(day_known(day_add_months(DAY_NONE, 1)));
	assert_false(day_known(day_add(day_make(9999, 12, 31), 1)));
	assert_false(day_known(day_add(day_make(2026, 1, 1), INT32_MAX)));
	assert_false(day_known(day_add(day_make(2026, 1, 1), INT32_MIN)));
	assert_int_equal(day_between(day_make(2026, 1, 1), day_make(2027, 1, 1)), 365);
	assert_int_equal(day_between(day_make(2027, 1, 1), day_make(2026, 1, 1)), -365);
	assert_int_equal(day_between(DAY_NONE, day_make(2026, 1, 1)), 0);
	assert_int_equal(day_weekday(DAY_NONE), 0);
	assert_true(day_before(day_make(2026, 1, 1), day_make(2026, 1, 2)));
	assert_true(day_same(day_make(2026, 1, 1), day_parse("2026-01-01")));
}

static void
instants(void **state)
{
	static const struct {
		const char *why, *text;
		instant at;
		const char *day;
	} rows[] = {
		{ "1970 began in China eight hours early", "1970-01-01 08:00:00.000000", 0, "1970-01-01" },
		{ "the last moment of a China day", "2026-05-08 23:59:59.999999",
		    INT64_C(1778255999999999), "2026-05-08" },
		{ "and the first of the next", "2026-05-09 00:00:00.000000",
		    INT64_C(1778256000000000), "2026-05-09" },
		{ "before 1970 too", "1969-12-31 23:59:59.999999", -8 * HOUR - 1, "1969-12-31" },
		{ "midnight before that", "1969-12-31 00:00:00.000000", -32 * HOUR, "1969-12-31" },
		{ "no summer time", "1988-07-01 00:00:00.000000", INT64_C(583689600000000), "1988-07-01" },
	};
	char text[INSTANT_TEXT], day[DAY_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ROW(rows[i].why, instant_parse(rows[i].text) == rows[i].at);
		ROW(rows[i].why, strcmp(instant_print(rows[i].at, text), rows[i].text) == 0);
		day_print(day_of_instant(rows[i].at), day);
		ROW(rows[i].why, strcmp(day, rows[i].day) == 0);
	}
	assert_int_equal(instant_parse("2026-05-08 09:30:00.5"),
	    instant_make(day_make(2026, 5, 8), 9, 30, 0, 500000));
	assert_int_equal(instant_parse("2026-05-08 09:30:00"),
	    instant_make(day_make(2026, 5, 8), 9, 30, 0, 0));
	assert_string_equal(instant_print_seconds(instant_parse("2026-05-08 09:30:07.9"), text),
	    "2026-05-08 09:30:07");
	assert_int_equal(instant_minute(instant_parse("2026-05-08 17:31:59")), 17 * 60 + 31);
}

static void
parts_of_instants(void **state)
{
	char text[INSTANT_TEXT];

	(void)state;
	for (instant at = -INT64_C(62135625600000000); at < INT64_C(253402200000000000);
	    at += INT64_C(86400000000) * 3333 + 12345678901) {
		struct moment m = instant_parts(at);
		instant again = instant_make(day_make(m.year, m.month, m.day), m.hour, m.minute,
		    m.second, m.microsecond);

		assert_int_equal(again, at);
		assert_int_equal(instant_parse(instant_print(at, text)), at);
	}
}

static void
what_is_no_instant(void **state)
{
	static const struct { const char *why, *text; } rows[] = {
		{ "no hour 24", "2026-05-08 24:00:00" },
		{ "no minute 60", "2026-05-08 12:60:00" },
		{ "no leap second", "2026-05-08 12:00:60" },
		{ "no T", "2026-05-08T12:00:00" },
		{ "no zone", "2026-05-08 12:00:00Z" },
		{ "no bare point", "2026-05-08 12:00:00." },
		{ "no seventh decimal", "2026-05-08 12:00:00.1234567" },
		{ "no letter among decimals", "2026-05-08 12:00:00.12a" },
		{ "no time left out", "2026-05-08" },
		{ "no seconds left out", "2026-05-08 12:00" },
		{ "no 30 February", "2026-02-30 12:00:00" },
		{ "no blank behind", "2026-05-08 12:00:00 " },
		{ "not empty", "" },
	};
	char text[INSTANT_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, instant_parse(rows[i].text) == INSTANT_NONE);
	assert_true(instant_parse(NULL) == INSTANT_NONE);
	assert_string_equal(instant_print(INSTANT_NONE, text), "");
	assert_string_equal(instant_print(INT64_MAX, text), "");
	assert_string_equal(instant_print_seconds(INT64_MIN + 1, text), "");
	assert_int_equal(instant_minute(INSTANT_NONE), -1);
	assert_false(day_known(day_of_instant(INSTANT_NONE)));
	assert_false(day_known(day_of_instant(INT64_MAX)));
	assert_true(instant_add(INSTANT_NONE, 1) == INSTANT_NONE);
	assert_true(instant_add(0, INT64_MAX) == INSTANT_NONE);
	assert_true(instant_add(0, INT64_MIN) == INSTANT_NONE);
	assert_true(instant_add(0, 5) == 5);
	assert_true(instant_make(DAY_NONE, 0, 0, 0, 0) == INSTANT_NONE);
	assert_true(instant_make(day_make(2026, 1, 1), -1, 0, 0, 0) == INSTANT_NONE);
	assert_true(instant_make(day_make(2026, 1, 1), 0, 0, 0, 1000000) == INSTANT_NONE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(civil_dates),
		cmocka_unit_test(every_day_there_is),
		cmocka_unit_test(what_is_no_date),
		cmocka_unit_test(printing_and_reading),
		cmocka_unit_test(arithmetic),
		cmocka_unit_test(instants),
		cmocka_unit_test(parts_of_instants),
		cmocka_unit_test(what_is_no_instant),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/day", tests, NULL, NULL);
}
