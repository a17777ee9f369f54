/*
 * render.c - draw one page from HDF files, without a worker, for tests of
 * templates and for looking at them.
 *
 * usage: render [-r ROOT]... [-b BODY] [-w WORDS.hdf]... TEMPLATE [PAGE.hdf]...
 *
 * A ROOT is a folder of templates (one or two, the first that has the file
 * wins), BODY becomes page.body, which the frame includes.  The -w files are what every request shares (words, asset,
 * site); the others are one request's page.  The page goes to stdout.
 * The same escaping and the same functions as fcgi/worker/page.c.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <ClearSilver.h>

static void
die(NEOERR *err)
{
	if (err == STATUS_OK)
		return;
	nerr_log_error(err);
	exit(1);
}

static void
fail(const char *what, const char *why)
{
	fprintf(stderr, "render: %s: %s\n", what, why);
	exit(1);
}

static char *
file_load(const char *path)
{
	FILE *f = fopen(path, "rb");
	char *text;
	long size;

	if (f == NULL)
		return NULL;
	if (fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < 0)
		fail(path, "cannot be measured");
	rewind(f);
	text = malloc((size_t)size + 1);
	if (text == NULL || fread(text, 1, (size_t)size, f) != (size_t)size)
		fail(path, "cannot be read");
	text[size] = '\0';
	fclose(f);
	return text;
}

static const char *roots[2];
static int root_count;

static NEOERR *
template_load(void *ctx, HDF *hdf, const char *name, char **text)
{
	char path[4096];

	(void)ctx;
	(void)hdf;
	if (name[0] == '/' || strstr(name, "..") != NULL)
		return nerr_raise(NERR_NOT_FOUND, "%s is no template", name);
	for (int i = 0; i < root_count; i++) {
		snprintf(path, sizeof path, "%s/%s", roots[i], name);
		*text = file_load(path);
		if (*text != NULL)
			return STATUS_OK;
	}
	return nerr_raise(NERR_NOT_FOUND, "%s is not there", name);
}

static NEOERR *
html_escape(const char *in, char **out)
{
	STRING s;
	NEOERR *err = STATUS_OK;

	string_init(&s);
	for (; *in != '\0' && err == STATUS_OK; in++) {
		switch (*in) {
		case '&': err = string_append(&s, "&amp;"); break;
		case '<': err = string_append(&s, "&lt;"); break;
		case '>': err = string_append(&s, "&gt;"); break;
		case '"': err = string_append(&s, "&quot;"); break;
		case '\'': err = string_append(&s, "&#39;"); break;
		default: err = string_append_char(&s, *in);
		}
	}
	*out = s.buf != NULL ? s.buf : strdup("");
	return err;
}

static NEOERR *
url_escape(const char *in, char **out)
{
	static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
	    "abcdefghijklmnopqrstuvwxyz0123456789-._~";
	STRING s;
	NEOERR *err = STATUS_OK;

	string_init(&s);
	for (; *in != '\0' && err == STATUS_OK; in++) {
		if (strchr(plain, *in) != NULL)
			err = string_append_char(&s, *in);
		else
			err = string_appendf(&s, "%%%02X",
			    (unsigned char)*in);
	}
	*out = s.buf != NULL ? s.buf : strdup("");
	return err;
}

/* Only addresses of this site and plain http(s) ones may be followed. */
static NEOERR *
url_validate(const char *in, char **out)
{
	if ((in[0] == '/' && in[1] != '/' && in[1] != '\\') ||
	    in[0] == '?' || in[0] == '#' ||
	    strncasecmp(in, "https://", 8) == 0 ||
	    strncasecmp(in, "http://", 7) == 0)
		return html_escape(in, out);
	*out = strdup("#");
	return STATUS_OK;
}

/* Near enough for what is drawn here: it holds one of the common characters. */
static NEOERR *
chinese(const char *in, char **out)
{
	bool found = false;

	for (; *in != '\0' && !found; in++)
		found = (unsigned char)in[0] >= 0xe4 && (unsigned char)in[0] <= 0xe9;
	*out = strdup(found ? "1" : "");
	return STATUS_OK;
}

static NEOERR *
print(void *to, char *text)
{
	fputs(text, to);
	return STATUS_OK;
}

int
main(int argc, char **argv)
{
	CSPARSE *parse;
	HDF *shared, *page;
	int option;

	die(hdf_init(&shared));
	die(hdf_init(&page));
	die(hdf_set_value(page, "Config.VarEscapeMode", "html"));
	while ((option = getopt(argc, argv, "r:b:w:")) != -1) {
		if (option == 'r' && root_count < 2)
			roots[root_count++] = optarg;
		else if (option == 'b')
			die(hdf_set_value(page, "page.body", optarg));
		else if (option == 'w')
			die(hdf_read_file(shared, optarg));
		else
			fail("usage", "render [-r ROOT]... [-b BODY] "
			    "[-w WORDS.hdf]... TEMPLATE [PAGE.hdf]...");
	}
	if (root_count == 0)
		roots[root_count++] = "templates";
	if (optind >= argc)
		fail("usage", "no template named");
	die(cs_init(&parse, page));
	cs_register_fileload(parse, NULL, template_load);
	die(cs_register_esc_strfunc(parse, "html_escape", html_escape));
	die(cs_register_esc_strfunc(parse, "url_escape", url_escape));
	die(cs_register_esc_strfunc(parse, "url_validate", url_validate));
	die(cs_register_esc_strfunc(parse, "chinese", chinese));
	die(cs_parse_file(parse, argv[optind]));
	for (option = optind + 1; option < argc; option++)
		die(hdf_read_file(page, argv[option]));
	parse->global_hdf = shared;
	die(cs_render(parse, stdout, print));
	cs_destroy(&parse);
	hdf_destroy(&page);
	hdf_destroy(&shared);
	return 0;
}
