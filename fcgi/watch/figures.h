/* figures.h - the pages of figures of supervisors and leaders, and the scores that follow from them. */
#ifndef WATCH_FIGURES_H
#define WATCH_FIGURES_H

#include "fcgi/watch/watch.h"
#include "fcgi/worker/figures.h"

/* All that lies within the officer's area. */
struct figures_scope figures_of_officer(struct request *);

extern const struct form scores_form;

enum reply watch_figures(struct request *, struct page *);
enum reply watch_figures_sheet(struct request *, struct page *);
enum reply watch_promises(struct request *, struct page *);
enum reply watch_figure(struct request *, struct page *);
enum reply watch_figure_sheet(struct request *, struct page *);
enum reply watch_late(struct request *, struct page *);
enum reply watch_late_sheet(struct request *, struct page *);
enum reply watch_digest(struct request *, struct page *);
enum reply watch_scores(struct request *, struct page *);
enum reply watch_scores_sheet(struct request *, struct page *);

#endif
