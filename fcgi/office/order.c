/* Work orders given to the organ, and letters written to it: taken receipt of, replied to. */
#include "fcgi/office/supervised.h"

#include "base/text.h"
#include "fcgi/worker/supervision.h"
#include "generated/queries/supervised.h"
#include "generated/queries/watch_act.h"

static const struct field take_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
};
const struct form order_take_form = FORM(take_fields);

static const struct field reply_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "party_reply", FIELD_LINES, .required = true, .least = 10, .most = 4000 },
};
const struct form order_reply_form = FORM(reply_fields);

static const struct field receive_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "receipt_note", FIELD_LINES, .most = 2000 },
};
const struct form letter_receive_form = FORM(receive_fields);

static void
crumbs(struct page *page, const char *key, const char *url, const char *text)
{
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, "/office/cards", "supervised.title", NULL);
	page_crumb(page, url, key, NULL);
	if (text)
		page_crumb(page, NULL, NULL, text);
}

/* What is owed by a day, as a tag. */
static void
due_tag_into(struct request *rq, struct page *page, const char *name, struct day due)
{
	const char *level = day_before(due, rq->today) ? "over" : day_same(due, rq->today) ? "near" : "normal";

	if (!day_known(due))
		return;
	page_sub(page, name, "level", level);
	page_say(page, arena_format(rq->arena, "%s.text", name), arena_format(rq->arena, "watch_due.%s", level), "due",
	    page_day_text(page, due), NULL);
}

/* A case may be looked at where it is this organ's. */
static const char *
case_link(struct request *rq, const struct query *q)
{
	return text_is(query_get(q, "case_organ"), rq->who.organ) ?
	    arena_format(rq->arena, "/office/cases/%s", query_get(q, "case_number")) : "";
}

/* ---- orders ---- */

enum reply
orders_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OFFICE_ORDERS);

	supervised_tabs(rq, page, "orders");
	query_text(q, "organ", rq->who.organ);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "orders.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/office/orders/%s", query_get(q, "id")));
		if (text_is(query_get(q, "state"), "open") && !text_is(query_get(q, "party_state"), "replied"))
			due_tag_into(rq, page, arena_format(rq->arena, "%s.due", row), query_get_day(q, "due_on"));
	}
	crumbs(page, "supervised_tab.orders", NULL, NULL);
	return REPLY_PAGE;
}

static struct query *
order_load(struct request *rq)
{
	struct query *q = query(rq, Q_OFFICE_ORDER);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "organ", rq->who.organ);
	return query_next(q) ? q : NULL;
}

static void
acts_into(struct request *rq, struct page *page, const struct query *order)
{
	struct query *q = query(rq, Q_OFFICE_ORDER_ACTS);

	query_number(q, "id", query_get_number(order, "id"));
	query_number(q, "line", query_get_number(order, "line"));
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "events.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "title", page_word_below(page, "watch_act", query_get(q, "act")));
		page_sub(page, row, "at_text", page_get(page, arena_format(rq->arena, "%s.at.text", row)));
		page_sub(page, row, "day", page_get(page, arena_format(rq->arena, "%s.at", row)));
		page_sub(page, row, "who", query_get_number(q, "account_id") == 0 ? page_word(page, "role.clock") :
		    arena_format(rq->arena, "%s %s", query_get(q, "organ_name"), query_get(q, "name")));
	}
}

enum reply
order_show(struct request *rq, struct page *page)
{
	struct query *q = order_load(rq);
	const char *state;
	bool open;

	if (!q)
		return REPLY_NOT_FOUND;
	state = query_get(q, "party_state");
	open = text_is(query_get(q, "state"), "open");
	query_row_into(q, page, "order");
	page_sub(page, "order", "url", arena_format(rq->arena, "/office/orders/%s", query_get(q, "id")));
	page_sub(page, "order", "case_url", case_link(rq, q));
	if (open && !text_is(state, "replied"))
		due_tag_into(rq, page, "order.due", query_get_day(q, "party_due_on"));
	page_flag(page, "may_take", open && text_is(state, "waiting"));
	page_flag(page, "may_reply", open && !text_is(state, "replied"));
	page_text(page, "page.title", query_get(q, "number"));
	acts_into(rq, page, q);
	crumbs(page, "supervised_tab.orders", "/office/orders", query_get(q, "number"));
	return REPLY_PAGE;
}

/* One step of the own part; false: *reply says why not. */
static bool
party_step(struct request *rq, struct page *page, const struct query *order, bool take, enum reply *reply)
{
	const char *was = query_get(order, "party_state");
	struct query *q;

	*reply = page_refuse(page, text_is(query_get(order, "state"), "open") ? "party_replied" : "order_ended");
	if (!text_is(query_get(order, "state"), "open") || text_is(was, "replied"))
		return false;
	*reply = REPLY_CONFLICT;
	if (take && !text_is(was, "waiting"))
		return false;
	q = query(rq, Q_WATCH_ORDER_TOUCH);
	query_number(q, "id", query_get_number(order, "id"));
	if (query_run(q) != 1)
		return false;
	q = query(rq, Q_OFFICE_PARTY_SET);
	query_number(q, "id", query_get_number(order, "id"));
	query_number(q, "line", query_get_number(order, "line"));
	query_text(q, "organ", rq->who.organ);
	query_text(q, "was", was);
	query_text(q, "state", take ? "received" : "replied");
	query_day(q, "due_on", take ? query_get_day(order, "party_due_on") : DAY_NONE);
	query_instant(q, "replied_at", take ? INSTANT_NONE : rq->now);
	query_number(q, "version", form_number(rq, "version"));
	return query_run(q) == 1;
}

enum reply
order_take(struct request *rq, struct page *page)
{
	struct query *order = order_load(rq);
	enum reply reply;

	if (!order)
		return REPLY_NOT_FOUND;
	if (!party_step(rq, page, order, true, &reply))
		return reply;
	watch_act_note(rq, "order", query_get_number(order, "id"), "take", query_get_number(order, "line"), "");
	return page_go(page, "/office/orders/", query_get(order, "id"), "?done=order_taken", NULL);
}

enum reply
order_reply(struct request *rq, struct page *page)
{
	struct query *order = order_load(rq);
	enum reply reply;

	if (!order)
		return REPLY_NOT_FOUND;
	if (!party_step(rq, page, order, false, &reply))
		return reply;
	watch_act_note(rq, "order", query_get_number(order, "id"), "reply", query_get_number(order, "line"),
	    form_get(rq, "party_reply"));
	supervisors_tell(rq, arena_format(rq->arena, "order:%s:%s:%s", query_get(order, "id"), query_get(order, "line"),
	    query_get(order, "version")), "order_replied", query_get(order, "number"), query_get(order, "id"));
	return page_go(page, "/office/orders/", query_get(order, "id"), "?done=order_replied", NULL);
}

/* ---- letters ---- */

enum reply
letters_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OFFICE_LETTERS);

	supervised_tabs(rq, page, "letters");
	query_text(q, "organ", rq->who.organ);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "letters.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/office/letters/%s", query_get(q, "id")));
		if (text_is(query_get(q, "state"), "sent"))
			due_tag_into(rq, page, arena_format(rq->arena, "%s.due", row), query_get_day(q, "answer_by_on"));
	}
	crumbs(page, "supervised_tab.letters", NULL, NULL);
	return REPLY_PAGE;
}

static struct query *
letter_load(struct request *rq)
{
	struct query *q = query(rq, Q_OFFICE_LETTER);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "organ", rq->who.organ);
	return query_next(q) ? q : NULL;
}

enum reply
letter_show(struct request *rq, struct page *page)
{
	struct query *q = letter_load(rq);

	if (!q)
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "letter");
	page_sub(page, "letter", "url", arena_format(rq->arena, "/office/letters/%s", query_get(q, "id")));
	page_sub(page, "letter", "case_url", case_link(rq, q));
	page_flag(page, "may_receive", text_is(query_get(q, "state"), "sent"));
	page_flag(page, "optional.receipt_note", !text_is(query_get(q, "kind"), "assignment"));
	page_text(page, "page.title", query_get(q, "number"));
	watch_acts_into(rq, page, "letter", query_get_number(q, "id"));
	crumbs(page, "supervised_tab.letters", "/office/letters", query_get(q, "number"));
	return REPLY_PAGE;
}

/* A matter to be put right is not receipted without saying how. */
enum reply
letter_receive(struct request *rq, struct page *page)
{
	struct query *letter = letter_load(rq), *q;
	const char *note = form_get(rq, "receipt_note");

	if (!letter)
		return REPLY_NOT_FOUND;
	if (!text_is(query_get(letter, "state"), "sent"))
		return page_refuse(page, "letter_closed");
	if (text_is(query_get(letter, "kind"), "assignment") && text_empty(note)) {
		form_error(page, "receipt_note", "required");
		return REPLY_INVALID;
	}
	q = query(rq, Q_OFFICE_LETTER_RECEIVE);
	query_number(q, "id", query_get_number(letter, "id"));
	query_text(q, "organ", rq->who.organ);
	query_text(q, "name", rq->who.name);
	query_text(q, "receipt", note);
	query_instant(q, "now", rq->now);
	query_number(q, "version", form_number(rq, "version"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	watch_act_note(rq, "letter", query_get_number(letter, "id"), "receive", 0, note);
	supervisors_tell(rq, arena_format(rq->arena, "letter:%s:received", query_get(letter, "id")), "letter_received",
	    query_get(letter, "number"), query_get(letter, "id"));
	return page_go(page, "/office/letters/", query_get(letter, "id"), "?done=letter_received", NULL);
}
