/* accept.h - acceptance with what it must ask, pre-review, and promises as the office sees them. */
#ifndef OFFICE_ACCEPT_H
#define OFFICE_ACCEPT_H

#include "fcgi/office/office.h"

#define INTEGRITY_KEEPERS	((unsigned)(ROLE_SUPERVISOR | ROLE_APPROVER))

/* Is one button not enough to accept this case? */
bool accept_wants_form(struct request *, struct page *, const struct case_row *);
/* May this case, filled under "case", still be told that it is in order and its originals awaited? */
bool precheck_open(struct page *);
/* promises.N of the case page, with the url by which one is confirmed. */
void promises_into(struct request *, struct page *, const struct case_row *);

/* accept.c */
enum reply case_accept(struct request *, struct page *);
enum reply accept_show(struct request *, struct page *);
enum reply case_precheck(struct request *, struct page *);
/* promise.c */
enum reply promise_keep(struct request *, struct page *);
enum reply promise_return(struct request *, struct page *);
enum reply integrity_show(struct request *, struct page *);
enum reply integrity_lift(struct request *, struct page *);

extern const struct form accept_form, promise_keep_form, promise_return_form, integrity_lift_form;

#endif
