/* transform.c - the ways a mapping may turn a value; docs/mappings.md lists them. */
#include "catalogue/transform.h"

#include "base/random.h"
#include "base/text.h"
#include "base/utf8.h"
#include "catalogue/native.h"
#include "rules/code.h"
#include "rules/day.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *
said(json_t *rule, const char *what)
{
	return native_text(rule, what);
}

static void
set_text(json_t *native, const char *key, const char *text)
{
	json_object_set_new(native, key, json_string(text));
}

static json_t *
written(const char *text)
{
	return text && *text ? json_string(text) : NULL;
}

/* ---- text: as it is; what is too long for its column goes to another ---- */

static bool
text_too_long(json_t *rule, const char *text)
{
	json_t *most = json_object_get(rule, "most");

	return most && utf8_length(text) > (size_t)json_integer_value(most);
}

static bool
text_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	const char *text = json_string_value(value);

	(void)p;
	if (!text)
		return false;
	set_text(native, said(rule, text_too_long(rule, text) ? "longer" : "column"), text);
	return true;
}

static json_t *
text_write(const struct places *p, json_t *rule, json_t *native)
{
	const char *text = native_text(native, said(rule, "column"));

	(void)p;
	return written(*text ? text : native_text(native, said(rule, "longer")));
}

/* ---- number: "2" ---- */

static bool
number_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	long long n;

	(void)p;
	if (!text_number(json_string_value(value) ? json_string_value(value) : "", 0, 9999, &n))
		return false;
	json_object_set_new(native, said(rule, "column"), json_integer(n));
	return true;
}

static json_t *
number_write(const struct places *p, json_t *rule, json_t *native)
{
	json_t *n = json_object_get(native, said(rule, "column"));

	(void)p;
	return n ? json_sprintf("%" JSON_INTEGER_FORMAT, json_integer_value(n)) : NULL;
}

/* ---- dictionary: one word for another; any JSON on our side ---- */

static bool
dictionary_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	json_t *ours = json_object_get(json_object_get(rule, "dictionary"),
	    json_string_value(value) ? json_string_value(value) : "");

	(void)p;
	if (!ours)
		return false;
	json_object_set_new(native, said(rule, "column"), json_deep_copy(ours));
	return true;
}

/* The first word that means this; NULL where none does. */
static const char *
dictionary_word(json_t *rule, json_t *ours)
{
	const char *word;
	json_t *meaning;

	json_object_foreach(json_object_get(rule, "dictionary"), word, meaning)
		if (json_equal(meaning, ours))
			return word;
	return NULL;
}

static json_t *
dictionary_write(const struct places *p, json_t *rule, json_t *native)
{
	json_t *ours = json_object_get(native, said(rule, "column"));

	(void)p;
	return ours ? written(dictionary_word(rule, ours)) : NULL;
}

/* ---- list: each by the dictionary ---- */

/* A list, also one written in a cell of CSV.  New, or NULL. */
static json_t *
listed(json_t *value)
{
	json_t *list = json_is_string(value) ? json_loads(json_string_value(value), 0, NULL) : json_incref(value);

	if (json_is_array(list))
		return list;
	json_decref(list);
	return NULL;
}

static bool
list_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	json_t *list = listed(value), *ours = json_array(), *one;
	bool read = list != NULL;
	size_t i;

	(void)p;
	json_array_foreach(list, i, one) {
		json_t *word = json_object_get(json_object_get(rule, "dictionary"),
		    json_string_value(one) ? json_string_value(one) : "");

		if (word)
			json_array_append(ours, word);
		else
			read = false;
	}
	json_object_set_new(native, said(rule, "column"), ours);
	json_decref(list);
	return read;
}

static json_t *
list_write(const struct places *p, json_t *rule, json_t *native)
{
	json_t *words = json_array(), *one;
	size_t i;

	(void)p;
	json_array_foreach(json_object_get(native, said(rule, "column")), i, one) {
		const char *word = dictionary_word(rule, one);

		if (word)
			json_array_append_new(words, json_string(word));
	}
	if (json_array_size(words))
		return words;
	json_decref(words);
	return NULL;
}

/* ---- limit: "20(工作日)" is column_limit and column_unit ---- */

static bool
limit_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	const char *text = json_string_value(value) ? json_string_value(value) : "", *column = said(rule, "column");
	size_t digits = strspn(text, "0123456789"), n = strlen(text);
	char number[8], unit[64], key[64];
	json_t *ours;

	(void)p;
	if (digits == 0 || digits >= 5 || n < digits + 3 || text[digits] != '(' || text[n - 1] != ')')
		return false;
	snprintf(number, sizeof(number), "%.*s", (int)digits, text);
	snprintf(unit, sizeof(unit), "%.*s", (int)(n - digits - 2), text + digits + 1);
	ours = json_object_get(json_object_get(rule, "dictionary"), unit);
	if (!ours)
		return false;
	snprintf(key, sizeof(key), "%s_limit", column);
	json_object_set_new(native, key, json_integer(atoi(number)));
	snprintf(key, sizeof(key), "%s_unit", column);
	json_object_set(native, key, ours);
	return true;
}

static json_t *
limit_write(const struct places *p, json_t *rule, json_t *native)
{
	const char *column = said(rule, "column"), *word;
	json_t *count, *unit;
	char key[64];

	(void)p;
	snprintf(key, sizeof(key), "%s_limit", column);
	count = json_object_get(native, key);
	snprintf(key, sizeof(key), "%s_unit", column);
	unit = json_object_get(native, key);
	word = unit ? dictionary_word(rule, unit) : NULL;
	if (!count || !word)
		return NULL;
	return json_sprintf("%" JSON_INTEGER_FORMAT "(%s)", json_integer_value(count), word);
}

/* ---- day: 2018年12月21日 ---- */

static bool
day_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	const char *text = json_string_value(value) ? json_string_value(value) : "";
	int year, month, day, end = 0;
	char iso[DAY_TEXT];
	struct day d;

	(void)p;
	if (sscanf(text, "%4d年%2d月%2d日%n", &year, &month, &day, &end) != 3 || text[end] || !end)
		return false;
	d = day_make(year, month, day);
	if (!day_known(d))
		return false;
	set_text(native, said(rule, "column"), day_print(d, iso));
	return true;
}

static json_t *
day_write(const struct places *p, json_t *rule, json_t *native)
{
	struct civil c = day_civil(day_parse(native_text(native, said(rule, "column"))));

	(void)p;
	return c.year ? json_sprintf("%04d年%02d月%02d日", c.year, c.month, c.day) : NULL;
}

/* ---- iso_day: 2018-12-21 ---- */

static bool
iso_day_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	const char *text = json_string_value(value) ? json_string_value(value) : "";

	(void)p;
	if (!day_known(day_parse(text)))
		return false;
	set_text(native, said(rule, "column"), text);
	return true;
}

static json_t *
iso_day_write(const struct places *p, json_t *rule, json_t *native)
{
	(void)p;
	return written(native_text(native, said(rule, "column")));
}

/* ---- organs ---- */

/* A code as its source writes it; what does not fit is cut at "_", or is the organ in the item's own code. */
static bool
organ_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	const char *text = json_string_value(value) ? json_string_value(value) : "";
	size_t n = strcspn(text, "_");
	char code[19];

	(void)p;
	if (n > 18) {
		struct item_code item = item_code_read(native_text(native, "code"));

		snprintf(code, sizeof(code), "%s", item.organ);
	} else
		snprintf(code, sizeof(code), "%.*s", (int)n, text);
	if (!*code)
		return false;
	set_text(native, said(rule, "column"), code);
	return true;
}

static json_t *
organ_write(const struct places *p, json_t *rule, json_t *native)
{
	(void)p;
	return written(native_text(native, said(rule, "column")));
}

/* The organisation code, nine characters within the credit code that begins the item's code. */
static bool
organ_part_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	struct item_code item = item_code_read(native_text(native, "code"));

	if (strlen(item.organ) != 18)
		return organ_read(p, rule, value, native);
	set_text(native, said(rule, "column"), item.organ);
	return true;
}

static json_t *
organ_part_write(const struct places *p, json_t *rule, json_t *native)
{
	const char *code = native_text(native, said(rule, "column"));

	(void)p;
	return strlen(code) == 18 ? json_stringn(code + 8, 9) : written(code);
}

/* The name an organ is created with, and written by. */
static bool
organ_name_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	(void)p;
	(void)rule;
	if (!json_is_string(value))
		return false;
	json_object_set(native, "@organ_name", value);
	return true;
}

static json_t *
organ_name_write(const struct places *p, json_t *rule, json_t *native)
{
	(void)rule;
	return written(organ_named(p, native_text(native, "organ")));
}

/* ---- areas: written with so many digits ---- */

static bool
area_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	char code[DIVISION_TEXT];

	(void)p;
	if (!json_is_string(value) || !division_short(json_string_value(value), code))
		return false;
	set_text(native, said(rule, "column"), code);
	return true;
}

static json_t *
area_write(const struct places *p, json_t *rule, json_t *native)
{
	const char *code = native_text(native, said(rule, "column"));
	size_t n = strlen(code), digits = (size_t)json_integer_value(json_object_get(rule, "digits"));
	char padded[DIVISION_TEXT] = "000000000000";

	(void)p;
	if (!*code)
		return NULL;
	if (n >= digits || digits >= sizeof(padded))
		return json_string(code);
	memcpy(padded, code, n);
	return json_stringn(padded, digits);
}

static bool
area_name_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	(void)p;
	(void)rule;
	if (!json_is_string(value))
		return false;
	json_object_set(native, "@area_name", value);
	return true;
}

static json_t *
area_name_write(const struct places *p, json_t *rule, json_t *native)
{
	(void)rule;
	return written(area_named(p, native_text(native, "area")));
}

/* ---- themes: by name; one that is not known gets a code of its own ---- */

static void
theme_code(char code[32], const char *prefix, const char *name)
{
	uint8_t hash[HASH_BYTES];

	sha256_of(hash, name, strlen(name));
	snprintf(code, 32, "%.16s%02x%02x%02x%02x", prefix, hash[0], hash[1], hash[2], hash[3]);
}

static const char *
theme_side(json_t *rule, json_t *name)
{
	json_t *one;
	size_t i;

	json_array_foreach(json_object_get(rule, "enterprise"), i, one)
		if (json_equal(one, name))
			return "enterprise";
	return "person";
}

static bool
themes_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	json_t *list = listed(value), *codes = json_array(), *names = json_object(), *one;
	bool read = list != NULL;
	size_t i;

	json_array_foreach(list, i, one) {
		const char *name = json_string_value(one), *known = name ? theme_coded(p, name) : NULL;
		char code[32];

		if (!name || !*name) {
			read = false;
			continue;
		}
		if (!known) {
			theme_code(code, said(rule, "prefix"), name);
			json_object_set_new(names, code, json_pack("{s:s, s:s}", "name", name, "side",
			    theme_side(rule, one)));
			known = code;
		}
		json_array_append_new(codes, json_string(known));
	}
	json_object_set_new(native, "themes", codes);
	json_object_set_new(native, "@themes", names);
	json_decref(list);
	return read;
}

static json_t *
themes_write(const struct places *p, json_t *rule, json_t *native)
{
	json_t *names = json_array(), *one;
	size_t i;

	(void)rule;
	json_array_foreach(json_object_get(native, "themes"), i, one) {
		const char *name = theme_named(p, json_string_value(one));

		if (name)
			json_array_append_new(names, json_string(name));
	}
	if (json_array_size(names))
		return names;
	json_decref(names);
	return NULL;
}

/* ---- rows: a list of names is a list of rows with that name ---- */

static bool
rows_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	json_t *list = listed(value), *rows = json_array(), *one;
	bool read = list != NULL;
	size_t i;

	(void)p;
	json_array_foreach(list, i, one) {
		if (json_is_string(one) && *json_string_value(one))
			json_array_append_new(rows, json_pack("{s:O}", said(rule, "row"), one));
		else
			read = false;
	}
	json_object_set_new(native, said(rule, "column"), rows);
	json_decref(list);
	return read;
}

static json_t *
rows_write(const struct places *p, json_t *rule, json_t *native)
{
	json_t *names = json_array(), *row;
	size_t i;

	(void)p;
	json_array_foreach(json_object_get(native, said(rule, "column")), i, row)
		json_array_append_new(names, json_string(native_text(row, said(rule, "row"))));
	if (json_array_size(names))
		return names;
	json_decref(names);
	return NULL;
}

/* ---- place: one address after a fixed beginning ---- */

static bool
place_read(const struct places *p, json_t *rule, json_t *value, json_t *native)
{
	const char *text = json_string_value(value), *prefix = said(rule, "prefix");

	(void)p;
	if (!text || !text_starts(text, prefix) || !text[strlen(prefix)])
		return false;
	json_object_set_new(native, "places", json_pack("[{s:s, s:s}]", "name", said(rule, "name"),
	    "address", text + strlen(prefix)));
	return true;
}

static json_t *
place_write(const struct places *p, json_t *rule, json_t *native)
{
	const char *address = native_text(json_array_get(json_object_get(native, "places"), 0), "address");

	(void)p;
	return *address ? json_sprintf("%s%s", said(rule, "prefix"), address) : NULL;
}

static const struct transform transforms[] = {
	{ "text", text_read, text_write },
	{ "number", number_read, number_write },
	{ "dictionary", dictionary_read, dictionary_write },
	{ "list", list_read, list_write },
	{ "limit", limit_read, limit_write },
	{ "day", day_read, day_write },
	{ "iso_day", iso_day_read, iso_day_write },
	{ "organ", organ_read, organ_write },
	{ "organ_part", organ_part_read, organ_part_write },
	{ "organ_name", organ_name_read, organ_name_write },
	{ "area", area_read, area_write },
	{ "area_name", area_name_read, area_name_write },
	{ "themes", themes_read, themes_write },
	{ "rows", rows_read, rows_write },
	{ "place", place_read, place_write },
};

const struct transform *
transform_named(const char *name)
{
	for (size_t i = 0; i < sizeof(transforms) / sizeof(transforms[0]); i++)
		if (text_is(transforms[i].name, *name ? name : "text"))
			return &transforms[i];
	return NULL;
}
