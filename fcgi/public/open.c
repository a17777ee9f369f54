/* open.c - 政府信息公开: documents listed, searched by words and numbers, read with tools that need no script. */
#include "base/bigram.h"
#include "base/text.h"
#include "fcgi/public/pages.h"
#include "fcgi/public/shelf.h"
#include "generated/queries/public.h"
#include "rules/document.h"

#include <stdio.h>
#include <string.h>

enum { PER_PAGE = 20 };

static const struct field open_fields[] = {
	{ "q", FIELD_TEXT, .most = 100 },
	{ "category", FIELD_CODE, .most = 32 },
	{ "organ", FIELD_CODE, .most = 18 },
	{ "year", FIELD_NUMBER, .least = 1949, .most = 2200 },
	{ "page", FIELD_NUMBER, .least = 1, .most = 100000 },
};
const struct form open_form = FORM(open_fields);

static const struct field document_fields[] = { { "print", FIELD_FLAG } };
const struct form document_form = FORM(document_fields);

/* How many documents each choice of a facet has. */
struct tally {
	struct { char value[40]; long long documents; } rows[64];
	size_t count;
};

static void
tally_add(struct tally *t, const char *value, long long documents)
{
	size_t i;

	for (i = 0; i < t->count && strcmp(t->rows[i].value, value) != 0; i++)
		;
	if (i == sizeof(t->rows) / sizeof(t->rows[0]))
		return;			/* kinds are few and years are lives of offices: the rest is not counted */
	if (i == t->count)
		snprintf(t->rows[t->count++].value, sizeof(t->rows[0].value), "%s", value);
	t->rows[i].documents += documents;
}

static void
ask_category(struct request *rq, struct query *q)
{
	query_text(q, "category", *form_get(rq, "category") == '\0' ? NULL : form_get(rq, "category"));
}

static void
ask_year(struct request *rq, struct query *q)
{
	if (*form_get(rq, "year") == '\0')
		query_null(q, "year");
	else
		query_number(q, "year", form_number(rq, "year"));
}

static void
ask_organ(struct request *rq, struct query *q)
{
	query_day(q, "today", rq->today);
	query_text(q, "organ", *form_get(rq, "organ") == '\0' ? NULL : form_get(rq, "organ"));
}

/* A row of the list, with its address and names in the visitor's language. */
static void
document_row(struct request *rq, struct page *page, struct query *q, const char *name)
{
	const char *organ = query_get(q, "organ_full");

	query_row_into(q, page, name);
	page_sub(page, name, "url", arena_format(rq->arena, "/open/docs/%s", query_get(q, "index_number")));
	page_sub(page, name, "title", shelf_name_in(rq, query_get(q, "title"), query_get(q, "title_en")));
	page_sub(page, name, "title_lang", rq->language == LANGUAGE_EN && *query_get(q, "title_en") == '\0' ? "zh-CN" : "");
	page_sub(page, name, "organ", *organ == '\0' ? query_get(q, "organ_name") :
	    shelf_name_in(rq, organ, query_get(q, "organ_name_en")));
}

/* Counts a row found by words; whether it passes the category and the year asked for. */
static bool
row_passes(struct request *rq, struct query *q, struct tally *categories, struct tally *years)
{
	const char *category = query_get(q, "category"), *asked = form_get(rq, "category");
	char year[16];
	bool of_category, of_year;

	snprintf(year, sizeof(year), "%d", day_civil(query_get_day(q, "published_on")).year);
	of_category = *asked == '\0' || text_is(asked, category);
	of_year = *form_get(rq, "year") == '\0' || text_is(form_get(rq, "year"), year);
	if (of_year)
		tally_add(categories, category, 1);
	if (of_category)
		tally_add(years, year, 1);
	return of_category && of_year;
}

/* A search shows its best 500; a list without words turns in the database. */
static long long
documents_found(struct request *rq, struct page *page, long long first, struct tally *categories, struct tally *years)
{
	const char *typed = form_get(rq, "q");
	struct query *q = query(rq, Q_DOCUMENTS_SEARCH);
	struct text words;
	char key[DOCUMENT_KEY_TEXT];
	long long n = 0;
	bool by_words;

	text_init(&words);
	text_add(&words, "");
	by_words = bigram_query(&words, typed) == BIGRAM_QUERY;
	ask_organ(rq, q);
	query_text(q, "typed", typed);
	query_text(q, "number_key", *document_number_key(typed, key) != '\0' ? key : "-");
	query_text(q, "words", by_words ? words.start : NULL);
	query_text(q, "title_like", by_words ? NULL : arena_format(rq->arena, "%%%s%%", typed));
	while (query_next(q)) {
		if (!row_passes(rq, q, categories, years))
			continue;
		if (n >= first && n < first + PER_PAGE)
			document_row(rq, page, q, arena_format(rq->arena, "documents.%lld", n - first));
		n++;
	}
	text_free(&words);
	return n;
}

static void
tally_query(struct query *q, struct tally *t)
{
	while (query_next(q))
		tally_add(t, query_get(q, "value"), query_get_number(q, "documents"));
}

static long long
documents_listed(struct request *rq, struct page *page, long long first, struct tally *categories, struct tally *years)
{
	struct query *q = query(rq, Q_DOCUMENTS_LIST);

	ask_organ(rq, q);
	ask_category(rq, q);
	ask_year(rq, q);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", first);
	for (size_t n = 0; query_next(q); n++)
		document_row(rq, page, q, arena_format(rq->arena, "documents.%zu", n));
	q = query(rq, Q_DOCUMENTS_CATEGORIES);
	ask_organ(rq, q);
	ask_year(rq, q);
	tally_query(q, categories);
	q = query(rq, Q_DOCUMENTS_YEARS);
	ask_organ(rq, q);
	ask_category(rq, q);
	tally_query(q, years);
	q = query(rq, Q_DOCUMENTS_COUNT);
	ask_organ(rq, q);
	ask_category(rq, q);
	ask_year(rq, q);
	return query_next(q) ? query_get_number(q, "total") : 0;
}

static const char *
choice_label(struct request *rq, struct page *page, const char *key, const char *value)
{
	const char *label = text_is(key, "category") ?
	    page_word(page, arena_format(rq->arena, "category.%s", value)) : value;

	return *label == '\0' ? value : label;
}

static void
facet_into(struct request *rq, struct page *page, const char *key, const struct tally *t)
{
	if (t->count == 0 || (t->count == 1 && *form_get(rq, key) == '\0'))
		return;			/* one choice that would change nothing */
	page_sub(page, arena_format(rq->arena, "facets.%s", key), "key", key);
	for (size_t i = 0; i < t->count; i++) {
		const char *value = t->rows[i].value, *name = arena_format(rq->arena, "facets.%s.choices.%zu", key, i);
		bool chosen = text_is(form_get(rq, key), value);

		page_sub(page, name, "label", choice_label(rq, page, key, value));
		page_sub(page, name, "count", arena_format(rq->arena, "%lld", t->rows[i].documents));
		page_sub(page, name, "url", page_url_with(page, key, chosen ? NULL : value));
		page_sub(page, name, "checked", chosen ? "1" : "");
	}
}

/* What is asked, each to be taken away; and the title made of it. */
static void
chips_into(struct request *rq, struct page *page, long long number)
{
	static const char *const keys[] = { "q", "category", "year", NULL };
	const char *digits = arena_format(rq->arena, "%lld", number);
	struct text title;
	size_t n = 0;

	text_init(&title);
	text_add(&title, "");
	for (size_t i = 0; keys[i] != NULL; i++) {
		const char *name = arena_format(rq->arena, "chips.%zu", n), *label;

		if (*form_get(rq, keys[i]) == '\0')
			continue;
		label = choice_label(rq, page, keys[i], form_get(rq, keys[i]));
		page_sub(page, name, "label", label);
		page_sub(page, name, "url", page_url_with(page, keys[i], NULL));
		text_add(&title, label);
		text_add(&title, " - ");
		n++;
	}
	page_text(page, "chips_clear_url", n > 1 ? "/open/" : "");
	text_add(&title, page_word(page, "title.public_documents"));
	if (number > 1) {
		page_say(page, "page.number", "catalogue.page", "n", digits, NULL);
		text_add(&title, " - ");
		text_add(&title, page_get(page, "page.number"));
	}
	page_text(page, "page.title", title.start);
	page_text(page, "page.canonical", arena_format(rq->arena, "%s%s", request_site(rq),
	    page_url_with(page, "page", number > 1 ? digits : NULL)));
	text_free(&title);
}

enum reply
open_list(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") < 1 ? 1 : form_number(rq, "page");
	long long first = (number - 1) * PER_PAGE, total;
	struct tally categories = { .count = 0 }, years = { .count = 0 };

	total = *form_get(rq, "q") != '\0' ? documents_found(rq, page, first, &categories, &years) :
	    documents_listed(rq, page, first, &categories, &years);
	facet_into(rq, page, "category", &categories);
	facet_into(rq, page, "year", &years);
	chips_into(rq, page, number);
	page_pager(page, number, PER_PAGE, total);
	page_say(page, "found", "open.found", "n", arena_format(rq->arena, "%lld", total), NULL);
	page_flag(page, "nothing", total == 0);
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", "title.public_documents", NULL);
	return REPLY_PAGE;
}

static void
size_text(char *to, size_t room, long long bytes)
{
	if (bytes < 1024)
		snprintf(to, room, "%lld B", bytes);
	else if (bytes < 1024 * 1024)
		snprintf(to, room, "%.1f KB", (double)bytes / 1024);
	else
		snprintf(to, room, "%.1f MB", (double)bytes / (1024 * 1024));
}

static void
files_into(struct request *rq, struct page *page, const char *index_number)
{
	struct query *q = query(rq, Q_DOCUMENT_FILES);
	char name[64], size[32];
	size_t n = 0;

	query_text(q, "id", page_get(page, "document.id"));
	while (query_next(q)) {
		snprintf(name, sizeof(name), "files.%zu", n++);
		size_text(size, sizeof(size), query_get_number(q, "bytes"));
		page_sub(page, name, "url", arena_format(rq->arena, "/open/files/%s/%s", query_get(q, "position"),
		    index_number));
		page_sub(page, name, "name", query_get(q, "name"));
		page_sub(page, name, "size_text", size);
		page_sub(page, name, "note", arena_format(rq->arena, "SHA-256 %s", query_get(q, "sha256")));
	}
}

/* Paragraphs of a plain text, one a line. */
static void
paragraphs_into(struct request *rq, struct page *page, const char *body)
{
	char name[64];
	size_t n = 0;

	while (*body != '\0') {
		size_t bytes = strcspn(body, "\n");
		char *line = text_trim(arena_text_n(rq->arena, body, bytes));

		if (*line != '\0') {
			snprintf(name, sizeof(name), "paragraphs.%zu", n++);
			page_sub(page, name, "text", line);
		}
		body += bytes + (body[bytes] == '\n');
	}
}

static bool
document_load(struct request *rq, struct page *page, const char *index_number)
{
	struct query *q = query(rq, Q_DOCUMENT_LOAD);

	query_text(q, "index_number", index_number);
	query_day(q, "today", rq->today);
	if (!query_into_one(q, page, "document"))
		return false;
	page_text(page, "document.organ", *query_get(q, "organ_full") == '\0' ? query_get(q, "organ_name") :
	    shelf_name_in(rq, query_get(q, "organ_full"), query_get(q, "organ_name_en")));
	if (text_is(query_get(q, "body_kind"), "markdown"))
		page_markdown(page, "document.body", query_get(q, "body"));
	else
		paragraphs_into(rq, page, query_get(q, "body"));
	return true;
}

static void
related_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_DOCUMENT_RELATED);
	char name[64];
	size_t n = 0;

	query_day(q, "today", rq->today);
	query_text(q, "category", page_get(page, "document.category"));
	query_text(q, "id", page_get(page, "document.id"));
	while (query_next(q)) {
		snprintf(name, sizeof(name), "related.%zu", n++);
		query_row_into(q, page, name);
		page_sub(page, name, "url", arena_format(rq->arena, "/open/docs/%s", query_get(q, "index_number")));
		page_sub(page, name, "title", shelf_name_in(rq, query_get(q, "title"), query_get(q, "title_en")));
		page_sub(page, name, "title_lang",
		    rq->language == LANGUAGE_EN && *query_get(q, "title_en") == '\0' ? "zh-CN" : "");
	}
}

enum reply
document_show(struct request *rq, struct page *page)
{
	const char *index_number = request_part(rq, "index");

	if (!document_load(rq, page, index_number))
		return REPLY_NOT_FOUND;
	files_into(rq, page, index_number);
	related_into(rq, page);
	page_tools(page);
	page_text(page, "page.qr_url", arena_format(rq->arena, "/open/qr/%s", index_number));
	page_text(page, "page.description", page_get(page, "document.summary"));
	page_text(page, "page.title", shelf_name_in(rq, page_get(page, "document.title"),
	    page_get(page, "document.title_en")));
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "/open/", "title.public_documents", NULL);
	page_crumb(page, "", NULL, page_get(page, "page.title"));
	return REPLY_PAGE;
}

enum reply
document_qr(struct request *rq, struct page *page)
{
	const char *index_number = request_part(rq, "index");

	if (!document_load(rq, page, index_number))
		return REPLY_NOT_FOUND;
	return page_qr(page, arena_format(rq->arena, "%s/open/docs/%s", request_site(rq), index_number));
}

enum reply
document_file(struct request *rq, struct page *page)
{
	const char *index_number = request_part(rq, "index");
	struct query *q;

	if (!document_load(rq, page, index_number))
		return REPLY_NOT_FOUND;
	q = query(rq, Q_DOCUMENT_FILES);
	query_text(q, "id", page_get(page, "document.id"));
	while (query_next(q))
		if (query_get_number(q, "position") == request_part_number(rq, "n"))
			return page_file(page, query_get(q, "sha256"), query_get(q, "name"), query_get(q, "content_type"));
	return REPLY_NOT_FOUND;
}
