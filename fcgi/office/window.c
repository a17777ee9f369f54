/* window.c - what is handed in, by whom, and who comes instead: the first two pages of the window. */
#include "fcgi/office/window.h"

#include "base/text.h"
#include "fcgi/office/counter.h"
#include "fcgi/office/forms.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"
#include "fcgi/worker/guide.h"
#include "generated/queries/intake.h"
#include "generated/queries/licence.h"
#include "record/licence.h"
#include "rules/identity.h"
#include "rules/number.h"
#include "rules/window.h"

#include <string.h>

static const char *const kinds[] = { "person", "enterprise", NULL };
static const char *const papers[] = { "card", "household", "passport", "licence", "electronic", NULL };
static const char *const acting[] = { "self", "agent", NULL };
static const char *const ways[] = { "window", "courier", "online", NULL };

static const struct field home_fields[] = {
	{ "item_find", FIELD_TEXT, .most = 100 },
};
static const struct field who_fields[] = {
	{ "ticket", FIELD_NUMBER },	/* the number in the queue it is for */
	{ "version", FIELD_NUMBER },
	{ "applicant_kind", FIELD_CHOICE, .required = true, .choices = kinds },
	{ "applicant_name", FIELD_TEXT, .required = true, .least = 2, .most = 100 },
	{ "holder_number", FIELD_CODE, .required = true, .most = 32 },
	{ "identity_seen", FIELD_CHOICE, .required = true, .choices = papers },
	{ "acting", FIELD_CHOICE, .required = true, .choices = acting },
	{ "agent_name", FIELD_TEXT, .most = 100 },
	{ "agent_number", FIELD_CODE, .most = 32 },
	{ "agent_seen", FIELD_CHOICE, .choices = papers },
	{ "contact_phone", FIELD_PHONE, .required = true },
	{ "delivery", FIELD_CHOICE, .required = true, .choices = ways },
	{ "delivery_address", FIELD_TEXT, .most = 300 },
};
static const struct field item_fields[] = {
	{ "ticket", FIELD_NUMBER },
};
const struct form window_form_item = FORM(item_fields);
const struct form window_form_home = FORM(home_fields);
const struct form window_form_who = FORM(who_fields);

/* ---- finding what is handed in ---- */

static const char *
area_of(const struct request *rq)
{
	return rq->who.area ? rq->who.area : "";
}

static bool
takes(const struct request *rq, const struct query *q)
{
	return scope_takes(query_get(q, "scope"), query_get(q, "organ_code"), query_get(q, "owner_area"), rq->who.organ,
	    area_of(rq));
}

static void
found_into(struct request *rq, struct page *page)
{
	const char *find = form_get(rq, "item_find");
	struct query *q;
	size_t n = 0;

	if (text_empty(find))
		return;
	q = query(rq, Q_WINDOW_ITEMS);
	query_text(q, "find", find);
	query_text(q, "like", like_anywhere(rq, find));
	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	for (; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "items.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "title", query_said(rq, q, "title"));
		page_flag(page, arena_format(rq->arena, "%s.takes", row), takes(rq, q));
		page_flag(page, arena_format(rq->arena, "%s.ours", row), text_is(query_get(q, "organ_code"), rq->who.organ));
		page_textf(page, arena_format(rq->arena, "%s.url", row), "/office/window/items/%s", query_get(q, "item_code"));
	}
	page_flag(page, "none_found", n == 0);
}

static void
list_into(struct request *rq, struct page *page, const struct statement *statement, const char *name, const char *last)
{
	struct query *q = query(rq, statement);
	char shown[CASE_NUMBER_SHOWN];

	query_text(q, "organ", rq->who.organ);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "%s.%zu", name, n), *number = *last ? query_get(q, "number") : "";

		query_row_into(q, page, row);
		page_textf(page, arena_format(rq->arena, "%s.url", row), "/office/window/%s%s", query_get(q, "id"), last);
		page_sub(page, row, "shown", case_number_show(number, shown) ? shown : number);
	}
}

enum reply
window_home(struct request *rq, struct page *page)
{
	found_into(rq, page);
	list_into(rq, page, Q_WINDOW_DRAFTS, "drafts", "");
	list_into(rq, page, Q_WINDOW_TAKEN, "taken", "/receipt");
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, NULL, "nav.window", NULL);
	return REPLY_PAGE;
}

bool
window_item_load(struct request *rq, struct page *page, const char *code, struct window_item *item, enum reply *reply)
{
	uint64_t version = guide_version(rq, code, DAY_NONE);
	struct query *q = query(rq, Q_WINDOW_ITEM);

	query_number(q, "id", (long long)version);
	if (version == 0 || !query_next(q)) {
		*reply = page_refuse(page, refusal_name(REFUSED_UNLISTED));
		return false;
	}
	if (!takes(rq, q)) {
		*reply = page_refuse(page, "out_of_scope");
		return false;
	}
	*item = (struct window_item){ .version = version, .code = query_get(q, "item_code"), .scope = query_get(q, "scope"),
	    .organ = query_get(q, "organ_code"), .area = query_get(q, "owner_area"), .audiences = query_get(q, "audiences") };
	query_row_into(q, page, "item");
	page_text(page, "item.title", query_said(rq, q, "title"));
	page_flag(page, "item.ours", text_is(item->organ, rq->who.organ));
	return true;
}

/* ---- a case of the window ---- */

bool
window_load(struct request *rq, struct page *page, struct window_case *c)
{
	struct query *q = query(rq, Q_WINDOW_CASE);
	char shown[CASE_NUMBER_SHOWN];

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "organ", rq->who.organ);
	if (!query_next(q) || !state_named(query_get(q, "state"), &c->state))
		return false;
	c->id = (uint64_t)query_get_number(q, "id");
	c->item_version = (uint64_t)query_get_number(q, "item_version_id");
	c->version = query_get_number(q, "version");
	c->number = query_get(q, "number");
	c->query_code = query_get(q, "query_code");
	c->item_code = query_get(q, "item_code");
	c->organ = query_get(q, "organ_code");
	c->area = query_get(q, "area_code");
	c->organ_area = query_get(q, "organ_area");
	c->promise_text = query_get(q, "promise_text");
	c->kind = query_get(q, "applicant_kind");
	c->name = query_get(q, "applicant_name");
	c->holder = query_get(q, "applicant_number");
	c->phone = query_get(q, "contact_phone");
	c->low_risk = query_get_number(q, "low_risk") != 0;
	c->lacking_days = (int)query_get_number(q, "lacking_days");
	query_row_into(q, page, "case");
	page_text(page, "case.title", query_said(rq, q, "title"));
	page_text(page, "case.shown", case_number_show(c->number, shown) ? shown : c->number);
	page_textf(page, "case.url", "/office/window/%llu", (unsigned long long)c->id);
	page_flag(page, "case.ours", text_is(c->organ, rq->who.organ));
	return true;
}

bool
window_touch(struct request *rq, const struct window_case *c)
{
	struct query *q = query(rq, Q_WINDOW_TOUCH);

	query_number(q, "id", (long long)c->id);
	query_text(q, "organ", rq->who.organ);
	query_instant(q, "now", rq->now);
	return query_run(q) == 1;
}

bool
window_barred(struct request *rq, const char *kind, const char *number)
{
	struct query *q = query(rq, Q_BARRED_LOAD);

	query_text(q, "id_kind", text_is(kind, "person") ? "citizen" : "credit");
	query_text(q, "number", number);
	return query_next(q) && query_get_number(q, "notes") > 0;
}

/* ---- who ---- */

static void
who_choices(struct request *rq, struct page *page)
{
	bool posted = rq->route->method == POST;
	const char *agent = page_get(page, "case.agent_name");

	page_choices(page, "applicant_kind", kinds, "who",
	    posted ? form_get(rq, "applicant_kind") : page_get(page, "case.applicant_kind"));
	page_choices(page, "identity_seen", papers, "identity_paper",
	    posted ? form_get(rq, "identity_seen") : page_get(page, "case.identity_seen"));
	page_choices(page, "acting", acting, "acting", posted ? form_get(rq, "acting") : *agent ? "agent" : "self");
	page_choices(page, "agent_seen", papers, "identity_paper",
	    posted ? form_get(rq, "agent_seen") : page_get(page, "case.agent_seen"));
	page_choices(page, "delivery", ways, "delivery",
	    posted ? form_get(rq, "delivery") : *page_get(page, "case.delivery") ? page_get(page, "case.delivery") : "window");
	page_flag(page, "optional.agent_name", true);
	page_flag(page, "optional.agent_number", true);
	page_flag(page, "optional.agent_seen", true);
	page_flag(page, "optional.delivery_address", true);
}

static void
window_crumbs(struct page *page, const char *last)
{
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, "/office/window", "nav.window", NULL);
	page_crumb(page, NULL, NULL, last);
}

enum reply
window_who_new(struct request *rq, struct page *page)
{
	bool refused = *page_get(page, "refusal") != '\0';	/* told already: this fills the page that tells it */
	struct window_item item;
	enum reply reply;

	if (!window_item_load(rq, page, request_part(rq, "code"), &item, &reply)) {
		page_template(page, "office/window.cs");
		return refused ? window_home(rq, page) : reply;
	}
	page_textf(page, "who_url", "/office/window/items/%s", item.code);
	who_choices(rq, page);
	window_crumbs(page, page_get(page, "item.title"));
	return REPLY_PAGE;
}

/* The number in its tidy form, or NULL and the field has its mistake. */
static const char *
number_right(struct request *rq, struct page *page, const char *field, bool person)
{
	char tidy[33];

	if (!identity_tidy(form_get(rq, field), tidy, sizeof tidy) ||
	    (person ? citizen_check(tidy, rq->today) != IDENTITY_OK : credit_check(tidy, NULL) == CREDIT_INVALID)) {
		form_error(page, field, person ? "not_a_citizen_number" : "not_a_credit_code");
		return NULL;
	}
	return arena_text(rq->arena, tidy);
}

/* GB/T 39046 A.4: 1 is a natural person, the others are bodies; none named is everybody. */
static bool
audience_right(const char *audiences, bool person)
{
	return *audiences == '\0' || (person ? strchr(audiences, '1') : strpbrk(audiences, "23456")) != NULL;
}

struct who_given {
	bool person, agent;
	const char *number, *agent_number;
};

/* All mistakes at once. */
static bool
who_right(struct request *rq, struct page *page, const char *audiences, struct who_given *g)
{
	bool right = true;

	g->person = text_is(form_get(rq, "applicant_kind"), "person");
	g->agent = text_is(form_get(rq, "acting"), "agent");
	g->agent_number = "";
	if (!audience_right(audiences, g->person)) {
		form_error(page, "applicant_kind", "not_audience");
		right = false;
	}
	g->number = number_right(rq, page, "holder_number", g->person);
	if (g->person == text_is(form_get(rq, "identity_seen"), "licence")) {
		form_error(page, "identity_seen", "not_their_paper");
		right = false;
	}
	if (g->agent) {
		static const char *const wanted[] = { "agent_name", "agent_seen" };

		for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++)
			if (text_empty(form_get(rq, wanted[i]))) {
				form_error(page, wanted[i], "required");
				right = false;
			}
		g->agent_number = number_right(rq, page, "agent_number", true);
	}
	if (text_is(form_get(rq, "delivery"), "courier") && text_empty(form_get(rq, "delivery_address"))) {
		form_error(page, "delivery_address", "required");
		right = false;
	}
	return right && g->number && g->agent_number;
}

static void
who_bind(struct request *rq, struct query *q, const struct who_given *g)
{
	query_text(q, "applicant_kind", form_get(rq, "applicant_kind"));
	query_text(q, "applicant_name", form_get(rq, "applicant_name"));
	query_text(q, "applicant_number", g->number);
	query_text(q, "contact_name", g->agent ? form_get(rq, "agent_name") : form_get(rq, "applicant_name"));
	query_text(q, "contact_phone", form_get(rq, "contact_phone"));
	query_text(q, "delivery", form_get(rq, "delivery"));
	query_text(q, "delivery_address", form_get(rq, "delivery_address"));
	query_text(q, "identity_seen", form_get(rq, "identity_seen"));
	query_text(q, "agent_name", g->agent ? form_get(rq, "agent_name") : "");
	query_text(q, "agent_number", g->agent_number);
	query_text(q, "agent_seen", g->agent ? form_get(rq, "agent_seen") : "");
	query_text(q, "organ", rq->who.organ);
	query_instant(q, "now", rq->now);
}

enum reply
window_begin(struct request *rq, struct page *page)
{
	struct window_item item;
	struct who_given given;
	struct query *q;
	enum reply reply;

	if (!window_item_load(rq, page, request_part(rq, "code"), &item, &reply))
		return reply;
	if (!who_right(rq, page, item.audiences, &given))
		return REPLY_INVALID;
	q = query(rq, Q_WINDOW_BEGIN);
	who_bind(rq, q, &given);
	query_number(q, "item_version", (long long)item.version);
	query_text(q, "area", area_of(rq));
	query_number(q, "receiver", (long long)rq->who.account);
	query_text(q, "receiver_name", rq->who.name);
	query_run(q);
	licence_choose(rq->db, rq->arena, query_id(q), rq->today);
	ticket_case_note(rq, form_number(rq, "ticket"), item.code, query_id(q));
	return page_go(page, "/office/window/", arena_format(rq->arena, "%llu", (unsigned long long)query_id(q)), "/form",
	    NULL);
}

enum reply
window_who(struct request *rq, struct page *page)
{
	struct window_case c;

	if (!window_load(rq, page, &c) || c.state != STATE_DRAFT)
		return REPLY_NOT_FOUND;
	if (rq->route->method == GET) {
		static const char *const same[] = { "applicant_name", "agent_name", "agent_number", "contact_phone",
		    "delivery_address" };

		for (size_t i = 0; i < sizeof same / sizeof same[0]; i++)
			page_text(page, arena_format(rq->arena, "form.%s", same[i]),
			    page_get(page, arena_format(rq->arena, "case.%s", same[i])));
		page_text(page, "form.holder_number", c.holder);
	}
	page_text(page, "item.title", page_get(page, "case.title"));
	page_text(page, "item.organ_name", page_get(page, "case.organ_name"));
	page_text(page, "item.ours", page_get(page, "case.ours"));
	page_textf(page, "who_url", "/office/window/%llu/who", (unsigned long long)c.id);
	who_choices(rq, page);
	window_crumbs(page, page_get(page, "case.title"));
	return REPLY_PAGE;
}

enum reply
window_who_save(struct request *rq, struct page *page)
{
	struct window_item item;
	struct who_given given;
	struct window_case c;
	struct query *q;
	enum reply reply;

	if (!window_load(rq, page, &c) || c.state != STATE_DRAFT)
		return REPLY_NOT_FOUND;
	if (!window_item_load(rq, page, c.item_code, &item, &reply))
		return reply;
	if (!who_right(rq, page, item.audiences, &given))
		return REPLY_INVALID;
	q = query(rq, Q_WINDOW_WHO_SET);
	who_bind(rq, q, &given);
	query_number(q, "id", (long long)c.id);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	q = query(rq, Q_MATERIAL_LICENCES_CLEAR);
	query_number(q, "id", (long long)c.id);
	query_run(q);
	licence_choose(rq->db, rq->arena, c.id, rq->today);
	return page_go(page, page_get(page, "case.url"), NULL);
}
