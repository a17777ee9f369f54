/* booking.c - see booking.h. */
#include "record/booking.h"

#include "base/random.h"
#include "base/text.h"
#include "base/words.h"
#include "generated/queries/booking.h"
#include "generated/queries/notice.h"
#include "generated/queries/record.h"
#include "rules/notice.h"

#include <string.h>

static struct query *
slot_asked(struct db *db, struct arena *arena, const struct statement *statement, uint64_t plan, struct day on, int from)
{
	struct query *q = query_new(db, arena, statement);

	query_number(q, "plan", (long long)plan);
	query_day(q, "day", on);
	query_number(q, "from", from);
	return q;
}

bool
slot_take(struct db *db, struct arena *arena, const struct slot *s)
{
	struct query *q;

	query_run(slot_asked(db, arena, Q_SLOT_OPEN, s->plan, s->on, s->from));
	q = slot_asked(db, arena, Q_SLOT_TAKE, s->plan, s->on, s->from);
	query_number(q, "capacity", s->capacity);
	return query_run(q) == 1;
}

void
slot_give_back(struct db *db, struct arena *arena, uint64_t plan, struct day on, int from)
{
	query_run(slot_asked(db, arena, Q_SLOT_GIVE_BACK, plan, on, from));
}

const char *
booking_code(struct arena *arena)
{
	uint8_t bytes[(BOOKING_CODE_TEXT - 1) / 2];
	struct text hex;
	const char *code;

	random_bytes(bytes, sizeof(bytes));
	text_init(&hex);
	text_add_hex(&hex, bytes, sizeof(bytes));
	code = arena_text(arena, hex.start);
	text_free(&hex);
	return code;
}

/* 26112400012: the day it was made, and which one that day. */
static const char *
number_next(struct db *db, struct arena *arena, instant at)
{
	struct civil c = day_civil(day_of_instant(at));
	struct query *q = query_new(db, arena, Q_CASE_COUNTER_NEXT);
	char day[DAY_TEXT];

	query_text(q, "name", arena_format(arena, "booking:%s", day_print(day_of_instant(at), day)));
	query_run(q);
	return arena_format(arena, "%02d%02d%02d%05llu", c.year % 100, c.month, c.day, (unsigned long long)query_id(q));
}

static void
officer_bind(struct query *q, const struct slot *s)
{
	if (s->officer != 0)
		query_number(q, "officer", (long long)s->officer);
	else
		query_null(q, "officer");
	query_text(q, "officer_name", s->officer_name);
}

static uint64_t
booking_row(struct db *db, struct arena *arena, const struct booking_new *b, const struct booking_made *made)
{
	struct query *q = query_new(db, arena, Q_BOOKING_ADD);

	query_text(q, "number", made->number);
	query_text(q, "code", made->code);
	query_number(q, "account", (long long)b->account);
	query_text(q, "holder", b->holder);
	query_text(q, "name", b->name);
	query_text(q, "phone", b->phone);
	query_text(q, "language", b->language);
	query_text(q, "organ", b->slot.organ);
	query_number(q, "plan", (long long)b->slot.plan);
	query_text(q, "centre", b->centre);
	query_text(q, "window", b->slot.window);
	query_text(q, "kind", b->slot.kind);
	query_day(q, "day", b->slot.on);
	query_number(q, "from", b->slot.from);
	query_number(q, "to", b->slot.to);
	officer_bind(q, &b->slot);
	query_text(q, "address", b->address);
	query_text(q, "visit_reason", b->visit_reason);
	query_instant(q, "now", b->at);
	query_run(q);
	return query_id(q);
}

static bool
item_row(struct db *db, struct arena *arena, const struct booking_new *b, uint64_t id, size_t i)
{
	struct query *q = query_new(db, arena, Q_BOOKING_ITEM_ADD);

	query_number(q, "id", (long long)id);
	query_number(q, "position", (long long)i + 1);
	query_text(q, "item", b->items[i].code);
	query_text(q, "title", b->items[i].title);
	query_text(q, "title_en", b->items[i].title_en);
	query_text(q, "holder", b->holder);
	return query_run(q) >= 0;
}

enum booking_outcome
booking_make(struct db *db, struct arena *arena, const struct booking_new *b, struct booking_made *made)
{
	if (!slot_take(db, arena, &b->slot))
		return BOOKING_FULL;
	made->number = number_next(db, arena, b->at);
	made->code = booking_code(arena);
	made->id = booking_row(db, arena, b, made);
	for (size_t i = 0; i < b->item_count; i++)
		if (!item_row(db, arena, b, made->id, i))
			return BOOKING_TWICE;
	booking_act(db, arena, made->id, "book", &(struct booking_actor){ b->account, "applicant", b->name }, "", b->at);
	return BOOKING_MADE;
}

void
booking_act(struct db *db, struct arena *arena, uint64_t id, const char *act, const struct booking_actor *by,
    const char *reason, instant at)
{
	struct query *q = query_new(db, arena, Q_BOOKING_ACT_ADD);

	query_number(q, "id", (long long)id);
	query_text(q, "act", act);
	query_number(q, "account", (long long)by->account);
	query_text(q, "kind", by->kind);
	query_text(q, "name", by->name);
	query_text(q, "reason", reason);
	query_instant(q, "now", at);
	query_run(q);
}

bool
booking_end(struct db *db, struct arena *arena, uint64_t id, long long version, const char *was, const char *state,
    const char *act, const struct booking_actor *by, const char *reason, instant at)
{
	struct query *q = query_new(db, arena, Q_BOOKING_STATE_SET);

	query_number(q, "id", (long long)id);
	query_number(q, "version", version);
	query_text(q, "was", was);
	query_text(q, "state", state);
	if (query_run(q) != 1)
		return false;
	q = query_new(db, arena, Q_BOOKING_ITEMS_OVER);
	query_number(q, "id", (long long)id);
	query_run(q);
	booking_act(db, arena, id, act, by, reason, at);
	return true;
}

/* ---- messages ---- */

static const char *
when_said(struct arena *arena, const char *language, const struct query *q)
{
	struct day d = query_get_day(q, "day_on");
	struct civil c = day_civil(d);
	long long from = query_get_number(q, "from_minute");
	char iso[DAY_TEXT];
	const char *day = words_say(arena, language, "day", "year", arena_format(arena, "%d", c.year), "month",
	    arena_format(arena, "%d", c.month), "day", arena_format(arena, "%d", c.day), "iso", day_print(d, iso), NULL);

	return day == NULL ? "" : arena_format(arena, "%s %02lld:%02lld", day, from / 60, from % 60);
}

static const char *
said(const char *language, const struct query *q, const char *chinese, const char *english)
{
	return text_is(language, "en") && *query_get(q, english) != '\0' ? query_get(q, english) : query_get(q, chinese);
}

struct letter {
	const char *language, *name, *number, *items, *place, *when, *officer, *site, *subject, *text;
};

static const char *
say(struct arena *arena, const struct letter *l, const char *word)
{
	return words_say(arena, l->language, word, "name", l->name, "number", l->number, "items", l->items, "place", l->place,
	    "when", l->when, "officer", l->officer, "site", l->site, "subject", l->subject, "text", l->text, NULL);
}

static bool
letter_write(struct arena *arena, const struct query *q, const char *kind, struct letter *l)
{
	bool visit = text_is(query_get(q, "kind"), "visit");

	l->language = query_get(q, "language");
	l->name = query_get(q, "name");
	l->number = query_get(q, "number");
	l->items = said(l->language, q, "items", "items_en");
	l->place = visit ? query_get(q, "address") : said(l->language, q, "centre_name", "centre_name_en");
	l->when = when_said(arena, l->language, q);
	l->officer = query_get(q, "officer_name");
	l->site = said(l->language, q, "site", "site_en");
	l->subject = l->text = "";
	l->subject = say(arena, l, arena_format(arena, "%s.subject", kind));
	l->text = say(arena, l, arena_format(arena, "%s.text", kind));
	return l->subject != NULL && l->text != NULL;
}

struct telling {
	struct db *db;
	struct arena *arena;
	uint64_t account;
	const char *kind, *occasion, *subject;
	instant at;
};

static void
row_add(const struct telling *t, const char *channel, const char *recipient, const char *body)
{
	struct query *q = query_new(t->db, t->arena, Q_OUTBOX_ADD);

	query_number(q, "case_id", 0);
	query_number(q, "account", (long long)t->account);
	query_text(q, "channel", channel);
	query_text(q, "kind", t->kind);
	query_text(q, "occasion", t->occasion);
	query_text(q, "recipient", recipient);
	query_text(q, "subject", t->subject);
	query_text(q, "body", body);
	query_instant(q, "now", t->at);
	query_run(q);
}

static bool
channel_used(const struct query *q, const char *channel)
{
	return strstr(query_is_null(q, "channels") ? "email sms" : query_get(q, "channels"), channel) != NULL;
}

void
booking_tell(struct db *db, struct arena *arena, uint64_t id, const char *kind, instant at)
{
	struct query *q = query_new(db, arena, Q_BOOKING_LETTER);
	char mobile[NOTICE_MOBILE];
	struct letter l;
	struct telling t;

	query_number(q, "id", (long long)id);
	if (words_get("zh", "letter") == NULL || !query_next(q) || !letter_write(arena, q, kind, &l))
		return;
	/* One message a kind and an act: a reminder after a change is another one. */
	t = (struct telling){ db, arena, (uint64_t)query_get_number(q, "account_id"), kind, arena_format(arena, "b%llu:%s:%s",
	    (unsigned long long)id, text_starts(kind, "booking_") ? kind + 8 : kind, query_get(q, "acts")), l.subject, at };
	if (t.account != 0)
		row_add(&t, "site", "", l.text);
	if (*query_get(q, "email") != '\0' && channel_used(q, "email"))
		row_add(&t, "email", query_get(q, "email"), say(arena, &l, "booking_letter"));
	if (channel_used(q, "sms") && (notice_mobile(query_get(q, "contact_phone"), mobile) ||
	    notice_mobile(query_get(q, "phone"), mobile)))
		row_add(&t, "sms", mobile, say(arena, &l, "sms"));
}
