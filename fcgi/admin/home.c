/* home.c - the administrators' first page: what each power has in hand, and what was done lately. */
#include "fcgi/admin/admin.h"

#include "base/arena.h"
#include "base/text.h"
#include "generated/queries/admin.h"

void
admin_crumbs(struct page *page, const char *list_url, const char *list_word, const char *text)
{
	page_crumb(page, "/admin/", "nav.home", NULL);
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
	query_into_one(q, page, "count");
	return REPLY_PAGE;
}
