/* pinyin.c - initials people type. */
#include "base/pinyin.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct { const char *title, *initials; } rows[] = {
	{ "食品经营许可", "spjyxk" },
	{ "", "" },
	{ "5G基站（A类）", "5gjzal" },
	{ "Ｂ证 b", "bzb" },
	{ "、。!", "" },
	{ "女，绿", "nl" },
	{ "龘𠮷é😀", "d" },	/* what has no known reading is left out */
};

static void
initials_of_titles(void **state)
{
	struct text t;

	(void)state;
	text_init(&t);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		text_clear(&t);
		assert_true(pinyin_initials(&t, rows[i].title));
		if (!text_is(t.start, rows[i].initials))
			fail_msg("%s: %s", rows[i].title, t.start);
	}
	text_free(&t);
	pinyin_close();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(initials_of_titles),
	};

	return cmocka_run_group_tests_name("pinyin", tests, NULL, NULL);
}
