/*
 * publish.h - the life of an item's version and of a document.
 *
 *   draft → review → published (or scheduled, until its day) → retired;  review → draft, with a reason
 *
 * Four eyes: who publishes is not who wrote.  A check that stops forbids
 * publishing; one that warns is published over only with a reason, and reason
 * and findings become an act.  Publishing a version retires the one before it
 * on the same day.  Terms and initials are written here, so that only what is
 * published is found.
 *
 * All inside the caller's transaction.  Answers are reason codes of
 * words.refusal, NULL when it was done; "faster" means a colleague was.
 */
#ifndef CATALOGUE_PUBLISH_H
#define CATALOGUE_PUBLISH_H

#include "catalogue/judge.h"

#include <stdint.h>

struct publishing {
	uint64_t account;
	instant now;
	struct day today;
	const char *reason;	/* "" or NULL: none */
	const char *mapping_dir;
};

/* For "version" where the caller has seen no version of the row, and any will do. */
#define ANY_VERSION 0

const char *item_submit(struct db *, struct arena *, uint64_t version_id, long long version,
    const struct publishing *);
const char *item_send_back(struct db *, struct arena *, uint64_t version_id, long long version,
    const struct publishing *);
/* effective_on: DAY_NONE or a past day is today (the first version of an item may name a past day). */
const char *item_publish(struct db *, struct arena *, uint64_t version_id, long long version, struct day effective_on,
    const struct publishing *);
/* From this day on nothing can be filed; today ends it at once. */
const char *item_retire(struct db *, struct arena *, uint64_t version_id, long long version, struct day on,
    const struct publishing *);
/* A new draft that says what this version says; *made is its id. */
const char *item_redraft(struct db *, struct arena *, uint64_t version_id, const struct publishing *,
    uint64_t *made);
/* The version that an undone one had taken the place of stands again. */
void item_restore(struct db *, struct arena *, uint64_t version_id, const char *item_code);
/* Makes effective and ends what its day has come for; how many.  Harmless when run twice. */
size_t publish_due(struct db *, struct arena *, const struct publishing *);

/* One version of a batch: from draft, judged by its mapping, without an act of its own. */
struct batch_publishing {
	const struct publishing *publishing;
	const struct places *places;
	struct judge judge;
	size_t stops, warnings;
};
const char *item_publish_in_batch(struct db *, struct arena *, uint64_t version_id, struct batch_publishing *);
const char *document_publish_in_batch(struct db *, struct arena *, uint64_t id, struct batch_publishing *);

const char *document_submit(struct db *, struct arena *, uint64_t id, long long version,
    const struct publishing *);
const char *document_send_back(struct db *, struct arena *, uint64_t id, long long version,
    const struct publishing *);
/* The index number is given now, once, by the setting documents.index_pattern. */
const char *document_publish(struct db *, struct arena *, uint64_t id, long long version, const struct publishing *);
const char *document_withdraw(struct db *, struct arena *, uint64_t id, long long version,
    const struct publishing *);

/* Moves the catalogue's version: workers drop what they keep. */
void catalogue_moved(struct db *, struct arena *);

#endif
