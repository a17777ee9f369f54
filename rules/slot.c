/* slot.c - see slot.h. */
#include "rules/slot.h"

static const char *const verdict_names[] = { SLOT_VERDICTS(NAMES_TEXT) };

const struct slot_limits slot_limits_default = { 30, 60, 1, 3, 90, 30 };

enum { LIMIT_MOST = 1000, MISSED_MOST = 100 };

/* A number up to a thousand with blanks before it; -1 for anything else. */
static int
limit_read(const char **at)
{
	int n = 0, digits = 0;

	while (**at == ' ')
		++*at;
	for (; **at >= '0' && **at <= '9' && digits < 5; ++*at, digits++)
		n = n * 10 + (**at - '0');
	return digits == 0 || digits == 5 || n > LIMIT_MOST ? -1 : n;
}

bool
slot_limits_read(const char *text, struct slot_limits *limits)
{
	int n[6];

	for (int i = 0; i < 6; i++)
		if ((n[i] = limit_read(&text)) < 0)
			return false;
	while (*text == ' ')
		text++;
	if (*text != '\0')
		return false;
	*limits = (struct slot_limits){ n[0], n[1], n[2], n[3], n[4], n[5] };
	return true;
}

int
slot_weekday(const struct calendar *cal, struct day d)
{
	switch (calendar_why(cal, d)) {
	case CALENDAR_MAKEUP:
		return 1;
	case CALENDAR_HOLIDAY:
		return 0;
	default:
		return day_weekday(d);
	}
}

bool
slot_plan_holds(const struct slot_plan *p, const struct calendar *cal, struct day d, bool closed)
{
	if (closed || !day_known(d))
		return false;
	if (p->weekday == 0)
		return day_known(p->on) && day_same(p->on, d);
	if ((day_known(p->from_on) && day_before(d, p->from_on)) || (day_known(p->until_on) && day_before(p->until_on, d)))
		return false;
	if (slot_weekday(cal, d) == 0)
		return p->holidays && day_weekday(d) == p->weekday;
	return slot_weekday(cal, d) == p->weekday;
}

int
slot_count(const struct slot_plan *p)
{
	int n;

	if (p->each <= 0 || p->from < 0 || p->to > MINUTES_OF_DAY || p->to <= p->from)
		return 0;
	n = (p->to - p->from) / p->each;
	return n > SLOTS_OF_DAY_MOST ? SLOTS_OF_DAY_MOST : n;
}

int
slot_from(const struct slot_plan *p, int i)
{
	return p->from + i * p->each;
}

instant
slot_until(const struct calendar *cal, const struct slot_limits *limits, bool visit, struct day d, int from)
{
	if (!day_known(d) || from < 0 || from >= MINUTES_OF_DAY)
		return INSTANT_NONE;
	/* Whoever goes out must know of it before the day's work is given out: the close of a working day before. */
	if (visit)
		return instant_make(calendar_add(cal, d, -limits->visit_lead_days), 23, 59, 59, 999999);
	return instant_add(instant_make(d, from / 60, from % 60, 0, 0), -(limits->lead_minutes * MINUTE));
}

static bool
begins_at(const struct slot_plan *p, int from)
{
	return slot_count(p) > 0 && from >= p->from && (from - p->from) % p->each == 0 &&
	    (from - p->from) / p->each < slot_count(p);
}

enum slot_verdict
slot_judge(const struct slot_plan *p, const struct calendar *cal, const struct slot_limits *limits, struct day d, int from,
    bool closed, int taken, instant now)
{
	if (!slot_plan_holds(p, cal, d, closed) || !begins_at(p, from))
		return SLOT_NONE;
	if (now > slot_until(cal, limits, p->visit, d, from))
		return SLOT_PAST;
	if (day_between(day_of_instant(now), d) > limits->ahead_days)
		return SLOT_FAR;
	return taken >= p->capacity ? SLOT_FULL : SLOT_FINE;
}

/* How many of these days lie within so many days up to and with the last. */
static int
missed_up_to(const struct slot_limits *limits, const struct day *missed, size_t count, struct day last)
{
	int n = 0;

	for (size_t i = 0; i < count; i++) {
		int before = day_between(missed[i], last);

		n += before >= 0 && before < limits->within_days;
	}
	return n;
}

struct day
slot_barred_until(const struct slot_limits *limits, const struct day *missed, size_t count, struct day today)
{
	struct day until = DAY_NONE;

	if (limits->missed <= 0)
		return DAY_NONE;
	if (count > MISSED_MOST)
		count = MISSED_MOST;
	for (size_t i = 0; i < count; i++) {
		struct day free_on = day_add(missed[i], limits->barred_days);

		if (missed_up_to(limits, missed, count, missed[i]) >= limits->missed && day_before(today, free_on) &&
		    (!day_known(until) || day_before(until, free_on)))
			until = free_on;
	}
	return until;
}

const char *
slot_verdict_name(enum slot_verdict verdict)
{
	return names_at(verdict_names, SLOT_VERDICT_COUNT, (int)verdict);
}
