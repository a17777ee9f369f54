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
	size_t used;
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
	a->used = 0;
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

void *
arena_get(struct arena *a, size_t bytes)
{
	struct block *b = a->newest;
	size_t room;
	void *p;

	if (bytes > SIZE_MAX / 4)
		out_of_memory();
	bytes = bytes ? (bytes + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT : ALIGNMENT;
	if (bytes > b->room - b->taken) {
		room = b->room < LARGEST_BLOCK ? 2 * b->room : LARGEST_BLOCK;
		b = a->newest = block_new(bytes > room ? bytes : room, b);
	}
	p = b->bytes + b->taken;
	b->taken += bytes;
	a->used += bytes;
	return memset(p, 0, bytes);
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
	char *copy = arena_get(a, bytes + 1);

	if (bytes)
		memcpy(copy, s, bytes);
	return copy;
}

/* A whole number of one of the usual conversions; false: it is none. */
static bool
number_read(const char **format, va_list *args, long long *n)
{
	static const char *const conversions[] = { "d", "u", "zu", "lld", "llu", "ld", "lu" };
	size_t i = 0, bytes = 0;

	for (; i < sizeof(conversions) / sizeof(conversions[0]); i++)
		if (strncmp(*format, conversions[i], bytes = strlen(conversions[i])) == 0)
			break;
	*format += bytes;
	switch (i) {
	case 0:
		*n = va_arg(*args, int);
		return true;
	case 1:
		*n = va_arg(*args, unsigned);
		return true;
	case 2:
		*n = (long long)va_arg(*args, size_t);
		break;
	case 3:
		*n = va_arg(*args, long long);
		return true;
	case 4:
		*n = (long long)va_arg(*args, unsigned long long);
		break;
	case 5:
		*n = va_arg(*args, long);
		return true;
	case 6:
		*n = (long long)va_arg(*args, unsigned long);
		break;
	default:
		return false;
	}
	return *n >= 0;			/* beyond a signed number: for printf */
}

/* Texts and whole numbers put together, as most formats are: the bytes, written where to is not NULL; -1: other. */
static long long
format_plain(char *to, const char *format, va_list given)
{
	char digits[NUMBER_TEXT];
	long long total = 0, n;
	va_list args;

	va_copy(args, given);
	while (*format != '\0' && total >= 0) {
		size_t bytes = strcspn(format, "%");
		const char *piece = format;

		format += bytes;
		if (bytes == 0 && format[1] == 's') {
			piece = va_arg(args, const char *);
			format += 2;
			bytes = piece == NULL ? 0 : strlen(piece);
		} else if (bytes == 0) {
			format++;
			piece = number_read(&format, &args, &n) ? number_print(n, digits) : NULL;
			bytes = piece == NULL ? 0 : strlen(piece);
		}
		if (to != NULL && piece != NULL)
			memcpy(to + total, piece, bytes);
		total = piece == NULL ? -1 : total + (long long)bytes;
	}
	va_end(args);
	return total;
}

char *
arena_format(struct arena *a, const char *format, ...)
{
	va_list args;
	long long bytes;
	char *s;

	va_start(args, format);
	bytes = format_plain(NULL, format, args);
	if (bytes >= 0) {
		s = arena_get(a, (size_t)bytes + 1);
		format_plain(s, format, args);
		va_end(args);
		return s;
	}
	va_end(args);
	va_start(args, format);
	bytes = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (bytes < 0)
		out_of_memory();
	s = arena_get(a, (size_t)bytes + 1);
	va_start(args, format);
	vsnprintf(s, (size_t)bytes + 1, format, args);
	va_end(args);
	return s;
}

size_t
arena_used(const struct arena *a)
{
	return a->used;
}
