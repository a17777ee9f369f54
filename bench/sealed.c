/*
 * sealed.c - what sealing a text, opening one and blinding one cost: `make bench-sealed` prints microseconds.
 *
 * No test: a machine has good and bad minutes.  Best of five rounds.
 */
#include "base/arena.h"
#include "base/random.h"
#include "base/sealed.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { TEXTS = 20000, ROUNDS = 5 };

static char folder[] = "/tmp/yimen-bench-XXXXXX";
static struct arena *arena;
static const char *plain[TEXTS], *kept[TEXTS];

static void
key_put(const char *name)
{
	char path[64];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s.key", folder, name);
	f = fopen(path, "w");
	if (!f)
		exit(1);
	for (int i = 0; i < 64; i++)
		fputc('5', f);
	fputc('\n', f);
	fclose(f);
	chmod(path, 0600);
}

static void
keys_remove(void)
{
	char path[64];

	for (int i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/%s.key", folder, i == 0 ? "1" : "index");
		unlink(path);
	}
	rmdir(folder);
}

static void
seal_all(void)
{
	for (size_t i = 0; i < TEXTS; i++)
		kept[i] = sealed_text(arena, SEALED_NUMBER, plain[i]);
}

static void
open_all(void)
{
	const char *why;

	for (size_t i = 0; i < TEXTS; i++)
		if (!sealed_open(arena, SEALED_NUMBER, kept[i], &why))
			exit(1);
}

static void
blind_all(void)
{
	uint8_t blind[BLIND_BYTES];

	for (size_t i = 0; i < TEXTS; i++)
		sealed_blind(blind, SEALED_NUMBER, plain[i]);
}

static double
micros(void (*work)(void))
{
	struct timespec from, to;
	double best = 1e9, took;

	for (int i = 0; i < ROUNDS; i++) {
		clock_gettime(CLOCK_MONOTONIC, &from);
		work();
		clock_gettime(CLOCK_MONOTONIC, &to);
		took = ((double)(to.tv_sec - from.tv_sec) * 1e6 + (double)(to.tv_nsec - from.tv_nsec) / 1e3) / TEXTS;
		best = took < best ? took : best;
	}
	return best;
}

int
main(void)
{
	double seal, open, blind;

	random_open();
	if (!mkdtemp(folder))
		return 1;
	key_put("1");
	key_put("index");
	sealed_use(folder);
	arena = arena_new();
	for (size_t i = 0; i < TEXTS; i++)
		plain[i] = arena_format(arena, "9901021990%07zuX", i);
	seal = micros(seal_all);
	open = micros(open_all);
	blind = micros(blind_all);
	keys_remove();
	printf("seal %.2f us, open %.2f us, blind %.2f us\n", seal, open, blind);
	arena_free(arena);
	return 0;
}
