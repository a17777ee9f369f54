/* enquiry.c - numbers, limits and who may answer: every row is a sentence.  2026: 1 to 5 May are off. */
#include "rules/enquiry.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
numbers(void **state)
{
	static const struct {
		const char *why, *typed;
		bool right;
	} rows[] = {
		{ "as it is stored", "H26050800042C", true }, { "as it is shown", "H-260508-00042-C", true },
		{ "in small letters, with blanks", "h 260508 00042 c", true }, { "a wrong digit", "H26050800043C", false },
		{ "two digits exchanged", "H26050800024C", false }, { "a case number", "990102260508000042K", false },
		{ "too short", "H2605080004", false }, { "nothing", "", false }, { "without its letter", "H26050800042", false },
		{ "with another beginning", "Q26050800042U", false },
	};
	char text[ENQUIRY_NUMBER_TEXT], shown[ENQUIRY_NUMBER_SHOWN], right[ENQUIRY_NUMBER_TEXT];

	(void)state;
	assert_true(enquiry_number_print(day_make(2026, 5, 8), 42, right));
	assert_string_equal(right, "H26050800042C");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (enquiry_number_tidy(rows[i].typed, text) != rows[i].right || strcmp(text, rows[i].right ? right : "") != 0)
			fail_msg("%s", rows[i].why);
	assert_true(enquiry_number_show(right, shown));
	assert_string_equal(shown, "H-260508-00042-C");
	assert_false(enquiry_number_print(day_make(2026, 5, 8), 0, text));
	assert_false(enquiry_number_print(day_make(2026, 5, 8), ENQUIRY_SERIAL_MOST + 1, text));
}

static void
limits(void **state)
{
	static const struct {
		const char *why;
		enum enquiry_kind kind;
		const char *asked, *due;
	} rows[] = {
		{ "a question within five working days", ENQUIRY_QUESTION, "2026-06-01", "2026-06-08" },
		{ "holidays are not counted", ENQUIRY_QUESTION, "2026-04-30", "2026-05-11" },	/* Saturday 9 May is worked */
		{ "a complaint within fifteen", ENQUIRY_COMPLAINT, "2026-06-01", "2026-06-23" },
		{ "a suggestion within fifteen", ENQUIRY_SUGGESTION, "2026-06-01", "2026-06-23" },
	};
	char due[DAY_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(day_print(enquiry_due(&calendar_state, day_parse(rows[i].asked), enquiry_days_default(rows[i].kind)), due),
		    rows[i].due) != 0)
			fail_msg("%s: %s", rows[i].why, due);
}

static struct enquiry_standing
standing(const char *facts, enum enquiry_kind kind)
{
	return (struct enquiry_standing){ .kind = kind, .answered = strchr(facts, 'a'), .extended = strchr(facts, 'x'),
	    .reopened = strchr(facts, 'o'), .rated = strchr(facts, 'r'), .may_show = strchr(facts, 'p'),
	    .against_me = strchr(facts, 'm'), .due_on = day_make(2026, 6, 8), .answered_on = day_make(2026, 6, 5) };
}

/* a answered, x extended, o reopened, r rated, p may be public, m against me */
static void
may(void **state)
{
	enum { HANDLE, EXTEND, SHOW, RATE, REOPEN };
	static const struct {
		const char *why;
		int what;
		const char *facts;
		enum enquiry_kind kind;
		const char *today;
		enum enquiry_refusal refused;
	} rows[] = {
		{ "an open question is answered", HANDLE, "", ENQUIRY_QUESTION, "2026-06-03", ENQUIRY_MAY },
		{ "late as well", HANDLE, "", ENQUIRY_QUESTION, "2026-07-03", ENQUIRY_MAY },
		{ "an answered one is not answered again", HANDLE, "a", ENQUIRY_QUESTION, "2026-06-06", ENQUIRY_ANSWERED },
		{ "a complaint is not handled by the person complained of", HANDLE, "m", ENQUIRY_COMPLAINT, "2026-06-03", ENQUIRY_AGAINST_YOU },
		{ "a question that names somebody may be", HANDLE, "m", ENQUIRY_QUESTION, "2026-06-03", ENQUIRY_MAY },
		{ "on its last day it may still be extended", EXTEND, "", ENQUIRY_QUESTION, "2026-06-08", ENQUIRY_MAY },
		{ "what is late is not extended", EXTEND, "", ENQUIRY_QUESTION, "2026-06-09", ENQUIRY_OVERDUE },
		{ "once", EXTEND, "x", ENQUIRY_QUESTION, "2026-06-03", ENQUIRY_EXTENDED },
		{ "nor by the person complained of", EXTEND, "m", ENQUIRY_COMPLAINT, "2026-06-03", ENQUIRY_AGAINST_YOU },
		{ "what its asker allowed may be shown", SHOW, "ap", ENQUIRY_QUESTION, "2026-06-08", ENQUIRY_MAY },
		{ "what its asker did not allow may not", SHOW, "a", ENQUIRY_QUESTION, "2026-06-08", ENQUIRY_NOT_PUBLIC },
		{ "without an answer there is nothing to show", SHOW, "p", ENQUIRY_QUESTION, "2026-06-08", ENQUIRY_UNANSWERED },
		{ "the person complained of hides nothing and shows nothing", SHOW, "apm", ENQUIRY_COMPLAINT, "2026-06-08", ENQUIRY_AGAINST_YOU },
		{ "an answer is rated", RATE, "a", ENQUIRY_QUESTION, "2026-06-08", ENQUIRY_MAY },
		{ "once", RATE, "ar", ENQUIRY_QUESTION, "2026-06-08", ENQUIRY_RATED },
		{ "not before there is one", RATE, "", ENQUIRY_QUESTION, "2026-06-08", ENQUIRY_UNANSWERED },
		{ "on the tenth working day it may be reopened", REOPEN, "a", ENQUIRY_QUESTION, "2026-06-22", ENQUIRY_MAY },
		{ "not on the eleventh", REOPEN, "a", ENQUIRY_QUESTION, "2026-06-23", ENQUIRY_TOO_LATE },
		{ "once", REOPEN, "ao", ENQUIRY_QUESTION, "2026-06-08", ENQUIRY_REOPENED },
		{ "an open one is open", REOPEN, "", ENQUIRY_QUESTION, "2026-06-08", ENQUIRY_UNANSWERED },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct enquiry_standing e = standing(rows[i].facts, rows[i].kind);
		struct day today = day_parse(rows[i].today);
		enum enquiry_refusal refused = rows[i].what == HANDLE ? enquiry_may_handle(&e) :
		    rows[i].what == EXTEND ? enquiry_may_extend(&e, today) : rows[i].what == SHOW ? enquiry_may_show(&e) :
		    rows[i].what == RATE ? enquiry_may_rate(&e) :
		    enquiry_may_reopen(&e, &calendar_state, ENQUIRY_REOPEN_DAYS, today);

		if (refused != rows[i].refused)
			fail_msg("%s: %s", rows[i].why, enquiry_refusal_name(refused));
	}
}

static void
named(void **state)
{
	static const struct {
		const char *why, *against, *name;
		bool same;
	} rows[] = {
		{ "the name", "沈若溪", "沈若溪", true }, { "within a sentence", "3号窗口的沈若溪同志", "沈若溪", true },
		{ "with blanks", "沈 若　溪", "沈若溪", true }, { "another", "沈若", "沈若溪", false },
		{ "nobody", "", "沈若溪", false }, { "one without a name is nobody", "谁", "", false },
		{ "blanks are no name", "a b", " ", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (enquiry_names(rows[i].against, rows[i].name) != rows[i].same)
			fail_msg("%s", rows[i].why);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers), cmocka_unit_test(limits), cmocka_unit_test(may), cmocka_unit_test(named),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
