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
 * Who acts for another (rules/delegation.h) enters a page of applicants only by a ROUTE_FOR_ flag that names a right he
 * was given; a page without one is the holder's alone, and so is a post without one, whoever else may send it.
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
	ROUTE_DOOR	= 256,	/* has a form for visitors without a session: gives them a cookie to bind its token to */
	ROUTE_SELF	= 512,	/* the human being's own matter, whoever he acts for: password, switching, signing out */
	ROUTE_FOR_LOOK	= 1024,	/* open to who acts for another and may look … */
	ROUTE_FOR_APPLY	= 2048,	/* … apply … */
	ROUTE_FOR_COLLECT = 4096, /* … collect papers … */
	ROUTE_FOR_PAY	= 8192,	/* … pay: any one of the flags a route has opens it */
	ROUTE_FOR_ANY	= ROUTE_FOR_LOOK | ROUTE_FOR_APPLY | ROUTE_FOR_COLLECT | ROUTE_FOR_PAY,
	ROUTE_FOR_ITEMS	= 16384	/* its lists bind who.delegation and show who may not see all items only his own */
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
