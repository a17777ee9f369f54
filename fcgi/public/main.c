/* main.c - yimen-public: what citizens and enterprises see. */
#include "fcgi/public/pages.h"
#include "fcgi/worker/worker.h"

static const struct route routes[] = {
/*	method path		who	form		handler		template		again	flags */
	{ GET, "/",		ANYONE,	NULL,		NULL,		"public/home.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/look",		ANYONE,	&look_form,	look_set,	NULL,			NULL,	ROUTE_RAW | ROUTE_LOOSE },
};

static const struct program program = {
	.name = "yimen-public",
	.account = "public",
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
