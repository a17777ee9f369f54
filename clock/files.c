/*
 * files.c - files that no row speaks of.
 *
 * A file is kept before the row that names it is committed; when that fails, the
 * file stays behind.  After a day it is taken away: first into tmp/, where it can
 * be put back, and for good a day later.  A file that a row speaks of is never
 * touched, whatever happens at the same time:
 *
 *	- who keeps a file that is there already makes it new again (upload.c), so
 *	  it is a day old no longer; or finds it gone, and puts its own there;
 *	- what was moved is looked at once more, file and rows, and put back when
 *	  either speaks for it.  So it is at the start, should this have been cut off.
 */
#include "clock/clock.h"

#include "base/folder.h"
#include "base/log.h"
#include "base/text.h"
#include "generated/queries/clock.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAME_BYTES = 64 };
#define ORPHAN "orphan-"

struct sweeping {
	struct clock *clock;
	long long files, moved, gone, back;
};

static bool
is_old(struct clock *c, const struct timespec *at)
{
	return (instant)at->tv_sec * SECOND < instant_add(c->now, -(24 * HOUR));
}

/* Does any row speak of it?  When the database does not answer: yes. */
static bool
spoken_of(struct clock *c, const char *sha256)
{
	struct query *q;

	db_ready(c->db);
	q = clock_query(c, Q_FILE_SPOKEN_OF);
	query_text(q, "sha256", sha256);
	return !query_next(q) || query_get_number(q, "spoken") != 0;
}

static const char *
place_of(struct clock *c, const char *sha256)
{
	return arena_format(c->act_arena, "%s/%.2s/%s", c->config->upload_dir, sha256, sha256);
}

static const char *
aside_of(struct clock *c, const char *sha256)
{
	return arena_format(c->act_arena, "%s/tmp/" ORPHAN "%s", c->config->upload_dir, sha256);
}

/* Another may have come to its place meanwhile: then that one stays. */
static void
put_back(struct sweeping *s, const char *sha256)
{
	struct clock *c = s->clock;

	if (link(aside_of(c, sha256), place_of(c, sha256)) != 0 && errno != EEXIST) {
		log_error("files", "cannot_put_back", sha256, "why", strerror(errno), NULL);
		return;
	}
	folder_sync(arena_format(c->act_arena, "%s/%.2s", c->config->upload_dir, sha256));
	unlink(aside_of(c, sha256));
	s->back++;
}

static void
move_aside(struct sweeping *s, const char *sha256)
{
	struct clock *c = s->clock;
	struct stat st;

	if (rename(place_of(c, sha256), aside_of(c, sha256)) != 0)
		return;
	s->moved++;
	if (stat(aside_of(c, sha256), &st) != 0 || !is_old(c, &st.st_mtim) || spoken_of(c, sha256))
		put_back(s, sha256);
}

static bool
is_name(const char *name)
{
	return strlen(name) == NAME_BYTES && name[strspn(name, "0123456789abcdef")] == '\0';
}

static int
by_text(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names that blobs knows of one folder, sorted; NULL when the database did not answer. */
static const char **
names_known(struct clock *c, const char *folder, size_t *count)
{
	const char **names = NULL;
	struct query *q;

	db_ready(c->db);
	q = query_new(c->db, c->arena, Q_FILES_KNOWN);
	query_text(q, "first", folder);
	query_text(q, "last", arena_format(c->arena, "%sg", folder));	/* g follows f */
	for (*count = 0; query_next(q); names[(*count)++] = query_get(q, "sha256"))
		if (*count % 1024 == 0)
			names = memory_more(names, (*count + 1024) * sizeof(*names));
	if (db_failed(c->db) == DB_FINE)
		return names ? names : memory_get(sizeof(*names));
	free(names);
	return NULL;
}

static void
folder_sweep(struct sweeping *s, DIR *dir, const char *const *known, size_t count)
{
	const struct dirent *entry;
	struct stat st;

	while ((entry = readdir(dir)) != NULL && !clock_ending()) {
		const char *name = entry->d_name;

		arena_reset(s->clock->act_arena);
		if (!is_name(name))
			continue;
		s->files++;
		if (count > 0 && bsearch(&name, known, count, sizeof(*known), by_text) != NULL)
			continue;
		if (fstatat(dirfd(dir), name, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISREG(st.st_mode) &&
		    is_old(s->clock, &st.st_mtim) && !spoken_of(s->clock, name))
			move_aside(s, name);
	}
}

static bool
folder_each(struct sweeping *s, const char *folder)
{
	struct clock *c = s->clock;
	DIR *dir = opendir(arena_format(c->arena, "%s/%s", c->config->upload_dir, folder));
	const char **known;
	size_t count;

	if (dir == NULL)
		return true;
	known = names_known(c, folder, &count);
	if (known != NULL)
		folder_sweep(s, dir, known, count);
	free(known);
	closedir(dir);
	return known != NULL;
}

/* What was moved a day ago goes for good; what a row speaks of after all comes back; uploads cut off go. */
static void
aside_sweep(struct sweeping *s)
{
	struct clock *c = s->clock;
	DIR *dir = opendir(arena_format(c->arena, "%s/tmp", c->config->upload_dir));
	const struct dirent *entry;
	struct stat st;

	while (dir != NULL && (entry = readdir(dir)) != NULL && !clock_ending()) {
		const char *sha256 = entry->d_name + strlen(ORPHAN);

		arena_reset(c->act_arena);
		if (fstatat(dirfd(dir), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(st.st_mode))
			continue;
		if (text_starts(entry->d_name, ORPHAN) && is_name(sha256) && spoken_of(c, sha256))
			put_back(s, sha256);
		else if (is_old(c, text_starts(entry->d_name, ORPHAN) ? &st.st_ctim : &st.st_mtim) &&
		    unlinkat(dirfd(dir), entry->d_name, 0) == 0)
			s->gone++;
	}
	if (dir != NULL)
		closedir(dir);
}

static void
sweep_log(const struct sweeping *s)
{
	char files[24], moved[24], gone[24], back[24];

	snprintf(files, sizeof(files), "%lld", s->files);
	snprintf(moved, sizeof(moved), "%lld", s->moved);
	snprintf(gone, sizeof(gone), "%lld", s->gone);
	snprintf(back, sizeof(back), "%lld", s->back);
	log_info("files", "seen", files, "moved", moved, "put_back", back, "gone", gone, NULL);
}

long long
duty_files(struct clock *c)
{
	struct sweeping s = { .clock = c };
	char folder[3];
	bool fine = true;

	aside_sweep(&s);
	for (int i = 0; i < 256 && fine && !clock_ending(); i++) {
		snprintf(folder, sizeof(folder), "%02x", (unsigned)(i & 0xff));
		arena_reset(c->arena);
		fine = folder_each(&s, folder);
	}
	sweep_log(&s);
	return fine ? s.moved + s.back + s.gone : -1;
}
