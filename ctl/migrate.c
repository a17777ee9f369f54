/*
 * migrate.c - brings the tables up to this release.
 *
 * Files sql/schema/NNNN-name.sql have a number each and are never edited once
 * released: one that was is refused.  A number may be missing while its change
 * is still being made, and is run when it comes.  DDL commits by itself, so the
 * place reached is written down after each statement, and a run that was cut
 * goes on at the next.  A file that is only half done may still be mended.
 */
#include "ctl/ctl.h"
#include "ctl/script.h"

#include "base/random.h"
#include "base/text.h"
#include "generated/queries/ctl.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct migration {
	long long number;
	const char *name;	/* "0001-places.sql" */
	const char *script;
	char sha256[2 * HASH_BYTES + 1];
	size_t statements;
};

static int
is_migration(const struct dirent *entry)
{
	return text_ends(entry->d_name, ".sql");
}

static int
migration_read(struct ctl *ctl, struct migration *m, const char *file, long long before)
{
	const char *path = arena_format(ctl->arena, "%s/schema/%s", ctl_sql_dir(), file);
	const char *digits = arena_text_n(ctl->arena, file, strnlen(file, 4));
	uint8_t hash[HASH_BYTES];
	struct text hex;
	size_t bytes;

	if (!text_number(digits, 1, 9999, &m->number) || file[4] != '-')
		return ctl_fail("%s: a migration is called NNNN-name.sql", path);
	if (m->number == before)
		return ctl_fail("%s: another migration has the number %04lld", path, before);
	m->name = arena_text(ctl->arena, file);
	m->script = ctl_file(ctl, path, &bytes);
	if (!m->script)
		return CTL_FAILED;
	m->statements = script_count(m->script);
	sha256_of(hash, m->script, bytes);
	text_init(&hex);
	text_add_hex(&hex, hash, sizeof(hash));
	snprintf(m->sha256, sizeof(m->sha256), "%s", hex.start);
	text_free(&hex);
	return CTL_FINE;
}

/* Writes down that the first `done` statements of m have run. */
static int
migration_mark(struct ctl *ctl, const struct migration *m, size_t done)
{
	struct query *q;

	if (!db_begin(ctl->db, false))
		return ctl_fail_db(m->name, ctl->db);
	q = query_new(ctl->db, ctl->arena, Q_MIGRATION_STEP);
	query_number(q, "number", m->number);
	query_number(q, "done", (long long)done);
	query_number(q, "statements", (long long)m->statements);
	query_text(q, "sha256", m->sha256);
	query_instant(q, "now", ctl->now);
	query_run(q);
	if (!db_commit(ctl->db))
		return ctl_fail_db(m->name, ctl->db);
	return CTL_FINE;
}

static int
migration_run(struct ctl *ctl, const struct migration *m, size_t done)
{
	const char *statement;
	size_t at = 0, bytes;

	for (size_t i = 0; (statement = script_next(m->script, &at, &bytes)) != NULL; i++) {
		if (i < done)
			continue;
		if (!db_run_text(ctl->db, statement, bytes))
			return ctl_fail("%s, statement %zu: the database says: %s", m->name, i + 1, db_reason(ctl->db));
		if (migration_mark(ctl, m, i + 1) != CTL_FINE)
			return CTL_FAILED;
	}
	return CTL_FINE;
}

/* What the database knows of m: statements done, or -1 when it is refused. */
static long long
migration_done(struct ctl *ctl, const struct migration *m)
{
	struct query *q;
	long long done, statements;

	if (!db_begin(ctl->db, false))
		return -1;
	q = query_new(ctl->db, ctl->arena, Q_MIGRATION_LOAD);
	query_number(q, "number", m->number);
	if (!query_next(q)) {
		q = query_new(ctl->db, ctl->arena, Q_MIGRATION_ADD);
		query_number(q, "number", m->number);
		query_text(q, "name", m->name);
		query_text(q, "sha256", m->sha256);
		query_number(q, "statements", (long long)m->statements);
		query_instant(q, "now", ctl->now);
		query_run(q);
		return db_commit(ctl->db) ? 0 : -1;
	}
	done = query_get_number(q, "statements_done");
	statements = query_get_number(q, "statements");
	if (done == statements && !text_is(query_get(q, "sha256"), m->sha256)) {
		ctl_fail("%s was edited after it had been applied; put it back and write a new migration", m->name);
		db_rollback(ctl->db);
		return -1;
	}
	return db_commit(ctl->db) ? done : -1;
}

static int
migration_apply(struct ctl *ctl, const struct migration *m, bool *changed)
{
	long long done = migration_done(ctl, m);

	if (done < 0)
		return db_failed(ctl->db) == DB_FINE ? CTL_FAILED : ctl_fail_db(m->name, ctl->db);
	if ((size_t)done >= m->statements)
		return CTL_FINE;
	*changed = true;
	printf("%s%s\n", m->name, done > 0 ? " (going on where it was cut)" : "");
	return migration_run(ctl, m, (size_t)done);
}

/* The lock goes with the connection. */
static int
migrations_begin(struct ctl *ctl)
{
	struct query *q;
	bool ours;

	if (!db_begin(ctl->db, false))
		return ctl_fail_db("migrate", ctl->db);
	q = query_new(ctl->db, ctl->arena, Q_MIGRATIONS_LOCK);
	ours = query_next(q) && query_get_number(q, "held") == 1;
	if (!db_commit(ctl->db))
		return ctl_fail_db("migrate", ctl->db);
	if (!ours)
		return ctl_fail("another yimenctl migrate is at work");
	return CTL_FINE;
}

int
verb_migrate(struct ctl *ctl, int argc, char **argv)
{
	const char *dir = arena_format(ctl->arena, "%s/schema", ctl_sql_dir());
	struct dirent **files;
	struct migration m = { .number = 0 };
	bool changed = false;
	int count, status;

	(void)argv;
	if (argc != 1)
		return CTL_USAGE;
	count = scandir(dir, &files, is_migration, alphasort);
	if (count < 0)
		return ctl_fail("%s: %m", dir);
	status = migrations_begin(ctl);
	for (int i = 0; i < count; i++) {
		if (status == CTL_FINE)
			status = migration_read(ctl, &m, files[i]->d_name, m.number);
		if (status == CTL_FINE)
			status = migration_apply(ctl, &m, &changed);
		free(files[i]);
	}
	free(files);
	if (status == CTL_FINE && !changed)
		printf("the tables are up to date (migration %04lld)\n", m.number);
	return status;
}
