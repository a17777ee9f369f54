/*
 * results.c - 结果公示: what was granted, by whom, to whom; persons masked, enterprises in full.
 *
 * Only what the clock has published is there; a notice that was withdrawn is gone, one that was revoked is shown as
 * revoked.  The same list goes out as CSV and as a workbook.
 */
#include "fcgi/public/pages.h"
#include "fcgi/public/shelf.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/outcome.h"
#include "rules/publicity.h"

#include <string.h>

enum { PER_PAGE = 20, COUNTED_MOST = 2000, MONTHS_SHOWN = 24 };

static const char *const kinds[] = { "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20", NULL };

static const struct field results_fields[] = {
	{ "q", FIELD_TEXT, .most = 100 },
	{ "organ", FIELD_CODE, .most = 18 },
	{ "item", FIELD_CODE, .most = 64 },
	{ "item_kind", FIELD_CHOICE, .choices = kinds },
	{ "month", FIELD_CODE, .most = 7 },
	{ "page", FIELD_NUMBER, .least = 1, .most = COUNTED_MOST / PER_PAGE },
};
const struct form results_form = FORM(results_fields);

/* "2026-11"; DAY_NONE for anything else. */
static struct day
month_read(const char *text)
{
	char day[DAY_TEXT];

	if (strlen(text) != 7)
		return DAY_NONE;
	memcpy(day, text, 7);
	memcpy(day + 7, "-01", 4);
	return day_parse(day);
}

static struct day
month_next(struct day first)
{
	struct civil c = day_civil(first);

	return c.month == 12 ? day_make(c.year + 1, 1, 1) : day_make(c.year, c.month + 1, 1);
}

/* What is typed stands at the beginning, and is no pattern of its own. */
static const char *
like_beginning(struct request *rq, const char *typed)
{
	struct text t;
	const char *like;

	text_init(&t);
	for (; *typed; typed++) {
		if (*typed == '%' || *typed == '_' || *typed == '\\')
			text_add_char(&t, '\\');
		text_add_char(&t, *typed);
	}
	text_add_char(&t, '%');
	like = arena_text(rq->arena, t.start);
	text_free(&t);
	return like;
}

static void
asked_bind(struct request *rq, struct query *q)
{
	struct day month = month_read(form_get(rq, "month"));

	query_text(q, "organ", form_get(rq, "organ"));
	query_text(q, "item", form_get(rq, "item"));
	query_text(q, "kind", form_get(rq, "item_kind"));
	query_text(q, "find", form_get(rq, "q"));
	query_text(q, "like", like_beginning(rq, form_get(rq, "q")));
	if (day_known(month)) {
		query_instant(q, "from", instant_make(month, 0, 0, 0, 0));
		query_instant(q, "until", instant_make(month_next(month), 0, 0, 0, 0));
	} else {
		query_null(q, "from");
		query_null(q, "until");
	}
}

static void
choice(struct request *rq, struct page *page, const char *field, size_t n, const char *value, const char *label)
{
	const char *row = arena_format(rq->arena, "choices.%s.%zu", field, n);

	page_sub(page, row, "value", value);
	page_sub(page, row, "label", label);
	page_flag(page, arena_format(rq->arena, "%s.checked", row), text_is(value, form_get(rq, field)));
}

static void
choices_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_RESULTS_ORGANS);
	struct civil c = day_civil(rq->today);
	size_t n = 1;

	choice(rq, page, "organ", 0, "", page_word(page, "results.any_organ"));
	while (query_next(q))
		choice(rq, page, "organ", n++, query_get(q, "code"), shelf_name_in(rq, query_get(q, "name"), query_get(q, "name_en")));
	choice(rq, page, "item_kind", 0, "", page_word(page, "results.any_kind"));
	for (size_t i = 0; kinds[i] != NULL; i++)
		choice(rq, page, "item_kind", i + 1, kinds[i], page_word(page, arena_format(rq->arena, "kind.%s", kinds[i])));
	choice(rq, page, "month", 0, "", page_word(page, "results.any_month"));
	for (size_t i = 1; i <= MONTHS_SHOWN; i++) {
		const char *month = arena_format(rq->arena, "%04d-%02d", c.year, c.month);

		choice(rq, page, "month", i, month, month);
		c.year -= c.month == 1;
		c.month = c.month == 1 ? 12 : c.month - 1;
	}
}

static long long
found_count(struct request *rq)
{
	struct query *q = query(rq, Q_RESULTS_COUNT);

	asked_bind(rq, q);
	return query_next(q) ? query_get_number(q, "found") : 0;
}

/* An item that was asked for, as a chip to be taken away. */
static void
item_chip(struct request *rq, struct page *page)
{
	const struct shelf *shelf = shelf_now(rq);
	const struct shelf_item *item = shelf == NULL ? NULL : shelf_find(shelf, form_get(rq, "item"));

	if (*form_get(rq, "item") == '\0')
		return;
	page_text(page, "chips.0.label", item == NULL ? form_get(rq, "item") : shelf_name_in(rq, item->title, item->title_en));
	page_text(page, "chips.0.url", page_url_with(page, "item", NULL));
}

enum reply
results_list(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, found = found_count(rq);
	struct query *q = query(rq, Q_RESULTS_LIST);
	const char *query_part = *rq->query == '\0' ? "" : arena_format(rq->arena, "?%s", rq->query);

	asked_bind(rq, q);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "results.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/open/results/%s", query_get(q, "id")));
	}
	choices_into(rq, page);
	item_chip(rq, page);
	page_say(page, "found", found >= COUNTED_MOST ? "results.found_many" : "results.found", "count",
	    arena_format(rq->arena, "%lld", found), NULL);
	page_textf(page, "csv_url", "/open/results.csv%s", query_part);
	page_textf(page, "xlsx_url", "/open/results.xlsx%s", query_part);
	page_pager(page, number, PER_PAGE, found);
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "/open/", "nav.open", NULL);
	page_crumb(page, NULL, "results.title", NULL);
	return REPLY_PAGE;
}

enum reply
results_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "result_subject", "credit_code", "item", "kind", "outcome_name", "document_number",
	    "outcome_number", "organ", "decided_on", "validity", "state", "published_at", NULL };
	static const char *const texts[] = { "outcome_name", "document_number", "outcome_number", "organ_name" };
	struct sheet *sheet = sheet_open(rq, page, "results", heads);
	struct query *q = query(rq, Q_RESULTS_LIST);

	asked_bind(rq, q);
	query_number(q, "per_page", SHEET_ROWS_MOST + 1);
	query_number(q, "skip", 0);
	while (query_next(q) && sheet_row(sheet)) {
		sheet_text(sheet, query_get(q, "subject_shown"));
		sheet_text(sheet, query_get(q, "credit_code"));
		sheet_text(sheet, query_get(q, "title"));
		sheet_text(sheet, page_word(page, arena_format(rq->arena, "kind.%s", query_get(q, "item_kind"))));
		for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
			sheet_text(sheet, query_get(q, texts[i]));
		sheet_day(sheet, query_get_day(q, "decided_on"));
		sheet_text(sheet, query_get(q, "validity"));
		sheet_text(sheet, page_word(page, arena_format(rq->arena, "result_state.%s", query_get(q, "state"))));
		sheet_instant(sheet, query_get_instant(q, "published_at"));
	}
	return sheet_close(sheet);
}

enum reply
result_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_RESULT_LOAD);

	query_number(q, "id", request_part_number(rq, "id"));
	if (!query_into_one(q, page, "row"))
		return REPLY_NOT_FOUND;
	page_flag(page, "by_law", publicity_by_law(page_get(page, "row.item_kind")));
	page_text(page, "page.title", page_get(page, "row.title"));
	page_crumb(page, "/open/", "nav.open", NULL);
	page_crumb(page, "/open/results", "results.title", NULL);
	page_crumb(page, NULL, NULL, page_get(page, "row.title"));
	return REPLY_PAGE;
}
