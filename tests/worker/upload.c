/*
 * Posted files: what they are, what they are called, and that nothing is left
 * of those that were not kept.
 */
#include "fcgi/worker/inside.h"
#include "fcgi/worker/upload.h"

#include "base/text.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>
#include <utime.h>

#include <cmocka.h>

static struct arena *arena;
static char folder[] = "/tmp/yimen-upload-XXXXXX";
static struct config config = { .upload_dir = folder, .body_bytes = 1000, .upload_file_bytes = 100000 };

static size_t
files_in_tmp(void)
{
	char path[128];
	size_t n = 0;
	DIR *dir;

	snprintf(path, sizeof(path), "%s/tmp", folder);
	dir = opendir(path);
	assert_non_null(dir);
	for (struct dirent *entry; (entry = readdir(dir)) != NULL; )
		n += entry->d_name[0] != '.';
	closedir(dir);
	return n;
}

/* A body given out in pieces, and then no more. */
struct body {
	const char *bytes;
	size_t left;
};

static int
read_some(void *arg, char *to, int most)
{
	struct body *b = arg;
	size_t n = b->left < 7 ? b->left : 7;

	if (n > (size_t)most)
		n = (size_t)most;
	memcpy(to, b->bytes, n);
	b->bytes += n;
	b->left -= n;
	return (int)n;
}

static struct request *
fresh(size_t bytes)
{
	struct request *rq = arena_get(arena, sizeof(*rq));
	struct request_inside *in = arena_get(arena, sizeof(*in));

	in->inputs_end = &in->inputs;
	in->uploads_end = &in->uploads;
	in->in.content_type = "multipart/form-data; boundary=b";
	in->in.content_bytes = (long long)bytes;
	rq->arena = arena;
	rq->config = &config;
	rq->inside = in;
	return rq;
}

static const char *
part(const char *field, const char *filename, const char *content)
{
	return arena_format(arena, "--b\r\nContent-Disposition: form-data; name=\"%s\"%s%s%s\r\n\r\n%s\r\n", field,
	    filename == NULL ? "" : "; filename=\"", filename == NULL ? "" : filename, filename == NULL ? "" : "\"", content);
}

/* Reads parts and the closing boundary, of which the last `cut` bytes never come. */
static enum body_verdict
body_read_of(struct request **rq, const char *parts, size_t cut)
{
	const char *all = arena_format(arena, "%s--b--\r\n", parts), *why = "";
	struct body b = { all, strlen(all) - cut };

	*rq = fresh(strlen(all));
	return upload_read(*rq, read_some, &b, &why);
}

static const struct {
	const char *why;
	const char *name;
	const char *content;
	const char *kept_as;
	const char *refused;
} files[] = {
	{ "a document", "申请表.pdf", "%PDF-1.4\n%%EOF\n", "申请表.pdf", NULL },
	{ "text", "a.txt", "plain words\n", "a.txt", NULL },
	{ "text that says it is a document", "a.pdf", "plain words\n", "a.pdf", "file_type" },
	{ "a page in the clothes of a text", "a.txt", "<!DOCTYPE html><html><script>x</script></html>", "a.txt", "file_type" },
	{ "a picture that is a script", "a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script/></svg>", "a.png",
	    "file_type" },
	{ "nothing in it", "a.txt", "", "a.txt", "file_empty" },
	{ "folders of the sender", "C:\\docs\\..\\../etc/a.txt", "plain words\n", "a.txt", NULL },
	{ "a name that turns the direction of writing", "a\u202efdp.txt", "plain words\n", "a___fdp.txt", NULL },
	{ "a hidden file", "..a.txt", "plain words\n", "a.txt", NULL },
	{ "quotes and stars", "a%22*b.txt", "plain words\n", "a__b.txt", NULL },
	{ "a table of values", "a.csv", "name,sum\n林,-12.50\n\"+86 138 0013\",1e5\n", "a.csv", NULL },
	{ "a table that starts a program", "a.csv", "name,sum\n林,\"=cmd|' /C calc'!A0\"\n", "a.csv", "file_formula" },
	{ "a formula behind a minus", "a.csv", "name,sum\n林,-2+3+cmd|' /C calc'!A0\n", "a.csv", "file_formula" },
	{ "a formula behind blanks and another separator", "a.csv", "name;sum\n林; @SUM(A1)\n", "a.csv", "file_formula" },
	{ "an equals sign within a cell is none", "a.csv", "name,rule\n林,a=b\n", "a.csv", NULL },
};

static void
files_are_what_they_hold(void **state)
{
	struct request *rq;

	(void)state;
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		const struct upload *u;

		assert_int_equal(body_read_of(&rq, part("f", files[i].name, files[i].content), 0), BODY_FINE);
		u = rq->inside->uploads;
		if (u == NULL || !text_is(u->name, files[i].kept_as) || !text_is(upload_refused(u), files[i].refused))
			fail_msg("%s: %s, %s", files[i].why, u == NULL ? "?" : u->name, u == NULL ? "?" : u->content_type);
		upload_clear(rq);
		assert_int_equal(files_in_tmp(), 0);
	}
}

static void
nothing_is_left_of_a_body_that_is_cut(void **state)
{
	const char *parts = arena_format(arena, "%s%s", part("a", NULL, "1"), part("f", "a.txt", "plain words\n"));
	size_t bytes = strlen(parts) + 7;
	struct request *rq;

	(void)state;
	for (size_t cut = 1; cut < bytes; cut++) {
		assert_int_not_equal(body_read_of(&rq, parts, cut), BODY_FINE);
		upload_clear(rq);
		assert_int_equal(files_in_tmp(), 0);
	}
}

static void
fields_and_files_are_bounded(void **state)
{
	char *long_text = arena_get(arena, 601);
	const char *parts = "";
	struct request *rq;

	(void)state;
	memset(long_text, 'x', 600);
	assert_int_equal(body_read_of(&rq, part("a", NULL, long_text), 0), BODY_FINE);
	/* Together, not each. */
	parts = arena_format(arena, "%s%s", part("a", NULL, long_text), part("b", NULL, long_text));
	assert_int_equal(body_read_of(&rq, parts, 0), BODY_TOO_LARGE);
	parts = "";
	for (int i = 0; i <= UPLOADS_MOST; i++)
		parts = arena_format(arena, "%s%s", parts, part("f", "a.txt", "x"));
	assert_int_equal(body_read_of(&rq, parts, 0), BODY_TOO_MANY);
	upload_clear(rq);
	assert_int_equal(files_in_tmp(), 0);
}

/* A file field nobody filled in is no file. */
static void
an_empty_field_is_no_file(void **state)
{
	struct request *rq;

	(void)state;
	assert_int_equal(body_read_of(&rq, part("f", "", ""), 0), BODY_FINE);
	assert_null(rq->inside->uploads);
	assert_int_equal(files_in_tmp(), 0);
}

static void
a_kept_file_is_whole(void **state)
{
	struct request *rq;
	const struct upload *u;
	const char *path;
	struct stat about;

	(void)state;
	assert_int_equal(body_read_of(&rq, part("f", "a.txt", "plain words\n"), 0), BODY_FINE);
	u = rq->inside->uploads;
	path = arena_format(arena, "%s/%.2s/%s", folder, u->sha256, u->sha256);
	assert_true(upload_keep(rq, u));
	assert_true(upload_keep(rq, u));		/* a transaction run again */
	unlink(path);
	fclose(fopen(path, "w"));
	assert_true(upload_keep(rq, u));		/* what lies there is not whole */
	assert_int_equal(stat(path, &about), 0);
	assert_int_equal(about.st_size, 12);
	upload_clear(rq);
	assert_int_equal(files_in_tmp(), 0);
}

static void
old_leftovers_go_and_young_files_stay(void **state)
{
	const char *old = arena_format(arena, "%s/tmp/old", folder), *young = arena_format(arena, "%s/tmp/young", folder);
	struct utimbuf hour_ago = { time(NULL) - 3600, time(NULL) - 3600 };

	(void)state;
	fclose(fopen(old, "w"));
	fclose(fopen(young, "w"));
	assert_int_equal(utime(old, &hour_ago), 0);
	upload_sweep(&config);
	assert_int_not_equal(access(old, F_OK), 0);
	assert_int_equal(access(young, F_OK), 0);
	unlink(young);
}

static int
end_arena(void **state)
{
	(void)state;
	arena_reset(arena);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(files_are_what_they_hold, end_arena),
		cmocka_unit_test_teardown(nothing_is_left_of_a_body_that_is_cut, end_arena),
		cmocka_unit_test_teardown(fields_and_files_are_bounded, end_arena),
		cmocka_unit_test_teardown(an_empty_field_is_no_file, end_arena),
		cmocka_unit_test_teardown(a_kept_file_is_whole, end_arena),
		cmocka_unit_test_teardown(old_leftovers_go_and_young_files_stay, end_arena),
	};
	int failed;

	arena = arena_new();
	assert_non_null(mkdtemp(folder));
	upload_open(&config);
	failed = cmocka_run_group_tests_name("upload", tests, NULL, NULL);
	if (system(arena_format(arena, "rm -r %s", folder)) != 0)
		failed++;
	arena_free(arena);
	return failed;
}
