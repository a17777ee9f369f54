/*
 * calendar.c - the State Council's calendars, from the law's own table or from a notice in a file into the database's,
 * and what a new one does to open cases.
 *
 * A version once loaded is never changed: cases are bound to it.
 */
#include "ctl/ctl.h"
#include "ctl/tsv.h"

#include "base/random.h"
#include "base/text.h"
#include "base/words.h"
#include "generated/queries/ctl.h"
#include "record/notice.h"
#include "record/recompute.h"
#include "rules/calendar.h"

#include <stdio.h>
#include <stdlib.h>

struct loading {
	struct ctl *ctl;
	int last;		/* the newest version already there */
	int added;
};

static bool
row_in_force(const struct calendar_exception *row, int version)
{
	return row->since <= version && (row->until == 0 || version < row->until);
}

static void
calendar_add_days(struct db *db, struct arena *arena, const struct calendar *cal)
{
	struct query *q;

	for (size_t i = 0; i < cal->count; i++) {
		if (!row_in_force(&cal->rows[i], cal->version))
			continue;
		q = query_new(db, arena, Q_CALENDAR_DAY_ADD);
		query_number(q, "calendar", cal->version);
		query_day(q, "day_on", cal->rows[i].on);
		query_number(q, "works", cal->rows[i].kind == CALENDAR_WORK);
		query_number(q, "notice_year", cal->rows[i].notice_year);
		query_run(q);
	}
}

static bool
calendars_add(struct db *db, void *arg)
{
	struct loading *loading = arg;
	struct arena *arena = arena_new();
	struct query *q = query_new(db, arena, Q_CALENDAR_VERSIONS);

	loading->last = loading->added = 0;
	while (query_next(q))
		loading->last = (int)query_get_number(q, "version");
	for (size_t i = 0; i < calendar_state_notice_count; i++) {
		const struct calendar_notice *notice = &calendar_state_notices[i];
		struct calendar cal = calendar_state_version(notice->version);
		char announced[DAY_TEXT];

		if (notice->version <= loading->last)
			continue;
		q = query_new(db, arena, Q_CALENDAR_ADD);
		query_number(q, "version", cal.version);
		query_text(q, "source", arena_format(arena, "notice for %d, announced %s", notice->notice_year,
		    day_print(notice->announced_on, announced)));
		query_day(q, "first_on", cal.first);
		query_day(q, "last_on", cal.last);
		query_instant(q, "now", loading->ctl->now);
		query_run(q);
		calendar_add_days(db, arena, &cal);
		loading->added++;
	}
	arena_free(arena);
	return true;
}

/* ---- a notice in a file: columns day, kind (off or work), name ---- */

enum { NOTICE_DAYS_MOST = 100 };

struct notice_day {
	struct day on;
	bool works;
	const char *name;
};

struct announcement {
	struct ctl *ctl;
	const char *path, *source;
	int year;
	struct notice_day days[NOTICE_DAYS_MOST];
	size_t count;
	int version;			/* made; 0: there was nothing new */
};

/* A year's notice arranges its own days, and those of the December before. */
static const char *
day_wrong(const struct announcement *n, const struct notice_day *d, const char *kind)
{
	struct civil c = day_civil(d->on);
	bool weekend = day_weekday(d->on) > 5;

	if (!day_known(d->on))
		return "this is no day";
	if (c.year != n->year && !(c.year == n->year - 1 && c.month == 12))
		return "this day is of another year";
	if (!text_is(kind, "off") && !text_is(kind, "work"))
		return "the kind is off or work";
	if (d->works && !weekend)
		return "a make-up day is a Saturday or a Sunday";
	for (size_t i = 0; i < n->count; i++)
		if (day_same(n->days[i].on, d->on))
			return "this day is there twice";
	return NULL;
}

static bool
notice_read(struct announcement *n)
{
	char *text = ctl_file(n->ctl, n->path, NULL);
	const char *kind, *wrong;
	struct tsv t;

	if (!text)
		return false;
	for (tsv_open(&t, n->path, text); tsv_next(&t) && n->count < NOTICE_DAYS_MOST; n->count++) {
		struct notice_day *d = &n->days[n->count];

		kind = tsv_get(&t, "kind");
		*d = (struct notice_day){ day_parse(tsv_get(&t, "day")), text_is(kind, "work"), tsv_get(&t, "name") };
		if ((wrong = day_wrong(n, d, kind)) != NULL)
			return ctl_fail("%s:%zu: %s", n->path, t.line, wrong), false;
	}
	if (t.why)
		return ctl_fail("%s:%zu: %s", n->path, t.line, t.why), false;
	return n->count > 0 || (ctl_fail("%s: there is no day", n->path), false);
}

/* True when the newest calendar already says the same of that year. */
static bool
notice_known(const struct announcement *n, struct db *db, struct arena *arena, int version)
{
	struct query *q = query_new(db, arena, Q_CALENDAR_YEAR);
	size_t same = 0, rows = 0;

	query_number(q, "calendar", version);
	query_number(q, "year", n->year);
	for (; query_next(q); rows++)
		for (size_t i = 0; i < n->count; i++)
			same += day_same(n->days[i].on, query_get_day(q, "day_on")) &&
			    n->days[i].works == (query_get_number(q, "works") != 0);
	return rows == n->count && same == rows;
}

static bool
notice_add(struct db *db, void *arg)
{
	struct announcement *n = arg;
	struct arena *arena = arena_new();
	struct query *q = query_new(db, arena, Q_CALENDAR_LAST);
	int last = query_next(q) ? (int)query_get_number(q, "version") : 0;
	struct day last_on = query_get_day(q, "last_on"), end = day_make(n->year, 12, 31);

	n->version = 0;
	if (last > 0 && !notice_known(n, db, arena, last)) {
		struct query *add = query_new(db, arena, Q_CALENDAR_ADD), *copy = query_new(db, arena, Q_CALENDAR_COPY);

		n->version = last + 1;
		query_number(add, "version", n->version);
		query_text(add, "source", n->source);
		query_day(add, "first_on", query_get_day(q, "first_on"));
		query_day(add, "last_on", day_before(last_on, end) ? end : last_on);
		query_instant(add, "now", n->ctl->now);
		query_run(add);
		query_number(copy, "calendar", last);
		query_number(copy, "version", n->version);
		query_number(copy, "year", n->year);
		query_run(copy);
	}
	for (size_t i = 0; n->version > 0 && i < n->count; i++) {
		struct query *day = query_new(db, arena, Q_CALENDAR_DAY_SET);

		query_number(day, "calendar", n->version);
		query_day(day, "day_on", n->days[i].on);
		query_number(day, "works", n->days[i].works);
		query_text(day, "name", n->days[i].name ? n->days[i].name : "");
		query_number(day, "notice_year", n->year);
		query_run(day);
	}
	arena_free(arena);
	return true;
}

static int
notice_load(struct ctl *ctl, const char *year, const char *source, const char *path)
{
	struct announcement *n = arena_get(ctl->arena, sizeof(*n));
	long long number;
	int status;

	if (!text_number(year, 2000, 2099, &number))
		return CTL_USAGE;
	*n = (struct announcement){ .ctl = ctl, .path = path, .source = source, .year = (int)number };
	if (!notice_read(n))
		return CTL_FAILED;
	status = ctl_transaction(ctl, "load-calendar", notice_add, n);
	if (status != CTL_FINE)
		return status;
	if (n->version == 0)
		printf("the newest calendar says the same of %d\n", n->year);
	else
		printf("added calendar %d: %zu days of %d; yimen-clock, or yimenctl recompute, moves open cases\n",
		    n->version, n->count, n->year);
	return CTL_FINE;
}

/* ---- open cases ---- */

int
verb_recompute(struct ctl *ctl, int argc, char **argv)
{
	uint8_t machine[KEY_BYTES], key[KEY_BYTES];
	const char *reason;
	long long moved;
	char why[500];

	(void)argv;
	if (argc != 1)
		return CTL_USAGE;
	if (!key_load(machine, ctl->config.key_file, why, sizeof(why)) ||
	    !words_open(ctl->config.template_dir, NOTICE_WORDS, why, sizeof(why)))
		return ctl_fail("%s", why);
	key_for(key, machine, RECORD_KEY);
	reason = words_get("zh", "reason_recompute");
	moved = recompute_all(ctl->db, key, reason ? reason : "calendar", ctl->now, true);
	if (moved < 0)
		return ctl_fail_db("recompute", ctl->db);
	printf("%lld cases have other dates\n", moved);
	return CTL_FINE;
}

int
verb_load_calendar(struct ctl *ctl, int argc, char **argv)
{
	struct loading loading = { .ctl = ctl };
	int status;

	if (argc == 4)
		return notice_load(ctl, argv[1], argv[2], argv[3]);
	if (argc != 1)
		return CTL_USAGE;
	status = ctl_transaction(ctl, "load-calendar", calendars_add, &loading);
	if (status == CTL_FINE && loading.added > 0)
		printf("added %d calendars\n", loading.added);
	else if (status == CTL_FINE)
		printf("the calendars are up to date (version %d)\n", loading.last);
	return status;
}
