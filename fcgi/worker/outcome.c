/* outcome.c - see outcome.h. */
#include "fcgi/worker/outcome.h"

#include "base/text.h"
#include "generated/queries/outcome.h"

void
bill_row_into(struct request *rq, struct page *page, struct query *q, const char *name)
{
	char text[FEE_TEXT], shown[SLIP_SHOWN];

	query_row_into(q, page, name);
	page_sub(page, name, "price_text", arena_text(rq->arena, fee_show(query_get_number(q, "price"), text)));
	page_sub(page, name, "amount_text", arena_text(rq->arena, fee_show(query_get_number(q, "amount"), text)));
	page_sub(page, name, "slip_shown", arena_text(rq->arena, slip_show(query_get(q, "slip_number"), shown)));
}

fen
bills_into(struct request *rq, struct page *page, uint64_t case_id, const char *base)
{
	struct query *q = query(rq, Q_BILLS_OF_CASE);
	char text[FEE_TEXT];
	fen owed = 0;

	query_number(q, "id", (long long)case_id);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "bills.%zu", n);

		bill_row_into(rq, page, q, row);
		page_sub(page, row, "url", base == NULL ? "" : arena_format(rq->arena, "%s/%s", base, query_get(q, "line")));
		if (text_is(query_get(q, "state"), bill_state_name(BILL_ASKED)))
			owed += query_get_number(q, "amount");
	}
	if (owed > 0)
		page_say(page, "bills_owed", "fee.owed", "amount", fee_show(owed, text), NULL);
	return owed;
}

void
deliveries_into(struct request *rq, struct page *page, uint64_t case_id)
{
	struct query *q = query(rq, Q_DELIVERIES_OF_CASE);

	query_number(q, "id", (long long)case_id);
	for (size_t n = 0; query_next(q); n++)
		query_row_into(q, page, arena_format(rq->arena, "deliveries.%zu", n));
}
