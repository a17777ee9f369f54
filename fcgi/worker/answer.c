/* answer.c - answers that are not a template: redirects, bytes, files, QR codes; and Markdown. */
#include "base/log.h"
#include "base/text.h"
#include "fcgi/worker/inside.h"

#include <errno.h>
#include <qrencode.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

enum reply
page_go(struct page *page, ...)
{
	struct text to;
	va_list args;
	const char *part;
	bool literal = true;

	text_init(&to);
	text_add(&to, "");
	va_start(args, page);
	while ((part = va_arg(args, const char *)) != NULL) {
		if (literal)
			text_add(&to, part);
		else
			text_add_url(&to, part);
		literal = !literal;
	}
	va_end(args);
	page_answer(page, (struct page_bytes){ .kind = PAGE_GONE_TO,
	    .location = arena_text(page_request(page)->arena, to.start) });
	text_free(&to);
	return REPLY_GO;
}

enum reply
page_bytes(struct page *page, const char *content_type, const char *name, const char *bytes, size_t n)
{
	struct arena *arena = page_request(page)->arena;

	page_answer(page, (struct page_bytes){ .kind = PAGE_BYTES,
	    .content_type = arena_text(arena, content_type),
	    .name = name == NULL ? NULL : arena_text(arena, name),
	    .bytes = memcpy(arena_get(arena, n + 1), bytes, n), .count = n });
	return REPLY_BYTES;
}

enum reply
page_file(struct page *page, const char *sha256, const char *name, const char *content_type)
{
	struct arena *arena = page_request(page)->arena;

	page_answer(page, (struct page_bytes){ .kind = PAGE_STORED,
	    .location = arena_format(arena, "/files/%.2s/%s", sha256, sha256),
	    .name = arena_text(arena, name),
	    .content_type = arena_text(arena, content_type) });
	return REPLY_FILE;
}

enum reply
page_qr(struct page *page, const char *data)
{
	QRcode *code = QRcode_encodeString8bit(data, 0, QR_ECLEVEL_M);
	struct text svg;
	enum reply reply;
	int side;

	if (code == NULL && errno == ENOMEM)
		log_fatal("out-of-memory", "where", "qr", NULL);
	if (code == NULL)
		return REPLY_NOT_FOUND;		/* longer than a code can hold */
	side = code->width;
	text_init(&svg);
	/* Four modules of quiet zone on each side, as ISO/IEC 18004 asks. */
	text_format(&svg, "\x3csvg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-4 -4 %d %d\" width=\"%d\" "
	    "height=\"%d\" shape-rendering=\"crispEdges\">\x3cpath fill=\"#fff\" d=\"M-4-4h%dv%dh-%dz\"/>\x3cpath d=\"",
	    side + 8, side + 8, 4 * (side + 8), 4 * (side + 8), side + 8, side + 8, side + 8);
	for (int y = 0; y < side; y++)
		for (int x = 0; x < side; x++)
			if (code->data[y * side + x] & 1)
				text_format(&svg, "M%d %dh1v1h-1z", x, y);
	text_add(&svg, "\"/>\x3c/svg>\n");
	QRcode_free(code);
	reply = page_bytes(page, "image/svg+xml", NULL, svg.start, svg.bytes);
	text_free(&svg);
	return reply;
}
