/*
 * Follow-up 审管分离: what one organ granted, another supervises.  It learns of it, takes note, and says what it will do.
 *
 * The list is made by the clock from the record of grants (clock/outcomes.c).  An officer of the organ that supervises
 * sees of the case what stands on this page and no more; taking note is a row of the case's record.
 */
#include "fcgi/office/outcome.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/outcome.h"
#include "rules/mask.h"
#include "rules/number.h"

enum { PER_PAGE = 20 };

static const char *const sides[] = { "waiting", "done", NULL };
static const struct field followups_fields[] = {
	{ "side", FIELD_CHOICE, .choices = sides },
	{ "page", FIELD_NUMBER, .least = 1, .most = 500 },
};
const struct form followups_form = FORM(followups_fields);

static const struct field acknowledge_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "acknowledge_note", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form acknowledge_form = FORM(acknowledge_fields);

static void
followup_due(struct request *rq, struct page *page, const char *name, const struct query *q)
{
	if (query_is_null(q, "acknowledged_at"))
		due_into(rq, page, name, &(struct clock){ .calendar = request_calendar(rq),
		    .from = day_of_instant(query_get_instant(q, "made_at")), .due = query_get_day(q, "due_on") });
}

static void
tabs_into(struct request *rq, struct page *page, const char *side)
{
	struct query *q = query(rq, Q_FOLLOWUPS_COUNTS);

	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	query_next(q);
	page_number(page, "late", query_get_number(q, "late"));
	page_flag(page, "any_late", query_get_number(q, "late") > 0);
	for (size_t i = 0; sides[i] != NULL; i++) {
		const char *tab = arena_format(rq->arena, "tabs.%zu", i);

		page_sub(page, tab, "label", page_word(page, arena_format(rq->arena, "followup_side.%s", sides[i])));
		page_sub(page, tab, "url", arena_format(rq->arena, "/office/followups?side=%s", sides[i]));
		page_sub(page, tab, "count", arena_format(rq->arena, "%lld", query_get_number(q, sides[i])));
		page_flag(page, arena_format(rq->arena, "%s.current", tab), text_is(sides[i], side));
	}
}

enum reply
followups_show(struct request *rq, struct page *page)
{
	const char *side = *form_get(rq, "side") ? form_get(rq, "side") : "waiting";
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, found = 0;
	struct query *q = query(rq, Q_FOLLOWUPS_LIST);
	char shown[CASE_NUMBER_SHOWN];

	tabs_into(rq, page, side);
	query_text(q, "organ", rq->who.organ);
	query_number(q, "done", text_is(side, "done"));
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "rows.%zu", n);

		found = query_get_number(q, "found");
		query_row_into(q, page, row);
		page_sub(page, row, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
		page_sub(page, row, "url", arena_format(rq->arena, "/office/followups/%s", query_get(q, "number")));
		followup_due(rq, page, arena_format(rq->arena, "%s.tag", row), q);
	}
	page_pager(page, number, PER_PAGE, found);
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, NULL, "followup.title", NULL);
	return REPLY_PAGE;
}

/* NULL: it is not this organ's to supervise. */
static struct query *
followup_load(struct request *rq, struct page *page, struct case_row *c)
{
	struct query *q = query(rq, Q_FOLLOWUP_LOAD);
	char number[CASE_NUMBER_TEXT], shown[CASE_NUMBER_SHOWN], masked[MASK_ROOM];

	query_text(q, "number", case_number_tidy(request_part(rq, "number"), number) ? number : request_part(rq, "number"));
	query_text(q, "organ", rq->who.organ);
	if (!query_next(q) || !state_named(query_get(q, "state"), &c->state))
		return NULL;
	*c = (struct case_row){ .state = c->state, .id = (uint64_t)query_get_number(q, "id"), .number = query_get(q, "number"),
	    .version = query_get_number(q, "version") };
	query_row_into(q, page, "followup");
	if (text_is(query_get(q, "applicant_kind"), "person"))
		page_text(page, "followup.applicant_number", mask_citizen(query_get(q, "applicant_number"), masked, sizeof(masked)));
	page_text(page, "followup.shown", case_number_show(c->number, shown) ? shown : c->number);
	page_textf(page, "followup.url", "/office/followups/%s", c->number);
	return q;
}

enum reply
followup_show(struct request *rq, struct page *page)
{
	struct case_row c;
	struct query *q = followup_load(rq, page, &c);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	followup_due(rq, page, "followup.tag", q);
	page_flag(page, "may_acknowledge", query_is_null(q, "acknowledged_at") &&
	    !step_find(c.state, EVENT_ACKNOWLEDGE, rq->who.roles & CASE_READERS).refused);
	page_crumb(page, "/office/followups", "followup.title", NULL);
	page_crumb(page, NULL, NULL, page_get(page, "followup.shown"));
	return REPLY_PAGE;
}

enum reply
followup_acknowledge(struct request *rq, struct page *page)
{
	const char *note = form_get(rq, "acknowledge_note");
	struct case_row c;
	enum reply reply;
	struct query *q = followup_load(rq, page, &c);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!query_is_null(q, "acknowledged_at"))
		return page_refuse(page, "already_acknowledged");
	if (!case_step_from(rq, page, &c, EVENT_ACKNOWLEDGE, c.version, note, record_detail(rq->arena, "supervising_organ",
	    rq->who.organ, NULL), &reply))
		return reply;
	q = query(rq, Q_FOLLOWUP_ACKNOWLEDGE);
	query_number(q, "id", (long long)c.id);
	query_number(q, "version", form_number(rq, "version"));
	query_instant(q, "now", rq->now);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_text(q, "note", note);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	case_told(rq, &c);
	return page_go(page, "/office/followups?done=acknowledged", NULL);
}
