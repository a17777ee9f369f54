/*
 * queue.h - queue numbers: which windows serve a ticket, what becomes of it, and when a hall is open.
 *
 * 一号通办: a ticket has one or several items, one number and one queue, and is
 * called to one window that serves all of them.  For an item the most particular
 * rows count: those that name the item, else its organ, else its organ's own
 * windows, else the general ones.  Where no window serves all items, the general
 * windows do, for they take in for everybody.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_QUEUE_H
#define RULES_QUEUE_H

#include "rules/calendar.h"
#include "rules/names.h"

#include <stdbool.h>
#include <stddef.h>

#define TICKET_STATES(X)				\
	X(TICKET_WAITING, "waiting")			\
	X(TICKET_CALLED, "called")			\
	X(TICKET_OPEN, "open")				\
	X(TICKET_DONE, "done")				\
	X(TICKET_MISSED, "missed")			\
	X(TICKET_LEFT, "left")

#define TICKET_ACTS(X)					\
	X(TICKET_CALL, "call")				\
	X(TICKET_RECALL, "recall")			\
	X(TICKET_START, "start")			\
	X(TICKET_PASS, "pass")		/* back into the queue, of another window */	\
	X(TICKET_FINISH, "finish")			\
	X(TICKET_MISS, "miss")				\
	X(TICKET_LEAVE, "leave")	/* by who took it */	\
	X(TICKET_CLOSE, "close")	/* the day is over */

enum ticket_state { TICKET_STATES(NAMES_CONSTANT) TICKET_STATE_COUNT };
enum ticket_act { TICKET_ACTS(NAMES_CONSTANT) TICKET_ACT_COUNT };

const char *ticket_state_name(enum ticket_state);
bool ticket_state_named(const char *, enum ticket_state *);
const char *ticket_act_name(enum ticket_act);
bool ticket_act_named(const char *, enum ticket_act *);
/* What an act makes of a ticket; false: not in this state. */
bool ticket_step(enum ticket_state, enum ticket_act, enum ticket_state *to);

/* A number as it is called: A012. */
enum { TICKET_NUMBER_TEXT = 8 };
char *ticket_number(char letter, unsigned serial, char text[static TICKET_NUMBER_TEXT]);

/* ---- routing ---- */

struct queue_window {
	const char *number, *organ;	/* "": a general window */
	char letter;
	bool serves;			/* set by queue_route */
};

struct queue_service {
	const char *window;
	bool of_item;			/* code is an item's, else an organ's */
	const char *code;
};

struct queue_item {
	const char *code, *organ;
};

/* Marks the windows that serve all the items and share one queue, the first one's; how many, 0: nobody here does. */
size_t queue_route(struct queue_window *, size_t windows, const struct queue_service *, size_t services,
    const struct queue_item *, size_t items);

/* ---- hours ---- */

struct hall_hours {
	int weekday;			/* 1 Monday … 7 Sunday */
	int from, to;			/* minutes */
};

/* Is the hall open at this instant? */
bool hall_open(const struct hall_hours *, size_t, const struct calendar *, instant at);
/* 延时服务: what was begun in the hours of the hall and was finished outside them. */
bool hall_late(const struct hall_hours *, size_t, const struct calendar *, instant started, instant ended);

#endif
