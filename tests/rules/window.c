/* Where an item may be taken in, what the register holds, when the office is shut. */
#include "tests/rules/outside.h"

#include "rules/window.h"

static void
scopes(void **state)
{
	static const struct {
		const char *why, *scope, *owner, *owner_area, *organ, *area;
		bool takes;
	} rows[] = {
		{ "the owner's window always", "none", "X", "990102", "X", "990102", true },
		{ "nobody else where there is no scope", "none", "X", "990102", "Y", "990102", false },
		{ "nor where the guide is silent", "", "X", "990102", "Y", "990102", false },
		{ "another organ of the county", "county", "X", "990102", "Y", "990102", true },
		{ "a town of the county", "county", "X", "990102", "Y", "990102001", true },
		{ "not of the next county", "county", "X", "990102", "Y", "990121", false },
		{ "the whole city", "city", "X", "990102", "Y", "990121", true },
		{ "the city itself", "city", "X", "990102", "Y", "990100", true },
		{ "not another city", "city", "X", "990102", "Y", "990202", false },
		{ "the province", "province", "X", "990102", "Y", "990202", true },
		{ "the nation", "nation", "X", "990102", "Y", "110101", true },
		{ "an officer of no organ takes in nothing", "nation", "X", "990102", "", "990102", false },
		{ "an owner without an area is near to nobody", "city", "X", "", "Y", "990102", false },
		{ "an unknown scope is none", "moon", "X", "990102", "Y", "990102", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (scope_takes(rows[i].scope, rows[i].owner, rows[i].owner_area, rows[i].organ, rows[i].area) != rows[i].takes)
			fail_msg("%s", rows[i].why);
}

/* Each event of the step table, so that a new one is looked at. */
static void
ways(void **state)
{
	static const char in[] = " submit receive resubmit supply keep_promise ";
	static const char out[] = " ask_correction accept deem_accepted refuse_acceptance grant deny deliver ask_supplement "
	    "suspend extend terminate return_promise send ";

	(void)state;
	for (int e = 0; e < EVENT_COUNT; e++) {
		char name[64];
		enum register_way way = register_way((enum event)e);

		snprintf(name, sizeof(name), " %s ", event_name((enum event)e));
		if ((way == REGISTER_IN) != (strstr(in, name) != NULL) || (way == REGISTER_OUT) != (strstr(out, name) != NULL))
			fail_msg("%s is registered as \"%s\"", name, register_way_name(way));
	}
}

static void
hours(void **state)
{
	static const struct {
		const char *why, *at;
		bool after;
	} rows[] = {
		{ "in the morning", "2026-05-08 09:00:00", false },
		{ "before opening", "2026-05-08 08:59:59", true },
		{ "at noon", "2026-05-08 12:30:00", true },
		{ "in the afternoon", "2026-05-08 17:29:59", false },
		{ "after closing", "2026-05-08 18:10:00", true },
		{ "on a Sunday", "2026-05-10 10:00:00", true },
		{ "on a Saturday worked instead of a holiday", "2026-05-09 10:00:00", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (after_hours(&calendar_state, &office_hours_default, instant_parse(rows[i].at)) != rows[i].after)
			fail_msg("%s", rows[i].why);
	assert_false(after_hours(&calendar_state, &office_hours_default, INSTANT_NONE));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scopes),
		cmocka_unit_test(ways),
		cmocka_unit_test(hours),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/window", tests, NULL, NULL);
}
