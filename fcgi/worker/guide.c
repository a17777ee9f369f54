/* guide.c - a guide on a page: see guide.h. */
#include "fcgi/worker/guide.h"

#include "base/text.h"
#include "generated/queries/guide.h"

#include <jansson.h>
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

bool
guide_into(struct request *rq, struct page *page, const char *name, uint64_t version_id)
{
	const struct { const char *list; const struct statement *statement; } elements[] = {
		{ "themes", Q_GUIDE_THEMES },
		{ "places", Q_GUIDE_PLACES },
		{ "bases", Q_GUIDE_BASES },
		{ "materials", Q_GUIDE_MATERIALS },
		{ "steps", Q_GUIDE_STEPS },
		{ "fees", Q_GUIDE_FEES },
		{ "questions", Q_GUIDE_QUESTIONS },
	};

	if (!query_into_one(element(rq, Q_GUIDE_LOAD, version_id), page, name))
		return false;
	head_into(rq, page, name);
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		query_into(element(rq, elements[i].statement, version_id), page,
		    arena_format(rq->arena, "%s.%s", name, elements[i].list));
	guide_fields_into(rq, page, arena_format(rq->arena, "%s.fields", name), version_id);
	guide_phrases_into(rq, page, name);
	guide_flow_into(rq, page, name);
	return true;
}
