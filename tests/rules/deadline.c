/* When a promise falls due, and the working shown for it. */
#include "tests/rules/outside.h"

#include "rules/deadline.h"

static struct day
on(const char *text)
{
	struct day d = day_parse(text);

	assert_true(day_known(d));
	return d;
}

static instant
at(const char *text)
{
	instant i = instant_parse(text);

	assert_true(i != INSTANT_NONE);
	return i;
}

/* The working of a term made at nine in the morning. */
static size_t
explain(const struct calendar *cal, struct deadline_term term, struct day made, const struct deadline_pause *pauses,
    size_t pause_count, struct deadline_row *rows, size_t room)
{
	struct deadline_basis basis = { .cal = cal, .term = term, .made = instant_make(made, 9, 0, 0, 0),
	    .pauses = pauses, .pause_count = pause_count };

	return deadline_explain(&basis, rows, room);
}

static void
working_days(void **state)
{
	static const struct {
		const char *why, *made;
		int days, suspended;
		const char *due;
	} rows[] = {
		{ "the day it is made does not count", "2026-04-27", 1, 0, "2026-04-28" },
		{ "a holiday and a weekend stand between", "2026-04-30", 1, 0, "2026-05-06" },
		{ "suspended days are given back", "2026-04-27", 1, 2, "2026-04-30" },
		{ "suspended days are working days too", "2026-04-29", 1, 2, "2026-05-07" },
		{ "a make-up Saturday counts", "2026-05-08", 1, 0, "2026-05-09" },
		{ "filed on a rest day, the next working day is the first", "2026-05-16", 1, 0, "2026-05-18" },
		{ "filed on a holiday likewise", "2026-10-03", 5, 0, "2026-10-13" },
		{ "at once means the same day", "2026-05-08", 0, 0, "2026-05-08" },
		{ "at once on a rest day means the next working day", "2026-05-16", 0, 0, "2026-05-18" },
		{ "a negative suspension takes nothing away", "2026-04-27", 1, -3, "2026-04-28" },
		{ "twenty days of the licensing law", "2026-09-30", 20, 0, "2026-11-03" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, day_same(deadline_after(&calendar_state, on(rows[i].made),
		    rows[i].days, rows[i].suspended), on(rows[i].due)));
	assert_false(day_known(deadline_after(&calendar_state, DAY_NONE, 5, 0)));
	assert_false(day_known(deadline_after(&calendar_state, on("2026-05-08"), -1, 0)));
	assert_false(day_known(deadline_after(&calendar_state, on("2026-05-08"), DEADLINE_MOST + 1, 0)));
	assert_false(day_known(deadline_after(&calendar_state, on("9999-12-30"), 20, 0)));
}

static void
golden_vectors(void **state)
{
	char line[1024], *fields[8];
	FILE *file = outside_open("codes/golden_days_and_codes.tsv");
	int rows = 0;

	(void)state;
	while (outside_line(file, line, sizeof(line))) {
		size_t count = outside_fields(line, fields, 8);
		struct day made = day_parse(fields[0]), due;

		if (count < 3 || !day_known(made))
			continue;
		due = deadline_after(&calendar_state, made, atoi(fields[1]), 0);
		ROW(fields[0], day_same(due, on(fields[2])));
		rows++;
	}
	fclose(file);
	assert_int_equal(rows, 17);
}

static void
other_units(void **state)
{
	static const struct {
		const char *why, *made;
		int count;
		enum deadline_unit unit;
		const char *due;
	} rows[] = {
		{ "days count the weekend", "2026-05-11", 7, DEADLINE_DAY, "2026-05-18" },
		{ "a term that ends on a Saturday ends on Monday (203)", "2026-05-11", 5, DEADLINE_DAY, "2026-05-18" },
		{ "or on a make-up Saturday, for that is worked", "2026-05-04", 5, DEADLINE_DAY, "2026-05-09" },
		{ "one that ends in a holiday ends behind it", "2026-09-24", 7, DEADLINE_DAY, "2026-10-08" },
		{ "a month ends on the matching day (202)", "2026-05-08", 1, DEADLINE_MONTH, "2026-06-08" },
		{ "or the month's last", "2026-01-31", 1, DEADLINE_MONTH, "2026-02-28" },
		{ "and moves behind a rest day", "2026-04-16", 1, DEADLINE_MONTH, "2026-05-18" },
		{ "a year", "2025-05-08", 1, DEADLINE_YEAR, "2026-05-08" },
		{ "a year from 29 February", "2024-02-29", 1, DEADLINE_YEAR, "2025-02-28" },
		{ "no days at all: the day itself", "2026-05-08", 0, DEADLINE_DAY, "2026-05-08" },
	};
	struct deadline_term hours = { 2, DEADLINE_HOUR };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct deadline_term term = { rows[i].count, rows[i].unit };

		ROW(rows[i].why, day_same(deadline_due(&calendar_state, term, on(rows[i].made),
		    NULL, 0), on(rows[i].due)));
	}
	assert_false(day_known(deadline_due(&calendar_state, hours, on("2026-05-08"), NULL, 0)));
}

static void
pauses(void **state)
{
	static const struct {
		const char *why, *made;
		int count;
		enum deadline_unit unit;
		const char *from[2], *to[2];
		const char *due;
	} rows[] = {
		{ "two working days stand still", "2026-05-11", 5, DEADLINE_WORKDAY,
		    { "2026-05-13" }, { "2026-05-15" }, "2026-05-20" },
		{ "a pause over a weekend gives back Friday only", "2026-05-11", 5, DEADLINE_WORKDAY,
		    { "2026-05-15" }, { "2026-05-18" }, "2026-05-19" },
		{ "a pause within a weekend gives back nothing", "2026-05-11", 10, DEADLINE_WORKDAY,
		    { "2026-05-16" }, { "2026-05-18" }, "2026-05-25" },
		{ "a pause on the due day moves it to the day work resumes", "2026-05-11", 2, DEADLINE_WORKDAY,
		    { "2026-05-13" }, { "2026-05-14" }, "2026-05-14" },
		{ "a pause behind the due day changes nothing", "2026-05-11", 2, DEADLINE_WORKDAY,
		    { "2026-05-14" }, { "2026-05-30" }, "2026-05-13" },
		{ "a pause ended before it began is none", "2026-05-11", 2, DEADLINE_WORKDAY,
		    { "2026-05-13" }, { "2026-05-12" }, "2026-05-13" },
		{ "two pauses that overlap count once", "2026-05-11", 5, DEADLINE_WORKDAY,
		    { "2026-05-12", "2026-05-13" }, { "2026-05-15", "2026-05-14" }, "2026-05-21" },
		{ "two apart, in any order", "2026-05-11", 5, DEADLINE_WORKDAY,
		    { "2026-05-15", "2026-05-12" }, { "2026-05-18", "2026-05-13" }, "2026-05-20" },
		{ "a pause on the first day only: it never counted", "2026-05-11", 1, DEADLINE_WORKDAY,
		    { "2026-05-11" }, { "2026-05-12" }, "2026-05-12" },
		{ "days stand still on weekends too", "2026-05-11", 7, DEADLINE_DAY,
		    { "2026-05-15" }, { "2026-05-18" }, "2026-05-21" },
		{ "a month stands still by days", "2026-05-08", 1, DEADLINE_MONTH,
		    { "2026-05-15" }, { "2026-05-18" }, "2026-06-11" },
		{ "a pause where the end has moved to moves it on", "2026-05-11", 5, DEADLINE_DAY,
		    { "2026-05-18" }, { "2026-05-19" }, "2026-05-19" },
		{ "at once, but paused at once", "2026-05-11", 0, DEADLINE_WORKDAY,
		    { "2026-05-11" }, { "2026-05-13" }, "2026-05-13" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct deadline_term term = { rows[i].count, rows[i].unit };
		struct deadline_pause p[2];
		size_t count = 0;

		for (; count < 2 && rows[i].from[count] != NULL; count++)
			p[count] = (struct deadline_pause){ on(rows[i].from[count]), on(rows[i].to[count]) };
		ROW(rows[i].why, day_same(deadline_due(&calendar_state, term, on(rows[i].made), p,
		    count), on(rows[i].due)));
	}
}

static void
while_paused(void **state)
{
	const struct deadline_term term = { 5, DEADLINE_WORKDAY };
	struct deadline_pause open = { on("2026-05-15"), DAY_NONE };
	struct deadline_pause never = { DAY_NONE, DAY_NONE };
	struct deadline_pause age = { on("2026-05-12"), on("2926-05-15") };

	(void)state;
	assert_false(day_known(deadline_due(&calendar_state, term, on("2026-05-11"), &open, 1)));
	assert_int_equal(explain(&calendar_state, term, on("2026-05-11"), &open, 1, NULL, 0), 0);
	/* Due before it began. */
	assert_true(day_same(deadline_due(&calendar_state, term, on("2026-05-06"), &open, 1),
	    on("2026-05-12")));
	assert_true(day_same(deadline_due(&calendar_state, term, on("2026-05-11"), &never, 1),
	    on("2026-05-18")));
	assert_false(day_known(deadline_due(&calendar_state, term, on("2026-05-11"), &age, 1)));
}

/* A pause of k working days before the due day moves it by exactly k working days. */
static void
a_pause_moves_by_its_working_days(void **state)
{
	const struct calendar *cal = &calendar_state;
	const struct day last = day_make(2026, 6, 1);

	(void)state;
	for (struct day made = day_make(2017, 1, 3); day_before(made, last); made = day_add(made, 5)) {
		for (int n = 1; n <= 20; n += 3) {
			struct deadline_term term = { n, DEADLINE_WORKDAY };
			struct day due = deadline_due(cal, term, made, NULL, 0);

			for (int begins = 1; begins <= day_between(made, due); begins += 2) {
				for (int length = 0; length <= 24; length += 4) {
					struct deadline_pause p = { day_add(made, begins),
					    day_add(made, begins + length) };
					int taken = calendar_count(cal, day_add(p.from, -1),
					    day_add(p.to, -1));

					assert_true(day_same(deadline_due(cal, term, made, &p, 1),
					    calendar_add(cal, due, taken)));
					assert_true(day_same(deadline_after(cal, made, n, taken),
					    calendar_add(cal, due, taken)));
				}
			}
		}
	}
}

static void
hours(void **state)
{
	static const struct {
		const char *why, *made;
		int count;
		enum deadline_unit unit;
		const char *due;
	} rows[] = {
		{ "two hours in the morning", "2026-05-08 09:30:00", 2, DEADLINE_HOUR, "2026-05-08 11:30:00" },
		{ "two by the clock go through noon", "2026-05-08 11:00:00", 2, DEADLINE_HOUR, "2026-05-08 13:00:00" },
		{ "two open hours do not", "2026-05-08 11:00:00", 2, DEADLINE_WORKHOUR, "2026-05-08 14:30:00" },
		{ "early birds wait for the opening", "2026-05-08 07:00:00", 2, DEADLINE_HOUR, "2026-05-08 11:00:00" },
		{ "at noon one waits too", "2026-05-08 12:10:00", 1, DEADLINE_HOUR, "2026-05-08 14:30:00" },
		{ "after hours it runs from the next opening", "2026-05-11 20:00:00", 2, DEADLINE_HOUR, "2026-05-12 11:00:00" },
		{ "at closing time it is after hours", "2026-05-11 17:30:00", 2, DEADLINE_HOUR, "2026-05-12 11:00:00" },
		{ "on a rest day likewise", "2026-05-16 10:00:00", 2, DEADLINE_HOUR, "2026-05-18 11:00:00" },
		{ "a make-up Saturday is open", "2026-05-09 10:00:00", 2, DEADLINE_HOUR, "2026-05-09 12:00:00" },
		{ "a day by the clock", "2026-05-11 10:00:00", 24, DEADLINE_HOUR, "2026-05-12 10:00:00" },
		{ "that ends on a Saturday ends at the close of Monday (203)", "2026-05-15 10:00:00", 24, DEADLINE_HOUR, "2026-05-18 17:30:00" },
		{ "open hours go on next day", "2026-05-11 16:30:00", 3, DEADLINE_WORKHOUR, "2026-05-12 11:00:00" },
		{ "over the holiday", "2026-09-30 16:30:00", 3, DEADLINE_WORKHOUR, "2026-10-08 11:00:00" },
		{ "seven open hours are a day", "2026-05-11 09:00:00", 7, DEADLINE_WORKHOUR, "2026-05-11 17:30:00" },
		{ "days end at closing time", "2026-05-08 20:00:00", 1, DEADLINE_WORKDAY, "2026-05-09 17:30:00" },
		{ "months too", "2026-05-08 08:00:00", 1, DEADLINE_MONTH, "2026-06-08 17:30:00" },
	};
	struct office_hours wrong = { 600, 500, 400, 1000 };
	struct deadline_term two = { 2, DEADLINE_HOUR }, work = { 2, DEADLINE_WORKHOUR };
	struct deadline_pause p = { on("2026-05-12"), on("2026-05-13") };
	struct deadline_pause open = { on("2026-05-12"), DAY_NONE };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct deadline_term term = { rows[i].count, rows[i].unit };

		ROW(rows[i].why, deadline_due_at(&calendar_state, &office_hours_default, term,
		    at(rows[i].made), NULL, 0) == at(rows[i].due));
	}
	/* Paused on Tuesday, two hours from Monday 17:00 end on Monday; open hours on Wednesday. */
	assert_true(deadline_due_at(&calendar_state, &office_hours_default, two,
	    at("2026-05-11 17:00:00"), &p, 1) == at("2026-05-11 19:00:00"));
	assert_true(deadline_due_at(&calendar_state, &office_hours_default, work,
	    at("2026-05-11 17:00:00"), &p, 1) == at("2026-05-13 10:30:00"));
	assert_true(deadline_due_at(&calendar_state, &office_hours_default, work,
	    at("2026-05-11 17:00:00"), &open, 1) == INSTANT_NONE);
	assert_true(deadline_due_at(&calendar_state, &office_hours_default,
	    (struct deadline_term){ 24, DEADLINE_HOUR }, at("2026-05-11 17:00:00"), &p, 1) ==
	    at("2026-05-13 17:00:00"));
	assert_true(deadline_due_at(&calendar_state, &office_hours_default,
	    (struct deadline_term){ 24, DEADLINE_HOUR }, at("2026-05-11 17:00:00"), &open, 1) ==
	    INSTANT_NONE);
	assert_true(deadline_due_at(&calendar_state, &wrong, two, at("2026-05-11 17:00:00"), NULL, 0) ==
	    INSTANT_NONE);
	assert_true(deadline_due_at(&calendar_state, &office_hours_default, two, INSTANT_NONE, NULL, 0) ==
	    INSTANT_NONE);
	assert_true(deadline_opening(&calendar_state, &office_hours_default,
	    at("2026-05-08 10:00:00")) == at("2026-05-08 10:00:00"));
}

static void
standing(void **state)
{
	static const struct {
		const char *why, *made, *due, *finished, *today;
		enum deadline_colour colour;
		int left, over;
	} rows[] = {
		{ "far from due", "2026-05-11", "2026-06-08", "", "2026-05-12", DEADLINE_NORMAL, 19, 0 },
		{ "five of twenty left is not near", "2026-05-11", "2026-06-08", "", "2026-06-01", DEADLINE_NORMAL, 5, 0 },
		{ "four of twenty left is the last fifth", "2026-05-11", "2026-06-08", "", "2026-06-02", DEADLINE_NEAR, 4, 0 },
		{ "a short promise is near a day before", "2026-05-11", "2026-05-14", "", "2026-05-13", DEADLINE_NEAR, 1, 0 },
		{ "and not earlier", "2026-05-11", "2026-05-14", "", "2026-05-12", DEADLINE_NORMAL, 2, 0 },
		{ "on its due day a case is in time", "2026-05-11", "2026-05-14", "", "2026-05-14", DEADLINE_NEAR, 0, 0 },
		{ "the day after it is late", "2026-05-11", "2026-05-14", "", "2026-05-15", DEADLINE_OVER, 0, 1 },
		{ "late on a rest day is late", "2026-05-11", "2026-05-15", "", "2026-05-16", DEADLINE_OVER, 0, 1 },
		{ "lateness is counted in working days", "2026-05-11", "2026-05-15", "", "2026-05-20", DEADLINE_OVER, 0, 3 },
		{ "finished on its due day it is green for ever", "2026-05-11", "2026-05-14", "2026-05-14", "2030-01-01", DEADLINE_NORMAL, 0, 0 },
		{ "finished before it too", "2026-05-11", "2026-05-14", "2026-05-12", "2030-01-01", DEADLINE_NORMAL, 2, 0 },
		{ "finished late it is late by that much for ever", "2026-05-11", "2026-05-14", "2026-05-18", "2030-01-01", DEADLINE_OVER, 0, 2 },
		{ "with no due day there is no hurry", "2026-05-11", "", "", "2030-01-01", DEADLINE_NORMAL, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct deadline_state s = deadline_judge(&calendar_state, day_parse(rows[i].made),
		    day_parse(rows[i].due), day_parse(rows[i].finished), day_parse(rows[i].today),
		    deadline_near_default);

		ROW(rows[i].why, s.colour == rows[i].colour);
		ROW(rows[i].why, s.left_days == rows[i].left);
		ROW(rows[i].why, s.over_days == rows[i].over);
		ROW(rows[i].why, s.finished == (rows[i].finished[0] != '\0'));
	}
	assert_true(deadline_judge(&calendar_state, on("2026-12-01"), on("2027-01-05"), DAY_NONE,
	    on("2026-12-10"), deadline_near_default).provisional);
	assert_false(deadline_judge(&calendar_state, on("2026-12-01"), on("2027-01-05"),
	    on("2026-12-09"), on("2026-12-10"), deadline_near_default).provisional);
}

/* siteserver/cms: finished cases turned red because now was compared, not the day they ended. */
static void
finished_cases_keep_their_colour(void **state)
{
	const struct day made = day_make(2026, 3, 2);
	struct day due = deadline_after(&calendar_state, made, 20, 0);

	(void)state;
	for (struct day done = made; day_before(done, day_add(due, 30)); done = day_add(done, 1)) {
		enum deadline_colour first = deadline_judge(&calendar_state, made, due, done, done,
		    deadline_near_default).colour;

		assert_int_equal(first, day_before(due, done) ? DEADLINE_OVER : DEADLINE_NORMAL);
		for (int later = 0; later < 1000; later += 7)
			assert_int_equal(deadline_judge(&calendar_state, made, due, done,
			    day_add(done, later), deadline_near_default).colour, first);
	}
}

static void
the_working_shown(void **state)
{
	static const struct {
		const char *day;
		int ordinal;
		enum deadline_why why;
		enum deadline_article article;
	} expected[] = {
		{ "2026-04-29", 0, DEADLINE_START, ARTICLE_CIVIL_201 },
		{ "2026-04-30", 1, DEADLINE_COUNTED, ARTICLE_LICENSING_82 },
		{ "2026-05-01", 0, DEADLINE_HOLIDAY, ARTICLE_LICENSING_82 },
		{ "2026-05-02", 0, DEADLINE_HOLIDAY, ARTICLE_LICENSING_82 },
		{ "2026-05-03", 0, DEADLINE_HOLIDAY, ARTICLE_LICENSING_82 },
		{ "2026-05-04", 0, DEADLINE_HOLIDAY, ARTICLE_LICENSING_82 },
		{ "2026-05-05", 0, DEADLINE_HOLIDAY, ARTICLE_LICENSING_82 },
		{ "2026-05-06", 0, DEADLINE_PAUSED, ARTICLE_LICENSING_45 },
		{ "2026-05-07", 0, DEADLINE_PAUSED, ARTICLE_LICENSING_45 },
		{ "2026-05-08", 2, DEADLINE_COUNTED, ARTICLE_LICENSING_82 },
		{ "2026-05-09", 3, DEADLINE_MAKEUP, ARTICLE_LICENSING_82 },
		{ "2026-05-10", 0, DEADLINE_WEEKEND, ARTICLE_LICENSING_82 },
		{ "2026-05-11", 4, DEADLINE_COUNTED, ARTICLE_LICENSING_82 },
	};
	const struct deadline_term term = { 4, DEADLINE_WORKDAY };
	struct deadline_pause p = { on("2026-05-06"), on("2026-05-08") };
	struct deadline_row rows[32];
	size_t count;

	(void)state;
	count = explain(&calendar_state, term, on("2026-04-29"), &p, 1, rows, 32);
	assert_int_equal(count, sizeof(expected) / sizeof(expected[0]));
	for (size_t i = 0; i < count; i++) {
		ROW(expected[i].day, day_same(rows[i].on, on(expected[i].day)));
		ROW(expected[i].day, rows[i].ordinal == expected[i].ordinal);
		ROW(expected[i].day, rows[i].why == expected[i].why);
		ROW(expected[i].day, rows[i].article == expected[i].article);
		ROW(expected[i].day, !rows[i].provisional);
	}
	/* A small array is filled and the whole number told. */
	memset(rows, 0xff, sizeof(rows));
	assert_int_equal(explain(&calendar_state, term, on("2026-04-29"), &p, 1, rows, 3), count);
	assert_true(day_same(rows[2].on, on("2026-05-01")));
	assert_int_equal(rows[3].on.number, -1);
}

static void
the_working_of_other_units(void **state)
{
	static const struct {
		const char *day;
		int ordinal;
		enum deadline_why why;
		enum deadline_article article;
	} days[] = {
		{ "2026-05-13", 0, DEADLINE_START, ARTICLE_CIVIL_201 },
		{ "2026-05-14", 1, DEADLINE_COUNTED, ARTICLE_CIVIL_201 },
		{ "2026-05-15", 2, DEADLINE_COUNTED, ARTICLE_CIVIL_201 },
		{ "2026-05-16", 3, DEADLINE_COUNTED, ARTICLE_CIVIL_201 },
		{ "2026-05-17", 0, DEADLINE_WEEKEND, ARTICLE_CIVIL_203 },
		{ "2026-05-18", 0, DEADLINE_MOVED, ARTICLE_CIVIL_203 },
	}, month[] = {
		{ "2026-04-16", 0, DEADLINE_START, ARTICLE_CIVIL_201 },
		{ "2026-05-16", 0, DEADLINE_MATCHING, ARTICLE_CIVIL_202 },
		{ "2026-05-17", 0, DEADLINE_WEEKEND, ARTICLE_CIVIL_203 },
		{ "2026-05-18", 0, DEADLINE_MOVED, ARTICLE_CIVIL_203 },
	};
	struct deadline_row rows[8];

	(void)state;
	assert_int_equal(explain(&calendar_state, (struct deadline_term){ 3, DEADLINE_DAY },
	    on("2026-05-13"), NULL, 0, rows, 8), 6);
	for (size_t i = 0; i < 6; i++)
		ROW(days[i].day, day_same(rows[i].on, on(days[i].day)) &&
		    rows[i].ordinal == days[i].ordinal && rows[i].why == days[i].why &&
		    rows[i].article == days[i].article);
	assert_int_equal(explain(&calendar_state, (struct deadline_term){ 1, DEADLINE_MONTH },
	    on("2026-04-16"), NULL, 0, rows, 8), 4);
	for (size_t i = 0; i < 4; i++)
		ROW(month[i].day, day_same(rows[i].on, on(month[i].day)) &&
		    rows[i].ordinal == month[i].ordinal && rows[i].why == month[i].why &&
		    rows[i].article == month[i].article);
	/* A due day beyond what is announced says so, row by row. */
	assert_int_equal(explain(&calendar_state, (struct deadline_term){ 2, DEADLINE_WORKDAY },
	    on("2026-12-28"), NULL, 0, rows, 8), 3);
	assert_false(rows[0].provisional);
	assert_true(rows[1].provisional && rows[2].provisional);
}

/* The working never contradicts the due day, and every row says what the calendar says. */
static void
the_working_agrees(void **state)
{
	static struct deadline_row rows[512];
	const struct calendar *cal = &calendar_state;
	const struct day last = day_make(2026, 9, 1);

	(void)state;
	for (struct day made = day_make(2017, 1, 1); day_before(made, last); made = day_add(made, 1)) {
		for (int n = 1; n <= 41; n += 8) {
			struct deadline_term term = { n, made.number % 2 ? DEADLINE_WORKDAY : DEADLINE_DAY };
			struct deadline_pause p = { day_add(made, 6), day_add(made, 11) };
			struct day due = deadline_due(cal, term, made, &p, 1);
			size_t count = explain(cal, term, made, &p, 1, rows, 512);
			int counted = 0;

			assert_true(count > 0 && count <= 512);
			assert_true(day_same(rows[count - 1].on, due));
			assert_true(calendar_works(cal, due));
			for (size_t i = 0; i < count; i++) {
				assert_true(day_same(rows[i].on, day_add(made, (int)i)));
				if (rows[i].ordinal != 0)
					assert_int_equal(rows[i].ordinal, ++counted);
				if (rows[i].why == DEADLINE_MAKEUP)
					assert_int_equal(calendar_why(cal, rows[i].on), CALENDAR_MAKEUP);
				if (rows[i].why == DEADLINE_HOLIDAY)
					assert_int_equal(calendar_why(cal, rows[i].on), CALENDAR_HOLIDAY);
				if (rows[i].why == DEADLINE_WEEKEND)
					assert_int_equal(calendar_why(cal, rows[i].on), CALENDAR_WEEKEND);
			}
			assert_int_equal(counted, n);
		}
	}
}

/* A case filed before a notice keeps its own calendar; the newer one would move it. */
static void
a_case_keeps_its_calendar(void **state)
{
	struct calendar filed = calendar_state_on(on("2020-01-20"));

	(void)state;
	assert_true(day_same(deadline_after(&filed, on("2020-01-20"), 5, 0), on("2020-02-01")));
	assert_true(day_same(deadline_after(&calendar_state, on("2020-01-20"), 5, 0), on("2020-02-04")));
}

static void
hours_are_explained(void **state)
{
	static const struct {
		const char *day;
		enum deadline_why why;
		int minutes, so_far;
	} open[] = {
		{ "2026-09-30", DEADLINE_COUNTED, 60, 60 },
		{ "2026-10-01", DEADLINE_HOLIDAY, 0, 60 },
		{ "2026-10-02", DEADLINE_HOLIDAY, 0, 60 },
		{ "2026-10-03", DEADLINE_HOLIDAY, 0, 60 },
		{ "2026-10-04", DEADLINE_HOLIDAY, 0, 60 },
		{ "2026-10-05", DEADLINE_HOLIDAY, 0, 60 },
		{ "2026-10-06", DEADLINE_HOLIDAY, 0, 60 },
		{ "2026-10-07", DEADLINE_HOLIDAY, 0, 60 },
		{ "2026-10-08", DEADLINE_PAUSED, 0, 60 },
		{ "2026-10-09", DEADLINE_COUNTED, 120, 180 },
	}, clock[] = {
		{ "2026-05-15", DEADLINE_START, 0, 0 },		/* Friday evening: the office is shut */
		{ "2026-05-16", DEADLINE_WEEKEND, 0, 0 },
		{ "2026-05-17", DEADLINE_WEEKEND, 0, 0 },
		{ "2026-05-18", DEADLINE_COUNTED, 900, 900 },
		{ "2026-05-19", DEADLINE_COUNTED, 540, 1440 },
	};
	struct deadline_pause p = { on("2026-10-08"), on("2026-10-09") };
	struct deadline_basis work = { .cal = &calendar_state, .term = { 3, DEADLINE_WORKHOUR },
	    .made = at("2026-09-30 16:30:00"), .pauses = &p, .pause_count = 1 };
	struct deadline_basis by_clock = { .cal = &calendar_state, .term = { 24, DEADLINE_HOUR },
	    .made = at("2026-05-15 19:00:00") };
	struct deadline_row rows[16];

	(void)state;
	assert_int_equal(deadline_explain(&work, rows, 16), 10);
	for (size_t i = 0; i < 10; i++)
		ROW(open[i].day, day_same(rows[i].on, on(open[i].day)) && rows[i].why == open[i].why &&
		    rows[i].minutes == open[i].minutes && rows[i].minutes_so_far == open[i].so_far &&
		    rows[i].pause == (open[i].why == DEADLINE_PAUSED ? 0 : -1));
	assert_true(deadline_of(&work).at == at("2026-10-09 11:00:00"));
	assert_int_equal(deadline_explain(&by_clock, rows, 16), 5);
	for (size_t i = 0; i < 5; i++)
		ROW(clock[i].day, day_same(rows[i].on, on(clock[i].day)) && rows[i].why == clock[i].why &&
		    rows[i].minutes == clock[i].minutes && rows[i].minutes_so_far == clock[i].so_far);
	/* Fifteen hours from the opening end with the day, not with the next. */
	by_clock.term.count = 15;
	assert_true(day_same(deadline_of(&by_clock).on, on("2026-05-18")));
}

static void
the_head_extends(void **state)
{
	static const struct {
		const char *why, *made;
		int count;
		enum deadline_unit unit;
		int extended;
		const char *from, *to, *due;
	} rows[] = {
		{ "ten working days after the last", "2026-05-11", 20, DEADLINE_WORKDAY, 10, "", "", "2026-06-23" },
		{ "a month, then ten working days", "2026-05-11", 1, DEADLINE_MONTH, 10, "", "", "2026-06-26" },
		{ "a pause in the extension moves it as well", "2026-05-11", 20, DEADLINE_WORKDAY, 10, "2026-06-10",
		    "2026-06-12", "2026-06-25" },
		{ "so does one in the term", "2026-05-11", 20, DEADLINE_WORKDAY, 10, "2026-05-13", "2026-05-15", "2026-06-25" },
		{ "while one is open there is no end", "2026-05-11", 20, DEADLINE_WORKDAY, 10, "2026-06-10", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct deadline_pause p = { day_parse(rows[i].from), day_parse(rows[i].to) };
		struct deadline_basis basis = { .cal = &calendar_state, .term = { rows[i].count, rows[i].unit },
		    .made = instant_make(on(rows[i].made), 10, 0, 0, 0), .pauses = &p, .pause_count = rows[i].from[0] != '\0',
		    .extended = rows[i].extended };
		struct deadline_row working[64];
		size_t count = deadline_explain(&basis, working, 64);

		ROW(rows[i].why, day_same(deadline_of(&basis).on, day_parse(rows[i].due)));
		if (count > 0) {
			ROW(rows[i].why, day_same(working[count - 1].on, on(rows[i].due)));
			ROW(rows[i].why, working[count - 1].article == ARTICLE_LICENSING_42);
			ROW(rows[i].why, working[count - 1].ordinal == rows[i].extended);
		}
	}
}

/* What an agent of the service has: a third of the promise, at least one. */
static void
an_agent_has_a_third(void **state)
{
	static const int rows[][2] = { { 0, 0 }, { 1, 1 }, { 2, 1 }, { 3, 1 }, { 5, 1 }, { 6, 2 }, { 20, 6 }, { 45, 15 } };

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct deadline_term third = deadline_third((struct deadline_term){ rows[i][0], DEADLINE_WORKDAY });

		assert_int_equal(third.count, rows[i][1]);
		assert_int_equal(third.unit, DEADLINE_WORKDAY);
	}
}

/* A term in hours is late from the next instant on, and what was done in time is green for ever. */
static void
an_hour_late_is_late(void **state)
{
	struct deadline due = { on("2026-05-11"), at("2026-05-11 11:30:00") };
	const instant none = INSTANT_NONE;

	(void)state;
	assert_int_equal(deadline_judge_at(&calendar_state, on("2026-05-11"), due, none, at("2026-05-11 11:30:00"),
	    deadline_near_default).colour, DEADLINE_NEAR);
	assert_int_equal(deadline_judge_at(&calendar_state, on("2026-05-11"), due, none, at("2026-05-11 11:31:00"),
	    deadline_near_default).colour, DEADLINE_OVER);
	assert_int_equal(deadline_judge_at(&calendar_state, on("2026-05-11"), due, at("2026-05-11 11:30:00"),
	    at("2030-01-01 09:00:00"), deadline_near_default).colour, DEADLINE_NORMAL);
	assert_int_equal(deadline_judge_at(&calendar_state, on("2026-05-11"), due, at("2026-05-11 11:31:00"),
	    at("2030-01-01 09:00:00"), deadline_near_default).colour, DEADLINE_OVER);
}

/* Adding and counting are inverse; who comes later is never due earlier; a longer term never ends earlier. */
static void
add_and_count_are_inverse_and_monotone(void **state)
{
	static const enum deadline_unit units[] = { DEADLINE_WORKDAY, DEADLINE_DAY, DEADLINE_MONTH, DEADLINE_WORKHOUR };
	const struct calendar *cal = &calendar_state;
	const struct day last = day_make(2026, 6, 1);

	(void)state;
	for (struct day made = day_make(2017, 1, 1); day_before(made, last); made = day_add(made, 1)) {
		for (int n = 0; n <= 45; n += 5)
			assert_int_equal(calendar_count(cal, made, calendar_add(cal, made, n)), n);
		for (size_t u = 0; u < sizeof(units) / sizeof(units[0]); u++) {
			struct deadline_basis basis = { .cal = cal, .term = { 1 + made.number % 20, units[u] },
			    .made = instant_make(made, 10, 0, 0, 0) };
			struct deadline_basis later = basis, longer = basis;

			later.made = instant_make(day_add(made, 1), 10, 0, 0, 0);
			longer.term.count++;
			assert_false(day_before(deadline_of(&later).on, deadline_of(&basis).on));
			assert_false(day_before(deadline_of(&longer).on, deadline_of(&basis).on));
		}
	}
}

static void
names(void **state)
{
	enum deadline_unit unit = DEADLINE_DAY;

	(void)state;
	for (int i = 0; i < DEADLINE_UNIT_COUNT; i++) {
		assert_true(deadline_unit_named(deadline_unit_name((enum deadline_unit)i), &unit));
		assert_int_equal(unit, i);
	}
	assert_false(deadline_unit_named("week", &unit));
	assert_false(deadline_unit_named(NULL, &unit));
	assert_string_equal(deadline_why_name(DEADLINE_MAKEUP), "makeup");
	assert_string_equal(deadline_article_name(ARTICLE_CIVIL_203), "civil_203");
	assert_string_equal(deadline_colour_name(DEADLINE_OVER), "over");
	assert_string_equal(deadline_colour_name((enum deadline_colour)77), "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(working_days),
		cmocka_unit_test(golden_vectors),
		cmocka_unit_test(other_units),
		cmocka_unit_test(pauses),
		cmocka_unit_test(while_paused),
		cmocka_unit_test(a_pause_moves_by_its_working_days),
		cmocka_unit_test(hours),
		cmocka_unit_test(standing),
		cmocka_unit_test(finished_cases_keep_their_colour),
		cmocka_unit_test(the_working_shown),
		cmocka_unit_test(the_working_of_other_units),
		cmocka_unit_test(the_working_agrees),
		cmocka_unit_test(a_case_keeps_its_calendar),
		cmocka_unit_test(hours_are_explained),
		cmocka_unit_test(the_head_extends),
		cmocka_unit_test(an_agent_has_a_third),
		cmocka_unit_test(an_hour_late_is_late),
		cmocka_unit_test(add_and_count_are_inverse_and_monotone),
		cmocka_unit_test(names),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/deadline", tests, NULL, NULL);
}
