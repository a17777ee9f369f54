/*
 * counter.h - the desk's side of appointments and queue numbers.
 *
 * An organ sees its own bookings and keeps its own plans.  A clerk sits at a
 * window of the own organ or a general one, has one number in hand, and calls
 * the next only when that one is done.
 */
#ifndef OFFICE_COUNTER_H
#define OFFICE_COUNTER_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "fcgi/worker/route.h"

/* Who meets people by appointment: those who handle cases, who help, and the head. */
#define BOOKING_PEOPLE	((unsigned)(ROLE_CLERK | ROLE_REVIEWER | ROLE_APPROVER | ROLE_HELPER | ROLE_LEADER))
#define PLAN_KEEPERS	((unsigned)(ROLE_CLERK | ROLE_LEADER))

/* booking.c */
extern const struct form bookings_form, booking_note_form, booking_assign_form;
handler bookings_show, office_booking_show, booking_came, booking_missed, booking_finished, booking_assign;
/* plan.c */
extern const struct form plan_form, plan_retire_form, week_copy_form, day_close_form, day_open_form;
handler plans_show, plan_add, plan_retire, week_copy, day_close, day_open;
/* queue.c */
extern const struct form seat_form, ticket_form, ticket_pass_form;
handler queue_desk, seat_take, queue_call, queue_recall, queue_start, queue_pass, queue_finish, queue_miss;
/* Notes what the window began for an item of the ticket in hand. */
void ticket_case_note(struct request *, long long ticket, const char *item, uint64_t case_id);

/* 09:30, of a minute of the day. */
const char *desk_clock(struct request *, long long minute);

#endif
