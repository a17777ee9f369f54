/* ticket.c - see ticket.h. */
#include "record/ticket.h"

#include "generated/queries/queue.h"
#include "rules/queue.h"

enum { WINDOWS_MOST = 200, SERVICES_MOST = 1000 };

static size_t
windows_load(struct db *db, struct arena *arena, const char *centre, struct queue_window *windows)
{
	struct query *q = query_new(db, arena, Q_QUEUE_WINDOWS);
	size_t n = 0;

	query_text(q, "centre", centre);
	while (query_next(q) && n < WINDOWS_MOST)
		windows[n++] = (struct queue_window){ query_get(q, "number"), query_get(q, "organ_code"), *query_get(q, "letter"), false };
	return n;
}

static size_t
services_load(struct db *db, struct arena *arena, const char *centre, struct queue_service *services)
{
	struct query *q = query_new(db, arena, Q_QUEUE_SERVICES);
	size_t n = 0;

	query_text(q, "centre", centre);
	while (query_next(q) && n < SERVICES_MOST)
		services[n++] = (struct queue_service){ query_get(q, "window_number"), *query_get(q, "kind") == 'i', query_get(q, "code") };
	return n;
}

static char
letter_of(const struct queue_window *windows, size_t n)
{
	for (size_t w = 0; w < n; w++)
		if (windows[w].serves)
			return windows[w].letter;
	return 'A';
}

static unsigned
serial_next(struct db *db, struct arena *arena, const struct ticket_new *t, char letter)
{
	struct query *q = query_new(db, arena, Q_QUEUE_NUMBER_NEXT);

	query_text(q, "centre", t->centre);
	query_day(q, "day", day_of_instant(t->at));
	query_text(q, "letter", arena_format(arena, "%c", letter));
	query_run(q);
	return (unsigned)query_id(q);
}

static uint64_t
ticket_row(struct db *db, struct arena *arena, const struct ticket_new *t, const struct ticket_taken *taken)
{
	struct query *q = query_new(db, arena, Q_TICKET_ADD);

	query_text(q, "code", taken->code);
	query_text(q, "centre", t->centre);
	query_day(q, "day", day_of_instant(t->at));
	query_text(q, "letter", arena_format(arena, "%c", taken->letter));
	query_number(q, "serial", taken->serial);
	query_number(q, "priority", t->priority);
	query_text(q, "source", t->source);
	query_number(q, "account", (long long)t->account);
	if (t->booking != 0)
		query_number(q, "booking", (long long)t->booking);
	else
		query_null(q, "booking");
	query_instant(q, "now", t->at);
	return query_run(q) == 1 ? query_id(q) : 0;
}

static void
items_add(struct db *db, struct arena *arena, uint64_t id, const struct ticket_new *t)
{
	for (size_t i = 0; i < t->item_count; i++) {
		struct query *q = query_new(db, arena, Q_TICKET_ITEM_ADD);

		query_number(q, "id", (long long)id);
		query_number(q, "position", (long long)i + 1);
		query_text(q, "item", t->items[i].code);
		query_text(q, "title", t->items[i].title);
		query_text(q, "title_en", t->items[i].title_en);
		query_run(q);
	}
}

static void
windows_add(struct db *db, struct arena *arena, uint64_t id, const struct queue_window *windows, size_t n)
{
	for (size_t w = 0; w < n; w++) {
		struct query *q;

		if (!windows[w].serves)
			continue;
		q = query_new(db, arena, Q_TICKET_WINDOW_ADD);
		query_number(q, "id", (long long)id);
		query_text(q, "window", windows[w].number);
		query_run(q);
	}
}

bool
ticket_take(struct db *db, struct arena *arena, const struct ticket_new *t, struct ticket_taken *taken)
{
	struct queue_window *windows = arena_array(arena, struct queue_window, WINDOWS_MOST);
	struct queue_service *services = arena_array(arena, struct queue_service, SERVICES_MOST);
	struct queue_item wanted[BOOKING_ITEMS_MOST];
	size_t window_count = windows_load(db, arena, t->centre, windows);
	size_t service_count = services_load(db, arena, t->centre, services), n = 0;

	for (; n < t->item_count && n < BOOKING_ITEMS_MOST; n++)
		wanted[n] = (struct queue_item){ t->items[n].code, t->items[n].organ };
	if (queue_route(windows, window_count, services, service_count, wanted, n) == 0)
		return false;
	taken->code = booking_code(arena);
	taken->letter = letter_of(windows, window_count);
	taken->serial = serial_next(db, arena, t, taken->letter);
	taken->id = ticket_row(db, arena, t, taken);
	if (taken->id == 0)
		return false;			/* its booking has a number already */
	items_add(db, arena, taken->id, t);
	windows_add(db, arena, taken->id, windows, window_count);
	ticket_act_note(db, arena, taken->id, "take", &(struct booking_actor){ t->account, "applicant", "" }, "", t->at);
	return true;
}

void
ticket_act_note(struct db *db, struct arena *arena, uint64_t id, const char *act, const struct booking_actor *by,
    const char *reason, instant at)
{
	struct query *q = query_new(db, arena, Q_TICKET_ACT_ADD);

	query_number(q, "id", (long long)id);
	query_run(q);
	q = query_new(db, arena, Q_TICKET_ACT_ROW);
	query_number(q, "id", (long long)id);
	query_text(q, "act", act);
	query_number(q, "account", (long long)by->account);
	query_text(q, "name", by->name);
	query_text(q, "reason", reason);
	query_instant(q, "now", at);
	query_run(q);
}

size_t
ticket_items_named(struct db *db, struct arena *arena, const char *const codes[], size_t count, struct day today,
    struct booking_item items[BOOKING_ITEMS_MOST])
{
	static const char *const params[BOOKING_ITEMS_MOST] = { "item1", "item2", "item3", "item4", "item5" };
	struct query *q = query_new(db, arena, Q_QUEUE_ITEMS_CHOSEN);
	size_t n = 0;

	for (size_t i = 0; i < BOOKING_ITEMS_MOST; i++)
		query_text(q, params[i], i < count ? codes[i] : "");
	query_day(q, "today", today);
	while (n < BOOKING_ITEMS_MOST && query_next(q))
		items[n++] = (struct booking_item){ query_get(q, "code"), query_get(q, "title"), query_get(q, "title_en"),
		    query_get(q, "organ_code") };
	return n;
}
