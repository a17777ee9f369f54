/* What a setting may hold. */
#include "tests/rules/outside.h"

#include "rules/setting.h"

#include <string.h>

static void
values(void **state)
{
	static const struct { const char *why, *name, *value, *code; } rows[] = {
		{ "a name", "site.name", "云川市政务服务网", NULL },
		{ "a site has a name", "site.name", "", "required" },
		{ "a number in its range", "watch.reply_days", "5", NULL },
		{ "nought days are none", "watch.reply_days", "0", "too_small" },
		{ "more than the most", "watch.reply_days", "61", "too_large" },
		{ "far more than fits a number", "watch.reply_days", "99999999999999999999", "not_a_number" },
		{ "a word", "watch.reply_days", "five", "not_a_number" },
		{ "a sign", "watch.reply_days", "+5", "not_a_number" },
		{ "nothing", "watch.reply_days", "", "not_a_number" },
		{ "a path of this site", "site.map_url", "/about/map", NULL },
		{ "another site", "site.party_url", "https://party.example/x?y=1", NULL },
		{ "no address", "site.party_url", "", NULL },
		{ "another scheme", "site.party_url", "javascript:alert(1)", "setting_address" },
		{ "what looks like a path and is another site", "site.party_url", "//elsewhere.example", "setting_address" },
		{ "the same with a backslash", "site.party_url", "/\\elsewhere.example", "setting_address" },
		{ "what would end an attribute", "site.party_url", "/x\"onload", "setting_address" },
		{ "unencrypted", "site.party_url", "http://elsewhere.example/", "setting_address" },
		{ "no host", "site.party_url", "https:///x", "setting_address" },
		{ "one of two", "second_notice", "flag", NULL },
		{ "neither", "second_notice", "fl", "not_a_choice" },
		{ "both ways", "notice.channels", "sms email", NULL },
		{ "none of them", "notice.channels", "", NULL },
		{ "a third", "notice.channels", "email pigeon", "not_a_choice" },
		{ "near by share and days", "card.near", "20% 2", NULL },
		{ "near by a word", "card.near", "soon", "setting_near" },
		{ "a share and the least", "watch.corrections", "30 10", NULL },
		{ "a share alone", "watch.corrections", "30", "setting_share" },
		{ "weights", "scores.weights", "on_time 60 speed 40", NULL },
		{ "weights of nothing", "scores.weights", "", "setting_weights" },
		{ "six numbers", "book.limits", "30 60 1 3 90 30", NULL },
		{ "five numbers", "book.limits", "30 60 1 3 90", "setting_limits" },
		{ "a pattern with one serial", "documents.index_pattern", "{organ}/{yyyy}-{serial:5}", NULL },
		{ "a pattern without", "documents.index_pattern", "{organ}", "setting_pattern" },
		{ "twenty items", "home.words", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20", NULL },
		{ "and one", "home.words", "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21", "too_many" },
		{ "a check of publishing", "guide.no_title", "warn", NULL },
		{ "a severity nobody knows", "guide.no_title", "maybe", "not_a_choice" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const struct setting *s = setting_named(rows[i].name);
		const char *code;

		assert_non_null(s);
		code = setting_wrong(s, rows[i].value);
		if ((code == NULL) != (rows[i].code == NULL) || (code && strcmp(code, rows[i].code) != 0))
			fail_msg("%s: %s", rows[i].why, code ? code : "nothing wrong");
	}
}

/* What holds where nothing is set may be set as well. */
static void
usual(void **state)
{
	(void)state;
	for (size_t i = 0; i < setting_count; i++)
		if (*settings[i].usual != '\0' && setting_wrong(&settings[i], settings[i].usual) != NULL)
			fail_msg("%s: %s", settings[i].name, setting_wrong(&settings[i], settings[i].usual));
	assert_null(setting_named("site.nothing"));
	assert_null(setting_named("guide.nothing"));
	assert_null(setting_named(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values),
		cmocka_unit_test(usual),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
