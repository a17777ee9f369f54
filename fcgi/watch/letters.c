/* Letters: 工作提示函, a word of caution; 问题交办单, a matter to be put right.  Numbered without a gap; closed by the organ's
 * receipt. */
#include "fcgi/watch/supervise.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/watch.h"

enum { PER_PAGE = 25, PAGES_MOST = 400 };

static const char *const states[] = { "any", "sent", "closed", NULL };
static const char *const kinds[] = { "notice", "assignment", NULL };
static const char *const kinds_any[] = { "any", "notice", "assignment", NULL };

static const struct field letters_fields[] = {
	{ "state", FIELD_CHOICE, .choices = states },
	{ "kind", FIELD_CHOICE, .choices = kinds_any },
	{ "page", FIELD_NUMBER, .least = 1, .most = PAGES_MOST },
};
const struct form letters_form = FORM(letters_fields);

static const struct field new_fields[] = {
	{ "letter_kind", FIELD_CHOICE, .required = true, .choices = kinds },
	{ "letter_to", FIELD_CODE, .required = true, .most = 18 },
	{ "letter_title", FIELD_TEXT, .required = true, .least = 4, .most = 200 },
	{ "letter_body", FIELD_LINES, .required = true, .least = 10, .most = 4000 },
	{ "demands", FIELD_LINES, .most = 2000 },
	{ "days", FIELD_NUMBER, .required = true, .least = 1, .most = ORDER_DAYS_MOST },
	{ "case_number", FIELD_TEXT, .most = 40 },
	{ "card", FIELD_NUMBER, .least = 1 },
};
const struct form letter_new_form = FORM(new_fields);

static const char *
chosen(struct request *rq, const char *field)
{
	const char *value = form_get(rq, field);

	return text_is(value, "any") ? "" : value;
}

static struct query *
list_query(struct request *rq, const struct statement *statement)
{
	struct query *q = query(rq, statement);

	query_text(q, "area", watch_area(rq));
	query_text(q, "state", chosen(rq, "state"));
	query_text(q, "kind", chosen(rq, "kind"));
	return q;
}

enum reply
letters_show(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, shown = 0;
	struct query *q = list_query(rq, Q_LETTERS_LIST), *found;

	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (; query_next(q); shown++) {
		const char *row = arena_format(rq->arena, "letters.%lld", shown);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/watch/letters/%s", query_get(q, "id")));
		page_flag(page, arena_format(rq->arena, "%s.late", row), text_is(query_get(q, "state"), "sent") &&
		    day_before(query_get_day(q, "answer_by_on"), rq->today));
	}
	if (shown == 0 && number > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);
	found = list_query(rq, Q_LETTERS_FOUND);
	page_pager(page, number, PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	page_choices(page, "state", states, "letter_state", *chosen(rq, "state") ? form_get(rq, "state") : "any");
	page_choices(page, "kind", kinds_any, "letter_kind", *chosen(rq, "kind") ? form_get(rq, "kind") : "any");
	for (size_t i = 0; i < 2; i++)
		page_text(page, i == 0 ? "csv_url" : "xlsx_url", arena_format(rq->arena, "/watch/letters.%s?state=%s&kind=%s",
		    i == 0 ? "csv" : "xlsx", *chosen(rq, "state") ? chosen(rq, "state") : "any",
		    *chosen(rq, "kind") ? chosen(rq, "kind") : "any"));
	page_flag(page, "may_act", (rq->who.roles & SUPERVISOR) != 0);
	watch_crumbs(page, "watch.letters", NULL);
	return REPLY_PAGE;
}

enum reply
letters_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "letter_number", "letter_kind", "letter_title", "to_organ", "issued_on",
	    "answer_by_on", "letter_state", "received_at", "receiver", "issuer", NULL };
	struct sheet *s = sheet_open(rq, page, "letters", heads);
	struct query *q = list_query(rq, Q_LETTERS_LIST);

	query_number(q, "per_page", SHEET_ROWS_MOST + 1);
	query_number(q, "skip", 0);
	while (query_next(q) && sheet_row(s)) {
		sheet_text(s, query_get(q, "number"));
		sheet_text(s, page_word_below(page, "letter_kind", query_get(q, "kind")));
		sheet_text(s, query_get(q, "title"));
		sheet_text(s, query_get(q, "to_name"));
		sheet_day(s, query_get_day(q, "issued_on"));
		sheet_day(s, query_get_day(q, "answer_by_on"));
		sheet_text(s, page_word_below(page, "letter_state", query_get(q, "state")));
		sheet_instant(s, query_get_instant(q, "received_at"));
		sheet_text(s, query_get(q, "receiver_name"));
		sheet_text(s, query_get(q, "issuer_name"));
	}
	return sheet_close(s);
}

/* ---- a new one ---- */

static const char *
source_into(struct request *rq, struct page *page)
{
	struct query *q;

	if (form_number(rq, "card") == 0 || *form_get(rq, "letter_title"))
		return form_get(rq, "letter_to");
	q = query(rq, Q_FINDING_LOAD);
	query_number(q, "id", form_number(rq, "card"));
	query_text(q, "area", watch_area(rq));
	if (!query_next(q))
		return "";
	card_into(rq, page, "card", q);
	page_text(page, "form.card", query_get(q, "id"));
	page_text(page, "form.case_number", query_get(q, "number"));
	page_text(page, "form.letter_title", arena_format(rq->arena, "%s%s%s", page_get(page, "card.rule_text"),
	    page_word(page, "frame.colon"), page_get(page, "card.title")));
	page_text(page, "form.letter_body", page_get(page, "card.evidence_text"));
	page_text(page, "form.demands", page_get(page, "card.remedy"));
	return query_get(q, "organ_code");
}

enum reply
letter_new(struct request *rq, struct page *page)
{
	const char *to = source_into(rq, page);

	page_choices(page, "letter_kind", kinds, "letter_kind", *form_get(rq, "letter_kind") ? form_get(rq, "letter_kind") :
	    "notice");
	organs_into(rq, page, "letter_to", to, false);
	page_flag(page, "optional.demands", true);
	page_flag(page, "optional.case_number", true);
	if (!*form_get(rq, "days"))
		page_text(page, "form.days", "3");
	watch_crumbs(page, "watch.letters", page_word(page, "watch.letter_new"));
	return REPLY_PAGE;
}

/* The name of an organ of the area; NULL when it is none. */
static const char *
organ_named(struct request *rq, const char *code)
{
	struct query *q = query(rq, Q_WATCH_ORGANS_HERE);

	query_text(q, "area", watch_area(rq));
	while (query_next(q))
		if (text_is(query_get(q, "code"), code))
			return query_get(q, "name");
	return NULL;
}

static void
number_or_null(struct query *q, const char *param, long long number)
{
	if (number > 0)
		query_number(q, param, number);
	else
		query_null(q, param);
}

static long long
letter_add(struct request *rq, const char *number, const char *to_name, long long case_id, struct day by)
{
	struct query *q = query(rq, Q_LETTER_ADD);

	query_text(q, "kind", form_get(rq, "letter_kind"));
	query_text(q, "number", number);
	query_text(q, "area_code", rq->who.area);
	query_text(q, "organ", rq->who.organ);
	query_text(q, "organ_name", rq->who.organ_name);
	query_text(q, "to_organ", form_get(rq, "letter_to"));
	query_text(q, "to_name", to_name);
	query_text(q, "title", form_get(rq, "letter_title"));
	query_text(q, "body", form_get(rq, "letter_body"));
	query_text(q, "demands", form_get(rq, "demands"));
	number_or_null(q, "case_id", case_id);
	number_or_null(q, "card_id", form_number(rq, "card"));
	query_null(q, "order_id");
	query_day(q, "issued_on", rq->today);
	query_day(q, "answer_by_on", by);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_instant(q, "now", rq->now);
	query_run(q);
	return (long long)query_id(q);
}

enum reply
letter_make(struct request *rq, struct page *page)
{
	const char *typed = form_get(rq, "case_number"), *to_name = organ_named(rq, form_get(rq, "letter_to")), *number;
	long long case_id = text_empty(typed) ? 0 : watch_case_id(rq, typed), letter;
	struct day by = calendar_add(request_calendar(rq), rq->today, (int)form_number(rq, "days"));
	bool notice = text_is(form_get(rq, "letter_kind"), "notice");
	char on[DAY_TEXT];

	if (!to_name)
		form_error(page, "letter_to", "wrong");
	if (!text_empty(typed) && case_id == 0)
		form_error(page, "case_number", "no_such_case");
	if (!to_name || (!text_empty(typed) && case_id == 0))
		return REPLY_INVALID;
	number = watch_next_number(rq, notice ? WATCH_PAPER_NOTICE : WATCH_PAPER_ASSIGNMENT);
	if (!number)
		return page_refuse(page, "organ_unmarked");
	letter = letter_add(rq, number, to_name, case_id, by);
	watch_act_note(rq, "letter", letter, "made", 0, "");
	watch_tell(rq, Q_WATCH_PEOPLE, form_get(rq, "letter_to"), arena_format(rq->arena, "letter:%lld", letter), "letter_made",
	    "number", number, "title", form_get(rq, "letter_title"), "due", day_print(by, on), NULL);
	return page_go(page, "/watch/letters/", arena_format(rq->arena, "%lld", letter), "?done=letter_made", NULL);
}

enum reply
letter_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_LETTER_LOAD);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "area", watch_area(rq));
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "letter");
	page_textf(page, "letter.url", "/watch/letters/%s", query_get(q, "id"));
	page_text(page, "letter.case_url", *query_get(q, "case_number") ?
	    arena_format(rq->arena, "/watch/cases/%s", query_get(q, "case_number")) : "");
	page_text(page, "page.title", query_get(q, "number"));
	watch_acts_into(rq, page, "letter", query_get_number(q, "id"));
	watch_crumbs(page, "watch.letters", query_get(q, "number"));
	return REPLY_PAGE;
}
