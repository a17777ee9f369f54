/*
 * log.c - one write(2) an event, so that lines of several workers never mix.
 *
 * A line is cut at 4 KiB: a pipe takes that much in one piece.
 */
#include "base/log.h"

#include "base/utf8.h"

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct line {
	char bytes[4096];
	size_t used;
};

static char program_name[64] = "yimen";
static char request_id[64];

void
log_open(const char *program)
{
	snprintf(program_name, sizeof(program_name), "%s", program);
}

void
log_request(const char *id)
{
	snprintf(request_id, sizeof(request_id), "%s", id ? id : "");
}

/* One byte stays free for the newline. */
static void
line_add(struct line *l, const char *s, size_t n)
{
	size_t room = sizeof(l->bytes) - 1 - l->used;

	if (n > room)
		n = room;
	memcpy(l->bytes + l->used, s, n);
	l->used += n;
}

static bool
needs_quotes(const char *s)
{
	if (!*s)
		return true;
	for (; *s; s++)
		if ((unsigned char)*s <= ' ' || *s == '"' || *s == '=' || *s == '\\' || *s == 0x7f)
			return true;
	return false;
}

/* Adds the n bytes of one character, escaped where they could break or blur a line. */
static void
line_add_escaped(struct line *l, const char *s, size_t n, bool plain)
{
	char escaped[5];

	if (n == 1 && (*s == '"' || *s == '\\')) {
		line_add(l, "\\", 1);
	} else if (!plain || *s == '\t' || *s == '\n') {
		for (size_t i = 0; i < n; i++) {
			snprintf(escaped, sizeof(escaped), "\\x%02x", (unsigned char)s[i]);
			line_add(l, escaped, 4);
		}
		return;
	}
	line_add(l, s, n);
}

static bool
is_ascii(const char *s)
{
	while (*s > 0)
		s++;
	return *s == '\0';
}

static void
line_add_value(struct line *l, const char *s)
{
	size_t left = strlen(s), n;
	bool valid, quotes = needs_quotes(s);

	if (!quotes && is_ascii(s)) {
		line_add(l, s, left);		/* as most values are */
		return;
	}
	valid = utf8_valid(s, left);
	if (quotes)
		line_add(l, "\"", 1);
	for (; left; s += n, left -= n) {
		n = 1;
		if (valid)
			utf8_next(s, &n);
		line_add_escaped(l, s, n, utf8_plain(s, n));
	}
	if (quotes)
		line_add(l, "\"", 1);
}

static void
line_add_pair(struct line *l, const char *key, const char *value)
{
	if (l->used)
		line_add(l, " ", 1);
	line_add(l, key, strlen(key));
	line_add(l, "=", 1);
	line_add_value(l, value ? value : "");
}

static void
write_line(const char *level, const char *event, va_list pairs)
{
	struct line l;
	const char *key;
	size_t sent = 0;

	l.used = 0;
	line_add_pair(&l, "level", level);
	line_add_pair(&l, "program", program_name);
	if (*request_id)
		line_add_pair(&l, "request", request_id);
	line_add_pair(&l, "event", event);
	while ((key = va_arg(pairs, const char *)))
		line_add_pair(&l, key, va_arg(pairs, const char *));
	l.bytes[l.used++] = '\n';
	while (sent < l.used) {
		ssize_t n = write(STDERR_FILENO, l.bytes + sent, l.used - sent);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return;		/* there is nobody left to tell */
		sent += (size_t)n;
	}
}

void
log_info(const char *event, ...)
{
	va_list pairs;

	va_start(pairs, event);
	write_line("info", event, pairs);
	va_end(pairs);
}

void
log_warn(const char *event, ...)
{
	va_list pairs;

	va_start(pairs, event);
	write_line("warn", event, pairs);
	va_end(pairs);
}

void
log_error(const char *event, ...)
{
	va_list pairs;

	va_start(pairs, event);
	write_line("error", event, pairs);
	va_end(pairs);
}

void
log_fatal(const char *event, ...)
{
	va_list pairs;

	va_start(pairs, event);
	write_line("fatal", event, pairs);
	va_end(pairs);
	_exit(1);
}
