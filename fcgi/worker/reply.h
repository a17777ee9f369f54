/*
 * reply.h - how a handler's story ends.
 *
 * Three kinds of "no" are never mixed: the visitor's mistake (INVALID, 422),
 * the rule's refusal (REFUSED or CONFLICT, 409; FORBIDDEN, 403; NOT_FOUND, 404)
 * and the machine's failure, which no handler reports: it is sticky in the
 * request, and the loop answers 503.
 *
 * PAGE, GO, BYTES and FILE commit; all else rolls back, the post's nonce too,
 * so that the same form may be sent again.
 */
#ifndef WORKER_REPLY_H
#define WORKER_REPLY_H

struct request;
struct page;

enum reply {
	REPLY_PAGE,		/* 200, the route's template */
	REPLY_GO,		/* 303, made by page_go */
	REPLY_BYTES,		/* 200, made by page_bytes */
	REPLY_FILE,		/* X-Accel-Redirect, made by page_file */
	REPLY_INVALID,		/* 422: form_error was called; the page again, with what was typed */
	REPLY_REFUSED,		/* 409: page_refuse; the page again, with the rule's sentence */
	REPLY_CONFLICT,		/* 409: a colleague was faster */
	REPLY_FORBIDDEN,	/* 403 */
	REPLY_NOT_FOUND,	/* 404: absent, or not for this visitor: the same page for both */
	REPLY_TOO_MANY		/* 429; with the sentence of a quota after page_refuse */
};

#endif
