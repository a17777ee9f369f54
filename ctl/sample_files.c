/*
 * sample_files.c - small files for the materials of sample cases: a page of PDF, a picture, a text.
 *
 * Each says in itself that it is an example.  They lie in the
 * upload store by their content, as what is posted does.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "base/utf8.h"
#include "catalogue/file.h"

#include <stdio.h>
#include <string.h>
#include <zlib.h>

/* ---- PDF ---- */

/* One line in a font every reader brings for Chinese, as UTF-16 in hex. */
static void
pdf_line(struct text *t, int size, int down, const char *line)
{
	text_format(t, "BT /F1 %d Tf 72 %d Td <", size, down);
	for (size_t bytes; *line != '\0'; line += bytes) {
		uint32_t point = utf8_next(line, &bytes);

		text_format(t, "%04X", point < 0x10000 ? point : '?');
	}
	text_add(t, "> Tj ET\n");
}

static void
pdf_object(struct text *t, size_t *at, int number, const char *body)
{
	at[number] = t->bytes;
	text_format(t, "%d 0 obj\n%s\nendobj\n", number, body);
}

static void
pdf_make(struct text *t, struct arena *arena, const char *material, const char *owner)
{
	struct text lines;
	size_t at[7], table;

	text_init(&lines);
	pdf_line(&lines, 20, 760, material);
	pdf_line(&lines, 13, 720, owner);
	pdf_line(&lines, 11, 690, "示例 SAMPLE");
	text_add(&lines, "0.8 w 72 670 451 -560 re S\n");
	text_add(t, "%PDF-1.4\n");
	pdf_object(t, at, 1, "<< /Type /Catalog /Pages 2 0 R >>");
	pdf_object(t, at, 2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
	pdf_object(t, at, 3, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
	    "/Resources << /Font << /F1 5 0 R >> >> >>");
	pdf_object(t, at, 4, arena_format(arena, "<< /Length %zu >>\nstream\n%sendstream", lines.bytes, lines.start));
	pdf_object(t, at, 5, "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H "
	    "/DescendantFonts [6 0 R] >>");
	pdf_object(t, at, 6, "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
	    "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> >>");
	table = t->bytes;
	text_add(t, "xref\n0 7\n0000000000 65535 f \n");
	for (int i = 1; i < 7; i++)
		text_format(t, "%010zu 00000 n \n", at[i]);
	text_format(t, "trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n%zu\n%%%%EOF\n", table);
	text_free(&lines);
}

/* ---- PNG ---- */

static void
png_number(struct text *t, uint32_t n)
{
	const char bytes[4] = { (char)(n >> 24), (char)(n >> 16), (char)(n >> 8), (char)n };

	text_add_n(t, bytes, 4);
}

static void
png_chunk(struct text *t, const char type[4], const void *bytes, size_t n)
{
	size_t start = t->bytes + 4;

	png_number(t, (uint32_t)n);
	text_add_n(t, type, 4);
	if (n > 0)
		text_add_n(t, bytes, n);
	png_number(t, (uint32_t)crc32(0, (const Bytef *)t->start + start, (uInt)(n + 4)));
}

enum { PNG_WIDE = 320, PNG_HIGH = 200 };

/* A card: a band above, a portrait's place, lines of "writing" that differ from owner to owner. */
static unsigned char
png_grey(int x, int y, uint32_t seed)
{
	if (y < 28)
		return (unsigned char)(90 + seed % 60);
	if (x > 230 && x < 296 && y > 50 && y < 140)
		return (unsigned char)(200 - (x + y + (int)seed) % 40);
	if (y % 22 < 7 && x > 20 && x < 210 && (((uint32_t)x / 7 * 2654435761u) ^ (uint32_t)(y / 22) * 40503u ^ seed) % 5 > 1)
		return 70;
	return 244;
}

static void
png_make(struct text *t, struct arena *arena, const char *material, const char *owner)
{
	static const unsigned char header[13] = { 0, 0, PNG_WIDE >> 8, PNG_WIDE & 255, 0, 0, 0, PNG_HIGH, 8, 0, 0, 0, 0 };
	unsigned char *rows = arena_get(arena, (PNG_WIDE + 1) * PNG_HIGH);
	uLongf room = compressBound((PNG_WIDE + 1) * PNG_HIGH);
	unsigned char *packed = arena_get(arena, room);
	const char *of = arena_format(arena, "%s %s", owner, material);
	uint32_t seed = (uint32_t)crc32(0, (const Bytef *)of, (uInt)strlen(of));
	char comment[24] = "Comment";

	for (int y = 0; y < PNG_HIGH; y++)
		for (int x = 0; x < PNG_WIDE; x++)
			rows[y * (PNG_WIDE + 1) + x + 1] = png_grey(x, y, seed);
	compress(packed, &room, rows, (PNG_WIDE + 1) * PNG_HIGH);
	text_add_n(t, "\x89PNG\r\n\x1a\n", 8);
	png_chunk(t, "IHDR", header, sizeof header);
	snprintf(comment + 8, sizeof comment - 8, "SAMPLE %08x", (unsigned)seed);
	png_chunk(t, "tEXt", comment, 8 + 15);
	png_chunk(t, "IDAT", packed, room);
	png_chunk(t, "IEND", NULL, 0);
}

enum { STORED_MOST = 4096 };

/* Stores it, unless this load has done so before: a file costs three waits for the disk. */
static bool
store(struct making *m, const struct text *t, instant at, char sha256[static 65])
{
	uint8_t sum[HASH_BYTES];
	struct text hex;
	char why[500];

	sha256_of(sum, t->start, t->bytes);
	text_init(&hex);
	text_add_hex(&hex, sum, sizeof sum);
	memcpy(sha256, hex.start, 65);
	text_free(&hex);
	for (size_t i = 0; i < m->stored_count; i++)
		if (memcmp(m->stored[i], sha256, 65) == 0)
			return true;
	if (!file_keep(m->db, m->once, m->ctl->config.upload_dir, t->start, t->bytes, at, sha256, why, sizeof why)) {
		ctl_fail("%s", why);
		return false;
	}
	if (!m->stored)
		m->stored = arena_get_array(m->arena, STORED_MOST, sizeof *m->stored);
	if (m->stored_count < STORED_MOST)
		memcpy(m->stored[m->stored_count++], sha256, 65);
	return true;
}

bool
sample_file_make(struct making *m, instant at, const char *name, const char *material, const char *owner,
    struct sample_file *f)
{
	struct text t;
	bool kept;

	text_init(&t);
	if (text_ends(name, ".png")) {
		f->content_type = "image/png";
		png_make(&t, m->once, material, owner);
	} else if (text_ends(name, ".txt")) {
		f->content_type = "text/plain";
		text_format(&t, "%s\n%s\n\n示例 SAMPLE\n", material, owner);
	} else {
		f->content_type = "application/pdf";
		pdf_make(&t, m->once, material, owner);
	}
	f->name = name;
	f->bytes = t.bytes;
	kept = store(m, &t, at, f->sha256);
	text_free(&t);
	return kept;
}
