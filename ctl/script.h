/*
 * script.h - files of SQL, statement by statement.
 */
#ifndef CTL_SCRIPT_H
#define CTL_SCRIPT_H

#include "base/arena.h"

#include <stddef.h>

/* The next statement of a script, without its semicolon and the comments before it; NULL at the end.
 * *at moves behind it.  Semicolons in quotes and comments end nothing. */
const char *script_next(const char *script, size_t *at, size_t *bytes);
size_t script_count(const char *script);

/* A copy with each @name@ replaced; pairs of name and value, ended by NULL.  An @name@ not given stays. */
char *script_fill(struct arena *, const char *script, const char *const *pairs);

#endif
