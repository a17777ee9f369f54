/* stored.c - the stored files of a portal or of a backup: walked, copied, held against their names. */
#include "ctl/backup.h"

#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

enum { PATH_TEXT = 4096, PIECE = 1 << 16 };

static bool
is_hex(const char *name, size_t length)
{
	return strlen(name) == length && strspn(name, "0123456789abcdef") == length;
}

static bool
folder_walk(const char *dir, const char *folder, stored_file *fn, void *arg)
{
	char path[PATH_TEXT];
	struct dirent *entry;
	bool going = true;
	DIR *d;

	snprintf(path, sizeof(path), "%s/%s", dir, folder);
	d = opendir(path);
	if (!d)
		return ctl_fail("%s: %m", path), false;
	while (going && (entry = readdir(d)) != NULL)
		if (is_hex(entry->d_name, SUM_TEXT - 1))
			going = fn(arg, folder, entry->d_name);
	closedir(d);
	return going;
}

bool
stored_walk(const char *dir, stored_file *fn, void *arg)
{
	DIR *d = opendir(dir);
	struct dirent *entry;
	bool going = true;

	if (!d)
		return ctl_fail("%s: %m", dir), false;
	while (going && (entry = readdir(d)) != NULL)
		if (is_hex(entry->d_name, 2))
			going = folder_walk(dir, entry->d_name, fn, arg);
	closedir(d);
	return going;
}

/* Reads one to its end, into the other where there is one; its sum and its size. */
static bool
pour(int from, int to, char sum[static SUM_TEXT], long long *bytes)
{
	static uint8_t piece[PIECE];
	crypto_hash_sha256_state state;
	uint8_t hash[HASH_BYTES];
	ssize_t n;

	crypto_hash_sha256_init(&state);
	*bytes = 0;
	while ((n = read(from, piece, sizeof(piece))) > 0) {
		crypto_hash_sha256_update(&state, piece, (unsigned long long)n);
		if (to >= 0 && write(to, piece, (size_t)n) != n)
			return false;
		*bytes += n;
	}
	crypto_hash_sha256_final(&state, hash);
	sodium_bin2hex(sum, SUM_TEXT, hash, sizeof(hash));
	return n == 0 && (to < 0 || fsync(to) == 0);
}

bool
stored_copy(const char *from, const char *to, const char *name, long long *bytes)
{
	int in = open(from, O_RDONLY | O_CLOEXEC), out = -1;
	char sum[SUM_TEXT];
	bool fine;

	if (in < 0)
		return ctl_fail("%s: %m", from), false;
	if (to && (out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0640)) < 0) {
		close(in);
		return errno == EEXIST || (ctl_fail("%s: %m", to), false);
	}
	fine = pour(in, out, sum, bytes);
	if (!fine)
		ctl_fail("%s: %m", to ? to : from);
	close(in);
	if (out >= 0 && close(out) != 0)
		fine = false;
	if (fine && strcmp(sum, name) != 0)
		fine = (ctl_fail("%s is not what its name says: it was changed or has decayed", from), false);
	return fine;
}
