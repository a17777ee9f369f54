/*
 * What a chart sets: an axis that ends where the numbers do, shapes within the drawing, and every number in the table.
 */
#include "fcgi/worker/chart.h"

#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

static const struct {
	const char *why;
	long long highest;
	int decimals;
	const char *unit, *last;	/* the highest tick's text */
} axes[] = {
	{ "nothing at all still has an axis", 0, 0, NULL, "1" },
	{ "whole numbers get whole steps", 3, 0, NULL, "3" },
	{ "steps of one", 5, 0, NULL, "5" },
	{ "steps of two", 7, 0, NULL, "8" },
	{ "steps of five", 23, 0, NULL, "25" },
	{ "steps of twenty thousand", 99999, 0, NULL, "100000" },
	{ "shares with one decimal", 1000, 1, "%", "100.0%" },
};

static struct page *
drawn(enum chart_kind kind, size_t points, long long value, int decimals, const char *unit)
{
	static struct request_inside in;
	struct request *rq = arena_get(arena, sizeof(*rq));
	struct page *page;
	struct chart *c;

	*rq = (struct request){ .arena = arena, .inside = &in };
	page = page_new(rq);
	c = chart_open(page, "c", (struct chart_about){ .kind = kind, .title = "t", .heading = "h", .unit = unit,
	    .decimals = decimals });
	chart_series(c, "一");
	chart_series(c, "二");
	for (size_t i = 0; i < points; i++)
		chart_point(c, arena_format(arena, "2026-%02zu", i + 1), "/x",
		    (const long long[]){ value, i == 1 ? CHART_NONE : value / 2 });
	chart_close(c);
	return page;
}

static void
the_axis_ends_where_the_numbers_do(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(axes) / sizeof(axes[0]); i++) {
		struct page *page = drawn(CHART_COLUMNS, 3, axes[i].highest, axes[i].decimals, axes[i].unit);
		const char *last = "";

		for (int n = 0; n < 10; n++) {
			const char *text = page_get(page, arena_format(arena, "c.wide.ticks.%d.text", n));

			last = *text != '\0' ? text : last;
		}
		if (!text_is(last, axes[i].last))
			fail_msg("%s: %s", axes[i].why, last);
	}
}

static double
number_at(struct page *page, const char *drawing, int n, const char *name)
{
	return atof(page_get(page, arena_format(arena, "c.%s.bars.%d.%s", drawing, n, name)));
}

static void
nothing_lies_outside_the_drawing(void **state)
{
	static const char *const drawings[] = { "wide", "narrow" };
	static const size_t counts[] = { 1, 2, 24, CHART_POINTS_MOST };

	(void)state;
	for (int kind = CHART_BARS; kind <= CHART_STACKED; kind++)
		for (size_t k = 0; k < sizeof(counts) / sizeof(counts[0]); k++)
			for (size_t i = 0; i < 2; i++) {
				struct page *page = drawn((enum chart_kind)kind, counts[k], 1234, 0, NULL);
				double width = atof(page_get(page, arena_format(arena, "c.%s.width", drawings[i])));
				double height = atof(page_get(page, arena_format(arena, "c.%s.height", drawings[i])));

				for (int n = 0; *page_get(page, arena_format(arena, "c.%s.bars.%d.x", drawings[i], n)); n++) {
					double x = number_at(page, drawings[i], n, "x"), y = number_at(page, drawings[i], n, "y");

					assert_true(x >= 0 && x + number_at(page, drawings[i], n, "width") <= width);
					assert_true(y >= 0 && y + number_at(page, drawings[i], n, "height") <= height);
				}
			}
}

static void
an_unknown_number_breaks_a_line_and_has_no_bar(void **state)
{
	struct page *page = drawn(CHART_LINES, 3, 10, 0, NULL);

	(void)state;
	assert_non_null(strstr(page_get(page, "c.wide.lines.0.path"), "L"));
	assert_null(strchr(page_get(page, "c.wide.lines.1.path"), 'L'));
	page = drawn(CHART_COLUMNS, 2, 10, 0, NULL);
	assert_string_equal(page_get(page, "c.wide.bars.2.mark"), "0");
	assert_string_equal(page_get(page, "c.wide.bars.3.mark"), "");
}

static void
the_table_has_every_number(void **state)
{
	struct page *page = drawn(CHART_LINES, CHART_POINTS_MOST + 5, 975, 1, "%");

	(void)state;
	assert_string_equal(page_get(page, "c.rows.64.label"), "2026-65");
	assert_string_equal(page_get(page, "c.rows.64.values.0.text"), "97.5%");
	assert_string_equal(page_get(page, "c.rows.1.values.1.text"), "–");
	assert_string_equal(page_get(page, "c.rows.0.values.1.label"), "二");
	assert_string_equal(page_get(page, "c.legend"), "1");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_axis_ends_where_the_numbers_do),
		cmocka_unit_test(nothing_lies_outside_the_drawing),
		cmocka_unit_test(an_unknown_number_breaks_a_line_and_has_no_bar),
		cmocka_unit_test(the_table_has_every_number),
	};
	int failed;

	arena = arena_new();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
