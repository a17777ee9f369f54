/* card_give.c - see card_give.h. */
#include "clock/card_give.h"

#include "generated/queries/clock.h"
#include "record/notice.h"

enum { LEADERS_MOST = 20, REPLY_DAYS = 5, APPEAL_DAYS = 5, DAYS_MOST = 60 };

/* A setting in working days. */
static int
days_set(struct clock *c, const char *name, int otherwise)
{
	return (int)clock_number(c, name, 1, DAYS_MOST, otherwise);
}

bool
card_give(struct clock *c, const struct card *card)
{
	const struct calendar *cal = clock_calendar(c);
	struct query *q = clock_query(c, Q_CARD_ADD);

	query_number(q, "case_id", (long long)card->case_id);
	query_text(q, "item", card->item ? card->item : "");
	query_text(q, "rule", watch_name(card->rule));
	query_number(q, "task", card->task);
	query_text(q, "colour", watch_colour_name(card->colour));
	query_text(q, "organ", card->organ);
	if (card->account)
		query_number(q, "account", (long long)card->account);
	else
		query_null(q, "account");
	query_day(q, "made_on", card->made_on);
	query_day(q, "due_on", card->due_on);
	query_day(q, "on", card->on);
	query_instant(q, "now", c->now);
	query_text(q, "evidence", card->evidence);
	/* From the day it was given in truth: a clock that ran late takes nobody's days to answer. */
	query_day(q, "reply_by_on", watch_reply_owed(card->rule, card->colour) ?
	    calendar_add(cal, c->today, days_set(c, "watch.reply_days", REPLY_DAYS)) : DAY_NONE);
	query_day(q, "appeal_by_on", card->colour == WATCH_NONE ? DAY_NONE :
	    calendar_add(cal, c->today, days_set(c, "watch.appeal_days", APPEAL_DAYS)));
	return query_run(q) == 1;
}

void
card_tell(struct clock *c, const struct card *card)
{
	bool red = card->colour == WATCH_RED;
	const char *kind = card->rule > WATCH_TASK ? "card_found" : red ? "card_red" : "card_yellow";
	struct notice n = { .case_id = card->case_id, .kind = kind, .at = c->now, .due_on = card->due_on,
	    .reason = watch_number(card->rule), .occasion = arena_format(c->act_arena, "%s:%s:%lld", red ? "card_red" :
	    "card_yellow", watch_name(card->rule), card->task) };
	struct query *q;

	if (card->account)
		notice_staff(c->db, c->act_arena, card->account, &n);
	if (!red)
		return;
	q = clock_query(c, Q_LEADERS);
	query_text(q, "organ", card->organ);
	query_day(q, "today", c->today);
	query_number(q, "most", LEADERS_MOST);
	while (query_next(q))
		if ((uint64_t)query_get_number(q, "id") != card->account)
			notice_staff(c->db, c->act_arena, (uint64_t)query_get_number(q, "id"), &n);
}
