/* home.c - the administrators' first page: what each power has in hand, and what was done lately. */
#include "fcgi/admin/admin.h"

#include "base/arena.h"
#include "base/text.h"
#include "generated/queries/admin.h"

void
admin_crumb_home(struct page *page)
{
	page_crumb(page, "/admin/", "nav.home", NULL);
	page_flag(page, "who.whole", admin_whole(page_request(page)));
}

void
admin_crumbs(struct page *page, const char *list_url, const char *list_word, const char *text)
{
	admin_crumb_home(page);
	if (list_word)
		page_crumb(page, text ? list_url : "", list_word, NULL);
	if (text)
		page_crumb(page, "", NULL, text);
}

enum reply
admin_home(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_ADMIN_COUNTS);

	query_day(q, "today", rq->today);
	admin_reach_bind(rq, q);
	query_into_one(q, page, "count");
	page_flag(page, "who.whole", admin_whole(rq));
	return REPLY_PAGE;
}
