/* The numbers this house gives: printed, typed back, and refused when they are wrong. */
#include "tests/rules/outside.h"

#include "rules/number.h"

static void
case_numbers(void **state)
{
	struct case_number n = { "990102", day_make(2026, 5, 8), 42 }, again;
	char text[CASE_NUMBER_TEXT], shown[CASE_NUMBER_SHOWN], other[CASE_NUMBER_TEXT];

	(void)state;
	assert_true(case_number_print(&n, text));
	assert_int_equal(strlen(text), 19);
	assert_memory_equal(text, "990102260508000042", 18);
	assert_true(text[18] >= 'A' && text[18] <= 'Y' && text[18] != 'I' && text[18] != 'O');
	assert_true(case_number_show(text, shown));
	assert_memory_equal(shown, "990102-260508-000042-", 21);
	assert_int_equal(strlen(shown), 22);
	assert_true(case_number_parse(shown, &again));
	assert_string_equal(again.division, "990102");
	assert_true(day_same(again.filed_on, n.filed_on));
	assert_int_equal(again.serial, 42);
	assert_true(case_number_tidy(shown, other));
	assert_string_equal(other, text);
}

static void
case_numbers_typed(void **state)
{
	struct case_number n = { "990102", day_make(2026, 5, 8), 42 };
	char sound[CASE_NUMBER_TEXT], typed[64], text[CASE_NUMBER_TEXT];

	(void)state;
	assert_true(case_number_print(&n, sound));
	snprintf(typed, sizeof(typed), " 990102 260508 000042 %c ", sound[18] + ('a' - 'A'));
	assert_true(case_number_tidy(typed, text));
	assert_string_equal(text, sound);
	snprintf(typed, sizeof(typed), "９９０１０２－２６０５０８－000042-%c", sound[18]);
	assert_true(case_number_tidy(typed, text));
	assert_string_equal(text, sound);
	assert_false(case_number_tidy("", text));
	assert_false(case_number_tidy(NULL, text));
	assert_false(case_number_tidy("990102260508000042", text));
	assert_string_equal(text, "");
	snprintf(typed, sizeof(typed), "%s0", sound);
	assert_false(case_number_tidy(typed, text));
}

static void
cases_that_cannot_be_numbered(void **state)
{
	static const struct {
		const char *why, *division, *filed_on;
		int serial;
	} rows[] = {
		{ "serials begin at one", "990102", "2026-05-08", 0 },
		{ "a million a day is too many", "990102", "2026-05-08", 1000000 },
		{ "four digits are no division here", "9901", "2026-05-08", 1 },
		{ "no province", "000102", "2026-05-08", 1 },
		{ "letters", "99010A", "2026-05-08", 1 },
		{ "the last century", "990102", "1999-12-31", 1 },
		{ "the next", "990102", "2100-01-01", 1 },
		{ "no day", "990102", "", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct case_number n = { "", day_parse(rows[i].filed_on), rows[i].serial };
		char text[CASE_NUMBER_TEXT];

		snprintf(n.division, sizeof(n.division), "%s", rows[i].division);
		ROW(rows[i].why, !case_number_print(&n, text));
		ROW(rows[i].why, text[0] == '\0');
	}
}

/* The letter's promise: each wrong character, and any two exchanged, are seen. */
static void
every_slip_is_seen(void **state)
{
	static const char letters[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	char text[CASE_NUMBER_TEXT], wrong[CASE_NUMBER_TEXT], tidy[CASE_NUMBER_TEXT];

	(void)state;
	for (int serial = 1; serial < 999999; serial += 7919) {
		struct case_number n = { "990121", day_make(2026, 1 + serial % 12, 1 + serial % 28), serial };

		assert_true(case_number_print(&n, text));
		for (int i = 0; i < 19; i++) {
			for (const char *c = letters; *c != '\0'; c++) {
				memcpy(wrong, text, sizeof(wrong));
				wrong[i] = *c;
				assert_true(*c == text[i] || !case_number_tidy(wrong, tidy));
			}
			for (int k = i + 1; k < 19; k++) {
				memcpy(wrong, text, sizeof(wrong));
				wrong[i] = text[k];
				wrong[k] = text[i];
				assert_true(text[i] == text[k] || !case_number_tidy(wrong, tidy));
			}
		}
	}
}

static void
exchange_numbers(void **state)
{
	struct exchange_number n = { "12441500196720244T3442199806003", day_make(2022, 6, 23), 68 };
	struct exchange_number again;
	char text[EXCHANGE_NUMBER_TEXT];

	(void)state;
	assert_true(exchange_number_print(&n, text));
	assert_string_equal(text, "12441500196720244T3442199806003202206230068");
	assert_true(exchange_number_parse(text, &again));
	assert_string_equal(again.item, n.item);
	assert_true(day_same(again.filed_on, n.filed_on));
	assert_int_equal(again.serial, 68);
	assert_false(exchange_number_parse("12441500196720244T3442199806003202202300068", &again));
	assert_false(exchange_number_parse("12441500196720244T3442199806003202206230000", &again));
	assert_false(exchange_number_parse("12441500196720244T344219980600320220623006", &again));
	assert_false(exchange_number_parse("", &again));
	n.serial = 10000;
	assert_false(exchange_number_print(&n, text));
	assert_string_equal(text, "");
	n.serial = 1;
	memcpy(n.item, "442199806003", 13);
	assert_false(exchange_number_print(&n, text));
}

static void
golden_exchange_numbers(void **state)
{
	char line[1024], *fields[8];
	FILE *file = outside_open("codes/golden_days_and_codes.tsv");
	int rows = 0;

	(void)state;
	while (outside_line(file, line, sizeof(line))) {
		struct exchange_number n;

		if (outside_fields(line, fields, 8) < 3 || strcmp(fields[0], "CASE43") != 0)
			continue;
		ROW(fields[1], exchange_number_parse(fields[1], &n) == (fields[2][0] == '1'));
		rows++;
	}
	fclose(file);
	assert_int_equal(rows, 1);
}

static void
query_codes(void **state)
{
	static const struct {
		const char *why, *typed, *code;
	} rows[] = {
		{ "as shown", "7K3M-9QXZ", "7K3M9QXZ" },
		{ "small letters", "7k3m9qxz", "7K3M9QXZ" },
		{ "blanks anywhere", " 7K 3M 9Q XZ ", "7K3M9QXZ" },
		{ "i and l are one", "iIlL-0000", "11110000" },
		{ "o is nought", "oOOO-oooo", "00000000" },
		{ "full-width letters", "７Ｋ３Ｍ－９ＱＸＺ", "7K3M9QXZ" },
		{ "u is none of them", "UUUU-UUUU", "" },
		{ "too short", "7K3M-9QX", "" },
		{ "too long", "7K3M-9QXZ0", "" },
		{ "nothing", "", "" },
		{ "Chinese", "查询码查询码", "" },
	};
	char text[QUERY_CODE_TEXT], shown[QUERY_CODE_SHOWN];
	uint64_t bits;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ROW(rows[i].why, query_code_tidy(rows[i].typed, text) == (rows[i].code[0] != '\0'));
		ROW(rows[i].why, strcmp(text, rows[i].code) == 0);
	}
	for (uint64_t b = 0; b < UINT64_C(1) << 40; b += UINT64_C(987654321)) {
		assert_true(query_code_parse(query_code_show(b, shown), &bits));
		assert_true(bits == b);
		assert_int_equal(shown[4], '-');
	}
	assert_string_equal(query_code_show(UINT64_MAX, shown), "ZZZZ-ZZZZ");
	assert_string_equal(query_code_print(0, text), "00000000");
	assert_false(query_code_parse(NULL, &bits));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_numbers),
		cmocka_unit_test(case_numbers_typed),
		cmocka_unit_test(cases_that_cannot_be_numbered),
		cmocka_unit_test(every_slip_is_seen),
		cmocka_unit_test(exchange_numbers),
		cmocka_unit_test(golden_exchange_numbers),
		cmocka_unit_test(query_codes),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/number", tests, NULL, NULL);
}
