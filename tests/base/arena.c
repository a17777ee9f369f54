/* arena.c - what an arena promises. */
#include "base/arena.h"

#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
memory_is_zeroed_and_aligned(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	for (size_t n = 0; n < 300; n++) {
		unsigned char *p = arena_get(a, n);

		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < n; i++)
			assert_int_equal(p[i], 0);
		memset(p, 0xff, n);
	}
	arena_free(a);
}

static void
pieces_do_not_overlap(void **state)
{
	enum { PIECES = 2000 };
	static char *pieces[PIECES];
	struct arena *a = arena_new();

	(void)state;
	for (int i = 0; i < PIECES; i++)
		pieces[i] = arena_format(a, "piece %d %0*d", i, i % 700, i);
	for (int i = 0; i < PIECES; i++)
		assert_string_equal(pieces[i], arena_format(a, "piece %d %0*d", i, i % 700, i));
	arena_free(a);
}

static void
one_piece_may_be_larger_than_any_block(void **state)
{
	struct arena *a = arena_new();
	char *large = arena_get(a, 5 << 20), *small = arena_get(a, 1);

	(void)state;
	large[(5 << 20) - 1] = 'x';
	*small = 'y';
	assert_true(arena_used(a) >= 5 << 20);
	arena_free(a);
}

static void
a_reset_gives_everything_back(void **state)
{
	struct arena *a = arena_new();
	char *first = arena_get(a, 100);

	(void)state;
	memset(first, 'x', 100);
	arena_get(a, 1 << 20);
	arena_reset(a);
	assert_int_equal(arena_used(a), 0);
	assert_ptr_equal(arena_get(a, 100), first);
	assert_int_equal(first[99], 0);
	arena_free(a);
}

static void
texts_are_copied(void **state)
{
	struct arena *a = arena_new();
	char from[] = "食品";
	char *copy = arena_text(a, from), *part = arena_text_n(a, "abcdef", 3);

	(void)state;
	from[0] = 'x';
	assert_string_equal(copy, "食品");
	assert_string_equal(part, "abc");
	assert_string_equal(arena_text_n(a, "", 0), "");
	assert_string_equal(arena_format(a, "%s-%d", "A", 7), "A-7");
	assert_int_equal(arena_array(a, long, 3)[2], 0);
	arena_free(a);
}

/* What arena_format does itself and what it leaves to printf come to the same. */
static void
formats_are_printed_as_by_printf(void **state)
{
	struct arena *a = arena_new();
	char right[200];

	(void)state;
#define SAME(...) (snprintf(right, sizeof(right), __VA_ARGS__), \
	assert_string_equal(arena_format(a, __VA_ARGS__), right))
	SAME("plain");
	SAME("%s", "");
	SAME("%s.%zu.%s", "events", (size_t)12, "title");
	SAME("%d|%d|%u", -7, INT_MIN, UINT_MAX);
	SAME("%lld|%ld|%lu", LLONG_MIN, LONG_MAX, 0ul);
	SAME("%llu", ULLONG_MAX);
	SAME("%zu items", SIZE_MAX);
	SAME("%02d:%02d", 9, 5);
	SAME("100%% of %s", "it");
	SAME("%.3s|%5d|%x|%c", "abcdef", 42, 255u, 'x');
	SAME("%.1f MB", 1.25);
#undef SAME
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_aligned),
		cmocka_unit_test(pieces_do_not_overlap),
		cmocka_unit_test(formats_are_printed_as_by_printf),
		cmocka_unit_test(one_piece_may_be_larger_than_any_block),
		cmocka_unit_test(a_reset_gives_everything_back),
		cmocka_unit_test(texts_are_copied),
	};

	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
