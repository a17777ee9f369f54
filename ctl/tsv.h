/*
 * tsv.h - tables in plain files: # comments, one line of names, then rows; tabs between.
 */
#ifndef CTL_TSV_H
#define CTL_TSV_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum { TSV_COLUMNS = 32 };

struct tsv {
	const char *path;
	char *rest;
	size_t line;
	const char *names[TSV_COLUMNS];
	const char *values[TSV_COLUMNS];
	size_t columns;
	const char *why;	/* what is wrong, after tsv_next has returned false; else NULL */
};

/* Takes the text over and cuts it up. */
void tsv_open(struct tsv *, const char *path, char *text);
bool tsv_next(struct tsv *);
/* "" where the row is shorter; NULL when there is no such column. */
const char *tsv_get(const struct tsv *, const char *name);

#endif
