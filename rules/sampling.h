/*
 * sampling.h - a random sample that anybody can draw again.
 *
 * The cases are listed by number; each is taken with the chance (still wanted)
 * / (still to come), so that exactly so many are taken, in the order of the list,
 * in one walk (Knuth, 3.4.2 S).  Chance is splitmix64, begun with the FNV-1a
 * sum of the printed seed.  Same seed, same list, same size: same sample.  The
 * sum over the numbers that were walked tells whether the list is the same.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_SAMPLING_H
#define RULES_SAMPLING_H

#include <stdbool.h>
#include <stdint.h>

enum { SAMPLING_SIZE_MOST = 200, SAMPLING_SEED_TEXT = 65, SAMPLING_LISTING_TEXT = 17 };

struct sampling {
	uint64_t chance;	/* the generator */
	uint64_t listing;	/* the sum over the numbers so far */
	long long left, wanted;
};

/* population: how many numbers will be walked; size: how many of them to take, all when there are fewer. */
void sampling_begin(struct sampling *, const char *seed, long long population, long long size);
/* The next number of the list: is it taken? */
bool sampling_take(struct sampling *, const char *number);
/* The sum over what was walked, 16 hex digits. */
char *sampling_listing(const struct sampling *, char text[static SAMPLING_LISTING_TEXT]);

#endif
