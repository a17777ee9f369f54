/*
 * status.c - how things stand: settings, files, tables, counts.
 */
#include "ctl/ctl.h"

#include "base/random.h"
#include "base/sealed.h"
#include "base/text.h"
#include "generated/queries/ctl.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int
verb_print_config(struct ctl *ctl, int argc, char **argv)
{
	(void)ctl;
	(void)argv;
	if (argc != 1)
		return CTL_USAGE;
	config_print(stdout);
	return CTL_FINE;
}

/* Says what is wrong with a path; false when something is. */
static bool
path_check(const char *key, const char *path, int mode)
{
	if (access(path, mode) == 0)
		return true;
	fprintf(stderr, "%s = %s: %m\n", key, path);
	return false;
}

/* Secrets are for their owner (and a group that is meant to read them), never for all. */
static bool
secret_check(const char *key, const char *path)
{
	struct stat st;

	if (!path_check(key, path, R_OK))
		return false;
	if (stat(path, &st) == 0 && (st.st_mode & 07027) == 0)
		return true;
	fprintf(stderr, "%s = %s: others may read or change it; chmod 600\n", key, path);
	return false;
}

/* The keys of sealed columns: complete, and none of them for all to read. */
static bool
seal_check(const char *folder)
{
	char why[300];

	if (!secret_check("seal_dir", folder))
		return false;
	if (sealed_load(why, sizeof(why)))
		return true;
	fprintf(stderr, "seal_dir: %s\n", why);
	return false;
}

static bool
same_volume(const char *a, const char *b)
{
	struct stat sa, sb;

	if (stat(a, &sa) == 0 && stat(b, &sb) == 0 && sa.st_dev == sb.st_dev)
		return true;
	fprintf(stderr, "%s must be there, on the volume of %s\n", b, a);
	return false;
}

int
verb_check_config(struct ctl *ctl, int argc, char **argv)
{
	const struct config *c = &ctl->config;
	uint8_t key[KEY_BYTES];
	char why[300];
	bool fine = true;

	(void)argv;
	if (argc != 1)
		return CTL_USAGE;
	fine &= path_check("template_dir", c->template_dir, R_OK | X_OK);
	fine &= path_check("static_manifest", c->static_manifest, R_OK);
	fine &= path_check("run_dir", c->run_dir, W_OK | X_OK);
	fine &= path_check("upload_dir", c->upload_dir, W_OK | X_OK) &&
	    same_volume(c->upload_dir, arena_format(ctl->arena, "%s/tmp", c->upload_dir));
	fine &= secret_check("key_file", c->key_file);
	fine &= seal_check(c->seal_dir);
	if (*c->database_password_file)
		fine &= secret_check("database_password_file", c->database_password_file);
	if (!key_load(key, c->key_file, why, sizeof(why))) {
		fprintf(stderr, "%s\n", why);
		fine = false;
	}
	explicit_bzero(key, sizeof(key));
	if (c->upload_body_bytes < c->upload_file_bytes) {
		fputs("upload_body_bytes is smaller than upload_file_bytes\n", stderr);
		fine = false;
	}
	if (*c->fixed_now)
		fputs("note: fixed_now is set; the clock stands\n", stderr);
	if (!c->cookie_secure)
		fputs("note: cookie_secure is off; for a trial on this machine only\n", stderr);
	if (fine)
		puts("the settings are in order");
	return fine ? CTL_FINE : CTL_FAILED;
}

/* ---- status ---- */

struct findings {
	struct ctl *ctl;
	struct text json;
	bool healthy;
};

/* One line for a person, one member for a program. */
static void
say(struct findings *f, const char *name, const char *value)
{
	if (!f->ctl->json)
		printf("%-24s %s\n", name, value);
	text_add(&f->json, f->json.bytes ? ", \"" : "{ \"");
	text_add_json(&f->json, name);
	text_add(&f->json, "\": \"");
	text_add_json(&f->json, value);
	text_add(&f->json, "\"");
}

static void
say_counts(struct findings *f, const char *what, const struct statement *statement)
{
	struct query *q = query_new(f->ctl->db, f->ctl->arena, statement);

	while (query_next(q))
		say(f, arena_format(f->ctl->arena, "%s.%s", what, query_get(q, "state")), query_get(q, "count"));
}

static int
is_sql(const struct dirent *entry)
{
	return text_ends(entry->d_name, ".sql");
}

static void
say_schema(struct findings *f)
{
	struct query *q = query_new(f->ctl->db, f->ctl->arena, Q_MIGRATION_LAST);
	bool some = query_next(q) && !query_is_null(q, "number");
	DIR *dir = opendir(arena_format(f->ctl->arena, "%s/schema", ctl_sql_dir()));
	const struct dirent *entry;
	long long there, files = 0;

	while (dir && (entry = readdir(dir)) != NULL)
		files += is_sql(entry);
	if (dir)
		closedir(dir);
	there = some ? query_get_number(q, "done") : 0;
	say(f, "schema", some ? query_get(q, "number") : "0");
	if (there != files) {
		say(f, "schema.done", arena_format(f->ctl->arena, "%lld", there));
		say(f, "schema.wanted", arena_format(f->ctl->arena, "%lld", files));
		f->healthy = false;
	}
}

static void
say_calendar(struct findings *f)
{
	struct query *q = query_new(f->ctl->db, f->ctl->arena, Q_STATUS_CALENDAR);
	bool known = query_next(q);

	say(f, "calendar.version", known ? query_get(q, "version") : "none");
	say(f, "calendar.last_on", known ? query_get(q, "last_on") : "");
	if (!known || day_before(query_get_day(q, "last_on"), day_of_instant(f->ctl->now)))
		f->healthy = false;
}

/* A duty is late when it was not done for ten of its turns and five minutes more. */
static bool
duty_late(struct findings *f, const struct query *q)
{
	instant last = query_get_instant(q, "last_at");
	instant patience = (query_get_number(q, "every_s") * 10 + 300) * SECOND;

	return last == INSTANT_NONE || last < instant_add(f->ctl->now, -patience);
}

/* A portal whose clock never ran has no duties to be late with; that the clock is missing shows all the same. */
static void
say_clock(struct findings *f)
{
	struct query *q = query_new(f->ctl->db, f->ctl->arena, Q_STATUS_DUTIES);
	bool any = false;

	for (; query_next(q); any = true) {
		bool failed = !query_is_null(q, "failed_at"), late = duty_late(f, q);

		say(f, arena_format(f->ctl->arena, "clock.%s", query_get(q, "name")), arena_format(f->ctl->arena,
		    "%s %s%s%s", query_get(q, "last_at"), query_get(q, "last_count"), failed ? " failed: " : late ? " late" : "",
		    failed ? query_get(q, "last_error") : ""));
		f->healthy = f->healthy && !failed && !late;
	}
	if (!any)
		say(f, "clock", "has not run yet");
}

int
verb_status(struct ctl *ctl, int argc, char **argv)
{
	struct findings f = { .ctl = ctl, .healthy = true };

	for (int i = 1; i < argc; i++) {
		if (!text_is(argv[i], "--json"))
			return CTL_USAGE;
		ctl->json = true;
	}
	if (!db_begin(ctl->db, true))
		return ctl_fail_db("status", ctl->db);
	text_init(&f.json);
	say_schema(&f);
	say_calendar(&f);
	say_counts(&f, "items", Q_STATUS_ITEMS);
	say_counts(&f, "documents", Q_STATUS_DOCUMENTS);
	say_counts(&f, "cases", Q_STATUS_CASES);
	say_counts(&f, "accounts", Q_STATUS_ACCOUNTS);
	say_counts(&f, "messages", Q_STATUS_MESSAGES);
	say_clock(&f);
	if (!db_commit(ctl->db) || db_failed(ctl->db) != DB_FINE) {
		text_free(&f.json);
		return ctl_fail_db("status", ctl->db);
	}
	say(&f, "healthy", f.healthy ? "yes" : "no");
	if (ctl->json)
		printf("%s }\n", f.json.start);
	text_free(&f.json);
	return f.healthy ? CTL_FINE : CTL_FAILED;
}
