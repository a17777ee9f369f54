/* walk.c - one act after another on what is due: see clock.h. */
#include "clock/clock.h"

#include "base/log.h"
#include "base/text.h"
#include "generated/queries/clock.h"
#include "record/case_tell.h"

#include <stdlib.h>
#include <string.h>

enum { WALK_BATCH = 500, CALENDARS_MOST = 16 };

struct one {
	struct clock *clock;
	const struct query *due;
	clock_act *act;
};

static bool
act_run(struct db *db, void *arg)
{
	struct one *one = arg;

	(void)db;
	arena_reset(one->clock->act_arena);
	return one->act(one->clock, one->due);
}

/* One row.  False when there is no going on: the database is away. */
static bool
walk_one(struct clock *c, const struct statement *due, const struct query *row, clock_act *act, long long *done)
{
	struct one one = { c, row, act };

	if (db_transaction(c->db, false, act_run, &one)) {
		++*done;
		return true;
	}
	c->skipped++;
	if (db_failed(c->db) == DB_GONE || db_failed(c->db) == DB_UNKNOWN) {
		c->why = arena_text(c->arena, db_reason(c->db));
		return false;
	}
	if (db_failed(c->db) != DB_FINE)
		log_error("poison", "found_by", due->name, "id", query_get(row, "id"), "why", db_reason(c->db), NULL);
	db_ready(c->db);	/* this row's failure is not the next one's */
	return true;
}

/* A batch; its last id, or 0 when it was the last batch. */
static long long
walk_batch(struct clock *c, const struct statement *due, void (*bind)(struct clock *, struct query *), clock_act *act,
    long long after, long long *done, bool *failed)
{
	struct query *q = query_new(c->db, c->arena, due);
	long long rows = 0, last = 0;

	query_day(q, "today", c->today);
	query_number(q, "after", after);
	query_number(q, "most", WALK_BATCH);
	if (bind != NULL)
		bind(c, q);
	for (; query_next(q) && !clock_ending(); rows++) {
		last = query_get_number(q, "id");
		if (!walk_one(c, due, q, act, done)) {
			*failed = true;
			return 0;
		}
	}
	*failed = db_failed(c->db) != DB_FINE;
	return rows == WALK_BATCH && !*failed ? last : 0;
}

long long
clock_walk_with(struct clock *c, const struct statement *due, void (*bind)(struct clock *, struct query *),
    clock_act *act)
{
	long long done = 0, after = 0;
	bool failed = false;

	do {
		arena_reset(c->arena);
		db_ready(c->db);
		after = walk_batch(c, due, bind, act, after, &done, &failed);
	} while (after > 0);
	return failed ? -1 : done;
}

long long
clock_walk(struct clock *c, const struct statement *due, clock_act *act)
{
	return clock_walk_with(c, due, NULL, act);
}

struct query *
clock_query(struct clock *c, const struct statement *statement)
{
	return query_new(c->db, c->act_arena, statement);
}

bool
clock_step(struct clock *c, const struct query *due, enum event event, const char *reason, const char *detail,
    struct case_act *act)
{
	enum refusal refused;

	*act = (struct case_act){
		.case_id = (uint64_t)query_get_number(due, "id"),
		.version = query_get_number(due, "version"),
		.event = event,
		.by = { .account = 0, .kind = "clock", .name = "clock", .organ = "", .roles = ROLE_CLOCK },
		.at = c->now,
		.reason = reason,
		.detail = detail,
	};
	if (!state_named(query_get(due, "state"), &act->was))
		return false;
	return case_act(c->db, c->act_arena, c->record_key, act, &refused) == ACT_DONE;
}

void
clock_tell(struct clock *c, const struct case_act *act)
{
	case_tell(c->db, c->act_arena, c->record_key, act);
}

/* ---- calendars and settings ---- */

static struct calendar *calendars[CALENDARS_MOST];

static struct calendar *
calendar_load(struct clock *c, unsigned version)
{
	struct query *q = clock_query(c, Q_CLOCK_CALENDAR);
	struct calendar_exception *rows = NULL;
	struct calendar *calendar;
	size_t n = 0;

	query_number(q, "version", version);
	if (!query_next(q))
		return NULL;
	calendar = memory_get(sizeof(*calendar));
	*calendar = (struct calendar){ .version = (int)version, .first = query_get_day(q, "first_on"),
	    .last = query_get_day(q, "last_on") };
	q = clock_query(c, Q_CLOCK_CALENDAR_DAYS);
	query_number(q, "version", version);
	while (query_next(q)) {
		if (n % 64 == 0)
			rows = memory_more(rows, (n + 64) * sizeof(*rows));
		rows[n++] = (struct calendar_exception){ .on = query_get_day(q, "day_on"),
		    .kind = query_get_number(q, "works") ? CALENDAR_WORK : CALENDAR_OFF,
		    .notice_year = (int)query_get_number(q, "notice_year"), .since = 1 };
	}
	calendar->rows = rows;
	calendar->count = n;
	if (db_failed(c->db) == DB_FINE)
		return calendar;
	free(rows);
	free(calendar);
	return NULL;
}

/* A version never changes once it is there, so what is kept stays true. */
const struct calendar *
clock_calendar_version(struct clock *c, unsigned version)
{
	struct calendar **place = &calendars[version % CALENDARS_MOST], *loaded;

	if (*place != NULL && (*place)->version == (int)version)
		return *place;
	loaded = calendar_load(c, version);
	if (loaded == NULL)
		return &calendar_state;		/* a sticky failure, or a version unknown here */
	if (*place != NULL)
		free((void *)(uintptr_t)(*place)->rows);
	free(*place);
	return *place = loaded;
}

const struct calendar *
clock_calendar(struct clock *c)
{
	struct query *q;

	if (c->calendar != NULL)
		return c->calendar;
	q = clock_query(c, Q_CLOCK_CALENDAR_LATEST);
	if (!query_next(q) || query_is_null(q, "version"))
		return &calendar_state;
	c->calendar = clock_calendar_version(c, (unsigned)query_get_number(q, "version"));
	return c->calendar;
}

const char *
clock_setting(struct clock *c, const char *name, const char *otherwise)
{
	struct query *q = clock_query(c, Q_CLOCK_SETTING);

	query_text(q, "name", name);
	return query_next(q) ? query_get(q, "value") : otherwise;
}

long long
clock_number(struct clock *c, const char *name, long long least, long long most, long long otherwise)
{
	text_number(clock_setting(c, name, ""), least, most, &otherwise);
	return otherwise;
}
