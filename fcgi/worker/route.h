/*
 * route.h - a page's whole fate on one line.
 *
 *   method  path                     who           form          handler      template           again       flags
 * { GET,    "/office/cases/:number", OFFICER,      NULL,         case_show,   "office/case.cs",  NULL,       0 },
 * { POST,   "/office/cases/:number/accept", ROLE_CLERK, &accept_form, case_accept, "office/case.cs", case_show, 0 },
 *
 * Paths are whole, as nginx sees them.  ":name" is one part; what it may hold
 * is the table in route.c (a name that is not there stops the program).
 *
 * who: the role bits of rules/steps.h, any one of which opens the page; or
 * ANYONE.  Who has not signed in is sent to the door (GET) or gets 403 (POST);
 * who has signed in with another role gets 403.
 *
 * handler NULL: the template alone is the page.
 * again: the GET handler that fills the page when a POST is sent back (422, 409).
 */
#ifndef WORKER_ROUTE_H
#define WORKER_ROUTE_H

#include "fcgi/worker/form.h"
#include "fcgi/worker/reply.h"
#include "rules/steps.h"

#define ANYONE		0u
#define APPLICANT	((unsigned)ROLE_APPLICANT)
#define ALL_STAFF	(~(unsigned)ROLE_APPLICANT)

enum method { GET, POST };

enum route_flag {
	ROUTE_SINGLE	= 1,	/* one statement: no transaction is opened */
	ROUTE_LOOSE	= 2,	/* each statement commits by itself (counts of tries must survive a refusal) */
	ROUTE_UNWRITTEN	= 4,	/* a POST that writes no business row: no nonce, e.g. a lookup */
	ROUTE_OPEN	= 8,	/* a POST that needs no form token, since it changes nothing */
	ROUTE_KEPT	= 16,	/* anonymous copies are kept until the catalogue's version moves */
	ROUTE_UPLOAD	= 32,	/* files may be posted */
	ROUTE_RAW	= 64,	/* no template: the handler makes bytes, a file or a redirect */
	ROUTE_HALF	= 128,	/* open to who has given the password but not yet the second factor */
	ROUTE_DOOR	= 256	/* has a form for visitors without a session: gives them a cookie to bind its token to */
};

typedef enum reply handler(struct request *, struct page *);

struct route {
	enum method method;
	const char *path;
	unsigned who;
	const struct form *form;
	handler *handler;
	const char *template;
	handler *again;
	unsigned flags;
};

#endif
