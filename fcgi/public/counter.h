/*
 * counter.h - what the pages of appointments, queue numbers and kiosks share.
 *
 * A visitor names up to five items, all in the address (?item=…&item=…), so
 * that each step is a page that may be kept, shared and gone back to.  Bookings
 * and tickets have addresses nobody can guess: who holds one may use it, with an
 * account or without.
 */
#ifndef PUBLIC_COUNTER_H
#define PUBLIC_COUNTER_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "fcgi/worker/route.h"
#include "record/booking.h"
#include "rules/slot.h"

/* ---- pick.c: which items ---- */

struct wanted {
	struct booking_item items[BOOKING_ITEMS_MOST];
	size_t count;
};

/* The items named in the form that are handled today. */
void wanted_read(struct request *, struct wanted *);
/* chosen.N and found.N {code,title,organ_name}: what was named, and what is found by item_find by this statement. */
void wanted_into(struct request *, struct page *, const struct wanted *, const struct statement *find);
void wanted_bind(struct query *, const struct wanted *);
/* The hall named in the form, under "centre"; false: there is none such. */
bool counter_centre(struct request *, struct page *, const char *code);
/* 09:30, of a minute of the day. */
const char *counter_clock(struct request *, long long minute);

/* ---- slots.c: what is left ---- */

enum { PLANS_MOST = 100, CLOSURES_MOST = 400, DAYS_MOST = 62 };

struct slot_offer {
	uint64_t id;
	struct slot_plan plan;
	const char *organ, *window, *kind, *officer_name;
	uint64_t officer;
	int *taken;			/* [day * slot_count + slot] */
};

struct offers {
	struct slot_limits limits;
	const struct calendar *calendar;
	struct day from;		/* today */
	int days;
	struct slot_offer plans[PLANS_MOST];
	size_t plan_count;
	struct { const char *organ; struct day on; } closed[CLOSURES_MOST];	/* organ "": the whole hall */
	size_t closed_count;
};

void slot_limits_load(struct request *, struct slot_limits *);
/* The plans of a hall that serve all the items, with what is taken. */
void offers_load(struct request *, struct offers *, const char *centre, const char *kind, const struct wanted *);
bool offer_closed(const struct offers *, const struct slot_offer *, struct day);
/* What is left on a day; of all its slots that may still be taken. */
int offers_left(const struct request *, const struct offers *, struct day);
/* slots.N.{value,time,window,officer,left} of a day. */
void offers_into(struct request *, struct page *, const struct offers *, struct day);
/* "PLAN-MINUTE" on a day; the verdict of the rule. */
enum slot_verdict offer_find(const struct request *, const struct offers *, struct day, const char *value, struct slot *);

/* ---- booking.c ---- */

/* The booking of the path's :paper, or NULL. */
struct query *booking_of(struct request *, const char *code);
/* Who may not book, until when; DAY_NONE: may. */
struct day booking_barred(struct request *, const struct slot_limits *, const char *holder);

/* Handlers. */
extern const struct form book_form, book_slot_form, book_find_form, booking_change_form, booking_cancel_form, queue_form,
    queue_take_form, kiosk_set_form, counter_button_form;
handler book_show, book_slot_show, book_slot_take, book_find_show, book_find, booking_show, booking_ics, booking_cancel,
    booking_change, booking_arrive, my_bookings_show;
handler queue_show, queue_take, ticket_show, ticket_qr, ticket_give_up, screen_show;
handler kiosk_show, kiosk_set_show, kiosk_set, kiosk_end;

#endif
