/*
 * card.h - yellow and red cards: a term nears its end, or has passed it.
 *
 * Each clock of a case (the answer to an application, the promise, the law's
 * limit, the delivery, a task of the flow) is warned of once, yellow, and once
 * told to be late, red.  When yellow begins is a setting: so many working days
 * before the end, or the last part of the term, whichever is earlier.
 *
 * What is finished on or before its last day is green for ever: it gets no card
 * after that, of any colour, however late somebody looks.  What was finished
 * late has its red card, and the yellow one before it, even when nobody looked
 * in time: the outcome is the same whether the clock runs daily or monthly.
 *
 * On the day a term begins it is never yellow: a warning is for what was green
 * before.  So an item decided at once has no yellow card.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_CARD_H
#define RULES_CARD_H

#include "rules/deadline.h"

#define CARD_CLOCKS(X)				\
	X(CARD_ANSWER, "answer")		\
	X(CARD_PROMISED, "promised")		\
	X(CARD_STATUTORY, "statutory")		\
	X(CARD_DELIVERY, "delivery")		\
	X(CARD_TASK, "task")

enum card_clock { CARD_CLOCKS(NAMES_CONSTANT) CARD_CLOCK_COUNT };

enum { CARD_NEAR_MOST = 20 };		/* working days: a warning a month ahead warns of nothing */

/* A term, and how it ended. */
struct card_term {
	struct day made_on;
	struct day due_on;		/* DAY_NONE: it stands still, or there is none */
	struct day finished_on;		/* DAY_NONE: open */
};

/* The days on which its cards fall, DAY_NONE where there is none to give by the end of today. */
struct card_days {
	struct day yellow_on, red_on;
};

/* "3" working days, "20%" of the term, or both: "20% 2".  False, and *near untouched, for anything else. */
bool card_near_read(const char *text, struct deadline_near *near);

/* The first day of the near colour, whatever becomes of the term; DAY_NONE for a term too short to have one. */
struct day card_near_on(const struct calendar *, struct day made_on, struct day due_on, struct deadline_near);

struct card_days card_judge(const struct calendar *, struct card_term, struct day today, struct deadline_near);

/* The last day for which a term due then can be near today. */
struct day card_reach(const struct calendar *, struct day today, struct deadline_near);

const char *card_clock_name(enum card_clock);

#endif
