/* arrangement.c - a notice of holidays as people type it: see arrangement.h. */
#include "rules/arrangement.h"

#include <stdbool.h>
#include <string.h>

static const char *
skip_blanks(const char *at)
{
	return at + strspn(at, " \t");
}

/* A day at *at, which is moved behind it. */
static struct day
day_at(const char **at)
{
	char text[DAY_TEXT];

	if (strnlen(*at, DAY_TEXT - 1) < DAY_TEXT - 1)
		return DAY_NONE;
	memcpy(text, *at, DAY_TEXT - 1);
	text[DAY_TEXT - 1] = '\0';
	*at += DAY_TEXT - 1;
	return day_parse(text);
}

static bool
word_at(const char **at, const char *word)
{
	size_t bytes = strlen(word);

	if (strncmp(*at, word, bytes) != 0 || strchr(" \t\n", (*at)[bytes]) == NULL)
		return false;
	*at += bytes;
	return true;
}

static bool
kind_at(const char **at, enum calendar_kind *kind)
{
	if (word_at(at, "休") || word_at(at, "off"))
		return *kind = CALENDAR_OFF, true;
	if (word_at(at, "班") || word_at(at, "work"))
		return *kind = CALENDAR_WORK, true;
	return false;
}

/* Put in its place among the days. */
static const char *
day_add_to(struct arrangement *a, struct day on, enum calendar_kind kind, const char *name, size_t bytes)
{
	size_t i = a->count;

	if (a->count == ARRANGED_MOST)
		return "arrangement_many";
	for (; i > 0 && !day_before(a->days[i - 1].on, on); i--)
		if (day_same(a->days[i - 1].on, on))
			return "arrangement_twice";
	memmove(&a->days[i + 1], &a->days[i], (a->count - i) * sizeof(a->days[0]));
	a->days[i] = (struct arranged){ .on = on, .kind = kind };
	memcpy(a->days[i].name, name, bytes);
	a->count++;
	return NULL;
}

static bool
day_of_notice(struct day on, int year)
{
	struct civil c = day_civil(on);

	return c.year == year || (c.year == year - 1 && c.month == 12);
}

/* One line, *at behind it. */
static const char *
line_read(const char **at, int year, struct arrangement *a)
{
	enum calendar_kind kind;
	struct day from = day_at(at), until = from;
	const char *wrong = NULL;
	size_t bytes;

	*at = skip_blanks(*at);
	if (**at == '~') {
		*at = skip_blanks(*at + 1);
		until = day_at(at);
		*at = skip_blanks(*at);
	}
	if (!day_known(from) || !day_known(until) || day_before(until, from))
		return "arrangement_day";
	if (!day_of_notice(from, year) || !day_of_notice(until, year))
		return "arrangement_year";
	if (!kind_at(at, &kind))
		return "arrangement_kind";
	*at = skip_blanks(*at);
	bytes = strcspn(*at, "\n");
	if (bytes >= ARRANGED_NAME)
		return "arrangement_name";
	for (; wrong == NULL && !day_before(until, from); from = day_add(from, 1))
		wrong = kind == CALENDAR_WORK && day_weekday(from) < 6 ? "arrangement_weekday" :
		    day_add_to(a, from, kind, *at, bytes);
	*at += bytes;
	return wrong;
}

const char *
arrangement_read(const char *text, int year, struct arrangement *a)
{
	const char *wrong;

	a->count = 0;
	a->line = 1;
	if (strlen(text) > ARRANGEMENT_BYTES)
		return "too_long";
	for (;;) {
		text = skip_blanks(text);
		if (*text == '\n') {
			text++;
			a->line++;
			continue;
		}
		if (*text == '\0')
			return a->count > 0 ? NULL : "required";
		if ((wrong = line_read(&text, year, a)) != NULL)
			return wrong;
	}
}

struct day
arrangement_last(int year, const struct arrangement *a)
{
	struct day last = day_make(year, 12, 28);

	return a != NULL && a->count > 0 && day_before(last, a->days[a->count - 1].on) ? a->days[a->count - 1].on : last;
}
