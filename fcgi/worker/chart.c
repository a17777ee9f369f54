/* chart.c - see chart.h. */
#include "fcgi/worker/chart.h"

#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <stdio.h>
#include <string.h>

enum { TICKS_MOST = 6, LETTER = 13 };		/* LETTER: height of a letter in the drawing's own units */

struct point {
	const char *label;
	long long values[CHART_SERIES_MOST];
};

struct chart {
	struct page *page;
	struct arena *arena;
	const char *name;
	struct chart_about about;
	size_t series, points;
	const char *labels[CHART_SERIES_MOST];
	struct point point[CHART_POINTS_MOST];
	size_t rows;			/* of the table */
};

/* One of the two drawings. */
struct drawing {
	struct chart *chart;
	const char *name;		/* of its node */
	int width, height;
	int left, right, top, bottom;	/* the plot's edges */
	long long step, most;		/* of the axis */
	size_t marks;			/* shapes drawn so far */
};

/* ---- numbers ---- */

static long long
power_of_ten(int n)
{
	long long value = 1;

	while (n-- > 0)
		value *= 10;
	return value;
}

static const char *
number_text(struct chart *c, long long value)
{
	long long one = power_of_ten(c->about.decimals);
	const char *unit = c->about.unit != NULL ? c->about.unit : "";

	if (value == CHART_NONE)
		return "–";
	if (c->about.decimals == 0)
		return arena_format(c->arena, "%lld%s", value, unit);
	return arena_format(c->arena, "%lld.%0*lld%s", value / one, c->about.decimals, value % one, unit);
}

/* What the axis must hold: of stacked series their sum. */
static long long
highest(const struct chart *c)
{
	long long most = 0;

	for (size_t i = 0; i < c->points; i++) {
		long long sum = 0;

		for (size_t s = 0; s < c->series; s++) {
			long long value = c->point[i].values[s];

			if (value == CHART_NONE)
				continue;
			sum = c->about.kind == CHART_STACKED ? sum + value : value > sum ? value : sum;
		}
		most = sum > most ? sum : most;
	}
	return most;
}

/* Steps of 1, 2 or 5 by powers of ten, as few as TICKS_MOST allows; whole numbers get whole steps. */
static void
axis_choose(struct drawing *d)
{
	const struct chart *c = d->chart;
	long long most = c->about.most > 0 ? c->about.most : highest(c), ten = 1;

	for (;; ten *= 10)
		for (int i = 0; i < 3; i++) {
			d->step = ten * (i == 0 ? 1 : i == 1 ? 2 : 5);
			if (most <= d->step * (TICKS_MOST - 1)) {
				d->most = (most + d->step - 1) / d->step * d->step;
				if (d->most == 0)
					d->most = d->step;
				return;
			}
		}
}

/* ---- texts ---- */

/* The width of a text in LETTERs' tenths: Chinese is square, the rest a little more than half of it. */
static int
text_width(const char *s)
{
	int tenths = 0;

	for (; *s != '\0'; s++)
		tenths += (*s & 0x80) == 0 ? 6 : (*s & 0xc0) == 0xc0 ? 10 : 0;
	return tenths * LETTER / 10;
}

/* The text, or as much of it as fits with an ellipsis. */
static const char *
text_fitting(struct arena *arena, const char *s, int width)
{
	size_t n = strlen(s);
	char *cut;

	if (text_width(s) <= width)
		return s;
	cut = arena_format(arena, "%s…", s);
	while (n > 0 && text_width(cut) > width) {
		while (n > 0 && (cut[--n] & 0xc0) == 0x80)
			;
		memcpy(cut + n, "…", sizeof("…"));
	}
	return cut;
}

/* ---- shapes ---- */

static struct node *
shape(struct drawing *d, const char *list, size_t n)
{
	return page_row(d->chart->page, arena_format(d->chart->arena, "%s.%s", d->name, list), n);
}

static void
at(struct drawing *d, struct node *row, const char *name, double value)
{
	row_text(d->chart->page, row, name, arena_format(d->chart->arena, "%.1f", value));
}

static void
bar(struct drawing *d, size_t series, double x, double y, double width, double height)
{
	struct node *row = shape(d, "bars", d->marks++);

	at(d, row, "x", x);
	at(d, row, "y", y);
	at(d, row, "width", width);
	at(d, row, "height", height);
	row_text(d->chart->page, row, "mark", arena_format(d->chart->arena, "%zu", series));
}

static void
letter(struct drawing *d, size_t n, double x, double y, const char *anchor, const char *text)
{
	struct node *row = shape(d, "texts", n);

	at(d, row, "x", x);
	at(d, row, "y", y);
	row_text(d->chart->page, row, "anchor", anchor);
	row_text(d->chart->page, row, "text", text);
}

static double
along(const struct drawing *d, long long value, int from, int to)
{
	if (value > d->most)
		value = d->most;
	return from + (double)(to - from) * (double)value / (double)d->most;
}

/* ---- lying bars ---- */

enum { BAR = 16, BAR_GAP = 3, GROUP_GAP = 14 };

static int
bars_height(const struct chart *c)
{
	return (int)c->points * (LETTER + 6 + (int)c->series * (BAR + BAR_GAP) + GROUP_GAP);
}

static void
bars_draw(struct drawing *d)
{
	struct chart *c = d->chart;
	double y = d->top;
	size_t texts = 0;
	int room = 0;

	for (size_t i = 0; i < c->points; i++)
		for (size_t s = 0; s < c->series; s++) {
			int width = text_width(number_text(c, c->point[i].values[s])) + 8;

			room = width > room ? width : room;
		}
	d->right -= room;
	for (size_t i = 0; i < c->points; i++) {
		letter(d, texts++, d->left, y + LETTER, "start", text_fitting(c->arena, c->point[i].label, d->width));
		y += LETTER + 6;
		for (size_t s = 0; s < c->series; s++, y += BAR + BAR_GAP) {
			long long value = c->point[i].values[s];
			double end = value == CHART_NONE ? d->left : along(d, value, d->left, d->right);

			if (end > d->left)
				bar(d, s, d->left, y, end - d->left, BAR);
			letter(d, texts++, end + 5, y + LETTER, "start", number_text(c, value));
		}
		y += GROUP_GAP;
	}
}

/* ---- what stands: columns, stacks, lines ---- */

static void
axis_draw(struct drawing *d)
{
	struct chart *c = d->chart;
	size_t n = 0;

	for (long long value = 0; value <= d->most; value += d->step, n++) {
		struct node *row = shape(d, "ticks", n);

		at(d, row, "y", along(d, value, d->bottom, d->top));
		at(d, row, "text_y", along(d, value, d->bottom, d->top) + LETTER / 3.0);
		at(d, row, "text_x", d->left - 6);
		at(d, row, "from", d->left);
		at(d, row, "to", d->right);
		row_text(c->page, row, "text", number_text(c, value));
	}
}

/* Labels below the plot, each n-th of them so that none runs into the next; the last one is more wanted than the first. */
static void
labels_draw(struct drawing *d, double room)
{
	struct chart *c = d->chart;
	int width = 1;
	size_t each, n = 0;

	for (size_t i = 0; i < c->points; i++) {
		int one = text_width(c->point[i].label) + 10;

		width = one > width ? one : width;
	}
	each = (size_t)(width / room) + 1;
	for (size_t i = (c->points - 1) % each; i < c->points; i += each) {
		double x = d->left + room * ((double)i + .5), half = text_width(c->point[i].label) / 2.0;
		const char *anchor = "middle";

		if (x + half > d->width) {
			anchor = "end";
			x = d->width;
		}
		letter(d, n++, x, d->bottom + LETTER + 6, anchor, c->point[i].label);
	}
}

static void
columns_draw(struct drawing *d, double room)
{
	struct chart *c = d->chart;
	bool stacked = c->about.kind == CHART_STACKED;
	double width = room * .8 / (stacked ? 1 : (double)c->series);

	if (width > 40)
		width = 40;
	for (size_t i = 0; i < c->points; i++) {
		double middle = d->left + room * ((double)i + .5), floor = d->bottom;
		double x = middle - width * (stacked ? 1 : (double)c->series) / 2;

		for (size_t s = 0; s < c->series; s++) {
			long long value = c->point[i].values[s];
			double height = value == CHART_NONE ? 0 : d->bottom - along(d, value, d->bottom, d->top);

			if (height > 0)
				bar(d, s, x, floor - height, width, height);
			if (stacked)
				floor -= height;
			else
				x += width;
		}
	}
}

/* A disc, a square, a diamond, a triangle. */
static const char *
dot_path(struct arena *arena, size_t series, double x, double y)
{
	switch (series) {
	case 0:
		return arena_format(arena, "M%.1f %.1fa3 3 0 1 0 6 0a3 3 0 1 0-6 0z", x - 3, y);
	case 1:
		return arena_format(arena, "M%.1f %.1fh6v6h-6z", x - 3, y - 3);
	case 2:
		return arena_format(arena, "M%.1f %.1fl4 4-4 4-4-4z", x, y - 4);
	default:
		return arena_format(arena, "M%.1f %.1fl4 7h-8z", x, y - 4);
	}
}

static void
lines_draw(struct drawing *d, double room)
{
	struct chart *c = d->chart;
	size_t dots = 0;

	for (size_t s = 0; s < c->series; s++) {
		const char *mark = arena_format(c->arena, "%zu", s);
		struct node *line = shape(d, "lines", s);
		struct text path;
		bool pen = false;

		text_init(&path);
		text_add(&path, "");
		for (size_t i = 0; i < c->points; i++) {
			long long value = c->point[i].values[s];
			double x = d->left + room * ((double)i + .5), y = along(d, value, d->bottom, d->top);
			struct node *dot;

			if (value == CHART_NONE) {
				pen = false;
				continue;
			}
			text_format(&path, "%c%.1f %.1f", pen ? 'L' : 'M', x, y);
			pen = true;
			dot = shape(d, "dots", dots++);
			row_text(c->page, dot, "path", dot_path(c->arena, s, x, y));
			row_text(c->page, dot, "mark", mark);
		}
		row_text(c->page, line, "path", arena_text(c->arena, path.start));
		row_text(c->page, line, "mark", mark);
		text_free(&path);
	}
}

static void
standing_draw(struct drawing *d)
{
	struct chart *c = d->chart;
	double room;
	int axis = 0;

	for (long long value = 0; value <= d->most; value += d->step) {
		int width = text_width(number_text(c, value));

		axis = width > axis ? width : axis;
	}
	d->left = axis + 8;
	room = (double)(d->right - d->left) / (double)c->points;
	axis_draw(d);
	labels_draw(d, room);
	if (c->about.kind == CHART_LINES)
		lines_draw(d, room);
	else
		columns_draw(d, room);
}

/* ---- a chart ---- */

static void
drawing_make(struct chart *c, const char *size, int width, int height)
{
	struct drawing d = { .chart = c, .name = arena_format(c->arena, "%s.%s", c->name, size), .width = width,
	    .height = c->about.kind == CHART_BARS ? bars_height(c) : height };

	d.top = c->about.kind == CHART_BARS ? 0 : LETTER;
	d.right = width - 2;
	d.bottom = d.height - LETTER - 14;
	page_textf(c->page, arena_format(c->arena, "%s.width", d.name), "%d", d.width);
	page_textf(c->page, arena_format(c->arena, "%s.height", d.name), "%d", d.height);
	axis_choose(&d);
	if (c->about.kind == CHART_BARS)
		bars_draw(&d);
	else
		standing_draw(&d);
}

struct chart *
chart_open(struct page *page, const char *name, struct chart_about about)
{
	struct arena *arena = page_request(page)->arena;
	struct chart *c = arena_get(arena, sizeof(*c));

	*c = (struct chart){ .page = page, .arena = arena, .name = name, .about = about };
	if (c->about.decimals < 0 || c->about.decimals > CHART_DECIMALS_MOST)
		c->about.decimals = 0;
	page_sub(page, name, "name", name);
	page_sub(page, name, "title", about.title);
	page_sub(page, name, "heading", about.heading);
	return c;
}

void
chart_series(struct chart *c, const char *label)
{
	struct node *row;

	if (c->series == CHART_SERIES_MOST)
		return;
	row = page_row(c->page, arena_format(c->arena, "%s.series", c->name), c->series);
	row_text(c->page, row, "label", label);
	row_text(c->page, row, "mark", arena_format(c->arena, "%zu", c->series));
	c->labels[c->series++] = label;
}

void
chart_point(struct chart *c, const char *label, const char *url, const long long *values)
{
	const char *list = arena_format(c->arena, "%s.rows", c->name);
	struct node *row = page_row(c->page, list, c->rows);
	struct point *p = c->points < CHART_POINTS_MOST ? &c->point[c->points++] : NULL;

	row_text(c->page, row, "label", label);
	row_text(c->page, row, "url", url);
	if (p != NULL)
		p->label = arena_text(c->arena, label);
	for (size_t s = 0; s < c->series; s++) {
		struct node *value = page_row(c->page, arena_format(c->arena, "%s.%zu.values", list, c->rows), s);

		row_text(c->page, value, "text", number_text(c, values[s]));
		row_text(c->page, value, "label", c->labels[s]);
		if (p != NULL)
			p->values[s] = values[s];
	}
	c->rows++;
}

void
chart_close(struct chart *c)
{
	if (c->points == 0 || c->series == 0)
		return;
	if (c->series > 1)
		page_sub(c->page, c->name, "legend", "1");
	if (c->about.kind == CHART_LINES)
		page_sub(c->page, c->name, "lines", "1");
	drawing_make(c, "wide", 720, 300);
	drawing_make(c, "narrow", 320, 240);
}
