/*
 * Which page an address is, and the addresses pages make of themselves.
 */
#include "fcgi/worker/inside.h"

#include "base/text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena *arena;

static const struct route routes[] = {
	{ .method = GET, .path = "/" },
	{ .method = GET, .path = "/items" },
	{ .method = GET, .path = "/items/:code" },
	{ .method = GET, .path = "/items/:code/qr.svg" },
	{ .method = POST, .path = "/applications/:id/submit" },
	{ .method = GET, .path = "/applications/:id" },
	{ .method = POST, .path = "/applications/:id" },
	{ .method = GET, .path = "/open/docs/:index" },
	{ .method = GET, .path = "/office/cases/:number" },
	{ .method = GET, .path = "/applications/:id/materials/:n/:file" },
	{ .method = GET, .path = "/a+b(c)" },
};

static const struct {
	const char *why;
	enum method method;
	const char *path;
	const char *found;		/* the route's path; "405" or "404" */
	const char *parts;		/* name=value, a space between */
} addresses[] = {
	{ "home", GET, "/", "/", "" },
	{ "a fixed path", GET, "/items", "/items", "" },
	{ "a slash more is another page", GET, "/items/", "404", "" },
	{ "two slashes are not one", GET, "//items", "404", "" },
	{ "capitals are other letters", GET, "/Items", "404", "" },
	{ "a line end after it", GET, "/items\n", "404", "" },
	{ "a part", GET, "/items/11990100-9-01", "/items/:code", "code=11990100-9-01" },
	{ "a part ends at the slash", GET, "/items/A1/qr.svg", "/items/:code/qr.svg", "code=A1" },
	{ "no part", GET, "/items//qr.svg", "404", "" },
	{ "an unknown leaf", GET, "/items/A1/qr.png", "404", "" },
	{ "Chinese in a code", GET, "/items/\xe4\xb8\x80", "404", "" },
	{ "a code of 64", GET, "/items/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "/items/:code",
	    "code=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" },
	{ "a code of 65", GET, "/items/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "404", "" },
	{ "either method", POST, "/applications/7", "/applications/:id", "id=7" },
	{ "a known path by another method", GET, "/applications/7/submit", "405", "" },
	{ "posting to a page", POST, "/items", "405", "" },
	{ "an id is digits", GET, "/applications/7x", "404", "" },
	{ "a negative id", GET, "/applications/-7", "404", "" },
	{ "an id of 18", GET, "/applications/999999999999999999", "/applications/:id", "id=999999999999999999" },
	{ "an id of 19 would not fit", GET, "/applications/9999999999999999999", "404", "" },
	{ "three parts", GET, "/applications/7/materials/2/30", "/applications/:id/materials/:n/:file", "id=7 n=2 file=30" },
	{ "an index number has slashes", GET, "/open/docs/990100/2026-00001", "/open/docs/:index",
	    "index=990100/2026-00001" },
	{ "a case number", GET, "/office/cases/990100-26-000001-K", "/office/cases/:number", "number=990100-26-000001-K" },
	{ "dots that climb", GET, "/office/cases/../../etc", "404", "" },
	{ "signs of a pattern are only signs", GET, "/a+b(c)", "/a+b(c)", "" },
	{ "signs of a pattern match nothing else", GET, "/aab(c)", "404", "" },
	{ "a quote's end in the address", GET, "/items/\\E", "/items/:code", "code=\\E" },
};

static void
addresses_find_their_route(void **state)
{
	(void)state;
	router_open(routes, sizeof(routes) / sizeof(routes[0]));
	for (size_t i = 0; i < sizeof(addresses) / sizeof(addresses[0]); i++) {
		struct found found = router_find(arena, addresses[i].method, addresses[i].path);
		const char *path = found.route != NULL ? found.route->path : found.path_known ? "405" : "404";
		char *parts = arena_text(arena, "");

		if (strcmp(path, addresses[i].found) != 0)
			fail_msg("%s: %s, not %s", addresses[i].why, path, addresses[i].found);
		if (found.route == NULL)
			continue;
		assert_int_equal(found.route->method, addresses[i].method);
		for (size_t p = 0; p < found.parts; p++)
			parts = arena_format(arena, "%s%s%s=%s", parts, p == 0 ? "" : " ", found.name[p], found.value[p]);
		if (strcmp(parts, addresses[i].parts) != 0)
			fail_msg("%s: %s, not %s", addresses[i].why, parts, addresses[i].parts);
	}
	arena_reset(arena);
}

static void
known_methods_are_told(void **state)
{
	struct found found = router_find(arena, GET, "/applications/7/submit");

	(void)state;
	assert_true(found.post_known);
	assert_false(found.get_known);
	found = router_find(arena, GET, "/applications/7");
	assert_true(found.post_known && found.get_known);
}

/* A part without a shape is a programmer's mistake: the program does not start. */
static void
a_part_without_a_shape_stops_the_program(void **state)
{
	static const struct route wrong[] = { { .method = GET, .path = "/:whatever" } };
	int status;
	pid_t pid = fork();

	(void)state;
	if (pid == 0) {
		fclose(stderr);
		router_open(wrong, 1);
		_exit(0);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 1);
}

/* ---- a page's own address, changed ---- */

static struct page *
page_at(const char *path, const char *query_text)
{
	struct request *rq = arena_get(arena, sizeof(*rq));

	rq->arena = arena;
	rq->inside = arena_get(arena, sizeof(*rq->inside));
	rq->path = path;
	rq->query = query_text;
	return page_new(rq);
}

enum change { SET, ADD, TAKE };

static const struct {
	const char *why;
	const char *query;
	enum change change;
	const char *param, *value;
	const char *url;
} changes[] = {
	{ "the first parameter", "", SET, "who", "1", "/items?who=1" },
	{ "one beside others", "q=a&organ=b", SET, "who", "1", "/items?q=a&organ=b&who=1" },
	{ "in the place of the old", "who=2&q=a", SET, "who", "1", "/items?q=a&who=1" },
	{ "removed", "who=2&q=a", SET, "who", NULL, "/items?q=a" },
	{ "the last removed leaves no ?", "who=2", SET, "who", NULL, "/items" },
	{ "pages begin anew", "q=a&page=3", SET, "who", "1", "/items?q=a&who=1" },
	{ "what was done is not said again", "q=a&done=saved", SET, "who", "1", "/items?q=a&who=1" },
	{ "empty ones go", "q=&theme=&x=1", SET, "who", "1", "/items?x=1&who=1" },
	{ "one more of a kind", "theme=1", ADD, "theme", "2", "/items?theme=1&theme=2" },
	{ "the same is not added twice", "theme=1&theme=2", ADD, "theme", "1", "/items?theme=2&theme=1" },
	{ "one of a kind taken away", "theme=1&theme=2", TAKE, "theme", "1", "/items?theme=2" },
	{ "Chinese is escaped", "q=%E4%B8%80", SET, "who", "1", "/items?q=%E4%B8%80&who=1" },
	{ "raw Chinese is escaped too", "q=\xe4\xb8\x80", SET, "who", "1", "/items?q=%E4%B8%80&who=1" },
	{ "markup cannot leave the address", "q=\"><b>", SET, "who", "\"&x=1", "/items?q=%22%3E%3Cb%3E&who=%22%26x%3D1" },
	{ "a plus stays a space", "q=a+b", SET, "who", NULL, "/items?q=a%20b" },
	{ "broken escapes are dropped", "q=%zz&x=1", SET, "who", NULL, "/items?x=1" },
	{ "empty pairs are dropped", "&&x=1&", SET, "who", NULL, "/items?x=1" },
};

static void
addresses_change_one_thing(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
		struct page *page = page_at("/items", changes[i].query);
		const char *url = changes[i].change == SET ? page_url_with(page, changes[i].param, changes[i].value) :
		    changes[i].change == ADD ? page_url_adding(page, changes[i].param, changes[i].value) :
		    page_url_without(page, changes[i].param, changes[i].value);

		if (strcmp(url, changes[i].url) != 0)
			fail_msg("%s: %s, not %s", changes[i].why, url, changes[i].url);
	}
	arena_reset(arena);
}

static const struct {
	const char *why;
	const char *location;
	const char *args[5];
} ways[] = {
	{ "a literal", "/my", { "/my" } },
	{ "a value is escaped", "/office/cases/A%2F..%2F1?done=accepted", { "/office/cases/", "A/../1", "?done=accepted" } },
	{ "no line end gets into a header", "/x/%0D%0ASet-Cookie%3A%20a", { "/x/", "\r\nSet-Cookie: a" } },
	{ "an address of elsewhere stays a part of ours", "/sign-in?next=%2F%2Fevil.example", { "/sign-in?next=",
	    "//evil.example" } },
};

static void
redirects_escape_their_values(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		const char *const *a = ways[i].args;
		struct page *page = page_at("/", "");

		page_go(page, a[0], a[1], a[2], a[3], a[4], NULL);
		if (strcmp(page_result(page)->location, ways[i].location) != 0)
			fail_msg("%s: %s", ways[i].why, page_result(page)->location);
	}
	arena_reset(arena);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(addresses_find_their_route),
		cmocka_unit_test(known_methods_are_told),
		cmocka_unit_test(a_part_without_a_shape_stops_the_program),
		cmocka_unit_test(addresses_change_one_thing),
		cmocka_unit_test(redirects_escape_their_values),
	};

	arena = arena_new();
	return cmocka_run_group_tests_name("router", tests, NULL, NULL);
}
