/* cases.c - what silence does to a case: accepted, taken back, ended (rules/lapse.h). */
#include "clock/clock.h"

#include "base/text.h"
#include "base/words.h"
#include "generated/queries/clock.h"
#include "record/case_dates.h"
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
