/* register.h - 收发件登记: what this organ's desks took in and gave out, by day and period. */
#ifndef OFFICE_REGISTER_H
#define OFFICE_REGISTER_H

#include "fcgi/office/office.h"

#define REGISTER_READERS	(CASE_HANDLERS | ROLE_SUPERVISOR)

enum reply register_show(struct request *, struct page *);
/* The same lines as CSV, 5,000 at most. */
enum reply register_csv(struct request *, struct page *);

extern const struct form register_form;

#endif
