/*
 * tsv.c - tables in plain files.
 */
#include "ctl/tsv.h"

#include "base/text.h"

#include <string.h>

/* Cuts one line at its tabs; how many values, or TSV_COLUMNS + 1. */
static size_t
cut(char *line, const char **to)
{
	size_t n = 0;

	for (;;) {
		if (n == TSV_COLUMNS)
			return TSV_COLUMNS + 1;
		to[n++] = line;
		line = strchr(line, '\t');
		if (!line)
			return n;
		*line++ = '\0';
	}
}

/* The next line that is neither empty nor a comment; NULL at the end. */
static char *
next_line(struct tsv *t)
{
	char *line;

	while (t->rest && *t->rest) {
		line = t->rest;
		t->line++;
		t->rest = strchr(line, '\n');
		if (t->rest)
			*t->rest++ = '\0';
		line[strcspn(line, "\r")] = '\0';
		if (*line && *line != '#')
			return line;
	}
	return NULL;
}

void
tsv_open(struct tsv *t, const char *path, char *text)
{
	char *line;

	*t = (struct tsv){ .path = path, .rest = text };
	line = next_line(t);
	if (!line)
		t->why = "there is no line of names";
	else if ((t->columns = cut(line, t->names)) > TSV_COLUMNS)
		t->why = "too many columns";
}

bool
tsv_next(struct tsv *t)
{
	char *line = t->why ? NULL : next_line(t);
	size_t n;

	if (!line)
		return false;
	n = cut(line, t->values);
	if (n > t->columns) {
		t->why = "the row has more values than there are names";
		return false;
	}
	while (n < t->columns)
		t->values[n++] = "";
	return true;
}

const char *
tsv_get(const struct tsv *t, const char *name)
{
	for (size_t i = 0; i < t->columns; i++)
		if (text_is(t->names[i], name))
			return t->values[i];
	return NULL;
}
