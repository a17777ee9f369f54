/* native_rows.c - an object and a row of a table. */
#include "catalogue/native.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static void
bind_set(struct query *q, const char *param, json_t *list)
{
	struct text joined;
	json_t *one;
	size_t i;

	text_init(&joined);
	json_array_foreach(list, i, one)
		text_format(&joined, "%s%s", i ? "," : "", json_string_value(one));
	query_text(q, param, joined.bytes ? joined.start : "");
	text_free(&joined);
}

/* As the column keeps it: "1,2". */
static void
bind_positions(struct query *q, const char *param, json_t *list)
{
	struct text joined;
	json_t *one;
	size_t i;

	text_init(&joined);
	json_array_foreach(list, i, one)
		text_format(&joined, "%s%lld", i ? "," : "", (long long)json_integer_value(one));
	query_text(q, param, joined.bytes ? joined.start : "");
	text_free(&joined);
}

static void
bind_json(struct query *q, const char *param, json_t *value)
{
	char *printed = value ? json_dumps(value, JSON_COMPACT) : NULL;

	query_text(q, param, printed ? printed : "");
	free(printed);
}

static void
bind_key(struct query *q, const struct native_key *k, json_t *value)
{
	const char *param = native_column(k);

	switch (k->kind) {
	case NATIVE_NUMBER:
		value ? query_number(q, param, json_integer_value(value)) : query_null(q, param);
		break;
	case NATIVE_FLAG:
		value ? query_number(q, param, json_is_true(value)) : query_null(q, param);
		break;
	case NATIVE_MARK:
		query_number(q, param, json_is_true(value));
		break;
	case NATIVE_DAY:
		query_day(q, param, value ? day_parse(json_string_value(value)) : DAY_NONE);
		break;
	case NATIVE_SET:
		bind_set(q, param, value);
		break;
	case NATIVE_POSITIONS:
		bind_positions(q, param, value);
		break;
	case NATIVE_LABELS:
	case NATIVE_JSON:
		bind_json(q, param, value);
		break;
	default:
		query_text(q, param, value ? json_string_value(value) : k->usual ? k->usual : "");
	}
}

void
native_bind(struct query *q, const struct native_key *keys, size_t count, json_t *object)
{
	for (size_t i = 0; i < count; i++)
		bind_key(q, &keys[i], json_object_get(object, keys[i].key));
}

static json_t *
split(const char *text)
{
	json_t *list = json_array();

	for (;;) {
		size_t n = strcspn(text, ",");

		json_array_append_new(list, json_stringn(text, n));
		if (!text[n])
			return list;
		text += n + 1;
	}
}

static json_t *
split_positions(const char *text)
{
	json_t *list = json_array();
	char *end;

	for (; *text; text = *end ? end + 1 : end) {
		json_array_append_new(list, json_integer(strtoll(text, &end, 10)));
		if (end == text)
			break;
	}
	return list;
}

/* New, or NULL for the column's empty value. */
static json_t *
row_value(struct query *q, const struct native_key *k)
{
	const char *column = native_column(k), *text;

	if (query_is_null(q, column))
		return NULL;
	text = query_get(q, column);
	switch (k->kind) {
	case NATIVE_NUMBER:
		return json_integer(query_get_number(q, column));
	case NATIVE_FLAG:
		return json_boolean(query_get_number(q, column));
	case NATIVE_MARK:
		return query_get_number(q, column) ? json_true() : NULL;
	case NATIVE_SET:
		return *text ? split(text) : NULL;
	case NATIVE_POSITIONS:
		return *text ? split_positions(text) : NULL;
	case NATIVE_CHOICE:
		return *text && !(k->usual && text_is(text, k->usual)) ? json_string(text) : NULL;
	case NATIVE_LABELS:
	case NATIVE_JSON:
		return json_loads(text, 0, NULL);
	default:
		return *text ? json_string(text) : NULL;
	}
}

json_t *
native_row(struct query *q, const struct native_key *keys, size_t count)
{
	json_t *object = json_object();

	for (size_t i = 0; i < count; i++) {
		json_t *value = row_value(q, &keys[i]);

		if (value)
			json_object_set_new(object, keys[i].key, value);
	}
	return object;
}

void
native_print_json(struct text *to, json_t *object)
{
	char *printed = json_dumps(object, 0);

	text_add(to, printed);
	free(printed);
}
