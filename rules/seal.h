/*
 * seal.h - which seal stands on an organ's paper (审批专用章): by where the project lies.
 *
 * An organ may keep a seal for an area.  The project lies in the area a form
 * field names, or, where none does, in that of its case.  Of the seals whose
 * area holds it the smallest area wins; without one the organ's own stands.
 * Areas are division codes: of six digits 00 at the end stand for the whole.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_SEAL_H
#define RULES_SEAL_H

#include <stdbool.h>
#include <stddef.h>

struct seal {
	const char *area, *name;
};

/* Does the one area lie in the other, or is it the same? */
bool area_within(const char *area, const char *whole);

/* The place of the seal that is right for an area; count when none is. */
size_t seal_choose(const struct seal *, size_t count, const char *area);

#endif
