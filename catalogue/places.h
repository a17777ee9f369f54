/*
 * places.h - the organs, areas and themes an import may name, looked up by code and by name.
 *
 * Loaded once.  What an import creates is known to the rows after it at once;
 * with db NULL (a dry run) it is known and not written.  A code that fails its
 * standard is taken and marked doubtful: public bodies live with such codes.
 */
#ifndef CATALOGUE_PLACES_H
#define CATALOGUE_PLACES_H

#include "base/db.h"

#include <stdbool.h>

struct places;

struct places *places_load(struct db *);
void places_free(struct places *);

/* Names by code; NULL: not known. */
const char *organ_named(const struct places *, const char *code);
const char *area_named(const struct places *, const char *code);
const char *theme_named(const struct places *, const char *code);
/* Where an organ lies; NULL: the organ is not known. */
const char *organ_lies(const struct places *, const char *code);
/* The code of a theme by its name; NULL: not known. */
const char *theme_coded(const struct places *, const char *name);

/* True when the organ's code is doubtful. */
bool places_add_organ(struct places *, struct db *, struct arena *, const char *code, const char *name,
    const char *area);
void places_add_area(struct places *, struct db *, struct arena *, const char *code, const char *name);
void places_add_theme(struct places *, struct db *, struct arena *, const char *code, const char *name,
    const char *side);

/* What was created, as JSON {"organs":[…],"areas":[…],"themes":[…]} in the arena. */
const char *places_added(const struct places *, struct arena *);

#endif
