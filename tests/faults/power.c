/*
 * power.c - cuts the power of a mounted ext4: what it holds in memory is never written.
 *
 * usage: power FOLDER
 */
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define EXT4_IOC_SHUTDOWN	_IOR('X', 125, uint32_t)
enum { WITHOUT_FLUSHING_THE_LOG = 2 };

int
main(int argc, char **argv)
{
	uint32_t how = WITHOUT_FLUSHING_THE_LOG;
	int fd;

	if (argc != 2)
		return 2;
	fd = open(argv[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0 || ioctl(fd, EXT4_IOC_SHUTDOWN, &how) != 0) {
		perror(argv[1]);
		return 1;
	}
	close(fd);
	return 0;
}
