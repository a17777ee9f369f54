/*
 * outcome.h - what follows the decision, for every program that shows a case: its bills, and how its result goes out.
 *
 * The caller has found the case for its visitor.
 */
#ifndef WORKER_OUTCOME_H
#define WORKER_OUTCOME_H

#include "base/db.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "rules/fee.h"

#include <stdint.h>

/* bills.N with {price,amount}_text and slip_shown, url when base is given ("…/fees", then the line); bills_owed, in
 * words, while any is asked. How much that is. */
fen bills_into(struct request *, struct page *, uint64_t case_id, const char *base);
/* The same for one row of bills under a name: bill_of_case. */
void bill_row_into(struct request *, struct page *, struct query *, const char *name);
/* deliveries.N: each sending, signature and return. */
void deliveries_into(struct request *, struct page *, uint64_t case_id);

#endif
