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

static const struct {
	const char *why, *address, *from;
} networks[] = {
	{ "an IPv4 address is one machine, or one office", "192.0.2.7", "192.0.2.7" },
	{ "the first half of an IPv6 address is one household", "2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002::" },
	{ "its neighbour in the second half is the same", "2001:db8:1:2::9", "2001:0db8:0001:0002::" },
	{ "another first half is another", "2001:db8:1:3::9", "2001:0db8:0001:0003::" },
	{ "zeros left out are zeros", "2001:db8::9", "2001:0db8:0000:0000::" },
	{ "an IPv4 address in the other's clothes", "::ffff:192.0.2.7", "192.0.2.7" },
	{ "what is no address is counted as it stands", "unix:", "unix:" },
};

static void
tries_are_counted_by_network(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(networks) / sizeof(networks[0]); i++) {
		struct request rq = { .arena = arena, .address = networks[i].address };

		if (!text_is(request_from(&rq), networks[i].from))
			fail_msg("%s: %s", networks[i].why, request_from(&rq));
	}
}

/* ---- browsers in which somebody came in before ---- */

static struct request *
browser(const uint8_t *key, const char *cookie, int today)
{
	static struct config config;
	static struct text cookies;
	static struct request_inside in;
	static struct request rq;

	in = (struct request_inside){ .in = { .cookie = cookie }, .cookies = &cookies, .key = key };
	text_init(&cookies);
	rq = (struct request){ .arena = arena, .config = &config, .inside = &in, .today = { today } };
	return &rq;
}

static void
a_browser_is_known_to_the_account_that_came_in_by_it(void **state)
{
	static const uint8_t key[KEY_BYTES] = "a machine's key", other_key[KEY_BYTES] = "another machine's";
	struct request *rq = browser(key, "", 20570);
	char *cookie, *forged;
	const char *name;

	(void)state;
	request_set_device(rq, 7);
	cookie = arena_text(arena, rq->inside->cookies->start + strlen("Set-Cookie: "));
	*strchr(cookie, ';') = '\0';
	forged = arena_text(arena, cookie);
	forged[strlen(forged) - 1] = forged[strlen(forged) - 1] == '0' ? '1' : '0';
	assert_null(strstr(cookie, " "));

	name = request_device(browser(key, cookie, 20570), 7);
	assert_non_null(name);
	assert_string_equal(request_device(browser(key, cookie, 20570 + 180), 7), name);
	assert_null(request_device(browser(key, cookie, 20570 + 181), 7));	/* half a year */
	assert_null(request_device(browser(key, cookie, 20569), 7));		/* of a day to come */
	assert_null(request_device(browser(key, cookie, 20570), 8));		/* another's account */
	assert_null(request_device(browser(other_key, cookie, 20570), 7));
	assert_null(request_device(browser(key, forged, 20570), 7));
	assert_null(request_device(browser(key, "yimen-device=00", 20570), 7));
	assert_null(request_device(browser(key, "", 20570), 7));

	rq = browser(key, "", 20570);
	rq->inside->kiosk = "a machine in a hall";
	text_add(rq->inside->cookies, "");
	request_set_device(rq, 7);
	assert_string_equal(rq->inside->cookies->start, "");
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
		cmocka_unit_test(tries_are_counted_by_network),
		cmocka_unit_test(a_browser_is_known_to_the_account_that_came_in_by_it),
	};
	int failed;

	arena = arena_new();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	arena_free(arena);
	return failed;
}
