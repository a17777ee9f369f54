/*
 * licence.h - results that are held (电子证照): their identifier, whether they hold on a day, what they may be used for.
 *
 * Identifier, GB/T 36901: 1.2.156.3005.2.KIND.ISSUER.SERIAL.EDITION.CHECK, where
 * KIND and ISSUER are codes of digits and capitals, EDITION has three digits and
 * CHECK is the letter of ISO 7064 MOD 37,36 over the four before it, without the dots.
 *
 * A licence holds from its first day to the end of its last; long-term has no
 * last day.  What a state column says is not enough: the days are asked too, so
 * that a clock that is late makes nothing valid.
 *
 * How long a result holds is said in the guide, in words.  Only words that say
 * one period and no more are read (五年, 3个月, 长期有效, and what follows a
 * comma is not its length); whoever decides says the rest.
 *
 * Renewal may be asked for from thirty days before the last day: Licensing Law 50.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_LICENCE_H
#define RULES_LICENCE_H

#include "rules/day.h"
#include "rules/names.h"

#include <stdbool.h>
#include <stddef.h>

/* The column licences.state. */
#define LICENCE_STATES(X)			\
	X(LICENCE_VALID, "valid")		\
	X(LICENCE_EXPIRED, "expired")		\
	X(LICENCE_REVOKED, "revoked")		\
	X(LICENCE_SUPERSEDED, "superseded")	/* a newer edition took its place */

/* How it stands on a day, and why it may not be used; the names are words.licence_standing. */
#define LICENCE_STANDINGS(X)				\
	X(LICENCE_STANDS, "valid")			\
	X(LICENCE_STANDS_NOT_YET, "not_yet")		/* its first day is to come */ \
	X(LICENCE_STANDS_EXPIRED, "expired")		\
	X(LICENCE_STANDS_REVOKED, "revoked")		/* 已注销 */ \
	X(LICENCE_STANDS_SUPERSEDED, "superseded")	\
	X(LICENCE_STANDS_ANOTHERS, "anothers")		/* not the holder's */

enum licence_state { LICENCE_STATES(NAMES_CONSTANT) LICENCE_STATE_COUNT };
enum licence_standing { LICENCE_STANDINGS(NAMES_CONSTANT) LICENCE_STANDING_COUNT };

struct licence {
	enum licence_state state;
	struct day valid_from;
	struct day valid_to;			/* DAY_NONE: long-term */
	const char *id_kind, *id_number;	/* the holder: citizen or credit, and the number */
};

/* Does it hold on this day? */
enum licence_standing licence_standing(const struct licence *, struct day on);
/* May this person or body use it on this day?  LICENCE_STANDS, or why not. */
enum licence_standing licence_use(const struct licence *, const char *id_kind, const char *id_number, struct day on);

enum { LICENCE_RENEWAL_DAYS = 30 };

/* Is it time to renew: within thirty days before the last day, or past it? */
bool licence_renewable(const struct licence *, struct day on);
/* Is its last day near, so many days or fewer away, and it still holds? */
bool licence_ends_soon(const struct licence *, struct day on, int days);

/* ---- how long it holds ---- */

#define LICENCE_UNITS(X) X(LICENCE_DAYS, "day") X(LICENCE_MONTHS, "month") X(LICENCE_YEARS, "year")
enum licence_unit { LICENCE_UNITS(NAMES_CONSTANT) LICENCE_UNIT_COUNT };

struct licence_term {
	bool known;		/* the words say one period, or that there is none */
	bool unlimited;
	int count;
	enum licence_unit unit;
};

enum { LICENCE_TERM_MOST = 99 };

/* The guide's words; "" (nothing is said) is long-term. */
struct licence_term licence_term_read(const char *words);
/* The last day of a term that begins on a day: five years from 8 May end on 7 May.  DAY_NONE: long-term, or unknown. */
struct day licence_until(struct licence_term, struct day from);

/* ---- its identifier ---- */

#define LICENCE_ROOT	"1.2.156.3005.2"
enum { LICENCE_IDENTIFIER_TEXT = 101, LICENCE_KIND_TEXT = 22, LICENCE_SERIAL_TEXT = 21, LICENCE_EDITION_MOST = 999 };

/* The code of an organ's n-th kind, 1 to 999; false for an organ whose code is not of digits and capitals. */
bool licence_kind_print(const char *organ, long long n, char text[static LICENCE_KIND_TEXT]);
/* Year and seven digits. */
bool licence_serial_print(int year, long long n, char text[static LICENCE_SERIAL_TEXT]);
/* False, and "" in the buffer, for parts that are not of digits and capitals. */
bool licence_identifier_print(const char *kind, const char *issuer, const char *serial, int edition,
    char text[static LICENCE_IDENTIFIER_TEXT]);
/* Of the right form, and its check letter right? */
bool licence_identifier_right(const char *identifier);
/* The check letter of digits and capitals, dots passed over; 0 for any other letter. */
char licence_check(const char *text, size_t bytes);

const char *licence_state_name(enum licence_state);
bool licence_state_named(const char *name, enum licence_state *);
const char *licence_standing_name(enum licence_standing);

#endif
