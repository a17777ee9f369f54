/*
 * supervised.h - what supervision asks of this organ: cards, work orders, letters.
 *
 * Any colleague who handles cases answers for the organ, and its head; who did is kept.
 */
#ifndef OFFICE_SUPERVISED_H
#define OFFICE_SUPERVISED_H

#include "fcgi/office/office.h"
#include "fcgi/worker/form.h"

extern const struct form cards_form, card_reply_form, card_appeal_form;
enum reply cards_show(struct request *, struct page *);
enum reply card_show(struct request *, struct page *);
enum reply card_reply(struct request *, struct page *);
enum reply card_appeal(struct request *, struct page *);

extern const struct form order_take_form, order_reply_form, letter_receive_form;
enum reply orders_show(struct request *, struct page *);
enum reply order_show(struct request *, struct page *);
enum reply order_take(struct request *, struct page *);
enum reply order_reply(struct request *, struct page *);
enum reply letters_show(struct request *, struct page *);
enum reply letter_show(struct request *, struct page *);
enum reply letter_receive(struct request *, struct page *);

/* tabs: owed, told, answered, ended, orders, letters; how many the current one holds. */
long long supervised_tabs(struct request *, struct page *, const char *current);
/* Tells the supervisors of this area. */
void supervisors_tell(struct request *, const char *occasion, const char *kind, const char *number, const char *id);

#endif
