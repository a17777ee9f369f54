/* The walk that proves the record: see verify.h. */
#include "record/verify.h"

#include "base/text.h"
#include "generated/queries/record.h"

#include <string.h>

enum { CASES_AT_ONCE = 1000 };

struct walk {
	const uint8_t *key;
	record_report *report;
	void *arg;
	struct record_tally *tally;
	struct arena *arena;		/* of a range */
	struct query *columns;		/* as the cases have them, case after case */

	/* the case in hand; id 0: none yet */
	uint64_t case_id;
	char number[40];
	char state[40];
	uint32_t events;		/* as the case counts them */
	uint32_t position;		/* of its last row seen */
	struct record_replay replay;	/* where its rows have led */
	bool doubted;			/* a fault was told: where it ends is not judged on top */
	uint8_t mac[HASH_BYTES];	/* of its last row */
};

static const char *const fault_names[] = { RECORD_FAULTS(NAMES_TEXT) };

const char *
record_fault_name(enum record_fault fault)
{
	return names_at(fault_names, RECORD_FAULT_COUNT, (int)fault);
}

static void
tell(struct walk *w, enum record_fault fault, uint32_t position)
{
	struct record_finding finding = { fault, w->case_id, w->number, position, "", "", "" };

	w->doubted = true;
	w->tally->faults++;
	if (w->report)
		w->report(w->arg, &finding);
}

static void
tell_column(struct walk *w, const char *column, const char *told, const char *kept)
{
	struct record_finding finding = { RECORD_COLUMN, w->case_id, w->number, 0, column, told, kept };

	w->tally->faults++;
	if (w->report)
		w->report(w->arg, &finding);
}

static void
copy_text(char *to, size_t room, const char *from)
{
	size_t bytes = strlen(from);

	if (bytes >= room)
		bytes = room - 1;
	memcpy(to, from, bytes);
	to[bytes] = '\0';
}

static void
case_begin(struct walk *w, const struct query *q)
{
	w->case_id = (uint64_t)query_get_number(q, "case_id");
	copy_text(w->number, sizeof w->number, query_get(q, "number"));
	copy_text(w->state, sizeof w->state, query_get(q, "state"));
	w->events = (uint32_t)query_get_number(q, "events");
	w->position = 0;
	while (query_next(w->columns) && (uint64_t)query_get_number(w->columns, "case_id") < w->case_id)
		;	/* both walks go by id */
	record_replay_begin(&w->replay, w->columns);
	w->doubted = false;
	memset(w->mac, 0, sizeof w->mac);
	w->tally->cases++;
}

static void
columns_check(struct walk *w)
{
	for (size_t i = 0; i < w->replay.count; i++) {
		const char *name = w->replay.columns[i].name, *told = w->replay.columns[i].value;
		const char *kept = query_get(w->columns, name);

		if (!text_is(told, kept))
			tell_column(w, name, told, kept);
	}
}

static void
case_end(struct walk *w)
{
	if (w->case_id == 0)
		return;
	if (w->position != w->events)
		tell(w, RECORD_COUNT, 0);
	if (!w->doubted && strcmp(w->state, state_name(w->replay.state)) != 0)
		tell(w, RECORD_STATE, 0);
	if (!w->doubted)
		columns_check(w);
	w->case_id = 0;
}

/* Follows one row through the step table; false where the table knows no such step. */
static bool
row_follows(struct walk *w, const struct record_entry *e)
{
	enum state was = w->replay.state, before, after;
	bool follows;

	if (!state_named(e->state_before, &before) || !state_named(e->state_after, &after))
		return false;
	follows = record_replay_event(&w->replay, w->arena, e->event, e->detail) && before == was &&
	    after == w->replay.state;
	w->replay.state = after;
	return follows;
}

static void
row_check(struct walk *w, const struct query *q)
{
	uint32_t position = (uint32_t)query_get_number(q, "position");
	struct record_entry e = {
		.case_id = w->case_id,
		.at = query_get_instant(q, "at"),
		.event = query_get(q, "event"),
		.state_before = query_get(q, "state_before"),
		.state_after = query_get(q, "state_after"),
		.by = {
			.account = (uint64_t)query_get_number(q, "account_id"),
			.kind = query_get(q, "actor_kind"),
			.name = query_get(q, "actor_name"),
			.organ = query_get(q, "organ_code"),
		},
		.reason = query_get(q, "reason"),
		.detail = query_get(q, "detail"),
	};
	uint8_t mac[HASH_BYTES];
	size_t bytes = 0;
	const char *kept = query_get_at(q, 0, &bytes);	/* mac */
	bool gap = position != w->position + 1;
	bool follows;

	w->tally->rows++;
	record_mac(mac, w->key, w->position == 0 ? NULL : w->mac, position, &e);
	follows = row_follows(w, &e);
	/* After a gap the row before is not known, so that this one cannot be judged. */
	if (gap)
		tell(w, RECORD_MISSING, position);
	else if (bytes != HASH_BYTES || !bytes_equal(mac, kept, HASH_BYTES))
		tell(w, RECORD_ALTERED, position);
	else if (!follows)
		tell(w, RECORD_STEP, position);
	w->position = position;
	memset(w->mac, 0, sizeof w->mac);
	if (bytes == HASH_BYTES)
		memcpy(w->mac, kept, HASH_BYTES);
}

/* What is kept beside the case for who looks it up (0023-speed.sql) is held against the rows by the database itself. */
static void
shown_check(struct walk *w, struct db *db, struct arena *arena, uint64_t first, uint64_t last)
{
	struct query *q = query_new(db, arena, Q_RECORD_SHOWN_WRONG);

	query_number(q, "first", (long long)first);
	query_number(q, "last", (long long)last);
	while (query_next(q)) {
		w->case_id = (uint64_t)query_get_number(q, "case_id");
		copy_text(w->number, sizeof w->number, query_get(q, "number"));
		tell(w, RECORD_SHOWN, 0);
	}
	w->case_id = 0;
}

static void
walk_range(struct walk *w, struct db *db, struct arena *arena, uint64_t first, uint64_t last)
{
	struct query *q = query_new(db, arena, Q_RECORD_WALK);

	w->arena = arena;
	w->columns = query_new(db, arena, Q_RECORD_COLUMNS);
	query_number(w->columns, "first", (long long)first);
	query_number(w->columns, "last", (long long)last);
	query_number(q, "first", (long long)first);
	query_number(q, "last", (long long)last);
	while (query_next(q)) {
		if ((uint64_t)query_get_number(q, "case_id") != w->case_id) {
			case_end(w);
			case_begin(w, q);
		}
		if (!query_is_null(q, "position"))
			row_check(w, q);
	}
	if (db_failed(db))
		return;		/* the last case may have been cut short */
	case_end(w);

	q = query_new(db, arena, Q_RECORD_ORPHANS);
	query_number(q, "first", (long long)first);
	query_number(q, "last", (long long)last);
	while (query_next(q)) {
		w->case_id = (uint64_t)query_get_number(q, "case_id");
		w->number[0] = '\0';
		w->tally->rows += (unsigned long long)query_get_number(q, "row_count");
		tell(w, RECORD_ORPHAN, (uint32_t)query_get_number(q, "position"));
	}
	w->case_id = 0;
	shown_check(w, db, arena, first, last);
}

static uint64_t
last_case(struct db *db, struct arena *arena)
{
	struct query *q = query_new(db, arena, Q_RECORD_LAST);

	return query_next(q) ? (uint64_t)query_get_number(q, "last") : 0;
}

/* The first case from here on of which there is anything; 0: none. */
static uint64_t
next_of(struct db *db, struct arena *arena, uint64_t first)
{
	struct query *q = query_new(db, arena, Q_RECORD_NEXT);

	query_number(q, "first", (long long)first);
	return query_next(q) ? (uint64_t)query_get_number(q, "last") : 0;
}

/* A range at once; the database is between transactions before and after. */
static bool
range_verify(struct walk *w, struct db *db, struct arena *arena, uint64_t first, uint64_t last)
{
	if (!db_begin(db, true))
		return false;
	walk_range(w, db, arena, first, last);
	if (db_failed(db) || !db_commit(db)) {
		db_rollback(db);
		return false;
	}
	arena_reset(arena);
	return true;
}

bool
record_verify_range(struct db *db, const uint8_t key[KEY_BYTES], uint64_t first, uint64_t last, record_report *report,
    void *arg, struct record_tally *tally)
{
	struct walk w = { .key = key, .report = report, .arg = arg, .tally = tally };
	struct arena *arena = arena_new();
	bool fine = true;

	while (fine && first <= last) {
		uint64_t next = next_of(db, arena, first), until;

		if (next == 0 || next > last)
			break;
		first = next;
		until = last - first < CASES_AT_ONCE ? last : first + CASES_AT_ONCE - 1;
		fine = range_verify(&w, db, arena, first, until);
		first = until + 1;
	}
	arena_free(arena);
	return fine && db_failed(db) == DB_FINE;
}

bool
record_verify(struct db *db, const uint8_t key[KEY_BYTES], uint64_t case_id, record_report *report, void *arg,
    struct record_tally *tally)
{
	uint64_t last = case_id;

	memset(tally, 0, sizeof *tally);
	if (case_id == 0) {
		struct arena *arena = arena_new();
		bool fine = db_begin(db, true);

		last = fine ? last_case(db, arena) : 0;
		fine = fine && !db_failed(db) && db_commit(db);
		arena_free(arena);
		if (!fine) {
			db_rollback(db);
			return false;
		}
	}
	return record_verify_range(db, key, case_id ? case_id : 1, last, report, arg, tally);
}
