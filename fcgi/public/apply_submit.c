/*
 * apply_submit.c - delivery, check answers, and the one moment that makes a draft a case.
 *
 * A case is submitted in one transaction: state and record (case_act), then
 * its numbers from locked counters, so that they have no gap, and the day by
 * which it must be answered.  A case that was taken back keeps its number.
 */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"
#include "fcgi/public/quota.h"

#include "base/text.h"
#include "generated/queries/apply.h"
#include "generated/queries/own.h"
#include "fcgi/worker/guide.h"
#include "record/case_limits.h"
#include "record/case_number.h"
#include "record/licence.h"

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
answers_into(struct request *rq, struct page *page, const struct own *o, const struct item_form *f)
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
	struct item_form f;
	struct materials m;

	item_form_load(rq, o->id, o->item_version, &f);
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
	page_flag(page, "ready", application_into(rq, page, &o) && !item_form_newer(rq, page, o.item_code, o.item_version));
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

/* Numbers once given stay with the case. */
static bool
numbers_set(struct request *rq, const struct own *o)
{
	const struct calendar *cal = request_calendar(rq);
	bool fresh = *o->number == '\0';
	const char *areas[] = { o->area, o->organ_area, case_number_area_of(o->organ), NULL };
	struct case_numbers n = { .number = "" };
	struct query *q = query(rq, Q_CASE_SUBMITTED);

	if (cal == NULL || (fresh && !case_numbers_draw(rq->db, rq->arena, areas, o->item_code, rq->today, &n)))
		return false;
	query_text(q, "number", fresh ? n.number : o->number);
	query_text(q, "exchange_number", !fresh ? o->exchange_number : *n.exchange == '\0' ? NULL : n.exchange);
	query_text(q, "query_code", fresh ? n.query_code : o->query_code);
	query_instant(q, "now", rq->now);
	query_number(q, "calendar", cal->version);
	query_day(q, "due_on", limit_answer(cal, rq->today));
	query_number(q, "id", (long long)o->id);
	query_number(q, "applicant", (long long)rq->who.account);
	return query_run(q) == 1;
}

/* Somebody has seen who the applicant is, and who acts for him. */
static bool
own_verified(struct request *rq)
{
	struct query *q = query(rq, Q_OWN_UNVERIFIED);

	query_number(q, "holder", (long long)rq->who.account);
	query_number(q, "person", (long long)rq->who.person);
	return query_next(q) && query_get_number(q, "unverified") == 0;
}

enum reply
application_submit(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	const struct calendar *cal;
	struct own o;

	if (!quota_submission(rq, page))
		return REPLY_TOO_MANY;
	cal = request_calendar(rq);
	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (o.state == STATE_SUBMITTED)	/* in another tab */
		return page_go(page, arena_format(rq->arena, "/applications/%llu/receipt", (unsigned long long)o.id), NULL);
	if (!own_verified(rq))
		return page_refuse(page, "not_verified");
	if (o.state == STATE_DRAFT && licence_uses(rq->db, rq->arena, o.id, rq->today) != LICENCE_STANDS) {
		application_into(rq, page, &o);
		return page_refuse(page, refusal_name(REFUSED_LICENCE));
	}
	if (o.state == STATE_DRAFT && !application_into(rq, page, &o))
		return page_refuse(page, "incomplete");
	if (o.state == STATE_DRAFT && guide_version(rq, o.item_code, DAY_NONE) == 0)
		return page_refuse(page, "item_ended");	/* it left the catalogue while the form was filled in */
	if (o.state == STATE_DRAFT && item_form_newer(rq, page, o.item_code, o.item_version))
		return page_refuse(page, "guide_changed_own");	/* the page shows what changed, and asks to check */
	if (!form_flag(rq, "declaration")) {
		form_error(page, "declaration", "tick");
		return REPLY_INVALID;
	}
	if (!own_act(rq, page, &o, EVENT_SUBMIT, form_number(rq, "version"), "",
	    record_detail(rq->arena, "item", o.item_code, "declaration", "1",
	    "submitted_at", record_instant(rq->arena, rq->now), "calendar", record_number(rq->arena, cal->version),
	    "due_on", record_day(rq->arena, limit_answer(cal, rq->today)), NULL), &reply))
		return reply;
	if (!numbers_set(rq, &o))
		return page_refuse(page, "not_numbered");
	own_told(rq, &o);
	return page_go(page, arena_format(rq->arena, "/applications/%llu/receipt", (unsigned long long)o.id), NULL);
}

/* The draft goes on under the guide in force now, and is checked again. */
enum reply
application_renew(struct request *rq, struct page *page)
{
	uint64_t newer;
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	newer = o.state == STATE_DRAFT ? item_form_newer(rq, page, o.item_code, o.item_version) : 0;
	if (newer != 0 && !item_form_move(rq, o.id, o.item_version, newer))
		return page_refuse(page, "stale");
	licence_choose(rq->db, rq->arena, o.id, rq->today);
	return page_go(page, arena_format(rq->arena, "/applications/%llu?done=guide_moved", (unsigned long long)o.id), NULL);
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
	if (o.state == STATE_DRAFT)	/* pressed twice */
		return page_go(page, arena_format(rq->arena, "/applications/%llu", (unsigned long long)o.id), NULL);
	if (o.state == STATE_SUBMITTED && !step_may_take_back(o.submitted_at, rq->now))
		return page_refuse(page, refusal_name(REFUSED_LATE));
	if (!own_act(rq, page, &o, EVENT_TAKE_BACK, o.version, "",
	    record_detail(rq->arena, "submitted_at", "", "due_on", "", "claimed_by", "", NULL), &reply))
		return reply;
	q = query(rq, Q_CASE_TAKEN_BACK);
	query_instant(q, "now", rq->now);
	query_number(q, "id", (long long)o.id);
	query_number(q, "applicant", (long long)rq->who.account);
	query_run(q);
	own_told(rq, &o);
	return page_go(page, arena_format(rq->arena, "/applications/%llu?done=taken_back", (unsigned long long)o.id), NULL);
}
