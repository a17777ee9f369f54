/* figures.c - see figures.h. */
#include "record/figures.h"

#include "base/text.h"
#include "generated/queries/figures.h"

#include <string.h>

enum { PAUSES_MOST = 60, BATCH = 1000, MONTHS_MOST = 8, DAYS_LONGEST = 65000 };

/* What the tables hold of a case. */
struct fact {
	struct figure_facts facts;
	const char *organ, *item, *intake, *state;
	long long returns;
	bool counts;
};

/* ---- reading ---- */

/* "2026-05-01 2026-05-06;2026-06-01 ": as the query writes them. */
static size_t
pauses_read(struct arena *arena, const char *text, struct deadline_pause pauses[static PAUSES_MOST])
{
	char *rest = arena_text(arena, text), *one;
	size_t n = 0;

	while (n < PAUSES_MOST && (one = strsep(&rest, ";")) != NULL) {
		const char *from = strsep(&one, " ");

		if (day_known(day_parse(from)))
			pauses[n++] = (struct deadline_pause){ day_parse(from), one ? day_parse(one) : DAY_NONE };
	}
	return n;
}

static struct fact
fact_of(struct arena *arena, const struct calendar *cal, const struct query *row)
{
	struct deadline_pause pauses[PAUSES_MOST];
	struct figure_case c = {
		.submitted_at = query_get_instant(row, "submitted_at"), .accepted_at = query_get_instant(row, "accepted_at"),
		.decided_at = query_get_instant(row, "decided_at"), .ended_at = query_get_instant(row, "ended_at"),
		.promised_at = query_get_instant(row, "promised_at"), .statutory_at = query_get_instant(row, "statutory_at"),
		.returned_on = query_get_day(row, "returned_on"), .promised_on = query_get_day(row, "promised_on"),
		.statutory_on = query_get_day(row, "statutory_on"), .due_on = query_get_day(row, "due_on"),
		.pauses = pauses, .pause_count = pauses_read(arena, query_get(row, "pauses"), pauses),
	};
	struct fact f = { .organ = query_get(row, "organ_code"), .item = query_get(row, "item_code"),
	    .intake = query_get(row, "intake_code"), .state = query_get(row, "state"),
	    .returns = query_get_number(row, "returns") };

	f.counts = state_named(f.state, &c.state) && *query_get(row, "number") != '\0' && figure_facts_of(cal, &c, &f.facts);
	return f;
}

static int
days_get(const struct query *row, const char *column)
{
	return query_is_null(row, column) ? -1 : (int)query_get_number(row, column);
}

/* What the case counted as until now, and holds the row. */
static struct fact
fact_load(struct db *db, struct arena *arena, uint64_t case_id)
{
	struct query *q = query_new(db, arena, Q_FIGURE_FACT);
	struct fact f = { .counts = false };

	query_number(q, "id", (long long)case_id);
	if (!query_next(q))
		return f;
	f = (struct fact){ .counts = true, .organ = query_get(q, "organ_code"), .item = query_get(q, "item_code"),
	    .intake = query_get(q, "intake_code"), .state = query_get(q, "state"), .returns = query_get_number(q, "returns"),
	    .facts = { .received_on = query_get_day(q, "received_on"), .accepted_on = query_get_day(q, "accepted_on"),
		.returned_on = query_get_day(q, "returned_on"), .ended_on = query_get_day(q, "ended_on"),
		.due_on = query_get_day(q, "due_on"), .timed = query_get_number(q, "timed") != 0,
		.late = query_get_number(q, "late") != 0, .taken_days = days_get(q, "taken_days"),
		.promised_days = days_get(q, "promised_days") } };
	for (int i = 0; i < FIGURE_END_COUNT; i++)
		if (text_is(query_get(q, "ended_as"), figure_end_name((enum figure_end)i)))
			f.facts.ended_as = (enum figure_end)i;
	return f;
}

static bool
same(const struct fact *a, const struct fact *b)
{
	const struct figure_facts *x = &a->facts, *y = &b->facts;

	if (a->counts != b->counts)
		return false;
	return !a->counts || (text_is(a->organ, b->organ) && text_is(a->item, b->item) && text_is(a->intake, b->intake) &&
	    text_is(a->state, b->state) && a->returns == b->returns && day_same(x->received_on, y->received_on) &&
	    day_same(x->accepted_on, y->accepted_on) && day_same(x->returned_on, y->returned_on) &&
	    day_same(x->ended_on, y->ended_on) && day_same(x->due_on, y->due_on) && x->ended_as == y->ended_as &&
	    x->timed == y->timed && x->late == y->late && x->taken_days == y->taken_days &&
	    x->promised_days == y->promised_days);
}

/* ---- writing ---- */

static void
days_bind(struct query *q, const char *param, int days)
{
	if (days < 0)
		query_null(q, param);
	else
		query_number(q, param, days < DAYS_LONGEST ? days : DAYS_LONGEST);
}

static void
fact_write(struct db *db, struct arena *arena, const struct query *row, const struct fact *f)
{
	struct query *q = query_new(db, arena, Q_FIGURE_FACT_SET);

	query_number(q, "id", query_get_number(row, "id"));
	query_text(q, "number", query_get(row, "number"));
	query_text(q, "organ", f->organ);
	query_text(q, "area", query_get(row, "area_code"));
	query_text(q, "item", f->item);
	query_text(q, "intake", f->intake);
	query_text(q, "state", f->state);
	query_day(q, "received_on", f->facts.received_on);
	query_day(q, "accepted_on", f->facts.accepted_on);
	query_day(q, "returned_on", f->facts.returned_on);
	query_number(q, "returns", f->returns);
	query_day(q, "ended_on", f->facts.ended_on);
	query_text(q, "ended_as", figure_end_name(f->facts.ended_as));
	query_day(q, "due_on", f->facts.due_on);
	query_number(q, "timed", f->facts.timed);
	query_number(q, "late", f->facts.late);
	days_bind(q, "taken_days", f->facts.taken_days);
	days_bind(q, "promised_days", f->facts.promised_days);
	query_run(q);
}

/* ---- sums ---- */

#define MEASURES(X)	X(received) X(accepted) X(returned) X(done) X(timed) X(late) X(refused) X(withdrawn) X(terminations)
#define MEASURE_FIELD(name)	int name;
#define MEASURE_BIND(name)	query_number(q, #name, s->name);
#define MEASURE_ANY(name)	|| s->name != 0

struct sum {
	struct day month;
	MEASURES(MEASURE_FIELD)
};

struct sums {
	struct sum months[MONTHS_MOST];
	size_t count;
};

static struct sum *
sum_of(struct sums *sums, struct day on)
{
	struct day month = figure_month(on);
	size_t i;

	for (i = 0; i < sums->count; i++)
		if (day_same(sums->months[i].month, month))
			return &sums->months[i];
	sums->months[i] = (struct sum){ .month = month };
	sums->count++;
	return &sums->months[i];
}

/* By at most four days a case, before and after: eight months. */
static void
sums_count(struct sums *sums, const struct figure_facts *f, int by)
{
	struct sum *s;

	sum_of(sums, f->received_on)->received += by;
	if (day_known(f->accepted_on))
		sum_of(sums, f->accepted_on)->accepted += by;
	if (day_known(f->returned_on))
		sum_of(sums, f->returned_on)->returned += by;
	if (!day_known(f->ended_on))
		return;
	s = sum_of(sums, f->ended_on);
	s->done += f->ended_as == FIGURE_ENDED_DONE ? by : 0;
	s->refused += f->ended_as == FIGURE_ENDED_REFUSED ? by : 0;
	s->withdrawn += f->ended_as == FIGURE_ENDED_WITHDRAWN ? by : 0;
	s->terminations += f->ended_as == FIGURE_ENDED_TERMINATED ? by : 0;
	s->timed += f->timed ? by : 0;
	s->late += f->late ? by : 0;
}

/* Of the organ, its window, its item, and both; of all organs, and of a window for all of them. */
static const struct grain {
	bool item, intake, organ;
} grains[] = { { false, false, true }, { true, false, true }, { false, true, true }, { true, true, true },
	{ false, false, false }, { false, true, false } };
enum { GRAINS = sizeof(grains) / sizeof(grains[0]) };

static void
grain_bind(struct query *q, const struct fact *f, int grain, struct day month)
{
	query_text(q, "item", grains[grain].item ? f->item : "*");
	query_text(q, "intake", grains[grain].intake ? f->intake : "*");
	query_text(q, "organ", grains[grain].organ ? f->organ : "*");
	query_day(q, "month_on", month);
}

static void
sum_write(struct db *db, struct arena *arena, const struct fact *f, const struct sum *s)
{
	if (!(0 MEASURES(MEASURE_ANY)))
		return;
	for (int grain = 0; grain < GRAINS; grain++) {
		struct query *q = query_new(db, arena, Q_FIGURE_SUM_ADD);

		grain_bind(q, f, grain, s->month);
		MEASURES(MEASURE_BIND)
		query_run(q);
	}
}

static void
days_write(struct db *db, struct arena *arena, const struct fact *f, const char *kind, int days, int by)
{
	if (days < 0)
		return;
	for (int grain = 0; grain < GRAINS; grain++) {
		struct query *q = query_new(db, arena, Q_FIGURE_DAYS_ADD);

		grain_bind(q, f, grain, figure_month(f->facts.ended_on));
		query_text(q, "kind", kind);
		query_number(q, "days", days < DAYS_LONGEST ? days : DAYS_LONGEST);
		query_number(q, "cases", by);
		query_run(q);
	}
}

static void
days_move(struct db *db, struct arena *arena, const struct fact *f, int by)
{
	if (!f->counts || f->facts.ended_as != FIGURE_ENDED_DONE)
		return;
	days_write(db, arena, f, "taken", f->facts.taken_days, by);
	days_write(db, arena, f, "promised", f->facts.promised_days, by);
}

static void
sums_move(struct db *db, struct arena *arena, const struct fact *before, const struct fact *after)
{
	bool one_place = before->counts && after->counts && text_is(before->organ, after->organ) &&
	    text_is(before->item, after->item) && text_is(before->intake, after->intake);
	struct sums sums = { .count = 0 };

	if (before->counts)
		sums_count(&sums, &before->facts, -1);
	if (before->counts && !one_place) {
		for (size_t i = 0; i < sums.count; i++)
			sum_write(db, arena, before, &sums.months[i]);
		sums.count = 0;
	}
	if (after->counts)
		sums_count(&sums, &after->facts, 1);
	for (size_t i = 0; i < sums.count; i++)
		sum_write(db, arena, after, &sums.months[i]);
	days_move(db, arena, before, -1);
	days_move(db, arena, after, 1);
}

/* ---- all ---- */

bool
figures_refresh(struct db *db, struct arena *arena, const struct calendar *cal, uint64_t case_id)
{
	struct fact before = fact_load(db, arena, case_id), after;
	struct query *q = query_new(db, arena, Q_FIGURE_CASES), *drop;

	query_number(q, "after", (long long)case_id - 1);
	query_number(q, "until", (long long)case_id);
	query_number(q, "most", 1);
	if (!query_next(q))
		return false;
	after = fact_of(arena, cal, q);
	if (same(&before, &after))
		return false;
	if (after.counts) {
		fact_write(db, arena, q, &after);
	} else {
		drop = query_new(db, arena, Q_FIGURE_FACT_DROP);
		query_number(drop, "id", (long long)case_id);
		query_run(drop);
	}
	sums_move(db, arena, &before, &after);
	return true;
}

static long long
end_of_cases(struct db *db, struct arena *arena)
{
	struct query *q = query_new(db, arena, Q_FIGURE_CASES_END);

	return query_next(q) ? query_get_number(q, "id") : 0;
}

static void
run(struct db *db, struct arena *arena, const struct statement *statement)
{
	query_run(query_new(db, arena, statement));
}

/* The duty's row is held: a clock that would refresh a case meanwhile waits. */
static void
seen_write(struct db *db, struct arena *arena)
{
	struct query *q = query_new(db, arena, Q_FIGURE_CHAIN_SEEN), *seen = query_new(db, arena, Q_FIGURE_SEEN);

	if (!query_next(q))
		return;
	query_number(seen, "seen", query_get_number(q, "position"));
	query_run(seen);
}

long long
figures_rebuild(struct db *db, struct arena *arena, const struct calendar *cal)
{
	long long end, counted = 0;

	seen_write(db, arena);
	run(db, arena, Q_FIGURE_FACTS_CLEAR);
	run(db, arena, Q_FIGURE_SUMS_CLEAR);
	run(db, arena, Q_FIGURE_DAYS_CLEAR);
	end = end_of_cases(db, arena);
	for (long long after = 0, last = 0; after < end && db_failed(db) == DB_FINE; after = last) {
		struct arena *batch = arena_new();
		struct query *q = query_new(db, batch, Q_FIGURE_CASES);

		query_number(q, "after", after);
		query_number(q, "until", end);
		query_number(q, "most", BATCH);
		for (last = end; query_next(q); ) {
			struct fact f = fact_of(batch, cal, q);

			last = query_get_number(q, "id");
			if (f.counts)
				fact_write(db, batch, q, &f);
			counted += f.counts;
		}
		arena_free(batch);
		if (last == after)
			break;
	}
	run(db, arena, Q_FIGURE_SUMS_REBUILD);
	run(db, arena, Q_FIGURE_DAYS_REBUILD);
	return counted;
}
