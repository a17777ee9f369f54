/*
 * watch.c - what the rules of supervision find in what was done since the last time (rules/watch.h).
 *
 * New events are read in the order of the record's chain, a window at a time, and what was judged is noted; a window that
 * was cut off is judged again, and its cards are there already.  The clocks of cases are cards.c's.
 */
#include "clock/card_give.h"

#include "base/text.h"
#include "generated/queries/clock.h"
#include "generated/queries/watch_clock.h"
#include "rules/window.h"

#include <stdio.h>

enum { WINDOW = 5000, REASON_LEAST = 12, MOMENTS_MINUTES = 10, SHARE_PERCENT = 30, SHARE_LEAST = 10, SHARE_MONTHS = 3 };

/* ---- settings, of the duty in hand ---- */

static int reason_least, moments_minutes, share_percent, share_least;

static int
number_set(struct clock *c, const char *name, int otherwise, int most)
{
	return (int)clock_number(c, name, 1, most, otherwise);
}

static void
settings_load(struct clock *c)
{
	reason_least = number_set(c, "watch.reason_least", REASON_LEAST, 200);
	moments_minutes = number_set(c, "watch.moments", MOMENTS_MINUTES, 1440);
	share_percent = SHARE_PERCENT;
	share_least = SHARE_LEAST;
	watch_share_read(clock_setting(c, "watch.corrections", ""), &share_percent, &share_least);
}

/* ---- one finding ---- */

static const char *
counted(struct clock *c, long long number)
{
	return record_number(c->act_arena, (uint64_t)number);
}

/* What an event of a case shows: its card falls on the event's day. */
static bool
found(struct clock *c, const struct query *row, enum watch_rule rule, enum watch_why why, const char *evidence)
{
	struct day on = day_of_instant(query_get_instant(row, "at"));
	struct card card = { .rule = rule, .colour = watch_colour_of(why), .case_id = (uint64_t)query_get_number(row, "case_id"),
	    .task = query_get_number(row, "task"), .organ = query_get(row, "organ_code"),
	    .account = (uint64_t)query_get_number(row, "account_id"), .made_on = on, .due_on = on, .on = on };

	if (why == WHY_FINE)
		return false;
	card.evidence = record_detail_join(c->act_arena, record_detail(c->act_arena, "why", watch_why_name(why), NULL), evidence);
	if (!card_give(c, &card))
		return false;
	card_tell(c, &card);
	return true;
}

static bool
refusal(struct clock *c, const struct query *row)
{
	const char *reason = query_get(row, "reason");

	return found(c, row, WATCH_NO_REASON, watch_reason(reason, reason_least), record_detail(c->act_arena,
	    "event", query_get(row, "event"), "reason", reason, "letters", counted(c, (long long)watch_reason_letters(reason)),
	    "least", counted(c, reason_least), NULL));
}

/* ---- lists of what is missing ---- */

struct listed {
	int visible;
	const char *visible_names, *terms, *shared, *wanted;
};

static const char *
joined(struct clock *c, const char *before, const char *more)
{
	return *before ? arena_format(c->act_arena, "%s、%s", before, more) : arena_text(c->act_arena, more);
}

static void
line_judge(struct clock *c, const struct query *line, const char *guide, struct listed *l)
{
	char term[WATCH_TERM];
	const char *wanted = query_get(line, "wanted");

	if (query_get_number(line, "visible_before")) {
		l->visible++;
		l->visible_names = joined(c, l->visible_names, *query_get(line, "name") ? query_get(line, "name") :
		    query_get(line, "defect"));
	}
	switch (watch_extra(wanted, guide, query_get_number(line, "shared") != 0, term)) {
	case WHY_SHARED:
		l->shared = joined(c, l->shared, query_get(line, "name"));
		break;
	case WHY_UNLISTED:
		l->terms = joined(c, l->terms, term);
		l->wanted = *l->wanted ? l->wanted : arena_text(c->act_arena, wanted);
		break;
	default:
		break;
	}
}

static bool
list(struct clock *c, const struct query *row)
{
	struct listed l = { 0, "", "", "", "" };
	struct query *q = clock_query(c, Q_WATCH_GUIDE);
	const char *guide;
	bool extra, second;

	query_number(q, "item_version", query_get_number(row, "item_version_id"));
	guide = query_next(q) ? query_get(q, "guide") : "";
	q = clock_query(c, Q_WATCH_LINES);
	query_number(q, "case_id", query_get_number(row, "case_id"));
	query_number(q, "item_version", query_get_number(row, "item_version_id"));
	query_number(q, "round", query_get_number(row, "round"));
	while (query_next(q))
		line_judge(c, q, guide, &l);
	extra = found(c, row, WATCH_EXTRA, *l.shared ? WHY_SHARED : *l.terms ? WHY_UNLISTED : WHY_FINE,
	    record_detail(c->act_arena, "list", query_get(row, "round"), "names", *l.shared ? l.shared : l.terms, "wanted",
	    l.wanted, NULL));
	second = found(c, row, WATCH_SECOND, watch_second(l.visible), record_detail(c->act_arena, "list",
	    query_get(row, "round"), "count", counted(c, l.visible), "names", l.visible_names, NULL));
	return extra || second;
}

/* ---- decisions ---- */

static const char *
time_shown(struct clock *c, const struct query *row, const char *column)
{
	char text[INSTANT_TEXT];

	return arena_text(c->act_arena, instant_print_seconds(query_get_instant(row, column), text));
}

static bool
moments(struct clock *c, const struct query *row)
{
	bool promised = !text_is(query_get(row, "handling"), "1") && query_get_number(row, "promised") > 0;

	return found(c, row, WATCH_MOMENTS, watch_moments(promised, query_get_instant(row, "accepted_at"),
	    query_get_instant(row, "decided_at"), moments_minutes), record_detail(c->act_arena, "accepted_at",
	    time_shown(c, row, "accepted_at"), "decided_at", time_shown(c, row, "decided_at"), "minutes",
	    counted(c, moments_minutes), NULL));
}

static bool
back_entry(struct clock *c, const struct query *row)
{
	struct watch_entry e = { text_is(query_get(row, "channel"), "window"), query_get_instant(row, "submitted_at"),
	    query_get_instant(row, "decided_at"), query_get(row, "outcome_number") };

	return found(c, row, WATCH_BACK_ENTRY, watch_back_entry(clock_calendar(c), &office_hours_default, &e),
	    record_detail(c->act_arena, "submitted_at", time_shown(c, row, "submitted_at"), "decided_at",
	    time_shown(c, row, "decided_at"), "number", e.outcome_number, "year",
	    counted(c, watch_number_year(e.outcome_number)), NULL));
}

static bool
twice(struct clock *c, const struct query *row)
{
	const char *names = "";
	struct query *q;
	int others = 0;

	if (text_empty(query_get(row, "outcome_number")))
		return false;
	q = clock_query(c, Q_WATCH_SAME_NUMBER);
	query_text(q, "organ", query_get(row, "organ_code"));
	query_text(q, "outcome_number", query_get(row, "outcome_number"));
	query_number(q, "case_id", query_get_number(row, "case_id"));
	query_instant(q, "decided_at", query_get_instant(row, "decided_at"));
	for (; query_next(q); others++)
		names = joined(c, names, query_get(q, "number"));
	return found(c, row, WATCH_TWICE, watch_twice(others), record_detail(c->act_arena, "number",
	    query_get(row, "outcome_number"), "count", counted(c, others), "names", names, NULL));
}

static bool
decision(struct clock *c, const struct query *row)
{
	bool one = moments(c, row), two = back_entry(c, row), three = twice(c, row);

	return one || two || three;
}

static bool
visit(struct clock *c, const struct query *row)
{
	struct day visited = query_get_day(row, "visited_on"), received = query_get_day(row, "received_on"),
	    done = query_get_day(row, "done_on");

	return found(c, row, WATCH_ORDER, watch_visit(visited, received, done), record_detail(c->act_arena, "visited_on",
	    record_day(c->act_arena, visited), "received_on", record_day(c->act_arena, received), "done_on",
	    record_day(c->act_arena, done), "names", query_get(row, "name"), NULL));
}

static bool
bill(struct clock *c, const struct query *row)
{
	long long fen = query_get_number(row, "amount");

	return found(c, row, WATCH_FEE, watch_fee(query_get_number(row, "listed") != 0), record_detail(c->act_arena, "names",
	    query_get(row, "name"), "amount", arena_format(c->act_arena, "%lld.%02lld", fen / 100, fen % 100), "number",
	    query_get(row, "slip_number"), NULL));
}

/* 即办件: judged when the day is over. */
static bool
at_once(struct clock *c, const struct query *row)
{
	struct day accepted = query_get_day(row, "accepted_on"), finished = query_get_day(row, "finished_on");
	struct card_days days = watch_at_once(clock_calendar(c), accepted, finished, query_get_number(row, "paused") != 0,
	    c->today);
	struct card card = { .rule = WATCH_AT_ONCE, .colour = WATCH_RED, .case_id = (uint64_t)query_get_number(row, "case_id"),
	    .organ = query_get(row, "organ_code"), .account = (uint64_t)query_get_number(row, "account_id"),
	    .made_on = accepted, .due_on = calendar_roll(clock_calendar(c), accepted), .on = days.red_on };

	if (!day_known(days.red_on))
		return false;
	card.evidence = record_detail(c->act_arena, "why", watch_why_name(WHY_OVER), "accepted_on",
	    record_day(c->act_arena, accepted), "finished_on", record_day(c->act_arena, finished), NULL);
	if (!card_give(c, &card))
		return false;
	card_tell(c, &card);
	return true;
}

/* ---- windows of the chain ---- */

static long long seen, seen_until;

static void
window_bind(struct clock *c, struct query *q)
{
	(void)c;
	query_number(q, "first", seen + 1);
	query_number(q, "last", seen_until);
}

struct noting {
	struct clock *clock;
	const char *name;
	long long seen;
};

static bool
seen_write(struct db *db, void *arg)
{
	struct noting *n = arg;
	struct query *q = query_new(db, n->clock->act_arena, Q_DUTY_SEEN);

	query_text(q, "name", n->name);
	query_number(q, "seen", n->seen);
	query_run(q);
	return true;
}

static bool
seen_note(struct clock *c, const char *name, long long now)
{
	return db_transaction(c->db, false, seen_write, &(struct noting){ c, name, now });
}

struct judge {
	const struct statement *statement;
	clock_act *act;
};

/* What each judge finds in the chain up to a position, beginning where the last walk of this name ended; -1: the machine
 * failed. */
static long long
chain_walk(struct clock *c, const char *name, long long end, const struct judge *judges, size_t count)
{
	struct query *q = clock_query(c, Q_CHAIN_SEEN);
	long long all = 0, n;

	query_text(q, "name", name);
	if (!query_next(q))
		return -1;
	seen = query_get_number(q, "seen");
	if (end < 0)
		end = query_get_number(q, "position");
	for (; seen < end && !clock_ending(); seen = seen_until) {
		seen_until = seen + WINDOW < end ? seen + WINDOW : end;
		for (size_t i = 0; i < count; i++, all += n)
			if ((n = clock_walk_with(c, judges[i].statement, window_bind, judges[i].act)) < 0)
				return -1;
		if (clock_ending() || !seen_note(c, name, seen_until))
			return clock_ending() ? all : -1;
	}
	return all;
}

/* The position at the end of the last day whose items had to be decided by yesterday. */
static long long
days_end(struct clock *c)
{
	struct query *q = clock_query(c, Q_WATCH_DAYS_END);
	struct day last = day_add(c->today, -1);

	while (!day_before(calendar_roll(clock_calendar(c), last), c->today))
		last = day_add(last, -1);
	query_instant(q, "before", instant_make(day_add(last, 1), 0, 0, 0, 0));
	return query_next(q) ? query_get_number(q, "position") : -1;
}

/* ---- guides, once a month ---- */

struct month {
	struct clock *clock;
	long long number;	/* 202611 */
	instant from, until;
	struct day first, last;
};

static const char *
asked_most(struct month *m, const char *organ, const char *item)
{
	struct query *q = query_new(m->clock->db, m->clock->act_arena, Q_WATCH_ASKED_MOST);
	const char *names = "";

	query_text(q, "organ", organ);
	query_text(q, "item", item);
	query_instant(q, "from", m->from);
	query_instant(q, "until", m->until);
	while (query_next(q))
		if (*query_get(q, "name"))
			names = joined(m->clock, names, arena_format(m->clock->act_arena, "%s（%s）", query_get(q, "name"),
			    query_get(q, "lines_asked")));
	return names;
}

static void
guide_judge(struct month *m, const char *organ, const struct query *row)
{
	long long received = query_get_number(row, "received"), back = query_get_number(row, "sent_back");
	struct clock *c = m->clock;
	enum watch_why why = watch_share(received, back, share_percent, share_least);
	struct card card = { .rule = WATCH_CORRECTIONS, .colour = WATCH_NONE, .item = query_get(row, "item_code"),
	    .task = m->number, .organ = organ, .made_on = m->first, .due_on = m->last, .on = c->today };

	if (why == WHY_FINE)
		return;
	card.evidence = record_detail(c->act_arena, "why", watch_why_name(why), "title", query_get(row, "title"), "received",
	    counted(c, received), "sent_back", counted(c, back), "share", counted(c, back * 100 / received), "percent",
	    counted(c, share_percent), "from_on", record_day(c->act_arena, m->first), "until_on",
	    record_day(c->act_arena, m->last), "names", asked_most(m, organ, card.item), NULL);
	card_give(c, &card);
}

static bool
organ_judge(struct db *db, void *arg)
{
	struct month *m = arg;
	struct query *organs = query_new(db, m->clock->act_arena, Q_WATCH_ORGANS), *q;

	while (query_next(organs)) {
		q = query_new(db, m->clock->act_arena, Q_WATCH_RECEIVED);
		query_text(q, "organ", query_get(organs, "code"));
		query_instant(q, "from", m->from);
		query_instant(q, "until", m->until);
		query_number(q, "month", m->number);
		while (query_next(q))
			guide_judge(m, query_get(organs, "code"), q);
	}
	return true;
}

/* The three whole months before this one. */
static long long
guides_judge(struct clock *c)
{
	struct civil now = day_civil(c->today);
	struct day until = day_make(now.year, now.month, 1), from = day_add_months(until, -SHARE_MONTHS);
	struct month m = { c, now.year * 100LL + now.month, instant_make(from, 0, 0, 0, 0), instant_make(until, 0, 0, 0, 0),
	    from, day_add(until, -1) };
	struct query *q = clock_query(c, Q_CHAIN_SEEN);

	query_text(q, "name", "watch_month");
	if (!query_next(q))
		return -1;
	if (query_get_number(q, "seen") >= m.number)
		return 0;
	return db_transaction(c->db, false, organ_judge, &m) && seen_note(c, "watch_month", m.number) ? 1 : -1;
}

long long
duty_watch(struct clock *c)
{
	const struct judge judges[] = {
		{ Q_WATCH_REFUSALS, refusal }, { Q_WATCH_LISTS, list }, { Q_WATCH_DECISIONS, decision }, { Q_WATCH_VISITS, visit },
		{ Q_WATCH_BILLS, bill },
	};
	const struct judge days[] = { { Q_WATCH_AT_ONCE, at_once } };
	long long events, at_ends, guides;

	settings_load(c);
	events = chain_walk(c, "watch", -1, judges, sizeof(judges) / sizeof(judges[0]));
	if (events < 0 || (at_ends = days_end(c)) < 0 || (at_ends = chain_walk(c, "watch_days", at_ends, days, 1)) < 0 ||
	    (guides = guides_judge(c)) < 0)
		return -1;
	c->skipped = 0;		/* what breaks no rule is no failure */
	return events + at_ends;
}
