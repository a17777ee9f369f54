/*
 * finding.h - what is wrong in a file somebody brings: where, what, how badly.
 *
 * An error forbids the file, a warning is shown.  Codes are names: words hold
 * their sentences under finding.CODE, and the checks of rules/guide.h under
 * check.NAME.  Findings live in their arena; the list is bounded, the counts
 * are not.
 */
#ifndef CATALOGUE_FINDING_H
#define CATALOGUE_FINDING_H

#include "base/arena.h"

#include <stdbool.h>
#include <stddef.h>

enum { FINDINGS_MOST = 50000 };		/* kept; more are only counted */

struct finding {
	unsigned line;		/* of the file, from 1; 0: the file as a whole */
	const char *column;	/* as the file names it, e.g. "materials.2.name" */
	const char *code;
	const char *value;	/* its beginning, to find it by */
	bool error;
	struct finding *next;
};

struct findings {
	struct arena *arena;
	struct finding *first, *last;
	size_t kept, errors, warnings;
};

void findings_init(struct findings *, struct arena *);
void finding_error(struct findings *, unsigned line, const char *column, const char *code, const char *value);
void finding_warning(struct findings *, unsigned line, const char *column, const char *code, const char *value);
/* By line; those of one line stay in the order they were found. */
void findings_sort(struct findings *);

#endif
