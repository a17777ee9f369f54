/* calendar.c - see calendar.h. */
#include "rules/calendar.h"

enum {
	SATURDAY = 6,
	CALENDAR_MOST = 10000		/* working days that calendar_add will walk */
};

static const char *const kind_names[] = { CALENDAR_KINDS(NAMES_TEXT) };
static const char *const reason_names[] = { CALENDAR_REASONS(NAMES_TEXT) };

/* The first row whose day is not before d. */
static size_t
row_from(const struct calendar *cal, struct day d)
{
	size_t low = 0, high = cal->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (day_before(cal->rows[middle].on, d))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static bool
in_force(const struct calendar *cal, const struct calendar_exception *row)
{
	return row->since <= cal->version && (row->until == 0 || cal->version < row->until);
}

static bool
weekend(struct day d)
{
	return day_weekday(d) >= SATURDAY;
}

enum calendar_reason
calendar_why(const struct calendar *cal, struct day d)
{
	for (size_t i = row_from(cal, d); i < cal->count && day_same(cal->rows[i].on, d); i++) {
		if (!in_force(cal, &cal->rows[i]))
			continue;
		if (cal->rows[i].kind == CALENDAR_OFF)
			return CALENDAR_HOLIDAY;
		return weekend(d) ? CALENDAR_MAKEUP : CALENDAR_WEEKDAY;
	}
	return weekend(d) ? CALENDAR_WEEKEND : CALENDAR_WEEKDAY;
}

bool
calendar_works(const struct calendar *cal, struct day d)
{
	enum calendar_reason why = calendar_why(cal, d);

	return day_known(d) && (why == CALENDAR_WEEKDAY || why == CALENDAR_MAKEUP);
}

bool
calendar_provisional(const struct calendar *cal, struct day d)
{
	return day_known(d) && (day_before(d, cal->first) || day_before(cal->last, d));
}

struct day
calendar_next_working(const struct calendar *cal, struct day d)
{
	return calendar_add(cal, d, 1);
}

struct day
calendar_roll(const struct calendar *cal, struct day d)
{
	return calendar_works(cal, d) ? d : calendar_add(cal, d, 1);
}

struct day
calendar_add(const struct calendar *cal, struct day d, int n)
{
	const int step = n < 0 ? -1 : 1;

	if (n > CALENDAR_MOST || n < -CALENDAR_MOST)
		return DAY_NONE;
	while (n != 0 && day_known(d)) {
		d = day_add(d, step);
		if (calendar_works(cal, d))
			n -= step;
	}
	return d;
}

/* Mondays to Fridays from Monday 1969-12-29 up to and with d. */
static int
weekdays_to(struct day d)
{
	int days = d.number + 4;
	int weeks = days / 7 - (days % 7 < 0);
	int rest = days - weeks * 7;

	return weeks * 5 + (rest < 5 ? rest : 5);
}

int
calendar_count(const struct calendar *cal, struct day from, struct day to)
{
	int count;

	if (!day_known(from) || !day_known(to))
		return 0;
	if (day_before(to, from))
		return -calendar_count(cal, to, from);
	count = weekdays_to(to) - weekdays_to(from);
	for (size_t i = row_from(cal, day_add(from, 1));
	    i < cal->count && !day_before(to, cal->rows[i].on); i++) {
		if (!in_force(cal, &cal->rows[i]))
			continue;
		if (cal->rows[i].kind == CALENDAR_OFF)
			count -= !weekend(cal->rows[i].on);
		else
			count += weekend(cal->rows[i].on);
	}
	return count;
}

bool
calendar_shifts(const struct calendar *was, const struct calendar *is, struct day first, struct day due)
{
	struct day before = day_add(first, -1);

	return calendar_count(was, before, due) != calendar_count(is, before, due) ||
	    (calendar_works(was, due) && !calendar_works(is, due));
}

const char *
calendar_kind_name(enum calendar_kind kind)
{
	return names_at(kind_names, CALENDAR_KIND_COUNT, (int)kind);
}

const char *
calendar_reason_name(enum calendar_reason reason)
{
	return names_at(reason_names, CALENDAR_REASON_COUNT, (int)reason);
}
