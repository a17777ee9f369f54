/*
 * supervise.h - what the pages of supervision share: findings, cards, work orders, letters.
 *
 * All of it lies within the officer's area, which every statement binds; what lies
 * outside is not there (404).  Leaders read, supervisors act.
 */
#ifndef WATCH_SUPERVISE_H
#define WATCH_SUPERVISE_H

#include "fcgi/watch/watch.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/supervision.h"
#include "rules/watch.h"

/* A time of days, both counted; the last ninety unless asked. */
struct period {
	struct day from, until;
};
void period_read(struct request *, struct period *);
void period_into(struct page *, const struct period *);
const char *period_query(struct request *, const struct period *);	/* from_on=…&until_on=… */

/* choices.FIELD: the organs of the area; any: and none of them, first. */
void organs_into(struct request *, struct page *, const char *field, const char *chosen, bool any);

/* Home, a list by its word, and, unless NULL, the page itself. */
void watch_crumbs(struct page *, const char *list, const char *text);

/* Tells colleagues, in their desk.  occasion: ascii, told once; words.notice.KIND with the pairs that follow. */
void watch_tell(struct request *, const struct statement *people, const char *organ, const char *occasion,
    const char *kind, ...) __attribute__((sentinel));

/* The number of a new order or letter, gap-free in each organ and year; NULL when the organ has no mark. */
const char *watch_next_number(struct request *, enum watch_paper);

/* A row of settings; "" when it is not set. */
const char *watch_setting(struct request *, const char *name);

/* The id of a case of the area by its number as typed; 0 for none. */
long long watch_case_id(struct request *, const char *typed);

enum reply desk_show(struct request *, struct page *);
enum reply rules_show(struct request *, struct page *);
extern const struct form findings_form, period_form;
enum reply findings_show(struct request *, struct page *);
enum reply findings_sheet(struct request *, struct page *);
extern const struct form card_note_form, card_reason_form;
enum reply card_show(struct request *, struct page *);
enum reply card_act(struct request *, struct page *);
enum reply watch_case_show(struct request *, struct page *);
extern const struct form guides_form;
enum reply guides_show(struct request *, struct page *);
enum reply guides_sheet(struct request *, struct page *);
enum reply guide_show(struct request *, struct page *);
extern const struct form orders_form, order_new_form, order_end_form, party_reply_form, party_return_form, source_form;
enum reply orders_show(struct request *, struct page *);
enum reply orders_sheet(struct request *, struct page *);
enum reply order_new(struct request *, struct page *);
enum reply order_make(struct request *, struct page *);
enum reply order_show(struct request *, struct page *);
enum reply order_end(struct request *, struct page *);
enum reply party_reply(struct request *, struct page *);
enum reply party_return(struct request *, struct page *);
extern const struct form letters_form, letter_new_form;
enum reply letters_show(struct request *, struct page *);
enum reply letters_sheet(struct request *, struct page *);
enum reply letter_new(struct request *, struct page *);
enum reply letter_make(struct request *, struct page *);
enum reply letter_show(struct request *, struct page *);

#endif
