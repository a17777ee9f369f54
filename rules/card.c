/* card.c - see card.h. */
#include "rules/card.h"

#include <string.h>

static const char *const clock_names[] = { CARD_CLOCKS(NAMES_TEXT) };

/* A number of at most four digits; moves *text behind it. */
static bool
count_read(const char **text, int *count)
{
	size_t digits = strspn(*text, "0123456789");

	if (digits == 0 || digits > 4)
		return false;
	*count = 0;
	for (; digits > 0; digits--)
		*count = *count * 10 + (*(*text)++ - '0');
	return true;
}

bool
card_near_read(const char *text, struct deadline_near *near)
{
	struct deadline_near read = { 0, 0 };
	bool percent = false, days = false;
	int count;

	for (text += strspn(text, " "); *text; text += strspn(text, " ")) {
		if (!count_read(&text, &count))
			return false;
		if (*text == '%' && !percent && count <= 100) {
			percent = true;
			read.percent = count;
			text++;
		} else if ((*text == ' ' || *text == '\0') && !days && count <= CARD_NEAR_MOST) {
			days = true;
			read.days = count;
		} else {
			return false;
		}
	}
	if (percent || days)
		*near = read;
	return percent || days;
}

static int
near_days(const struct calendar *cal, struct day made_on, struct day due_on, struct deadline_near near)
{
	int share = (int)((int64_t)calendar_count(cal, made_on, due_on) * near.percent / 100);
	int days = share > near.days ? share : near.days;

	return days < CARD_NEAR_MOST ? days : CARD_NEAR_MOST;
}

struct day
card_near_on(const struct calendar *cal, struct day made_on, struct day due_on, struct deadline_near near)
{
	struct day on = due_on;
	int days;

	if (!day_known(made_on) || !day_known(due_on) || !day_before(made_on, due_on))
		return DAY_NONE;
	days = near_days(cal, made_on, due_on, near);
	for (int left = 0; day_before(day_add(made_on, 1), on); on = day_add(on, -1)) {
		left += calendar_works(cal, on);	/* from the day before it is this many working days */
		if (left > days)
			break;
	}
	return on;
}

struct card_days
card_judge(const struct calendar *cal, struct card_term term, struct day today, struct deadline_near near)
{
	struct card_days cards = { DAY_NONE, DAY_NONE };
	bool finished = day_known(term.finished_on);
	struct day yellow_on;

	if (!day_known(term.due_on) || !day_known(term.made_on))
		return cards;
	if (finished && !day_before(term.due_on, term.finished_on))
		return cards;			/* in time: green for ever */
	yellow_on = card_near_on(cal, term.made_on, term.due_on, near);
	if (day_known(yellow_on) && !day_before(today, yellow_on))
		cards.yellow_on = yellow_on;
	if (day_before(term.due_on, today))
		cards.red_on = day_add(term.due_on, 1);
	return cards;
}

struct day
card_reach(const struct calendar *cal, struct day today, struct deadline_near near)
{
	struct day reach = calendar_add(cal, today, near.percent ? CARD_NEAR_MOST : near.days);

	/* Rest days behind the last of them belong to it. */
	return day_add(calendar_next_working(cal, reach), -1);
}

const char *
card_clock_name(enum card_clock clock)
{
	return names_at(clock_names, CARD_CLOCK_COUNT, (int)clock);
}
