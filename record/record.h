/*
 * record.h - the append-only record of a case: who did what, when and why.
 *
 * Every act on a case is one row of case_events, written in the transaction
 * that does the act.  Rows of a case are numbered 1, 2, 3 … without a gap, and
 * each carries a MAC (keyed BLAKE2b) over all its fields and the MAC of the row
 * before it, so that a row edited, deleted, reordered or slipped in is found by
 * record_verify by anyone who holds the key.  cases.events says how many rows
 * there are: cutting off the end is found as well, unless that count is put
 * back too; what finds that is a head published elsewhere.
 *
 * Each row is also queued, in the same transaction, to be sealed in one chain
 * over all cases: see record/seal.h.
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
#include "rules/names.h"
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
/* Values as the columns print them; "" for DAY_NONE and INSTANT_NONE. */
const char *record_day(struct arena *, struct day);
const char *record_instant(struct arena *, instant);
const char *record_number(struct arena *, uint64_t);

#define RECORD_FAULTS(X)						\
	X(RECORD_ALTERED, "altered")	/* a row is not what was written there */	\
	X(RECORD_MISSING, "missing")	/* rows before this one are gone, or it was moved */ \
	X(RECORD_COUNT, "count")	/* the case counts other rows than there are */	\
	X(RECORD_STEP, "step")		/* a row tells of a step the table does not know */ \
	X(RECORD_STATE, "state")	/* the case stands elsewhere than its record leads */ \
	X(RECORD_ORPHAN, "orphan")	/* rows of a case that is not there */

enum record_fault { RECORD_FAULTS(NAMES_CONSTANT) RECORD_FAULT_COUNT };

const char *record_fault_name(enum record_fault);

struct record_finding {
	enum record_fault fault;
	uint64_t case_id;
	const char *number;		/* the case's number, "" when it has none */
	uint32_t position;		/* of the row; 0: the case as a whole */
};

struct record_tally {
	unsigned long long cases, rows, faults;
};

typedef void record_report(void *arg, const struct record_finding *);

/* Walks the record of one case, or of all (case_id 0), a thousand cases at a time, in transactions of its own;
 * report may be NULL.  Each fault is told once, at the row where it shows.  False: the machine failed, and nothing
 * is proved. */
bool record_verify(struct db *, const uint8_t key[KEY_BYTES], uint64_t case_id, record_report *report, void *arg,
    struct record_tally *tally);

/* The state to which the events of a case lead by the step table, whatever the case says of itself.
 * False: no such case, or an event that the table does not know there. */
bool record_replay(struct db *, struct arena *, uint64_t case_id, enum state *state);

#endif
