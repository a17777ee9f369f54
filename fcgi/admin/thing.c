/* thing.c - what areas, organs, centres and windows have in common: see system.h. */
#include "fcgi/admin/system.h"

#include "base/arena.h"
#include "base/text.h"
#include "catalogue/publish.h"
#include "record/record.h"

#include <string.h>

static const struct field thing_fields[] = {
	{ "back", FIELD_NUMBER, .least = 1, .most = 1000000000000000 },
	{ "done", FIELD_CODE, .most = 40 },
};
static const struct field retire_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form thing_form = FORM(thing_fields);
const struct form retire_form = FORM(retire_fields);

enum reply
admin_things_show(struct request *rq, struct page *page, const struct admin_thing *t)
{
	struct query *q = query(rq, t->list), *found = query(rq, t->found);
	const char *name = strrchr(t->list_url, '/') + 1;
	size_t n = 0;

	query_text(q, "like", admin_like(rq));
	query_text(q, "area", admin_reach(rq));
	admin_page_bind(rq, q);
	for (; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "%s.%zu", name, n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "%s%s", t->url, query_get(q, "code")));
	}
	if (n == 0 && admin_page(rq) > 1)
		return page_go(page, t->list_url, NULL);
	query_text(found, "like", admin_like(rq));
	query_text(found, "area", admin_reach(rq));
	page_pager(page, admin_page(rq), ADMIN_PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	admin_crumbs(page, "", t->list_word, NULL);
	return REPLY_PAGE;
}

struct query *
admin_thing_load(struct request *rq, const struct admin_thing *thing, const char *id)
{
	struct query *q = query(rq, thing->load);

	query_text(q, "id", id);
	query_text(q, "area", admin_reach(rq));
	return query_next(q) ? q : NULL;
}

void
admin_choices(struct request *rq, struct page *page, const char *field, struct query *q, const char *none)
{
	const char *chosen = form_get(rq, field);
	size_t n = 0;

	if (*chosen == '\0')
		chosen = page_get(page, arena_format(rq->arena, "form.%s", field));
	if (none != NULL) {
		struct node *row = page_row(page, arena_format(rq->arena, "choices.%s", field), n++);

		row_text(page, row, "value", "");
		row_text(page, row, "label", none);
	}
	for (; query_next(q); n++) {
		struct node *row = page_row(page, arena_format(rq->arena, "choices.%s", field), n);

		row_text(page, row, "value", query_get(q, "value"));
		row_text(page, row, "label", query_get(q, "label"));
		row_text(page, row, "checked", text_is(query_get(q, "value"), chosen) ? "1" : "");
	}
}

/* ---- showing ---- */

static void
ties_into(struct request *rq, struct page *page, const struct admin_thing *thing, const char *id)
{
	struct query *q = query(rq, thing->ties);
	bool bound = false;
	size_t n = 0;

	query_text(q, "id", id);
	query_day(q, "today", rq->today);
	for (; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "ties.%zu", n);

		page_sub(page, row, "label", page_word_below(page, "admin_tie", query_get(q, "tie")));
		page_sub(page, row, "found", query_get(q, "found"));
		bound = bound || query_get_number(q, "found") > 0;
	}
	page_flag(page, "bound", bound);
}

void
admin_thing_into(struct request *rq, struct page *page, const struct admin_thing *thing, const char *id,
    struct query *row)
{
	const char *earlier = NULL;

	query_row_into(row, page, "thing");
	page_text(page, "thing.id", id);
	page_text(page, "thing.url", arena_format(rq->arena, "%s%s", thing->url, id));
	if (rq->route->method == GET) {
		earlier = admin_earlier(rq, thing->subject, id, form_number(rq, "back"));
		for (size_t i = 0; i < thing->field_count; i++) {
			const struct admin_field *f = &thing->fields[i];
			const char *value = earlier ? admin_detail_value(rq, earlier, f->column) : NULL;

			page_sub(page, "form", f->name, value ? value : query_get(row, f->column));
		}
		page_flag(page, "set_back", earlier != NULL);
	}
	ties_into(rq, page, thing, id);
	admin_history_into(rq, page, thing->subject, id);
	admin_crumbs(page, thing->list_url, thing->list_word, query_get(row, "name"));
}

/* ---- changing ---- */

void
admin_thing_bind(struct request *rq, struct query *q, const struct admin_thing *thing)
{
	for (size_t i = 0; i < thing->field_count; i++)
		query_text(q, thing->fields[i].column, form_get(rq, thing->fields[i].name));
}

void
admin_thing_added(struct request *rq, const struct admin_thing *thing, const char *id, const char *name)
{
	const char *became = NULL;

	for (size_t i = 0; i < thing->field_count; i++)
		if (*form_get(rq, thing->fields[i].name) != '\0')
			became = record_detail_join(rq->arena, became, record_detail(rq->arena, thing->fields[i].column,
			    form_get(rq, thing->fields[i].name), NULL));
	admin_note(rq, &(struct admin_change){ "add", thing->subject, id, name, NULL, became });
	catalogue_moved(rq->db, rq->arena);
}

/* What differs from the row; false when nothing does. */
static bool
differences(struct request *rq, const struct admin_thing *thing, const struct query *row, const char **was,
    const char **became)
{
	*was = *became = NULL;
	for (size_t i = 0; i < thing->field_count; i++) {
		const struct admin_field *f = &thing->fields[i];

		if (text_is(query_get(row, f->column), form_get(rq, f->name)))
			continue;
		*was = record_detail_join(rq->arena, *was, record_detail(rq->arena, f->column, query_get(row, f->column), NULL));
		*became = record_detail_join(rq->arena, *became, record_detail(rq->arena, f->column, form_get(rq, f->name), NULL));
	}
	return *became != NULL;
}

enum reply
admin_thing_save(struct request *rq, struct page *page, const struct admin_thing *thing, const char *id)
{
	struct query *row = admin_thing_load(rq, thing, id), *q;
	const char *was, *became;

	if (row == NULL)
		return REPLY_NOT_FOUND;
	if (query_get_number(row, "version") != form_number(rq, "version"))
		return REPLY_CONFLICT;
	if (!differences(rq, thing, row, &was, &became))
		return page_refuse(page, "admin_same");
	q = query(rq, thing->set);
	query_text(q, "id", id);
	query_number(q, "version", form_number(rq, "version"));
	admin_thing_bind(rq, q, thing);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	admin_note(rq, &(struct admin_change){ "edit", thing->subject, id, query_get(row, "name"), was, became });
	catalogue_moved(rq->db, rq->arena);
	return page_go(page, thing->url, id, "?done=admin_saved", NULL);
}

/* Something still hangs on it. */
static bool
tied(struct request *rq, const struct admin_thing *thing, const char *id)
{
	struct query *q = query(rq, thing->ties);

	query_text(q, "id", id);
	query_day(q, "today", rq->today);
	while (query_next(q))
		if (query_get_number(q, "found") > 0)
			return true;
	return false;
}

enum reply
admin_thing_retire(struct request *rq, struct page *page, const struct admin_thing *thing, const char *id, bool back_to_use)
{
	struct query *row = admin_thing_load(rq, thing, id), *q;
	const char *on;

	if (row == NULL)
		return REPLY_NOT_FOUND;
	if (query_get_number(row, "version") != form_number(rq, "version") ||
	    query_is_null(row, "retired_on") == back_to_use)
		return REPLY_CONFLICT;
	if (!back_to_use && tied(rq, thing, id))
		return page_refuse(page, "admin_tied");
	q = query(rq, thing->retire);
	query_text(q, "id", id);
	query_number(q, "version", form_number(rq, "version"));
	query_day(q, "on", back_to_use ? DAY_NONE : rq->today);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	on = back_to_use ? query_get(row, "retired_on") : record_day(rq->arena, rq->today);
	admin_note(rq, &(struct admin_change){ back_to_use ? "restore" : "retire", thing->subject, id,
	    query_get(row, "name"), record_detail(rq->arena, "retired_on", back_to_use ? on : "", NULL),
	    record_detail(rq->arena, "retired_on", back_to_use ? "" : on, NULL) });
	catalogue_moved(rq->db, rq->arena);
	return page_go(page, thing->url, id, back_to_use ? "?done=admin_restored" : "?done=admin_retired", NULL);
}
