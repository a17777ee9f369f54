/*
 * power.h - who may hold what in the house, and what takes two persons.
 *
 * Three administrators keep each other in check (等保: 系统, 安全, 审计): nobody
 * holds two of their roles, and none of them handles, watches or publishes
 * anything, so that who gives rights cannot use them.  Who receives does not
 * decide (受审分离), and who watches does not act.
 *
 * One security administrator opens, changes and shuts accounts alone, but never
 * his own.  Two persons are needed where one could become another: whatever
 * gives or takes an administrator's role, lets an administrator in again, or
 * gives an administrator a new password or second factor; and giving anybody
 * both a new password and a new second factor within a week.  An administrator's
 * role reaches as far as his area, so none is moved to another: his account is
 * shut, and one opened there by two.  The second person
 * is a system administrator or another security administrator, never the one
 * concerned: an auditor cannot act, so he confirms nothing.  To shut is for one
 * alone, because it hurries; but nobody shuts out the last of a kind, or the
 * house would be without audit, or without anybody to let somebody in.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_POWER_H
#define RULES_POWER_H

#include "rules/day.h"
#include "rules/names.h"
#include "rules/steps.h"

#include <stdbool.h>

#define ADMINISTRATORS	((unsigned)(ROLE_SYSTEM_ADMIN | ROLE_SECURITY_ADMIN | ROLE_AUDITOR))
#define GIVEN_ROLES	(~((unsigned)ROLE_APPLICANT | (unsigned)ROLE_CLOCK) & ((1u << ROLE_COUNT) - 1))

/* ---- roles held together ---- */

#define POWER_REFUSALS(X)						\
	X(POWER_FINE, "none")						\
	X(POWER_NO_ROLE, "power_no_role")				\
	X(POWER_NOT_GIVEN, "power_not_given")	/* applicant and clock are nobody's to give */ \
	X(POWER_TWO_ADMINS, "power_two_admins")				\
	X(POWER_ADMIN_WORKS, "power_admin_works")			\
	X(POWER_RECEIVES_DECIDES, "power_receives_decides")		\
	X(POWER_WATCHES_ACTS, "power_watches_acts")			\
	X(POWER_OWN, "power_own")		/* nobody changes his own account */ \
	X(POWER_LAST, "power_last")		/* of this administrators' role */ \
	X(POWER_MOVES, "power_moves")		/* an administrator, to another area */ \
	X(POWER_SAME, "power_same")		/* it is so already */ \
	X(POWER_NOT_SECOND, "power_not_second")	/* who proposed does not confirm */ \
	X(POWER_CONCERNED, "power_concerned")	/* nor does the one it is about */ \
	X(POWER_ENDED, "power_ended")		/* confirmed, declined or lapsed before */

enum power_refusal { POWER_REFUSALS(NAMES_CONSTANT) POWER_REFUSAL_COUNT };

const char *power_refusal_name(enum power_refusal);

/* Whether one colleague may hold all these roles. */
enum power_refusal power_roles(unsigned roles);

/* ---- what is done to an account ---- */

#define POWER_CHANGES(X)						\
	X(POWER_OPEN, "open")						\
	X(POWER_ROLES, "roles")						\
	X(POWER_PLACE, "place")			/* name, organ, area */	\
	X(POWER_EXPIRY, "expiry")					\
	X(POWER_DISABLE, "disable")					\
	X(POWER_ENABLE, "enable")					\
	X(POWER_PASSWORD, "password")		/* the old one is void; a code lets its owner set a new one */ \
	X(POWER_SECOND, "second")		/* likewise the second factor */

enum power_change { POWER_CHANGES(NAMES_CONSTANT) POWER_CHANGE_COUNT };

const char *power_change_name(enum power_change);
bool power_change_named(const char *, enum power_change *);

struct power_asked {
	enum power_change change;
	bool own;		/* the account is the asker's */
	unsigned held;		/* its roles; none for one to be opened */
	unsigned wanted;	/* POWER_OPEN, POWER_ROLES: what it is to hold */
	unsigned last;		/* administrators' roles it holds that nobody else holds who may sign in */
	bool still;		/* POWER_DISABLE, POWER_ENABLE: it is so already; POWER_EXPIRY: no day is given; POWER_PLACE: the area stays */
	bool other_factor;	/* POWER_PASSWORD, POWER_SECOND: the other was given anew within POWER_WEEK */
};

enum power_answer { POWER_REFUSED, POWER_ALONE, POWER_TWO };

/* Whether the security administrator may do it, alone or with a second person; *why where refused. */
enum power_answer power_ask(const struct power_asked *, enum power_refusal *why);

#define POWER_WEEK	(7 * 24 * HOUR)

/* Whether this colleague may confirm what another proposed about an account. */
enum power_refusal power_confirm(unsigned roles, bool proposed_it, bool concerned);
/* A proposal waits for a week. */
bool power_lapsed(instant proposed_at, instant now);

/* ---- what auditors search ---- */

enum { AUDIT_DAYS_MOST = 366 };
/* NULL, or the field's error: a search has a first and a last day, in this order and not further apart than a year. */
const char *audit_span(struct day from_on, struct day until_on);

#endif
