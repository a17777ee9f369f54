/*
 * The multipart parser: real browsers' bodies, and bodies nobody honest sends.
 *
 * Every body is fed in pieces of every size, from one byte at a time to all at
 * once, and what comes out must be the same each time.
 */
#include "fcgi/worker/multipart.h"

#include "base/text.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* What came out, as one line: name=[content] or name(filename)=[content], a / between parts. */
static struct text heard;

static bool
hear_begin(void *arg, const struct part *part)
{
	(void)arg;
	text_add(&heard, heard.bytes == 0 ? "" : "/");
	text_add(&heard, part->name);
	if (part->filename != NULL)
		text_format(&heard, "(%s)", part->filename);
	text_add(&heard, "=[");
	return strcmp(part->name, "refuse me") != 0;
}

static bool
hear_bytes(void *arg, const char *bytes, size_t n)
{
	(void)arg;
	text_add_n(&heard, bytes, n);
	return true;
}

static bool
hear_end(void *arg)
{
	(void)arg;
	text_add(&heard, "]");
	return true;
}

static const struct multipart_events hear = { hear_begin, hear_bytes, hear_end };

/* Feeds the body in pieces of one size; NULL when it was whole, else why not. */
static const char *
listen_to(const char *content_type, const char *body, size_t bytes, size_t piece)
{
	struct multipart m;

	text_clear(&heard);
	text_add(&heard, "");
	if (!multipart_begin(&m, content_type, &hear, NULL))
		return m.why;
	for (size_t at = 0; at < bytes; at += piece) {
		size_t n = bytes - at < piece ? bytes - at : piece;
		char *exact = malloc(n);	/* of exactly this size, so that a sanitizer sees a step too far */

		memcpy(exact, body + at, n);
		bool fine = multipart_feed(&m, exact, n);
		free(exact);
		if (!fine) {
			assert_non_null(m.why);
			return m.why;
		}
	}
	return multipart_end(&m) ? NULL : m.why;
}

/* The same in pieces of every size.  wanted is what is heard, or for a broken body the reason. */
static void
expect(const char *sentence, const char *content_type, const char *body, size_t bytes, const char *wanted, bool whole)
{
	for (size_t piece = 1; piece <= bytes + 1; piece++) {
		const char *why = listen_to(content_type, body, bytes, piece);

		if (whole && why != NULL)
			fail_msg("%s: refused (%s) in pieces of %zu", sentence, why, piece);
		if (!whole && why == NULL)
			fail_msg("%s: let through in pieces of %zu: %s", sentence, piece, heard.start);
		if (strcmp(whole ? heard.start : why, wanted) != 0)
			fail_msg("%s: in pieces of %zu: %s, not %s", sentence, piece, whole ? heard.start : why, wanted);
	}
}

#define TYPE	"multipart/form-data; boundary=B"
#define FIELD(name, value)	"--B\r\nContent-Disposition: form-data; name=\"" name "\"\r\n\r\n" value "\r\n"

static const struct {
	const char *why;
	const char *content_type;
	const char *body;
	const char *heard;
} whole[] = {
	{ "one field", TYPE, FIELD("a", "1") "--B--\r\n", "a=[1]" },
	{ "no line end after the last boundary", TYPE, FIELD("a", "1") "--B--", "a=[1]" },
	{ "two fields of one name, in order", TYPE, FIELD("a", "1") FIELD("a", "2") "--B--", "a=[1]/a=[2]" },
	{ "an empty value", TYPE, FIELD("a", "") "--B--", "a=[]" },
	{ "nothing at all", TYPE, "--B--", "" },
	{ "a preamble and an epilogue are nobody's", TYPE, "hello\r\n" FIELD("a", "1") "--B--\r\nbye --B\r\n--B\r\n",
	    "a=[1]" },
	{ "a boundary within a line is content", TYPE, FIELD("a", "x--B--y") "--B--", "a=[x--B--y]" },
	{ "a line that begins like the boundary is content", "multipart/form-data; boundary=BB",
	    "--BB\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--B\r\n-\r\n\r\n--BB--",
	    "a=[\r\n--B\r\n-\r\n]" },
	{ "a boundary after a bare LF is content", TYPE, FIELD("a", "x\n--B--\n") "--B--", "a=[x\n--B--\n]" },
	{ "CR before the delimiter's CR is content", TYPE, FIELD("a", "x\r") "--B--", "a=[x\r]" },
	{ "CR CR LF LF and lonely CRs are content", TYPE, FIELD("a", "\r\r\n\n\r") "--B--", "a=[\r\r\n\n\r]" },
	{ "a boundary that repeats itself", "multipart/form-data; boundary=abab",
	    "--abab\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n\r\n--abaab\r\n--abab--", "a=[\r\n--abaab]" },
	{ "a boundary of lines within lines", "multipart/form-data; boundary=--",
	    "----\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n-\r\n---\r\n------", "a=[-\r\n---]" },
	{ "blanks after the boundary are transport padding", TYPE,
	    "--B \t\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B--", "a=[1]" },
	{ "a quoted boundary", "multipart/form-data; boundary=\"B\"; charset=utf-8", FIELD("a", "1") "--B--", "a=[1]" },
	{ "capitals do not matter", "Multipart/Form-Data; BOUNDARY=B",
	    "--B\r\nCONTENT-DISPOSITION: Form-Data; NAME=\"a\"\r\n\r\n1\r\n--B--", "a=[1]" },
	{ "other parameters stand before the boundary", "multipart/form-data; charset=utf-8; boundary=B",
	    FIELD("a", "1") "--B--", "a=[1]" },
	{ "a file", TYPE,
	    "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.txt\"\r\nContent-Type: text/plain\r\n\r\n"
	    "hi\r\n--B--", "f(x.txt)=[hi]" },
	{ "the file name stands first, with name= in it", TYPE,
	    "--B\r\nContent-Disposition: form-data; filename=\"; name=b\"; name=\"f\"\r\n\r\nhi\r\n--B--",
	    "f(; name=b)=[hi]" },
	{ "a file field left empty", TYPE,
	    "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n\r\n\r\n--B--", "f()=[]" },
	{ "a quote in a name, as browsers of today write it", TYPE,
	    "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a%22b.txt\"\r\n\r\n\r\n--B--", "f(a\"b.txt)=[]" },
	{ "a quote in a name, as older ones wrote it", TYPE,
	    "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a\\\"b.txt\"\r\n\r\n\r\n--B--", "f(a\"b.txt)=[]" },
	{ "a Windows path keeps its backslashes", TYPE,
	    "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"C:\\new\\a.txt\"\r\n\r\n\r\n--B--",
	    "f(C:\\new\\a.txt)=[]" },
	{ "names without quotes", TYPE,
	    "--B\r\nContent-Disposition: form-data; name=f; filename=x.txt\r\n\r\n\r\n--B--", "f(x.txt)=[]" },
	{ "a name in Chinese", TYPE,
	    "--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"营业执照.pdf\"\r\n\r\n\r\n--B--",
	    "f(营业执照.pdf)=[]" },
	{ "the disposition is not the first header", TYPE,
	    "--B\r\nContent-Type: text/plain\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--B--", "a=[1]" },
};

static const struct {
	const char *sentence;
	const char *content_type;
	const char *body;
	const char *why;
} broken[] = {
	{ "no boundary", "multipart/form-data", "--B--", "boundary" },
	{ "an empty boundary", "multipart/form-data; boundary=", "----", "boundary" },
	{ "an empty quoted boundary", "multipart/form-data; boundary=\"\"", "----", "boundary" },
	{ "an unclosed quote", "multipart/form-data; boundary=\"B", "--B--", "boundary" },
	{ "a boundary of 71 characters", "multipart/form-data; boundary="
	    "01234567890123456789012345678901234567890123456789012345678901234567890", "", "boundary" },
	{ "a boundary RFC 2046 does not know", "multipart/form-data; boundary=a\\b", "--a\\b--", "boundary" },
	{ "another kind of body", "multipart/mixed; boundary=B", "--B--", "boundary" },
	{ "a longer word", "multipart/form-database; boundary=B", "--B--", "boundary" },
	{ "nothing", TYPE, "", "cut_short" },
	{ "no boundary in the body", TYPE, "hello\r\n", "cut_short" },
	{ "no closing boundary", TYPE, FIELD("a", "1") "--B\r\n", "cut_short" },
	{ "cut within the content", TYPE, "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1", "cut_short" },
	{ "cut within the closing boundary", TYPE, FIELD("a", "1") "--B-", "cut_short" },
	{ "cut within a header", TYPE, "--B\r\nContent-Dispo", "cut_short" },
	{ "half a closing boundary", TYPE, FIELD("a", "1") "--B-x", "after_boundary" },
	{ "a longer word than the boundary", TYPE, "--Bx\r\n", "after_boundary" },
	{ "bare LF after the boundary", TYPE, "--B\nContent-Disposition: form-data; name=\"a\"\n\n1\n--B--\n",
	    "after_boundary" },
	{ "bare LF among the headers", TYPE, "--B\r\nContent-Disposition: form-data; name=\"a\"\nX: y\r\n\r\n1\r\n--B--",
	    "header_line" },
	{ "bare CR among the headers", TYPE, "--B\r\nContent-Disposition: form-data; name=\"a\"\rX: y\r\n\r\n1\r\n--B--",
	    "header_line" },
	{ "no headers", TYPE, "--B\r\n\r\n1\r\n--B--", "disposition" },
	{ "no disposition", TYPE, "--B\r\nContent-Type: text/plain\r\n\r\n1\r\n--B--", "disposition" },
	{ "two dispositions", TYPE, "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n"
	    "Content-Disposition: form-data; name=\"b\"\r\n\r\n1\r\n--B--", "disposition_twice" },
	{ "an attachment", TYPE, "--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--B--", "disposition" },
	{ "a longer word than form-data", TYPE, "--B\r\nContent-Disposition: form-database; name=\"a\"\r\n\r\n1\r\n--B--",
	    "disposition" },
	{ "no name", TYPE, "--B\r\nContent-Disposition: form-data\r\n\r\n1\r\n--B--", "name" },
	{ "an empty name", TYPE, "--B\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1\r\n--B--", "name" },
	{ "a name without its second quote", TYPE, "--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\n1\r\n--B--",
	    "name" },
	{ "a file name without its second quote", TYPE,
	    "--B\r\nContent-Disposition: form-data; name=\"a\"; filename=\"b\r\n\r\n1\r\n--B--", "name" },
	{ "a name that ends in a backslash", TYPE,
	    "--B\r\nContent-Disposition: form-data; name=\"a\\\"\r\n\r\n1\r\n--B--", "name" },
	{ "a part its reader refuses", TYPE, FIELD("refuse me", "1") "--B--", "part_refused" },
};

static void
whole_bodies_are_heard(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++)
		expect(whole[i].why, whole[i].content_type, whole[i].body, strlen(whole[i].body), whole[i].heard, true);
}

static void
broken_bodies_are_refused(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(broken) / sizeof(broken[0]); i++)
		expect(broken[i].sentence, broken[i].content_type, broken[i].body, strlen(broken[i].body), broken[i].why,
		    false);
}

static void
a_nul_in_a_header_is_refused(void **state)
{
	static const char body[] = "--B\r\nContent-Disposition: form-data; name=\"a\0b\"\r\n\r\n1\r\n--B--";

	(void)state;
	expect("NUL", TYPE, body, sizeof(body) - 1, "header_nul", false);
}

static void
a_nul_in_the_content_is_content(void **state)
{
	static const char body[] = "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\0\r\0\n2\r\n--B--";

	(void)state;
	for (size_t piece = 1; piece < sizeof(body); piece++) {
		assert_null(listen_to(TYPE, body, sizeof(body) - 1, piece));
		assert_int_equal(heard.bytes, 10);
		assert_memory_equal(heard.start, "a=[1\0\r\0\n2]", 10);
	}
}

/* A header of exactly so many bytes, its closing empty line included. */
static struct text
body_with_header(size_t header_bytes)
{
	static const char start[] = "Content-Disposition: form-data; name=\"a\"\r\nX: ";
	struct text body;

	text_init(&body);
	text_add(&body, "--B\r\n");
	text_add(&body, start);
	for (size_t i = sizeof(start) - 1; i < header_bytes - 4; i++)
		text_add_char(&body, 'x');
	text_add(&body, "\r\n\r\n1\r\n--B--");
	return body;
}

static void
headers_are_bounded(void **state)
{
	struct text body = body_with_header(PART_HEADER_MOST);

	(void)state;
	assert_null(listen_to(TYPE, body.start, body.bytes, 7));
	assert_string_equal(heard.start, "a=[1]");
	text_free(&body);
	body = body_with_header(PART_HEADER_MOST + 1);
	assert_string_equal(listen_to(TYPE, body.start, body.bytes, 7), "header_long");
	text_free(&body);
	body = body_with_header(1 << 20);
	assert_string_equal(listen_to(TYPE, body.start, body.bytes, 65536), "header_long");
	text_free(&body);
}

static void
a_long_content_passes_through(void **state)
{
	struct text body;
	size_t bytes;

	(void)state;
	text_init(&body);
	text_add(&body, "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n");
	for (int i = 0; i < 1 << 20; i++)
		text_add_char(&body, "\r\n--A"[i % 5]);
	bytes = body.bytes;
	text_add(&body, "\r\n--B--");
	assert_null(listen_to(TYPE, body.start, body.bytes, 65536));
	assert_int_equal(heard.bytes, (1 << 20) + 4);
	assert_memory_equal(heard.start + 3, body.start + bytes - (1 << 20), 1 << 20);
	text_free(&body);
}

/* ---- formidable's recordings of browsers ---- */

/* What each must give: names, kinds and lengths, as name:bytes or name(ending):bytes; or why it is refused. */
static const struct {
	const char *file;
	const char *heard;
	const char *why;
} recordings[] = {
	/* A backslash cannot stand in a boundary (RFC 2046). */
	{ "encoding__beta-sticker-1.png.http", NULL, "boundary" },
	{ "encoding__binaryfile.tar.gz.http", NULL, "boundary" },
	{ "encoding__blank.gif.http", NULL, "boundary" },
	{ "encoding__menu_separator.png.http", NULL, "boundary" },
	{ "encoding__plain.txt.http", "file(.txt):23", NULL },
	{ "misc__boundary-substring-json.http", "upload(.txt):24", NULL },
	{ "misc__empty-multipart.http", NULL, "cut_short" },
	{ "misc__empty-multipart2.http", "", NULL },
	{ "misc__empty-urlencoded.http", NULL, "boundary" },
	{ "misc__empty.http", NULL, "boundary" },
	{ "misc__minimal.http", NULL, "boundary" },
	{ "no-filename__filename-name.http", "upload(.txt):24", NULL },
	{ "no-filename__generic.http", "upload():23", NULL },
	{ "preamble__crlf.http", "upload(.txt):23", NULL },
	{ "preamble__preamble.http", "upload(.txt):24", NULL },
	/* Line ends without CR: no browser's. */
	{ "special-chars-in-filename__line-separator.http", NULL, "after_boundary" },
	{ "special-chars-in-filename__osx-chrome-13.http", "title:14/upload(.txt):36", NULL },
	/* An unescaped quote within quotes ends the name; what follows is not guessed. */
	{ "special-chars-in-filename__osx-firefox-3.6.http", "title:14/upload():36", NULL },
	{ "special-chars-in-filename__osx-safari-5.http", "title:14/upload(.txt):36", NULL },
	{ "special-chars-in-filename__xp-chrome-12.http", "title:14/upload(.txt):0", NULL },
	{ "special-chars-in-filename__xp-ie-7.http", "title:14/upload():0", NULL },
	{ "special-chars-in-filename__xp-ie-8.http", "title:14/upload():0", NULL },
	{ "special-chars-in-filename__xp-safari-5.http", "title:14/upload(.txt):0", NULL },
	{ "workarounds__missing-hyphens1.http", NULL, "cut_short" },
	{ "workarounds__missing-hyphens2.http", NULL, "cut_short" },
};

static struct text measured;
static size_t measured_bytes;

static bool
measure_begin(void *arg, const struct part *part)
{
	const char *ending = part->filename == NULL ? NULL : strrchr(part->filename, '.');

	(void)arg;
	text_format(&measured, "%s%s", measured.bytes == 0 ? "" : "/", part->name);
	if (part->filename != NULL)
		text_format(&measured, "(%s)", ending == NULL || strlen(ending) > 5 ? "" : ending);
	measured_bytes = 0;
	return true;
}

static bool
measure_bytes(void *arg, const char *bytes, size_t n)
{
	(void)arg;
	(void)bytes;
	measured_bytes += n;
	return true;
}

static bool
measure_end(void *arg)
{
	(void)arg;
	text_format(&measured, ":%zu", measured_bytes);
	return true;
}

static const struct multipart_events measure = { measure_begin, measure_bytes, measure_end };

static const char *
measure_pieces(const char *content_type, const char *body, size_t bytes, size_t piece)
{
	struct multipart m;

	text_clear(&measured);
	text_add(&measured, "");
	if (!multipart_begin(&m, content_type, &measure, NULL))
		return m.why;
	for (size_t at = 0; at < bytes; at += piece)
		if (!multipart_feed(&m, body + at, bytes - at < piece ? bytes - at : piece))
			return m.why;
	return multipart_end(&m) ? NULL : m.why;
}

/* The value of Content-Type in a recorded request, and where its body begins. */
static const char *
recording_split(char *request, size_t bytes, const char **body)
{
	char *end = strstr(request, "\r\n\r\n"), *type;
	size_t skip = 4;

	if (end == NULL) {
		end = strstr(request, "\n\n");
		skip = 2;
	}
	assert_non_null(end);
	*body = end + skip;
	assert_true(*body <= request + bytes);
	*end = '\0';
	if ((type = strstr(request, "\nContent-Type: ")) == NULL)
		return "";
	type += 15;
	type[strcspn(type, "\r\n")] = '\0';
	return type;
}

static void
recorded_browsers_are_understood(void **state)
{
	const char *data = getenv("YIMEN_DATA");

	(void)state;
	for (size_t i = 0; i < sizeof(recordings) / sizeof(recordings[0]); i++) {
		char path[4096], request[8192];
		const char *type, *body;
		size_t bytes, body_bytes;
		FILE *f;

		snprintf(path, sizeof(path), "%s/inputs/multipart/formidable/%s", data == NULL ? "../shared/data" : data,
		    recordings[i].file);
		if ((f = fopen(path, "re")) == NULL) {
			assert_int_equal(errno, ENOENT);
			print_message("# skipped: no recordings at %s\n", path);
			skip();
		}
		bytes = fread(request, 1, sizeof(request) - 1, f);
		fclose(f);
		request[bytes] = '\0';
		type = recording_split(request, bytes, &body);
		body_bytes = bytes - (size_t)(body - request);
		for (size_t piece = 1; piece <= body_bytes + 1; piece++) {
			const char *why = measure_pieces(type, body, body_bytes, piece);

			if (recordings[i].why != NULL && (why == NULL || strcmp(why, recordings[i].why) != 0))
				fail_msg("%s: %s, not %s", recordings[i].file, why == NULL ? "fine" : why, recordings[i].why);
			if (recordings[i].why == NULL && (why != NULL || strcmp(measured.start, recordings[i].heard) != 0))
				fail_msg("%s: %s%s, not %s", recordings[i].file, why == NULL ? "" : why, measured.start,
				    recordings[i].heard);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whole_bodies_are_heard),
		cmocka_unit_test(broken_bodies_are_refused),
		cmocka_unit_test(a_nul_in_a_header_is_refused),
		cmocka_unit_test(a_nul_in_the_content_is_content),
		cmocka_unit_test(headers_are_bounded),
		cmocka_unit_test(a_long_content_passes_through),
		cmocka_unit_test(recorded_browsers_are_understood),
	};

	text_init(&heard);
	text_init(&measured);
	return cmocka_run_group_tests_name("multipart", tests, NULL, NULL);
}
