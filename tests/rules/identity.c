/* Citizen numbers, credit and organisation codes, phones; other people's vectors too. */
#include "tests/rules/outside.h"

#include "rules/check.h"
#include "rules/identity.h"

static const struct day today = { 20581 };	/* 2026-05-08 */

static void
citizen_numbers(void **state)
{
	static const struct {
		const char *why, *number;
		enum identity_reason reason;
	} rows[] = {
		{ "the example of the standard", "11010519491231002X", IDENTITY_OK },
		{ "a number of the sample's invented city", "990102199001010015", IDENTITY_OK },
		{ "nothing given", "", IDENTITY_EMPTY },
		{ "the wrong check", "110105194912310021", IDENTITY_CHECK },
		{ "30 February is judged before the check", "110105194902300020", IDENTITY_BIRTH },
		{ "month 13", "110105194913010020", IDENTITY_BIRTH },
		{ "29 February 1900", "110105190002290020", IDENTITY_BIRTH },
		{ "the year 1066", "110105106601010020", IDENTITY_BIRTH },
		{ "born today", "110105202605080014", IDENTITY_OK },
		{ "born tomorrow", "110105202605090013", IDENTITY_FUTURE },
		{ "no province 10", "100105194912310021", IDENTITY_DIVISION },
		{ "no province 38", "380105194912310021", IDENTITY_DIVISION },
		{ "a small x is not tidy", "11010519491231002x", IDENTITY_CHARACTER },
		{ "X only at the end", "1101051949123100X2", IDENTITY_CHARACTER },
		{ "a letter within", "11010519491231O02X", IDENTITY_CHARACTER },
		{ "the old number of fifteen digits has its own answer", "110105491231002", IDENTITY_FIFTEEN },
		{ "fifteen with a letter is merely short", "11010549123100X", IDENTITY_LENGTH },
		{ "seventeen", "11010519491231002", IDENTITY_LENGTH },
		{ "nineteen", "11010519491231002XX", IDENTITY_LENGTH },
		{ "a newline behind", "11010519491231002X\n", IDENTITY_LENGTH },
		{ "full-width digits are many bytes", "１１０１０５", IDENTITY_CHARACTER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, citizen_check(rows[i].number, today) == rows[i].reason);
	assert_int_equal(citizen_check(NULL, today), IDENTITY_EMPTY);
	/* Born in 2100 is possible while nobody asks for today. */
	assert_int_not_equal(citizen_check("110105210001010010", DAY_NONE), IDENTITY_FUTURE);
}

static void
what_a_number_says(void **state)
{
	struct citizen c;

	(void)state;
	assert_true(citizen_read("11010519491231002X", &c));
	assert_string_equal(c.division, "110105");
	assert_true(day_same(c.born, day_make(1949, 12, 31)));
	assert_true(c.female);
	assert_true(citizen_read("321083197812162119", &c));
	assert_false(c.female);
	assert_false(citizen_read("11010519491231002Y", &c));
}

/* Every wrong digit and every two neighbours exchanged must be seen; MOD 11-2 sees all. */
static void
slips_of_the_pen(void **state)
{
	static const char sound[] = "11010519491231002X";
	char wrong[19];

	(void)state;
	for (int i = 0; i < 17; i++) {
		for (char c = '0'; c <= '9'; c++) {
			memcpy(wrong, sound, sizeof(wrong));
			wrong[i] = c;
			assert_true(c == sound[i] || citizen_check(wrong, today) != IDENTITY_OK);
		}
		memcpy(wrong, sound, sizeof(wrong));
		wrong[i] = sound[i + 1];
		wrong[i + 1] = sound[i];
		assert_true(sound[i] == sound[i + 1] || citizen_check(wrong, today) != IDENTITY_OK);
	}
}

static void
credit_codes(void **state)
{
	static const struct {
		const char *why, *code;
		enum credit_verdict verdict;
		enum identity_reason reason;
	} rows[] = {
		{ "a city government", "11411000005747138B", CREDIT_VALID, IDENTITY_OK },
		{ "a public body of a county", "12441500196720244T", CREDIT_VALID, IDENTITY_OK },
		{ "with another check it is marked", "11411000005747138A", CREDIT_MARKED, IDENTITY_CHECK },
		{ "a live code with a wrong check is marked", "13440000515356094L", CREDIT_MARKED, IDENTITY_CHECK },
		{ "a live interim code is marked", "TE440000GD030003VV", CREDIT_MARKED, IDENTITY_INTERIM },
		{ "another", "TE5116020105116050", CREDIT_MARKED, IDENTITY_INTERIM },
		{ "nothing given", "", CREDIT_INVALID, IDENTITY_EMPTY },
		{ "too short", "11411000005747138", CREDIT_INVALID, IDENTITY_LENGTH },
		{ "a letter the standard leaves out", "1141100000574713IB", CREDIT_INVALID, IDENTITY_CHARACTER },
		{ "small letters are not tidy", "11411000005747138b", CREDIT_INVALID, IDENTITY_CHARACTER },
		{ "the division is digits", "91A10000600037341L", CREDIT_INVALID, IDENTITY_CHARACTER },
		{ "a hyphen", "1141100000574-138B", CREDIT_INVALID, IDENTITY_CHARACTER },
		{ "words", "FOOBARFOOBARFOOBAR", CREDIT_INVALID, IDENTITY_CHARACTER },
	};
	enum identity_reason why;

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ROW(rows[i].why, credit_check(rows[i].code, &why) == rows[i].verdict);
		ROW(rows[i].why, why == rows[i].reason);
	}
	assert_int_equal(credit_check(NULL, &why), CREDIT_INVALID);
}

static void
organ_codes(void **state)
{
	static const struct {
		const char *why, *code;
		enum identity_reason reason;
	} rows[] = {
		{ "a prefix of index numbers", "732999729", IDENTITY_OK },
		{ "with another check", "732999728", IDENTITY_CHECK },
		{ "a check of ten is X", "00877836X", IDENTITY_OK },
		{ "the hyphen is taken out before", "73299972-9", IDENTITY_LENGTH },
		{ "letters are allowed", "MA0KD1Y64", IDENTITY_OK },
		{ "but not at the end", "73299972A", IDENTITY_CHARACTER },
		{ "small letters are not tidy", "ma0kd1y64", IDENTITY_CHARACTER },
		{ "nothing given", "", IDENTITY_EMPTY },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, organ_code_check(rows[i].code) == rows[i].reason);
}

static void
golden_codes(void **state)
{
	char line[1024], *fields[8];
	FILE *file = outside_open("codes/golden_days_and_codes.tsv");
	int rows = 0;

	(void)state;
	while (outside_line(file, line, sizeof(line))) {
		enum identity_reason why;
		bool valid, seen = true;

		if (outside_fields(line, fields, 8) < 3)
			continue;
		if (strcmp(fields[0], "USCC") == 0)
			valid = credit_check(fields[1], &why) == CREDIT_VALID;
		else if (strcmp(fields[0], "ORG11714") == 0)
			valid = organ_code_check(fields[1]) == IDENTITY_OK;
		else if (strcmp(fields[0], "ID11643") == 0)
			valid = citizen_check(fields[1], today) == IDENTITY_OK;
		else
			seen = valid = false;
		if (!seen)
			continue;
		ROW(fields[1], valid == (fields[2][0] == '1'));
		rows++;
	}
	fclose(file);
	assert_int_equal(rows, 9);
}

/* ISO 7064 MOD 37,36 over an electronic licence's number without its points. */
static void
golden_licences(void **state)
{
	char line[1024], text[256], *fields[8];
	FILE *file = outside_open("codes/golden_days_and_codes.tsv");
	int rows = 0;

	(void)state;
	while (outside_line(file, line, sizeof(line))) {
		size_t used = 0;

		if (outside_fields(line, fields, 8) < 3 || strcmp(fields[0], "ELIC") != 0)
			continue;
		for (const char *at = fields[1]; *at != '\0'; at++)
			if (*at != '.')
				text[used++] = *at;
		/* The ten digits of 1.2.156.3005.2 name the scheme and are not covered. */
		ROW(fields[1], (check_mod_37_36(text + 10, used - 11) == text[used - 1]) ==
		    (fields[2][0] == '1'));
		rows++;
	}
	fclose(file);
	assert_int_equal(rows, 2);
}

/* Numbers in other people's tests, by what those tests say of them. */
static void
other_peoples_numbers(void **state)
{
	static const struct {
		const char *why, *number;
		bool sound;
	} citizens[] = {
		{ "hutool: valid", "321083197812162119", true },
		{ "hutool: from fifteen digits", "150102198807303035", true },
		{ "hutool: ends in X", "33010219200403064X", true },
		{ "hutool: a resident from Hong Kong", "81000019980902013X", true },
		{ "hutool: from Macao", "820000200009100032", true },
		{ "hutool: from Taiwan", "830000200209060065", true },
		{ "hutool: a foreigner with permanent residence", "932682198501010017", true },
		{ "hutool: a letter within", "3301022011022000D6", false },
		{ "hutool: wrong", "201511221897205960", false },
		{ "hutool: fifteen", "360198910283844", false },
		{ "stdnum: valid", "360426199101010071", true },
		{ "stdnum: valid", "120103198806018241", true },
		{ "stdnum: wrong check", "360426199101010072", false },
		{ "stdnum: short", "12345678", false },
	};
	static const struct {
		const char *why, *code;
		bool sound;
	} bodies[] = {
		{ "stdnum: valid", "91110000600037341L", true },
		{ "stdnum: wrong check", "91110000600037342L", false },
		{ "stdnum: wrong form", "A1110000600037341L", false },
		{ "uscc-utils: a company", "91370000728611939A", true },
		{ "uscc-utils: a foundation", "531000005000160090", true },
		{ "uscc-utils: a temple's academy", "52410000663412719U", true },
		{ "uscc-utils: a company", "91110108551385082Q", true },
		{ "uscc-utils: a county's", "92141127MA0KD1Y64A", true },
		{ "uscc-utils: wrong check", "91110108551385082F", false },
		{ "hutool: valid", "91310110666007217T", true },
		{ "hutool: an early code against the standard", "91350211M00013FA1N", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(citizens) / sizeof(citizens[0]); i++)
		ROW(citizens[i].why, (citizen_check(citizens[i].number, today) == IDENTITY_OK) ==
		    citizens[i].sound);
	for (size_t i = 0; i < sizeof(bodies) / sizeof(bodies[0]); i++) {
		enum identity_reason why;

		ROW(bodies[i].why, (credit_check(bodies[i].code, &why) == CREDIT_VALID) ==
		    bodies[i].sound);
	}
}

/* Whatever stands between quotes in those files passes through without harm, and in bounds. */
static void
other_peoples_files(void **state)
{
	static const char *const files[] = {
		"codes/dromara__hutool__IdcardUtilTest.java.txt",
		"codes/dromara__hutool__CreditCodeUtilTest.java.txt",
		"codes/koblas__stdnum-js__ric.spec.ts.txt",
		"codes/koblas__stdnum-js__uscc.spec.ts.txt",
		"codes/ntnyq__uscc-utils__fixtures.ts.txt",
		"codes/ntnyq__uscc-utils__validate.test.ts.txt",
		"codes/ntnyq__uscc-utils__parse.test.ts.txt",
	};
	char line[4096];
	int sound = 0;

	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		FILE *file = outside_open(files[i]);

		while (outside_line(file, line, sizeof(line))) {
			for (char *word = strtok(line, "'\""); word != NULL; word = strtok(NULL, "'\"")) {
				enum identity_reason why;
				char tidy[64];

				if (identity_tidy(word, tidy, sizeof(tidy)))
					sound += citizen_check(tidy, today) == IDENTITY_OK ||
					    credit_check(tidy, &why) == CREDIT_VALID;
			}
		}
		fclose(file);
	}
	assert_true(sound >= 20);
}

static void
tidying(void **state)
{
	static const struct { const char *why, *typed, *tidy; } rows[] = {
		{ "blanks around and within", "  1101 0519 4912 31002x ", "11010519491231002X" },
		{ "full-width figures and letters", "１１０１０５１９４９１２３１００２ｘ", "11010519491231002X" },
		{ "an ideographic blank", "110105　19491231002X", "11010519491231002X" },
		{ "hyphens of every kind", "73299972-9–—−－", "732999729" },
		{ "other text stays to be refused", "张三", "张三" },
		{ "nothing", "", "" },
	};
	char tidy[32];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		ROW(rows[i].why, identity_tidy(rows[i].typed, tidy, sizeof(tidy)));
		ROW(rows[i].why, strcmp(tidy, rows[i].tidy) == 0);
	}
	assert_true(identity_tidy(NULL, tidy, sizeof(tidy)));
	assert_false(identity_tidy("1234", tidy, 4));
	assert_string_equal(tidy, "");
	assert_true(identity_tidy("123", tidy, 4));
	assert_false(identity_tidy("1", tidy, 0));
	assert_true(identity_tidy("\xc3(\xff", tidy, sizeof(tidy)));
}

static void
phones(void **state)
{
	static const struct {
		const char *why, *number;
		enum identity_reason reason;
	} rows[] = {
		{ "a mobile", "13812341234", IDENTITY_OK },
		{ "a mobile of the newest range", "19912341234", IDENTITY_OK },
		{ "a mobile from abroad", "+8613812341234", IDENTITY_OK },
		{ "no such range", "12012341234", IDENTITY_PREFIX },
		{ "a line of the capital", "010-12345678", IDENTITY_OK },
		{ "a line of a small city", "0826-2345678", IDENTITY_OK },
		{ "with brackets", "(020)37628755", IDENTITY_OK },
		{ "with an extension", "020-37628755-8012", IDENTITY_OK },
		{ "without area code", "37628755", IDENTITY_OK },
		{ "with extension alone", "37628755-801", IDENTITY_OK },
		{ "a free line", "400-800-8820", IDENTITY_OK },
		{ "the government hotline", "12345", IDENTITY_OK },
		{ "the grid's", "95598", IDENTITY_OK },
		{ "the police", "110", IDENTITY_OK },
		{ "too short", "12", IDENTITY_LENGTH },
		{ "too long", "0101234567890123", IDENTITY_LENGTH },
		{ "words", "见附件", IDENTITY_CHARACTER },
		{ "a name behind", "13812341234张三", IDENTITY_CHARACTER },
		{ "nothing", "", IDENTITY_EMPTY },
	};
	char mobile[12];
	char many[4096];

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, phone_check(rows[i].number) == rows[i].reason);
	memset(many, '1', sizeof(many));
	many[sizeof(many) - 1] = '\0';
	assert_int_equal(phone_check(many), IDENTITY_LENGTH);
	assert_int_equal(mobile_check("13812341234"), IDENTITY_OK);
	assert_int_equal(mobile_check("1381234123"), IDENTITY_LENGTH);
	assert_int_equal(mobile_check("138123412345"), IDENTITY_LENGTH);
	assert_int_equal(mobile_check("1381234123４"), IDENTITY_CHARACTER);
	assert_int_equal(mobile_check(""), IDENTITY_EMPTY);
	assert_true(mobile_tidy(" +86 138-1234-1234", mobile));
	assert_string_equal(mobile, "13812341234");
	assert_true(mobile_tidy("１３８１２３４１２３４", mobile));
	assert_false(mobile_tidy("020-37628755", mobile));
	assert_string_equal(mobile, "");
}

static void
post_and_mail(void **state)
{
	static const struct {
		const char *why, *address;
		enum identity_reason reason;
	} rows[] = {
		{ "plain", "li@example.org", IDENTITY_OK },
		{ "with a plus and points", "li.si+office@mail.example.gov.cn", IDENTITY_OK },
		{ "no sign", "example.org", IDENTITY_CHARACTER },
		{ "nobody", "@example.org", IDENTITY_CHARACTER },
		{ "no domain", "li@", IDENTITY_CHARACTER },
		{ "no point", "li@example", IDENTITY_CHARACTER },
		{ "two signs", "li@si@example.org", IDENTITY_CHARACTER },
		{ "two points", "li..si@example.org", IDENTITY_CHARACTER },
		{ "a point at the end", "li.@example.org", IDENTITY_CHARACTER },
		{ "a domain that ends in a point", "li@example.org.", IDENTITY_CHARACTER },
		{ "a label that begins with a hyphen", "li@-example.org", IDENTITY_CHARACTER },
		{ "a header smuggled in", "li@example.org\r\nBcc: all@example.org", IDENTITY_CHARACTER },
		{ "Chinese", "李@example.org", IDENTITY_CHARACTER },
		{ "nothing", "", IDENTITY_EMPTY },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, email_check(rows[i].address) == rows[i].reason);
	assert_int_equal(postcode_check("510030"), IDENTITY_OK);
	assert_int_equal(postcode_check("010010"), IDENTITY_OK);
	assert_int_equal(postcode_check("000000"), IDENTITY_PREFIX);
	assert_int_equal(postcode_check("51003"), IDENTITY_LENGTH);
	assert_int_equal(postcode_check("51003a"), IDENTITY_CHARACTER);
	assert_int_equal(postcode_check(NULL), IDENTITY_EMPTY);
}

static void
names(void **state)
{
	(void)state;
	assert_string_equal(identity_reason_name(IDENTITY_FIFTEEN), "fifteen_digits");
	assert_string_equal(identity_reason_name((enum identity_reason)-1), "");
	assert_string_equal(credit_verdict_name(CREDIT_MARKED), "marked");
	assert_int_equal(check_letter("12345678901234567890123", 23), 0);
	assert_int_equal(check_letter("12x", 3), 0);
	assert_int_equal(check_mod_37_36("a", 1), 0);
	/* ISO 7064's own kind of example: any text followed by its check leaves 1. */
	assert_int_equal(check_mod_37_36("A12425GABC1234002", 17), 'M');
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(citizen_numbers),
		cmocka_unit_test(what_a_number_says),
		cmocka_unit_test(slips_of_the_pen),
		cmocka_unit_test(credit_codes),
		cmocka_unit_test(organ_codes),
		cmocka_unit_test(golden_codes),
		cmocka_unit_test(golden_licences),
		cmocka_unit_test(other_peoples_numbers),
		cmocka_unit_test(other_peoples_files),
		cmocka_unit_test(tidying),
		cmocka_unit_test(phones),
		cmocka_unit_test(post_and_mail),
		cmocka_unit_test(names),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/identity", tests, NULL, NULL);
}
