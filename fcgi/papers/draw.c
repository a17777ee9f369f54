/*
 * draw.c - see draw.h.
 *
 * The blocks are gone through twice: once without a pen, to count the pages,
 * and once with.  Both take the same way, so that "page 1 of 3" is true.
 * Lengths are points; y grows downwards.
 */
#include "fcgi/papers/draw.h"

#include "base/log.h"
#include "fcgi/papers/seal.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#define PAGE_WIDTH	595.28
#define PAGE_HEIGHT	841.89
#define LEFT		71.0
#define WIDTH		(PAGE_WIDTH - 2 * LEFT)
#define TOP		58.0
#define BOTTOM		(PAGE_HEIGHT - 70.0)
#define CELL_PAD	3.0
#define SEAL_RADIUS	56.0
#define SIGN_WIDTH	232.0
#define QR_SIDE		84.0
#define QR_QUIET	8.0	/* its empty edge may stand in the margin */

#define SERIF	"Noto Serif CJK SC, Noto Serif, serif"
#define SANS	"Noto Sans CJK SC, Noto Sans, sans-serif"

struct style {
	const char *family;
	double size, lead;		/* from line to line */
	bool bold;
	PangoAlignment align;
	double indent;			/* of the first line of each paragraph */
	double left;
	double before, after;
	double grey;			/* 0 black */
};

static const struct style styles[BLOCK_COUNT] = {
	[BLOCK_FORM] =		{ SANS, 8.5, 12, false, PANGO_ALIGN_LEFT, 0, 0, 0, 6, 0.35 },
	[BLOCK_TITLE] =		{ SERIF, 20, 30, true, PANGO_ALIGN_CENTER, 0, 0, 6, 2, 0 },
	[BLOCK_ENGLISH] =	{ SANS, 9, 13, false, PANGO_ALIGN_CENTER, 0, 0, 0, 4, 0.35 },
	[BLOCK_NUMBER] =	{ SERIF, 11.5, 18, false, PANGO_ALIGN_CENTER, 0, 0, 2, 10, 0 },
	[BLOCK_TO] =		{ SERIF, 12, 20, true, PANGO_ALIGN_LEFT, 0, 0, 4, 2, 0 },
	[BLOCK_P] =		{ SERIF, 12, 18.5, false, PANGO_ALIGN_LEFT, 24, 0, 0, 3, 0 },
	[BLOCK_H] =		{ SANS, 12, 18.5, true, PANGO_ALIGN_LEFT, 0, 0, 5, 2, 0 },
	[BLOCK_ITEM] =		{ SERIF, 12, 18.5, false, PANGO_ALIGN_LEFT, 0, 24, 0, 2, 0 },
	[BLOCK_FACT] =		{ SERIF, 10.5, 16, false, PANGO_ALIGN_LEFT, 0, 0, 5, 9, 0 },
	[BLOCK_NOTE] =		{ SANS, 8.5, 13.5, false, PANGO_ALIGN_LEFT, 0, 0, 2, 2, 0.3 },
	[BLOCK_LINE] =		{ SERIF, 12, 27, false, PANGO_ALIGN_LEFT, 0, 0, 2, 0, 0 },
	[BLOCK_SIGN] =		{ SERIF, 12, 21, false, PANGO_ALIGN_CENTER, 0, 0, 8, 8, 0 },
	[BLOCK_OWN_SIGN] =	{ SERIF, 12, 27, false, PANGO_ALIGN_LEFT, 0, WIDTH - SIGN_WIDTH, 14, 8, 0 },
	[BLOCK_PROOF] =		{ SANS, 8.5, 13.5, false, PANGO_ALIGN_LEFT, 0, QR_SIDE + 10, 8, 0, 0.2 },
	[BLOCK_TABLE] =		{ SERIF, 10, 15, false, PANGO_ALIGN_LEFT, 0, 0, 4, 9, 0 },
};
static const struct style head_style = { SANS, 10, 15, true, PANGO_ALIGN_LEFT, 0, 0, 0, 0, 0 };
static const struct style name_style = { SANS, 10, 16, false, PANGO_ALIGN_LEFT, 0, 0, 0, 0, 0.3 };
static const struct style foot_style = { SANS, 8, 11, false, PANGO_ALIGN_LEFT, 0, 0, 0, 0, 0.35 };
static const struct style small_style = { SANS, 6.2, 9, false, PANGO_ALIGN_LEFT, 0, 0, 0, 0, 0.35 };
static const struct style page_style = { SANS, 8, 11, false, PANGO_ALIGN_RIGHT, 0, 0, 0, 0, 0.35 };

struct sheet {
	const struct drawing *d;
	cairo_t *cr;			/* NULL while pages are counted */
	PangoContext *context;
	double y;
	int page, pages;
};

/* ---- lines of text ---- */

static PangoLayout *
lay_out(const struct sheet *s, const struct style *style, double width, const char *text)
{
	PangoFontDescription *font = pango_font_description_from_string(style->family);
	PangoLayout *layout = pango_layout_new(s->context);

	pango_font_description_set_absolute_size(font, style->size * PANGO_SCALE);
	if (style->bold)
		pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
	pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
	pango_layout_set_alignment(layout, style->align);
	pango_layout_set_indent(layout, (int)(style->indent * PANGO_SCALE));
	pango_layout_set_text(layout, text, -1);
	pango_font_description_free(font);
	return layout;
}

/* One line at a height; its x is where alignment and indent put it. */
static void
line_draw(const struct sheet *s, const struct style *style, PangoLayoutIter *at, double x, double y)
{
	PangoRectangle logical;

	if (s->cr == NULL)
		return;
	pango_layout_iter_get_line_extents(at, NULL, &logical);
	cairo_set_source_rgb(s->cr, style->grey, style->grey, style->grey);
	/* The letters' own middle lies about a third of their size above the base. */
	cairo_move_to(s->cr, x + (double)logical.x / PANGO_SCALE, y + style->lead / 2 + style->size * 0.36);
	pango_cairo_show_layout_line(s->cr, pango_layout_iter_get_line_readonly(at));
}

/* A text of few lines where it stands, for what does not flow. */
static double
text_at(const struct sheet *s, const struct style *style, double x, double y, double width, const char *text)
{
	PangoLayout *layout = lay_out(s, style, width, text);
	PangoLayoutIter *at = pango_layout_get_iter(layout);
	double height = 0;

	do {
		line_draw(s, style, at, x, y + height);
		height += style->lead;
	} while (pango_layout_iter_next_line(at));
	pango_layout_iter_free(at);
	g_object_unref(layout);
	return height;
}

/* ---- pages ---- */

static void
rule(const struct sheet *s, double x, double y, double width)
{
	if (s->cr == NULL)
		return;
	cairo_set_source_rgb(s->cr, 0.6, 0.6, 0.6);
	cairo_set_line_width(s->cr, 0.5);
	cairo_move_to(s->cr, x, y);
	cairo_line_to(s->cr, x + width, y);
	cairo_stroke(s->cr);
}

/* "第{page}页，共{pages}页" with its numbers. */
static void
page_text_fill(const struct sheet *s, char *to, size_t room)
{
	const char *from = s->d->foot_page;
	size_t n = 0;

	while (*from != '\0' && n + 12 < room) {
		int value = strncmp(from, "{page}", 6) == 0 ? s->page : strncmp(from, "{pages}", 7) == 0 ? s->pages : 0;

		if (value == 0) {
			to[n++] = *from++;
			continue;
		}
		n += (size_t)snprintf(to + n, room - n, "%d", value);
		from = strchr(from, '}') + 1;
	}
	to[n] = '\0';
}

static void
stamp_draw(const struct sheet *s)
{
	static const struct style stamp = { SANS, 96, 120, true, PANGO_ALIGN_CENTER, 0, 0, 0, 0, 0 };
	PangoLayout *layout;
	int width, height;

	if (*s->d->stamp == '\0')
		return;
	layout = lay_out(s, &stamp, -1.0 / PANGO_SCALE, s->d->stamp);
	pango_layout_get_size(layout, &width, &height);
	cairo_save(s->cr);
	cairo_translate(s->cr, PAGE_WIDTH / 2, PAGE_HEIGHT / 2);
	cairo_rotate(s->cr, -G_PI / 6);
	cairo_move_to(s->cr, -width / 2.0 / PANGO_SCALE, -height / 2.0 / PANGO_SCALE);
	cairo_set_source_rgb(s->cr, 0.97, 0.85, 0.85);
	pango_cairo_layout_path(s->cr, layout);
	cairo_fill(s->cr);
	cairo_restore(s->cr);
	g_object_unref(layout);
}

/* What stands on every page, before anything else. */
static void
page_begin(struct sheet *s)
{
	char text[200];

	s->page++;
	s->y = TOP;
	if (s->cr == NULL)
		return;
	stamp_draw(s);
	page_text_fill(s, text, sizeof(text));
	rule(s, LEFT, BOTTOM + 14, WIDTH);
	text_at(s, &foot_style, LEFT, BOTTOM + 18, WIDTH - 90, s->d->foot);
	text_at(s, &page_style, LEFT + WIDTH - 90, BOTTOM + 18, 90, text);
	text_at(s, &small_style, LEFT, BOTTOM + 30, WIDTH, s->d->foot_small);
}

static void
page_end(struct sheet *s)
{
	if (s->cr != NULL)
		cairo_show_page(s->cr);
}

static void
page_turn(struct sheet *s)
{
	page_end(s);
	page_begin(s);
}

/* Room for what is not torn apart. */
static void
keep(struct sheet *s, double height)
{
	if (s->y + height > BOTTOM && s->y > TOP)
		page_turn(s);
}

static bool
too_many(const struct sheet *s)
{
	return s->page > PAGES_MOST;
}

/* ---- blocks that flow ---- */

static void
lines_draw(struct sheet *s, const struct style *style, const char *text)
{
	PangoLayout *layout = lay_out(s, style, WIDTH - style->left, text);
	PangoLayoutIter *at = pango_layout_get_iter(layout);

	s->y += style->before;
	do {
		keep(s, style->lead);
		line_draw(s, style, at, LEFT + style->left, s->y);
		s->y += style->lead;
	} while (!too_many(s) && pango_layout_iter_next_line(at));
	s->y += style->after;
	pango_layout_iter_free(at);
	g_object_unref(layout);
}

/* A heading stays with what it is above of. */
static void
heading_draw(struct sheet *s, const struct block *b)
{
	keep(s, 90);
	lines_draw(s, &styles[b->kind], b->text);
}

/* ---- tables ---- */

struct grid {
	size_t columns;
	double widths[COLUMNS_MOST];
	const struct style *first, *others;	/* of the first column and the rest */
	const struct table_row *head;		/* repeated on each page; NULL: none */
};

static void
cells_frame(const struct sheet *s, const struct grid *g, double height, bool head)
{
	double x = LEFT;

	if (s->cr == NULL)
		return;
	if (head) {
		cairo_set_source_rgb(s->cr, 0.94, 0.94, 0.94);
		cairo_rectangle(s->cr, LEFT, s->y, WIDTH, height);
		cairo_fill(s->cr);
	}
	cairo_set_source_rgb(s->cr, 0.6, 0.6, 0.6);
	cairo_set_line_width(s->cr, 0.5);
	for (size_t i = 0; i < g->columns; x += g->widths[i++])
		cairo_rectangle(s->cr, x, s->y, g->widths[i], height);
	cairo_stroke(s->cr);
}

static void row_draw(struct sheet *, const struct grid *, const struct table_row *, bool head);
static void row_keep_with_end(struct sheet *, const struct grid *, const struct table_row *, const struct block *next);
static const struct block *block_draw(struct sheet *, const struct block *);

static void
table_page_turn(struct sheet *s, const struct grid *g, bool head)
{
	page_turn(s);
	if (g->head != NULL && !head && !too_many(s))
		row_draw(s, g, g->head, true);
}

/* A row that is drawn as far as the page goes, and on the next page further. */
struct row_drawing {
	PangoLayout *layouts[COLUMNS_MOST];
	PangoLayoutIter *at[COLUMNS_MOST];
	bool more[COLUMNS_MOST];
	const struct style *styles[COLUMNS_MOST];
	int lines;			/* of its longest cell */
	double lead;
};

static void
row_open(const struct sheet *s, const struct grid *g, const struct table_row *row, bool head, struct row_drawing *r)
{
	*r = (struct row_drawing){ .lead = head ? head_style.lead : g->others->lead };
	for (size_t i = 0; i < g->columns; i++) {
		r->styles[i] = head ? &head_style : i == 0 ? g->first : g->others;
		r->layouts[i] = lay_out(s, r->styles[i], g->widths[i] - 2 * CELL_PAD, row->cells[i]);
		r->at[i] = pango_layout_get_iter(r->layouts[i]);
		r->more[i] = true;
		if (pango_layout_get_line_count(r->layouts[i]) > r->lines)
			r->lines = pango_layout_get_line_count(r->layouts[i]);
	}
}

static void
row_close(const struct grid *g, struct row_drawing *r)
{
	for (size_t i = 0; i < g->columns; i++) {
		pango_layout_iter_free(r->at[i]);
		g_object_unref(r->layouts[i]);
	}
}

/* The next so many lines of each cell. */
static void
row_lines(const struct sheet *s, const struct grid *g, struct row_drawing *r, int lines)
{
	double x = LEFT;

	for (size_t i = 0; i < g->columns; x += g->widths[i++])
		for (int n = 0; n < lines && r->more[i]; n++) {
			line_draw(s, r->styles[i], r->at[i], x + CELL_PAD, s->y + CELL_PAD + n * r->lead);
			r->more[i] = pango_layout_iter_next_line(r->at[i]);
		}
}

static void
row_draw(struct sheet *s, const struct grid *g, const struct table_row *row, bool head)
{
	struct row_drawing r;
	double height;

	row_open(s, g, row, head, &r);
	height = r.lines * r.lead + 2 * CELL_PAD;
	/* Small rows are not torn; a large one begins where at least three lines of it fit. */
	if (s->y + fmin(height, fmax(3 * r.lead + 2 * CELL_PAD, height < 160 ? height : 0)) > BOTTOM && s->y > TOP)
		table_page_turn(s, g, head);
	while (r.lines > 0 && !too_many(s)) {
		int fit = (int)((BOTTOM - s->y - 2 * CELL_PAD) / r.lead);

		fit = fit < 1 ? 1 : fit > r.lines ? r.lines : fit;
		cells_frame(s, g, fit * r.lead + 2 * CELL_PAD, head);
		row_lines(s, g, &r, fit);
		s->y += fit * r.lead + 2 * CELL_PAD;
		r.lines -= fit;
		if (r.lines > 0)
			table_page_turn(s, g, head);
	}
	row_close(g, &r);
}

static void
table_draw(struct sheet *s, const struct block *b)
{
	const struct style *style = &styles[BLOCK_TABLE];
	struct grid g = { .columns = b->table->columns, .first = style, .others = style };
	int shares = 0;

	for (size_t i = 0; i < g.columns; i++)
		shares += b->table->widths[i];
	for (size_t i = 0; i < g.columns; i++)
		g.widths[i] = WIDTH * b->table->widths[i] / shares;
	s->y += style->before;
	keep(s, 60);
	row_draw(s, &g, &b->table->head, true);
	g.head = &b->table->head;
	for (const struct table_row *row = b->table->rows; row != NULL && !too_many(s); row = row->next) {
		if (row->next == NULL && row != b->table->rows)
			row_keep_with_end(s, &g, row, b->next);
		row_draw(s, &g, row, false);
	}
	s->y += style->after;
}

/* Facts that follow one another are one table; the last of them is given back. */
static const struct block *
facts_draw(struct sheet *s, const struct block *b)
{
	struct grid g = { 2, { 92, WIDTH - 92 }, &name_style, &styles[BLOCK_FACT], NULL };

	s->y += styles[BLOCK_FACT].before;
	for (;; b = b->next) {
		struct table_row row = { { b->name, b->text }, 2, NULL };

		if (b->next == NULL || b->next->kind != BLOCK_FACT)
			row_keep_with_end(s, &g, &row, b->next);
		row_draw(s, &g, &row, false);
		if (b->next == NULL || b->next->kind != BLOCK_FACT || too_many(s))
			break;
	}
	s->y += styles[BLOCK_FACT].after;
	return b;
}

/* ---- what stands at the end ---- */

static bool
is_proof(const struct block *b)
{
	return b != NULL && b->kind == BLOCK_PROOF;
}

/* The lines beside the QR code; how high they are. */
static double
proof_lines(const struct sheet *s, const struct block *b, double x, double y, double width)
{
	const double top = y;

	for (; is_proof(b); b = b->next)
		y += text_at(s, &styles[BLOCK_PROOF], x, y, width, b->text);
	return y - top;
}

/* The QR code with the lines that explain it. */
static double
proof_at(const struct sheet *s, const struct block *b, double y, double width)
{
	double lines = proof_lines(s, b, LEFT + QR_SIDE + 6, y + 6, width - QR_SIDE - 6);

	if (s->cr != NULL)
		qr_draw(s->cr, LEFT - QR_QUIET, y, QR_SIDE, s->d->qr);
	return fmax(lines + 12, QR_SIDE);
}

static const struct block *
last_proof(const struct block *b)
{
	while (is_proof(b->next))
		b = b->next;
	return b;
}

static double
measured(const struct sheet *s, const struct block *proof, double width)
{
	struct sheet probe = *s;

	probe.cr = NULL;
	return proof_at(&probe, proof, 0, width);
}

/* Organ and date at the right, over the seal: both are to be read, so the seal is drawn first; the proof stands at the
 * left of it.  The last block drawn is given back. */
static const struct block *
sign_draw(struct sheet *s, const struct block *b)
{
	const struct style *style = &styles[BLOCK_SIGN];
	PangoLayout *layout = lay_out(s, style, SIGN_WIDTH, b->text);
	double lines = pango_layout_get_line_count(layout) * style->lead;
	double sign = *s->d->seal == '\0' ? lines : fmax(lines, 2 * SEAL_RADIUS), height = sign;
	double x = LEFT + WIDTH - SIGN_WIDTH;

	g_object_unref(layout);
	if (is_proof(b->next))
		height = fmax(height, measured(s, b->next, WIDTH - SIGN_WIDTH));
	s->y += style->before;
	keep(s, height);
	if (s->cr != NULL && *s->d->seal != '\0')
		seal_draw(s->cr, s->context, x + SIGN_WIDTH / 2, s->y + sign / 2, SEAL_RADIUS, s->d->seal, s->d->seal_below);
	text_at(s, style, x, s->y + (sign - lines) / 2, SIGN_WIDTH, b->text);
	if (is_proof(b->next))
		proof_at(s, b->next, s->y + fmax(0, (height - measured(s, b->next, WIDTH - SIGN_WIDTH)) / 2), WIDTH - SIGN_WIDTH);
	s->y += height + style->after;
	return is_proof(b->next) ? last_proof(b->next) : b;
}

static void
fill_in_draw(struct sheet *s, const struct block *b)
{
	const struct style *style = &styles[b->kind];
	PangoLayout *layout = lay_out(s, style, WIDTH - style->left, b->text);
	PangoRectangle logical;

	s->y += style->before;
	keep(s, style->lead);
	pango_layout_get_extents(layout, NULL, &logical);
	text_at(s, style, LEFT + style->left, s->y, WIDTH - style->left, b->text);
	rule(s, LEFT + style->left + (double)logical.width / PANGO_SCALE + 4, s->y + style->lead - 5,
	    fmax(0, fmin(200, WIDTH - style->left - (double)logical.width / PANGO_SCALE - 4)));
	s->y += style->lead + style->after;
	g_object_unref(layout);
}

/* A proof without a seal beside it, over the whole width; the last block drawn is given back. */
static const struct block *
proof_draw(struct sheet *s, const struct block *b)
{
	double height = measured(s, b, WIDTH);

	s->y += styles[BLOCK_PROOF].before;
	keep(s, height);
	rule(s, LEFT, s->y, WIDTH);
	proof_at(s, b, s->y + 2, WIDTH);
	s->y += height + styles[BLOCK_PROOF].after;
	return last_proof(b);
}

/* ---- all of it ---- */

/* The last of the blocks drawn. */
static const struct block *
block_draw(struct sheet *s, const struct block *b)
{
	switch (b->kind) {
	case BLOCK_FACT:
		return facts_draw(s, b);
	case BLOCK_PROOF:
		return proof_draw(s, b);
	case BLOCK_TABLE:
		table_draw(s, b);
		break;
	case BLOCK_SIGN:
		return sign_draw(s, b);
	case BLOCK_LINE:
	case BLOCK_OWN_SIGN:
		fill_in_draw(s, b);
		break;
	case BLOCK_H:
		heading_draw(s, b);
		break;
	default:
		lines_draw(s, &styles[b->kind], b->text);
	}
	return b;
}

/* ---- the end stays together: no page bears a seal, or lines to be signed, and nothing else ---- */

/* From here on only small print, signatures and proofs. */
static bool
closes(const struct block *b)
{
	for (; b != NULL; b = b->next)
		if (b->kind != BLOCK_NOTE && b->kind != BLOCK_LINE && b->kind != BLOCK_OWN_SIGN && b->kind != BLOCK_SIGN &&
		    b->kind != BLOCK_PROOF)
			return false;
	return true;
}

/* Would the end, from b on, begin or go on on another page than the one drawn to?  The sheet is a probe: it is used up. */
static bool
end_strays(struct sheet *probe, const struct block *b)
{
	int page = probe->page;

	for (; b != NULL && !too_many(probe); b = b->next)
		b = block_draw(probe, b);
	return probe->page > page;
}

/* Small enough to go to the next page as a whole, with its heading. */
static bool
is_last_words(const struct block *b)
{
	if (b->kind == BLOCK_TABLE)
		return closes(b->next) && (b->table->rows == NULL || b->table->rows->next == NULL);
	return (b->kind == BLOCK_P || b->kind == BLOCK_ITEM) && closes(b->next);
}

static void
keep_with_end(struct sheet *s, const struct block *b)
{
	struct sheet probe = *s;

	probe.cr = NULL;
	if (b->kind == BLOCK_H && b->next != NULL && is_last_words(b->next))
		b = block_draw(&probe, b)->next;
	else if (!is_last_words(b))
		return;
	b = block_draw(&probe, b);
	if (probe.page == s->page && end_strays(&probe, b->next) && s->y > TOP)
		page_turn(s);
}

/* The last row of a table goes with the end that follows it. */
static void
row_keep_with_end(struct sheet *s, const struct grid *g, const struct table_row *row, const struct block *next)
{
	struct sheet probe = *s;

	if (next == NULL || !closes(next))
		return;
	probe.cr = NULL;
	row_draw(&probe, g, row, false);
	if (probe.page == s->page && end_strays(&probe, next))
		table_page_turn(s, g, false);
}

static int
sheet_draw(struct sheet *s)
{
	s->page = 0;
	page_begin(s);
	for (const struct block *b = s->d->blocks; b != NULL && !too_many(s); b = b->next) {
		keep_with_end(s, b);
		b = block_draw(s, b);
	}
	page_end(s);
	return s->page;
}

static PangoContext *
context_new(void)
{
	PangoContext *context = pango_font_map_create_context(pango_cairo_font_map_get_default());
	cairo_font_options_t *options = cairo_font_options_create();

	/* Letters as they are drawn, not as a screen would have them. */
	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	pango_cairo_context_set_font_options(context, options);
	cairo_font_options_destroy(options);
	pango_context_set_language(context, pango_language_from_string("zh-cn"));
	pango_context_set_round_glyph_positions(context, FALSE);
	return context;
}

static cairo_status_t
piece_out(void *to, const unsigned char *piece, unsigned bytes)
{
	text_add_n(to, (const char *)piece, bytes);
	return CAIRO_STATUS_SUCCESS;
}

static void
metadata_set(cairo_surface_t *surface, const struct drawing *d)
{
	char at[INSTANT_TEXT + 8], iso[INSTANT_TEXT];

	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, d->title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, d->author);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, d->subject);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_KEYWORDS, d->keywords);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "yimen-papers");
	instant_print_seconds(d->made_at, iso);
	if (strlen(iso) >= 19) {
		snprintf(at, sizeof(at), "%.10sT%.8s+08:00", iso, iso + 11);
		cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, at);
		cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, at);
	}
}

int
draw_pdf(const struct drawing *d, struct text *to)
{
	struct sheet s = { .d = d, .context = context_new() };
	cairo_surface_t *surface;
	bool fine;

	s.pages = sheet_draw(&s);
	if (s.pages > PAGES_MOST) {
		g_object_unref(s.context);
		return 0;
	}
	surface = cairo_pdf_surface_create_for_stream(piece_out, to, PAGE_WIDTH, PAGE_HEIGHT);
	metadata_set(surface, d);
	s.cr = cairo_create(surface);
	sheet_draw(&s);
	cairo_destroy(s.cr);
	cairo_surface_finish(surface);
	fine = cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS;
	cairo_surface_destroy(surface);
	g_object_unref(s.context);
	return fine ? s.pages : 0;
}

void
draw_open(void)
{
	static const struct block p = { BLOCK_P, "", "门 A 㐂䶮𠮷", NULL, NULL };
	static const struct block h = { BLOCK_H, "", "一", NULL, (struct block *)(uintptr_t)&p };
	static const struct block form = { BLOCK_FORM, "", "门", NULL, (struct block *)(uintptr_t)&h };
	static const struct block title = { BLOCK_TITLE, "", "一", NULL, (struct block *)(uintptr_t)&form };
	const struct drawing d = { .blocks = &title, .title = "", .author = "", .subject = "", .keywords = "", .seal = "",
	    .made_at = INSTANT_NONE, .seal_below = "", .qr = "", .foot = "", .foot_small = "", .foot_page = "", .stamp = "" };
	struct sheet s = { .context = context_new() };
	struct text to;

	for (int kind = 0; kind < BLOCK_COUNT; kind++) {
		PangoLayout *layout = lay_out(&s, &styles[kind], WIDTH, "一门");

		/* Boxes instead of letters are no paper. */
		if (pango_layout_get_unknown_glyphs_count(layout) > 0)
			log_fatal("papers", "fonts", "none has Chinese letters: install fonts-noto-cjk", NULL);
		g_object_unref(layout);
	}
	g_object_unref(s.context);
	text_init(&to);
	draw_pdf(&d, &to);
	text_free(&to);
}
