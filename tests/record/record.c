/*
 * The record finds every tampering, and a case moves only by the table.
 *
 * Needs a private MariaDB: YIMEN_SOCKET (or YIMEN_TEST_SOCKET) and YIMEN_ADMIN; skipped without one.
 */
#include "base/config.h"
#include "base/text.h"
#include "record/case_act.h"
#include "record/verify.h"
#include "tests/record/tables.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define DATABASE	"yimen_test_record"

static struct config config;
static struct db *db;
static struct arena *arena;
static const uint8_t key[KEY_BYTES] = "a key of the record, for tests";
static const instant morning = INT64_C(1778202000) * SECOND;	/* 2026-05-08 09:00 */

static const struct actor applicant = { 7, "person", "林晓雨", "", ROLE_APPLICANT };
static const struct actor clerk = { 21, "staff", "沈若溪", "11990100009901315A", ROLE_CLERK };
static const struct actor reviewer = { 22, "staff", "顾长青", "11990100009901315A", ROLE_REVIEWER };
static const struct actor approver = { 23, "staff", "罗启明", "11990100009901315A", ROLE_APPROVER };

static void
run(const char *sql)
{
	if (!db_run_text(db, sql, strlen(sql)))
		fail_msg("%s: %s", sql, db_reason(db));
}

static int
begin(void **state)
{
	(void)state;
	db = db_open(&config, getenv("YIMEN_ADMIN") ? getenv("YIMEN_ADMIN") : "root");
	run("DROP DATABASE IF EXISTS " DATABASE);
	run("CREATE DATABASE " DATABASE " CHARACTER SET utf8mb4");
	db_close(db);
	config.database_name = (char *)(uintptr_t)DATABASE;
	db = db_open(&config, getenv("YIMEN_ADMIN") ? getenv("YIMEN_ADMIN") : "root");
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

static enum act
act(uint64_t id, enum state was, long long version, enum event event, struct actor by, const char *reason,
    enum refusal *refused)
{
	struct case_act a = {
		.case_id = id, .was = was, .version = version, .event = event, .by = by,
		.at = morning + (instant)version * MINUTE,
		.reason = reason,
		.detail = record_detail(arena, "to", "\"沈\"\n", "due_on", event == EVENT_ACCEPT ? "2026-06-01" : NULL,
		    "decided_at", event == EVENT_GRANT ? record_instant(arena, morning) : NULL,
		    "claimed_by", event == EVENT_CLAIM ? "21" : event == EVENT_ACCEPT ? "" : NULL, NULL),
	};
	enum act result;

	assert_true(db_begin(db, false));
	result = case_act(db, arena, key, &a, refused);
	if (result == ACT_DONE && event == EVENT_ACCEPT)
		run(arena_format(arena, "UPDATE cases SET due_on = '2026-06-01', claimed_by = NULL WHERE id = %d", (int)id));
	if (result == ACT_DONE && event == EVENT_GRANT)
		run(arena_format(arena, "UPDATE cases SET decided_at = '%s' WHERE id = %d", record_instant(arena, morning),
		    (int)id));
	if (result == ACT_DONE && event == EVENT_CLAIM)
		run(arena_format(arena, "UPDATE cases SET claimed_by = 21 WHERE id = %d", (int)id));
	assert_int_equal(db_failed(db), DB_FINE);
	assert_true(db_commit(db));
	return result;
}

/* Two cases, the first gone all the way to delivery. */
static int
fill(void **state)
{
	static const struct { enum state was; enum event event; const struct actor *by; } way[] = {
		{ STATE_DRAFT, EVENT_SUBMIT, &applicant },
		{ STATE_SUBMITTED, EVENT_CLAIM, &clerk },
		{ STATE_SUBMITTED, EVENT_ASK_CORRECTION, &clerk },
		{ STATE_CORRECTION, EVENT_RESUBMIT, &applicant },
		{ STATE_RESUBMITTED, EVENT_ACCEPT, &clerk },
		{ STATE_ACCEPTED, EVENT_START_REVIEW, &reviewer },
		{ STATE_REVIEWING, EVENT_OPINION, &reviewer },
		{ STATE_REVIEWING, EVENT_GRANT, &approver },
		{ STATE_GRANTED, EVENT_CLOSE, &reviewer },
		{ STATE_CLOSED, EVENT_DELIVER, &clerk },
	};
	enum refusal refused;

	(void)state;
	run("DELETE FROM cases");
	run("DELETE FROM case_events");
	for (int id = 1; id <= 2; id++)
		run(arena_format(arena, "INSERT INTO cases (id, number, item_code, item_version_id, title, organ_code,"
		    " area_code, applicant_id, applicant_kind, created_at, saved_at) VALUES (%d, 'N%d', 'c', 1, 't', 'o',"
		    " '990100', 7, 'person', NOW(6), NOW(6))", id, id));
	for (size_t i = 0; i < sizeof way / sizeof way[0]; i++)
		assert_int_equal(act(1, way[i].was, (long long)i + 1, way[i].event, *way[i].by, "因故", &refused),
		    ACT_DONE);
	assert_int_equal(act(2, STATE_DRAFT, 1, EVENT_SUBMIT, applicant, NULL, &refused), ACT_DONE);
	assert_int_equal(act(2, STATE_SUBMITTED, 2, EVENT_CLAIM, clerk, NULL, &refused), ACT_DONE);
	return 0;
}

static int
forget(void **state)
{
	(void)state;
	arena_reset(arena);
	return 0;
}

/* The findings as "fault case position" words, in order. */
static void
note(void *arg, const struct record_finding *f)
{
	text_format(arg, "%s %llu %u;", record_fault_name(f->fault), (unsigned long long)f->case_id, f->position);
}

static void
assert_findings(const char *expected)
{
	struct record_tally tally;
	struct text found;

	text_init(&found);
	text_add(&found, "");
	assert_true(record_verify(db, key, 0, note, &found, &tally));
	assert_string_equal(found.bytes ? found.start : "", expected);
	text_free(&found);
}

static void
whole_record_is_proved(void **state)
{
	struct record_tally tally;

	(void)state;
	assert_findings("");
	assert_true(record_verify(db, key, 0, NULL, NULL, &tally));
	assert_int_equal(tally.cases, 2);
	assert_int_equal(tally.rows, 12);
	assert_int_equal(tally.faults, 0);
	assert_true(record_verify(db, key, 2, NULL, NULL, &tally));
	assert_int_equal(tally.rows, 2);
}

static const char *
column_of(const struct record_replay *r, const char *name)
{
	for (size_t i = 0; i < r->count; i++)
		if (text_is(r->columns[i].name, name))
			return r->columns[i].value;
	fail_msg("no column %s", name);
	return NULL;
}

static void
replay_leads_to_the_state(void **state)
{
	struct record_replay reached;

	(void)state;
	assert_true(db_begin(db, true));
	assert_true(record_replay(db, arena, 1, &reached));
	assert_int_equal(reached.state, STATE_DELIVERED);
	assert_string_equal(column_of(&reached, "due_on"), "2026-06-01");
	assert_string_equal(column_of(&reached, "decided_at"), "2026-05-08 09:00:00.000000");
	assert_string_equal(column_of(&reached, "claimed_by"), "");
	assert_string_equal(column_of(&reached, "delivered_at"), "");
	assert_true(record_replay(db, arena, 2, &reached));
	assert_int_equal(reached.state, STATE_SUBMITTED);
	assert_string_equal(column_of(&reached, "claimed_by"), "21");
	assert_false(record_replay(db, arena, 3, &reached));
	db_rollback(db);
}

#define SHOWN_PUT_BACK	"UPDATE cases c SET last_event = (SELECT MAX(id) FROM case_events WHERE case_id = c.id),"	\
	" course = COALESCE((SELECT GROUP_CONCAT(CONCAT_WS(' ', at, event, actor_kind), '\n' ORDER BY position SEPARATOR '')" \
	" FROM case_events WHERE case_id = c.id), '')"

struct tampering {
	const char *name;
	const char *sql[3];
	const char *found;
};

static const struct tampering tamperings[] = {
	{ "a reason is edited",
	    { "UPDATE case_events SET reason = '别的' WHERE case_id = 1 AND position = 5" }, "altered 1 5;" },
	{ "a blank is added to a reason",
	    { "UPDATE case_events SET reason = CONCAT(reason, ' ') WHERE case_id = 1 AND position = 5" },
	    "altered 1 5;" },
	{ "a detail is edited",
	    { "UPDATE case_events SET detail = '{}' WHERE case_id = 1 AND position = 2" }, "altered 1 2;" },
	{ "an act is moved by a microsecond",
	    { "UPDATE case_events SET at = at + INTERVAL 1 MICROSECOND WHERE case_id = 1 AND position = 3" },
	    "altered 1 3;shown 1 0;" },
	{ "an act is put down to a colleague",
	    { "UPDATE case_events SET actor_name = '唐小满' WHERE case_id = 1 AND position = 8" }, "altered 1 8;" },
	{ "letters move from one field to the next",
	    { "UPDATE case_events SET actor_kind = 'staf', actor_name = CONCAT('f', actor_name)"
	      " WHERE case_id = 1 AND position = 8" }, "altered 1 8;shown 1 0;" },
	{ "a grant becomes a denial",
	    { "UPDATE case_events SET event = 'deny', state_after = 'denied' WHERE case_id = 1 AND position = 8" },
	    "altered 1 8;step 1 9;shown 1 0;" },
	{ "a MAC is edited: the row and the one that follows it no longer hold",
	    { "UPDATE case_events SET mac = REPEAT('x', 32) WHERE case_id = 1 AND position = 4" },
	    "altered 1 4;altered 1 5;" },
	{ "a row in the middle is deleted",
	    { "DELETE FROM case_events WHERE case_id = 1 AND position = 7" }, "missing 1 8;shown 1 0;" },
	{ "the first row is deleted",
	    { "DELETE FROM case_events WHERE case_id = 1 AND position = 1" }, "missing 1 2;shown 1 0;" },
	{ "the last row is deleted",
	    { "DELETE FROM case_events WHERE case_id = 1 AND position = 10" }, "count 1 0;shown 1 0;" },
	{ "the last row is deleted, the count and the state put back: only a published head would tell",
	    { "DELETE FROM case_events WHERE case_id = 1 AND position = 10",
	      "UPDATE cases SET events = 9, state = 'closed' WHERE id = 1",
	      SHOWN_PUT_BACK }, "" },
	{ "a row is deleted and those after it renumbered",
	    { "DELETE FROM case_events WHERE case_id = 1 AND position = 7",
	      "UPDATE case_events SET position = position - 1 WHERE case_id = 1 AND position > 7 ORDER BY position",
	      "UPDATE cases SET events = 9 WHERE id = 1" },
	    "altered 1 7;altered 1 8;altered 1 9;shown 1 0;" },
	{ "two rows change places",
	    { "UPDATE case_events SET position = 99 WHERE case_id = 1 AND position = 6",
	      "UPDATE case_events SET position = 6 WHERE case_id = 1 AND position = 7",
	      "UPDATE case_events SET position = 7 WHERE case_id = 1 AND position = 99" },
	    "altered 1 6;altered 1 7;altered 1 8;shown 1 0;" },
	{ "a row is slipped in at the end",
	    { "INSERT INTO case_events (case_id, position, at, event, state_before, state_after, account_id, actor_kind,"
	      " actor_name, reason, detail, mac) SELECT 2, 3, at, 'accept', 'submitted', 'accepted', account_id,"
	      " actor_kind, actor_name, reason, detail, mac FROM case_events WHERE case_id = 2 AND position = 2",
	      "UPDATE cases SET events = 3, state = 'accepted' WHERE id = 2" }, "altered 2 3;shown 2 0;" },
	{ "a row is copied from another case",
	    { "DELETE FROM case_events WHERE case_id = 2 AND position = 2",
	      "UPDATE case_events SET case_id = 2 WHERE case_id = 1 AND position = 2" },
	    "missing 1 3;altered 2 2;shown 1 0;shown 2 0;" },
	{ "a state is edited past the record",
	    { "UPDATE cases SET state = 'denied' WHERE id = 1" }, "state 1 0;" },
	{ "a due date is moved past the record",
	    { "UPDATE cases SET due_on = '2026-07-01' WHERE id = 1" }, "column 1 0;" },
	{ "a due date is taken away past the record",
	    { "UPDATE cases SET due_on = NULL WHERE id = 1" }, "column 1 0;" },
	{ "a decision is dated back by a microsecond",
	    { "UPDATE cases SET decided_at = decided_at - INTERVAL 1 MICROSECOND WHERE id = 1" }, "column 1 0;" },
	{ "a case changes hands past the record",
	    { "UPDATE cases SET claimed_by = 22 WHERE id = 2" }, "column 2 0;" },
	{ "an outcome is given that no event gave",
	    { "UPDATE cases SET outcome_number = 'X1', accepted_at = NOW(6) WHERE id = 1" },
	    "column 1 0;column 1 0;" },
	{ "what a look-up shows is edited",
	    { "UPDATE cases SET course = REPLACE(course, 'submit', 'accept') WHERE id = 2" }, "shown 2 0;" },
	{ "a case is deleted and its record left",
	    { "DELETE FROM cases WHERE id = 2" }, "orphan 2 1;" },
	{ "all the record of a case is deleted",
	    { "DELETE FROM case_events WHERE case_id = 2" }, "count 2 0;shown 2 0;" },
};

static void
tampering_is_found(void **state)
{
	const struct tampering *t = *state;

	for (size_t i = 0; i < sizeof t->sql / sizeof t->sql[0] && t->sql[i]; i++)
		run(t->sql[i]);
	assert_findings(t->found);
}

static int
fill_for_tampering(void **state)
{
	void *kept = *state;

	fill(state);
	*state = kept;
	return 0;
}

static void
another_key_proves_nothing(void **state)
{
	static const uint8_t other[KEY_BYTES] = "not the key";
	struct record_tally tally;

	(void)state;
	assert_true(record_verify(db, other, 0, NULL, NULL, &tally));
	assert_int_equal(tally.faults, 12);
}

static void
slower_colleague_is_told(void **state)
{
	enum refusal refused;

	(void)state;
	assert_int_equal(act(2, STATE_SUBMITTED, 2, EVENT_ACCEPT, clerk, NULL, &refused), ACT_CONFLICT);
	assert_int_equal(act(2, STATE_SUBMITTED, 3, EVENT_ACCEPT, clerk, NULL, &refused), ACT_DONE);
	assert_int_equal(act(2, STATE_SUBMITTED, 3, EVENT_ACCEPT, clerk, NULL, &refused), ACT_CONFLICT);
	assert_findings("");
}

static void
table_refuses(void **state)
{
	enum refusal refused;

	(void)state;
	assert_int_equal(act(2, STATE_SUBMITTED, 3, EVENT_ACCEPT, approver, NULL, &refused), ACT_REFUSED);
	assert_int_equal(refused, REFUSED_ROLE);
	assert_int_equal(act(2, STATE_SUBMITTED, 3, EVENT_GRANT, approver, NULL, &refused), ACT_REFUSED);
	assert_int_equal(refused, REFUSED_NOT_ACCEPTED_YET);
	assert_int_equal(act(2, STATE_SUBMITTED, 3, EVENT_REFUSE_ACCEPTANCE, clerk, "　 ", &refused), ACT_REFUSED);
	assert_int_equal(refused, REFUSED_REASON);
	assert_findings("");
}

static void
rollback_leaves_no_row(void **state)
{
	struct case_act a = { .case_id = 2, .was = STATE_SUBMITTED, .version = 3, .event = EVENT_ACCEPT, .by = clerk,
	    .at = morning };
	enum refusal refused;

	(void)state;
	assert_true(db_begin(db, false));
	assert_int_equal(case_act(db, arena, key, &a, &refused), ACT_DONE);
	db_rollback(db);
	assert_findings("");
}

static void
detail_is_json(void **state)
{
	(void)state;
	assert_string_equal(record_detail(arena, NULL), "{}");
	assert_string_equal(record_detail(arena, "to", "a\"b", "from", NULL, "kind", "x", NULL),
	    "{\"to\":\"a\\\"b\",\"kind\":\"x\"}");
}

static void
detail_is_read_as_it_was_written(void **state)
{
	static const char *const broken[] = { "", "{}", "[]", "{\"a\"}", "{\"a\":1}", "{\"a\":\"b", "{\"a\":\"\\",
	    "{\"a\":\"\\q\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\u4e00\"}", "{\"a\":\"\\u0000\"}", "x" };
	const char *odd = "\"\\<\n\t\001沈 ", *at, *name, *value;

	(void)state;
	at = record_detail(arena, "first", odd, odd, "", "last", "3", NULL);
	assert_true(record_detail_next(arena, &at, &name, &value));
	assert_string_equal(name, "first");
	assert_string_equal(value, odd);
	assert_true(record_detail_next(arena, &at, &name, &value));
	assert_string_equal(name, odd);
	assert_string_equal(value, "");
	assert_true(record_detail_next(arena, &at, &name, &value));
	assert_string_equal(value, "3");
	assert_false(record_detail_next(arena, &at, &name, &value));
	for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
		at = broken[i];
		assert_false(record_detail_next(arena, &at, &name, &value));
	}
	assert_string_equal(record_detail_join(arena, "{\"a\":\"1\"}", "{\"b\":\"2\"}"), "{\"a\":\"1\",\"b\":\"2\"}");
	assert_string_equal(record_detail_join(arena, "", "{\"b\":\"2\"}"), "{\"b\":\"2\"}");
	assert_string_equal(record_detail_join(arena, "{\"a\":\"1\"}", "{}"), "{\"a\":\"1\"}");
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
	TEST(replay_leads_to_the_state);
	TEST(another_key_proves_nothing);
	TEST(slower_colleague_is_told);
	TEST(table_refuses);
	TEST(rollback_leaves_no_row);
	TEST(detail_is_json);
	TEST(detail_is_read_as_it_was_written);
	for (size_t i = 0; i < sizeof tamperings / sizeof tamperings[0]; i++)
		tests[n++] = (struct CMUnitTest){ tamperings[i].name, tampering_is_found, fill_for_tampering, forget,
		    (void *)(uintptr_t)&tamperings[i] };
	return _cmocka_run_group_tests("record", tests, n, begin, end);
}
