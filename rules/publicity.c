/* publicity.c - see publicity.h. */
#include "rules/publicity.h"

#include <string.h>

static const char *const ground_names[] = { PUBLICITY_GROUNDS(NAMES_TEXT) };
static const char *const state_names[] = { PUBLICITY_STATES(NAMES_TEXT) };
static const char *const act_names[] = { PUBLICITY_ACTS(NAMES_TEXT) };

const char *
ground_name(enum publicity_ground ground)
{
	return names_at(ground_names, GROUND_COUNT, (int)ground);
}

bool
ground_named(const char *name, enum publicity_ground *ground)
{
	int found = names_find(ground_names, GROUND_COUNT, name);

	if (found >= 0)
		*ground = (enum publicity_ground)found;
	return found >= 0;
}

const char *
result_state_name(enum result_state state)
{
	return names_at(state_names, RESULT_STATE_COUNT, (int)state);
}

bool
result_state_named(const char *name, enum result_state *state)
{
	int found = names_find(state_names, RESULT_STATE_COUNT, name);

	if (found >= 0)
		*state = (enum result_state)found;
	return found >= 0;
}

bool
result_shown(enum result_state state)
{
	return state == RESULT_VALID || state == RESULT_REVOKED;
}

const char *
publicity_act_name(enum publicity_act act)
{
	return names_at(act_names, PUBLICITY_ACT_COUNT, (int)act);
}

bool
publicity_act_named(const char *name, enum publicity_act *act)
{
	int found = names_find(act_names, PUBLICITY_ACT_COUNT, name);

	if (found >= 0)
		*act = (enum publicity_act)found;
	return found >= 0;
}

/* What no row allows is not done. */
static const struct {
	enum result_state from;
	enum publicity_act act;
	enum result_state to;
} rows[] = {
	{ RESULT_WAITING,   PUBLICITY_PUBLISH,  RESULT_VALID },
	{ RESULT_WAITING,   PUBLICITY_WITHHOLD, RESULT_WITHHELD },
	{ RESULT_WAITING,   PUBLICITY_REVOKE,   RESULT_REVOKED },	/* shown at once: it was granted, and holds no longer */
	{ RESULT_WITHHELD,  PUBLICITY_RELEASE,  RESULT_WAITING },
	{ RESULT_VALID,     PUBLICITY_CORRECT,  RESULT_VALID },
	{ RESULT_VALID,     PUBLICITY_WITHDRAW, RESULT_WITHDRAWN },
	{ RESULT_VALID,     PUBLICITY_REVOKE,   RESULT_REVOKED },
	{ RESULT_REVOKED,   PUBLICITY_CORRECT,  RESULT_REVOKED },
	{ RESULT_REVOKED,   PUBLICITY_WITHDRAW, RESULT_WITHDRAWN },
	{ RESULT_WITHDRAWN, PUBLICITY_RELEASE,  RESULT_WAITING },
};

bool
publicity_after(enum result_state from, enum publicity_act act, enum result_state *to)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (rows[i].from == from && rows[i].act == act) {
			*to = rows[i].to;
			return true;
		}
	return false;
}

bool
publicity_by_law(const char *item_kind)
{
	return strcmp(item_kind, "01") == 0 || strcmp(item_kind, "02") == 0;
}

struct day
publicity_due_on(const struct calendar *cal, struct day decided_on, int limit_days)
{
	return day_known(decided_on) && limit_days > 0 ? calendar_add(cal, decided_on, limit_days) : decided_on;
}

struct day
publicity_on(const struct calendar *cal, struct day decided_on, int after_days, int limit_days)
{
	return publicity_due_on(cal, decided_on, after_days < limit_days ? after_days : limit_days);
}
