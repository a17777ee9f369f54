#include "record/chain.h"

#include "base/text.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_HEX = 32 };	/* half a head: nobody makes another chain that has it */

static const char *const fault_names[] = { CHAIN_FAULTS(NAMES_TEXT) };

const char *
chain_fault_name(enum chain_fault fault)
{
	return names_at(fault_names, CHAIN_FAULT_COUNT, (int)fault);
}

/* ---- heads kept elsewhere ---- */

bool
chain_head_read(const char *text, struct chain_head *head)
{
	size_t digits = strspn(text, "0123456789"), hex;
	char number[21] = "";
	long long position;

	if (digits == 0 || digits >= sizeof number || text[digits] != ':')
		return false;
	memcpy(number, text, digits);
	hex = strlen(text + digits + 1);
	if (hex < LEAST_HEX || hex > 2 * HASH_BYTES || hex % 2 != 0 || !text_number(number, 1, INT64_MAX, &position))
		return false;
	*head = (struct chain_head){ .position = (uint64_t)position, .bytes = hex / 2, .day = "" };
	return text_from_hex(text + digits + 1, head->head, head->bytes);
}

void
chain_heads_add(struct arena *arena, struct chain_heads *heads, const struct chain_head *head)
{
	if ((heads->count & (heads->count - 1)) == 0) {		/* full at each power of two */
		struct chain_head *more = arena_array(arena, struct chain_head, heads->count ? 2 * heads->count : 1);

		if (heads->count)
			memcpy(more, heads->all, heads->count * sizeof *more);
		heads->all = more;
	}
	heads->all[heads->count++] = *head;
}

bool
chain_heads_read(struct arena *arena, struct chain_heads *heads, const char *file)
{
	char *rest = arena_text(arena, file), *line;
	struct chain_head head;
	size_t before = heads->count;

	while ((line = strsep(&rest, "\n")) != NULL) {
		char *last;

		line = text_trim(line);
		if (*line == '#' || *line == '\0')
			continue;
		last = line + strlen(line);
		while (last > line && last[-1] != ' ' && last[-1] != '\t')
			last--;
		if (!chain_head_read(last, &head))
			return false;
		chain_heads_add(arena, heads, &head);
	}
	return heads->count > before;
}

/* ---- link by link ---- */

static int
by_position(const void *a, const void *b)
{
	const struct chain_head *x = a, *y = b;

	return (x->position > y->position) - (x->position < y->position);
}

void
chain_begin(struct chain *c, struct chain_heads *heads, chain_report *report, void *arg)
{
	memset(c, 0, sizeof *c);
	if (heads && heads->count > 0)
		qsort(heads->all, heads->count, sizeof *heads->all, by_position);
	c->heads = heads;
	c->report = report;
	c->arg = arg;
}

void
chain_tell(struct chain *c, enum chain_fault fault, uint64_t position, uint64_t event_id, const char *day)
{
	struct chain_finding finding = { fault, position, event_id, day };

	c->faults++;
	if (c->report)
		c->report(c->arg, &finding);
}

static void
heads_check(struct chain *c, const uint8_t head[HASH_BYTES])
{
	struct chain_heads *heads = c->heads;

	for (; heads && heads->next < heads->count && heads->all[heads->next].position <= c->position; heads->next++) {
		const struct chain_head *kept = &heads->all[heads->next];

		if (kept->position < c->position)
			continue;	/* the position itself is missing: a gap, told already */
		if (memcmp(kept->head, head, kept->bytes) != 0)
			chain_tell(c, *kept->day ? CHAIN_PUBLISHED : CHAIN_KEPT, c->position, 0, kept->day);
	}
}

void
chain_link(struct chain *c, uint64_t position, const uint8_t leaf[HASH_BYTES], const uint8_t head[HASH_BYTES])
{
	uint8_t follows[HASH_BYTES];

	record_link(follows, c->head, position, leaf);
	if (position != c->position + 1)
		chain_tell(c, CHAIN_GAP, position, 0, "");
	else if (memcmp(follows, head, HASH_BYTES) != 0)
		chain_tell(c, CHAIN_LINK, position, 0, "");
	c->links++;
	c->position = position;
	memcpy(c->head, head, HASH_BYTES);
	heads_check(c, head);
}

void
chain_end(struct chain *c)
{
	struct chain_heads *heads = c->heads;

	for (; heads && heads->next < heads->count; heads->next++)
		chain_tell(c, *heads->all[heads->next].day ? CHAIN_PUBLISHED : CHAIN_SHORT,
		    heads->all[heads->next].position, 0, heads->all[heads->next].day);
}
