/* power.c - see power.h. */
#include "rules/power.h"

#include <stddef.h>

static const char *const refusal_names[] = { POWER_REFUSALS(NAMES_TEXT) };
static const char *const change_names[] = { POWER_CHANGES(NAMES_TEXT) };

const char *
power_refusal_name(enum power_refusal refusal)
{
	return names_at(refusal_names, POWER_REFUSAL_COUNT, (int)refusal);
}

const char *
power_change_name(enum power_change change)
{
	return names_at(change_names, POWER_CHANGE_COUNT, (int)change);
}

bool
power_change_named(const char *name, enum power_change *change)
{
	int place = names_find(change_names, POWER_CHANGE_COUNT, name);

	if (place >= 0)
		*change = (enum power_change)place;
	return place >= 0;
}

enum power_refusal
power_roles(unsigned roles)
{
	const unsigned handles = ROLE_CLERK | ROLE_REVIEWER | ROLE_APPROVER | ROLE_HELPER;

	if (roles == 0)
		return POWER_NO_ROLE;
	if (roles & ~GIVEN_ROLES)
		return POWER_NOT_GIVEN;
	if (roles_conflict(roles))
		return POWER_TWO_ADMINS;
	if ((roles & ADMINISTRATORS) && (roles & ~ADMINISTRATORS))
		return POWER_ADMIN_WORKS;
	if ((roles & ROLE_CLERK) && (roles & ROLE_APPROVER))
		return POWER_RECEIVES_DECIDES;
	if ((roles & ROLE_SUPERVISOR) && (roles & handles))
		return POWER_WATCHES_ACTS;
	return POWER_FINE;
}

/* What stands against it, whoever agrees. */
static enum power_refusal
refusal_of(const struct power_asked *a)
{
	if (a->own)
		return POWER_OWN;
	switch (a->change) {
	case POWER_OPEN:
		return power_roles(a->wanted);
	case POWER_ROLES:
		if (a->wanted == a->held)
			return POWER_SAME;
		if (a->last & ~a->wanted)
			return POWER_LAST;
		return power_roles(a->wanted);
	case POWER_DISABLE:
		return a->still ? POWER_SAME : a->last ? POWER_LAST : POWER_FINE;
	case POWER_EXPIRY:
		return a->last && !a->still ? POWER_LAST : POWER_FINE;
	case POWER_ENABLE:
		return a->still ? POWER_SAME : power_roles(a->held);
	case POWER_PLACE:
		return (a->held & ADMINISTRATORS) && !a->still ? POWER_MOVES : POWER_FINE;
	case POWER_PASSWORD:
	case POWER_SECOND:
	case POWER_CHANGE_COUNT:
		break;
	}
	return POWER_FINE;
}

/* Could one person become another by it? */
static bool
takes_two(const struct power_asked *a)
{
	switch (a->change) {
	case POWER_OPEN:
	case POWER_ROLES:
		return ((a->held ^ a->wanted) & ADMINISTRATORS) != 0;
	case POWER_ENABLE:
		return (a->held & ADMINISTRATORS) != 0;
	case POWER_PASSWORD:
	case POWER_SECOND:
		return (a->held & ADMINISTRATORS) != 0 || a->other_factor;
	case POWER_PLACE:
	case POWER_EXPIRY:
	case POWER_DISABLE:
	case POWER_CHANGE_COUNT:
		break;
	}
	return false;
}

enum power_answer
power_ask(const struct power_asked *a, enum power_refusal *why)
{
	*why = refusal_of(a);
	if (*why != POWER_FINE)
		return POWER_REFUSED;
	return takes_two(a) ? POWER_TWO : POWER_ALONE;
}

enum power_refusal
power_confirm(unsigned roles, bool proposed_it, bool concerned)
{
	if (!(roles & (ROLE_SYSTEM_ADMIN | ROLE_SECURITY_ADMIN)) || proposed_it)
		return POWER_NOT_SECOND;
	return concerned ? POWER_CONCERNED : POWER_FINE;
}

bool
power_lapsed(instant proposed_at, instant now)
{
	return now - proposed_at >= POWER_WEEK;
}

const char *
audit_span(struct day from_on, struct day until_on)
{
	if (day_before(until_on, from_on))
		return "before_from";
	if (until_on.number - from_on.number >= AUDIT_DAYS_MOST)
		return "span_too_long";
	return NULL;
}
