/* main.c - yimen-signin: the door; it alone reads password hashes and second factors. */
#include "fcgi/worker/route.h"
#include "fcgi/worker/worker.h"

static const struct route routes[] = {
/*	method path		who	form		handler		template		again	flags */
	{ GET, "/sign-in",	ANYONE,	NULL,		NULL,		"public/home.cs",	NULL,	ROUTE_DOOR },
};

static const struct program program = {
	.name = "yimen-signin",
	.account = "signin",
	.frame = "public",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.home = "/my",
};

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, &program);
}
