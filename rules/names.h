/*
 * names.h - an enumeration and its stable ascii names, kept as one list.
 *
 * A list is a macro of (constant, "name") pairs.  From it come the enum, the
 * table of names, and whatever a gate wants to compare with the words: every
 * sentence a person reads stands in words/ under the name given here.  A name
 * once released is never changed and never used for another meaning.
 */
#ifndef RULES_NAMES_H
#define RULES_NAMES_H

#include <stddef.h>

#define NAMES_CONSTANT(constant, name)	constant,
#define NAMES_TEXT(constant, name)	name,

/* The position of a name in a table, or -1.  NULL is in no table. */
int names_find(const char *const *names, size_t count, const char *name);

/* The name at a position, or "" where the position is outside the table. */
const char *names_at(const char *const *names, size_t count, int position);

#endif
