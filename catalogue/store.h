/*
 * store.h - items and documents in their tables, as tidy objects of native.h.
 */
#ifndef CATALOGUE_STORE_H
#define CATALOGUE_STORE_H

#include "catalogue/native.h"

#include <stdint.h>

struct origin {
	uint64_t author;
	uint64_t batch;		/* 0: not imported */
	instant now;
};

/* A draft, version "number" of its item; the item itself is made when number is 1.  The id; 0: a colleague was faster. */
uint64_t item_store(struct db *, struct arena *, json_t *item, unsigned number, const struct origin *);
/* A new object, or NULL. */
json_t *item_load(struct db *, struct arena *, uint64_t version_id);

uint64_t document_store(struct db *, struct arena *, json_t *document, const struct origin *);
json_t *document_load(struct db *, struct arena *, uint64_t id);

/* Writes all rows of one element of a version; what stood there has been deleted. */
void element_store(struct db *, struct arena *, const struct native_element *, uint64_t version_id, json_t *rows);

/* An entry in the log of acts.  reason and detail may be "". */
struct act {
	uint64_t account;
	instant at;
	const char *act, *subject, *reason, *detail;
};
void act_add(struct db *, struct arena *, const struct act *);

#endif
