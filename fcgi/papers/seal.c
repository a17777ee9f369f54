/* seal.c - see seal.h. */
#include "fcgi/papers/seal.h"

#include <math.h>
#include <qrencode.h>

#define TURN	(2 * G_PI)

/* Parts of the radius. */
#define RING		0.045
#define ARC		0.76	/* where the middle of the name's letters lies */
#define ARC_SPAN	0.68	/* of a whole turn, at most */
#define LETTER		0.27
#define LETTER_BELOW	0.165
#define STAR		0.27

static void
star(cairo_t *cr, double radius)
{
	double inner = radius * 0.381966;	/* (3 - √5) / 2: the points of a pentagram */

	for (int i = 0; i < 10; i++) {
		double angle = TURN * i / 10 - TURN / 4, r = i % 2 == 0 ? radius : inner;

		cairo_line_to(cr, r * cos(angle), r * sin(angle));
	}
	cairo_close_path(cr);
	cairo_fill(cr);
}

/* A text with its middle where the pen stands. */
static void
text_centred(cairo_t *cr, PangoContext *context, const char *text, int bytes, double size)
{
	PangoFontDescription *font = pango_font_description_from_string("Noto Serif CJK SC, Noto Serif, serif bold");
	PangoLayout *layout = pango_layout_new(context);
	PangoRectangle ink;

	pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
	pango_layout_set_font_description(layout, font);
	pango_layout_set_text(layout, text, bytes);
	pango_layout_get_extents(layout, &ink, NULL);
	cairo_rel_move_to(cr, -(ink.x + ink.width / 2.0) / PANGO_SCALE, -(ink.y + ink.height / 2.0) / PANGO_SCALE);
	pango_cairo_layout_path(cr, layout);
	cairo_fill(cr);
	pango_font_description_free(font);
	g_object_unref(layout);
}

static void
name_on_arc(cairo_t *cr, PangoContext *context, double radius, const char *name)
{
	double arc = radius * ARC, letters = (double)g_utf8_strlen(name, -1);
	double step = fmin(radius * LETTER * 1.12 / arc, TURN * ARC_SPAN / fmax(letters, 1));
	double size = fmin(radius * LETTER, step * arc * 0.97);
	double angle = -step * (letters - 1) / 2;

	for (const char *at = name; *at != '\0'; at = g_utf8_next_char(at), angle += step) {
		cairo_save(cr);
		cairo_rotate(cr, angle);
		cairo_move_to(cr, 0, -arc);
		text_centred(cr, context, at, (int)(g_utf8_next_char(at) - at), size);
		cairo_restore(cr);
	}
}

void
seal_draw(cairo_t *cr, PangoContext *context, double x, double y, double radius, const char *name, const char *below)
{
	cairo_save(cr);
	cairo_translate(cr, x, y);
	cairo_set_source_rgb(cr, 0.84, 0.11, 0.13);
	cairo_set_line_width(cr, radius * RING);
	cairo_new_path(cr);
	cairo_arc(cr, 0, 0, radius * (1 - RING / 2), 0, TURN);
	cairo_stroke(cr);
	star(cr, radius * STAR);
	name_on_arc(cr, context, radius, name);
	cairo_move_to(cr, 0, radius * 0.55);
	text_centred(cr, context, below, -1, radius * LETTER_BELOW);
	cairo_restore(cr);
}

bool
qr_draw(cairo_t *cr, double x, double y, double side, const char *text)
{
	QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
	double module;

	if (code == NULL)
		return false;
	module = side / (code->width + 8);	/* four modules of quiet zone on each side, as ISO/IEC 18004 asks */
	cairo_set_source_rgb(cr, 0, 0, 0);
	for (int row = 0; row < code->width; row++)
		for (int from = 0, to; from < code->width; from = to) {
			bool dark = (code->data[row * code->width + from] & 1) != 0;

			for (to = from; to < code->width && ((code->data[row * code->width + to] & 1) != 0) == dark; to++)
				continue;
			if (dark)
				cairo_rectangle(cr, x + (from + 4) * module, y + (row + 4) * module, (to - from) * module, module);
		}
	cairo_fill(cr);
	QRcode_free(code);
	return true;
}
