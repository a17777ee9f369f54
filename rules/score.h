/*
 * score.h - how an organ did in a quarter, from its figures and nothing else.
 *
 * Each part is nought to a hundred, counted in tenths:
 *
 *	on_time		the share of its cases done that were not late
 *	speed		a hundred less half of what its median took of the median promised: at the promise 50, at once 100
 *	guide		a hundred less the share of its cases received that had to be returned: a clear guide returns few
 *	rating		the mean level of its ratings, 1 (very satisfied) a hundred, 5 nought
 *	cards		a hundred less a point for each red card in a hundred cases done
 *
 * The score is the mean of the parts by their weights.  A part of which there is nothing to count (nobody rated) is left
 * out with its weight: an organ is not judged by what did not happen.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_SCORE_H
#define RULES_SCORE_H

#include "rules/figure.h"

#define SCORE_PARTS(X)				\
	X(SCORE_ON_TIME, "on_time")		\
	X(SCORE_SPEED, "speed")			\
	X(SCORE_GUIDE, "guide")			\
	X(SCORE_RATING, "rating")		\
	X(SCORE_CARDS, "cards")

enum score_part { SCORE_PARTS(NAMES_CONSTANT) SCORE_PART_COUNT };

/* What is counted of an organ. */
struct score_counts {
	long long received, returned, done, timed, late;
	long long median, promised;		/* days; FIGURE_NONE */
	long long ratings, levels;		/* how many, and their sum */
	long long red;
};

struct score {
	long long parts[SCORE_PART_COUNT];	/* tenths of a point; FIGURE_NONE: left out */
	long long total;			/* the same; FIGURE_NONE: nothing to judge by */
};

extern const int score_weights_usual[SCORE_PART_COUNT];

/* "on_time 40 speed 20 guide 15 rating 15 cards 10": each part at most once, those not named weigh nothing.  False, and the
 * usual weights, when it cannot be read or all are nought. */
bool score_weights_read(const char *text, int weights[static SCORE_PART_COUNT]);

struct score score_of(const struct score_counts *, const int weights[static SCORE_PART_COUNT]);

const char *score_part_name(enum score_part);

#endif
