/*
 * figures.c - the figures follow the record: each case that moved is counted where it belongs now (record/figures.h).
 *
 * It reads the chain in its order from where it stopped.  What is cut off is read again and changes nothing.
 */
#include "clock/clock.h"

#include "generated/queries/figures.h"
#include "record/figures.h"

enum { WINDOW = 2000 };

struct stretch {
	struct clock *clock;
	long long first, last, case_id;
	bool changed;
};

static bool
refresh(struct db *db, void *arg)
{
	struct stretch *s = arg;

	arena_reset(s->clock->act_arena);
	s->changed = figures_refresh(db, s->clock->act_arena, clock_calendar(s->clock), (uint64_t)s->case_id);
	return true;
}

static bool
seen_write(struct db *db, void *arg)
{
	struct stretch *s = arg;
	struct query *q = query_new(db, s->clock->act_arena, Q_FIGURE_SEEN);

	query_number(q, "seen", s->last);
	query_run(q);
	return true;
}

/* How many cases were counted anew; -1: the machine failed. */
static long long
stretch_run(struct clock *c, struct stretch *s)
{
	struct query *q = query_new(c->db, c->arena, Q_FIGURE_CHAIN_CASES);
	long long all = 0;

	query_number(q, "first", s->first);
	query_number(q, "last", s->last);
	while (query_next(q)) {
		s->case_id = query_get_number(q, "id");
		if (clock_ending() || !db_transaction(c->db, false, refresh, s))
			return clock_ending() ? all : -1;
		all += s->changed;
	}
	return db_failed(c->db) == DB_FINE && db_transaction(c->db, false, seen_write, s) ? all : -1;
}

long long
duty_figures(struct clock *c)
{
	struct query *q = query_new(c->db, c->arena, Q_FIGURE_CHAIN_SEEN);
	struct stretch s = { .clock = c };
	long long end, all = 0, n;

	if (!query_next(q))
		return -1;
	s.last = query_get_number(q, "seen");
	end = query_get_number(q, "position");
	while (s.last < end && !clock_ending()) {
		s.first = s.last + 1;
		s.last = s.last + WINDOW < end ? s.last + WINDOW : end;
		if ((n = stretch_run(c, &s)) < 0)
			return -1;
		all += n;
	}
	return all;
}
