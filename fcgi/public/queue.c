/* queue.c - queue numbers: taking one, its page, and the screen that hangs in the hall. */
#include "fcgi/public/counter.h"

#include "base/text.h"
#include "generated/queries/queue.h"
#include "record/ticket.h"
#include "rules/queue.h"

enum { HOURS_MOST = 100, TAKEN_FROM_MOST = 20, TAKEN_KIOSK_MOST = 600, SCREEN_S = 5, TICKET_S = 20 };

static const char *const step_names[] = { "find", "on", NULL };

static const struct field queue_fields[] = {
	{ "centre", FIELD_CODE, .most = 32 },
	{ "item", FIELD_CODES, .most = 64 },
	{ "item_find", FIELD_TEXT, .most = 100 },
	{ "step", FIELD_CHOICE, .choices = step_names },
};
static const struct field take_fields[] = {
	{ "centre", FIELD_CODE, .required = true, .most = 32 },
	{ "item", FIELD_CODES, .required = true, .most = 64 },
	{ "item_find", FIELD_TEXT, .most = 100 },
	{ "step", FIELD_CHOICE, .choices = step_names },
};
const struct form queue_form = FORM(queue_fields);
const struct form queue_take_form = FORM(take_fields);
const struct form counter_button_form = { NULL, 0, false };

static void
queue_crumbs(struct page *page, const char *last)
{
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, last ? "/queue" : "", "nav.queue", NULL);
	if (last)
		page_crumb(page, "", last, NULL);
}

static bool
open_now(struct request *rq, const char *centre)
{
	struct hall_hours hours[HOURS_MOST];
	struct query *q = query(rq, Q_QUEUE_HOURS);
	size_t n = 0;

	query_text(q, "centre", centre);
	while (query_next(q) && n < HOURS_MOST)
		hours[n++] = (struct hall_hours){ (int)query_get_number(q, "weekday"), (int)query_get_number(q, "from_minute"),
		    (int)query_get_number(q, "to_minute") };
	return hall_open(hours, n, request_calendar(rq), rq->now);
}

static enum reply
halls_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_QUEUE_CENTRES);

	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "centres", n);

		row_text(page, row, "name", query_said(rq, q, "name"));
		row_text(page, row, "address", query_get(q, "address"));
		row_text(page, row, "hours", query_get(q, "hours"));
		row_text(page, row, "url", page_url_with(page, "centre", query_get(q, "code")));
		row_text(page, row, "screen_url", arena_format(rq->arena, "/queue/screen/%s", query_get(q, "code")));
		row_text(page, row, "open", open_now(rq, query_get(q, "code")) ? "1" : "");
	}
	page_text(page, "step", "where");
	queue_crumbs(page, NULL);
	return REPLY_PAGE;
}

static void
counts_into(struct request *rq, struct page *page, const char *centre)
{
	struct query *q = query(rq, Q_SCREEN_COUNTS);

	query_text(q, "centre", centre);
	query_day(q, "today", rq->today);
	query_into_one(q, page, "counts");
}

enum reply
queue_show(struct request *rq, struct page *page)
{
	struct wanted w;

	if (*form_get(rq, "centre") == '\0')
		return halls_show(rq, page);
	if (!counter_centre(rq, page, form_get(rq, "centre")))
		return REPLY_NOT_FOUND;
	wanted_read(rq, &w);
	wanted_into(rq, page, &w, Q_QUEUE_ITEMS);
	counts_into(rq, page, form_get(rq, "centre"));
	page_text(page, "asked.centre", form_get(rq, "centre"));
	page_flag(page, "optional.item_find", true);
	page_flag(page, "open", open_now(rq, form_get(rq, "centre")));
	page_text(page, "step", w.count > 0 && !text_is(form_get(rq, "step"), "find") ? "take" : "what");
	page_text(page, "items_url", page_url_with(page, "step", "find"));
	queue_crumbs(page, "queue.what");
	return REPLY_PAGE;
}

/* One person waits with one number in a hall. */
static const char *
standing(struct request *rq, const char *centre)
{
	struct query *q = query(rq, Q_TICKET_STANDING);

	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "centre", centre);
	query_day(q, "day", rq->today);
	return query_next(q) ? query_get(q, "code") : NULL;
}

enum reply
queue_take(struct request *rq, struct page *page)
{
	bool kiosk = request_kiosk_hash(rq) != NULL, own = rq->who.account != 0 && rq->who.kind != WHO_STAFF;
	const char *centre = form_get(rq, "centre"), *code;
	struct ticket_taken taken;
	struct wanted w;

	if (!counter_centre(rq, page, centre))
		return REPLY_NOT_FOUND;
	wanted_read(rq, &w);
	if (w.count == 0) {
		form_error(page, "item", "required");
		return REPLY_INVALID;
	}
	if (!open_now(rq, centre))
		return page_refuse(page, "hall_closed");
	if (own && (code = standing(rq, centre)) != NULL)
		return page_go(page, "/queue/tickets/", code, "?done=ticket_had", NULL);
	if (!request_try(rq, kiosk ? "ticket_kiosk" : "ticket", request_from(rq), kiosk ? TAKEN_KIOSK_MOST : TAKEN_FROM_MOST, HOUR))
		return REPLY_TOO_MANY;
	if (!ticket_take(rq->db, rq->arena, &(struct ticket_new){ .centre = centre, .items = w.items, .item_count = w.count,
	    .source = kiosk ? "kiosk" : "phone", .account = own ? rq->who.account : 0, .at = rq->now }, &taken))
		return page_refuse(page, "nobody_serves");
	return page_go(page, "/queue/tickets/", taken.code, "?done=ticket_taken", NULL);
}

/* ---- a ticket ---- */

static struct query *
ticket_of(struct request *rq)
{
	struct query *q = query(rq, Q_TICKET_LOAD);

	query_text(q, "code", request_part(rq, "paper"));
	return query_next(q) ? q : NULL;
}

static const char *
number_of(struct request *rq, const struct query *q)
{
	char text[TICKET_NUMBER_TEXT];

	return arena_text(rq->arena, ticket_number(*query_get(q, "letter"), (unsigned)query_get_number(q, "serial"), text));
}

enum reply
ticket_show(struct request *rq, struct page *page)
{
	struct query *q = ticket_of(rq), *items;
	bool stands;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	stands = text_is(query_get(q, "state"), "waiting") || text_is(query_get(q, "state"), "called");
	query_row_into(q, page, "ticket");
	page_text(page, "ticket.number", number_of(rq, q));
	page_text(page, "ticket.centre_name", query_said(rq, q, "centre_name"));
	page_textf(page, "ticket.url", "/queue/tickets/%s", query_get(q, "code"));
	page_text(page, "page.title", page_get(page, "ticket.number"));
	page_textf(page, "page.qr_url", "/queue/tickets/%s/qr.svg", query_get(q, "code"));
	items = query(rq, Q_TICKET_ITEMS_OF);
	query_number(items, "id", query_get_number(q, "id"));
	for (size_t n = 0; query_next(items); n++) {
		struct node *row = page_row(page, "items", n);

		row_text(page, row, "title", query_said(rq, items, "title"));
		row_text(page, row, "url", arena_format(rq->arena, "/items/%s", query_get(items, "item_code")));
	}
	if (stands && !form_flag(rq, "print"))
		page_number(page, "page.refresh", TICKET_S);
	page_text(page, "print_url", page_url_with(page, "print", "1"));
	queue_crumbs(page, "queue.ticket");
	return REPLY_PAGE;
}

enum reply
ticket_qr(struct request *rq, struct page *page)
{
	struct query *q = ticket_of(rq);

	return q == NULL ? REPLY_NOT_FOUND : page_qr(page, arena_format(rq->arena, "%s/queue/tickets/%s", request_site(rq),
	    query_get(q, "code")));
}

enum reply
ticket_give_up(struct request *rq, struct page *page)
{
	struct query *q = ticket_of(rq), *leave;
	enum ticket_state state, to;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!ticket_state_named(query_get(q, "state"), &state) || !ticket_step(state, TICKET_LEAVE, &to))
		return page_refuse(page, "ticket_over");
	leave = query(rq, Q_TICKET_LEAVE);
	query_number(leave, "id", query_get_number(q, "id"));
	query_number(leave, "version", query_get_number(q, "version"));
	query_instant(leave, "now", rq->now);
	if (query_run(leave) != 1)
		return REPLY_CONFLICT;
	ticket_act_note(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), "leave", &(struct booking_actor){ rq->who.account,
	    "applicant", "" }, "", rq->now);
	return page_go(page, "/queue/tickets/", query_get(q, "code"), "?done=ticket_left", NULL);
}

/* ---- the screen ---- */

enum reply
screen_show(struct request *rq, struct page *page)
{
	struct query *q;

	if (!counter_centre(rq, page, request_part(rq, "code")))
		return REPLY_NOT_FOUND;
	q = query(rq, Q_SCREEN_CALLED);
	query_text(q, "centre", request_part(rq, "code"));
	query_day(q, "today", rq->today);
	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "called", n);

		row_text(page, row, "number", number_of(rq, q));
		row_text(page, row, "window", query_get(q, "window_number"));
		row_text(page, row, "state", query_get(q, "state"));
	}
	counts_into(rq, page, request_part(rq, "code"));
	page_number(page, "page.refresh", SCREEN_S);
	page_text(page, "page.bare", "1");
	page_instant(page, "now", rq->now);
	return REPLY_PAGE;
}
