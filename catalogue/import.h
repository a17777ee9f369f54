/*
 * import.h - a file of items or documents: looked at, applied, published, undone.
 *
 *   dry run → ready (or refused) → applied → published;  applied or published → undone
 *
 * The dry run writes nothing but its findings.  Applying looks at the file
 * again (the world may have moved) and writes all rows as drafts, in the
 * caller's one transaction, or none.  How far it is stands in import_progress,
 * written over the connection "aside" (NULL: not told).
 *
 * Answers are reason codes of words.refusal, NULL when it was done.
 */
#ifndef CATALOGUE_IMPORT_H
#define CATALOGUE_IMPORT_H

#include "catalogue/mapping.h"

#include <stdint.h>

struct import {
	struct db *db;
	struct db *aside;
	struct arena *arena;
	const struct mapping *mapping;
	const char *file_name;
	const char *sha256;		/* of the bytes, in hex */
	const char *bytes;
	size_t n;
	uint64_t account;
	instant now;
	struct day today;
	const char *area;		/* whose guides and documents it may bring: of this division and below; NULL: any */
};

/* Looks at the file; rows is the number it holds. */
void import_look(const struct import *, struct findings *, size_t *rows);
/* The same, kept: a batch, ready or refused, with its findings.  Its id; 0 after a failure. */
uint64_t import_record(const struct import *, struct findings *);

/* batch must be ready and of this very file; findings as they are now. */
const char *import_apply(const struct import *, uint64_t batch, struct findings *);

/* So many rows are done; seen by others at once.  aside may be NULL. */
void import_progress(struct db *aside, uint64_t batch, size_t rows_done, instant now);

struct publishing;

/*
 * Publishes the drafts of an applied batch: at most so many of them (0: all),
 * these or none; *left (may be NULL) says how many wait.  A batch is published
 * when none does.  Over warnings only with a reason, which becomes an act.
 */
const char *import_publish(struct db *, struct db *aside, struct arena *, uint64_t batch,
    const struct mapping *, const struct publishing *, size_t most, size_t *left);
/* How many of a batch are published already. */
size_t import_published(struct db *, struct arena *, uint64_t batch, bool documents);

/* Takes a batch back: only while nothing was filed on its items and nothing newer stands on them. */
const char *import_undo(struct db *, struct arena *, uint64_t batch, const struct publishing *);

#endif
