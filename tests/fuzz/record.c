/* fuzz/record.c - any text as a detail of an event and as a file of heads: what is read is written and read again. */
#include "record/chain.h"
#include "record/record.h"

#include "base/text.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
detail_check(struct arena *arena, const char *detail)
{
	const char *at = detail, *name, *value, *again, *same_name, *same_value;

	while (record_detail_next(arena, &at, &name, &value)) {
		again = record_detail(arena, name, value, NULL);
		if (!record_detail_next(arena, &again, &same_name, &same_value) || !text_is(name, same_name) ||
		    !text_is(value, same_value))
			abort();
	}
	if (at < detail || at > detail + strlen(detail))
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	static struct arena *arena;
	struct chain_heads heads = { .count = 0 };
	struct chain chain;
	const char *text;

	if (arena == NULL)
		arena = arena_new();
	text = arena_text_n(arena, (const char *)input, n);
	detail_check(arena, text);
	chain_heads_read(arena, &heads, text);
	chain_begin(&chain, &heads, NULL, NULL);
	for (size_t i = 0; i < heads.count; i++)
		if (heads.all[i].position == 0 || heads.all[i].bytes < 16 ||
		    (i > 0 && heads.all[i - 1].position > heads.all[i].position))
			abort();
	chain_end(&chain);
	if (chain.faults != heads.count)
		abort();
	arena_reset(arena);
	return 0;
}
