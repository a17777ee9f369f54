/*
 * callbacks.c - a call-back that falls due: whoever has it is reminded on the day; when it is late, the head of the organ
 * and the supervisors are told.
 *
 * Once each for a day to keep: what was told stands in the row (told_on, told_due_on).
 */
#include "clock/clock.h"

#include "generated/queries/clock.h"
#include "record/notice.h"

static void
person_tell(struct clock *c, const struct query *row, uint64_t account, bool late)
{
	struct day due = query_get_day(row, "due_on");
	char on[DAY_TEXT];

	notice_staff(c->db, c->act_arena, account, &(struct notice){ .case_id = (uint64_t)query_get_number(row, "case_id"),
	    .kind = late ? "callback_late" : "callback_due", .occasion = arena_format(c->act_arena, "cb%s:%s%s",
	    query_get(row, "id"), day_print(due, on), late ? ":late" : ""), .at = c->now, .due_on = due });
}

/* Whom it concerns: whose it is; the heads where it is nobody's or late; supervisors where it is late. */
static bool
callback_remind(struct clock *c, const struct query *row)
{
	bool late = day_before(query_get_day(row, "due_on"), c->today), somebody = !query_is_null(row, "assigned_to");
	struct query *people = clock_query(c, Q_AFTER_PEOPLE), *q;

	if (somebody)
		person_tell(c, row, (uint64_t)query_get_number(row, "assigned_to"), late);
	query_text(people, "organ", query_get(row, "organ_code"));
	query_number(people, "late", late);
	query_day(people, "today", c->today);
	while ((late || !somebody) && query_next(people))
		person_tell(c, row, (uint64_t)query_get_number(people, "id"), late);
	q = clock_query(c, Q_CALLBACK_TOLD);
	query_number(q, "id", query_get_number(row, "id"));
	query_day(q, "today", c->today);
	if (query_run(q) != 1)
		return false;
	q = clock_query(c, Q_CALLBACK_REMINDED);
	query_number(q, "id", query_get_number(row, "id"));
	query_instant(q, "now", c->now);
	query_run(q);
	return true;
}

long long
duty_callbacks(struct clock *c)
{
	return clock_walk(c, Q_CALLBACKS_DUE, callback_remind);
}
