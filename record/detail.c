/* What an event's detail says, written and read: see record.h. */
#include "record/record.h"

#include "base/text.h"

#include <stdarg.h>
#include <string.h>

const char *
record_day(struct arena *arena, struct day on)
{
	char text[DAY_TEXT];

	return arena_text(arena, day_print(on, text));
}

const char *
record_instant(struct arena *arena, instant at)
{
	char text[INSTANT_TEXT];

	return arena_text(arena, instant_print(at, text));
}

const char *
record_number(struct arena *arena, uint64_t number)
{
	return arena_format(arena, "%llu", (unsigned long long)number);
}

const char *
record_detail(struct arena *arena, ...)
{
	struct text t;
	const char *name, *value, *json;
	va_list pairs;

	text_init(&t);
	va_start(pairs, arena);
	while ((name = va_arg(pairs, const char *)) != NULL) {
		value = va_arg(pairs, const char *);
		if (!value)
			continue;
		text_add(&t, t.bytes == 0 ? "{\"" : ",\"");
		text_add_json(&t, name);
		text_add(&t, "\":\"");
		text_add_json(&t, value);
		text_add_char(&t, '"');
	}
	va_end(pairs);
	text_add(&t, t.bytes == 0 ? "{}" : "}");
	json = arena_text_n(arena, t.start, t.bytes);
	text_free(&t);
	return json;
}

const char *
record_detail_join(struct arena *arena, const char *a, const char *b)
{
	size_t bytes = a ? strlen(a) : 0;

	if (bytes <= strlen("{}"))
		return b;
	if (!b || strlen(b) <= strlen("{}"))
		return a;
	return arena_format(arena, "%.*s,%s", (int)bytes - 1, a, b + 1);
}

/* ---- reading ---- */

/* One ASCII letter given as \u0000 is; 0 for any other. */
static char
letter_of(const char *digits)
{
	uint8_t code[2];
	char four[5] = "";

	memcpy(four, digits, strnlen(digits, 4));
	return text_from_hex(four, code, sizeof code) && code[0] == 0 && code[1] < 0x80 ? (char)code[1] : '\0';
}

/* What stands behind a backslash; *s is left at its last letter. */
static char
escaped(const char **s)
{
	char c = **s == 'n' ? '\n' : **s == '"' || **s == '\\' ? **s : '\0';

	if (**s != 'u')
		return c;
	c = letter_of(*s + 1);
	if (c)
		*s += 4;
	return c;
}

/* A text between quotes, as text_add_json writes it; *at is left behind its end.  NULL for anything else. */
static const char *
read_text(struct arena *arena, const char **at)
{
	const char *s = *at, *end;
	char *text, *to;

	if (*s++ != '"')
		return NULL;
	for (end = s; *end && *end != '"'; end++)
		if (*end == '\\' && !*++end)
			return NULL;
	if (!*end)
		return NULL;
	to = text = arena_get(arena, (size_t)(end - s) + 1);
	for (; s < end; s++) {
		*to = *s;
		if (*s == '\\') {
			s++;
			*to = escaped(&s);
		}
		if (!*to++)
			return NULL;
	}
	*to = '\0';
	*at = end + 1;
	return text;
}

bool
record_detail_next(struct arena *arena, const char **at, const char **name, const char **value)
{
	if (**at != '{' && **at != ',')
		return false;
	++*at;
	*name = read_text(arena, at);
	if (!*name || **at != ':')
		return false;
	++*at;
	*value = read_text(arena, at);
	return *value != NULL;
}
