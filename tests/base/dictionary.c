/* dictionary.c - what the machine's dictionary knows, and what it does not. */
#include "base/dictionary.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

static void
words_of_the_dictionary(void **state)
{
	static const struct { const char *why, *password, *login; bool held; } rows[] = {
		{ "a word", "administrator", "", true },
		{ "a word with digits at its end", "football1234", "", true },
		{ "a word with marks around it", "!!football!!", "", true },
		{ "a word read backwards", "rotartsinimda", "", true },
		{ "numbers in a row", "123456789012", "", true },
		{ "a row of the keyboard", "asdfghjkl123", "", true },
		{ "what its owner signs in with, backwards", "uyoaix.nil55", "lin.xiaoyu", true },
		{ "the same where nobody's login is known", "uyoaix.nil55", "", false },
		{ "a few unrelated words", "plum brook lantern", "", false },
		{ "letters and digits by chance", "tbcd3k4m2npq", "", false },
		{ "a sentence in Chinese", "我家门前有两棵枣树", "", false },
		{ "a word with six digits by chance is left to its digits", "football840277", "", false },
	};

	(void)state;
	assert_true(dictionary_ready());
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (dictionary_holds(rows[i].password, rows[i].login) != rows[i].held)
			fail_msg("%s: %s", rows[i].why, rows[i].password);
}

int
main(void)
{
	const struct CMUnitTest tests[] = { cmocka_unit_test(words_of_the_dictionary) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests(tests, NULL, NULL);
}
