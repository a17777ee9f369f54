/* markup.c - see markup.h. */
#include "fcgi/papers/markup.h"

#include "base/text.h"

#include <string.h>

static const char *const kind_names[] = { BLOCKS(NAMES_TEXT) };

enum { NAME_MOST = 16 };

struct reader {
	struct arena *arena;
	const char *at;
	const char *why;
	size_t blocks;
};

struct tag {
	char name[NAME_MOST];
	bool closes;
	const char *attribute;		/* its value, "" without one: no element has two */
};

static bool
wrong(struct reader *r, const char *why)
{
	if (r->why == NULL)
		r->why = why;
	return false;
}

/* ---- texts ---- */

static const struct {
	const char *entity;
	char c;
} entities[] = {
	{ "&lt;", '<' }, { "&gt;", '>' }, { "&amp;", '&' }, { "&quot;", '"' }, { "&#39;", '\'' },
};

/* A piece of text as people read it: entities decoded, blanks at both ends gone. */
static const char *
text_read(struct reader *r, const char *start, size_t bytes)
{
	char *copy = arena_text_n(r->arena, start, bytes), *to = copy;
	const size_t known = sizeof(entities) / sizeof(entities[0]);

	for (const char *from = copy; *from != '\0'; ) {
		size_t k = 0;

		while (*from == '&' && k < known && !text_starts(from, entities[k].entity))
			k++;
		if (*from == '&' && k < known) {
			*to++ = entities[k].c;
			from += strlen(entities[k].entity);
			continue;
		}
		if (*from == '&')
			wrong(r, "an unknown entity");
		*to++ = *from++;
	}
	*to = '\0';
	return text_trim(copy);
}

/* Up to the next tag. */
static const char *
text_next(struct reader *r)
{
	size_t bytes = strcspn(r->at, "<");
	const char *text = text_read(r, r->at, bytes);

	r->at += bytes;
	return text;
}

/* ---- tags ---- */

static bool
attribute_read(struct reader *r, struct tag *tag)
{
	size_t bytes;

	r->at += strspn(r->at, " ");
	r->at += strspn(r->at, "abcdefghijklmnopqrstuvwxyz");
	if (r->at[0] != '=' || r->at[1] != '"')
		return wrong(r, "an attribute is name=\"value\"");
	r->at += 2;
	bytes = strcspn(r->at, "\"<");
	if (r->at[bytes] != '"')
		return wrong(r, "an attribute has no end");
	tag->attribute = text_read(r, r->at, bytes);
	r->at += bytes + 1;
	return true;
}

static bool
tag_read(struct reader *r, struct tag *tag)
{
	size_t bytes;

	*tag = (struct tag){ .attribute = "" };
	if (*r->at != '<')
		return wrong(r, "a tag is missing");
	r->at++;
	tag->closes = *r->at == '/';
	r->at += tag->closes;
	bytes = strspn(r->at, "abcdefghijklmnopqrstuvwxyz-");
	if (bytes == 0 || bytes >= NAME_MOST)
		return wrong(r, "a tag has no name");
	memcpy(tag->name, r->at, bytes);
	r->at += bytes;
	if (*r->at == ' ' && !attribute_read(r, tag))
		return false;
	if (*r->at != '>')
		return wrong(r, "a tag has no end");
	r->at++;
	return true;
}

static bool
close_read(struct reader *r, const char *name)
{
	struct tag tag;

	return tag_read(r, &tag) &&
	    ((tag.closes && strcmp(tag.name, name) == 0) || wrong(r, "an element is not closed"));
}

static void
blanks(struct reader *r)
{
	r->at += strspn(r->at, " \t\r\n");
}

/* ---- tables ---- */

/* The cells of a head or a row, up to its end. */
static bool
row_read(struct reader *r, struct table *table, struct table_row *row, const char *name)
{
	struct tag tag;

	for (;;) {
		blanks(r);
		if (!tag_read(r, &tag))
			return false;
		if (tag.closes && strcmp(tag.name, name) == 0)
			return row->count > 0 || wrong(r, "a row without cells");
		if (tag.closes || strcmp(tag.name, "c") != 0)
			return wrong(r, "a row has cells and nothing else");
		if (row->count == COLUMNS_MOST)
			return wrong(r, "too many columns");
		if (row == &table->head) {
			long long width = 1;

			text_number(tag.attribute, 1, 100, &width);
			table->widths[row->count] = (int)width;
		}
		row->cells[row->count++] = text_next(r);
		if (!close_read(r, "c"))
			return false;
	}
}

static bool
table_read(struct reader *r, struct table *table)
{
	struct table_row **end = &table->rows;
	struct tag tag;

	for (;;) {
		blanks(r);
		if (!tag_read(r, &tag))
			return false;
		if (tag.closes && strcmp(tag.name, "table") == 0)
			return table->columns > 0 || wrong(r, "a table without a head");
		if (!tag.closes && strcmp(tag.name, "head") == 0 && table->columns == 0) {
			if (!row_read(r, table, &table->head, "head"))
				return false;
			table->columns = table->head.count;
			continue;
		}
		if (tag.closes || strcmp(tag.name, "row") != 0 || table->columns == 0)
			return wrong(r, "a table has one head, then rows");
		if (table->row_count++ == ROWS_MOST)
			return wrong(r, "too many rows");
		*end = arena_get(r->arena, sizeof(**end));
		if (!row_read(r, table, *end, "row"))
			return false;
		if ((*end)->count != table->columns)
			return wrong(r, "a row has as many cells as the head");
		end = &(*end)->next;
	}
}

/* ---- blocks ---- */

static bool
block_read(struct reader *r, struct block *block)
{
	struct table *table;
	struct tag tag;
	int kind;

	if (!tag_read(r, &tag))
		return false;
	kind = tag.closes ? -1 : names_find(kind_names, BLOCK_COUNT, tag.name);
	if (kind < 0)
		return wrong(r, "an unknown element");
	if (r->blocks++ == BLOCKS_MOST)
		return wrong(r, "too many elements");
	*block = (struct block){ .kind = (enum block_kind)kind, .name = tag.attribute, .text = "" };
	if (block->kind == BLOCK_TABLE) {
		block->table = table = arena_get(r->arena, sizeof(*table));
		return table_read(r, table);
	}
	block->text = text_next(r);
	return close_read(r, tag.name);
}

const struct block *
markup_read(struct arena *arena, const char *text, const char **why)
{
	struct reader r = { .arena = arena, .at = text };
	struct block *first = NULL, **end = &first;

	if (strlen(text) > MARKUP_BYTES_MOST)
		wrong(&r, "too long");
	for (blanks(&r); r.why == NULL && *r.at != '\0'; blanks(&r)) {
		*end = arena_get(arena, sizeof(**end));
		if (!block_read(&r, *end))
			break;
		end = &(*end)->next;
	}
	if (r.why == NULL && first == NULL)
		wrong(&r, "empty");
	*why = r.why;
	return r.why == NULL ? first : NULL;
}

const char *
block_kind_name(enum block_kind kind)
{
	return names_at(kind_names, BLOCK_COUNT, (int)kind);
}
