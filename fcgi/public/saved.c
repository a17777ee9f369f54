/*
 * saved.c - 可复用材料: files the applicant has handed in before, to be handed in again.
 *
 * A file is its content: what is picked is a new row of this case for the same
 * bytes, so nothing is uploaded twice and nothing can have changed.  Only files
 * of one's own cases are there, and to who acts for another in some items only,
 * only those of cases about these.
 */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "fcgi/worker/route.h"
#include "generated/queries/own.h"

static const struct field saved_fields[] = {
	{ "saved", FIELD_CODES, .required = true, .most = 18 },
};
const struct form saved_form = FORM(saved_fields);

/* One's own files, each content and name once, the latest first; those of the case :id are left out. */
static struct query *
files_asked(struct request *rq, uint64_t but_of)
{
	struct query *q = query(rq, Q_SAVED_FILES);

	own_bind(rq, q);
	query_number(q, "id", (long long)but_of);
	return q;
}

enum reply
files_show(struct request *rq, struct page *page)
{
	struct query *q = files_asked(rq, 0);

	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "saved.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/applications/%s/files/%s", query_get(q, "case_id"),
		    query_get(q, "id")));
		page_sub(page, row, "size_text", bytes_text(rq, query_get_number(q, "bytes")));
	}
	own_crumbs(page, "saved.title");
	return REPLY_PAGE;
}

/* ---- picking ---- */

enum reply
saved_show(struct request *rq, struct page *page)
{
	struct materials m;
	const struct material *one;
	const char *row;
	struct query *q;
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	materials_load(rq, page, &o, &m);
	if ((one = material_asked(rq, &o, &m, &row)) == NULL)
		return REPLY_NOT_FOUND;
	page_text(page, "material.url", page_get(page, arena_format(rq->arena, "%s.url", row)));
	page_text(page, "material.name", one->name);
	q = files_asked(rq, o.id);
	for (size_t n = 0; query_next(q); n++) {
		const char *choice = arena_format(rq->arena, "choices.saved.%zu", n);

		page_sub(page, choice, "value", query_get(q, "id"));
		page_sub(page, choice, "label", query_get(q, "name"));
		page_say(page, arena_format(rq->arena, "%s.hint", choice), "saved.from", "material",
		    query_get(q, "material_name"), "title", query_get(q, "title"), "day", query_get(q, "uploaded_on"), "size",
		    bytes_text(rq, query_get_number(q, "bytes")), NULL);
		page_sub(page, choice, "checked", form_has(rq, "saved", query_get(q, "id")) ? "1" : "");
	}
	own_crumbs(page, "apply.drafts");
	page_crumb(page, page_get(page, "case.url"), NULL, page_get(page, "case.title"));
	page_crumb(page, page_get(page, "material.url"), NULL, one->name);
	page_crumb(page, "", "saved.pick", NULL);
	return REPLY_PAGE;
}

/* False: it is not one's own, or was taken away just now. */
static bool
file_pick(struct request *rq, const struct own *o, const struct material *m, long long file)
{
	struct query *q = query(rq, Q_SAVED_FILE_PICK);

	own_bind(rq, q);
	query_number(q, "id", (long long)o->id);
	query_number(q, "material", m->position);
	query_number(q, "round", own_asked(o) ? o->round : 0);
	query_number(q, "file", file);
	query_instant(q, "now", rq->now);
	return query_run(q) == 1;
}

/* A row of digits only; 0 for anything else, which is nobody's file. */
static long long
file_number(const char *text)
{
	long long number = 0;

	for (; *text >= '0' && *text <= '9'; text++)
		number = number * 10 + (*text - '0');
	return *text == '\0' ? number : 0;
}

enum reply
saved_pick(struct request *rq, struct page *page)
{
	struct materials m;
	const struct material *one;
	const char *row, *file;
	struct own o;
	size_t n = 0;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	materials_load(rq, page, &o, &m);
	if ((one = material_asked(rq, &o, &m, &row)) == NULL)
		return REPLY_NOT_FOUND;
	while (form_get_nth(rq, "saved", n) != NULL)
		n++;
	if ((long long)n + one->files > FILES_MOST) {
		form_error(page, "saved", "file_too_many");
		return REPLY_INVALID;
	}
	if (!own_touch(rq, &o))
		return page_refuse(page, "stale");
	for (size_t i = 0; (file = form_get_nth(rq, "saved", i)) != NULL; i++)
		if (!file_pick(rq, &o, one, file_number(file))) {
			form_error(page, "saved", "not_a_choice");
			return REPLY_INVALID;
		}
	material_files_given(rq, page, &o, one);
	return page_go(page, arena_format(rq->arena, "%s?done=file_picked",
	    page_get(page, arena_format(rq->arena, "%s.url", row))), NULL);
}
