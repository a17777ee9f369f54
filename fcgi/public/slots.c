/* slots.c - the slots of a hall: what plans there are for the items, what is taken, what is left. */
#include "fcgi/public/counter.h"

#include "base/text.h"
#include "generated/queries/booking.h"

#include <stdlib.h>
#include <string.h>

void
slot_limits_load(struct request *rq, struct slot_limits *limits)
{
	struct query *q = query(rq, Q_BOOKING_LIMITS);

	*limits = slot_limits_default;
	if (query_next(q))
		slot_limits_read(query_get(q, "value"), limits);
	if (limits->ahead_days >= DAYS_MOST)
		limits->ahead_days = DAYS_MOST - 1;
}

static void
plan_read(struct request *rq, const struct query *q, const char *kind, struct slot_offer *p, int days)
{
	p->id = (uint64_t)query_get_number(q, "id");
	p->organ = query_get(q, "organ_code");
	p->window = query_get(q, "window_number");
	p->kind = kind;
	p->officer = (uint64_t)query_get_number(q, "officer_id");
	p->officer_name = query_get(q, "officer_name");
	p->plan = (struct slot_plan){ .weekday = (int)query_get_number(q, "weekday"), .on = query_get_day(q, "on_on"),
	    .from_on = query_get_day(q, "from_on"), .until_on = query_get_day(q, "until_on"),
	    .from = (int)query_get_number(q, "from_minute"), .to = (int)query_get_number(q, "to_minute"),
	    .each = (int)query_get_number(q, "slot_minutes"), .capacity = (int)query_get_number(q, "capacity"),
	    .holidays = query_get_number(q, "holidays") != 0, .visit = text_is(kind, "visit") };
	p->taken = arena_array(rq->arena, int, (size_t)(days * slot_count(&p->plan) + 1));
	memset(p->taken, 0, (size_t)(days * slot_count(&p->plan) + 1) * sizeof(int));
}

static struct query *
of_centre(struct request *rq, const struct statement *statement, const struct offers *o, const char *centre)
{
	struct query *q = query(rq, statement);

	query_text(q, "centre", centre);
	query_day(q, "from", o->from);
	query_day(q, "until", day_add(o->from, o->days));
	return q;
}

static void
taken_load(struct request *rq, struct offers *o, const char *centre, const char *kind)
{
	struct query *q = of_centre(rq, Q_SLOT_COUNTS_NEAR, o, centre);

	query_text(q, "kind", kind);
	while (query_next(q))
		for (size_t i = 0; i < o->plan_count; i++) {
			struct slot_offer *p = &o->plans[i];
			int day = day_between(o->from, query_get_day(q, "day_on"));
			int from = (int)query_get_number(q, "from_minute") - p->plan.from;

			if (p->id == (uint64_t)query_get_number(q, "plan_id") && day >= 0 && day < o->days && from >= 0 &&
			    from / p->plan.each < slot_count(&p->plan))
				p->taken[day * slot_count(&p->plan) + from / p->plan.each] = (int)query_get_number(q, "taken");
		}
}

void
offers_load(struct request *rq, struct offers *o, const char *centre, const char *kind, const struct wanted *w)
{
	struct query *q = query(rq, Q_SLOT_PLANS_OPEN);

	o->plan_count = o->closed_count = 0;
	slot_limits_load(rq, &o->limits);
	o->calendar = request_calendar(rq);
	o->from = rq->today;
	o->days = o->limits.ahead_days + 1;
	query_text(q, "centre", centre);
	query_text(q, "kind", kind);
	wanted_bind(q, w);
	while (query_next(q) && o->plan_count < PLANS_MOST) {
		plan_read(rq, q, kind, &o->plans[o->plan_count], o->days);
		o->plan_count += slot_count(&o->plans[o->plan_count].plan) > 0;
	}
	q = of_centre(rq, Q_SLOT_CLOSURES_NEAR, o, centre);
	while (query_next(q) && o->closed_count < CLOSURES_MOST) {
		o->closed[o->closed_count].organ = query_get(q, "organ_code");
		o->closed[o->closed_count++].on = query_get_day(q, "closed_on");
	}
	taken_load(rq, o, centre, kind);
}

bool
offer_closed(const struct offers *o, const struct slot_offer *p, struct day d)
{
	for (size_t i = 0; i < o->closed_count; i++)
		if (day_same(o->closed[i].on, d) && (*o->closed[i].organ == '\0' || text_is(o->closed[i].organ, p->organ)))
			return true;
	return false;
}

static int
taken_of(const struct offers *o, const struct slot_offer *p, struct day d, int slot)
{
	int day = day_between(o->from, d);

	return day < 0 || day >= o->days ? 0 : p->taken[day * slot_count(&p->plan) + slot];
}

static int
left_of(const struct request *rq, const struct offers *o, const struct slot_offer *p, struct day d, int slot)
{
	int taken = taken_of(o, p, d, slot);

	return slot_judge(&p->plan, o->calendar, &o->limits, d, slot_from(&p->plan, slot), offer_closed(o, p, d), taken,
	    rq->now) == SLOT_FINE ? p->plan.capacity - taken : 0;
}

int
offers_left(const struct request *rq, const struct offers *o, struct day d)
{
	int left = 0;

	for (size_t i = 0; i < o->plan_count; i++)
		for (int slot = 0; slot < slot_count(&o->plans[i].plan); slot++)
			left += left_of(rq, o, &o->plans[i], d, slot);
	return left;
}

/* The next one to be shown after this minute and plan, in the order of the day. */
static bool
slot_after(const struct offers *o, int minute, size_t plan, int *next, size_t *of, int *slot)
{
	bool found = false;

	for (size_t i = 0; i < o->plan_count; i++)
		for (int s = 0; s < slot_count(&o->plans[i].plan); s++) {
			int from = slot_from(&o->plans[i].plan, s);

			if ((from < minute || (from == minute && i <= plan)) || (found && from >= *next))
				continue;
			*next = from;
			*of = i;
			*slot = s;
			found = true;
		}
	return found;
}

void
offers_into(struct request *rq, struct page *page, const struct offers *o, struct day d)
{
	int minute = -1, next = 0, slot = 0;
	size_t plan = PLANS_MOST, of = 0, n = 0;

	while (slot_after(o, minute, plan, &next, &of, &slot)) {
		const struct slot_offer *p = &o->plans[of];
		int left = left_of(rq, o, p, d, slot);

		minute = next;
		plan = of;
		if (!slot_plan_holds(&p->plan, o->calendar, d, offer_closed(o, p, d)))
			continue;
		struct node *row = page_row(page, "slots", n++);
		row_text(page, row, "value", arena_format(rq->arena, "%llu-%d", (unsigned long long)p->id, next));
		row_text(page, row, "time", arena_format(rq->arena, "%s–%s", counter_clock(rq, next),
		    counter_clock(rq, next + p->plan.each)));
		row_text(page, row, "window", p->window);
		row_text(page, row, "officer", p->officer_name);
		row_text(page, row, "left", left > 0 ? arena_format(rq->arena, "%d", left) : "");
	}
}

enum slot_verdict
offer_find(const struct request *rq, const struct offers *o, struct day d, const char *value, struct slot *slot)
{
	char *end;
	unsigned long long id = strtoull(value, &end, 10);
	long from = *end == '-' ? strtol(end + 1, &end, 10) : -1;

	if (*end != '\0' || from < 0 || from >= MINUTES_OF_DAY)
		return SLOT_NONE;
	for (size_t i = 0; i < o->plan_count; i++) {
		const struct slot_offer *p = &o->plans[i];

		if (p->id != id)
			continue;
		*slot = (struct slot){ .plan = p->id, .on = d, .from = (int)from, .to = (int)from + p->plan.each,
		    .capacity = p->plan.capacity, .organ = p->organ, .window = p->window, .kind = p->kind, .officer = p->officer,
		    .officer_name = p->officer_name };
		/* What is taken is judged under the lock of the slot, when it is taken. */
		return slot_judge(&p->plan, o->calendar, &o->limits, d, (int)from, offer_closed(o, p, d), 0, rq->now);
	}
	return SLOT_NONE;
}
