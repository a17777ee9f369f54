/* answers.c - questions and their answers as an officer let them out: a list with a search, a page each, no name but a mask. */
#include "fcgi/public/after.h"

#include "base/text.h"
#include "generated/queries/enquiry.h"
#include "rules/mask.h"

enum { PER_PAGE = 20 };

static const char *const kinds[] = { "any", ENQUIRY_KINDS(NAMES_TEXT) NULL };

static const struct field answers_fields[] = {
	{ "q", FIELD_TEXT, .most = 60 },
	{ "ask_kind", FIELD_CHOICE, .choices = kinds },
	{ "organ", FIELD_CODE, .most = 18 },
	{ "item", FIELD_CODE, .most = 64 },
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form answers_form = FORM(answers_fields);

static void
narrow(struct request *rq, struct query *q)
{
	query_text(q, "kind", text_is(form_get(rq, "ask_kind"), "any") ? "" : form_get(rq, "ask_kind"));
	query_text(q, "organ", form_get(rq, "organ"));
	query_text(q, "item", form_get(rq, "item"));
	query_text(q, "typed", form_get(rq, "q"));
}

static void
row_into(struct request *rq, struct page *page, struct node *row, const struct query *q)
{
	char masked[MASK_ROOM];

	row_text(page, row, "kind", query_get(q, "kind"));
	row_text(page, row, "title", query_get(q, "public_title"));
	row_text(page, row, "asker", mask_name(query_get(q, "asker_name"), masked, sizeof(masked)));
	row_text(page, row, "organ_name", query_said(rq, q, "organ_name"));
	row_text(page, row, "asked_text", page_day_text(page, day_of_instant(query_get_instant(q, "asked_at"))));
	row_text(page, row, "public_text", page_day_text(page, day_of_instant(query_get_instant(q, "public_at"))));
	row_text(page, row, "url", arena_format(rq->arena, "/ask/answers/%s", query_get(q, "number")));
}

enum reply
answers_list(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1;
	struct query *q = query(rq, Q_ANSWERS_LIST), *found = query(rq, Q_ANSWERS_FOUND);

	narrow(rq, q);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++)
		row_into(rq, page, page_row(page, "answers", n), q);
	narrow(rq, found);
	if (query_next(found)) {
		page_say(page, "found", "ask.found", "count", query_get(found, "found"), NULL);
		page_pager(page, number, PER_PAGE, query_get_number(found, "found"));
	}
	query_into_one(query(rq, Q_ANSWERS_COUNTS), page, "counts");
	page_choices(page, "ask_kind", kinds, "enquiry_kind", *form_get(rq, "ask_kind") == '\0' ? "any" : form_get(rq, "ask_kind"));
	page_crumb(page, "/ask", "nav.ask", NULL);
	page_crumb(page, "", "ask.answers", NULL);
	return REPLY_PAGE;
}

enum reply
answer_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_ANSWER_LOAD);
	char number[ENQUIRY_NUMBER_TEXT];
	struct node *to;

	if (!enquiry_number_tidy(request_part(rq, "number"), number))
		return REPLY_NOT_FOUND;
	query_text(q, "number", number);
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	to = page_group(page, "answer");
	row_into(rq, page, to, q);
	row_text(page, to, "body", query_get(q, "public_body"));
	row_text(page, to, "answer", query_get(q, "public_answer"));
	row_text(page, to, "answered_text", page_day_text(page, day_of_instant(query_get_instant(q, "answered_at"))));
	row_text(page, to, "item_title", query_said(rq, q, "item_title"));
	row_text(page, to, "item_url", query_is_null(q, "item_title") ? "" :
	    arena_format(rq->arena, "/items/%s", query_get(q, "item_code")));
	page_text(page, "page.title", query_get(q, "public_title"));
	page_crumb(page, "/ask/answers", "ask.answers", NULL);
	page_crumb(page, "", NULL, query_get(q, "public_title"));
	return REPLY_PAGE;
}
