/* payment_folder.c - the gateway of a folder: *.csv are the bank's; those that were read lie in read/. */
#include "clock/payments.h"

#include "base/folder.h"
#include "base/log.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FILE_BYTES_MOST = 16 << 20 };

static bool
folder_ready(const struct config *config)
{
	return *config->payments_dir != '\0';
}

/* Names that begin with a point are still being written. */
static bool
is_file_of_rows(const char *name)
{
	return name[0] != '.' && text_ends(name, ".csv");
}

static bool
bytes_read(const char *path, struct text *bytes)
{
	char part[8192];
	struct stat about;
	ssize_t n = -1;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (fd < 0)
		return false;
	if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_size <= FILE_BYTES_MOST)
		while ((n = read(fd, part, sizeof(part))) > 0)
			text_add_n(bytes, part, (size_t)n);
	close(fd);
	return n == 0;
}

/* The first by name: files are read in the order their names give them. */
static const char *
first_of(struct clock *c, DIR *folder)
{
	const char *first = NULL;
	struct dirent *entry;

	while ((entry = readdir(folder)) != NULL)
		if (is_file_of_rows(entry->d_name) && (first == NULL || strcmp(entry->d_name, first) < 0))
			first = arena_text(c->arena, entry->d_name);
	return first;
}

static bool
folder_done(struct clock *c, const char *name)
{
	const char *dir = c->config->payments_dir, *read_dir = arena_format(c->arena, "%s/read", dir);
	bool fine = folder_make(read_dir, dir) && rename(arena_format(c->arena, "%s/%s", dir, name),
	    arena_format(c->arena, "%s/%s", read_dir, name)) == 0;

	if (!fine)
		log_error("payments", "file", name, "why", strerror(errno), NULL);
	return fine && folder_sync(dir) && folder_sync(read_dir);
}

static bool
folder_next(struct clock *c, const char **name, struct text *bytes, bool *failed)
{
	const char *dir = c->config->payments_dir;
	DIR *folder = opendir(dir);

	*failed = folder == NULL;
	if (folder == NULL) {
		log_error("payments", "folder", dir, "why", strerror(errno), NULL);
		return false;
	}
	*name = first_of(c, folder);
	closedir(folder);
	if (*name == NULL)
		return false;
	text_clear(bytes);
	if (bytes_read(arena_format(c->arena, "%s/%s", dir, *name), bytes))
		return true;
	log_error("payments", "file", *name, "why", "it cannot be read, or is too large", NULL);
	*failed = true;
	return false;
}

const struct payment_gateway payment_folder = { "folder", folder_ready, folder_next, folder_done };
