/*
 * What may be shared between visitors, and what an address of ours looks like.
 */
#include "fcgi/worker/inside.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct arena *arena;

/* ---- pages that are the same for everybody ---- */

static const struct {
	const char *why;
	enum method method;
	unsigned who, flags;
	const char *session, *door, *cookies, *query;
	bool shared;
} pages[] = {
	{ "a page of nobody in particular", GET, ANYONE, ROUTE_KEPT, NULL, NULL, "", "q=1", true },
	{ "a page for colleagues", GET, ALL_STAFF, 0, NULL, NULL, "", "", false },
	{ "an answer to a post", POST, ANYONE, 0, NULL, NULL, "", "", false },
	{ "a form of the door carries a token", GET, ANYONE, ROUTE_DOOR, NULL, NULL, "", "", false },
	{ "a visitor with a session, be it an old one", GET, ANYONE, ROUTE_KEPT, "00", NULL, "", "", false },
	{ "forms carry the token of who has been at the door", GET, ANYONE, ROUTE_KEPT, NULL, "00", "", "", false },
	{ "a cookie is set", GET, ANYONE, ROUTE_KEPT, NULL, NULL, "Set-Cookie: a=b\r\n", "", false },
	{ "a notice is said once, to one", GET, ANYONE, ROUTE_KEPT, NULL, NULL, "", "done=signed_out", false },
};

static void
only_pages_of_nobody_are_shared(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
		struct route route = { .method = pages[i].method, .who = pages[i].who, .flags = pages[i].flags };
		struct text cookies;
		struct request_inside in = { .session = pages[i].session, .door = pages[i].door, .cookies = &cookies };
		struct request rq = { .arena = arena, .route = &route, .inside = &in };

		text_init(&cookies);
		text_add(&cookies, pages[i].cookies);
		in.inputs_end = &in.inputs;
		assert_true(inputs_read(&rq, pages[i].query, strlen(pages[i].query)));
		if (page_for_all(&rq) != pages[i].shared)
			fail_msg("%s", pages[i].why);
		text_free(&cookies);
	}
}

/* ---- addresses ---- */

static const struct {
	const char *why;
	const char *address;
	bool ours;
} addresses[] = {
	{ "a path with a query", "/items?q=%E6%8A%A4", true },
	{ "another site, in short", "//evil.example", false },
	{ "another site, as browsers read a backslash", "/\\evil.example", false },
	{ "a tab is left out by browsers: //evil", "/\t/evil.example", false },
	{ "a header of its own", "/items\r\nSet-Cookie: a=b", false },
	{ "a whole address", "https://evil.example/", false },
	{ "a script", "javascript:alert(1)", false },
	{ "nothing", "", false },
};

static void
only_paths_of_this_site_are_gone_to(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++)
		if (text_is(request_own_path(addresses[i].address, "/"), addresses[i].address) != addresses[i].ours)
			fail_msg("%s", addresses[i].why);
}

static void
a_decoded_path_is_encoded_again(void **state)
{
	struct request_inside in = { .path_encoded = NULL };
	struct request rq = { .arena = arena, .path = "/items/a?b#c%2F/护照\n", .inside = &in };

	(void)state;
	assert_string_equal(request_path_encoded(&rq), "/items/a%3Fb%23c%252F/%E6%8A%A4%E7%85%A7%0A");
	rq.path = "///evil.example/";
	in.path_encoded = NULL;		/* a request has one path, and it is encoded once */
	assert_string_equal(request_path_encoded(&rq), "/evil.example/");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_pages_of_nobody_are_shared),
		cmocka_unit_test(only_paths_of_this_site_are_gone_to),
		cmocka_unit_test(a_decoded_path_is_encoded_again),
	};
	int failed;

	arena = arena_new();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
