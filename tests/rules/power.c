/* power.c - who may hold what, and what takes two. */
#include "rules/power.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>

/* ---- roles held together ---- */

static const struct {
	const char *why;
	unsigned roles;
	enum power_refusal refused;
} together[] = {
	{ "somebody without a role is no colleague", 0, POWER_NO_ROLE },
	{ "a clerk", ROLE_CLERK, POWER_FINE },
	{ "a clerk who helps applicants", ROLE_CLERK | ROLE_HELPER, POWER_FINE },
	{ "a small organ's clerk who also reviews", ROLE_CLERK | ROLE_REVIEWER, POWER_FINE },
	{ "who reviews may approve", ROLE_REVIEWER | ROLE_APPROVER, POWER_FINE },
	{ "who receives does not decide", ROLE_CLERK | ROLE_APPROVER, POWER_RECEIVES_DECIDES },
	{ "not even with a third role between", ROLE_CLERK | ROLE_REVIEWER | ROLE_APPROVER, POWER_RECEIVES_DECIDES },
	{ "a leader may approve", ROLE_LEADER | ROLE_APPROVER, POWER_FINE },
	{ "a webmaster may be an editor: four eyes are held per version", ROLE_WEBMASTER | ROLE_EDITOR, POWER_FINE },
	{ "a supervisor may lead", ROLE_SUPERVISOR | ROLE_LEADER, POWER_FINE },
	{ "who watches does not receive", ROLE_SUPERVISOR | ROLE_CLERK, POWER_WATCHES_ACTS },
	{ "who watches does not review", ROLE_SUPERVISOR | ROLE_REVIEWER, POWER_WATCHES_ACTS },
	{ "who watches does not decide", ROLE_SUPERVISOR | ROLE_APPROVER, POWER_WATCHES_ACTS },
	{ "who watches does not help", ROLE_SUPERVISOR | ROLE_HELPER, POWER_WATCHES_ACTS },
	{ "a system administrator", ROLE_SYSTEM_ADMIN, POWER_FINE },
	{ "a security administrator", ROLE_SECURITY_ADMIN, POWER_FINE },
	{ "an auditor", ROLE_AUDITOR, POWER_FINE },
	{ "system and security", ROLE_SYSTEM_ADMIN | ROLE_SECURITY_ADMIN, POWER_TWO_ADMINS },
	{ "system and audit", ROLE_SYSTEM_ADMIN | ROLE_AUDITOR, POWER_TWO_ADMINS },
	{ "security and audit", ROLE_SECURITY_ADMIN | ROLE_AUDITOR, POWER_TWO_ADMINS },
	{ "all three", ADMINISTRATORS, POWER_TWO_ADMINS },
	{ "who gives rights uses none", ROLE_SECURITY_ADMIN | ROLE_CLERK, POWER_ADMIN_WORKS },
	{ "who keeps the settings publishes nothing", ROLE_SYSTEM_ADMIN | ROLE_EDITOR, POWER_ADMIN_WORKS },
	{ "who audits leads nobody", ROLE_AUDITOR | ROLE_LEADER, POWER_ADMIN_WORKS },
	{ "nobody is made an applicant", ROLE_APPLICANT | ROLE_CLERK, POWER_NOT_GIVEN },
	{ "nobody is made the clock", ROLE_CLOCK, POWER_NOT_GIVEN },
};

static void
roles_are_held_together_or_not(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(together) / sizeof(together[0]); i++)
		if (power_roles(together[i].roles) != together[i].refused)
			fail_msg("%s: %s", together[i].why, power_refusal_name(power_roles(together[i].roles)));
}

/* Whatever roles are asked for, no set that passes has two of the three, nor one of them with anything else. */
static void
no_set_lets_an_administrator_work(void **state)
{
	(void)state;
	for (unsigned roles = 0; roles < 1u << ROLE_COUNT; roles++) {
		unsigned admins = roles & ADMINISTRATORS;

		if (power_roles(roles) == POWER_FINE && admins != 0)
			assert_true(roles == admins && (admins & (admins - 1)) == 0);
	}
}

/* ---- changes ---- */

static const struct {
	const char *why;
	struct power_asked asked;
	enum power_answer answer;
	enum power_refusal refused;
} changes[] = {
	{ "a clerk's account is opened by one", { POWER_OPEN, .wanted = ROLE_CLERK }, POWER_ALONE, POWER_FINE },
	{ "an auditor's takes two", { POWER_OPEN, .wanted = ROLE_AUDITOR }, POWER_TWO, POWER_FINE },
	{ "one that may not be is not opened by two either", { POWER_OPEN, .wanted = ADMINISTRATORS }, POWER_REFUSED, POWER_TWO_ADMINS },
	{ "an account has a role", { POWER_OPEN, .wanted = 0 }, POWER_REFUSED, POWER_NO_ROLE },

	{ "a clerk becomes a reviewer by one", { POWER_ROLES, .held = ROLE_CLERK, .wanted = ROLE_REVIEWER }, POWER_ALONE, POWER_FINE },
	{ "a clerk becomes an auditor by two", { POWER_ROLES, .held = ROLE_CLERK, .wanted = ROLE_AUDITOR }, POWER_TWO, POWER_FINE },
	{ "an auditor becomes a clerk by two", { POWER_ROLES, .held = ROLE_AUDITOR, .wanted = ROLE_CLERK }, POWER_TWO, POWER_FINE },
	{ "an auditor becomes a system administrator by two", { POWER_ROLES, .held = ROLE_AUDITOR, .wanted = ROLE_SYSTEM_ADMIN }, POWER_TWO, POWER_FINE },
	{ "the last auditor stays one", { POWER_ROLES, .held = ROLE_AUDITOR, .wanted = ROLE_CLERK, .last = ROLE_AUDITOR }, POWER_REFUSED, POWER_LAST },
	{ "nothing changed is nothing done", { POWER_ROLES, .held = ROLE_CLERK, .wanted = ROLE_CLERK }, POWER_REFUSED, POWER_SAME },
	{ "nobody gives himself a role", { POWER_ROLES, .own = true, .held = ROLE_SECURITY_ADMIN, .wanted = ROLE_CLERK }, POWER_REFUSED, POWER_OWN },
	{ "a clerk does not become an approver besides", { POWER_ROLES, .held = ROLE_CLERK, .wanted = ROLE_CLERK | ROLE_APPROVER }, POWER_REFUSED, POWER_RECEIVES_DECIDES },

	{ "an administrator goes to another organ of his area by one", { POWER_PLACE, .held = ROLE_AUDITOR, .still = true }, POWER_ALONE, POWER_FINE },
	{ "but to no other area, as far as which his role would reach", { POWER_PLACE, .held = ROLE_AUDITOR }, POWER_REFUSED, POWER_MOVES },
	{ "a clerk goes anywhere", { POWER_PLACE, .held = ROLE_CLERK }, POWER_ALONE, POWER_FINE },
	{ "nobody moves himself", { POWER_PLACE, .own = true, .held = ROLE_SECURITY_ADMIN }, POWER_REFUSED, POWER_OWN },

	{ "shutting hurries: one", { POWER_DISABLE, .held = ROLE_CLERK }, POWER_ALONE, POWER_FINE },
	{ "also an administrator", { POWER_DISABLE, .held = ROLE_SYSTEM_ADMIN }, POWER_ALONE, POWER_FINE },
	{ "but not the last auditor", { POWER_DISABLE, .held = ROLE_AUDITOR, .last = ROLE_AUDITOR }, POWER_REFUSED, POWER_LAST },
	{ "nor oneself", { POWER_DISABLE, .own = true, .held = ROLE_SECURITY_ADMIN }, POWER_REFUSED, POWER_OWN },
	{ "what is shut is not shut again", { POWER_DISABLE, .held = ROLE_CLERK, .still = true }, POWER_REFUSED, POWER_SAME },
	{ "an end is set by one", { POWER_EXPIRY, .held = ROLE_CLERK }, POWER_ALONE, POWER_FINE },
	{ "but the last security administrator has none", { POWER_EXPIRY, .held = ROLE_SECURITY_ADMIN, .last = ROLE_SECURITY_ADMIN }, POWER_REFUSED, POWER_LAST },
	{ "and an end of his is taken away", { POWER_EXPIRY, .held = ROLE_SECURITY_ADMIN, .last = ROLE_SECURITY_ADMIN, .still = true }, POWER_ALONE, POWER_FINE },

	{ "a clerk comes back by one", { POWER_ENABLE, .held = ROLE_CLERK }, POWER_ALONE, POWER_FINE },
	{ "an administrator by two", { POWER_ENABLE, .held = ROLE_SYSTEM_ADMIN }, POWER_TWO, POWER_FINE },
	{ "who is in is not let in", { POWER_ENABLE, .held = ROLE_CLERK, .still = true }, POWER_REFUSED, POWER_SAME },
	{ "nobody comes back with roles that may no longer be", { POWER_ENABLE, .held = ROLE_CLERK | ROLE_APPROVER }, POWER_REFUSED, POWER_RECEIVES_DECIDES },

	{ "a clerk's password by one", { POWER_PASSWORD, .held = ROLE_CLERK }, POWER_ALONE, POWER_FINE },
	{ "an auditor's by two: else the security administrator could be the auditor", { POWER_PASSWORD, .held = ROLE_AUDITOR }, POWER_TWO, POWER_FINE },
	{ "a clerk's second factor by one", { POWER_SECOND, .held = ROLE_CLERK }, POWER_ALONE, POWER_FINE },
	{ "both in a week by two", { POWER_SECOND, .held = ROLE_CLERK, .other_factor = true }, POWER_TWO, POWER_FINE },
	{ "in this order too", { POWER_PASSWORD, .held = ROLE_CLERK, .other_factor = true }, POWER_TWO, POWER_FINE },
	{ "one's own by nobody but oneself, at the door", { POWER_SECOND, .own = true, .held = ROLE_SECURITY_ADMIN }, POWER_REFUSED, POWER_OWN },
};

static void
changes_are_for_one_for_two_or_for_nobody(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		enum power_refusal why = POWER_REFUSAL_COUNT;
		enum power_answer answer = power_ask(&changes[i].asked, &why);

		if (answer != changes[i].answer || why != changes[i].refused)
			fail_msg("%s: %d %s", changes[i].why, (int)answer, power_refusal_name(why));
	}
}

/* Whatever the change: nobody changes himself, and nothing gives or takes an administrator's role alone. */
static void
no_change_makes_an_administrator_alone(void **state)
{
	enum power_refusal why;

	(void)state;
	for (int change = 0; change < POWER_CHANGE_COUNT; change++) {
		struct power_asked own = { (enum power_change)change, .own = true, .held = ROLE_CLERK, .wanted = ROLE_REVIEWER };

		assert_int_equal(power_ask(&own, &why), POWER_REFUSED);
	}
	for (unsigned held = 0; held < 1u << ROLE_COUNT; held++)
		for (unsigned one = 0; one < ROLE_COUNT; one++) {
			struct power_asked gives = { POWER_ROLES, .held = held, .wanted = 1u << one };

			if (power_ask(&gives, &why) == POWER_ALONE)
				assert_int_equal((held ^ gives.wanted) & ADMINISTRATORS, 0);
		}
}

/* ---- the second person ---- */

static const struct {
	const char *why;
	unsigned roles;
	bool proposed, concerned;
	enum power_refusal refused;
} seconds[] = {
	{ "a system administrator confirms", ROLE_SYSTEM_ADMIN, false, false, POWER_FINE },
	{ "another security administrator confirms", ROLE_SECURITY_ADMIN, false, false, POWER_FINE },
	{ "not the one who proposed", ROLE_SECURITY_ADMIN, true, false, POWER_NOT_SECOND },
	{ "not the one it is about", ROLE_SYSTEM_ADMIN, false, true, POWER_CONCERNED },
	{ "an auditor cannot act", ROLE_AUDITOR, false, false, POWER_NOT_SECOND },
	{ "a leader is none of the three", ROLE_LEADER, false, false, POWER_NOT_SECOND },
};

static void
the_second_person_is_another(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(seconds) / sizeof(seconds[0]); i++)
		if (power_confirm(seconds[i].roles, seconds[i].proposed, seconds[i].concerned) != seconds[i].refused)
			fail_msg("%s", seconds[i].why);
	assert_false(power_lapsed(1000, 1000 + POWER_WEEK - 1));
	assert_true(power_lapsed(1000, 1000 + POWER_WEEK));
}

/* ---- names and searches ---- */

static void
names_lead_back(void **state)
{
	enum power_change change;

	(void)state;
	for (int i = 0; i < POWER_CHANGE_COUNT; i++) {
		assert_true(power_change_named(power_change_name((enum power_change)i), &change));
		assert_int_equal(change, i);
	}
	assert_false(power_change_named("own", &change));
}

static void
a_search_is_of_a_year_at_most(void **state)
{
	const struct day day = { 20000 };

	(void)state;
	assert_null(audit_span(day, day));
	assert_null(audit_span(day, (struct day){ 20000 + AUDIT_DAYS_MOST - 1 }));
	assert_string_equal(audit_span(day, (struct day){ 20000 + AUDIT_DAYS_MOST }), "span_too_long");
	assert_string_equal(audit_span(day, (struct day){ 19999 }), "before_from");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(roles_are_held_together_or_not),
		cmocka_unit_test(no_set_lets_an_administrator_work),
		cmocka_unit_test(changes_are_for_one_for_two_or_for_nobody),
		cmocka_unit_test(no_change_makes_an_administrator_alone),
		cmocka_unit_test(the_second_person_is_another),
		cmocka_unit_test(names_lead_back),
		cmocka_unit_test(a_search_is_of_a_year_at_most),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
