/* queue.c - see queue.h. */
#include "rules/queue.h"

#include "rules/slot.h"

#include <string.h>

static const char *const state_names[] = { TICKET_STATES(NAMES_TEXT) };
static const char *const act_names[] = { TICKET_ACTS(NAMES_TEXT) };

static const struct {
	enum ticket_state from;
	enum ticket_act act;
	enum ticket_state to;
} steps[] = {
	{ TICKET_WAITING, TICKET_CALL,   TICKET_CALLED },
	{ TICKET_WAITING, TICKET_LEAVE,  TICKET_LEFT },
	{ TICKET_WAITING, TICKET_CLOSE,  TICKET_MISSED },
	{ TICKET_CALLED,  TICKET_RECALL, TICKET_CALLED },
	{ TICKET_CALLED,  TICKET_START,  TICKET_OPEN },
	{ TICKET_CALLED,  TICKET_PASS,   TICKET_WAITING },
	{ TICKET_CALLED,  TICKET_MISS,   TICKET_MISSED },
	{ TICKET_CALLED,  TICKET_CLOSE,  TICKET_MISSED },
	{ TICKET_OPEN,    TICKET_PASS,   TICKET_WAITING },
	{ TICKET_OPEN,    TICKET_FINISH, TICKET_DONE },
};

const char *
ticket_state_name(enum ticket_state state)
{
	return names_at(state_names, TICKET_STATE_COUNT, (int)state);
}

bool
ticket_state_named(const char *name, enum ticket_state *state)
{
	int at = names_find(state_names, TICKET_STATE_COUNT, name);

	if (at >= 0)
		*state = (enum ticket_state)at;
	return at >= 0;
}

const char *
ticket_act_name(enum ticket_act act)
{
	return names_at(act_names, TICKET_ACT_COUNT, (int)act);
}

bool
ticket_act_named(const char *name, enum ticket_act *act)
{
	int at = names_find(act_names, TICKET_ACT_COUNT, name);

	if (at >= 0)
		*act = (enum ticket_act)at;
	return at >= 0;
}

bool
ticket_step(enum ticket_state from, enum ticket_act act, enum ticket_state *to)
{
	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
		if (steps[i].from == from && steps[i].act == act) {
			*to = steps[i].to;
			return true;
		}
	return false;
}

char *
ticket_number(char letter, unsigned serial, char text[static TICKET_NUMBER_TEXT])
{
	char digits[6];
	size_t n = 0, at = 0;

	serial %= 100000;
	do
		digits[n++] = (char)('0' + serial % 10);
	while ((serial /= 10) > 0);
	while (n < 3)
		digits[n++] = '0';
	text[at++] = letter;
	while (n > 0)
		text[at++] = digits[--n];
	text[at] = '\0';
	return text;
}

/* ---- routing ---- */

/* How particular the rows for an item are at this hall. */
enum depth { BY_ITEM, BY_ORGAN, BY_OWNER, BY_ALL };

static bool
service_names(const struct queue_service *s, const struct queue_window *w, bool of_item, const char *code)
{
	return s->of_item == of_item && strcmp(s->window, w->number) == 0 && strcmp(s->code, code) == 0;
}

static bool
serves_at(const struct queue_window *w, const struct queue_service *services, size_t count, const struct queue_item *item,
    enum depth depth)
{
	if (depth == BY_OWNER)
		return *w->organ != '\0' && strcmp(w->organ, item->organ) == 0;
	if (depth == BY_ALL)
		return *w->organ == '\0';
	for (size_t i = 0; i < count; i++)
		if (service_names(&services[i], w, depth == BY_ITEM, depth == BY_ITEM ? item->code : item->organ))
			return true;
	return false;
}

/* The most particular depth at which any window serves the item; BY_ALL where none does. */
static enum depth
depth_of(const struct queue_window *windows, size_t n, const struct queue_service *services, size_t count,
    const struct queue_item *item)
{
	for (enum depth depth = BY_ITEM; depth < BY_ALL; depth++)
		for (size_t i = 0; i < n; i++)
			if (serves_at(&windows[i], services, count, item, depth))
				return depth;
	return BY_ALL;
}

/* Only those of the first one's queue: a number stands in one. */
static size_t
one_queue(struct queue_window *windows, size_t n)
{
	size_t marked = 0;
	char letter = '\0';

	for (size_t i = 0; i < n; i++) {
		if (windows[i].serves && letter == '\0')
			letter = windows[i].letter;
		windows[i].serves = windows[i].serves && windows[i].letter == letter;
		marked += windows[i].serves;
	}
	return marked;
}

size_t
queue_route(struct queue_window *windows, size_t n, const struct queue_service *services, size_t count,
    const struct queue_item *items, size_t item_count)
{
	size_t marked = 0;

	for (size_t w = 0; w < n; w++)
		windows[w].serves = item_count > 0;
	for (size_t i = 0; i < item_count; i++) {
		enum depth depth = depth_of(windows, n, services, count, &items[i]);

		for (size_t w = 0; w < n; w++)
			windows[w].serves = windows[w].serves && serves_at(&windows[w], services, count, &items[i], depth);
	}
	marked = one_queue(windows, n);
	if (marked > 0 || item_count == 0)
		return marked;
	for (size_t w = 0; w < n; w++)
		windows[w].serves = *windows[w].organ == '\0';
	return one_queue(windows, n);
}

/* ---- hours ---- */

bool
hall_open(const struct hall_hours *hours, size_t count, const struct calendar *cal, instant at)
{
	int weekday = slot_weekday(cal, day_of_instant(at)), minute = instant_minute(at);

	for (size_t i = 0; i < count; i++)
		if (weekday != 0 && hours[i].weekday == weekday && minute >= hours[i].from && minute < hours[i].to)
			return true;
	return false;
}

bool
hall_late(const struct hall_hours *hours, size_t count, const struct calendar *cal, instant started, instant ended)
{
	return started != INSTANT_NONE && ended != INSTANT_NONE && started < ended && hall_open(hours, count, cal, started) &&
	    !hall_open(hours, count, cal, ended);
}
