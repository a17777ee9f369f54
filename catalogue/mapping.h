/*
 * mapping.h - other people's forms, read and written by a table.
 *
 * A mapping is a file of JSON: for each key of the source, which of our
 * columns it is and how its value is turned (transform.c).  Reading fills the
 * columns; whatever has no column, and every value that its column would not
 * write back as it stood, is kept in "extras".  Writing computes the source's
 * object from the columns and takes from extras only what they cannot say.  So
 * nothing is lost, and what a webmaster changes is seen in the next export.
 *
 *   {"name":"…", "kind":"items|documents", "create":["organs","areas","themes"],
 *    "checks":{"no_basis":"warn"}, "constants":{column:value},
 *    "keys":[{"key":…, "column":…, "how":…, "empty":…, …}]}
 *
 * docs/mappings.md says what stands in a key.
 */
#ifndef CATALOGUE_MAPPING_H
#define CATALOGUE_MAPPING_H

#include "catalogue/native.h"
#include "catalogue/places.h"

struct mapping;

/* "native" (items) and "native_documents" are always there; others are DIR/NAME.json. */
struct mapping *mapping_load(const char *dir, const char *name, char *why, size_t why_bytes);
void mapping_free(struct mapping *);
/* The names in DIR of one kind, the native form first, ended by NULL. */
const char *const *mapping_names(struct arena *, const char *dir, bool documents);

const char *mapping_name(const struct mapping *);
bool mapping_is_native(const struct mapping *);
bool mapping_documents(const struct mapping *);
const struct native_form *mapping_form(const struct mapping *);
bool mapping_creates(const struct mapping *, const char *what);
/* What the mapping says of a check of rules/guide.h, since its source has no such element: "warn"; or NULL. */
const char *mapping_check(const struct mapping *, const char *check);
/* The source's key of one of our keys; ours where there is none. */
const char *mapping_key(const struct mapping *, const char *native_key);
/* The i-th key of the source; NULL after the last. */
const char *mapping_key_at(const struct mapping *, size_t i);

/*
 * A new object in our form, not yet tidy.  Names of what may have to be
 * created stand beside it under "@organ_name", "@area_name", "@themes"
 * {code: {name, side}}; mapping_take takes them out.
 */
json_t *mapping_read(const struct mapping *, const struct places *, json_t *source, struct findings *,
    unsigned line);
json_t *mapping_take(json_t *native, const char *name);		/* new, or NULL */

/* Puts into native.extras what the tidy object would not write back. */
void mapping_keep(const struct mapping *, const struct places *, json_t *source, json_t *native);

/* A new object in the source's form. */
json_t *mapping_write(const struct mapping *, const struct places *, json_t *native);

#endif
