/*
 * day.h - days and instants, as the law and the people of China count them.
 *
 * A day is a civil day in China, counted from 1970-01-01 (number 0).
 * An instant is microseconds since 1970-01-01T00:00:00Z.  China Standard Time
 * is UTC+8 without summer time; there is no other zone in this house.
 *
 * Years 1 to 9999 exist.  What lies outside, what is not a real date, and
 * arithmetic that would leave the range yield DAY_NONE or INSTANT_NONE, and
 * every function answers NONE when asked about NONE.
 *
 * Pure: the clock is asked by the loop and by nobody else.
 */
#ifndef RULES_DAY_H
#define RULES_DAY_H

#include <stdbool.h>
#include <stdint.h>

struct day {
	int32_t number;
};

typedef int64_t instant;

#define DAY_NONE	((struct day){ INT32_MIN })
#define INSTANT_NONE	INT64_MIN

#define SECOND		INT64_C(1000000)
#define MINUTE		(60 * SECOND)
#define HOUR		(60 * MINUTE)

enum {
	DAY_TEXT = 11,		/* "2026-05-08" and its end */
	INSTANT_TEXT = 27	/* "2026-05-08 09:30:00.000000" and its end */
};

struct civil {
	int year;
	int month;		/* 1 to 12 */
	int day;		/* 1 to 31 */
};

struct moment {
	int year, month, day;
	int hour, minute, second, microsecond;
};

static inline bool day_known(struct day d) { return d.number != INT32_MIN; }
static inline bool day_same(struct day a, struct day b) { return a.number == b.number; }
static inline bool day_before(struct day a, struct day b) { return a.number < b.number; }

struct day day_make(int year, int month, int day);
struct civil day_civil(struct day d);		/* all zero for DAY_NONE */
int day_weekday(struct day d);			/* 1 Monday … 7 Sunday; 0 for DAY_NONE */
int day_month_length(int year, int month);	/* 28 to 31; 0 for no such month */
struct day day_add(struct day d, int days);

/* The same day so many months on; the month's last where it has no such day (Civil Code 202). */
struct day day_add_months(struct day d, int months);

/* Days from one to the other, negative when "to" is the earlier; 0 where one is not known. */
int day_between(struct day from, struct day to);

/* Exactly "YYYY-MM-DD" in ascii digits and nothing else. */
struct day day_parse(const char *text);

/* Prints "YYYY-MM-DD", or "" for DAY_NONE, and returns the buffer. */
char *day_print(struct day d, char text[static DAY_TEXT]);

struct day day_of_instant(instant at);
int instant_minute(instant at);			/* minute of the China day, 0 to 1439; -1 for none */
instant instant_make(struct day d, int hour, int minute, int second, int microsecond);
instant instant_add(instant at, int64_t microseconds);
struct moment instant_parts(instant at);	/* all zero for INSTANT_NONE */

/* "YYYY-MM-DD HH:MM:SS", then nothing or a point and one to six digits. */
instant instant_parse(const char *text);

/* Prints with six decimals (column form), or to the second; "" for none. */
char *instant_print(instant at, char text[static INSTANT_TEXT]);
char *instant_print_seconds(instant at, char text[static INSTANT_TEXT]);

#endif
