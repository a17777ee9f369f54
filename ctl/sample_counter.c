/*
 * sample_counter.c - appointments and queue numbers of the sample: plans, bookings over the days around today, and a
 * queue that runs as it would at this hour.
 */
#include "ctl/sample_cases.h"
#include "ctl/tsv.h"

#include "base/sealed.h"
#include "base/text.h"
#include "generated/queries/booking.h"
#include "generated/queries/ctl.h"
#include "generated/queries/queue.h"
#include "record/ticket.h"
#include "rules/slot.h"

enum { ITEMS_MOST = 100, PLANS_MOST = 100, DAYS_BEFORE = 14, DAYS_AFTER = 10, WAITING = 7, SERVED = 9 };

struct planned {
	struct slot_plan plan;
	struct slot slot;
	const char *centre;
};

struct counter {
	struct ctl *ctl;
	struct db *db;
	struct arena *arena;
	struct dice dice;
	struct booking_item items[ITEMS_MOST];
	size_t item_count;
	struct planned plans[PLANS_MOST];
	size_t plan_count;
	unsigned long long people;	/* telephone numbers given so far */
};

static bool
plans_add(struct counter *c, const char *dir)
{
	static const char *const texts[] = { "organ", "centre", "window", "kind", "serves", "weekday", "from", "to", "each",
	    "capacity", "holidays", "officer" };
	char *text = ctl_file(c->ctl, arena_format(c->arena, "%s/plans.tsv", dir), NULL);
	struct tsv t;

	if (!text)
		return false;
	tsv_open(&t, "plans.tsv", text);
	while (tsv_next(&t)) {
		struct query *q = query_new(c->db, c->arena, Q_SAMPLE_PLAN_ADD);

		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			query_text(q, texts[i], tsv_get(&t, texts[i]) ? tsv_get(&t, texts[i]) : "");
		query_run(q);
	}
	return t.why == NULL && db_failed(c->db) == DB_FINE;
}

static void
what_there_is(struct counter *c)
{
	struct query *q = query_new(c->db, c->arena, Q_SAMPLE_BOOKABLE);

	while (query_next(q) && c->item_count < ITEMS_MOST)
		c->items[c->item_count++] = (struct booking_item){ query_get(q, "code"), query_get(q, "title"), query_get(q, "title_en"),
		    query_get(q, "organ_code") };
	q = query_new(c->db, c->arena, Q_SAMPLE_PLANS);
	while (query_next(q) && c->plan_count < PLANS_MOST) {
		struct planned *p = &c->plans[c->plan_count++];

		p->plan = (struct slot_plan){ .weekday = (int)query_get_number(q, "weekday"), .on = DAY_NONE, .from_on = DAY_NONE,
		    .until_on = DAY_NONE, .from = (int)query_get_number(q, "from_minute"), .to = (int)query_get_number(q, "to_minute"),
		    .each = (int)query_get_number(q, "slot_minutes"), .capacity = (int)query_get_number(q, "capacity"),
		    .holidays = query_get_number(q, "holidays") != 0, .visit = text_is(query_get(q, "kind"), "visit") };
		p->slot = (struct slot){ .plan = (uint64_t)query_get_number(q, "id"), .capacity = p->plan.capacity,
		    .organ = query_get(q, "organ_code"), .window = query_get(q, "window_number"), .kind = query_get(q, "kind"),
		    .officer = (uint64_t)query_get_number(q, "officer_id"), .officer_name = query_get(q, "officer_name") };
		p->centre = query_get(q, "centre_code");
	}
}

/* An item of this organ, NULL: it has none that may be booked. */
static const struct booking_item *
item_of(struct counter *c, const char *organ)
{
	const struct booking_item *found = NULL;
	uint32_t seen = 0;

	for (size_t i = 0; i < c->item_count; i++)
		if (text_is(c->items[i].organ, organ) && dice_below(&c->dice, ++seen) == 0)
			found = &c->items[i];
	return found;
}

static void
settle(struct counter *c, const struct booking_made *made, const char *state, const char *act, instant at)
{
	struct query *q = query_new(c->db, c->arena, Q_SAMPLE_BOOKING_STATE);

	query_text(q, "state", state);
	query_number(q, "id", (long long)made->id);
	query_run(q);
	q = query_new(c->db, c->arena, Q_SAMPLE_ITEMS_OVER);
	query_number(q, "id", (long long)made->id);
	query_run(q);
	booking_act(c->db, c->arena, made->id, act, &(struct booking_actor){ 0, "staff", "" }, "", at);
}

static void
book(struct counter *c, const struct planned *p, struct day on, int slot)
{
	static const char *const names[] = { "李思源", "王秋实", "张沐阳", "刘清和", "陈若溪", "杨知行", "赵明远", "周可心" };
	const struct booking_item *item = item_of(c, p->slot.organ);
	instant at = instant_make(day_add(on, -dice_between(&c->dice, 2, 6)), 10, 15, 0, 0);
	struct booking_made made;
	struct booking_new b;

	if (item == NULL)
		return;
	c->people++;
	b = (struct booking_new){ .slot = p->slot, .centre = p->centre, .items = item, .item_count = 1, .language = "zh",
	    .name = names[dice_below(&c->dice, sizeof(names) / sizeof(names[0]))],
	    .phone = arena_format(c->arena, "1990001%04llu", c->people),
	    .holder = arena_format(c->arena, "p%s", sealed_blind_text(c->arena, SEALED_PHONE,
	    arena_format(c->arena, "1990001%04llu", c->people))),
	    .address = p->plan.visit ? "云川市临江区枫桥街道枫叶巷6号" : "", .visit_reason = p->plan.visit ? "老人行动不便" : "",
	    .at = at < c->ctl->now ? at : c->ctl->now };
	b.slot.on = on;
	b.slot.from = slot_from(&p->plan, slot);
	b.slot.to = b.slot.from + p->plan.each;
	if (booking_make(c->db, c->arena, &b, &made) != BOOKING_MADE)
		return;
	if (!day_before(on, day_of_instant(c->ctl->now)))
		return;
	if (dice_percent(&c->dice, 85))
		settle(c, &made, "done", "finish", instant_make(on, 16, 0, 0, 0));
	else
		settle(c, &made, "missed", "miss", instant_make(on, 17, 0, 0, 0));
}

static void
bookings_add(struct counter *c)
{
	struct day today = day_of_instant(c->ctl->now);

	for (int i = -DAYS_BEFORE; i <= DAYS_AFTER; i++)
		for (size_t n = 0; n < c->plan_count; n++) {
			const struct planned *p = &c->plans[n];
			struct day on = day_add(today, i);

			if (!slot_plan_holds(&p->plan, &calendar_state, on, false))
				continue;
			for (int s = 0; s < slot_count(&p->plan); s++)
				if (dice_percent(&c->dice, i > 0 ? 12 : 18))
					book(c, p, on, s);
		}
}

/* ---- the queue of today ---- */

static bool
take(struct counter *c, instant at, struct ticket_taken *taken)
{
	struct booking_item items[2];
	size_t n = dice_percent(&c->dice, 30) ? 2 : 1;

	for (size_t i = 0; i < n; i++)
		items[i] = c->items[dice_below(&c->dice, (uint32_t)c->item_count)];
	if (n == 2 && text_is(items[0].code, items[1].code))
		n = 1;
	return ticket_take(c->db, c->arena, &(struct ticket_new){ .centre = "C01", .items = items, .item_count = n,
	    .source = dice_percent(&c->dice, 60) ? "kiosk" : "phone", .at = at }, taken);
}

struct course {
	const char *state, *window, *officer;
	instant called, started, ended;
	bool late;
};

static void
ticket_course(struct counter *c, uint64_t id, const struct course *k)
{
	struct query *q = query_new(c->db, c->arena, Q_SAMPLE_TICKET_STATE);

	query_number(q, "id", (long long)id);
	query_text(q, "state", k->state);
	query_text(q, "window", k->window);
	query_text(q, "officer", k->officer);
	query_instant(q, "called", k->called);
	query_instant(q, "started", k->started);
	query_instant(q, "ended", k->ended);
	query_number(q, "late", k->late);
	query_run(q);
	q = query_new(c->db, c->arena, Q_SAMPLE_TICKET_ITEMS_OPEN);
	query_number(q, "id", (long long)id);
	query_instant(q, "now", k->started);
	query_run(q);
}

static instant
earlier(const struct counter *c, int minutes)
{
	instant at = instant_add(c->ctl->now, -minutes * MINUTE), midnight = instant_make(day_of_instant(c->ctl->now), 0, 0, 1, 0);

	return at > midnight ? at : midnight;	/* a number belongs to its day */
}

static void
queue_add(struct counter *c)
{
	static const struct { const char *window, *officer; } desks[] = { { "A03", "xu.lai" }, { "C01", "tang.xiaoman" },
	    { "C03", "wei.donglan" } };
	struct ticket_taken taken;

	for (int i = 0; i < SERVED; i++) {
		int minutes = 150 - i * 12;
		struct course k = { "done", desks[i % 3].window, desks[i % 3].officer, earlier(c, minutes - 9), earlier(c, minutes - 10),
		    earlier(c, minutes - 20), i == SERVED - 1 };

		k.started = instant_add(k.called, MINUTE);
		if (take(c, earlier(c, minutes), &taken))
			ticket_course(c, taken.id, &k);
	}
	for (size_t i = 0; i < sizeof(desks) / sizeof(desks[0]); i++) {
		struct course k = { i == 0 ? "called" : "open", desks[i].window, desks[i].officer, earlier(c, 2),
		    i == 0 ? INSTANT_NONE : earlier(c, 1), INSTANT_NONE, false };

		if (take(c, earlier(c, 20), &taken))
			ticket_course(c, taken.id, &k);
	}
	for (int i = 0; i < WAITING; i++)
		take(c, earlier(c, 16 - 2 * i), &taken);
}

bool
sample_counter(struct ctl *ctl, struct db *db, const char *dir)
{
	struct counter *c = arena_get(ctl->arena, sizeof(*c));

	*c = (struct counter){ .ctl = ctl, .db = db, .arena = ctl->arena, .dice = { 20 } };
	query_run(query_new(db, c->arena, Q_SAMPLE_LETTERS));
	if (!plans_add(c, dir))
		return false;
	what_there_is(c);
	if (c->item_count == 0)
		return true;
	bookings_add(c);
	queue_add(c);
	return db_failed(db) == DB_FINE;
}
