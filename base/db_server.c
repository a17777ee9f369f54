/*
 * db_server.c - the connection to a server, and which server where there are several.
 *
 * One socket in the settings: there is nothing to choose, and no statement more.  Several (the nodes of a cluster, in
 * the same order on every machine): the first that is ready is taken, so that all write at one node.  Who had to take a
 * later one looks again, between transactions, whether an earlier one is back: after two seconds, then less often.
 *
 * Ready is who answers within a second, is part of a cluster that can decide (or of none), and is not read only.
 * While two write at two nodes for such a moment nothing is lost: the cluster lets one of two conflicting transactions
 * fail as a deadlock does.  What locks alone would have held is listed in docs/scale.md.
 */
#include "base/db.h"
#include "base/db_own.h"

#include "base/config.h"
#include "base/log.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <errmsg.h>

enum { LOOK_FIRST_MS = 2000, LOOK_MOST_MS = 16000 };

static const char modes[] = "STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,"
    "NO_ZERO_DATE,NO_ZERO_IN_DATE,NO_ENGINE_SUBSTITUTION";

/* Answers at once, even where the cluster is torn; a server without a cluster is ready too. */
static const char state[] = "SET STATEMENT wsrep_sync_wait = 0 FOR\n"
    "SELECT CASE WHEN @@read_only THEN 'read only'\n"
    "            WHEN @@wsrep_on AND EXISTS (SELECT 1 FROM information_schema.GLOBAL_STATUS\n"
    "                                         WHERE VARIABLE_NAME = 'WSREP_READY' AND VARIABLE_VALUE <> 'ON')\n"
    "            THEN 'not ready'\n"
    "            ELSE 'ready' END";

struct complaint {
	unsigned number;
	char text[300];
};

long long
db_now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1000LL + t.tv_nsec / 1000000;
}

void
db_servers_read(struct db *db, const char *sockets)
{
	size_t bytes = strlen(sockets) + 1;
	char *rest = memcpy(memory_get(bytes), sockets, bytes), *socket;

	db->sockets = rest;
	while ((socket = strsep(&rest, " \t")) != NULL)
		if (*socket && db->servers < DB_SERVERS_MOST)
			db->server[db->servers++] = socket;
}

const char *
db_socket(const struct db *db)
{
	return db->server[db->at];
}

/* The password of an account, from lines `account password`; false: the file can not be read. */
static bool
password_of(const struct db *db, char *password, size_t bytes)
{
	const char *path = db->config->database_password_file;
	size_t n = strlen(db->account);
	char line[512];
	FILE *f;

	*password = '\0';
	if (!*path)
		return true;
	f = fopen(path, "re");
	if (!f)
		return false;
	while (fgets(line, sizeof(line), f)) {
		char *s = text_trim(line);

		if (strncmp(s, db->account, n) == 0 && (s[n] == ' ' || s[n] == '\t'))
			snprintf(password, bytes, "%s", text_trim(s + n));
	}
	explicit_bzero(line, sizeof(line));
	fclose(f);
	return true;
}

/*
 * One statement at the start of every connection; rules of the house that no server setting may loosen.  In a cluster
 * a transaction begins when its node has caught up with all that was committed before, wherever it was: who was
 * answered by one node finds what he did at the next.
 */
static void
set_options(const struct db *db, MYSQL *mysql)
{
	unsigned seconds = (unsigned)db->config->database_timeout_s, connect = db->servers > 1 ? 1 : seconds;
	my_bool no = 0;
	unsigned off = 0, hour = 3600;
	char first[512];

	mysql_options(mysql, MYSQL_SET_CHARSET_NAME, "utf8mb4");
	mysql_options(mysql, MYSQL_OPT_LOCAL_INFILE, &off);
	mysql_options(mysql, MYSQL_OPT_RECONNECT, &no);
	mysql_options(mysql, MYSQL_OPT_CONNECT_TIMEOUT, &connect);
	mysql_options(mysql, MYSQL_OPT_READ_TIMEOUT, db->patient ? &hour : &seconds);
	mysql_options(mysql, MYSQL_OPT_WRITE_TIMEOUT, &seconds);
	snprintf(first, sizeof(first), "SET sql_mode = '%s', time_zone = '+08:00', "
	    "tx_isolation = 'REPEATABLE-READ', innodb_snapshot_isolation = ON, "
	    "innodb_lock_wait_timeout = %u, max_statement_time = %.1f%s",
	    modes, seconds / 2 ? seconds / 2 : 1, db->patient ? 0.0 : 0.8 * seconds,
	    db->servers > 1 ? ", wsrep_sync_wait = 1" : "");
	mysql_options(mysql, MYSQL_INIT_COMMAND, first);
}

static void
complain(struct complaint *why, unsigned number, const char *socket, const char *text)
{
	why->number = number;
	snprintf(why->text, sizeof(why->text), "%s, server %s", text, socket);
}

static bool
is_ready(MYSQL *mysql, const char *socket, struct complaint *why)
{
	MYSQL_RES *rows;
	MYSQL_ROW row;
	bool ready;

	if (mysql_real_query(mysql, state, sizeof(state) - 1) || (rows = mysql_store_result(mysql)) == NULL) {
		complain(why, CR_SERVER_LOST, socket, mysql_error(mysql));
		return false;
	}
	row = mysql_fetch_row(rows);
	ready = row && text_is(row[0], "ready");
	if (!ready)
		complain(why, CR_SERVER_LOST, socket, row ? row[0] : "says nothing");
	mysql_free_result(rows);
	return ready;
}

static MYSQL *
server_open(const struct db *db, size_t at, const char *password, struct complaint *why)
{
	MYSQL *mysql = mysql_init(NULL);

	if (!mysql)
		log_fatal("out-of-memory", "where", "database", NULL);
	set_options(db, mysql);
	if (!mysql_real_connect(mysql, NULL, db->user, password, db->config->database_name, 0, db->server[at],
	    CLIENT_FOUND_ROWS))
		complain(why, mysql_errno(mysql), db->server[at], mysql_error(mysql));
	else if (db->servers == 1 || is_ready(mysql, db->server[at], why))
		return mysql;
	mysql_close(mysql);
	return NULL;
}

/* The first that is ready of the servers before `end`.  NULL: why is the first one's. */
static MYSQL *
first_ready(struct db *db, size_t end, struct complaint *why)
{
	long long until = db_now_ms() + 1000 * db->config->database_timeout_s;
	struct complaint other;
	MYSQL *mysql = NULL;
	char password[256];

	if (!password_of(db, password, sizeof(password))) {
		*why = (struct complaint){ CR_CONNECTION_ERROR, "the password file can not be read" };
		return NULL;
	}
	for (size_t i = 0; i < end && !mysql && (i == 0 || db_now_ms() < until); i++) {
		mysql = server_open(db, i, password, i == 0 ? why : &other);
		if (mysql)
			db->at = i;
	}
	explicit_bzero(password, sizeof(password));
	return mysql;
}

static void
say_where(const struct db *db)
{
	if (db->servers > 1)
		log_warn("database", "account", db->account, "server", db_socket(db), NULL);
}

void
db_look_back(struct db *db)
{
	struct complaint why;
	MYSQL *mysql;
	long long now;

	if (!db->mysql || db->at == 0 || (now = db_now_ms()) < db->look_at_ms)
		return;
	mysql = first_ready(db, db->at, &why);
	db->look_pause_ms = db->look_pause_ms * 2 < LOOK_MOST_MS ? db->look_pause_ms * 2 : LOOK_MOST_MS;
	db->look_at_ms = db_now_ms() + db->look_pause_ms;
	if (!mysql)
		return;
	db_disconnect(db);
	db->mysql = mysql;
	say_where(db);
}

void
db_server_find(struct db *db)
{
	struct complaint why = { 0 };
	size_t was = db->at;

	db->sent_at_ms = db_now_ms();
	db->mysql = first_ready(db, db->servers, &why);
	if (!db->mysql) {
		db_fail(db, "connect", why.number, why.text);
		return;
	}
	db->look_pause_ms = LOOK_FIRST_MS;
	db->look_at_ms = db_now_ms() + LOOK_FIRST_MS;
	if (db->at != was)
		say_where(db);
}
