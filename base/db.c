/*
 * db.c - the connection: opened late, lost and found again, transactions.
 *
 * Few round trips: a statement is prepared at its first use and kept until
 * the connection ends; the reply to the COMMIT of a READ ONLY transaction,
 * which can not matter, is read only when the connection is used again.
 */
#include "base/db.h"
#include "base/db_own.h"

#include "base/config.h"
#include "base/log.h"
#include "base/random.h"
#include "base/text.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include <errmsg.h>
#include <mysqld_error.h>

enum { TRIES = 5, HUNG_PAUSE_MS = 1000 };

/*
 * What the children of a program know together of a database that takes
 * connections and does not answer.  Whoever waited in vain says so; for a
 * second nobody asks, so that those who queued meanwhile are answered at once;
 * then one at a time does, on a new connection, until there is a reply.  Where
 * there are several servers the next one is asked instead (db_server.c).
 */
static struct shared {
	atomic_llong hung_ms;		/* when somebody last waited in vain; 0: it answers */
	atomic_llong asking_ms;		/* since when one asks; 0: nobody */
} *shared;

static enum db_failure
kind_of(unsigned number)
{
	switch (number) {
	case ER_LOCK_DEADLOCK:
	case ER_LOCK_WAIT_TIMEOUT:
	case ER_CHECKREAD:			/* the snapshot is older than the row */
	case ER_NEED_REPREPARE:
	case ER_QUERY_INTERRUPTED:		/* a transaction of another node had to go first */
		return DB_RETRY;
	case ER_UNKNOWN_COM_ERROR:		/* a Galera node outside the primary component */
	case ER_OPTION_PREVENTS_STATEMENT:	/* made read only: another server may not be */
	case ER_SERVER_SHUTDOWN:
	case ER_CONNECTION_KILLED:
	case ER_NEW_ABORTING_CONNECTION:
	case ER_CON_COUNT_ERROR:
	case ER_TOO_MANY_USER_CONNECTIONS:
	case ER_ACCESS_DENIED_ERROR:
	case ER_NET_READ_ERROR:
	case ER_NET_READ_INTERRUPTED:
	case ER_NET_ERROR_ON_WRITE:
	case ER_NET_WRITE_INTERRUPTED:
	case CR_UNKNOWN_ERROR:
	case CR_SOCKET_CREATE_ERROR:
	case CR_CONNECTION_ERROR:
	case CR_CONN_HOST_ERROR:
	case CR_SERVER_GONE_ERROR:
	case CR_SERVER_HANDSHAKE_ERR:
	case CR_SERVER_LOST:
	case CR_SERVER_LOST_EXTENDED:
	case CR_MALFORMED_PACKET:
	case CR_COMMANDS_OUT_OF_SYNC:		/* a defect, and the connection is of no more use */
		return DB_GONE;
	default:
		return DB_BROKEN;
	}
}

/* These complaints quote values, perhaps a person's: the log gets their number alone. */
static bool
quotes_values(unsigned number)
{
	return number == ER_DUP_ENTRY || number == ER_DUP_ENTRY_WITH_KEY_NAME ||
	    number == ER_TRUNCATED_WRONG_VALUE || number == ER_TRUNCATED_WRONG_VALUE_FOR_FIELD ||
	    number == ER_WRONG_VALUE || number == ER_WRONG_VALUE_FOR_TYPE;
}

void
db_disconnect(struct db *db)
{
	for (size_t i = 0; i < db->prepared_room; i++)
		if (db->prepared[i].stmt)
			mysql_stmt_close(db->prepared[i].stmt);
	free(db->prepared);
	db->prepared = NULL;
	db->prepared_room = db->prepared_count = 0;
	if (db->mysql)
		mysql_close(db->mysql);
	db->mysql = NULL;
	db->reply_due = false;
}

void
db_share(void)
{
	shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED)
		log_fatal("out-of-memory", "where", "database", NULL);
}

/* A change may wait for a disk with room, or for a colleague: that alone is no database that hangs. */
static void
hang_note(const struct db *db)
{
	if (shared == NULL || db->changes || db->servers > 1 || db_now_ms() - db->sent_at_ms < 900 * db->config->database_timeout_s)
		return;
	atomic_store(&shared->hung_ms, db_now_ms());
	atomic_store(&shared->asking_ms, 0);
}

static void
hang_over(void)
{
	if (shared == NULL || atomic_load(&shared->hung_ms) == 0)
		return;
	atomic_store(&shared->hung_ms, 0);
	atomic_store(&shared->asking_ms, 0);
}

/* Is it somebody else's turn to find out whether it answers again? */
static bool
hangs(struct db *db)
{
	long long hung, asking, now = db_now_ms();

	if (shared == NULL || db->in_transaction || (hung = atomic_load(&shared->hung_ms)) == 0)
		return false;
	asking = atomic_load(&shared->asking_ms);
	if (now - hung < HUNG_PAUSE_MS || (asking != 0 && now - asking < 1000 * (db->config->database_timeout_s + 1)) ||
	    !atomic_compare_exchange_strong(&shared->asking_ms, &asking, now))
		return true;
	db_disconnect(db);			/* only a greeting proves that it answers */
	return false;
}

void
db_fail(struct db *db, const char *statement, unsigned number, const char *complaint)
{
	enum db_failure kind = kind_of(number);

	if (number == CR_OUT_OF_MEMORY)
		log_fatal("out-of-memory", "where", "database", NULL);
	if (db->failure == DB_FINE) {
		db->failure = kind;
		snprintf(db->reason, sizeof(db->reason), "%s: %u %s", statement, number,
		    quotes_values(number) ? "" : complaint);
	}
	if (kind == DB_GONE) {
		hang_note(db);
		db_disconnect(db);
	}
}

void
db_give_up(struct db *db, const char *doing, const char *why)
{
	db_fail(db, doing, 0, why);
}

void
db_defect(struct db *db, const char *statement, const char *complaint, const char *name)
{
	if (db->strict) {
		log_error("defect", "statement", statement, "why", complaint, "name", name, NULL);
		abort();
	}
	if (db->failure != DB_FINE)
		return;
	db->failure = DB_BROKEN;
	snprintf(db->reason, sizeof(db->reason), "%s: %s %s", statement, complaint, name);
}

void
db_sending(struct db *db, bool changes)
{
	db->statements++;
	db->changes = changes;
	db->sent_at_ms = db_now_ms();
}

/* Half a second was spent on the server: a visitor has not the time for another try. */
static bool
waited(const struct db *db)
{
	return db_now_ms() - db->sent_at_ms > 500;
}

bool
db_was_stale(const struct db *db)
{
	return db->failure == DB_GONE && !waited(db);
}

struct db *
db_open(const struct config *config, const char *account)
{
	struct db *db = memory_get(sizeof(*db));

	db->config = config;
	snprintf(db->account, sizeof(db->account), "%s", account);
	snprintf(db->user, sizeof(db->user), "%s%s", config->database_user_prefix, account);
	db_servers_read(db, config->database_socket);
	db->strict = text_is(getenv("YIMEN_STRICT"), "1");
	return db;
}

void
db_close(struct db *db)
{
	if (!db)
		return;
	db_disconnect(db);
	free(db->sockets);
	free(db);
}

void
db_patient(struct db *db)
{
	db->patient = true;
}

/* Reads the reply that was left behind.  Who can not give it is dropped; who makes us wait for nothing has failed. */
static void
settle(struct db *db)
{
	if (!db->reply_due)
		return;
	db->reply_due = false;
	db->changes = false;
	db->sent_at_ms = db_now_ms();
	if (!mysql_read_query_result(db->mysql))
		return;
	if (waited(db))
		db_fail(db, "commit", mysql_errno(db->mysql), mysql_error(db->mysql));
	db_disconnect(db);
}

bool
db_connect(struct db *db)
{
	if (db->failure != DB_FINE)
		return false;
	if (hangs(db)) {
		db->sent_at_ms = db_now_ms();	/* it did not wait itself */
		db_fail(db, "connect", CR_CONNECTION_ERROR, "the database hangs");
		return false;
	}
	settle(db);
	if (!db->mysql && db->failure == DB_FINE) {
		db->changes = false;
		db_server_find(db);
		if (db->mysql || !waited(db))	/* who refuses does not hang */
			hang_over();
	}
	return db->failure == DB_FINE;
}

/* Sends one statement without parameters and drops its rows.  false: the failure is set. */
static bool
run(struct db *db, const char *label, const char *sql, size_t bytes)
{
	MYSQL_RES *rows;

	db_sending(db, !text_is(label, "begin"));
	if (mysql_real_query(db->mysql, sql, bytes)) {
		db_fail(db, label, mysql_errno(db->mysql), mysql_error(db->mysql));
		return false;
	}
	rows = mysql_store_result(db->mysql);
	if (rows)
		mysql_free_result(rows);
	else if (mysql_errno(db->mysql))
		db_fail(db, label, mysql_errno(db->mysql), mysql_error(db->mysql));
	return db->failure == DB_FINE;
}

void
db_ready(struct db *db)
{
	if (db->in_transaction)
		db_rollback(db);
	db->failure = DB_FINE;
	db->reason[0] = '\0';
	db->statements = 0;
	db_look_back(db);
}

static bool
start(struct db *db)
{
	const char *sql = db->read_only ? "START TRANSACTION READ ONLY" : "START TRANSACTION READ WRITE";

	if (!db_connect(db))
		return false;
	if (!run(db, "begin", sql, strlen(sql)) && db->failure == DB_RETRY) {
		db->failure = DB_GONE;		/* a beginning waits for no lock: its node can not catch up with the others */
		db_disconnect(db);
	}
	return db->failure == DB_FINE;
}

bool
db_begin(struct db *db, bool read_only)
{
	db_ready(db);
	db->read_only = read_only;
	db->in_transaction = start(db);
	if (!db->in_transaction && db_was_stale(db)) {
		db_ready(db);
		db->in_transaction = start(db);
	}
	return db->in_transaction;
}

/* The server forgets the transaction, at worst by losing us. */
static void
undo(struct db *db)
{
	if (db->mysql && mysql_real_query(db->mysql, "ROLLBACK", strlen("ROLLBACK")))
		db_disconnect(db);
}

bool
db_commit(struct db *db)
{
	if (db->failure != DB_FINE) {
		db_rollback(db);
		return false;
	}
	if (!db->in_transaction)
		return true;
	db->in_transaction = false;
	if (db->read_only) {
		db->reply_due = true;
		if (mysql_send_query(db->mysql, "COMMIT", strlen("COMMIT")))
			db_disconnect(db);
		return true;
	}
	if (run(db, "commit", "COMMIT", strlen("COMMIT")))
		return true;
	if (db->failure != DB_RETRY)
		db->failure = DB_UNKNOWN;
	undo(db);
	return false;
}

void
db_rollback(struct db *db)
{
	if (db->in_transaction)
		undo(db);
	db->in_transaction = false;
}

enum db_failure
db_failed(const struct db *db)
{
	return db->failure;
}

const char *
db_reason(const struct db *db)
{
	return db->reason;
}

unsigned
db_statements(const struct db *db)
{
	return db->statements;
}

bool
db_alive(struct db *db)
{
	if (db->in_transaction)
		return db->failure == DB_FINE && db->mysql && mysql_ping(db->mysql) == 0;
	db_ready(db);
	if (!db_connect(db))
		return false;
	db->sent_at_ms = db_now_ms();
	if (mysql_ping(db->mysql) == 0)
		return true;
	if (waited(db)) {			/* no second wait for who hangs */
		db_fail(db, "ping", mysql_errno(db->mysql), mysql_error(db->mysql));
		return false;
	}
	db_disconnect(db);
	return db_connect(db);
}

bool
db_run_text(struct db *db, const char *sql, size_t bytes)
{
	if (!db->in_transaction)
		db->failure = DB_FINE;
	return db_connect(db) && run(db, "text", sql, bytes);
}

const char *
db_prepare_text(struct db *db, const char *sql)
{
	MYSQL_STMT *stmt;
	bool good;

	if (!db->in_transaction)
		db->failure = DB_FINE;
	if (!db_connect(db))
		return db->reason;
	stmt = mysql_stmt_init(db->mysql);
	if (!stmt)
		log_fatal("out-of-memory", "where", "database", NULL);
	good = mysql_stmt_prepare(stmt, sql, strlen(sql)) == 0;
	if (!good)
		snprintf(db->reason, sizeof(db->reason), "%u %s", mysql_stmt_errno(stmt), mysql_stmt_error(stmt));
	mysql_stmt_close(stmt);
	return good ? NULL : db->reason;
}

static struct prepared *
slot_of(struct prepared *slots, size_t room, const struct statement *s)
{
	size_t i = ((uintptr_t)s >> 3) * 2654435761u & (room - 1);

	while (slots[i].statement && slots[i].statement != s)
		i = (i + 1) & (room - 1);
	return &slots[i];
}

/* Half of the slots stay empty. */
static void
grow_prepared(struct db *db)
{
	size_t room = db->prepared_room ? 2 * db->prepared_room : 64;
	struct prepared *slots;

	if (2 * db->prepared_count < db->prepared_room)
		return;
	slots = memory_get(room * sizeof(*slots));
	for (size_t i = 0; i < db->prepared_room; i++)
		if (db->prepared[i].statement)
			*slot_of(slots, room, db->prepared[i].statement) = db->prepared[i];
	free(db->prepared);
	db->prepared = slots;
	db->prepared_room = room;
}

MYSQL_STMT *
db_prepared(struct db *db, const struct statement *s)
{
	struct prepared *slot;
	MYSQL_STMT *stmt;

	grow_prepared(db);
	slot = slot_of(db->prepared, db->prepared_room, s);
	if (slot->stmt)
		return slot->stmt;
	stmt = mysql_stmt_init(db->mysql);
	if (!stmt)
		log_fatal("out-of-memory", "where", "database", NULL);
	if (mysql_stmt_prepare(stmt, s->sql, strlen(s->sql))) {
		unsigned number = mysql_stmt_errno(stmt);
		char complaint[400];

		snprintf(complaint, sizeof(complaint), "%s", mysql_stmt_error(stmt));
		mysql_stmt_close(stmt);
		db_fail(db, s->name, number, complaint);
		return NULL;
	}
	if (!slot->statement)
		db->prepared_count++;
	*slot = (struct prepared){ s, stmt };
	return stmt;
}

void
db_unprepare(struct db *db, const struct statement *s)
{
	struct prepared *slot;

	if (!db->prepared)
		return;		/* the connection is gone, and its statements with it */
	slot = slot_of(db->prepared, db->prepared_room, s);
	if (slot->stmt)
		mysql_stmt_close(slot->stmt);
	slot->stmt = NULL;
}

static void
pause_before(int try)
{
	struct timespec t = { 0, (1 + random_below(8u << try)) * 1000000L };

	nanosleep(&t, NULL);
}

bool
db_transaction(struct db *db, bool read_only, bool (*fn)(struct db *, void *), void *arg)
{
	for (int try = 0; try < TRIES; try++) {
		bool again;

		if (try > 0)
			pause_before(try);
		if (db_begin(db, read_only) && fn(db, arg)) {
			if (db_commit(db))
				return true;
		} else {
			db_rollback(db);
		}
		again = db->failure == DB_RETRY || db_was_stale(db);
		if (!again)
			return false;
	}
	return false;
}
