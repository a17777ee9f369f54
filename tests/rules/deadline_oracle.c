/*
 * deadline_oracle.c - the law's arithmetic against a slow walker that shares no code with it.
 *
 * The walker has its own days (year, month, day, one step at a time), its own
 * weekdays and minutes, and takes of rules/ only the table of holidays.  Both
 * are asked about some thousands of terms drawn at random over ten years.
 *
 *	deadline_oracle                  the test; YIMEN_SEED repeats a run
 *	deadline_oracle print N SEED     the same terms and what rules/ say of them, for the oracle in another language
 */
#include "rules/deadline.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { TERMS = 4000, PAUSES_MOST = 3, YEARS_FROM = 2016, YEARS_TO = 2030 };

/* ---- what is asked ---- */

struct question {
	struct day made;
	int minute;
	struct deadline_term term;
	struct deadline_pause pauses[PAUSES_MOST];
	size_t pause_count;
	int extended;
};

static uint64_t dice;

static int
draw(int least, int most)
{
	dice = dice * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return least + (int)((dice >> 33) % (uint64_t)(most - least + 1));
}

static struct question
question_draw(void)
{
	static const int most[] = { [DEADLINE_WORKDAY] = 60, [DEADLINE_DAY] = 120, [DEADLINE_HOUR] = 100,
	    [DEADLINE_MONTH] = 6, [DEADLINE_YEAR] = 2, [DEADLINE_WORKHOUR] = 60 };
	struct question q = { .made = day_add(day_make(2017, 1, 1), draw(0, 3500)), .minute = draw(0, 1439) };

	q.term.unit = (enum deadline_unit)draw(0, DEADLINE_UNIT_COUNT - 1);
	q.term.count = draw(0, most[q.term.unit]);
	q.pause_count = (size_t)draw(0, PAUSES_MOST);
	for (size_t i = 0; i < q.pause_count; i++) {
		q.pauses[i].from = day_add(q.made, draw(0, 60));
		q.pauses[i].to = draw(0, 19) ? day_add(q.pauses[i].from, draw(0, 40)) : DAY_NONE;
	}
	q.extended = draw(0, 3) ? 0 : draw(1, 15);
	return q;
}

static struct deadline
answer(const struct question *q)
{
	struct deadline_basis basis = { .cal = &calendar_state, .term = q->term,
	    .made = instant_make(q->made, q->minute / 60, q->minute % 60, 0, 0), .pauses = q->pauses,
	    .pause_count = q->pause_count, .extended = q->extended };

	return deadline_of(&basis);
}

/* ---- the slow walker ---- */

struct date {
	int year, month, day, weekday;		/* weekday: 0 Monday … 6 Sunday */
};

static signed char marked[YEARS_TO - YEARS_FROM + 1][13][32];	/* 1 off, 2 worked, by announcement */

static void
marks_read(void)
{
	for (size_t i = 0; i < calendar_state_row_count; i++) {
		const struct calendar_exception *row = &calendar_state_rows[i];
		char text[DAY_TEXT];
		int y, m, d;

		if (row->until != 0)
			continue;		/* taken back by a later notice */
		sscanf(day_print(row->on, text), "%d-%d-%d", &y, &m, &d);
		marked[y - YEARS_FROM][m][d] = row->kind == CALENDAR_OFF ? 1 : 2;
	}
}

static bool
leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int
month_days(int y, int m)
{
	return m == 2 ? 28 + leap(y) : m == 4 || m == 6 || m == 9 || m == 11 ? 30 : 31;
}

static void
date_next(struct date *d)
{
	d->weekday = (d->weekday + 1) % 7;
	if (++d->day <= month_days(d->year, d->month))
		return;
	d->day = 1;
	if (++d->month > 12) {
		d->month = 1;
		d->year++;
	}
}

/* 2016-01-01 was a Friday: every date is walked to from there. */
static struct date
date_at(const char *iso)
{
	struct date d = { YEARS_FROM, 1, 1, 4 };
	int y, m, day;

	sscanf(iso, "%d-%d-%d", &y, &m, &day);
	while (d.year != y || d.month != m || d.day != day)
		date_next(&d);
	return d;
}

static int
date_key(struct date d)
{
	return d.year * 10000 + d.month * 100 + d.day;
}

static bool
date_works(struct date d)
{
	int mark = d.year <= YEARS_TO ? marked[d.year - YEARS_FROM][d.month][d.day] : 0;

	return mark == 2 || (mark == 0 && d.weekday < 5);
}

struct slow {
	int from[PAUSES_MOST], to[PAUSES_MOST];	/* keys; to 0: open */
	size_t count;
	struct date at;
	int minute;
	bool lost;			/* stands still for good */
};

static bool
slow_paused(struct slow *s)
{
	bool paused = false;

	for (size_t i = 0; i < s->count; i++) {
		if (date_key(s->at) < s->from[i] || (s->to[i] && date_key(s->at) >= s->to[i]))
			continue;
		paused = true;
		s->lost = s->lost || !s->to[i];
	}
	return paused;
}

static bool
slow_day(struct slow *s)
{
	date_next(&s->at);
	slow_paused(s);
	return !s->lost;
}

static void
slow_workdays(struct slow *s, int n)
{
	while (n > 0 && slow_day(s))
		if (!slow_paused(s) && date_works(s->at))
			n--;
}

static void
slow_days(struct slow *s, int n)
{
	while (n > 0 && slow_day(s))
		if (!slow_paused(s))
			n--;
}

/* True when it had to move. */
static bool
slow_roll(struct slow *s)
{
	bool moved = false;

	slow_paused(s);
	while (!s->lost && (slow_paused(s) || !date_works(s->at))) {
		slow_day(s);
		moved = true;
	}
	return moved;
}

static bool
slow_open(struct slow *s)
{
	return !slow_paused(s) && date_works(s->at) && ((s->minute >= 540 && s->minute < 720) ||
	    (s->minute >= 810 && s->minute < 1050));
}

static void
slow_tick(struct slow *s)
{
	if (++s->minute < 1440)
		return;
	s->minute = 0;
	slow_day(s);
}

/* Minute by minute. */
static void
slow_hours(struct slow *s, int hours, bool only_open)
{
	slow_paused(s);
	while (!s->lost && !slow_open(s))
		slow_tick(s);
	for (int left = hours * 60; left > 0 && !s->lost;) {
		if (only_open ? slow_open(s) : !slow_paused(s))
			left--;
		else if (s->lost)
			return;
		if (left == 0) {
			s->minute += s->minute < 1439;	/* the end of the last minute, on the day it belongs to */
			break;
		}
		slow_tick(s);
	}
	if (!only_open && !s->lost && slow_roll(s))
		s->minute = 1050;
}

static int
days_to_match(struct date from, int months)
{
	int m = from.month - 1 + months, y = from.year + m / 12, days = 0, day;
	struct date d = from;

	m = m % 12 + 1;
	day = from.day < month_days(y, m) ? from.day : month_days(y, m);
	while (d.year != y || d.month != m || d.day != day) {
		date_next(&d);
		days++;
	}
	return days;
}

static struct slow
slow_answer(const struct question *q)
{
	struct slow s = { .count = q->pause_count, .minute = q->minute };
	char text[DAY_TEXT];
	int n = q->term.count;

	s.at = date_at(day_print(q->made, text));
	for (size_t i = 0; i < q->pause_count; i++) {
		s.from[i] = date_key(date_at(day_print(q->pauses[i].from, text)));
		s.to[i] = day_known(q->pauses[i].to) ? date_key(date_at(day_print(q->pauses[i].to, text))) : 0;
	}
	switch (q->term.unit) {
	case DEADLINE_WORKDAY:
		n ? slow_workdays(&s, n) : (void)slow_roll(&s);
		break;
	case DEADLINE_HOUR:
	case DEADLINE_WORKHOUR:
		slow_hours(&s, n, q->term.unit == DEADLINE_WORKHOUR);
		break;
	default:
		if (q->term.unit != DEADLINE_DAY)
			n = days_to_match(s.at, q->term.unit == DEADLINE_YEAR ? n * 12 : n);
		slow_days(&s, n);
		slow_roll(&s);
		break;
	}
	if (!s.lost)
		slow_workdays(&s, q->extended);
	return s;
}

/* ---- the test ---- */

static void
question_print(FILE *to, const struct question *q, struct deadline due)
{
	char made[DAY_TEXT], from[DAY_TEXT], on[DAY_TEXT], at[INSTANT_TEXT];

	fprintf(to, "%s %02d:%02d\t%s\t%d\t%d\t", day_print(q->made, made), q->minute / 60, q->minute % 60,
	    deadline_unit_name(q->term.unit), q->term.count, q->extended);
	for (size_t i = 0; i < q->pause_count; i++) {
		fprintf(to, "%s%s", i ? "," : "", day_print(q->pauses[i].from, from));
		fprintf(to, "/%s", day_print(q->pauses[i].to, from));
	}
	fprintf(to, "\t%s\t%.16s\n", day_print(due.on, on), instant_print(due.at, at));
}

static void
the_slow_walker_agrees(void **state)
{
	const char *told = getenv("YIMEN_SEED");
	uint64_t seed = told ? strtoull(told, NULL, 10) : (uint64_t)time(NULL);
	int lost = 0;

	(void)state;
	print_message("# seed %llu, %d terms\n", (unsigned long long)seed, TERMS);
	dice = seed;
	marks_read();
	for (int i = 0; i < TERMS; i++) {
		struct question q = question_draw();
		struct deadline due = answer(&q);
		struct slow s = slow_answer(&q);
		struct civil c = day_civil(due.on);
		bool same = s.lost ? !day_known(due.on) : day_known(due.on) &&
		    date_key(s.at) == c.year * 10000 + c.month * 100 + c.day;

		if (same && due.at != INSTANT_NONE)
			same = instant_minute(due.at) == s.minute;
		if (!same) {
			question_print(stderr, &q, due);
			fail_msg("the walker says %d %02d:%02d%s", date_key(s.at), s.minute / 60, s.minute % 60,
			    s.lost ? " (stands still)" : "");
		}
		lost += s.lost;
	}
	assert_true(lost > 0 && lost < TERMS / 2);	/* both kinds were asked about */
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_slow_walker_agrees),
	};

	if (argc == 4 && strcmp(argv[1], "print") == 0) {
		dice = strtoull(argv[3], NULL, 10);
		for (int i = atoi(argv[2]); i > 0; i--) {
			struct question q = question_draw();

			question_print(stdout, &q, answer(&q));
		}
		return 0;
	}
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/deadline_oracle", tests, NULL, NULL);
}
