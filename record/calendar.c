/* calendar.c - a notice of holidays becomes a version of the calendar: see calendar.h. */
#include "record/calendar.h"

#include "generated/queries/calendar.h"

static void
days_add(struct db *db, struct arena *arena, const struct arrangement *a, long long version, int year)
{
	for (size_t i = 0; i < a->count; i++) {
		struct query *q = query_new(db, arena, Q_CALENDAR_VERSION_DAY_ADD);

		query_number(q, "version", version);
		query_day(q, "day", a->days[i].on);
		query_number(q, "works", a->days[i].kind == CALENDAR_WORK);
		query_text(q, "name", a->days[i].name);
		query_number(q, "year", year);
		query_run(q);
	}
}

long long
calendar_version_add(struct db *db, struct arena *arena, long long last, int year, const char *source,
    const struct arrangement *a, instant now)
{
	struct query *before = query_new(db, arena, Q_CALENDAR_VERSION_LAST), *add = query_new(db, arena, Q_CALENDAR_VERSION_ADD), *copy;
	struct day end = arrangement_last(year, a), last_on;

	if (!query_next(before) || query_get_number(before, "version") != last)
		return 0;
	last_on = query_get_day(before, "last_on");
	query_number(add, "version", last + 1);
	query_text(add, "source", source);
	query_day(add, "first_on", query_get_day(before, "first_on"));
	query_day(add, "last_on", day_before(last_on, end) ? end : last_on);
	query_instant(add, "now", now);
	if (query_run(add) != 1)
		return 0;
	copy = query_new(db, arena, Q_CALENDAR_VERSION_COPY);
	query_number(copy, "version", last + 1);
	query_number(copy, "before", last);
	query_number(copy, "year", year);
	days_add(db, arena, a, last + 1, year);
	query_run(copy);
	return last + 1;
}
