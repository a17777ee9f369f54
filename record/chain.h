/*
 * chain.h - the walk that proves the chain of seal.h, in the database or in a file.
 *
 * A chain that was built anew by someone who may write the database and holds
 * the key is whole in itself; what tells is a head that was kept elsewhere, on
 * a paper or in a copy of the published list.  Such heads are given as a
 * struct chain_heads.
 */
#ifndef RECORD_CHAIN_H
#define RECORD_CHAIN_H

#include "record/seal.h"
#include "rules/names.h"

#define CHAIN_FAULTS(X)									\
	X(CHAIN_GAP, "gap")		/* positions before this one are gone, or it was moved */ \
	X(CHAIN_LINK, "link")		/* its head does not follow from the one before and its leaf */ \
	X(CHAIN_LEAF, "leaf")		/* the event is not the one that was sealed here */ \
	X(CHAIN_GONE, "gone")		/* the event that was sealed here is not there */ \
	X(CHAIN_TWICE, "twice")		/* events are sealed more than once */ \
	X(CHAIN_UNSEALED, "unsealed")	/* an event is neither sealed nor waiting */ \
	X(CHAIN_LATE, "late")		/* an event has waited for more than a minute */ \
	X(CHAIN_QUEUE, "queue")		/* what waits is not there, or sealed already */ \
	X(CHAIN_DAY, "day")		/* a day is long over and has no published head */ \
	X(CHAIN_PUBLISHED, "published")	/* the chain has another head than was published for a day */ \
	X(CHAIN_KEPT, "kept")		/* the chain has another head than one kept elsewhere */ \
	X(CHAIN_SHORT, "short")		/* the chain ends before a head kept elsewhere: it was rolled back */

enum chain_fault { CHAIN_FAULTS(NAMES_CONSTANT) CHAIN_FAULT_COUNT };

const char *chain_fault_name(enum chain_fault);

struct chain_finding {
	enum chain_fault fault;
	uint64_t position;		/* 0: of none */
	uint64_t event_id;		/* 0: of none */
	const char *day;		/* CHAIN_DAY and CHAIN_PUBLISHED; else "" */
};

typedef void chain_report(void *arg, const struct chain_finding *);

/* ---- heads kept elsewhere ---- */

struct chain_head {
	uint64_t position;
	uint8_t head[HASH_BYTES];
	size_t bytes;			/* of head that are known: a paper may print half of it */
	const char *day;		/* "" for a head that is no day's */
};

struct chain_heads {
	struct chain_head *all;
	size_t count;
	size_t next;			/* by position, once a walk has begun */
};

/* "1234:9f86d081…", of 32 to 64 hex digits. */
bool chain_head_read(const char *, struct chain_head *);
/* Adds one, or those of a heads file: a head at the end of each line that has one; # begins a comment. */
void chain_heads_add(struct arena *, struct chain_heads *, const struct chain_head *);
bool chain_heads_read(struct arena *, struct chain_heads *, const char *file);

/* ---- link by link ---- */

struct chain {
	uint64_t position;		/* of the last link seen */
	uint8_t head[HASH_BYTES];
	struct chain_heads *heads;
	chain_report *report;		/* may be NULL */
	void *arg;
	unsigned long long links, events, faults;
	unsigned long long there, sealed;	/* links whose event is there; events that are sealed */
};

void chain_begin(struct chain *, struct chain_heads *, chain_report *, void *arg);
void chain_link(struct chain *, uint64_t position, const uint8_t leaf[HASH_BYTES], const uint8_t head[HASH_BYTES]);
void chain_end(struct chain *);		/* heads that lie beyond the last link are told */
void chain_tell(struct chain *, enum chain_fault, uint64_t position, uint64_t event_id, const char *day);

/* All of it, from the first link on: the chain, the events behind it, what waits, and the published heads beside those
 * kept elsewhere (NULL: none); in transactions of its own.  *tally counts.  False: the database failed, and nothing is
 * proved. */
bool chain_walk(struct db *, instant now, const struct chain_heads *, chain_report *, void *arg, struct chain *tally);

/* The same walk bit by bit, for who has other things to do between: links, then events, then what is left, each stretch in
 * a transaction of its own.  The caller keeps position, head and counts of *c between two stretches (chain_begin first, then
 * what was kept); published heads are read with each.  False: the database failed, and the stretch is walked again. */
bool chain_stretch_links(struct db *, struct arena *, struct chain *, uint64_t first, uint64_t until, instant now);
bool chain_stretch_events(struct db *, struct arena *, struct chain *, uint64_t first, uint64_t until, instant now);
bool chain_stretch_rest(struct db *, struct arena *, struct chain *, instant now);

#endif
