/* words.c - the words of messages, read from the files that pages use. */
#include "base/words.h"

#include "rules/notice.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

static void
without_words_nothing_is_said(void **state)
{
	(void)state;
	assert_null(words_get("zh", "accepted.subject"));
	assert_null(words_say(arena, "zh", "accepted.subject", NULL));
}

static void
a_folder_without_words_is_said_to_be_one(void **state)
{
	char why[200] = "";

	(void)state;
	assert_false(words_open("/nonexistent", "notice", why, sizeof(why)));
	assert_non_null(strstr(why, "/nonexistent/words/zh.hdf"));
}

static void
words_are_read_in_both_languages(void **state)
{
	const char *source = getenv("YIMEN_SOURCE");
	char why[500] = "", path[4000];

	(void)state;
	snprintf(path, sizeof(path), "%s/templates", source ? source : ".");
	if (!words_open(path, "notice", why, sizeof(why)))
		fail_msg("%s", why);
	assert_non_null(strstr(words_get("zh", "accepted.subject"), "已受理"));
	assert_non_null(strstr(words_get("en", "accepted.subject"), "Accepted"));
	assert_non_null(strstr(words_get("en", "letter"), "Dear {name},\n\n{text}\n"));	/* a long value keeps its lines */
	assert_null(words_get("zh", "title.home"));		/* another node is not read */
	assert_null(words_get("zh", "no such word"));
}

/* Every event that is told has its words. */
static void
every_message_has_words(void **state)
{
	static const char *const languages[] = { "zh", "en" };
	char name[100];

	(void)state;
	for (int event = 0; event < EVENT_COUNT; event++)
		for (int i = 0; notice_of_event((enum event)event) && i < 2; i++) {
			snprintf(name, sizeof(name), "%s.subject", notice_of_event((enum event)event));
			assert_non_null(words_get(languages[i], name));
			snprintf(name, sizeof(name), "%s.text", notice_of_event((enum event)event));
			assert_non_null(words_get(languages[i], name));
		}
}

static void
places_are_filled_and_other_braces_stay(void **state)
{
	(void)state;
	assert_string_equal(words_say(arena, "en", "day", "iso", "2026-05-08", NULL), "2026-05-08");
	assert_string_equal(words_say(arena, "en", "day", NULL), "{iso}");
	assert_string_equal(words_say(arena, "zh", "day", "year", "2026", "month", "5", "day", NULL, NULL), "2026年5月日");
	/* What is filled in is not read again: a title with braces is a title. */
	assert_string_equal(words_say(arena, "en", "day", "iso", "{iso}", NULL), "{iso}");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_words_nothing_is_said),
		cmocka_unit_test(a_folder_without_words_is_said_to_be_one),
		cmocka_unit_test(words_are_read_in_both_languages),
		cmocka_unit_test(every_message_has_words),
		cmocka_unit_test(places_are_filled_and_other_braces_stay),
	};

	arena = arena_new();
	return cmocka_run_group_tests_name("words", tests, NULL, NULL);
}
