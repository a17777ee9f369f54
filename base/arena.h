/*
 * arena.h - memory that lives as long as one request.
 *
 * Everything a request needs is taken from its arena and given back at once
 * when the request ends.  Nothing here returns NULL: a machine without memory
 * ends the process, and its master starts another (never a wrong 200).
 *
 * Ownership: the arena owns all it hands out; nobody frees a part of it.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena;

struct arena *arena_new(void);
void arena_free(struct arena *);

/* Gives everything back; the first block is kept for the next request. */
void arena_reset(struct arena *);

/* Zeroed memory, aligned for any type.  bytes may be 0. */
void *arena_get(struct arena *, size_t bytes);
/* The same, not zeroed: for who writes all of it. */
void *arena_room(struct arena *, size_t bytes);
#define arena_array(a, type, n) ((type *)arena_get_array((a), (n), sizeof(type)))
void *arena_get_array(struct arena *, size_t n, size_t bytes_each);

/* Copies of text; the result ends in NUL. */
char *arena_text(struct arena *, const char *);
char *arena_text_n(struct arena *, const char *, size_t bytes);
char *arena_format(struct arena *, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Bytes handed out since the last reset. */
size_t arena_used(const struct arena *);

/* malloc, calloc and realloc that end the process rather than fail; for what outlives a request. */
void *memory_get(size_t bytes);
void *memory_more(void *, size_t bytes);

#endif
