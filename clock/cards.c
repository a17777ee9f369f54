/*
 * cards.c - yellow and red cards, once each for a clock of a case (rules/card.h).
 *
 * Two ways lead to a card.  Clocks that run are found by their last day.  Clocks
 * that ended are found by what the record says happened since the last time, in
 * the order of its chain: so who finished late while nobody looked has the red
 * card all the same, and who finished in time never gets one.
 */
#include "clock/card_give.h"

#include "base/log.h"
#include "base/text.h"
#include "generated/queries/clock.h"
#include "rules/card.h"

#include <stdio.h>

#define NEAR_SETTING	"card.near"
enum { CHAIN_WINDOW = 5000 };

/* What a row says of a clock of a case. */
struct subject {
	enum card_clock clock;
	struct card_term term;
	const struct query *row;	/* case_id, task, organ_code, account_id, state, version */
	bool runs;			/* the case must still stand as the row says */
};

static struct deadline_near near;	/* of the duty in hand */

/* A setting that cannot be read is as good as none: it says so once, and the usual holds. */
static void
near_load(struct clock *c)
{
	const char *setting = clock_setting(c, NEAR_SETTING, "");

	near = deadline_near_default;
	if (*setting && !card_near_read(setting, &near))
		log_warn("setting", "name", NEAR_SETTING, "value", setting, "why", "must be as in 3, 20% or 20% 2", NULL);
}

static const char *
evidence(struct clock *c, const struct subject *s, const struct calendar *cal)
{
	struct deadline_state judged = deadline_judge(cal, s->term.made_on, s->term.due_on, s->term.finished_on, c->today,
	    near);

	return record_detail(c->act_arena, "state", query_get(s->row, "state"),
	    "finished_on", record_day(c->act_arena, s->term.finished_on),
	    "judged_on", record_day(c->act_arena, c->today),
	    "left_days", record_number(c->act_arena, (uint64_t)judged.left_days),
	    "over_days", record_number(c->act_arena, (uint64_t)judged.over_days),
	    "near", arena_format(c->act_arena, "%d%% %d", near.percent, near.days),
	    "calendar", record_number(c->act_arena, (uint64_t)cal->version), NULL);
}

/* Does the case stand as it was seen?  Then it does so until the card is given. */
static bool
case_held(struct clock *c, const struct subject *s)
{
	struct query *q = clock_query(c, Q_CARD_CASE);

	query_number(q, "case_id", query_get_number(s->row, "case_id"));
	query_number(q, "version", query_get_number(s->row, "version"));
	return query_next(q);
}

/* A card's rule is its clock: they have the same names (rules/watch.h). */
static bool
card_on(struct clock *c, struct card *card, enum watch_colour colour, struct day on)
{
	card->colour = colour;
	card->on = on;
	return day_known(on) && card_give(c, card);
}

static bool
cards_give(struct clock *c, const struct subject *s)
{
	const struct calendar *cal = clock_calendar(c);
	struct card_days days = card_judge(cal, s->term, c->today, near);
	struct card card = { .case_id = (uint64_t)query_get_number(s->row, "case_id"),
	    .task = query_get_number(s->row, "task"), .organ = query_get(s->row, "organ_code"),
	    .account = (uint64_t)query_get_number(s->row, "account_id"), .made_on = s->term.made_on,
	    .due_on = s->term.due_on };
	bool yellow, red;

	if ((!day_known(days.yellow_on) && !day_known(days.red_on)) || (s->runs && !case_held(c, s)) ||
	    !watch_named(card_clock_name(s->clock), &card.rule))
		return false;
	card.evidence = evidence(c, s, cal);
	yellow = card_on(c, &card, WATCH_YELLOW, days.yellow_on);
	red = card_on(c, &card, WATCH_RED, days.red_on);
	if (s->runs && (yellow || red)) {
		card.colour = red ? WATCH_RED : WATCH_YELLOW;
		card_tell(c, &card);
	}
	return yellow || red;
}

/* ---- clocks that run ---- */

static bool
running(struct clock *c, const struct query *row, enum card_clock clock)
{
	return cards_give(c, &(struct subject){ .clock = clock, .row = row, .runs = true, .term = {
	    query_get_day(row, "made_on"), query_get_day(row, "due_on"), DAY_NONE } });
}

static bool answer(struct clock *c, const struct query *row) { return running(c, row, CARD_ANSWER); }
static bool promised(struct clock *c, const struct query *row) { return running(c, row, CARD_PROMISED); }
static bool statutory(struct clock *c, const struct query *row) { return running(c, row, CARD_STATUTORY); }
static bool delivery(struct clock *c, const struct query *row) { return running(c, row, CARD_DELIVERY); }
static bool task(struct clock *c, const struct query *row) { return running(c, row, CARD_TASK); }

static void
reach_bind(struct clock *c, struct query *q)
{
	query_day(q, "reach", card_reach(clock_calendar(c), c->today, near));
}

/* ---- clocks that ended ---- */

static bool
ended(struct clock *c, const struct query *row)
{
	enum card_clock clock = CARD_ANSWER;

	for (int i = 0; i < CARD_CLOCK_COUNT; i++)
		if (text_is(query_get(row, "clock"), card_clock_name((enum card_clock)i)))
			clock = (enum card_clock)i;
	return cards_give(c, &(struct subject){ .clock = clock, .row = row, .runs = false, .term = {
	    query_get_day(row, "made_on"), query_get_day(row, "due_on"), query_get_day(row, "finished_on") } });
}

static long long seen, seen_until;

static void
window_bind(struct clock *c, struct query *q)
{
	(void)c;
	query_number(q, "first", seen + 1);
	query_number(q, "last", seen_until);
}

static bool
seen_write(struct db *db, void *arg)
{
	struct clock *c = arg;
	struct query *q = query_new(db, c->act_arena, Q_DUTY_SEEN);

	query_text(q, "name", "cards");
	query_number(q, "seen", seen_until);
	query_run(q);
	return true;
}

/* A window of the chain at a time; what is cut off is walked again, and its cards are there already. */
static long long
ended_walk(struct clock *c)
{
	const struct statement *const ended_by[] = { Q_CARDS_ENDED_ANSWER, Q_CARDS_ENDED_DECISION, Q_CARDS_ENDED_DELIVERY,
	    Q_CARDS_ENDED_TASK };
	struct query *q = clock_query(c, Q_CHAIN_SEEN);
	long long all = 0, n, end;

	query_text(q, "name", "cards");
	if (!query_next(q))
		return -1;
	seen = query_get_number(q, "seen");
	end = query_get_number(q, "position");
	for (; seen < end && !clock_ending(); seen = seen_until) {
		seen_until = seen + CHAIN_WINDOW < end ? seen + CHAIN_WINDOW : end;
		for (size_t i = 0; i < sizeof(ended_by) / sizeof(ended_by[0]); i++, all += n)
			if ((n = clock_walk_with(c, ended_by[i], window_bind, ended)) < 0)
				return -1;
		if (clock_ending() || !db_transaction(c->db, false, seen_write, c))
			return clock_ending() ? all : -1;
	}
	return all;
}

long long
duty_cards(struct clock *c)
{
	const struct { const struct statement *due; clock_act *act; } clocks[] = {
		{ Q_CARDS_ANSWER, answer }, { Q_CARDS_PROMISED, promised }, { Q_CARDS_STATUTORY, statutory },
		{ Q_CARDS_DELIVERY, delivery }, { Q_CARDS_TASK, task },
	};
	long long all = 0, n;

	near_load(c);
	for (size_t i = 0; i < sizeof(clocks) / sizeof(clocks[0]); i++, all += n)
		if ((n = clock_walk_with(c, clocks[i].due, reach_bind, clocks[i].act)) < 0)
			return -1;
	if ((n = ended_walk(c)) < 0)
		return -1;
	c->skipped = 0;		/* what is not near is no failure */
	return all + n;
}
