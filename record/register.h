/*
 * register.h - 收发件登记: the register of all that comes in and goes out.
 *
 * case_act adds a line for every event that takes something in or gives
 * something out (rules/window.h says which), in the transaction of the act.
 * Lines are numbered 1, 2, 3 … in each organ and year: the number comes from a
 * locked counter, so that what is rolled back leaves no gap.  The organ is the
 * officer's; where no officer acts, the one that has the case.
 */
#ifndef RECORD_REGISTER_H
#define RECORD_REGISTER_H

#include "record/case_act.h"

/* Nothing for an event that neither takes in nor gives out. */
void register_add(struct db *, struct arena *, const struct case_act *);

#endif
