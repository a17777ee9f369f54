/*
 * A list to take home: the same rows as CSV and as a workbook.
 */
#include "fcgi/worker/sheet.h"

#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>
#include <malloc.h>

static struct arena *arena;
static struct config config;
static char dir[] = "/tmp/yimen-sheet-XXXXXX";

static const struct {
	const char *why, *typed, *csv;
} texts[] = {
	{ "plain text stays as it is", "建设工程施工许可", "建设工程施工许可" },
	{ "a comma is quoted", "a,b", "\"a,b\"" },
	{ "a quotation mark is doubled", "a\"b", "\"a\"\"b\"" },
	{ "a line break stays within its cell", "a\nb", "\"a\nb\"" },
	{ "a formula is none", "=HYPERLINK(\"http://evil\")", "\"'=HYPERLINK(\"\"http://evil\"\")\"" },
	{ "nor with a plus", "+1", "\"'+1\"" },
	{ "nor with a minus", "-1", "\"'-1\"" },
	{ "nor with an at", "@SUM(A1)", "\"'@SUM(A1)\"" },
	{ "nor with a tab", "\t=1", "\"'\t=1\"" },
	{ "nothing is an empty cell", "", "" },
};

static struct request
request_of(struct request_inside *in, const char *path)
{
	return (struct request){ .arena = arena, .config = &config, .path = path, .inside = in,
	    .now = instant_make(day_make(2026, 5, 8), 9, 30, 0, 0) };
}

static const char *
csv_of(const char *typed, size_t *bytes)
{
	static const char *const heads[] = { "a", NULL };
	struct request_inside in = { .key = NULL };
	struct request rq = request_of(&in, "/x.csv");
	struct page *page = page_new(&rq);
	struct sheet *s = sheet_open(&rq, page, "x", heads);

	assert_true(sheet_row(s));
	sheet_text(s, typed);
	assert_int_equal(sheet_close(s), REPLY_BYTES);
	assert_string_equal(page_result(page)->name, "x.csv");
	*bytes = page_result(page)->count;
	return arena_text_n(arena, page_result(page)->bytes, page_result(page)->count);
}

static void
texts_are_texts(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		size_t bytes;
		const char *csv = csv_of(texts[i].typed, &bytes);

		if (!text_is(csv, arena_format(arena, "\xef\xbb\xbf" "a\r\n%s\r\n", texts[i].csv)))
			fail_msg("%s: %s", texts[i].why, csv);
	}
}

/* One row of each kind of cell, one row cut short, in either form. */
static const struct page_bytes *
rows_of(const char *path, size_t rows)
{
	static const char *const heads[] = { "number", "count", "share", "day", "at", NULL };
	struct request_inside in = { .key = NULL };
	struct request rq = request_of(&in, path);
	struct page *page = page_new(&rq);
	struct sheet *s = sheet_open(&rq, page, "rows", heads);

	for (size_t i = 0; i < rows && sheet_row(s); i++) {
		sheet_text(s, "=云");
		if (i == 1)
			continue;
		sheet_number(s, -3);
		sheet_decimal(s, -705);
		sheet_day(s, day_make(2026, 5, 8));
		sheet_instant(s, instant_make(day_make(2026, 5, 8), 9, 30, 7, 5));
		sheet_text(s, "beyond the last column");
	}
	if (sheet_close(s) != REPLY_BYTES)
		return NULL;
	return page_result(page);
}

static void
cells_have_kinds(void **state)
{
	const struct page_bytes *b = rows_of("/rows.csv", 2);

	(void)state;
	assert_non_null(b);
	assert_string_equal(b->content_type, "text/csv; charset=utf-8");
	assert_string_equal(b->bytes, "\xef\xbb\xbf" "number,count,share,day,at\r\n"
	    "\"'=云\",-3,-7.05,2026-05-08,2026-05-08 09:30:07\r\n\"'=云\",,,,\r\n");
}

static void
a_workbook_is_one(void **state)
{
	const struct page_bytes *b = rows_of("/rows.xlsx", 2);
	char path[100];

	(void)state;
	assert_non_null(b);
	assert_string_equal(b->name, "rows.xlsx");
	assert_true(b->count > 1000 && memcmp(b->bytes, "PK\3\4", 4) == 0);
	snprintf(path, sizeof(path), "%s/tmp", dir);
	assert_int_equal(rmdir(path), 0);	/* nothing is left behind */
	assert_int_equal(mkdir(path, 0750), 0);
}

static void
a_list_too_long_is_refused_whole(void **state)
{
	(void)state;
	assert_non_null(rows_of("/rows.csv", SHEET_ROWS_MOST));
	assert_null(rows_of("/rows.csv", SHEET_ROWS_MOST + 1));
	assert_null(rows_of("/rows.xlsx", SHEET_ROWS_MOST + 1));
}

/* A worker lives for a hundred thousand requests: 272 bytes of each workbook were 568 kB in the long soak. */
static void
what_a_sheet_took_is_given_back(void **state)
{
	static const char *const paths[] = { "/rows.csv", "/rows.xlsx" };

	(void)state;
	for (size_t i = 0; i < 2; i++) {
		size_t before = 0;

		for (int n = 0; n < 40; n++) {
			assert_non_null(rows_of(paths[i], 3));
			arena_reset(arena);
			if (n == 19)
				before = mallinfo2().uordblks;
		}
		assert_true(mallinfo2().uordblks < before + 20 * 200);
	}
}

static void
a_disk_that_fails_is_the_machines_failure(void **state)
{
	struct config nowhere = { .upload_dir = "/nowhere" };
	static const char *const heads[] = { "a", NULL };
	struct request_inside in = { .key = NULL };
	struct request rq = request_of(&in, "/x.xlsx");
	struct sheet *s;

	(void)state;
	rq.config = &nowhere;
	s = sheet_open(&rq, page_new(&rq), "x", heads);
	assert_true(sheet_row(s));
	sheet_text(s, "a");
	sheet_close(s);
	assert_true(in.machine_failed);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_texts),
		cmocka_unit_test(cells_have_kinds),
		cmocka_unit_test(a_workbook_is_one),
		cmocka_unit_test(a_list_too_long_is_refused_whole),
		cmocka_unit_test(what_a_sheet_took_is_given_back),
		cmocka_unit_test(a_disk_that_fails_is_the_machines_failure),
	};
	char path[100];
	int failed;

	if (mkdtemp(dir) == NULL)
		return 1;
	config.upload_dir = dir;
	snprintf(path, sizeof(path), "%s/tmp", dir);
	mkdir(path, 0750);
	arena = arena_new();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	rmdir(path);
	rmdir(dir);
	return failed;
}
