/* Index numbers by their pattern, and document numbers however they are written. */
#include "tests/rules/outside.h"

#include "rules/document.h"

static void
index_patterns(void **state)
{
	static const struct {
		const char *why, *pattern;
		enum index_reason reason;
	} rows[] = {
		{ "as two cities have it", "{organ}/{yyyy}{mm}-{serial:5}", INDEX_OK },
		{ "in one row of digits", "{area}{category}{yyyy}{mm}{dd}{serial:6}", INDEX_OK },
		{ "nothing", "", INDEX_EMPTY },
		{ "an unknown place", "{office}-{serial:5}", INDEX_PLACE },
		{ "a serial without width", "{organ}-{serial}", INDEX_PLACE },
		{ "a serial of width nought", "{organ}-{serial:0}", INDEX_PLACE },
		{ "no serial", "{organ}/{yyyy}", INDEX_SERIAL },
		{ "two serials", "{serial:5}-{serial:5}", INDEX_SERIAL },
		{ "a brace left open", "{organ}/{serial:5", INDEX_BRACE },
		{ "a brace never opened", "organ}/{serial:5}", INDEX_BRACE },
		{ "braces within", "{org{an}}{serial:5}", INDEX_BRACE },
		{ "a blank", "{organ} {serial:5}", INDEX_CHARACTER },
		{ "a question mark would end the address", "{organ}?{serial:5}", INDEX_CHARACTER },
		{ "Chinese", "云{serial:5}", INDEX_CHARACTER },
		{ "an empty place", "{}{serial:5}", INDEX_PLACE },
	};
	char many[300];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, index_pattern_check(rows[i].pattern) == rows[i].reason);
	assert_int_equal(index_pattern_check(NULL), INDEX_EMPTY);
	memset(many, 'x', sizeof(many));
	memcpy(many + 60, "{serial:5}", 11);
	assert_int_equal(index_pattern_check(many), INDEX_LONG);
	assert_string_equal(index_reason_name(INDEX_FULL), "full");
}

static void
index_numbers(void **state)
{
	struct index_parts parts = { "11990100MB0000000A", "990100", "A01", day_make(2026, 5, 8), 12 };
	char text[INDEX_NUMBER_TEXT];

	(void)state;
	assert_int_equal(index_number("{organ}/{yyyy}{mm}-{serial:5}", &parts, text), INDEX_OK);
	assert_string_equal(text, "11990100MB0000000A/202605-00012");
	assert_int_equal(index_counter("{organ}/{yyyy}{mm}-{serial:5}", &parts, text), INDEX_OK);
	assert_string_equal(text, "11990100MB0000000A/202605-");
	assert_int_equal(index_number("{area}-{category}-{yy}{dd}-{serial:2}", &parts, text), INDEX_OK);
	assert_string_equal(text, "990100-A01-2608-12");
	assert_int_equal(index_number("{serial:1}", &parts, text), INDEX_FULL);
	assert_string_equal(text, "");
	parts.serial = 100;
	assert_int_equal(index_number("{serial:2}", &parts, text), INDEX_FULL);
	parts.serial = 99;
	assert_int_equal(index_number("{serial:2}", &parts, text), INDEX_OK);
	parts.serial = 0;
	assert_int_equal(index_number("{serial:5}", &parts, text), INDEX_MISSING);
	assert_int_equal(index_counter("{organ}-{serial:5}", &parts, text), INDEX_OK);
	parts.serial = -1;
	assert_int_equal(index_number("{serial:5}", &parts, text), INDEX_MISSING);
	parts.serial = 999999999;
	assert_int_equal(index_number("{serial:9}", &parts, text), INDEX_OK);
	parts.category = NULL;
	assert_int_equal(index_number("{category}{serial:9}", &parts, text), INDEX_MISSING);
	parts.category = "甲";
	assert_int_equal(index_number("{category}{serial:9}", &parts, text), INDEX_CHARACTER);
	parts.on = DAY_NONE;
	assert_int_equal(index_number("{yyyy}{serial:9}", &parts, text), INDEX_MISSING);
	assert_int_equal(index_number("{organ}{serial:9}", &parts, text), INDEX_OK);
}

static void
document_numbers(void **state)
{
	static const struct { const char *why, *text, *key; } rows[] = {
		{ "as printed", "许政〔2017〕31号", "许政[2017]31号" },
		{ "as typed", "许政[2017]31号", "许政[2017]31号" },
		{ "in full-width brackets", "许政（2017）31号", "许政[2017]31号" },
		{ "in round brackets", "许政(2017)31号", "许政[2017]31号" },
		{ "in lenticular brackets", "许政【2017】31号", "许政[2017]31号" },
		{ "in full-width square brackets", "许政［2017］31号", "许政[2017]31号" },
		{ "in angle brackets", "许政〈2017〉31号", "许政[2017]31号" },
		{ "in small tortoise-shell brackets", "许政﹝2017﹞31号", "许政[2017]31号" },
		{ "full-width figures", "许政〔２０１７〕３１号", "许政[2017]31号" },
		{ "blanks of every kind", " 许政 〔2017〕　31 号 ", "许政[2017]31号" },
		{ "第 before the number", "许政〔2017〕第31号", "许政[2017]31号" },
		{ "zeros before the number", "许政〔2017〕031号", "许政[2017]31号" },
		{ "zeros within stay", "许政〔2017〕301号", "许政[2017]301号" },
		{ "an order of the State Council", "国令第 707 号", "国令707号" },
		{ "第 twice goes twice", "国令第 第\x1a" "707号", "国令707号" },
		{ "第 before no number stays", "第一批〔2017〕1号", "第一批[2017]1号" },
		{ "small letters", "gb/t〔2017〕1号", "GB/T[2017]1号" },
		{ "a newline within", "许政\n〔2017〕31号", "许政[2017]31号" },
		{ "nothing", "", "" },
		{ "broken text gives no key", "许政\xe3\x80", "" },
		{ "nor does an overlong stroke", "许政\xe0\x80\xaf" "31号", "" },
		{ "nor a surrogate", "许政\xed\xa0\x80" "31号", "" },
	};
	char key[DOCUMENT_KEY_TEXT], again[DOCUMENT_KEY_TEXT], many[2048];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		document_number_key(rows[i].text, key);
		if (strcmp(key, rows[i].key) != 0)
			fail_msg("%s: %s gives %s", rows[i].why, rows[i].text, key);
		assert_string_equal(document_number_key(key, again), key);
	}
	memset(many, 'x', sizeof(many));
	many[sizeof(many) - 1] = '\0';
	assert_string_equal(document_number_key(many, key), "");
	assert_string_equal(document_number_key(NULL, key), "");
}

/* Numbers of real documents: each has a key, and the key of a key is itself. */
static void
real_documents(void **state)
{
	static const struct { const char *file, *key; size_t least; } rows[] = {
		{ "documents/gov_cn.jsonl", "发文字号", 25 },
		{ "documents/permit_decisions.jsonl", "文号", 90 },
	};
	static char line[1 << 20];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		FILE *file = outside_open(rows[i].file);
		size_t seen = 0;

		while (outside_line(file, line, sizeof(line))) {
			char text[512], key[DOCUMENT_KEY_TEXT], again[DOCUMENT_KEY_TEXT];

			if (!outside_json(line, rows[i].key, text, sizeof(text)) || text[0] == '\0')
				continue;
			document_number_key(text, key);
			ROW(text, key[0] != '\0');
			ROW(text, strcmp(document_number_key(key, again), key) == 0);
			ROW(text, strstr(key, "〔") == NULL);
			seen++;
		}
		fclose(file);
		assert_true(seen >= rows[i].least);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(index_patterns),
		cmocka_unit_test(index_numbers),
		cmocka_unit_test(document_numbers),
		cmocka_unit_test(real_documents),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/document", tests, NULL, NULL);
}
