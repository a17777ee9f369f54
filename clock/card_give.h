/*
 * card_give.h - a card is written, once, and those it concerns are told.
 */
#ifndef CLOCK_CARD_GIVE_H
#define CLOCK_CARD_GIVE_H

#include "clock/clock.h"
#include "rules/watch.h"

struct card {
	enum watch_rule rule;
	enum watch_colour colour;
	uint64_t case_id;		/* 0: about no case … */
	const char *item;		/* … but about this item; "" otherwise */
	long long task;			/* see sql/schema/0016-watch.sql */
	const char *organ;
	uint64_t account;		/* 0: nobody had it in hand */
	struct day made_on, due_on, on;
	const char *evidence;		/* record_detail: why, and what words.watch_evidence names */
};

/* True when it was given now; false when it was given before. */
bool card_give(struct clock *, const struct card *);

/* Who had it in hand is told; of a red card the organ's leaders too.  occasion: ascii, told once. */
void card_tell(struct clock *, const struct card *);

#endif
