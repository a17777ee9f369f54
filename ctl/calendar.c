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
#include "generated/queries/calendar.h"
#include "record/calendar.h"
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
		q = query_new(db, arena, Q_CALENDAR_VERSION_DAY_ADD);
		query_number(q, "version", cal->version);
		query_day(q, "day", cal->rows[i].on);
		query_number(q, "works", cal->rows[i].kind == CALENDAR_WORK);
		query_text(q, "name", "");
		query_number(q, "year", cal->rows[i].notice_year);
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
		q = query_new(db, arena, Q_CALENDAR_VERSION_ADD);
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

struct announcement {
	struct ctl *ctl;
	const char *path, *source;
	int year;
	struct arrangement arrangement;
	long long version;		/* made; 0: there was nothing new */
};

/* What is wrong with a row, as those read it who type it in at /admin/calendar; ctl's language is English. */
static const char *
in_words(const struct ctl *ctl, const char *wrong)
{
	char why[500];
	const char *said = words_open(ctl->config.template_dir, "error", why, sizeof(why)) ? words_get("en", wrong) : NULL;

	return said != NULL ? said : wrong;
}

/* The rows as the lines people type: one reader says what a notice may arrange (rules/arrangement.h). */
static bool
notice_read(struct announcement *n)
{
	char *text = ctl_file(n->ctl, n->path, NULL);
	const char *wrong = NULL;
	struct text lines;
	struct tsv t;

	if (!text)
		return false;
	text_init(&lines);
	for (tsv_open(&t, n->path, text); wrong == NULL && tsv_next(&t); ) {
		const char *day = tsv_get(&t, "day"), *kind = tsv_get(&t, "kind"), *name = tsv_get(&t, "name");

		text_add(&lines, arena_format(n->ctl->arena, "%s %s %s\n", day ? day : "", kind ? kind : "", name ? name : ""));
		wrong = arrangement_read(lines.start, n->year, &n->arrangement);
	}
	text_free(&lines);
	if (wrong != NULL)
		return ctl_fail("%s:%zu: %s", n->path, t.line, in_words(n->ctl, wrong)), false;
	if (t.why)
		return ctl_fail("%s:%zu: %s", n->path, t.line, t.why), false;
	return n->arrangement.count > 0 || (ctl_fail("%s: there is no day", n->path), false);
}

/* True when the newest calendar already says the same of that year. */
static bool
notice_known(const struct announcement *n, struct db *db, struct arena *arena, long long version)
{
	struct query *q = query_new(db, arena, Q_CALENDAR_YEAR);
	const struct arrangement *a = &n->arrangement;
	size_t same = 0, rows = 0;

	query_number(q, "calendar", version);
	query_number(q, "year", n->year);
	for (; query_next(q); rows++)
		for (size_t i = 0; i < a->count; i++)
			same += day_same(a->days[i].on, query_get_day(q, "day_on")) &&
			    (a->days[i].kind == CALENDAR_WORK) == (query_get_number(q, "works") != 0);
	return rows == a->count && same == rows;
}

static bool
notice_add(struct db *db, void *arg)
{
	struct announcement *n = arg;
	struct arena *arena = arena_new();
	struct query *q = query_new(db, arena, Q_CALENDAR_VERSION_LAST);
	long long last = query_next(q) ? query_get_number(q, "version") : 0;

	n->version = 0;
	if (last > 0 && !notice_known(n, db, arena, last))
		n->version = calendar_version_add(db, arena, last, n->year, n->source, &n->arrangement, n->ctl->now);
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
		printf("added calendar %lld: %zu days of %d; yimen-clock, or yimenctl recompute, moves open cases\n",
		    n->version, n->arrangement.count, n->year);
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
