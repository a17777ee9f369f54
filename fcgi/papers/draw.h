/*
 * draw.h - blocks drawn as a PDF: A4, page by page, the seal, the QR code, a foot on each page.
 *
 * draw.c and seal.c alone know pango and cairo.  What does not fit on a page
 * goes on to the next, line by line; the head of a table is repeated.  No text
 * is taken for markup.  Bounded by PAGES_MOST.
 */
#ifndef PAPERS_DRAW_H
#define PAPERS_DRAW_H

#include "base/text.h"
#include "fcgi/papers/markup.h"
#include "rules/day.h"

enum { PAGES_MOST = 60 };

struct drawing {
	const struct block *blocks;
	const char *title, *author, *subject, *keywords;	/* of the PDF itself */
	instant made_at;
	const char *seal;		/* the organ's name on the round seal; "": none */
	const char *seal_below;		/* what stands beneath it: 政务服务专用章 */
	const char *qr;			/* what the code says */
	const char *foot;		/* on every page */
	const char *foot_small;		/* under it: the chain's head */
	const char *foot_page;		/* {page} and {pages} filled in */
	const char *stamp;		/* across every page when it stands no longer; "" */
};

/* Loads the fonts, so that no visitor waits for them; once in each child. */
void draw_open(void);

/* Appends the PDF; the number of pages, 0 when they are too many or the library failed. */
int draw_pdf(const struct drawing *, struct text *to);

#endif
