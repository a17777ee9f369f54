/* Divisions and item codes, with every code of two live catalogues. */
#include "tests/rules/outside.h"

#include "rules/code.h"
#include "rules/identity.h"

static void
divisions(void **state)
{
	static const struct {
		const char *why, *code;
		enum division_level level;
		const char *shortest, *parent;
	} rows[] = {
		{ "a province", "990000", DIVISION_PROVINCE, "990000", "" },
		{ "in two digits", "99", DIVISION_PROVINCE, "990000", "" },
		{ "a city", "990100", DIVISION_CITY, "990100", "990000" },
		{ "in four digits", "9901", DIVISION_CITY, "990100", "990000" },
		{ "in twelve digits", "990100000000", DIVISION_CITY, "990100", "990000" },
		{ "a county", "990121", DIVISION_COUNTY, "990121", "990100" },
		{ "a town", "990121103", DIVISION_TOWN, "990121103", "990121" },
		{ "a village", "990121103201", DIVISION_VILLAGE, "990121103201", "990121103" },
		{ "a town right below a city", "441900003", DIVISION_TOWN, "441900003", "441900" },
		{ "a county right below a province", "429004", DIVISION_COUNTY, "429004", "429000" },
		{ "the nation", "000000", DIVISION_NATION, "000000", "" },
		{ "no province", "000100", DIVISION_NONE, "", "" },
		{ "seven digits", "9901210", DIVISION_NONE, "", "" },
		{ "a letter", "99012X", DIVISION_NONE, "", "" },
		{ "nothing", "", DIVISION_NONE, "", "" },
	};
	char text[DIVISION_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ROW(rows[i].why, division_level(rows[i].code) == rows[i].level);
		ROW(rows[i].why, division_short(rows[i].code, text) == (rows[i].shortest[0] != '\0'));
		ROW(rows[i].why, strcmp(text, rows[i].shortest) == 0);
		ROW(rows[i].why, division_parent(rows[i].code, text) == (rows[i].parent[0] != '\0'));
		ROW(rows[i].why, strcmp(text, rows[i].parent) == 0);
	}
	assert_int_equal(division_level(NULL), DIVISION_NONE);
	assert_string_equal(division_level_name(DIVISION_TOWN), "town");
}

static void
within(void **state)
{
	static const struct {
		const char *why, *inner, *outer;
		bool within;
	} rows[] = {
		{ "a county in its city", "990121", "990100", true },
		{ "a village in its province", "990121103201", "99", true },
		{ "a city in itself, however written", "990100", "990100000000", true },
		{ "all in the nation", "990121", "000000", true },
		{ "a city not in its county", "990100", "990121", false },
		{ "a county not in another", "990122", "990121", false },
		{ "a town not in another county", "990122103", "990121", false },
		{ "nothing in nothing", "", "", false },
		{ "nonsense nowhere", "abc", "990100", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, division_within(rows[i].inner, rows[i].outer) == rows[i].within);
	assert_true(division_same("9901", "990100000000"));
	assert_false(division_same("9901", "9902"));
	assert_false(division_same("x", "x"));
}

static void
item_codes(void **state)
{
	static const struct {
		const char *why, *code;
		enum item_form form;
		const char *organ;
		char level;
		const char *base, *handling, *division;
	} rows[] = {
		{ "the national form", "12441500196720244T3442199806003", ITEM_IMPLEMENTING,
		    "12441500196720244T", '3', "442199806003", "", "" },
		{ "with a case of handling", "11440000006940116U244010200300103", ITEM_HANDLING,
		    "11440000006940116U", '2', "440102003001", "03", "" },
		{ "of a body with an interim code", "TE440000GD030003VV2440102002001", ITEM_IMPLEMENTING,
		    "TE440000GD030003VV", '2', "440102002001", "", "" },
		{ "a base code", "442199806003", ITEM_BASE, "", 0, "442199806003", "", "" },
		{ "a base code of a parent", "44010200200Y", ITEM_BASE, "", 0, "44010200200Y", "", "" },
		{ "the former 36", "11510000MB00000000511602000000000100", ITEM_OLDER, "", 0, "", "", "" },
		{ "Sichuan's, with a letter", "511A0138000000-511602000000-000-115113010833722043-1-00",
		    ITEM_HYPHENED, "115113010833722043", '1', "", "", "511602000000" },
		{ "Sichuan's, the catalogue a base code", "512036001008-511602000000-000-11511301MB15537661-1-00",
		    ITEM_HYPHENED, "11511301MB15537661", '1', "512036001008", "", "511602000000" },
		{ "the catalogue with hyphens", "G-000007-001-511602000000-000-115113010833722043-1-00",
		    ITEM_HYPHENED, "115113010833722043", '1', "", "", "511602000000" },
		{ "the organ with a hyphen", "511A0126800000-511602000000-000-76726532-X-1-00",
		    ITEM_HYPHENED, "76726532X", '1', "", "", "511602000000" },
		{ "a local form", "E-000004-001-11511301008778386B", ITEM_LOCAL, "", 0, "", "", "" },
		{ "level 9 is none of ours", "12441500196720244T9442199806003", ITEM_LOCAL, "", 0, "", "", "" },
		{ "any code may stand", "YC-2026.01_a", ITEM_LOCAL, "", 0, "", "", "" },
		{ "a stroke would break the address", "YC/2026", ITEM_NONE, "", 0, "", "", "" },
		{ "so would a blank", "YC 2026", ITEM_NONE, "", 0, "", "", "" },
		{ "and Chinese", "许可-001", ITEM_NONE, "", 0, "", "", "" },
		{ "too short", "abc", ITEM_NONE, "", 0, "", "", "" },
		{ "nothing", "", ITEM_NONE, "", 0, "", "", "" },
	};
	char many[80];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct item_code item = item_code_read(rows[i].code);

		ROW(rows[i].why, item.form == rows[i].form);
		ROW(rows[i].why, strcmp(item.organ, rows[i].organ) == 0);
		ROW(rows[i].why, item.level == rows[i].level);
		ROW(rows[i].why, strcmp(item.base, rows[i].base) == 0);
		ROW(rows[i].why, strcmp(item.handling, rows[i].handling) == 0);
		ROW(rows[i].why, strcmp(item.division, rows[i].division) == 0);
	}
	memset(many, 'A', sizeof(many));
	many[64] = '\0';
	assert_int_equal(item_form(many), ITEM_LOCAL);
	many[64] = 'A';
	many[65] = '\0';
	assert_int_equal(item_form(many), ITEM_NONE);
	assert_int_equal(item_form(NULL), ITEM_NONE);
	assert_string_equal(item_form_name(ITEM_HYPHENED), "hyphened");
}

/* No code of a live catalogue may be refused. */
static void
live_catalogues(void **state)
{
	static const struct {
		const char *file, *key;
		size_t items;
		size_t forms[ITEM_FORM_COUNT];
	} rows[] = {
		{ "matters/guangdong.jsonl", "TASK_CODE", 994,
		    { [ITEM_IMPLEMENTING] = 885, [ITEM_HANDLING] = 109 } },
		{ "matters/sichuan_qianfeng.jsonl", "itemCode", 581,
		    { [ITEM_HYPHENED] = 578, [ITEM_LOCAL] = 3 } },
	};
	static char line[65536];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		size_t forms[ITEM_FORM_COUNT] = { 0 }, items = 0;
		FILE *file = outside_open(rows[i].file);

		while (outside_line(file, line, sizeof(line))) {
			char code[128], area[64];
			struct item_code item;

			assert_true(outside_json(line, rows[i].key, code, sizeof(code)));
			item = item_code_read(code);
			ROW(code, item.form != ITEM_NONE);
			forms[item.form]++;
			items++;
			if (item.form == ITEM_HYPHENED) {
				ROW(code, division_level(item.division) >= DIVISION_PROVINCE);
				ROW(code, outside_json(line, "areaCode", area, sizeof(area)));
				ROW(code, division_level(area) == DIVISION_COUNTY);
			}
			if (item.form == ITEM_IMPLEMENTING || item.form == ITEM_HANDLING) {
				enum identity_reason why;

				ROW(code, credit_check(item.organ, &why) != CREDIT_INVALID);
			}
		}
		fclose(file);
		assert_int_equal(items, rows[i].items);
		for (int form = 0; form < ITEM_FORM_COUNT; form++)
			assert_int_equal(forms[form], rows[i].forms[form]);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(divisions),
		cmocka_unit_test(within),
		cmocka_unit_test(item_codes),
		cmocka_unit_test(live_catalogues),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/code", tests, NULL, NULL);
}
