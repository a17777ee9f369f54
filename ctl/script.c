/*
 * script.c - files of SQL, statement by statement.
 */
#include "ctl/script.h"

#include "base/text.h"

#include <stdbool.h>
#include <string.h>

/* The length of the comment that begins at s, 0 when none does. */
static size_t
comment_length(const char *s)
{
	const char *end;

	if (*s == '#' || (s[0] == '-' && s[1] == '-' && (s[2] == ' ' || s[2] == '\t' || s[2] == '\n' || !s[2])))
		return strcspn(s, "\n");
	if (s[0] == '/' && s[1] == '*') {
		end = strstr(s + 2, "*/");
		return end ? (size_t)(end - s) + 2 : strlen(s);
	}
	return 0;
}

/* The length of the quoted text that begins at s, both quotes included. */
static size_t
quoted_length(const char *s)
{
	size_t i = 1;

	while (s[i] && s[i] != s[0])
		i += s[i] == '\\' && s[0] != '`' && s[i + 1] ? 2 : 1;
	return s[i] ? i + 1 : i;
}

static size_t
blank_length(const char *s)
{
	size_t n = 0, more;

	do {
		more = strspn(s + n, " \t\r\n;");
		more += comment_length(s + n + more);
		n += more;
	} while (more > 0);
	return n;
}

const char *
script_next(const char *script, size_t *at, size_t *bytes)
{
	const char *start, *s;
	size_t n;

	*at += blank_length(script + *at);
	start = s = script + *at;
	while (*s && *s != ';') {
		n = comment_length(s);
		if (n == 0 && strchr("'\"`", *s))
			n = quoted_length(s);
		s += n > 0 ? n : 1;
	}
	*bytes = (size_t)(s - start);
	*at += *bytes + (*s == ';');
	return *bytes > 0 ? start : NULL;
}

size_t
script_count(const char *script)
{
	size_t at = 0, bytes, n = 0;

	while (script_next(script, &at, &bytes))
		n++;
	return n;
}

static const char *
pair_value(const char *const *pairs, const char *name, size_t bytes)
{
	for (; *pairs; pairs += 2)
		if (strlen(pairs[0]) == bytes && memcmp(pairs[0], name, bytes) == 0)
			return pairs[1];
	return NULL;
}

char *
script_fill(struct arena *arena, const char *script, const char *const *pairs)
{
	struct text out;
	const char *value;
	char *copy;
	size_t n;

	text_init(&out);
	while (*script) {
		n = strcspn(script, "@");
		text_add_n(&out, script, n);
		script += n;
		if (!*script)
			break;
		n = strspn(script + 1, "abcdefghijklmnopqrstuvwxyz_");
		value = script[n + 1] == '@' ? pair_value(pairs, script + 1, n) : NULL;
		if (value) {
			text_add(&out, value);
			script += n + 2;
		} else {
			text_add_char(&out, *script++);
		}
	}
	copy = arena_text(arena, out.start);
	text_free(&out);
	return copy;
}
