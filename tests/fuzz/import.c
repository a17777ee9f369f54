/*
 * fuzz/import.c - any bytes as a file of items or documents, in CSV or in JSON Lines.
 *
 * A row is found broken or read; what is read and made tidy is tidy: written
 * out and brought again it is the same.  The first byte chooses the form.
 */
#include "base/text.h"
#include "catalogue/native.h"
#include "catalogue/source.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static const char *
path_of(void *arg, const char *key)
{
	(void)arg;
	return key;
}

/* The row as a line, after it was made tidy. */
static void
tidy_print(const struct native_form *form, json_t *object, struct arena *arena, struct text *to)
{
	struct findings findings;

	findings_init(&findings, arena);
	native_tidy(form, object, &findings, 1, path_of, NULL);
	native_print_json(to, object);
}

static void
row_again(const struct native_form *form, json_t *object, struct arena *arena)
{
	struct findings findings;
	struct source source = { 0 };
	struct text once, twice;

	text_init(&once);
	text_init(&twice);
	tidy_print(form, object, arena, &once);
	findings_init(&findings, arena);
	source_read(&source, &findings, SOURCE_JSONL, once.start, once.bytes);
	if (source.count != 1 || findings.errors > 0)
		abort();
	tidy_print(form, source.rows[0].object, arena, &twice);
	if (strcmp(once.start, twice.start) != 0)
		abort();
	source_free(&source);
	text_free(&once);
	text_free(&twice);
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	static struct arena *arena;
	struct findings findings;
	struct source source = { 0 };
	uint8_t first = n > 0 ? input[0] : 0;

	if (arena == NULL)
		arena = arena_new();
	findings_init(&findings, arena);
	source_read(&source, &findings, first % 2 ? SOURCE_CSV : SOURCE_JSONL, (const char *)input, n);
	for (size_t i = 0; i < source.count; i++) {
		if (source.rows[i].line == 0 || !json_is_object(source.rows[i].object))
			abort();
		row_again(first % 4 < 2 ? &native_item : &native_document, source.rows[i].object, arena);
	}
	source_free(&source);
	arena_reset(arena);
	return 0;
}
