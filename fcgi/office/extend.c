/*
 * The head of the organ extends the limit of the law (Licensing Law 42): once, before it has passed, with a reason
 * the applicant is told; by ten working days, or by fifteen with the government's approval where several organs
 * handle the item together.  The promise is not extended: whoever gave it may not take it back.
 */
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/pauses.h"
#include "record/case_flow.h"

static const struct field extend_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "extended_days", FIELD_NUMBER, .required = true, .least = 1, .most = LIMIT_EXTENSION_JOINT },
	{ "extend_reason", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
	{ "government_number", FIELD_TEXT, .most = 100 },
};
const struct form extend_form = FORM(extend_fields);

/* Why this limit cannot be extended, though the step table would allow it; NULL: it can. */
static const char *
why_not(struct request *rq, const struct case_terms *t)
{
	if (t->extended_days > 0)
		return refusal_name(REFUSED_EXTENDED);
	if (!day_known(t->now.statutory_on))
		return "extension_none";
	if (day_before(t->now.statutory_on, rq->today) ||
	    (t->now.statutory_at != INSTANT_NONE && t->now.statutory_at < rq->now))
		return "extension_late";
	return NULL;
}

static void
extend_into(struct request *rq, struct page *page, const struct case_terms *t)
{
	page_day(page, "extend.statutory_on", t->now.statutory_on);
	page_day(page, "extend.promised_on", t->now.promised_on);
	page_say(page, "extend.help", "extend.help", "most", arena_format(rq->arena, "%d", limit_extension_most(t->joint)),
	    NULL);
	page_flag(page, "extend.joint", t->joint);
	page_flag(page, "optional.government_number", true);
}

enum reply
extend_show(struct request *rq, struct page *page)
{
	struct case_terms terms;
	struct case_row c;
	const char *why;

	if (!case_load(rq, page, &c) || !case_terms_load(rq->db, rq->arena, c.id, &terms))
		return REPLY_NOT_FOUND;
	page_text(page, "page.title", page_word(page, "action.extend"));
	if (!act_allowed(rq, page, &c, EVENT_EXTEND))
		return REPLY_PAGE;
	if ((why = why_not(rq, &terms)) != NULL) {
		page_template(page, "office/case.cs");
		page_refuse(page, why);
		case_into(rq, page, &c);
		return REPLY_PAGE;
	}
	extend_into(rq, page, &terms);
	case_crumbs(page, page_get(page, "page.title"));
	return REPLY_PAGE;
}

/* More than the head may give needs an item handled jointly and the government's approval. */
static bool
days_allowed(struct request *rq, struct page *page, const struct case_terms *t)
{
	long long days = form_number(rq, "extended_days");

	if (days > limit_extension_most(t->joint)) {
		form_error(page, "extended_days", "too_large");
		return false;
	}
	if (days > LIMIT_EXTENSION_HEAD && text_empty(form_get(rq, "government_number"))) {
		form_error(page, "government_number", "required");
		return false;
	}
	return true;
}

static const char *
extend_detail(struct request *rq, const struct case_terms *before, const struct case_dates *dates)
{
	const char *government = form_get(rq, "government_number");
	char was[DAY_TEXT];

	return record_detail(rq->arena, "extended_days", form_get(rq, "extended_days"), "statutory_before",
	    day_print(before->now.statutory_on, was), "government_number", *government ? government : NULL,
	    CASE_DATES_PAIRS(rq->arena, *dates), NULL);
}

enum reply
case_extend(struct request *rq, struct page *page)
{
	struct case_terms terms;
	struct case_dates dates;
	struct case_row c;
	enum reply reply;
	const char *why;
	struct query *q;

	if (!case_load(rq, page, &c) || !case_terms_load(rq->db, rq->arena, c.id, &terms))
		return REPLY_NOT_FOUND;
	if (!step_find(c.state, EVENT_EXTEND, rq->who.roles).refused) {
		if ((why = why_not(rq, &terms)) != NULL)
			return page_refuse(page, why);
		if (!days_allowed(rq, page, &terms))
			return REPLY_INVALID;
	}
	terms.extended_days = (int)form_number(rq, "extended_days");
	dates = case_dates_of(request_calendar(rq), &terms);
	if (!case_step(rq, page, &c, EVENT_EXTEND, form_get(rq, "extend_reason"), extend_detail(rq, &terms, &dates),
	    &reply))
		return reply;
	q = query(rq, Q_CASE_EXTENDED);
	query_number(q, "id", (long long)c.id);
	query_number(q, "extended_days", terms.extended_days);
	query_run(q);
	case_dates_write(rq->db, rq->arena, c.id, &dates);
	case_flow_dates(rq->db, rq->arena, request_calendar(rq), c.id, terms.pauses, terms.pause_count);
	return case_go(rq, page, &c, "extended");
}
