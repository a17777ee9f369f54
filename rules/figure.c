/* figure.c - see figure.h. */
#include "rules/figure.h"

#include <string.h>

static const char *const figure_names[] = { FIGURES(NAMES_TEXT) };
static const char *const end_names[] = { FIGURE_ENDS(NAMES_TEXT) };

const char *
figure_name(enum figure figure)
{
	return names_at(figure_names, FIGURE_COUNT, (int)figure);
}

bool
figure_named(const char *name, enum figure *figure)
{
	int i = names_find(figure_names, FIGURE_COUNT, name);

	if (i >= 0)
		*figure = (enum figure)i;
	return i >= 0;
}

const char *
figure_end_name(enum figure_end end)
{
	return names_at(end_names, FIGURE_END_COUNT, (int)end);
}

/* ---- a case ---- */

/* Working days after a day up to and with another, without those on which the case stood still. */
static int
days_between(const struct calendar *cal, const struct figure_case *c, struct day from, struct day to)
{
	int days = calendar_count(cal, from, to);

	for (size_t i = 0; i < c->pause_count; i++) {
		struct day first = day_add(c->pauses[i].from, -1);
		struct day last = day_known(c->pauses[i].to) ? day_add(c->pauses[i].to, -1) : to;

		if (day_before(first, from))
			first = from;
		if (day_before(to, last))
			last = to;
		if (day_before(first, last))
			days -= calendar_count(cal, first, last);
	}
	return days > 0 ? days : 0;
}

static void
end_find(const struct figure_case *c, struct figure_facts *f)
{
	f->ended_as = FIGURE_OPEN;
	f->ended_on = DAY_NONE;
	if (c->decided_at != INSTANT_NONE)
		f->ended_as = FIGURE_ENDED_DONE;
	else if (c->state == STATE_NOT_ACCEPTED)
		f->ended_as = FIGURE_ENDED_REFUSED;
	else if (c->state == STATE_WITHDRAWN)
		f->ended_as = FIGURE_ENDED_WITHDRAWN;
	else if (c->state == STATE_TERMINATED)
		f->ended_as = FIGURE_ENDED_TERMINATED;
	if (f->ended_as == FIGURE_ENDED_DONE)
		f->ended_on = day_of_instant(c->decided_at);
	else if (f->ended_as != FIGURE_OPEN)
		f->ended_on = day_of_instant(c->ended_at != INSTANT_NONE ? c->ended_at : c->submitted_at);
}

/* What the administration must keep next; none while it waits for the applicant or for a special procedure. */
static struct day
owed_on(const struct figure_case *c)
{
	switch (c->state) {
	case STATE_SUBMITTED:
	case STATE_RESUBMITTED:
		return c->due_on;
	case STATE_ACCEPTED:
	case STATE_REVIEWING:
		return day_known(c->promised_on) ? c->promised_on : c->statutory_on;
	default:
		return DAY_NONE;
	}
}

static void
judge(const struct calendar *cal, const struct figure_case *c, struct figure_facts *f)
{
	bool promised = day_known(c->promised_on);
	instant at = promised ? c->promised_at : c->statutory_at;

	f->due_on = promised ? c->promised_on : c->statutory_on;
	f->timed = day_known(f->due_on);
	f->late = f->timed && (at != INSTANT_NONE ? c->decided_at > at : day_before(f->due_on, f->ended_on));
	if (!day_known(f->accepted_on))
		return;
	f->taken_days = days_between(cal, c, f->accepted_on, f->ended_on);
	if (promised)
		f->promised_days = days_between(cal, c, f->accepted_on, c->promised_on);
}

bool
figure_facts_of(const struct calendar *cal, const struct figure_case *c, struct figure_facts *f)
{
	if (c->state == STATE_DRAFT || c->submitted_at == INSTANT_NONE)
		return false;
	*f = (struct figure_facts){ .received_on = day_of_instant(c->submitted_at),
	    .accepted_on = day_of_instant(c->accepted_at), .returned_on = c->returned_on, .taken_days = -1,
	    .promised_days = -1 };
	end_find(c, f);
	if (f->ended_as == FIGURE_ENDED_DONE)
		judge(cal, c, f);
	else
		f->due_on = f->ended_as == FIGURE_OPEN ? owed_on(c) : DAY_NONE;
	return true;
}

/* ---- months ---- */

struct day
figure_month(struct day d)
{
	struct civil c = day_civil(d);

	return day_make(c.year, c.month, 1);
}

struct day
figure_month_add(struct day month, int months)
{
	return day_add_months(figure_month(month), months);
}

char *
figure_month_print(struct day month, char text[static FIGURE_MONTH_TEXT])
{
	char day[DAY_TEXT];

	day_print(month, day);
	memcpy(text, day, FIGURE_MONTH_TEXT - 1);
	text[*day == '\0' ? 0 : FIGURE_MONTH_TEXT - 1] = '\0';
	return text;
}

struct day
figure_month_parse(const char *text)
{
	char day[DAY_TEXT];

	if (strlen(text) != FIGURE_MONTH_TEXT - 1)
		return DAY_NONE;
	memcpy(day, text, FIGURE_MONTH_TEXT - 1);
	memcpy(day + FIGURE_MONTH_TEXT - 1, "-01", 4);
	return day_parse(day);
}

/* ---- numbers ---- */

long long
figure_percentile(const struct figure_days *counts, size_t count, int percent)
{
	long long all = 0, rank, seen = 0;

	for (size_t i = 0; i < count; i++)
		all += counts[i].cases;
	if (all <= 0)
		return FIGURE_NONE;
	rank = (all * percent + 99) / 100;
	for (size_t i = 0; i < count; i++) {
		seen += counts[i].cases;
		if (seen >= rank)
			return counts[i].days;
	}
	return FIGURE_NONE;
}

long long
figure_share(long long part, long long whole)
{
	long long share;

	if (whole <= 0)
		return FIGURE_NONE;
	share = (part * 2000 + whole) / (whole * 2);
	if (share == 1000 && part < whole)
		return 999;
	if (share == 0 && part > 0)
		return 1;
	return share;
}

long long
figure_mean(long long sum, long long count)
{
	return count <= 0 ? FIGURE_NONE : (sum * 200 + count) / (count * 2);
}
