/* booking.c - an appointment that was made: its page, its calendar file, another slot, giving it back, coming. */
#include "fcgi/public/counter.h"

#include "base/text.h"
#include "generated/queries/booking.h"
#include "record/ticket.h"

#include <string.h>

/* How long before its slot somebody may announce that they are there. */
#define ARRIVE_BEFORE	(60 * MINUTE)

enum { FIND_TRIES_MOST = 5, FIND_FROM_MOST = 60, PHONE_TAIL = 4 };

static const struct field find_fields[] = {
	{ "booking_number", FIELD_CODE, .required = true, .most = 16 },
	{ "phone_last", FIELD_CODE, .required = true, .least = 4, .most = 4 },
};
static const struct field change_fields[] = {
	{ "centre", FIELD_CODE, .most = 32 },
	{ "item", FIELD_CODES, .most = 64 },
	{ "kind", FIELD_CODE, .most = 16 },
	{ "day", FIELD_DAY, .required = true },
	{ "slot", FIELD_CODE, .required = true, .most = 24 },
	{ "change", FIELD_CODE, .most = 40 },
};
static const struct field cancel_fields[] = {
	{ "cancel_reason", FIELD_TEXT, .most = 200 },
};
const struct form book_find_form = FORM(find_fields);
const struct form booking_change_form = FORM(change_fields);
const struct form booking_cancel_form = FORM(cancel_fields);

struct query *
booking_of(struct request *rq, const char *code)
{
	struct query *q = query(rq, Q_BOOKING_LOAD);

	query_text(q, "code", code);
	return query_next(q) ? q : NULL;
}

static bool
is_visit(const struct query *q)
{
	return text_is(query_get(q, "kind"), "visit");
}

/* May it still be changed or given back? */
static bool
still_open(struct request *rq, const struct query *q)
{
	struct slot_limits limits;

	slot_limits_load(rq, &limits);
	return text_is(query_get(q, "state"), "booked") && rq->now <= slot_until(request_calendar(rq), &limits, is_visit(q),
	    query_get_day(q, "day_on"), (int)query_get_number(q, "from_minute"));
}

static instant
instant_of(const struct query *q, const char *minute)
{
	long long m = query_get_number(q, minute);

	return instant_make(query_get_day(q, "day_on"), (int)(m / 60) % 24, (int)(m % 60), 0, 0);
}

static bool
may_arrive(const struct request *rq, const struct query *q)
{
	return text_is(query_get(q, "state"), "booked") && !is_visit(q) && day_same(query_get_day(q, "day_on"), rq->today) &&
	    rq->now >= instant_add(instant_of(q, "from_minute"), -ARRIVE_BEFORE) && rq->now < instant_of(q, "to_minute");
}

static size_t
items_of(struct request *rq, struct page *page, long long id, struct text *url)
{
	struct query *q = query(rq, Q_BOOKING_ITEMS_OF);
	size_t n = 0;

	query_number(q, "id", id);
	for (; query_next(q); n++) {
		struct node *row = page_row(page, "items", n);

		row_text(page, row, "title", query_said(rq, q, "title"));
		row_text(page, row, "url", arena_format(rq->arena, "/items/%s", query_get(q, "item_code")));
		text_add(url, "&item=");
		text_add_url(url, query_get(q, "item_code"));
	}
	return n;
}

static void
acts_into(struct request *rq, struct page *page, long long id)
{
	struct query *q = query(rq, Q_BOOKING_ACTS_OF);

	query_number(q, "id", id);
	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "events", n);
		instant at = query_get_instant(q, "at");

		row_text(page, row, "day", arena_text_n(rq->arena, query_get(q, "at"), strnlen(query_get(q, "at"), 10)));
		row_text(page, row, "at_text", page_instant_text(page, at));
		row_text(page, row, "title", page_word_below(page, "booking_act", query_get(q, "act")));
		row_say(page, row, "note", "book.act_note", "day", page_day_text(page, query_get_day(q, "day_on")), "time",
		    counter_clock(rq, query_get_number(q, "from_minute")), "officer", query_get(q, "officer_name"), "reason",
		    query_get(q, "reason"), NULL);
	}
}

static void
booking_into(struct request *rq, struct page *page, struct query *q)
{
	struct text url;
	struct day d = query_get_day(q, "day_on");
	const char *code = query_get(q, "code");

	query_row_into(q, page, "booking");
	page_text(page, "booking.centre_name", query_said(rq, q, "centre_name"));
	page_text(page, "booking.organ_name", query_said(rq, q, "organ_name"));
	page_textf(page, "booking.time", "%s–%s", counter_clock(rq, query_get_number(q, "from_minute")),
	    counter_clock(rq, query_get_number(q, "to_minute")));
	page_text(page, "booking.weekday", page_word_below(page, "weekday", arena_format(rq->arena, "%d", day_weekday(d))));
	page_phone(page, "booking.centre_phone");
	page_textf(page, "booking.url", "/bookings/%s", code);
	page_flag(page, "booking.may_change", still_open(rq, q));
	page_flag(page, "booking.may_arrive", may_arrive(rq, q));
	page_text(page, "booking.ticket_url", query_is_null(q, "ticket_code") ? "" : arena_format(rq->arena, "/queue/tickets/%s",
	    query_get(q, "ticket_code")));
	text_init(&url);
	text_add(&url, "/book?centre=");
	text_add_url(&url, query_get(q, "centre_code"));
	text_format(&url, "&kind=%s&change=", query_get(q, "kind"));
	text_add_url(&url, code);
	items_of(rq, page, query_get_number(q, "id"), &url);
	page_text(page, "booking.change_url", url.start);
	text_free(&url);
	acts_into(rq, page, query_get_number(q, "id"));
}

enum reply
booking_show(struct request *rq, struct page *page)
{
	struct query *q = booking_of(rq, request_part(rq, "paper"));

	if (q == NULL)
		return REPLY_NOT_FOUND;
	booking_into(rq, page, q);
	page_flag(page, "optional.cancel_reason", true);
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "/book", "nav.book", NULL);
	page_crumb(page, "", NULL, page_get(page, "booking.number"));
	return REPLY_PAGE;
}

/* ---- finding it again ---- */

enum reply
book_find_show(struct request *rq, struct page *page)
{
	(void)rq;
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "/book", "nav.book", NULL);
	page_crumb(page, "", "book.find", NULL);
	return REPLY_PAGE;
}

static bool
phone_ends(const char *phone, const char *last)
{
	return strlen(last) == PHONE_TAIL && text_ends(phone, last);
}

/* Four digits are soon guessed: the tries are counted, by number and by address, right ones as well. */
enum reply
book_find(struct request *rq, struct page *page)
{
	bool number_left = request_try(rq, "booking", request_typed(rq, form_get(rq, "booking_number")), FIND_TRIES_MOST, HOUR);
	bool address_left = request_try(rq, "booking_from", request_from(rq), FIND_FROM_MOST, HOUR);
	struct query *q;

	if (!number_left || !address_left)
		return REPLY_TOO_MANY;
	q = query(rq, Q_BOOKING_FOUND);
	query_text(q, "number", form_get(rq, "booking_number"));
	if (query_next(q) && phone_ends(query_get(q, "phone"), form_get(rq, "phone_last")))
		return page_go(page, "/bookings/", query_get(q, "code"), NULL);
	form_error(page, "phone_last", "wrong_booking");
	return REPLY_INVALID;
}

/* ---- calendar file (RFC 5545) ---- */

/* Commas, semicolons and backslashes have meanings there. */
static void
ics_value(struct text *to, const char *value)
{
	for (; *value != '\0'; value++) {
		if (*value == ',' || *value == ';' || *value == '\\')
			text_add_char(to, '\\');
		if (*value == '\n')
			text_add(to, "\\n");
		else
			text_add_char(to, *value);
	}
}

/* A line of at most 75 bytes; what is longer goes on after a blank, and no letter is cut. */
static void
ics_line(struct text *to, const char *name, const char *value)
{
	struct text line;
	size_t left = 75;

	text_init(&line);
	text_format(&line, "%s:", name);
	ics_value(&line, value);
	for (const char *at = line.start; *at != '\0';) {
		size_t bytes = 1;

		while ((at[bytes] & 0xC0) == 0x80)
			bytes++;
		if (bytes > left) {
			text_add(to, "\r\n ");
			left = 74;
		}
		text_add_n(to, at, bytes);
		left -= bytes;
		at += bytes;
	}
	text_add(to, "\r\n");
	text_free(&line);
}

static const char *
ics_instant(struct request *rq, instant at)
{
	struct moment m = instant_parts(instant_add(at, -8 * HOUR));	/* in UTC */

	return arena_format(rq->arena, "%04d%02d%02dT%02d%02d%02dZ", m.year, m.month, m.day, m.hour, m.minute, m.second);
}

enum reply
booking_ics(struct request *rq, struct page *page)
{
	struct query *q = booking_of(rq, request_part(rq, "paper"));
	const char *items = "", *bytes;
	struct query *list;
	struct text to;
	size_t count;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	list = query(rq, Q_BOOKING_ITEMS_OF);
	query_number(list, "id", query_get_number(q, "id"));
	while (query_next(list))
		items = arena_format(rq->arena, "%s%s%s", items, *items ? " / " : "", query_said(rq, list, "title"));
	text_init(&to);
	text_add(&to, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Yimen//booking//EN\r\nMETHOD:PUBLISH\r\nBEGIN:VEVENT\r\n");
	ics_line(&to, "UID", arena_format(rq->arena, "%s@%s", query_get(q, "number"), request_site(rq)));
	ics_line(&to, "DTSTAMP", ics_instant(rq, rq->now));
	ics_line(&to, "DTSTART", ics_instant(rq, instant_of(q, "from_minute")));
	ics_line(&to, "DTEND", ics_instant(rq, instant_of(q, "to_minute")));
	ics_line(&to, "SUMMARY", items);
	ics_line(&to, "LOCATION", is_visit(q) ? query_get(q, "address") : arena_format(rq->arena, "%s %s",
	    query_said(rq, q, "centre_name"), query_get(q, "centre_address")));
	ics_line(&to, "DESCRIPTION", arena_format(rq->arena, "%s %s/bookings/%s", query_get(q, "number"), request_site(rq),
	    query_get(q, "code")));
	ics_line(&to, "STATUS", text_is(query_get(q, "state"), "cancelled") ? "CANCELLED" : "CONFIRMED");
	text_add(&to, "END:VEVENT\r\nEND:VCALENDAR\r\n");
	count = to.bytes;
	bytes = arena_text_n(rq->arena, to.start, count);
	text_free(&to);
	return page_bytes(page, "text/calendar; charset=utf-8", "booking.ics", bytes, count);
}

/* ---- acts ---- */

static struct booking_actor
visitor(const struct request *rq, const struct query *q)
{
	return (struct booking_actor){ rq->who.account, "applicant", query_get(q, "name") };
}

enum reply
booking_cancel(struct request *rq, struct page *page)
{
	struct query *q = booking_of(rq, request_part(rq, "paper"));
	struct booking_actor by;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!text_is(query_get(q, "state"), "booked"))
		return page_refuse(page, "booking_over");
	if (!still_open(rq, q))
		return page_refuse(page, "booking_too_late");
	by = visitor(rq, q);
	if (!booking_end(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), query_get_number(q, "version"), "booked", "cancelled",
	    "cancel", &by, form_get(rq, "cancel_reason"), rq->now))
		return REPLY_CONFLICT;
	slot_give_back(rq->db, rq->arena, (uint64_t)query_get_number(q, "plan_id"), query_get_day(q, "day_on"),
	    (int)query_get_number(q, "from_minute"));
	booking_tell(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), "booking_cancelled", rq->now);
	return page_go(page, "/bookings/", query_get(q, "code"), "?done=booking_cancelled", NULL);
}

static bool
move_run(struct request *rq, const struct query *q, const struct slot *slot)
{
	struct query *move = query(rq, Q_BOOKING_MOVE);

	query_number(move, "plan", (long long)slot->plan);
	query_text(move, "organ", slot->organ);
	query_text(move, "window", slot->window);
	query_text(move, "kind", slot->kind);
	query_day(move, "day", slot->on);
	query_number(move, "from", slot->from);
	query_number(move, "to", slot->to);
	if (slot->officer != 0)
		query_number(move, "officer", (long long)slot->officer);
	else
		query_null(move, "officer");
	query_text(move, "officer_name", slot->officer_name);
	query_number(move, "id", query_get_number(q, "id"));
	query_number(move, "version", query_get_number(q, "version"));
	return query_run(move) == 1;
}

static void
wanted_of(struct request *rq, long long booking, struct wanted *w)
{
	struct query *q = query(rq, Q_BOOKING_ITEMS_OF);
	const char *codes[BOOKING_ITEMS_MOST];
	size_t n = 0;

	query_number(q, "id", booking);
	while (n < BOOKING_ITEMS_MOST && query_next(q))
		codes[n++] = query_get(q, "item_code");
	w->count = ticket_items_named(rq->db, rq->arena, codes, n, rq->today, w->items);
}

/* Another slot of the same hall for the same items.  The new place is taken before the old one is given back: between the
 * two nobody stands with none. */
enum reply
booking_change(struct request *rq, struct page *page)
{
	struct query *q = booking_of(rq, request_part(rq, "paper"));
	struct offers *o = arena_get(rq->arena, sizeof(*o));
	enum slot_verdict verdict;
	struct booking_actor by;
	struct wanted w;
	struct slot slot;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!text_is(query_get(q, "state"), "booked"))
		return page_refuse(page, "booking_over");
	if (!still_open(rq, q))
		return page_refuse(page, "booking_too_late");
	wanted_of(rq, query_get_number(q, "id"), &w);
	offers_load(rq, o, query_get(q, "centre_code"), query_get(q, "kind"), &w);
	verdict = offer_find(rq, o, form_day(rq, "day"), form_get(rq, "slot"), &slot);
	if (verdict != SLOT_FINE)
		return page_refuse(page, slot_verdict_name(verdict));
	if (!slot_take(rq->db, rq->arena, &slot))
		return page_refuse(page, "slot_full");
	if (!move_run(rq, q, &slot))
		return REPLY_CONFLICT;
	slot_give_back(rq->db, rq->arena, (uint64_t)query_get_number(q, "plan_id"), query_get_day(q, "day_on"),
	    (int)query_get_number(q, "from_minute"));
	by = visitor(rq, q);
	booking_act(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), "change", &by, "", rq->now);
	booking_tell(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), "booking_changed", rq->now);
	return page_go(page, "/bookings/", query_get(q, "code"), "?done=booking_changed", NULL);
}

/* I am here: a number in the queue, before those who came without an appointment. */
enum reply
booking_arrive(struct request *rq, struct page *page)
{
	struct query *q = booking_of(rq, request_part(rq, "paper"));
	struct ticket_taken taken;
	struct booking_actor by;
	struct wanted w;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!text_is(query_get(q, "state"), "booked"))
		return page_refuse(page, "booking_over");
	if (!may_arrive(rq, q))
		return page_refuse(page, "booking_not_now");
	wanted_of(rq, query_get_number(q, "id"), &w);
	by = visitor(rq, q);
	if (!booking_end(rq->db, rq->arena, (uint64_t)query_get_number(q, "id"), query_get_number(q, "version"), "booked", "arrived",
	    "arrive", &by, "", rq->now))
		return REPLY_CONFLICT;
	if (!ticket_take(rq->db, rq->arena, &(struct ticket_new){ .centre = query_get(q, "centre_code"), .items = w.items,
	    .item_count = w.count, .priority = true, .source = request_kiosk_hash(rq) ? "kiosk" : "phone",
	    .account = (uint64_t)query_get_number(q, "account_id"), .booking = (uint64_t)query_get_number(q, "id"), .at = rq->now }, &taken))
		return page_refuse(page, "nobody_serves");
	return page_go(page, "/queue/tickets/", taken.code, "?done=arrived", NULL);
}

/* ---- those of an account ---- */

enum reply
my_bookings_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_MY_BOOKINGS);

	query_number(q, "account", (long long)rq->who.account);
	for (size_t n = 0; query_next(q); n++) {
		const char *name = arena_format(rq->arena, "bookings.%zu", n);

		query_row_into(q, page, name);
		page_sub(page, name, "items", query_said(rq, q, "items"));
		page_sub(page, name, "centre_name", query_said(rq, q, "centre_name"));
		page_sub(page, name, "time", counter_clock(rq, query_get_number(q, "from_minute")));
		page_sub(page, name, "url", arena_format(rq->arena, "/bookings/%s", query_get(q, "code")));
	}
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "", "book.mine", NULL);
	return REPLY_PAGE;
}
