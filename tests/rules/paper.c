/* Which act issues which paper, how it is numbered, and codes that are typed. */
#include "tests/rules/outside.h"

#include "rules/paper.h"

static void
which(void **state)
{
	static const struct {
		const char *why;
		struct paper_occasion on;
		const char *papers;
	} rows[] = {
		{ "what is handed in is receipted", { EVENT_SUBMIT }, "receipt " },
		{ "at a window too", { EVENT_RECEIVE }, "receipt " },
		{ "a promise is a paper beside it", { EVENT_SUBMIT, .promised = true }, "receipt promise " },
		{ "one list of all that is missing", { EVENT_ASK_CORRECTION }, "correction " },
		{ "what came in answer is receipted", { EVENT_RESUBMIT }, "correction_receipt " },
		{ "refusing to accept is told in writing", { EVENT_REFUSE_ACCEPTANCE }, "not_accepted " },
		{ "so is acceptance", { EVENT_ACCEPT, .licence = true }, "accepted " },
		{ "and acceptance by silence", { EVENT_DEEM_ACCEPTED }, "accepted " },
		{ "what lacks is promised by a day", { EVENT_ACCEPT, .lacking = true }, "accepted_lacking promise_lacking " },
		{ "an old promise of a proof is no paper of acceptance", { EVENT_ACCEPT, .promised = true }, "accepted " },
		{ "more is asked for in the review", { EVENT_ASK_SUPPLEMENT }, "supplement " },
		{ "and comes", { EVENT_SUPPLY }, "supplement_receipt " },
		{ "a special procedure is told", { EVENT_SUSPEND }, "special " },
		{ "its end as well", { EVENT_RESUME }, "special_ended " },
		{ "a longer time is told with its reason", { EVENT_EXTEND }, "extended " },
		{ "a new calendar that moves nothing is no news", { EVENT_RECOMPUTE }, "" },
		{ "one that moves a date is", { EVENT_RECOMPUTE, .moved = true }, "moved " },
		{ "a licence is granted as a licence", { EVENT_GRANT, .licence = true }, "licence_granted " },
		{ "a certificate is none", { EVENT_GRANT }, "granted " },
		{ "a licence is denied as a licence", { EVENT_DENY, .licence = true }, "licence_denied " },
		{ "anything else is denied as itself", { EVENT_DENY }, "denied " },
		{ "the end of a promise not kept", { EVENT_TERMINATE }, "terminated " },
		{ "the end of a correction that never came", { EVENT_LAPSE }, "terminated " },
		{ "delivery leaves its proof", { EVENT_DELIVER }, "delivery " },
		{ "a fee is asked in writing", { EVENT_BILL }, "fee " },
		{ "the office's own business has no paper", { EVENT_CLAIM }, "" },
		{ "nor has an opinion", { EVENT_OPINION }, "" },
		{ "nor the taking back of an application", { EVENT_TAKE_BACK }, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char got[200] = "";
		enum paper paper;
		size_t at = 0;

		while (paper_next(&rows[i].on, &at, &paper)) {
			strcat(got, paper_name(paper));
			strcat(got, " ");
		}
		if (strcmp(got, rows[i].papers) != 0)
			fail_msg("%s: %s, not %s", rows[i].why, got, rows[i].papers);
	}
}

static void
every_paper(void **state)
{
	(void)state;
	for (int i = 0; i < PAPER_COUNT; i++) {
		enum paper paper = (enum paper)i, same;
		bool issued = false;

		assert_true(paper_named(paper_name(paper), &same));
		assert_int_equal(same, paper);
		assert_true(*paper_mark(paper) != '\0');
		for (int k = 0; k < i; k++)	/* two papers of one mark would share their numbers */
			assert_string_not_equal(paper_mark(paper), paper_mark((enum paper)k));
		for (int event = 0; event < EVENT_COUNT; event++)
			for (unsigned bits = 0; bits < 16; bits++) {
				const struct paper_occasion on = { (enum event)event, bits & 1, bits & 2, bits & 4, bits & 8 };
				enum paper one;
				size_t at = 0;

				while (paper_next(&on, &at, &one))
					issued = issued || one == paper;
			}
		assert_true(issued);
	}
	assert_false(paper_named("simulated", &(enum paper){ 0 }));
	assert_string_equal(paper_form_number(PAPER_RECEIPT, false), "01");
	assert_string_equal(paper_form_number(PAPER_RECEIPT, true), "12");
	assert_string_equal(paper_form_number(PAPER_LICENCE_DENIED, true), "07");
	assert_true(paper_may_be_contested(PAPER_NOT_ACCEPTED));
	assert_false(paper_may_be_contested(PAPER_LICENCE_GRANTED));
}

static void
numbers(void **state)
{
	char text[PAPER_NUMBER_TEXT], mark[200];

	(void)state;
	assert_true(paper_number_print("云市监", PAPER_ACCEPTED, 2026, 123, text));
	assert_string_equal(text, "云市监受〔2026〕000123号");
	assert_true(paper_number_print("云", PAPER_LICENCE_DENIED, 2027, 999999, text));
	assert_string_equal(text, "云不许〔2027〕999999号");
	assert_false(paper_number_print("", PAPER_ACCEPTED, 2026, 1, text));
	assert_string_equal(text, "");
	assert_false(paper_number_print(NULL, PAPER_ACCEPTED, 2026, 1, text));
	assert_false(paper_number_print("云", PAPER_ACCEPTED, 2026, 0, text));
	assert_false(paper_number_print("云", PAPER_ACCEPTED, 2026, 1000000, text));
	assert_false(paper_number_print("云", PAPER_ACCEPTED, 26, 1, text));
	memset(mark, 'x', sizeof(mark) - 1);
	mark[sizeof(mark) - 1] = '\0';
	assert_false(paper_number_print(mark, PAPER_ACCEPTED, 2026, 1, text));
}

static const uint8_t drawn[PAPER_CODE_BYTES] = { 0x12, 0x34, 0x56, 0x78, 0x9a, 0xbc, 0xde, 0xf0, 0x5a, 0xc3 };

static void
codes(void **state)
{
	static const uint8_t zeros[PAPER_CODE_BYTES], ones[PAPER_CODE_BYTES] = { 255, 255, 255, 255, 255, 255, 255, 255, 255, 255 };
	char code[PAPER_CODE_TEXT], other[PAPER_CODE_TEXT], shown[PAPER_CODE_SHOWN], typed[80];

	(void)state;
	assert_string_equal(paper_code_print(zeros, code), "0000000000000000");
	assert_memory_equal(paper_code_print(ones, code), "ZZZZZZZZZZZZZZZ", 15);
	paper_code_print(drawn, code);
	assert_int_equal(strlen(code), 16);
	assert_true(paper_code_tidy(code, other));
	assert_string_equal(other, code);
	paper_code_show(code, shown);
	assert_int_equal(strlen(shown), 19);
	assert_true(paper_code_tidy(shown, other));
	snprintf(typed, sizeof(typed), "  %.4s %.4s　%.4s－%.4s ", code, code + 4, code + 8, code + 12);
	assert_true(paper_code_tidy(typed, other));
	assert_string_equal(other, code);
	assert_true(paper_code_tidy("oooo-oooo-oooo-oooO", other));
	assert_string_equal(other, "0000000000000000");
	assert_false(paper_code_tidy("", other));
	assert_false(paper_code_tidy(NULL, other));
	assert_false(paper_code_tidy("000000000000000", other));
	assert_false(paper_code_tidy("00000000000000000", other));
	assert_false(paper_code_tidy("000000000000000U", other));
	assert_false(paper_code_tidy("000000000000000\xff", other));
	assert_string_equal(other, "");
}

/* Every wrong letter, and every two exchanged, wherever they stand. */
static void
mistyped(void **state)
{
	static const char letters[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
	char code[PAPER_CODE_TEXT], wrong[PAPER_CODE_TEXT], other[PAPER_CODE_TEXT];

	(void)state;
	paper_code_print(drawn, code);
	for (int i = 0; i < 16; i++)
		for (int k = 0; k < 32; k++) {
			strcpy(wrong, code);
			wrong[i] = letters[k];
			assert_int_equal(paper_code_tidy(wrong, other), letters[k] == code[i]);
		}
	for (int i = 0; i < 16; i++)
		for (int k = 0; k < i; k++) {
			strcpy(wrong, code);
			wrong[i] = code[k];
			wrong[k] = code[i];
			assert_int_equal(paper_code_tidy(wrong, other), code[i] == code[k]);
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(which),
		cmocka_unit_test(every_paper),
		cmocka_unit_test(numbers),
		cmocka_unit_test(codes),
		cmocka_unit_test(mistyped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
