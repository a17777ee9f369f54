/* cases.c - what silence does to a case: accepted, taken back, ended (rules/lapse.h). */
#include "clock/clock.h"

#include "base/log.h"
#include "base/words.h"
#include "generated/queries/clock.h"
#include "record/case_dates.h"
#include "record/case_flow.h"
#include "record/recompute.h"
#include "rules/lapse.h"

/* Licensing Law 32: nobody said in five working days what is missing, so it is accepted from the day it was received,
 * and the time to decide has been running since then. */
static bool
deem_accepted(struct clock *c, const struct query *due)
{
	const struct calendar *cal = clock_calendar(c);
	struct case_terms terms;
	struct case_dates dates;
	struct case_act act;
	struct query *q;

	if (!lapsed(cal, query_get_day(due, "due_on"), c->today) ||
	    !case_terms_load(c->db, c->act_arena, (uint64_t)query_get_number(due, "id"), &terms))
		return false;
	terms.state = STATE_ACCEPTED;
	terms.accepted_at = case_received_at(&terms);
	if (terms.accepted_at == INSTANT_NONE)
		return false;
	dates = case_dates_of(cal, &terms);
	if (!clock_step(c, due, EVENT_DEEM_ACCEPTED, NULL, record_detail(c->act_arena,
	    "accepted_at", record_instant(c->act_arena, terms.accepted_at), "claimed_by", "",
	    CASE_DATES_PAIRS(c->act_arena, dates), NULL), &act))
		return false;
	q = clock_query(c, Q_CASE_DEEM_ACCEPTED);
	query_number(q, "id", (long long)act.case_id);
	query_instant(q, "accepted_at", terms.accepted_at);
	query_run(q);
	case_dates_write(c->db, c->act_arena, act.case_id, &dates);
	case_flow_begin(c->db, c->act_arena, cal, act.case_id, c->now);
	clock_tell(c, &act);
	return true;
}

long long
duty_deem_accepted(struct clock *c)
{
	return clock_walk(c, Q_DEEM_ACCEPTED_DUE, deem_accepted);
}

/* A case that ends because what its applicant was asked for never came. */
static bool
end_unanswered(struct clock *c, const struct query *due, enum event event, const char *reason)
{
	const struct calendar *cal = clock_calendar(c);
	struct case_act act;
	struct query *q;

	if (!lapsed(cal, query_get_day(due, "due_on"), c->today))
		return false;
	if (!clock_step(c, due, event, reason, record_detail(c->act_arena,
	    "closed_at", record_instant(c->act_arena, c->now), "due_on", "", NULL), &act))
		return false;
	q = clock_query(c, Q_CASE_ENDED);
	query_number(q, "id", (long long)act.case_id);
	query_instant(q, "now", c->now);
	query_run(q);
	clock_tell(c, &act);
	return true;
}

static bool
lapse(struct clock *c, const struct query *due)
{
	return end_unanswered(c, due, EVENT_LAPSE, NULL);
}

long long
duty_lapse(struct clock *c)
{
	return clock_walk(c, Q_LAPSE_DUE, lapse);
}

/* The reason is part of the record, which is kept in Chinese. */
static bool
terminate(struct clock *c, const struct query *due)
{
	const char *reason = words_get("zh", "reason_supplement");

	return end_unanswered(c, due, EVENT_TERMINATE, reason ? reason : "supplement");
}

long long
duty_terminate(struct clock *c)
{
	return clock_walk(c, Q_TERMINATE_DUE, terminate);
}

/* ---- an opinion asked of another organ, and no answer (超时默许) ---- */

enum { SILENCES_MOST = 500 };

struct deeming {
	struct clock *clock;
	const struct silence *silence;
};

static bool
silence_deem(struct db *db, void *arg)
{
	struct deeming *d = arg;
	struct case_act act;

	arena_reset(d->clock->act_arena);
	if (!case_flow_deem(db, d->clock->act_arena, d->clock->record_key, clock_calendar(d->clock), d->silence,
	    d->clock->now, &act))
		return false;
	clock_tell(d->clock, &act);
	return true;
}

long long
duty_silence(struct clock *c)
{
	struct silence *silences = arena_array(c->arena, struct silence, SILENCES_MOST);
	size_t count = case_flow_silences(c->db, c->arena, c->today, silences, SILENCES_MOST);
	struct deeming d = { c, NULL };
	long long done = 0;

	if (db_failed(c->db) != DB_FINE)
		return -1;
	for (size_t i = 0; i < count && !clock_ending(); i++) {
		d.silence = &silences[i];
		if (db_transaction(c->db, false, silence_deem, &d)) {
			done++;
			continue;
		}
		c->skipped++;
		if (db_failed(c->db) == DB_GONE || db_failed(c->db) == DB_UNKNOWN)
			return -1;
		if (db_failed(c->db) != DB_FINE)
			log_error("poison", "found_by", "silence", "why", db_reason(c->db), NULL);
		db_ready(c->db);
	}
	return done;
}

/* ---- a new notice of holidays, once ---- */

long long
duty_recompute(struct clock *c)
{
	const char *reason = words_get("zh", "reason_recompute");
	long long moved = recompute_all(c->db, c->record_key, reason ? reason : "calendar", c->now, false);

	if (moved < 0)
		c->why = arena_text(c->arena, db_reason(c->db));
	return moved;
}
