/*
 * db_own.h - what db.c (transactions), db_server.c (the connection) and query.c (its statements) share.
 *
 * Nobody else includes this.
 */
#ifndef BASE_DB_OWN_H
#define BASE_DB_OWN_H

#include "base/db.h"

#include <mysql.h>

/* A statement prepared on this connection; the slots are a hash by address. */
struct prepared {
	const struct statement *statement;
	MYSQL_STMT *stmt;
};

enum { DB_SERVERS_MOST = 8 };

struct db {
	const struct config *config;
	char account[64];		/* "public" */
	char user[128];			/* "yimen_public" */
	MYSQL *mysql;			/* NULL: not connected */
	char *sockets;			/* the text server[] points into */
	const char *server[DB_SERVERS_MOST];
	size_t servers;
	size_t at;			/* the server of mysql, or of the last one */
	long long look_at_ms, look_pause_ms;	/* when an earlier one is looked for */
	struct prepared *prepared;
	size_t prepared_room;		/* a power of two */
	size_t prepared_count;
	bool patient;
	bool strict;			/* a defect of ours ends the process */
	bool in_transaction;
	bool read_only;
	bool reply_due;			/* to the COMMIT of a READ ONLY transaction */
	unsigned statements;
	long long sent_at_ms;		/* when the last wait for the server began */
	bool changes;			/* and what it was for */
	enum db_failure failure;
	char reason[512];
};

/* Takes the list apart; one socket at least is there. */
void db_servers_read(struct db *, const char *sockets);
/* Connects to the first server that is ready; else the failure is set. */
void db_server_find(struct db *);
/* Between transactions: moves to an earlier server that is ready again.  Costs nothing where the first is in use. */
void db_look_back(struct db *);
void db_disconnect(struct db *);
long long db_now_ms(void);

/* The connection is there and quiet.  false: the failure is set. */
bool db_connect(struct db *);
void db_sending(struct db *, bool changes);	/* counts one statement */

/* Sets the failure, the first only; a lost connection is closed. */
void db_fail(struct db *, const char *statement, unsigned number, const char *complaint);
/* A defect of ours: DB_BROKEN, or the end of the process where YIMEN_STRICT says so. */
void db_defect(struct db *, const char *statement, const char *complaint, const char *name);

/* The connection was already dead when used, not lost while waiting: asking again is quick. */
bool db_was_stale(const struct db *);

/* NULL when the server refuses it: the failure is set. */
MYSQL_STMT *db_prepared(struct db *, const struct statement *);
/* The connection forgets one statement, so that its next use prepares it anew. */
void db_unprepare(struct db *, const struct statement *);

#endif
