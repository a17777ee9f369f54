/*
 * code.h - codes of places (GB/T 2260) and of items in a catalogue.
 *
 * A division code has 2, 4, 6, 9 or 12 digits: province, city, county, town,
 * village, each within the one before; trailing zeros say nothing, so that
 * 990100 and 990100000000 are the same city.
 *
 * Item codes stand in catalogues in many forms.  Every code of 4 to 64 ascii
 * letters, digits, points, hyphens and underscores is taken as it is (it is part
 * of an address); its form is named, and none is refused as old or local.
 */
#ifndef RULES_CODE_H
#define RULES_CODE_H

#include <stdbool.h>
#include <stddef.h>

#include "rules/names.h"

#define DIVISION_LEVELS(X)		\
	X(DIVISION_NONE, "none")	/* not a division code */	\
	X(DIVISION_NATION, "nation")	/* nothing but zeros */		\
	X(DIVISION_PROVINCE, "province")	\
	X(DIVISION_CITY, "city")	\
	X(DIVISION_COUNTY, "county")	\
	X(DIVISION_TOWN, "town")	\
	X(DIVISION_VILLAGE, "village")

#define ITEM_FORMS(X)			\
	X(ITEM_NONE, "none")		/* empty, too long, other characters */	\
	X(ITEM_BASE, "base")		/* 12: province 2, kind 2, main 5, sub 3 */	\
	X(ITEM_IMPLEMENTING, "implementing")	/* 31: credit code 18, level 1, base 12 */ \
	X(ITEM_HANDLING, "handling")	/* 33: an implementing code and 2 for the case of handling */ \
	X(ITEM_OLDER, "older")		/* 36: an implementing code of the former standard */ \
	X(ITEM_HYPHENED, "hyphened")	/* catalogue, division, variant, organ, level, sub */ \
	X(ITEM_LOCAL, "local")		/* any other */

enum division_level { DIVISION_LEVELS(NAMES_CONSTANT) DIVISION_LEVEL_COUNT };
enum item_form { ITEM_FORMS(NAMES_CONSTANT) ITEM_FORM_COUNT };

enum { DIVISION_TEXT = 13, ITEM_CODE_MOST = 64 };

/* The parts of an item code that its form shows; "" where it does not. */
struct item_code {
	enum item_form form;
	char organ[19];		/* credit code, or the organisation code of old forms */
	char level;		/* '1' to '7', or 0 */
	char base[13];
	char handling[3];
	char division[DIVISION_TEXT];
};

enum division_level division_level(const char *code);
bool division_parent(const char *code, char parent[static DIVISION_TEXT]);	/* false: none above */
bool division_within(const char *inner, const char *outer);	/* the same counts as within */
bool division_same(const char *a, const char *b);

/* The digits every division within this one begins with: "9901" of a city. */
bool division_stem(const char *code, char out[static DIVISION_TEXT]);

/* Six digits down to the county, nine for a town, twelve for a village. */
bool division_short(const char *code, char out[static DIVISION_TEXT]);

struct item_code item_code_read(const char *code);
enum item_form item_form(const char *code);

const char *division_level_name(enum division_level level);
const char *item_form_name(enum item_form form);

#endif
