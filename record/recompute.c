#include "record/recompute.h"

#include "generated/queries/pauses.h"
#include "record/case_act.h"
#include "record/case_flow.h"
#include "record/case_tell.h"

enum { BATCH = 500, CALENDAR_ROWS_MOST = 4000 };

/* A date that was a guess, and is announced now. */
static bool
confirmed(const struct calendar *cal, struct day arranged_until, struct day d)
{
	return day_known(d) && day_known(arranged_until) && day_before(arranged_until, d) && !calendar_provisional(cal, d);
}

static bool
moves(const struct calendar *cal, const struct case_terms *t, const struct case_dates *dates)
{
	bool running = !state_decided(t->state);

	return !case_dates_same(&t->now, dates) || confirmed(cal, t->arranged_until, dates->due_on) ||
	    (running && (confirmed(cal, t->arranged_until, dates->promised_on) ||
	    confirmed(cal, t->arranged_until, dates->statutory_on)));
}

bool
recompute_case(struct db *db, struct arena *arena, const uint8_t key[KEY_BYTES], const struct calendar *cal,
    uint64_t case_id, const char *reason, instant now)
{
	struct case_act act = { .case_id = case_id, .event = EVENT_RECOMPUTE, .at = now, .reason = reason,
	    .by = { .account = 0, .kind = "clock", .name = "clock", .organ = "", .roles = ROLE_CLOCK } };
	struct case_terms terms;
	struct case_dates dates;
	enum refusal refused;

	if (!case_terms_load(db, arena, case_id, &terms) || terms.now.calendar == (unsigned)cal->version)
		return false;
	dates = case_dates_of(cal, &terms);
	if (!moves(cal, &terms, &dates))
		return false;
	act.was = terms.state;
	act.version = terms.version;
	act.detail = record_detail(arena, "calendar_before", record_number(arena, terms.now.calendar),
	    "promised_before", record_day(arena, terms.now.promised_on),
	    "statutory_before", record_day(arena, terms.now.statutory_on),
	    "due_before", record_day(arena, terms.now.due_on), CASE_DATES_PAIRS(arena, dates), NULL);
	if (case_act(db, arena, key, &act, &refused) != ACT_DONE)
		return false;
	case_dates_write(db, arena, case_id, &dates);
	case_flow_dates(db, arena, cal, case_id, terms.pauses, terms.pause_count);
	case_tell(db, arena, key, &act);
	return true;
}

/* ---- all of them ---- */

struct walk {
	const uint8_t *key;
	struct arena *once;
	struct calendar calendar;
	const char *reason;
	instant now;
	uint64_t case_id;
};

static bool
walk_one(struct db *db, void *arg)
{
	struct walk *w = arg;

	arena_reset(w->once);
	return recompute_case(db, w->once, w->key, &w->calendar, w->case_id, w->reason, w->now);
}

/* The newest calendar; false when there is none, or when it was looked through before and need not be again. */
static bool
calendar_wanted(struct db *db, struct arena *arena, bool again, struct calendar *cal)
{
	struct calendar_exception *rows = arena_array(arena, struct calendar_exception, CALENDAR_ROWS_MOST);
	struct query *q = query_new(db, arena, Q_CALENDAR_NEWEST), *days = query_new(db, arena, Q_CALENDAR_NEWEST_DAYS);

	if (!query_next(q) || (!again && !query_is_null(q, "recomputed_at")))
		return false;
	*cal = (struct calendar){ .rows = rows, .version = (int)query_get_number(q, "version"),
	    .first = query_get_day(q, "first_on"), .last = query_get_day(q, "last_on") };
	query_number(days, "version", cal->version);
	while (cal->count < CALENDAR_ROWS_MOST && query_next(days))
		rows[cal->count++] = (struct calendar_exception){ .on = query_get_day(days, "day_on"),
		    .kind = query_get_number(days, "works") ? CALENDAR_WORK : CALENDAR_OFF,
		    .notice_year = (int)query_get_number(days, "notice_year"), .since = cal->version };
	return db_failed(db) == DB_FINE;
}

/* A batch of cases, each in its transaction; the last id, or 0 when there are no more. */
static uint64_t
walk_batch(struct db *db, struct arena *arena, struct walk *w, uint64_t after, long long *moved, bool *failed)
{
	struct query *q = query_new(db, arena, Q_RECOMPUTE_CASES);
	uint64_t last = 0;
	size_t count = 0;

	query_number(q, "after", (long long)after);
	query_number(q, "version", w->calendar.version);
	query_number(q, "most", BATCH);
	for (; query_next(q); count++) {
		last = w->case_id = (uint64_t)query_get_number(q, "id");
		if (db_transaction(db, false, walk_one, w)) {
			++*moved;
			continue;
		}
		if (db_failed(db) == DB_GONE || db_failed(db) == DB_UNKNOWN)
			break;
		*failed = *failed || db_failed(db) != DB_FINE;
		db_ready(db);		/* this case's failure is not the next one's */
	}
	*failed = *failed || db_failed(db) != DB_FINE;
	return count == BATCH && db_failed(db) == DB_FINE ? last : 0;
}

static bool
walk_done(struct db *db, void *arg)
{
	struct walk *w = arg;
	struct query *q = query_new(db, w->once, Q_CALENDAR_RECOMPUTED);

	query_number(q, "version", w->calendar.version);
	query_instant(q, "now", w->now);
	query_run(q);
	return true;
}

long long
recompute_all(struct db *db, const uint8_t key[KEY_BYTES], const char *reason, instant now, bool again)
{
	struct arena *kept = arena_new(), *batch = arena_new();
	struct walk w = { .key = key, .once = arena_new(), .reason = reason, .now = now };
	bool failed = false;
	long long moved = 0;
	uint64_t after = 0;

	db_ready(db);
	if (calendar_wanted(db, kept, again, &w.calendar)) {
		do {
			arena_reset(batch);
			after = walk_batch(db, batch, &w, after, &moved, &failed);
		} while (after > 0);
		if (!failed)
			failed = !db_transaction(db, false, walk_done, &w);
	} else {
		failed = db_failed(db) != DB_FINE;
	}
	arena_free(w.once);
	arena_free(batch);
	arena_free(kept);
	return failed ? -1 : moved;
}
