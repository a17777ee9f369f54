/* plan.c - when an organ sees people by appointment: weekly plans, single dates, closed days, a week copied. */
#include "fcgi/office/counter.h"

#include "base/text.h"
#include "generated/queries/booking.h"
#include "rules/slot.h"

#include <string.h>

static const char *const kinds[] = { "window", "visit", NULL };
static const char *const serves[] = { "own", "all", "items", NULL };
static const char *const whens[] = { "d1", "d2", "d3", "d4", "d5", "d6", "d7", "once", NULL };

static const struct field plan_fields[] = {
	{ "plan_centre", FIELD_CODE, .required = true, .most = 32 },
	{ "plan_window", FIELD_CODE, .most = 16 },
	{ "plan_kind", FIELD_CHOICE, .required = true, .choices = kinds },
	{ "plan_serves", FIELD_CHOICE, .required = true, .choices = serves },
	{ "plan_items", FIELD_TEXT, .most = 400 },
	{ "plan_when", FIELD_CHOICE, .required = true, .choices = whens },
	{ "plan_on", FIELD_DAY },
	{ "plan_until", FIELD_DAY },
	{ "plan_from", FIELD_TEXT, .required = true, .most = 5 },
	{ "plan_to", FIELD_TEXT, .required = true, .most = 5 },
	{ "plan_each", FIELD_NUMBER, .required = true, .least = 5, .most = 480 },
	{ "plan_capacity", FIELD_NUMBER, .required = true, .least = 1, .most = 500 },
	{ "officer", FIELD_NUMBER, .most = 1000000000000000 },
	{ "plan_holidays", FIELD_FLAG },
};
static const struct field retire_fields[] = {
	{ "plan", FIELD_NUMBER, .required = true, .least = 1 },
};
static const struct field copy_fields[] = {
	{ "copy_from", FIELD_DAY, .required = true },
	{ "copy_to", FIELD_DAY, .required = true },
};
static const struct field close_fields[] = {
	{ "plan_centre", FIELD_CODE, .required = true, .most = 32 },
	{ "close_on", FIELD_DAY, .required = true },
	{ "close_reason", FIELD_TEXT, .required = true, .most = 300 },
};
static const struct field open_fields[] = {
	{ "plan_centre", FIELD_CODE, .required = true, .most = 32 },
	{ "close_on", FIELD_DAY, .required = true },
};
const struct form plan_form = FORM(plan_fields);
const struct form plan_retire_form = FORM(retire_fields);
const struct form week_copy_form = FORM(copy_fields);
const struct form day_close_form = FORM(close_fields);
const struct form day_open_form = FORM(open_fields);

/* ---- the page ---- */

static void
plans_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OFFICE_PLANS);

	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	for (size_t n = 0; query_next(q); n++) {
		const char *name = arena_format(rq->arena, "plans.%zu", n);

		query_row_into(q, page, name);
		page_sub(page, name, "time", arena_format(rq->arena, "%s–%s", desk_clock(rq, query_get_number(q, "from_minute")),
		    desk_clock(rq, query_get_number(q, "to_minute"))));
		page_sub(page, name, "when", query_is_null(q, "weekday") ? page_day_text(page, query_get_day(q, "on_on")) :
		    page_word_below(page, "plan_when", arena_format(rq->arena, "d%s", query_get(q, "weekday"))));
	}
}

static void
closures_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OFFICE_CLOSURES);

	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	query_into(q, page, "closures");
}

static void
centres_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OFFICE_CENTRES);

	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "choices.plan_centre", n);

		row_text(page, row, "value", query_get(q, "code"));
		row_text(page, row, "label", query_said(rq, q, "name"));
		row_text(page, row, "checked", text_is(query_get(q, "code"), form_get(rq, "plan_centre")) ? "1" : "");
	}
}

static void
officers_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OFFICE_COLLEAGUES);
	size_t n = 0;
	struct node *row = page_row(page, "choices.officer", n++);

	row_text(page, row, "value", "");
	row_text(page, row, "label", page_word(page, "desk_booking.none_named"));
	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	while (query_next(q)) {
		row = page_row(page, "choices.officer", n++);
		row_text(page, row, "value", query_get(q, "id"));
		row_text(page, row, "label", query_get(q, "name"));
		row_text(page, row, "checked", text_is(query_get(q, "id"), form_get(rq, "officer")) ? "1" : "");
	}
}

enum reply
plans_show(struct request *rq, struct page *page)
{
	static const char *const optional[] = { "plan_window", "plan_items", "plan_on", "plan_until", "officer" };

	plans_into(rq, page);
	closures_into(rq, page);
	centres_into(rq, page);
	officers_into(rq, page);
	page_choices(page, "plan_kind", kinds, "booking_kind", *form_get(rq, "plan_kind") ? form_get(rq, "plan_kind") : "window");
	page_choices(page, "plan_serves", serves, "plan_serves", *form_get(rq, "plan_serves") ? form_get(rq, "plan_serves") : "own");
	page_choices(page, "plan_when", whens, "plan_when", form_get(rq, "plan_when"));
	for (size_t i = 0; i < sizeof(optional) / sizeof(optional[0]); i++)
		page_text(page, arena_format(rq->arena, "optional.%s", optional[i]), "1");
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, "/office/bookings", "nav.bookings", NULL);
	page_crumb(page, NULL, "nav.plans", NULL);
	return REPLY_PAGE;
}

/* ---- acts ---- */

/* "09:30" as a minute of the day, 24:00 among them; -1 for anything else. */
static int
minute_read(const char *text)
{
	int minute;

	if (strlen(text) != 5 || text[2] != ':' || strspn(text, "0123456789:") != 5 || text[0] == ':' || text[1] == ':' ||
	    text[3] == ':' || text[4] == ':')
		return -1;
	minute = ((text[0] - '0') * 10 + text[1] - '0') * 60 + (text[3] - '0') * 10 + text[4] - '0';
	return text[3] > '5' || minute > MINUTES_OF_DAY ? -1 : minute;
}

struct planned {
	int from, to, weekday;
};

static bool
plan_right(struct request *rq, struct page *page, struct planned *p)
{
	const char *when = form_get(rq, "plan_when");
	bool right = true;

	p->from = minute_read(form_get(rq, "plan_from"));
	p->to = minute_read(form_get(rq, "plan_to"));
	p->weekday = text_is(when, "once") ? 0 : when[1] - '0';
	if (p->from < 0 || p->to < 0) {
		form_error(page, p->from < 0 ? "plan_from" : "plan_to", "not_a_time");
		right = false;
	}
	if (p->weekday == 0 && !day_known(form_day(rq, "plan_on"))) {
		form_error(page, "plan_on", "required");
		right = false;
	}
	if (text_is(form_get(rq, "plan_serves"), "items") && text_empty(form_get(rq, "plan_items"))) {
		form_error(page, "plan_items", "required");
		right = false;
	}
	return right;
}

/* False: a code that is none of ours, or one given twice. */
static bool
items_add(struct request *rq, uint64_t plan, const char *codes)
{
	while (*codes != '\0') {
		size_t bytes = strcspn(codes, " ,;");
		struct query *q, *known;

		if (bytes > 0) {
			const char *code = arena_text_n(rq->arena, codes, bytes);
			static const char *const rest[] = { "item2", "item3", "item4", "item5" };

			known = query(rq, Q_BOOKING_ITEMS_CHOSEN);
			query_text(known, "item1", code);
			for (size_t i = 0; i < sizeof(rest) / sizeof(rest[0]); i++)
				query_text(known, rest[i], "");
			query_day(known, "today", rq->today);
			q = query(rq, Q_OFFICE_PLAN_ITEM_ADD);
			query_number(q, "plan", (long long)plan);
			query_text(q, "item", code);
			if (!query_next(known) || query_run(q) < 0)
				return false;
		}
		codes += bytes + (codes[bytes] != '\0');
	}
	return true;
}

static void
plan_bind(struct request *rq, struct query *q, const struct planned *p)
{
	query_text(q, "organ", rq->who.organ);
	query_text(q, "centre", form_get(rq, "plan_centre"));
	query_text(q, "window", text_is(form_get(rq, "plan_kind"), "visit") ? "" : form_get(rq, "plan_window"));
	query_text(q, "kind", form_get(rq, "plan_kind"));
	query_text(q, "serves", form_get(rq, "plan_serves"));
	if (p->weekday == 0)
		query_null(q, "weekday");
	else
		query_number(q, "weekday", p->weekday);
	query_day(q, "on", p->weekday == 0 ? form_day(rq, "plan_on") : DAY_NONE);
	query_day(q, "from_on", p->weekday == 0 ? DAY_NONE : rq->today);
	query_day(q, "until_on", p->weekday == 0 ? DAY_NONE : form_day(rq, "plan_until"));
	query_number(q, "from", p->from);
	query_number(q, "to", p->to);
	query_number(q, "each", form_number(rq, "plan_each"));
	query_number(q, "capacity", form_number(rq, "plan_capacity"));
	query_number(q, "holidays", form_flag(rq, "plan_holidays"));
	if (form_number(rq, "officer") > 0)
		query_number(q, "officer", form_number(rq, "officer"));
	else
		query_null(q, "officer");
}

static bool
centre_known(struct request *rq)
{
	struct query *q = query(rq, Q_BOOKING_CENTRE);

	query_text(q, "centre", form_get(rq, "plan_centre"));
	return query_next(q);
}

static bool
officer_known(struct request *rq)
{
	struct query *q = query(rq, Q_OFFICE_COLLEAGUES);

	if (form_number(rq, "officer") == 0)
		return true;
	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	while (query_next(q))
		if (query_get_number(q, "id") == form_number(rq, "officer"))
			return true;
	return false;
}

enum reply
plan_add(struct request *rq, struct page *page)
{
	struct planned p;
	struct query *q;

	if (!plan_right(rq, page, &p))
		return REPLY_INVALID;
	if (p.to - p.from < form_number(rq, "plan_each"))
		return page_refuse(page, "plan_wrong");
	if (!centre_known(rq))
		return REPLY_NOT_FOUND;
	if (!officer_known(rq))
		return page_refuse(page, "officer_unknown");
	q = query(rq, Q_OFFICE_PLAN_ADD);
	plan_bind(rq, q, &p);
	query_run(q);
	if (text_is(form_get(rq, "plan_serves"), "items") && !items_add(rq, query_id(q), form_get(rq, "plan_items"))) {
		form_error(page, "plan_items", "plan_items_wrong");
		return REPLY_INVALID;
	}
	return page_go(page, "/office/plans?done=plan_added", NULL);
}

enum reply
plan_retire(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OFFICE_PLAN_RETIRE);

	query_number(q, "id", form_number(rq, "plan"));
	query_text(q, "organ", rq->who.organ);
	if (query_run(q) != 1)
		return REPLY_NOT_FOUND;
	return page_go(page, "/office/plans?done=plan_retired", NULL);
}

static struct day
monday_of(struct day d)
{
	return day_add(d, 1 - day_weekday(d));
}

enum reply
week_copy(struct request *rq, struct page *page)
{
	struct day from = monday_of(form_day(rq, "copy_from")), to = monday_of(form_day(rq, "copy_to"));
	struct query *q = query(rq, Q_OFFICE_WEEK_COPY);

	query_text(q, "organ", rq->who.organ);
	query_day(q, "monday", from);
	query_number(q, "days", day_between(from, to));
	query_run(q);
	return page_go(page, "/office/plans?done=week_copied", NULL);
}

enum reply
day_close(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OFFICE_CLOSE);

	if (!centre_known(rq))
		return REPLY_NOT_FOUND;
	query_text(q, "centre", form_get(rq, "plan_centre"));
	query_text(q, "organ", rq->who.organ);
	query_day(q, "day", form_day(rq, "close_on"));
	query_text(q, "reason", form_get(rq, "close_reason"));
	if (query_run(q) < 0)
		return page_refuse(page, "closed_already");
	return page_go(page, "/office/plans?done=day_closed", NULL);
}

enum reply
day_open(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OFFICE_OPEN_AGAIN);

	query_text(q, "centre", form_get(rq, "plan_centre"));
	query_text(q, "organ", rq->who.organ);
	query_day(q, "day", form_day(rq, "close_on"));
	if (query_run(q) != 1)
		return REPLY_NOT_FOUND;
	return page_go(page, "/office/plans?done=day_opened", NULL);
}
