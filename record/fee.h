/*
 * fee.h - the bills of a case, in the transaction of the act that asks, pays, waives or cancels them.
 *
 * Whoever acts: case_act first (events bill, pay, waive), then the function here, then case_tell.  Each writes the
 * bill only from the state and version that was seen, and a row of its history.
 *
 * What is granted is held while a bill waits: case_act asks fee_refuses_event before close, send and deliver.
 */
#ifndef RECORD_FEE_H
#define RECORD_FEE_H

#include "record/case_act.h"
#include "rules/fee.h"

/* REFUSED_UNPAID while what was granted waits for a payment; REFUSED_NOT otherwise. */
enum refusal fee_refuses_event(struct db *, struct arena *, uint64_t case_id, enum event);
/* The case ended without a decision: nobody asks for its bills any more. */
void fee_drop(struct db *, struct arena *, const struct case_act *);

#endif
