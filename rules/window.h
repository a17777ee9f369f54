/*
 * window.h - the rules of a reception desk: where an item may be taken in, what the register holds, when it is shut.
 *
 * 通办: a guide's scope says how far from its owner an application may be handed
 * in.  Whoever takes it in, the power stays with the owner; this says nothing
 * about deciding.
 *
 * 收发件登记: an act by which something comes in or goes out has a line in the
 * register; which way is a property of the event alone.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_WINDOW_H
#define RULES_WINDOW_H

#include "rules/deadline.h"
#include "rules/steps.h"

#include <stdbool.h>

#define REGISTER_WAYS(X)				\
	X(REGISTER_NOT, "")				\
	X(REGISTER_IN, "in")				\
	X(REGISTER_OUT, "out")

/* The documents by which a clerk knows who stands before the window. */
#define IDENTITY_PAPERS(X)				\
	X(IDENTITY_PAPER_CARD, "card")			/* the citizen's card */ \
	X(IDENTITY_PAPER_HOUSEHOLD, "household")	/* the household register */ \
	X(IDENTITY_PAPER_PASSPORT, "passport")		/* or a permit of residence or travel */ \
	X(IDENTITY_PAPER_LICENCE, "licence")		/* of a body: the business licence, or its like */ \
	X(IDENTITY_PAPER_ELECTRONIC, "electronic")	/* shown from the licence store */

enum register_way { REGISTER_WAYS(NAMES_CONSTANT) REGISTER_WAY_COUNT };
enum identity_paper { IDENTITY_PAPERS(NAMES_CONSTANT) IDENTITY_PAPER_COUNT };

enum register_way register_way(enum event);
const char *register_way_name(enum register_way);
const char *identity_paper_name(enum identity_paper);

/*
 * May a window of this organ in this area take in an item of that scope for
 * its owner?  The owner's own window always may.  Areas are division codes:
 * a county is the first six digits, a city the first four, a province two.
 */
bool scope_takes(const char *scope, const char *owner, const char *owner_area, const char *organ, const char *area);

/* 网上预审, 原件核验: is a pre-review told before acceptance, and are originals looked at?  By the guide's online_depth. */
bool depth_wants_originals(const char *online_depth);

/* 延时服务: an act after closing, at noon, or on a day of rest. */
bool after_hours(const struct calendar *, const struct office_hours *, instant at);

#endif
