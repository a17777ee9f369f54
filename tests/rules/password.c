/* Passwords that are tried first, and those that are not. */
#include "tests/rules/outside.h"

#include "rules/password.h"

static void
common_and_not(void **state)
{
	static const struct { const char *why, *password; bool common; } rows[] = {
		{ "a word and a row of digits", "password1234", true },
		{ "letters written as digits and marks", "P@ssw0rd2026", true },
		{ "love, and a row", "iloveyou1234", true },
		{ "the same in pinyin, with the usual number", "woaini1314520", true },
		{ "numbers that sound like words", "5201314520131", true },
		{ "a row of the keyboard", "qwertyuiop123", true },
		{ "two words of the list", "letmeinplease", true },
		{ "a column of the keyboard", "1qaz2wsx3edc", true },
		{ "the word twice", "passwordpassword", true },
		{ "the house's own name and a year", "yunchuan2026", true },
		{ "the house's name in capitals, with marks", "!!YunChuan!!12", true },
		{ "nothing but one digit", "1111111111111", true },
		{ "a short word between common ones", "longpassword1", true },
		{ "a few unrelated words", "plum brook lantern", false },
		{ "a word of the list among others", "welcome to the lantern brook", false },
		{ "letters and digits by chance", "tbcd3k4m2npq", false },
		{ "digits by chance", "840277195536", false },
		{ "a sentence in Chinese", "我家门前有两棵枣树", false },
		{ "six characters beside a common word", "password!84Kx7", false },
		{ "a house's word of three letters is none", "ycs and a hat", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (password_common(rows[i].password, "ycs yunchuan linjiang") != rows[i].common)
			fail_msg("%s: %s", rows[i].why, rows[i].password);
}

static void
cores(void **state)
{
	static const struct { const char *why, *password, *core; } rows[] = {
		{ "digits behind", "football1234", "football" },
		{ "marks before, digits behind", "!!football99", "football" },
		{ "digits within stay", "foot8ball1", "foot8ball" },
		{ "only letters", "football", "football" },
		{ "only digits", "1234567890", "" },
		{ "nothing", "", "" },
		{ "Chinese is letters", "12枣树34", "枣树" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t bytes;
		const char *core = password_core(rows[i].password, &bytes);

		if (bytes != strlen(rows[i].core) || strncmp(core, rows[i].core, bytes) != 0)
			fail_msg("%s: %.*s", rows[i].why, (int)bytes, core);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(common_and_not),
		cmocka_unit_test(cores),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
