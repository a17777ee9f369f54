/*
 * page_draw.h - a template made ready once, and drawn many times.
 *
 * ClearSilver reads the templates (page_compile.c); what it has read is put
 * into the pieces below, for each language, in which all that is the same on
 * every page is finished text.  Drawing (page_draw.c) walks the pieces and
 * looks up names; it allocates next to nothing and cannot fail.
 *
 * What is drawn is what ClearSilver would have drawn, but for blank lines and
 * indentation of the templates: YIMEN_STRICT=1 (all tests) draws each page by
 * both and ends the process when they differ.  Values are escaped when they are printed; only PIECE_RAW, for
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
	EXPR_NODE,			/* of the words: node */
	EXPR_NAMED,			/* a dotted name: parts */
	EXPR_BELOW,			/* left[right] */
	EXPR_NOT, EXPR_AND, EXPR_OR, EXPR_EQUAL, EXPR_NOT_EQUAL,
	EXPR_NAME, EXPR_COUNT,		/* name(left), subcount(left) */
	EXPR_URL_ESCAPE, EXPR_URL_VALIDATE,
	EXPR_CHINESE			/* chinese(left): "1" when it is Chinese rather than English, else "" */
};

struct expr {
	enum expr_kind kind;
	bool fixed;			/* the same on every page of this program and language */
	const char *text;
	long number;
	const struct node *node;
	const struct name **parts;
	size_t part_count;
	struct expr *left, *right;
	struct expr *next;		/* argument of a call */
};

enum piece_kind { PIECE_TEXT, PIECE_VALUE, PIECE_RAW, PIECE_IF, PIECE_EACH, PIECE_WITH, PIECE_CALL };

struct piece {
	enum piece_kind kind;
	struct piece *next;
	const char *text;		/* PIECE_TEXT */
	size_t bytes;
	size_t blank;			/* bytes of white space it begins with, left out at the start of a line */
	struct expr *expr;		/* what is printed, judged or gone through; arguments of a call */
	struct piece *body, *otherwise;
	const struct name *local;	/* of each and with */
	const struct macro *macro;
};

struct macro {
	const struct name **params;
	size_t param_count;
	struct piece *body;
};

/* What an expression comes to: a node (NULL where there is none), a text or a number. */
struct value {				/* two words: it is handed over in registers */
	enum { VALUE_NODE, VALUE_TEXT, VALUE_NUMBER } kind;
	union {
		const struct node *node;
		const char *text;
		long number;
	};
};

/* page: names of this page; words: those of its language, shared.  Memory comes from the arena. */
void page_draw(const struct piece *, const struct node *page, const struct node *words, struct arena *, struct text *to);
/* The value of an expression that is fixed. */
struct value expr_value(const struct expr *, struct arena *);
bool value_is_true(const struct value *);
/* NULL when there is none; not for numbers. */
const char *value_text(const struct value *);
/* As it is printed. */
void html_add(struct text *, const char *value);
/* The value, or "#" when it is no address a link may have: only our own paths and the web's, never javascript: or
 * //elsewhere. */
const char *url_valid(const char *);

#endif
