/*
 * shelf.h - the published catalogue as a worker keeps it.
 *
 * Lists, facets and counts are answered from memory; the database is asked
 * only whether the catalogue's version has moved, and then all is read anew.
 * About 600 bytes an item.
 */
#ifndef PUBLIC_SHELF_H
#define PUBLIC_SHELF_H

#include "fcgi/worker/request.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { THEMES_MOST = 64, AUDIENCE_PERSON = 1, AUDIENCE_ENTERPRISE = 2, AUDIENCE_BODY = 4 };

/* A choice of a facet: an organ, an area or a theme. */
struct shelf_name {
	const char *code;
	const char *name;
	const char *name_en;
	const char *icon;		/* themes */
	const char *parent;		/* areas: the area above; organs: their area */
	const char *phone, *address;	/* organs */
	bool enterprise;		/* themes: for enterprises */
	size_t items;			/* published ones */
};

extern const char *const shelf_depths[];	/* all online first; ends with NULL */

struct shelf_item {
	uint64_t version_id;
	const char *code;
	const char *title;
	const char *title_en;
	const char *initials;
	const char *brief;
	const char *brief_en;
	const char *depth;		/* online_depth, and its place among shelf_depths */
	size_t depth_index;
	const char *unit;
	const char *handling;
	long long limit;		/* -1: none is given */
	long long visits;		/* -1: not said */
	size_t organ;			/* index, or the count of organs when unknown */
	size_t area;
	uint64_t themes;		/* bits by index */
	unsigned audiences;		/* AUDIENCE_… */
	char level;
	char stars;			/* '1' to '5', NUL: not rated */
	bool applies;			/* has a form: can be applied for here */
	bool booking;
};

/* A document as the first page announces it. */
struct shelf_notice {
	const char *index_number, *title, *title_en;
	struct day published_on;
};

enum { NOTICES_SHOWN = 6 };

struct shelf {
	struct arena *memory;		/* its own: for what is worked out of it once */
	uint64_t number;		/* another one each time it is read */
	struct shelf_item *items;
	struct shelf_item **by_code;
	size_t item_count;
	struct shelf_name *organs, *areas, *themes, **organs_by_code;
	size_t organ_count, area_count, theme_count;
	const char *hot, *words;	/* settings of the first page: items, and words to search for */
	struct shelf_notice notices[NOTICES_SHOWN];	/* the newest documents */
	size_t notice_count;
};

/* The catalogue as it is now; valid until the next call.  NULL when the machine fails. */
const struct shelf *shelf_now(struct request *);

/* The name in the visitor's language, Chinese where there is no English. */
const char *shelf_name_in(const struct request *, const char *name, const char *name_en);

/* NULL: there is none of that code. */
const struct shelf_item *shelf_find(const struct shelf *, const char *code);
const struct shelf_name *shelf_organ(const struct shelf *, const char *code);

#endif
