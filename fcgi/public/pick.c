/* pick.c - which items somebody comes for: named in the address, found by a word. */
#include "fcgi/public/counter.h"

#include "base/text.h"
#include "generated/queries/booking.h"
#include "record/ticket.h"

#include <string.h>

void
wanted_read(struct request *rq, struct wanted *w)
{
	const char *codes[BOOKING_ITEMS_MOST];
	size_t n = 0;

	for (const char *code; n < BOOKING_ITEMS_MOST && (code = form_get_nth(rq, "item", n)) != NULL; n++)
		codes[n] = code;
	w->count = n == 0 ? 0 : ticket_items_named(rq->db, rq->arena, codes, n, rq->today, w->items);
}

void
wanted_bind(struct query *q, const struct wanted *w)
{
	static const char *const params[BOOKING_ITEMS_MOST] = { "item1", "item2", "item3", "item4", "item5" };

	for (size_t i = 0; i < BOOKING_ITEMS_MOST; i++)
		query_text(q, params[i], i < w->count ? w->items[i].code : "");
}

static bool
is_wanted(const struct wanted *w, const char *code)
{
	for (size_t i = 0; i < w->count; i++)
		if (text_is(w->items[i].code, code))
			return true;
	return false;
}

/* What is typed stands anywhere in a name. */
static const char *
like_of(struct request *rq, const char *typed)
{
	char *like = arena_get(rq->arena, strlen(typed) * 2 + 3), *at = like;

	*at++ = '%';
	for (; *typed != '\0'; typed++) {
		if (*typed == '%' || *typed == '_' || *typed == '\\')
			*at++ = '\\';
		*at++ = *typed;
	}
	*at++ = '%';
	*at = '\0';
	return like;
}

void
wanted_into(struct request *rq, struct page *page, const struct wanted *w, const struct statement *find)
{
	struct query *q = query(rq, find);
	size_t n = 0;

	for (size_t i = 0; i < w->count; i++) {
		struct node *row = page_row(page, "chosen", i);
		bool english = rq->language == LANGUAGE_EN && *w->items[i].title_en != '\0';

		row_text(page, row, "code", w->items[i].code);
		row_text(page, row, "title", english ? w->items[i].title_en : w->items[i].title);
	}
	query_text(q, "centre", form_get(rq, "centre"));
	query_text(q, "find", form_get(rq, "item_find"));
	query_text(q, "like", like_of(rq, form_get(rq, "item_find")));
	query_day(q, "today", rq->today);
	while (query_next(q)) {
		struct node *row;

		if (is_wanted(w, query_get(q, "code")))
			continue;
		row = page_row(page, "found", n++);
		row_text(page, row, "code", query_get(q, "code"));
		row_text(page, row, "title", query_said(rq, q, "title"));
		row_text(page, row, "organ_name", query_said(rq, q, "organ_name"));
	}
	page_flag(page, "none_found", n == 0 && *form_get(rq, "item_find") != '\0');
	page_flag(page, "items_full", w->count == BOOKING_ITEMS_MOST);
}

bool
counter_centre(struct request *rq, struct page *page, const char *code)
{
	struct query *q = query(rq, Q_BOOKING_CENTRE);

	query_text(q, "centre", code);
	if (!query_next(q))
		return false;
	query_row_into(q, page, "centre");
	page_text(page, "centre.name", query_said(rq, q, "name"));
	return true;
}

const char *
counter_clock(struct request *rq, long long minute)
{
	return arena_format(rq->arena, "%02lld:%02lld", minute / 60, minute % 60);
}
