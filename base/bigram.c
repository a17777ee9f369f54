/*
 * bigram.c - text is read as runs; a run is written as terms.
 */
#include "base/bigram.h"

#include "base/utf8.h"

#include <stdint.h>

enum {
	LONGEST_WORD = 40,	/* letters of a latin word that count */
	QUERY_RUNS = 8,
	QUERY_CHARACTERS = 64
};

enum sort { PUNCTUATION, LATIN, CHARACTER };

/* Full-width ASCII becomes ASCII, capitals small. */
static uint32_t
fold(uint32_t p)
{
	if (p >= 0xff01 && p <= 0xff5e)
		p -= 0xff01 - 0x21;
	return p >= 'A' && p <= 'Z' ? p + ('a' - 'A') : p;
}

/* Beyond ASCII these are punctuation, signs and half-width forms; all else counts as a character, of any script. */
static const struct { uint32_t first, last; } signs[] = {
	{ 0x80, 0xbf }, { 0xd7, 0xd7 }, { 0xf7, 0xf7 }, { 0x2000, 0x2e7f },
	{ 0x3000, 0x3004 }, { 0x3006, 0x3006 }, { 0x3008, 0x303f },	/* but 々 and 〇 */
	{ 0xe000, 0xf8ff }, { 0xfe00, 0xfe6f }, { 0xff00, 0x1ffff }, { 0x40000, 0x10ffff }
};

static enum sort
sort_of(uint32_t p)
{
	if (p < 0x80)
		return (p >= 'a' && p <= 'z') || (p >= '0' && p <= '9') ? LATIN : PUNCTUATION;
	for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
		if (p >= signs[i].first && p <= signs[i].last)
			return PUNCTUATION;
	return CHARACTER;
}

static uint32_t
next(const char **s)
{
	size_t n;
	uint32_t p = utf8_next(*s, &n);

	*s += n;
	return fold(p);
}

/* The sort of the next character, without taking it; *p is the folded character, 0 at the end. */
static enum sort
peek(const char *s, uint32_t *p)
{
	*p = next(&s);
	return *p ? sort_of(*p) : PUNCTUATION;
}

/* A letter w for the rare planes keeps u4e00* from meaning U+4E000. */
static void
add_character(struct text *to, uint32_t p)
{
	if (p > 0xffff)
		text_format(to, "w%05x", p);
	else
		text_format(to, "u%04x", p);
}

/* Goes to the start of the next run; PUNCTUATION when there is none. */
static enum sort
run_start(const char **s)
{
	enum sort sort;
	uint32_t p;

	while ((sort = peek(*s, &p)) == PUNCTUATION && p)
		next(s);
	return sort;
}

static void
add_word(struct text *to, const char **s)
{
	uint32_t p;

	text_add(to, "zz");
	for (int n = 0; peek(*s, &p) == LATIN; n++) {
		next(s);
		if (n < LONGEST_WORD)
			text_add_char(to, (char)p);
	}
}

/* Writes the pairs of a run, of at most so many characters; returns how many there were. */
static int
add_pairs(struct text *to, const char **s, int most, uint32_t *last)
{
	uint32_t p;
	int n;

	*last = 0;
	for (n = 0; n < most && peek(*s, &p) == CHARACTER; n++) {
		next(s);
		if (n > 0) {
			if (n > 1)
				text_add_char(to, ' ');
			add_character(to, *last);
			add_character(to, p);
		}
		*last = p;
	}
	return n;
}

void
bigram_add(struct text *to, const char *s)
{
	enum sort sort;
	uint32_t last;

	while ((sort = run_start(&s)) != PUNCTUATION) {
		if (to->bytes && to->start[to->bytes - 1] != ' ')
			text_add_char(to, ' ');
		if (sort == LATIN) {
			add_word(to, &s);
			continue;
		}
		if (add_pairs(to, &s, INT32_MAX, &last) > 1)
			text_add_char(to, ' ');
		add_character(to, last);
	}
}

/* One required run: a phrase, or a prefix.  Returns the characters it took. */
static int
add_required(struct text *to, const char **s, enum sort sort, int most)
{
	size_t before = to->bytes;
	uint32_t last;
	int n;

	text_add(to, before ? " +" : "+");
	if (sort == LATIN) {
		add_word(to, s);
		text_add_char(to, '*');
		return (int)(to->bytes - before);
	}
	text_add_char(to, '"');
	n = add_pairs(to, s, most, &last);
	if (n > 1) {
		text_add_char(to, '"');
		return n;
	}
	to->start[--to->bytes] = '\0';
	add_character(to, last);
	text_add_char(to, '*');
	return n;
}

enum bigram_reply
bigram_query(struct text *to, const char *typed)
{
	enum bigram_reply reply = BIGRAM_NOTHING;
	int runs = 0, left = QUERY_CHARACTERS, n;
	enum sort sort;

	while (runs < QUERY_RUNS && left > 0 && (sort = run_start(&typed)) != PUNCTUATION) {
		n = add_required(to, &typed, sort, left);
		left -= n;
		runs++;
		if (sort == LATIN || n > 1)
			reply = BIGRAM_QUERY;
		else if (reply == BIGRAM_NOTHING)
			reply = BIGRAM_ONE;
	}
	return reply;
}
