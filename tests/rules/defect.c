/* What a later list may still say. */
#include "tests/rules/outside.h"

#include "rules/defect.h"

static void
later_lists(void **state)
{
	static const struct {
		const char *why;
		int list;
		struct defect_subject subject;
		int form_changed;
		enum defect_since since;
	} rows[] = {
		/*                                                          changed named conditional given */
		{ "the first list may say anything", 1, { 0, 0, false, true }, 0, DEFECT_FIRST },
		{ "what lay there unnamed was visible then", 2, { 0, 0, false, true }, 0, DEFECT_VISIBLE },
		{ "what was not there at all could be seen to be missing", 2, { 0, 0, false, false }, 0, DEFECT_VISIBLE },
		{ "what was changed is new", 2, { 1, 0, false, true }, 0, DEFECT_CHANGED },
		{ "what was named, changed and is still wrong is new", 2, { 1, 1, false, true }, 0, DEFECT_CHANGED },
		{ "what was named and left alone may be named again", 2, { 0, 1, false, true }, 0, DEFECT_NAMED },
		{ "a new answer may make wanted what was not", 2, { 0, 0, true, false }, 1, DEFECT_CHANGED },
		{ "but not what was wanted anyway", 2, { 0, 0, false, false }, 1, DEFECT_VISIBLE },
		{ "nor what was given already", 2, { 0, 0, true, true }, 1, DEFECT_VISIBLE },
		{ "an old answer makes nothing wanted", 3, { 0, 0, true, false }, 1, DEFECT_VISIBLE },
		{ "what changed for the first list was seen by the second", 3, { 1, 0, false, true }, 1, DEFECT_VISIBLE },
		{ "what changed for the second is new to the third", 3, { 2, 1, false, true }, 1, DEFECT_CHANGED },
		{ "named before its change is not named since", 3, { 1, 1, false, true }, 1, DEFECT_VISIBLE },
		{ "named after its change is", 3, { 1, 2, false, true }, 1, DEFECT_NAMED },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (defect_since(rows[i].list, rows[i].subject, rows[i].form_changed) != rows[i].since)
			fail_msg("%s: %s", rows[i].why,
			    defect_since_name(defect_since(rows[i].list, rows[i].subject, rows[i].form_changed)));
}

/* Whatever the rows: nothing is new that the last list saw and did not name, and nothing is visible in a first list. */
static void
all_small_cases(void **state)
{
	(void)state;
	for (int list = 1; list <= 4; list++)
		for (int changed = 0; changed < list; changed++)
			for (int named = 0; named < list; named++) {
				enum defect_since since = defect_since(list, (struct defect_subject){ changed, named, false, true }, 0);

				assert_int_equal(since == DEFECT_FIRST, list == 1);
				if (list > 1)
					assert_int_equal(since == DEFECT_VISIBLE, changed < list - 1 && named <= changed);
			}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(later_lists),
		cmocka_unit_test(all_small_cases),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/defect", tests, NULL, NULL);
}
