/*
 * page_compile.h - templates and words, read by ClearSilver and made into pieces and trees of our own.
 *
 * Everything is read once, before the children are forked.  What a template
 * may not use (tools/gate-templates.sh) ends the process at its start, by
 * name.  ClearSilver's own trees are given back when all is read; only with
 * YIMEN_STRICT=1 are they kept, to draw each page a second time and compare.
 */
#ifndef WORKER_PAGE_COMPILE_H
#define WORKER_PAGE_COMPILE_H

#include "fcgi/worker/page_draw.h"

/* Adds a file of words (HDF) to a tree. */
void words_read(struct arena *, struct node *words, const char *path);

struct template;
/* program: what page.program is on all pages.  words: complete, by language; they are used as long as the templates,
 * and get a node for each site.NAME that a template reads. */
void compile_open(const char *template_dir, const char *program, struct node *const words[LANGUAGES]);
/* The template of that name within the frame, read at the first call. */
const struct template *compile_page(const char *name);
/* The same without the frame. */
const struct template *compile_bare(const char *name);
void compile_close(void);

const struct piece *template_pieces(const struct template *, enum language);
/* Ends the process when ClearSilver draws another page than this one; nothing unless YIMEN_STRICT=1. */
void template_compare(const struct template *, const struct node *page, enum language, const char *drawn);

#endif
