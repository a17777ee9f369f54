#include "record/case_dates.h"

#include "base/text.h"
#include "generated/queries/pauses.h"

/* ---- what they follow from ---- */

static struct limit
limit_get(const struct query *q, const char *count, const char *unit)
{
	return limit_read(!query_is_null(q, count), query_get_number(q, count), query_get(q, unit));
}

static void
dates_get(const struct query *q, struct case_dates *dates)
{
	dates->calendar = (unsigned)query_get_number(q, "calendar");
	dates->promised_on = query_get_day(q, "promised_on");
	dates->promised_at = query_get_instant(q, "promised_at");
	dates->statutory_on = query_get_day(q, "statutory_on");
	dates->statutory_at = query_get_instant(q, "statutory_at");
	dates->due_on = query_get_day(q, "due_on");
}

static void
pauses_load(struct db *db, struct arena *arena, struct case_terms *t)
{
	struct query *q = query_new(db, arena, Q_PAUSES_OF);

	query_number(q, "id", (long long)t->case_id);
	for (t->pause_count = 0; t->pause_count < CASE_PAUSES_MOST && query_next(q); t->pause_count++) {
		t->pauses[t->pause_count] = (struct deadline_pause){ query_get_day(q, "from_on"), query_get_day(q, "to_on") };
		t->about[t->pause_count] = (struct case_pause){ query_get_number(q, "position"), query_get(q, "kind"),
		    query_get(q, "reason"), (int)query_get_number(q, "expected_days") };
	}
}

bool
case_terms_load(struct db *db, struct arena *arena, uint64_t case_id, struct case_terms *t)
{
	struct query *q = query_new(db, arena, Q_CASE_TERMS);

	*t = (struct case_terms){ .case_id = case_id };
	query_number(q, "id", (long long)case_id);
	if (!query_next(q) || !state_named(query_get(q, "state"), &t->state))
		return false;
	t->version = query_get_number(q, "version");
	t->item_kind = query_get(q, "item_kind");
	t->joint = query_get_number(q, "joint") != 0;
	t->promised = limit_get(q, "promised_limit", "promised_unit");
	t->statutory = limit_get(q, "statutory_limit", "statutory_unit");
	if (!t->promised.known && text_is(query_get(q, "handling"), "1"))
		t->promised = (struct limit){ true, { 0, DEADLINE_WORKDAY } };	/* 即办件: the day it is accepted */
	t->submitted_at = query_get_instant(q, "submitted_at");
	t->precheck_at = query_get_instant(q, "precheck_at");
	t->asked_at = query_get_instant(q, "asked_at");
	t->answered_at = query_get_instant(q, "answered_at");
	t->accepted_at = query_get_instant(q, "accepted_at");
	t->decided_at = query_get_instant(q, "decided_at");
	t->answer_by_on = query_get_day(q, "answer_by_on");
	t->extended_days = (int)query_get_number(q, "extended_days");
	t->arranged_until = query_get_day(q, "arranged_until");
	dates_get(q, &t->now);
	pauses_load(db, arena, t);
	return true;
}

const struct case_pause *
case_pause_open(const struct case_terms *t)
{
	for (size_t i = 0; i < t->pause_count; i++)
		if (!day_known(t->pauses[i].to))
			return &t->about[i];
	return NULL;
}

bool
case_terms_pause(struct case_terms *t, struct day from)
{
	if (t->pause_count == CASE_PAUSES_MOST || case_pause_open(t))
		return false;
	t->about[t->pause_count] = (struct case_pause){ .kind = "", .reason = "" };
	t->pauses[t->pause_count++] = (struct deadline_pause){ from, DAY_NONE };
	return true;
}

bool
case_terms_resume(struct case_terms *t, struct day to)
{
	for (size_t i = 0; i < t->pause_count; i++)
		if (!day_known(t->pauses[i].to)) {
			t->pauses[i].to = to;
			return true;
		}
	return false;
}

instant
case_received_at(const struct case_terms *t)
{
	return t->answered_at > t->submitted_at ? t->answered_at : t->submitted_at;	/* INSTANT_NONE is the least */
}

/* ---- the dates ---- */

static struct deadline_basis
basis_of(const struct calendar *cal, const struct case_terms *t, struct limit limit, int extended)
{
	return (struct deadline_basis){ .cal = cal, .term = limit.term, .made = t->accepted_at, .pauses = t->pauses,
	    .pause_count = t->pause_count, .extended = extended };
}

static struct deadline
end_of(const struct calendar *cal, const struct case_terms *t, struct limit limit, int extended)
{
	struct deadline_basis basis = basis_of(cal, t, limit, extended);

	return limit.known ? deadline_of(&basis) : (struct deadline){ DAY_NONE, INSTANT_NONE };
}

/* The decision is due by the earlier of promise and law; once the head has extended it, by the day told then. */
static struct day
decision_due(const struct case_terms *t, const struct case_dates *dates)
{
	if (!day_known(dates->promised_on) || t->extended_days > 0)
		return dates->statutory_on;
	if (!day_known(dates->statutory_on) || day_before(dates->promised_on, dates->statutory_on))
		return dates->promised_on;
	return dates->statutory_on;
}

static void
decision_dates(const struct calendar *cal, const struct case_terms *t, struct case_dates *dates)
{
	struct deadline promised = end_of(cal, t, t->promised, 0);
	struct deadline statutory = end_of(cal, t, limit_of_law(t->item_kind, t->statutory), t->extended_days);

	dates->promised_on = promised.on;
	dates->promised_at = promised.at;
	dates->statutory_on = statutory.on;
	dates->statutory_at = statutory.at;
	dates->due_on = t->state == STATE_SUPPLEMENT ? t->answer_by_on : decision_due(t, dates);
}

struct case_dates
case_dates_of(const struct calendar *cal, const struct case_terms *t)
{
	struct case_dates dates = t->now;

	dates.calendar = (unsigned)cal->version;
	dates.due_on = DAY_NONE;
	switch (t->state) {
	case STATE_SUBMITTED:
	case STATE_RESUBMITTED:
		if (t->precheck_at == INSTANT_NONE || t->precheck_at < case_received_at(t))
			dates.due_on = limit_answer(cal, day_of_instant(case_received_at(t)));
		break;
	case STATE_CORRECTION:
		dates.due_on = t->answer_by_on;
		break;
	case STATE_ACCEPTED:
	case STATE_REVIEWING:
	case STATE_SUPPLEMENT:
	case STATE_SUSPENDED:
		decision_dates(cal, t, &dates);
		break;
	case STATE_GRANTED:
	case STATE_DENIED:
	case STATE_CLOSED:
		dates.due_on = limit_delivery(cal, day_of_instant(t->decided_at));
		break;
	default:
		dates.calendar = t->now.calendar;
		break;
	}
	return dates;
}

bool
case_dates_same(const struct case_dates *a, const struct case_dates *b)
{
	return day_same(a->promised_on, b->promised_on) && day_same(a->statutory_on, b->statutory_on) &&
	    day_same(a->due_on, b->due_on) && a->promised_at == b->promised_at && a->statutory_at == b->statutory_at;
}

void
case_dates_write(struct db *db, struct arena *arena, uint64_t case_id, const struct case_dates *dates)
{
	struct query *q = query_new(db, arena, Q_CASE_DATES_SET);

	query_number(q, "id", (long long)case_id);
	if (dates->calendar)
		query_number(q, "calendar", dates->calendar);
	else
		query_null(q, "calendar");
	query_day(q, "promised_on", dates->promised_on);
	query_instant(q, "promised_at", dates->promised_at);
	query_day(q, "statutory_on", dates->statutory_on);
	query_instant(q, "statutory_at", dates->statutory_at);
	query_day(q, "due_on", dates->due_on);
	query_run(q);
}

/* ---- pauses ---- */

void
case_pause_add(struct db *db, struct arena *arena, const struct case_pause_row *pause)
{
	struct query *q = query_new(db, arena, Q_PAUSE_ADD);

	query_number(q, "id", (long long)pause->case_id);
	query_text(q, "kind", pause->kind);
	query_day(q, "from_on", pause->from);
	if (pause->expected_days > 0)
		query_number(q, "expected_days", pause->expected_days);
	else
		query_null(q, "expected_days");
	query_text(q, "reason", pause->reason);
	query_number(q, "account", (long long)pause->account);
	query_run(q);
}

void
case_pause_end(struct db *db, struct arena *arena, uint64_t case_id, uint64_t account, struct day to)
{
	struct query *q = query_new(db, arena, Q_PAUSE_END);

	query_number(q, "id", (long long)case_id);
	query_day(q, "to_on", to);
	query_number(q, "account", (long long)account);
	query_run(q);
}

/* ---- how each date comes about ---- */

static struct limit
working_days(int days)
{
	return (struct limit){ true, { days, DEADLINE_WORKDAY } };
}

/* Before acceptance one clock runs, the administration's or the applicant's. */
static size_t
first_clock(const struct calendar *cal, const struct case_terms *t, struct case_clock *clock)
{
	*clock = (struct case_clock){ .due = { t->now.due_on, INSTANT_NONE }, .finished_at = INSTANT_NONE };
	if (t->state == STATE_CORRECTION) {
		clock->key = "correction";
		clock->from = day_of_instant(t->asked_at);
	} else if (t->state == STATE_SUBMITTED || t->state == STATE_RESUBMITTED) {
		clock->key = "answer";
		clock->from = day_of_instant(case_received_at(t));
		clock->counted = true;
		clock->basis = (struct deadline_basis){ .cal = cal, .term = working_days(LIMIT_ANSWER_DAYS).term,
		    .made = case_received_at(t) };
	} else {
		return 0;
	}
	return 1;
}

static struct case_clock
decision_clock(const struct calendar *cal, const struct case_terms *t, const char *key, struct limit limit,
    int extended, struct deadline due)
{
	return (struct case_clock){ .key = key, .counted = true, .paused = !day_known(due.on),
	    .ended = !state_open(t->state) && t->decided_at == INSTANT_NONE,
	    .basis = basis_of(cal, t, limit, extended), .from = day_of_instant(t->accepted_at), .due = due,
	    .finished_at = t->decided_at };
}

size_t
case_clocks(const struct calendar *cal, const struct case_terms *t, struct case_clock clocks[static CASE_CLOCKS_MOST])
{
	struct limit law = limit_of_law(t->item_kind, t->statutory);
	size_t n = 0;

	if (t->accepted_at == INSTANT_NONE)
		return first_clock(cal, t, &clocks[0]);
	if (t->promised.known)
		clocks[n++] = decision_clock(cal, t, "promised", t->promised, 0,
		    (struct deadline){ t->now.promised_on, t->now.promised_at });
	if (law.known)
		clocks[n++] = decision_clock(cal, t, "statutory", law, t->extended_days,
		    (struct deadline){ t->now.statutory_on, t->now.statutory_at });
	if (t->state == STATE_SUPPLEMENT)
		clocks[n++] = (struct case_clock){ .key = "supplement", .from = day_of_instant(t->asked_at),
		    .due = { t->now.due_on, INSTANT_NONE }, .finished_at = INSTANT_NONE };
	if (state_decided(t->state) && t->state != STATE_DELIVERED && day_known(t->now.due_on))
		clocks[n++] = (struct case_clock){ .key = "delivery", .counted = true,
		    .basis = { .cal = cal, .term = working_days(LIMIT_DELIVERY_DAYS).term, .made = t->decided_at },
		    .from = day_of_instant(t->decided_at), .due = { t->now.due_on, INSTANT_NONE },
		    .finished_at = INSTANT_NONE };
	return n;
}
