/*
 * page_draw.h - a template made ready once, and drawn many times.
 *
 * ClearSilver reads the templates (page_compile.c); what it has read is put
 * into the pieces below, in which words and markup that are the same on every
 * page are one piece of finished text for each language.  Drawing
 * (page_draw.c) walks the pieces and looks up names; it allocates next to
 * nothing and cannot fail.
 *
 * What is drawn is what ClearSilver would have drawn, byte for byte:
 * YIMEN_STRICT=1 (all tests) draws each page by both and ends the process when
 * they differ.  Values are escaped when they are printed; only PIECE_RAW, for
 * Markdown made safe, is not.
 */
#ifndef WORKER_PAGE_DRAW_H
#define WORKER_PAGE_DRAW_H

#include "base/text.h"
#include "fcgi/worker/page_tree.h"
#include "fcgi/worker/request.h"

#include <stdbool.h>

enum { LANGUAGES = 2 };			/* enum language counts them */

/* A part of a name; one of each, so that locals are compared by address. */
struct name {
	const char *text;
	size_t bytes;
	uint32_t hash;
	bool local;			/* some each, with or def calls a value of its own so */
	struct name *next;
};

enum expr_kind {
	EXPR_TEXT, EXPR_NUMBER,
	EXPR_NAMED,			/* a dotted name: parts */
	EXPR_FIXED,			/* a word or an asset: found, by language */
	EXPR_BELOW,			/* left[right] */
	EXPR_NOT, EXPR_AND, EXPR_OR, EXPR_EQUAL, EXPR_NOT_EQUAL,
	EXPR_NAME, EXPR_COUNT,		/* name(left), subcount(left) */
	EXPR_URL_ESCAPE, EXPR_URL_VALIDATE
};

struct expr {
	enum expr_kind kind;
	const char *text;
	long number;
	const struct name **parts;
	size_t part_count;
	const struct node *found[LANGUAGES];
	struct expr *left, *right;
	struct expr *next;		/* argument of a call */
};

enum piece_kind { PIECE_TEXT, PIECE_VALUE, PIECE_RAW, PIECE_IF, PIECE_EACH, PIECE_WITH, PIECE_CALL };

struct piece {
	enum piece_kind kind;
	struct piece *next;
	const char *text[LANGUAGES];	/* PIECE_TEXT */
	size_t bytes[LANGUAGES];
	struct expr *expr;		/* what is printed, judged or gone through; arguments of a call */
	struct piece *body, *otherwise;
	const struct name *local;	/* of each and with */
	const struct macro *macro;
};

struct macro {
	const void *key;		/* ClearSilver's own */
	const struct name **params;
	size_t param_count;
	struct piece *body;
	struct macro *next;
};

/* page: names of this page; words: those of its language, shared.  Memory comes from the arena. */
void page_draw(const struct piece *, const struct node *page, const struct node *words, enum language,
    struct arena *, struct text *to);
/* As it is printed. */
void html_add(struct text *, const char *value);
/* The value, or "#" when it is no address a link may have: only our own paths and the web's, never javascript: or
 * //elsewhere. */
const char *url_valid(const char *);

#endif
