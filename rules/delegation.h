/*
 * delegation.h - may this person act for that holder, in this, today?
 *
 * A person or an enterprise (the holder) gives another person (the delegate)
 * the right to act in its name: all of the rights below or some, for all items
 * or some, through a last day.  The delegate must accept; an enterprise's must
 * besides be confirmed by its legal representative, who is the first it names
 * and is confirmed by nobody.  Either side ends it at any time.
 *
 * Nobody delegates what he holds only by delegation (Civil Code 169): who acts
 * for another meets no event below but in his own name.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_DELEGATION_H
#define RULES_DELEGATION_H

#include "rules/day.h"
#include "rules/names.h"

#include <stdbool.h>
#include <stddef.h>

/* ---- rights ---- */

enum right {
	RIGHT_LOOK	= 1,		/* cases, messages, licences */
	RIGHT_APPLY	= 2,		/* begin, file, answer, withdraw; who applies may look */
	RIGHT_COLLECT	= 4,		/* papers and results */
	RIGHT_PAY	= 8
};
enum { RIGHTS_ALL = RIGHT_LOOK | RIGHT_APPLY | RIGHT_COLLECT | RIGHT_PAY, RIGHT_COUNT = 4 };

const char *right_name(unsigned place);			/* look, apply, collect, pay; "" beyond */
/* "look,pay" as the table holds it.  False: a name is unknown, or there is none. */
bool rights_named(const char *names, unsigned *rights);
enum { RIGHTS_TEXT = sizeof("look,apply,collect,pay") };
const char *rights_print(unsigned rights, char to[RIGHTS_TEXT]);
/* With what each brings along. */
unsigned rights_with(unsigned rights);

/* ---- what becomes of one ---- */

#define DELEGATION_STATES(X) \
	X(DELEGATION_INVITED, "invited") \
	X(DELEGATION_ACCEPTED, "accepted")	/* the legal representative is to confirm */ \
	X(DELEGATION_STANDING, "standing") \
	X(DELEGATION_DECLINED, "declined") \
	X(DELEGATION_REVOKED, "revoked") \
	X(DELEGATION_GIVEN_UP, "given_up")
enum delegation_state { DELEGATION_STATES(NAMES_CONSTANT) DELEGATION_STATE_COUNT };

#define DELEGATION_EVENTS(X) \
	X(DELEGATION_INVITE, "invite") \
	X(DELEGATION_ACCEPT, "accept") \
	X(DELEGATION_CONFIRM, "confirm") \
	X(DELEGATION_DECLINE, "decline") \
	X(DELEGATION_REVOKE, "revoke") \
	X(DELEGATION_GIVE_UP, "give_up")
enum delegation_event { DELEGATION_EVENTS(NAMES_CONSTANT) DELEGATION_EVENT_COUNT };

/* Who does it, in his own name; somebody may be two of them. */
enum delegation_party { PARTY_HOLDER = 1, PARTY_DELEGATE = 2, PARTY_REPRESENTATIVE = 4 };

const char *delegation_state_name(enum delegation_state);
bool delegation_state_named(const char *, enum delegation_state *);
const char *delegation_event_name(enum delegation_event);
bool delegation_event_named(const char *, enum delegation_event *);
bool delegation_over(enum delegation_state);

struct delegation {
	enum delegation_state state;
	unsigned rights;
	bool firm;			/* the holder is an enterprise */
	bool representative;		/* the delegate is its legal representative */
	struct day answer_by_on, expires_on;
};

/* What the event leads to.  False: not in this state, by none of these parties, or too late; *why is a refusal's name. */
bool delegation_step(const struct delegation *, enum delegation_event, unsigned parties, struct day today,
    enum delegation_state *to, const char **why);

/* ---- whether it stands ---- */

/* NULL, or why it does not: "invited", "accepted", "declined", "revoked", "given_up", "expired", "lapsed". */
const char *delegation_fallen(const struct delegation *, struct day today);
/* The delegate may use any one of these rights today. */
bool delegation_allows(const struct delegation *, unsigned rights, struct day today);

/* The last day one may be given for: three years. */
struct day delegation_last_on(struct day today);
/* The last day an invitation is open. */
struct day delegation_answer_by(struct day today);

/* ---- names ---- */

/* 林晓雨（代 云川山味食品有限公司）: who acts, and for whom, as records keep it; long names are cut, so that it has no more
 * than 200 characters. */
enum { ACTING_NAME_ROOM = 200 * 4 + 1 };
const char *acting_name(const char *person, const char *holder, char to[ACTING_NAME_ROOM]);

#endif
