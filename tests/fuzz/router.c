/* fuzz/router.c - any path: it is found or not, in bounded time, and its parts are of the shapes they have. */
#include "fcgi/worker/router.h"

#include "base/arena.h"
#include "base/text.h"
#include "base/utf8.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const struct route routes[] = {
	{ .method = GET, .path = "/" },
	{ .method = GET, .path = "/items" },
	{ .method = GET, .path = "/items/:code" },
	{ .method = POST, .path = "/items/:code/apply" },
	{ .method = GET, .path = "/open/docs/:index" },
	{ .method = GET, .path = "/open/files/:n/:index" },
	{ .method = POST, .path = "/publish/versions/:id/:section/:n/remove" },
	{ .method = GET, .path = "/office/cases/:number" },
	{ .method = GET, .path = "/forms/:form" },
};

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	static struct arena *arena;
	struct found found;
	const char *path;

	if (arena == NULL) {
		arena = arena_new();
		router_open(routes, sizeof(routes) / sizeof(routes[0]));
	}
	path = arena_text_n(arena, (const char *)input, n);
	if (utf8_plain(path, strlen(path))) {		/* the loop asks no other */
		found = router_find(arena, n % 2 ? GET : POST, path);
		if (found.route != NULL && !found.path_known)
			abort();
		for (size_t i = 0; i < found.parts; i++)
			if (*found.value[i] == '\0' || strstr(path, found.value[i]) == NULL ||
			    strpbrk(found.value[i], " \t\n") != NULL)
				abort();
	}
	arena_reset(arena);
	return 0;
}
