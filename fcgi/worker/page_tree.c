/* page_tree.c - finding names fast: by hash, in a row of a few children or an index of many. */
#include "fcgi/worker/page_tree.h"

#include <stdbool.h>
#include <string.h>

enum { INDEXED_FROM = 32 };	/* children; fewer are gone through one by one */

/* FNV-1a.  Names are ours: nobody gains by a collision. */
uint32_t
name_hash(const char *name, size_t bytes)
{
	uint32_t hash = 2166136261u;

	for (size_t i = 0; i < bytes; i++)
		hash = (hash ^ (unsigned char)name[i]) * 16777619u;
	return hash;
}

uint32_t
name_part(const char *dotted, size_t *bytes)
{
	uint32_t hash = 2166136261u;
	const char *at = dotted;

	for (; *at != '\0' && *at != '.'; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619u;
	*bytes = (size_t)(at - dotted);
	return hash;
}

static bool
is_called(const struct node *n, const char *name, size_t bytes, uint32_t hash)
{
	return n->hash == hash && n->bytes == bytes && memcmp(n->name, name, bytes) == 0;
}

const struct node *
node_child(const struct node *of, const char *name, size_t bytes, uint32_t hash)
{
	const struct node *n;

	if (of == NULL || of->last == NULL)
		return NULL;
	if (is_called(of->last, name, bytes, hash))
		return of->last;	/* lists are filled one row after the other */
	if (of->index != NULL) {
		uint32_t at = hash & (of->slots - 1);

		while ((n = of->index[at]) != NULL && !is_called(n, name, bytes, hash))
			at = (at + 1) & (of->slots - 1);
		return n;
	}
	for (n = of->first; n != NULL; n = n->next)
		if (is_called(n, name, bytes, hash))
			return n;
	return NULL;
}

static void
index_add(struct node *of, struct node *n)
{
	uint32_t at = n->hash & (of->slots - 1);

	while (of->index[at] != NULL)
		at = (at + 1) & (of->slots - 1);
	of->index[at] = n;
}

/* At least half of the slots stay empty. */
static void
index_grow(struct arena *arena, struct node *of)
{
	of->slots = of->slots == 0 ? 4 * INDEXED_FROM : 2 * of->slots;
	of->index = arena_array(arena, struct node *, of->slots);
	for (struct node *n = of->first; n != NULL; n = n->next)
		index_add(of, n);
}

static void
append(struct arena *arena, struct node *of, struct node *n, const char *name, size_t bytes, uint32_t hash)
{
	*n = (struct node){ .name = name, .bytes = (uint32_t)bytes, .hash = hash };
	if (of->last == NULL)
		of->first = n;
	else
		of->last->next = n;
	of->last = n;
	of->children++;
	if (of->children >= INDEXED_FROM && 2 * of->children > of->slots)
		index_grow(arena, of);
	else if (of->index != NULL)
		index_add(of, n);
}

struct node *
node_append(struct arena *arena, struct node *of, const char *name, size_t bytes, uint32_t hash)
{
	struct node *n = arena_room(arena, sizeof(*n));

	append(arena, of, n, name, bytes, hash);
	return n;
}

/* With its own copy of the name, which lies behind it. */
static struct node *
append_named(struct arena *arena, struct node *of, const char *name, size_t bytes, uint32_t hash)
{
	struct node *n = arena_room(arena, sizeof(*n) + bytes + 1);
	char *copy = (char *)(n + 1);

	memcpy(copy, name, bytes);
	copy[bytes] = '\0';
	append(arena, of, n, copy, bytes, hash);
	return n;
}

void
node_append_all(struct arena *arena, struct node *of, const struct node_name *names, char *const *values, size_t n)
{
	struct node *nodes = arena_room(arena, n * sizeof(*nodes));

	for (size_t i = 0; i < n; i++) {
		append(arena, of, &nodes[i], names[i].text, names[i].bytes, names[i].hash);
		nodes[i].value = values[i];
	}
}

const struct node *
node_find(const struct node *n, const char *dotted)
{
	while (n != NULL && *dotted != '\0') {
		size_t bytes;
		uint32_t hash = name_part(dotted, &bytes);

		n = node_child(n, dotted, bytes, hash);
		dotted += bytes + (dotted[bytes] == '.');
	}
	return n;
}

const char *
node_value(const struct node *of, const char *dotted, const char *otherwise)
{
	const struct node *n = node_find(of, dotted);

	return n == NULL || n->value == NULL ? otherwise : n->value;
}

struct node *
node_make(struct arena *arena, struct node *n, const char *dotted)
{
	while (*dotted != '\0') {
		size_t bytes;
		uint32_t hash = name_part(dotted, &bytes);
		const struct node *child = n->first == NULL ? NULL : node_child(n, dotted, bytes, hash);

		/* The tree is ours to change: node_child only promises not to. */
		n = child != NULL ? (struct node *)(uintptr_t)child : append_named(arena, n, dotted, bytes, hash);
		dotted += bytes + (dotted[bytes] == '.');
	}
	return n;
}

void
node_empty(struct node *n)
{
	n->first = n->last = NULL;
	n->index = NULL;
	n->children = n->slots = 0;
}
