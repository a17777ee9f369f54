/* booking.c - an organ's appointments: a day's list, who came, who did not, who goes out. */
#include "fcgi/office/counter.h"

#include "base/text.h"
#include "generated/queries/booking.h"
#include "record/ticket.h"

static const struct field list_fields[] = {
	{ "day", FIELD_DAY },
	{ "officer", FIELD_NUMBER, .most = 1000000000000000 },
	{ "window", FIELD_CODE, .most = 16 },
};
static const struct field note_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "act_reason", FIELD_TEXT, .most = 300 },
};
static const struct field assign_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "officer", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000000000 },
};
const struct form bookings_form = FORM(list_fields);
const struct form booking_note_form = FORM(note_fields);
const struct form booking_assign_form = FORM(assign_fields);

const char *
desk_clock(struct request *rq, long long minute)
{
	return arena_format(rq->arena, "%02lld:%02lld", minute / 60, minute % 60);
}

static void
row_into(struct request *rq, struct page *page, const char *name, const struct query *q)
{
	page_sub(page, name, "time", arena_format(rq->arena, "%s–%s", desk_clock(rq, query_get_number(q, "from_minute")),
	    desk_clock(rq, query_get_number(q, "to_minute"))));
	page_sub(page, name, "url", arena_format(rq->arena, "/office/bookings/%s", query_get(q, "id")));
}

/* The colleagues of this organ, as choices of the field "officer". */
static void
colleagues_into(struct request *rq, struct page *page, uint64_t chosen, const char *none)
{
	struct query *q = query(rq, Q_OFFICE_COLLEAGUES);
	size_t n = 0;
	struct node *row;

	row = page_row(page, "choices.officer", n++);
	row_text(page, row, "value", "");
	row_text(page, row, "label", page_word(page, none));
	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	while (query_next(q)) {
		row = page_row(page, "choices.officer", n++);
		row_text(page, row, "value", query_get(q, "id"));
		row_text(page, row, "label", query_get(q, "name"));
		row_text(page, row, "checked", (uint64_t)query_get_number(q, "id") == chosen ? "1" : "");
	}
}

static void
near_into(struct request *rq, struct page *page, struct day shown)
{
	struct query *q = query(rq, Q_OFFICE_BOOKING_DAYS);

	query_text(q, "organ", rq->who.organ);
	query_day(q, "from", rq->today);
	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "days", n);
		struct day d = query_get_day(q, "day_on");

		row_text(page, row, "text", page_day_text(page, d));
		row_text(page, row, "weekday", page_word_below(page, "weekday", arena_format(rq->arena, "%d", day_weekday(d))));
		row_text(page, row, "count", query_get(q, "bookings"));
		row_text(page, row, "url", page_url_with(page, "day", query_get(q, "day_on")));
		row_text(page, row, "current", day_same(d, shown) ? "1" : "");
	}
}

enum reply
bookings_show(struct request *rq, struct page *page)
{
	struct day d = day_known(form_day(rq, "day")) ? form_day(rq, "day") : rq->today;
	struct query *q = query(rq, Q_OFFICE_BOOKINGS);
	char iso[DAY_TEXT];

	query_text(q, "organ", rq->who.organ);
	query_day(q, "day", d);
	query_number(q, "officer", form_number(rq, "officer"));
	query_text(q, "window", form_get(rq, "window"));
	for (size_t n = 0; query_next(q); n++) {
		const char *name = arena_format(rq->arena, "bookings.%zu", n);

		query_row_into(q, page, name);
		row_into(rq, page, name, q);
	}
	near_into(rq, page, d);
	colleagues_into(rq, page, (uint64_t)form_number(rq, "officer"), "desk_booking.all");
	page_text(page, "form.day", day_print(d, iso));
	page_day(page, "shown_on", d);
	page_flag(page, "optional.window", true);
	page_flag(page, "may_plan", (rq->who.roles & PLAN_KEEPERS) != 0);
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, NULL, "nav.bookings", NULL);
	return REPLY_PAGE;
}

/* ---- one ---- */

static struct query *
booking_asked(struct request *rq)
{
	struct query *q = query(rq, Q_OFFICE_BOOKING_LOAD);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "organ", rq->who.organ);
	return query_next(q) ? q : NULL;
}

static void
history_into(struct request *rq, struct page *page, long long id)
{
	struct query *q = query(rq, Q_BOOKING_ACTS_OF);

	query_number(q, "id", id);
	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "events", n);

		row_text(page, row, "at_text", page_instant_text(page, query_get_instant(q, "at")));
		row_text(page, row, "title", page_word_below(page, "booking_act", query_get(q, "act")));
		row_text(page, row, "who", query_get(q, "actor_name"));
		row_say(page, row, "note", "book.act_note", "day", page_day_text(page, query_get_day(q, "day_on")), "time",
		    desk_clock(rq, query_get_number(q, "from_minute")), "officer", query_get(q, "officer_name"), "reason",
		    query_get(q, "reason"), NULL);
	}
}

enum reply
office_booking_show(struct request *rq, struct page *page)
{
	struct query *q = booking_asked(rq), *items;
	bool booked;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	booked = text_is(query_get(q, "state"), "booked");
	query_row_into(q, page, "booking");
	row_into(rq, page, "booking", q);
	page_phone(page, "booking.phone");
	page_flag(page, "booking.may_note", booked && !day_before(rq->today, query_get_day(q, "day_on")));
	page_flag(page, "booking.may_assign", booked);
	page_flag(page, "booking.may_finish", text_is(query_get(q, "state"), "arrived"));
	page_flag(page, "optional.act_reason", true);
	items = query(rq, Q_BOOKING_ITEMS_OF);
	query_number(items, "id", query_get_number(q, "id"));
	for (size_t n = 0; query_next(items); n++) {
		struct node *row = page_row(page, "items", n);

		row_text(page, row, "title", query_get(items, "title"));
		row_text(page, row, "url", arena_format(rq->arena, "/office/window/items/%s", query_get(items, "item_code")));
	}
	colleagues_into(rq, page, (uint64_t)query_get_number(q, "officer_id"), "desk_booking.none_named");
	history_into(rq, page, query_get_number(q, "id"));
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, "/office/bookings", "nav.bookings", NULL);
	page_crumb(page, NULL, NULL, query_get(q, "number"));
	return REPLY_PAGE;
}

static struct booking_actor
officer(const struct request *rq)
{
	return (struct booking_actor){ rq->who.account, "staff", rq->who.name };
}

/* From what the officer saw to another state; else *reply. */
static bool
noted(struct request *rq, struct page *page, struct query *q, const char *was, const char *state, const char *act, enum reply *reply)
{
	struct booking_actor by = officer(rq);

	if (!text_is(query_get(q, "state"), was) || (text_is(was, "booked") && day_before(rq->today, query_get_day(q, "day_on")))) {
		*reply = page_refuse(page, "booking_state");
		return false;
	}
	if (booking_end(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), form_number(rq, "version"), was, state, act, &by,
	    form_get(rq, "act_reason"), rq->now))
		return true;
	*reply = REPLY_CONFLICT;
	return false;
}

static enum reply
booking_gone(struct page *page, const struct query *q, const char *done)
{
	return page_go(page, "/office/bookings/", query_get(q, "id"), done, NULL);
}

/* At a window: a number before the others.  At home: the officer is there. */
enum reply
booking_came(struct request *rq, struct page *page)
{
	struct booking_item items[BOOKING_ITEMS_MOST];
	const char *codes[BOOKING_ITEMS_MOST];
	struct query *q = booking_asked(rq), *list;
	struct ticket_taken taken;
	size_t n = 0;
	enum reply reply;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!noted(rq, page, q, "booked", "arrived", "arrive", &reply))
		return reply;
	if (text_is(query_get(q, "kind"), "visit"))
		return booking_gone(page, q, "?done=booking_noted");
	list = query(rq, Q_BOOKING_ITEMS_OF);
	query_number(list, "id", query_get_number(q, "id"));
	while (n < BOOKING_ITEMS_MOST && query_next(list))
		codes[n++] = query_get(list, "item_code");
	n = ticket_items_named(rq->db, rq->arena, codes, n, rq->today, items);
	if (!ticket_take(rq->db, rq->arena, &(struct ticket_new){ .centre = query_get(q, "centre_code"), .items = items, .item_count = n,
	    .priority = true, .source = "desk", .booking = (uint64_t)query_get_number(q, "id"), .at = rq->now }, &taken))
		return page_refuse(page, "nobody_serves");
	return booking_gone(page, q, "?done=booking_noted");
}

enum reply
booking_missed(struct request *rq, struct page *page)
{
	struct query *q = booking_asked(rq);
	enum reply reply;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!noted(rq, page, q, "booked", "missed", "miss", &reply))
		return reply;
	booking_tell(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), "booking_missed", rq->now);
	return booking_gone(page, q, "?done=booking_noted");
}

enum reply
booking_finished(struct request *rq, struct page *page)
{
	struct query *q = booking_asked(rq);
	enum reply reply;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	return noted(rq, page, q, "arrived", "done", "finish", &reply) ? booking_gone(page, q, "?done=booking_noted") : reply;
}

static const char *
colleague_name(struct request *rq, long long id)
{
	struct query *q = query(rq, Q_OFFICE_COLLEAGUES);

	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	while (query_next(q))
		if (query_get_number(q, "id") == id)
			return query_get(q, "name");
	return NULL;
}

enum reply
booking_assign(struct request *rq, struct page *page)
{
	struct query *q = booking_asked(rq), *set;
	const char *name = colleague_name(rq, form_number(rq, "officer"));
	struct booking_actor by = officer(rq);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!text_is(query_get(q, "state"), "booked"))
		return page_refuse(page, "booking_state");
	if (name == NULL)
		return page_refuse(page, "officer_unknown");
	set = query(rq, Q_OFFICE_BOOKING_ASSIGN);
	query_number(set, "id", query_get_number(q, "id"));
	query_number(set, "version", form_number(rq, "version"));
	query_number(set, "officer", form_number(rq, "officer"));
	query_text(set, "name", name);
	if (query_run(set) != 1)
		return REPLY_CONFLICT;
	booking_act(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), "assign", &by, "", rq->now);
	booking_tell(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), "booking_assigned", rq->now);
	return booking_gone(page, q, "?done=assigned");
}
