/*
 * markup.h - the small markup of templates/papers, read into blocks (docs/papers.md).
 *
 * A few elements, no nesting but a table's.  Values were escaped by the template
 * (&lt; &gt; &amp; &quot; &#39;), so that no value can make an element.  A newline within a text
 * is a line break; white space between elements means nothing.  Bounded: so
 * many blocks, cells and bytes, and no recursion.
 *
 * Both the PDF and the page are drawn from the same blocks.  Memory is the arena's.
 */
#ifndef PAPERS_MARKUP_H
#define PAPERS_MARKUP_H

#include "base/arena.h"
#include "rules/names.h"

#include <stdbool.h>
#include <stddef.h>

#define BLOCKS(X)							\
	X(BLOCK_FORM, "form")		/* which standard form it is, small */	\
	X(BLOCK_TITLE, "title")						\
	X(BLOCK_ENGLISH, "english")	/* the title as a courtesy */	\
	X(BLOCK_NUMBER, "number")	/* the document number */	\
	X(BLOCK_TO, "to")		/* to whom: no indent */	\
	X(BLOCK_P, "p")			/* a paragraph, indented */	\
	X(BLOCK_H, "h")			/* a heading within */		\
	X(BLOCK_ITEM, "item")		/* a point of a list */		\
	X(BLOCK_FACT, "fact")		/* name="…": a row of the table of facts */ \
	X(BLOCK_NOTE, "note")		/* small print */		\
	X(BLOCK_LINE, "line")		/* to be filled in by hand */	\
	X(BLOCK_SIGN, "sign")		/* organ and date, under the seal */ \
	X(BLOCK_OWN_SIGN, "own-sign")	/* the applicant's own */	\
	X(BLOCK_PROOF, "proof")		/* beside the QR code: a line each */ \
	X(BLOCK_TABLE, "table")		/* of head and row, of c */

enum block_kind { BLOCKS(NAMES_CONSTANT) BLOCK_COUNT };

enum { BLOCKS_MOST = 500, COLUMNS_MOST = 6, ROWS_MOST = 1000, MARKUP_BYTES_MOST = 2 << 20 };

struct table_row {
	const char *cells[COLUMNS_MOST];
	size_t count;			/* of cells */
	struct table_row *next;
};

struct table {
	int widths[COLUMNS_MOST];	/* shares, as <c w="20"> of the head says; 1 where it says none */
	size_t columns;
	struct table_row head;
	struct table_row *rows;
	size_t row_count;
};

struct block {
	enum block_kind kind;
	const char *name;		/* of a fact, "" otherwise */
	const char *text;		/* "" for a table */
	const struct table *table;	/* NULL for others */
	struct block *next;
};

/* NULL, and *why, for what is no markup of ours: a defect of a template. */
const struct block *markup_read(struct arena *, const char *text, const char **why);

const char *block_kind_name(enum block_kind);

#endif
