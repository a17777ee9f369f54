/* sampling.c - a sample drawn again is the same, and every case is as likely as another. */
#include "rules/sampling.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

/* Which of the numbers 1 … n are taken. */
static long long
draw(const char *seed, long long n, long long size, bool *taken, char *listing)
{
	struct sampling s;
	long long count = 0;
	char number[24];

	sampling_begin(&s, seed, n, size);
	for (long long i = 0; i < n; i++) {
		snprintf(number, sizeof(number), "%lld", i + 1);
		taken[i] = sampling_take(&s, number);
		count += taken[i];
	}
	sampling_listing(&s, listing);
	return count;
}

static void
again(void **state)
{
	bool first[1000], second[1000], other[1000];
	char a[SAMPLING_LISTING_TEXT], b[SAMPLING_LISTING_TEXT];

	(void)state;
	assert_int_equal(draw("2026-11-22 stand", 1000, 20, first, a), 20);
	assert_int_equal(draw("2026-11-22 stand", 1000, 20, second, b), 20);
	assert_memory_equal(first, second, sizeof(first));
	assert_string_equal(a, b);
	draw("2026-11-23 stand", 1000, 20, other, b);
	assert_true(memcmp(first, other, sizeof(first)) != 0);	/* another seed, another sample … */
	assert_string_equal(a, b);				/* … of the same list */
	draw("2026-11-22 stand", 999, 20, other, b);
	assert_string_not_equal(a, b);
}

/* What is published is kept: a later release must draw the same. */
static void
kept(void **state)
{
	bool taken[10];
	char listing[SAMPLING_LISTING_TEXT], which[11] = "";

	(void)state;
	draw("yimen", 10, 3, taken, listing);
	for (int i = 0; i < 10; i++)
		which[i] = taken[i] ? 'x' : '.';
	assert_string_equal(which, "...x...x.x");
	assert_string_equal(listing, "6c797c4b89c890cb");
}

static void
few(void **state)
{
	bool taken[5];
	char listing[SAMPLING_LISTING_TEXT];
	struct sampling s;

	(void)state;
	assert_int_equal(draw("few", 5, 20, taken, listing), 5);	/* all, when there are fewer */
	assert_int_equal(draw("none", 0, 20, taken, listing), 0);
	sampling_begin(&s, "beyond", 0, 1);
	assert_false(sampling_take(&s, "1"));		/* nothing beyond what was counted */
}

/* 20,000 samples of one in ten: each is taken about 2,000 times; five standard deviations are 212. */
static void
fair(void **state)
{
	int times[10] = { 0 };
	bool taken[10];
	char seed[24], listing[SAMPLING_LISTING_TEXT];

	(void)state;
	for (int i = 0; i < 20000; i++) {
		snprintf(seed, sizeof(seed), "%d", i);
		draw(seed, 10, 1, taken, listing);
		for (int j = 0; j < 10; j++)
			times[j] += taken[j];
	}
	for (int j = 0; j < 10; j++)
		assert_in_range(times[j], 2000 - 212, 2000 + 212);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(again), cmocka_unit_test(kept), cmocka_unit_test(few), cmocka_unit_test(fair),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
