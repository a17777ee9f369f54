/* watch_due.c - answers to supervision that are overdue, and warnings that are over. */
#include "clock/clock.h"

#include "base/words.h"
#include "generated/queries/clock.h"
#include "generated/queries/watch_act.h"
#include "generated/queries/watch_clock.h"
#include "record/notice.h"
#include "rules/watch.h"

enum { HEADS_MOST = 20, ESCALATE_DAYS = 2, DAYS_MOST = 60 };

static void
act_add(struct clock *c, const char *subject, long long id, const char *act, long long line, const char *note)
{
	struct query *q = clock_query(c, Q_WATCH_ACT_ADD);

	query_text(q, "subject", subject);
	query_number(q, "subject_id", id);
	query_text(q, "act", act);
	if (line > 0)
		query_number(q, "line", line);
	else
		query_null(q, "line");
	query_number(q, "account", 0);
	query_text(q, "name", "clock");
	query_text(q, "organ", "");
	query_text(q, "note", note);
	query_instant(q, "now", c->now);
	query_run(q);
}

/* The heads of an organ, in the desk. */
static void
heads_tell(struct clock *c, const char *organ, const char *occasion, const char *subject, const char *body)
{
	struct query *q = clock_query(c, Q_LEADERS);

	query_text(q, "organ", organ);
	query_day(q, "today", c->today);
	query_number(q, "most", HEADS_MOST);
	while (subject && body && query_next(q))
		notice_remind(c->db, c->act_arena, (uint64_t)query_get_number(q, "id"), occasion, subject, body, c->now);
}

/* ---- a warning whose term is over ---- */

static bool
warning_close(struct clock *c, const struct query *row)
{
	struct query *q = clock_query(c, Q_WATCH_CARD_CLOSE);

	query_number(q, "id", query_get_number(row, "id"));
	query_number(q, "version", query_get_number(row, "version"));
	query_instant(q, "now", c->now);
	if (query_run(q) != 1)
		return false;
	act_add(c, "card", query_get_number(row, "id"), "over", 0, "");
	return true;
}

/* ---- a reply to a card, overdue: the head is told, once ---- */

static bool
reply_urge(struct clock *c, const struct query *row)
{
	enum watch_rule rule;
	const char *number = watch_named(query_get(row, "rule"), &rule) ? watch_number(rule) : "";
	const char *id = query_get(row, "id");
	struct query *q = clock_query(c, Q_WATCH_CARD_HOLD);

	query_number(q, "id", query_get_number(row, "id"));
	if (!query_next(q))
		return false;
	act_add(c, "card", query_get_number(row, "id"), "urge", 0, "");
	heads_tell(c, query_get(row, "organ_code"), arena_format(c->act_arena, "card:urge:%s", id),
	    words_say(c->act_arena, "zh", "card_urge.subject", "number", number, "id", id, NULL),
	    words_say(c->act_arena, "zh", "card_urge.text", "number", number, "id", id, "due", query_get(row, "reply_by_on"),
	    NULL));
	return true;
}

/* ---- a work order, overdue: one level up ---- */

static int
escalate_days(struct clock *c)
{
	return (int)clock_number(c, "watch.escalate_days", 1, DAYS_MOST, ESCALATE_DAYS);
}

static bool
order_escalate(struct clock *c, const struct query *row)
{
	int level = (int)query_get_number(row, "level");
	long long order = query_get_number(row, "order_id"), line = query_get_number(row, "line");
	struct query *q;

	if (!order_escalates(query_get_day(row, "due_on"), level, c->today))
		return false;
	q = clock_query(c, Q_WATCH_ORDER_TOUCH);
	query_number(q, "id", order);
	if (query_run(q) != 1)
		return false;
	q = clock_query(c, Q_WATCH_PARTY_ESCALATE);
	query_number(q, "order_id", order);
	query_number(q, "line", line);
	query_number(q, "version", query_get_number(row, "version"));
	query_day(q, "today", c->today);
	query_day(q, "due_on", calendar_add(clock_calendar(c), c->today, escalate_days(c)));
	if (query_run(q) != 1)
		return false;
	act_add(c, "order", order, level == 0 ? "to_head" : "to_above", line, query_get(row, "due_on"));
	/* Whoever is no organ of ours has no head here: who gave the order is told at once. */
	heads_tell(c, level == 0 && *query_get(row, "organ_code") ? query_get(row, "organ_code") : query_get(row, "from_organ"),
	    arena_format(c->act_arena, "order:%lld:%lld:%d", order, line, level + 1),
	    words_say(c->act_arena, "zh", "order_urge.subject", "number", query_get(row, "number"), NULL),
	    words_say(c->act_arena, "zh", "order_urge.text", "number", query_get(row, "number"), "title",
	    query_get(row, "title"), "name", query_get(row, "name"), "due", query_get(row, "due_on"), NULL));
	return true;
}

long long
duty_watch_due(struct clock *c)
{
	const struct { const struct statement *due; clock_act *act; } kinds[] = {
		{ Q_WATCH_WARNINGS_OVER, warning_close }, { Q_WATCH_REPLIES_OVER, reply_urge }, { Q_WATCH_ORDERS_OVER, order_escalate },
	};
	long long all = 0, n;

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++, all += n)
		if ((n = clock_walk(c, kinds[i].due, kinds[i].act)) < 0)
			return -1;
	return all;
}
