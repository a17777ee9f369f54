/* finding.c - see finding.h. */
#include "catalogue/finding.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { VALUE_BYTES = 240, COLUMN_BYTES = 100 };

void
findings_init(struct findings *f, struct arena *arena)
{
	memset(f, 0, sizeof(*f));
	f->arena = arena;
}

static const char *
beginning(struct arena *arena, const char *text, size_t bytes)
{
	return arena_text_n(arena, text, utf8_cut(text, bytes));
}

static void
add(struct findings *f, unsigned line, const char *column, const char *code, const char *value, bool error)
{
	struct finding *one;

	*(error ? &f->errors : &f->warnings) += 1;
	if (f->kept >= FINDINGS_MOST)
		return;
	one = arena_get(f->arena, sizeof(*one));
	one->line = line;
	one->column = beginning(f->arena, column ? column : "", COLUMN_BYTES);
	one->code = code;
	one->value = beginning(f->arena, value ? value : "", VALUE_BYTES);
	one->error = error;
	if (f->last)
		f->last->next = one;
	else
		f->first = one;
	f->last = one;
	f->kept++;
}

void
finding_error(struct findings *f, unsigned line, const char *column, const char *code, const char *value)
{
	add(f, line, column, code, value, true);
}

void
finding_warning(struct findings *f, unsigned line, const char *column, const char *code, const char *value)
{
	add(f, line, column, code, value, false);
}

struct placed {
	struct finding *finding;
	size_t place;
};

static int
by_line(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;

	if (x->finding->line != y->finding->line)
		return x->finding->line < y->finding->line ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

void
findings_sort(struct findings *f)
{
	struct placed *all = arena_array(f->arena, struct placed, f->kept);
	struct finding **link = &f->first;
	size_t n = 0;

	for (struct finding *one = f->first; one; one = one->next, n++)
		all[n] = (struct placed){ one, n };
	qsort(all, n, sizeof(*all), by_line);
	for (size_t i = 0; i < n; i++) {
		*link = f->last = all[i].finding;
		link = &(*link)->next;
	}
	*link = NULL;
}
