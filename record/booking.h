/*
 * booking.h - appointments: a place in a slot, the history of a booking, and its messages.
 *
 * A place is taken and given back under the lock of the slot's row, so that the
 * last one goes to one.  Each act on a booking is a row of booking_acts in the
 * transaction of the act; no account of the database may change or delete one.
 * All of these belong into the transaction of the act.
 */
#ifndef RECORD_BOOKING_H
#define RECORD_BOOKING_H

#include "base/arena.h"
#include "base/db.h"

#include <stdbool.h>
#include <stdint.h>

/* One slot of a plan on a day, as it is asked for. */
struct slot {
	uint64_t plan;
	struct day on;
	int from, to;			/* minutes of the day */
	int capacity;
	const char *organ, *window, *kind;	/* kind: window or visit */
	uint64_t officer;		/* 0: named later */
	const char *officer_name;
};

/* Who acts: an applicant (account 0: without one), a colleague, or the clock. */
struct booking_actor {
	uint64_t account;
	const char *kind, *name;
};

enum { BOOKING_ITEMS_MOST = 5, BOOKING_CODE_TEXT = 33 };

struct booking_item {
	const char *code, *title, *title_en, *organ;
};

struct booking_new {
	struct slot slot;
	const char *centre;
	uint64_t account;		/* 0: none */
	const char *holder, *name, *phone, *language;
	const char *address, *visit_reason;	/* of a home visit, else "" */
	const struct booking_item *items;
	size_t item_count;
	instant at;
};

struct booking_made {
	uint64_t id;
	const char *number, *code;
};

/* False when the slot is full. */
bool slot_take(struct db *, struct arena *, const struct slot *);
void slot_give_back(struct db *, struct arena *, uint64_t plan, struct day, int from);

enum booking_outcome { BOOKING_MADE, BOOKING_FULL, BOOKING_TWICE };	/* TWICE: this person has one for one of the items */
enum booking_outcome booking_make(struct db *, struct arena *, const struct booking_new *, struct booking_made *);

/* After the booking was changed by an UPDATE that counts acts. */
void booking_act(struct db *, struct arena *, uint64_t id, const char *act, const struct booking_actor *, const char *reason,
    instant at);
/* To another state, from what was seen; what ends a booking frees its items.  False: somebody was faster. */
bool booking_end(struct db *, struct arena *, uint64_t id, long long version, const char *was, const char *state,
    const char *act, const struct booking_actor *, const char *reason, instant at);

/* words.notice.KIND, to its person: on the site and by mail with an account, by short message in any case.  The same
 * occasion is told once.  Without words (words_open) nothing is written. */
void booking_tell(struct db *, struct arena *, uint64_t id, const char *kind, instant at);

/* A name nobody can guess, for an address: 32 hex digits. */
const char *booking_code(struct arena *);

#endif
