/*
 * arrange.c - what tests of the office need before they begin, and ask afterwards.
 *
 * usage: arrange session LOGIN          a full session of this person; prints its token
 *        arrange submit ITEM            a case of this item, filed today by lin.xiaoyu; prints its number
 *        arrange resubmit NUMBER        the applicant answers the correction
 *        arrange verify                 proves the whole record; status 1 when it does not hold
 *
 * Runs as the server's administrator (YIMEN_ADMIN), on the stage YIMEN_CONFIG names.
 */
#include "base/clock.h"
#include "base/config.h"
#include "base/text.h"
#include "record/case_act.h"
#include "record/case_limits.h"
#include "record/verify.h"
#include "rules/number.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct config config;
static struct db *db;
static struct arena *arena;
static uint8_t key[KEY_BYTES];
static const struct actor applicant = { 0, "person", "林晓雨", "", ROLE_APPLICANT };

/* Statements of this file alone; the values are its own, so that nothing is bound. */
static void
run(const char *sql)
{
	if (db_run_text(db, sql, strlen(sql)))
		return;
	fprintf(stderr, "arrange: %s: %s\n", sql, db_reason(db));
	exit(1);
}

static const char *
value(const char *sql)
{
	static const char *const none[] = { NULL };
	struct statement *s = arena_get(arena, sizeof *s);
	static unsigned id = 4000000000u;
	struct query *q;

	*s = (struct statement){ "value", STATEMENT_VALUE, sql, none, id++ };
	q = query_new(db, arena, s);
	if (query_next(q))
		return query_get(q, "v");
	fprintf(stderr, "arrange: nothing found: %s %s\n", sql, db_reason(db));
	exit(1);
}

static instant
now(void)
{
	return clock_now(&config);
}

/* The portal's moment as SQL writes it; the server's own NOW() is another clock. */
static const char *
now_text(void)
{
	char at[INSTANT_TEXT];

	return arena_format(arena, "TIMESTAMP'%s'", instant_print(now(), at));
}

static void
act(const char *number, enum state was, enum event event, const char *detail)
{
	const char *where = arena_format(arena, "FROM cases WHERE number = '%s'", number);
	struct case_act a = { .was = was, .event = event, .by = applicant, .at = now(), .detail = detail };
	enum refusal refused;

	a.case_id = strtoull(value(arena_format(arena, "SELECT id AS v %s", where)), NULL, 10);
	a.version = atoll(value(arena_format(arena, "SELECT version AS v %s", where)));
	a.by.account = strtoull(value("SELECT id AS v FROM accounts WHERE login = 'lin.xiaoyu'"), NULL, 10);
	if (case_act(db, arena, key, &a, &refused) != ACT_DONE) {
		fprintf(stderr, "arrange: %s %s: %s %s\n", number, event_name(event), refusal_name(refused),
		    db_reason(db));
		exit(1);
	}
}

static void
submit(const char *item)
{
	struct case_number n = { "990100", day_of_instant(now()), 0 };
	char number[CASE_NUMBER_TEXT], due[DAY_TEXT], at[INSTANT_TEXT];

	n.serial = CASE_SERIAL_MOST - 1 - atoi(value("SELECT COUNT(*) AS v FROM cases"));
	case_number_print(&n, number);
	day_print(limit_answer(&calendar_state, n.filed_on), due);
	instant_print(now(), at);
	run(arena_format(arena, "INSERT INTO cases (number, item_code, item_version_id, title, organ_code, area_code,"
	    " applicant_id, applicant_kind, applicant_name, applicant_number, applicant_blind, created_at, saved_at,"
	    " submitted_at, due_on)"
	    " SELECT '%s', v.item_code, v.id, v.title, v.organ_code, '990100', a.id, 'person', a.name, a.id_number, a.number_blind, '%s', '%s', '%s',"
	    " '%s' FROM items i JOIN item_versions v ON v.id = i.published_id JOIN accounts a ON a.login = 'lin.xiaoyu'"
	    " WHERE i.code = '%s'", number, at, at, at, due, item));
	run(arena_format(arena, "INSERT INTO case_files (case_id, material, sha256, name, content_type, bytes, uploaded_at)"
	    " SELECT id, 1, REPEAT('0', 64), '申请书.pdf', 'application/pdf', 4096, '%s' FROM cases"
	    " WHERE number = '%s'", at, number));
	run(arena_format(arena, "INSERT INTO case_materials (case_id, position, given) SELECT c.id, m.position,"
	    " IF(m.position = 1, 'files', 'paper') FROM cases c JOIN item_materials m ON m.version_id = c.item_version_id"
	    " WHERE c.number = '%s'", number));
	act(number, STATE_DRAFT, EVENT_SUBMIT, record_detail(arena, "submitted_at", at, "due_on", due, NULL));
	puts(number);
}

static void
session(const char *login)
{
	uint8_t token[32], hash[HASH_BYTES];
	struct text t;

	random_bytes(token, sizeof token);
	sha256_of(hash, token, sizeof token);
	text_init(&t);
	text_add(&t, "INSERT INTO sessions (token_hash, account_id, stage, created_at, seen_at, expires_at)"
	    " SELECT X'");
	text_add_hex(&t, hash, sizeof hash);
	text_format(&t, "', id, 'full', %s, %s, %s + INTERVAL 1 HOUR FROM accounts WHERE login = '%s'", now_text(),
	    now_text(), now_text(), login);
	run(t.start);
	text_clear(&t);
	text_add_hex(&t, token, sizeof token);
	puts(t.start);
	text_free(&t);
}

static void
tell(void *arg, const struct record_finding *f)
{
	(void)arg;
	printf("%s: case %s row %u %s\n", record_fault_name(f->fault), f->number, f->position, f->column);
}

static int
verify(void)
{
	struct record_tally tally;

	if (!record_verify(db, key, 0, tell, NULL, &tally))
		return 1;
	printf("%llu cases, %llu rows, %llu faults\n", tally.cases, tally.rows, tally.faults);
	return tally.faults != 0 || tally.rows == 0;
}

int
main(int argc, char **argv)
{
	const char *verb = argc > 1 ? argv[1] : "", *subject = argc > 2 ? argv[2] : "";
	uint8_t machine_key[KEY_BYTES];
	char why[512];

	if (!getenv("YIMEN_CONFIG")) {
		fputs("arrange: no stage: YIMEN_CONFIG is not set\n", stderr);
		return 1;
	}
	random_open();
	if (!config_load(&config, getenv("YIMEN_CONFIG"), why, sizeof why) ||
	    !key_load(machine_key, config.key_file, why, sizeof why)) {
		fprintf(stderr, "arrange: %s\n", why);
		return 1;
	}
	key_for(key, machine_key, RECORD_KEY);
	config.database_user_prefix = config.database_password_file = (char *)(uintptr_t)"";
	db = db_open(&config, getenv("YIMEN_ADMIN") ? getenv("YIMEN_ADMIN") : "root");
	arena = arena_new();
	if (text_is(verb, "verify"))
		return verify();
	if (text_is(verb, "session"))
		session(subject);
	else if (text_is(verb, "submit"))
		submit(subject);
	else if (text_is(verb, "resubmit")) {
		const char *due = record_day(arena, day_add(day_of_instant(now()), 7));

		act(subject, STATE_CORRECTION, EVENT_RESUBMIT, record_detail(arena, "due_on", due, NULL));
		run(arena_format(arena, "UPDATE corrections r JOIN cases c ON c.id = r.case_id"
		    " SET r.answered_at = %s, c.due_on = '%s' WHERE c.number = '%s'", now_text(), due, subject));
	} else
		return 2;
	return 0;
}
