/* A notice of holidays as people type it. */
#include "tests/rules/outside.h"

#include "rules/arrangement.h"

#include <string.h>

static void
read_right(void **state)
{
	struct arrangement a;
	char text[DAY_TEXT];

	(void)state;
	assert_null(arrangement_read("2027-01-01~2027-01-03 休 元旦\n\n  2026-12-26 班\n2027-02-14\twork  春节 调休", 2027, &a));
	assert_int_equal(a.count, 5);
	assert_string_equal(day_print(a.days[0].on, text), "2026-12-26");
	assert_int_equal(a.days[0].kind, CALENDAR_WORK);
	assert_string_equal(a.days[0].name, "");
	assert_string_equal(day_print(a.days[3].on, text), "2027-01-03");
	assert_int_equal(a.days[3].kind, CALENDAR_OFF);
	assert_string_equal(a.days[3].name, "元旦");
	assert_string_equal(a.days[4].name, "春节 调休");
}

/* One answer for whoever types a notice in and for yimenctl load-calendar. */
static void
settles_until(void **state)
{
	static const struct {
		const char *why, *text, *last;
	} rows[] = {
		{ "the next notice may take the three days before New Year", "2027-01-01 休", "2027-12-28" },
		{ "October is not the end", "2027-10-01~2027-10-07 休", "2027-12-28" },
		{ "what it arranges itself is settled", "2027-01-01 休\n2027-12-31 休", "2027-12-31" },
	};
	struct arrangement a;
	char text[DAY_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_null(arrangement_read(rows[i].text, 2027, &a));
		if (strcmp(day_print(arrangement_last(2027, &a), text), rows[i].last) != 0)
			fail_msg("%s: %s", rows[i].why, text);
	}
	assert_true(day_same(arrangement_last(2027, NULL), day_make(2027, 12, 28)));
	assert_true(day_same(arrangement_last(2026, NULL), calendar_state.last));
}

static void
read_wrong(void **state)
{
	static const struct {
		const char *why, *text, *code;
		int line;
	} rows[] = {
		{ "nothing is no notice", "", "required", 1 },
		{ "blank lines neither", "\n \n", "required", 3 },
		{ "a day that does not exist", "2027-02-30 休", "arrangement_day", 1 },
		{ "words instead of a day", "春节", "arrangement_day", 1 },
		{ "a span that ends before it begins", "2027-01-03~2027-01-01 休", "arrangement_day", 1 },
		{ "a day of another year", "2027-01-01 休\n2028-01-01 休", "arrangement_year", 2 },
		{ "November belongs to the notice before", "2026-11-30 休", "arrangement_year", 1 },
		{ "a kind nobody knows", "2027-01-01 放", "arrangement_kind", 1 },
		{ "a word that only begins like one", "2027-01-01 offer", "arrangement_kind", 1 },
		{ "no kind", "2027-01-01", "arrangement_kind", 1 },
		{ "a working day is not worked instead", "2027-01-04 班", "arrangement_weekday", 1 },
		{ "a span of which one day is no weekend", "2027-01-02~2027-01-04 班", "arrangement_weekday", 1 },
		{ "the same day twice", "2027-01-01 休\n2027-01-01 休", "arrangement_twice", 2 },
		{ "a day that lies in a span above", "2027-01-01~2027-01-03 休\n2027-01-02 班", "arrangement_twice", 2 },
		{ "more days than a notice has", "2027-01-01~2027-06-01 休", "arrangement_many", 1 },
		{ "a name that is a novel", "2027-01-01 休 012345678901234567890123456789012345678901234567890", "arrangement_name", 1 },
	};
	struct arrangement a;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *code = arrangement_read(rows[i].text, 2027, &a);

		if (code == NULL || strcmp(code, rows[i].code) != 0 || a.line != rows[i].line)
			fail_msg("%s: %s at line %d", rows[i].why, code ? code : "nothing wrong", a.line);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(read_right),
		cmocka_unit_test(settles_until),
		cmocka_unit_test(read_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
