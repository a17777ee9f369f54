/*
 * seal.h - the chain that seals the record, and its head.
 *
 * Every event, once its transaction is committed, gets the next position in
 * one chain over all cases.  A head says all that was ever recorded up to its
 * position: who holds one, on a paper or in the published list of the days'
 * heads, can prove that nothing before it was changed, taken out or put in.
 * The hashes have no key, so that anyone can check the chain (docs/record.md);
 * the MAC of the event, inside its leaf, binds what it says.
 *
 * record_add leaves each event in record_queue; yimen-clock seals what waits
 * each second and publishes the head of a day when it is over.
 */
#ifndef RECORD_SEAL_H
#define RECORD_SEAL_H

#include "base/arena.h"
#include "base/db.h"
#include "base/random.h"
#include "rules/day.h"

#include <stdbool.h>
#include <stdint.h>

enum { RECORD_HEAD_TEXT = 20 + 1 + 2 * HASH_BYTES + 1 };	/* "1234:9f86d081…" and its end */

struct record_head {
	uint64_t position;		/* 0: nothing is sealed yet */
	uint8_t head[HASH_BYTES];
	instant at;			/* when that position was sealed */
};

/* Seals what waits, at most a thousand events, in a transaction of its own; how many they were.  Harmless at any time
 * and twice at once: one of two sealers does the work and the other returns 0.  -1: the database failed (db_reason). */
int record_seal(struct db *, struct arena *, instant now);

/* Gives each day before today on which something was sealed its head, in a transaction of its own; how many days.
 * Harmless when run again: a head that stands is never changed.  -1: the database failed. */
int record_publish_heads(struct db *, struct arena *, struct day today, instant now);

/* The head as it stands, in the caller's transaction: for papers.  False, and position 0: nothing is sealed yet. */
bool record_head_now(struct db *, struct arena *, struct record_head *);

/* "1234:" and 64 hex digits, as it stands on a paper and as `yimenctl verify --head` takes it. */
char *record_head_print(const struct record_head *, char text[static RECORD_HEAD_TEXT]);

/* What the chain is made of: docs/record.md. */
void record_leaf(uint8_t leaf[HASH_BYTES], uint64_t event_id, uint64_t case_id, uint32_t position,
    const uint8_t mac[HASH_BYTES]);
void record_link(uint8_t head[HASH_BYTES], const uint8_t before[HASH_BYTES], uint64_t position,
    const uint8_t leaf[HASH_BYTES]);

#endif
