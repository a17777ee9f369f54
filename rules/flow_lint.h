/*
 * flow_lint.h - what is wrong with the flow of a guide before it is published.
 *
 * A flow that passes can be walked by every case: each step can begin, the
 * decision is taken once, by who did not receive the application (受审分离), by
 * one review within the city (no 初审), and nothing is asked of the applicant
 * after it.  Silence counts as consent only of an organ asked for its opinion,
 * within a limit, and never for a permit that was not held before.
 *
 * What the promise covers runs from acceptance to the decision (Licensing Law 42);
 * delivery has its own days (44).  The steps on the longest way between the two
 * may together not take longer; limits in another unit than the promise's are
 * not counted.  The decision waits for all that stands before it.
 *
 * Pure: at most FLOW_MOST steps are looked at; a longer flow is one fault.
 */
#ifndef RULES_FLOW_LINT_H
#define RULES_FLOW_LINT_H

#include "rules/guide.h"

/* A fault; position from 1 is a step, 0 the flow as a whole. */
typedef void flow_found(void *arg, enum guide_check check, size_t position);

/* Tells every fault of the flow, step by step; nothing for a guide without steps. */
void flow_lint(const struct guide *g, flow_found *found, void *arg);

#endif
