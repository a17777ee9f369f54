/*
 * real.c - other people's catalogues and documents, imported whole.
 *
 * Needs a server (YIMEN_TEST_SOCKET, or YIMEN_SOCKET of a stage; YIMEN_ADMIN)
 * and the data of YIMEN_DATA (../shared/data of the source); skips without
 * them.  The database yimen_catalogue_test is made and dropped.
 */
#include "rules/document.h"
#include "base/bigram.h"
#include "base/config.h"
#include "base/db.h"
#include "base/random.h"
#include "base/text.h"
#include "catalogue/export.h"
#include "catalogue/import.h"
#include "catalogue/publish.h"
#include "catalogue/store.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { WEBMASTER = 11, EDITOR = 12 };

static struct config config;
static struct db *db, *aside;
static struct arena *arena;
static const char *data_dir, *source_dir;

static const struct statement count_text[] = {
	{ "items", STATEMENT_VALUE, "SELECT COUNT(*) AS n FROM items", (const char *const[]){ NULL }, 1 },
	{ "published", STATEMENT_VALUE, "SELECT COUNT(*) AS n FROM items WHERE published_id IS NOT NULL",
	    (const char *const[]){ NULL }, 2 },
	{ "materials", STATEMENT_VALUE, "SELECT COUNT(*) AS n FROM item_materials", (const char *const[]){ NULL }, 3 },
	{ "doubtful", STATEMENT_VALUE, "SELECT COUNT(*) AS n FROM organs WHERE doubtful = 1",
	    (const char *const[]){ NULL }, 4 },
	{ "numbered", STATEMENT_VALUE, "SELECT COUNT(DISTINCT index_number) AS n FROM documents WHERE state = 'published'",
	    (const char *const[]){ NULL }, 5 },
	{ "progress", STATEMENT_VALUE, "SELECT MAX(rows_done) AS n FROM import_progress", (const char *const[]){ NULL }, 6 },
	{ "finding", STATEMENT_VALUE, "SELECT COUNT(*) AS n FROM import_findings", (const char *const[]){ NULL }, 7 },
};
static const struct statement found = { "found", STATEMENT_VALUE,
	"SELECT COUNT(*) AS n FROM item_terms WHERE MATCH (terms) AGAINST (? IN BOOLEAN MODE)",
	(const char *const[]){ "terms", NULL }, 20 };
static const struct statement initials = { "initials", STATEMENT_VALUE,
	"SELECT initials FROM item_versions WHERE title = ? AND state = 'published'",
	(const char *const[]){ "title", NULL }, 21 };
static const struct statement keyed = { "keyed", STATEMENT_VALUE,
	"SELECT COUNT(*) AS n FROM documents WHERE doc_number_key = ?", (const char *const[]){ "key", NULL }, 22 };

static long long
counted(const char *name)
{
	for (size_t i = 0; i < sizeof(count_text) / sizeof(count_text[0]); i++)
		if (text_is(count_text[i].name, name)) {
			struct query *q = query_new(db, arena, &count_text[i]);

			assert_true(query_next(q));
			return query_get_number(q, "n");
		}
	fail_msg("no count named %s", name);
	return -1;
}

static long long
found_by(const char *words)
{
	struct query *q = query_new(db, arena, &found);
	struct text terms;

	text_init(&terms);
	bigram_query(&terms, words);
	query_text(q, "terms", terms.start);
	text_free(&terms);
	assert_true(query_next(q));
	return query_get_number(q, "n");
}

static char *
file_read(const char *path, size_t *n)
{
	FILE *f = fopen(path, "rb");
	struct text t;
	char piece[65536];
	size_t got;

	if (!f)
		return NULL;
	text_init(&t);
	while ((got = fread(piece, 1, sizeof(piece), f)) > 0)
		text_add_n(&t, piece, got);
	fclose(f);
	*n = t.bytes;
	return t.start;
}

static struct mapping *
mapping_open(const char *name)
{
	struct mapping *m;
	char why[256];

	m = mapping_load(arena_format(arena, "%s/conf/mappings", source_dir), name, why, sizeof(why));
	if (!m)
		fail_msg("%s", why);
	return m;
}

static const struct publishing *
by(uint64_t account, const char *reason)
{
	struct publishing *p = arena_get(arena, sizeof(*p));
	struct day today = day_make(2026, 5, 8);

	*p = (struct publishing){ account, instant_make(today, 10, 0, 0, 0), today, reason,
		arena_format(arena, "%s/conf/mappings", source_dir) };
	return p;
}

static void
hex_of(char hex[65], const void *bytes, size_t n)
{
	uint8_t hash[HASH_BYTES];

	sha256_of(hash, bytes, n);
	for (size_t i = 0; i < HASH_BYTES; i++)
		snprintf(hex + 2 * i, 3, "%02x", hash[i]);
}

struct brought {
	struct import import;
	struct findings findings;
	uint64_t batch;
	char hex[65];
};

static void
bring(struct brought *b, const struct mapping *m, const char *file_name, const char *bytes, size_t n)
{
	const struct publishing *p = by(WEBMASTER, "");

	hex_of(b->hex, bytes, n);
	b->import = (struct import){ db, aside, arena, m, file_name, b->hex, bytes, n, p->account, p->now, p->today };
	findings_init(&b->findings, arena);
	assert_true(db_begin(db, false));
	b->batch = import_record(&b->import, &b->findings);
	if (!db_commit(db))
		fail_msg("%s", db_reason(db));
	assert_int_not_equal(b->batch, 0);
}

static void
show_errors(const struct findings *f)
{
	int shown = 0;

	for (const struct finding *one = f->first; one && shown < 10; one = one->next)
		if (one->error && ++shown)
			print_message("line %u %s: %s: %s\n", one->line, one->column, one->code, one->value);
}

static void
apply(struct brought *b)
{
	const char *no;

	findings_init(&b->findings, arena);
	assert_true(db_begin(db, false));
	no = import_apply(&b->import, b->batch, &b->findings);
	show_errors(&b->findings);
	if (db_failed(db) || no)
		fail_msg("%s %s", no ? no : "", db_failed(db) ? db_reason(db) : "");
	assert_true(db_commit(db));
}

/* ---- every row comes back ---- */

static void
same_rows(const char *file, const char *before, size_t before_n, const struct text *after)
{
	json_t *known = json_object();
	size_t rows = 0, compared = 0, order = 0;
	struct text out = *after;
	const char *code_key = strstr(file, "sichuan") ? "itemCode" : strstr(file, "guangdong") ? "TASK_CODE" : NULL;

	for (const char *at = before; at < before + before_n; rows++) {
		const char *end = memchr(at, '\n', (size_t)(before + before_n - at));
		size_t n = (size_t)((end ? end : before + before_n) - at);
		json_t *one = json_loadb(at, n, 0, NULL);
		const char *key = code_key ? json_string_value(json_object_get(one, code_key))
		    : json_string_value(json_object_get(one, "索引号"));

		json_object_set_new(known, key, one);
		at += n + 1;
	}
	for (char *at = out.start, *end; (end = strchr(at, '\n')) != NULL; at = end + 1) {
		json_t *one = json_loadb(at, (size_t)(end - at), 0, NULL), *was;
		char *a, *b;

		was = json_object_get(known, code_key ? json_string_value(json_object_get(one, code_key))
		    : json_string_value(json_object_get(one, "索引号")));
		a = json_dumps(was, 0);
		b = json_dumps(one, 0);
		if (!json_equal(was, one))
			fail_msg("%s: a row is bent:\n%.3000s\n%.3000s", file, a ? a : "(none)", b);
		order += text_is(a, b);
		free(a);
		free(b);
		json_decref(one);
		compared++;
	}
	assert_int_equal(compared, rows);
	assert_int_equal(order, rows);
	json_decref(known);
}

/* The columns themselves are right, not only what was kept beside them. */
static void
tokens_are_few(const struct text *native, size_t most)
{
	size_t tokens = 0;

	for (char *at = native->start, *end; (end = strchr(at, '\n')) != NULL; at = end + 1) {
		json_t *one = json_loadb(at, (size_t)(end - at), 0, NULL);

		tokens += json_object_size(json_object_get(json_object_get(one, "extras"), "tokens"));
		json_decref(one);
	}
	if (tokens > most)
		fail_msg("%zu values are kept as tokens, more than %zu", tokens, most);
}

static void
comes_back(const char *mapping, const char *file, size_t most_tokens)
{
	const char *path = arena_format(arena, "%s/%s", data_dir, file);
	struct mapping *m = mapping_open(mapping), *own = mapping_open(mapping_documents(m) ? "native_documents" : "native");
	struct brought b;
	struct text out, native;
	size_t n;
	char *bytes = file_read(path, &n);

	assert_non_null(bytes);
	bring(&b, m, file, bytes, n);
	show_errors(&b.findings);
	assert_int_equal(b.findings.errors, 0);
	apply(&b);
	text_init(&out);
	text_init(&native);
	export_all(db, m, SOURCE_JSONL, b.batch, "%", EXPORT_INTERNAL, &out);
	assert_int_equal(out.bytes, n + (bytes[n - 1] != '\n'));
	assert_memory_equal(out.start, bytes, n);	/* the very same bytes */
	same_rows(file, bytes, n, &out);
	export_all(db, own, SOURCE_JSONL, b.batch, "%", EXPORT_INTERNAL, &native);
	tokens_are_few(&native, most_tokens);
	text_free(&out);
	text_free(&native);
	mapping_free(m);
	mapping_free(own);
	free(bytes);
}

static void
no_item_is_lost_or_bent(void **state)
{
	(void)state;
	comes_back("guangdong", "matters/guangdong.jsonl", 400);
	assert_int_equal(counted("items"), 994);
	assert_int_equal(counted("materials"), 987);
	comes_back("sichuan", "matters/sichuan_qianfeng.jsonl", 120);
	assert_int_equal(counted("items"), 1575);
	assert_true(counted("doubtful") > 0);
	assert_int_equal(counted("progress"), 994);
}

static void
who_imports_does_not_publish(void **state)
{
	struct mapping *m = mapping_open("guangdong");

	(void)state;
	assert_true(db_begin(db, false));
	assert_string_equal(import_publish(db, aside, arena, 1, m, by(WEBMASTER, "x"), 0, NULL), "four_eyes");
	db_rollback(db);
	assert_true(db_begin(db, false));
	assert_string_equal(import_publish(db, aside, arena, 1, m, by(EDITOR, ""), 0, NULL), "checks_warn");
	db_rollback(db);
	assert_int_equal(counted("published"), 0);
	mapping_free(m);
}

static void
publish(uint64_t batch, const char *mapping)
{
	struct mapping *m = mapping_open(mapping);
	const char *no;

	assert_true(db_begin(db, false));
	no = import_publish(db, aside, arena, batch, m, by(EDITOR, "the source has no bases"), 0, NULL);
	if (db_failed(db) || no)
		fail_msg("%s %s", no ? no : "", db_failed(db) ? db_reason(db) : "");
	assert_true(db_commit(db));
	mapping_free(m);
}

static void
a_batch_is_published_over_warnings_and_found(void **state)
{
	struct query *q = query_new(db, arena, &initials);

	(void)state;
	publish(1, "guangdong");
	publish(2, "sichuan");
	assert_int_equal(counted("published"), 1575);
	assert_true(found_by("中小学地方课程教材") >= 2);
	assert_int_equal(found_by("11440000006940116U2440102002002"), 1);
	query_text(q, "title", "中小学地方课程教材审定");
	assert_true(query_next(q));
	assert_string_equal(query_get(q, "initials"), "zxxdfkcjcsd");
}

static void
a_second_import_makes_new_versions_and_can_be_undone(void **state)
{
	struct mapping *m = mapping_open("sichuan");
	size_t n;
	char *bytes = file_read(arena_format(arena, "%s/matters/sichuan_qianfeng.jsonl", data_dir), &n);
	struct brought b;

	(void)state;
	bring(&b, m, "again.jsonl", bytes, n);
	assert_true(b.findings.warnings >= 581);
	apply(&b);
	publish(b.batch, "sichuan");
	assert_int_equal(counted("published"), 1575);
	assert_true(db_begin(db, false));
	assert_string_equal(import_undo(db, arena, 2, by(EDITOR, "")), "batch_superseded");
	db_rollback(db);
	assert_true(db_begin(db, false));
	assert_null(import_undo(db, arena, b.batch, by(EDITOR, "a trial")));
	assert_true(db_commit(db));
	assert_int_equal(counted("items"), 1575);
	assert_int_equal(counted("published"), 1575);
	mapping_free(m);
	free(bytes);
}

static void
documents_come_back_and_get_numbers(void **state)
{
	char key[64] = "国发[2018]43号";
	struct query *q = query_new(db, arena, &keyed);

	(void)state;
	comes_back("gov_cn", "documents/gov_cn.jsonl", 0);
	comes_back("permit_decisions", "documents/permit_decisions.jsonl", 10);
	publish(4, "gov_cn");
	publish(5, "permit_decisions");
	assert_int_equal(counted("numbered"), 128);
	query_text(q, "key", key);
	assert_true(query_next(q));
	assert_int_equal(query_get_number(q, "n"), 1);
}

/* ---- the stage ---- */

static void
run_text(const char *sql)
{
	if (!db_run_text(db, sql, strlen(sql)))
		fail_msg("%s: %s", sql, db_reason(db));
}

/* Statements end in ";" at the end of a line; comments go. */
static void
run_file(const char *path)
{
	size_t n;
	char *bytes = file_read(path, &n), *rest = bytes, *line;
	struct text sql;

	assert_non_null(bytes);
	text_init(&sql);
	while ((line = strsep(&rest, "\n")) != NULL) {
		char *comment = strstr(line, "--");

		if (comment)
			*comment = '\0';
		line = text_trim(line);
		text_add(&sql, line);
		text_add_char(&sql, ' ');
		if (text_ends(line, ";")) {
			run_text(sql.start);
			text_clear(&sql);
		}
	}
	text_free(&sql);
	free(bytes);
}

static int
make_database(void **state)
{
	static const char *const files[] = { "0001-places", "0002-people", "0003-catalogue", "0004-cases",
		"0005-disclosure", "0006-import-progress", "0007-forms", "0008-states", "0009-papers", "0010-clock",
		"0011-chain", "0012-intake", "0013-pauses", "0014-flow", "0015-guide", "0016-watch", "0017-licences",
		"0018-outcome", "0019-after", "0020-counter", "0021-figures", "0022-own", "0023-speed",
		"0024-elements" };

	(void)state;
	config.database_name = arena_text(arena, "mysql");
	db = db_open(&config, "");
	run_text("DROP DATABASE IF EXISTS yimen_catalogue_test");
	run_text("CREATE DATABASE yimen_catalogue_test CHARACTER SET utf8mb4");
	db_close(db);
	config.database_name = arena_text(arena, "yimen_catalogue_test");
	db = db_open(&config, "");
	aside = db_open(&config, "");
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		run_file(arena_format(arena, "%s/sql/schema/%s.sql", source_dir, files[i]));
	run_text("INSERT INTO settings (name, value) VALUES ('documents.organ', '732999729'),"
	    " ('documents.area', '990100')");
	return 0;
}

static int
drop_database(void **state)
{
	(void)state;
	run_text("DROP DATABASE yimen_catalogue_test");
	db_close(db);
	db_close(aside);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_item_is_lost_or_bent),
		cmocka_unit_test(who_imports_does_not_publish),
		cmocka_unit_test(a_batch_is_published_over_warnings_and_found),
		cmocka_unit_test(a_second_import_makes_new_versions_and_can_be_undone),
		cmocka_unit_test(documents_come_back_and_get_numbers),
	};
	FILE *probe;

	random_open();
	arena = arena_new();
	source_dir = getenv("YIMEN_SOURCE") ? getenv("YIMEN_SOURCE") : ".";
	data_dir = getenv("YIMEN_DATA") ? getenv("YIMEN_DATA") : arena_format(arena, "%s/../shared/data", source_dir);
	config.database_socket = getenv("YIMEN_TEST_SOCKET") ? getenv("YIMEN_TEST_SOCKET") : getenv("YIMEN_SOCKET");
	if (!config.database_socket) {
		puts("1..0 # SKIP no server: YIMEN_TEST_SOCKET is not set");
		return 0;
	}
	probe = fopen(arena_format(arena, "%s/matters/guangdong.jsonl", data_dir), "r");
	if (!probe) {
		puts("1..0 # SKIP the real data are not here: YIMEN_DATA is not set");
		return 0;
	}
	fclose(probe);
	config.database_user_prefix = arena_text(arena, getenv("YIMEN_ADMIN") ? getenv("YIMEN_ADMIN") : "root");
	config.database_password_file = arena_text(arena, "");
	config.database_timeout_s = 20;
	return cmocka_run_group_tests_name("real", tests, make_database, drop_database);
}
