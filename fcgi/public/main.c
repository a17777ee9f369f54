/* main.c - yimen-public: what citizens and enterprises see. */
#include "fcgi/public/pages.h"
#include "fcgi/worker/worker.h"

static const struct route routes[] = {
/*	method path		who	form		handler		template		again	flags */
	{ GET, "/",		ANYONE,	NULL,		home_show,	"public/home.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/look",		ANYONE,	&look_form,	look_set,	NULL,			NULL,	ROUTE_RAW | ROUTE_LOOSE },

	{ GET, "/organs",	ANYONE,	NULL,		organs_show,	"public/organs.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/about/map",	ANYONE,	NULL,		map_show,	"public/about_map.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/about/contact", ANYONE, NULL,		contact_show,	"public/about_contact.cs", NULL, ROUTE_KEPT },
	{ GET, "/about/accessibility", ANYONE, NULL,	NULL,	"public/about_accessibility.cs", NULL,	ROUTE_KEPT },
	{ GET, "/about/privacy", ANYONE, NULL,		NULL,		"public/about_privacy.cs", NULL, ROUTE_KEPT },

	{ GET, "/items",	ANYONE,	&items_form,	items_list,	"public/items.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/items/:code",	ANYONE,	&guide_form,	guide_show,	"public/guide.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/items/:code/qr.svg", ANYONE, NULL,	guide_qr,	NULL,			NULL,	ROUTE_RAW },
	{ GET, "/forms/:form",	ANYONE, NULL,		form_file_send,	NULL,			NULL,	ROUTE_RAW },

	{ GET, "/open/",	ANYONE,	&open_form,	open_list,	"public/documents.cs",	NULL,	ROUTE_KEPT },
	{ GET, "/open/docs/:index", ANYONE, &document_form, document_show, "public/document.cs", NULL,	ROUTE_KEPT },
	{ GET, "/open/qr/:index", ANYONE, NULL,		document_qr,	NULL,			NULL,	ROUTE_RAW },
	{ GET, "/open/files/:n/:index", ANYONE, NULL,	document_file,	NULL,			NULL,	ROUTE_RAW },
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
