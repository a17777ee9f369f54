/* delegation.c - see delegation.h. */
#include "rules/delegation.h"

#include <string.h>

enum { GIVEN_MOST_MONTHS = 36, ANSWER_DAYS = 14, NAME_LETTERS = 96 };

static const char *const right_names[RIGHT_COUNT] = { "look", "apply", "collect", "pay" };
static const char *const state_names[] = { DELEGATION_STATES(NAMES_TEXT) };
static const char *const event_names[] = { DELEGATION_EVENTS(NAMES_TEXT) };

/* ---- rights ---- */

const char *
right_name(unsigned place)
{
	return place < RIGHT_COUNT ? right_names[place] : "";
}

static unsigned
right_of(const char *name, size_t bytes)
{
	for (unsigned place = 0; place < RIGHT_COUNT; place++)
		if (strlen(right_names[place]) == bytes && memcmp(right_names[place], name, bytes) == 0)
			return 1u << place;
	return 0;
}

bool
rights_named(const char *names, unsigned *rights)
{
	unsigned read = 0;

	for (;;) {
		size_t bytes = strcspn(names, ",");
		unsigned right = right_of(names, bytes);

		if (right == 0)
			return false;
		read |= right;
		if (names[bytes] == '\0')
			break;
		names += bytes + 1;
	}
	*rights = read;
	return true;
}

const char *
rights_print(unsigned rights, char to[RIGHTS_TEXT])
{
	char *at = to;

	for (unsigned place = 0; place < RIGHT_COUNT; place++) {
		size_t bytes = strlen(right_names[place]);

		if ((rights & (1u << place)) == 0)
			continue;
		if (at != to)
			*at++ = ',';
		memcpy(at, right_names[place], bytes);
		at += bytes;
	}
	*at = '\0';
	return to;
}

unsigned
rights_with(unsigned rights)
{
	return rights & RIGHT_APPLY ? rights | RIGHT_LOOK : rights;
}

/* ---- what becomes of one ---- */

const char *
delegation_state_name(enum delegation_state state)
{
	return names_at(state_names, DELEGATION_STATE_COUNT, (int)state);
}

bool
delegation_state_named(const char *name, enum delegation_state *state)
{
	int place = names_find(state_names, DELEGATION_STATE_COUNT, name);

	if (place >= 0)
		*state = (enum delegation_state)place;
	return place >= 0;
}

const char *
delegation_event_name(enum delegation_event event)
{
	return names_at(event_names, DELEGATION_EVENT_COUNT, (int)event);
}

bool
delegation_event_named(const char *name, enum delegation_event *event)
{
	int place = names_find(event_names, DELEGATION_EVENT_COUNT, name);

	if (place >= 0)
		*event = (enum delegation_event)place;
	return place >= 0;
}

bool
delegation_over(enum delegation_state state)
{
	return state != DELEGATION_INVITED && state != DELEGATION_ACCEPTED && state != DELEGATION_STANDING;
}

static const struct {
	enum delegation_state from;
	enum delegation_event event;
	unsigned by;
	enum delegation_state to;
} steps[] = {
	{ DELEGATION_INVITED, DELEGATION_ACCEPT, PARTY_DELEGATE, DELEGATION_STANDING },	/* or ACCEPTED, see below */
	{ DELEGATION_INVITED, DELEGATION_DECLINE, PARTY_DELEGATE, DELEGATION_DECLINED },
	{ DELEGATION_INVITED, DELEGATION_REVOKE, PARTY_HOLDER | PARTY_REPRESENTATIVE, DELEGATION_REVOKED },
	{ DELEGATION_ACCEPTED, DELEGATION_CONFIRM, PARTY_REPRESENTATIVE, DELEGATION_STANDING },
	{ DELEGATION_ACCEPTED, DELEGATION_REVOKE, PARTY_HOLDER | PARTY_REPRESENTATIVE, DELEGATION_REVOKED },
	{ DELEGATION_ACCEPTED, DELEGATION_GIVE_UP, PARTY_DELEGATE, DELEGATION_GIVEN_UP },
	{ DELEGATION_STANDING, DELEGATION_REVOKE, PARTY_HOLDER | PARTY_REPRESENTATIVE, DELEGATION_REVOKED },
	{ DELEGATION_STANDING, DELEGATION_GIVE_UP, PARTY_DELEGATE, DELEGATION_GIVEN_UP },
};

/* Only what would begin or strengthen a right can come too late; it may be ended on any day. */
static bool
too_late(const struct delegation *d, enum delegation_event event, struct day today)
{
	struct day last_on = event == DELEGATION_ACCEPT && day_before(d->answer_by_on, d->expires_on) ? d->answer_by_on :
	    d->expires_on;

	if (event != DELEGATION_ACCEPT && event != DELEGATION_CONFIRM)
		return false;
	return !day_known(last_on) || day_before(last_on, today);
}

bool
delegation_step(const struct delegation *d, enum delegation_event event, unsigned parties, struct day today,
    enum delegation_state *to, const char **why)
{
	*why = "delegation_state";
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		if (steps[i].from != d->state || steps[i].event != event)
			continue;
		*why = "delegation_party";
		if ((steps[i].by & parties) == 0)
			return false;
		*why = "delegation_late";
		if (too_late(d, event, today))
			return false;
		*to = event == DELEGATION_ACCEPT && d->firm && !d->representative ? DELEGATION_ACCEPTED : steps[i].to;
		*why = NULL;
		return true;
	}
	return false;
}

/* ---- whether it stands ---- */

const char *
delegation_fallen(const struct delegation *d, struct day today)
{
	if (delegation_over(d->state))
		return delegation_state_name(d->state);
	if (!day_known(d->expires_on) || day_before(d->expires_on, today))
		return "expired";
	if (d->state == DELEGATION_INVITED && (!day_known(d->answer_by_on) || day_before(d->answer_by_on, today)))
		return "lapsed";
	return d->state == DELEGATION_STANDING ? NULL : delegation_state_name(d->state);
}

bool
delegation_allows(const struct delegation *d, unsigned rights, struct day today)
{
	return delegation_fallen(d, today) == NULL && (rights_with(d->rights) & rights) != 0;
}

struct day
delegation_last_on(struct day today)
{
	return day_add_months(today, GIVEN_MOST_MONTHS);
}

struct day
delegation_answer_by(struct day today)
{
	return day_add(today, ANSWER_DAYS);
}

/* ---- names ---- */

/* As much of a name as fits, ended by … where it was cut; letters are counted by their first bytes. */
static char *
name_put(char *at, const char *name)
{
	size_t bytes = 0, letters = 0;

	for (; name[bytes] != '\0'; bytes++)
		if (((unsigned char)name[bytes] & 0xC0) != 0x80 && letters++ == NAME_LETTERS)
			break;
	memcpy(at, name, bytes);
	at += bytes;
	if (name[bytes] != '\0') {
		memcpy(at, "…", strlen("…"));
		at += strlen("…");
	}
	return at;
}

const char *
acting_name(const char *person, const char *holder, char to[ACTING_NAME_ROOM])
{
	char *at = name_put(to, person);

	memcpy(at, "（代 ", strlen("（代 "));
	at = name_put(at + strlen("（代 "), holder);
	memcpy(at, "）", strlen("）") + 1);
	return to;
}
