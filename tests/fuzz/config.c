/* fuzz/config.c - any bytes as a file of settings: read whole, or refused with a sentence. */
#include "base/config.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	struct config config;
	char path[40], why[256] = "";
	int fd = memfd_create("settings", 0);

	if (fd < 0 || write(fd, input, n) != (ssize_t)n)
		return 0;	/* the machine's fault */
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	if (config_load(&config, path, why, sizeof(why))) {
		if (config.workers < 1 || config.database_name == NULL || config.site_address == NULL)
			abort();
	} else if (*why == '\0' || memchr(why, '\0', sizeof(why)) == NULL) {
		abort();
	}
	config_free(&config);
	close(fd);
	return 0;
}
