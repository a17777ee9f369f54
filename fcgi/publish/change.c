/* change.c - the preview, and what differs between two versions of an item, element by element. */
#include "base/text.h"
#include "catalogue/store.h"
#include "fcgi/publish/publish.h"
#include "fcgi/worker/guide.h"
#include "generated/queries/publish.h"

enum reply
version_preview(struct request *rq, struct page *page)
{
	struct version_row v;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	page_crumb(page, page_get(page, "version.url"), NULL, v.title);
	page_crumb(page, "", "publish.preview", NULL);
	page_tools(page);
	if (!guide_into(rq, page, "guide", v.id))
		return REPLY_NOT_FOUND;
	page_text(page, "guide_code", v.code);
	return REPLY_PAGE;
}

/* ---- differences ---- */

struct changes {
	struct request *rq;
	struct page *page;
	size_t count;
};

/* One value as a person reads it: codes by their words. */
static const char *
value_said(struct changes *c, const char *name, const struct native_key *k, json_t *value)
{
	const char *text = json_string_value(value), *said = "", *word;
	json_t *one;
	size_t i;

	if (json_is_integer(value))
		return arena_format(c->rq->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	if (json_is_boolean(value))
		return page_word(c->page, json_is_true(value) ? "yes_no.1" : "yes_no.0");
	if (json_is_array(value)) {
		json_array_foreach(value, i, one)
			said = arena_format(c->rq->arena, "%s%s%s", said, i ? " " : "",
			    value_said(c, name, k, one));
		return said;
	}
	if (json_is_object(value))
		return native_text(value, "label");
	if (!text)
		return "";
	if (k && k->choices) {
		word = page_word(c->page, arena_format(c->rq->arena, "%s.%s", choice_words_of(name), text));
		return *word ? word : text;
	}
	return text;
}

static void
change_add(struct changes *c, const char *kind, const char *element, const char *row, const char *label,
    const char *before, const char *after)
{
	const char *at = arena_format(c->rq->arena, "changes.%zu", c->count++);

	page_text(c->page, arena_format(c->rq->arena, "%s.kind", at), kind);
	page_text(c->page, arena_format(c->rq->arena, "%s.element", at), element);
	page_text(c->page, arena_format(c->rq->arena, "%s.row", at), row);
	page_text(c->page, arena_format(c->rq->arena, "%s.label", at), label);
	page_text(c->page, arena_format(c->rq->arena, "%s.before", at), before);
	page_text(c->page, arena_format(c->rq->arena, "%s.after", at), after);
}

/* The keys of two objects. */
static void
keys_compare(struct changes *c, const struct native_key *keys, size_t count, const char *prefix, const char *element,
    const char *row, json_t *before, json_t *after)
{
	for (size_t i = 0; i < count; i++) {
		const char *name = arena_format(c->rq->arena, "%s%s", prefix, keys[i].key);
		json_t *a = json_object_get(before, keys[i].key), *b = json_object_get(after, keys[i].key);

		/* The days are given when a version is published: they differ always. */
		if (a == b || (a && b && json_equal(a, b)) || keys[i].kind == NATIVE_JSON || keys[i].kind == NATIVE_DAY)
			continue;
		change_add(c, !a ? "added" : !b ? "removed" : "changed", element, row,
		    page_word(c->page, arena_format(c->rq->arena, "field.%s", name)),
		    value_said(c, name, &keys[i], a), value_said(c, name, &keys[i], b));
	}
}

/* How many rows before this one have its name: the second article of a law meets the second. */
static size_t
row_ordinal(const struct sheet *s, json_t *rows, size_t at)
{
	const char *name = sheet_row_name(s, json_array_get(rows, at));
	size_t n = 0;

	for (size_t i = 0; i < at; i++)
		n += text_is(sheet_row_name(s, json_array_get(rows, i)), name);
	return n;
}

static json_t *
row_named(const struct sheet *s, json_t *rows, const char *name, size_t ordinal)
{
	json_t *row;
	size_t i;

	json_array_foreach(rows, i, row)
		if (text_is(sheet_row_name(s, row), name) && ordinal-- == 0)
			return row;
	return NULL;
}

/* Rows are the same when they have the same name; what is left was added or taken away. */
static void
rows_compare(struct changes *c, const struct sheet *s, json_t *before, json_t *after)
{
	json_t *row, *other;
	size_t i;

	json_array_foreach(after, i, row) {
		other = row_named(s, before, sheet_row_name(s, row), row_ordinal(s, after, i));
		if (!other)
			change_add(c, "added", s->key, sheet_row_name(s, row), "", "", sheet_row_name(s, row));
		else
			keys_compare(c, s->element->keys, s->element->count, s->prefix, s->key, sheet_row_name(s, row), other,
			    row);
	}
	json_array_foreach(before, i, row)
		if (!row_named(s, after, sheet_row_name(s, row), row_ordinal(s, before, i)))
			change_add(c, "removed", s->key, sheet_row_name(s, row), "", sheet_row_name(s, row), "");
}

static bool
list_within(json_t *inner, json_t *outer)
{
	json_t *one, *other;
	size_t i, k;

	json_array_foreach(inner, i, one) {
		bool there = false;

		json_array_foreach(outer, k, other)
			there = there || json_equal(one, other);
		if (!there)
			return false;
	}
	return true;
}

static void
items_compare(struct changes *c, json_t *before, json_t *after)
{
	json_t *a = json_object_get(before, "themes"), *b = json_object_get(after, "themes");

	keys_compare(c, native_item.keys, native_item.count, "item_", "", "", before, after);
	if (!list_within(a, b) || !list_within(b, a))	/* their order says nothing */
		change_add(c, "changed", "", "", page_word(c->page, "field.item_themes"),
		    value_said(c, "", NULL, a), value_said(c, "", NULL, b));
	for (size_t i = SHEET_SECTIONS; i < SHEET_COUNT; i++)
		rows_compare(c, &sheets[i], json_object_get(before, sheets[i].key),
		    json_object_get(after, sheets[i].key));
}

/* The version before this one, or 0. */
static uint64_t
version_before(struct request *rq, const struct version_row *v)
{
	struct query *q = query(rq, Q_ITEM_VERSIONS_OF);

	query_text(q, "code", v->code);
	query_text(q, "area", own_areas(rq));
	while (query_next(q))
		if (query_get_number(q, "number") < (long long)v->number)
			return (uint64_t)query_get_number(q, "id");
	return 0;
}

/* Another version of the same item, and ours to see. */
static bool
version_beside(struct request *rq, const struct version_row *v, uint64_t id)
{
	struct query *q = query(rq, Q_ITEM_VERSIONS_OF);

	query_text(q, "code", v->code);
	query_text(q, "area", own_areas(rq));
	while (query_next(q))
		if ((uint64_t)query_get_number(q, "id") == id)
			return true;
	return false;
}

enum reply
version_changes(struct request *rq, struct page *page)
{
	struct changes c = { rq, page, 0 };
	struct version_row v;
	json_t *before, *after;
	struct query *q;
	uint64_t with;

	if (!version_load(rq, page, &v))
		return REPLY_NOT_FOUND;
	page_crumb(page, page_get(page, "version.url"), NULL, v.title);
	page_crumb(page, "", "publish.changes", NULL);
	with = form_number(rq, "with") > 0 ? (uint64_t)form_number(rq, "with") : version_before(rq, &v);
	if (with && !version_beside(rq, &v, with))
		return REPLY_NOT_FOUND;
	before = with ? item_load(rq->db, rq->arena, with) : NULL;
	q = query(rq, Q_ITEM_VERSIONS_OF);
	query_text(q, "code", v.code);
	query_text(q, "area", own_areas(rq));
	query_into(q, page, "versions");
	page_number(page, "with", (long long)with);
	after = item_load(rq->db, rq->arena, v.id);
	if (before)
		items_compare(&c, before, after);
	json_decref(before);
	json_decref(after);
	return REPLY_PAGE;
}
