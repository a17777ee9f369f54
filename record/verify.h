/*
 * verify.h - the walks that prove the record of each case, and what it leads to.
 *
 * record_verify holds every row against its MAC, the row before it, the step
 * table and the case as it stands: its state and every column the events set.
 * It needs the key.  What it cannot see by itself, the end of a record cut off
 * and the count put back, or rows signed anew by someone who has the key, is
 * seen by the chain (record/chain.h).
 */
#ifndef RECORD_VERIFY_H
#define RECORD_VERIFY_H

#include "record/record.h"
#include "rules/names.h"

#define RECORD_FAULTS(X)						\
	X(RECORD_ALTERED, "altered")	/* a row is not what was written there */	\
	X(RECORD_MISSING, "missing")	/* rows before this one are gone, or it was moved */ \
	X(RECORD_COUNT, "count")	/* the case counts other rows than there are */	\
	X(RECORD_STEP, "step")		/* a row tells of a step the table does not know */ \
	X(RECORD_STATE, "state")	/* the case stands elsewhere than its record leads */ \
	X(RECORD_COLUMN, "column")	/* a date, an outcome or the like is not what the record says */ \
	X(RECORD_SHOWN, "shown")	/* what a look-up shows is not what the rows say */ \
	X(RECORD_ORPHAN, "orphan")	/* rows of a case that is not there */

enum record_fault { RECORD_FAULTS(NAMES_CONSTANT) RECORD_FAULT_COUNT };

const char *record_fault_name(enum record_fault);

struct record_finding {
	enum record_fault fault;
	uint64_t case_id;
	const char *number;		/* the case's number, "" when it has none */
	uint32_t position;		/* of the row; 0: the case as a whole */
	const char *column, *told, *kept;	/* RECORD_COLUMN: its name, as the record and as the case has it; else "" */
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

/* The same for the cases of a range of ids, for who walks bit by bit; *tally is added to. */
bool record_verify_range(struct db *, const uint8_t key[KEY_BYTES], uint64_t first, uint64_t last, record_report *report,
    void *arg, struct record_tally *tally);

/* A case as its events leave it, whatever the case says of itself: the state to which they lead by the step table,
 * and each column as its last event set it. */
enum { RECORD_COLUMNS_MOST = 40 };

struct record_replay {
	enum state state;
	size_t count;
	struct { const char *name, *value; } columns[RECORD_COLUMNS_MOST];
};

/* The columns are those of the query record_columns, after its first. */
void record_replay_begin(struct record_replay *, const struct query *columns);
/* One event more; false when the table does not know it there (the columns are set all the same). */
bool record_replay_event(struct record_replay *, struct arena *, const char *event, const char *detail);
/* False: no such case, or an event that the table does not know there. */
bool record_replay(struct db *, struct arena *, uint64_t case_id, struct record_replay *);

#endif
