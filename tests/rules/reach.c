/* reach.c - who is shown what: the own organ's, or the own area's and below. */
#include "rules/code.h"
#include "rules/reach.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <cmocka.h>
#include <string.h>

#define CITY	"990100"
#define COUNTY	"990121"
#define BESIDE	"990122"
#define TOWN	"990121101"

static void
roles_are_shown_what_is_theirs(void **state)
{
	static const struct {
		const char *why;
		unsigned roles;
		enum matter matter;
		struct belongs mine, its;
		bool shown;
	} rows[] = {
		{ "an applicant sees the own case", ROLE_APPLICANT, MATTER_CASES, { 7, "", "" }, { 7, "A", CITY }, true },
		{ "and nobody else's", ROLE_APPLICANT, MATTER_CASES, { 7, "", "" }, { 8, "A", CITY }, false },
		{ "who is nobody owns nothing", ROLE_APPLICANT, MATTER_CASES, { 0, "", "" }, { 0, "", "" }, false },
		{ "a clerk sees the own organ's cases", ROLE_CLERK, MATTER_CASES, { 1, "A", CITY }, { 7, "A", CITY }, true },
		{ "not those of another organ of the city", ROLE_CLERK, MATTER_CASES, { 1, "A", CITY }, { 7, "B", CITY }, false },
		{ "nor those of an organ below it", ROLE_APPROVER, MATTER_CASES, { 1, "A", CITY }, { 7, "C", COUNTY }, false },
		{ "who has no organ sees no case", ROLE_REVIEWER, MATTER_CASES, { 1, "", CITY }, { 7, "", CITY }, false },
		{ "a head sees the own organ's cases", ROLE_LEADER, MATTER_CASES, { 1, "A", CITY }, { 7, "A", CITY }, true },
		{ "and another's only as supervision shows it", ROLE_LEADER, MATTER_CASES, { 1, "A", CITY }, { 7, "B", CITY }, false },
		{ "a supervisor opens no case in the office", ROLE_SUPERVISOR, MATTER_CASES, { 1, "A", CITY }, { 7, "A", CITY }, false },
		{ "and reads the own organ's register", ROLE_SUPERVISOR, MATTER_REGISTER, { 1, "A", CITY }, { 7, "A", CITY }, true },
		{ "a city's supervisor watches the city", ROLE_SUPERVISOR, MATTER_SUPERVISION, { 1, "A", CITY }, { 0, "B", CITY }, true },
		{ "and its counties", ROLE_SUPERVISOR, MATTER_SUPERVISION, { 1, "A", CITY }, { 0, "C", COUNTY }, true },
		{ "and their towns", ROLE_LEADER, MATTER_SUPERVISION, { 1, "A", CITY }, { 0, "D", TOWN }, true },
		{ "a county's supervisor watches not the city", ROLE_SUPERVISOR, MATTER_SUPERVISION, { 1, "C", COUNTY }, { 0, "A", CITY }, false },
		{ "nor the county beside it", ROLE_SUPERVISOR, MATTER_SUPERVISION, { 1, "C", COUNTY }, { 0, "E", BESIDE }, false },
		{ "nor another city", ROLE_SUPERVISOR, MATTER_SUPERVISION, { 1, "A", CITY }, { 0, "F", "990200" }, false },
		{ "a town's sees not the town beside it", ROLE_LEADER, MATTER_SUPERVISION, { 1, "D", "990121100" }, { 0, "D", TOWN }, false },
		{ "the province's sees all its cities", ROLE_LEADER, MATTER_SUPERVISION, { 1, "P", "990000" }, { 0, "F", "990200" }, true },
		{ "who has no area watches nothing", ROLE_SUPERVISOR, MATTER_SUPERVISION, { 1, "A", "" }, { 0, "A", CITY }, false },
		{ "what lies nowhere is watched by nobody", ROLE_SUPERVISOR, MATTER_SUPERVISION, { 1, "A", CITY }, { 0, "A", "" }, false },
		{ "a county's webmaster writes the county's guides", ROLE_WEBMASTER, MATTER_CATALOGUE, { 1, "C", COUNTY }, { 0, "C", COUNTY }, true },
		{ "and those of its towns", ROLE_WEBMASTER, MATTER_CATALOGUE, { 1, "C", COUNTY }, { 0, "D", TOWN }, true },
		{ "and not the city's", ROLE_EDITOR, MATTER_CATALOGUE, { 1, "C", COUNTY }, { 0, "A", CITY }, false },
		{ "a webmaster is shown no case", ROLE_WEBMASTER, MATTER_CASES, { 1, "A", CITY }, { 7, "A", CITY }, false },
		{ "a system administrator is shown no case", ROLE_SYSTEM_ADMIN, MATTER_CASES, { 1, "A", CITY }, { 7, "A", CITY }, false },
		{ "and no account", ROLE_SYSTEM_ADMIN, MATTER_ACCOUNTS, { 1, "A", CITY }, { 7, "A", CITY }, false },
		{ "a county's security administrator sees no account of the city", ROLE_SECURITY_ADMIN, MATTER_ACCOUNTS,
		    { 1, "C", COUNTY }, { 7, "A", CITY }, false },
		{ "an auditor searches the record of the own area", ROLE_AUDITOR, MATTER_RECORD, { 1, "A", CITY }, { 0, "C", COUNTY }, true },
		{ "two roles reach as far as the wider of them", ROLE_CLERK | ROLE_SUPERVISOR, MATTER_SUPERVISION, { 1, "A", CITY },
		    { 0, "C", COUNTY }, true },
		{ "and no further in what only the narrower may", ROLE_CLERK | ROLE_SUPERVISOR, MATTER_CASES, { 1, "A", CITY },
		    { 0, "C", COUNTY }, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (reach_shows(rows[i].roles, rows[i].matter, &rows[i].mine, &rows[i].its) != rows[i].shown)
			fail_msg("%s", rows[i].why);
}

/* The pattern and the judgement are one law: whatever one shows, the other does. */
static void
patterns_say_the_same(void **state)
{
	static const char *const areas[] = { "000000", "990000", CITY, "990110", "990200", COUNTY, BESIDE, TOWN, "990121100",
	    "990121200", "990121101003", "", "99x", "%" };
	enum { AREAS = sizeof(areas) / sizeof(areas[0]) };

	(void)state;
	for (size_t own = 0; own < AREAS; own++)
		for (size_t other = 0; other < AREAS; other++) {
			struct belongs mine = { 1, "", areas[own] }, its = { 0, "", areas[other] };
			char pattern[REACH_PATTERN];
			bool like;

			reach_pattern(ROLE_SUPERVISOR, MATTER_SUPERVISION, areas[own], pattern);
			like = *pattern != '\0' && strncmp(areas[other], pattern, strlen(pattern) - 1) == 0 &&
			    division_level(areas[other]) != DIVISION_NONE;
			if (like != reach_shows(ROLE_SUPERVISOR, MATTER_SUPERVISION, &mine, &its))
				fail_msg("%s of %s", areas[other], areas[own]);
		}
}

static void
no_pattern_without_a_reach(void **state)
{
	char pattern[REACH_PATTERN];

	(void)state;
	reach_pattern(ROLE_CLERK, MATTER_SUPERVISION, CITY, pattern);
	assert_string_equal(pattern, "");
	reach_pattern(ROLE_CLERK, MATTER_CASES, CITY, pattern);	/* an organ is no area */
	assert_string_equal(pattern, "");
	reach_pattern(ROLE_SUPERVISOR, MATTER_SUPERVISION, NULL, pattern);
	assert_string_equal(pattern, "");
	reach_pattern(ROLE_SUPERVISOR, MATTER_SUPERVISION, "990121101003", pattern);
	assert_string_equal(pattern, "990121101003%");
}

/* 三员分立: what one of the three administrators reaches, no other does, and none of them a case. */
static void
administrators_share_nothing(void **state)
{
	static const unsigned administrators[] = { ROLE_SYSTEM_ADMIN, ROLE_SECURITY_ADMIN, ROLE_AUDITOR };

	(void)state;
	for (int matter = 0; matter < MATTER_COUNT; matter++) {
		int who = 0;

		for (size_t i = 0; i < 3; i++)
			who += reach_of(administrators[i], (enum matter)matter) != REACH_NOTHING;
		assert_in_range(who, 0, 1);
		if (matter == MATTER_CASES || matter == MATTER_SUPERVISION || matter == MATTER_CATALOGUE)
			assert_int_equal(who, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(roles_are_shown_what_is_theirs),
		cmocka_unit_test(patterns_say_the_same),
		cmocka_unit_test(no_pattern_without_a_reach),
		cmocka_unit_test(administrators_share_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
