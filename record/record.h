/*
 * record.h - the append-only record of a case: who did what, when and why.
 *
 * Every act on a case is one row of case_events, written in the transaction
 * that does the act.  Rows of a case are numbered 1, 2, 3 … without a gap, and
 * each carries a MAC (keyed BLAKE2b) over all its fields and the MAC of the row
 * before it, so that a row edited, deleted, reordered or slipped in is found by
 * anyone who holds the key (record/verify.h).  cases.events says how many rows
 * there are.  Each row is also queued, in the same transaction, to be sealed in
 * one chain over all cases, which finds the rest (record/seal.h).
 *
 * An event's detail carries every column of the case it sets, by the column's
 * name: record_detail(arena, "accepted_at", record_instant(arena, now),
 * "due_on", record_day(arena, due), "claimed_by", "", NULL), "" for NULL.  So
 * the record replayed gives the case as it stands, dates and all, and
 * record_verify finds a column edited past it.  Which columns are compared is
 * the list of the query record_columns; state, version and events follow from
 * the rows themselves.  Names that are no columns ("verdict", "to") are free.
 *
 * The key is derived from the machine's key for the purpose RECORD_KEY.
 *
 * It does not judge: what may happen is rules/steps.h's word, and case_act.h is
 * the one way to move a case.
 */
#ifndef RECORD_RECORD_H
#define RECORD_RECORD_H

#include "base/arena.h"
#include "base/db.h"
#include "base/random.h"
#include "rules/day.h"
#include "rules/steps.h"

#include <stdbool.h>
#include <stdint.h>

#define RECORD_KEY	"record"	/* request_key(rq, RECORD_KEY, key), or key_for */

/* Who acts.  The clock is account 0, kind "clock". */
struct actor {
	uint64_t account;
	const char *kind;		/* person, enterprise, staff, clock */
	const char *name;		/* as it was called then: kept, never looked up again */
	const char *organ;		/* staff: its code, else "" */
	unsigned roles;			/* bits of rules/steps.h */
};

struct record_entry {
	uint64_t case_id;
	instant at;
	const char *event;
	const char *state_before, *state_after;
	struct actor by;
	const char *reason;		/* "" where none is needed */
	const char *detail;		/* JSON, see record_detail; "" for none */
};

/* Adds the last row of a case's record.  The caller's UPDATE of the case, in this transaction, has already
 * added 1 to cases.events, and so holds the case. */
void record_add(struct db *, struct arena *, const uint8_t key[KEY_BYTES], const struct record_entry *);

/* The MAC of the row at a position, given that of the row before it (NULL: the first).  For those who write rows in
 * bulk; everybody else calls record_add. */
void record_mac(uint8_t mac[HASH_BYTES], const uint8_t key[KEY_BYTES], const uint8_t before[HASH_BYTES],
    uint32_t position, const struct record_entry *);

/* A flat JSON object of texts: names and values in pairs, ended by NULL.  A NULL value leaves its pair out. */
const char *record_detail(struct arena *, ...) __attribute__((sentinel));
/* Both in one; either may be NULL or "". */
const char *record_detail_join(struct arena *, const char *, const char *);
/* Walks the pairs: const char *at = detail; false at the end, and at what record_detail does not write. */
bool record_detail_next(struct arena *, const char **at, const char **name, const char **value);
/* Values as the columns print them; "" for DAY_NONE and INSTANT_NONE. */
const char *record_day(struct arena *, struct day);
const char *record_instant(struct arena *, instant);
const char *record_number(struct arena *, uint64_t);

#endif
