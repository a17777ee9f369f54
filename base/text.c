/*
 * text.c - a growing text, and the few questions asked of text everywhere.
 */
#include "base/text.h"

#include "base/arena.h"

#include <errno.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KEPT_ROOM ((size_t)1024 * 1024)
#define WIDE_SPACE "\xe3\x80\x80"	/* U+3000 */

void
text_init(struct text *t)
{
	t->room = 256;
	t->bytes = 0;
	t->start = memory_get(t->room);
}

void
text_free(struct text *t)
{
	free(t->start);
	*t = (struct text){ NULL, 0, 0 };
}

void
text_clear(struct text *t)
{
	if (t->room > KEPT_ROOM) {
		t->room = KEPT_ROOM;
		t->start = memory_more(t->start, t->room);
	}
	t->bytes = 0;
	if (t->start)
		t->start[0] = '\0';
}

/* Room for so many bytes more and the NUL. */
static void
grow(struct text *t, size_t bytes)
{
	size_t need;

	need = bytes < SIZE_MAX / 4 ? t->bytes + bytes + 1 : SIZE_MAX;
	if (need <= t->room)
		return;
	if (need < 2 * t->room)
		need = 2 * t->room;
	t->start = memory_more(t->start, need);
	t->room = need;
}

void
text_add(struct text *t, const char *s)
{
	text_add_n(t, s, strlen(s));
}

void
text_add_n(struct text *t, const char *s, size_t bytes)
{
	grow(t, bytes);
	if (bytes)
		memcpy(t->start + t->bytes, s, bytes);
	t->bytes += bytes;
	t->start[t->bytes] = '\0';
}

void
text_add_char(struct text *t, char c)
{
	text_add_n(t, &c, 1);
}

void
text_format(struct text *t, const char *format, ...)
{
	size_t left = t->room - t->bytes;
	va_list args;
	int n;

	va_start(args, format);
	n = vsnprintf(left == 0 ? NULL : t->start + t->bytes, left, format, args);
	va_end(args);
	if (n > 0 && (size_t)n >= left) {	/* most fit */
		grow(t, (size_t)n);
		va_start(args, format);
		n = vsnprintf(t->start + t->bytes, (size_t)n + 1, format, args);
		va_end(args);
	}
	if (n > 0)
		t->bytes += (size_t)n;
	else if (left > 0)
		t->start[t->bytes] = '\0';
}

void
text_add_json(struct text *t, const char *s)
{
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == '"' || c == '\\') {
			text_add_char(t, '\\');
			text_add_char(t, *s);
		} else if (c == '\n') {
			text_add(t, "\\n");
		} else if (c == '<' || c < 0x20) {	/* no </script> can appear */
			text_format(t, "\\u%04x", c);
		} else {
			text_add_char(t, *s);
		}
	}
}

bool
text_is_formula(const char *cell)
{
	static const char *const wide[] = { "＝", "＋", "－", "＠" };	/* read as the narrow ones, in some languages */

	for (size_t i = 0; i < sizeof(wide) / sizeof(wide[0]); i++)
		if (text_starts(cell, wide[i]))
			return true;
	return *cell && strchr("=+-@\t\r\n", *cell);
}

void
text_add_csv(struct text *t, const char *s)
{
	bool formula = text_is_formula(s);

	if (!formula && !strpbrk(s, "\",;\t\r\n")) {
		text_add(t, s);
		return;
	}
	text_add_char(t, '"');
	if (formula)
		text_add_char(t, '\'');
	for (; *s; s++) {
		if (*s == '"')
			text_add_char(t, '"');
		text_add_char(t, *s);
	}
	text_add_char(t, '"');
}

static bool
unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	    c == '-' || c == '.' || c == '_' || c == '~';
}

void
text_add_url(struct text *t, const char *s)
{
	static const char digits[] = "0123456789ABCDEF";
	const char *from = s;

	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (unreserved(*s))
			continue;
		text_add_n(t, from, (size_t)(s - from));
		text_add_n(t, (char[]){ '%', digits[c >> 4], digits[c & 15] }, 3);
		from = s + 1;
	}
	text_add_n(t, from, (size_t)(s - from));
}

void
text_add_hex(struct text *t, const void *bytes, size_t n)
{
	const unsigned char *b = bytes;

	for (size_t i = 0; i < n; i++) {
		text_add_char(t, "0123456789abcdef"[b[i] >> 4]);
		text_add_char(t, "0123456789abcdef"[b[i] & 15]);
	}
}

char *
number_print(long long n, char text[static NUMBER_TEXT])
{
	unsigned long long left = n < 0 ? 0 - (unsigned long long)n : (unsigned long long)n;
	char digits[NUMBER_TEXT], *at = text;
	size_t count = 0;

	do
		digits[count++] = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (n < 0)
		*at++ = '-';
	while (count > 0)
		*at++ = digits[--count];
	*at = '\0';
	return text;
}

bool
text_is(const char *a, const char *b)
{
	if (!a || !b)
		return a == b;
	return strcmp(a, b) == 0;
}

/* The bytes of the white space at s, 0 when there is none. */
static size_t
space_bytes(const char *s)
{
	if (*s == ' ' || (*s >= '\t' && *s <= '\r'))
		return 1;
	return strncmp(s, WIDE_SPACE, 3) == 0 ? 3 : 0;
}

bool
text_empty(const char *s)
{
	size_t n;

	if (!s)
		return true;
	while ((n = space_bytes(s)))
		s += n;
	return *s == '\0';
}

bool
text_starts(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

bool
text_ends(const char *s, const char *with)
{
	size_t n = strlen(s), m = strlen(with);

	return n >= m && strcmp(s + n - m, with) == 0;
}

char *
text_trim(char *s)
{
	size_t n;
	char *end;

	while ((n = space_bytes(s)))
		s += n;
	end = s + strlen(s);
	for (;;) {
		if (end - s >= 1 && space_bytes(end - 1) == 1)
			end -= 1;
		else if (end - s >= 3 && memcmp(end - 3, WIDE_SPACE, 3) == 0)
			end -= 3;
		else
			break;
	}
	*end = '\0';
	return s;
}

bool
text_number(const char *s, long long least, long long most, long long *to)
{
	const char *digits = *s == '-' ? s + 1 : s;
	long long n;

	if (!*digits || digits[strspn(digits, "0123456789")] != '\0')
		return false;
	errno = 0;
	n = strtoll(s, NULL, 10);
	if (errno || n < least || n > most)
		return false;
	*to = n;
	return true;
}

static int
hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	if (c >= 'A' && c <= 'F')
		return c - 'A' + 10;
	return -1;
}

bool
text_from_hex(const char *s, void *to, size_t n)
{
	unsigned char *b = to;

	if (strlen(s) != 2 * n)
		return false;
	for (size_t i = 0; i < n; i++) {
		int high = hex_digit(s[2 * i]), low = hex_digit(s[2 * i + 1]);

		if (high < 0 || low < 0)
			return false;
		b[i] = (unsigned char)(high << 4 | low);
	}
	return true;
}
