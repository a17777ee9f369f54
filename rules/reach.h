/*
 * reach.h - how far a role reaches: whose cases, guides and figures a colleague is shown.
 *
 * Who handles cases acts for the own organ and is shown its cases alone: an organ decides in its own name (Licensing
 * Law 22), and neither the one above nor a neighbour reads what was entrusted to it.  An organ that is asked for a step of a
 * case is shown that case from the day it is asked, as that case's own door says.
 *
 * Who watches, publishes or administers does so for an area: the own one and all below it (Licensing Law 10, 60: the higher
 * supervises the lower), never one beside it and never the one above.  A county's staff see nothing of their city, the
 * city's see all its counties.  What is done is done where one belongs: an organ lies in the area its row names, a guide
 * and a case where their organ lies, a document where its organ lies or, of an organ that has no row, its writer.
 *
 * Nobody reaches by two roles further than by one of them, and a matter that stands in no row is shut.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_REACH_H
#define RULES_REACH_H

#include "rules/names.h"
#include "rules/steps.h"

#include <stdbool.h>

#define MATTERS(X)					\
	X(MATTER_CASES, "cases")			/* and what hangs on them: papers, licences, fees, enquiries */ \
	X(MATTER_REGISTER, "register")			/* of a window: what came in and went out */ \
	X(MATTER_SUPERVISION, "supervision")		/* figures, findings, work orders, letters, samples */ \
	X(MATTER_CATALOGUE, "catalogue")		/* guides, documents, imports, as those who write them see them */ \
	X(MATTER_PLACES, "places")			/* areas, organs, windows, halls and their hours */ \
	X(MATTER_ACCOUNTS, "accounts")			/* of staff: their roles, locks, sessions */ \
	X(MATTER_RECORD, "record")			/* who did what: to search, never to change */

/* From the narrowest to the widest. */
#define REACHES(X)					\
	X(REACH_NOTHING, "nothing")			\
	X(REACH_OWN, "own")				/* the own account's */ \
	X(REACH_ORGAN, "organ")				/* the own organ's */ \
	X(REACH_AREA, "area")				/* of the own area and below */

enum matter { MATTERS(NAMES_CONSTANT) MATTER_COUNT };
enum reach { REACHES(NAMES_CONSTANT) REACH_COUNT };

const char *matter_name(enum matter);
const char *reach_name(enum reach);

/* How far the widest of these roles reaches. */
enum reach reach_of(unsigned roles, enum matter);

/* Where somebody or something belongs; organ and area "" or NULL: to none. */
struct belongs {
	unsigned long long account;
	const char *organ, *area;
};
/* Is this shown to whom it is? */
bool reach_shows(unsigned roles, enum matter, const struct belongs *mine, const struct belongs *its);

/* The pattern that the areas within reach are LIKE, "9901%" of a city; "", which no area is like, where the reach is none of
 * areas or the own one is no division. */
enum { REACH_PATTERN = 14 };
void reach_pattern(unsigned roles, enum matter, const char *own_area, char pattern[static REACH_PATTERN]);

#endif
