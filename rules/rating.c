/* rating.c - see rating.h. */
#include "rules/rating.h"

static const char *const channel_names[] = { RATING_CHANNELS(NAMES_TEXT) };
static const char *const tag_names[] = { RATING_TAGS(NAMES_TEXT) };
static const char *const state_names[] = { CALLBACK_STATES(NAMES_TEXT) };
static const char *const act_names[] = { CALLBACK_ACTS(NAMES_TEXT) };
static const char *const refusal_names[] = { CALLBACK_REFUSALS(NAMES_TEXT) };

const struct callback_terms callback_terms_default = { 1, 3, 15 };

bool
rating_bad(int level)
{
	return level > RATING_PLAIN && level <= RATING_WORST;
}

bool
rating_tag_bad(enum rating_tag tag)
{
	return tag >= RATING_TAG_UNCLEAR;
}

/* ---- call-backs ---- */

bool
callback_closed(enum callback_state state)
{
	return state >= CALLBACK_MENDED;
}

static const struct {
	enum callback_state from;
	enum callback_act act;
	enum callback_state to;
} table[] = {
	{ CALLBACK_OPEN,	CALLBACK_ASSIGN,	CALLBACK_ASSIGNED },
	{ CALLBACK_ASSIGNED,	CALLBACK_ASSIGN,	CALLBACK_ASSIGNED },
	{ CALLBACK_ASSIGNED,	CALLBACK_CALL_TRUE,	CALLBACK_MENDING },
	{ CALLBACK_ASSIGNED,	CALLBACK_CALL_MISTAKEN,	CALLBACK_MISTAKEN },
	{ CALLBACK_ASSIGNED,	CALLBACK_APPEAL,	CALLBACK_APPEALED },
	{ CALLBACK_APPEALED,	CALLBACK_UPHOLD,	CALLBACK_FALSE },
	{ CALLBACK_APPEALED,	CALLBACK_REJECT,	CALLBACK_MENDING },
	{ CALLBACK_MENDING,	CALLBACK_ASSIGN,	CALLBACK_MENDING },
	{ CALLBACK_MENDING,	CALLBACK_MEND,		CALLBACK_MENDED },
};

static bool
judges(enum callback_act act)
{
	return act == CALLBACK_UPHOLD || act == CALLBACK_REJECT;
}

enum callback_refusal
callback_step(enum callback_state from, enum callback_act act, const struct callback_people *people,
    enum callback_state *to)
{
	*to = from;
	if (callback_closed(from))
		return CALLBACK_CLOSED;
	for (size_t i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
		if (table[i].from != from || table[i].act != act)
			continue;
		if (judges(act) && (people->me == people->called_by || people->me == people->assigned_to))
			return CALLBACK_ANOTHER;
		if (!judges(act) && act != CALLBACK_ASSIGN && !people->leads && people->me != people->assigned_to)
			return CALLBACK_NOT_YOURS;
		*to = table[i].to;
		return CALLBACK_MAY;
	}
	return CALLBACK_STATE;
}

struct callback_days
callback_days(const struct calendar *cal, struct day rated_on, const struct callback_terms *terms)
{
	int mend = terms->mend_days, call = terms->call_days < mend ? terms->call_days : mend;
	int assign = terms->assign_days < call ? terms->assign_days : call;

	return (struct callback_days){ calendar_add(cal, rated_on, assign), calendar_add(cal, rated_on, call),
	    calendar_add(cal, rated_on, mend) };
}

struct day
callback_due(enum callback_state state, const struct callback_days *days)
{
	if (callback_closed(state))
		return DAY_NONE;
	if (state == CALLBACK_OPEN)
		return days->assign_by_on;
	return state == CALLBACK_ASSIGNED ? days->call_by_on : days->mend_by_on;
}

/* ---- rating ---- */

int
rating_round(bool has_result, int first_level, bool settled, bool rated_again)
{
	if (!has_result)
		return 0;
	if (first_level == 0)
		return 1;
	return rating_bad(first_level) && settled && !rated_again ? 2 : 0;
}

bool
rating_figures_shown(long long count, long long least)
{
	return count > 0 && count >= least;
}

/* ---- names ---- */

const char *
rating_tag_name(enum rating_tag tag)
{
	return names_at(tag_names, RATING_TAG_COUNT, (int)tag);
}

const char *
rating_channel_name(enum rating_channel channel)
{
	return names_at(channel_names, RATING_CHANNEL_COUNT, (int)channel);
}

const char *
callback_state_name(enum callback_state state)
{
	return names_at(state_names, CALLBACK_STATE_COUNT, (int)state);
}

bool
callback_state_named(const char *name, enum callback_state *state)
{
	int found = names_find(state_names, CALLBACK_STATE_COUNT, name);

	if (found >= 0)
		*state = (enum callback_state)found;
	return found >= 0;
}

const char *
callback_act_name(enum callback_act act)
{
	return names_at(act_names, CALLBACK_ACT_COUNT, (int)act);
}

bool
callback_act_named(const char *name, enum callback_act *act)
{
	int found = names_find(act_names, CALLBACK_ACT_COUNT, name);

	if (found >= 0)
		*act = (enum callback_act)found;
	return found >= 0;
}

const char *
callback_refusal_name(enum callback_refusal refusal)
{
	return names_at(refusal_names, CALLBACK_REFUSAL_COUNT, (int)refusal);
}
