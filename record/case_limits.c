#include "record/case_limits.h"

#include "base/text.h"

struct day
limit_answer(const struct calendar *cal, struct day received_on)
{
	return deadline_after(cal, received_on, LIMIT_ANSWER_DAYS, 0);
}

struct day
limit_delivery(const struct calendar *cal, struct day decided_on)
{
	return deadline_after(cal, decided_on, LIMIT_DELIVERY_DAYS, 0);
}

int
limit_extension_most(bool joint)
{
	return joint ? LIMIT_EXTENSION_JOINT : LIMIT_EXTENSION_HEAD;
}

struct limit
limit_read(bool given, long long count, const char *unit)
{
	struct limit limit = { false, { 0, DEADLINE_WORKDAY } };

	if (given && count >= 0 && count <= DEADLINE_MOST && deadline_unit_named(unit, &limit.term.unit)) {
		limit.known = true;
		limit.term.count = (int)count;
	}
	return limit;
}

struct day
limit_due(const struct calendar *cal, struct limit limit, instant from)
{
	struct day made = day_of_instant(from);

	if (!limit.known)
		return DAY_NONE;
	if (limit.term.unit == DEADLINE_HOUR || limit.term.unit == DEADLINE_WORKHOUR)
		return day_of_instant(deadline_due_at(cal, &office_hours_default, limit.term, from, NULL, 0));
	return deadline_due(cal, limit.term, made, NULL, 0);
}

struct limit
limit_of_law(const char *item_kind, struct limit stated)
{
	if (!stated.known && text_is(item_kind, "01"))
		return (struct limit){ true, { LIMIT_DECISION_DAYS, DEADLINE_WORKDAY } };
	return stated;
}
