/* drafts.c - applications that were begun and never filed: after a long rest they are emptied, as their owner could. */
#include "clock/clock.h"

#include "base/text.h"
#include "generated/queries/clock.h"

enum { DAYS_MOST = 3660 };

static long long
days_kept(struct clock *c)
{
	long long days = 366;

	text_number(clock_setting(c, "retention.draft_days", ""), 0, DAYS_MOST, &days);
	return days;
}

static void
days_bind(struct clock *c, struct query *q)
{
	query_number(q, "days", days_kept(c));
}

static bool
draft_forget(struct clock *c, const struct query *row)
{
	static const struct statement *const also[] = { Q_DRAFT_ANSWERS_FORGET, Q_DRAFT_MATERIALS_FORGET, Q_DRAFT_FILES_FORGET };
	struct query *q = clock_query(c, Q_DRAFT_OLD_FORGET);

	query_number(q, "id", query_get_number(row, "id"));
	query_day(q, "today", c->today);
	days_bind(c, q);
	if (query_run(q) != 1)
		return false;		/* its owner has come back */
	for (size_t i = 0; i < sizeof(also) / sizeof(also[0]); i++) {
		q = clock_query(c, also[i]);
		query_number(q, "id", query_get_number(row, "id"));
		query_run(q);
	}
	return true;
}

/* 0 days: they are kept. */
long long
duty_drafts(struct clock *c)
{
	return days_kept(c) == 0 ? 0 : clock_walk_with(c, Q_DRAFTS_OLD, days_bind, draft_forget);
}
