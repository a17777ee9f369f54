/* desk.c - the first page of supervisors and leaders. */
#include "fcgi/watch/watch.h"

#include "base/arena.h"
#include "rules/code.h"

const char *
watch_area(struct request *rq)
{
	char stem[DIVISION_TEXT];

	if (!division_stem(rq->who.area, stem))
		return "";
	return arena_format(rq->arena, "%s%%", stem);
}

enum reply
desk_show(struct request *rq, struct page *page)
{
	(void)rq;
	page_crumb(page, "", "nav.home", NULL);
	return REPLY_PAGE;
}
