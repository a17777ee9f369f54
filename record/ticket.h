/*
 * ticket.h - queue numbers: taking one, and its history.
 *
 * A number is given under the lock of the queue's day, so that it has no gap
 * and nobody has another's.  Which windows may call it is fixed when it is
 * taken (rules/queue.h).  Each act is a row of ticket_acts in its transaction.
 */
#ifndef RECORD_TICKET_H
#define RECORD_TICKET_H

#include "record/booking.h"

struct ticket_new {
	const char *centre;
	const struct booking_item *items;
	size_t item_count;
	bool priority;
	const char *source;		/* phone, kiosk, desk */
	uint64_t account, booking;	/* 0: none */
	instant at;
};

struct ticket_taken {
	uint64_t id;
	const char *code;
	char letter;
	unsigned serial;
};

/* False when no window of the centre serves it. */
bool ticket_take(struct db *, struct arena *, const struct ticket_new *, struct ticket_taken *);
/* A row of its history, after it was changed. */
void ticket_act_note(struct db *, struct arena *, uint64_t id, const char *act, const struct booking_actor *, const char *reason,
    instant at);
/* The items of these codes that are handled on this day; how many. */
size_t ticket_items_named(struct db *, struct arena *, const char *const codes[], size_t count, struct day today,
    struct booking_item items[BOOKING_ITEMS_MOST]);

#endif
