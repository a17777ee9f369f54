/* export.c - see export.h. */
#include "catalogue/export.h"

#include "catalogue/store.h"
#include "generated/queries/catalogue.h"

#include <stdlib.h>

#define BYTE_ORDER_MARK	"\xef\xbb\xbf"

/* The keys of the file in their order: the form's, or the mapping's and then whatever rows kept beyond it. */
static json_t *
heads_of(const struct mapping *m, enum export_reader reader)
{
	const struct native_form *form = mapping_form(m);
	json_t *heads = json_array();
	const char *key;

	for (size_t i = 0; (key = mapping_key_at(m, i)) != NULL; i++)
		json_array_append_new(heads, json_string(key));
	if (!mapping_is_native(m))
		return heads;
	for (size_t i = 0; i < form->count; i++)
		json_array_append_new(heads, json_string(form->keys[i].key));
	for (size_t i = 0; i < form->element_count; i++)
		if (reader == EXPORT_INTERNAL || !form->elements[i].internal)
			json_array_append_new(heads, json_string(form->elements[i].key));
	return heads;
}

static void
print_cell(struct text *to, json_t *value)
{
	char *printed;

	if (!value || json_is_null(value))
		return;
	if (json_is_string(value)) {
		text_add_csv(to, json_string_value(value));
		return;
	}
	printed = json_dumps(value, JSON_COMPACT | JSON_ENCODE_ANY);
	text_add_csv(to, printed);
	free(printed);
}

static void
print_cells(struct text *to, json_t *heads, json_t *object)
{
	json_t *head;
	size_t i;

	json_array_foreach(heads, i, head) {
		if (i)
			text_add_char(to, ',');
		print_cell(to, object ? json_object_get(object, json_string_value(head)) : head);
	}
	text_add(to, "\r\n");
}

static void
print_object(struct text *to, enum source_form form, json_t *heads, json_t *object)
{
	if (form == SOURCE_CSV) {
		print_cells(to, heads, object);
		return;
	}
	native_print_json(to, object);
	text_add_char(to, '\n');
}

static const struct statement *
listing(bool documents, uint64_t batch)
{
	if (batch)
		return documents ? Q_DOCUMENTS_OF_BATCH_OUT : Q_VERSIONS_OF_BATCH_OUT;
	return documents ? Q_DOCUMENTS_PUBLISHED : Q_VERSIONS_PUBLISHED;
}

static void
internal_drop(const struct native_form *form, json_t *native)
{
	for (size_t i = 0; i < form->element_count; i++)
		if (form->elements[i].internal)
			json_object_del(native, form->elements[i].key);
}

size_t
export_all(struct db *db, const struct mapping *m, enum source_form form, uint64_t batch, const char *areas,
    enum export_reader reader, struct text *to)
{
	struct arena *arena = arena_new(), *row = arena_new();
	struct query *q = query_new(db, arena, listing(mapping_documents(m), batch));
	struct places *places = places_load(db);
	json_t *heads = heads_of(m, reader);
	size_t n = 0;

	if (form == SOURCE_CSV) {
		text_add(to, BYTE_ORDER_MARK);
		print_cells(to, heads, NULL);
	}
	query_text(q, "area", areas);
	if (batch)
		query_number(q, "batch", (long long)batch);
	for (; query_next(q); n++) {
		uint64_t id = (uint64_t)query_get_number(q, "id");
		json_t *native = mapping_documents(m) ? document_load(db, row, id) : item_load(db, row, id);
		json_t *object;

		if (reader != EXPORT_INTERNAL)
			internal_drop(mapping_form(m), native);
		object = mapping_write(m, places, native);

		print_object(to, form, heads, object);
		json_decref(object);
		json_decref(native);
		arena_reset(row);
	}
	json_decref(heads);
	places_free(places);
	arena_free(row);
	arena_free(arena);
	return n;
}

void
export_item(struct db *db, struct arena *arena, uint64_t version_id, struct text *to)
{
	json_t *item = item_load(db, arena, version_id);

	if (item)
		print_object(to, SOURCE_JSONL, NULL, item);
	json_decref(item);
}

/* ---- the annotated file ---- */

static json_t *
heads_of_rows(const struct source *source)
{
	json_t *heads = json_array(), *seen = json_object(), *value;
	const char *key;

	for (size_t i = 0; i < source->count; i++)
		json_object_foreach(source->rows[i].object, key, value)
			if (!json_object_get(seen, key)) {
				json_object_set_new(seen, key, json_true());
				json_array_append_new(heads, json_string(key));
			}
	json_decref(seen);
	return heads;
}

/* The findings of a line in one cell. */
static const struct finding *
print_findings(struct text *to, const struct finding *f, unsigned line, finding_sentence *sentence, void *arg)
{
	struct text cell;

	text_init(&cell);
	for (; f && f->line <= line; f = f->next)
		if (f->line == line)
			text_format(&cell, "%s%s%s%s", cell.bytes ? "\n" : "", f->column, *f->column ? ": " : "",
			    sentence(arg, f));
	text_add_csv(to, cell.bytes ? cell.start : "");
	text_free(&cell);
	return f;
}

void
export_annotated(const struct source *source, const struct findings *findings, finding_sentence *sentence, void *arg,
    struct text *to)
{
	json_t *heads = heads_of_rows(source);
	const struct finding *f = findings->first;

	text_add(to, BYTE_ORDER_MARK "line,findings,");
	print_cells(to, heads, NULL);
	for (size_t i = 0; i < source->count; i++) {
		text_format(to, "%u,", source->rows[i].line);
		f = print_findings(to, f, source->rows[i].line, sentence, arg);
		text_add_char(to, ',');
		print_cells(to, heads, source->rows[i].object);
	}
	json_decref(heads);
}
