/*
 * sheet.h - rows to take home: one list, as CSV or as an Excel workbook.
 *
 * The address says which: a handler is on two routes, /watch/cards.csv and
 * /watch/cards.xlsx, both ROUTE_RAW, and writes its rows once.
 *
 *	struct sheet *s = sheet_open(rq, page, "cards", heads);
 *	while (query_next(q) && sheet_row(s)) {
 *		sheet_text(s, query_get(q, "number"));
 *		sheet_day(s, query_get_day(q, "due_on"));
 *	}
 *	return sheet_close(s);
 *
 * or, when the columns of the query are the columns wanted:
 *
 *	return sheet_query(rq, page, "cards", query);
 *
 * CSV is UTF-8 with a byte order mark (Excel reads it as Latin otherwise) and
 * CRLF (RFC 4180).  A text that begins with = + - @, a tab or a return gets an
 * apostrophe before it, so that no program takes what a stranger typed for a
 * formula; numbers and dates are ours and get none.  A workbook has typed
 * cells, and its texts are texts whatever they begin with.
 *
 * At most SHEET_ROWS_MOST rows: a query for a sheet ends with LIMIT
 * SHEET_ROWS_MOST + 1 (20001), and with more rows sheet_close answers with the
 * sentence refusal.sheet_rows (409) instead of a list that is silently cut.
 */
#ifndef WORKER_SHEET_H
#define WORKER_SHEET_H

#include "base/db.h"
#include "fcgi/worker/reply.h"
#include "rules/day.h"

#include <stdbool.h>

struct page;
struct request;
struct sheet;

enum { SHEET_ROWS_MOST = 20000, SHEET_COLUMNS_MOST = 40 };

/* name: of the file, ASCII, without its ending.  heads: ended by NULL; each is the word column.HEAD where there is one
 * (templates/words), itself otherwise. */
struct sheet *sheet_open(struct request *, struct page *, const char *name, const char *const *heads);
/* The same with heads as they are: a file that is the same in every language. */
struct sheet *sheet_open_plain(struct request *, struct page *, const char *name, const char *const *heads);
/* Begins a row; false when there are too many, and then no cell may follow. */
bool sheet_row(struct sheet *);
/* The next cell of the row.  Cells not given are empty; more cells than heads are a defect and are left out. */
void sheet_text(struct sheet *, const char *);
void sheet_number(struct sheet *, long long);
void sheet_decimal(struct sheet *, long long hundredths);	/* money in fen, shares in hundredths of a per cent */
void sheet_day(struct sheet *, struct day);			/* empty for DAY_NONE */
void sheet_instant(struct sheet *, instant);			/* to the second; empty for none */
/* The answer of the handler. */
enum reply sheet_close(struct sheet *);

/* Instead of sheet_close, where the address does not end with .xlsx: SHA-256 of the file sheet_close would answer with as CSV, in
 * hex.  False when there are too many rows. */
enum { SHEET_SUM_TEXT = 65 };
bool sheet_sum(struct sheet *, char sum[static SHEET_SUM_TEXT]);

/* All rows of a query, a column a column, by the column's kind; NULL is an empty cell. */
enum reply sheet_query(struct request *, struct page *, const char *name, struct query *);

#endif
