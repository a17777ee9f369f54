/* window.c - see window.h. */
#include "rules/window.h"

#include <string.h>

static const char *const way_names[] = { REGISTER_WAYS(NAMES_TEXT) };
static const char *const paper_names[] = { IDENTITY_PAPERS(NAMES_TEXT) };

enum register_way
register_way(enum event event)
{
	switch (event) {
	case EVENT_SUBMIT:
	case EVENT_RECEIVE:
	case EVENT_RESUBMIT:
	case EVENT_SUPPLY:
	case EVENT_KEEP_PROMISE:
		return REGISTER_IN;
	case EVENT_ASK_CORRECTION:
	case EVENT_ASK_SUPPLEMENT:
	case EVENT_REFUSE_ACCEPTANCE:
	case EVENT_ACCEPT:
	case EVENT_DEEM_ACCEPTED:
	case EVENT_SUSPEND:
	case EVENT_EXTEND:
	case EVENT_RETURN_PROMISE:
	case EVENT_TERMINATE:
	case EVENT_GRANT:
	case EVENT_DENY:
	case EVENT_SEND:
	case EVENT_DELIVER:
		return REGISTER_OUT;
	default:
		return REGISTER_NOT;
	}
}

const char *
register_way_name(enum register_way way)
{
	return names_at(way_names, REGISTER_WAY_COUNT, (int)way);
}

const char *
identity_paper_name(enum identity_paper paper)
{
	return names_at(paper_names, IDENTITY_PAPER_COUNT, (int)paper);
}

/* How many digits of a division two places share within a scope; 0: all places, -1: none but the owner. */
static int
scope_digits(const char *scope)
{
	static const struct {
		const char *scope;
		int digits;
	} rows[] = { { "county", 6 }, { "city", 4 }, { "province", 2 }, { "nation", 0 } };

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(rows[i].scope, scope) == 0)
			return rows[i].digits;
	return -1;
}

bool
scope_takes(const char *scope, const char *owner, const char *owner_area, const char *organ, const char *area)
{
	int digits = scope_digits(scope);

	if (organ[0] != '\0' && strcmp(owner, organ) == 0)
		return true;
	if (digits < 0 || organ[0] == '\0')
		return false;
	return strlen(owner_area) >= (size_t)digits && strncmp(owner_area, area, (size_t)digits) == 0;
}

bool
depth_wants_originals(const char *online_depth)
{
	return strcmp(online_depth, "precheck") == 0 || strcmp(online_depth, "originals") == 0;
}

bool
after_hours(const struct calendar *cal, const struct office_hours *hours, instant at)
{
	return at != INSTANT_NONE && deadline_opening(cal, hours, at) != at;
}
