/*
 * listing.h - what is asked of the list of items, between catalogue.c, which finds, and facets.c, which narrows.
 */
#ifndef PUBLIC_LISTING_H
#define PUBLIC_LISTING_H

#include "fcgi/public/shelf.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/page.h"

enum { NOT_FOUND_RANK = 0 };

enum facet { FACET_WHO, FACET_THEME, FACET_ORGAN, FACET_AREA, FACET_LEVEL, FACET_ONLINE, FACET_COUNT };

/* The values of the facets that are not rows of the shelf; each list ends with NULL. */
extern const char *const facet_sides[], *const facet_levels[];
/* What the facets are called on the page: themes of the two sides are two. */
extern const char *const facet_keys[];

/* What is asked of the list, and what each item answers. */
struct asked {
	struct request *rq;
	const struct shelf *shelf;
	struct arena *arena;		/* of what is worked out: the request's, or the shelf's where it serves many */
	const char *q;
	unsigned char *fails;		/* by item: bits of the facets it does not pass; see fails_fill */
	unsigned char *rank;		/* by item: 0 not found, higher is better */
	struct counted *counts[FACET_COUNT];	/* by choice, the most first where they are many; see counts_fill */
	size_t everybody;		/* items found whoever they are for */
};

/* chosen[facet]: the indexes asked for; none means any. */
struct chosen {
	size_t *index[FACET_COUNT];
	size_t count[FACET_COUNT];
};

void chosen_read(const struct asked *, struct chosen *);
/* Judges every item by every facet, once: all counts and the list itself are read from this. */
void fails_fill(struct asked *, const struct chosen *);
/* Counts what each choice of each facet would leave, in one walk over the items; after fails_fill. */
void counts_fill(struct asked *, const struct chosen *);

/* Whether an item passes all facets but one (FACET_COUNT: all of them). */
bool passes_but(const struct asked *, size_t item, enum facet but);

/* facets.KEY.{key,choices.N.{label,count,url,checked},more.N,open,all,all_url}; found is the number of items in the list. */
void facets_into(const struct asked *, struct page *, size_t found);
/* tabs.N.{label,count,url,current}: all, person, enterprise. */
void tabs_into(const struct asked *, struct page *);
/* chips.N.{label,url}, chips_clear_url. */
void chips_into(const struct asked *, const struct chosen *, struct page *);

#endif
