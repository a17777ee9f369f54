/* file.c - see file.h. */
#include "catalogue/file.h"

#include "base/folder.h"
#include "base/random.h"
#include "catalogue/elements.h"
#include "generated/queries/catalogue.h"
#include "generated/queries/guide.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
file_write(const char *path, const void *bytes, size_t n)
{
	int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
	const char *at = bytes;
	bool fine = fd >= 0;

	while (fine && n > 0) {
		ssize_t wrote = write(fd, at, n);

		if (wrote < 0 && errno == EINTR)
			continue;
		fine = wrote > 0;
		at += fine ? wrote : 0;
		n -= fine ? (size_t)wrote : 0;
	}
	fine = fine && fsync(fd) == 0;
	if (fd >= 0 && close(fd) != 0)
		fine = false;
	return fine;
}

void
blob_add(struct db *db, struct arena *arena, const char *sha256, size_t bytes, instant now)
{
	struct query *q = query_new(db, arena, Q_BLOB_ADD);

	query_text(q, "sha256", sha256);
	query_number(q, "bytes", (long long)bytes);
	query_instant(q, "now", now);
	query_run(q);	/* a file that is there already is the same file */
}

bool
file_keep(struct db *db, struct arena *arena, const char *upload_dir, const void *bytes, size_t n, instant now,
    char sha256[static 65], char *why, size_t why_bytes)
{
	const char *folder, *path, *fresh, *tmp = arena_format(arena, "%s/tmp", upload_dir);
	uint8_t hash[HASH_BYTES];

	sha256_of(hash, bytes, n);
	for (size_t i = 0; i < HASH_BYTES; i++)
		snprintf(sha256 + 2 * i, 3, "%02x", hash[i]);
	folder = arena_format(arena, "%s/%.2s", upload_dir, sha256);
	path = arena_format(arena, "%s/%s", folder, sha256);
	fresh = arena_format(arena, "%s/%s.new", tmp, sha256);
	if (!folder_make(tmp, upload_dir) || !folder_make(folder, upload_dir) || !file_write(fresh, bytes, n) ||
	    rename(fresh, path) != 0 || !folder_sync(folder)) {
		snprintf(why, why_bytes, "%s: %s", path, strerror(errno));
		return false;
	}
	blob_add(db, arena, sha256, n, now);
	return true;
}

char *
file_read(struct arena *arena, const char *upload_dir, const char *sha256, size_t *bytes)
{
	FILE *f = fopen(arena_format(arena, "%s/%.2s/%s", upload_dir, sha256, sha256), "rbe");
	struct stat about;
	char *all;

	if (!f)
		return NULL;
	if (fstat(fileno(f), &about) != 0)
		about.st_size = 0;
	*bytes = (size_t)about.st_size;
	all = arena_get(arena, *bytes + 1);
	if (fread(all, 1, *bytes, f) != *bytes)
		all = NULL;
	fclose(f);
	return all;
}

void
form_set(struct db *db, struct arena *arena, const char *name, const char *sha256, const char *content_type, size_t bytes,
    instant now)
{
	struct query *q = query_new(db, arena, Q_FORM_SET);

	query_text(q, "name", name);
	query_text(q, "sha256", sha256);
	query_text(q, "content_type", content_type);
	query_number(q, "bytes", (long long)bytes);
	query_instant(q, "now", now);
	query_run(q);
	q = query_new(db, arena, Q_GUIDE_ELEMENTS_OF_FORM);
	query_text(q, "name", name);
	while (query_next(q))		/* their guides now offer it */
		elements_keep(db, arena, (uint64_t)query_get_number(q, "version_id"));
}
