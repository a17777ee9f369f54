/*
 * sample_plan.c - what happens to each case of the sample, and when.
 *
 * A story is a word of letters, one an act.  Its gaps are drawn in working
 * days; then it is laid on the calendar so that it ends, or that its last
 * deadline stands, as it should today.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

uint32_t
dice_below(struct dice *d, uint32_t n)
{
	/* splitmix64 */
	uint64_t z = d->state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	z ^= z >> 31;
	return n == 0 ? 0 : (uint32_t)(z % n);
}

int
dice_between(struct dice *d, int least, int most)
{
	return most <= least ? least : least + (int)dice_below(d, (uint32_t)(most - least + 1));
}

bool
dice_percent(struct dice *d, int percent)
{
	return (int)dice_below(d, 100) < percent;
}

/* ---- stories ---- */

enum doer { BY_APPLICANT, BY_CLERK, BY_REVIEWER, BY_APPROVER, BY_CLOCK, BY_LEADER, BY_WINDOW };

/* What a letter stands for, and how many working days it comes after the one before. */
static const struct stride {
	char letter;
	enum event event;
	enum doer by;
	int least, most;
} strides[] = {
	{ 'S', EVENT_SUBMIT, BY_APPLICANT, 0, 0 },
	{ 'T', EVENT_TAKE_BACK, BY_APPLICANT, 0, 0 },
	{ 'k', EVENT_CLAIM, BY_CLERK, 0, 1 },
	{ 'C', EVENT_ASK_CORRECTION, BY_CLERK, 1, 3 },
	{ 'R', EVENT_RESUBMIT, BY_APPLICANT, 1, 5 },
	{ 'A', EVENT_ACCEPT, BY_CLERK, 0, 3 },
	{ 'd', EVENT_DEEM_ACCEPTED, BY_CLOCK, 6, 6 },
	{ 'N', EVENT_REFUSE_ACCEPTANCE, BY_CLERK, 1, 4 },
	{ 'r', EVENT_CLAIM, BY_REVIEWER, 0, 1 },
	{ 'v', EVENT_START_REVIEW, BY_REVIEWER, 0, 2 },
	{ 'o', EVENT_OPINION, BY_REVIEWER, 1, 3 },
	{ 'a', EVENT_CLAIM, BY_APPROVER, 0, 1 },
	{ 'G', EVENT_GRANT, BY_APPROVER, 0, 2 },
	{ 'D', EVENT_DENY, BY_APPROVER, 0, 2 },
	{ 'L', EVENT_CLOSE, BY_CLERK, 0, 1 },
	{ 'V', EVENT_DELIVER, BY_CLERK, 0, 4 },
	{ 'W', EVENT_WITHDRAW, BY_APPLICANT, 1, 3 },
	{ 'X', EVENT_LAPSE, BY_CLOCK, 12, 12 },
	{ 'P', EVENT_SUSPEND, BY_REVIEWER, 0, 2 },
	{ 'p', EVENT_RESUME, BY_REVIEWER, 2, 6 },
	{ 'Q', EVENT_ASK_SUPPLEMENT, BY_REVIEWER, 0, 2 },
	{ 'q', EVENT_SUPPLY, BY_APPLICANT, 1, 4 },
	{ 'I', EVENT_RECEIVE, BY_WINDOW, 0, 0 },
	{ 'E', EVENT_EXTEND, BY_LEADER, 0, 1 },
	{ 'l', EVENT_ACCEPT, BY_CLERK, 0, 1 },		/* with something lacking */
	{ 'K', EVENT_KEEP_PROMISE, BY_CLERK, 0, 2 },
	{ 'B', EVENT_TERMINATE, BY_CLOCK, 8, 8 },	/* what was promised never came */
};

static const struct story {
	int times;
	const char *letters;
} stories[] = {
	{ 22, "" }, { 2, "ST" },
	{ 24, "S" }, { 16, "Sk" },
	{ 8, "SC" }, { 16, "SkC" },
	{ 9, "SCR" }, { 9, "SkCRk" },
	{ 12, "SA" }, { 10, "SkAr" }, { 6, "SCRA" }, { 2, "Sd" },
	{ 12, "SkAv" }, { 14, "SAvo" }, { 8, "SkCRAvoa" },
	{ 12, "SkAvoG" }, { 5, "SAvoD" },
	{ 10, "SAvoGL" }, { 4, "SkAvoDL" },
	{ 52, "SAvoGLV" }, { 26, "SkCRAvoaGLV" }, { 9, "SkAvoDLV" },
	{ 7, "SN" }, { 5, "SkCRN" },
	{ 4, "SW" }, { 3, "SAW" }, { 2, "SAvW" }, { 6, "SCX" },
	{ 6, "SAvP" }, { 3, "SkAvPpo" }, { 5, "SAvQ" }, { 3, "SAvQqo" }, { 2, "SAvPpoGLV" },
	{ 2, "SlB" }, { 2, "SAvE" }, { 3, "I" }, { 3, "IA" }, { 3, "IAvo" }, { 4, "IAvoGLV" },
	{ 3, "Sl" }, { 2, "SlK" }, { 2, "SlKvoGLV" },
};

static const struct stride *
stride_of(char letter)
{
	for (size_t i = 0; i < sizeof strides / sizeof strides[0]; i++)
		if (strides[i].letter == letter)
			return &strides[i];
	abort();	/* a story with a letter of no meaning */
}

/* ---- laying a story on the calendar ---- */

struct laying {
	struct arena *arena;
	struct dice *dice;
	const struct calendar *cal;
	instant now;
	struct day last;		/* the last working day that has begun */
	struct sample_plan *plan;
	size_t room;
	int back;			/* of an old case: working days since it ended; 0: it is one of today */
	bool late;			/* of an old case: it is decided after its day */
};

enum { STORY_MOST = 16, ANSWER_DAYS = 15 };

static void
act_add(struct laying *l, size_t which, int event, instant at, const struct sample_person *by)
{
	if (l->plan->act_count == l->room) {
		struct sample_act *more = arena_array(l->arena, struct sample_act, l->room * 2 + 64);

		if (l->room > 0)
			memcpy(more, l->plan->acts, l->room * sizeof *more);
		l->plan->acts = more;
		l->room = l->room * 2 + 64;
	}
	l->plan->acts[l->plan->act_count] = (struct sample_act){ which, event, at, l->plan->act_count, by };
	l->plan->act_count++;
}

/* Within a window of a day, after the act before and before now. */
static instant
instant_within(struct laying *l, struct day on, int from_minute, int to_minute, instant before)
{
	instant from = instant_make(on, 0, 0, 0, 0) + from_minute * MINUTE;
	instant to = instant_make(on, 0, 0, 0, 0) + to_minute * MINUTE;

	if (from < before + 2 * MINUTE)
		from = before + 2 * MINUTE;
	if (to > l->now - MINUTE)
		to = l->now - MINUTE;
	if (from >= to)
		return before + SECOND * dice_between(l->dice, 40, 100);
	return from + (instant)dice_below(l->dice, (uint32_t)((to - from) / SECOND)) * SECOND +
	    dice_below(l->dice, 1000000);
}

static instant
office_instant(struct laying *l, struct day on, instant before)
{
	instant noon = instant_make(on, 12, 0, 0, 0);
	bool morning = before < noon - HOUR && dice_percent(l->dice, 55);

	if (!morning && l->now > noon + 2 * HOUR)
		return instant_within(l, on, 13 * 60 + 31, 17 * 60 + 20, before);
	return instant_within(l, on, 9 * 60 + 2, 11 * 60 + 55, before);
}

/* The working days a decision may take, roughly: it only places the case, the deadline is computed when it is played. */
static int
decision_days(const struct sample_item *item)
{
	int count = item->promised.known ? item->promised.term.count : LIMIT_DECISION_DAYS;

	switch (item->promised.known ? item->promised.term.unit : DEADLINE_WORKDAY) {
	case DEADLINE_DAY:
		return count * 5 / 7;
	case DEADLINE_MONTH:
		return count * 21;
	case DEADLINE_YEAR:
		return count * 245;
	case DEADLINE_HOUR:
	case DEADLINE_WORKHOUR:
		return 1;
	default:
		return count;
	}
}

/* The act that set the deadline now running, or the last one where none runs. */
static size_t
anchor_of(const char *letters)
{
	size_t n = strlen(letters);

	if (strchr("VNWXTB", letters[n - 1]))
		return n - 1;
	while (n > 1 && !strchr("SICRAldGDPQ", letters[n - 1]))
		n--;
	return n - 1;
}

/* How many working days ago the anchor was: mostly with time left, some near the end, a few over. */
static int
elapsed_days(struct laying *l, char anchor, const struct sample_item *item)
{
	int limit, percent = (int)dice_below(l->dice, 100);

	switch (anchor) {
	case 'S':
	case 'I':
	case 'R':
		limit = LIMIT_ANSWER_DAYS;
		break;
	case 'C':
		limit = 9;		/* fifteen days, as they mostly fall */
		break;
	case 'A':
	case 'd':
		limit = decision_days(item);
		break;
	case 'G':
	case 'D':
		limit = LIMIT_DELIVERY_DAYS;
		break;
	case 'P':
	case 'Q':
		return dice_between(l->dice, 0, 8);
	case 'l':
		return dice_between(l->dice, 0, 1);
	case 'B':
		return dice_between(l->dice, 4, 40);
	case 'T':
		return dice_between(l->dice, 0, 12);
	default:
		return dice_between(l->dice, 0, 60);	/* it is over since then */
	}
	if (percent < 9)
		return limit + dice_between(l->dice, 1, 3);
	if (percent < 24)
		return limit - dice_between(l->dice, 0, 1) > 0 ? limit - dice_between(l->dice, 0, 1) : 0;
	return dice_between(l->dice, 0, limit * 3 / 4);
}

static int
gaps_draw(struct laying *l, const char *letters, const struct sample_item *item, int gaps[STORY_MOST])
{
	bool late = l->back > 0 ? l->late : dice_percent(l->dice, 7);
	int left = decision_days(item) + (late ? 4 : 0);
	bool counting = false;

	gaps[0] = 0;
	for (size_t i = 1; letters[i]; i++) {
		const struct stride *s = stride_of(letters[i]);

		gaps[i] = dice_between(l->dice, s->least, s->most);
		if (counting && !strchr("LVWB", letters[i])) {
			if (gaps[i] > left)
				gaps[i] = left;
			left -= gaps[i];
		}
		if (l->back > 0 && late && strchr("GD", letters[i]))
			gaps[i] += left > 3 ? left - 3 : 1;	/* past the last day, by one to four */
		counting = counting || letters[i] == 'A' || letters[i] == 'd' || letters[i] == 'l';
	}
	return (int)strlen(letters);
}

/* The place of each act in working days before the last one that has begun. */
static void
places_find(struct laying *l, const char *letters, const struct sample_item *item, int places[STORY_MOST])
{
	int gaps[STORY_MOST], n = gaps_draw(l, letters, item, gaps), anchor = (int)anchor_of(letters);
	int elapsed = l->back > 0 ? l->back : elapsed_days(l, letters[anchor], item);

	places[anchor] = -elapsed;
	for (int i = anchor + 1; i < n; i++) {
		if (gaps[i] > elapsed)
			gaps[i] = elapsed;
		elapsed -= gaps[i];
		places[i] = places[i - 1] + gaps[i];
	}
	for (int i = anchor - 1; i >= 0; i--)
		places[i] = places[i + 1] - gaps[i + 1];
}

static const struct sample_person *
doer_of(const struct sample_case *c, enum doer by)
{
	switch (by) {
	case BY_APPLICANT:
		return c->applicant;
	case BY_CLERK:
		return c->item->clerk;
	case BY_REVIEWER:
		return c->item->reviewer;
	case BY_APPROVER:
		return c->item->approver;
	case BY_LEADER:
		return c->item->leader;
	case BY_WINDOW:
		return c->receiver;
	default:
		return NULL;
	}
}

/* People file on Sundays too. */
static struct day
filing_day(struct laying *l, struct day on)
{
	struct day before = day_add(on, -1);

	return !calendar_works(l->cal, before) && dice_percent(l->dice, 30) ? before : on;
}

/* followed: a desk acts on it the same day. */
static instant
act_instant(struct laying *l, const struct sample_item *item, const struct stride *s, struct day on, instant before,
    instant asked_at, bool followed)
{
	switch (s->event) {
	case EVENT_TAKE_BACK:
		return before + dice_between(l->dice, 120, 540) * SECOND;
	case EVENT_LAPSE:		/* the night after the last day of the list */
		return instant_make(day_add(day_of_instant(asked_at), ANSWER_DAYS + 1), 0, 5, 0, 0);
	case EVENT_TERMINATE:		/* the night after the day that was promised */
		return instant_make(day_add(calendar_add(l->cal, day_of_instant(before), item->lacking_days), 1), 0, 5, 0, 0);
	case EVENT_DEEM_ACCEPTED:
		return instant_make(day_add(limit_answer(l->cal, day_of_instant(before)), 1), 0, 5, 0, 0);
	default:
		break;
	}
	if (s->by == BY_APPLICANT)
		return instant_within(l, on, 7 * 60 + 20, followed ? 14 * 60 + 30 : 22 * 60 + 30, before);
	return office_instant(l, on, before);
}

static void
story_lay(struct laying *l, size_t which, const char *letters)
{
	struct sample_case *c = &l->plan->cases[which];
	int places[STORY_MOST];
	instant at, before = INSTANT_NONE, asked_at = INSTANT_NONE;

	if (!*letters) {
		at = l->now - (instant)dice_between(l->dice, 30, 24 * 60 * 20) * MINUTE;
		act_add(l, which, ACT_MADE, at, c->applicant);
		return;
	}
	places_find(l, letters, c->item, places);
	for (size_t i = 0; letters[i]; i++) {
		const struct stride *s = stride_of(letters[i]);
		struct day on = calendar_add(l->cal, l->last, places[i]);
		bool followed = letters[i + 1] && places[i + 1] == places[i];

		if (i == 0) {
			on = c->receiver ? on : filing_day(l, on);
			before = instant_make(on, 0, 0, 0, 0);
			at = act_instant(l, c->item, s, on, before, asked_at, followed);
			act_add(l, which, ACT_MADE, at - (instant)dice_between(l->dice, 15, c->receiver ? 25 : 60 * 50) * MINUTE,
			    c->applicant);
		} else
			at = act_instant(l, c->item, s, on, before, asked_at, followed);
		act_add(l, which, (int)s->event, at, doer_of(c, s->by));
		before = at;
		if (s->event == EVENT_ASK_CORRECTION)
			asked_at = at;
	}
}

/* ---- who applies for what ---- */

struct choosing {
	const struct sample_item *items;
	size_t item_count;
	const struct sample_person *people;
	size_t person_count;
	size_t turn_item, turn_suiting;
	size_t *of_story, *of_all;	/* cases of each person */
};

/* Each organ in its turn, so that no desk stays empty. */
static const struct sample_item *
item_choose(struct choosing *ch, struct dice *dice)
{
	const char *organ = ch->items[ch->turn_item % ch->item_count].organ;
	const struct sample_item *found = NULL;
	uint32_t seen = 0;

	for (size_t i = 0; i < ch->item_count; i++)
		if (text_is(ch->items[i].organ, organ) && dice_below(dice, ++seen) == 0)
			found = &ch->items[i];
	/* On to the next organ: items of one stand together. */
	while (text_is(ch->items[ch->turn_item % ch->item_count].organ, organ)) {
		ch->turn_item++;
		if (ch->turn_item % ch->item_count == 0)
			break;
	}
	return found;
}

/* May this story be told of this item? */
static bool
suits(const struct sample_item *item, const char *letters)
{
	if (strchr(letters, 'l') && item->lack == 0)
		return false;
	if (strchr(letters, 'E') && !item->statutory.known)
		return false;
	return item->leader || !strpbrk(letters, "EB");
}

/* The next that suits, from the last: stories that only some items can have. */
static const struct sample_item *
item_suiting(struct choosing *ch, const char *letters)
{
	for (size_t n = 0; n < ch->item_count; n++) {
		const struct sample_item *item = &ch->items[ch->item_count - 1 - ch->turn_suiting++ % ch->item_count];

		if (suits(item, letters))
			return item;
	}
	return NULL;
}

/* Of those an item is for, who has the fewest cases of this story, then the fewest of all. */
static const struct sample_person *
applicant_choose(struct choosing *ch, const struct sample_item *item)
{
	size_t best = ch->person_count;

	for (size_t i = 0; i < ch->person_count; i++) {
		if (!(ch->people[i].enterprise ? item->enterprise : item->person))
			continue;
		if (best == ch->person_count || ch->of_story[i] * 1000 + ch->of_all[i] <
		    ch->of_story[best] * 1000 + ch->of_all[best])
			best = i;
	}
	if (best == ch->person_count)
		return NULL;
	ch->of_story[best]++;
	ch->of_all[best]++;
	return &ch->people[best];
}

static int
act_compare(const void *a, const void *b)
{
	const struct sample_act *x = a, *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

/* The last working day whose morning has begun. */
static struct day
last_begun(const struct calendar *cal, instant now)
{
	struct day today = day_of_instant(now);

	if (calendar_works(cal, today) && instant_minute(now) >= 9 * 60 + 30)
		return today;
	return calendar_add(cal, today, -1);
}

void
sample_plan(struct sample_plan *plan, struct arena *arena, struct dice *dice, const struct calendar *cal, instant now,
    const struct sample_item *items, size_t item_count, const struct sample_person *people, size_t person_count)
{
	struct laying l = { arena, dice, cal, now, last_begun(cal, now), plan, 0, 0, false };
	struct choosing ch = { items, item_count, people, person_count, 0, 0, arena_array(arena, size_t, person_count),
	    arena_array(arena, size_t, person_count) };
	size_t most = 0;

	for (size_t i = 0; i < sizeof stories / sizeof stories[0]; i++)
		most += (size_t)stories[i].times;
	*plan = (struct sample_plan){ .cases = arena_array(arena, struct sample_case, most) };
	for (size_t i = 0; i < sizeof stories / sizeof stories[0]; i++) {
		memset(ch.of_story, 0, person_count * sizeof *ch.of_story);
		for (int n = 0; n < stories[i].times; n++) {
			struct sample_case *c = &plan->cases[plan->case_count];

			*c = (struct sample_case){ .lacks = strchr(stories[i].letters, 'l') != NULL };
			c->item = strpbrk(stories[i].letters, "lEB") ? item_suiting(&ch, stories[i].letters) :
			    item_choose(&ch, dice);
			c->applicant = c->item ? applicant_choose(&ch, c->item) : NULL;
			if (!c->applicant)
				continue;
			if (*stories[i].letters == 'I')
				c->receiver = n % 3 != 0 && c->item->window ? c->item->window : c->item->clerk;
			story_lay(&l, plan->case_count++, stories[i].letters);
		}
	}
	qsort(plan->acts, plan->act_count, sizeof *plan->acts, act_compare);
}

/* ---- the years before ---- */

static const struct story old_stories[] = {
	{ 48, "SAvoGLV" }, { 13, "SkCRAvoaGLV" }, { 6, "SkAvoDLV" }, { 17, "IAvoGLV" }, { 3, "IAvoDLV" }, { 4, "SN" },
	{ 3, "SW" }, { 1, "SAvW" }, { 2, "SCX" }, { 2, "SAvQqoGLV" }, { 1, "SAvPpoGLV" },
};

static const char *
old_story_choose(struct dice *dice)
{
	uint32_t at = dice_below(dice, 100);

	for (size_t i = 0; i < sizeof old_stories / sizeof old_stories[0]; i++) {
		if (at < (uint32_t)old_stories[i].times)
			return old_stories[i].letters;
		at -= (uint32_t)old_stories[i].times;
	}
	return old_stories[0].letters;
}

enum { OLD_MONTHS = 25, OLD_MONTHS_LEFT_OUT = 4, MONTH_WORKING_DAYS = 21, OLD_LEAST = 27, OLD_MORE = 25 };

/* Fewer in the months of the Spring Festival, and more from year to year. */
static int
old_cases_in(const struct laying *l, int months_ago)
{
	int month = day_civil(day_add_months(l->last, -months_ago)).month;
	int cases = OLD_LEAST + OLD_MORE * (OLD_MONTHS - months_ago) / OLD_MONTHS;

	return month == 1 || month == 2 ? cases * 2 / 3 : cases;
}

/* Every organ has its share of late ones, and it has been falling. */
static bool
old_late(struct laying *l, const struct sample_item *item, int months_ago)
{
	int percent = months_ago / 3;

	for (const char *c = item->organ; *c; c++)
		percent += (*c & 1) != 0 ? 1 : 0;
	return dice_percent(l->dice, percent / 2 + 1);
}

void
sample_plan_old(struct sample_plan *plan, struct arena *arena, struct dice *dice, const struct calendar *cal, instant now,
    const struct sample_item *items, size_t item_count, const struct sample_person *people, size_t person_count)
{
	struct laying l = { arena, dice, cal, now, last_begun(cal, now), plan, 0, 0, false };
	struct choosing ch = { items, item_count, people, person_count, 0, 0, arena_array(arena, size_t, person_count),
	    arena_array(arena, size_t, person_count) };

	*plan = (struct sample_plan){ .cases = arena_array(arena, struct sample_case, OLD_MONTHS * (OLD_LEAST + OLD_MORE)) };
	for (int ago = OLD_MONTHS; ago > OLD_MONTHS_LEFT_OUT; ago--)
		for (int n = old_cases_in(&l, ago); n > 0; n--) {
			struct sample_case *c = &plan->cases[plan->case_count];
			const char *letters = old_story_choose(dice);

			*c = (struct sample_case){ .old = true, .item = item_choose(&ch, dice) };
			c->applicant = c->item ? applicant_choose(&ch, c->item) : NULL;
			if (!c->applicant)
				continue;
			if (*letters == 'I')
				c->receiver = n % 4 != 0 && c->item->window ? c->item->window : c->item->clerk;
			l.back = ago * MONTH_WORKING_DAYS + dice_between(dice, -MONTH_WORKING_DAYS, -1);
			l.late = old_late(&l, c->item, ago);
			story_lay(&l, plan->case_count++, letters);
		}
	qsort(plan->acts, plan->act_count, sizeof *plan->acts, act_compare);
}
