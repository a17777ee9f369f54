/*
 * elements.h - the elements of a version in one text: what a guide is made of, read by one statement.
 *
 * A version that is in force does not change any more, so its places, materials,
 * steps … are put into one row (item_elements) when it comes into force, and
 * once more when a form it names is given.  elements_keep alone writes that
 * row; without it a guide is read element by element and looks the same.
 *
 * The text is lists with a blank line before each: a line with the list's name
 * and its columns, then a line a row, values between tabs.  In a value \t, \n
 * and \\ stand for a tab, an end of line and a backslash.
 */
#ifndef CATALOGUE_ELEMENTS_H
#define CATALOGUE_ELEMENTS_H

#include "base/arena.h"
#include "base/db.h"

#include <stddef.h>
#include <stdint.h>

/* The lists in their order, and the query that reads each by :id. */
struct element_list {
	const char *name;
	const struct statement *statement;
};
extern const struct element_list element_lists[];
extern const size_t element_list_count;

/* Writes the row of a version. */
void elements_keep(struct db *, struct arena *, uint64_t version_id);

/* Reading, in place: the next line of *rest is split at its tabs into values, as many as there is room for; the number of
 * values, 0 for a blank line, -1 at the end. */
int elements_line(char **rest, char **values, int room);

#endif
