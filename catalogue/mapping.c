/* mapping.c - see mapping.h. */
#include "catalogue/mapping.h"

#include "base/text.h"
#include "catalogue/transform.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct mapping {
	json_t *file;		/* NULL: the native form */
	bool documents;
	json_t *keys;		/* of file */
	const struct transform **transforms;	/* one a key; NULL: the key has no column */
};

static json_t *
rule_at(const struct mapping *m, size_t i)
{
	return json_array_get(m->keys, i);
}

/* Whether the key is only written: another key of the source already says the same. */
static bool
rule_reads(json_t *rule)
{
	return !json_is_false(json_object_get(rule, "read"));
}

static bool
mapping_check_keys(struct mapping *m, const char *name, char *why, size_t why_bytes)
{
	size_t count = json_array_size(m->keys);

	m->transforms = memory_get((count + 1) * sizeof(*m->transforms));
	for (size_t i = 0; i < count; i++) {
		json_t *rule = rule_at(m, i);
		const char *column = native_text(rule, "column"), *how = native_text(rule, "how");

		if (!*native_text(rule, "key")) {
			snprintf(why, why_bytes, "%s: entry %zu has no key", name, i + 1);
			return false;
		}
		if (!*column && !*how)
			continue;
		m->transforms[i] = transform_named(how);
		if (!m->transforms[i]) {
			snprintf(why, why_bytes, "%s: %s: no such way as \"%s\"", name, native_text(rule, "key"), how);
			return false;
		}
	}
	return true;
}

static bool
name_plain(const char *name)
{
	return *name && strlen(name) <= 64 && !name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")];
}

struct mapping *
mapping_load(const char *dir, const char *name, char *why, size_t why_bytes)
{
	struct mapping *m = memory_get(sizeof(*m));
	char path[4096];
	json_error_t error;

	if (text_is(name, "native") || text_is(name, "native_documents")) {
		m->documents = text_is(name, "native_documents");
		return m;
	}
	if (!name_plain(name)) {
		snprintf(why, why_bytes, "a mapping's name has small letters, digits and _ only");
		mapping_free(m);
		return NULL;
	}
	snprintf(path, sizeof(path), "%s/%s.json", dir, name);
	m->file = json_load_file(path, JSON_REJECT_DUPLICATES, &error);
	m->keys = json_object_get(m->file, "keys");
	m->documents = text_is(native_text(m->file, "kind"), "documents");
	if (!m->file)
		snprintf(why, why_bytes, "%s:%d: %s", path, error.line, error.text);
	else if (!json_is_array(m->keys) || !text_is(native_text(m->file, "name"), name))
		snprintf(why, why_bytes, "%s: \"name\" must be %s and \"keys\" a list", path, name);
	else if (mapping_check_keys(m, path, why, why_bytes))
		return m;
	mapping_free(m);
	return NULL;
}

void
mapping_free(struct mapping *m)
{
	if (!m)
		return;
	json_decref(m->file);
	free(m->transforms);
	free(m);
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

const char *const *
mapping_names(struct arena *arena, const char *dir, bool documents)
{
	enum { MOST = 200 };
	const char **names = arena_array(arena, const char *, MOST + 1);
	size_t n = 0;
	struct dirent *entry;
	DIR *folder = opendir(dir);

	names[n++] = documents ? "native_documents" : "native";
	while (folder && n < MOST && (entry = readdir(folder)) != NULL) {
		size_t bytes = strlen(entry->d_name);
		struct mapping *m;
		char why[256];

		if (bytes < 6 || !text_ends(entry->d_name, ".json"))
			continue;
		names[n] = arena_text_n(arena, entry->d_name, bytes - 5);
		m = mapping_load(dir, names[n], why, sizeof(why));
		if (m && m->documents == documents)
			n++;
		mapping_free(m);
	}
	if (folder)
		closedir(folder);
	qsort(names + 1, n - 1, sizeof(*names), by_name);
	names[n] = NULL;
	return names;
}

const char *
mapping_name(const struct mapping *m)
{
	if (m->file)
		return native_text(m->file, "name");
	return m->documents ? "native_documents" : "native";
}

bool
mapping_is_native(const struct mapping *m)
{
	return !m->file;
}

bool
mapping_documents(const struct mapping *m)
{
	return m->documents;
}

const struct native_form *
mapping_form(const struct mapping *m)
{
	return m->documents ? &native_document : &native_item;
}

bool
mapping_creates(const struct mapping *m, const char *what)
{
	json_t *one;
	size_t i;

	json_array_foreach(json_object_get(m->file, "create"), i, one)
		if (text_is(json_string_value(one), what))
			return true;
	return false;
}

const char *
mapping_check(const struct mapping *m, const char *check)
{
	return json_string_value(json_object_get(json_object_get(m->file, "checks"), check));
}

const char *
mapping_key(const struct mapping *m, const char *native)
{
	size_t n = strlen(native);
	json_t *rule;
	size_t i;

	json_array_foreach(m->keys, i, rule) {
		const char *column = native_text(rule, "column");

		if (*column && strncmp(column, native, strlen(column)) == 0 &&
		    (strlen(column) == n || native[strlen(column)] == '_'))
			return native_text(rule, "key");
	}
	return native;
}

const char *
mapping_key_at(const struct mapping *m, size_t i)
{
	return json_string_value(json_object_get(rule_at(m, i), "key"));
}

/* ---- reading ---- */

/* Nothing was said: "", null, or the word the source uses for it. */
static bool
value_empty(json_t *rule, json_t *value)
{
	json_t *empty = json_object_get(rule, "empty");

	return !value || json_is_null(value) || text_is(json_string_value(value), "") ||
	    (json_is_array(value) && json_array_size(value) == 0) || (empty && json_equal(value, empty));
}

static void
read_constants(const struct mapping *m, json_t *native)
{
	const char *key;
	json_t *value;

	json_object_foreach(json_object_get(m->file, "constants"), key, value)
		if (!json_object_get(native, key))
			json_object_set_new(native, key, json_deep_copy(value));
}

/* Numbers of related documents stand in extras; in the native form beside the rest. */
static void
related_move(json_t *document, bool inwards)
{
	json_t *extras = json_object_get(document, "extras");
	json_t *list = json_incref(json_object_get(inwards ? document : extras, "related"));

	if (!json_is_array(list)) {
		json_decref(list);
		return;
	}
	json_object_del(inwards ? document : extras, "related");
	if (!inwards) {
		json_object_set_new(document, "related", list);
		if (json_object_size(extras) == 0)
			json_object_del(document, "extras");
	} else if (json_array_size(list) == 0)
		json_decref(list);
	else {
		if (!json_is_object(extras)) {
			json_object_set_new(document, "extras", json_object());
			extras = json_object_get(document, "extras");
		}
		json_object_set_new(extras, "related", list);
	}
}

static json_t *
native_copy(const struct mapping *m, json_t *object, bool inwards)
{
	json_t *copy = json_deep_copy(object);

	if (m->documents)
		related_move(copy, inwards);
	return copy;
}

json_t *
mapping_read(const struct mapping *m, const struct places *places, json_t *source, struct findings *findings,
    unsigned line)
{
	json_t *native, *rule;
	size_t i;

	if (!m->file)
		return native_copy(m, source, true);
	native = json_object();
	json_array_foreach(m->keys, i, rule) {
		const char *key = native_text(rule, "key");
		json_t *value = json_object_get(source, key);

		if (!m->transforms[i] || !rule_reads(rule) || value_empty(rule, value))
			continue;
		if (!m->transforms[i]->read(places, rule, value, native))
			finding_warning(findings, line, key, "kept", json_string_value(value));
	}
	read_constants(m, native);
	return native;
}

json_t *
mapping_take(json_t *native, const char *name)
{
	json_t *value = json_incref(json_object_get(native, name));

	json_object_del(native, name);
	return value;
}

/* ---- writing ---- */

/* What the columns alone say for a key; new, never NULL. */
static json_t *
made(const struct mapping *m, const struct places *places, size_t i, json_t *native)
{
	json_t *rule = rule_at(m, i), *empty = json_object_get(rule, "empty");
	json_t *value = m->transforms[i]->write(places, rule, native);

	if (value)
		return value;
	return empty ? json_deep_copy(empty) : json_string("");
}

void
mapping_keep(const struct mapping *m, const struct places *places, json_t *source, json_t *native)
{
	json_t *beyond, *tokens, *absent, *rule, *value;
	const char *key;
	size_t i;

	if (!m->file)
		return;
	beyond = json_deep_copy(source);
	tokens = json_object();
	absent = json_array();
	json_array_foreach(m->keys, i, rule) {
		json_t *ours;

		key = native_text(rule, "key");
		value = json_object_get(source, key);
		if (!value)
			json_array_append_new(absent, json_string(key));
		if (!m->transforms[i])
			continue;
		json_object_del(beyond, key);
		ours = made(m, places, i, native);
		if (value && !json_equal(ours, value))
			json_object_set_new(tokens, key, json_pack("[O,O]", value, ours));
		json_decref(ours);
	}
	json_object_set_new(native, "extras", json_pack("{s:s, s:o*, s:o*, s:o*}", "mapping", mapping_name(m),
	    "beyond", beyond, "tokens", tokens, "absent", absent));
}

/* The source's own word where our columns still say what they said when it was read. */
static json_t *
token_or(json_t *extras, const char *key, json_t *ours)
{
	json_t *token = json_object_get(json_object_get(extras, "tokens"), key);

	if (!token || !json_equal(json_array_get(token, 1), ours))
		return ours;
	json_decref(ours);
	return json_incref(json_array_get(token, 0));
}

json_t *
mapping_write(const struct mapping *m, const struct places *places, json_t *native)
{
	json_t *extras = json_object_get(native, "extras"), *beyond, *source, *rule, *value;
	const char *key;
	size_t i;

	if (!m->file)
		return native_copy(m, native, false);
	if (!text_is(native_text(extras, "mapping"), mapping_name(m)))
		extras = NULL;
	beyond = json_object_get(extras, "beyond");
	source = json_object();
	json_array_foreach(m->keys, i, rule) {
		key = native_text(rule, "key");
		value = json_object_get(beyond, key);
		if (m->transforms[i])
			json_object_set_new(source, key, token_or(extras, key, made(m, places, i, native)));
		else if (value)
			json_object_set(source, key, value);
		else if (!extras)
			json_object_set_new(source, key, json_null());
	}
	json_object_foreach(beyond, key, value)
		if (!json_object_get(source, key))
			json_object_set(source, key, value);
	json_array_foreach(json_object_get(extras, "absent"), i, value)
		json_object_del(source, json_string_value(value));
	return source;
}
