/* remind.c - telling people that something waits for them: a list, a draft, a day of the week. */
#include "clock/clock.h"

#include "base/text.h"
#include "generated/queries/clock.h"
#include "record/notice.h"
#include "rules/card.h"
#include "rules/notice.h"

enum { NEAR_DAYS = 3, DRAFT_DAYS = 30, DRAFT_DAYS_LAST = 90, PEOPLE_MOST = 10000 };

/* ---- applicants: a list whose last day is near, once ---- */

static void
answers_bind(struct clock *c, struct query *q)
{
	query_day(q, "reach", card_reach(clock_calendar(c), c->today, (struct deadline_near){ 0, NEAR_DAYS }));
}

static bool
answer_remind(struct clock *c, const struct query *row)
{
	notice_send(c->db, c->act_arena, &(struct notice){
		.case_id = (uint64_t)query_get_number(row, "id"),
		.kind = text_is(query_get(row, "state"), "supplement") ? "remind_supplement" : "remind_correction",
		.occasion = query_get(row, "occasion"), .at = c->now, .due_on = query_get_day(row, "due_on") });
	return true;
}

/* ---- applicants: a draft that lies there; it is never deleted, only told of, once for each time it was saved ---- */

static void
drafts_bind(struct clock *c, struct query *q)
{
	query_instant(q, "from", instant_add(c->now, -(DRAFT_DAYS_LAST * 24 * HOUR)));
	query_instant(q, "until", instant_add(c->now, -(DRAFT_DAYS * 24 * HOUR)));
}

static bool
draft_remind(struct clock *c, const struct query *row)
{
	notice_send(c->db, c->act_arena, &(struct notice){ .case_id = (uint64_t)query_get_number(row, "id"),
	    .kind = "remind_draft", .occasion = query_get(row, "occasion"), .at = c->now, .due_on = DAY_NONE });
	return true;
}

/* ---- colleagues: each week or month, by role ---- */

struct reminding {
	struct clock *clock;
	const struct query *row;
	struct day on;
};

/* What was missed is told once, with its latest day. */
static bool
remind_role(struct db *db, void *arg)
{
	struct reminding *r = arg;
	struct arena *arena = r->clock->act_arena;
	struct query *q = query_new(db, arena, Q_REMINDER_PEOPLE);
	char on[DAY_TEXT];

	query_text(q, "role", query_get(r->row, "role"));
	query_day(q, "today", r->clock->today);
	query_number(q, "most", PEOPLE_MOST);
	while (query_next(q))
		notice_remind(db, arena, (uint64_t)query_get_number(q, "id"), arena_format(arena, "%s:%s",
		    query_get(r->row, "name"), day_print(r->on, on)), query_get(r->row, "subject"),
		    query_get(r->row, "body"), r->clock->now);
	q = query_new(db, arena, Q_REMINDER_DONE);
	query_text(q, "name", query_get(r->row, "name"));
	query_day(q, "on", r->on);
	query_run(q);
	return true;
}

static long long
roles_remind(struct clock *c)
{
	struct query *q = query_new(c->db, c->arena, Q_REMINDERS);
	struct reminding r = { .clock = c, .row = q };
	long long done = 0;

	while (query_next(q)) {
		r.on = reminder_day(text_is(query_get(q, "every"), "week") ? REMINDER_WEEK : REMINDER_MONTH,
		    (int)query_get_number(q, "day"), c->today);
		/* A reminder that is new begins with its next day. */
		if (!day_known(r.on) || (!query_is_null(q, "last_on") && !day_before(query_get_day(q, "last_on"), r.on)) ||
		    (query_is_null(q, "last_on") && !day_same(r.on, c->today)))
			continue;
		arena_reset(c->act_arena);
		if (!db_transaction(c->db, false, remind_role, &r))
			return -1;
		done++;
	}
	return db_failed(c->db) == DB_FINE ? done : -1;
}

long long
duty_remind(struct clock *c)
{
	long long answers = clock_walk_with(c, Q_REMIND_ANSWERS, answers_bind, answer_remind);
	long long drafts = answers < 0 ? -1 : clock_walk_with(c, Q_REMIND_DRAFTS, drafts_bind, draft_remind);
	long long roles = drafts < 0 ? -1 : roles_remind(c);

	return roles < 0 ? -1 : answers + drafts + roles;
}
