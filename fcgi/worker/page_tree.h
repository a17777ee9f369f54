/*
 * page_tree.h - the names and finished values of a page, as its template sees them.
 *
 * A tree of names: "case.due_on.text" is text below due_on below case.  Names
 * are ours, values anybody's.  Nodes are taken from an arena and never freed
 * one by one; children keep the order in which they were made.
 *
 * It knows nothing of templates and nothing of HTML.
 */
#ifndef WORKER_PAGE_TREE_H
#define WORKER_PAGE_TREE_H

#include "base/arena.h"

#include <stddef.h>
#include <stdint.h>

struct node {
	const char *name;
	const char *value;		/* NULL: there are only names below it */
	struct node *first, *last, *next;
	struct node **index;		/* of the children by hash, where there are many */
	uint32_t hash, bytes;		/* of the name */
	uint32_t children;
	uint32_t slots;			/* of the index, a power of two */
};

uint32_t name_hash(const char *name, size_t bytes);
/* The same of what stands before the first dot, or all of it; *bytes is its length. */
uint32_t name_part(const char *dotted, size_t *bytes);
/* The child of that name, NULL without one; also NULL below NULL. */
const struct node *node_child(const struct node *, const char *name, size_t bytes, uint32_t hash);
/* The node of a dotted name below this one, NULL without one. */
const struct node *node_find(const struct node *, const char *dotted);
/* Its value; otherwise where there is none. */
const char *node_value(const struct node *, const char *dotted, const char *otherwise);
/* The node of a dotted name, made where it is missing. */
struct node *node_make(struct arena *, struct node *, const char *dotted);
/* A new last child, for who knows that there is none of that name, its hash, and that the name lives as long as the tree. */
struct node *node_append(struct arena *, struct node *, const char *name, size_t bytes, uint32_t hash);
/* The same for n of them at once, with their values. */
struct node_name {
	const char *text;
	size_t bytes;
	uint32_t hash;
};
void node_append_all(struct arena *, struct node *of, const struct node_name *, char *const *values, size_t n);
/* Forgets all that is below it. */
void node_empty(struct node *);

#endif
