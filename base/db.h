/*
 * db.h - one connection to MariaDB and the named statements of one program.
 *
 * Statements live in sql/queries/NAME.sql and are compiled by
 * tools/queries.awk into a table: kind, text, parameter names.  Q_CASE_ACCEPT
 * (generated) names one.  Values are bound by parameter name; an unknown name
 * or a parameter left unbound ends the process in tests and fails the
 * transaction otherwise.
 *
 * A parameter written seal_phone(:phone) is sealed before it is sent, one written
 * blind_number(:number) is sent as its blind index, a column written
 * open_phone(c.phone) is opened when it has come (sealed.h): callers bind and
 * read plain texts.  What does not open is a failure.
 *
 * Failure is sticky: after the first failure every call is harmless and
 * returns nothing, until db_begin.  A caller need not look; the loop asks
 * db_failed once, rolls back and answers 503.  Two failures are answers, not
 * faults, and do not stick: a duplicate key (query_run returns -1).
 *
 * Memory: values returned live in the arena given to query().
 */
#ifndef BASE_DB_H
#define BASE_DB_H

#include "base/arena.h"
#include "base/sealed.h"
#include "rules/day.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum statement_kind { STATEMENT_ONE, STATEMENT_MANY, STATEMENT_VALUE, STATEMENT_CHANGE };

/* What becomes of a text bound to one ?: as it is, sealed as a kind (sealed.h), or its blind index. */
struct param_way {
	enum { PARAM_PLAIN, PARAM_SEAL, PARAM_BLIND } way;
	enum sealed_kind kind;
};

/* A column of the answer that is opened before anybody sees it. */
struct opened_column {
	const char *name;
	enum sealed_kind kind;
	const char *about;		/* of an answer: the column that names its field */
};

struct statement {
	const char *name;
	enum statement_kind kind;
	const char *sql;		/* with ? for each parameter */
	const char *const *params;	/* in order of the ?, ended by NULL; a name may come twice */
	unsigned id;			/* unique among all files: the cache of prepared statements */
	const struct param_way *ways;	/* beside params; NULL: all as they are */
	const struct opened_column *opens;	/* ended by a NULL name; NULL: none */
};

/* A file of statements: for the test that prepares all of them. */
struct statement_table {
	const char *account;		/* "public": DBPREFIXpublic */
	const struct statement *statements;
	size_t count;
};

struct config;
struct db;

enum db_failure {
	DB_FINE,
	DB_RETRY,	/* deadlock, lock wait, snapshot conflict: roll back, do it all again */
	DB_GONE,	/* connection lost or refused */
	DB_UNKNOWN,	/* lost while committing: it may have happened; the nonce tells */
	DB_BROKEN	/* a statement the server refuses: a defect of ours */
};

/* Called before forking: children tell each other of a database that hangs, so that only one at a time waits for it. */
void db_share(void);
/* Connects lazily; never returns NULL.  account such as "public". */
struct db *db_open(const struct config *, const char *account);
void db_close(struct db *);

/* READ ONLY transactions see one snapshot.  false: the machine fails. */
bool db_begin(struct db *, bool read_only);
bool db_commit(struct db *);
void db_rollback(struct db *);
/* Instead of db_begin, for a page of one SELECT: no transaction, no round trip; forgets the last failure. */
void db_ready(struct db *);
enum db_failure db_failed(const struct db *);
const char *db_reason(const struct db *);	/* for the log, never for a page */
/* The machine fails for another reason: what is to be written can not be made. */
void db_give_up(struct db *, const char *doing, const char *why);
/* Statements sent since the last db_begin, for the log. */
unsigned db_statements(const struct db *);
/* Without a transaction: for single statements outside pages (ctl, health). */
bool db_alive(struct db *);
/* The socket of the server in use, or of the last one: for programs that are started to speak to it too. */
const char *db_socket(const struct db *);
/* Call before the first use where a statement may take its time: migrations, backups, imports. */
void db_patient(struct db *);
/* Runs one statement that is not named: migrations, grants and tests only. */
bool db_run_text(struct db *, const char *sql, size_t bytes);
const char *db_prepare_text(struct db *, const char *sql);	/* NULL, or the server's complaint */

/* A statement about to be run. */
struct query;
struct query *query_new(struct db *, struct arena *, const struct statement *);
void query_text(struct query *, const char *param, const char *value);	/* NULL is SQL NULL */
void query_bytes(struct query *, const char *param, const void *value, size_t n);
void query_number(struct query *, const char *param, long long);
void query_day(struct query *, const char *param, struct day);		/* DAY_NONE is NULL */
void query_instant(struct query *, const char *param, instant);		/* INSTANT_NONE is NULL */
void query_null(struct query *, const char *param);

/* CHANGE: rows matched, -1 when a unique key already has it, 0 after a failure. */
long long query_run(struct query *);
/* The AUTO_INCREMENT id of the last query_run. */
uint64_t query_id(const struct query *);

/* ONE, MANY, VALUE: runs at the first call; false when there are no more rows.
 * All rows are in the arena by then, so other queries may run in between.
 * A second row of ONE or VALUE is a failure. */
bool query_next(struct query *);
size_t query_columns(const struct query *);
const char *query_column(const struct query *, size_t column);		/* its name */
/* Values of the current row.  Texts end in NUL, "" for NULL; dates and instants print as ISO. */
bool query_is_null(const struct query *, const char *column);
const char *query_get(const struct query *, const char *column);
const char *query_get_at(const struct query *, size_t column, size_t *bytes);	/* NULL for NULL */
long long query_get_number(const struct query *, const char *column);	/* 0 for NULL */
struct day query_get_day(const struct query *, const char *column);
instant query_get_instant(const struct query *, const char *column);
enum column_kind { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_DAY, COLUMN_INSTANT, COLUMN_BYTES };
enum column_kind query_column_kind(const struct query *, size_t column);

/* Runs fn as one transaction and again, up to five times, while it fails with DB_RETRY or, before anything was
 * committed, DB_GONE.  fn returns false to roll back.  True when committed. */
bool db_transaction(struct db *, bool read_only, bool (*fn)(struct db *, void *), void *arg);

#endif
