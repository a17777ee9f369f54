/* lacking.c - see lacking.h. */
#include "rules/lacking.h"

static const char *const given_names[] = { GIVENS(NAMES_TEXT) };

bool
given_allows(const struct lacking_material *m, enum given given, bool barred)
{
	switch (given) {
	case GIVEN_FILES:
		return true;
	case GIVEN_PAPER:
		return m->paper;
	case GIVEN_NOT_NEEDED:
		return m->conditional;
	case GIVEN_PROMISE:
		return m->promise_allowed && !barred;
	case GIVEN_LACK:
		return m->may_lack && !barred;
	case GIVEN_LICENCE:
		return m->licence;
	default:
		return false;
	}
}

bool
material_settled(const struct lacking_material *m)
{
	return m->shared || m->given != GIVEN_NONE || !(m->required || m->conditional);
}

enum refusal
lacking_refused(const struct lacking_material *rows, size_t count, bool barred)
{
	enum refusal refused = REFUSED_NOT;

	for (size_t i = 0; i < count; i++) {
		const struct lacking_material *m = &rows[i];

		if (!m->shared && m->required && m->given == GIVEN_NONE)
			return REFUSED_MAIN_MISSING;
		if (m->given == GIVEN_LACK && !m->may_lack)
			return REFUSED_MAIN_MISSING;
		if (m->given == GIVEN_LACK && barred)
			refused = REFUSED_BARRED;
	}
	return refused;
}

size_t
lacking_count(const struct lacking_material *rows, size_t count)
{
	size_t n = 0;

	for (size_t i = 0; i < count; i++)
		n += rows[i].given == GIVEN_LACK;
	return n;
}

struct day
lacking_last_on(const struct calendar *cal, struct day accepted_on, int lacking_days, struct day promised_on)
{
	struct day last;

	if (lacking_days <= 0)
		return DAY_NONE;
	last = calendar_add(cal, accepted_on, lacking_days);
	return day_known(promised_on) && day_before(promised_on, last) ? promised_on : last;
}

bool
promise_lapsed(struct day promised_by_on, bool handed_in, bool kept, struct day today)
{
	return day_known(promised_by_on) && !handed_in && !kept && day_before(promised_by_on, today);
}

const char *
given_name(enum given given)
{
	return names_at(given_names, GIVEN_COUNT, (int)given);
}

bool
given_named(const char *name, enum given *given)
{
	int found = names_find(given_names, GIVEN_COUNT, name);

	if (found >= 0)
		*given = (enum given)found;
	return found >= 0;
}
