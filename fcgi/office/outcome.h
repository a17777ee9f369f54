/* outcome.h - pages of the office for what follows the decision: fees, delivery, publicity, follow-up. */
#ifndef OFFICE_OUTCOME_H
#define OFFICE_OUTCOME_H

#include "fcgi/office/office.h"
#include "fcgi/worker/outcome.h"

/* fee.c */
extern const struct form bill_form, till_form, waive_form, bill_cancel_form, fee_desk_form, settle_form;
enum reply fees_show(struct request *, struct page *);
enum reply fee_bill(struct request *, struct page *);
enum reply bill_show(struct request *, struct page *);
enum reply bill_pay(struct request *, struct page *);
enum reply bill_waive(struct request *, struct page *);
enum reply bill_cancel(struct request *, struct page *);
enum reply fee_desk(struct request *, struct page *);
enum reply payment_settle(struct request *, struct page *);

/* delivery.c */
extern const struct form deliver_form, send_form, returned_form, deliveries_form;
enum reply deliver_show(struct request *, struct page *);
enum reply case_deliver(struct request *, struct page *);
enum reply send_show(struct request *, struct page *);
enum reply case_send(struct request *, struct page *);
enum reply case_returned(struct request *, struct page *);
enum reply deliveries_show(struct request *, struct page *);
enum reply labels_show(struct request *, struct page *);

/* followup.c */
extern const struct form followups_form, acknowledge_form;
enum reply followups_show(struct request *, struct page *);
enum reply followup_show(struct request *, struct page *);
enum reply followup_acknowledge(struct request *, struct page *);

/* notice.c */
extern const struct form notices_form, notice_form;
enum reply notices_show(struct request *, struct page *);
enum reply notice_show(struct request *, struct page *);
enum reply notice_change(struct request *, struct page *);

/* What the page of a case tells of all this; case.held while a fee holds the result. */
void outcome_into(struct request *, struct page *, const struct case_row *);

#endif
