/*
 * fuzz/main.c - a fuzz target without its fuzzer: each input is tried once.
 *
 * What once broke a promise stays in tests/fuzz/kept/NAME, what leads a fuzzer
 * on its way in tests/fuzz/seeds/NAME; both are tried by every check, and so
 * are other people's bodies in YIMEN_DATA/inputs where they are.
 */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

enum { INPUT_MOST = 1 << 20, PATH_MOST = 4096 };

static uint8_t input[INPUT_MOST];
static int tried;

/* A buffer of just that size, so that one byte read too far is seen. */
static void
try_file(const char *path)
{
	FILE *f = fopen(path, "rb");
	uint8_t *exact;
	size_t n;

	if (f == NULL) {
		printf("Bail out! %s: %m\n", path);
		exit(1);
	}
	n = fread(input, 1, sizeof(input), f);
	fclose(f);
	exact = malloc(n > 0 ? n : 1);
	if (exact == NULL)
		exit(1);
	memcpy(exact, input, n);
	fprintf(stderr, "# %s\n", path);	/* the last one named is the one that broke a promise */
	LLVMFuzzerTestOneInput(exact, n);
	free(exact);
	tried++;
}

static void
try_below(const char *path)
{
	struct stat st;
	struct dirent *entry;
	char below[PATH_MOST];
	DIR *dir;

	if (stat(path, &st) != 0)
		return;
	if (!S_ISDIR(st.st_mode)) {
		try_file(path);
		return;
	}
	dir = opendir(path);
	while (dir != NULL && (entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.' &&
		    snprintf(below, sizeof(below), "%s/%s", path, entry->d_name) < (int)sizeof(below))
			try_below(below);
	if (dir != NULL)
		closedir(dir);
}

static void
say(int number, const char *what, const char *skipped)
{
	printf("ok %d - %s: %d inputs%s\n", number, what, tried, tried == 0 && skipped != NULL ? skipped : "");
	tried = 0;
}

int
main(int argc, char **argv)
{
	const char *source = getenv("YIMEN_SOURCE"), *data = getenv("YIMEN_DATA"), *name = strrchr(argv[0], '/');
	char path[PATH_MOST];

	(void)argc;
	source = source != NULL ? source : ".";
	name = name != NULL ? name + 1 : argv[0];
	LLVMFuzzerTestOneInput(input, 0);
	snprintf(path, sizeof(path), "%s/tests/fuzz/kept/%s", source, name);
	try_below(path);
	say(1, "what once broke a promise breaks none now", NULL);
	snprintf(path, sizeof(path), "%s/tests/fuzz/seeds/%s", source, name);
	try_below(path);
	say(2, "what a fuzzer sets out from", NULL);
	if (data != NULL) {
		snprintf(path, sizeof(path), "%s/inputs", data);
		try_below(path);
	}
	say(3, "other people's bodies", " # SKIP there is no YIMEN_DATA");
	printf("1..3\n");
	return 0;
}
