/* reach.c - see reach.h. */
#include "rules/reach.h"

#include "rules/code.h"

#include <stddef.h>
#include <string.h>

_Static_assert((int)REACH_PATTERN > (int)DIVISION_TEXT, "a whole code and a percent sign");

static const struct {
	enum role role;
	enum matter matter;
	enum reach reach;
} rows[] = {
	{ ROLE_APPLICANT,	MATTER_CASES,		REACH_OWN },
	{ ROLE_CLERK,		MATTER_CASES,		REACH_ORGAN },
	{ ROLE_REVIEWER,	MATTER_CASES,		REACH_ORGAN },
	{ ROLE_APPROVER,	MATTER_CASES,		REACH_ORGAN },
	{ ROLE_LEADER,		MATTER_CASES,		REACH_ORGAN },

	{ ROLE_CLERK,		MATTER_REGISTER,	REACH_ORGAN },
	{ ROLE_REVIEWER,	MATTER_REGISTER,	REACH_ORGAN },
	{ ROLE_APPROVER,	MATTER_REGISTER,	REACH_ORGAN },
	{ ROLE_SUPERVISOR,	MATTER_REGISTER,	REACH_ORGAN },

	{ ROLE_SUPERVISOR,	MATTER_SUPERVISION,	REACH_AREA },
	{ ROLE_LEADER,		MATTER_SUPERVISION,	REACH_AREA },

	{ ROLE_WEBMASTER,	MATTER_CATALOGUE,	REACH_AREA },
	{ ROLE_EDITOR,		MATTER_CATALOGUE,	REACH_AREA },

	{ ROLE_SYSTEM_ADMIN,	MATTER_PLACES,		REACH_AREA },
	{ ROLE_SECURITY_ADMIN,	MATTER_ACCOUNTS,	REACH_AREA },
	{ ROLE_AUDITOR,		MATTER_RECORD,		REACH_AREA },
};

static const char *const matter_names[] = { MATTERS(NAMES_TEXT) };
static const char *const reach_names[] = { REACHES(NAMES_TEXT) };

const char *
matter_name(enum matter matter)
{
	return names_at(matter_names, MATTER_COUNT, (int)matter);
}

const char *
reach_name(enum reach reach)
{
	return names_at(reach_names, REACH_COUNT, (int)reach);
}

enum reach
reach_of(unsigned roles, enum matter matter)
{
	enum reach widest = REACH_NOTHING;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].matter == matter && (roles & (unsigned)rows[i].role) != 0 && rows[i].reach > widest)
			widest = rows[i].reach;
	return widest;
}

static bool
same(const char *a, const char *b)
{
	return a != NULL && b != NULL && *a != '\0' && strcmp(a, b) == 0;
}

bool
reach_shows(unsigned roles, enum matter matter, const struct belongs *mine, const struct belongs *its)
{
	switch (reach_of(roles, matter)) {
	case REACH_OWN:
		return mine->account != 0 && mine->account == its->account;
	case REACH_ORGAN:
		return same(mine->organ, its->organ);
	case REACH_AREA:
		return division_within(its->area, mine->area);
	default:
		return false;
	}
}

void
reach_pattern(unsigned roles, enum matter matter, const char *own_area, char pattern[static REACH_PATTERN])
{
	pattern[0] = '\0';
	if (reach_of(roles, matter) == REACH_AREA && division_stem(own_area, pattern))
		strcat(pattern, "%");
}
