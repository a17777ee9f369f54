/* day.c - see day.h.  The proleptic Gregorian calendar, years 1 to 9999. */
#include <string.h>

#include "rules/day.h"
#include "rules/digits.h"

enum {
	DAY_FIRST = -719162,		/* 0001-01-01 */
	DAY_LAST = 2932896,		/* 9999-12-31 */
	DAYS_IN_400_YEARS = 146097
};

#define CHINA	(8 * HOUR)
#define WHOLE	(24 * HOUR)

static bool
leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int
day_month_length(int year, int month)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (month < 1 || month > 12)
		return 0;
	return lengths[month - 1] + (month == 2 && leap(year));
}

static struct day
within(int64_t number)
{
	if (number < DAY_FIRST || number > DAY_LAST)
		return DAY_NONE;
	return (struct day){ (int32_t)number };
}

/* Days before the first of March of a year: months then begin after the leap day. */
static int
days_before_march(int year)
{
	return year * 365 + year / 4 - year / 100 + year / 400;
}

struct day
day_make(int year, int month, int day)
{
	int march, from_march;

	if (year < 1 || year > 9999 || day < 1 || day > day_month_length(year, month))
		return DAY_NONE;
	from_march = (month + 9) % 12;
	march = month > 2 ? year : year - 1;
	return within(days_before_march(march) + (from_march * 153 + 2) / 5 + day - 1 - 719468);
}

struct civil
day_civil(struct day d)
{
	struct civil c = { 0 };
	int left, year, from_march;

	if (!day_known(d) || d.number < DAY_FIRST || d.number > DAY_LAST)
		return c;
	left = d.number + 719468;
	year = (int)((int64_t)left * 400 / DAYS_IN_400_YEARS);
	while (days_before_march(year + 1) <= left)
		year++;
	while (days_before_march(year) > left)
		year--;
	left -= days_before_march(year);
	from_march = (left * 5 + 2) / 153;
	c.day = left - (from_march * 153 + 2) / 5 + 1;
	c.month = (from_march + 2) % 12 + 1;
	c.year = year + (c.month <= 2);
	return c;
}

int
day_weekday(struct day d)
{
	if (!day_known(d))
		return 0;
	return (d.number % 7 + 10) % 7 + 1;	/* day 0 was a Thursday */
}

struct day
day_add(struct day d, int days)
{
	return day_known(d) ? within((int64_t)d.number + days) : DAY_NONE;
}

struct day
day_add_months(struct day d, int months)
{
	struct civil c = day_civil(d);
	int64_t total;
	int year, month, length;

	if (c.year == 0)
		return DAY_NONE;
	total = (int64_t)c.year * 12 + (c.month - 1) + months;
	if (total < 12 || total >= INT64_C(10000) * 12)
		return DAY_NONE;
	year = (int)(total / 12);
	month = (int)(total % 12) + 1;
	length = day_month_length(year, month);
	return day_make(year, month, c.day < length ? c.day : length);
}

int
day_between(struct day from, struct day to)
{
	return day_known(from) && day_known(to) ? to.number - from.number : 0;
}

/* The first ten characters; what follows is the caller's. */
static struct day
date_read(const char *text)
{
	int year, month, day;

	if (!digits_read(text, 4, &year) || text[4] != '-' ||
	    !digits_read(text + 5, 2, &month) || text[7] != '-' ||
	    !digits_read(text + 8, 2, &day))
		return DAY_NONE;
	return day_make(year, month, day);
}

struct day
day_parse(const char *text)
{
	if (text == NULL || strlen(text) != 10)
		return DAY_NONE;
	return date_read(text);
}

static char *
date_put(char *at, int year, int month, int day)
{
	at = digits_put(at, year, 4);
	*at++ = '-';
	at = digits_put(at, month, 2);
	*at++ = '-';
	return digits_put(at, day, 2);
}

char *
day_print(struct day d, char text[static DAY_TEXT])
{
	struct civil c = day_civil(d);

	*(c.year == 0 ? text : date_put(text, c.year, c.month, c.day)) = '\0';
	return text;
}

struct day
day_of_instant(instant at)
{
	int64_t local;

	if (at == INSTANT_NONE || at > INT64_MAX - CHINA)
		return DAY_NONE;
	local = at + CHINA;
	return within(local / WHOLE - (local % WHOLE < 0));
}

/* Microseconds since midnight in China, for an instant within the range of days. */
static int64_t
time_of(instant at)
{
	int64_t rest = (at + CHINA) % WHOLE;

	return rest < 0 ? rest + WHOLE : rest;
}

int
instant_minute(instant at)
{
	return day_known(day_of_instant(at)) ? (int)(time_of(at) / MINUTE) : -1;
}

instant
instant_make(struct day d, int hour, int minute, int second, int microsecond)
{
	if (!day_known(d) || d.number < DAY_FIRST || d.number > DAY_LAST ||
	    hour < 0 || hour > 23 || minute < 0 || minute > 59 ||
	    second < 0 || second > 59 || microsecond < 0 || microsecond > 999999)
		return INSTANT_NONE;
	return d.number * WHOLE - CHINA + hour * HOUR + minute * MINUTE +
	    second * SECOND + microsecond;
}

instant
instant_add(instant at, int64_t microseconds)
{
	const int64_t span = (int64_t)(DAY_LAST - DAY_FIRST + 1) * WHOLE;

	if (!day_known(day_of_instant(at)) || microseconds > span || microseconds < -span)
		return INSTANT_NONE;
	at += microseconds;
	return day_known(day_of_instant(at)) ? at : INSTANT_NONE;
}

struct moment
instant_parts(instant at)
{
	struct civil c = day_civil(day_of_instant(at));
	struct moment m = { 0 };
	int64_t time;

	if (c.year == 0)
		return m;
	time = time_of(at);
	m.year = c.year;
	m.month = c.month;
	m.day = c.day;
	m.hour = (int)(time / HOUR);
	m.minute = (int)(time / MINUTE % 60);
	m.second = (int)(time / SECOND % 60);
	m.microsecond = (int)(time % SECOND);
	return m;
}

/* Nothing, or a point and one to six digits. */
static bool
fraction_read(const char *text, int *microsecond)
{
	int scale = 100000;

	*microsecond = 0;
	if (*text == '\0')
		return true;
	if (*text++ != '.' || *text == '\0')
		return false;
	for (; digit(*text) && scale > 0; text++, scale /= 10)
		*microsecond += (*text - '0') * scale;
	return *text == '\0';
}

instant
instant_parse(const char *text)
{
	int hour, minute, second, microsecond;

	if (text == NULL || strlen(text) < 19 || text[10] != ' ' ||
	    !digits_read(text + 11, 2, &hour) || text[13] != ':' ||
	    !digits_read(text + 14, 2, &minute) || text[16] != ':' ||
	    !digits_read(text + 17, 2, &second) || !fraction_read(text + 19, &microsecond))
		return INSTANT_NONE;
	return instant_make(date_read(text), hour, minute, second, microsecond);
}

char *
instant_print(instant at, char text[static INSTANT_TEXT])
{
	char *end = instant_print_seconds(at, text);

	if (*end == '\0')
		return text;
	text[19] = '.';
	*digits_put(text + 20, instant_parts(at).microsecond, 6) = '\0';
	return text;
}

char *
instant_print_seconds(instant at, char text[static INSTANT_TEXT])
{
	struct moment m = instant_parts(at);
	char *end = text;

	if (m.year != 0) {
		end = date_put(end, m.year, m.month, m.day);
		*end++ = ' ';
		end = digits_put(end, m.hour, 2);
		*end++ = ':';
		end = digits_put(end, m.minute, 2);
		*end++ = ':';
		end = digits_put(end, m.second, 2);
	}
	*end = '\0';
	return text;
}
