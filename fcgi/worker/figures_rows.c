/*
 * figures_rows.c - the page behind a figure: what it means, how it is asked for, the rows it counts.
 *
 * The file of rows has the names of the columns of the query as its heads, in every language, and numbers masked for the
 * public.  The sum printed on the page is SHA-256 of exactly that file as CSV.
 */
#include "fcgi/worker/figures_own.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/stats.h"
#include "rules/mask.h"

#include <string.h>

enum { PER_PAGE = 50, NUMBER_HEAD = 12, NUMBER_TAIL = 3 };

/* The statement of a figure's rows, with all it binds. */
static struct query *
rows_query(struct request *rq, const struct figures_scope *s, enum figure figure, const struct statement **statement,
    long long most, long long skip)
{
	struct figures_scope scope = *s;
	unsigned what = BIND_ITEM | BIND_INTAKE | BIND_FROM | BIND_END;
	struct query *q;

	*statement = Q_ROWS_ENDED;
	switch (figure) {
	case FIGURE_RECEIVED:
		*statement = Q_ROWS_RECEIVED;
		break;
	case FIGURE_ACCEPTED:
		*statement = Q_ROWS_ACCEPTED;
		break;
	case FIGURE_RETURNED:
		*statement = Q_ROWS_RETURNED;
		break;
	case FIGURE_CARRIED_OVER:
		scope.until = figure_month_add(s->from, -1);
		/* fallthrough */
	case FIGURE_IN_HAND:
		*statement = Q_ROWS_IN_HAND;
		what = BIND_ITEM | BIND_INTAKE | BIND_END;
		break;
	case FIGURE_OVERDUE:
		*statement = Q_ROWS_OVERDUE;
		what = BIND_ITEM | BIND_INTAKE;
		break;
	case FIGURE_RATING:
	case FIGURE_BAD:
		*statement = Q_ROWS_RATINGS;
		what = BIND_ITEM | BIND_INSTANTS;
		break;
	case FIGURE_YELLOW:
	case FIGURE_RED:
		*statement = Q_ROWS_CARDS;
		what = BIND_FROM | BIND_END;
		break;
	default:
		break;
	}
	q = query(rq, *statement);
	figures_bind(q, &scope, what);
	if (*statement == Q_ROWS_ENDED) {
		query_text(q, "as", figure == FIGURE_REFUSED || figure == FIGURE_WITHDRAWN || figure == FIGURE_TERMINATED ?
		    figure_name(figure) : "done");
		query_number(q, "late", figure == FIGURE_LATE);
		query_number(q, "timed", figure == FIGURE_ON_TIME || figure == FIGURE_LATE);
	} else if (*statement == Q_ROWS_OVERDUE) {
		query_day(q, "today", rq->today);
	} else if (*statement == Q_ROWS_RATINGS) {
		query_number(q, "bad", figure == FIGURE_BAD ? 4 : 1);
	} else if (*statement == Q_ROWS_CARDS) {
		query_text(q, "colour", figure_name(figure));
	}
	query_number(q, "most", most);
	query_number(q, "skip", skip);
	return q;
}

/* How many rows there are. */
static long long
rows_count(struct request *rq, const struct figures_scope *s, enum figure figure, const struct figures *f,
    const long long values[static FIGURE_COUNT])
{
	struct query *q;

	switch (figure) {
	case FIGURE_ON_TIME:
		return f->timed;
	case FIGURE_MEDIAN:
	case FIGURE_P90:
		return f->done;
	case FIGURE_RATING:
	case FIGURE_BAD:
		q = query(rq, Q_STATS_RATINGS);
		figures_bind(q, s, BIND_ITEM | BIND_INSTANTS);
		return !query_next(q) ? 0 : query_get_number(q, figure == FIGURE_BAD ? "bad" : "ratings");
	default:
		return values[figure] == FIGURE_NONE ? 0 : values[figure];
	}
}

/* The text of a statement with the names of its parameters, as it stands in sql/queries/stats.sql. */
static const char *
sql_text(struct request *rq, const struct statement *statement)
{
	const char *const *param = statement->params;
	struct text t;
	const char *copy;

	text_init(&t);
	for (const char *c = statement->sql; *c != '\0'; c++)
		if (*c == '?' && *param != NULL)
			text_format(&t, ":%s", *param++);
		else
			text_add_char(&t, *c);
	copy = arena_text(rq->arena, t.start);
	text_free(&t);
	return copy;
}

static const char *
number_shown(struct request *rq, const struct figures_scope *s, const char *number)
{
	char masked[MASK_ROOM];

	return s->inside ? number : arena_text(rq->arena, mask_middle(number, NUMBER_HEAD, NUMBER_TAIL, masked, sizeof(masked)));
}

/* ---- the file ---- */

static void
sheet_rows(struct sheet *sheet, struct request *rq, const struct figures_scope *s, struct query *q, bool more)
{
	for (; more && sheet_row(sheet); more = query_next(q))
		for (size_t i = 1; i < query_columns(q); i++) {	/* the first is ours: case_id */
			const char *name = query_column(q, i);

			if (query_is_null(q, name))
				sheet_text(sheet, "");
			else if (text_is(name, "number"))
				sheet_text(sheet, number_shown(rq, s, query_get(q, name)));
			else if (query_column_kind(q, i) == COLUMN_NUMBER)
				sheet_number(sheet, query_get_number(q, name));
			else if (query_column_kind(q, i) == COLUMN_DAY)
				sheet_day(sheet, query_get_day(q, name));
			else
				sheet_text(sheet, query_get(q, name));
		}
}

static struct sheet *
figure_sheet_make(struct request *rq, struct page *page, const struct figures_scope *s, enum figure figure)
{
	const struct statement *statement;
	struct query *q = rows_query(rq, s, figure, &statement, SHEET_ROWS_MOST + 1, 0);
	const char *heads[SHEET_COLUMNS_MOST + 1] = { NULL };
	bool more = query_next(q);
	struct sheet *sheet;

	for (size_t i = 1; i < query_columns(q) && i <= SHEET_COLUMNS_MOST; i++)
		heads[i - 1] = query_column(q, i);
	sheet = sheet_open_plain(rq, page, figure_name(figure), heads);
	sheet_rows(sheet, rq, s, q, more);
	return sheet;
}

enum reply
figure_sheet(struct request *rq, struct page *page, const struct figures_scope *s)
{
	enum figure figure;

	if (!figure_named(request_part(rq, "name"), &figure))
		return REPLY_NOT_FOUND;
	return sheet_close(figure_sheet_make(rq, page, s, figure));
}

/* ---- the page ---- */

static const char *
cell_text(struct request *rq, struct page *page, const struct figures_scope *s, const struct query *q, size_t i)
{
	const char *name = query_column(q, i), *value = query_get(q, name), *word;

	if (query_is_null(q, name))
		return "";
	if (text_is(name, "number"))
		return number_shown(rq, s, value);
	if (text_is(name, "late"))
		return page_word(page, text_is(value, "1") ? "figures.yes" : "figures.no");
	if (text_is(name, "ended_as") || text_is(name, "colour")) {
		word = page_word_below(page, "figure", value);
		return *value == '\0' ? page_word(page, "figures.open") : *word != '\0' ? word : value;
	}
	return value;
}

static void
rows_into(struct request *rq, struct page *page, const struct figures_scope *s, struct query *q)
{
	for (size_t n = 0; query_next(q); n++) {
		const char *cells = arena_format(rq->arena, "rows.%zu.cells", n);
		size_t shown = 0;

		for (size_t i = 1; i < query_columns(q); i++) {
			const char *name = query_column(q, i);
			struct node *cell;

			if (text_is(name, "item_code"))
				continue;	/* the title says it; the file has both */
			if (n == 0)
				row_text(page, page_row(page, "heads", shown), "label", page_word_below(page, "column", name));
			cell = page_row(page, cells, shown++);
			row_text(page, cell, "text", cell_text(rq, page, s, q, i));
			row_text(page, cell, "label", page_word_below(page, "column", name));
			row_text(page, cell, "whole", text_is(name, "number") || text_ends(name, "_on") ? "1" : "");
			row_text(page, cell, "url", !s->inside || !text_is(name, "number") || query_get(q, name)[0] == '\0' ? "" :
			    arena_format(rq->arena, "/watch/cases/%s", query_get(q, name)));
		}
	}
}

static void
params_into(struct request *rq, struct page *page, const struct figures_scope *s)
{
	char from[DAY_TEXT], end[DAY_TEXT];
	const char *const params[][2] = { { "area", s->area }, { "organ", s->organ }, { "item", s->item },
	    { "intake", s->intake }, { "from", day_print(s->from, from) },
	    { "end", day_print(figure_month_add(s->until, 1), end) } };

	for (size_t i = 0; i < sizeof(params) / sizeof(params[0]); i++) {
		struct node *row = page_row(page, "params", i);

		row_text(page, row, "name", params[i][0]);
		row_text(page, row, "value", arena_format(rq->arena, "'%s'", params[i][1]));
	}
}

enum reply
figure_into(struct request *rq, struct page *page, const struct figures_scope *s)
{
	long long number = form_number(rq, "page") < 1 ? 1 : form_number(rq, "page"), count, values[FIGURE_COUNT];
	const struct statement *statement;
	const char *name = request_part(rq, "name");
	char sum[SHEET_SUM_TEXT];
	enum figure figure;
	struct figures f;

	if (!figure_named(name, &figure))
		return REPLY_NOT_FOUND;
	figures_scope_into(rq, page, s);
	figures_load(rq, s, &f, values);
	count = rows_count(rq, s, figure, &f, values);
	page_text(page, "page.title", page_word_below(page, "figure", name));
	page_text(page, "figure.key", name);
	page_text(page, "figure.label", page_word_below(page, "figure", name));
	page_text(page, "figure.means", page_word_below(page, "figure_means", name));
	page_text(page, "figure.value", figure_text(rq, figure, values[figure]));
	page_text(page, "figure.csv_url", figures_url(rq, s, arena_format(rq->arena, "/%s.csv", name), NULL, NULL, NULL));
	page_text(page, "figure.xlsx_url", figures_url(rq, s, arena_format(rq->arena, "/%s.xlsx", name), NULL, NULL, NULL));
	rows_into(rq, page, s, rows_query(rq, s, figure, &statement, PER_PAGE, (number - 1) * PER_PAGE));
	page_text(page, "figure.sql", sql_text(rq, statement));
	params_into(rq, page, s);
	if (count > SHEET_ROWS_MOST)
		page_flag(page, "figure.many", true);
	else if (sheet_sum(figure_sheet_make(rq, page, s, figure), sum))
		page_text(page, "figure.sum", sum);
	page_pager(page, number, PER_PAGE, count);
	return REPLY_PAGE;
}

/* ---- all organs, or the items of one, as a file ---- */

enum reply
figures_sheet(struct request *rq, struct page *page, const struct figures_scope *s)
{
	static const char *const heads[] = { "code", "name", "carried_over", "received", "accepted", "refused", "returned",
	    "done", "late", "withdrawn", "terminated", "in_hand", "on_time", NULL };
	struct query *q = figures_rows(rq, s);
	struct sheet *sheet = sheet_open(rq, page, "figures", heads);

	while (query_next(q) && sheet_row(sheet)) {
		struct figures f = { .carried_over = query_get_number(q, "carried_over") };
		enum figure figure;

		figures_add(&f, q);
		sheet_text(sheet, query_get(q, "code"));
		sheet_text(sheet, query_said(rq, q, "name"));
		for (size_t i = 2; heads[i] != NULL; i++) {
			if (!figure_named(heads[i], &figure) || figure_of(&f, figure) == FIGURE_NONE)
				sheet_text(sheet, "");
			else if (figure == FIGURE_ON_TIME)
				sheet_decimal(sheet, figure_of(&f, figure) * 10);
			else
				sheet_number(sheet, figure_of(&f, figure));
		}
	}
	return sheet_close(sheet);
}

/* ---- a digest: every figure with the sum of its rows ---- */

enum { DIGEST_ROWS_MOST = 5000 };

void
figures_digest_into(struct request *rq, struct page *page, const struct figures_scope *s)
{
	long long values[FIGURE_COUNT];
	struct figures f;

	figures_load(rq, s, &f, values);
	for (int i = 0; i < FIGURE_COUNT; i++) {
		enum figure figure = (enum figure)i;
		long long count = rows_count(rq, s, figure, &f, values);
		struct node *row = page_row(page, "digest", (size_t)i);
		char sum[SHEET_SUM_TEXT];

		row_text(page, row, "label", page_word_below(page, "figure", figure_name(figure)));
		row_text(page, row, "value", figure_text(rq, figure, values[i]));
		row_text(page, row, "count", figure_text(rq, FIGURE_DONE, count));
		row_text(page, row, "url", figures_url(rq, s, arena_format(rq->arena, "/%s", figure_name(figure)), NULL, NULL, NULL));
		row_text(page, row, "csv_url", figures_url(rq, s, arena_format(rq->arena, "/%s.csv", figure_name(figure)), NULL,
		    NULL, NULL));
		row_text(page, row, "sum", count <= DIGEST_ROWS_MOST &&
		    sheet_sum(figure_sheet_make(rq, page, s, figure), sum) ? arena_text(rq->arena, sum) : "");
	}
}
