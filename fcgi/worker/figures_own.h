/* figures_own.h - what the files of figures share among themselves. */
#ifndef WORKER_FIGURES_OWN_H
#define WORKER_FIGURES_OWN_H

#include "fcgi/worker/figures.h"

enum { BIND_ITEM = 1, BIND_INTAKE = 2, BIND_FROM = 4, BIND_UNTIL = 8, BIND_END = 16, BIND_INSTANTS = 32 };

/* Area and organ, and what else the statement names. */
void figures_bind(struct query *, const struct figures_scope *, unsigned what);
/* The sums of each organ, or of each item where an organ is chosen; bound. */
struct query *figures_rows(struct request *, const struct figures_scope *);
/* An address of a page of figures; NULL: as the scope has it. */
const char *figures_url(struct request *, const struct figures_scope *, const char *below, const char *organ,
    const char *item, const char *window);
const char *figures_month_text(struct request *, struct day month);

void figures_add(struct figures *, const struct query *);
long long figures_in_hand(const struct figures *);
/* FIGURE_NONE of those that are no sums. */
long long figure_of(const struct figures *, enum figure);
/* All of a scope. */
void figures_load(struct request *, const struct figures_scope *, struct figures *, long long values[static FIGURE_COUNT]);

#endif
