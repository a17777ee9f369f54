/*
 * bigram.h - Chinese words for a full-text index that knows only ASCII.
 *
 * The shadow text of "食品经营 5G" is
 *
 *   u98dfu54c1 u54c1u7ecf u7ecfu8425 u8425 zz5g
 *
 * Two neighbours make one term, and the last character of a run stands alone
 * too.  Neighbours in a run are neighbours in the shadow, so the quoted phrase
 * of a query's terms finds exactly that run of characters; the beginning of a
 * term, u8425*, finds every single character.  Latin words and figures are
 * folded to lower case and marked zz: no term is shorter than three letters,
 * and none is a stop word.  Full-width forms are folded; punctuation parts.
 *
 * It does not know variants (traditional, simplified) nor meaning.
 */
#ifndef BASE_BIGRAM_H
#define BASE_BIGRAM_H

#include "base/text.h"

/* Adds the terms of s, one space between any two. */
void bigram_add(struct text *shadow, const char *s);

enum bigram_reply {
	BIGRAM_NOTHING,		/* there was no letter in it: no query is made */
	BIGRAM_ONE,		/* single characters only: the query works by prefix; LIKE may be cheaper */
	BIGRAM_QUERY
};

/*
 * Adds the BOOLEAN MODE query of what a visitor typed: each run must be found,
 * +"u98dfu54c1 u54c1u7ecf" +zz5g*.  Nothing else the visitor typed survives.
 * At most eight runs and 64 characters count; the rest is left out.
 */
enum bigram_reply bigram_query(struct text *query, const char *typed);

#endif
