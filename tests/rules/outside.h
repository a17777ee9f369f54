/*
 * outside.h - files that others wrote, read where they are and never copied.
 *
 * They stand in $YIMEN_DATA, or in ../shared/data beside the source tree.  A
 * test that needs one skips, and says so, where it is absent.
 */
#ifndef TESTS_RULES_OUTSIDE_H
#define TESTS_RULES_OUTSIDE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static inline FILE *
outside_open(const char *name)
{
	const char *data = getenv("YIMEN_DATA"), *source = getenv("YIMEN_SOURCE");
	char path[4096];
	FILE *file;

	if (data != NULL)
		snprintf(path, sizeof(path), "%s/%s", data, name);
	else
		snprintf(path, sizeof(path), "%s/../shared/data/%s", source ? source : ".", name);
	file = fopen(path, "r");
	if (file == NULL) {
		print_message("# skipped: no %s\n", path);
		skip();
	}
	return file;
}

/* The next line without its end; false at the end of the file. */
static inline bool
outside_line(FILE *file, char *line, size_t room)
{
	if (fgets(line, (int)room, file) == NULL)
		return false;
	line[strcspn(line, "\r\n")] = '\0';
	return true;
}

/* Cuts a line at its tabs; returns how many fields there are. */
static inline size_t
outside_fields(char *line, char **fields, size_t room)
{
	size_t count = 0;

	while (line != NULL && count < room)
		fields[count++] = strsep(&line, "\t");
	return count;
}

/* Copies the string value of a key of a flat JSON line; false if there is none. */
static inline bool
outside_json(const char *line, const char *key, char *value, size_t room)
{
	char quoted[128];
	const char *at;
	size_t used = 0;

	snprintf(quoted, sizeof(quoted), "\"%s\": \"", key);
	at = strstr(line, quoted);
	if (at == NULL)
		return false;
	for (at += strlen(quoted); *at != '\0' && *at != '"' && used + 1 < room; at++)
		if (*at != '\\' || *++at != '\0')
			value[used++] = *at;
	value[used] = '\0';
	return true;
}

/* A row of a table failed: says which before the assertion does. */
#define ROW(claim, holds)	do {					\
	if (!(holds))							\
		fail_msg("%s: not %s", (claim), #holds);		\
} while (0)

#endif
