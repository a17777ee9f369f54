/*
 * router.h - finds the route of a method and a path: one PCRE2 alternation for the whole program.
 */
#ifndef WORKER_ROUTER_H
#define WORKER_ROUTER_H

#include "base/arena.h"
#include "fcgi/worker/route.h"

#include <stddef.h>

enum { PARTS_MOST = 4 };

struct found {
	const struct route *route;	/* NULL: no such path, or no such method on it */
	bool path_known;		/* the path exists: 405, not 404 */
	bool get_known;			/* which methods it has, for Allow */
	bool post_known;
	const char *name[PARTS_MOST];	/* parts of the path, in order */
	const char *value[PARTS_MOST];
	size_t parts;
};

/* Compiles all paths; ends the process on a path that cannot be. Once, before the children. */
void router_open(const struct route *routes, size_t count);
/* path is decoded UTF-8; values live in the arena. */
struct found router_find(struct arena *, enum method, const char *path);

#endif
