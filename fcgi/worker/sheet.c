/* sheet.c - see sheet.h. */
#include "fcgi/worker/sheet.h"

#include "base/log.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/worker/inside.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <xlsxwriter.h>

enum { TEXT_MOST = 32000, WIDTH_LEAST = 8, WIDTH_MOST = 60 };	/* a cell of Excel holds 32767 characters */

struct sheet {
	struct request *rq;
	struct page *page;
	const char *name;
	size_t columns, column;
	size_t rows;
	bool full;
	struct text csv;
	char path[4096];		/* of the workbook while it is made, "" for CSV */
	lxw_workbook *book;
	lxw_worksheet *tab;
	lxw_format *head, *day, *instant, *decimal;
	size_t widths[SHEET_COLUMNS_MOST];
};

static void
machine_failed(struct sheet *s, const char *why)
{
	log_error("sheet", "why", why, NULL);
	s->rq->inside->machine_failed = true;
}

/* ---- the workbook ---- */

/* The library writes files: they lie where posted files lie, the only place a worker may write. */
static bool
book_open(struct sheet *s)
{
	lxw_workbook_options options = { .tmpdir = arena_format(s->rq->arena, "%s/tmp", s->rq->config->upload_dir) };
	lxw_doc_properties about = { .created = (time_t)(s->rq->now / SECOND) };
	int fd;

	snprintf(s->path, sizeof(s->path), "%s/XXXXXX", options.tmpdir);
	fd = mkostemp(s->path, O_CLOEXEC);
	if (fd < 0)
		return false;
	close(fd);
	s->book = workbook_new_opt(s->path, &options);
	if (s->book == NULL)
		return false;
	workbook_set_properties(s->book, &about);
	s->tab = workbook_add_worksheet(s->book, NULL);
	s->head = workbook_add_format(s->book);
	s->day = workbook_add_format(s->book);
	s->instant = workbook_add_format(s->book);
	s->decimal = workbook_add_format(s->book);
	format_set_bold(s->head);
	format_set_num_format(s->day, "yyyy-mm-dd");
	format_set_num_format(s->instant, "yyyy-mm-dd hh:mm:ss");
	format_set_num_format(s->decimal, "0.00");
	worksheet_freeze_panes(s->tab, 1, 0);
	return true;
}

/* Chinese characters are two wide. */
static void
widen(struct sheet *s, size_t column, const char *value)
{
	size_t width = 2;

	for (; *value != '\0' && width < WIDTH_MOST; value++)
		width += (*value & 0x80) == 0 ? 1 : (*value & 0xc0) == 0xc0 ? 2 : 0;
	if (width > s->widths[column])
		s->widths[column] = width;
}

static enum reply
book_answer(struct sheet *s)
{
	struct stat about;
	char *bytes = NULL;
	lxw_error error;
	ssize_t n = -1;
	int fd;

	for (size_t i = 0; i < s->columns; i++)
		worksheet_set_column(s->tab, (lxw_col_t)i, (lxw_col_t)i, s->widths[i] < WIDTH_LEAST ? WIDTH_LEAST : (double)s->widths[i], NULL);
	worksheet_autofilter(s->tab, 0, 0, (lxw_row_t)s->rows, (lxw_col_t)(s->columns - 1));
	error = workbook_close(s->book);
	s->book = NULL;
	if (error != LXW_NO_ERROR) {
		machine_failed(s, lxw_strerror(error));
	} else if ((fd = open(s->path, O_RDONLY | O_CLOEXEC)) < 0) {
		machine_failed(s, strerror(errno));
	} else {
		if (fstat(fd, &about) == 0) {
			bytes = arena_get(s->rq->arena, (size_t)about.st_size + 1);
			n = read(fd, bytes, (size_t)about.st_size);
		}
		if (n <= 0 || n != about.st_size)
			machine_failed(s, "the workbook cannot be read back");
		close(fd);
	}
	unlink(s->path);
	if (s->rq->inside->machine_failed)
		return REPLY_NOT_FOUND;
	return page_bytes(s->page, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	    arena_format(s->rq->arena, "%s.xlsx", s->name), bytes, (size_t)n);
}

/* ---- cells ---- */

/* A cell begins: where it stands, or false when there is no column for it. */
static bool
cell(struct sheet *s, size_t *column)
{
	if (s->full || s->column >= s->columns || (s->book == NULL && *s->path != '\0'))
		return false;
	*column = s->column++;
	if (*s->path == '\0' && *column > 0)
		text_add_char(&s->csv, ',');
	return true;
}

/* As much of a text as a cell may hold, cut between characters. */
static const char *
fitting(struct sheet *s, const char *value)
{
	size_t n = strlen(value);

	if (n <= TEXT_MOST)
		return value;
	for (n = TEXT_MOST; n > 0 && (value[n] & 0xc0) == 0x80; n--)
		;
	return arena_text_n(s->rq->arena, value, n);
}

void
sheet_text(struct sheet *s, const char *value)
{
	size_t column;

	if (!cell(s, &column) || value == NULL || *value == '\0')
		return;
	if (s->book == NULL) {
		text_add_csv(&s->csv, value);
		return;
	}
	value = fitting(s, value);
	worksheet_write_string(s->tab, (lxw_row_t)s->rows, (lxw_col_t)column, value, s->rows == 0 ? s->head : NULL);
	widen(s, column, value);
}

static void
number(struct sheet *s, double value, const char *printed, lxw_format *format)
{
	size_t column;

	if (!cell(s, &column))
		return;
	if (s->book == NULL)
		text_add(&s->csv, printed);
	else
		worksheet_write_number(s->tab, (lxw_row_t)s->rows, (lxw_col_t)column, value, format);
}

void
sheet_number(struct sheet *s, long long value)
{
	char text[NUMBER_TEXT];

	number(s, (double)value, number_print(value, text), NULL);
}

void
sheet_decimal(struct sheet *s, long long hundredths)
{
	long long whole = hundredths < 0 ? -hundredths : hundredths;

	number(s, (double)hundredths / 100, arena_format(s->rq->arena, "%s%lld.%02lld", hundredths < 0 ? "-" : "",
	    whole / 100, whole % 100), s->decimal);
}

static void
date(struct sheet *s, struct moment m, const char *printed, lxw_format *format)
{
	lxw_datetime at = { .year = m.year, .month = m.month, .day = m.day, .hour = m.hour, .min = m.minute, .sec = m.second };
	size_t column;

	if (!cell(s, &column) || *printed == '\0')
		return;
	if (s->book == NULL) {
		text_add(&s->csv, printed);
		return;
	}
	if (m.year < 1900 || worksheet_write_datetime(s->tab, (lxw_row_t)s->rows, (lxw_col_t)column, &at, format) != LXW_NO_ERROR)
		worksheet_write_string(s->tab, (lxw_row_t)s->rows, (lxw_col_t)column, printed, NULL);
	widen(s, column, printed);
}

void
sheet_day(struct sheet *s, struct day value)
{
	struct civil c = day_civil(value);
	char text[DAY_TEXT];

	date(s, (struct moment){ .year = c.year, .month = c.month, .day = c.day }, day_print(value, text), s->day);
}

void
sheet_instant(struct sheet *s, instant value)
{
	char text[INSTANT_TEXT];

	date(s, instant_parts(value), instant_print_seconds(value, text), s->instant);
}

/* ---- the sheet ---- */

static struct sheet *
open_with(struct request *rq, struct page *page, const char *name, const char *const *heads, bool words)
{
	struct sheet *s = arena_get(rq->arena, sizeof(*s));

	s->rq = rq;
	s->page = page;
	s->name = name;
	text_init(&s->csv);
	while (heads[s->columns] != NULL && s->columns < SHEET_COLUMNS_MOST)
		s->columns++;
	if (!text_ends(rq->path, ".xlsx"))
		text_add(&s->csv, "\xef\xbb\xbf");
	else if (!book_open(s))
		machine_failed(s, strerror(errno));
	for (size_t i = 0; i < s->columns; i++) {
		const char *word = words ? page_word_below(page, "column", heads[i]) : "";

		sheet_text(s, *word != '\0' ? word : heads[i]);
	}
	return s;
}

struct sheet *
sheet_open(struct request *rq, struct page *page, const char *name, const char *const *heads)
{
	return open_with(rq, page, name, heads, true);
}

struct sheet *
sheet_open_plain(struct request *rq, struct page *page, const char *name, const char *const *heads)
{
	return open_with(rq, page, name, heads, false);
}

/* The last row, filled up, and its end. */
static void
row_end(struct sheet *s)
{
	for (; s->column < s->columns; s->column++)
		text_add(&s->csv, s->column > 0 ? "," : "");
	text_add(&s->csv, "\r\n");
}

bool
sheet_row(struct sheet *s)
{
	if (s->rows == SHEET_ROWS_MOST)
		s->full = true;
	if (s->full)
		return false;
	if (*s->path == '\0')
		row_end(s);
	s->rows++;
	s->column = 0;
	return true;
}

enum reply
sheet_close(struct sheet *s)
{
	enum reply reply;

	if (s->full) {
		text_free(&s->csv);
		if (s->book != NULL) {
			workbook_close(s->book);
			unlink(s->path);
		}
		return page_refuse(s->page, "sheet_rows");
	}
	if (*s->path != '\0') {
		text_free(&s->csv);
		return s->book == NULL ? REPLY_NOT_FOUND : book_answer(s);
	}
	row_end(s);
	reply = page_bytes(s->page, "text/csv; charset=utf-8", arena_format(s->rq->arena, "%s.csv", s->name),
	    s->csv.start, s->csv.bytes);
	text_free(&s->csv);
	return reply;
}

bool
sheet_sum(struct sheet *s, char sum[static SHEET_SUM_TEXT])
{
	uint8_t hash[crypto_hash_sha256_BYTES];
	bool whole = !s->full && *s->path == '\0';

	if (whole) {
		row_end(s);
		crypto_hash_sha256(hash, (const unsigned char *)s->csv.start, s->csv.bytes);
		sodium_bin2hex(sum, SHEET_SUM_TEXT, hash, sizeof(hash));
	}
	text_free(&s->csv);
	return whole;
}

enum reply
sheet_query(struct request *rq, struct page *page, const char *name, struct query *q)
{
	const char *heads[SHEET_COLUMNS_MOST + 1] = { NULL };
	bool more = query_next(q);
	size_t columns = query_columns(q);
	struct sheet *s;

	if (columns > SHEET_COLUMNS_MOST)
		columns = SHEET_COLUMNS_MOST;
	for (size_t i = 0; i < columns; i++)
		heads[i] = query_column(q, i);
	s = sheet_open(rq, page, name, heads);
	for (; more && sheet_row(s); more = query_next(q))
		for (size_t i = 0; i < columns; i++) {
			if (query_is_null(q, heads[i]))
				sheet_text(s, "");
			else if (query_column_kind(q, i) == COLUMN_NUMBER)
				sheet_number(s, query_get_number(q, heads[i]));
			else if (query_column_kind(q, i) == COLUMN_DAY)
				sheet_day(s, query_get_day(q, heads[i]));
			else if (query_column_kind(q, i) == COLUMN_INSTANT)
				sheet_instant(s, query_get_instant(q, heads[i]));
			else
				sheet_text(s, query_get(q, heads[i]));
		}
	return sheet_close(s);
}
