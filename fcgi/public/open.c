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

static void
filter(struct request *rq, struct query *q)
{
	query_day(q, "today", rq->today);
	query_text(q, "category", *form_get(rq, "category") == '\0' ? NULL : form_get(rq, "category"));
	query_text(q, "organ", *form_get(rq, "organ") == '\0' ? NULL : form_get(rq, "organ"));
	if (*form_get(rq, "year") == '\0')
		query_null(q, "year");
	else
		query_number(q, "year", form_number(rq, "year"));
}

/* A row of the list, with its address and names in the visitor's language. */
static void
document_row(struct request *rq, struct page *page, struct query *q, const char *name)
{
	const char *organ = query_get(q, "organ_full");

	query_row_into(q, page, name);
	page_sub(page, name, "url", arena_format(rq->arena, "/open/docs/%s", query_get(q, "index_number")));
	page_sub(page, name, "title", shelf_name_in(rq, query_get(q, "title"), query_get(q, "title_en")));
	page_sub(page, name, "organ", *organ == '\0' ? query_get(q, "organ_name") :
	    shelf_name_in(rq, organ, query_get(q, "organ_name_en")));
}

/* A search shows its best 500; a list without words turns in the database. */
static long long
documents_found(struct request *rq, struct page *page, long long first)
{
	const char *typed = form_get(rq, "q");
	struct query *q = query(rq, Q_DOCUMENTS_SEARCH);
	struct text words;
	char key[DOCUMENT_KEY_TEXT], name[64];
	long long n = 0;

	text_init(&words);
	text_add(&words, "");
	filter(rq, q);
	query_text(q, "typed", typed);
	query_text(q, "number_key", *document_number_key(typed, key) != '\0' ? key : "-");
	switch (bigram_query(&words, typed)) {
	case BIGRAM_QUERY:
		query_text(q, "words", words.start);
		query_null(q, "title_like");
		break;
	default:
		query_null(q, "words");
		query_text(q, "title_like", arena_format(rq->arena, "%%%s%%", typed));
	}
	while (query_next(q)) {
		if (n >= first && n < first + PER_PAGE) {
			snprintf(name, sizeof(name), "documents.%lld", n - first);
			document_row(rq, page, q, name);
		}
		n++;
	}
	text_free(&words);
	return n;
}

static long long
documents_listed(struct request *rq, struct page *page, long long first)
{
	struct query *q = query(rq, Q_DOCUMENTS_LIST);
	char name[64];
	size_t n = 0;

	filter(rq, q);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", first);
	while (query_next(q)) {
		snprintf(name, sizeof(name), "documents.%zu", n++);
		document_row(rq, page, q, name);
	}
	q = query(rq, Q_DOCUMENTS_COUNT);
	filter(rq, q);
	return query_next(q) ? query_get_number(q, "total") : 0;
}

static void
choice_into(struct page *page, const char *name, const char *label, const char *count, const char *url, bool checked)
{
	page_sub(page, name, "label", label);
	page_sub(page, name, "count", count);
	page_sub(page, name, "url", url);
	page_sub(page, name, "checked", checked ? "1" : "");
}

static void
facet_documents(struct request *rq, struct page *page, size_t at, const char *key, const struct statement *statement)
{
	struct query *q = query(rq, statement);
	char name[64];
	size_t n = 0;

	snprintf(name, sizeof(name), "facets.%zu", at);
	page_sub(page, name, "key", key);
	query_day(q, "today", rq->today);
	while (query_next(q)) {
		const char *value = query_get(q, key), *label = value;
		bool chosen = text_is(form_get(rq, key), value);

		if (text_is(key, "category"))
			label = page_word(page, arena_format(rq->arena, "category.%s", value));
		snprintf(name, sizeof(name), "facets.%zu.choices.%zu", at, n++);
		choice_into(page, name, *label == '\0' ? value : label, query_get(q, "documents"),
		    page_url_with(page, key, chosen ? NULL : value), chosen);
	}
}

enum reply
open_list(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") < 1 ? 1 : form_number(rq, "page");
	long long first = (number - 1) * PER_PAGE, total;
	char digits[32];

	total = *form_get(rq, "q") != '\0' ? documents_found(rq, page, first) : documents_listed(rq, page, first);
	facet_documents(rq, page, 0, "category", Q_DOCUMENTS_CATEGORIES);
	facet_documents(rq, page, 1, "year", Q_DOCUMENTS_YEARS);
	page_pager(page, number, PER_PAGE, total);
	snprintf(digits, sizeof(digits), "%lld", total);
	page_say(page, "found", "open.found", "n", digits, NULL);
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
	page_text(page, "page.tools.qr_url", arena_format(rq->arena, "/open/qr/%s", index_number));
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
