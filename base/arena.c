/*
 * arena.c - a chain of blocks, cut from the front.
 *
 * The newest block is cut; when it is full a larger one is chained before it.
 * A reset frees all but the oldest, which is cut again from its start.
 */
#include "base/arena.h"

#include "base/log.h"
#include "base/text.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	FIRST_BLOCK = 64 * 1024,
	LARGEST_BLOCK = 16 * FIRST_BLOCK,
	PLAIN_ROOM = 512,	/* most formatted texts are shorter */
	ALIGNMENT = _Alignof(max_align_t)
};

struct block {
	struct block *older;
	size_t room;
	size_t taken;
	_Alignas(max_align_t) unsigned char bytes[];
};

struct arena {
	struct block *newest;
};

static void
out_of_memory(void)
{
	log_fatal("out-of-memory", NULL);
}

void *
memory_get(size_t bytes)
{
	void *p = calloc(1, bytes ? bytes : 1);

	if (!p)
		out_of_memory();
	return p;
}

void *
memory_more(void *p, size_t bytes)
{
	p = realloc(p, bytes ? bytes : 1);
	if (!p)
		out_of_memory();
	return p;
}

static struct block *
block_new(size_t room, struct block *older)
{
	struct block *b = malloc(sizeof(*b) + room);

	if (!b)
		out_of_memory();
	b->older = older;
	b->room = room;
	b->taken = 0;
	return b;
}

struct arena *
arena_new(void)
{
	struct arena *a = memory_get(sizeof(*a));

	a->newest = block_new(FIRST_BLOCK, NULL);
	return a;
}

void
arena_reset(struct arena *a)
{
	while (a->newest->older) {
		struct block *older = a->newest->older;

		free(a->newest);
		a->newest = older;
	}
	a->newest->taken = 0;
}

void
arena_free(struct arena *a)
{
	if (!a)
		return;
	arena_reset(a);
	free(a->newest);
	free(a);
}

static void
block_add(struct arena *a, size_t bytes)
{
	size_t room = a->newest->room < LARGEST_BLOCK ? 2 * a->newest->room : LARGEST_BLOCK;

	a->newest = block_new(bytes > room ? bytes : room, a->newest);
}

/* Bytes as they lie there; some, for none as well. */
static inline void *
cut(struct arena *a, size_t bytes)
{
	unsigned char *p;

	if (bytes > SIZE_MAX / 4)
		out_of_memory();
	bytes = (bytes + (bytes == 0) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
	if (bytes > a->newest->room - a->newest->taken)
		block_add(a, bytes);
	p = a->newest->bytes + a->newest->taken;
	a->newest->taken += bytes;
	return p;
}

void *
arena_room(struct arena *a, size_t bytes)
{
	return cut(a, bytes);
}

void *
arena_get(struct arena *a, size_t bytes)
{
	return memset(cut(a, bytes), 0, bytes);
}

void *
arena_get_array(struct arena *a, size_t n, size_t bytes_each)
{
	if (bytes_each && n > SIZE_MAX / 4 / bytes_each)
		out_of_memory();
	return arena_get(a, n * bytes_each);
}

char *
arena_text(struct arena *a, const char *s)
{
	return arena_text_n(a, s, strlen(s));
}

char *
arena_text_n(struct arena *a, const char *s, size_t bytes)
{
	char *copy = cut(a, bytes + 1);

	if (bytes)
		memcpy(copy, s, bytes);
	copy[bytes] = '\0';
	return copy;
}

/* A whole number of one of the usual conversions; false: it is none. */
static bool
number_read(const char **format, va_list *args, long long *n)
{
	size_t longs = 0;

	if (text_starts(*format, "zu")) {
		*format += 2;
		*n = (long long)va_arg(*args, size_t);
		return *n >= 0;		/* beyond a signed number: for printf */
	}
	for (; **format == 'l' && longs < 2; longs++)
		++*format;
	if (**format != 'd' && **format != 'u')
		return false;
	if (*(*format)++ == 'd') {
		*n = longs == 0 ? va_arg(*args, int) : longs == 1 ? va_arg(*args, long) : va_arg(*args, long long);
		return true;
	}
	*n = longs == 0 ? va_arg(*args, unsigned) : longs == 1 ? (long long)va_arg(*args, unsigned long) :
	    (long long)va_arg(*args, unsigned long long);
	return *n >= 0;
}

/* Texts and whole numbers put together, as most formats are; NULL: it is another, or longer than to. */
static const char *
format_plain(char *to, size_t room, const char *format, va_list *args, size_t *length)
{
	char digits[NUMBER_TEXT];
	size_t at = 0;
	long long n;

	while (*format != '\0') {
		const char *piece = format;
		size_t bytes = 0;

		if (*format != '%') {
			while (format[bytes] != '\0' && format[bytes] != '%')
				bytes++;
			format += bytes;
		} else if (*++format == 's') {
			format++;
			piece = va_arg(*args, const char *);
			bytes = piece == NULL ? 0 : strlen(piece);
		} else {
			piece = number_read(&format, args, &n) ? number_print(n, digits) : NULL;
			bytes = piece == NULL ? 0 : strlen(piece);
		}
		if (piece == NULL || bytes > room - at)
			return NULL;
		memcpy(to + at, piece, bytes);
		at += bytes;
	}
	*length = at;
	return to;
}

char *
arena_format(struct arena *a, const char *format, ...)
{
	char plain[PLAIN_ROOM];
	va_list args;
	size_t length;
	int bytes;
	char *s;

	va_start(args, format);
	s = format_plain(plain, sizeof(plain), format, &args, &length) == NULL ? NULL : arena_text_n(a, plain, length);
	va_end(args);
	if (s != NULL)
		return s;
	va_start(args, format);
	bytes = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (bytes < 0)
		out_of_memory();
	s = cut(a, (size_t)bytes + 1);
	va_start(args, format);
	vsnprintf(s, (size_t)bytes + 1, format, args);
	va_end(args);
	return s;
}

size_t
arena_used(const struct arena *a)
{
	size_t used = 0;

	for (const struct block *b = a->newest; b != NULL; b = b->older)
		used += b->taken;
	return used;
}
