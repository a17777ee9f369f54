/*
 * query.c - one statement: its values bound by name, its rows in the arena.
 *
 * All rows are copied to the arena when the statement runs.  The connection
 * is quiet again before the caller sees the first row, so that other queries,
 * even of the same statement, may run while it reads.
 */
#include "base/db.h"
#include "base/db_own.h"

#include "base/log.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include <errmsg.h>
#include <mysqld_error.h>

enum {
	BINARY_CHARSET = 63,
	SHORT_VALUE = 64,	/* every number, date and instant fits */
	USUAL_VALUE = 512
};

struct value {
	const char *start;	/* NULL: SQL NULL */
	size_t bytes;
};

struct row {
	struct row *next;
	struct value values[];
};

struct column {
	const char *name;
	enum column_kind kind;
	const struct opened_column *opens;	/* NULL: it is as it came */
};

struct query {
	struct db *db;
	struct arena *arena;
	const struct statement *statement;
	size_t params_count;
	MYSQL_BIND *params;
	bool *bound;
	bool ran;
	long long changed;
	uint64_t id;
	size_t columns_count;
	struct column *columns;
	struct row *rows;	/* those not yet seen */
	struct row *row;	/* the current one */
};

struct query *
query_new(struct db *db, struct arena *arena, const struct statement *s)
{
	struct query *q = arena_get(arena, sizeof(*q));

	q->db = db;
	q->arena = arena;
	q->statement = s;
	while (s->params[q->params_count])
		q->params_count++;
	q->params = arena_array(arena, MYSQL_BIND, q->params_count);
	q->bound = arena_array(arena, bool, q->params_count);
	return q;
}

static void
bind_at(struct query *q, size_t i, enum enum_field_types type, void *value, size_t bytes)
{
	q->params[i].buffer_type = type;
	q->params[i].buffer = value;
	q->params[i].buffer_length = bytes;
	q->bound[i] = true;
}

static void
keys_missing(struct query *q)
{
	char why[64];

	if (q->db->failure == DB_FINE)
		db_fail(q->db, q->statement->name, 0, sealed_load(why, sizeof(why)) ? "a text can not be sealed" :
		    "the keys of sealed columns are not there");
}

/* A text on its way to a sealed column, or to the blind index of one; "" has none. */
static void
bind_sealed(struct query *q, size_t i, const struct param_way *how, const char *value)
{
	const char *text;
	uint8_t *blind;

	if (how->way == PARAM_SEAL) {
		text = sealed_text(q->arena, how->kind, value);
		if (!text)
			keys_missing(q);
		else
			bind_at(q, i, MYSQL_TYPE_STRING, arena_text(q->arena, text), strlen(text));
		return;
	}
	if (*value == '\0') {
		bind_at(q, i, MYSQL_TYPE_NULL, NULL, 0);
		return;
	}
	blind = arena_get(q->arena, BLIND_BYTES);
	if (sealed_blind(blind, how->kind, value))
		bind_at(q, i, MYSQL_TYPE_BLOB, blind, BLIND_BYTES);
	else
		keys_missing(q);
}

/* Binds the value to every place of the name; value stays in the arena. */
static void
bind_value(struct query *q, const char *param, enum enum_field_types type, void *value, size_t bytes)
{
	bool known = false;

	for (size_t i = 0; i < q->params_count; i++) {
		const struct param_way *how = q->statement->ways ? &q->statement->ways[i] : NULL;

		if (strcmp(q->statement->params[i], param) != 0)
			continue;
		known = true;
		if (!how || how->way == PARAM_PLAIN || type == MYSQL_TYPE_NULL)
			bind_at(q, i, type, value, bytes);
		else if (type == MYSQL_TYPE_STRING)
			bind_sealed(q, i, how, value);
		else
			db_defect(q->db, q->statement->name, "seals texts alone, not", param);
	}
	if (!known)
		db_defect(q->db, q->statement->name, "has no parameter", param);
}

void
query_null(struct query *q, const char *param)
{
	bind_value(q, param, MYSQL_TYPE_NULL, NULL, 0);
}

void
query_text(struct query *q, const char *param, const char *value)
{
	size_t n;

	if (!value) {
		query_null(q, param);
		return;
	}
	n = strlen(value);
	bind_value(q, param, MYSQL_TYPE_STRING, arena_text_n(q->arena, value, n), n);
}

void
query_bytes(struct query *q, const char *param, const void *value, size_t n)
{
	bind_value(q, param, MYSQL_TYPE_BLOB, arena_text_n(q->arena, value, n), n);
}

void
query_number(struct query *q, const char *param, long long n)
{
	long long *kept = arena_get(q->arena, sizeof(*kept));

	*kept = n;
	bind_value(q, param, MYSQL_TYPE_LONGLONG, kept, sizeof(*kept));
}

void
query_day(struct query *q, const char *param, struct day d)
{
	struct civil c = day_civil(d);
	MYSQL_TIME *t;

	if (!day_known(d)) {
		query_null(q, param);
		return;
	}
	t = arena_get(q->arena, sizeof(*t));
	t->year = (unsigned)c.year;
	t->month = (unsigned)c.month;
	t->day = (unsigned)c.day;
	t->time_type = MYSQL_TIMESTAMP_DATE;
	bind_value(q, param, MYSQL_TYPE_DATE, t, sizeof(*t));
}

void
query_instant(struct query *q, const char *param, instant at)
{
	struct moment m = instant_parts(at);
	MYSQL_TIME *t;

	if (at == INSTANT_NONE) {
		query_null(q, param);
		return;
	}
	t = arena_get(q->arena, sizeof(*t));
	t->year = (unsigned)m.year;
	t->month = (unsigned)m.month;
	t->day = (unsigned)m.day;
	t->hour = (unsigned)m.hour;
	t->minute = (unsigned)m.minute;
	t->second = (unsigned)m.second;
	t->second_part = (unsigned long)m.microsecond;
	t->time_type = MYSQL_TIMESTAMP_DATETIME;
	bind_value(q, param, MYSQL_TYPE_DATETIME, t, sizeof(*t));
}

static void
fail(struct query *q, MYSQL_STMT *stmt)
{
	db_fail(q->db, q->statement->name, mysql_stmt_errno(stmt), mysql_stmt_error(stmt));
	db_unprepare(q->db, q->statement);
}

static bool
all_bound(struct query *q)
{
	for (size_t i = 0; i < q->params_count; i++) {
		if (q->bound[i])
			continue;
		db_defect(q->db, q->statement->name, "unbound parameter", q->statement->params[i]);
		return false;
	}
	return true;
}

/* Prepares where needed and executes.  NULL: the failure is set, or is a duplicate (changed is -1). */
static MYSQL_STMT *
execute(struct query *q)
{
	MYSQL_STMT *stmt;

	if (!db_connect(q->db))
		return NULL;
	db_sending(q->db, q->statement->kind == STATEMENT_CHANGE);
	stmt = db_prepared(q->db, q->statement);
	if (!stmt)
		return NULL;
	if (mysql_stmt_param_count(stmt) != q->params_count) {
		db_defect(q->db, q->statement->name, "the server counts other", "parameters");
		return NULL;
	}
	if (q->params_count && mysql_stmt_bind_param(stmt, q->params)) {
		fail(q, stmt);
		return NULL;
	}
	if (mysql_stmt_execute(stmt)) {
		if (q->statement->kind == STATEMENT_CHANGE && mysql_stmt_errno(stmt) == ER_DUP_ENTRY)
			q->changed = -1;
		else
			fail(q, stmt);
		return NULL;
	}
	return stmt;
}

long long
query_run(struct query *q)
{
	MYSQL_STMT *stmt;

	if (q->statement->kind != STATEMENT_CHANGE)
		db_defect(q->db, q->statement->name, "is no", "change");
	if (q->db->failure != DB_FINE || !all_bound(q))
		return 0;
	q->changed = 0;
	stmt = execute(q);
	if (stmt) {
		q->changed = (long long)mysql_stmt_affected_rows(stmt);
		q->id = mysql_stmt_insert_id(stmt);
	}
	return q->changed;
}

uint64_t
query_id(const struct query *q)
{
	return q->id;
}

static enum column_kind
kind_of_field(const MYSQL_FIELD *f)
{
	switch (f->type) {
	case MYSQL_TYPE_TINY:
	case MYSQL_TYPE_SHORT:
	case MYSQL_TYPE_INT24:
	case MYSQL_TYPE_LONG:
	case MYSQL_TYPE_LONGLONG:
	case MYSQL_TYPE_YEAR:
		return COLUMN_NUMBER;
	case MYSQL_TYPE_DECIMAL:
	case MYSQL_TYPE_NEWDECIMAL:
		return f->decimals ? COLUMN_TEXT : COLUMN_NUMBER;	/* SUM() of whole numbers */
	case MYSQL_TYPE_FLOAT:
	case MYSQL_TYPE_DOUBLE:
	case MYSQL_TYPE_NULL:
	case MYSQL_TYPE_TIME:
		return COLUMN_TEXT;
	case MYSQL_TYPE_DATE:
	case MYSQL_TYPE_NEWDATE:
		return COLUMN_DAY;
	case MYSQL_TYPE_DATETIME:
	case MYSQL_TYPE_TIMESTAMP:
		return COLUMN_INSTANT;
	default:
		return f->charsetnr == BINARY_CHARSET ? COLUMN_BYTES : COLUMN_TEXT;
	}
}

static const struct opened_column *
opened_as(const struct statement *s, const char *name)
{
	for (const struct opened_column *o = s->opens; o && o->name; o++)
		if (strcmp(o->name, name) == 0)
			return o;
	return NULL;
}

/* Names and kinds; buffers for the values of one row, as text. */
static MYSQL_BIND *
take_columns(struct query *q, MYSQL_STMT *stmt)
{
	MYSQL_RES *about = mysql_stmt_result_metadata(stmt);
	MYSQL_BIND *results;

	if (!about) {
		fail(q, stmt);
		return NULL;
	}
	q->columns_count = mysql_num_fields(about);
	q->columns = arena_array(q->arena, struct column, q->columns_count);
	results = arena_array(q->arena, MYSQL_BIND, q->columns_count);
	for (size_t i = 0; i < q->columns_count; i++) {
		const MYSQL_FIELD *f = mysql_fetch_field_direct(about, (unsigned)i);
		struct column *c = &q->columns[i];
		MYSQL_BIND *b = &results[i];

		c->name = arena_text(q->arena, f->name);
		c->kind = kind_of_field(f);
		c->opens = opened_as(q->statement, c->name);
		b->buffer_type = c->kind == COLUMN_BYTES ? MYSQL_TYPE_BLOB : MYSQL_TYPE_STRING;
		b->buffer_length = c->kind == COLUMN_TEXT && f->length > SHORT_VALUE ? USUAL_VALUE : SHORT_VALUE;
		b->buffer = arena_get(q->arena, b->buffer_length);
		b->length = &b->length_value;
		b->is_null = &b->is_null_value;
		b->error = &b->error_value;
	}
	mysql_free_result(about);
	return results;
}

/* Copies one value of the row just fetched; one too long for its buffer is fetched again. */
static bool
take_value(struct query *q, MYSQL_STMT *stmt, MYSQL_BIND *b, unsigned column, struct value *to)
{
	MYSQL_BIND whole = *b;

	if (b->is_null_value)
		return true;
	to->bytes = b->length_value;
	if (b->length_value <= b->buffer_length) {
		to->start = arena_text_n(q->arena, b->buffer, b->length_value);
		return true;
	}
	whole.buffer_length = b->length_value;
	whole.buffer = arena_room(q->arena, b->length_value + 1);
	((char *)whole.buffer)[b->length_value] = '\0';
	to->start = whole.buffer;
	whole.length = &whole.length_value;
	whole.is_null = &whole.is_null_value;
	whole.error = &whole.error_value;
	return mysql_stmt_fetch_column(stmt, &whole, column, 0) == 0;
}

static const char *
text_in_row(const struct query *q, const struct row *row, const char *column)
{
	for (size_t i = 0; i < q->columns_count; i++)
		if (strcmp(q->columns[i].name, column) == 0)
			return row->values[i].start ? row->values[i].start : "";
	return "";
}

/* Sealed values become what they say. */
static bool
open_row(struct query *q, struct row *row)
{
	for (size_t i = 0; i < q->columns_count; i++) {
		const struct opened_column *o = q->columns[i].opens;
		struct value *v = &row->values[i];
		const char *why;

		if (!o || !v->start)
			continue;
		v->start = o->about ? sealed_answer_open(q->arena, text_in_row(q, row, o->about), v->start, &why) :
		    sealed_open(q->arena, o->kind, v->start, &why);
		if (!v->start) {
			db_fail(q->db, q->statement->name, 0, arena_format(q->arena, "%s %s", o->name, why));
			return false;
		}
		v->bytes = strlen(v->start);
	}
	return true;
}

static bool
take_row(struct query *q, MYSQL_STMT *stmt, MYSQL_BIND *results, struct row **to)
{
	struct row *row = arena_get(q->arena, sizeof(*row) + q->columns_count * sizeof(row->values[0]));

	for (size_t i = 0; i < q->columns_count; i++)
		if (!take_value(q, stmt, &results[i], (unsigned)i, &row->values[i]))
			return false;
	if (q->statement->opens && !open_row(q, row))
		return false;
	*to = row;
	return true;
}

/* All rows; none are kept when the last can not be had. */
static bool
take_rows(struct query *q, MYSQL_STMT *stmt)
{
	bool single = q->statement->kind == STATEMENT_ONE || q->statement->kind == STATEMENT_VALUE;
	MYSQL_BIND *results = take_columns(q, stmt);
	struct row **last = &q->rows;
	int reply;

	if (!results)
		return false;
	if (mysql_stmt_bind_result(stmt, results)) {
		fail(q, stmt);
		return false;
	}
	while ((reply = mysql_stmt_fetch(stmt)) == 0 || reply == MYSQL_DATA_TRUNCATED) {
		if (single && q->rows) {
			mysql_stmt_free_result(stmt);
			db_defect(q->db, q->statement->name, "has a second", "row");
			return false;
		}
		if (!take_row(q, stmt, results, last))
			break;
		last = &(*last)->next;
	}
	if (reply != MYSQL_NO_DATA) {
		fail(q, stmt);
		return false;
	}
	mysql_stmt_free_result(stmt);
	return true;
}

static bool
only_reads(const struct statement *s)
{
	return strncasecmp(s->sql, "SELECT", 6) == 0 || strncasecmp(s->sql, "WITH", 4) == 0;
}

static bool
read_rows(struct query *q)
{
	MYSQL_STMT *stmt = execute(q);

	if (stmt && take_rows(q, stmt))
		return true;
	q->rows = NULL;
	return false;
}

/* Alone, a SELECT that finds its connection dead is asked again on a new one. */
static void
run_once(struct query *q)
{
	q->ran = true;
	if (q->statement->kind == STATEMENT_CHANGE)
		db_defect(q->db, q->statement->name, "is a", "change");
	if (q->db->failure != DB_FINE || !all_bound(q) || read_rows(q))
		return;
	if (q->db->in_transaction || !db_was_stale(q->db) || !only_reads(q->statement))
		return;
	q->db->failure = DB_FINE;
	read_rows(q);
}

bool
query_next(struct query *q)
{
	if (!q->ran)
		run_once(q);
	if (q->db->failure != DB_FINE)
		q->rows = NULL;
	q->row = q->rows;
	if (q->row)
		q->rows = q->row->next;
	return q->row != NULL;
}

size_t
query_columns(const struct query *q)
{
	return q->columns_count;
}

const char *
query_column(const struct query *q, size_t column)
{
	return column < q->columns_count ? q->columns[column].name : "";
}

enum column_kind
query_column_kind(const struct query *q, size_t column)
{
	return column < q->columns_count ? q->columns[column].kind : COLUMN_TEXT;
}

/* The value in the current row; a NULL where there is no row. */
static const struct value *
value_named(const struct query *q, const char *column)
{
	static const struct value nothing;

	if (!q->row)
		return &nothing;
	for (size_t i = 0; i < q->columns_count; i++)
		if (strcmp(q->columns[i].name, column) == 0)
			return &q->row->values[i];
	db_defect(q->db, q->statement->name, "has no column", column);
	return &nothing;
}

bool
query_is_null(const struct query *q, const char *column)
{
	return !value_named(q, column)->start;
}

const char *
query_get(const struct query *q, const char *column)
{
	const char *s = value_named(q, column)->start;

	return s ? s : "";
}

const char *
query_get_at(const struct query *q, size_t column, size_t *bytes)
{
	const struct value *v;

	if (bytes)
		*bytes = 0;
	if (!q->row || column >= q->columns_count)
		return NULL;
	v = &q->row->values[column];
	if (bytes)
		*bytes = v->bytes;
	return v->start;
}

long long
query_get_number(const struct query *q, const char *column)
{
	return strtoll(query_get(q, column), NULL, 10);
}

struct day
query_get_day(const struct query *q, const char *column)
{
	const char *s = query_get(q, column);

	return day_parse(strlen(s) > DAY_TEXT - 1 ? arena_text_n(q->arena, s, DAY_TEXT - 1) : s);
}

instant
query_get_instant(const struct query *q, const char *column)
{
	return instant_parse(query_get(q, column));
}
