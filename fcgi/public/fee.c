/*
 * fee.c - what an applicant owes, and how it is paid: the slip's number is all a bank asks for.
 *
 * Nothing here marks a bill as paid: the till and the bank do (fcgi/office/fee.c, clock/payments.c).
 */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "fcgi/worker/outcome.h"
#include "generated/queries/outcome.h"

static struct query *
bill_load(struct request *rq, struct page *page, struct own *o)
{
	struct query *q;

	if (!own_load_by_number(rq, page, o))
		return NULL;
	q = query(rq, Q_BILL_OF_CASE);
	query_number(q, "id", (long long)o->id);
	query_number(q, "version_id", (long long)o->item_version);
	query_number(q, "line", request_part_number(rq, "n"));
	return query_next(q) ? q : NULL;
}

/* The bill to be paid; once it is paid, its receipt. */
enum reply
my_bill(struct request *rq, struct page *page)
{
	struct query *q;
	struct own o;

	if ((q = bill_load(rq, page, &o)) == NULL)
		return REPLY_NOT_FOUND;
	bill_row_into(rq, page, q, "bill");
	page_textf(page, "bill.url", "%s/fees/%s", page_get(page, "case.my_url"), query_get(q, "line"));
	page_textf(page, "bill.qr_url", "%s/qr.svg", page_get(page, "bill.url"));
	page_textf(page, "print_url", "%s?print=1", page_get(page, "bill.url"));
	my_case_crumbs(page, text_is(query_get(q, "state"), "asked") ? "fee.pay" : "fee.receipt");
	return REPLY_PAGE;
}

enum reply
my_bill_qr(struct request *rq, struct page *page)
{
	struct query *q;
	struct own o;

	if ((q = bill_load(rq, page, &o)) == NULL || !text_is(query_get(q, "state"), bill_state_name(BILL_ASKED)))
		return REPLY_NOT_FOUND;
	return page_qr(page, query_get(q, "slip_number"));
}
