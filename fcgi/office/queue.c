/* queue.c - the calling desk: a window, the number in hand, who waits, and what was served. */
#include "fcgi/office/counter.h"

#include "base/text.h"
#include "generated/queries/queue.h"
#include "record/ticket.h"
#include "rules/queue.h"

#include <string.h>

enum { HOURS_MOST = 100, DESK_REFRESH_S = 20 };

static const struct field seat_fields[] = {
	{ "seat", FIELD_CODE, .required = true, .most = 50 },	/* CENTRE/WINDOW */
};
static const struct field ticket_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
};
static const struct field pass_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "to_window", FIELD_CODE, .required = true, .most = 16 },
	{ "pass_reason", FIELD_TEXT, .required = true, .most = 300 },
};
const struct form seat_form = FORM(seat_fields);
const struct form ticket_form = FORM(ticket_fields);
const struct form ticket_pass_form = FORM(pass_fields);

struct seat {
	const char *centre, *window;
};

static bool
seat_load(struct request *rq, struct page *page, struct seat *seat)
{
	struct query *q = query(rq, Q_SEAT_LOAD);

	query_number(q, "account", (long long)rq->who.account);
	if (!query_next(q))
		return false;
	*seat = (struct seat){ query_get(q, "centre_code"), query_get(q, "window_number") };
	query_row_into(q, page, "seat");
	return true;
}

static const char *
number_of(struct request *rq, const struct query *q)
{
	char text[TICKET_NUMBER_TEXT];

	return arena_text(rq->arena, ticket_number(*query_get(q, "letter"), (unsigned)query_get_number(q, "serial"), text));
}

/* ---- the page ---- */

static void
seats_into(struct request *rq, struct page *page, const struct seat *seat)
{
	struct query *q = query(rq, Q_DESK_SEATS);

	query_text(q, "organ", rq->who.organ);
	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "choices.seat", n);

		row_text(page, row, "value", arena_format(rq->arena, "%s/%s", query_get(q, "centre_code"), query_get(q, "number")));
		row_text(page, row, "label", arena_format(rq->arena, "%s %s %s", query_get(q, "centre_name"), query_get(q, "number"),
		    query_get(q, "name")));
		row_text(page, row, "checked", seat != NULL && text_is(seat->centre, query_get(q, "centre_code")) &&
		    text_is(seat->window, query_get(q, "number")) ? "1" : "");
	}
}

static void
current_items(struct request *rq, struct page *page, long long id)
{
	struct query *q = query(rq, Q_TICKET_ITEMS_OF);

	query_number(q, "id", id);
	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "current.items", n);
		const char *code = query_get(q, "item_code"), *case_id = query_get(q, "case_id");

		row_text(page, row, "title", query_get(q, "title"));
		row_text(page, row, "opened", query_is_null(q, "opened_at") ? "" : "1");
		row_text(page, row, "case_url", query_is_null(q, "case_id") ? "" : arena_format(rq->arena, "/office/window/%s", case_id));
		row_text(page, row, "url", arena_format(rq->arena, "/office/window/items/%s?ticket=%lld", code, id));
	}
}

/* Where else this number may be sent: the other windows of the hall. */
static void
windows_into(struct request *rq, struct page *page, const struct seat *seat)
{
	struct query *q = query(rq, Q_DESK_WINDOWS);
	size_t n = 0;

	query_text(q, "centre", seat->centre);
	while (query_next(q)) {
		struct node *row;

		if (text_is(query_get(q, "number"), seat->window))
			continue;
		row = page_row(page, "choices.to_window", n++);
		row_text(page, row, "value", query_get(q, "number"));
		row_text(page, row, "label", arena_format(rq->arena, "%s %s", query_get(q, "number"), query_get(q, "name")));
	}
}

/* False: nothing is in hand. */
static bool
current_into(struct request *rq, struct page *page, const struct seat *seat)
{
	struct query *q = query(rq, Q_DESK_CURRENT);

	query_number(q, "account", (long long)rq->who.account);
	query_day(q, "today", rq->today);
	if (!query_next(q))
		return false;
	query_row_into(q, page, "current");
	page_text(page, "current.number", number_of(rq, q));
	page_textf(page, "current.url", "/office/queue/%s", query_get(q, "id"));
	current_items(rq, page, query_get_number(q, "id"));
	windows_into(rq, page, seat);
	return true;
}

static void
tickets_into(struct request *rq, struct page *page, const char *name, struct query *q)
{
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "%s.%zu", name, n);

		query_row_into(q, page, row);
		page_sub(page, row, "number", number_of(rq, q));
	}
}

static void
waiting_into(struct request *rq, struct page *page, const struct seat *seat)
{
	struct query *q = query(rq, Q_DESK_WAITING);

	query_text(q, "centre", seat->centre);
	query_text(q, "window", seat->window);
	query_day(q, "today", rq->today);
	tickets_into(rq, page, "waiting", q);
	q = query(rq, Q_SCREEN_COUNTS);
	query_text(q, "centre", seat->centre);
	query_day(q, "today", rq->today);
	query_into_one(q, page, "counts");
}

enum reply
queue_desk(struct request *rq, struct page *page)
{
	struct seat seat;
	bool seated = seat_load(rq, page, &seat);
	struct query *served = query(rq, Q_DESK_SERVED);

	seats_into(rq, page, seated ? &seat : NULL);
	if (seated) {
		bool busy = current_into(rq, page, &seat);

		waiting_into(rq, page, &seat);
		page_flag(page, "may_call", !busy);
		if (!busy && rq->route->method == GET)
			page_number(page, "page.refresh", DESK_REFRESH_S);
	}
	query_number(served, "account", (long long)rq->who.account);
	query_day(served, "today", rq->today);
	tickets_into(rq, page, "served", served);
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, NULL, "nav.queue", NULL);
	return REPLY_PAGE;
}

/* ---- acts ---- */

enum reply
seat_take(struct request *rq, struct page *page)
{
	const char *given = form_get(rq, "seat"), *slash = strchr(given, '/');
	const char *centre = slash ? arena_text_n(rq->arena, given, (size_t)(slash - given)) : "", *window = slash ? slash + 1 : "";
	struct query *q = query(rq, Q_SEAT_WINDOW);

	query_text(q, "centre", centre);
	query_text(q, "window", window);
	query_text(q, "organ", rq->who.organ);
	if (!query_next(q))
		return page_refuse(page, "window_not_yours");
	q = query(rq, Q_SEAT_SET);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "centre", centre);
	query_text(q, "window", window);
	query_instant(q, "now", rq->now);
	query_run(q);
	return page_go(page, "/office/queue?done=seated", NULL);
}

static struct booking_actor
officer(const struct request *rq)
{
	return (struct booking_actor){ rq->who.account, "staff", rq->who.name };
}

static bool
in_hand(struct request *rq)
{
	struct query *q = query(rq, Q_DESK_CURRENT);

	query_number(q, "account", (long long)rq->who.account);
	query_day(q, "today", rq->today);
	return query_next(q);
}

enum reply
queue_call(struct request *rq, struct page *page)
{
	struct booking_actor by = officer(rq);
	struct seat seat;
	struct query *q;

	if (!seat_load(rq, page, &seat))
		return page_refuse(page, "no_seat");
	if (in_hand(rq))
		return page_refuse(page, "ticket_in_hand");
	q = query(rq, Q_TICKET_CALL);
	query_text(q, "centre", seat.centre);
	query_text(q, "window", seat.window);
	query_day(q, "today", rq->today);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return page_refuse(page, "nobody_waits");
	ticket_act_note(rq->db, rq->arena, query_id(q), "call", &by, "", rq->now);
	return page_go(page, "/office/queue?done=called", NULL);
}

/* The ticket of the path, in this officer's hand, if the act is possible; else *reply. */
static struct query *
ticket_for(struct request *rq, struct page *page, enum ticket_act act, enum ticket_state *to, enum reply *reply)
{
	struct query *q = query(rq, Q_DESK_TICKET);
	enum ticket_state state;

	*reply = REPLY_NOT_FOUND;
	query_number(q, "id", request_part_number(rq, "id"));
	query_number(q, "account", (long long)rq->who.account);
	if (!query_next(q))
		return NULL;
	if (ticket_state_named(query_get(q, "state"), &state) && ticket_step(state, act, to))
		return q;
	*reply = page_refuse(page, "ticket_state");
	return NULL;
}

/* One statement on the ticket as the officer saw it, and its row of the history. */
static enum reply
ticket_done(struct request *rq, struct page *page, const struct query *ticket, struct query *change, const char *act,
    const char *reason, const char *done)
{
	struct booking_actor by = officer(rq);

	query_number(change, "id", query_get_number(ticket, "id"));
	query_number(change, "version", form_number(rq, "version"));
	if (query_run(change) != 1)
		return REPLY_CONFLICT;
	ticket_act_note(rq->db, rq->arena, (uint64_t)query_get_number(ticket, "id"), act, &by, reason, rq->now);
	return page_go(page, done, NULL);
}

enum reply
queue_recall(struct request *rq, struct page *page)
{
	enum ticket_state to;
	enum reply reply;
	struct query *ticket = ticket_for(rq, page, TICKET_RECALL, &to, &reply), *q;

	if (ticket == NULL)
		return reply;
	q = query(rq, Q_TICKET_RECALL);
	query_instant(q, "now", rq->now);
	return ticket_done(rq, page, ticket, q, "recall", "", "/office/queue?done=called");
}

/* Called once, both opened: all the matters of the number are begun at this window. */
enum reply
queue_start(struct request *rq, struct page *page)
{
	enum ticket_state to;
	enum reply reply;
	struct query *ticket = ticket_for(rq, page, TICKET_START, &to, &reply), *q;

	if (ticket == NULL)
		return reply;
	q = query(rq, Q_TICKET_START);
	query_instant(q, "now", rq->now);
	reply = ticket_done(rq, page, ticket, q, "start", "", "/office/queue?done=started");
	if (reply != REPLY_GO)
		return reply;
	q = query(rq, Q_TICKET_ITEMS_OPEN);
	query_number(q, "ticket_id", query_get_number(ticket, "id"));
	query_instant(q, "now", rq->now);
	query_run(q);
	return reply;
}

static bool
window_there(struct request *rq, const char *centre, const char *window)
{
	struct query *q = query(rq, Q_DESK_WINDOWS);

	query_text(q, "centre", centre);
	while (query_next(q))
		if (text_is(query_get(q, "number"), window))
			return true;
	return false;
}

/* To another window, before those who wait there: nobody queues twice. */
enum reply
queue_pass(struct request *rq, struct page *page)
{
	enum ticket_state to;
	enum reply reply;
	struct query *ticket = ticket_for(rq, page, TICKET_PASS, &to, &reply), *q;

	if (ticket == NULL)
		return reply;
	if (!window_there(rq, query_get(ticket, "centre_code"), form_get(rq, "to_window")))
		return REPLY_NOT_FOUND;
	q = query(rq, Q_TICKET_WINDOWS_DROP);
	query_number(q, "id", query_get_number(ticket, "id"));
	query_run(q);
	q = query(rq, Q_TICKET_WINDOW_ADD);
	query_number(q, "id", query_get_number(ticket, "id"));
	query_text(q, "window", form_get(rq, "to_window"));
	query_run(q);
	q = query(rq, Q_TICKET_PASS);
	query_text(q, "was", query_get(ticket, "state"));
	return ticket_done(rq, page, ticket, q, "pass", form_get(rq, "pass_reason"), "/office/queue?done=passed");
}

/* 延时服务: was it begun in the hours of the hall, and is it past them? */
static bool
late_now(struct request *rq, const struct query *ticket)
{
	struct hall_hours hours[HOURS_MOST];
	struct query *q = query(rq, Q_QUEUE_HOURS);
	size_t n = 0;

	query_text(q, "centre", query_get(ticket, "centre_code"));
	while (query_next(q) && n < HOURS_MOST)
		hours[n++] = (struct hall_hours){ (int)query_get_number(q, "weekday"), (int)query_get_number(q, "from_minute"),
		    (int)query_get_number(q, "to_minute") };
	return hall_late(hours, n, request_calendar(rq), query_get_instant(ticket, "started_at"), rq->now);
}

static struct query *
end_query(struct request *rq, const struct query *ticket, enum ticket_state to, bool late)
{
	struct query *q = query(rq, Q_TICKET_END);

	query_text(q, "was", query_get(ticket, "state"));
	query_text(q, "state", ticket_state_name(to));
	query_number(q, "late", late);
	query_instant(q, "now", rq->now);
	return q;
}

enum reply
queue_finish(struct request *rq, struct page *page)
{
	enum ticket_state to;
	enum reply reply;
	struct query *ticket = ticket_for(rq, page, TICKET_FINISH, &to, &reply);

	if (ticket == NULL)
		return reply;
	return ticket_done(rq, page, ticket, end_query(rq, ticket, to, late_now(rq, ticket)), "finish", "", "/office/queue?done=finished");
}

enum reply
queue_miss(struct request *rq, struct page *page)
{
	enum ticket_state to;
	enum reply reply;
	struct query *ticket = ticket_for(rq, page, TICKET_MISS, &to, &reply);

	if (ticket == NULL)
		return reply;
	return ticket_done(rq, page, ticket, end_query(rq, ticket, to, false), "miss", "", "/office/queue?done=missed_ticket");
}

void
ticket_case_note(struct request *rq, long long ticket, const char *item, uint64_t case_id)
{
	struct query *q;

	if (ticket <= 0)
		return;
	q = query(rq, Q_TICKET_CASE_SET);
	query_number(q, "ticket", ticket);
	query_text(q, "item", item);
	query_number(q, "case_id", (long long)case_id);
	query_number(q, "account", (long long)rq->who.account);
	query_run(q);
}
