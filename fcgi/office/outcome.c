/* What the page of a case tells of what follows the decision: bills, deliveries, the notice, the follow-up. */
#include "fcgi/office/outcome.h"

#include "generated/queries/outcome.h"
#include "record/fee.h"

static void
notice_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q = query(rq, Q_NOTICE_OF_CASE);

	query_number(q, "id", (long long)c->id);
	if (!query_next(q))
		return;
	query_row_into(q, page, "notice");
	page_textf(page, "notice.url", "/office/cases/%s/notice", c->number);
}

static void
followup_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q = query(rq, Q_FOLLOWUP_OF_CASE);

	query_number(q, "id", (long long)c->id);
	query_into_one(q, page, "followup");
}

void
outcome_into(struct request *rq, struct page *page, const struct case_row *c)
{
	const char *fees = arena_format(rq->arena, "/office/cases/%s/fees", c->number);

	if (bills_into(rq, page, c->id, fees) > 0 &&
	    fee_refuses_event(rq->db, rq->arena, c->id, EVENT_CLOSE) == REFUSED_UNPAID)
		page_flag(page, "case.held", true);
	page_text(page, "case.fees_url", c->accepted_at != INSTANT_NONE ? fees : "");
	page_textf(page, "case.send_url", "/office/cases/%s/send", c->number);
	if (!state_decided(c->state))
		return;
	deliveries_into(rq, page, c->id);
	notice_into(rq, page, c);
	followup_into(rq, page, c);
}
