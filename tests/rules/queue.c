/* What becomes of a ticket, which windows serve it, and when a hall is open. */
#include "tests/rules/outside.h"

#include "rules/queue.h"

static const struct queue_window hall[] = {
	{ "A01", "", 'A', false }, { "A02", "", 'A', false }, { "B02", "LAND", 'B', false },
	{ "C01", "JOBS", 'C', false }, { "C02", "HEALTH", 'C', false }, { "D01", "DATA", 'D', false },
};
static const struct queue_service services[] = {
	{ "B02", true, "gas" },		/* a window of its own for one matter of another organ */
	{ "C01", false, "HEALTH2" },	/* a small organ entrusts the window of another */
	{ "C02", false, "JOBS2" }, { "C01", false, "JOBS2" },
};

enum { WINDOWS = sizeof(hall) / sizeof(hall[0]), SERVICES = sizeof(services) / sizeof(services[0]) };

static void
routes(void **state)
{
	static const struct {
		const char *why;
		struct queue_item items[3];
		size_t count;
		const char *windows;
	} rows[] = {
		{ "an item of an organ without a window: the general ones", { { "x", "PARKS" } }, 1, "A01 A02 " },
		{ "of an organ with a window: that", { { "y", "LAND" } }, 1, "B02 " },
		{ "of an organ that entrusts another's", { { "z", "HEALTH2" } }, 1, "C01 " },
		{ "the item's own row counts before its organ's", { { "gas", "JOBS" } }, 1, "B02 " },
		{ "two windows serve the organ", { { "w", "JOBS2" } }, 1, "C01 C02 " },
		{ "two items, one window serves both", { { "z", "HEALTH2" }, { "w", "JOBS2" } }, 2, "C01 " },
		{ "two items that no one window serves: the general ones", { { "y", "LAND" }, { "j", "JOBS" } }, 2, "A01 A02 " },
		{ "an own window and a general item: the general ones", { { "y", "LAND" }, { "x", "PARKS" } }, 2, "A01 A02 " },
		{ "nothing is served nowhere", { { NULL, NULL } }, 0, "" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct queue_window windows[WINDOWS];
		char found[64] = "";
		size_t n;

		memcpy(windows, hall, sizeof(hall));
		n = queue_route(windows, WINDOWS, services, SERVICES, rows[i].items, rows[i].count);
		for (size_t w = 0; w < WINDOWS; w++)
			if (windows[w].serves) {
				strcat(strcat(found, windows[w].number), " ");
				n--;
			}
		if (strcmp(found, rows[i].windows) != 0 || n != 0)
			fail_msg("%s: %s", rows[i].why, found);
	}
}

static void
one_letter(void **state)
{
	struct queue_window windows[] = { { "1", "", 'A', false }, { "2", "", 'B', false }, { "3", "", 'A', false } };
	struct queue_item item = { "x", "X" };

	(void)state;
	assert_int_equal(queue_route(windows, 3, NULL, 0, &item, 1), 2);
	assert_true(windows[0].serves && !windows[1].serves && windows[2].serves);
}

/* A hall where nobody serves it: no general window, no row. */
static void
nobody(void **state)
{
	struct queue_window windows[] = { { "1", "LAND", 'A', false } };
	struct queue_item item = { "x", "X" };

	(void)state;
	assert_int_equal(queue_route(windows, 1, NULL, 0, &item, 1), 0);
	assert_int_equal(queue_route(NULL, 0, NULL, 0, &item, 1), 0);
}

/* Each state by each act. */
static void
steps(void **state)
{
	static const char *const allowed[] = { "waiting call called", "waiting leave left", "waiting close missed",
		"called recall called", "called start open", "called pass waiting", "called miss missed", "called close missed",
		"open pass waiting", "open finish done" };
	size_t right = 0;

	(void)state;
	for (int s = 0; s < TICKET_STATE_COUNT; s++)
		for (int a = 0; a < TICKET_ACT_COUNT; a++) {
			enum ticket_state to;
			char said[80];
			bool known = false;

			if (!ticket_step((enum ticket_state)s, (enum ticket_act)a, &to))
				continue;
			snprintf(said, sizeof(said), "%s %s %s", ticket_state_name((enum ticket_state)s),
			    ticket_act_name((enum ticket_act)a), ticket_state_name(to));
			for (size_t i = 0; i < sizeof(allowed) / sizeof(allowed[0]); i++)
				known = known || strcmp(allowed[i], said) == 0;
			if (!known)
				fail_msg("%s", said);
			right++;
		}
	assert_int_equal(right, sizeof(allowed) / sizeof(allowed[0]));
}

static void
numbers(void **state)
{
	char text[TICKET_NUMBER_TEXT];

	(void)state;
	assert_string_equal(ticket_number('A', 12, text), "A012");
	assert_string_equal(ticket_number('C', 1234, text), "C1234");
	assert_string_equal(ticket_number('Z', 65535, text), "Z65535");
}

static void
hours(void **state)
{
	static const struct hall_hours open[] = { { 1, 540, 720 }, { 1, 810, 1050 }, { 4, 540, 720 }, { 6, 540, 720 } };
	static const struct {
		const char *why, *at;
		bool open;
	} rows[] = {
		{ "at nine", "2026-11-23 09:00:00", true }, { "before", "2026-11-23 08:59:59", false },
		{ "at noon", "2026-11-23 12:00:00", false }, { "after closing", "2026-11-23 17:30:00", false },
		{ "Saturday", "2026-11-28 10:00:00", true }, { "Sunday", "2026-11-29 10:00:00", false },
		{ "a holiday", "2026-10-01 10:00:00", false }, { "a make-up Saturday, as a Monday", "2026-10-10 14:00:00", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (hall_open(open, 4, &calendar_state, instant_parse(rows[i].at)) != rows[i].open)
			fail_msg("%s", rows[i].why);
	assert_true(hall_late(open, 4, &calendar_state, instant_parse("2026-11-23 17:20:00"), instant_parse("2026-11-23 18:10:00")));
	assert_false(hall_late(open, 4, &calendar_state, instant_parse("2026-11-23 17:20:00"), instant_parse("2026-11-23 17:29:00")));
	assert_false(hall_late(open, 4, &calendar_state, instant_parse("2026-11-23 17:40:00"), instant_parse("2026-11-23 18:10:00")));
	assert_false(hall_late(open, 4, &calendar_state, INSTANT_NONE, instant_parse("2026-11-23 18:10:00")));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = { cmocka_unit_test(routes), cmocka_unit_test(one_letter), cmocka_unit_test(nobody),
		cmocka_unit_test(steps), cmocka_unit_test(numbers), cmocka_unit_test(hours) };

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/queue", tests, NULL, NULL);
}
