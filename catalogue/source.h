/*
 * source.h - a file somebody brings, as rows with their line numbers.
 *
 * JSON Lines, or CSV whose first row names the columns.  UTF-8 with or without
 * a byte order mark; what is no UTF-8 is read as GB18030.  A row that cannot
 * be read is found, with its line, and left out.
 */
#ifndef CATALOGUE_SOURCE_H
#define CATALOGUE_SOURCE_H

#include "catalogue/finding.h"

#include <jansson.h>

enum source_form { SOURCE_JSONL, SOURCE_CSV };
enum { SOURCE_ROWS_MOST = 100000, SOURCE_LINE_BYTES = 8 << 20 };

struct source_row {
	unsigned line;
	json_t *object;
};

struct source {
	struct source_row *rows;
	size_t count, room;
	size_t broken;		/* that could not be read: each is a finding and no row */
};

/* By the file's name: .csv, else JSON Lines. */
enum source_form source_form_of(const char *file_name);

void source_read(struct source *, struct findings *, enum source_form, const char *bytes, size_t n);
void source_free(struct source *);

#endif
