/* tables.h - the tables of sql/schema in the database of a test, from the schema itself. */
#ifndef TESTS_RECORD_TABLES_H
#define TESTS_RECORD_TABLES_H

#include "ctl/script.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
tables_file(const char *path, void (*run)(const char *sql))
{
	static char schema[256 * 1024], one[64 * 1024];
	const char *statement;
	size_t n, at = 0, bytes;
	FILE *f = fopen(path, "r");

	if (!f) {
		printf("Bail out! %s: %m\n", path);
		exit(1);
	}
	n = fread(schema, 1, sizeof schema - 1, f);
	schema[n] = '\0';
	fclose(f);
	while ((statement = script_next(schema, &at, &bytes)) != NULL) {
		snprintf(one, sizeof one, "%.*s", (int)bytes, statement);
		run(one);
	}
}

static void
tables_make(void (*run)(const char *sql))
{
	const char *source = getenv("YIMEN_SOURCE");
	char folder[4096], path[8192];
	struct dirent **files;
	int count;

	snprintf(folder, sizeof folder, "%s/sql/schema", source ? source : ".");
	count = scandir(folder, &files, NULL, alphasort);
	for (int i = 0; i < count; i++) {
		snprintf(path, sizeof path, "%s/%s", folder, files[i]->d_name);
		if (strstr(files[i]->d_name, ".sql"))
			tables_file(path, run);
		free(files[i]);
	}
	if (count >= 0)
		free(files);
}

#endif
