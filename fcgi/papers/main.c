/* main.c - yimen-papers: draws the numbered papers.  It reads papers and nothing else of a case; it writes nothing. */
#include "fcgi/papers/draw.h"
#include "fcgi/papers/papers.h"
#include "fcgi/worker/worker.h"

#define READERS		(APPLICANT | (unsigned)(ROLE_CLERK | ROLE_REVIEWER | ROLE_APPROVER | ROLE_LEADER))
/* Who acts for another reads its papers as one who looks, or who was sent for them. */
#define PAPERS_FOR	(ROUTE_FOR_LOOK | ROUTE_FOR_COLLECT)

static const struct route routes[] = {
/*	method path			who	 form	handler		template		again	flags */
	{ GET, "/papers/:paper",	READERS, NULL,	paper_show,	"public/paper.cs",	NULL,	ROUTE_SINGLE | PAPERS_FOR },
	{ GET, "/papers/:paper.pdf",	READERS, NULL,	paper_pdf,	NULL,			NULL,	ROUTE_RAW | ROUTE_SINGLE | PAPERS_FOR },
	{ GET, "/papers/:paper/qr.svg",	READERS, NULL,	paper_qr,	NULL,			NULL,	ROUTE_RAW | ROUTE_SINGLE | PAPERS_FOR },
};

static void
start(const struct config *config)
{
	(void)config;
	draw_open();
}

/* A face is opened when it is first drawn with. */
static const char *const fonts[] = { "/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/fontconfig", "/etc/fonts",
    "/var/cache/fontconfig", NULL };

static const struct program program = {
	.name = "yimen-papers",
	.account = "papers",
	.frame = "public",
	.routes = routes,
	.route_count = sizeof(routes) / sizeof(routes[0]),
	.bare_templates = paper_templates,
	.start = start,
	.reads = fonts,
	.home = "/my",
};

int
main(int argc, char **argv)
{
	return worker_main(argc, argv, &program);
}
