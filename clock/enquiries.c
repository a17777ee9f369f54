/*
 * enquiries.c - an enquiry that nears its last day is yellow, one past it red: a row each, and those concerned are told.
 *
 * The days are rules/card.h's, as for the clocks of a case, so that the outcome
 * is the same however late this runs.
 */
#include "clock/clock.h"

#include "base/words.h"
#include "generated/queries/clock.h"
#include "record/notice.h"
#include "rules/card.h"
#include "rules/enquiry.h"

static struct deadline_near near;	/* of the duty in hand */

static void
enquiries_bind(struct clock *c, struct query *q)
{
	query_day(q, "reach", card_reach(clock_calendar(c), c->today, near));
}

static void
person_tell(struct clock *c, const struct query *row, uint64_t account, bool late)
{
	const char *kind = late ? "enquiry_late" : "enquiry_near", *subject, *text;
	char on[DAY_TEXT], shown[ENQUIRY_NUMBER_SHOWN];

	enquiry_number_show(query_get(row, "number"), shown);
	day_print(query_get_day(row, "due_on"), on);
	subject = words_say(c->act_arena, "zh", arena_format(c->act_arena, "%s.subject", kind), "title", query_get(row, "title"), NULL);
	text = words_say(c->act_arena, "zh", arena_format(c->act_arena, "%s.text", kind), "title", query_get(row, "title"),
	    "number", shown, "due", on, NULL);
	if (subject != NULL && text != NULL)
		notice_remind(c->db, c->act_arena, account, arena_format(c->act_arena, "%s:%s:%s", query_get(row, "number"), on,
		    late ? "red" : "yellow"), subject, text, c->now);
}

static bool
card_add(struct clock *c, const struct query *row, const char *colour, struct day given_on)
{
	struct query *q = clock_query(c, Q_ENQUIRY_CARD_ADD);

	query_number(q, "id", query_get_number(row, "id"));
	query_text(q, "colour", colour);
	query_day(q, "due_on", query_get_day(row, "due_on"));
	query_text(q, "organ", query_get(row, "organ_code"));
	query_day(q, "given_on", given_on);
	query_instant(q, "now", c->now);
	return query_run(q) == 1;
}

static bool
enquiry_judge(struct clock *c, const struct query *row)
{
	struct card_days days = card_judge(clock_calendar(c), (struct card_term){ .made_on = query_get_day(row, "opened_on"),
	    .due_on = query_get_day(row, "due_on"), .finished_on = DAY_NONE }, c->today, near);
	bool late = day_known(days.red_on), new_yellow, new_red;
	struct query *people;

	new_yellow = day_known(days.yellow_on) && card_add(c, row, "yellow", days.yellow_on);
	new_red = late && card_add(c, row, "red", days.red_on);
	if (!new_yellow && !new_red)
		return false;
	if (!query_is_null(row, "claimed_by"))
		person_tell(c, row, (uint64_t)query_get_number(row, "claimed_by"), late);
	people = clock_query(c, Q_AFTER_PEOPLE);
	query_text(people, "organ", query_get(row, "organ_code"));
	query_number(people, "late", late);
	query_day(people, "today", c->today);
	while (query_next(people))
		person_tell(c, row, (uint64_t)query_get_number(people, "id"), late);
	return true;
}

long long
duty_enquiries(struct clock *c)
{
	near = deadline_near_default;
	card_near_read(clock_setting(c, "enquiry.near", ""), &near);
	return clock_walk_with(c, Q_ENQUIRIES_DUE, enquiries_bind, enquiry_judge);
}
