/* guide.c - a guide on a page: see guide.h. */
#include "fcgi/worker/guide.h"

#include "base/text.h"
#include "catalogue/elements.h"
#include "fcgi/worker/page_tree.h"
#include "generated/queries/guide.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

static struct query *
element(struct request *rq, const struct statement *statement, uint64_t version_id)
{
	struct query *q = query(rq, statement);

	query_number(q, "id", (long long)version_id);
	return q;
}

uint64_t
guide_version(struct request *rq, const char *item_code, struct day on)
{
	struct query *q;

	if (day_known(on)) {
		q = query(rq, Q_GUIDE_VERSION_ON);
		query_day(q, "on", on);
	} else {
		q = query(rq, Q_GUIDE_PUBLISHED);
		query_day(q, "today", rq->today);
	}
	query_text(q, "code", item_code);
	return query_next(q) ? (uint64_t)query_get_number(q, "id") : 0;
}

/* A SET column, "1,2", as name.N.value. */
static void
codes_into(struct request *rq, struct page *page, const char *name, const char *codes)
{
	char *copy = arena_text(rq->arena, codes), *rest = copy, *code;

	for (size_t i = 0; (code = strsep(&rest, ",")) != NULL; i++)
		if (*code)
			page_text(page, arena_format(rq->arena, "%s.%zu.value", name, i), code);
}

/* A long text as name.N.text, a line each. */
static void
lines_into(struct request *rq, struct page *page, const char *name, const char *text)
{
	char *rest = arena_text(rq->arena, text), *line;
	size_t n = 0;

	while ((line = strsep(&rest, "\n")) != NULL) {
		line = text_trim(line);
		if (*line)
			page_text(page, arena_format(rq->arena, "%s.%zu.text", name, n++), line);
	}
}

static void
choices_into(struct request *rq, struct page *page, const char *name, const char *json)
{
	static const char *const keys[] = { "value", "label", "label_en" };
	json_t *choices = json_loads(json, 0, NULL), *choice;
	size_t i;

	json_array_foreach(choices, i, choice)
		for (size_t k = 0; k < sizeof(keys) / sizeof(keys[0]); k++)
			page_text(page, arena_format(rq->arena, "%s.%zu.%s", name, i, keys[k]),
			    json_string_value(json_object_get(choice, keys[k])));
	json_decref(choices);
}

size_t
guide_fields_into(struct request *rq, struct page *page, const char *name, uint64_t version_id)
{
	struct query *q = element(rq, Q_GUIDE_FIELDS, version_id);
	size_t n = 0;

	while (query_next(q)) {
		const char *row = arena_format(rq->arena, "%s.%zu", name, n++);

		query_row_into(q, page, row);
		choices_into(rq, page, arena_format(rq->arena, "%s.choices", row), query_get(q, "choices"));
	}
	return n;
}

static void
head_into(struct request *rq, struct page *page, const char *name)
{
	static const struct { const char *column, *list; } texts[] = {
		{ "conditions", "conditions_lines" },
		{ "process_note", "process_lines" },
		{ "special_procedures", "special_procedures_lines" },
		{ "rights_note", "rights_lines" },
		{ "promise_notice", "promise_notice_lines" },
		{ "promise_text", "promise_text_lines" },
	};

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		lines_into(rq, page, arena_format(rq->arena, "%s.%s", name, texts[i].list),
		    page_get(page, arena_format(rq->arena, "%s.%s", name, texts[i].column)));
	codes_into(rq, page, arena_format(rq->arena, "%s.audiences", name),
	    page_get(page, arena_format(rq->arena, "%s.audiences", name)));
	codes_into(rq, page, arena_format(rq->arena, "%s.channels", name),
	    page_get(page, arena_format(rq->arena, "%s.channels", name)));
}

/* ---- elements ---- */

enum { COLUMNS_MOST = 40 };

/* Under guide, of a list of item_elements.body: values stay where they are, in a copy of the body. */
struct list_reading {
	struct arena *arena;
	struct node *list;
	char *names[COLUMNS_MOST];	/* the list's own, then its columns' */
	uint32_t hashes[COLUMNS_MOST];
	int columns;
	size_t rows;
};

static void
row_read(struct list_reading *r, char **values, int count)
{
	char digits[NUMBER_TEXT];
	struct node *row = node_make(r->arena, r->list, number_print((long long)r->rows++, digits));

	for (int i = 0; i < count && i + 1 < r->columns; i++)
		node_append(r->arena, row, r->names[i + 1], r->hashes[i + 1])->value = values[i];
}

static void
kept_elements_into(struct request *rq, struct page *page, const char *name, const char *body)
{
	struct node *guide = page_group(page, name);
	struct list_reading r = { .arena = rq->arena };
	char *rest = arena_text(rq->arena, body), *values[COLUMNS_MOST] = { NULL }, counted[64], digits[NUMBER_TEXT];
	int count;

	for (size_t i = 0; i < element_list_count; i++) {
		snprintf(counted, sizeof(counted), "%s_count", element_lists[i].name);
		row_text(page, guide, counted, "0");
	}
	while ((count = elements_line(&rest, r.columns == 0 ? r.names : values, COLUMNS_MOST)) >= 0) {
		if (count == 0) {
			r.columns = 0;
		} else if (r.columns == 0) {
			r.columns = count;
			r.rows = 0;
			r.list = node_make(rq->arena, guide, r.names[0]);
			for (int i = 1; i < count; i++)
				r.hashes[i] = name_hash(r.names[i], strlen(r.names[i]));
		} else if (strchr(r.names[0], '.') != NULL) {
			row_read(&r, values, count);	/* a list within a row is not counted */
		} else {
			row_read(&r, values, count);
			snprintf(counted, sizeof(counted), "%s_count", r.names[0]);
			row_text(page, guide, counted, number_print((long long)r.rows, digits));
		}
	}
}

/* A version that was never in force, or is of before there were such rows: list by list. */
static void
elements_into(struct request *rq, struct page *page, const char *name, uint64_t version_id)
{
	for (size_t i = 0; i < element_list_count; i++) {
		const char *list = arena_format(rq->arena, "%s.%s", name, element_lists[i].name);

		if (text_is(element_lists[i].name, "fields"))
			guide_fields_into(rq, page, list, version_id);
		else
			query_into(element(rq, element_lists[i].statement, version_id), page, list);
	}
}

static void
loaded_into(struct request *rq, struct page *page, const char *name, struct query *q)
{
	query_row_into(q, page, name);
	page_sub(page, name, "elements", "");
	head_into(rq, page, name);
	if (query_is_null(q, "elements"))
		elements_into(rq, page, name, (uint64_t)query_get_number(q, "id"));
	else
		kept_elements_into(rq, page, name, query_get(q, "elements"));
	guide_phrases_into(rq, page, name);
	guide_flow_into(rq, page, name);
}

bool
guide_into(struct request *rq, struct page *page, const char *name, uint64_t version_id)
{
	struct query *q = element(rq, Q_GUIDE_LOAD, version_id);

	query_text(q, "code", "");
	if (!query_next(q))
		return false;
	loaded_into(rq, page, name, q);
	return true;
}

bool
guide_now_into(struct request *rq, struct page *page, const char *name, const char *item_code)
{
	struct query *q = element(rq, Q_GUIDE_LOAD, 0);

	query_text(q, "code", item_code);
	if (!query_next(q) || !(query_is_null(q, "retired_on") || day_before(rq->today, query_get_day(q, "retired_on"))))
		return false;
	loaded_into(rq, page, name, q);
	return true;
}
