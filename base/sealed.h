/*
 * sealed.h - personal numbers as they lie in the database: sealed, and found again by a blind index.
 *
 * A sealed text is "~VERSION~" and base64: nonce, XChaCha20-Poly1305 of the
 * text, tag.  What it was sealed as (a number, a phone, …) is bound in, so that
 * a sealed phone put where a number belongs does not open.  Rows are not: SQL
 * copies a sealed number from an account to a case without opening it.
 *
 * The keys are files of one folder that is neither in the database nor in its
 * backups: N.key for each version, of which the newest seals and every one
 * opens, and index.key for the blind index.  A file that is added is seen within
 * SEALED_LOOK_S seconds, and at once where its version is met.
 *
 * A blind index is a keyed BLAKE2b of the text in its tidy form: equal numbers
 * have equal ones, and nothing else can be asked of it: no order, no part.
 *
 * Numbers of organisations are public (rules/identity.h) and stay as they are;
 * so do logins that begin with a letter: names the house gave, that tell nothing
 * but themselves.  Both have a blind index too, so that all are found alike.  "" stays "".  What is
 * not sealed is read as it stands: rows from before there were keys.  So nobody
 * may write a sealed column but through here: see sealed_answer.
 *
 * docs/privacy.md lists the columns; query.c calls this for those that a
 * statement marks seal_KIND(:p), blind_KIND(:p), open_KIND(column).
 */
#ifndef BASE_SEALED_H
#define BASE_SEALED_H

#include "base/arena.h"
#include "rules/names.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEALED_KINDS(X)								\
	X(SEALED_NOT, "")							\
	X(SEALED_NUMBER, "number")		/* of a citizen, or a credit code */ \
	X(SEALED_PHONE, "phone")						\
	X(SEALED_EMAIL, "email")						\
	X(SEALED_LOGIN, "login")		/* what an account signs in with */	\
	X(SEALED_RECIPIENT, "recipient")	/* of a message: one of the two */ \
	X(SEALED_ANSWER, "answer")		/* to a field of an application */

enum sealed_kind { SEALED_KINDS(NAMES_CONSTANT) SEALED_KIND_COUNT };

enum {
	BLIND_BYTES = 16,
	SEALED_VERSIONS_MOST = 16,
	SEALED_LOOK_S = 5
};

/* Where the keys lie; they are read at the first need.  Once, before anything else here. */
void sealed_use(const char *folder);
/* Reads them now.  false: why tells, and no key but those read before is known. */
bool sealed_load(char *why, size_t why_bytes);
/* The version that seals; 0: there are no keys. */
unsigned sealed_newest(void);

/* NULL where there are no keys. */
const char *sealed_text(struct arena *, enum sealed_kind, const char *plain);
/* NULL: it was tampered with, belongs elsewhere, or its key is not here; *why tells, without a word of it. */
const char *sealed_open(struct arena *, enum sealed_kind, const char *kept, const char **why);
/* false where there are no keys. */
bool sealed_blind(uint8_t to[BLIND_BYTES], enum sealed_kind, const char *plain);
/* The same in hex, for where it stands in a text. */
const char *sealed_blind_text(struct arena *, enum sealed_kind, const char *plain);

/* Answers.  The name of the field is bound in.  The same answer to the same question of the same case is sealed to the
 * same text, so that a statement can tell whether it was changed.  What looks like a citizen number is sealed whatever was
 * asked; so is what only looks sealed: else whoever had got hold of a sealed text could have it opened by typing it. */
const char *sealed_answer(struct arena *, uint64_t case_id, const char *name, bool personal, const char *plain);
const char *sealed_answer_open(struct arena *, const char *name, const char *kept, const char **why);

/* The version a text is sealed with; 0: it is not sealed. */
unsigned sealed_version(const char *kept);
/* Does it ask for sealing at all: not "", no public number, no name of the house? */
bool sealed_wanted(enum sealed_kind, const char *plain);

#endif
