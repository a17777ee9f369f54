/*
 * chain.h - what the verbs that prove the chain have in common.
 */
#ifndef CTL_CHAIN_H
#define CTL_CHAIN_H

#include "ctl/ctl.h"
#include "record/chain.h"

/* The options --head P:HEX (any number of times) and --heads FILE; *argc and *argv are left at what follows them.
 * CTL_FINE, CTL_USAGE, or CTL_FAILED after a sentence on stderr. */
int chain_options(struct ctl *, int *argc, char ***argv, struct chain_heads *);

/* One line a fault. */
void chain_fault_print(void *arg, const struct chain_finding *);

#endif
