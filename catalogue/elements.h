/*
 * elements.h - a version and its elements in one text: what a guide is made of, read by one statement.
 *
 * A version that is in force does not change any more but for the day of its
 * end, so it and its places, materials, steps … are put into one row
 * (item_elements) when it comes into force, and once more when that day is set,
 * a form it names is given, or an organ of its steps gets another name.
 * elements_keep alone writes that row; without it a guide is read element by
 * element and looks the same.
 *
 * The text is lists with a blank line before each: a line with the list's name
 * and its columns, then a line a row, values between tabs.  In a value \t, \n
 * and \\ stand for a tab, an end of line and a backslash.  The first list is the
 * version's own row; organ and area stand there by their codes alone, for
 * their names are changed elsewhere.
 */
#ifndef CATALOGUE_ELEMENTS_H
#define CATALOGUE_ELEMENTS_H

#include "base/arena.h"
#include "base/db.h"

#include <stddef.h>
#include <stdint.h>

#define ELEMENTS_HEAD		"head"		/* the list of one row that is the version's own */
#define ELEMENTS_HEAD_END	"state"		/* the column of guide_load before which it ends */

/* The lists of elements in their order, and the query that reads each by :id. */
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
