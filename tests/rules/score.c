/* score.c - how an organ did: every row is a sentence. */
#include "rules/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#define N	FIGURE_NONE

static const struct {
	const char *why;
	struct score_counts counts;
	long long parts[SCORE_PART_COUNT], total;
} rows[] = {
	{ "nothing happened: nothing is judged", { .median = N, .promised = N }, { N, N, N, N, N }, N },
	{ "all in time, at once, nothing returned, all very satisfied", { 10, 0, 10, 10, 0, 0, 10, 5, 5, 0 },
	    { 1000, 1000, 1000, 1000, 1000 }, 1000 },
	{ "what took all that was promised has half of speed", { 10, 0, 10, 10, 0, 10, 10, 0, 0, 0 },
	    { 1000, 500, 1000, N, 1000 }, 882 },
	{ "one late of ten costs ten points of the first part, its card ten of the last", { 10, 0, 10, 10, 1, 10, 10, 0, 0, 1 },
	    { 900, 500, 1000, N, 900 }, 824 },
	{ "a rating of 3 is half", { 10, 0, 10, 10, 0, 0, 10, 2, 6, 0 }, { 1000, 1000, 1000, 500, 1000 }, 925 },
	{ "a rating of 5 is nothing", { 10, 0, 10, 10, 0, 0, 10, 2, 10, 0 }, { 1000, 1000, 1000, 0, 1000 }, 850 },
	{ "no part falls below nothing", { 10, 10, 10, 10, 10, 90, 10, 1, 5, 90 }, { 0, 0, 0, 0, 0 }, 0 },
	{ "promises of no days are not divided by", { 10, 0, 10, 10, 0, 0, 0, 0, 0, 0 }, { 1000, N, 1000, N, 1000 }, 1000 },
};

static void
scores_follow_from_counts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct score s = score_of(&rows[i].counts, score_weights_usual);

		if (memcmp(s.parts, rows[i].parts, sizeof(s.parts)) != 0 || s.total != rows[i].total)
			fail_msg("%s: %lld %lld %lld %lld %lld: %lld", rows[i].why, s.parts[0], s.parts[1], s.parts[2], s.parts[3],
			    s.parts[4], s.total);
	}
}

static const struct {
	const char *why, *text;
	bool fine;
	int first, last;
} settings[] = {
	{ "as it is documented", "on_time 40 speed 20 guide 15 rating 15 cards 10", true, 40, 10 },
	{ "what is not named weighs nothing", "on_time 1", true, 1, 0 },
	{ "nothing at all", "", false, 40, 10 },
	{ "a part nobody knows", "on_time 40 luck 60", false, 40, 10 },
	{ "a part without its weight", "on_time", false, 40, 10 },
	{ "a weight that is no number", "on_time forty", false, 40, 10 },
	{ "twice", "on_time 40 on_time 60", false, 40, 10 },
	{ "all nought", "on_time 0 cards 0", false, 40, 10 },
	{ "too heavy", "on_time 99999999999999", false, 40, 10 },
};

static void
weights_are_read_or_usual(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(settings) / sizeof(settings[0]); i++) {
		int weights[SCORE_PART_COUNT];

		if (score_weights_read(settings[i].text, weights) != settings[i].fine || weights[SCORE_ON_TIME] != settings[i].first ||
		    weights[SCORE_CARDS] != settings[i].last)
			fail_msg("%s", settings[i].why);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scores_follow_from_counts),
		cmocka_unit_test(weights_are_read_or_usual),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
