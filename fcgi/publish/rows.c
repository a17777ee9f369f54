/*
 * rows.c - the lists of a guide: materials, steps, bases, places, fees, questions, fields of the form.
 *
 * A list is short.  It is read, changed and written whole, so that positions
 * are always 1, 2, 3 … and one function serves all lists.
 */
#include "base/text.h"
#include "catalogue/file.h"
#include "catalogue/store.h"
#include "fcgi/publish/publish.h"
#include "fcgi/worker/upload.h"
#include "generated/queries/publish.h"

#include <string.h>

enum { ROWS_MOST = 200 };

struct list {
	const struct sheet *sheet;
	struct version_row version;
	json_t *rows;		/* ours to give back */
	size_t at;		/* of the row in the path, from 0; past the end for a new one */
};

static bool
list_load(struct request *rq, struct page *page, struct list *l)
{
	json_t *item;
	long long n;

	if (!version_load(rq, page, &l->version))
		return false;
	l->sheet = sheet_of(rq);
	item = item_load(rq->db, rq->arena, l->version.id);
	l->rows = json_incref(json_object_get(item, l->sheet->key));
	if (!l->rows)
		l->rows = json_array();
	json_decref(item);
	n = strstr(rq->path, "/new") ? 0 : request_part_number(rq, "n");
	l->at = n > 0 ? (size_t)n - 1 : json_array_size(l->rows);
	if (n == 0 || l->at < json_array_size(l->rows))
		return true;
	json_decref(l->rows);
	return false;
}

static void
list_store(struct request *rq, const struct list *l)
{
	struct query *q = query(rq, l->sheet->clear);

	query_number(q, "id", (long long)l->version.id);
	query_run(q);
	element_store(rq->db, rq->arena, l->sheet->element, l->version.id, l->rows);
	version_note(rq, &l->version, "item_edit", l->sheet->key);
}

/* ---- its form ---- */

enum reply
row_show(struct request *rq, struct page *page)
{
	struct list l;

	if (!list_load(rq, page, &l))
		return REPLY_NOT_FOUND;
	page_crumb(page, page_get(page, "version.url"), NULL, l.version.title);
	page_crumb(page, "", arena_format(rq->arena, "sheet.%s", l.sheet->key), NULL);
	page_text(page, "sheet", l.sheet->key);
	page_text(page, "edit.url", rq->path);
	edit_version_into(rq, page, l.version.version);
	page_closed(rq, page, version_writable(rq, &l.version));
	page_flag(page, "edit.multipart", l.sheet == &sheets[SHEET_MATERIALS]);
	sheet_into(rq, page, l.sheet, json_array_get(l.rows, l.at));
	json_decref(l.rows);
	return REPLY_PAGE;
}

enum reply
row_new_show(struct request *rq, struct page *page)
{
	return row_show(rq, page);
}

/* ---- what it does ---- */

static const char *
ending_of(struct request *rq, const char *name)
{
	const char *dot = strrchr(name, '.');

	if (!dot || strlen(dot) > 6 || dot[1 + strspn(dot + 1, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")])
		return "";
	return arena_text(rq->arena, dot);
}

/* A file posted beside a material: stored, named, and the material points to it. */
static bool
form_keep(struct request *rq, struct page *page, const char *field, const char *key, json_t *row)
{
	const struct upload *u = form_file(rq, field, 0);
	const char *name, *why;

	if (!u)
		return true;
	if ((why = upload_refused(u)) != NULL) {
		form_error(page, field, why);
		return false;
	}
	if (!upload_keep(rq, u))
		return true;	/* the machine's failure: the loop answers */
	name = arena_format(rq->arena, "%.16s%s", u->sha256, ending_of(rq, u->name));
	blob_add(rq->db, rq->arena, u->sha256, (size_t)u->bytes, rq->now);
	form_set(rq->db, rq->arena, name, u->sha256, u->content_type, (size_t)u->bytes, rq->now);
	json_object_set_new(row, key, json_string(name));
	return true;
}

static bool
name_free(const struct list *l, const char *name)
{
	json_t *row;
	size_t i;

	json_array_foreach(l->rows, i, row)
		if (i != l->at && text_is(native_text(row, "name"), name))
			return false;
	return true;
}

/* What the form's shape cannot say of a row. */
static bool
row_right(struct request *rq, struct page *page, const struct list *l, json_t *row)
{
	if (l->sheet == &sheets[SHEET_FIELDS] && !name_free(l, native_text(row, "name"))) {
		form_error(page, "field_name", "taken");
		return false;
	}
	return l->sheet != &sheets[SHEET_MATERIALS] ||
	    (form_keep(rq, page, "material_blank_file", "blank_form", row) &&
	     form_keep(rq, page, "material_sample_file", "sample_form", row));
}

static enum reply
row_put(struct request *rq, struct page *page, struct list *l)
{
	json_t *row = json_object();
	enum reply reply;
	bool right;

	if (!version_take(rq, page, &l->version, &reply)) {
		json_decref(row);
		return reply;
	}
	sheet_read(rq, l->sheet, row);
	right = row_right(rq, page, l, row);
	if (l->at < json_array_size(l->rows))
		json_array_set_new(l->rows, l->at, row);
	else
		json_array_append_new(l->rows, row);
	if (!right)
		return REPLY_INVALID;
	list_store(rq, l);
	return page_go(page, page_get(page, "version.url"), "", "?done=saved#", l->sheet->key, NULL);
}

enum reply
row_save(struct request *rq, struct page *page)
{
	enum reply reply;
	struct list l;

	if (!list_load(rq, page, &l))
		return REPLY_NOT_FOUND;
	if (json_array_size(l.rows) >= ROWS_MOST && l.at >= ROWS_MOST)
		reply = page_refuse(page, "rows_many");
	else
		reply = row_put(rq, page, &l);
	json_decref(l.rows);
	return reply;
}

enum reply
row_new(struct request *rq, struct page *page)
{
	return row_save(rq, page);
}

/* ---- the order of rows ---- */

typedef void change_rows(json_t *rows, size_t at);

/* Where a step that stood at a position stands after the change; 0: it is gone. */
static long long
position_now(json_t *before, json_t *after, long long n)
{
	json_t *step = n > 0 ? json_array_get(before, (size_t)n - 1) : NULL, *one;
	size_t i;

	json_array_foreach(after, i, one)
		if (one == step)
			return (long long)i + 1;
	return 0;
}

static void
positions_follow(json_t *row, const char *key, json_t *before, json_t *after)
{
	json_t *now = json_array(), *one;
	size_t i;

	json_array_foreach(json_object_get(row, key), i, one) {
		long long n = position_now(before, after, json_integer_value(one));

		if (n > 0)
			native_position_add(now, n);
	}
	if (json_array_size(now))
		json_object_set(row, key, now);
	else
		json_object_del(row, key);
	json_decref(now);
}

/* Points of the handbook stay with their step; those of one that is gone wait, at none, for their webmaster. */
static void
points_follow(struct request *rq, const struct version_row *v, json_t *before, json_t *after)
{
	json_t *item = item_load(rq->db, rq->arena, v->id), *points = json_object_get(item, "checks"), *one;
	struct query *q = query(rq, sheets[SHEET_CHECKS].clear);
	size_t i;

	json_array_foreach(points, i, one)
		json_object_set_new(one, "step",
		    json_integer(position_now(before, after, json_integer_value(json_object_get(one, "step")))));
	query_number(q, "id", (long long)v->id);
	query_run(q);
	element_store(rq->db, rq->arena, sheets[SHEET_CHECKS].element, v->id, points);
	json_decref(item);
}

/* What named a step by its position names it still. */
static void
steps_follow(struct request *rq, const struct list *l, json_t *before)
{
	json_t *one;
	size_t i;

	json_array_foreach(l->rows, i, one) {
		positions_follow(one, "needs", before, l->rows);
		positions_follow(one, "back_to", before, l->rows);
	}
	points_follow(rq, &l->version, before, l->rows);
}

static enum reply
rows_change(struct request *rq, struct page *page, change_rows *change, const char *done)
{
	enum reply reply;
	struct list l;

	if (!sheet_of(rq) || !sheet_of(rq)->element || !list_load(rq, page, &l))
		return REPLY_NOT_FOUND;
	if (version_take(rq, page, &l.version, &reply)) {
		json_t *before = json_copy(l.rows);

		change(l.rows, l.at);
		if (l.sheet == &sheets[SHEET_STEPS])
			steps_follow(rq, &l, before);
		list_store(rq, &l);
		json_decref(before);
		reply = page_go(page, page_get(page, "version.url"), "", "?done=", done, "#", l.sheet->key, NULL);
	}
	json_decref(l.rows);
	return reply;
}

static void
rows_without(json_t *rows, size_t at)
{
	json_array_remove(rows, at);
}

static void
rows_raise(json_t *rows, size_t at)
{
	json_t *row = json_incref(json_array_get(rows, at));

	if (at > 0) {
		json_array_remove(rows, at);
		json_array_insert(rows, at - 1, row);
	}
	json_decref(row);
}

static void
rows_lower(json_t *rows, size_t at)
{
	if (at + 1 < json_array_size(rows))
		rows_raise(rows, at + 1);
}

enum reply
row_remove(struct request *rq, struct page *page)
{
	return rows_change(rq, page, rows_without, "deleted");
}

enum reply
row_up(struct request *rq, struct page *page)
{
	return rows_change(rq, page, rows_raise, "saved");
}

enum reply
row_down(struct request *rq, struct page *page)
{
	return rows_change(rq, page, rows_lower, "saved");
}
