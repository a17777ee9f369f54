/* store.c - see store.h. */
#include "catalogue/store.h"

#include "base/text.h"
#include "generated/queries/catalogue.h"
#include "rules/code.h"
#include "rules/document.h"
#include "rules/number.h"

void
act_add(struct db *db, struct arena *arena, const struct act *a)
{
	struct query *q = query_new(db, arena, Q_ACT_ADD);

	query_instant(q, "now", a->at);
	query_number(q, "account", (long long)a->account);
	query_text(q, "act", a->act);
	query_text(q, "subject", a->subject);
	query_text(q, "reason", a->reason);
	query_text(q, "detail", a->detail);
	query_run(q);
}

static json_t *
plain_row(const struct native_element *e, json_t *text)
{
	return json_pack("{s:O}", e->keys[0].key, text);
}

void
element_store(struct db *db, struct arena *arena, const struct native_element *e, uint64_t version_id, json_t *rows)
{
	json_t *row;
	size_t i;

	json_array_foreach(rows, i, row) {
		struct query *q = query_new(db, arena, e->add);
		json_t *object = e->plain ? plain_row(e, row) : json_incref(row);

		query_number(q, "version_id", (long long)version_id);
		query_number(q, "position", (long long)i + 1);
		native_bind(q, e->keys, e->count, object);
		query_run(q);
		json_decref(object);
	}
}

static void
elements_store(struct db *db, struct arena *arena, const struct native_form *form, uint64_t id, json_t *object)
{
	for (size_t i = 0; i < form->element_count; i++)
		element_store(db, arena, &form->elements[i], id, json_object_get(object, form->elements[i].key));
}

static bool
item_add(struct db *db, struct arena *arena, json_t *item, const struct origin *o)
{
	struct query *q = query_new(db, arena, Q_ITEM_ADD);

	query_text(q, "code", native_text(item, "code"));
	query_text(q, "form", item_form_name(item_form(native_text(item, "code"))));
	query_text(q, "organ", native_text(item, "organ"));
	query_instant(q, "now", o->now);
	return query_run(q) == 1;
}

uint64_t
item_store(struct db *db, struct arena *arena, json_t *item, unsigned number, const struct origin *o)
{
	struct query *q;
	uint64_t id;

	if (number == 1 && !item_add(db, arena, item, o))
		return 0;
	q = query_new(db, arena, Q_ITEM_VERSION_ADD);
	native_bind(q, native_item.keys, native_item.count, item);
	query_number(q, "number", number);
	query_number(q, "author_id", (long long)o->author);
	o->batch ? query_number(q, "batch_id", (long long)o->batch) : query_null(q, "batch_id");
	if (query_run(q) != 1)
		return 0;
	id = query_id(q);
	elements_store(db, arena, &native_item, id, item);
	return id;
}

static void
element_load(struct db *db, struct arena *arena, const struct native_element *e, uint64_t version_id, json_t *item)
{
	struct query *q = query_new(db, arena, e->list);
	json_t *rows = json_array();

	query_number(q, "id", (long long)version_id);
	while (query_next(q)) {
		json_t *row = native_row(q, e->keys, e->count);

		json_array_append(rows, e->plain ? json_object_get(row, e->keys[0].key) : row);
		json_decref(row);
	}
	if (json_array_size(rows))
		json_object_set(item, e->key, rows);
	json_decref(rows);
}

static void
elements_load(struct db *db, struct arena *arena, const struct native_form *form, uint64_t id, json_t *object)
{
	for (size_t i = 0; i < form->element_count; i++)
		element_load(db, arena, &form->elements[i], id, object);
}

json_t *
item_load(struct db *db, struct arena *arena, uint64_t version_id)
{
	struct query *q = query_new(db, arena, Q_ITEM_VERSION_LOAD);
	json_t *item;

	query_number(q, "id", (long long)version_id);
	if (!query_next(q))
		return NULL;
	item = native_row(q, native_item.keys, native_item.count);
	elements_load(db, arena, &native_item, version_id, item);
	return item;
}

static void
set_usual(json_t *object, const char *key, const char *usual)
{
	if (!json_object_get(object, key))
		json_object_set_new(object, key, json_string(usual));
}

uint64_t
document_store(struct db *db, struct arena *arena, json_t *document, const struct origin *o)
{
	char key[DOCUMENT_KEY_TEXT];
	struct query *q = query_new(db, arena, Q_DOCUMENT_ADD);
	uint64_t id;

	set_usual(document, "status", "in_force");
	set_usual(document, "body_kind", "text");
	native_bind(q, native_document.keys, native_document.count, document);
	if (!*native_text(document, "organ"))
		query_null(q, "organ_code");
	if (!*native_text(document, "index_number"))
		query_null(q, "index_number");
	query_text(q, "doc_number_key", document_number_key(native_text(document, "doc_number"), key));
	query_number(q, "author_id", (long long)o->author);
	o->batch ? query_number(q, "batch_id", (long long)o->batch) : query_null(q, "batch_id");
	if (query_run(q) != 1)
		return 0;
	id = query_id(q);
	elements_store(db, arena, &native_document, id, document);
	return id;
}

json_t *
document_load(struct db *db, struct arena *arena, uint64_t id)
{
	struct query *q = query_new(db, arena, Q_DOCUMENT_LOAD);
	json_t *document;

	query_number(q, "id", (long long)id);
	if (!query_next(q))
		return NULL;
	document = native_row(q, native_document.keys, native_document.count);
	elements_load(db, arena, &native_document, id, document);
	return document;
}
