/*
 * deadline.c - see deadline.h.
 *
 * One walk finds the due day and writes down its working, so that what a page
 * explains can never differ from what the case is held to.
 */
#include "rules/deadline.h"

enum {
	SPAN_MOST = 73050,		/* days a walk may take: two hundred years */
	MINUTES_A_DAY = 24 * 60
};

static const char *const unit_names[] = { DEADLINE_UNITS(NAMES_TEXT) };
static const char *const colour_names[] = { DEADLINE_COLOURS(NAMES_TEXT) };
static const char *const why_names[] = { DEADLINE_WHYS(NAMES_TEXT) };
static const char *const article_names[] = { DEADLINE_ARTICLES(NAMES_TEXT) };

const struct deadline_near deadline_near_default = { 20, 1 };
const struct office_hours office_hours_default = { 9 * 60, 12 * 60, 13 * 60 + 30, 17 * 60 + 30 };

/* A walk over days: what it asks of each, and where it writes its working. */
struct walk {
	const struct calendar *cal;
	const struct deadline_pause *pauses;
	size_t pause_count;
	struct deadline_row *rows;	/* may be NULL with room 0 */
	size_t room, count;
	bool silent;			/* counted days are not written (months, years) */
	int minutes;			/* of a term in hours: counted so far */
};

/* The place of the pause that holds this day, -1 for none. */
static int
pause_of(const struct walk *w, struct day d)
{
	for (size_t i = 0; i < w->pause_count; i++) {
		const struct deadline_pause *p = &w->pauses[i];

		if (day_known(p->from) && !day_before(d, p->from) &&
		    (!day_known(p->to) || day_before(d, p->to)))
			return (int)i;
	}
	return -1;
}

static bool
paused(const struct walk *w, struct day d)
{
	return pause_of(w, d) >= 0;
}

/* From the last open pause on, nothing moves any more. */
static bool
stands_still(const struct walk *w, struct day d)
{
	for (size_t i = 0; i < w->pause_count; i++)
		if (day_known(w->pauses[i].from) && !day_known(w->pauses[i].to) &&
		    !day_before(d, w->pauses[i].from))
			return true;
	return false;
}

static void
write_row(struct walk *w, struct day on, int ordinal, enum deadline_why why,
    enum deadline_article article)
{
	if (w->count < w->room)
		w->rows[w->count] = (struct deadline_row){ .on = on, .ordinal = ordinal, .why = why,
		    .article = article, .provisional = calendar_provisional(w->cal, on),
		    .pause = why == DEADLINE_PAUSED ? pause_of(w, on) : -1, .minutes_so_far = w->minutes };
	w->count++;
}

static enum deadline_why
why_of(enum calendar_reason reason)
{
	switch (reason) {
	case CALENDAR_MAKEUP:
		return DEADLINE_MAKEUP;
	case CALENDAR_WEEKEND:
		return DEADLINE_WEEKEND;
	case CALENDAR_HOLIDAY:
		return DEADLINE_HOLIDAY;
	default:
		return DEADLINE_COUNTED;
	}
}

/* A day of a term in hours, of which so much counted. */
static void
write_hours(struct walk *w, struct day on, int64_t counted)
{
	w->minutes += (int)(counted / MINUTE);
	write_row(w, on, 0, calendar_why(w->cal, on) == CALENDAR_MAKEUP ? DEADLINE_MAKEUP : DEADLINE_COUNTED,
	    ARTICLE_CIVIL_201);
	if (w->count <= w->room)
		w->rows[w->count - 1].minutes = (int)(counted / MINUTE);
}

/* The n-th working day after d that is not paused, counted by this article. */
static struct day
walk_working(struct walk *w, struct day d, int n, enum deadline_article article)
{
	for (int ordinal = 0, steps = 0; ordinal < n; steps++) {
		d = day_add(d, 1);
		if (!day_known(d) || steps > SPAN_MOST || stands_still(w, d))
			return DAY_NONE;
		if (paused(w, d))
			write_row(w, d, 0, DEADLINE_PAUSED, ARTICLE_LICENSING_45);
		else
			write_row(w, d, calendar_works(w->cal, d) ? ++ordinal : 0,
			    why_of(calendar_why(w->cal, d)), article);
	}
	return d;
}

/* The n-th day after d that is not paused; its row says it is the matching day, if silent. */
static struct day
walk_natural(struct walk *w, struct day d, int n)
{
	for (int ordinal = 0, steps = 0; ordinal < n; steps++) {
		d = day_add(d, 1);
		if (!day_known(d) || steps > SPAN_MOST || stands_still(w, d))
			return DAY_NONE;
		if (paused(w, d))
			write_row(w, d, 0, DEADLINE_PAUSED, ARTICLE_LICENSING_45);
		else if (++ordinal, !w->silent)
			write_row(w, d, ordinal, DEADLINE_COUNTED, ARTICLE_CIVIL_201);
		else if (ordinal == n)
			write_row(w, d, 0, DEADLINE_MATCHING, ARTICLE_CIVIL_202);
	}
	return d;
}

/* A term that ends on a rest day ends on the next working day (Civil Code 203). */
static struct day
walk_to_working(struct walk *w, struct day d)
{
	for (int steps = 0; paused(w, d) || !calendar_works(w->cal, d); steps++) {
		d = day_add(d, 1);
		if (!day_known(d) || steps > SPAN_MOST || stands_still(w, d))
			return DAY_NONE;
		if (paused(w, d))
			write_row(w, d, 0, DEADLINE_PAUSED, ARTICLE_LICENSING_45);
		else
			write_row(w, d, 0, calendar_works(w->cal, d) ? DEADLINE_MOVED
			    : why_of(calendar_why(w->cal, d)), ARTICLE_CIVIL_203);
	}
	return d;
}

static struct day
walk_term(struct walk *w, struct deadline_term term, struct day made)
{
	int months = term.unit == DEADLINE_YEAR ? term.count * 12 : term.count;

	if (!day_known(made) || term.count < 0 || term.count > DEADLINE_MOST)
		return DAY_NONE;
	write_row(w, made, 0, DEADLINE_START, ARTICLE_CIVIL_201);
	if (term.count == 0)
		return walk_to_working(w, made);
	switch (term.unit) {
	case DEADLINE_WORKDAY:
		return walk_working(w, made, term.count, ARTICLE_LICENSING_82);
	case DEADLINE_DAY:
		return walk_to_working(w, walk_natural(w, made, term.count));
	case DEADLINE_MONTH:
	case DEADLINE_YEAR:
		w->silent = true;
		return walk_to_working(w, walk_natural(w, made,
		    day_between(made, day_add_months(made, months))));
	default:
		return DAY_NONE;
	}
}

struct day
deadline_after(const struct calendar *cal, struct day made, int working_days, int suspended_days)
{
	struct deadline_term term = { working_days, DEADLINE_WORKDAY };

	return calendar_add(cal, deadline_due(cal, term, made, NULL, 0),
	    suspended_days > 0 ? suspended_days : 0);
}

struct day
deadline_due(const struct calendar *cal, struct deadline_term term, struct day made,
    const struct deadline_pause *pauses, size_t pause_count)
{
	struct walk w = { .cal = cal, .pauses = pauses, .pause_count = pause_count };

	return walk_term(&w, term, made);
}

static instant
minute_of_day(struct day d, int minute)
{
	return instant_make(d, minute / 60, minute % 60, 0, 0);
}

static bool
hours_sound(const struct office_hours *h)
{
	return 0 <= h->opens && h->opens <= h->noon_from && h->noon_from <= h->noon_to &&
	    h->noon_to <= h->closes && h->opens < h->closes && h->closes < MINUTES_A_DAY;
}

/* The instant itself if somebody is there, else the next opening; NONE if paused for good. */
static instant
open_from(const struct walk *w, const struct office_hours *h, instant at)
{
	struct day d = day_of_instant(at);

	for (int steps = 0; day_known(d) && steps < SPAN_MOST && !stands_still(w, d);
	    steps++, d = day_add(d, 1), at = minute_of_day(d, 0)) {
		if (!calendar_works(w->cal, d) || paused(w, d))
			continue;
		if (at < minute_of_day(d, h->opens))
			return minute_of_day(d, h->opens);
		if (at < minute_of_day(d, h->noon_from))
			return at;
		if (at < minute_of_day(d, h->noon_to))
			return minute_of_day(d, h->noon_to);
		if (at < minute_of_day(d, h->closes))
			return at;
	}
	return INSTANT_NONE;
}

instant
deadline_opening(const struct calendar *cal, const struct office_hours *hours, instant at)
{
	struct walk w = { .cal = cal };

	return hours_sound(hours) ? open_from(&w, hours, at) : INSTANT_NONE;
}

/* A day of a term in hours on which nothing counts: paused, a rest day, or the office is shut. */
static void
write_idle(struct walk *w, struct day on, enum deadline_article article)
{
	if (paused(w, on))
		write_row(w, on, 0, DEADLINE_PAUSED, ARTICLE_LICENSING_45);
	else
		write_row(w, on, 0, calendar_works(w->cal, on) ? DEADLINE_MOVED : why_of(calendar_why(w->cal, on)),
		    article);
}

/* The close of business of the next working day, if this is none (Civil Code 203). */
static instant
walk_time_to_working(struct walk *w, const struct office_hours *h, instant at)
{
	struct day d = day_of_instant(at);
	bool moved = false;

	for (int steps = 0; paused(w, d) || !calendar_works(w->cal, d); steps++) {
		d = day_add(d, 1);
		if (!day_known(d) || steps > SPAN_MOST || stands_still(w, d))
			return INSTANT_NONE;
		write_idle(w, d, ARTICLE_CIVIL_203);
		moved = true;
	}
	return moved ? minute_of_day(d, h->closes) : at;
}

/* Hours by the clock; paused days take none of them. */
static instant
walk_clock_hours(struct walk *w, const struct office_hours *h, instant at, int64_t left)
{
	struct day d = day_of_instant(at);

	for (int steps = 0; steps < SPAN_MOST; steps++) {
		instant midnight = minute_of_day(day_add(d, 1), 0);
		int64_t rest = midnight - at;

		if (midnight == INSTANT_NONE || stands_still(w, d))
			return INSTANT_NONE;
		if (paused(w, d)) {
			write_idle(w, d, ARTICLE_LICENSING_45);
		} else if (left <= rest) {
			write_hours(w, d, left);
			/* Midnight is the end of this day, not the beginning of the next. */
			return walk_time_to_working(w, h, left < rest ? at + left : midnight - 1);
		} else {
			write_hours(w, d, rest);
			left -= rest;
		}
		at = midnight;
		d = day_add(d, 1);
	}
	return INSTANT_NONE;
}

/* The end of so much time within the opening of one day; INSTANT_NONE, and less left, if the day is too short. */
static instant
within_opening(const struct office_hours *h, struct day d, instant at, int64_t *left)
{
	const int spans[2][2] = { { h->opens, h->noon_from }, { h->noon_to, h->closes } };

	for (size_t i = 0; i < 2; i++) {
		instant from = minute_of_day(d, spans[i][0]), to = minute_of_day(d, spans[i][1]);

		if (from < at)
			from = at;
		if (from >= to)
			continue;
		if (*left <= to - from)
			return from + *left;
		*left -= to - from;
	}
	return INSTANT_NONE;
}

/* Hours in which the office is open. */
static instant
walk_open_hours(struct walk *w, const struct office_hours *h, instant at, int64_t left)
{
	struct day d = day_of_instant(at);

	for (int steps = 0; steps < SPAN_MOST && day_known(d) && !stands_still(w, d); steps++) {
		int64_t before = left;
		instant end;

		if (paused(w, d) || !calendar_works(w->cal, d)) {
			write_idle(w, d, ARTICLE_CIVIL_201);
		} else {
			end = within_opening(h, d, at, &left);
			write_hours(w, d, end == INSTANT_NONE ? before - left : before);
			if (end != INSTANT_NONE)
				return end;
		}
		d = day_add(d, 1);
		at = minute_of_day(d, 0);
	}
	return INSTANT_NONE;
}

/* A term in hours made while the office is shut begins at the next opening; the days until then are written. */
static instant
walk_hours(struct walk *w, const struct office_hours *hours, struct deadline_term term, instant made)
{
	instant begins = hours_sound(hours) ? open_from(w, hours, made) : INSTANT_NONE;
	struct day d = day_of_instant(made);

	if (begins == INSTANT_NONE || term.count < 0 || term.count > DEADLINE_MOST)
		return INSTANT_NONE;
	if (day_before(d, day_of_instant(begins)))
		write_row(w, d, 0, DEADLINE_START, ARTICLE_CIVIL_201);
	for (d = day_add(d, 1); day_before(d, day_of_instant(begins)); d = day_add(d, 1))
		write_idle(w, d, ARTICLE_CIVIL_201);
	return term.unit == DEADLINE_HOUR ? walk_clock_hours(w, hours, begins, term.count * HOUR)
	    : walk_open_hours(w, hours, begins, term.count * HOUR);
}

static bool
in_hours(struct deadline_term term)
{
	return term.unit == DEADLINE_HOUR || term.unit == DEADLINE_WORKHOUR;
}

static struct deadline
walk_basis(struct walk *w, const struct deadline_basis *b)
{
	struct deadline due = { DAY_NONE, INSTANT_NONE };
	int64_t time = 0;

	if (in_hours(b->term)) {
		due.at = walk_hours(w, b->hours ? b->hours : &office_hours_default, b->term, b->made);
		due.on = day_of_instant(due.at);
		time = due.at == INSTANT_NONE ? 0 : due.at - minute_of_day(due.on, 0);
	} else {
		due.on = walk_term(w, b->term, day_of_instant(b->made));
	}
	if (b->extended > 0 && day_known(due.on)) {
		due.on = b->extended > DEADLINE_MOST ? DAY_NONE
		    : walk_working(w, due.on, b->extended, ARTICLE_LICENSING_42);
		if (due.at != INSTANT_NONE)
			due.at = day_known(due.on) ? minute_of_day(due.on, 0) + time : INSTANT_NONE;
	}
	return due;
}

struct deadline
deadline_of(const struct deadline_basis *b)
{
	struct walk w = { .cal = b->cal, .pauses = b->pauses, .pause_count = b->pause_count };

	return walk_basis(&w, b);
}

size_t
deadline_explain(const struct deadline_basis *b, struct deadline_row *rows, size_t room)
{
	struct walk w = { .cal = b->cal, .pauses = b->pauses, .pause_count = b->pause_count, .rows = rows,
	    .room = room };

	return day_known(walk_basis(&w, b).on) ? w.count : 0;
}

instant
deadline_due_at(const struct calendar *cal, const struct office_hours *hours,
    struct deadline_term term, instant made, const struct deadline_pause *pauses,
    size_t pause_count)
{
	struct walk w = { .cal = cal, .pauses = pauses, .pause_count = pause_count };
	struct day due;

	if (!hours_sound(hours))
		return INSTANT_NONE;
	if (in_hours(term))
		return walk_hours(&w, hours, term, made);
	due = walk_term(&w, term, day_of_instant(made));
	return day_known(due) ? minute_of_day(due, hours->closes) : INSTANT_NONE;
}

struct deadline_state
deadline_judge(const struct calendar *cal, struct day made_on, struct day due_on,
    struct day finished_on, struct day today, struct deadline_near near)
{
	struct deadline_state s = { .colour = DEADLINE_NORMAL };
	struct day as_of;
	int near_days;

	s.finished = day_known(finished_on);
	if (!day_known(due_on))
		return s;
	as_of = s.finished ? finished_on : today;
	if (!day_known(as_of))
		return s;
	s.provisional = !s.finished && calendar_provisional(cal, due_on);
	if (day_before(due_on, as_of)) {
		s.colour = DEADLINE_OVER;
		s.over_days = calendar_count(cal, due_on, as_of);
		if (s.over_days < 1)
			s.over_days = 1;
		return s;
	}
	s.left_days = calendar_count(cal, as_of, due_on);
	near_days = (int)((int64_t)calendar_count(cal, made_on, due_on) * near.percent / 100);
	if (near_days < near.days)
		near_days = near.days;
	if (!s.finished && s.left_days <= near_days)
		s.colour = DEADLINE_NEAR;
	return s;
}

struct deadline_state
deadline_judge_at(const struct calendar *cal, struct day made_on, struct deadline due, instant finished_at,
    instant now, struct deadline_near near)
{
	struct day finished_on = day_of_instant(finished_at);
	struct deadline_state s = deadline_judge(cal, made_on, due.on, finished_on, day_of_instant(now), near);
	instant as_of = s.finished ? finished_at : now;

	if (due.at != INSTANT_NONE && as_of != INSTANT_NONE && due.at < as_of)
		s.colour = DEADLINE_OVER;
	return s;
}

struct deadline_term
deadline_third(struct deadline_term promised)
{
	if (promised.count > 0)
		promised.count = promised.count < 3 ? 1 : promised.count / 3;
	return promised;
}

const char *
deadline_unit_name(enum deadline_unit unit)
{
	return names_at(unit_names, DEADLINE_UNIT_COUNT, (int)unit);
}

bool
deadline_unit_named(const char *name, enum deadline_unit *unit)
{
	int found = names_find(unit_names, DEADLINE_UNIT_COUNT, name);

	if (found >= 0)
		*unit = (enum deadline_unit)found;
	return found >= 0;
}

const char *
deadline_colour_name(enum deadline_colour colour)
{
	return names_at(colour_names, DEADLINE_COLOUR_COUNT, (int)colour);
}

const char *
deadline_why_name(enum deadline_why why)
{
	return names_at(why_names, DEADLINE_WHY_COUNT, (int)why);
}

const char *
deadline_article_name(enum deadline_article article)
{
	return names_at(article_names, DEADLINE_ARTICLE_COUNT, (int)article);
}
