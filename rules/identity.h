/*
 * identity.h - the numbers by which persons, bodies and phones are known.
 *
 * Checks answer with a reason; IDENTITY_OK is 0.  They judge form only: whether
 * the number belongs to the one who gives it is for others to prove.
 *
 * Text is ascii in its tidy form (identity_tidy makes it).  The checks are
 * strict: lower case, blanks and full-width digits are refused.  NULL is empty.
 */
#ifndef RULES_IDENTITY_H
#define RULES_IDENTITY_H

#include "rules/day.h"
#include "rules/names.h"

#define IDENTITY_REASONS(X)				\
	X(IDENTITY_OK, "ok")				\
	X(IDENTITY_EMPTY, "empty")			\
	X(IDENTITY_LENGTH, "length")			\
	X(IDENTITY_CHARACTER, "character")		\
	X(IDENTITY_FIFTEEN, "fifteen_digits")		/* the citizen number before 1999 */ \
	X(IDENTITY_DIVISION, "division")		/* no such province */	\
	X(IDENTITY_BIRTH, "birth")			/* no such date, or before 1850 */ \
	X(IDENTITY_FUTURE, "future")			/* born after today */ \
	X(IDENTITY_CHECK, "check")			/* the check character is wrong */ \
	X(IDENTITY_CLASS, "class")			/* no such kind of body */ \
	X(IDENTITY_INTERIM, "interim")			/* a code lent for the time being */ \
	X(IDENTITY_PREFIX, "prefix")			/* not a number range in use */

#define CREDIT_VERDICTS(X)				\
	X(CREDIT_INVALID, "invalid")			\
	X(CREDIT_VALID, "valid")			\
	X(CREDIT_MARKED, "marked")			/* accepted, and shown as doubtful */

enum identity_reason { IDENTITY_REASONS(NAMES_CONSTANT) IDENTITY_REASON_COUNT };
enum credit_verdict { CREDIT_VERDICTS(NAMES_CONSTANT) CREDIT_VERDICT_COUNT };

struct citizen {
	char division[7];
	struct day born;
	bool female;
};

/*
 * Strips blanks and hyphens, turns full-width forms into ascii and small
 * letters into capitals.  False, and "" in the buffer, where it does not fit.
 */
bool identity_tidy(const char *text, char *tidy, size_t room);

/*
 * GB 11643, eighteen characters: province, real birth date not after today
 * (DAY_NONE: not asked), then the check.  Numbers beginning with 9 are those
 * of foreigners with permanent residence, and of the sample (99).
 */
enum identity_reason citizen_check(const char *number, struct day today);

/* What a number that passed says of its holder; false for one that did not. */
bool citizen_read(const char *number, struct citizen *c);

/*
 * GB 32100, eighteen characters.  Public bodies live with codes that fail the standard: interim
 * codes (TE…) and well-formed ones with a wrong check stand in published
 * catalogues.  They are CREDIT_MARKED, with the reason why
 * (which may be NULL).
 */
enum credit_verdict credit_check(const char *code, enum identity_reason *why);

/* Seventeen digits and one more, or X: perhaps a citizen number, perhaps a mistyped one. */
bool citizen_like(const char *number);
/* Surely an organisation's, and so public: a credit code that could be nobody's citizen number, not even a mistyped one. */
bool identity_public(const char *number);
/* A login that begins with a letter: a name the house gave.  Those that people choose are mobile numbers and credit codes. */
bool login_of_house(const char *login);

/* GB 11714: nine characters, the hyphen before the last already gone. */
enum identity_reason organ_code_check(const char *code);

/* Eleven digits, 13 to 19.  The tidy form drops blanks, hyphens and a leading +86. */
enum identity_reason mobile_check(const char *number);
bool mobile_tidy(const char *typed, char tidy[static 12]);

/* A mobile, a line with or without area code and extension, 400 and 800, 12345 and its like. */
enum identity_reason phone_check(const char *number);
enum identity_reason postcode_check(const char *code);	/* six digits */
enum identity_reason email_check(const char *address);	/* the shape only */

const char *identity_reason_name(enum identity_reason reason);
const char *credit_verdict_name(enum credit_verdict verdict);

#endif
