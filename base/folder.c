/* folder.c - see folder.h. */
#include "base/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

bool
folder_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool fine = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return fine;
}

bool
folder_make(const char *path, const char *above)
{
	struct stat st;

	if (mkdir(path, 0750) != 0)
		return errno == EEXIST;
	/* With the rights of the folder above it: whoever may work there may work here. */
	return stat(above, &st) == 0 && chmod(path, st.st_mode & 07777) == 0 && folder_sync(above);
}
