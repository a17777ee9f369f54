/* native_tidy.c - makes an object what its form declares, and says where it is not. */
#include "catalogue/native.h"

#include "base/text.h"
#include "base/utf8.h"

#include <string.h>

enum { ROWS_MOST = 500, POSITIONS_MOST = 25,	/* of three digits and a comma: their column */
	 JSON_BYTES = 8 << 20, LABELS_BYTES = 16000 };

struct tidying {
	struct findings *findings;
	unsigned line;
	native_path *path;
	void *arg;
	const char *within;	/* "materials.2." or "" */
	const char *top;	/* the key the path is asked for */
};

static void
wrong(const struct tidying *t, const struct native_key *k, const char *code, const char *value)
{
	const char *column = t->path(t->arg, *t->within ? t->top : k->key);

	if (*t->within)
		column = arena_format(t->findings->arena, "%s%s.%s", column, t->within, k->key);
	finding_error(t->findings, t->line, column, code, value);
}

/* A text that is to be a list or an object: a cell of CSV.  New, or NULL. */
static json_t *
parsed(json_t *value)
{
	const char *text = json_string_value(value);

	return json_loads(text ? text : "", JSON_REJECT_DUPLICATES, NULL);
}

static json_t *
tidy_text(const struct tidying *t, const struct native_key *k, json_t *value)
{
	const char *text = json_string_value(value);

	if (json_is_integer(value))
		return json_sprintf("%" JSON_INTEGER_FORMAT, json_integer_value(value));
	if (!text) {
		wrong(t, k, "type", NULL);
		return NULL;
	}
	if (strlen(text) != json_string_length(value) || !utf8_plain(text, strlen(text))) {
		wrong(t, k, "not_plain", text);
		return NULL;
	}
	if (k->kind == NATIVE_CODE && text[strspn(text,
	    "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~")]) {
		wrong(t, k, "code", text);
		return NULL;
	}
	if (k->most && utf8_length(text) > (size_t)k->most) {
		wrong(t, k, "too_long", text);
		return NULL;
	}
	return *text ? json_incref(value) : NULL;
}

static json_t *
tidy_number(const struct tidying *t, const struct native_key *k, json_t *value)
{
	const char *text = json_string_value(value);
	long long n = json_integer_value(value);

	if (text && !*text)
		return NULL;
	if (text ? !text_number(text, 0, k->most, &n) : !json_is_integer(value) || n < 0 || n > k->most) {
		wrong(t, k, "number", text);
		return NULL;
	}
	return json_integer(n);
}

static json_t *
tidy_flag(const struct tidying *t, const struct native_key *k, json_t *value)
{
	static const char *const said[] = { "false", "true", "0", "1", "否", "是" };
	const char *text = json_string_value(value);
	int flag = -1;

	if (json_is_boolean(value))
		flag = json_is_true(value);
	for (size_t i = 0; text && i < sizeof(said) / sizeof(said[0]); i++)
		if (text_is(text, said[i]))
			flag = i % 2;
	if (flag < 0) {
		if (!text || *text)
			wrong(t, k, "flag", text);
		return NULL;
	}
	return flag || k->kind == NATIVE_FLAG ? json_boolean(flag) : NULL;
}

static json_t *
tidy_day(const struct tidying *t, const struct native_key *k, json_t *value)
{
	const char *text = json_string_value(value);

	if (text && !*text)
		return NULL;
	if (!text || !day_known(day_parse(text))) {
		wrong(t, k, "day", text);
		return NULL;
	}
	return json_incref(value);
}

static bool
chosen(const struct native_key *k, const char *text)
{
	for (size_t i = 0; k->choices[i]; i++)
		if (text_is(k->choices[i], text))
			return true;
	return false;
}

static json_t *
tidy_choice(const struct tidying *t, const struct native_key *k, json_t *value)
{
	const char *text = json_string_value(value);

	if (text && !*text)
		return NULL;
	if (!text || !chosen(k, text)) {
		wrong(t, k, "choice", text);
		return NULL;
	}
	return k->usual && text_is(text, k->usual) ? NULL : json_incref(value);
}

/* The choices in the order of the form, each once: as a SET column gives them back. */
static json_t *
tidy_set(const struct tidying *t, const struct native_key *k, json_t *value)
{
	json_t *list = json_is_string(value) ? parsed(value) : json_incref(value), *set = json_array(), *one;
	size_t i;

	if (!json_is_array(list) && !(json_is_string(value) && !*json_string_value(value)))
		wrong(t, k, "type", json_string_value(value));
	json_array_foreach(list, i, one)
		if (!json_is_string(one) || !chosen(k, json_string_value(one)))
			wrong(t, k, "choice", json_string_value(one));
	for (size_t c = 0; k->choices[c]; c++)
		json_array_foreach(list, i, one)
			if (text_is(json_string_value(one), k->choices[c])) {
				json_array_append(set, one);
				break;
			}
	json_decref(list);
	if (json_array_size(set))
		return set;
	json_decref(set);
	return NULL;
}

void
native_position_add(json_t *list, long long n)
{
	size_t at = 0;

	while (at < json_array_size(list) && json_integer_value(json_array_get(list, at)) < n)
		at++;
	if (at == json_array_size(list) || json_integer_value(json_array_get(list, at)) > n)
		json_array_insert_new(list, at, json_integer(n));
}

/* Other rows of the list, rising, each once: [2, 1, 2] is [1, 2]. */
static json_t *
tidy_positions(const struct tidying *t, const struct native_key *k, json_t *value)
{
	json_t *list = json_is_string(value) ? parsed(value) : json_incref(value), *tidy = json_array(), *one;
	size_t i;

	if (!json_is_array(list) && !(json_is_string(value) && !*json_string_value(value)))
		wrong(t, k, "type", json_string_value(value));
	json_array_foreach(list, i, one) {
		long long n = json_integer_value(one);

		if (!json_is_integer(one) || n < 1 || n > k->most)
			wrong(t, k, "number", json_string_value(one));
		else
			native_position_add(tidy, n);
	}
	json_decref(list);
	if (json_array_size(tidy) > POSITIONS_MOST) {
		wrong(t, k, "too_many", NULL);
		json_array_clear(tidy);
	}
	if (json_array_size(tidy))
		return tidy;
	json_decref(tidy);
	return NULL;
}

static bool
labels_fit(json_t *list)
{
	json_t *one;
	size_t i;

	json_array_foreach(list, i, one) {
		const char *value = json_string_value(json_object_get(one, "value"));

		if (!value || !*value || !json_is_string(json_object_get(one, "label")))
			return false;
	}
	return json_is_array(list);
}

static json_t *
tidy_json(const struct tidying *t, const struct native_key *k, json_t *value)
{
	json_t *kept = json_is_string(value) ? parsed(value) : json_incref(value);
	size_t bytes;

	if (json_is_string(value) && !*json_string_value(value))
		return NULL;
	bytes = kept ? json_dumpb(kept, NULL, 0, JSON_COMPACT) : 0;
	if (k->kind == NATIVE_LABELS ? !labels_fit(kept) : !json_is_object(kept))
		wrong(t, k, "type", json_string_value(value));
	else if (bytes > (k->kind == NATIVE_LABELS ? LABELS_BYTES : JSON_BYTES))
		wrong(t, k, "too_long", NULL);
	else if (bytes > 2)
		return kept;
	json_decref(kept);
	return NULL;
}

/* New, or NULL where nothing is left. */
static json_t *
tidy_value(const struct tidying *t, const struct native_key *k, json_t *value)
{
	if (json_is_null(value))
		return NULL;
	switch (k->kind) {
	case NATIVE_TEXT:
	case NATIVE_LINES:
	case NATIVE_CODE:
		return tidy_text(t, k, value);
	case NATIVE_NUMBER:
		return tidy_number(t, k, value);
	case NATIVE_FLAG:
	case NATIVE_MARK:
		return tidy_flag(t, k, value);
	case NATIVE_DAY:
		return tidy_day(t, k, value);
	case NATIVE_CHOICE:
		return tidy_choice(t, k, value);
	case NATIVE_SET:
		return tidy_set(t, k, value);
	case NATIVE_POSITIONS:
		return tidy_positions(t, k, value);
	case NATIVE_LABELS:
	case NATIVE_JSON:
		break;
	}
	return tidy_json(t, k, value);
}

static bool
declared(const struct native_key *keys, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (text_is(keys[i].key, key))
			return true;
	return false;
}

/* The keys of one object, in their order. */
static void
tidy_keys(const struct tidying *t, const struct native_key *keys, size_t count, json_t *object)
{
	size_t before = t->findings->errors;

	for (size_t i = 0; i < count; i++) {
		json_t *value = json_object_get(object, keys[i].key);
		json_t *tidy = value ? tidy_value(t, &keys[i], value) : NULL;

		if (!tidy && keys[i].required && t->findings->errors == before)
			wrong(t, &keys[i], "required", NULL);
		before = t->findings->errors;
		if (tidy)
			json_object_set_new(object, keys[i].key, tidy);
		else
			json_object_del(object, keys[i].key);
	}
}

static void
unknown_keys(const struct tidying *t, const struct native_form *form, const struct native_key *keys, size_t count,
    json_t *object)
{
	const char *key;
	json_t *value;
	void *next;

	json_object_foreach_safe(object, next, key, value) {
		struct native_key unknown = { key, NATIVE_TEXT, 0, NULL, false, NULL };

		if (declared(keys, count, key) || (form && native_element(form, key)))
			continue;
		wrong(t, &unknown, "unknown_key", json_string_value(value));
		json_object_del(object, key);
	}
}

/* A list of texts, each once. */
static json_t *
tidy_plain(const struct tidying *t, const struct native_element *e, json_t *list)
{
	json_t *tidy = json_array(), *one;
	size_t i, j;

	json_array_foreach(list, i, one) {
		json_t *text = tidy_text(t, e->keys, one), *other;

		json_array_foreach(tidy, j, other)
			if (text && json_equal(text, other)) {
				json_decref(text);
				text = NULL;
			}
		if (text)
			json_array_append_new(tidy, text);
	}
	return tidy;
}

static json_t *
tidy_rows(struct tidying *t, const struct native_element *e, json_t *list)
{
	json_t *tidy = json_array(), *row;
	size_t i;

	json_array_foreach(list, i, row) {
		t->within = arena_format(t->findings->arena, ".%zu", i + 1);
		if (!json_is_object(row)) {
			wrong(t, e->keys, "type", json_string_value(row));
			continue;
		}
		unknown_keys(t, NULL, e->keys, e->count, row);
		tidy_keys(t, e->keys, e->count, row);
		json_array_append(tidy, row);
	}
	return tidy;
}

static void
tidy_element(struct tidying *t, const struct native_element *e, json_t *object)
{
	const struct native_key whole = { e->key, NATIVE_TEXT, 0, NULL, false, NULL };
	json_t *value = json_object_get(object, e->key), *list, *tidy;

	if (!value)
		return;
	list = json_is_string(value) ? parsed(value) : json_incref(value);
	t->within = "";
	t->top = e->key;
	if (!json_is_array(list)) {
		if (!json_is_null(value) && !(json_is_string(value) && !*json_string_value(value)))
			wrong(t, &whole, "type", json_string_value(value));
		tidy = json_array();
	} else if (json_array_size(list) > ROWS_MOST) {
		wrong(t, &whole, "too_many", NULL);
		tidy = json_array();
	} else
		tidy = e->plain ? tidy_plain(t, e, list) : tidy_rows(t, e, list);
	json_decref(list);
	if (json_array_size(tidy))
		json_object_set(object, e->key, tidy);
	else
		json_object_del(object, e->key);
	json_decref(tidy);
	t->within = "";
}

static const char *
same(void *arg, const char *key)
{
	(void)arg;
	return key;
}

void
native_tidy(const struct native_form *form, json_t *object, struct findings *findings, unsigned line,
    native_path *path, void *arg)
{
	struct tidying t = { findings, line, path ? path : same, arg, "", "" };

	unknown_keys(&t, form, form->keys, form->count, object);
	tidy_keys(&t, form->keys, form->count, object);
	for (size_t i = 0; i < form->element_count; i++)
		tidy_element(&t, &form->elements[i], object);
}
