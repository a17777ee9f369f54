/* clock.c - see clock.h. */
#include "base/clock.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static instant
moment_in(const char *path)
{
	char line[64] = "";
	FILE *file = fopen(path, "re");

	if (file == NULL)
		return INSTANT_NONE;
	if (fgets(line, sizeof(line), file) == NULL)
		line[0] = '\0';
	fclose(file);
	line[strcspn(line, "\r\n")] = '\0';
	return instant_parse(line);
}

/* A file that is not there, or holds no moment, lets the true clock speak. */
instant
clock_now(const struct config *config)
{
	const char *fixed = config->fixed_now == NULL ? "" : config->fixed_now;
	instant at = *fixed == '/' ? moment_in(fixed) : *fixed == '\0' ? INSTANT_NONE : instant_parse(fixed);
	struct timespec now;

	if (at != INSTANT_NONE)
		return at;
	clock_gettime(CLOCK_REALTIME, &now);
	return (instant)now.tv_sec * SECOND + now.tv_nsec / 1000;
}
