/*
 * judge.h - an item before the checks of rules/guide.h, with this administration's severities.
 *
 * A setting "guide.CHECK" (stop, warn, off) goes before the word of the mapping
 * an item came by, and that before the default of the rule.
 */
#ifndef CATALOGUE_JUDGE_H
#define CATALOGUE_JUDGE_H

#include "catalogue/mapping.h"
#include "rules/guide.h"

struct judge {
	enum guide_severity severities[GUIDE_CHECK_COUNT];
	struct db *db;		/* where the organs of steps are looked up */
};

enum { JUDGE_ROOM = 400 };

struct verdict {
	struct guide_finding findings[JUDGE_ROOM];
	size_t count;		/* at most JUDGE_ROOM */
	size_t stops, warnings;
};

/* mapping may be NULL. */
void judge_load(struct judge *, struct db *, struct arena *, const struct mapping *);
void judge_item(const struct judge *, struct arena *, json_t *item, struct verdict *);

/* The same for a draft that would be published on a day. */
void judge_item_on(const struct judge *, struct arena *, json_t *item, struct day effective_on, struct verdict *);

/* Where a finding belongs, as a key of native.h: "title", "materials.2". */
const char *verdict_key(struct arena *, const struct guide_finding *);

#endif
