/*
 * seal.h - drawings that are no text: the organ's round seal, and the QR code.
 *
 * Drawn as shapes: what stands on a seal is not found by a search for text.
 */
#ifndef PAPERS_SEAL_H
#define PAPERS_SEAL_H

#include <pango/pangocairo.h>
#include <stdbool.h>

/* name runs along the upper arc, below stands straight under the star. */
void seal_draw(cairo_t *, PangoContext *, double x, double y, double radius, const char *name, const char *below);

/* With its quiet zone; false when what it says is too long. */
bool qr_draw(cairo_t *, double x, double y, double side, const char *text);

#endif
