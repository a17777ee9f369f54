/* Why each date of a case is that day, and how it stands in a list. */
#include "fcgi/office/office.h"

#include "fcgi/worker/clocks.h"

/* The row of a list knows no more than the date somebody must keep. */
void
due_into(struct request *rq, struct page *page, const char *name, const struct clock *clock)
{
	struct case_clock shown = { .paused = clock->paused, .basis = { .cal = clock->calendar }, .from = clock->from,
	    .due = { clock->due, INSTANT_NONE }, .finished_at = INSTANT_NONE };
	const char *text = arena_format(rq->arena, "%s.text", name);

	clock_tag_into(rq, page, name, &shown);
	if (calendar_provisional(clock->calendar, clock->due))
		page_say(page, text, "due_tag.provisional", "text", arena_text(rq->arena, page_get(page, text)), NULL);
}

enum reply
case_due(struct request *rq, struct page *page)
{
	struct case_terms terms;
	struct case_row c;

	if (!case_load(rq, page, &c) || !clocks_terms(rq, c.id, &terms))
		return REPLY_NOT_FOUND;
	case_crumbs(page, page_word(page, "title.office_due"));
	clocks_working_into(rq, page, &terms);
	return REPLY_PAGE;
}
