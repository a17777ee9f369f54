/* watch.c - what the rules of supervision find, and how a card is answered: every row is a sentence. */
#include "rules/watch.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static void
numbers_are_stable(void **state)
{
	enum watch_rule rule;

	(void)state;
	for (int i = 0; i < WATCH_RULE_COUNT; i++) {
		char number[8];

		snprintf(number, sizeof number, "W%02d", i + 1);
		assert_string_equal(watch_number((enum watch_rule)i), number);
		assert_true(watch_named(number, &rule) && rule == (enum watch_rule)i);
		assert_true(watch_named(watch_name((enum watch_rule)i), &rule) && rule == (enum watch_rule)i);
	}
	assert_false(watch_named("W00", &rule));
	assert_false(watch_named("", &rule));
	for (int i = 0; i < CARD_CLOCK_COUNT; i++)	/* the clocks are the first rules */
		assert_true(watch_named(card_clock_name((enum card_clock)i), &rule) && rule <= WATCH_TASK);
}

/* ---- W06 ---- */

static const struct at_once {
	const char *why, *accepted, *finished, *today;
	bool paused;
	const char *red;
} at_once[] = {
	{ "decided on the day it was accepted", "2026-06-01", "2026-06-01", "2026-06-05", false, "" },
	{ "the day is not over yet", "2026-06-01", "", "2026-06-01", false, "" },
	{ "the day is over and nothing was decided", "2026-06-01", "", "2026-06-02", false, "2026-06-02" },
	{ "decided a day later", "2026-06-01", "2026-06-02", "2026-06-30", false, "2026-06-02" },
	{ "accepted on a Saturday: the next working day is still that day", "2026-06-06", "2026-06-08", "2026-06-30", false,
	    "" },
	{ "accepted on a Saturday, decided on Tuesday", "2026-06-06", "2026-06-09", "2026-06-30", false, "2026-06-09" },
	{ "a hearing began that day: time that no limit includes", "2026-06-01", "", "2026-06-30", true, "" },
	{ "never accepted", "", "", "2026-06-30", false, "" },
};

static void
every_at_once(void **state)
{
	char red[DAY_TEXT];

	(void)state;
	for (size_t i = 0; i < sizeof(at_once) / sizeof(at_once[0]); i++) {
		const struct at_once *r = &at_once[i];
		struct card_days days = watch_at_once(&calendar_state, day_parse(r->accepted), day_parse(r->finished), r->paused,
		    day_parse(r->today));

		if (strcmp(day_print(days.red_on, red), r->red) != 0 || day_known(days.yellow_on))
			fail_msg("%s: red \"%s\"", r->why, red);
	}
}

/* ---- W07 ---- */

static const struct {
	const char *why, *reason;
	enum watch_why found;
} reasons[] = {
	{ "nothing at all", "", WHY_VAGUE },
	{ "dots and blanks are no reason", "……　。 - / ", WHY_VAGUE },
	{ "what every refusal says", "不符合相关规定，不予受理。", WHY_VAGUE },
	{ "the same, longer", "经审查，您的申请材料不齐全，不符合法定形式及有关要求，不予许可。", WHY_VAGUE },
	{ "no word behind it", "原因：其他", WHY_VAGUE },
	{ "something is said, too little to act upon", "照片不清楚", WHY_SHORT },
	{ "what lacks is named, and where it stands",
	    "经营场所距小学大门不足五十米，不符合《烟草专卖许可证管理办法》第二十五条的规定。", WHY_FINE },
	{ "which fact is missing", "提交的租赁合同已于2026年3月到期，未能证明对经营场所的使用权。", WHY_FINE },
	{ "in English as well", "The lease ended in March; no right to use the premises is shown.", WHY_FINE },
};

static void
every_reason(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(reasons) / sizeof(reasons[0]); i++)
		if (watch_reason(reasons[i].reason, 12) != reasons[i].found)
			fail_msg("%s: %s, %zu letters", reasons[i].why, watch_why_name(watch_reason(reasons[i].reason, 12)),
			    watch_reason_letters(reasons[i].reason));
}

/* ---- W08 ---- */

static const char guide[] = "食品经营许可申请书\n营业执照复印件\n与经营场所相适应的操作流程文件\n食品安全管理人员健康证明\n房屋租赁合同或产权证明\n";

static const struct {
	const char *why, *wanted;
	bool shared;
	enum watch_why found;
	const char *term;
} extras[] = {
	{ "nothing in particular is asked for", "请重新拍摄，四角完整。", false, WHY_FINE, "" },
	{ "a paper of the guide, clearer", "请提供清晰的营业执照复印件", false, WHY_FINE, "" },
	{ "a proof of the guide", "请补充健康证明", false, WHY_FINE, "" },
	{ "a contract of the guide", "请提交有效期内的租赁合同", false, WHY_FINE, "" },
	{ "a proof no material is", "请另行提供收入证明", false, WHY_UNLISTED, "收入证明" },
	{ "a paper no material is", "请携带户口簿到窗口", false, WHY_UNLISTED, "户口簿" },
	{ "a report no material is, behind one that is", "营业执照和消防检测报告", false, WHY_UNLISTED, "检测报告" },
	{ "a proof, of what is not said", "请提供证明", false, WHY_FINE, "" },
	{ "what the guide says the administration has itself", "请提供", true, WHY_SHARED, "" },
};

static void
every_extra(void **state)
{
	char term[WATCH_TERM];

	(void)state;
	for (size_t i = 0; i < sizeof(extras) / sizeof(extras[0]); i++) {
		enum watch_why found = watch_extra(extras[i].wanted, guide, extras[i].shared, term);

		if (found != extras[i].found || strcmp(term, extras[i].term) != 0)
			fail_msg("%s: %s \"%s\"", extras[i].why, watch_why_name(found), term);
	}
}

/* ---- W10, W11, W13 ---- */

static const struct {
	const char *why;
	bool promised;
	const char *accepted, *decided;
	enum watch_why found;
} moments[] = {
	{ "four minutes for what was promised in days", true, "2026-06-01 09:00:00", "2026-06-01 09:04:00", WHY_MOMENTS },
	{ "ten minutes and no less is no moment", true, "2026-06-01 09:00:00", "2026-06-01 09:10:00", WHY_FINE },
	{ "an item decided at once takes moments", false, "2026-06-01 09:00:00", "2026-06-01 09:04:00", WHY_FINE },
	{ "not decided", true, "2026-06-01 09:00:00", "", WHY_FINE },
	{ "a clock that went back proves nothing", true, "2026-06-01 09:00:00", "2026-06-01 08:59:00", WHY_FINE },
};

static const struct {
	const char *why;
	bool window;
	const char *submitted, *decided, *number;
	enum watch_why found;
} entries[] = {
	{ "taken in and decided in office hours", true, "2026-06-01 09:00:00", "2026-06-01 11:00:00", "云市监许〔2026〕12号",
	    WHY_FINE },
	{ "taken in late and decided the next morning: a late hour is a service", true, "2026-06-01 18:30:00",
	    "2026-06-02 09:30:00", "", WHY_FINE },
	{ "all of it on one evening", true, "2026-06-01 20:30:00", "2026-06-01 20:50:00", "云市监许〔2026〕12号",
	    WHY_AFTER_HOURS },
	{ "all of it on one Sunday", true, "2026-06-07 10:00:00", "2026-06-07 10:20:00", "", WHY_AFTER_HOURS },
	{ "an applicant may file at night", false, "2026-06-01 20:30:00", "2026-06-01 20:50:00", "", WHY_FINE },
	{ "the outcome is numbered in a year before the application", false, "2026-06-01 09:00:00", "2026-06-05 09:00:00",
	    "云市监许〔2025〕12号", WHY_OLDER_NUMBER },
	{ "a number without a year tells nothing", false, "2026-06-01 09:00:00", "2026-06-05 09:00:00", "JY11234567890123",
	    WHY_FINE },
	{ "filed in December, decided in January", false, "2025-12-30 09:00:00", "2026-01-05 09:00:00", "准许[2026]3号",
	    WHY_FINE },
};

static void
every_entry(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(moments) / sizeof(moments[0]); i++)
		if (watch_moments(moments[i].promised, instant_parse(moments[i].accepted), instant_parse(moments[i].decided), 10) !=
		    moments[i].found)
			fail_msg("%s", moments[i].why);
	for (size_t i = 0; i < sizeof(entries) / sizeof(entries[0]); i++)
		if (watch_back_entry(&calendar_state, &office_hours_default, &(struct watch_entry){ entries[i].window,
		    instant_parse(entries[i].submitted), instant_parse(entries[i].decided), entries[i].number }) !=
		    entries[i].found)
			fail_msg("%s", entries[i].why);
	assert_int_equal(watch_visit(day_parse("2026-05-30"), day_parse("2026-06-01"), DAY_NONE), WHY_VISIT_BEFORE);
	assert_int_equal(watch_visit(day_parse("2026-06-09"), day_parse("2026-06-01"), day_parse("2026-06-08")),
	    WHY_VISIT_AFTER);
	assert_int_equal(watch_visit(day_parse("2026-06-08"), day_parse("2026-06-01"), day_parse("2026-06-08")), WHY_FINE);
	assert_int_equal(watch_visit(DAY_NONE, day_parse("2026-06-01"), DAY_NONE), WHY_FINE);
	assert_int_equal(watch_twice(0), WHY_FINE);
	assert_int_equal(watch_twice(1), WHY_TWICE);
	assert_int_equal(watch_second(0), WHY_FINE);
	assert_int_equal(watch_second(2), WHY_VISIBLE);
	assert_int_equal(watch_fee(true), WHY_FINE);
	assert_int_equal(watch_fee(false), WHY_FEE);
}

/* ---- W16 ---- */

static void
share(void **state)
{
	int percent = 30, least = 10;

	(void)state;
	assert_int_equal(watch_share(9, 9, percent, least), WHY_FINE);	/* too few to say anything */
	assert_int_equal(watch_share(10, 3, percent, least), WHY_FINE);	/* thirty per cent is not more than thirty */
	assert_int_equal(watch_share(10, 4, percent, least), WHY_SHARE);
	assert_int_equal(watch_share(0, 0, 0, 0), WHY_FINE);
	assert_true(watch_share_read("25 20", &percent, &least) && percent == 25 && least == 20);
	assert_false(watch_share_read("25", &percent, &least));
	assert_false(watch_share_read("101 5", &percent, &least));
	assert_false(watch_share_read("25 20x", &percent, &least));
	assert_true(percent == 25 && least == 20);
}

/* ---- answering ---- */

static const struct {
	const char *why;
	enum watch_state state;
	enum watch_colour colour;
	bool appealed;
	enum watch_act act;
	unsigned role;
	const char *today;		/* the appeal is open until 2026-06-08 */
	enum watch_refusal refused;
	enum watch_state to;
} answers[] = {
	{ "an officer replies", WATCH_OPEN, WATCH_RED, false, WATCH_REPLY, ROLE_CLERK, "2026-06-09", WATCH_MAY, WATCH_REPLIED },
	{ "twice is once too often", WATCH_REPLIED, WATCH_RED, false, WATCH_REPLY, ROLE_CLERK, "2026-06-01",
	    WATCH_REPLIED_BEFORE, WATCH_REPLIED },
	{ "a supervisor does not reply for them", WATCH_OPEN, WATCH_RED, false, WATCH_REPLY, ROLE_SUPERVISOR, "2026-06-01",
	    WATCH_ROLE, WATCH_OPEN },
	{ "an officer does not withdraw the own card", WATCH_OPEN, WATCH_RED, false, WATCH_WITHDRAW, ROLE_LEADER, "2026-06-01",
	    WATCH_ROLE, WATCH_OPEN },
	{ "an officer does not close it", WATCH_REPLIED, WATCH_RED, false, WATCH_CLOSE, ROLE_APPROVER, "2026-06-01", WATCH_ROLE,
	    WATCH_REPLIED },
	{ "appealed on the last day", WATCH_OPEN, WATCH_YELLOW, false, WATCH_APPEAL, ROLE_LEADER, "2026-06-08", WATCH_MAY,
	    WATCH_APPEALED },
	{ "a day too late", WATCH_OPEN, WATCH_YELLOW, false, WATCH_APPEAL, ROLE_LEADER, "2026-06-09", WATCH_APPEAL_LATE,
	    WATCH_OPEN },
	{ "once only", WATCH_REPLIED, WATCH_RED, true, WATCH_APPEAL, ROLE_CLERK, "2026-06-01", WATCH_APPEALED_BEFORE,
	    WATCH_REPLIED },
	{ "after the appeal was heard there is no other", WATCH_UPHELD, WATCH_RED, true, WATCH_APPEAL, ROLE_CLERK, "2026-06-01",
	    WATCH_APPEALED_BEFORE, WATCH_UPHELD },
	{ "an appeal is heard before anything else", WATCH_APPEALED, WATCH_RED, true, WATCH_CLOSE, ROLE_SUPERVISOR,
	    "2026-06-01", WATCH_UNDER_APPEAL, WATCH_APPEALED },
	{ "upheld", WATCH_APPEALED, WATCH_RED, true, WATCH_UPHOLD, ROLE_SUPERVISOR, "2026-06-01", WATCH_MAY, WATCH_UPHELD },
	{ "a reply is owed again then", WATCH_UPHELD, WATCH_RED, true, WATCH_REPLY, ROLE_CLERK, "2026-06-01", WATCH_MAY,
	    WATCH_REPLIED },
	{ "withdrawn", WATCH_APPEALED, WATCH_RED, true, WATCH_WITHDRAW, ROLE_SUPERVISOR, "2026-06-01", WATCH_MAY,
	    WATCH_WITHDRAWN },
	{ "what is withdrawn stays so", WATCH_WITHDRAWN, WATCH_RED, true, WATCH_REPLY, ROLE_CLERK, "2026-06-01", WATCH_ENDED,
	    WATCH_WITHDRAWN },
	{ "nothing is closed before a reply", WATCH_OPEN, WATCH_RED, false, WATCH_CLOSE, ROLE_SUPERVISOR, "2026-06-01",
	    WATCH_NO_REPLY, WATCH_OPEN },
	{ "but by the clock, when a warning is over", WATCH_OPEN, WATCH_YELLOW, false, WATCH_CLOSE, ROLE_CLOCK, "2026-06-01",
	    WATCH_MAY, WATCH_CLOSED },
	{ "a reply sent back is owed again", WATCH_REPLIED, WATCH_RED, false, WATCH_RETURN, ROLE_SUPERVISOR, "2026-06-01",
	    WATCH_MAY, WATCH_OPEN },
	{ "a leader looks on", WATCH_REPLIED, WATCH_RED, false, WATCH_RETURN, ROLE_LEADER, "2026-06-01", WATCH_ROLE,
	    WATCH_REPLIED },
	{ "no appeal, nothing to uphold", WATCH_REPLIED, WATCH_RED, false, WATCH_UPHOLD, ROLE_SUPERVISOR, "2026-06-01",
	    WATCH_NO_APPEAL, WATCH_REPLIED },
	{ "nothing is owed to what is only told", WATCH_OPEN, WATCH_NONE, false, WATCH_REPLY, ROLE_CLERK, "2026-06-01",
	    WATCH_TOLD_ONLY, WATCH_OPEN },
};

static void
every_answer(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
		struct watch_card card = { answers[i].state, answers[i].colour, answers[i].appealed, day_parse("2026-06-08") };
		struct watch_step step = watch_step(&card, answers[i].act, answers[i].role, day_parse(answers[i].today));

		if (step.refused != answers[i].refused || step.to != answers[i].to)
			fail_msg("%s: %s, %s", answers[i].why, watch_refusal_name(step.refused), watch_state_name(step.to));
	}
}

/* Whatever is done by whomever: what ended stays, and only a supervisor or the clock ends a card. */
static void
ends_are_the_supervisors(void **state)
{
	(void)state;
	for (int from = 0; from < WATCH_STATE_COUNT; from++)
		for (int act = 0; act < WATCH_ACT_COUNT; act++)
			for (int role = 0; role < ROLE_COUNT; role++) {
				struct watch_card card = { (enum watch_state)from, WATCH_RED, false, DAY_NONE };
				struct watch_step step = watch_step(&card, (enum watch_act)act, 1u << role, day_parse("2026-06-01"));

				if (watch_state_ended(card.state))
					assert_true(step.refused != WATCH_MAY && step.to == card.state);
				else if (watch_state_ended(step.to))
					assert_true((1u << role) == ROLE_SUPERVISOR || (1u << role) == ROLE_CLOCK);
				if (step.refused != WATCH_MAY)
					assert_true(step.to == card.state);
			}
}

static void
orders(void **state)
{
	char number[WATCH_NUMBER];
	struct day due = day_parse("2026-06-01");

	(void)state;
	assert_false(order_escalates(due, 0, due));
	assert_true(order_escalates(due, 0, day_parse("2026-06-02")));
	assert_true(order_escalates(due, 1, day_parse("2026-06-02")));
	assert_false(order_escalates(due, ORDER_LEVEL_MOST, day_parse("2026-06-02")));
	assert_false(order_escalates(DAY_NONE, 0, due));
	assert_true(watch_paper_number("云政数", WATCH_PAPER_ORDER, 2026, 7, number));
	assert_string_equal(number, "云政数督〔2026〕0007号");
	assert_true(watch_paper_number("云政数", WATCH_PAPER_NOTICE, 2026, 12345, number));
	assert_string_equal(number, "云政数提示〔2026〕12345号");
	assert_false(watch_paper_number("", WATCH_PAPER_ORDER, 2026, 7, number));
	assert_false(watch_paper_number("云政数", WATCH_PAPER_ORDER, 2026, 0, number));
	assert_true(watch_reply_owed(WATCH_PROMISED, WATCH_RED));
	assert_false(watch_reply_owed(WATCH_PROMISED, WATCH_YELLOW));
	assert_true(watch_reply_owed(WATCH_NO_REASON, WATCH_YELLOW));
	assert_false(watch_reply_owed(WATCH_CORRECTIONS, WATCH_NONE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_are_stable),
		cmocka_unit_test(every_at_once),
		cmocka_unit_test(every_reason),
		cmocka_unit_test(every_extra),
		cmocka_unit_test(every_entry),
		cmocka_unit_test(share),
		cmocka_unit_test(every_answer),
		cmocka_unit_test(ends_are_the_supervisors),
		cmocka_unit_test(orders),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
