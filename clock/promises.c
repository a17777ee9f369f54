/* promises.c - what was to be supplied later and was not: the case ends, and a note is made of it (rules/lacking.h). */
#include "clock/clock.h"

#include "base/words.h"
#include "generated/queries/clock.h"
#include "rules/lacking.h"
#include "rules/lapse.h"

static void
promise_run(struct clock *c, const struct statement *statement, const struct case_act *act, const char *reason)
{
	struct query *q = clock_query(c, statement);

	query_number(q, "id", (long long)act->case_id);
	query_instant(q, "now", c->now);
	if (reason)
		query_text(q, "reason", reason);
	query_run(q);
}

/* A last day on a rest day holds through the next working day. */
static bool
promise_end(struct clock *c, const struct query *due)
{
	const char *reason = words_get("zh", "reason_promise");
	struct day by = query_get_day(due, "promised_by_on");
	struct case_act act;

	if (!promise_lapsed(by, false, false, c->today) || !lapsed(clock_calendar(c), by, c->today))
		return false;
	reason = reason ? reason : "promise";
	if (!clock_step(c, due, EVENT_TERMINATE, reason, record_detail(c->act_arena,
	    "closed_at", record_instant(c->act_arena, c->now), "due_on", "", "promised_by_on", record_day(c->act_arena, by),
	    NULL), &act))
		return false;
	promise_run(c, Q_CASE_ENDED, &act, NULL);
	promise_run(c, Q_PROMISES_LAPSED, &act, NULL);
	promise_run(c, Q_INTEGRITY_NOTE, &act, reason);
	clock_tell(c, &act);
	return true;
}

long long
duty_promises(struct clock *c)
{
	return clock_walk(c, Q_PROMISES_DUE, promise_end);
}
