/*
 * calendar.c - the State Council's calendars, from the law's own table into the database's.
 *
 * A version once loaded is never changed: cases are bound to it.
 */
#include "ctl/ctl.h"

#include "generated/queries/ctl.h"
#include "rules/calendar.h"

#include <stdio.h>

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

int
verb_load_calendar(struct ctl *ctl, int argc, char **argv)
{
	struct loading loading = { .ctl = ctl };
	int status;

	(void)argv;
	if (argc != 1)
		return CTL_USAGE;
	status = ctl_transaction(ctl, "load-calendar", calendars_add, &loading);
	if (status == CTL_FINE && loading.added > 0)
		printf("added %d calendars\n", loading.added);
	else if (status == CTL_FINE)
		printf("the calendars are up to date (version %d)\n", loading.last);
	return status;
}
