/* bigram.c - what is indexed, and what is asked of the index. */
#include "base/bigram.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

struct shadow {
	const char *why, *from, *to;
};

static const struct shadow shadows[] = {
	{ "nothing", "", "" },
	{ "neighbours make terms, the last stands alone", "食品经", "u98dfu54c1 u54c1u7ecf u7ecf" },
	{ "a single character", "证", "u8bc1" },
	{ "punctuation parts", "办理、办结", "u529eu7406 u7406 u529eu7ed3 u7ed3" },
	{ "a wide space parts", "办　理", "u529e u7406" },
	{ "latin words and figures are marked", "5G A-1", "zz5g zza zz1" },
	{ "full-width forms are folded", "５Ｇ（Ａ）", "zz5g zza" },
	{ "scripts part", "A证b", "zza u8bc1 zzb" },
	{ "the rare planes", "𠮷野", "w20bb7u91ce u91ce" },
	{ "々 and 〇 are characters", "二〇々", "u4e8cu3007 u3007u3005 u3005" },
	{ "a long word is cut", "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz",
	    "zzabcdefghijklmnopqrstuvwxyzabcdefghijklmn" },
};

static void
the_shadow(void **state)
{
	struct text t;

	(void)state;
	text_init(&t);
	for (size_t i = 0; i < sizeof(shadows) / sizeof(shadows[0]); i++) {
		text_clear(&t);
		bigram_add(&t, shadows[i].from);
		if (!text_is(t.start, shadows[i].to))
			fail_msg("%s: %s", shadows[i].why, t.start);
	}
	text_clear(&t);
	bigram_add(&t, "证");
	bigram_add(&t, "、a");
	assert_string_equal(t.start, "u8bc1 zza");
	text_free(&t);
}

struct asked {
	const char *why, *typed;
	enum bigram_reply reply;
	const char *query;
};

static const struct asked questions[] = {
	{ "nothing", "", BIGRAM_NOTHING, "" },
	{ "punctuation alone", "+-*\"()~<>@ ！", BIGRAM_NOTHING, "" },
	{ "a word is a phrase", "食品经", BIGRAM_QUERY, "+\"u98dfu54c1 u54c1u7ecf\"" },
	{ "two words are both required", "食品 许可", BIGRAM_QUERY, "+\"u98dfu54c1\" +\"u8bb8u53ef\"" },
	{ "one character is a prefix", "证", BIGRAM_ONE, "+u8bc1*" },
	{ "several single characters", "证 照", BIGRAM_ONE, "+u8bc1* +u7167*" },
	{ "a character beside a word", "食品 证", BIGRAM_QUERY, "+\"u98dfu54c1\" +u8bc1*" },
	{ "latin words are prefixes", "Food-5g", BIGRAM_QUERY, "+zzfood* +zz5g*" },
	{ "operators do not survive", "-食品\" OR +(许可)*", BIGRAM_QUERY,
	    "+\"u98dfu54c1\" +zzor* +\"u8bb8u53ef\"" },
	{ "eight runs count", "a b c d e f g h i j", BIGRAM_QUERY,
	    "+zza* +zzb* +zzc* +zzd* +zze* +zzf* +zzg* +zzh*" },
};

static void
the_question(void **state)
{
	struct text t;

	(void)state;
	text_init(&t);
	for (size_t i = 0; i < sizeof(questions) / sizeof(questions[0]); i++) {
		text_clear(&t);
		assert_int_equal(bigram_query(&t, questions[i].typed), questions[i].reply);
		if (!text_is(t.start, questions[i].query))
			fail_msg("%s: %s", questions[i].why, t.start);
	}
	text_free(&t);
}

static void
a_long_question_is_bounded(void **state)
{
	struct text typed, query;

	(void)state;
	text_init(&typed);
	text_init(&query);
	for (int i = 0; i < 10000; i++)
		text_add(&typed, i % 3 ? "许" : "可a");
	assert_int_equal(bigram_query(&query, typed.start), BIGRAM_QUERY);
	text_clear(&typed);
	text_clear(&query);
	for (int i = 0; i < 10000; i++)
		text_add(&typed, "许");
	assert_int_equal(bigram_query(&query, typed.start), BIGRAM_QUERY);
	assert_true(query.bytes <= 64 * 13);
	text_free(&typed);
	text_free(&query);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_shadow),
		cmocka_unit_test(the_question),
		cmocka_unit_test(a_long_question_is_bounded),
	};

	return cmocka_run_group_tests_name("bigram", tests, NULL, NULL);
}
