/*
 * papers.h - what the pages of yimen-papers share.
 *
 * A paper is there for its applicant and for the organs that handle its case;
 * for everybody else, signed in or not, it is not there (404), whatever the
 * code.  What anybody may ask of a code is yimen-public's to answer, at /verify.
 */
#ifndef PAPERS_PAPERS_H
#define PAPERS_PAPERS_H

#include "fcgi/papers/markup.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "rules/paper.h"

#include <stdbool.h>

struct paper_row {
	enum paper kind;
	const char *code, *number, *organ_name, *title, *state, *content, *case_number;
	const char *head;		/* "1234:9f86…", "" before anything was sealed */
	const char *verify_url;
	instant signed_at;
	bool intact;			/* the row is what was written when it was issued */
};

/* By the path's :paper, if it is the visitor's to see.  Fills paper.* of the page. */
bool paper_load(struct request *, struct page *, struct paper_row *);

/* Everything printed on it, from the facts frozen in it: in Chinese, whatever the visitor reads. */
const struct block *paper_blocks(struct request *, struct page *, const struct paper_row *);

/* Facts of the content as paper.* of the page.  False: it is no JSON of ours. */
bool content_into(struct page *, const char *name, const char *json);

/* show.c */
enum reply paper_show(struct request *, struct page *);
enum reply paper_pdf(struct request *, struct page *);
enum reply paper_qr(struct request *, struct page *);

extern const char *const paper_templates[];	/* one a paper, ended by NULL */

#endif
