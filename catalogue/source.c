/* source.c - see source.h. */
#include "catalogue/source.h"

#include "base/text.h"
#include "base/utf8.h"

#include <csv.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

enum source_form
source_form_of(const char *file_name)
{
	return text_ends(file_name, ".csv") || text_ends(file_name, ".CSV") ? SOURCE_CSV : SOURCE_JSONL;
}

static void
add_row(struct source *s, unsigned line, json_t *object)
{
	if (s->count == s->room) {
		s->room = s->room ? 2 * s->room : 256;
		s->rows = memory_more(s->rows, s->room * sizeof(*s->rows));
	}
	s->rows[s->count++] = (struct source_row){ line, object };
}

void
source_free(struct source *s)
{
	for (size_t i = 0; i < s->count; i++)
		json_decref(s->rows[i].object);
	free(s->rows);
	memset(s, 0, sizeof(*s));
}

/* ---- encoding ---- */

/* Whether some line shows real UTF-8: then a line that is none is broken, not in another encoding. */
static bool
utf8_somewhere(const char *bytes, size_t n)
{
	while (n > 0) {
		const char *end = memchr(bytes, '\n', n);
		size_t line = end ? (size_t)(end - bytes) + 1 : n;
		bool ascii = true;

		for (size_t i = 0; i < line; i++)
			ascii = ascii && !(bytes[i] & 0x80);
		if (!ascii && utf8_valid(bytes, line))
			return true;
		bytes += line;
		n -= line;
	}
	return false;
}

/* The analyser takes (iconv_t)-1 for memory that nobody gives back. */
#ifndef __clang__
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wanalyzer-malloc-leak"
#endif
static bool
from_gb18030(struct text *to, const char *bytes, size_t n)
{
	iconv_t turn = iconv_open("UTF-8", "GB18030");
	char *in = (char *)(uintptr_t)bytes, piece[4096];
	bool fine = true;

	if (turn == (iconv_t)-1)
		return false;
	while (fine && n > 0) {
		char *out = piece;
		size_t room = sizeof(piece), left = n;

		if (iconv(turn, &in, &n, &out, &room) == (size_t)-1 && n == left)
			fine = false;
		text_add_n(to, piece, (size_t)(out - piece));
	}
	iconv_close(turn);
	return fine && utf8_valid(to->start ? to->start : "", to->bytes);
}
#ifndef __clang__
#pragma GCC diagnostic pop
#endif

/* ---- JSON Lines ---- */

/* A row there is, but not one that can be read. */
static void
row_broken(struct source *s, struct findings *f, unsigned line, const char *code, const char *why)
{
	s->broken++;
	finding_error(f, line, "", code, why);
}

static void
read_line(struct source *s, struct findings *f, unsigned line, const char *bytes, size_t n)
{
	json_error_t error;
	json_t *object;
	size_t blank = 0;

	while (blank < n && strchr(" \t\r", bytes[blank]))
		blank++;
	if (blank == n)
		return;
	if (n > SOURCE_LINE_BYTES) {
		row_broken(s, f, line, "line_too_long", NULL);
		return;
	}
	if (!utf8_valid(bytes, n)) {
		row_broken(s, f, line, "not_utf8", NULL);
		return;
	}
	object = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, &error);
	if (!json_is_object(object)) {
		row_broken(s, f, line, object ? "not_object" : "not_json", object ? NULL : error.text);
		json_decref(object);
		return;
	}
	add_row(s, line, object);
}

static void
read_jsonl(struct source *s, struct findings *f, const char *bytes, size_t n)
{
	for (unsigned line = 1; n > 0; line++) {
		const char *end = memchr(bytes, '\n', n);
		size_t length = end ? (size_t)(end - bytes) : n;

		if (s->count >= SOURCE_ROWS_MOST) {
			finding_error(f, line, "", "too_many_rows", NULL);
			return;
		}
		read_line(s, f, line, bytes, length);
		if (!end)
			return;
		bytes += length + 1;
		n -= length + 1;
	}
}

/* ---- CSV ---- */

struct csv_reading {
	struct source *source;
	struct findings *findings;
	json_t *head;		/* names of the columns */
	json_t *cells;
	unsigned line;		/* now */
	unsigned first;		/* of this row; 0: it has not begun */
};

static void
csv_cell(void *cell, size_t n, void *arg)
{
	struct csv_reading *r = arg;
	const char *start = cell ? cell : "";
	json_t *text;

	/* The ' that our own export puts before what a spreadsheet would take for a formula. */
	if (n > 1 && start[0] == '\'' && strchr("=+-@", start[1])) {
		start++;
		n--;
	}
	text = json_stringn(start, n);
	if (!text)
		finding_error(r->findings, r->first, "", "not_utf8", NULL);
	json_array_append_new(r->cells, text ? text : json_string(""));
}

static void
csv_head(struct csv_reading *r)
{
	json_t *seen = json_object(), *name;
	size_t i;

	json_array_foreach(r->cells, i, name) {
		char *copy = arena_text(r->findings->arena, json_string_value(name));

		json_array_set_new(r->cells, i, json_string(text_trim(copy)));
		if (!*text_trim(copy) || json_object_get(seen, text_trim(copy)))
			finding_error(r->findings, r->first, copy, "column_name", copy);
		json_object_set_new(seen, text_trim(copy), json_true());
	}
	json_decref(seen);
	r->head = json_incref(r->cells);
}

static void
csv_row(int end, void *arg)
{
	struct csv_reading *r = arg;
	json_t *object, *name;
	size_t i;

	(void)end;
	if (!r->head)
		csv_head(r);
	else if (json_array_size(r->cells) != json_array_size(r->head))
		row_broken(r->source, r->findings, r->first, "cells", NULL);
	else if (r->source->count >= SOURCE_ROWS_MOST)
		row_broken(r->source, r->findings, r->first, "too_many_rows", NULL);
	else {
		object = json_object();
		json_array_foreach(r->head, i, name)
			json_object_set(object, json_string_value(name), json_array_get(r->cells, i));
		add_row(r->source, r->first, object);
	}
	json_decref(r->cells);
	r->cells = json_array();
	r->first = 0;
}

/* One byte at a time, so that each row knows the line it began on. */
static void
read_csv(struct source *s, struct findings *f, const char *bytes, size_t n)
{
	struct csv_reading r = { s, f, NULL, json_array(), 1, 0 };
	struct csv_parser parser;

	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
		abort();
	csv_set_realloc_func(&parser, memory_more);
	for (size_t i = 0; i < n; i++) {
		if (r.first == 0 && !strchr("\r\n", bytes[i]))
			r.first = r.line;
		if (csv_parse(&parser, bytes + i, 1, csv_cell, csv_row, &r) != 1) {
			finding_error(f, r.first, "", "quotes", NULL);
			break;
		}
		if (bytes[i] == '\n' || (bytes[i] == '\r' && !(i + 1 < n && bytes[i + 1] == '\n')))
			r.line++;
	}
	if (csv_fini(&parser, csv_cell, csv_row, &r) != 0 && f->errors == 0)
		finding_error(f, r.first, "", "quotes", NULL);
	csv_free(&parser);
	json_decref(r.cells);
	json_decref(r.head);
}

void
source_read(struct source *s, struct findings *f, enum source_form form, const char *bytes, size_t n)
{
	struct text turned;
	unsigned line = 1;

	memset(s, 0, sizeof(*s));
	text_init(&turned);
	if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
		bytes += 3;
		n -= 3;
	}
	if (!utf8_valid(bytes, n) && !utf8_somewhere(bytes, n) && from_gb18030(&turned, bytes, n)) {
		bytes = turned.start;
		n = turned.bytes;
	}
	if (form == SOURCE_JSONL)
		read_jsonl(s, f, bytes, n);
	else if (utf8_valid(bytes, n))
		read_csv(s, f, bytes, n);
	else {
		for (const char *end; (end = memchr(bytes, '\n', n)) && utf8_valid(bytes, (size_t)(end - bytes)); line++) {
			n -= (size_t)(end - bytes) + 1;
			bytes = end + 1;
		}
		finding_error(f, line, "", "not_utf8", NULL);
	}
	if (s->count == 0 && f->errors == 0)
		finding_error(f, 0, "", "no_rows", NULL);
	text_free(&turned);
}
