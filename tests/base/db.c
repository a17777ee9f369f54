/*
 * db.c - the connection against a real server.
 *
 * YIMEN_TEST_SOCKET, or YIMEN_SOCKET of a stage, names it, YIMEN_ADMIN an
 * account that may create a database (root) and enters by unix_socket.
 * Without them everything is skipped.  The database yimen_base_test is made
 * and dropped.
 */
#include "base/bigram.h"
#include "base/config.h"
#include "base/db.h"
#include "base/random.h"
#include "base/text.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

static const struct statement sample_add = { "sample_add", STATEMENT_CHANGE,
	"INSERT INTO samples (name, words, amount, price, filed_on, filed_at, sum)\n"
	"VALUES (?, ?, ?, ?, ?, ?, ?)",
	(const char *const[]){ "name", "words", "amount", "price", "filed_on", "filed_at", "sum", NULL }, 1 };
static const struct statement sample_show = { "sample_show", STATEMENT_ONE,
	"SELECT id, name, words, amount, price, filed_on, filed_at, sum FROM samples WHERE name = ?",
	(const char *const[]){ "name", NULL }, 2 };
static const struct statement sample_count = { "sample_count", STATEMENT_VALUE,
	"SELECT COUNT(*) AS n FROM samples WHERE name LIKE ?", (const char *const[]){ "name", NULL }, 3 };
static const struct statement amount_set = { "amount_set", STATEMENT_CHANGE,
	"UPDATE samples SET amount = ? WHERE name = ?", (const char *const[]){ "amount", "name", NULL }, 4 };
static const struct statement amount_raise = { "amount_raise", STATEMENT_CHANGE,
	"UPDATE samples SET amount = amount + 1 WHERE name = ?", (const char *const[]){ "name", NULL }, 5 };
static const struct statement digits_list = { "digits_list", STATEMENT_MANY,
	"SELECT seq FROM seq_1_to_1000 WHERE seq <= ? AND seq > ? - ? ORDER BY seq",
	(const char *const[]){ "most", "most", "span", NULL }, 6 };
static const struct statement two_rows = { "two_rows", STATEMENT_ONE,
	"SELECT seq FROM seq_1_to_2", (const char *const[]){ NULL }, 7 };
static const struct statement broken = { "broken", STATEMENT_MANY,
	"SELECT nothing FROM samples", (const char *const[]){ NULL }, 8 };
static const struct statement sleeping = { "sleeping", STATEMENT_VALUE,
	"SELECT SLEEP(20) AS slept", (const char *const[]){ NULL }, 9 };
static const struct statement napping = { "napping", STATEMENT_VALUE,
	"SELECT SLEEP(1.2) AS slept", (const char *const[]){ NULL }, 13 };
static const struct statement own_id = { "own_id", STATEMENT_VALUE,
	"SELECT CONNECTION_ID() AS id, @@sql_mode AS modes, @@time_zone AS zone,\n"
	"@@character_set_client AS letters", (const char *const[]){ NULL }, 10 };
static const struct statement words_find = { "words_find", STATEMENT_MANY,
	"SELECT id FROM terms WHERE MATCH (words) AGAINST (? IN BOOLEAN MODE) ORDER BY id",
	(const char *const[]){ "words", NULL }, 11 };
static const struct statement prepared_count = { "prepared_count", STATEMENT_VALUE,
	"SELECT VARIABLE_VALUE AS n FROM information_schema.GLOBAL_STATUS\n"
	"WHERE VARIABLE_NAME = 'PREPARED_STMT_COUNT'", (const char *const[]){ NULL }, 12 };

static struct config config;
static struct db *db, *other;
static struct arena *arena;

static void
run_text(struct db *on, const char *sql)
{
	if (!db_run_text(on, sql, strlen(sql)))
		fail_msg("%s: %s", sql, db_reason(on));
}

static bool
add_named(struct db *on, const char *name, long long amount)
{
	struct query *q = query_new(on, arena, &sample_add);

	query_text(q, "name", name);
	query_text(q, "words", "");
	query_number(q, "amount", amount);
	query_null(q, "price");
	query_day(q, "filed_on", DAY_NONE);
	query_instant(q, "filed_at", INSTANT_NONE);
	query_bytes(q, "sum", "", 0);
	return query_run(q) == 1;
}

static long long
count_named(struct db *on, const char *like)
{
	struct query *q = query_new(on, arena, &sample_count);

	query_text(q, "name", like);
	return query_next(q) ? query_get_number(q, "n") : -1;
}

static long long
raise_named(struct db *on, const char *name)
{
	struct query *q = query_new(on, arena, &amount_raise);

	query_text(q, "name", name);
	return query_run(q);
}

static long long
amount_of(struct db *on, const char *name)
{
	struct query *q = query_new(on, arena, &sample_show);

	query_text(q, "name", name);
	return query_next(q) ? query_get_number(q, "amount") : -1;
}

static long long
connection_of(struct db *on)
{
	struct query *q = query_new(on, arena, &own_id);

	return query_next(q) ? query_get_number(q, "id") : -1;
}

/* The server drops the connection, as it does when it restarts. */
static void
kill_connection(struct db *victim_by, long long id)
{
	run_text(victim_by, arena_format(arena, "KILL %lld", id));
	usleep(100000);
}

static void
a_connection_keeps_the_rules_of_the_house(void **state)
{
	struct query *q;

	(void)state;
	assert_true(db_begin(db, true));
	q = query_new(db, arena, &own_id);
	assert_true(query_next(q));
	assert_non_null(strstr(query_get(q, "modes"), "STRICT_ALL_TABLES"));
	assert_string_equal(query_get(q, "zone"), "+08:00");
	assert_string_equal(query_get(q, "letters"), "utf8mb4");
	assert_false(query_next(q));
	assert_true(db_commit(db));
	assert_int_equal(db_statements(db), 2);
	assert_true(db_alive(db));
}

static void
values_come_back_as_they_went(void **state)
{
	struct text words;
	struct query *q;
	size_t bytes;

	(void)state;
	text_init(&words);
	while (words.bytes < 300000)
		text_add(&words, "行政许可𠮷 'x' ");

	assert_true(db_begin(db, false));
	q = query_new(db, arena, &sample_add);
	query_text(q, "name", "full 名 \"quoted\" \\ ; --");
	query_text(q, "words", words.start);
	query_number(q, "amount", INT64_MIN);
	query_text(q, "price", "12.50");
	query_day(q, "filed_on", day_make(2026, 5, 8));
	query_instant(q, "filed_at", instant_make(day_make(2026, 12, 31), 23, 59, 59, 999999));
	query_bytes(q, "sum", "a\0b\xff", 4);
	assert_int_equal(query_run(q), 1);
	assert_true(query_id(q) > 0);
	assert_true(db_commit(db));

	assert_true(db_begin(db, true));
	q = query_new(db, arena, &sample_show);
	query_text(q, "name", "full 名 \"quoted\" \\ ; --");
	assert_true(query_next(q));
	assert_string_equal(query_get(q, "words"), words.start);
	assert_true(query_get_number(q, "amount") == INT64_MIN);
	assert_string_equal(query_get(q, "price"), "12.50");
	assert_string_equal(query_get(q, "filed_on"), "2026-05-08");
	assert_string_equal(query_get(q, "filed_at"), "2026-12-31 23:59:59.999999");
	assert_true(day_same(query_get_day(q, "filed_on"), day_make(2026, 5, 8)));
	assert_true(query_get_instant(q, "filed_at") ==
	    instant_make(day_make(2026, 12, 31), 23, 59, 59, 999999));
	assert_memory_equal(query_get_at(q, 7, &bytes), "a\0b\xff", 4);
	assert_int_equal(bytes, 4);
	assert_int_equal(query_columns(q), 8);
	assert_string_equal(query_column(q, 1), "name");
	assert_int_equal(query_column_kind(q, 0), COLUMN_NUMBER);
	assert_int_equal(query_column_kind(q, 1), COLUMN_TEXT);
	assert_int_equal(query_column_kind(q, 4), COLUMN_TEXT);
	assert_int_equal(query_column_kind(q, 5), COLUMN_DAY);
	assert_int_equal(query_column_kind(q, 6), COLUMN_INSTANT);
	assert_int_equal(query_column_kind(q, 7), COLUMN_BYTES);
	assert_false(query_next(q));
	assert_string_equal(query_get(q, "words"), "");
	assert_true(db_commit(db));
	text_free(&words);
}

static void
nothing_comes_back_as_null(void **state)
{
	struct query *q;
	size_t bytes = 9;

	(void)state;
	assert_true(db_begin(db, false));
	assert_true(add_named(db, "null", 0));
	q = query_new(db, arena, &sample_show);
	query_text(q, "name", "null");
	assert_true(query_next(q));
	assert_true(query_is_null(q, "price"));
	assert_true(query_is_null(q, "filed_on"));
	assert_false(query_is_null(q, "words"));
	assert_string_equal(query_get(q, "price"), "");
	assert_null(query_get_at(q, 4, &bytes));
	assert_int_equal(bytes, 0);
	assert_false(day_known(query_get_day(q, "filed_on")));
	assert_true(query_get_instant(q, "filed_at") == INSTANT_NONE);
	assert_int_equal(query_get_number(q, "price"), 0);
	q = query_new(db, arena, &sample_show);
	query_text(q, "name", NULL);
	assert_false(query_next(q));
	assert_int_equal(db_failed(db), DB_FINE);
	db_rollback(db);
	assert_true(db_begin(db, true));
	assert_int_equal(count_named(db, "null"), 0);
	assert_true(db_commit(db));
}

static void
another_query_may_run_between_two_rows(void **state)
{
	struct query *outer, *inner;
	long long seen = 0;

	(void)state;
	assert_true(db_begin(db, true));
	outer = query_new(db, arena, &digits_list);
	query_number(outer, "most", 30);
	query_number(outer, "span", 30);
	while (query_next(outer)) {
		inner = query_new(db, arena, &digits_list);
		query_number(inner, "most", query_get_number(outer, "seq"));
		query_number(inner, "span", 1);
		assert_true(query_next(inner));
		assert_string_equal(query_get(inner, "seq"), query_get(outer, "seq"));
		assert_false(query_next(inner));
		seen++;
	}
	assert_int_equal(seen, 30);
	assert_int_equal(db_statements(db), 32);
	assert_true(db_commit(db));
}

static void
rows_matched_are_counted(void **state)
{
	struct query *q;

	(void)state;
	assert_true(db_begin(db, false));
	assert_true(add_named(db, "matched", 5));
	q = query_new(db, arena, &amount_set);
	query_text(q, "name", "matched");
	query_number(q, "amount", 5);
	assert_int_equal(query_run(q), 1);	/* though nothing changes */
	q = query_new(db, arena, &amount_set);
	query_text(q, "name", "absent");
	query_number(q, "amount", 5);
	assert_int_equal(query_run(q), 0);
	db_rollback(db);
}

static void
a_duplicate_is_an_answer(void **state)
{
	struct query *q;

	(void)state;
	assert_true(db_begin(db, false));
	assert_true(add_named(db, "twice", 1));
	q = query_new(db, arena, &sample_add);
	query_text(q, "name", "twice");
	query_text(q, "words", "");
	query_number(q, "amount", 2);
	query_null(q, "price");
	query_null(q, "filed_on");
	query_null(q, "filed_at");
	query_null(q, "sum");
	assert_int_equal(query_run(q), -1);
	assert_int_equal(db_failed(db), DB_FINE);
	assert_true(add_named(db, "twice more", 1));
	assert_true(db_commit(db));
	assert_true(db_begin(db, true));
	assert_int_equal(count_named(db, "twice%"), 2);
	assert_true(db_commit(db));
}

static void
a_failure_sticks_until_the_next_begin(void **state)
{
	struct query *q;

	(void)state;
	assert_true(db_begin(db, false));
	assert_true(add_named(db, "lost", 1));
	q = query_new(db, arena, &broken);
	assert_false(query_next(q));
	assert_int_equal(db_failed(db), DB_BROKEN);
	assert_non_null(strstr(db_reason(db), "broken: 1054"));
	assert_false(add_named(db, "lost too", 1));
	assert_int_equal(count_named(db, "lost"), -1);
	assert_false(db_commit(db));
	assert_int_equal(db_failed(db), DB_BROKEN);
	assert_true(db_begin(db, true));
	assert_int_equal(count_named(db, "lost%"), 0);
	assert_true(db_commit(db));
}

static void
read_only_means_it(void **state)
{
	(void)state;
	assert_true(db_begin(db, true));
	assert_false(add_named(db, "written", 1));
	assert_int_equal(db_failed(db), DB_BROKEN);
	db_rollback(db);
}

static void
strict_mode_refuses_what_does_not_fit(void **state)
{
	static char name[300];

	(void)state;
	memset(name, 'x', sizeof(name) - 1);
	assert_true(db_begin(db, false));
	assert_false(add_named(db, name, 1));
	assert_int_equal(db_failed(db), DB_BROKEN);
	db_rollback(db);
}

static void
a_reader_sees_one_snapshot(void **state)
{
	(void)state;
	assert_true(db_begin(db, true));
	assert_int_equal(count_named(db, "snap"), 0);
	assert_true(db_begin(other, false));
	assert_true(add_named(other, "snap", 1));
	assert_true(db_commit(other));
	assert_int_equal(count_named(db, "snap"), 0);
	assert_true(db_commit(db));
	assert_true(db_begin(db, true));
	assert_int_equal(count_named(db, "snap"), 1);
	assert_true(db_commit(db));
}

static void
a_lock_held_by_another_asks_for_a_retry(void **state)
{
	(void)state;
	assert_true(db_begin(db, false));
	assert_true(add_named(db, "locked", 1));
	assert_true(db_commit(db));
	assert_true(db_begin(other, false));
	assert_int_equal(raise_named(other, "locked"), 1);
	assert_true(db_begin(db, false));
	assert_int_equal(raise_named(db, "locked"), 0);
	assert_int_equal(db_failed(db), DB_RETRY);
	db_rollback(db);
	db_rollback(other);
}

struct race {
	int tries;
	int faster;	/* how often a colleague is faster */
};

static bool
raise_after_reading(struct db *on, void *arg)
{
	struct race *race = arg;

	amount_of(on, "raced");
	if (race->tries++ < race->faster) {
		assert_true(db_begin(other, false));
		assert_int_equal(raise_named(other, "raced"), 1);
		assert_true(db_commit(other));
	}
	return raise_named(on, "raced") == 1;
}

static void
no_update_is_lost(void **state)
{
	struct race once = { 0, 1 }, always = { 0, 100 };

	(void)state;
	assert_true(db_begin(db, false));
	assert_true(add_named(db, "raced", 0));
	assert_true(db_commit(db));
	assert_true(db_transaction(db, false, raise_after_reading, &once));
	assert_int_equal(once.tries, 2);
	assert_true(db_begin(db, true));
	assert_int_equal(amount_of(db, "raced"), 2);
	assert_true(db_commit(db));
	assert_false(db_transaction(db, false, raise_after_reading, &always));
	assert_int_equal(always.tries, 5);
	assert_int_equal(db_failed(db), DB_RETRY);
}

static bool
add_and_refuse(struct db *on, void *arg)
{
	(void)arg;
	add_named(on, "refused", 1);
	return false;
}

static void
a_refusal_is_rolled_back_and_not_retried(void **state)
{
	(void)state;
	assert_false(db_transaction(db, false, add_and_refuse, NULL));
	assert_int_equal(db_failed(db), DB_FINE);
	assert_true(db_begin(db, true));
	assert_int_equal(count_named(db, "refused"), 0);
	assert_true(db_commit(db));
}

static void
a_connection_lost_while_idle_is_found_again(void **state)
{
	long long id;

	(void)state;
	assert_true(db_begin(db, true));
	id = connection_of(db);
	assert_true(db_commit(db));
	kill_connection(other, id);
	assert_true(db_begin(db, false));
	assert_true(add_named(db, "found again", 1));
	id = connection_of(db);
	assert_true(db_commit(db));
	kill_connection(other, id);
	db_ready(db);
	assert_int_equal(count_named(db, "found again"), 1);	/* a SELECT alone */
	assert_int_equal(db_failed(db), DB_FINE);
	kill_connection(other, connection_of(db));
	assert_true(db_alive(db));
}

static void
a_connection_lost_in_a_transaction_fails_it(void **state)
{
	(void)state;
	assert_true(db_begin(db, false));
	assert_true(add_named(db, "gone", 1));
	kill_connection(other, connection_of(db));
	assert_int_equal(count_named(db, "gone"), -1);
	assert_int_equal(db_failed(db), DB_GONE);
	assert_false(db_commit(db));
	assert_true(db_begin(db, false));
	assert_int_equal(count_named(db, "gone"), 0);
	assert_true(db_commit(db));
}

static void
a_connection_lost_while_committing_is_not_known(void **state)
{
	(void)state;
	assert_true(db_begin(db, false));
	assert_true(add_named(db, "unknown", 1));
	kill_connection(other, connection_of(db));
	assert_false(db_commit(db));
	assert_int_equal(db_failed(db), DB_UNKNOWN);
	assert_true(db_begin(db, true));
	assert_int_equal(count_named(db, "unknown"), 0);
	kill_connection(other, connection_of(db));
	assert_true(db_commit(db));		/* it had only read */
	assert_true(db_begin(db, true));
	assert_true(db_commit(db));
}

static void
a_statement_may_not_take_for_ever(void **state)
{
	time_t began = time(NULL);

	(void)state;
	assert_true(db_begin(db, true));
	assert_false(query_next(query_new(db, arena, &sleeping)));
	assert_int_not_equal(db_failed(db), DB_FINE);
	assert_true(time(NULL) - began <= 3);
	db_rollback(db);
}

static void
a_patient_connection_waits(void **state)
{
	struct config hasty = config;
	struct db *patient;
	struct query *q;

	(void)state;
	hasty.database_timeout_s = 1;
	patient = db_open(&hasty, "");
	db_patient(patient);
	q = query_new(patient, arena, &napping);
	assert_true(query_next(q));
	assert_int_equal(query_get_number(q, "slept"), 0);
	db_close(patient);
}

static void
use_unknown_param(void)
{
	query_text(query_new(db, arena, &sample_show), "nmae", "x");
}

static void
use_unbound_param(void)
{
	query_next(query_new(db, arena, &sample_show));
}

static void
use_unbound_change(void)
{
	query_run(query_new(db, arena, &amount_set));
}

static void
use_unknown_column(void)
{
	struct query *q = query_new(db, arena, &own_id);

	query_next(q);
	query_get(q, "nothing");
}

static void
use_second_row(void)
{
	query_next(query_new(db, arena, &two_rows));
}

static void
use_list_as_change(void)
{
	query_run(query_new(db, arena, &two_rows));
}

static const struct { const char *why; void (*use)(void); } defects[] = {
	{ "sample_show: has no parameter nmae", use_unknown_param },
	{ "sample_show: unbound parameter name", use_unbound_param },
	{ "amount_set: unbound parameter amount", use_unbound_change },
	{ "own_id: has no column nothing", use_unknown_column },
	{ "two_rows: has a second row", use_second_row },
	{ "two_rows: is no change", use_list_as_change },
};

static void
a_defect_of_ours_fails_the_transaction(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(defects) / sizeof(defects[0]); i++) {
		assert_true(db_begin(db, false));
		defects[i].use();
		assert_int_equal(db_failed(db), DB_BROKEN);
		assert_string_equal(db_reason(db), defects[i].why);
		assert_false(db_commit(db));
	}
	assert_true(db_begin(db, true));
	assert_int_equal(count_named(db, "twice"), 1);	/* the connection is still in step */
	assert_true(db_commit(db));
}

static void
a_defect_ends_the_process_where_asked(void **state)
{
	pid_t child = fork();
	int status;

	(void)state;
	if (child == 0) {
		signal(SIGABRT, SIG_DFL);
		close(STDERR_FILENO);
		setenv("YIMEN_STRICT", "1", 1);
		db = db_open(&config, "");
		use_unknown_param();
		_exit(0);
	}
	waitpid(child, &status, 0);
	assert_true(WIFSIGNALED(status));
}

static void
the_server_judges_a_statement_unseen(void **state)
{
	(void)state;
	assert_null(db_prepare_text(db, "SELECT name FROM samples WHERE id = ?"));
	assert_non_null(strstr(db_prepare_text(db, "SELECT nothing FROM samples"), "nothing"));
	assert_int_equal(db_failed(db), DB_FINE);
	assert_false(db_run_text(db, "nonsense", 8));
	assert_true(db_run_text(db, "SELECT 1 UNION SELECT 2", 23));
}

static void
statements_do_not_pile_up_at_the_server(void **state)
{
	struct query *q;

	(void)state;
	for (int i = 0; i < 50; i++) {
		db_begin(db, true);
		query_next(query_new(db, arena, &broken));
		db_rollback(db);
		db_prepare_text(db, "SELECT 1");
	}
	assert_true(db_begin(db, true));
	q = query_new(db, arena, &prepared_count);
	assert_true(query_next(q));
	assert_true(query_get_number(q, "n") < 40);
	assert_true(db_commit(db));
}

static void
a_server_that_is_not_there_is_gone(void **state)
{
	struct config absent = config;
	struct db *none;

	(void)state;
	absent.database_socket = arena_text(arena, "/nonexistent.sock");
	none = db_open(&absent, "public");
	assert_false(db_begin(none, true));
	assert_int_equal(db_failed(none), DB_GONE);
	assert_false(db_alive(none));
	assert_false(add_named(none, "x", 1));
	assert_int_equal(count_named(none, "x"), -1);
	assert_false(db_commit(none));
	db_close(none);

	absent = config;
	absent.database_password_file = arena_text(arena, "/nonexistent");
	none = db_open(&absent, "public");
	assert_false(db_begin(none, true));
	assert_string_equal(db_reason(none), "connect: 2002 the password file can not be read");
	db_close(none);
}

/* ---- several servers: paths that lead to the one there is, to none, or to one that says nothing ---- */

static char *
path_in(const char *folder, const char *name)
{
	return arena_format(arena, "%s/%s", folder, name);
}

static struct db *
db_of(struct config *own, const char *sockets)
{
	*own = config;
	own->database_socket = arena_text(arena, sockets);
	return db_open(own, "");
}

/* Somebody listens and never answers. */
static int
listen_mute(const char *path)
{
	struct sockaddr_un at = { .sun_family = AF_UNIX };
	int fd = socket(AF_UNIX, SOCK_STREAM, 0);

	snprintf(at.sun_path, sizeof(at.sun_path), "%s", path);
	assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
	assert_int_equal(listen(fd, 8), 0);
	return fd;
}

static double
seconds_since(const struct timespec *began)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - began->tv_sec) + (double)(now.tv_nsec - began->tv_nsec) / 1e9;
}

static void
the_first_server_that_is_ready_is_used(void **state)
{
	char folder[] = "/tmp/yimen-servers-XXXXXX";
	struct config own;
	struct db *many;
	char *first, *second, *mute;
	struct timespec began;
	int fd;

	(void)state;
	assert_non_null(mkdtemp(folder));
	first = path_in(folder, "first");
	second = path_in(folder, "second");
	mute = path_in(folder, "mute");
	assert_int_equal(symlink(config.database_socket, second), 0);

	/* Nobody is at the first. */
	many = db_of(&own, arena_format(arena, "%s  %s", first, second));
	assert_true(db_begin(many, false));
	assert_string_equal(db_socket(many), second);
	assert_int_equal(count_named(many, "twice"), 1);
	assert_true(db_commit(many));

	/* It comes back: not in the middle of a transaction, nor at once, but soon. */
	assert_int_equal(symlink(config.database_socket, first), 0);
	assert_true(db_begin(many, true));
	assert_string_equal(db_socket(many), second);
	usleep(2100000);
	assert_int_equal(count_named(many, "twice"), 1);
	assert_string_equal(db_socket(many), second);
	assert_true(db_commit(many));
	assert_true(db_begin(many, true));
	assert_string_equal(db_socket(many), first);
	assert_int_equal(count_named(many, "twice"), 1);
	assert_true(db_commit(many));

	/* It ends under us: the same call finds the second. */
	unlink(first);
	kill_connection(other, connection_of(many));
	assert_true(db_begin(many, true));
	assert_string_equal(db_socket(many), second);
	assert_true(db_commit(many));
	db_close(many);

	/* The first hangs: a second of waiting, not the minute that is usual; a busy machine may add some. */
	fd = listen_mute(mute);
	clock_gettime(CLOCK_MONOTONIC, &began);
	many = db_of(&own, arena_format(arena, "%s %s", mute, second));
	assert_true(db_begin(many, true));
	assert_string_equal(db_socket(many), second);
	assert_true(seconds_since(&began) > 0.9 && seconds_since(&began) < 10.0);
	db_close(many);
	close(fd);

	unlink(mute);
	unlink(second);
	rmdir(folder);
}

static void
a_server_that_only_reads_is_not_ready(void **state)
{
	struct config own;
	struct db *many = db_of(&own, arena_format(arena, "%s /nonexistent.sock", config.database_socket));

	(void)state;
	run_text(other, "SET GLOBAL read_only = ON");
	assert_false(db_begin(many, false));
	assert_int_equal(db_failed(many), DB_GONE);
	assert_non_null(strstr(db_reason(many), "read only"));
	run_text(other, "SET GLOBAL read_only = OFF");
	assert_true(db_begin(many, false));
	db_close(many);

	/* Alone it is used as it is: reading goes on. */
	many = db_of(&own, config.database_socket);
	run_text(other, "SET GLOBAL read_only = ON");
	assert_true(db_begin(many, true));
	assert_int_equal(count_named(many, "twice"), 1);
	assert_true(db_commit(many));
	run_text(other, "SET GLOBAL read_only = OFF");
	db_close(many);
}

static void
passwords_are_found_by_account(void **state)
{
	static const char lines[] = "publicx wrong\npublic right 8\noffice other\n";
	char path[] = "/tmp/yimen-passwords-XXXXXX";
	struct config named = config;
	int fd = mkstemp(path);
	struct db *own;

	(void)state;
	assert_int_equal(write(fd, lines, strlen(lines)), (ssize_t)strlen(lines));
	close(fd);
	run_text(other, "CREATE OR REPLACE USER yimen_base_test_public@localhost IDENTIFIED BY 'right 8'");
	run_text(other, "GRANT SELECT ON yimen_base_test.* TO yimen_base_test_public@localhost");
	named.database_user_prefix = arena_text(arena, "yimen_base_test_");
	named.database_password_file = path;
	own = db_open(&named, "public");
	assert_true(db_begin(own, true));
	assert_int_equal(count_named(own, "twice"), 1);
	assert_true(db_commit(own));
	db_close(own);
	own = db_open(&named, "office");
	assert_false(db_begin(own, true));
	db_close(own);
	unlink(path);
	run_text(other, "DROP USER yimen_base_test_public@localhost");
}

static const struct { const char *why, *typed; const char *found; } searches[] = {
	{ "a word within another", "经营许可", "1 " },
	{ "its characters in another order", "许可经营", "2 " },
	{ "two words, both needed", "食品 许可", "1 2 " },
	{ "a single character within", "品", "1 2 " },
	{ "the last character of a run", "店", "2 " },
	{ "the beginning of a latin word", "lic", "3 " },
	{ "a stop word of the server", "the", "3 " },
	{ "a letter alone", "a", "3 " },
	{ "punctuation does no harm", "食品\"+(-~*@<许可", "1 2 " },
	{ "what is in none", "税务", "" },
};

static void
bigrams_find_chinese_words(void **state)
{
	static const char *const titles[] = { "食品经营许可", "许可经营食品商店", "The A-class licence" };
	struct text t, found;

	(void)state;
	text_init(&t);
	text_init(&found);
	for (size_t i = 0; i < 3; i++) {
		text_clear(&t);
		bigram_add(&t, titles[i]);
		run_text(db, arena_format(arena, "INSERT INTO terms VALUES (%zu, '%s')", i + 1, t.start));
	}
	for (size_t i = 0; i < sizeof(searches) / sizeof(searches[0]); i++) {
		struct query *q = query_new(db, arena, &words_find);

		text_clear(&t);
		text_clear(&found);
		bigram_query(&t, searches[i].typed);
		db_ready(db);
		query_text(q, "words", t.start);
		while (query_next(q))
			text_format(&found, "%s ", query_get(q, "id"));
		if (!text_is(found.start, searches[i].found))
			fail_msg("%s: %s found %s %s", searches[i].why, t.start, found.start, db_reason(db));
	}
	text_free(&t);
	text_free(&found);
}

static int
make_database(void **state)
{
	struct db *admin;

	(void)state;
	config.database_name = arena_text(arena, "mysql");
	admin = db_open(&config, "");
	run_text(admin, "CREATE OR REPLACE DATABASE yimen_base_test CHARACTER SET utf8mb4");
	db_close(admin);
	config.database_name = arena_text(arena, "yimen_base_test");
	db = db_open(&config, "");
	other = db_open(&config, "");
	run_text(db, "CREATE TABLE samples (id BIGINT UNSIGNED NOT NULL AUTO_INCREMENT PRIMARY KEY,"
	    " name VARCHAR(100) NOT NULL UNIQUE, words MEDIUMTEXT NOT NULL, amount BIGINT NOT NULL,"
	    " price DECIMAL(12, 2), filed_on DATE, filed_at DATETIME(6), sum VARBINARY(32))");
	run_text(db, "CREATE TABLE terms (id INT NOT NULL PRIMARY KEY,"
	    " words MEDIUMTEXT CHARACTER SET ascii NOT NULL, FULLTEXT KEY (words))");
	return 0;
}

static int
drop_database(void **state)
{
	(void)state;
	run_text(db, "DROP DATABASE yimen_base_test");
	db_close(db);
	db_close(other);
	arena_free(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_connection_keeps_the_rules_of_the_house),
		cmocka_unit_test(values_come_back_as_they_went),
		cmocka_unit_test(nothing_comes_back_as_null),
		cmocka_unit_test(another_query_may_run_between_two_rows),
		cmocka_unit_test(rows_matched_are_counted),
		cmocka_unit_test(a_duplicate_is_an_answer),
		cmocka_unit_test(a_failure_sticks_until_the_next_begin),
		cmocka_unit_test(read_only_means_it),
		cmocka_unit_test(strict_mode_refuses_what_does_not_fit),
		cmocka_unit_test(a_reader_sees_one_snapshot),
		cmocka_unit_test(a_lock_held_by_another_asks_for_a_retry),
		cmocka_unit_test(no_update_is_lost),
		cmocka_unit_test(a_refusal_is_rolled_back_and_not_retried),
		cmocka_unit_test(a_connection_lost_while_idle_is_found_again),
		cmocka_unit_test(a_connection_lost_in_a_transaction_fails_it),
		cmocka_unit_test(a_connection_lost_while_committing_is_not_known),
		cmocka_unit_test(a_statement_may_not_take_for_ever),
		cmocka_unit_test(a_patient_connection_waits),
		cmocka_unit_test(a_defect_of_ours_fails_the_transaction),
		cmocka_unit_test(a_defect_ends_the_process_where_asked),
		cmocka_unit_test(the_server_judges_a_statement_unseen),
		cmocka_unit_test(statements_do_not_pile_up_at_the_server),
		cmocka_unit_test(a_server_that_is_not_there_is_gone),
		cmocka_unit_test(the_first_server_that_is_ready_is_used),
		cmocka_unit_test(a_server_that_only_reads_is_not_ready),
		cmocka_unit_test(passwords_are_found_by_account),
		cmocka_unit_test(bigrams_find_chinese_words),
	};

	unsetenv("YIMEN_STRICT");
	random_open();
	config.database_socket = getenv("YIMEN_TEST_SOCKET");
	if (!config.database_socket)
		config.database_socket = getenv("YIMEN_SOCKET");
	if (!config.database_socket) {
		puts("1..0 # SKIP no server: YIMEN_TEST_SOCKET is not set");
		return 0;
	}
	arena = arena_new();
	config.database_user_prefix = arena_text(arena, getenv("YIMEN_ADMIN") ? getenv("YIMEN_ADMIN") : "root");
	config.database_password_file = arena_text(arena, "");
	config.database_timeout_s = 2;
	return cmocka_run_group_tests_name("db", tests, make_database, drop_database);
}
