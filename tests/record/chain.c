/*
 * The chain finds what the MACs of a case cannot, and what it cannot see itself a head kept elsewhere does.
 *
 * Needs a private MariaDB: YIMEN_SOCKET (or YIMEN_TEST_SOCKET) and YIMEN_ADMIN; skipped without one.
 */
#include "base/config.h"
#include "base/text.h"
#include "record/chain.h"
#include "record/verify.h"
#include "tests/record/tables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#define DATABASE	"yimen_test_chain"
#define A_DAY		(24 * HOUR)

static struct config config;
static struct db *db;
static struct arena *arena;
static const uint8_t key[KEY_BYTES] = "a key of the record, for tests";
static const instant monday = INT64_C(1778202000) * SECOND;	/* 2026-05-08 09:00 */
static instant now;

static const struct actor clerk = { 21, "staff", "沈若溪", "11990100009901315A", ROLE_CLERK };

static void
run(const char *sql)
{
	if (!db_run_text(db, sql, strlen(sql)))
		fail_msg("%s: %s", sql, db_reason(db));
}

static long long
count(const char *sql)
{
	static const char *const none[] = { NULL };
	static unsigned id = 4000000000u;
	struct statement *s = arena_get(arena, sizeof *s);
	struct query *q;

	*s = (struct statement){ "count", STATEMENT_VALUE, sql, none, id++ };
	q = query_new(db, arena, s);
	assert_true(query_next(q));
	return query_get_number(q, "n");
}

/* ---- two cases over three days ---- */

static struct db *
connect_db(void)
{
	return db_open(&config, getenv("YIMEN_ADMIN") ? getenv("YIMEN_ADMIN") : "root");
}

static int
begin(void **state)
{
	(void)state;
	db = connect_db();
	run("DROP DATABASE IF EXISTS " DATABASE);
	run("CREATE DATABASE " DATABASE " CHARACTER SET utf8mb4");
	db_close(db);
	config.database_name = (char *)(uintptr_t)DATABASE;
	db = connect_db();
	arena = arena_new();
	tables_make(run);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	run("DROP DATABASE " DATABASE);
	db_close(db);
	arena_free(arena);
	return 0;
}

/* Adds a row to a case's record, in the caller's transaction. */
static void
event_in(struct db *to, int id, enum state before, enum event event, enum state after, const char *detail)
{
	const char *held = arena_format(arena, "UPDATE cases SET events = events + 1, state = '%s' WHERE id = %d",
	    state_name(after), id);

	assert_true(db_run_text(to, held, strlen(held)));
	record_add(to, arena, key, &(struct record_entry){ .case_id = (uint64_t)id, .at = now, .event = event_name(event),
	    .state_before = state_name(before), .state_after = state_name(after), .by = clerk, .reason = "因故",
	    .detail = detail });
	assert_int_equal(db_failed(to), DB_FINE);
}

static void
event(int id, enum state before, enum event what, enum state after)
{
	assert_true(db_begin(db, false));
	event_in(db, id, before, what, after, "");
	assert_true(db_commit(db));
}

static void
seal(int expected)
{
	assert_int_equal(record_seal(db, arena, now), expected);
}

/* Events 1 to 3 on the first day, 4 to 6 on the second, 7 on the third, which is today. */
static void
fill_in(void)
{
	run("DELETE FROM cases");
	run("TRUNCATE case_events");
	run("DELETE FROM record_chain");
	run("DELETE FROM record_queue");
	run("DELETE FROM record_heads");
	for (int id = 1; id <= 2; id++)
		run(arena_format(arena, "INSERT INTO cases (id, number, item_code, item_version_id, title, organ_code,"
		    " area_code, applicant_id, applicant_kind, created_at, saved_at) VALUES (%d, 'N%d', 'c', 1, 't', 'o',"
		    " '990100', 7, 'person', NOW(6), NOW(6))", id, id));
	now = monday;
	event(1, STATE_DRAFT, EVENT_SUBMIT, STATE_SUBMITTED);
	event(1, STATE_SUBMITTED, EVENT_CLAIM, STATE_SUBMITTED);
	event(2, STATE_DRAFT, EVENT_SUBMIT, STATE_SUBMITTED);
	seal(3);
	now += A_DAY;
	event(1, STATE_SUBMITTED, EVENT_ACCEPT, STATE_ACCEPTED);
	event(2, STATE_SUBMITTED, EVENT_CLAIM, STATE_SUBMITTED);
	event(1, STATE_ACCEPTED, EVENT_START_REVIEW, STATE_REVIEWING);
	seal(3);
	now += A_DAY;
	assert_int_equal(record_publish_heads(db, arena, day_of_instant(now), now), 2);
	event(2, STATE_SUBMITTED, EVENT_ACCEPT, STATE_ACCEPTED);
	seal(1);
}

static int
fill(void **state)
{
	(void)state;
	fill_in();
	return 0;
}

static int
forget(void **state)
{
	(void)state;
	run("DELETE FROM case_events");
	arena_reset(arena);
	return 0;
}

/* ---- what is found ---- */

static void
note_row(void *arg, const struct record_finding *f)
{
	text_format(arg, "%s %llu %u%s;", record_fault_name(f->fault), (unsigned long long)f->case_id, f->position,
	    *f->column ? f->column : "");
}

static void
note_link(void *arg, const struct chain_finding *f)
{
	text_format(arg, "%s %llu %llu;", chain_fault_name(f->fault), (unsigned long long)f->position,
	    (unsigned long long)f->event_id);
}

static void
assert_found(const char *expected, const struct chain_heads *kept)
{
	struct record_tally tally;
	struct chain chain;
	struct text found;

	text_init(&found);
	text_add(&found, "");
	assert_true(record_verify(db, key, 0, note_row, &found, &tally));
	text_add(&found, "|");
	assert_true(chain_walk(db, now, kept, note_link, &found, &chain));
	assert_string_equal(found.start, expected);
	text_free(&found);
}

static void
whole_record_is_proved(void **state)
{
	struct record_head head;
	struct chain chain;
	char text[RECORD_HEAD_TEXT];

	(void)state;
	assert_found("|", NULL);
	assert_true(chain_walk(db, now, NULL, NULL, NULL, &chain));
	assert_int_equal(chain.links, 7);
	assert_int_equal(chain.events, 7);
	assert_true(record_head_now(db, arena, &head));
	assert_int_equal(head.position, 7);
	assert_memory_equal(head.head, chain.head, HASH_BYTES);
	assert_int_equal(strlen(record_head_print(&head, text)), strlen("7:") + 64);
}

static void
nothing_is_a_record_too(void **state)
{
	struct record_head head;

	(void)state;
	run("DELETE FROM cases");
	run("DELETE FROM case_events");
	run("DELETE FROM record_chain");
	run("DELETE FROM record_heads");
	assert_false(record_head_now(db, arena, &head));
	assert_int_equal(head.position, 0);
	seal(0);
	assert_int_equal(record_publish_heads(db, arena, day_of_instant(now), now), 0);
	assert_found("|", NULL);
}

static void
sealing_twice_is_sealing_once(void **state)
{
	(void)state;
	seal(0);
	assert_int_equal(record_publish_heads(db, arena, day_of_instant(now), now), 0);
	assert_int_equal(count("SELECT COUNT(*) AS n FROM record_chain"), 7);
	assert_int_equal(count("SELECT COUNT(*) AS n FROM record_heads"), 2);
}

static void
today_has_no_head_until_it_is_over(void **state)
{
	(void)state;
	now += A_DAY;
	assert_int_equal(record_publish_heads(db, arena, day_of_instant(now), now), 1);
	assert_int_equal(count("SELECT position AS n FROM record_heads ORDER BY day_on DESC LIMIT 1"), 7);
	now += 30 * A_DAY;	/* nothing was sealed since, and nothing is published */
	assert_int_equal(record_publish_heads(db, arena, day_of_instant(now), now), 0);
	assert_found("|", NULL);
}

static void
clock_put_back_does_not_turn_the_chain(void **state)
{
	(void)state;
	now -= 5 * A_DAY;
	event(2, STATE_ACCEPTED, EVENT_CLAIM, STATE_ACCEPTED);
	seal(1);
	assert_int_equal(count("SELECT COUNT(*) AS n FROM record_chain a JOIN record_chain b ON b.position = a.position + 1"
	    " WHERE b.at < a.at"), 0);
	now += 6 * A_DAY;
	assert_int_equal(record_publish_heads(db, arena, day_of_instant(now), now), 1);
	assert_found("|", NULL);
}

/* ---- tampering by someone who may write the database ---- */

struct tampering {
	const char *name;
	const char *sql[6];
	const char *found;
};

#define SHOWN_PUT_BACK	"UPDATE cases c SET last_event = (SELECT MAX(id) FROM case_events WHERE case_id = c.id),"	\
	" course = COALESCE((SELECT GROUP_CONCAT(CONCAT_WS(' ', at, event, actor_kind), '\n' ORDER BY position SEPARATOR '')" \
	" FROM case_events WHERE case_id = c.id), '')"

#define ROLLED_BACK								\
	"DELETE FROM case_events WHERE id > 3", "DELETE FROM record_chain WHERE position > 3",	\
	"UPDATE cases SET events = 3 - id, state = 'submitted'", SHOWN_PUT_BACK

static const struct tampering tamperings[] = {
	{ "a reason is edited: its MAC tells",
	    { "UPDATE case_events SET reason = '别的' WHERE id = 4" }, "altered 1 3;|" },
	{ "a MAC is edited: the chain tells as well",
	    { "UPDATE case_events SET mac = REPEAT('x', 32) WHERE id = 6" }, "altered 1 4;|leaf 6 6;" },
	{ "a row in the middle is deleted",
	    { "DELETE FROM case_events WHERE id = 2" }, "missing 1 3;shown 1 0;|gone 2 2;" },
	{ "the end of a case is cut off, its count and state put back",
	    { "DELETE FROM case_events WHERE id = 7", "UPDATE cases SET events = 2, state = 'submitted' WHERE id = 2" },
	    "shown 2 0;|gone 7 7;" },
	{ "a whole case is deleted with its record",
	    { "DELETE FROM case_events WHERE case_id = 2", "DELETE FROM cases WHERE id = 2" },
	    "|gone 3 3;gone 5 5;gone 7 7;" },
	{ "two rows of different cases change their ids",
	    { "UPDATE case_events SET id = 99 WHERE id = 4", "UPDATE case_events SET id = 4 WHERE id = 5",
	      "UPDATE case_events SET id = 5 WHERE id = 99" }, "|leaf 4 4;leaf 5 5;" },
	{ "a row is slipped in past the programs",
	    { "INSERT INTO case_events (case_id, position, at, event, state_before, state_after, account_id, actor_kind,"
	      " actor_name, reason, detail, mac) SELECT 2, 4, at, 'start_review', 'accepted', 'reviewing', account_id,"
	      " actor_kind, actor_name, reason, detail, mac FROM case_events WHERE id = 6",
	      "UPDATE cases SET events = 4, state = 'reviewing' WHERE id = 2" }, "altered 2 4;shown 2 0;|unsealed 0 8;" },
	{ "the last link is cut off",
	    { "DELETE FROM record_chain WHERE position = 7" }, "|unsealed 0 7;" },
	{ "a link in the middle is deleted",
	    { "DELETE FROM record_chain WHERE position = 4" }, "|gap 5 0;unsealed 0 4;" },
	{ "the first link is deleted",
	    { "DELETE FROM record_chain WHERE position = 1" }, "|gap 2 0;unsealed 0 1;" },
	{ "a leaf is edited",
	    { "UPDATE record_chain SET leaf = REPEAT('x', 32) WHERE position = 5" }, "|link 5 0;leaf 5 5;" },
	{ "a head is edited: its link and the next no longer hold",
	    { "UPDATE record_chain SET head = REPEAT('x', 32) WHERE position = 5" }, "|link 5 0;link 6 0;" },
	{ "two links change places",
	    { "UPDATE record_chain SET position = 99 WHERE position = 4",
	      "UPDATE record_chain SET position = 4 WHERE position = 5",
	      "UPDATE record_chain SET position = 5 WHERE position = 99" },
	    "|link 4 0;link 5 0;link 6 0;" },
	{ "a link is put in for an event that never was",
	    { "INSERT INTO record_chain SELECT 8, 999, leaf, head, at FROM record_chain WHERE position = 7" },
	    "|link 8 0;gone 8 999;" },
	{ "an event is sealed twice",
	    { "ALTER TABLE record_chain DROP KEY event_id",
	      "INSERT INTO record_chain SELECT 8, event_id, leaf,"
	      " UNHEX(SHA2(CONCAT('head ', LOWER(HEX(head)), ' 8 ', LOWER(HEX(leaf)), '\n'), 256)), at"
	      " FROM record_chain WHERE position = 7",
	      "DELETE FROM case_events WHERE id = 999" },
	    "|twice 0 0;" },
	{ "a published head is edited",
	    { "UPDATE record_heads SET head = REPEAT('x', 32) WHERE position = 6" }, "|published 6 0;" },
	{ "a published head is taken away",
	    { "DELETE FROM record_heads WHERE position = 3" }, "|day 3 0;" },
	{ "a published head is put in for a position that is not there",
	    { "INSERT INTO record_heads SELECT '2026-05-10', 8, head, at FROM record_heads WHERE position = 6" },
	    "|published 8 0;" },
	{ "what waits is taken from the queue",
	    { "DELETE FROM record_chain WHERE position = 7", "INSERT INTO record_queue VALUES (7)",
	      "DELETE FROM record_queue" }, "|unsealed 0 7;" },
	{ "what waits is deleted before it was sealed",
	    { "DELETE FROM record_chain WHERE position = 7", "INSERT INTO record_queue VALUES (7)",
	      "DELETE FROM case_events WHERE id = 7", "UPDATE cases SET events = 2, state = 'submitted' WHERE id = 2" },
	    "shown 2 0;|queue 0 7;" },
	{ "what is sealed is queued again",
	    { "INSERT INTO record_queue VALUES (2)" }, "|queue 0 2;" },
	{ "all is rolled back to the first day, the published heads left",
	    { ROLLED_BACK }, "|published 6 0;" },
	{ "all is rolled back, the published heads too: in itself it is whole",
	    { ROLLED_BACK, "DELETE FROM record_heads WHERE position > 3" }, "|" },
};

static void
tampering_is_found(void **state)
{
	const struct tampering *t = *state;

	for (size_t i = 0; i < sizeof t->sql / sizeof t->sql[0] && t->sql[i]; i++)
		run(t->sql[i]);
	assert_found(t->found, NULL);
}

static int
fill_for_tampering(void **state)
{
	(void)state;
	fill_in();
	return 0;
}

static int
restore_keys(void **state)
{
	(void)state;
	run("DELETE FROM record_chain");
	run("ALTER TABLE record_chain ADD UNIQUE KEY IF NOT EXISTS event_id (event_id)");
	arena_reset(arena);
	return 0;
}

/* ---- heads kept elsewhere ---- */

/* The head of a position as a paper has it, whole or its first half. */
static const char *
paper(int position, bool half)
{
	struct record_head head;
	char text[RECORD_HEAD_TEXT];

	run(arena_format(arena, "DELETE FROM record_chain WHERE position > %d", position));
	assert_true(record_head_now(db, arena, &head));
	record_head_print(&head, text);
	if (half)
		text[strlen(text) - 32] = '\0';
	fill_in();
	return arena_text(arena, text);
}

static struct chain_heads
keep(const char *text)
{
	struct chain_heads heads = { .count = 0 };
	struct chain_head head;

	assert_true(chain_head_read(text, &head));
	chain_heads_add(arena, &heads, &head);
	return heads;
}

static void
head_on_a_paper_agrees(void **state)
{
	struct chain_heads whole = keep(paper(5, false)), half = keep(paper(5, true));

	(void)state;
	assert_found("|", &whole);
	assert_found("|", &half);
}

static void
rolled_back_is_found_by_a_paper(void **state)
{
	static const char *const back[] = { ROLLED_BACK, "DELETE FROM record_heads WHERE position > 3" };
	struct chain_heads kept = keep(paper(5, true));

	(void)state;
	for (size_t i = 0; i < sizeof back / sizeof back[0]; i++)
		run(back[i]);
	assert_found("|short 5 0;", &kept);
	/* Going on from there as if nothing had been does not help. */
	event(1, STATE_SUBMITTED, EVENT_ACCEPT, STATE_ACCEPTED);
	event(1, STATE_ACCEPTED, EVENT_START_REVIEW, STATE_REVIEWING);
	event(1, STATE_REVIEWING, EVENT_OPINION, STATE_REVIEWING);
	seal(3);
	assert_found("|kept 5 0;", &kept);
}

/* Someone holds the key, changes an event and signs it and all that follow anew. */
static void
sign_anew(int case_id)
{
	static const char *const none[] = { NULL };
	static unsigned id = 4100000000u;
	struct statement *s = arena_get(arena, sizeof *s);
	uint8_t mac[HASH_BYTES];
	struct query *q;
	struct text t;

	*s = (struct statement){ "events", STATEMENT_MANY, arena_format(arena, "SELECT id, position, at, event,"
	    " state_before, state_after, account_id, actor_kind, actor_name, organ_code, reason, detail"
	    " FROM case_events WHERE case_id = %d ORDER BY position", case_id), none, id++ };
	q = query_new(db, arena, s);
	for (uint32_t position = 1; query_next(q); position++) {
		struct record_entry e = { .case_id = (uint64_t)case_id, .at = query_get_instant(q, "at"),
		    .event = query_get(q, "event"), .state_before = query_get(q, "state_before"),
		    .state_after = query_get(q, "state_after"), .by = { (uint64_t)query_get_number(q, "account_id"),
		    query_get(q, "actor_kind"), query_get(q, "actor_name"), query_get(q, "organ_code"), 0 },
		    .reason = query_get(q, "reason"), .detail = query_get(q, "detail") };

		record_mac(mac, key, position == 1 ? NULL : mac, position, &e);
		text_init(&t);
		text_add_hex(&t, mac, sizeof mac);
		run(arena_format(arena, "UPDATE case_events SET mac = X'%s' WHERE id = %s", t.start, query_get(q, "id")));
		text_free(&t);
	}
}

static void
seal_anew(void)
{
	run("CREATE TABLE kept_times AS SELECT event_id, at FROM record_chain");
	run("DELETE FROM record_chain");
	run("DELETE FROM record_heads");
	for (int day = 0; day < 3; day++) {
		run(arena_format(arena, "INSERT INTO record_queue SELECT event_id FROM kept_times"
		    " WHERE DATE(at) = '2026-05-08' + INTERVAL %d DAY", day));
		assert_true(record_seal(db, arena, monday + day * A_DAY) > 0);
	}
	record_publish_heads(db, arena, day_of_instant(now), now);
	run("DROP TABLE kept_times");
}

static void
signed_anew_is_found_by_the_chain(void **state)
{
	(void)state;
	run("UPDATE case_events SET reason = '别的' WHERE id = 4");
	sign_anew(1);
	assert_found("|leaf 4 4;leaf 6 6;", NULL);
}

static void
sealed_anew_is_found_by_a_head_kept_elsewhere(void **state)
{
	struct chain_heads day_one = keep(paper(3, false)), day_two = keep(paper(6, true));

	(void)state;
	run("UPDATE case_events SET reason = '别的' WHERE id = 4");
	sign_anew(1);
	seal_anew();
	assert_found("|", NULL);
	assert_found("|", &day_one);		/* what was before is as it was */
	assert_found("|kept 6 0;", &day_two);
}

static void
heads_are_read_as_they_are_printed(void **state)
{
	struct chain_heads heads = { .count = 0 };
	struct chain_head head;

	(void)state;
	assert_true(chain_heads_read(arena, &heads, "# comment\n\n2026-05-08 12:00112233445566778899aabbccddeeff\n"
	    "7:00112233445566778899AABBCCDDEEFF00112233445566778899aabbccddeeff"));
	assert_int_equal(heads.count, 2);
	assert_int_equal(heads.all[0].position, 12);
	assert_int_equal(heads.all[1].bytes, 32);
	assert_false(chain_heads_read(arena, &heads, ""));
	assert_false(chain_heads_read(arena, &heads, "2026-05-08\n"));
	assert_false(chain_head_read("", &head));
	assert_false(chain_head_read("12", &head));
	assert_false(chain_head_read("12:", &head));
	assert_false(chain_head_read(":00112233445566778899aabbccddeeff", &head));
	assert_false(chain_head_read("0:00112233445566778899aabbccddeeff", &head));
	assert_false(chain_head_read("-1:00112233445566778899aabbccddeeff", &head));
	assert_false(chain_head_read("12:00112233445566778899aabbccddee", &head));
	assert_false(chain_head_read("12:00112233445566778899aabbccddeefff", &head));
	assert_false(chain_head_read("12:00112233445566778899aabbccddeefg", &head));
	assert_false(chain_head_read("99999999999999999999:00112233445566778899aabbccddeeff", &head));
	assert_false(chain_head_read("12:00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff00", &head));
}

/* ---- at once ---- */

static void
waits_a_minute(void **state)
{
	(void)state;
	event(1, STATE_REVIEWING, EVENT_OPINION, STATE_REVIEWING);
	now += 59 * SECOND;
	assert_found("|", NULL);
	now += 2 * SECOND;
	assert_found("|late 0 8;", NULL);
	seal(1);
	assert_found("|", NULL);
}

static void
rollback_leaves_nothing_to_seal(void **state)
{
	(void)state;
	assert_true(db_begin(db, false));
	event_in(db, 1, STATE_REVIEWING, EVENT_OPINION, STATE_REVIEWING, "");
	db_rollback(db);
	seal(0);
	assert_found("|", NULL);
}

/* An id is given before another and committed after it: a cursor over ids would have passed it over. */
static void
late_commit_is_sealed(void **state)
{
	struct db *slow = connect_db();

	(void)state;
	assert_true(db_begin(slow, false));
	event_in(slow, 1, STATE_REVIEWING, EVENT_OPINION, STATE_REVIEWING, "");
	event(2, STATE_ACCEPTED, EVENT_CLAIM, STATE_ACCEPTED);
	seal(1);
	assert_int_equal(count("SELECT event_id AS n FROM record_chain ORDER BY position DESC LIMIT 1"), 9);
	assert_true(db_commit(slow));
	seal(1);
	assert_int_equal(count("SELECT event_id AS n FROM record_chain ORDER BY position DESC LIMIT 1"), 8);
	assert_found("|", NULL);
	db_close(slow);
}

enum { SEALERS = 4, ROUNDS = 60 };

/* A sealer with a connection of its own: 1 when the database failed it. */
static int
sealer(void)
{
	int status = 0;

	db = connect_db();
	arena = arena_new();
	for (int i = 0; i < ROUNDS && status == 0; i++) {
		if (record_seal(db, arena, now) < 0) {
			fprintf(stderr, "# %s\n", db_reason(db));
			status = 1;
		}
		usleep(2000);
	}
	db_close(db);
	return status;
}

static void
sealers_at_once_seal_each_event_once(void **state)
{
	pid_t sealers[SEALERS];
	int status;

	(void)state;
	for (int i = 0; i < SEALERS; i++) {
		sealers[i] = fork();
		if (sealers[i] == 0)
			_exit(sealer());
	}
	for (int i = 0; i < ROUNDS; i++)
		event(1, STATE_REVIEWING, EVENT_OPINION, STATE_REVIEWING);
	for (int i = 0; i < SEALERS; i++) {
		assert_int_equal(waitpid(sealers[i], &status, 0), sealers[i]);
		assert_int_equal(status, 0);
	}
	assert_true(record_seal(db, arena, now) >= 0);
	assert_int_equal(count("SELECT COUNT(*) AS n FROM record_chain"), 7 + ROUNDS);
	assert_int_equal(count("SELECT COUNT(*) AS n FROM record_queue"), 0);
	assert_found("|", NULL);
}

int
main(void)
{
	struct CMUnitTest tests[64];
	size_t n = 0;

	config.database_socket = getenv("YIMEN_TEST_SOCKET") ? getenv("YIMEN_TEST_SOCKET") : getenv("YIMEN_SOCKET");
	if (!config.database_socket) {
		puts("1..0 # SKIP no private database: YIMEN_SOCKET is not set");
		return 0;
	}
	config.database_name = config.database_user_prefix = config.database_password_file = (char *)(uintptr_t)"";
	config.database_timeout_s = 10;
	random_open();

#define TEST(f)	tests[n++] = (struct CMUnitTest){ #f, f, fill, forget, NULL }
	TEST(whole_record_is_proved);
	TEST(nothing_is_a_record_too);
	TEST(sealing_twice_is_sealing_once);
	TEST(today_has_no_head_until_it_is_over);
	TEST(clock_put_back_does_not_turn_the_chain);
	TEST(head_on_a_paper_agrees);
	TEST(rolled_back_is_found_by_a_paper);
	TEST(signed_anew_is_found_by_the_chain);
	TEST(sealed_anew_is_found_by_a_head_kept_elsewhere);
	TEST(heads_are_read_as_they_are_printed);
	TEST(waits_a_minute);
	TEST(rollback_leaves_nothing_to_seal);
	TEST(late_commit_is_sealed);
	TEST(sealers_at_once_seal_each_event_once);
	for (size_t i = 0; i < sizeof tamperings / sizeof tamperings[0]; i++)
		tests[n++] = (struct CMUnitTest){ tamperings[i].name, tampering_is_found, fill_for_tampering, restore_keys,
		    (void *)(uintptr_t)&tamperings[i] };
	return _cmocka_run_group_tests("chain", tests, n, begin, end);
}
