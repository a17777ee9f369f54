/* Results that are held: identifiers, validity on a day, use, the words of a guide; and the seal of an area. */
#include "tests/rules/outside.h"

#include "rules/licence.h"
#include "rules/seal.h"

#include <string.h>

static void
identifiers(void **state)
{
	static const struct { const char *why, *identifier; bool right; } rows[] = {
		{ "a published sample", "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U", true },
		{ "its check letter is another", "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.V", false },
		{ "a digit is another", "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000404.001.U", false },
		{ "two digits exchanged", "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000043.001.U", false },
		{ "a part is missing", "1.2.156.3005.2.11100000000013338W011.11430000006122244L.001.U", false },
		{ "a part is empty", "1.2.156.3005.2.11100000000013338W011..20230000403.001.U", false },
		{ "a part too many", "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.001.U.1", false },
		{ "another root", "1.2.156.3006.2.11100000000013338W011.11430000006122244L.20230000403.001.U", false },
		{ "the edition has three digits", "1.2.156.3005.2.11100000000013338W011.11430000006122244L.20230000403.01.U", false },
		{ "small letters are none of it", "1.2.156.3005.2.11100000000013338w011.11430000006122244L.20230000403.001.U", false },
		{ "nothing", "", false },
	};
	char text[LICENCE_IDENTIFIER_TEXT], kind[LICENCE_KIND_TEXT], serial[LICENCE_SERIAL_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (licence_identifier_right(rows[i].identifier) != rows[i].right)
			fail_msg("%s", rows[i].why);
	assert_true(licence_identifier_print("11100000000013338W011", "11430000006122244L", "20230000403", 1, text));
	assert_string_equal(text, rows[0].identifier);
	assert_true(licence_kind_print("11990100009901315A", 7, kind));
	assert_string_equal(kind, "11990100009901315A007");
	assert_true(licence_serial_print(2026, 12, serial));
	assert_string_equal(serial, "20260000012");
	assert_true(licence_identifier_print(kind, "11990100009901315A", serial, 2, text));
	assert_true(licence_identifier_right(text));
	assert_false(licence_kind_print("organ", 1, kind));
	assert_false(licence_kind_print("11990100009901315A", 1000, kind));
	assert_false(licence_serial_print(2026, 10000000, serial));
	assert_false(licence_identifier_print("A", "B", "1", 1000, text));
	assert_string_equal(text, "");
}

#define MAY8	day_make(2026, 5, 8)

static void
use(void **state)
{
	static const struct { const char *why; enum licence_state state; int from, to; const char *number;
		enum licence_standing standing; } rows[] = {
		{ "it holds", LICENCE_VALID, -10, 10, "A", LICENCE_STANDS },
		{ "the first day counts", LICENCE_VALID, 0, 10, "A", LICENCE_STANDS },
		{ "the last day counts", LICENCE_VALID, -10, 0, "A", LICENCE_STANDS },
		{ "the day after does not, though the clock is late", LICENCE_VALID, -10, -1, "A", LICENCE_STANDS_EXPIRED },
		{ "the day before the first does not", LICENCE_VALID, 1, 10, "A", LICENCE_STANDS_NOT_YET },
		{ "long-term has no last day", LICENCE_VALID, -9999, 9999999, "A", LICENCE_STANDS },
		{ "revoked is revoked on every day", LICENCE_REVOKED, -10, 10, "A", LICENCE_STANDS_REVOKED },
		{ "revoked and past its day is said to be revoked", LICENCE_REVOKED, -10, -1, "A", LICENCE_STANDS_REVOKED },
		{ "a newer edition took its place", LICENCE_SUPERSEDED, -10, 10, "A", LICENCE_STANDS_SUPERSEDED },
		{ "found expired by the clock", LICENCE_EXPIRED, -10, -1, "A", LICENCE_STANDS_EXPIRED },
		{ "another's is not used, whatever its state", LICENCE_REVOKED, -10, 10, "B", LICENCE_STANDS_ANOTHERS },
		{ "a holder without a number has none", LICENCE_VALID, -10, 10, "", LICENCE_STANDS_ANOTHERS },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct licence l = { rows[i].state, day_add(MAY8, rows[i].from),
		    rows[i].to > 100000 ? DAY_NONE : day_add(MAY8, rows[i].to), "citizen", "A" };

		if (licence_use(&l, "citizen", rows[i].number, MAY8) != rows[i].standing)
			fail_msg("%s: %s", rows[i].why,
			    licence_standing_name(licence_use(&l, "citizen", rows[i].number, MAY8)));
	}
	assert_int_equal(licence_use(&(struct licence){ LICENCE_VALID, MAY8, DAY_NONE, "citizen", "A" }, "credit", "A", MAY8),
	    LICENCE_STANDS_ANOTHERS);
}

static void
renewal(void **state)
{
	static const struct { const char *why; enum licence_state state; int to; bool renewable, soon; } rows[] = {
		{ "thirty days before the last", LICENCE_VALID, 30, true, true },
		{ "thirty-one days before is too early", LICENCE_VALID, 31, false, false },
		{ "on the last day", LICENCE_VALID, 0, true, true },
		{ "past it: renewable, and no longer near its end", LICENCE_VALID, -1, true, false },
		{ "what was revoked is not renewed", LICENCE_REVOKED, 10, false, false },
		{ "what was renewed is not renewed again", LICENCE_SUPERSEDED, 10, false, false },
		{ "long-term", LICENCE_VALID, 9999999, false, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct licence l = { rows[i].state, day_add(MAY8, -100),
		    rows[i].to > 100000 ? DAY_NONE : day_add(MAY8, rows[i].to), "citizen", "A" };

		if (licence_renewable(&l, MAY8) != rows[i].renewable || licence_ends_soon(&l, MAY8, 30) != rows[i].soon)
			fail_msg("%s", rows[i].why);
	}
}

static void
terms(void **state)
{
	static const struct { const char *words; int count; enum licence_unit unit; } rows[] = {
		{ "5年", 5, LICENCE_YEARS }, { "五年", 5, LICENCE_YEARS }, { "两年", 2, LICENCE_YEARS }, { "十年", 10, LICENCE_YEARS },
		{ "十五年", 15, LICENCE_YEARS }, { "二十年", 20, LICENCE_YEARS }, { "二十五年", 25, LICENCE_YEARS },
		{ "12个月", 12, LICENCE_MONTHS }, { "三个月", 3, LICENCE_MONTHS }, { "30日", 30, LICENCE_DAYS }, { "90天", 90, LICENCE_DAYS },
		{ "有效期5年", 5, LICENCE_YEARS }, { "有效期限：３年", 3, LICENCE_YEARS }, { " 5 年 ", 5, LICENCE_YEARS },
		{ "五年，期满前九十个至十五个工作日内申请延续", 5, LICENCE_YEARS }, { "四年，每两年复核一次", 4, LICENCE_YEARS },
		{ "两年；期满前三个月申请复核", 2, LICENCE_YEARS }, { "5年（可以延续）", 5, LICENCE_YEARS }, { "3年有效", 3, LICENCE_YEARS },
		{ "长期", 0, 0 }, { "长期有效", 0, 0 }, { "长期有效，中小学教师每五年注册一次", 0, 0 }, { "永久", 0, 0 },
		{ "无固定期限", 0, 0 }, { "", 0, 0 },
		/* Not one period and no more: whoever decides says it. */
		{ "不超过五年", -1, 0 }, { "3年或5年", -1, 0 }, { "一般三年", -1, 0 }, { "至2026年12月31日", -1, 0 }, { "2026年", -1, 0 },
		{ "床位不满一百张的五年，一百张以上的十五年", -1, 0 }, { "按照公司章程记载的营业期限，一般为长期", -1, 0 },
		{ "长期居住类长期有效；临时外出就医类六个月内可多次就诊", -1, 0 }, { "五十五五年", -1, 0 }, { "年", -1, 0 }, { "0年", -1, 0 },
		{ "，五年", -1, 0 }, { "每年签注一次，签注后继续有效", -1, 0 }, { "一次性救助", -1, 0 }, { "5 years", -1, 0 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct licence_term t = licence_term_read(rows[i].words);

		if (t.known != (rows[i].count >= 0) || t.unlimited != (rows[i].count == 0) ||
		    (rows[i].count > 0 && (t.count != rows[i].count || t.unit != rows[i].unit)))
			fail_msg("%s: %d %d %d %d", rows[i].words, t.known, t.unlimited, t.count, (int)t.unit);
	}
}

static void
last_days(void **state)
{
	static const struct { const char *why, *words; int year, month, day, to_year, to_month, to_day; } rows[] = {
		{ "five years end the day before", "5年", 2026, 5, 8, 2031, 5, 7 },
		{ "from the first of a month", "1年", 2026, 3, 1, 2027, 2, 28 },
		{ "from a day the last year has not", "5年", 2024, 2, 29, 2029, 2, 28 },
		{ "three months", "三个月", 2026, 1, 15, 2026, 4, 14 },
		{ "thirty days count the first", "30日", 2026, 5, 1, 2026, 5, 30 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (!day_same(licence_until(licence_term_read(rows[i].words), day_make(rows[i].year, rows[i].month, rows[i].day)),
		    day_make(rows[i].to_year, rows[i].to_month, rows[i].to_day)))
			fail_msg("%s", rows[i].why);
	assert_false(day_known(licence_until(licence_term_read("长期"), MAY8)));
	assert_false(day_known(licence_until(licence_term_read("一般三年"), MAY8)));
}

static void
seals(void **state)
{
	static const struct seal all[] = { { "990100", "city" }, { "990102", "county" }, { "990102003", "town" } };
	static const struct { const char *why, *area; size_t right; } rows[] = {
		{ "the whole city", "990100", 0 },
		{ "a county without a seal of its own", "990121", 0 },
		{ "a county with one", "990102", 1 },
		{ "another town of that county", "990102004", 1 },
		{ "the town with one", "990102003", 2 },
		{ "a village of that town", "990102003005", 2 },
		{ "the same town, written at length", "990102003000", 2 },
		{ "another city", "990200", 3 },
		{ "a province is not within its city", "990000", 3 },
		{ "nobody said where", "", 3 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (seal_choose(all, 3, rows[i].area) != rows[i].right)
			fail_msg("%s: %zu", rows[i].why, seal_choose(all, 3, rows[i].area));
	assert_int_equal(seal_choose(all, 0, "990100"), 0);
	assert_true(area_within("990102", "990000"));
	assert_false(area_within("990102", ""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(identifiers), cmocka_unit_test(use), cmocka_unit_test(renewal), cmocka_unit_test(terms),
		cmocka_unit_test(last_days), cmocka_unit_test(seals),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
