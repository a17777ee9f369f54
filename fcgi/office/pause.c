/*
 * Special procedures (特别程序): a hearing, a tender, an inspection, an expert review …  Their time is in no limit,
 * and the applicant is told in writing how long they will take (Licensing Law 45).
 *
 * A pause begins today, never before, and one at a time.
 */
#include "fcgi/office/office.h"

#include "fcgi/worker/form.h"
#include "record/case_flow.h"

static const char *const kinds[] = { "hearing", "tender", "auction", "inspection", "testing", "quarantine", "appraisal",
    "expert_review", "publicity", "other", NULL };

static const struct field suspend_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "pause_kind", FIELD_CHOICE, .required = true, .choices = kinds },
	{ "expected_days", FIELD_NUMBER, .required = true, .least = 1, .most = 250 },
	{ "pause_reason", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
};
const struct form suspend_form = FORM(suspend_fields);

static const struct field resume_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "resume_note", FIELD_LINES, .most = 2000 },
};
const struct form resume_form = FORM(resume_fields);

enum reply
suspend_show(struct request *rq, struct page *page)
{
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	page_text(page, "page.title", page_word(page, "action.suspend"));
	if (!act_allowed(rq, page, &c, EVENT_SUSPEND))
		return REPLY_PAGE;
	page_text(page, "act", "suspend");
	page_choices(page, "pause_kind", kinds, "pause_kind", form_get(rq, "pause_kind"));
	case_crumbs(page, page_get(page, "page.title"));
	return REPLY_PAGE;
}

/* The detail carries what the paper tells: kind, length, and the dates that stand still. */
static const char *
suspend_detail(struct request *rq, const struct case_dates *dates)
{
	char today[DAY_TEXT];

	return record_detail(rq->arena, "pause_kind", form_get(rq, "pause_kind"), "expected_days",
	    form_get(rq, "expected_days"), "from_on", day_print(rq->today, today), CASE_DATES_PAIRS(rq->arena, *dates), NULL);
}

enum reply
case_suspend(struct request *rq, struct page *page)
{
	struct case_terms terms;
	struct case_dates dates;
	struct case_row c;
	enum reply reply;

	if (!case_load(rq, page, &c) || !case_terms_load(rq->db, rq->arena, c.id, &terms))
		return REPLY_NOT_FOUND;
	terms.state = STATE_SUSPENDED;
	if (!case_terms_pause(&terms, rq->today))
		return page_refuse(page, refusal_name(REFUSED_SUSPENDED));
	dates = case_dates_of(request_calendar(rq), &terms);
	if (!case_step(rq, page, &c, EVENT_SUSPEND, form_get(rq, "pause_reason"), suspend_detail(rq, &dates), &reply))
		return reply;
	case_pause_add(rq->db, rq->arena, &(struct case_pause_row){ .case_id = c.id, .account = rq->who.account,
	    .kind = form_get(rq, "pause_kind"), .reason = form_get(rq, "pause_reason"), .from = rq->today,
	    .expected_days = (int)form_number(rq, "expected_days") });
	case_dates_write(rq->db, rq->arena, c.id, &dates);
	case_flow_dates(rq->db, rq->arena, request_calendar(rq), c.id, terms.pauses, terms.pause_count);
	return case_go(rq, page, &c, "suspended");
}

enum reply
resume_show(struct request *rq, struct page *page)
{
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	page_text(page, "page.title", page_word(page, "action.resume"));
	if (!act_allowed(rq, page, &c, EVENT_RESUME))
		return REPLY_PAGE;
	page_text(page, "act", "resume");
	page_flag(page, "optional.resume_note", true);
	case_crumbs(page, page_get(page, "page.title"));
	return REPLY_PAGE;
}

/* Today counts again: the dates move by the days the pause took, and by nothing else. */
enum reply
case_resume(struct request *rq, struct page *page)
{
	struct case_terms terms;
	struct case_dates dates;
	struct case_row c;
	char today[DAY_TEXT];
	enum reply reply;

	if (!case_load(rq, page, &c) || !case_terms_load(rq->db, rq->arena, c.id, &terms))
		return REPLY_NOT_FOUND;
	terms.state = STATE_REVIEWING;
	case_terms_resume(&terms, rq->today);
	dates = case_dates_of(request_calendar(rq), &terms);
	if (!case_step(rq, page, &c, EVENT_RESUME, form_get(rq, "resume_note"), record_detail(rq->arena,
	    "to_on", day_print(rq->today, today), CASE_DATES_PAIRS(rq->arena, dates), NULL), &reply))
		return reply;
	case_pause_end(rq->db, rq->arena, c.id, rq->who.account, rq->today);
	case_dates_write(rq->db, rq->arena, c.id, &dates);
	case_flow_dates(rq->db, rq->arena, request_calendar(rq), c.id, terms.pauses, terms.pause_count);
	return case_go(rq, page, &c, "resumed");
}
