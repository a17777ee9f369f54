/*
 * terms.h - the words by which an item or a document is found: base/bigram.h's shadow text.
 */
#ifndef CATALOGUE_TERMS_H
#define CATALOGUE_TERMS_H

#include "catalogue/places.h"

#include <jansson.h>

const char *terms_of_item(struct arena *, const struct places *, json_t *item);
const char *terms_of_document(struct arena *, const struct places *, json_t *document);
/* Pinyin initials of a title, at most 300 letters. */
const char *initials_of(struct arena *, const char *title);

#endif
