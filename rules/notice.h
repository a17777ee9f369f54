/*
 * notice.h - who is told of what, and how often somebody is tried.
 *
 * Which event is told to the applicant, and by which words: a table.  What is
 * the office's own business (who has a case in hand, an opinion) is told to
 * nobody.
 *
 * A message that could not be sent is tried again after a while that doubles
 * each time, up to an hour, and a little apart from the others, so that a
 * gateway that comes back is not met by all at once.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_NOTICE_H
#define RULES_NOTICE_H

#include "rules/steps.h"

#include <stddef.h>

/* The words the applicant is told an event by: words.notice.KIND; NULL: it is not told. */
const char *notice_of_event(enum event);

#define NOTICE_FIRST_PAUSE	(30 * SECOND)
#define NOTICE_LONGEST_PAUSE	HOUR

/* How long to wait after so many tries in vain (1: the first).  chance is any number, from a random source: the pause
 * is between three quarters and five quarters of what it doubles to. */
instant notice_pause(unsigned tries, uint32_t chance);

/* A number that takes short messages, in digits alone (13800000000, or with 86 or +86 and blanks or hyphens); false for
 * any other. */
enum { NOTICE_MOBILE = 12 };
bool notice_mobile(const char *phone, char mobile[static NOTICE_MOBILE]);

enum reminder_every { REMINDER_WEEK, REMINDER_MONTH };

/* The latest day up to today on which a reminder falls: weekday 1 to 7, or the day of the month, its last day where it
 * has no such day.  DAY_NONE for a day that is none. */
struct day reminder_day(enum reminder_every, int day, struct day today);

#endif
