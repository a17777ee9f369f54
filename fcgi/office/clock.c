/* The clocks of a case: which run, how they stand, and why they end on that day. */
#include "fcgi/office/office.h"

#include "generated/queries/office.h"

static struct limit
working_days(int days)
{
	return (struct limit){ true, { days, DEADLINE_WORKDAY } };
}

static instant
later(instant a, instant b)
{
	return a > b ? a : b;	/* INSTANT_NONE is the least */
}

/* Before acceptance one clock runs, the administration's or the applicant's. */
static size_t
first_clock(const struct calendar *cal, const struct case_row *c, struct clock *clock)
{
	*clock = (struct clock){ .calendar = cal, .due = c->due_on, .finished = DAY_NONE };
	if (c->state == STATE_CORRECTION) {
		clock->key = "supplement";
		clock->from = day_of_instant(c->asked_at);
	} else if (c->state == STATE_SUBMITTED || c->state == STATE_RESUBMITTED) {
		clock->key = "answer";
		clock->from = day_of_instant(later(c->submitted_at, c->answered_at));
		clock->limit = working_days(LIMIT_ANSWER_DAYS);
	} else {
		return 0;
	}
	return 1;
}

static bool
runs_or_was_kept(enum state state)
{
	return state == STATE_ACCEPTED || state == STATE_REVIEWING || state_decided(state);
}

size_t
case_clocks(struct request *rq, const struct case_row *c, struct clock clocks[static CLOCKS_MOST])
{
	const struct calendar *cal = c->calendar ? request_calendar_version(rq, c->calendar) : request_calendar(rq);
	struct day accepted = day_of_instant(c->accepted_at), decided = day_of_instant(c->decided_at);
	size_t n = 0;

	if (!runs_or_was_kept(c->state))
		return first_clock(cal, c, &clocks[0]);
	if (day_known(c->promised_on))
		clocks[n++] = (struct clock){ "promised", c->promised, cal, accepted, c->promised_on, decided };
	if (day_known(c->statutory_on))
		clocks[n++] = (struct clock){ "statutory", limit_of_law(c->item_kind, c->statutory), cal, accepted,
		    c->statutory_on, decided };
	if (state_decided(c->state) && day_known(c->due_on))
		clocks[n++] = (struct clock){ "delivery", working_days(LIMIT_DELIVERY_DAYS), cal, decided, c->due_on,
		    DAY_NONE };
	return n;
}

void
due_into(struct request *rq, struct page *page, const char *name, const struct clock *clock)
{
	const char *text = arena_format(rq->arena, "%s.text", name);
	struct deadline_state s;
	const char *key;
	int days;

	if (!day_known(clock->due))
		return;
	s = deadline_judge(clock->calendar, clock->from, clock->due, clock->finished, rq->today,
	    deadline_near_default);
	days = s.over_days ? s.over_days : s.left_days;
	if (s.finished)
		key = s.over_days ? "office.due_late" : "office.due_kept";
	else if (s.over_days)
		key = "office.due_over";
	else
		key = s.left_days ? "office.due_left" : "office.due_today";
	page_sub(page, name, "level",
	    s.finished && !s.over_days ? "done" : deadline_colour_name(s.colour));
	page_say(page, text, key, "days", arena_format(rq->arena, "%d", days), NULL);
}

/* ---- the page that shows the working ---- */

enum { ROWS_MOST = 400 };

static void
row_into(struct request *rq, struct page *page, const char *name, const struct deadline_row *row)
{
	const char *day = arena_format(rq->arena, "%s.day", name);

	page_day(page, day, row->on);
	page_sub(page, name, "day_text",
	    page_get(page, arena_format(rq->arena, "%s.text", day)));
	page_sub(page, name, "weekday",
	    page_word(page, arena_format(rq->arena, "weekday.%d", day_weekday(row->on))));
	page_sub(page, name, "kind", deadline_why_name(row->why));
	page_sub(page, name, "note", row->provisional
	    ? page_word(page, "office.provisional")
	    : page_word(page, arena_format(rq->arena, "article.%s", deadline_article_name(row->article))));
	if (row->ordinal)
		page_number(page, arena_format(rq->arena, "%s.count", name), row->ordinal);
}

static void
working_into(struct request *rq, struct page *page, const char *name, const struct clock *clock)
{
	struct deadline_row *rows = arena_array(rq->arena, struct deadline_row, ROWS_MOST);
	size_t count;

	if (!clock->limit.known)
		return;
	page_say(page, arena_format(rq->arena, "%s.limit_text", name), "office.limit",
	    "count", arena_format(rq->arena, "%d", clock->limit.term.count),
	    "unit", page_word(page, arena_format(rq->arena, "unit.%s", deadline_unit_name(clock->limit.term.unit))),
	    NULL);
	count = deadline_explain(clock->calendar, clock->limit.term, clock->from, NULL, 0, rows, ROWS_MOST);
	for (size_t i = 0; i < count && i < ROWS_MOST; i++)
		row_into(rq, page, arena_format(rq->arena, "%s.days.%zu", name, i), &rows[i]);
}

enum reply
case_due(struct request *rq, struct page *page)
{
	struct clock clocks[CLOCKS_MOST];
	struct case_row c;
	size_t count;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	case_crumbs(page, page_word(page, "title.office_due"));
	count = case_clocks(rq, &c, clocks);
	for (size_t i = 0; i < count; i++) {
		const char *name = arena_format(rq->arena, "clocks.%zu", i);

		page_sub(page, name, "key", clocks[i].key);
		page_day(page, arena_format(rq->arena, "%s.from", name), clocks[i].from);
		page_day(page, arena_format(rq->arena, "%s.due_on", name), clocks[i].due);
		due_into(rq, page, arena_format(rq->arena, "%s.tag", name), &clocks[i]);
		working_into(rq, page, name, &clocks[i]);
	}
	return REPLY_PAGE;
}
