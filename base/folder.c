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
	return mkdir(path, 0750) == 0 ? folder_sync(above) : errno == EEXIST;
}
