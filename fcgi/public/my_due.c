/* my_due.c - why that day: each date of one's own case, day by day. */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "fcgi/worker/clocks.h"

enum reply
due_show(struct request *rq, struct page *page)
{
	struct case_terms terms;
	struct own o;

	if (!own_load_by_number(rq, page, &o) || !clocks_terms(rq, o.id, &terms))
		return REPLY_NOT_FOUND;
	clocks_working_into(rq, page, &terms);
	page_textf(page, "print_url", "%s/due?print=1", page_get(page, "case.my_url"));
	my_case_crumbs(page, "my.due");
	return REPLY_PAGE;
}
