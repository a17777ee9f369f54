/* utf8.c - UTF-8 at the edge; YIMEN_DATA names a folder with test data of others (inputs/encoding). */
#include "base/utf8.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

struct sample {
	const char *why, *bytes;
	bool valid, plain;
};

static const struct sample samples[] = {
	{ "nothing", "", true, true },
	{ "ASCII", "The quick brown fox.", true, true },
	{ "Chinese", "行政许可", true, true },
	{ "the rare planes", "𠮷㐂䶮", true, true },
	{ "tab and newline", "a\tb\n", true, true },
	{ "a carriage return", "a\r\n", true, false },
	{ "an escape", "a\x1b[0m", true, false },
	{ "delete", "\x7f", true, false },
	{ "a C1 control", "\xc2\x85", true, false },
	{ "a no-break space", "\xc2\xa0", true, true },
	{ "a right-to-left override", "a\xe2\x80\xae" "b", true, false },
	{ "an isolate", "\xe2\x81\xa6", true, false },
	{ "U+FFFE", "\xef\xbf\xbe", true, false },
	{ "U+1FFFF", "\xf0\x9f\xbf\xbf", true, false },
	{ "U+10FFFD, the last", "\xf4\x8f\xbf\xbd", true, true },
	{ "above the last", "\xf4\x90\x80\x80", false, false },
	{ "an overlong slash", "\xc0\xaf", false, false },
	{ "an overlong slash of three", "\xe0\x80\xaf", false, false },
	{ "an overlong slash of four", "\xf0\x80\x80\xaf", false, false },
	{ "an overlong NUL", "\xc0\x80", false, false },
	{ "a high surrogate", "\xed\xa0\x80", false, false },
	{ "a pair of surrogates", "\xed\xa0\xbd\xed\xb8\x80", false, false },
	{ "the last before the surrogates", "\xed\x9f\xbf", true, true },
	{ "a lone continuation", "\x80", false, false },
	{ "cut after two of three", "许\xe8\xae", false, false },
	{ "five bytes", "\xf8\x88\x80\x80\x80", false, false },
	{ "0xff", "abcdefgh\xff", false, false },
};

static void
samples_are_judged(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
		const struct sample *s = &samples[i];

		if (utf8_valid(s->bytes, strlen(s->bytes)) != s->valid)
			fail_msg("valid: %s", s->why);
		if (utf8_plain(s->bytes, strlen(s->bytes)) != s->plain)
			fail_msg("plain: %s", s->why);
	}
	assert_false(utf8_valid("a\0b", 3));
	assert_false(utf8_valid("abcdefg\0abcdefgh", 16));
}

/* A fault is found wherever it stands among the eight bytes looked at together. */
static void
faults_are_found_at_any_place(void **state)
{
	char bytes[24];

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++) {
		memset(bytes, 'a', sizeof(bytes));
		assert_true(utf8_valid(bytes, sizeof(bytes)));
		bytes[i] = '\0';
		assert_false(utf8_valid(bytes, sizeof(bytes)));
		bytes[i] = '\x80';
		assert_false(utf8_valid(bytes, sizeof(bytes)));
		bytes[i] = '\x01';
		assert_true(utf8_valid(bytes, sizeof(bytes)));
	}
}

static void
every_code_point_goes_both_ways(void **state)
{
	(void)state;
	for (uint32_t p = 1; p <= 0x10ffff; p++) {
		char bytes[5] = "";
		size_t n = utf8_put(bytes, p), m;
		bool surrogate = p >= 0xd800 && p <= 0xdfff;

		if (utf8_valid(bytes, n) == surrogate)
			fail_msg("U+%04X", p);
		if (!surrogate && (utf8_next(bytes, &m) != p || m != n || utf8_length(bytes) != 1))
			fail_msg("U+%04X comes back different", p);
	}
}

static void
a_cut_falls_between_characters(void **state)
{
	(void)state;
	assert_int_equal(utf8_cut("许可", 6), 6);
	assert_int_equal(utf8_cut("许可", 5), 3);
	assert_int_equal(utf8_cut("许可", 3), 3);
	assert_int_equal(utf8_cut("许可", 2), 0);
	assert_int_equal(utf8_cut("许可", 100), 6);
	assert_int_equal(utf8_cut("abc", 0), 0);
	assert_int_equal(utf8_length("许可a"), 3);
	assert_int_equal(utf8_length(""), 0);
}

/* Lines "number:valid:bytes" and "number:invalid:bytes". */
static void
the_data_of_others_agrees(void **state)
{
	const char *folder = getenv("YIMEN_DATA");
	char path[500], *line = NULL;
	size_t room = 0, lines = 0;
	ssize_t n;
	FILE *f;

	(void)state;
	snprintf(path, sizeof(path), "%s/inputs/encoding/utf8tests.bin", folder ? folder : "");
	f = folder ? fopen(path, "r") : NULL;
	if (!f) {
		print_message("# YIMEN_DATA is not set: the data of others is not tried\n");
		skip();
	}
	while ((n = getline(&line, &room, f)) > 0) {
		char *kind = memchr(line, ':', (size_t)n), *bytes;
		bool good;

		if (!kind)
			continue;
		bytes = memchr(kind + 1, ':', (size_t)(line + n - kind - 1));
		if (!bytes)
			continue;
		bytes++;
		n -= bytes - line;
		n -= bytes[n - 1] == '\n';
		/* It calls NUL valid, as the standard does; the house refuses it. */
		good = text_starts(kind, ":valid:") && !memchr(bytes, '\0', (size_t)n);
		if (utf8_valid(bytes, (size_t)n) != good)
			fail_msg("case %.*s", (int)(kind - line), line);
		lines++;
	}
	free(line);
	fclose(f);
	assert_true(lines > 150);
}

static void
chinese_is_told_from_all_else(void **state)
{
	static const char *const chinese[] = { "门", "门 a", "申请 PDF 文件", "㐂", "𠮷", "2026年" };
	static const char *const other[] = { "", "a door", "a door 门", "Given by 门", "、。（）“”", "Ａ１", "ア", "é", "\xe4", "\xe4\xb8", "\xf0\xa0\xae" };

	(void)state;
	for (size_t i = 0; i < sizeof(chinese) / sizeof(chinese[0]); i++)
		assert_true(utf8_is_chinese(chinese[i]));
	for (size_t i = 0; i < sizeof(other) / sizeof(other[0]); i++)
		assert_false(utf8_is_chinese(other[i]));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(samples_are_judged),
		cmocka_unit_test(faults_are_found_at_any_place),
		cmocka_unit_test(every_code_point_goes_both_ways),
		cmocka_unit_test(chinese_is_told_from_all_else),
		cmocka_unit_test(a_cut_falls_between_characters),
		cmocka_unit_test(the_data_of_others_agrees),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
