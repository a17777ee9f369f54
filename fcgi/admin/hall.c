/* hall.c - when a hall is open, and the appointment plans of all organs in it: closed days, a plan that ends. */
#include "fcgi/admin/system.h"

#include "base/arena.h"
#include "base/text.h"
#include "generated/queries/admin_place.h"
#include "record/record.h"
#include "rules/slot.h"

#include <string.h>

enum { SPANS_MOST = 4, DAYS = 7 };

static const char *const day_fields[DAYS] = { "hours_1", "hours_2", "hours_3", "hours_4", "hours_5", "hours_6", "hours_7" };

static const struct field hours_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "hours_1", FIELD_TEXT, .most = 60 },
	{ "hours_2", FIELD_TEXT, .most = 60 },
	{ "hours_3", FIELD_TEXT, .most = 60 },
	{ "hours_4", FIELD_TEXT, .most = 60 },
	{ "hours_5", FIELD_TEXT, .most = 60 },
	{ "hours_6", FIELD_TEXT, .most = 60 },
	{ "hours_7", FIELD_TEXT, .most = 60 },
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
static const struct field close_fields[] = {
	{ "close_on", FIELD_DAY, .required = true },
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 300 },
};
static const struct field plan_fields[] = {
	{ "plan", FIELD_NUMBER, .required = true, .least = 1 },
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form hours_form = FORM(hours_fields);
const struct form hall_close_form = FORM(close_fields);
const struct form hall_open_form = FORM(close_fields);
const struct form hall_plan_form = FORM(plan_fields);

struct span {
	int from, to;
};

/* ---- hours as people type them: "09:00-12:00 13:30-17:30" ---- */

static int
minute_at(const char *text)
{
	int minute;

	for (int i = 0; i < 5; i++)
		if (i == 2 ? text[i] != ':' : text[i] < '0' || text[i] > '9')
			return -1;
	minute = ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
	return text[3] > '5' || minute > MINUTES_OF_DAY ? -1 : minute;
}

/* How many spans, one after another; -1 for anything else. */
static int
spans_read(const char *text, struct span spans[static SPANS_MOST])
{
	int n = 0;

	for (text += strspn(text, " "); *text != '\0'; text += strspn(text, " "), n++) {
		size_t bytes = strcspn(text, " ");

		if (n == SPANS_MOST || bytes != 11 || text[5] != '-')
			return -1;
		spans[n] = (struct span){ minute_at(text), minute_at(text + 6) };
		if (spans[n].from < 0 || spans[n].to <= spans[n].from || (n > 0 && spans[n].from < spans[n - 1].to))
			return -1;
		text += bytes;
	}
	return n;
}

static const char *
clock_text(struct request *rq, long long minute)
{
	return arena_format(rq->arena, "%02lld:%02lld", minute / 60, minute % 60);
}

/* What stands: a text a weekday. */
static void
hours_load(struct request *rq, const char *code, const char *days[static DAYS])
{
	struct query *q = query(rq, Q_CENTRE_HOURS_OF);

	for (int i = 0; i < DAYS; i++)
		days[i] = "";
	query_text(q, "id", code);
	while (query_next(q)) {
		long long weekday = query_get_number(q, "weekday");

		if (weekday >= 1 && weekday <= DAYS)
			days[weekday - 1] = arena_format(rq->arena, "%s%s%s-%s", days[weekday - 1], *days[weekday - 1] ? " " : "",
			    clock_text(rq, query_get_number(q, "from_minute")), clock_text(rq, query_get_number(q, "to_minute")));
	}
}

static void
crumbs(struct request *rq, struct page *page, const struct query *centre, const char *word)
{
	admin_crumb_home(page);
	page_crumb(page, "/admin/centres", "admin_nav.centres", NULL);
	page_crumb(page, arena_format(rq->arena, "/admin/centres/%s", query_get(centre, "code")), NULL, query_get(centre, "name"));
	page_crumb(page, "", word, NULL);
}

enum reply
hours_show(struct request *rq, struct page *page)
{
	struct query *centre = centre_asked(rq);
	const char *days[DAYS], *earlier;

	if (centre == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(centre, page, "thing");
	page_sub(page, "thing", "url", arena_format(rq->arena, "/admin/centres/%s/hours", query_get(centre, "code")));
	hours_load(rq, query_get(centre, "code"), days);
	earlier = rq->route->method == GET ? admin_earlier(rq, "hours", query_get(centre, "code"), form_number(rq, "back")) : NULL;
	for (int i = 0; i < DAYS; i++) {
		const char *value = earlier ? admin_detail_value(rq, earlier, day_fields[i]) : NULL;

		page_sub(page, "optional", day_fields[i], "1");
		if (rq->route->method == GET)
			page_sub(page, "form", day_fields[i], value ? value : days[i]);
	}
	page_flag(page, "set_back", earlier != NULL);
	admin_history_into(rq, page, "hours", query_get(centre, "code"));
	crumbs(rq, page, centre, "admin.hours");
	return REPLY_PAGE;
}

static bool
hours_right(struct request *rq, struct page *page)
{
	struct span spans[SPANS_MOST];
	bool right = true;

	for (int i = 0; i < DAYS; i++)
		if (spans_read(form_get(rq, day_fields[i]), spans) < 0) {
			form_error(page, day_fields[i], "not_hours");
			right = false;
		}
	return right;
}

static void
hours_add(struct request *rq, const char *code)
{
	struct span spans[SPANS_MOST];
	struct query *q;

	for (int i = 0; i < DAYS; i++)
		for (int n = 0, count = spans_read(form_get(rq, day_fields[i]), spans); n < count; n++) {
			q = query(rq, Q_CENTRE_HOUR_ADD);
			query_text(q, "id", code);
			query_number(q, "weekday", i + 1);
			query_number(q, "from", spans[n].from);
			query_number(q, "to", spans[n].to);
			query_run(q);
		}
}

enum reply
hours_save(struct request *rq, struct page *page)
{
	struct query *centre = centre_asked(rq), *q;
	const char *days[DAYS], *was = NULL, *became = NULL;

	if (centre == NULL)
		return REPLY_NOT_FOUND;
	if (!hours_right(rq, page))
		return REPLY_INVALID;
	q = query(rq, Q_CENTRE_TOUCH);
	query_text(q, "id", query_get(centre, "code"));
	query_number(q, "version", form_number(rq, "version"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	hours_load(rq, query_get(centre, "code"), days);
	for (int i = 0; i < DAYS; i++)
		if (!text_is(days[i], form_get(rq, day_fields[i]))) {
			was = record_detail_join(rq->arena, was, record_detail(rq->arena, day_fields[i], days[i], NULL));
			became = record_detail_join(rq->arena, became, record_detail(rq->arena, day_fields[i],
			    form_get(rq, day_fields[i]), NULL));
		}
	if (became == NULL)
		return page_refuse(page, "admin_same");
	q = query(rq, Q_CENTRE_HOURS_FORGET);
	query_text(q, "id", query_get(centre, "code"));
	query_run(q);
	hours_add(rq, query_get(centre, "code"));
	admin_note(rq, &(struct admin_change){ "edit", "hours", query_get(centre, "code"), query_get(centre, "name"),
	    was, became });
	return page_go(page, "/admin/centres/", query_get(centre, "code"), "/hours?done=admin_saved", NULL);
}

/* ---- plans and closed days ---- */

static void
plans_into(struct request *rq, struct page *page, const char *code)
{
	struct query *q = query(rq, Q_HALL_PLANS);

	query_text(q, "id", code);
	query_day(q, "today", rq->today);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "plans.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "time", arena_format(rq->arena, "%s–%s", clock_text(rq, query_get_number(q, "from_minute")),
		    clock_text(rq, query_get_number(q, "to_minute"))));
		page_sub(page, row, "when", query_is_null(q, "weekday") ? page_day_text(page, query_get_day(q, "on_on")) :
		    page_word_below(page, "plan_when", arena_format(rq->arena, "d%s", query_get(q, "weekday"))));
	}
}

static void
days_into(struct request *rq, struct page *page, const struct statement *statement, const char *list, const char *code)
{
	struct query *q = query(rq, statement);

	query_text(q, "id", code);
	query_day(q, "today", rq->today);
	query_into(q, page, list);
}

enum reply
hall_show(struct request *rq, struct page *page)
{
	struct query *centre = centre_asked(rq);
	const char *code;

	if (centre == NULL)
		return REPLY_NOT_FOUND;
	code = query_get(centre, "code");
	query_row_into(centre, page, "thing");
	page_sub(page, "thing", "url", arena_format(rq->arena, "/admin/centres/%s/plans", code));
	plans_into(rq, page, code);
	days_into(rq, page, Q_HALL_CLOSURES, "closures", code);
	days_into(rq, page, Q_HALL_BOOKED, "booked", code);
	admin_history_into(rq, page, "closure", code);
	crumbs(rq, page, centre, "admin.plans");
	return REPLY_PAGE;
}

/* A closed day is noted for the hall; what it was and became is the day. */
static enum reply
day_noted(struct request *rq, struct page *page, const struct query *centre, bool closed)
{
	const char *day = form_get(rq, "close_on");

	admin_note(rq, &(struct admin_change){ closed ? "close_day" : "open_day", "closure", query_get(centre, "code"),
	    query_get(centre, "name"), record_detail(rq->arena, "closed_on", closed ? "" : day, NULL),
	    record_detail(rq->arena, "closed_on", closed ? day : "", NULL) });
	return page_go(page, "/admin/centres/", query_get(centre, "code"), closed ? "/plans?done=day_closed" :
	    "/plans?done=day_opened", NULL);
}

static bool
planned(struct request *rq, const char *code)
{
	struct query *q = query(rq, Q_HALL_PLANNED);

	query_text(q, "id", code);
	return query_next(q) && query_get_number(q, "found") > 0;
}

enum reply
hall_close(struct request *rq, struct page *page)
{
	struct query *centre = centre_asked(rq), *q;

	if (centre == NULL)
		return REPLY_NOT_FOUND;
	if (day_before(form_day(rq, "close_on"), rq->today)) {
		form_error(page, "close_on", "day_past");
		return REPLY_INVALID;
	}
	q = query(rq, Q_HALL_CLOSE);
	query_text(q, "id", query_get(centre, "code"));
	query_day(q, "day", form_day(rq, "close_on"));
	query_text(q, "reason", form_get(rq, "admin_reason"));
	if (query_run(q) <= 0)
		return page_refuse(page, planned(rq, query_get(centre, "code")) ? "closed_already" : "closed_nothing");
	return day_noted(rq, page, centre, true);
}

enum reply
hall_open(struct request *rq, struct page *page)
{
	struct query *centre = centre_asked(rq), *q;

	if (centre == NULL)
		return REPLY_NOT_FOUND;
	q = query(rq, Q_HALL_OPEN);
	query_text(q, "id", query_get(centre, "code"));
	query_day(q, "day", form_day(rq, "close_on"));
	if (query_run(q) <= 0)
		return REPLY_CONFLICT;
	return day_noted(rq, page, centre, false);
}

enum reply
hall_plan_retire(struct request *rq, struct page *page)
{
	struct query *centre = centre_asked(rq), *plan = query(rq, Q_HALL_PLAN_LOAD), *q = query(rq, Q_HALL_PLAN_RETIRE);

	query_text(plan, "id", request_part(rq, "code"));
	query_number(plan, "plan", form_number(rq, "plan"));
	if (centre == NULL || !query_next(plan))
		return REPLY_NOT_FOUND;
	query_number(q, "plan", form_number(rq, "plan"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	admin_note(rq, &(struct admin_change){ "retire", "plan", record_number(rq->arena,
	    (uint64_t)form_number(rq, "plan")), query_get(plan, "name"), record_detail(rq->arena, "retired_on", "", NULL),
	    record_detail(rq->arena, "retired_on", record_day(rq->arena, rq->today), NULL) });
	return page_go(page, "/admin/centres/", query_get(centre, "code"), "/plans?done=plan_retired", NULL);
}
