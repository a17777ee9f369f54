/* backup.c - makes a backup and checks one: see backup.h. */
#include "ctl/backup.h"

#include "base/folder.h"
#include "base/text.h"
#include "ctl/run.h"
#include "record/seal.h"

#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

enum { HEADER_BYTES = 8192, PIECE = 1 << 16, PATH_TEXT = 4096 };

const char *
backup_key_sum(struct ctl *ctl)
{
	uint8_t machine[KEY_BYTES], key[KEY_BYTES], hash[HASH_BYTES];
	char sum[SUM_TEXT], why[300];

	if (!key_load(machine, ctl->config.key_file, why, sizeof(why)))
		return ctl_fail("%s", why), NULL;
	key_for(key, machine, "backup");
	sha256_of(hash, key, sizeof(key));
	sodium_memzero(machine, sizeof(machine));
	sodium_memzero(key, sizeof(key));
	sodium_bin2hex(sum, sizeof(sum), hash, sizeof(hash));
	return arena_text(ctl->arena, sum);
}

/* ---- the manifest ---- */

static void
manifest_print(struct text *to, const struct backup *b)
{
	text_format(to, "# A backup of Yimen.  It holds no key, neither key_file nor seal_dir: see docs/operations.md.\nformat = 1\n");
	text_format(to, "made_at = %s\ndatabase = %s\nhead = %s\n", b->made_at, b->database, b->head);
	text_format(to, "log = %s\nlog_at = %lld\n", b->log, b->log_at);
	text_format(to, "dump_sum = %s\nkey_sum = %s\n", b->dump_sum, b->key_sum);
	text_format(to, "files = %lld\nfile_bytes = %lld\n", b->files, b->file_bytes);
}

/* Written aside, synced, renamed: it is there whole or not at all. */
static bool
manifest_write(struct ctl *ctl, const struct backup *b)
{
	const char *path = arena_format(ctl->arena, "%s/backup.txt", b->dir);
	const char *aside = arena_format(ctl->arena, "%s.new", path);
	FILE *f = fopen(aside, "wxe");
	struct text text;
	bool fine;

	if (!f)
		return ctl_fail("%s: %m", aside), false;
	text_init(&text);
	manifest_print(&text, b);
	fine = fwrite(text.start, 1, text.bytes, f) == text.bytes && fflush(f) == 0 && fsync(fileno(f)) == 0;
	fine = fclose(f) == 0 && fine;
	text_free(&text);
	if (!fine || rename(aside, path) != 0 || !folder_sync(b->dir))
		return ctl_fail("%s: %m", path), false;
	return true;
}

/* The value of a key of the manifest; NULL when it has none. */
static const char *
manifest_value(struct ctl *ctl, const char *manifest, const char *key)
{
	size_t length = strlen(key);

	for (const char *line = manifest; *line; line += strcspn(line, "\n"), line += *line == '\n')
		if (strncmp(line, key, length) == 0 && strncmp(line + length, " = ", 3) == 0)
			return arena_text_n(ctl->arena, line + length + 3, strcspn(line + length + 3, "\n"));
	return NULL;
}

bool
backup_read(struct ctl *ctl, const char *dir, struct backup *b)
{
	char *manifest = ctl_file(ctl, arena_format(ctl->arena, "%s/backup.txt", dir), NULL);
	const char *files, *bytes, *at, *format;

	if (!manifest)
		return false;
	format = manifest_value(ctl, manifest, "format");
	*b = (struct backup){ .dir = dir, .made_at = manifest_value(ctl, manifest, "made_at"),
	    .database = manifest_value(ctl, manifest, "database"), .head = manifest_value(ctl, manifest, "head"),
	    .log = manifest_value(ctl, manifest, "log"), .dump_sum = manifest_value(ctl, manifest, "dump_sum"),
	    .key_sum = manifest_value(ctl, manifest, "key_sum") };
	files = manifest_value(ctl, manifest, "files");
	bytes = manifest_value(ctl, manifest, "file_bytes");
	at = manifest_value(ctl, manifest, "log_at");
	if (!text_is(format, "1") || !b->made_at || !b->database || !b->head || !b->log || !b->dump_sum || !b->key_sum ||
	    !files || !bytes || !at || !text_number(files, 0, INT64_MAX, &b->files) ||
	    !text_number(bytes, 0, INT64_MAX, &b->file_bytes) || !text_number(at, 0, INT64_MAX, &b->log_at))
		return ctl_fail("%s/backup.txt is no manifest of a backup", dir), false;
	return true;
}

/* ---- the database ---- */

/* "-- CHANGE MASTER TO MASTER_LOG_FILE='yimen-bin.000003', MASTER_LOG_POS=1234;" among the first lines of a dump. */
static bool
log_find(struct ctl *ctl, const char *header, struct backup *b)
{
	static const char file[] = "MASTER_LOG_FILE='", place[] = "MASTER_LOG_POS=";
	const char *log = strstr(header, file), *at = strstr(header, place);

	if (!log || !at)
		return false;
	log += strlen(file);
	b->log = arena_text_n(ctl->arena, log, strcspn(log, "'"));
	at += strlen(place);
	return text_number(arena_text_n(ctl->arena, at, strspn(at, "0123456789")), 0, INT64_MAX, &b->log_at);
}

/* Everything the dump prints, into the file; its first bytes into header. */
static bool
dump_pour(int from, gzFile to, char header[static HEADER_BYTES])
{
	static char piece[PIECE];
	size_t known = 0;
	ssize_t n;

	while ((n = read(from, piece, sizeof(piece))) > 0) {
		size_t more = HEADER_BYTES - 1 - known < (size_t)n ? HEADER_BYTES - 1 - known : (size_t)n;

		memcpy(header + known, piece, more);
		known += more;
		if (gzwrite(to, piece, (unsigned)n) != (int)n)
			return false;
	}
	header[known] = '\0';
	return n == 0;
}

static const char *
file_sum(struct ctl *ctl, const char *path)
{
	static uint8_t piece[PIECE];
	crypto_hash_sha256_state state;
	uint8_t hash[HASH_BYTES];
	char sum[SUM_TEXT];
	FILE *f = fopen(path, "rbe");
	size_t n;
	bool fine;

	if (!f)
		return ctl_fail("%s: %m", path), NULL;
	crypto_hash_sha256_init(&state);
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		crypto_hash_sha256_update(&state, piece, n);
	fine = !ferror(f);
	fclose(f);
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(sum, sizeof(sum), hash, sizeof(hash));
	return fine ? arena_text(ctl->arena, sum) : (ctl_fail("%s: %m", path), NULL);
}

static bool
database_dump(struct ctl *ctl, const char *admin, struct backup *b)
{
	const char *path = arena_format(ctl->arena, "%s/database.sql.gz", b->dir);
	const char *const argv[] = { "mariadb-dump", "--no-defaults", arena_format(ctl->arena, "--socket=%s",
	    db_socket(ctl->db)), arena_format(ctl->arena, "--user=%s", admin), "--single-transaction",
	    "--quick", "--hex-blob", "--master-data=2", "--no-tablespaces", "--skip-triggers",
	    "--default-character-set=utf8mb4", ctl->config.database_name, NULL };
	char header[HEADER_BYTES];
	struct run dump;
	gzFile to;
	bool fine;
	int fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640);

	if (fd < 0 || !(to = gzdopen(fcntl(fd, F_DUPFD_CLOEXEC, 0), "wb6")))
		return ctl_fail("%s: %m", path), false;
	if (!run_reading(&dump, argv)) {
		gzclose(to);
		close(fd);
		return ctl_fail("mariadb-dump: %m"), false;
	}
	fine = dump_pour(dump.fd, to, header);
	fine = gzclose(to) == Z_OK && fsync(fd) == 0 && fine;
	close(fd);
	if (!run_end(&dump) || !fine)
		return ctl_fail("the database could not be copied to %s", path), false;
	if (!log_find(ctl, header, b))
		return ctl_fail("the database keeps no binary log, so that nothing after this could be restored"), false;
	b->dump_sum = file_sum(ctl, path);
	return b->dump_sum != NULL;
}

/* ---- the files ---- */

struct copying {
	struct ctl *ctl;
	struct backup *to;
	const char *from, *before;	/* before: the files of an earlier backup, or NULL */
	char folder[3];			/* made last */
};

static bool
file_keep(void *arg, const char *folder, const char *name)
{
	struct copying *c = arg;
	char above[PATH_TEXT], within[PATH_TEXT], to[PATH_TEXT], from[PATH_TEXT];
	long long bytes = 0;
	struct stat st;

	snprintf(above, sizeof(above), "%s/files", c->to->dir);
	snprintf(within, sizeof(within), "%s/files/%s", c->to->dir, folder);
	snprintf(to, sizeof(to), "%s/files/%s/%s", c->to->dir, folder, name);
	if (strcmp(c->folder, folder) != 0) {
		if (!folder_make(within, above))
			return ctl_fail("%s: %m", within), false;
		memcpy(c->folder, folder, sizeof(c->folder));
	}
	/* What an earlier backup holds is the same by its name: one copy serves both. */
	snprintf(from, sizeof(from), "%s/%s/%s", c->before ? c->before : "", folder, name);
	if (c->before && link(from, to) == 0) {
		bytes = stat(to, &st) == 0 ? st.st_size : 0;
	} else {
		snprintf(from, sizeof(from), "%s/%s/%s", c->from, folder, name);
		if (!stored_copy(from, to, name, &bytes))
			return false;
	}
	c->to->files++;
	c->to->file_bytes += bytes;
	return true;
}

static bool
files_copy(struct ctl *ctl, struct backup *b, const char *before)
{
	struct copying c = { ctl, b, ctl->config.upload_dir, before ? arena_format(ctl->arena, "%s/files", before) : NULL, "" };
	const char *files = arena_format(ctl->arena, "%s/files", b->dir);

	if (mkdir(files, 0750) != 0)
		return ctl_fail("%s: %m", files), false;
	return stored_walk(c.from, file_keep, &c);
}

/* ---- the verbs ---- */

static bool
head_read(struct ctl *ctl, struct backup *b)
{
	char text[RECORD_HEAD_TEXT];
	struct record_head head;

	if (!record_head_now(ctl->db, ctl->arena, &head))
		return ctl_fail_db("backup", ctl->db), false;
	b->head = head.position > 0 ? arena_text(ctl->arena, record_head_print(&head, text)) : "";
	return true;
}

int
verb_backup(struct ctl *ctl, int argc, char **argv)
{
	static const struct option options[] = {
		{ "admin", required_argument, NULL, 'a' }, { "after", required_argument, NULL, 'b' }, { NULL, 0, NULL, 0 }
	};
	const char *admin = "root", *before = NULL;
	struct backup b = { 0 };
	char made_at[INSTANT_TEXT];
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1) {
		if (option == 'a')
			admin = optarg;
		else if (option == 'b')
			before = optarg;
		else
			return CTL_USAGE;
	}
	if (argc - optind != 1)
		return CTL_USAGE;
	b.dir = argv[optind];
	b.made_at = instant_print(ctl->now, made_at);
	b.database = ctl->config.database_name;
	b.key_sum = backup_key_sum(ctl);
	if (!b.key_sum)
		return CTL_FAILED;
	if (mkdir(b.dir, 0750) != 0)
		return ctl_fail("%s: %m", b.dir);
	if (!head_read(ctl, &b) || !database_dump(ctl, admin, &b) || !files_copy(ctl, &b, before) || !manifest_write(ctl, &b))
		return CTL_FAILED;
	printf("%s: the database as of %s %lld, %lld files, %lld bytes; head %s\n", b.dir, b.log, b.log_at, b.files, b.file_bytes,
	    *b.head ? b.head : "none");
	return CTL_FINE;
}

struct counting {
	const char *dir;
	long long files, faults;
};

static bool
file_check(void *arg, const char *folder, const char *name)
{
	struct counting *c = arg;
	char path[PATH_TEXT];
	long long bytes;

	snprintf(path, sizeof(path), "%s/files/%s/%s", c->dir, folder, name);
	c->faults += !stored_copy(path, NULL, name, &bytes);
	c->files++;
	return true;
}

bool
backup_check(struct ctl *ctl, const struct backup *b)
{
	struct counting c = { b->dir, 0, 0 };
	const char *sum = file_sum(ctl, arena_format(ctl->arena, "%s/database.sql.gz", b->dir));

	if (!sum)
		return false;
	if (!text_is(sum, b->dump_sum)) {
		ctl_fail("%s/database.sql.gz is not what the manifest says", b->dir);
		c.faults++;
	}
	if (!stored_walk(arena_format(ctl->arena, "%s/files", b->dir), file_check, &c))
		return false;
	if (c.files != b->files) {
		ctl_fail("%s/files has %lld files, and %lld were kept", b->dir, c.files, b->files);
		c.faults++;
	}
	return c.faults == 0;
}

int
verb_check_backup(struct ctl *ctl, int argc, char **argv)
{
	struct backup b;

	if (argc != 2)
		return CTL_USAGE;
	if (!backup_read(ctl, argv[1], &b) || !backup_check(ctl, &b))
		return CTL_FAILED;
	printf("%s: of %s, whole: %lld files, %lld bytes\n", b.dir, b.made_at, b.files, b.file_bytes);
	return CTL_FINE;
}
