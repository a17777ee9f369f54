/*
 * setting.h - what an administration may set, and what each setting may hold.
 *
 * A setting is a row of the table settings; where there is none, the usual
 * value holds.  The table here is what the administrator's page is made of: a
 * name that is in neither this table nor the database is no setting.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_SETTING_H
#define RULES_SETTING_H

#include "rules/names.h"

#include <stdbool.h>
#include <stddef.h>

#define SETTING_KINDS(X)					\
	X(SETTING_TEXT, "text")		/* one line of at most `most` letters */	\
	X(SETTING_NUMBER, "number")	/* a whole number, least to most */		\
	X(SETTING_ADDRESS, "address")	/* a path of this site, https://… or nothing */	\
	X(SETTING_CODES, "codes")	/* words with blanks between, at most `most` */	\
	X(SETTING_CHOICE, "choice")	/* one of choices */				\
	X(SETTING_WAYS, "ways")		/* any of choices, with blanks between */	\
	X(SETTING_NEAR, "near")		/* "3", "20%", "20% 2" (rules/card.h) */	\
	X(SETTING_SHARE, "share")	/* "30 10" (rules/watch.h) */			\
	X(SETTING_WEIGHTS, "weights")	/* "on_time 40 …" (rules/score.h) */		\
	X(SETTING_LIMITS, "limits")	/* six numbers (rules/slot.h) */		\
	X(SETTING_PATTERN, "pattern")	/* of index numbers (rules/document.h) */
enum setting_kind { SETTING_KINDS(NAMES_CONSTANT) SETTING_KIND_COUNT };

struct setting {
	const char *name;
	enum setting_kind kind;
	long long least, most;
	const char *usual;		/* what holds where nothing is set; "" for nothing */
	const char *const *choices;	/* ended by NULL */
};

extern const struct setting settings[];
extern const size_t setting_count;

enum { SETTING_VALUE_BYTES = 4000 };

/* Checks of publishing (guide.CHECK) are found here too.  NULL: none of ours. */
const struct setting *setting_named(const char *name);
/* What is wrong with a value, as a code of words.error; NULL when it may be set. */
const char *setting_wrong(const struct setting *, const char *value);
const char *setting_kind_name(enum setting_kind);

#endif
