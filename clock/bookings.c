/* bookings.c - the days of the counter: who has an appointment tomorrow, and what a day leaves behind when it is over. */
#include "clock/clock.h"

#include "generated/queries/booking.h"
#include "generated/queries/queue.h"
#include "record/ticket.h"

static const struct booking_actor clock_actor = { 0, "clock", "clock" };

static bool
remind(struct clock *c, const struct query *row)
{
	booking_tell(c->db, c->act_arena, (uint64_t)query_get_number(row, "id"), "booking_reminder", c->now);
	return true;
}

/* Nobody said that they came. */
static bool
miss(struct clock *c, const struct query *row)
{
	uint64_t id = (uint64_t)query_get_number(row, "id");

	if (!booking_end(c->db, c->act_arena, id, query_get_number(row, "version"), "booked", "missed", "miss", &clock_actor, "", c->now))
		return false;
	booking_tell(c->db, c->act_arena, id, "booking_missed", c->now);
	return true;
}

static bool
ticket_end(struct clock *c, const struct query *row)
{
	struct query *q = clock_query(c, Q_TICKET_CLOSE);

	query_number(q, "id", query_get_number(row, "id"));
	query_number(q, "version", query_get_number(row, "version"));
	query_instant(q, "now", c->now);
	if (query_run(q) != 1)
		return false;
	ticket_act_note(c->db, c->act_arena, (uint64_t)query_get_number(row, "id"), "close", &clock_actor, "", c->now);
	return true;
}

long long
duty_bookings(struct clock *c)
{
	long long reminded = clock_walk(c, Q_BOOKINGS_TOMORROW, remind);
	long long missed = reminded < 0 ? -1 : clock_walk(c, Q_BOOKINGS_PAST, miss);
	long long tickets = missed < 0 ? -1 : clock_walk(c, Q_TICKETS_PAST, ticket_end);

	return tickets < 0 ? -1 : reminded + missed + tickets;
}
