/* score.c - see score.h. */
#include "rules/score.h"

#include <string.h>

static const char *const part_names[] = { SCORE_PARTS(NAMES_TEXT) };

const int score_weights_usual[SCORE_PART_COUNT] = { 40, 20, 15, 15, 10 };

enum { WEIGHT_MOST = 1000 };

const char *
score_part_name(enum score_part part)
{
	return names_at(part_names, SCORE_PART_COUNT, (int)part);
}

static const char *
word_take(const char *text, char word[static 32])
{
	size_t n = 0;

	while (*text == ' ')
		text++;
	while (*text != ' ' && *text != '\0' && n < 31)
		word[n++] = *text++;
	word[n] = '\0';
	return text;
}

static int
weight_read(const char *word)
{
	int weight = 0;

	for (const char *c = word; *c != '\0'; c++) {
		if (*c < '0' || *c > '9' || weight > WEIGHT_MOST)
			return -1;
		weight = weight * 10 + (*c - '0');
	}
	return *word == '\0' || weight > WEIGHT_MOST ? -1 : weight;
}

static bool
weights_read(const char *text, int weights[static SCORE_PART_COUNT])
{
	bool seen[SCORE_PART_COUNT] = { false };
	char word[32];
	int all = 0;

	memset(weights, 0, SCORE_PART_COUNT * sizeof(weights[0]));
	for (text = word_take(text, word); *word != '\0'; text = word_take(text, word)) {
		int part = names_find(part_names, SCORE_PART_COUNT, word);

		text = word_take(text, word);
		if (part < 0 || seen[part] || weight_read(word) < 0)
			return false;
		seen[part] = true;
		weights[part] = weight_read(word);
		all += weights[part];
	}
	return all > 0;
}

bool
score_weights_read(const char *text, int weights[static SCORE_PART_COUNT])
{
	if (weights_read(text, weights))
		return true;
	memcpy(weights, score_weights_usual, sizeof(score_weights_usual));
	return false;
}

static long long
within(long long tenths)
{
	return tenths < 0 ? 0 : tenths > 1000 ? 1000 : tenths;
}

struct score
score_of(const struct score_counts *c, const int weights[static SCORE_PART_COUNT])
{
	struct score s;
	long long sum = 0, all = 0;

	s.parts[SCORE_ON_TIME] = figure_share(c->timed - c->late, c->timed);
	s.parts[SCORE_SPEED] = c->median == FIGURE_NONE || c->promised == FIGURE_NONE || c->promised == 0 ? FIGURE_NONE :
	    within(1000 - 500 * c->median / c->promised);
	s.parts[SCORE_GUIDE] = c->received <= 0 ? FIGURE_NONE : within(1000 - figure_share(c->returned, c->received));
	s.parts[SCORE_RATING] = c->ratings <= 0 ? FIGURE_NONE :
	    within((500 * c->ratings - 100 * c->levels) * 5 / (2 * c->ratings));
	s.parts[SCORE_CARDS] = c->done <= 0 ? FIGURE_NONE : within(1000 - 1000 * c->red / c->done);
	for (int i = 0; i < SCORE_PART_COUNT; i++)
		if (s.parts[i] != FIGURE_NONE) {
			sum += s.parts[i] * weights[i];
			all += weights[i];
		}
	s.total = all == 0 ? FIGURE_NONE : (2 * sum + all) / (2 * all);
	return s;
}
