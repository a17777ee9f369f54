/*
 * admin_act.h - the history of what administrators did: only added to.
 *
 * An act is a row of admin_acts, written in the transaction that does it.  Rows
 * are numbered without a gap under one lock, and each carries a MAC over all
 * its fields and the MAC of the row before it, by a key derived from the
 * machine's: a row edited, taken out, reordered or slipped in is found by who
 * holds the key.
 */
#ifndef RECORD_ADMIN_ACT_H
#define RECORD_ADMIN_ACT_H

#include "base/arena.h"
#include "base/db.h"
#include "base/random.h"
#include "rules/day.h"

#include <stdint.h>

#define ADMIN_ACT_KEY "admin acts"

struct admin_act {
	uint64_t number;		/* admin_act_add gives it */
	instant at;
	const char *power;		/* "system", "security", "audit": by which right it was done */
	uint64_t account;
	const char *actor_name;
	const char *act;		/* words.admin_act.ACT: "edit", "add", "retire" … */
	const char *subject;		/* words.admin_subject.SUBJECT: "organ", "setting", "account" … */
	const char *subject_id;
	const char *subject_name;
	const char *reason;
	const char *was, *became;	/* record_detail of what changed, before and after; the same names in both */
};

/* key: of ADMIN_ACT_KEY.  The row is held until the transaction ends, so administrators act one after another. */
void admin_act_add(struct db *, struct arena *, const uint8_t key[KEY_BYTES], struct admin_act *);

/* Walks all rows; the number of the first that is not as it was written, or is missing; 0: all is well.  *count: how many. */
uint64_t admin_acts_verify(struct db *, struct arena *, const uint8_t key[KEY_BYTES], uint64_t *count);

#endif
