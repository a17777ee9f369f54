/*
 * figures.h - the facts of cases and the sums of months, kept beside the cases.
 *
 * Nothing here is original: figures_rebuild makes it all from the cases.  In
 * between the clock follows the record's chain and refreshes the cases that
 * moved.  A refresh takes what the case counted as before out of the sums and
 * puts in what it counts as now, in one transaction: twice or late has the same
 * effect.  What counts on which day is rules/figure.h's word.
 */
#ifndef RECORD_FIGURES_H
#define RECORD_FIGURES_H

#include "base/arena.h"
#include "base/db.h"
#include "rules/figure.h"

#include <stdbool.h>
#include <stdint.h>

/* One case, in the caller's transaction.  True when anything was changed. */
bool figures_refresh(struct db *, struct arena *, const struct calendar *, uint64_t case_id);

/* All of them, in the caller's transaction, which is a long one; how many cases were counted. */
long long figures_rebuild(struct db *, struct arena *, const struct calendar *);

#endif
