/*
 * memory.c - who asks for memory gets it, or the process ends: the libraries too.
 *
 * A library that is refused a piece of memory may leave out a cell of a sheet
 * or a field of a form, and say nothing; the page would then be wrong and look
 * right.  A process that ended is replaced at once, and its visitor is told to
 * come again (tests/faults/memory.mjs refuses each piece in turn).
 *
 * These are the C library's own, asked by another name; where there is another
 * C library, or a sanitizer with a memory of its own, this file is empty.
 */
#include "base/log.h"

#include <stddef.h>
#include <stdlib.h>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);

static void *
had(void *p)
{
	if (p == NULL)
		log_fatal("out-of-memory", NULL);
	return p;
}

void *
malloc(size_t bytes)
{
	return had(__libc_malloc(bytes));
}

void *
calloc(size_t count, size_t bytes_each)
{
	return had(__libc_calloc(count, bytes_each));
}

/* Nothing is what is left of a piece made as small as nothing. */
void *
realloc(void *p, size_t bytes)
{
	p = __libc_realloc(p, bytes);
	return bytes == 0 ? p : had(p);
}

#endif
