/* The working-day calendar, against the notices and against slow counting. */
#include "tests/rules/outside.h"

#include "rules/calendar.h"

static struct day
on(const char *text)
{
	struct day d = day_parse(text);

	assert_true(day_known(d));
	return d;
}

static void
reasons(void **state)
{
	static const struct {
		const char *why, *day;
		enum calendar_reason reason;
	} rows[] = {
		{ "an ordinary Friday", "2026-05-08", CALENDAR_WEEKDAY },
		{ "an ordinary Saturday", "2026-05-16", CALENDAR_WEEKEND },
		{ "a Saturday worked for the May holiday", "2026-05-09", CALENDAR_MAKEUP },
		{ "National Day", "2026-10-01", CALENDAR_HOLIDAY },
		{ "a Sunday inside a holiday is off by notice", "2026-10-04", CALENDAR_HOLIDAY },
		{ "New Year's Eve of 2024 was worked", "2024-02-09", CALENDAR_WEEKDAY },
		{ "a December day stands in the next year's notice", "2022-12-31", CALENDAR_HOLIDAY },
		{ "so does a make-up day in December 2018", "2018-12-29", CALENDAR_MAKEUP },
		{ "a Monday the notice says is worked is a weekday", "2020-02-03", CALENDAR_WEEKDAY },
		{ "beyond what is announced, weekends are known", "2027-10-02", CALENDAR_WEEKEND },
		{ "and holidays are not", "2027-10-01", CALENDAR_WEEKDAY },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, calendar_why(&calendar_state, on(rows[i].day)) == rows[i].reason);
	assert_false(calendar_works(&calendar_state, DAY_NONE));
}

/* A notice that changed a year under way is a new version; the old one still answers as it did. */
static void
versions(void **state)
{
	static const struct {
		const char *why, *known_on, *day;
		enum calendar_reason reason;
	} rows[] = {
		{ "1 February 2020 was to be worked", "2020-01-20", "2020-02-01", CALENDAR_MAKEUP },
		{ "until the notice of 27 January", "2020-01-27", "2020-02-01", CALENDAR_HOLIDAY },
		{ "31 January was a Friday like others", "2020-01-26", "2020-01-31", CALENDAR_WEEKDAY },
		{ "and then off", "2020-02-01", "2020-01-31", CALENDAR_HOLIDAY },
		{ "2 February was a Sunday like others", "2020-01-26", "2020-02-02", CALENDAR_WEEKEND },
		{ "30 January was off from the start", "2020-01-01", "2020-01-30", CALENDAR_HOLIDAY },
		{ "2 May 2019 was a Thursday like others", "2019-03-21", "2019-05-02", CALENDAR_WEEKDAY },
		{ "until the notice of 22 March", "2019-03-22", "2019-05-02", CALENDAR_HOLIDAY },
		{ "which made 28 April a make-up Sunday", "2019-03-22", "2019-04-28", CALENDAR_MAKEUP },
		{ "that it had not been", "2019-01-02", "2019-04-28", CALENDAR_WEEKEND },
		{ "31 December 2018 was a Monday like others", "2018-12-05", "2018-12-31", CALENDAR_WEEKDAY },
		{ "until the notice for 2019", "2018-12-06", "2018-12-31", CALENDAR_HOLIDAY },
		{ "before any notice only weekends are known", "2016-01-01", "2017-05-01", CALENDAR_WEEKDAY },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct calendar cal = calendar_state_on(on(rows[i].known_on));

		ROW(rows[i].why, calendar_why(&cal, on(rows[i].day)) == rows[i].reason);
	}
	assert_int_equal(calendar_state_on(on("2026-11-21")).version, calendar_state.version);
	assert_int_equal(calendar_state_version(99).version, calendar_state.version);
	assert_int_equal(calendar_state_version(-1).version, 0);
	assert_int_equal(calendar_state_version(6).version, 6);
	assert_int_equal((int)calendar_state_notice_count, calendar_state.version);
}

static void
provisional_days(void **state)
{
	static const struct {
		const char *why, *known_on, *day;
		bool provisional;
	} rows[] = {
		{ "what a notice arranges stands", "2026-11-21", "2026-12-28", false },
		{ "the New Year waits for the next notice", "2026-11-21", "2026-12-29", true },
		{ "so does the next year", "2026-11-21", "2027-01-04", true },
		{ "until it is out", "2025-11-04", "2026-01-05", false },
		{ "the day before it was not", "2025-11-03", "2026-01-05", true },
		{ "a revision does not lengthen", "2020-01-27", "2020-12-28", false },
		{ "before the first notice", "2026-11-21", "2016-12-31", true },
		{ "with nothing announced", "2016-01-01", "2017-01-01", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct calendar cal = calendar_state_on(on(rows[i].known_on));

		ROW(rows[i].why, calendar_provisional(&cal, on(rows[i].day)) == rows[i].provisional);
	}
}

static void
rows_are_sorted(void **state)
{
	(void)state;
	for (size_t i = 1; i < calendar_state_row_count; i++) {
		const struct calendar_exception *a = &calendar_state_rows[i - 1];
		const struct calendar_exception *b = &calendar_state_rows[i];

		assert_true(a->on.number < b->on.number ||
		    (a->on.number == b->on.number && a->until != 0 && a->until <= b->since));
		assert_true(b->since >= 1 && b->since <= calendar_state.version);
	}
	for (size_t i = 0; i < calendar_state_notice_count; i++) {
		assert_int_equal(calendar_state_notices[i].version, i + 1);
		assert_true(i == 0 || day_before(calendar_state_notices[i - 1].announced_on,
		    calendar_state_notices[i].announced_on));
	}
}

/* Working days a year, by hand from the notices. */
static void
working_days_a_year(void **state)
{
	static const struct { int year, days; } rows[] = {
		{ 2024, 251 }, { 2025, 248 }, { 2026, 248 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(calendar_count(&calendar_state, day_make(rows[i].year - 1, 12, 31),
		    day_make(rows[i].year, 12, 31)), rows[i].days);
}

static void
rolling(void **state)
{
	static const struct { const char *why, *from, *roll, *next; } rows[] = {
		{ "a working day stays", "2026-05-08", "2026-05-08", "2026-05-09" },
		{ "National Day goes behind the holiday", "2026-10-01", "2026-10-08", "2026-10-08" },
		{ "to a make-up day if that is next", "2026-02-28", "2026-02-28", "2026-03-02" },
		{ "a Sunday goes to Monday", "2026-05-17", "2026-05-18", "2026-05-18" },
		{ "a holiday to a make-up Sunday", "2024-02-10", "2024-02-18", "2024-02-18" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct day from = on(rows[i].from);

		ROW(rows[i].why, day_same(calendar_roll(&calendar_state, from), on(rows[i].roll)));
		ROW(rows[i].why,
		    day_same(calendar_next_working(&calendar_state, from), on(rows[i].next)));
	}
}

static void
limits(void **state)
{
	struct day d = day_make(2026, 5, 8);

	(void)state;
	assert_false(day_known(calendar_add(&calendar_state, DAY_NONE, 1)));
	assert_false(day_known(calendar_add(&calendar_state, d, 10001)));
	assert_false(day_known(calendar_add(&calendar_state, d, INT32_MIN)));
	assert_true(day_known(calendar_add(&calendar_state, d, 10000)));
	assert_false(day_known(calendar_add(&calendar_state, day_make(9999, 12, 31), 1)));
	assert_false(day_known(calendar_add(&calendar_state, day_make(1, 1, 1), -1)));
	assert_int_equal(calendar_count(&calendar_state, DAY_NONE, d), 0);
	assert_true(calendar_count(&calendar_state, day_make(1, 1, 1), day_make(9999, 12, 31)) >
	    2600000);
}

/* The inverse and the order of add and count, over every day of ten years. */
static void
properties(void **state)
{
	const struct calendar *cal = &calendar_state;
	const struct day last = day_make(2026, 12, 31);

	(void)state;
	for (struct day d = day_make(2017, 1, 1); !day_before(last, d); d = day_add(d, 1)) {
		struct day before = d;

		assert_true(day_same(calendar_add(cal, d, 0), d));
		for (int n = 1; n <= 30; n++) {
			struct day due = calendar_add(cal, d, n);

			assert_true(calendar_works(cal, due));
			assert_true(day_before(before, due));
			assert_int_equal(calendar_count(cal, d, due), n);
			assert_int_equal(calendar_count(cal, due, d), -n);
			assert_true(!day_before(calendar_add(cal, day_add(d, 1), n), due));
			before = due;
		}
		if (calendar_works(cal, d))
			assert_true(day_same(calendar_add(cal, calendar_add(cal, d, 25), -25), d));
	}
}

/* Two days of June 2027 change places with the week: which last days move? */
static void
shifts(void **state)
{
	static const struct calendar_exception turned[] = {
		{ { 0 }, CALENDAR_OFF, 2027, 1, 0 }, { { 0 }, CALENDAR_WORK, 2027, 1, 0 },
	};
	static const struct {
		const char *why, *due;
		bool moves;
	} rows[] = {
		{ "it ends before the first day that turns", "2027-06-01", false },
		{ "its own day is worked no more", "2027-06-02", true },
		{ "a working day less lies before it", "2027-06-03", true },
		{ "the weekend that is worked instead makes up for it", "2027-06-07", false },
	};
	struct calendar_exception days[2];
	struct calendar was = { NULL, 0, 1, day_make(2027, 1, 1), day_make(2027, 12, 28) }, is = was;

	(void)state;
	memcpy(days, turned, sizeof(days));
	days[0].on = day_make(2027, 6, 2);	/* a Wednesday off */
	days[1].on = day_make(2027, 6, 5);	/* a Saturday worked */
	is.rows = days;
	is.count = 2;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (calendar_shifts(&was, &is, days[0].on, day_parse(rows[i].due)) != rows[i].moves)
			fail_msg("%s", rows[i].why);
	assert_false(calendar_shifts(&is, &is, days[0].on, day_make(2027, 6, 3)));
}

/* The published table, a letter a day: 'o' off, 'w' worked, ' ' as the week has it. */
static const int table_from = 17000, table_days = 4200;
static char table[4200];

static void
table_load(void)
{
	char line[1024], *fields[8];
	FILE *file = outside_open("holidays/calendar_2017_2026.tsv");
	size_t rows = 0;

	memset(table, ' ', sizeof(table));
	while (outside_line(file, line, sizeof(line))) {
		struct day d;

		outside_fields(line, fields, 8);
		d = day_parse(fields[0]);
		if (!day_known(d))
			continue;
		table[d.number - table_from] = fields[1][0] == 'o' ? 'o' : 'w';
		rows++;
	}
	fclose(file);
	assert_true(rows > 300);
}

/* Days walked one by one, knowing nothing of the tested code but the number of a day. */
static bool
table_works(int number)
{
	char c = table[number - table_from];
	int weekday = (number + 3) % 7;		/* 0 Monday */

	return c == 'w' || (c == ' ' && weekday < 5);
}

static void
compiled_in_is_as_published(void **state)
{
	size_t published = 0, compiled = 0;

	(void)state;
	table_load();
	for (int i = 0; i < table_days; i++)
		published += table[i] != ' ';
	for (size_t i = 0; i < calendar_state_row_count; i++) {
		const struct calendar_exception *row = &calendar_state_rows[i];

		if (row->until != 0)
			continue;
		compiled++;
		assert_int_equal(table[row->on.number - table_from],
		    row->kind == CALENDAR_OFF ? 'o' : 'w');
	}
	assert_int_equal(compiled, published);
}

static void
every_day_the_slow_way(void **state)
{
	const struct day last = day_make(2026, 12, 31);

	(void)state;
	table_load();
	for (struct day d = day_make(2017, 1, 1); !day_before(last, d); d = day_add(d, 1)) {
		int walked = d.number, counted = 0;

		assert_int_equal(calendar_works(&calendar_state, d), table_works(d.number));
		for (int n = 1; n <= 60; n++) {
			do
				walked++;
			while (!table_works(walked));
			assert_int_equal(calendar_add(&calendar_state, d, n).number, walked);
		}
		for (int to = d.number + 1; to < d.number + 400 && to <= last.number; to++) {
			counted += table_works(to);
			assert_int_equal(calendar_count(&calendar_state, d, (struct day){ to }),
			    counted);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reasons),
		cmocka_unit_test(versions),
		cmocka_unit_test(provisional_days),
		cmocka_unit_test(rows_are_sorted),
		cmocka_unit_test(working_days_a_year),
		cmocka_unit_test(rolling),
		cmocka_unit_test(limits),
		cmocka_unit_test(shifts),
		cmocka_unit_test(properties),
		cmocka_unit_test(compiled_in_is_as_published),
		cmocka_unit_test(every_day_the_slow_way),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/calendar", tests, NULL, NULL);
}
