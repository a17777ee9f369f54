/* main.c - yimen-watch: where supervisors watch the clocks of all organs, and leaders read the figures. */
#include "fcgi/watch/watch.h"
#include "fcgi/worker/worker.h"

static const struct route routes[] = {
/*	  method path                                      who                  form             handler              template             again         flags */
	{ GET,  "/watch",                                  WATCHERS,            NULL,            desk_show,           "watch/desk.cs",     NULL,         0 },
	{ GET,  "/watch/",                                 WATCHERS,            NULL,            desk_show,           "watch/desk.cs",     NULL,         0 },
};

static const struct program program = {
	.name = "yimen-watch",
	.account = "watch",
	.frame = "watch",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.home = "/watch/",
};

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, &program);
}
