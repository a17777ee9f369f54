/* main.c - yimen-admin: where the three administrators keep places, days and settings, accounts and powers, and the record. */
#include "fcgi/admin/admin.h"
#include "fcgi/admin/system.h"
#include "fcgi/worker/worker.h"

static const struct route routes[] = {
/*	  method path                                      who                  form             handler              template             again         flags */
	{ GET,  "/admin",                                  ADMINS,              NULL,            admin_home,          "admin/home.cs",     NULL,         0 },
	{ GET,  "/admin/",                                 ADMINS,              NULL,            admin_home,          "admin/home.cs",     NULL,         0 },
	{ GET,  "/admin/history",                          ADMINS,              &admin_history_form, admin_history,   "admin/history.cs",  admin_history, 0 },
	{ GET,  "/admin/history.csv",                      ADMINS,              &admin_history_form, admin_history_sheet, NULL,            NULL,         ROUTE_RAW },
	{ GET,  "/admin/history.xlsx",                     ADMINS,              &admin_history_form, admin_history_sheet, NULL,            NULL,         ROUTE_RAW },

	/* ---- the system administrator: places, days, settings ---- */

	/* ---- the security administrator: accounts, roles, locks, sessions ---- */

	/* ---- the auditor: what everybody did ---- */
};

static const struct program program = {
	.name = "yimen-admin",
	.account = "admin",
	.frame = "admin",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.home = "/admin/",
};

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, &program);
}
