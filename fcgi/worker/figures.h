/*
 * figures.h - the pages of figures, public and inside: what they share.
 *
 * What is counted is a scope: an area, an organ, an item, a window, and months
 * from and until, both counted.  figures_scope reads it from the address; a
 * program that shows figures has figures_form on those routes.  All numbers come from the sums of
 * months (record/figures.h) and open the page of their figure: its definition in
 * words, its query as it is run, its rows with numbers masked, and a sum over
 * the file of those rows, by which a copy can be known again.
 */
#ifndef WORKER_FIGURES_H
#define WORKER_FIGURES_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/reply.h"
#include "fcgi/worker/request.h"
#include "rules/figure.h"

extern const struct form figures_form;

struct figures_scope {
	const char *base;		/* "/stats" or "/watch/figures" */
	const char *area, *organ, *item, *intake;	/* as sql/queries/stats.sql says */
	struct day from, until;		/* first days of months */
	bool inside;			/* numbers of cases in full, and where they lead */
};

/* The figures of a scope and a period. */
struct figures {
	long long carried_over, received, accepted, returned, done, timed, late, refused, withdrawn, terminated;
};

/* area: the pattern of what this visitor may see. */
struct figures_scope figures_scope(struct request *, const char *base, const char *area, bool inside);
/* choices.{area,organ,window,from,until}, scope.*, and when it was counted. */
void figures_scope_into(struct request *, struct page *, const struct figures_scope *);

/* The whole page: tiles, the months, the organs, the items, the windows. */
void figures_into(struct request *, struct page *, const struct figures_scope *);
/* What was promised and what was kept: rows.N by organ, by item where an organ is chosen. */
void figures_promises_into(struct request *, struct page *, const struct figures_scope *);
/* The page of the figure the address names, and its file. */
enum reply figure_into(struct request *, struct page *, const struct figures_scope *);
enum reply figure_sheet(struct request *, struct page *, const struct figures_scope *);
/* digest.N: every figure with the number of its rows and the sum of their file. */
void figures_digest_into(struct request *, struct page *, const struct figures_scope *);
/* The organs of the scope, as a file. */
enum reply figures_sheet(struct request *, struct page *, const struct figures_scope *);

/* Sums up the organs of a scope, each to a function. */
struct figures_organ {
	const char *code, *name;
	struct figures sums;
	long long median, p90, promised;	/* days; FIGURE_NONE */
	long long ratings, levels, red;
};
size_t figures_organs(struct request *, const struct figures_scope *, struct figures_organ **);

/* A number for people: "97.5%", "–" for none. */
const char *figure_text(struct request *, enum figure, long long);

#endif
