/*
 * sealed.c - a test's eye on sealed columns: reads text on stdin and writes it with blind_number('…'), blind_phone('…') and
 * blind_login('…') as the bytes they are in SQL, and with every sealed text opened, with the keys of the folder it is given.
 */
#include "base/arena.h"
#include "base/random.h"
#include "base/sealed.h"
#include "base/text.h"

#include <stdio.h>
#include <string.h>

static const char *
opened(struct arena *arena, const char *kept)
{
	const char *why, *plain;

	for (int kind = SEALED_NUMBER; kind <= SEALED_RECIPIENT; kind++)
		if ((plain = sealed_open(arena, (enum sealed_kind)kind, kept, &why)) != NULL)
			return plain;
	return kept;	/* an answer, whose field is not known here */
}

/* How many letters of the text are done with; 0: none. */
static size_t
step(struct arena *arena, const char *at)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_";
	enum sealed_kind kind = text_starts(at, "blind_number('") ? SEALED_NUMBER :
	    text_starts(at, "blind_phone('") ? SEALED_PHONE : text_starts(at, "blind_login('") ? SEALED_LOGIN : SEALED_NOT;
	const char *from = strchr(at, '\''), *end;
	size_t head;

	if (kind != SEALED_NOT && (end = strchr(from + 1, '\'')) != NULL) {
		printf("x'%s'", sealed_blind_text(arena, kind, arena_text_n(arena, from + 1, (size_t)(end - from - 1))));
		return (size_t)(end - at) + 2;
	}
	head = 1 + strspn(at + 1, "0123456789");
	if (*at != '~' || head == 1 || at[head] != '~')
		return 0;
	head += 1 + strspn(at + head + 1, letters);
	fputs(opened(arena, arena_text_n(arena, at, head)), stdout);
	return head;
}

int
main(int argc, char **argv)
{
	struct arena *arena = arena_new();
	struct text text;
	char block[8192];
	size_t n;

	if (argc != 2)
		return 2;
	random_open();
	sealed_use(argv[1]);
	text_init(&text);
	while ((n = fread(block, 1, sizeof(block), stdin)) > 0)
		text_add_n(&text, block, n);
	for (const char *at = text.bytes == 0 ? "" : text.start; *at != '\0';) {
		n = step(arena, at);
		if (n == 0)
			putchar(*at++);
		at += n;
	}
	text_free(&text);
	arena_free(arena);
	return 0;
}
