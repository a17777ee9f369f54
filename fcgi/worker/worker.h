/*
 * worker.h - a program that answers nginx.
 *
 * worker_main is the whole of each program's main: it reads the settings,
 * parses all templates, opens one unix socket, forks children and keeps them
 * alive (master.c).  Each child takes one request at a time (loop.c).
 *
 *   yimen-office [--config FILE] [--socket PATH] [--workers N] [--check] [--routes]
 *
 * The socket is inherited when systemd (LISTEN_FDS) or spawn-fcgi (fd 0) gives one.
 * SIGTERM finishes what is in hand and ends; SIGHUP starts anew without
 * dropping a request.  A child that dies is back at once, with a capped
 * backoff when it dies again and again.
 */
#ifndef WORKER_WORKER_H
#define WORKER_WORKER_H

#include "base/db.h"
#include "fcgi/worker/request.h"
#include "fcgi/worker/route.h"

struct program {
	const char *name;			/* "yimen-office" */
	const char *account;			/* "office" */
	const char *frame;			/* words of the navigation: "public", "office", "publish" */
	const struct route *routes;
	size_t route_count;
	const char *const *templates;		/* others than the routes', for page_template; ended by NULL, or NULL */
	const char *const *bare_templates;	/* without the frame, for page_bare; ended by NULL, or NULL */
	void (*start)(const struct config *);	/* in each child, before its first request; or NULL */
	const char *const *reads;		/* folders read while it runs, beyond every program's; ended by NULL, or NULL */
	bool seals;				/* it reads or writes personal numbers, and so holds their keys */
	const char *home;			/* where who signs in lands: "/my", "/office" */
};

int worker_main(int argc, char **argv, const struct program *);

#endif
