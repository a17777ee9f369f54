/*
 * transform.h - how one value of a source becomes one of ours, and back.
 *
 * Inside mapping.c only.  "rule" is the key's own entry in the mapping.
 */
#ifndef CATALOGUE_TRANSFORM_H
#define CATALOGUE_TRANSFORM_H

#include "catalogue/places.h"

#include <jansson.h>
#include <stdbool.h>

struct transform {
	const char *name;
	/* False when the value cannot be read; it is kept as it stands. */
	bool (*read)(const struct places *, json_t *rule, json_t *value, json_t *native);
	/* New, or NULL for an empty column. */
	json_t *(*write)(const struct places *, json_t *rule, json_t *native);
};

/* NULL: no such way. */
const struct transform *transform_named(const char *name);

#endif
