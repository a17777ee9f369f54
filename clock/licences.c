/* licences.c - results whose last day is near or past: their holders are told once, and the register says so. */
#include "clock/clock.h"

#include "generated/queries/licence.h"
#include "record/licence.h"
#include "record/notice.h"

enum { REMIND_DAYS_MOST = 366 };

static void
note(struct clock *c, const struct query *row, const char *act)
{
	licence_note(c->db, c->act_arena, &(struct licence_act){ .licence_id = (uint64_t)query_get_number(row, "id"),
	    .act = act, .by = { .account = 0, .kind = "clock", .name = "clock", .organ = "", .roles = ROLE_CLOCK },
	    .at = c->now });
}

/* ---- before ---- */

static void
reach_bind(struct clock *c, struct query *q)
{
	long long days = clock_number(c, "licence.remind_days", 1, REMIND_DAYS_MOST, LICENCE_RENEWAL_DAYS);

	query_day(q, "reach", day_add(c->today, (int)days));
}

static bool
licence_remind(struct clock *c, const struct query *row)
{
	struct query *q = clock_query(c, Q_LICENCE_REMINDED);

	query_number(q, "id", query_get_number(row, "id"));
	query_instant(q, "now", c->now);
	if (query_run(q) != 1)
		return false;
	note(c, row, "reminded");
	notice_send(c->db, c->act_arena, &(struct notice){ .case_id = (uint64_t)query_get_number(row, "case_id"),
	    .kind = "licence_ending", .occasion = arena_format(c->act_arena, "licence%s", query_get(row, "id")),
	    .at = c->now, .due_on = query_get_day(row, "valid_to") });
	return true;
}

/* ---- after ---- */

static bool
licence_expire(struct clock *c, const struct query *row)
{
	struct query *q = clock_query(c, Q_LICENCE_EXPIRE);

	query_number(q, "id", query_get_number(row, "id"));
	query_instant(q, "now", c->now);
	query_day(q, "today", c->today);
	if (query_run(q) != 1)
		return false;
	note(c, row, "expired");
	return true;
}

long long
duty_licences(struct clock *c)
{
	long long ending = clock_walk_with(c, Q_LICENCES_ENDING, reach_bind, licence_remind);
	long long ended = ending < 0 ? -1 : clock_walk(c, Q_LICENCES_ENDED, licence_expire);

	return ended < 0 ? -1 : ending + ended;
}
