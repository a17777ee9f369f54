/*
 * restore.c - makes the portal again from a backup, up to a point in time.
 *
 * The database must be new: nothing is ever written over.  After the snapshot
 * come, when they are given, the binary logs written since, up to a second.
 * It ends where every restore must: the record is walked, and the head the
 * backup noted must be in it.
 */
#include "ctl/backup.h"

#include "base/folder.h"
#include "base/text.h"
#include "ctl/run.h"
#include "generated/queries/ctl.h"

#include <dirent.h>
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { PIECE = 1 << 16, PATH_TEXT = 4096, LOGS_MOST = 1000 };

struct restoring {
	struct ctl *ctl;
	struct backup from;
	const char *admin, *logs, *until;	/* logs: a folder of binary logs, or NULL */
	char folder[3];
};

/* mariadb, as the administrator, on our database; a long statement is no mistake here. */
static const char *const *
client(struct restoring *r)
{
	struct arena *a = r->ctl->arena;
	const char **argv = arena_array(a, const char *, 9);

	argv[0] = "mariadb";
	argv[1] = "--no-defaults";
	argv[2] = arena_format(a, "--socket=%s", db_socket(r->ctl->db));
	argv[3] = arena_format(a, "--user=%s", r->admin);
	argv[4] = "--default-character-set=utf8mb4";
	argv[5] = "--init-command=SET SESSION max_statement_time = 0";
	argv[6] = "--binary-mode";
	argv[7] = r->ctl->config.database_name;
	argv[8] = NULL;
	return argv;
}

static bool
snapshot_pour(gzFile from, int to)
{
	static char piece[PIECE];
	int n;

	while ((n = gzread(from, piece, sizeof(piece))) > 0)
		for (int done = 0; done < n; ) {
			ssize_t w = write(to, piece + done, (size_t)(n - done));

			if (w < 0)
				return false;
			done += (int)w;
		}
	return n == 0;
}

static bool
snapshot_load(struct restoring *r)
{
	const char *path = arena_format(r->ctl->arena, "%s/database.sql.gz", r->from.dir);
	gzFile from = gzopen(path, "rb");
	struct run to;
	bool fine;

	if (!from)
		return ctl_fail("%s: %m", path), false;
	if (!run_writing(&to, client(r))) {
		gzclose(from);
		return ctl_fail("mariadb: %m"), false;
	}
	fine = snapshot_pour(from, to.fd);
	fine = gzclose(from) == Z_OK && fine;
	if (!run_end(&to) || !fine)
		return ctl_fail("%s could not be read into the database", path), false;
	return true;
}

/* ---- what was written after the snapshot ---- */

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The logs from the snapshot's on, in order: NAME.000003 follows NAME.000002. */
static size_t
logs_find(struct restoring *r, const char **argv, size_t room)
{
	size_t stem = strcspn(r->from.log, "."), count = 0;
	DIR *d = opendir(r->logs);
	struct dirent *entry;

	while (d && (entry = readdir(d)) != NULL)
		if (count < room && strncmp(entry->d_name, r->from.log, stem + 1) == 0 &&
		    strspn(entry->d_name + stem + 1, "0123456789") == strlen(entry->d_name) - stem - 1 &&
		    strcmp(entry->d_name, r->from.log) >= 0)
			argv[count++] = arena_format(r->ctl->arena, "%s/%s", r->logs, entry->d_name);
	if (d)
		closedir(d);
	if (count > 0)
		qsort(argv, count, sizeof(*argv), by_name);
	return count;
}

static bool
logs_replay(struct restoring *r)
{
	struct arena *a = r->ctl->arena;
	const char **argv = arena_array(a, const char *, LOGS_MOST + 8);
	const char *name = r->ctl->config.database_name;
	struct run to, from;
	size_t n = 0, logs;
	bool fine;

	argv[n++] = "mariadb-binlog";
	argv[n++] = "--no-defaults";
	argv[n++] = arena_format(a, "--start-position=%lld", r->from.log_at);
	if (!text_is(name, r->from.database))
		argv[n++] = arena_format(a, "--rewrite-db=%s->%s", r->from.database, name);
	argv[n++] = arena_format(a, "--database=%s", r->from.database);	/* as the logs call it */
	if (r->until)
		argv[n++] = arena_format(a, "--stop-datetime=%s", r->until);
	logs = logs_find(r, argv + n, LOGS_MOST);
	argv[n + logs] = NULL;
	if (logs == 0 || !text_ends(argv[n], r->from.log))
		return ctl_fail("%s: there is no %s, where the snapshot was taken", r->logs, r->from.log), false;
	if (!run_writing(&to, client(r)))
		return ctl_fail("mariadb: %m"), false;
	fine = run_into(&from, argv, to.fd);
	if (fine)
		fine = run_end(&from);
	fine = run_end(&to) && fine;
	return fine || (ctl_fail("the binary logs could not be replayed"), false);
}

/* ---- files ---- */

static bool
file_back(void *arg, const char *folder, const char *name)
{
	struct restoring *r = arg;
	const char *store = r->ctl->config.upload_dir;
	char within[PATH_TEXT], from[PATH_TEXT], to[PATH_TEXT];
	long long bytes;

	snprintf(within, sizeof(within), "%s/%s", store, folder);
	snprintf(from, sizeof(from), "%s/files/%s/%s", r->from.dir, folder, name);
	snprintf(to, sizeof(to), "%s/%s/%s", store, folder, name);
	if (strcmp(r->folder, folder) != 0) {
		if (!folder_make(within, store))
			return ctl_fail("%s: %m", within), false;
		memcpy(r->folder, folder, sizeof(r->folder));
	}
	return stored_copy(from, to, name, &bytes);
}

/* ---- the verb ---- */

static bool
database_is_new(struct ctl *ctl)
{
	struct query *q;
	bool none;

	if (!db_begin(ctl->db, true))
		return ctl_fail_db("restore", ctl->db), false;
	q = query_new(ctl->db, ctl->arena, Q_TABLES_THERE);
	none = query_next(q) && query_get_number(q, "count") == 0;
	if (!db_commit(ctl->db))
		return ctl_fail_db("restore", ctl->db), false;
	return none || (ctl_fail("the database %s has tables: a restore goes into a new one", ctl->config.database_name), false);
}

static int
verify_all(struct ctl *ctl, const struct backup *b)
{
	char verify[] = "verify", head[] = "--head";
	char *argv[] = { verify, head, arena_text(ctl->arena, b->head), NULL };

	optind = 0;	/* getopt begins anew */
	if (*b->head == '\0')
		argv[1] = NULL;
	return verb_verify(ctl, *b->head != '\0' ? 3 : 1, argv);
}

static int
accounts_and_rights(struct restoring *r, int (*verb)(struct ctl *, int, char **), const char *name)
{
	char admin[] = "--admin";
	char *argv[] = { arena_text(r->ctl->arena, name), admin, arena_text(r->ctl->arena, r->admin), NULL };

	optind = 0;
	return verb(r->ctl, 3, argv);
}

static int
restore(struct restoring *r)
{
	const char *key_sum = backup_key_sum(r->ctl);

	if (!key_sum || !backup_check(r->ctl, &r->from))
		return CTL_FAILED;
	if (!text_is(key_sum, r->from.key_sum))
		return ctl_fail("the key of these settings is not the one the backup was made under");
	if (accounts_and_rights(r, verb_accounts, "accounts") != CTL_FINE || !database_is_new(r->ctl))
		return CTL_FAILED;
	puts("the backup is whole; reading the snapshot");
	fflush(stdout);
	if (!snapshot_load(r) || (r->logs && !logs_replay(r)) ||
	    !stored_walk(arena_format(r->ctl->arena, "%s/files", r->from.dir), file_back, r))
		return CTL_FAILED;
	if (accounts_and_rights(r, verb_grants, "grants") != CTL_FINE)
		return CTL_FAILED;
	return verify_all(r->ctl, &r->from);
}

int
verb_restore(struct ctl *ctl, int argc, char **argv)
{
	static const struct option options[] = {
		{ "admin", required_argument, NULL, 'a' }, { "logs", required_argument, NULL, 'l' },
		{ "until", required_argument, NULL, 'u' }, { NULL, 0, NULL, 0 }
	};
	struct restoring r = { .ctl = ctl, .admin = "root" };
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'a')
			r.admin = optarg;
		else if (option == 'l')
			r.logs = optarg;
		else if (option == 'u')
			r.until = optarg;
		else
			return CTL_USAGE;
	}
	if (argc - optind != 1 || (r.until && !r.logs))
		return CTL_USAGE;
	if (r.until && instant_parse(r.until) == INSTANT_NONE)
		return ctl_fail("--until takes a time as 2026-05-08 09:30:00");
	setenv("TZ", "CST-8", 1);	/* mariadb-binlog reads --until in its own zone: China's, as all our times */
	if (!backup_read(ctl, argv[optind], &r.from))
		return CTL_FAILED;
	return restore(&r);
}
