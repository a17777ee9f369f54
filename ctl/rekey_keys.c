/*
 * rekey_keys.c - a new key for sealed columns, made where the others lie.
 *
 * It is whole before it has its name, so that a worker that looks meanwhile sees
 * the folder without it or with all of it.  It belongs to whom the folder belongs.
 */
#include "ctl/ctl.h"

#include "base/random.h"
#include "base/sealed.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
key_write(int dir, const char *name)
{
	uint8_t key[KEY_BYTES];
	struct text hex;
	struct stat st;
	bool fine;
	int fd = openat(dir, "new", O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0600);

	if (fd < 0)
		return false;
	random_bytes(key, sizeof(key));
	text_init(&hex);
	text_add_hex(&hex, key, sizeof(key));
	text_add(&hex, "\n");
	fine = write(fd, hex.start, hex.bytes) == (ssize_t)hex.bytes && fstat(dir, &st) == 0 &&
	    (geteuid() != 0 || fchown(fd, st.st_uid, st.st_gid) == 0) && fchmod(fd, 0640) == 0 && fsync(fd) == 0;
	explicit_bzero(hex.start, hex.bytes);
	explicit_bzero(key, sizeof(key));
	text_free(&hex);
	close(fd);
	return fine && renameat(dir, "new", dir, name) == 0 && fsync(dir) == 0;
}

/* One more than the highest there is: a version is never used twice. */
static unsigned
next_version(int dir)
{
	DIR *list = fdopendir(fcntl(dir, F_DUPFD_CLOEXEC, 0));
	const struct dirent *e;
	unsigned next = 1;

	while (list && (e = readdir(list)) != NULL) {
		unsigned number = (unsigned)strtoul(e->d_name, NULL, 10);

		if (text_ends(e->d_name, ".key") && number >= next)
			next = number + 1;
	}
	if (list)
		closedir(list);
	return next;
}

unsigned
ctl_key_add(const char *folder)
{
	char name[32];
	unsigned version;
	bool fine;
	int dir;

	if (mkdir(folder, 0750) != 0 && errno != EEXIST)
		return ctl_fail("%s: %m", folder), 0;
	dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0)
		return ctl_fail("%s: %m", folder), 0;
	fine = faccessat(dir, "index.key", F_OK, 0) == 0 || key_write(dir, "index.key");
	version = next_version(dir);
	snprintf(name, sizeof(name), "%u.key", version);
	fine = fine && key_write(dir, name);
	if (!fine)
		ctl_fail("%s: no key can be written: %m", folder);
	close(dir);
	return fine ? version : 0;
}
