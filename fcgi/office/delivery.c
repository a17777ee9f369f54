/*
 * Delivery 送达: at the window against a signature, by courier until somebody signs for it.  What is fetched online its
 * applicant delivers by opening it (fcgi/public/my_delivery.c).
 *
 * The applicant's choice holds: nothing is sent that was to be fetched.  Who comes to the window all the same is given
 * it there.
 */
#include "fcgi/office/outcome.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"
#include "generated/queries/outcome.h"
#include "record/notice.h"
#include "rules/number.h"
#include "rules/window.h"

enum { PER_PAGE = 20, LABELS_MOST = 200 };

#define VERSION	{ "version", FIELD_NUMBER, .required = true, .least = 1 }

static const char *const ways[] = { "window", "courier", NULL };
static const char *const relations[] = { "self", "agent", "family", "colleague", "other", NULL };
static const char *const seen[] = { "card", "household", "passport", "licence", "electronic", NULL };

static const struct field deliver_fields[] = {
	VERSION,
	{ "delivered_by", FIELD_CHOICE, .required = true, .choices = ways },
	{ "receiver", FIELD_TEXT, .required = true, .most = 100 },
	{ "relation", FIELD_CHOICE, .required = true, .choices = relations },
	{ "identity_seen", FIELD_CHOICE, .choices = seen },
	{ "identity_tail", FIELD_CODE, .least = 4, .most = 4 },
	{ "signed_on", FIELD_DAY },
};
const struct form deliver_form = FORM(deliver_fields);

static const struct field send_fields[] = {
	VERSION,
	{ "courier_company", FIELD_TEXT, .required = true, .least = 2, .most = 100 },
	{ "tracking_number", FIELD_CODE, .required = true, .least = 4, .most = 40 },
};
const struct form send_form = FORM(send_fields);

static const struct field returned_fields[] = {
	VERSION,
	{ "returned_reason", FIELD_TEXT, .required = true, .least = 2, .most = 500 },
};
const struct form returned_form = FORM(returned_fields);

static const char *const methods[] = { "window", "courier", "online", NULL };
static const struct field deliveries_fields[] = {
	{ "method", FIELD_CHOICE, .choices = methods },
	{ "page", FIELD_NUMBER, .least = 1, .most = 500 },
};
const struct form deliveries_form = FORM(deliveries_fields);

/* ---- how it went out before ---- */

struct last {
	long long round;
	bool under_way;
	const char *company, *tracking_number;
	struct day sent_on;
};

static struct last
last_load(struct request *rq, const struct case_row *c)
{
	struct query *q = query(rq, Q_DELIVERY_LAST);
	struct last last = { .company = "", .tracking_number = "", .sent_on = DAY_NONE };

	query_number(q, "id", (long long)c->id);
	if (!query_next(q))
		return last;
	last.round = query_get_number(q, "round");
	last.under_way = text_is(query_get(q, "state"), "sent");
	last.company = query_get(q, "company");
	last.tracking_number = query_get(q, "tracking_number");
	last.sent_on = day_of_instant(query_get_instant(q, "sent_at"));
	return last;
}

/* ---- handed over ---- */

static void
forms_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct last last = last_load(rq, c);
	char day[DAY_TEXT];

	page_flag(page, "under_way", last.under_way);
	page_text(page, "last.company", last.company);
	page_text(page, "last.tracking_number", last.tracking_number);
	page_flag(page, "may_send", text_is(page_get(page, "case.delivery"), "courier") && !last.under_way);
	page_text(page, "optional.identity_tail", "1");
	page_choices(page, "relation", relations, "relation", *form_get(rq, "relation") ? form_get(rq, "relation") : "self");
	page_choices(page, "identity_seen", seen, "identity_paper", form_get(rq, "identity_seen"));
	if (*form_get(rq, "signed_on") == '\0')
		page_text(page, "form.signed_on", day_print(rq->today, day));
	if (rq->route->method == GET)
		page_text(page, "form.receiver", page_get(page, text_is(page_get(page, "case.applicant_kind"), "person") ?
		    "case.applicant_name" : "case.contact_name"));
	bills_into(rq, page, c->id, NULL);
	deliveries_into(rq, page, c->id);
}

enum reply
deliver_show(struct request *rq, struct page *page)
{
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!act_allowed(rq, page, &c, EVENT_DELIVER))
		return REPLY_PAGE;
	forms_into(rq, page, &c);
	case_crumbs(page, page_word(page, "action.deliver"));
	return REPLY_PAGE;
}

/* Each way leaves its own proof (送达回证). */
static bool
proof_given(struct request *rq, struct page *page, const struct last *last)
{
	bool window = text_is(form_get(rq, "delivered_by"), "window");
	struct day on = form_day(rq, "signed_on");

	if (window && *form_get(rq, "identity_seen") == '\0')
		form_error(page, "identity_seen", "required");
	else if (!window && !day_known(on))
		form_error(page, "signed_on", "required");
	else if (!window && (day_before(rq->today, on) || day_before(on, last->sent_on)))
		form_error(page, "signed_on", "signed_on");
	else
		return true;
	return false;
}

static void
window_write(struct request *rq, const struct case_row *c, const struct last *last)
{
	struct query *q = query(rq, Q_DELIVERY_ADD);

	query_number(q, "id", (long long)c->id);
	query_number(q, "round", last->round + 1);
	query_text(q, "method", "window");
	query_text(q, "state", "signed");
	query_text(q, "company", "");
	query_text(q, "tracking_number", "");
	query_text(q, "addressee", "");
	query_text(q, "phone", "");
	query_text(q, "address", "");
	query_instant(q, "sent_at", rq->now);
	query_text(q, "sent_name", rq->who.name);
	query_day(q, "signed_on", rq->today);
	query_text(q, "receiver", form_get(rq, "receiver"));
	query_text(q, "relation", form_get(rq, "relation"));
	query_text(q, "identity_seen", form_get(rq, "identity_seen"));
	query_text(q, "identity_tail", form_get(rq, "identity_tail"));
	query_instant(q, "ended_at", rq->now);
	query_text(q, "ended_name", rq->who.name);
	query_run(q);
}

static bool
courier_write(struct request *rq, const struct case_row *c, const struct last *last)
{
	struct query *q = query(rq, Q_DELIVERY_SIGNED);

	query_number(q, "id", (long long)c->id);
	query_number(q, "round", last->round);
	query_day(q, "signed_on", form_day(rq, "signed_on"));
	query_text(q, "receiver", form_get(rq, "receiver"));
	query_text(q, "relation", form_get(rq, "relation"));
	query_instant(q, "now", rq->now);
	query_text(q, "name", rq->who.name);
	return query_run(q) == 1;
}

static const char *
deliver_detail(struct request *rq, const struct last *last)
{
	bool window = text_is(form_get(rq, "delivered_by"), "window");

	return record_detail(rq->arena, "delivered_by", form_get(rq, "delivered_by"), "receiver", form_get(rq, "receiver"),
	    "relation", form_get(rq, "relation"), "identity_seen", window ? form_get(rq, "identity_seen") : "",
	    "identity_tail", window ? form_get(rq, "identity_tail") : "",
	    "courier_company", window ? "" : last->company, "tracking_number", window ? "" : last->tracking_number,
	    "signed_on", window ? record_day(rq->arena, rq->today) : form_get(rq, "signed_on"),
	    "delivered_at", record_instant(rq->arena, rq->now), "due_on", "", NULL);
}

enum reply
case_deliver(struct request *rq, struct page *page)
{
	bool window = text_is(form_get(rq, "delivered_by"), "window");
	struct case_row c;
	enum reply reply;
	struct query *q;
	struct last last;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	last = last_load(rq, &c);
	if (c.state == STATE_CLOSED && window == last.under_way)
		return page_refuse(page, window ? "delivery_under_way" : "delivery_not_sent");
	if (!proof_given(rq, page, &last))
		return REPLY_INVALID;
	c.nothing_handed = !window;	/* it was handed out when it was sent */
	if (!case_step(rq, page, &c, EVENT_DELIVER, NULL, deliver_detail(rq, &last), &reply))
		return reply;
	q = query(rq, Q_CASE_DELIVERED);
	query_number(q, "id", (long long)c.id);
	query_instant(q, "now", rq->now);
	query_run(q);
	if (window)
		window_write(rq, &c, &last);
	else if (!courier_write(rq, &c, &last))
		return REPLY_CONFLICT;
	return case_go(rq, page, &c, "delivered");
}

/* ---- sent by courier ---- */

enum reply
send_show(struct request *rq, struct page *page)
{
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!act_allowed(rq, page, &c, EVENT_SEND))
		return REPLY_PAGE;
	forms_into(rq, page, &c);
	case_crumbs(page, page_word(page, "action.send"));
	return REPLY_PAGE;
}

static const char *
send_refused(struct page *page, const struct case_row *c, const struct last *last)
{
	if (c->state != STATE_CLOSED)
		return NULL;		/* the step table says why */
	if (!text_is(page_get(page, "case.delivery"), "courier") || text_empty(page_get(page, "case.delivery_address")))
		return "delivery_choice";
	return last->under_way ? "delivery_under_way" : NULL;
}

static void
sent_write(struct request *rq, struct page *page, const struct case_row *c, const struct last *last)
{
	struct query *q = query(rq, Q_DELIVERY_ADD);

	query_number(q, "id", (long long)c->id);
	query_number(q, "round", last->round + 1);
	query_text(q, "method", "courier");
	query_text(q, "state", "sent");
	query_text(q, "company", form_get(rq, "courier_company"));
	query_text(q, "tracking_number", form_get(rq, "tracking_number"));
	query_text(q, "addressee", page_get(page, "case.contact_name"));
	query_text(q, "phone", page_get(page, "case.contact_phone"));
	query_text(q, "address", page_get(page, "case.delivery_address"));
	query_instant(q, "sent_at", rq->now);
	query_text(q, "sent_name", rq->who.name);
	query_day(q, "signed_on", DAY_NONE);
	query_text(q, "receiver", "");
	query_text(q, "relation", "");
	query_text(q, "identity_seen", "");
	query_text(q, "identity_tail", "");
	query_null(q, "ended_at");
	query_text(q, "ended_name", "");
	query_run(q);
}

enum reply
case_send(struct request *rq, struct page *page)
{
	const char *company = form_get(rq, "courier_company"), *number = form_get(rq, "tracking_number"), *why;
	struct case_row c;
	enum reply reply;
	struct last last;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	last = last_load(rq, &c);
	if ((why = send_refused(page, &c, &last)) != NULL)
		return page_refuse(page, why);
	if (!case_step(rq, page, &c, EVENT_SEND, arena_format(rq->arena, "%s %s", company, number), record_detail(rq->arena,
	    "courier_company", company, "tracking_number", number, NULL), &reply))
		return reply;
	sent_write(rq, page, &c, &last);
	return case_go(rq, page, &c, "sent");
}

/* It came back.  Kept, told to the applicant, and sent again or fetched. */
enum reply
case_returned(struct request *rq, struct page *page)
{
	const char *reason = form_get(rq, "returned_reason");
	struct case_row c;
	enum reply reply;
	struct query *q;
	struct last last;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	last = last_load(rq, &c);
	if (!last.under_way)
		return page_refuse(page, "delivery_not_sent");
	c.nothing_handed = true;
	if (!case_step(rq, page, &c, EVENT_SEND, reason, record_detail(rq->arena, "kind", "returned", "courier_company",
	    last.company, "tracking_number", last.tracking_number, NULL), &reply))
		return reply;
	q = query(rq, Q_DELIVERY_RETURNED);
	query_number(q, "id", (long long)c.id);
	query_number(q, "round", last.round);
	query_text(q, "reason", reason);
	query_instant(q, "now", rq->now);
	query_text(q, "name", rq->who.name);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	notice_send(rq->db, rq->arena, &(struct notice){ .case_id = c.id, .kind = "returned", .at = rq->now, .reason = reason,
	    .due_on = DAY_NONE });
	return page_go(page, "/office/cases/", c.number, "?done=returned", NULL);
}

/* ---- what waits ---- */

static struct query *
waiting(struct request *rq, const char *method, bool only_unsent, long long per_page, long long skip)
{
	struct query *q = query(rq, Q_DELIVERIES_WAITING);

	query_text(q, "organ", rq->who.organ);
	query_text(q, "method", method);
	query_number(q, "only_unsent", only_unsent);
	query_number(q, "per_page", per_page);
	query_number(q, "skip", skip);
	return q;
}

static void
row_into(struct request *rq, struct page *page, const char *row, struct query *q)
{
	char shown[CASE_NUMBER_SHOWN];

	query_row_into(q, page, row);
	page_sub(page, row, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	page_sub(page, row, "url", arena_format(rq->arena, "/office/cases/%s", query_get(q, "number")));
	page_flag(page, arena_format(rq->arena, "%s.held", row), query_get_number(q, "unpaid") > 0);
	page_sub(page, row, "delivery_state", query_is_null(q, "delivery_state") ? "waiting" : query_get(q, "delivery_state"));
	due_into(rq, page, arena_format(rq->arena, "%s.tag", row), &(struct clock){
	    .calendar = request_calendar_version(rq, (unsigned)query_get_number(q, "calendar")),
	    .from = day_of_instant(query_get_instant(q, "decided_at")), .due = query_get_day(q, "due_on") });
}

enum reply
deliveries_show(struct request *rq, struct page *page)
{
	const char *method = *form_get(rq, "method") ? form_get(rq, "method") : "window";
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, found = 0;
	struct query *counts = query(rq, Q_DELIVERIES_COUNTS), *q;

	query_text(counts, "organ", rq->who.organ);
	query_next(counts);
	for (size_t i = 0; methods[i] != NULL; i++) {
		const char *tab = arena_format(rq->arena, "tabs.%zu", i);

		page_sub(page, tab, "label", page_word(page, arena_format(rq->arena, "delivery.%s", methods[i])));
		page_sub(page, tab, "url", arena_format(rq->arena, "/office/deliveries?method=%s", methods[i]));
		page_sub(page, tab, "count", arena_format(rq->arena, "%lld", query_get_number(counts, methods[i])));
		page_flag(page, arena_format(rq->arena, "%s.current", tab), text_is(methods[i], method));
	}
	q = waiting(rq, method, false, PER_PAGE, (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		found = query_get_number(q, "found");
		row_into(rq, page, arena_format(rq->arena, "rows.%zu", n), q);
	}
	page_text(page, "method", method);
	page_flag(page, "clerk", (rq->who.roles & ROLE_CLERK) != 0);
	page_pager(page, number, PER_PAGE, found);
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, NULL, "delivery_page.title", NULL);
	return REPLY_PAGE;
}

/* Labels for what goes out by courier and is paid for. */
enum reply
labels_show(struct request *rq, struct page *page)
{
	struct query *sender = query(rq, Q_DELIVERY_SENDER), *q = waiting(rq, "courier", true, LABELS_MOST, 0);
	size_t n = 0;

	query_text(sender, "organ", rq->who.organ);
	query_into_one(sender, page, "sender");
	while (query_next(q))
		if (query_get_number(q, "unpaid") == 0)
			row_into(rq, page, arena_format(rq->arena, "labels.%zu", n++), q);
	page_crumb(page, "/office/deliveries?method=courier", "delivery_page.title", NULL);
	page_crumb(page, NULL, "delivery_page.labels", NULL);
	return REPLY_PAGE;
}
