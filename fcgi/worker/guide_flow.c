/*
 * guide_flow.c - the flow of a guide as a picture: boxes in rows, joined by lines.
 *
 * A step stands in the row below the last of those it waits for; steps of one
 * row are done side by side.  Lines run in the gaps between the rows and, past a
 * row, in lanes at the right; ways back are dashed, in lanes at the left.  So no
 * line crosses a box.  All numbers are those of an SVG's own units; the template
 * draws it (templates/parts/flow.cs).
 */
#include "fcgi/worker/guide.h"

#include "base/text.h"
#include "fcgi/worker/page_tree.h"
#include "rules/flow.h"
#include "rules/letter.h"

#include <string.h>

enum {
	BOX_HEIGHT = 46, BOX_WIDE = 142, BOX_NARROW = 108, ROW_GAP = 34, BOX_GAP = 14, LANE = 12, EDGE = 6,
	TEXT_HEIGHT = 17, LINES_MOST = 2, LETTER_WIDE = 14, LETTER_NARROW = 8
};

struct drawing {
	struct request *rq;
	struct page *page;
	struct node *guide, *steps[FLOW_MOST], *to;	/* to: the picture */
	struct flow flow;
	flow_set waits[FLOW_MOST];	/* what each step waits for at once */
	int row[FLOW_MOST], column[FLOW_MOST], columns[FLOW_MOST];	/* columns: of a row */
	int rows, most;			/* boxes of the widest row */
	int left, box, width;
	int lanes_right, lanes_left, drawn;
};

static const char *
step_get(const struct drawing *d, size_t i, const char *what)
{
	return node_value(d->steps[i], what, "");
}

static bool
has(flow_set set, size_t i)
{
	return (set & FLOW_BIT(i)) != 0;
}

/* ---- what stands where ---- */

static bool
flow_read(struct drawing *d)
{
	const struct node *list = node_find(d->guide, "steps");
	struct flow *f = &d->flow;

	for (struct node *row = list == NULL ? NULL : list->first; row != NULL && *node_value(row, "name", "") != '\0'; row = row->next) {
		if (f->count == FLOW_MOST)
			return false;
		d->steps[f->count] = row;
		f->steps[f->count].position = (int)f->count + 1;
		if (!flow_kind_named(step_get(d, f->count, "kind"), &f->steps[f->count].kind))
			f->steps[f->count].kind = FLOW_REVIEW;
		f->count++;
	}
	for (size_t i = 0; i < f->count; i++)
		flow_read_needs(f, i, step_get(d, i, "needs"));
	for (size_t i = 0; i < f->count; i++)
		flow_read_back_to(f, i, step_get(d, i, "back_to"));
	return f->count > 0;
}

/* The decision waits for every end before it, named or not. */
static void
waits_find(struct drawing *d)
{
	const struct flow *f = &d->flow;
	flow_set before = flow_before(f), ends = before;

	for (size_t i = 0; i < f->count; i++) {
		d->waits[i] = f->steps[i].needs;
		if (has(before, i))
			ends &= ~f->steps[i].needs;
	}
	for (size_t i = 0; i < f->count; i++)
		if (f->steps[i].kind == FLOW_DECIDE && !has(flow_after(f), i))
			d->waits[i] |= ends & (FLOW_BIT(i) - 1);
}

static void
rows_find(struct drawing *d)
{
	for (size_t i = 0; i < d->flow.count; i++) {
		for (size_t k = 0; k < i; k++)
			if (has(d->waits[i], k) && d->row[k] >= d->row[i])
				d->row[i] = d->row[k] + 1;
		d->column[i] = d->columns[d->row[i]]++;
		if (d->columns[d->row[i]] > d->most)
			d->most = d->columns[d->row[i]];
		if (d->row[i] >= d->rows)
			d->rows = d->row[i] + 1;
	}
}

static void
lanes_count(struct drawing *d)
{
	for (size_t i = 0; i < d->flow.count; i++)
		for (size_t k = 0; k < i; k++) {
			d->lanes_right += has(d->waits[i], k) && d->row[i] > d->row[k] + 1;
			d->lanes_left += has(d->flow.steps[i].back_to, k);
		}
	d->box = d->most > 2 ? BOX_NARROW : BOX_WIDE;
	d->left = EDGE + LANE * d->lanes_left;
	d->width = d->left + d->most * (d->box + BOX_GAP) - BOX_GAP + LANE * d->lanes_right + EDGE;
}

/* The middle of a box; a short row is centred. */
static int
middle(const struct drawing *d, size_t i)
{
	int spare = (d->most - d->columns[d->row[i]]) * (d->box + BOX_GAP);

	return d->left + spare / 2 + d->column[i] * (d->box + BOX_GAP) + d->box / 2;
}

static int
top(const struct drawing *d, size_t i)
{
	return EDGE + d->row[i] * (BOX_HEIGHT + ROW_GAP);
}

/* ---- words ---- */

static int
letter_width(uint32_t c)
{
	return c < 0x2e80 ? LETTER_NARROW : LETTER_WIDE;
}

/* As many bytes of a text as fit a line; *cut: some are left. */
static size_t
fitting(const char *text, int room, bool *cut)
{
	size_t n = 0, length;
	uint32_t c;

	while ((c = letter_read(text + n, &length)) != 0 && (room -= letter_width(c)) >= 0)
		n += length;
	*cut = text[n] != '\0';
	return n;
}

static int
text_width(const char *text)
{
	size_t length;
	uint32_t c;
	int width = 0;

	for (; (c = letter_read(text, &length)) != 0; text += length)
		width += letter_width(c);
	return width;
}

/* The number and the name, in at most two lines; two are about as long as each other. */
static void
box_write(struct drawing *d, size_t i, struct node *box)
{
	const char *label = arena_format(d->rq->arena, "%zu. %s", i + 1, step_get(d, i, "name")), *lines[LINES_MOST];
	int room = d->box - 10, whole = text_width(label), n = 0, first;
	bool cut = true;

	while (cut && n < LINES_MOST) {
		bool halved = n == 0 && whole > room && whole <= 2 * room - LETTER_WIDE;
		size_t bytes = fitting(label, halved ? whole / 2 + LETTER_WIDE : room, &cut);

		bool ends = cut && n == LINES_MOST - 1;

		if (ends)
			bytes = fitting(label, room - LETTER_WIDE, &cut);
		lines[n++] = arena_format(d->rq->arena, "%.*s%s", (int)bytes, label, ends ? "…" : "");
		label += bytes;
	}
	first = top(d, i) + BOX_HEIGHT / 2 + 5 - (n - 1) * TEXT_HEIGHT / 2;
	for (int k = 0; k < n; k++) {
		struct node *line = row_row(d->page, box, "words", (size_t)k);

		row_text(d->page, line, "text", lines[k]);
		row_number(d->page, line, "y", first + k * TEXT_HEIGHT);
	}
}

static void
box_draw(struct drawing *d, size_t i)
{
	struct node *box = row_row(d->page, d->to, "boxes", i);

	row_number(d->page, box, "x", middle(d, i) - d->box / 2);
	row_number(d->page, box, "y", top(d, i));
	row_number(d->page, box, "middle", middle(d, i));
	row_text(d->page, box, "decides", d->flow.steps[i].kind == FLOW_DECIDE ? "1" : "");
	box_write(d, i, box);
}

/* ---- lines ---- */

/* A line by its path, ending in an arrow up or down. */
static void
line_draw(struct drawing *d, const char *path, int x, int y, int head, bool back)
{
	struct node *line = row_row(d->page, d->to, "lines", (size_t)d->drawn++);

	row_text(d->page, line, "path", path);
	row_text(d->page, line, "head", arena_format(d->rq->arena, "M%d %dl-4 %dh8z", x, y, head));
	row_text(d->page, line, "back", back ? "1" : "");
}

static void
lines_draw(struct drawing *d, size_t to)
{
	const int x = middle(d, to), y = top(d, to), level = y - ROW_GAP / 2;

	for (size_t from = 0; from < to; from++) {
		int start = middle(d, from), bottom = top(d, from) + BOX_HEIGHT;
		const char *path;

		if (!has(d->waits[to], from))
			continue;
		if (d->row[to] == d->row[from] + 1)
			path = arena_format(d->rq->arena, "M%d %dV%dH%dV%d", start, bottom, level, x, y - 5);
		else
			path = arena_format(d->rq->arena, "M%d %dV%dH%dV%dH%dV%d", start, bottom, bottom + ROW_GAP / 2,
			    d->width - EDGE - LANE * --d->lanes_right, level, x, y - 5);
		line_draw(d, path, x, y - 1, -6, false);
	}
}

/* Up beside the boxes: out of the top of one, into the bottom of the other, a little left of the lines that go down. */
static void
backs_draw(struct drawing *d, size_t from)
{
	for (size_t to = 0; to < from; to++) {
		int start = middle(d, from) - 24, end = middle(d, to) - 24, bottom = top(d, to) + BOX_HEIGHT;

		if (!has(d->flow.steps[from].back_to, to))
			continue;
		line_draw(d, arena_format(d->rq->arena, "M%d %dV%dH%dV%dH%dV%d", start, top(d, from), top(d, from) - 9,
		    EDGE + LANE * --d->lanes_left, bottom + 9, end, bottom + 5), end, bottom + 1, 6, true);
	}
}

/* ---- the table beside it ---- */

/* WHAT of step i: the numbers of steps, joined as the language joins. */
static void
numbers_say(struct drawing *d, size_t i, const char *what, flow_set set)
{
	const char *said = "";

	for (size_t k = 0; k < d->flow.count; k++)
		if (has(set, k))
			said = arena_format(d->rq->arena, "%s%s%zu", said,
			    *said == '\0' ? "" : d->rq->language == LANGUAGE_EN ? ", " : "、", k + 1);
	row_text(d->page, d->steps[i], what, said);
}

void
guide_flow_into(struct request *rq, struct page *page, const char *name)
{
	struct drawing *d = arena_get(rq->arena, sizeof(*d));

	*d = (struct drawing){ .rq = rq, .page = page, .guide = page_group(page, name) };
	if (!flow_read(d))
		return;
	waits_find(d);
	rows_find(d);
	lanes_count(d);
	d->to = node_make(rq->arena, d->guide, "flow");
	row_number(page, d->to, "width", d->width);
	row_number(page, d->to, "height", 2 * EDGE + d->rows * (BOX_HEIGHT + ROW_GAP) - ROW_GAP);
	row_number(page, d->to, "box_width", d->box);
	row_number(page, d->to, "box_height", BOX_HEIGHT);
	for (size_t i = 0; i < d->flow.count; i++) {
		box_draw(d, i);
		lines_draw(d, i);
		backs_draw(d, i);
		numbers_say(d, i, "after_text", d->waits[i]);
		row_text(page, d->steps[i], "after_other", i > 0 && d->waits[i] != FLOW_BIT(i - 1) ? "1" : "");
		numbers_say(d, i, "back_text", d->flow.steps[i].back_to);
	}
}
