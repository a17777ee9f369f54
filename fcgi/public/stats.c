/* stats.c - 数据公开: the figures for everybody, what each means, and the rows behind it. */
#include "fcgi/public/pages.h"
#include "fcgi/worker/figures.h"

#define EVERYWHERE	"%"

static struct figures_scope
scope(struct request *rq)
{
	return figures_scope(rq, "/stats", EVERYWHERE, false);
}

static void
crumbs(struct page *page, const char *key)
{
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, key == NULL ? "" : "/stats", "nav.stats", NULL);
	if (key != NULL)
		page_crumb(page, "", key, NULL);
}

enum reply
stats_show(struct request *rq, struct page *page)
{
	struct figures_scope s = scope(rq);

	figures_into(rq, page, &s);
	crumbs(page, NULL);
	return REPLY_PAGE;
}

enum reply
stats_promises(struct request *rq, struct page *page)
{
	struct figures_scope s = scope(rq);

	figures_promises_into(rq, page, &s);
	crumbs(page, "title.public_promises");
	return REPLY_PAGE;
}

enum reply
stats_figure(struct request *rq, struct page *page)
{
	struct figures_scope s = scope(rq);
	enum reply reply = figure_into(rq, page, &s);

	if (reply == REPLY_PAGE)
		crumbs(page, "figures.definition");
	return reply;
}

enum reply
stats_figure_sheet(struct request *rq, struct page *page)
{
	struct figures_scope s = scope(rq);

	return figure_sheet(rq, page, &s);
}

enum reply
stats_sheet(struct request *rq, struct page *page)
{
	struct figures_scope s = scope(rq);

	return figures_sheet(rq, page, &s);
}
