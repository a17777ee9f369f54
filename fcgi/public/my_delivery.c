/*
 * my_delivery.c - how the result comes: changed by its applicant until it is on its way, and, where it is fetched
 * online, delivered by being opened.
 *
 * Opening is an act of the applicant's own and a row of the record.  Nothing counts as delivered because time has
 * passed: ten working days bind the organ (Licensing Law 44), not the applicant.
 */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/outcome.h"

static const char *const ways[] = { "window", "courier", "online", NULL };

static const struct field my_delivery_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "contact_name", FIELD_TEXT, .required = true, .most = 100 },
	{ "contact_phone", FIELD_PHONE, .required = true },
	{ "delivery", FIELD_CHOICE, .required = true, .choices = ways },
	{ "delivery_address", FIELD_TEXT, .most = 300 },
};
const struct form my_delivery_form = FORM(my_delivery_fields);

static const struct field result_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
};
const struct form result_form = FORM(result_fields);

/* Before it is sent: a courier who brings it back leaves the choice open again. */
static bool
changeable(struct request *rq, const struct own *o)
{
	struct query *q = query(rq, Q_DELIVERY_LAST);

	if (o->state == STATE_DRAFT || !state_open(o->state))
		return false;
	query_number(q, "id", (long long)o->id);
	return !query_next(q) || !text_is(query_get(q, "state"), "sent");
}

void
my_delivery_into(struct request *rq, struct page *page, const struct own *o)
{
	if (changeable(rq, o))
		page_textf(page, "delivery_url", "%s/delivery", page_get(page, "case.my_url"));
	if (o->state == STATE_CLOSED && text_is(o->delivery, "online"))
		page_textf(page, "result_url", "%s/result", page_get(page, "case.my_url"));
}

enum reply
my_delivery_show(struct request *rq, struct page *page)
{
	bool posted = rq->route->method == POST;
	struct own o;

	if (!own_load_by_number(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (!changeable(rq, &o))
		return page_go(page, "/my/cases/", o.number, NULL);
	if (!posted) {
		page_text(page, "form.contact_name", o.contact_name);
		page_text(page, "form.contact_phone", o.contact_phone);
		page_text(page, "form.delivery_address", o.delivery_address);
	}
	page_text(page, "optional.delivery_address", "1");
	page_choices(page, "delivery", ways, "delivery", posted ? form_get(rq, "delivery") : o.delivery);
	my_case_crumbs(page, "delivery_page.change");
	return REPLY_PAGE;
}

static void
change_note(struct request *rq, const struct own *o)
{
	struct query *q = query(rq, Q_OWN_DELIVERY_NOTE);

	query_number(q, "id", (long long)o->id);
	query_instant(q, "now", rq->now);
	query_number(q, "applicant", (long long)rq->who.account);
	query_text(q, "before", o->delivery);
	query_text(q, "delivery", form_get(rq, "delivery"));
	query_text(q, "delivery_address", form_get(rq, "delivery_address"));
	query_text(q, "contact_name", form_get(rq, "contact_name"));
	query_text(q, "contact_phone", form_get(rq, "contact_phone"));
	query_run(q);
}

enum reply
my_delivery_save(struct request *rq, struct page *page)
{
	struct query *q;
	struct own o;

	if (!own_load_by_number(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (!changeable(rq, &o))
		return page_refuse(page, "delivery_sent");
	if (text_is(form_get(rq, "delivery"), "courier") && text_empty(form_get(rq, "delivery_address"))) {
		form_error(page, "delivery_address", "required");
		return REPLY_INVALID;
	}
	q = query(rq, Q_OWN_DELIVERY_SET);
	query_number(q, "id", (long long)o.id);
	query_number(q, "applicant", (long long)rq->who.account);
	query_number(q, "version", form_number(rq, "version"));
	query_text(q, "delivery", form_get(rq, "delivery"));
	query_text(q, "delivery_address", form_get(rq, "delivery_address"));
	query_text(q, "contact_name", form_get(rq, "contact_name"));
	query_text(q, "contact_phone", form_get(rq, "contact_phone"));
	if (query_run(q) != 1)
		return page_refuse(page, "stale");
	change_note(rq, &o);
	return page_go(page, "/my/cases/", o.number, "?done=delivery_changed", NULL);
}

static void
opened_write(struct request *rq, const struct own *o)
{
	struct query *last = query(rq, Q_DELIVERY_LAST), *q = query(rq, Q_OWN_DELIVERED);

	query_number(q, "id", (long long)o->id);
	query_number(q, "applicant", (long long)rq->who.account);
	query_instant(q, "now", rq->now);
	query_run(q);
	query_number(last, "id", (long long)o->id);
	q = query(rq, Q_DELIVERY_ADD);
	query_number(q, "id", (long long)o->id);
	query_number(q, "round", query_next(last) ? query_get_number(last, "round") + 1 : 1);
	query_text(q, "method", "online");
	query_text(q, "state", "signed");
	query_text(q, "company", "");
	query_text(q, "tracking_number", "");
	query_text(q, "addressee", rq->who.name);
	query_text(q, "phone", "");
	query_text(q, "address", "");
	query_instant(q, "sent_at", rq->now);
	query_text(q, "sent_name", "");
	query_day(q, "signed_on", rq->today);
	query_text(q, "receiver", rq->who.name);
	query_text(q, "relation", "self");
	query_text(q, "identity_seen", "");
	query_text(q, "identity_tail", "");
	query_instant(q, "ended_at", rq->now);
	query_text(q, "ended_name", rq->who.name);
	query_run(q);
}

/* The decision, or where the case is if its paper does not stand. */
static enum reply
result_go(struct request *rq, struct page *page, const struct own *o)
{
	struct query *q = query(rq, Q_OWN_RESULT_PAPER);

	query_number(q, "id", (long long)o->id);
	if (query_next(q))
		return page_go(page, "/papers/", query_get(q, "code"), NULL);
	return page_go(page, "/my/cases/", o->number, "?done=delivered", NULL);
}

enum reply
my_result_open(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct own o;

	if (!own_load_by_number(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (o.state == STATE_CLOSED && !text_is(o.delivery, "online"))
		return page_refuse(page, "delivery_not_online");
	if (!own_act(rq, page, &o, EVENT_DELIVER, form_number(rq, "version"), NULL, record_detail(rq->arena, "delivered_by", "online",
	    "receiver", rq->who.name, "delivered_at", record_instant(rq->arena, rq->now), "due_on", "", NULL), &reply))
		return reply;
	opened_write(rq, &o);
	own_told(rq, &o);
	return result_go(rq, page, &o);
}
