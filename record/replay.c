/* Where a record leads: see verify.h. */
#include "record/verify.h"

#include "base/text.h"
#include "generated/queries/record.h"

void
record_replay_begin(struct record_replay *r, const struct query *columns)
{
	r->state = STATE_DRAFT;
	r->count = 0;
	for (size_t i = 1; i < query_columns(columns) && r->count < RECORD_COLUMNS_MOST; i++, r->count++) {
		r->columns[r->count].name = query_column(columns, i);
		r->columns[r->count].value = "";
	}
}

static void
column_set(struct record_replay *r, const char *name, const char *value)
{
	for (size_t i = 0; i < r->count; i++)
		if (text_is(r->columns[i].name, name))
			r->columns[i].value = value;
}

bool
record_replay_event(struct record_replay *r, struct arena *arena, const char *event, const char *detail)
{
	const char *at = detail, *name, *value;
	enum event what;
	struct step step;

	while (record_detail_next(arena, &at, &name, &value))
		column_set(r, name, value);
	if (!event_named(event, &what))
		return false;
	step = step_find(r->state, what, ~0u);
	if (step.refused)
		return false;
	r->state = step.to;
	return true;
}

bool
record_replay(struct db *db, struct arena *arena, uint64_t case_id, struct record_replay *r)
{
	struct query *columns = query_new(db, arena, Q_RECORD_COLUMNS), *q = query_new(db, arena, Q_RECORD_STEPS);

	query_number(columns, "first", (long long)case_id);
	query_number(columns, "last", (long long)case_id);
	if (!query_next(columns))
		return false;
	record_replay_begin(r, columns);
	query_number(q, "id", (long long)case_id);
	while (query_next(q))
		if (!query_is_null(q, "event") &&
		    !record_replay_event(r, arena, query_get(q, "event"), query_get(q, "detail")))
			return false;
	return db_failed(db) == DB_FINE;
}
