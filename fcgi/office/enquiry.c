/*
 * enquiry.c - the organ's questions, complaints and suggestions: the list and one of them.
 *
 * The organ that has it acts; the one that received it first goes on seeing it
 * (首问负责).  Who is complained of sees that there is a complaint, and nothing of
 * who made it.
 */
#include "fcgi/office/enquiry.h"

#include "base/text.h"
#include "fcgi/office/after.h"
#include "fcgi/worker/form.h"
#include "generated/queries/enquiry_office.h"
#include "rules/mask.h"
#include "rules/number.h"

#include <string.h>

enum { PER_PAGE = 20 };

static const char *const sides[] = { "open", "answered", "letting_out", NULL };

static const struct field enquiries_fields[] = {
	{ "side", FIELD_CHOICE, .choices = sides },
	{ "page", FIELD_NUMBER, .least = 1, .most = 1000 },
};
const struct form enquiries_form = FORM(enquiries_fields);

/* ---- the list ---- */

static long long
sides_into(struct request *rq, struct page *page, const char *current)
{
	struct query *q = query(rq, Q_ENQUIRY_COUNTS);
	long long total = 0;

	query_text(q, "organ", rq->who.organ);
	if (!query_next(q))
		return 0;
	for (size_t i = 0; sides[i] != NULL; i++) {
		const char *row = arena_format(rq->arena, "tabs.%zu", i);

		page_sub(page, row, "label", page_word_below(page, "enquiry_side", sides[i]));
		page_sub(page, row, "url", arena_format(rq->arena, "/office/enquiries?side=%s", sides[i]));
		page_sub(page, row, "count", query_get(q, sides[i]));
		page_flag(page, arena_format(rq->arena, "%s.current", row), text_is(sides[i], current));
		if (text_is(sides[i], current))
			total = query_get_number(q, sides[i]);
	}
	return total;
}

static void
due_tag_into(struct request *rq, struct page *page, const char *name, const struct query *q)
{
	struct clock clock = { .calendar = request_calendar(rq), .from = query_get_day(q, "opened_on"),
	    .due = text_is(query_get(q, "state"), "open") ? query_get_day(q, "due_on") : DAY_NONE };

	due_into(rq, page, name, &clock);
}

static const char *
shown_number(struct request *rq, const char *number)
{
	char shown[ENQUIRY_NUMBER_SHOWN];

	return enquiry_number_show(number, shown) ? arena_text(rq->arena, shown) : number;
}

enum reply
enquiries_show(struct request *rq, struct page *page)
{
	const char *side = *form_get(rq, "side") == '\0' ? "open" : form_get(rq, "side");
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, total = sides_into(rq, page, side);
	struct query *q = query(rq, Q_ENQUIRIES_LIST);

	query_text(q, "organ", rq->who.organ);
	query_text(q, "state", text_is(side, "open") ? "open" : "answered");
	query_number(q, "only_asked", text_is(side, "letting_out"));
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "enquiries.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/office/enquiries/%s", query_get(q, "number")));
		page_sub(page, row, "shown", shown_number(rq, query_get(q, "number")));
		due_tag_into(rq, page, arena_format(rq->arena, "%s.due", row), q);
	}
	page_pager(page, number, PER_PAGE, total);
	page_text(page, "side", side);
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, NULL, "nav.enquiries", NULL);
	return REPLY_PAGE;
}

/* ---- one of them ---- */

struct query *
enquiry_load(struct request *rq, struct enquiry *e)
{
	struct query *q = query(rq, Q_ENQUIRY_OFFICE_LOAD);
	char number[ENQUIRY_NUMBER_TEXT];

	if (!enquiry_number_tidy(request_part(rq, "number"), number))
		return NULL;
	query_text(q, "number", number);
	query_text(q, "organ", rq->who.organ);
	query_number(q, "me", (long long)rq->who.account);
	if (!query_next(q) || !enquiry_kind_named(query_get(q, "kind"), &e->is.kind))
		return NULL;
	e->id = (uint64_t)query_get_number(q, "id");
	e->number = query_get(q, "number");
	e->own = text_is(query_get(q, "organ_code"), rq->who.organ);
	e->is.answered = text_is(query_get(q, "state"), "answered");
	e->is.extended = query_get_number(q, "extended_days") > 0;
	e->is.reopened = query_get_number(q, "reopened") > 0;
	e->is.rated = !query_is_null(q, "level");
	e->is.may_show = !text_is(query_get(q, "public"), "no");
	e->is.due_on = query_get_day(q, "due_on");
	e->is.answered_on = query_is_null(q, "answered_at") ? DAY_NONE : day_of_instant(query_get_instant(q, "answered_at"));
	e->is.against_me = query_get_number(q, "acted") > 0 || enquiry_names(query_get(q, "against"), rq->who.name);
	return q;
}

static void
acts_into(struct request *rq, struct page *page, uint64_t id)
{
	struct query *q = query(rq, Q_ENQUIRY_ACTS_LIST);

	query_number(q, "id", (long long)id);
	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "events", n);
		const char *act = query_get(q, "act"), *kind = query_get(q, "actor_kind");

		row_text(page, row, "at_text", page_instant_text(page, query_get_instant(q, "at")));
		row_text(page, row, "day", arena_text_n(rq->arena, query_get(q, "at"), strnlen(query_get(q, "at"), 10)));
		row_say(page, row, "title", arena_format(rq->arena, "enquiry_act.%s", act), "organ", query_said(rq, q, "to_organ_name"), NULL);
		row_text(page, row, "who", text_is(kind, "staff") ? arena_format(rq->arena, "%s %s", query_get(q, "organ_name"),
		    query_get(q, "actor_name")) : page_word(page, text_is(kind, "clock") ? "role.clock" : "ask.asker"));
		row_text(page, row, "note", text_is(act, "rate") ? page_word_below(page, "rating_level", query_get(q, "note")) :
		    query_get(q, "note"));
		row_text(page, row, "kind", text_is(act, "answer") ? "good" : text_is(act, "extend") ? "wait" : "");
	}
}

static void
asker_into(struct page *page, const struct query *q, const struct enquiry *e)
{
	bool hidden = e->is.kind == ENQUIRY_COMPLAINT && e->is.against_me;

	page_flag(page, "against_me", hidden);
	page_text(page, "enquiry.asker_name", hidden ? "" : query_get(q, "asker_name"));
	page_text(page, "enquiry.asker_phone", hidden ? "" : query_get(q, "asker_phone"));
	page_text(page, "enquiry.asker_email", hidden ? "" : query_get(q, "asker_email"));
}

static void
organs_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_ENQUIRY_ORGANS);

	query_text(q, "organ", rq->who.organ);
	page_sub(page, "choices.to_organ.0", "value", "");
	page_sub(page, "choices.to_organ.0", "label", page_word(page, "ask.choose_organ"));
	page_text(page, "choices.to_organ.0.checked", "");
	for (size_t n = 1; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "choices.to_organ.%zu", n);

		page_sub(page, row, "value", query_get(q, "code"));
		page_sub(page, row, "label", query_get(q, "name"));
		page_flag(page, arena_format(rq->arena, "%s.checked", row), text_is(query_get(q, "code"), form_get(rq, "to_organ")));
	}
}

/* What the public would read is begun with what was said; the officer takes personal data away. */
static void
public_into(struct request *rq, struct page *page, const struct query *q)
{
	static const char *const fields[][3] = { { "public_title", "public_title", "title" }, { "public_body", "public_body", "body" },
	    { "public_answer", "public_answer", "answer" } };
	bool shown = text_is(query_get(q, "public"), "shown");

	if (rq->route->method == POST && *form_get(rq, "public_title") != '\0')
		return;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
		page_text(page, arena_format(rq->arena, "form.%s", fields[i][0]), query_get(q, fields[i][shown ? 1 : 2]));
}

enum reply
enquiry_page(struct request *rq, struct page *page)
{
	struct enquiry e;
	struct query *q = enquiry_load(rq, &e);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "enquiry");
	asker_into(page, q, &e);
	page_text(page, "enquiry.shown", shown_number(rq, e.number));
	page_textf(page, "enquiry.url", "/office/enquiries/%s", e.number);
	page_text(page, "enquiry.case_shown", query_get(q, "case_number"));
	page_text(page, "enquiry.query_code", "");
	due_tag_into(rq, page, "enquiry.due", q);
	acts_into(rq, page, e.id);
	page_flag(page, "may_handle", e.own && enquiry_may_handle(&e.is) == ENQUIRY_MAY);
	page_flag(page, "may_extend", e.own && enquiry_may_extend(&e.is, rq->today) == ENQUIRY_MAY);
	page_flag(page, "may_let_out", e.own && enquiry_may_show(&e.is) == ENQUIRY_MAY);
	page_flag(page, "shown_now", text_is(query_get(q, "public"), "shown"));
	organs_into(rq, page);
	public_into(rq, page, q);
	page_text(page, "page.title", query_get(q, "title"));
	page_crumb(page, "/office/enquiries", "nav.enquiries", NULL);
	page_crumb(page, NULL, NULL, page_get(page, "enquiry.shown"));
	return REPLY_PAGE;
}
