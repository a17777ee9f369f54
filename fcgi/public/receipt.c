/* receipt.c - 提交回执: the number, the query code, what happens next; for the wall, the wallet and the telephone. */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "fcgi/worker/papers.h"

static const char *
track_address(struct request *rq, const struct own *o)
{
	return arena_format(rq->arena, "%s/track?number=%s", request_site(rq), o->number);
}

enum reply
receipt_show(struct request *rq, struct page *page)
{
	struct own o;

	if (!own_load(rq, page, &o) || o.state == STATE_DRAFT)
		return REPLY_NOT_FOUND;
	own_standing_into(rq, page, "case", o.state, o.submitted_at, o.due_on, o.calendar);
	page_text(page, "qr_url", arena_format(rq->arena, "%s/qr.svg", page_get(page, "case.url")));
	page_text(page, "track_url", track_address(rq, &o));
	page_text(page, "print_url", arena_format(rq->arena, "%s/receipt?print=1", page_get(page, "case.url")));
	if (o.state == STATE_SUBMITTED && step_may_take_back(o.submitted_at, rq->now)) {
		page_instant(page, "take_back_until", instant_add(o.submitted_at, STEP_TAKE_BACK));
		page_say(page, "take_back_text", "receipt.take_back", "until", page_get(page, "take_back_until.clock"), NULL);
	}
	papers_into(rq, page, o.id, true);
	own_crumbs(page, "my.cases");
	page_crumb(page, page_get(page, "case.my_url"), NULL, page_get(page, "case.shown"));
	page_crumb(page, "", "receipt.title", NULL);
	return REPLY_PAGE;
}

enum reply
receipt_qr(struct request *rq, struct page *page)
{
	struct own o;

	if (!own_load(rq, page, &o) || *o.number == '\0')
		return REPLY_NOT_FOUND;
	return page_qr(page, track_address(rq, &o));
}
