/*
 * Fees: what is asked of an applicant, from the list of the guide and nothing else; taken at the till, let off by an
 * approver where the guide allows it, cancelled where it was asked by mistake.  What the bank says comes by the clock.
 *
 * Every act is an event of the case, and moves the case's version: of two who act at once on its bills one is told.
 */
#include "fcgi/office/outcome.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/outcome.h"
#include "record/notice.h"
#include "record/paper.h"
#include "rules/number.h"

enum { PER_PAGE = 20 };

#define VERSION	{ "version", FIELD_NUMBER, .required = true, .least = 1 }

static const struct field bill_fields[] = {
	VERSION,
	{ "fee_position", FIELD_NUMBER, .required = true, .least = 1, .most = 1000 },
	{ "fee_price", FIELD_MONEY, .required = true },
	{ "fee_quantity", FIELD_NUMBER, .required = true, .least = 1, .most = FEE_QUANTITY_MOST },
	{ "fee_working", FIELD_LINES, .most = 500 },
};
const struct form bill_form = FORM(bill_fields);

static const struct field till_fields[] = {
	VERSION,
	{ "till_receipt", FIELD_TEXT, .required = true, .least = 2, .most = 64 },
};
const struct form till_form = FORM(till_fields);

static const struct field waive_fields[] = {
	VERSION,
	{ "waive_amount", FIELD_MONEY, .required = true },
	{ "waive_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form waive_form = FORM(waive_fields);

static const struct field bill_cancel_fields[] = {
	VERSION,
	{ "bill_cancel_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form bill_cancel_form = FORM(bill_cancel_fields);

/* A row of bills: what an act needs of it. */
struct bill {
	uint64_t id;
	long long line, version;
	enum bill_state state;
	fen amount;
	const char *name, *slip_number;
	struct fee_listed listed;
};

static const char *
fees_url(struct request *rq, const struct case_row *c)
{
	return arena_format(rq->arena, "/office/cases/%s/fees", c->number);
}

static const char *
money(struct request *rq, fen amount)
{
	char text[FEE_TEXT];

	return arena_text(rq->arena, fee_show(amount, text));
}

/* ---- asking ---- */

/* The guide's list as choices; with position, whether that is on it. */
static struct fee_listed
listed_into(struct request *rq, struct page *page, const struct case_row *c, long long position, struct query **row)
{
	struct fee_listed found = { 0 };
	struct query *q = query(rq, Q_FEES_LISTED);

	query_number(q, "version_id", (long long)c->item_version);
	for (size_t n = 0; query_next(q); n++) {
		const char *name = arena_format(rq->arena, "choices.fee_position.%zu", n);

		query_row_into(q, page, arena_format(rq->arena, "fees.%zu", n));
		page_flag(page, "charged", query_get_number(q, "charged") != 0);
		page_sub(page, name, "value", query_get(q, "position"));
		page_sub(page, name, "label", arena_format(rq->arena, "%s %s", query_get(q, "name"), query_get(q, "standard")));
		page_flag(page, arena_format(rq->arena, "%s.checked", name), text_is(query_get(q, "position"), form_get(rq, "fee_position")));
		if (query_get_number(q, "position") != position)
			continue;
		found = (struct fee_listed){ true, query_get_number(q, "charged") != 0, query_get_number(q, "reducible") != 0 };
		*row = q;
		return found;
	}
	return found;
}

enum reply
fees_show(struct request *rq, struct page *page)
{
	struct query *row = NULL;
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	bills_into(rq, page, c.id, fees_url(rq, &c));
	listed_into(rq, page, &c, -1, &row);
	page_flag(page, "may_bill", c.own && !step_find(c.state, EVENT_BILL, rq->who.roles & CASE_HANDLERS).refused &&
	    *page_get(page, "charged"));
	if (*form_get(rq, "fee_quantity") == '\0')
		page_text(page, "form.fee_quantity", "1");
	page_flag(page, "optional.fee_working", true);
	page_text(page, "fees_url", fees_url(rq, &c));
	case_crumbs(page, page_word(page, "fee.title"));
	return REPLY_PAGE;
}

/* Its serial has no gap, since the row of the counter is held until the act is committed. */
static const char *
slip_take(struct request *rq, const char *organ)
{
	int year = day_civil(rq->today).year;
	struct query *q = query(rq, Q_SLIP_NEXT);
	char slip[SLIP_TEXT];

	query_text(q, "name", arena_format(rq->arena, "slip:%s:%d", organ, year));
	if (query_run(q) <= 0 || !slip_print(organ, year, (long long)query_id(q), slip))
		return "";
	return arena_text(rq->arena, slip);
}

static void
bill_write(struct request *rq, const struct case_row *c, const struct query *listed, const char *slip, fen price, fen amount)
{
	struct query *line = query(rq, Q_BILL_LINE), *q = query(rq, Q_BILL_ADD);
	uint64_t bill;

	query_number(line, "id", (long long)c->id);
	query_next(line);
	query_number(q, "id", (long long)c->id);
	query_number(q, "line", query_get_number(line, "line"));
	query_number(q, "position", query_get_number(listed, "position"));
	query_text(q, "name", query_get(listed, "name"));
	query_text(q, "standard", query_get(listed, "standard"));
	query_text(q, "basis", query_get(listed, "basis"));
	query_number(q, "price", price);
	query_number(q, "quantity", form_number(rq, "fee_quantity"));
	query_text(q, "working", form_get(rq, "fee_working"));
	query_number(q, "amount", amount);
	query_text(q, "organ", rq->who.organ);
	query_text(q, "slip_number", slip);
	query_instant(q, "now", rq->now);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "asked_name", rq->who.name);
	query_run(q);
	bill = query_id(q);
	q = query(rq, Q_BILL_NOTE);
	query_number(q, "bill", (long long)bill);
	query_instant(q, "now", rq->now);
	query_text(q, "act", "ask");
	query_number(q, "amount", amount);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_text(q, "reason", "");
	query_run(q);
}

static const char *
bill_detail(struct request *rq, const struct query *listed, const char *slip, fen price, fen amount)
{
	char shown[SLIP_SHOWN];

	return record_detail(rq->arena, "fee_name", query_get(listed, "name"), "standard", query_get(listed, "standard"),
	    "basis", query_get(listed, "basis"), "price", money(rq, price), "quantity", form_get(rq, "fee_quantity"),
	    "working", form_get(rq, "fee_working"), "amount", money(rq, amount), "slip_number", slip, "slip_shown",
	    slip_show(slip, shown), NULL);
}

enum reply
fee_bill(struct request *rq, struct page *page)
{
	struct query *listed = NULL;
	struct fee_listed fee;
	fen price, amount;
	struct case_row c;
	enum reply reply;
	const char *slip;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	fee = listed_into(rq, page, &c, form_number(rq, "fee_position"), &listed);
	if (fee_refuses(&fee))
		return page_refuse(page, refusal_name(REFUSED_FEE));
	if (!fee_parse(form_get(rq, "fee_price"), &price) || !fee_total(price, form_number(rq, "fee_quantity"), &amount)) {
		form_error(page, "fee_price", "money");
		return REPLY_INVALID;
	}
	if (!fee_standard_names(query_get(listed, "standard"), price) && text_empty(form_get(rq, "fee_working"))) {
		form_error(page, "fee_working", "fee_working");
		return REPLY_INVALID;
	}
	slip = slip_take(rq, rq->who.organ);
	if (!case_step(rq, page, &c, EVENT_BILL, NULL, bill_detail(rq, listed, slip, price, amount), &reply))
		return reply;
	bill_write(rq, &c, listed, slip, price, amount);
	case_told(rq, &c);
	return page_go(page, "/office/cases/", c.number, "/fees?done=billed", NULL);
}

/* ---- one bill ---- */

static bool
bill_load(struct request *rq, struct page *page, const struct case_row *c, struct bill *b)
{
	struct query *q = query(rq, Q_BILL_OF_CASE);

	query_number(q, "id", (long long)c->id);
	query_number(q, "version_id", (long long)c->item_version);
	query_number(q, "line", request_part_number(rq, "n"));
	if (!query_next(q) || !bill_state_named(query_get(q, "state"), &b->state))
		return false;
	bill_row_into(rq, page, q, "bill");
	b->id = (uint64_t)query_get_number(q, "id");
	b->line = query_get_number(q, "line");
	b->version = query_get_number(q, "bill_version");
	b->amount = query_get_number(q, "amount");
	b->name = query_get(q, "name");
	b->slip_number = query_get(q, "slip_number");
	b->listed = (struct fee_listed){ query_get_number(q, "listed") != 0, query_get_number(q, "charged") != 0,
	    query_get_number(q, "reducible") != 0 };
	page_textf(page, "bill.url", "%s/%lld", fees_url(rq, c), b->line);
	return true;
}

static bool
open_to(struct request *rq, const struct case_row *c, const struct bill *b, enum event event)
{
	return c->own && b->state == BILL_ASKED && !step_find(c->state, event, rq->who.roles & CASE_HANDLERS).refused;
}

enum reply
bill_show(struct request *rq, struct page *page)
{
	struct query *q;
	struct case_row c;
	struct bill b;
	char text[FEE_TEXT];

	if (!case_load(rq, page, &c) || !bill_load(rq, page, &c, &b))
		return REPLY_NOT_FOUND;
	page_flag(page, "may_pay", open_to(rq, &c, &b, EVENT_PAY));
	page_flag(page, "may_waive", open_to(rq, &c, &b, EVENT_WAIVE) && b.listed.reducible);
	page_flag(page, "may_cancel", open_to(rq, &c, &b, EVENT_BILL));
	page_flag(page, "not_reducible", open_to(rq, &c, &b, EVENT_WAIVE) && !b.listed.reducible);
	q = query(rq, Q_BILL_HISTORY);
	query_number(q, "bill", (long long)b.id);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "history.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "amount_text", fee_show(query_get_number(q, "amount"), text));
	}
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, page_get(page, "case.url"), NULL, page_get(page, "case.shown"));
	page_crumb(page, fees_url(rq, &c), "fee.title", NULL);
	page_crumb(page, NULL, NULL, page_get(page, "bill.slip_shown"));
	return REPLY_PAGE;
}

/* What every act on a bill begins with: false, and *reply says how it ends. */
static bool
bill_step(struct request *rq, struct page *page, struct case_row *c, struct bill *b, enum event event, const char *reason,
    const char *(*detail)(struct request *, const struct bill *), enum reply *reply)
{
	if (!case_load(rq, page, c) || !bill_load(rq, page, c, b)) {
		*reply = REPLY_NOT_FOUND;
		return false;
	}
	if (b->state != BILL_ASKED) {
		*reply = page_refuse(page, "bill_ended");
		return false;
	}
	return case_step(rq, page, c, event, reason, detail(rq, b), reply);
}

static void
bill_note(struct request *rq, const struct bill *b, const char *act, fen amount, const char *reason)
{
	struct query *q = query(rq, Q_BILL_NOTE);

	query_number(q, "bill", (long long)b->id);
	query_instant(q, "now", rq->now);
	query_text(q, "act", act);
	query_number(q, "amount", amount);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_text(q, "reason", reason);
	query_run(q);
}

static const char *
pay_detail(struct request *rq, const struct bill *b)
{
	return record_detail(rq->arena, "fee_name", b->name, "slip_number", b->slip_number, "amount", money(rq, b->amount),
	    "fee_channel", "window", "receipt_number", form_get(rq, "till_receipt"), NULL);
}

/* At the till: the whole amount, and the number of the receipt that was given. */
enum reply
bill_pay(struct request *rq, struct page *page)
{
	struct case_row c;
	enum reply reply;
	struct query *q;
	struct bill b;

	if (!bill_step(rq, page, &c, &b, EVENT_PAY, NULL, pay_detail, &reply))
		return reply;
	q = query(rq, Q_BILL_PAID);
	query_number(q, "bill", (long long)b.id);
	query_number(q, "version", b.version);
	query_instant(q, "paid_at", rq->now);
	query_instant(q, "now", rq->now);
	query_text(q, "channel", "window");
	query_text(q, "receipt_number", form_get(rq, "till_receipt"));
	query_text(q, "name", rq->who.name);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	bill_note(rq, &b, "pay", b.amount, form_get(rq, "till_receipt"));
	case_told(rq, &c);
	return page_go(page, "/office/cases/", c.number, "/fees?done=fee_paid", NULL);
}

static const char *
waive_detail(struct request *rq, const struct bill *b)
{
	return record_detail(rq->arena, "fee_name", b->name, "slip_number", b->slip_number, "amount_before", money(rq, b->amount),
	    "amount", form_get(rq, "waive_amount"), NULL);
}

static void
paper_end(struct request *rq, const struct case_row *c, const struct bill *b, const char *code, const char *note)
{
	struct query *q = query(rq, Q_BILL_PAPER_END);

	query_number(q, "id", (long long)c->id);
	query_text(q, "slip_number", b->slip_number);
	query_text(q, "code", code);
	query_text(q, "note", note);
	query_instant(q, "now", rq->now);
	query_run(q);
	paper_list_renew(rq->db, rq->arena, c->id);
}

static bool
bill_end(struct request *rq, const struct bill *b, enum bill_state state, const char *reason)
{
	struct query *q = query(rq, Q_BILL_ENDED);

	query_number(q, "bill", (long long)b->id);
	query_number(q, "version", b->version);
	query_text(q, "state", bill_state_name(state));
	query_text(q, "reason", reason);
	query_instant(q, "now", rq->now);
	query_text(q, "name", rq->who.name);
	return query_run(q) == 1;
}

static bool
bill_reduce(struct request *rq, const struct bill *b, fen amount, const char *reason)
{
	struct query *q = query(rq, Q_BILL_REDUCED);

	query_number(q, "bill", (long long)b->id);
	query_number(q, "version", b->version);
	query_number(q, "amount", amount);
	query_text(q, "reason", reason);
	return query_run(q) == 1;
}

/* Nothing left to pay: it is let off.  Only where the guide says that this fee may be reduced. */
enum reply
bill_waive(struct request *rq, struct page *page)
{
	const char *reason = form_get(rq, "waive_reason");
	struct case_row c;
	enum reply reply;
	struct bill b;
	fen amount;

	if (!case_load(rq, page, &c) || !bill_load(rq, page, &c, &b))
		return REPLY_NOT_FOUND;
	if (!b.listed.reducible)
		return page_refuse(page, "fee_not_reducible");
	if (!fee_parse(form_get(rq, "waive_amount"), &amount) || !fee_may_reduce(&b.listed, b.amount, amount)) {
		form_error(page, "waive_amount", "fee_reduced");
		return REPLY_INVALID;
	}
	if (!bill_step(rq, page, &c, &b, EVENT_WAIVE, reason, waive_detail, &reply))
		return reply;
	if (!(amount == 0 ? bill_end(rq, &b, BILL_WAIVED, reason) : bill_reduce(rq, &b, amount, reason)))
		return REPLY_CONFLICT;
	bill_note(rq, &b, amount == 0 ? "waive" : "reduce", amount, reason);
	if (amount == 0)
		paper_end(rq, &c, &b, "bill_waived", reason);
	case_told(rq, &c);
	return page_go(page, "/office/cases/", c.number, "/fees?done=fee_waived", NULL);
}

static const char *
cancel_detail(struct request *rq, const struct bill *b)
{
	return record_detail(rq->arena, "kind", "cancelled", "fee_name", b->name, "slip_number", b->slip_number, "amount",
	    money(rq, b->amount), NULL);
}

/* Asked by mistake.  Its paper is recalled with it, and the applicant told. */
enum reply
bill_cancel(struct request *rq, struct page *page)
{
	const char *reason = form_get(rq, "bill_cancel_reason");
	struct case_row c;
	enum reply reply;
	struct bill b;

	if (!bill_step(rq, page, &c, &b, EVENT_BILL, reason, cancel_detail, &reply))
		return reply;
	if (!bill_end(rq, &b, BILL_CANCELLED, reason))
		return REPLY_CONFLICT;
	bill_note(rq, &b, "cancel", b.amount, reason);
	paper_end(rq, &c, &b, "bill_cancelled", reason);
	notice_send(rq->db, rq->arena, &(struct notice){ .case_id = c.id, .kind = "bill_cancelled", .at = rq->now,
	    .reason = arena_format(rq->arena, "%s: %s", b.name, reason), .due_on = DAY_NONE });
	return page_go(page, "/office/cases/", c.number, "/fees?done=bill_cancelled", NULL);
}

/* ---- the desk: what is waited for, and what banks sent that fits no bill ---- */

static const char *const sides[] = { "asked", "wrong", NULL };
static const struct field fee_desk_fields[] = {
	{ "side", FIELD_CHOICE, .choices = sides },
	{ "page", FIELD_NUMBER, .least = 1, .most = 500 },
};
const struct form fee_desk_form = FORM(fee_desk_fields);

static const struct field settle_fields[] = {
	VERSION,
	{ "settle_note", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form settle_form = FORM(settle_fields);

static void
case_link(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	char shown[CASE_NUMBER_SHOWN];

	page_sub(page, row, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	page_sub(page, row, "url", arena_format(rq->arena, "/office/cases/%s/fees/%s", query_get(q, "number"),
	    query_get(q, "line")));
}

static long long
rows_into(struct request *rq, struct page *page, bool wrong, long long number)
{
	struct query *q = query(rq, wrong ? Q_PAYMENTS_WRONG : Q_BILLS_WAITING);
	char slip[SLIP_SHOWN];
	long long found = 0;

	query_text(q, "organ", rq->who.organ);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "rows.%zu", n);

		found = query_get_number(q, "found");
		query_row_into(q, page, row);
		page_sub(page, row, "slip_shown", slip_show(query_get(q, "slip_number"), slip));
		page_sub(page, row, "amount_text", query_is_null(q, "amount") ? "" : money(rq, query_get_number(q, "amount")));
		if (wrong)
			page_sub(page, row, "settle_url", arena_format(rq->arena, "/office/payments/%s/%s",
			    query_get(q, "file_id"), query_get(q, "line")));
		else
			case_link(rq, page, row, q);
	}
	return found;
}

enum reply
fee_desk(struct request *rq, struct page *page)
{
	bool wrong = text_is(form_get(rq, "side"), "wrong");
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, found;

	for (size_t i = 0; sides[i] != NULL; i++) {
		const char *tab = arena_format(rq->arena, "tabs.%zu", i);

		page_sub(page, tab, "label", page_word(page, arena_format(rq->arena, "fee_side.%s", sides[i])));
		page_sub(page, tab, "url", arena_format(rq->arena, "/office/fees?side=%s", sides[i]));
		page_flag(page, arena_format(rq->arena, "%s.current", tab), text_is(sides[i], wrong ? "wrong" : "asked"));
	}
	found = rows_into(rq, page, wrong, number);
	page_flag(page, "wrong", wrong);
	page_flag(page, "may_settle", (rq->who.roles & ROLE_CLERK) != 0);
	page_pager(page, number, PER_PAGE, found);
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, NULL, "fee.title", NULL);
	return REPLY_PAGE;
}

/* What became of it is the note: given back by the bank, booked by hand … */
enum reply
payment_settle(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_PAYMENT_SETTLE);

	query_number(q, "file", request_part_number(rq, "id"));
	query_number(q, "line", request_part_number(rq, "n"));
	query_number(q, "version", form_number(rq, "version"));
	query_text(q, "organ", rq->who.organ);
	query_instant(q, "now", rq->now);
	query_text(q, "name", rq->who.name);
	query_text(q, "note", form_get(rq, "settle_note"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	return page_go(page, "/office/fees?side=wrong&done=payment_settled", NULL);
}
