/* Money, slips, and what may be asked. */
#include "tests/rules/outside.h"

#include "rules/fee.h"

#define COUNT(array)	(sizeof(array) / sizeof((array)[0]))

static void
money_read(void **state)
{
	static const struct {
		const char *why, *text;
		fen amount;		/* -1: it is none */
	} rows[] = {
		{ "whole yuan", "12", 1200 },
		{ "one decimal is ten fen", "12.3", 1230 },
		{ "two decimals", "12.30", 1230 },
		{ "commas between groups of three", "1,234.50", 123450 },
		{ "and not elsewhere", "12,34", -1 },
		{ "nor at the end", "1,", -1 },
		{ "a group is whole", "1,2345", -1 },
		{ "the sign before", "¥ 8", 800 },
		{ "the other sign before", "￥8", 800 },
		{ "the unit behind", " 8 元 ", 800 },
		{ "nothing", "", -1 },
		{ "no digits", "元", -1 },
		{ "a third decimal is no fen", "0.001", -1 },
		{ "a point needs decimals", "5.", -1 },
		{ "no money is owed backwards", "-5", -1 },
		{ "the most", "100000000", FEE_MOST },
		{ "more than the most", "100000000.01", -1 },
		{ "far more than fits a number", "99999999999999999999999", -1 },
		{ "words behind it", "5元整", -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		fen amount = -1;

		if (fee_parse(rows[i].text, &amount) != (rows[i].amount >= 0) || amount != rows[i].amount)
			fail_msg("%s: %s is %lld", rows[i].why, rows[i].text, amount);
	}
}

static void
money_shown(void **state)
{
	static const struct { fen amount; const char *plain, *shown; } rows[] = {
		{ 0, "0.00", "0.00" }, { 5, "0.05", "0.05" }, { 99999, "999.99", "999.99" }, { 100000, "1000.00", "1,000.00" },
		{ 123456789, "1234567.89", "1,234,567.89" }, { FEE_MOST, "100000000.00", "100,000,000.00" }, { -5, "-0.05", "-0.05" },
	};
	char text[FEE_TEXT];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_string_equal(fee_print(rows[i].amount, text), rows[i].plain);
		assert_string_equal(fee_show(rows[i].amount, text), rows[i].shown);
	}
}

static void
totals(void **state)
{
	fen total = 0;

	(void)state;
	assert_true(fee_total(1000, 3, &total));
	assert_int_equal(total, 3000);
	assert_false(fee_total(0, 3, &total));
	assert_false(fee_total(1000, 0, &total));
	assert_false(fee_total(FEE_MOST, 2, &total));
	assert_false(fee_total(1, FEE_QUANTITY_MOST + 1LL, &total));
}

static void
standards(void **state)
{
	static const struct {
		const char *why, *standard;
		fen price;
		bool named;
	} rows[] = {
		{ "its one price", "每证10元", 1000, true },
		{ "another price", "每证10元", 2000, false },
		{ "any of several", "首户80元，每增加一户加收5元", 500, true },
		{ "a number that is no price", "面积90平方米以下免费", 9000, false },
		{ "ten thousands", "每项目1.5万元", 1500000, true },
		{ "a price with decimals", "5.50元/本", 550, true },
		{ "a share of something", "按合同价的0.5%", 50, false },
		{ "nothing said", "", 1000, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (fee_standard_names(rows[i].standard, rows[i].price) != rows[i].named)
			fail_msg("%s: %s", rows[i].why, rows[i].standard);
}

static void
what_may_be_asked(void **state)
{
	static const struct {
		const char *why;
		struct fee_listed fee;
		enum refusal refused;
	} rows[] = {
		{ "what the guide lists", { .found = true, .charged = true }, REFUSED_NOT },
		{ "what it does not", { .charged = true }, REFUSED_FEE },
		{ "nothing of an item that is free, whatever its rows say", { .found = true }, REFUSED_FEE },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (fee_refuses(&rows[i].fee) != rows[i].refused)
			fail_msg("%s", rows[i].why);
}

static void
reductions(void **state)
{
	static const struct fee_listed reducible = { .found = true, .charged = true, .reducible = true },
	    fixed = { .found = true, .charged = true };

	(void)state;
	assert_true(fee_may_reduce(&reducible, 1000, 500));
	assert_true(fee_may_reduce(&reducible, 1000, 0));	/* let off */
	assert_false(fee_may_reduce(&reducible, 1000, 1000));	/* nothing is reduced */
	assert_false(fee_may_reduce(&reducible, 1000, 1500));
	assert_false(fee_may_reduce(&reducible, 1000, -1));
	assert_false(fee_may_reduce(&fixed, 1000, 500));
}

static void
what_it_holds(void **state)
{
	(void)state;
	for (int event = 0; event < EVENT_COUNT; event++)
		assert_int_equal(fee_holds((enum event)event), event == EVENT_CLOSE || event == EVENT_SEND || event == EVENT_DELIVER);
}

static void
slips(void **state)
{
	char slip[SLIP_TEXT], other[SLIP_TEXT], shown[SLIP_SHOWN];

	(void)state;
	assert_true(slip_print("11990100009901315A", 2026, 12, slip));
	assert_int_equal(strlen(slip), 20);
	assert_memory_equal(slip, "0099013152026000012", 19);
	assert_true(slip_tidy(slip, other));
	assert_string_equal(slip, other);
	assert_true(slip_tidy(slip_show(slip, shown), other));	/* as it is shown, it may be typed */
	assert_string_equal(slip, other);
	for (size_t i = 0; slip[i]; i++) {			/* every wrong letter is found */
		char was = slip[i];

		slip[i] = was == '7' ? '4' : '7';
		assert_false(slip_tidy(slip, other));
		slip[i] = was;
	}
	for (size_t i = 0; slip[i + 1]; i++) {			/* and neighbours exchanged */
		char was = slip[i];

		if (was == slip[i + 1])
			continue;
		slip[i] = slip[i + 1];
		slip[i + 1] = was;
		assert_false(slip_tidy(slip, other));
		slip[i + 1] = slip[i];
		slip[i] = was;
	}
	assert_false(slip_print("", 2026, 1, slip));
	assert_false(slip_print("11990100009901315A", 2026, 0, slip));
	assert_false(slip_print("11990100009901315A", 2026, 1000000, slip));
	assert_false(slip_print("no code", 2026, 1, slip));
	assert_false(slip_tidy("", slip));
	assert_false(slip_tidy("缴款单", slip));
}

static void
what_the_bank_says(void **state)
{
	static const struct {
		const char *why;
		bool found;
		enum bill_state state;
		fen owed, paid;
		enum payment_fault fault;
	} rows[] = {
		{ "the sum is the bill's", true, BILL_ASKED, 1000, 1000, PAYMENT_FINE },
		{ "a slip nobody gave", false, BILL_ASKED, 1000, 1000, PAYMENT_NO_SLIP },
		{ "too little pays nothing", true, BILL_ASKED, 1000, 999, PAYMENT_WRONG_AMOUNT },
		{ "nor does too much", true, BILL_ASKED, 1000, 1001, PAYMENT_WRONG_AMOUNT },
		{ "paid before", true, BILL_PAID, 1000, 1000, PAYMENT_PAID },
		{ "let off before", true, BILL_WAIVED, 1000, 1000, PAYMENT_NOT_OWED },
		{ "not asked for any more", true, BILL_CANCELLED, 1000, 1000, PAYMENT_NOT_OWED },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		if (payment_judge(rows[i].found, rows[i].state, rows[i].owed, rows[i].paid) != rows[i].fault)
			fail_msg("%s", rows[i].why);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(money_read),
		cmocka_unit_test(money_shown),
		cmocka_unit_test(totals),
		cmocka_unit_test(standards),
		cmocka_unit_test(what_may_be_asked),
		cmocka_unit_test(reductions),
		cmocka_unit_test(what_it_holds),
		cmocka_unit_test(slips),
		cmocka_unit_test(what_the_bank_says),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
