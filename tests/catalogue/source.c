/* source.c - files as people bring them: encodings, line numbers, broken rows; and the tidying of values. */
#include "base/text.h"
#include "catalogue/native.h"
#include "catalogue/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;
static struct findings findings;
static struct source source;

static void
bring(enum source_form form, const char *bytes, size_t n)
{
	source_free(&source);
	findings_init(&findings, arena);
	source_read(&source, &findings, form, bytes, n);
}

#define BRING(form, text) bring(form, text, sizeof(text) - 1)

static const char *
cell(size_t row, const char *key)
{
	return native_text(source.rows[row].object, key);
}

static void
found(size_t i, unsigned line, const char *code)
{
	struct finding *f = findings.first;

	while (f && i-- > 0)
		f = f->next;
	assert_non_null(f);
	assert_string_equal(f->code, code);
	assert_int_equal(f->line, line);
}

static void
lines_are_numbered_and_blank_ones_passed_over(void **state)
{
	(void)state;
	BRING(SOURCE_JSONL, "{\"a\":\"1\"}\n\n  \r\n{\"a\":\"2\"}");
	assert_int_equal(source.count, 2);
	assert_int_equal(source.rows[1].line, 4);
	assert_int_equal(findings.errors, 0);
}

static void
a_broken_line_is_found_and_the_others_read(void **state)
{
	(void)state;
	BRING(SOURCE_JSONL, "{\"a\":\"1\"}\n{\"a\":\n[1]\n{\"a\":1,\"a\":2}\n{\"b\":\"\xe4\xb8\xad\"}\n{\"b\":\"\xff\"}\n");
	assert_int_equal(source.count, 2);
	assert_int_equal(source.broken, 4);
	assert_int_equal(findings.errors, 4);
	found(0, 2, "not_json");
	found(1, 3, "not_object");
	found(2, 4, "not_json");	/* a key twice */
	found(3, 6, "not_utf8");
}

static void
a_byte_order_mark_is_no_part_of_the_first_name(void **state)
{
	(void)state;
	BRING(SOURCE_CSV, "\xef\xbb\xbf" "code,title\r\nA-1,\xe4\xb8\xad\r\n");
	assert_int_equal(source.count, 1);
	assert_string_equal(cell(0, "code"), "A-1");
	assert_string_equal(cell(0, "title"), "\xe4\xb8\xad");
}

static void
gb18030_is_read_too(void **state)
{
	(void)state;
	BRING(SOURCE_CSV, "code,title\nA-1,\xca\xb3\xc6\xb7\xbe\xad\xd3\xaa\n");
	assert_int_equal(findings.errors, 0);
	assert_string_equal(cell(0, "title"), "\xe9\xa3\x9f\xe5\x93\x81\xe7\xbb\x8f\xe8\x90\xa5");
}

static void
a_cell_may_hold_lines_and_the_next_row_knows_its_own(void **state)
{
	(void)state;
	BRING(SOURCE_CSV, "a,b\n\"one\ntwo\",\"say \"\"hi\"\"\"\n\nx,y\n");
	assert_int_equal(source.count, 2);
	assert_int_equal(source.rows[0].line, 2);
	assert_int_equal(source.rows[1].line, 5);
	assert_string_equal(cell(0, "a"), "one\ntwo");
	assert_string_equal(cell(0, "b"), "say \"hi\"");
}

static void
rows_of_another_length_and_columns_named_twice_are_found(void **state)
{
	(void)state;
	BRING(SOURCE_CSV, "a,a\n1,2,3\n1\n1,2\n");
	assert_int_equal(source.count, 1);
	found(0, 1, "column_name");
	found(1, 2, "cells");
	found(2, 3, "cells");
	BRING(SOURCE_CSV, "a,b\n\"1,2\n");
	found(0, 2, "quotes");
}

static void
our_own_guard_before_a_formula_is_taken_off_again(void **state)
{
	(void)state;
	BRING(SOURCE_CSV, "a,b\n'=1+1,'plain\n");
	assert_string_equal(cell(0, "a"), "=1+1");
	assert_string_equal(cell(0, "b"), "'plain");
}

static void
an_empty_file_has_no_rows(void **state)
{
	(void)state;
	BRING(SOURCE_JSONL, "");
	found(0, 0, "no_rows");
	BRING(SOURCE_CSV, "a,b\n");
	found(0, 0, "no_rows");
}

/* ---- the csv-spectrum files; newlines_crlf lost its carriage returns on the way here ---- */

static void
other_peoples_csv_reads_as_their_json_says(void **state)
{
	static const char *const names[] = { "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json",
		"location_coordinates", "newlines", "quotes_and_newlines", "simple", "simple_crlf", "utf8" };
	const char *root = getenv("YIMEN_SOURCE"), *dir = getenv("YIMEN_DATA");
	size_t compared = 0;

	(void)state;
	if (!dir)
		dir = arena_format(arena, "%s/../shared/data", root ? root : ".");
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		FILE *f = fopen(arena_format(arena, "%s/inputs/csv/csvs__%s.csv", dir, names[i]), "rb");
		json_t *want = json_load_file(arena_format(arena, "%s/inputs/csv/json__%s.json", dir, names[i]), 0, NULL);
		char bytes[4096];
		size_t n = f ? fread(bytes, 1, sizeof(bytes), f) : 0;

		if (f)
			fclose(f);
		if (!f || !want)
			continue;
		bring(SOURCE_CSV, bytes, n);
		assert_int_equal(source.count, json_array_size(want));
		for (size_t r = 0; r < source.count; r++)
			if (!json_equal(source.rows[r].object, json_array_get(want, r)))
				fail_msg("%s: row %zu differs", names[i], r + 1);
		json_decref(want);
		compared++;
	}
	if (compared == 0)
		skip();
}

/* ---- tidying ---- */

static json_t *
tidied(const char *json)
{
	json_t *object = json_loads(json, 0, NULL);

	assert_non_null(object);
	findings_init(&findings, arena);
	native_tidy(&native_item, object, &findings, 7, NULL, NULL);
	return object;
}

#define ITEM "\"code\":\"A-123\",\"title\":\"t\",\"organ\":\"1\",\"area\":\"990100\""

static void
cells_become_what_their_keys_are(void **state)
{
	json_t *item = tidied("{" ITEM ",\"visits\":\"2\",\"charged\":\"\xe6\x98\xaf\",\"audiences\":\"[\\\"2\\\",\\\"1\\\",\\\"2\\\"]\","
	    "\"materials\":\"[{\\\"name\\\":\\\"m\\\",\\\"copies\\\":\\\"1\\\",\\\"may_lack\\\":false}]\",\"stars\":\"\",\"bases\":[]}");
	json_t *want = json_loads("{" ITEM ",\"visits\":2,\"charged\":true,\"audiences\":[\"1\",\"2\"],"
	    "\"materials\":[{\"name\":\"m\",\"copies\":1}]}", 0, NULL);

	(void)state;
	assert_int_equal(findings.errors, 0);
	assert_true(json_equal(item, want));
	json_decref(item);
	json_decref(want);
}

static void
what_is_wrong_is_found_where_it_stands(void **state)
{
	json_t *item = tidied("{\"title\":\"t\",\"organ\":\"1\",\"area\":\"990100\",\"kind\":\"99\",\"visits\":1000,"
	    "\"effective_on\":\"2026-02-30\",\"nonsense\":1,\"steps\":[{\"name\":\"s\",\"limit\":\"x\"},{}],\"fees\":\"no\"}");

	(void)state;
	assert_int_equal(findings.errors, 8);
	found(0, 7, "unknown_key");
	found(1, 7, "required");
	found(2, 7, "choice");
	found(3, 7, "number");
	found(4, 7, "day");
	found(5, 7, "number");
	assert_string_equal(findings.first->next->next->next->next->next->column, "steps.1.limit");
	found(6, 7, "required");
	found(7, 7, "type");
	json_decref(item);
}

static void
control_characters_are_no_text(void **state)
{
	json_t *item = tidied("{" ITEM ",\"brief\":\"a\\u0007b\",\"conditions\":\"a\\nb\"}");

	(void)state;
	assert_int_equal(findings.errors, 1);
	found(0, 7, "not_plain");
	assert_string_equal(native_text(item, "conditions"), "a\nb");
	json_decref(item);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_are_numbered_and_blank_ones_passed_over),
		cmocka_unit_test(a_broken_line_is_found_and_the_others_read),
		cmocka_unit_test(a_byte_order_mark_is_no_part_of_the_first_name),
		cmocka_unit_test(gb18030_is_read_too),
		cmocka_unit_test(a_cell_may_hold_lines_and_the_next_row_knows_its_own),
		cmocka_unit_test(rows_of_another_length_and_columns_named_twice_are_found),
		cmocka_unit_test(our_own_guard_before_a_formula_is_taken_off_again),
		cmocka_unit_test(an_empty_file_has_no_rows),
		cmocka_unit_test(other_peoples_csv_reads_as_their_json_says),
		cmocka_unit_test(cells_become_what_their_keys_are),
		cmocka_unit_test(what_is_wrong_is_found_where_it_stands),
		cmocka_unit_test(control_characters_are_no_text),
	};
	int status;

	arena = arena_new();
	status = cmocka_run_group_tests_name("source", tests, NULL, NULL);
	source_free(&source);
	arena_free(arena);
	return status;
}
