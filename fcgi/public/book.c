/* book.c - making an appointment: hall, items, day, slot, who comes.  Each step is an address. */
#include "fcgi/public/counter.h"

#include "base/sealed.h"
#include "base/text.h"
#include "generated/queries/booking.h"
#include "rules/notice.h"

#include <string.h>

static const char *const kinds[] = { "window", "visit", NULL };
static const char *const step_names[] = { "find", "on", NULL };

static const struct field book_fields[] = {
	{ "centre", FIELD_CODE, .most = 32 },
	{ "item", FIELD_CODES, .most = 64 },
	{ "item_find", FIELD_TEXT, .most = 100 },
	{ "step", FIELD_CHOICE, .choices = step_names },
	{ "kind", FIELD_CHOICE, .choices = kinds },
	{ "day", FIELD_DAY },
	{ "change", FIELD_CODE, .most = 40 },
};
static const struct field slot_fields[] = {
	{ "centre", FIELD_CODE, .most = 32 },
	{ "item", FIELD_CODES, .most = 64 },
	{ "kind", FIELD_CHOICE, .choices = kinds },
	{ "day", FIELD_DAY },
	{ "slot", FIELD_CODE, .most = 24 },
	{ "change", FIELD_CODE, .most = 40 },
	{ "booking_name", FIELD_TEXT, .least = 2, .most = 100 },
	{ "booking_phone", FIELD_PHONE },
	{ "visit_address", FIELD_TEXT, .most = 300 },
	{ "visit_reason", FIELD_TEXT, .most = 500 },
};
const struct form book_form = FORM(book_fields);
const struct form book_slot_form = FORM(slot_fields);

static const char *
kind_of(struct request *rq)
{
	return text_is(form_get(rq, "kind"), "visit") ? "visit" : "window";
}

static void
book_crumbs(struct page *page, const char *last)
{
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, last ? "/book" : "", "nav.book", NULL);
	if (last)
		page_crumb(page, "", last, NULL);
}

/* ---- where, what ---- */

static enum reply
where_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_BOOKING_CENTRES);

	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "centres", n);

		row_text(page, row, "name", query_said(rq, q, "name"));
		row_text(page, row, "address", query_get(q, "address"));
		row_text(page, row, "hours", query_get(q, "hours"));
		row_text(page, row, "url", page_url_with(page, "centre", query_get(q, "code")));
	}
	page_text(page, "step", "where");
	book_crumbs(page, NULL);
	return REPLY_PAGE;
}

/* What every later step carries along. */
static void
carry(struct request *rq, struct page *page, const struct wanted *w)
{
	page_text(page, "asked.centre", form_get(rq, "centre"));
	page_text(page, "asked.kind", kind_of(rq));
	page_text(page, "asked.change", form_get(rq, "change"));
	for (size_t i = 0; i < w->count; i++) {
		struct node *row = page_row(page, "chosen", i);
		bool english = rq->language == LANGUAGE_EN && *w->items[i].title_en != '\0';

		row_text(page, row, "code", w->items[i].code);
		row_text(page, row, "title", english ? w->items[i].title_en : w->items[i].title);
	}
}

/* ---- when ---- */

static void
kinds_into(struct request *rq, struct page *page)
{
	for (size_t i = 0; kinds[i] != NULL; i++) {
		struct node *row = page_row(page, "kinds", i);

		row_text(page, row, "label", page_word_below(page, "booking_kind", kinds[i]));
		row_text(page, row, "url", page_url_with(page, "kind", kinds[i]));
		row_text(page, row, "current", text_is(kinds[i], kind_of(rq)) ? "1" : "");
	}
}

/* The days on which a plan holds, and what is left; the day asked for, else the first with something left. */
static struct day
days_into(struct request *rq, struct page *page, const struct offers *o)
{
	struct day chosen = form_day(rq, "day");
	size_t n = 0;

	for (int i = 0; i < o->days; i++) {
		struct day d = day_add(o->from, i);
		int left = offers_left(rq, o, d);
		struct node *row;
		char iso[DAY_TEXT];

		if (left == 0 && !day_same(d, chosen))
			continue;
		if (!day_known(chosen))
			chosen = d;
		row = page_row(page, "days", n++);
		row_text(page, row, "day", arena_text(rq->arena, day_print(d, iso)));
		row_text(page, row, "text", page_day_text(page, d));
		row_text(page, row, "weekday", page_word_below(page, "weekday", arena_format(rq->arena, "%d", day_weekday(d))));
		row_text(page, row, "left", arena_format(rq->arena, "%d", left));
		row_text(page, row, "url", page_url_with(page, "day", iso));
		row_text(page, row, "current", day_same(d, chosen) ? "1" : "");
	}
	return chosen;
}

static enum reply
when_show(struct request *rq, struct page *page, const struct wanted *w)
{
	struct offers *o = arena_get(rq->arena, sizeof(*o));
	struct day chosen;

	offers_load(rq, o, form_get(rq, "centre"), kind_of(rq), w);
	carry(rq, page, w);
	kinds_into(rq, page);
	chosen = days_into(rq, page, o);
	if (day_known(chosen)) {
		page_day(page, "asked.day", chosen);
		offers_into(rq, page, o, chosen);
	}
	page_text(page, "step", "when");
	page_text(page, "items_url", page_url_with(page, "step", "find"));
	book_crumbs(page, "book.when");
	return REPLY_PAGE;
}

enum reply
book_show(struct request *rq, struct page *page)
{
	struct wanted w;

	if (*form_get(rq, "centre") == '\0')
		return where_show(rq, page);
	if (!counter_centre(rq, page, form_get(rq, "centre")))
		return REPLY_NOT_FOUND;
	wanted_read(rq, &w);
	if (w.count > 0 && !text_is(form_get(rq, "step"), "find"))
		return when_show(rq, page, &w);
	wanted_into(rq, page, &w, Q_BOOKING_ITEMS);
	page_text(page, "asked.centre", form_get(rq, "centre"));
	page_text(page, "asked.change", form_get(rq, "change"));
	page_flag(page, "optional.item_find", true);
	page_text(page, "step", "what");
	book_crumbs(page, "book.what");
	return REPLY_PAGE;
}

/* ---- who ---- */

/* Whom a booking is for: the account, or without one the telephone, by the blind index of its digits. */
static const char *
holder_of(struct request *rq, const char *phone)
{
	char mobile[NOTICE_MOBILE], digits[40];
	const char *blind;
	size_t n = 0;

	if (rq->who.account != 0 && rq->who.kind != WHO_STAFF)
		return arena_format(rq->arena, "a%llu", (unsigned long long)rq->who.account);
	if (notice_mobile(phone, mobile))
		phone = mobile;
	for (; *phone != '\0' && n + 1 < sizeof(digits); phone++)
		if (*phone >= '0' && *phone <= '9')
			digits[n++] = *phone;
	digits[n] = '\0';
	blind = sealed_blind_text(rq->arena, SEALED_PHONE, digits);
	if (*blind == '\0')
		db_give_up(rq->db, "booking", "the keys of sealed columns are not there");
	return arena_format(rq->arena, "p%s", blind);
}

struct day
booking_barred(struct request *rq, const struct slot_limits *limits, const char *holder)
{
	struct query *q = query(rq, Q_BOOKING_MISSED);
	struct day missed[50];
	size_t n = 0;

	query_text(q, "holder", holder);
	query_day(q, "since", day_add(rq->today, -(limits->within_days + limits->barred_days)));
	while (query_next(q) && n < sizeof(missed) / sizeof(missed[0]))
		missed[n++] = query_get_day(q, "day_on");
	return slot_barred_until(limits, missed, n, rq->today);
}

/* What is asked for, judged; false: *reply. */
static bool
slot_asked(struct request *rq, struct page *page, struct wanted *w, struct offers *o, struct slot *slot, enum reply *reply)
{
	enum slot_verdict verdict;

	wanted_read(rq, w);
	if (w->count == 0 || !day_known(form_day(rq, "day")) || !counter_centre(rq, page, form_get(rq, "centre"))) {
		*reply = REPLY_NOT_FOUND;
		return false;
	}
	offers_load(rq, o, form_get(rq, "centre"), kind_of(rq), w);
	verdict = offer_find(rq, o, form_day(rq, "day"), form_get(rq, "slot"), slot);
	if (verdict == SLOT_FINE)
		return true;
	*reply = page_refuse(page, slot_verdict_name(verdict));
	return false;
}

static void
contact_into(struct request *rq, struct page *page)
{
	struct query *q;

	if (rq->who.account == 0 || rq->who.kind == WHO_STAFF)
		return;
	q = query(rq, Q_BOOKING_OWN_CONTACT);
	query_number(q, "account", (long long)rq->who.account);
	if (!query_next(q))
		return;
	page_text(page, "form.booking_name", query_get(q, "name"));
	page_text(page, "form.booking_phone", query_get(q, "phone"));
	page_text(page, "form.visit_address", query_get(q, "address"));
}

static void
slot_into(struct request *rq, struct page *page, const struct slot *slot)
{
	page_day(page, "asked.day", slot->on);
	page_text(page, "asked.slot", form_get(rq, "slot"));
	page_textf(page, "asked.time", "%s–%s", counter_clock(rq, slot->from), counter_clock(rq, slot->to));
	page_text(page, "asked.weekday", page_word_below(page, "weekday", arena_format(rq->arena, "%d", day_weekday(slot->on))));
	page_text(page, "asked.window", slot->window);
	page_text(page, "asked.officer", slot->officer_name);
}

/* An address with everything but the slot: back to choose another. */
static const char *
others_url(struct request *rq, const struct wanted *w)
{
	struct text url;
	const char *made;

	text_init(&url);
	text_add(&url, "/book?centre=");
	text_add_url(&url, form_get(rq, "centre"));
	for (size_t i = 0; i < w->count; i++) {
		text_add(&url, "&item=");
		text_add_url(&url, w->items[i].code);
	}
	text_format(&url, "&kind=%s", kind_of(rq));
	if (*form_get(rq, "change") != '\0') {
		text_add(&url, "&change=");
		text_add_url(&url, form_get(rq, "change"));
	}
	made = arena_text(rq->arena, url.start);
	text_free(&url);
	return made;
}

enum reply
book_slot_show(struct request *rq, struct page *page)
{
	bool refused = *page_get(page, "refusal") != '\0';
	struct offers *o = arena_get(rq->arena, sizeof(*o));
	struct wanted w;
	struct slot slot;
	enum reply reply;

	if (slot_asked(rq, page, &w, o, &slot, &reply)) {
		slot_into(rq, page, &slot);
		page_flag(page, "asked.fine", true);
	} else if (reply == REPLY_NOT_FOUND)
		return reply;
	carry(rq, page, &w);
	page_text(page, "others_url", others_url(rq, &w));
	page_flag(page, "own", rq->who.account != 0 && rq->who.kind != WHO_STAFF);
	if (rq->route->method == GET)
		contact_into(rq, page);
	book_crumbs(page, "book.who");
	return *page_get(page, "asked.fine") == '\0' && !refused && rq->route->method == GET ? reply : REPLY_PAGE;
}

/* All that is missing at once. */
static bool
who_right(struct request *rq, struct page *page)
{
	static const char *const always[] = { "booking_name", "booking_phone", NULL };
	static const char *const visits[] = { "visit_address", "visit_reason", NULL };
	bool right = true;

	for (size_t i = 0; always[i] != NULL; i++)
		if (text_empty(form_get(rq, always[i]))) {
			form_error(page, always[i], "required");
			right = false;
		}
	for (size_t i = 0; text_is(kind_of(rq), "visit") && visits[i] != NULL; i++)
		if (text_empty(form_get(rq, visits[i]))) {
			form_error(page, visits[i], "required");
			right = false;
		}
	return right;
}

enum reply
book_slot_take(struct request *rq, struct page *page)
{
	struct offers *o = arena_get(rq->arena, sizeof(*o));
	bool visit = text_is(kind_of(rq), "visit");
	struct booking_made made;
	struct booking_new b;
	struct wanted w;
	enum reply reply;

	if (!who_right(rq, page))
		return REPLY_INVALID;
	b = (struct booking_new){ .centre = form_get(rq, "centre"), .account = rq->who.kind == WHO_STAFF ? 0 : rq->who.account,
	    .holder = holder_of(rq, form_get(rq, "booking_phone")), .name = form_get(rq, "booking_name"),
	    .phone = form_get(rq, "booking_phone"), .language = rq->language == LANGUAGE_EN ? "en" : "zh",
	    .address = visit ? form_get(rq, "visit_address") : "", .visit_reason = visit ? form_get(rq, "visit_reason") : "",
	    .at = rq->now };
	if (!slot_asked(rq, page, &w, o, &b.slot, &reply))
		return reply;
	if (day_known(booking_barred(rq, &o->limits, b.holder)))
		return page_refuse(page, "booking_barred");
	b.items = w.items;
	b.item_count = w.count;
	switch (booking_make(rq->db, rq->arena, &b, &made)) {
	case BOOKING_FULL:
		return page_refuse(page, "slot_full");
	case BOOKING_TWICE:
		return page_refuse(page, "booking_twice");
	default:
		booking_tell(rq->db, rq->arena, made.id, "booking_made", rq->now);
		return page_go(page, "/bookings/", made.code, "?done=booked", NULL);
	}
}
