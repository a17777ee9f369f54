/* text.c - a growing text, and the questions asked of text. */
#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
a_text_grows(void **state)
{
	struct text t;

	(void)state;
	text_init(&t);
	for (int i = 0; i < 10000; i++)
		text_format(&t, "%d,", i % 10);
	assert_int_equal(t.bytes, 20000);
	assert_int_equal(strlen(t.start), 20000);
	text_clear(&t);
	assert_string_equal(t.start, "");
	text_add(&t, "a");
	text_add_char(&t, 'b');
	text_add_n(&t, "cde", 2);
	assert_string_equal(t.start, "abcd");
	text_free(&t);
}

static void
a_large_room_is_not_kept(void **state)
{
	struct text t;

	(void)state;
	text_init(&t);
	for (int i = 0; i < 3 << 20; i++)
		text_add_char(&t, 'x');
	text_clear(&t);
	assert_true(t.room <= 1 << 20);
	text_add(&t, "still usable");
	assert_string_equal(t.start, "still usable");
	text_free(&t);
}

struct escape {
	const char *why;
	void (*add)(struct text *, const char *);
	const char *from, *to;
};

static const struct escape escapes[] = {
	{ "plain JSON stays", text_add_json, "食品 abc", "食品 abc" },
	{ "quotes and backslashes", text_add_json, "a\"b\\c", "a\\\"b\\\\c" },
	{ "control characters", text_add_json, "a\nb\tc\x01", "a\\nb\\u0009c\\u0001" },
	{ "no script can be closed", text_add_json, "</script>", "\\u003c/script>" },
	{ "a plain field", text_add_csv, "abc", "abc" },
	{ "a comma is quoted", text_add_csv, "a,b", "\"a,b\"" },
	{ "a quote is doubled", text_add_csv, "a\"b", "\"a\"\"b\"" },
	{ "a line break is quoted", text_add_csv, "a\r\nb", "\"a\r\nb\"" },
	{ "a formula is defused", text_add_csv, "=1+1", "\"'=1+1\"" },
	{ "so is a negative number", text_add_csv, "-1", "\"'-1\"" },
	{ "so is an at sign", text_add_csv, "@SUM(A1)", "\"'@SUM(A1)\"" },
	{ "so is what begins with a line end", text_add_csv, "\n=1+1", "\"'\n=1+1\"" },
	{ "so is a wide equals sign, which some spreadsheets read as the narrow one", text_add_csv, "＝1+1", "\"'＝1+1\"" },
	{ "no other separator opens a cell within", text_add_csv, "a;=1+1", "\"a;=1+1\"" },
	{ "nor a tab", text_add_csv, "a\t=1+1", "\"a\t=1+1\"" },
	{ "an empty field", text_add_csv, "", "" },
	{ "unreserved bytes stay", text_add_url, "aZ09-._~", "aZ09-._~" },
	{ "others are encoded", text_add_url, "a b/食", "a%20b%2F%E9%A3%9F" },
};

static void
escaping(void **state)
{
	struct text t;

	(void)state;
	text_init(&t);
	for (size_t i = 0; i < sizeof(escapes) / sizeof(escapes[0]); i++) {
		text_clear(&t);
		escapes[i].add(&t, escapes[i].from);
		if (!text_is(t.start, escapes[i].to))
			fail_msg("%s: %s", escapes[i].why, t.start);
	}
	text_free(&t);
}

static void
hex_goes_both_ways(void **state)
{
	const uint8_t bytes[] = { 0x00, 0x7f, 0x80, 0xff };
	uint8_t back[4];
	struct text t;

	(void)state;
	text_init(&t);
	text_add_hex(&t, bytes, sizeof(bytes));
	assert_string_equal(t.start, "007f80ff");
	assert_true(text_from_hex("007F80fF", back, 4));
	assert_memory_equal(back, bytes, 4);
	assert_false(text_from_hex("007f80", back, 4));
	assert_false(text_from_hex("007f80ff00", back, 4));
	assert_false(text_from_hex("007f80fg", back, 4));
	text_free(&t);
}

static void
comparing(void **state)
{
	(void)state;
	assert_true(text_is(NULL, NULL));
	assert_false(text_is(NULL, ""));
	assert_true(text_is("a", "a"));
	assert_true(text_empty(NULL));
	assert_true(text_empty(" \t\r\n\xe3\x80\x80"));
	assert_false(text_empty(" 　x"));
	assert_true(text_starts("abc", "ab"));
	assert_false(text_starts("a", "ab"));
	assert_true(text_ends("abc", "bc"));
	assert_false(text_ends("c", "bc"));
}

static void
trimming(void **state)
{
	static const struct { const char *from, *to; } rows[] = {
		{ "", "" }, { "  ", "" }, { "a", "a" }, { " a b ", "a b" },
		{ "　　许可　", "许可" }, { "\xe3\x80\x80 \xe3\x80\x80", "" }, { "\r\na\r\n", "a" },
		{ "\x80\x80 x", "\x80\x80 x" },
	};
	char text[40];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		snprintf(text, sizeof(text), "%s", rows[i].from);
		assert_string_equal(text_trim(text), rows[i].to);
	}
}

struct number {
	const char *why, *text;
	long long least, most;
	bool good;
	long long value;
};

static const struct number numbers[] = {
	{ "a digit", "7", 0, 9, true, 7 },
	{ "the least", "-3", -3, 9, true, -3 },
	{ "below the least", "-4", -3, 9, false, 0 },
	{ "above the most", "10", 0, 9, false, 0 },
	{ "nothing", "", 0, 9, false, 0 },
	{ "a sign alone", "-", -9, 9, false, 0 },
	{ "a plus sign", "+1", 0, 9, false, 0 },
	{ "a space before", " 1", 0, 9, false, 0 },
	{ "a letter behind", "1a", 0, 9, false, 0 },
	{ "a newline behind", "1\n", 0, 9, false, 0 },
	{ "hex", "0x1", 0, 9, false, 0 },
	{ "full-width digits", "１", 0, 9, false, 0 },
	{ "the largest", "9223372036854775807", INT64_MIN, INT64_MAX, true, INT64_MAX },
	{ "beyond the largest", "9223372036854775808", INT64_MIN, INT64_MAX, false, 0 },
};

static void
numbers_are_whole_and_bounded(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
		const struct number *n = &numbers[i];
		long long value = 42;

		if (text_number(n->text, n->least, n->most, &value) != n->good)
			fail_msg("%s", n->why);
		assert_int_equal(value, n->good ? n->value : 42);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_grows),
		cmocka_unit_test(a_large_room_is_not_kept),
		cmocka_unit_test(escaping),
		cmocka_unit_test(hex_goes_both_ways),
		cmocka_unit_test(comparing),
		cmocka_unit_test(trimming),
		cmocka_unit_test(numbers_are_whole_and_bounded),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
