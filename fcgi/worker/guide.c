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

/* A SET column, "1,2", as list.N.value. */
static void
codes_into(struct request *rq, struct page *page, struct node *guide, const char *list, const char *codes)
{
	char *copy = arena_text(rq->arena, codes), *rest = copy, *code;

	for (size_t i = 0; (code = strsep(&rest, ",")) != NULL; i++)
		if (*code)
			row_text(page, row_row(page, guide, list, i), "value", code);
}

/* A long text as list.N.text, a line each. */
static void
lines_into(struct request *rq, struct page *page, struct node *guide, const char *list, const char *text)
{
	char *rest = arena_text(rq->arena, text), *line;
	size_t n = 0;

	while ((line = strsep(&rest, "\n")) != NULL) {
		line = text_trim(line);
		if (*line)
			row_text(page, row_row(page, guide, list, n++), "text", line);
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
head_into(struct request *rq, struct page *page, struct node *guide)
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
		lines_into(rq, page, guide, texts[i].list, node_value(guide, texts[i].column, ""));
	/* The same name again: what was a text has rows as well. */
	codes_into(rq, page, guide, "audiences", node_value(guide, "audiences", ""));
	codes_into(rq, page, guide, "channels", node_value(guide, "channels", ""));
}

/* ---- elements ---- */

enum { COLUMNS_MOST = 96 };

/* Under guide, of a list of item_elements.body: values stay where they are, in a copy of the body. */
struct list_reading {
	struct arena *arena;
	struct page *page;
	struct node *guide, *list;
	char *head[COLUMNS_MOST];	/* the list's own name, then its columns' */
	struct node_name names[COLUMNS_MOST];	/* the columns' */
	int columns;			/* of the head; 0: no list is being read */
	size_t rows;
};

static bool
is_head(const struct list_reading *r)
{
	return text_is(r->head[0], ELEMENTS_HEAD);
}

static void
list_begin(struct list_reading *r, int columns)
{
	r->columns = columns;
	r->rows = 0;
	r->list = is_head(r) ? r->guide : node_make(r->arena, r->guide, r->head[0]);
	for (int i = 1; i < columns; i++) {
		struct node_name *name = &r->names[i - 1];

		name->text = r->head[i];
		name->hash = name_part(name->text, &name->bytes);
	}
}

/* A list within a row is not counted, nor is the head, which is no list. */
static void
list_end(struct list_reading *r)
{
	char counted[64], digits[NUMBER_TEXT];

	if (r->columns > 0 && !is_head(r) && strchr(r->head[0], '.') == NULL) {
		snprintf(counted, sizeof(counted), "%s_count", r->head[0]);
		row_text(r->page, r->guide, counted, number_print((long long)r->rows, digits));
	}
	r->columns = 0;
}

static void
row_read(struct list_reading *r, char **values, int count)
{
	char digits[NUMBER_TEXT];
	struct node *row = is_head(r) ? r->guide : node_make(r->arena, r->list, number_print((long long)r->rows, digits));

	r->rows++;
	node_append_all(r->arena, row, r->names, values, (size_t)(count < r->columns ? count : r->columns - 1));
}

/* The head is read where it is asked for, into a guide that has nothing else yet; false: it is asked for and is not there. */
static bool
kept_into(struct request *rq, struct page *page, const char *name, const char *body, bool head)
{
	struct list_reading r = { .arena = rq->arena, .page = page, .guide = page_group(page, name) };
	char *rest = arena_text(rq->arena, body), *values[COLUMNS_MOST] = { NULL }, counted[64];
	bool seen = false;
	int count;

	while ((count = elements_line(&rest, r.columns == 0 ? r.head : values, COLUMNS_MOST)) >= 0) {
		if (count == 0)
			list_end(&r);
		else if (r.columns == 0)
			list_begin(&r, count);
		else if (head || !is_head(&r))
			row_read(&r, values, count);
		seen = seen || (r.columns > 0 && is_head(&r));
		if (head && !seen && r.columns > 0)
			return false;
	}
	list_end(&r);
	for (size_t i = 0; i < element_list_count; i++) {
		snprintf(counted, sizeof(counted), "%s_count", element_lists[i].name);
		if (node_find(r.guide, counted) == NULL)
			row_text(page, r.guide, counted, "0");
	}
	return true;
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

void
guide_finish_into(struct request *rq, struct page *page, const char *name)
{
	head_into(rq, page, page_group(page, name));
	guide_phrases_into(rq, page, name);
	guide_flow_into(rq, page, name);
}

bool
guide_into(struct request *rq, struct page *page, const char *name, uint64_t version_id)
{
	struct query *q = element(rq, Q_GUIDE_LOAD, version_id);

	if (!query_next(q))
		return false;
	query_row_into(q, page, name);
	page_sub(page, name, "elements", "");
	if (query_is_null(q, "elements"))
		elements_into(rq, page, name, version_id);
	else
		kept_into(rq, page, name, query_get(q, "elements"), false);
	guide_finish_into(rq, page, name);
	return true;
}

/* A day as it is kept is set as a day. */
static struct day
kept_day(struct page *page, const char *name)
{
	struct day day = day_parse(page_get(page, name));

	page_day(page, name, day);
	return day;
}

bool
guide_now_into(struct request *rq, struct page *page, const char *name, uint64_t version_id)
{
	struct query *q = element(rq, Q_GUIDE_NOW, version_id);
	struct day end;

	if (!query_next(q) || !kept_into(rq, page, name, query_get(q, "body"), true)) {
		node_empty(page_group(page, name));
		return false;
	}
	kept_day(page, arena_format(rq->arena, "%s.effective_on", name));
	end = kept_day(page, arena_format(rq->arena, "%s.retired_on", name));
	page_sub(page, name, "state", "published");
	if (day_known(end) && !day_before(rq->today, end))
		node_empty(page_group(page, name));
	return !day_known(end) || day_before(rq->today, end);
}
