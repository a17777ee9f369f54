/*
 * lacking.h - acceptance with something missing (容缺受理), and a promise instead of a proof (告知承诺).
 *
 * A case may be accepted though minor materials lack: only those the guide marks
 * may_lack, each with a promise of its own, to be supplied by a day within the
 * guide's limit.  Main materials are never missing.  A proof may be replaced by
 * a promise only where the guide allows it for that material.  Who broke such a
 * promise is barred from both until that is lifted.
 *
 * Pure: no clock, no database.
 */
#ifndef RULES_LACKING_H
#define RULES_LACKING_H

#include "rules/calendar.h"
#include "rules/steps.h"

#include <stdbool.h>
#include <stddef.h>

/* How a material was given; the names are the column case_materials.given. */
#define GIVENS(X)					\
	X(GIVEN_NONE, "none")				\
	X(GIVEN_FILES, "files")				\
	X(GIVEN_PAPER, "paper")				\
	X(GIVEN_NOT_NEEDED, "not_needed")		/* its condition does not hold */ \
	X(GIVEN_PROMISE, "promise")			/* a promise stands in for the proof, for good */ \
	X(GIVEN_LACK, "lack")				/* it will come: promised, by a day */ \
	X(GIVEN_LICENCE, "licence")			/* a result the applicant holds takes its place */

enum given { GIVENS(NAMES_CONSTANT) GIVEN_COUNT };

struct lacking_material {
	bool required;		/* whatever the answers say */
	bool conditional;
	bool shared;		/* the administration has it: nobody brings it */
	bool paper;		/* it may come on paper */
	bool promise_allowed, may_lack;
	bool licence;		/* the applicant holds a result that takes its place */
	enum given given;
};

/* May a material of this kind be given so, by one who is (not) barred? */
bool given_allows(const struct lacking_material *, enum given, bool barred);

/* Is there what there must be before acceptance?  A lack counts as there: it is promised. */
bool material_settled(const struct lacking_material *);

/* May a case with these be accepted?  REFUSED_NOT, REFUSED_MAIN_MISSING, or REFUSED_BARRED. */
enum refusal lacking_refused(const struct lacking_material *, size_t count, bool barred);
size_t lacking_count(const struct lacking_material *, size_t count);

/* The last day a promise may name: so many working days from acceptance, and never after the day the whole case is
 * promised for (DAY_NONE: not known).  DAY_NONE where the guide gives no days: then nothing may lack. */
struct day lacking_last_on(const struct calendar *, struct day accepted_on, int lacking_days, struct day promised_on);

/* The promise is broken when its day has passed and nothing was handed in, or what was handed in was not enough. */
bool promise_lapsed(struct day promised_by_on, bool handed_in, bool kept, struct day today);

const char *given_name(enum given);
bool given_named(const char *name, enum given *given);

#endif
