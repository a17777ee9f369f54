/*
 * apply_submit.c - delivery, check answers, and the one moment that makes a draft a case.
 *
 * A case is submitted in one transaction: state and record (case_act), then
 * its numbers from locked counters, so that they have no gap, and the day by
 * which it must be answered.  A case that was taken back keeps its number.
 */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "base/random.h"
#include "base/text.h"
#include "generated/queries/apply.h"
#include "record/case_limits.h"
#include "rules/number.h"

#include <string.h>

/* ---- delivery ---- */

static const char *const deliveries[] = { "window", "courier", "online", NULL };

static const struct field delivery_fields[] = {
	{ "contact_name", FIELD_TEXT, .required = true, .most = 100 },
	{ "contact_phone", FIELD_PHONE, .required = true },
	{ "delivery", FIELD_CHOICE, .required = true, .choices = deliveries },
	{ "delivery_address", FIELD_TEXT, .most = 300 },
};
const struct form delivery_form = FORM(delivery_fields);

enum reply
delivery_show(struct request *rq, struct page *page)
{
	bool posted = rq->route->method == POST;
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (o.state != STATE_DRAFT)
		return page_go(page, "/my/cases/", o.number, NULL);
	if (!posted) {
		page_text(page, "form.contact_name", o.contact_name);
		page_text(page, "form.contact_phone", o.contact_phone);
		page_text(page, "form.delivery_address", o.delivery_address);
	}
	page_text(page, "optional.delivery_address", "1");
	page_choices(page, "delivery", deliveries, "delivery", posted ? form_get(rq, "delivery") : o.delivery);
	own_crumbs(page, "apply.drafts");
	page_crumb(page, page_get(page, "case.url"), NULL, page_get(page, "case.title"));
	page_crumb(page, "", "apply.delivery", NULL);
	return REPLY_PAGE;
}

enum reply
delivery_save(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_DELIVERY_SET);
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (text_is(form_get(rq, "delivery"), "courier") && *form_get(rq, "delivery_address") == '\0') {
		form_error(page, "delivery_address", "required");
		return REPLY_INVALID;
	}
	query_text(q, "contact_name", form_get(rq, "contact_name"));
	query_text(q, "contact_phone", form_get(rq, "contact_phone"));
	query_text(q, "delivery", form_get(rq, "delivery"));
	query_text(q, "delivery_address", form_get(rq, "delivery_address"));
	query_instant(q, "now", rq->now);
	query_number(q, "id", (long long)o.id);
	query_number(q, "applicant", (long long)rq->who.account);
	if (query_run(q) != 1)
		return page_refuse(page, "already_submitted");
	return page_go(page, arena_format(rq->arena, "/applications/%llu?done=saved", (unsigned long long)o.id), NULL);
}

/* ---- check answers ---- */

static void
answers_into(struct request *rq, struct page *page, const struct own *o, const struct application_form *f)
{
	for (size_t i = 0; i < f->section_count; i++) {
		const struct section *s = &f->sections[i];
		const char *name = arena_format(rq->arena, "sections.%zu", i);

		page_sub(page, name, "title", *s->title != '\0' ? s->title : page_word(page, "apply.details"));
		page_sub(page, name, "url", o->state != STATE_DRAFT ? "" :
		    arena_format(rq->arena, "/applications/%llu/form/%zu", (unsigned long long)o->id, i + 1));
		for (size_t k = 0; k < s->count; k++) {
			const struct answer *a = &f->answers[s->first + k];
			const char *row = arena_format(rq->arena, "%s.answers.%zu", name, k);

			page_sub(page, row, "label", a->label);
			page_sub(page, row, "value", answer_text(rq, page, a, a->value));
			page_sub(page, row, "missing", a->required && *a->value == '\0' ? "1" : "");
		}
	}
}

/* Everything that is in a case, as its applicant reads it.  True when nothing is left to do. */
bool
application_into(struct request *rq, struct page *page, const struct own *o)
{
	struct application_form f;
	struct materials m;

	form_load(rq, o, &f);
	materials_load(rq, page, o, &m);
	answers_into(rq, page, o, &f);
	own_files_into(rq, page, "files", o, -1, false);
	page_text(page, "delivery_text", *o->delivery == '\0' ? "" :
	    page_word(page, arena_format(rq->arena, "delivery.%s", o->delivery)));
	page_flag(page, "form_complete", f.complete);
	page_flag(page, "materials_complete", m.complete);
	page_flag(page, "delivery_complete", delivery_complete(o));
	return f.complete && m.complete && delivery_complete(o);
}

enum reply
check_show(struct request *rq, struct page *page)
{
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (o.state != STATE_DRAFT)
		return page_go(page, "/my/cases/", o.number, NULL);
	page_flag(page, "ready", application_into(rq, page, &o));
	own_crumbs(page, "apply.drafts");
	page_crumb(page, page_get(page, "case.url"), NULL, page_get(page, "case.title"));
	page_crumb(page, "", "apply.check", NULL);
	return REPLY_PAGE;
}

/* ---- submission ---- */

static const struct field submit_fields[] = {
	{ "declaration", FIELD_FLAG, .required = false },
};
const struct form submit_form = FORM(submit_fields);

static int
counter_next(struct request *rq, const char *name)
{
	struct query *q = query(rq, Q_COUNTER_NEXT);

	query_text(q, "name", name);
	return query_run(q) > 0 ? (int)query_id(q) : 0;
}

/* The division that numbers a case: the item's area, else the organ's, else the one in the organ's credit code. */
static const char *
numbered(struct request *rq, const struct own *o)
{
	const char *from[] = { o->area, o->organ_area, strlen(o->organ) == 18 ? o->organ + 2 : "" };
	char number[CASE_NUMBER_TEXT], day[DAY_TEXT];

	day_print(rq->today, day);
	for (size_t i = 0; i < sizeof(from) / sizeof(from[0]); i++) {
		struct case_number n = { .filed_on = rq->today, .serial = 1 };

		snprintf(n.division, sizeof(n.division), "%.6s", from[i]);
		if (!case_number_print(&n, number))
			continue;
		n.serial = counter_next(rq, arena_format(rq->arena, "case:%s:%s", n.division, day));
		return case_number_print(&n, number) ? arena_text(rq->arena, number) : NULL;
	}
	return NULL;
}

/* 办件编号 as exchanged between systems; only items with a code of 31 characters have one. */
static const char *
exchanged(struct request *rq, const struct own *o)
{
	struct exchange_number n = { .filed_on = rq->today, .serial = 1 };
	char number[EXCHANGE_NUMBER_TEXT], day[DAY_TEXT];

	if (strlen(o->item_code) != sizeof(n.item) - 1)
		return NULL;
	memcpy(n.item, o->item_code, sizeof(n.item));
	if (!exchange_number_print(&n, number))
		return NULL;
	n.serial = counter_next(rq, arena_format(rq->arena, "exchange:%s:%s", n.item, day_print(rq->today, day)));
	return exchange_number_print(&n, number) ? arena_text(rq->arena, number) : NULL;
}

static const char *
query_code_new(struct request *rq)
{
	char code[QUERY_CODE_TEXT];
	uint64_t bits;

	random_bytes(&bits, sizeof(bits));
	return arena_text(rq->arena, query_code_print(bits, code));
}

/* A number once given stays with the case. */
static bool
case_numbers_set(struct request *rq, const struct own *o)
{
	const struct calendar *cal = request_calendar(rq);
	bool fresh = *o->number == '\0';
	const char *number = fresh ? numbered(rq, o) : o->number;
	struct query *q = query(rq, Q_CASE_SUBMITTED);

	if (number == NULL || cal == NULL)
		return false;
	query_text(q, "number", number);
	query_text(q, "exchange_number", fresh ? exchanged(rq, o) : NULL);
	query_text(q, "query_code", fresh ? query_code_new(rq) : o->query_code);
	query_instant(q, "now", rq->now);
	query_number(q, "calendar", cal->version);
	query_day(q, "due_on", limit_answer(cal, rq->today));
	query_number(q, "id", (long long)o->id);
	query_number(q, "applicant", (long long)rq->who.account);
	return query_run(q) == 1;
}

enum reply
application_submit(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (o.state == STATE_DRAFT && !application_into(rq, page, &o))
		return page_refuse(page, "incomplete");
	if (!form_flag(rq, "declaration")) {
		form_error(page, "declaration", "tick");
		return REPLY_INVALID;
	}
	if (!own_act(rq, page, &o, EVENT_SUBMIT, form_number(rq, "version"), "",
	    record_detail(rq->arena, "item", o.item_code, "declaration", "1", NULL), &reply))
		return reply;
	if (!case_numbers_set(rq, &o))
		return page_refuse(page, "not_numbered");
	return page_go(page, arena_format(rq->arena, "/applications/%llu/receipt", (unsigned long long)o.id), NULL);
}

/* Within ten minutes, as long as nobody has decided on it. */
enum reply
application_take_back(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct query *q;
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (o.state == STATE_SUBMITTED && !step_may_take_back(o.submitted_at, rq->now))
		return page_refuse(page, refusal_name(REFUSED_LATE));
	if (!own_act(rq, page, &o, EVENT_TAKE_BACK, o.version, "", NULL, &reply))
		return reply;
	q = query(rq, Q_CASE_TAKEN_BACK);
	query_instant(q, "now", rq->now);
	query_number(q, "id", (long long)o.id);
	query_number(q, "applicant", (long long)rq->who.account);
	query_run(q);
	return page_go(page, arena_format(rq->arena, "/applications/%llu?done=taken_back", (unsigned long long)o.id), NULL);
}
