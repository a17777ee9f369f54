/*
 * page.c - the only file that knows ClearSilver.
 *
 * Templates are parsed once, each within the frame, before the children are
 * forked; a render points the parsed tree at the request's HDF and, for words,
 * at the language's.  Config.VarEscapeMode=html stands in every HDF before
 * anything else: without it a value would be printed raw.
 */
#include "fcgi/worker/page.h"

#include "base/log.h"
#include "base/words.h"
#include "fcgi/worker/inside.h"
#include "record/notice.h"

#include <ClearSilver.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { TEMPLATES_MOST = 300, NAME_MOST = 200 };

struct page {
	struct request *rq;
	HDF *hdf;
	struct page_bytes result;
	const char *template;		/* another than the route's */
	size_t errors;
};

static struct {
	const char *name;
	CSPARSE *parsed;
	HDF *parsed_with;
} templates[TEMPLATES_MOST];
static size_t template_count;
static HDF *words[2];			/* by enum language: words, asset, site */
static const char *template_dir;

/* ClearSilver reports by allocated errors; for us they are sentences for the log. */
static const char *
complaint(NEOERR *error)
{
	static char sentence[512];
	STRING text;

	string_init(&text);
	nerr_error_string(error, &text);
	snprintf(sentence, sizeof(sentence), "%s", text.buf == NULL ? "?" : text.buf);
	string_clear(&text);
	nerr_ignore(&error);
	return sentence;
}

/* A tree that cannot be filled is a machine without memory: end, and be started anew. */
static void
must(NEOERR *error)
{
	if (error != STATUS_OK)
		log_fatal("page", "why", complaint(error), NULL);
}

/* ---- templates ---- */

static NEOERR *
template_load(void *ctx, HDF *hdf, const char *name, char **text)
{
	char path[4096];

	(void)ctx;
	(void)hdf;
	if (strstr(name, "..") != NULL || name[0] == '/')
		return nerr_raise(NERR_NOT_FOUND, "no template outside its folder: %s", name);
	snprintf(path, sizeof(path), "%s/%s", template_dir, name);
	return nerr_pass(ne_load_file(path, text));
}

static NEOERR *
url_escape(const char *s, char **escaped)
{
	struct text to;

	text_init(&to);
	text_add(&to, "");
	text_add_url(&to, s);
	*escaped = to.start;		/* ClearSilver frees it */
	return STATUS_OK;
}

/* A link from data: only our own paths and the web's, never javascript: or //elsewhere. */
static NEOERR *
url_validate(const char *s, char **validated)
{
	bool ours = *request_own_path(s, "") != '\0';
	bool web = strncasecmp(s, "https://", 8) == 0 || strncasecmp(s, "http://", 7) == 0;

	*validated = strdup(ours || web || s[0] == '#' || s[0] == '?' ? s : "#");
	return *validated == NULL ? nerr_raise(NERR_NOMEM, "url_validate") : STATUS_OK;
}

static HDF *
hdf_new(void)
{
	HDF *hdf;

	must(hdf_init(&hdf));
	must(hdf_set_value(hdf, "Config.VarEscapeMode", "html"));
	return hdf;
}

static void
template_parse(const char *name)
{
	HDF *hdf = hdf_new();
	CSPARSE *parsed;
	NEOERR *error;

	for (size_t i = 0; i < template_count; i++)
		if (strcmp(templates[i].name, name) == 0)
			return;
	if (template_count == TEMPLATES_MOST)
		log_fatal("page", "too_many_templates", name, NULL);
	must(hdf_set_value(hdf, "page.body", name));
	must(cs_init(&parsed, hdf));
	must(cs_register_strfunc(parsed, (char *)"url_escape", url_escape));
	must(cs_register_strfunc(parsed, (char *)"url_validate", url_validate));
	cs_register_fileload(parsed, NULL, template_load);
	if ((error = cs_parse_file(parsed, "frame.cs")) != STATUS_OK)
		log_fatal("page", "template", name, "why", complaint(error), NULL);
	templates[template_count].name = name;
	templates[template_count].parsed_with = hdf;
	templates[template_count++].parsed = parsed;
}

/* Pages of the loop's own, for every program. */
static const char *const error_templates[] = {
	"public/bad_request.cs", "public/forbidden.cs", "public/not_found.cs", "public/refused.cs",
	"public/signed_out.cs", "public/stale.cs", "public/too_large.cs", "public/too_many.cs", "public/unavailable.cs",
};

static void
words_load(enum language language, const char *file, const struct config *config)
{
	char path[4096];

	words[language] = hdf_new();
	snprintf(path, sizeof(path), "%s/words/%s", config->template_dir, file);
	must(hdf_read_file(words[language], path));
	must(hdf_read_file(words[language], config->static_manifest));
}

void
page_open(const struct program *program, const struct config *config)
{
	char why[512];

	template_dir = config->template_dir;
	if (!words_open(template_dir, NOTICE_WORDS, why, sizeof(why)))
		log_fatal("page", "why", why, NULL);
	words_load(LANGUAGE_ZH, "zh.hdf", config);
	words_load(LANGUAGE_EN, "en.hdf", config);
	for (size_t i = 0; i < sizeof(error_templates) / sizeof(error_templates[0]); i++)
		template_parse(error_templates[i]);
	for (size_t i = 0; i < program->route_count; i++)
		if (program->routes[i].template != NULL)
			template_parse(program->routes[i].template);
	for (const char *const *t = program->templates; t != NULL && *t != NULL; t++)
		template_parse(*t);
}

bool
page_site(const char *name, const char *value)
{
	if (text_is(hdf_get_value(words[LANGUAGE_ZH], name, NULL), value))
		return false;
	must(hdf_set_value(words[LANGUAGE_ZH], name, value));
	must(hdf_set_value(words[LANGUAGE_EN], name, value));
	return true;
}

/* ---- a page ---- */

struct page *
page_new(struct request *rq)
{
	struct page *page = arena_get(rq->arena, sizeof(*page));

	page->rq = rq;
	page->hdf = hdf_new();
	return page;
}

void
page_free(struct page *page)
{
	if (page != NULL)
		hdf_destroy(&page->hdf);
}

void
page_again(struct page *page)
{
	hdf_destroy(&page->hdf);
	page->hdf = hdf_new();
	page->result = (struct page_bytes){ .kind = PAGE_TEMPLATE };
	page->template = NULL;
	page->errors = 0;
}

struct request *
page_request(const struct page *page)
{
	return page->rq;
}

void
page_answer(struct page *page, struct page_bytes result)
{
	page->result = result;
}

const struct page_bytes *
page_result(const struct page *page)
{
	return &page->result;
}

bool
page_has_errors(const struct page *page)
{
	return page->errors > 0;
}

static NEOERR *
render_out(void *to, char *piece)
{
	text_add(to, piece);
	return STATUS_OK;
}

/* AT is where a tag opens: where its element ends if its text must stay as it is, otherwise NULL. */
static const char *
verbatim_end(const char *at)
{
	static const char *const elements[][2] = { { "pre", "/pre>" }, { "textarea", "/textarea>" } };

	if (at[1] != 'p' && at[1] != 't')
		return NULL;
	for (size_t i = 0; i < sizeof(elements) / sizeof(elements[0]); i++)
		if (strncmp(at + 1, elements[i][0], strlen(elements[i][0])) == 0)
			return strstr(at, elements[i][1]);
	return NULL;
}

/* Line by line: a line that has an element to be left alone is gone through byte by byte. */
static char *
line_copy(char *to, const char **from, const char *end)
{
	const char *at = *from, *kept = NULL;

	while ((at = memchr(at, '<', (size_t)(end - at))) != NULL && (kept = verbatim_end(at)) == NULL)
		at++;
	if (kept == NULL)
		kept = end;		/* a line as most are */
	memmove(to, *from, (size_t)(kept - *from));
	to += kept - *from;
	*from = kept;
	return to;
}

/* Definitions and conditions of templates leave lines without anything behind; a page has none. */
static void
blank_lines_drop(struct text *page)
{
	char *to = page->start;
	const char *from = page->start, *end = page->start + page->bytes, *newline;

	while (from < end) {
		newline = memchr(from, '\n', (size_t)(end - from));
		newline = newline == NULL ? end : newline;
		to = line_copy(to, &from, newline);
		if (from != newline)
			continue;	/* after an element that was left alone, perhaps lines further on */
		if (from < end) {
			*to++ = '\n';
			from++;
			from += strspn(from, " \t\n");
		}
	}
	*to = '\0';
	page->bytes = (size_t)(to - page->start);
}

/* "office/case.cs" is page.key office_case: its title in words. */
static void
page_key_set(struct page *page, const char *template)
{
	char key[NAME_MOST];
	size_t i;

	for (i = 0; template[i] != '\0' && template[i] != '.' && i < sizeof(key) - 1; i++)
		key[i] = template[i] == '/' ? '_' : template[i];
	key[i] = '\0';
	page_text(page, "page.key", key);
}

bool
page_render(struct page *page, const char *template, struct text *to, const char **why)
{
	NEOERR *error;

	if (page->template != NULL)
		template = page->template;
	for (size_t i = 0; i < template_count; i++) {
		CSPARSE *parsed = templates[i].parsed;

		if (strcmp(templates[i].name, template) != 0)
			continue;
		page_key_set(page, template);
		parsed->hdf = page->hdf;
		parsed->global_hdf = words[page->rq->language];
		text_clear(to);
		if ((error = cs_render(parsed, to, render_out)) == STATUS_OK) {
			blank_lines_drop(to);
			return true;
		}
		*why = complaint(error);
		return false;
	}
	*why = "no such template";
	return false;
}

void
page_template(struct page *page, const char *template)
{
	page->template = template;
}

/* ---- values ---- */

void
page_text(struct page *page, const char *name, const char *value)
{
	must(hdf_set_value(page->hdf, name, value == NULL ? "" : value));
}

void
page_textf(struct page *page, const char *name, const char *format, ...)
{
	char value[4096];
	va_list args;

	va_start(args, format);
	vsnprintf(value, sizeof(value), format, args);
	va_end(args);
	page_text(page, name, value);
}

void
page_number(struct page *page, const char *name, long long n)
{
	page_textf(page, name, "%lld", n);
}

void
page_flag(struct page *page, const char *name, bool flag)
{
	page_text(page, name, flag ? "1" : "");
}

const char *
page_get(struct page *page, const char *name)
{
	return hdf_get_value(page->hdf, name, "");
}

/* Sets name.what. */
void
page_sub(struct page *page, const char *name, const char *what, const char *value)
{
	char whole[NAME_MOST];
	size_t bytes = strlen(name), more = strlen(what);

	/* Not by snprintf: a list sets thousands. */
	if (bytes + more + 2 > sizeof(whole))
		log_fatal("page", "name_too_long", name, NULL);
	memcpy(whole, name, bytes);
	whole[bytes] = '.';
	memcpy(whole + bytes + 1, what, more + 1);
	page_text(page, whole, value);
}

static void
day_text(const struct page *page, struct day day, char *to, size_t room)
{
	static const char *const months[] = { "", "January", "February", "March", "April", "May", "June", "July",
	    "August", "September", "October", "November", "December" };
	struct civil c = day_civil(day);

	if (!day_known(day))
		*to = '\0';
	else if (page->rq->language == LANGUAGE_EN)
		snprintf(to, room, "%d %s %d", c.day, months[c.month], c.year);
	else
		snprintf(to, room, "%d年%d月%d日", c.year, c.month, c.day);
}

void
page_day(struct page *page, const char *name, struct day day)
{
	char iso[DAY_TEXT], text[64];

	page_text(page, name, day_print(day, iso));
	day_text(page, day, text, sizeof(text));
	page_sub(page, name, "text", text);
}

void
page_instant(struct page *page, const char *name, instant at)
{
	char iso[INSTANT_TEXT], day[64], text[96], clock[16] = "";
	struct moment m = instant_parts(at);

	page_text(page, name, instant_print_seconds(at, iso));
	if (at != INSTANT_NONE)
		snprintf(clock, sizeof(clock), "%02d:%02d", m.hour, m.minute);
	day_text(page, day_of_instant(at), day, sizeof(day));
	snprintf(text, sizeof(text), "%s%s%s", day, *day == '\0' ? "" : " ", clock);
	page_sub(page, name, "text", text);
	page_sub(page, name, "day", day);
	page_sub(page, name, "clock", clock);
}

void
page_phone(struct page *page, const char *name)
{
	const char *number = page_get(page, name);

	page_sub(page, name, "tel", number[strspn(number, "+0123456789- ")] == '\0' ? number : "");
}

void
query_row_into(struct query *q, struct page *page, const char *name)
{
	char whole[NAME_MOST];

	for (size_t i = 0; i < query_columns(q); i++) {
		const char *column = query_column(q, i);

		snprintf(whole, sizeof(whole), "%s.%s", name, column);
		switch (query_column_kind(q, i)) {
		case COLUMN_DAY:
			page_day(page, whole, query_get_day(q, column));
			break;
		case COLUMN_INSTANT:
			page_instant(page, whole, query_get_instant(q, column));
			break;
		case COLUMN_BYTES:
			break;			/* bytes are nobody's to read */
		default:
			page_text(page, whole, query_get_at(q, i, NULL));
		}
	}
}

size_t
query_into(struct query *q, struct page *page, const char *name)
{
	char row[NAME_MOST];
	size_t n = 0;

	while (query_next(q)) {
		snprintf(row, sizeof(row), "%s.%zu", name, n++);
		query_row_into(q, page, row);
	}
	/* Beside the list, not in it: each:x = name would take it for a row. */
	snprintf(row, sizeof(row), "%s_count", name);
	page_number(page, row, (long long)n);
	return n;
}

bool
query_into_one(struct query *q, struct page *page, const char *name)
{
	if (!query_next(q))
		return false;
	query_row_into(q, page, name);
	return true;
}

/* ---- words ---- */

static const char *
word(const struct page *page, const char *key)
{
	char whole[NAME_MOST];

	if (snprintf(whole, sizeof(whole), "words.%s", key) >= (int)sizeof(whole))
		return NULL;
	return hdf_get_value(words[page->rq->language], whole, NULL);
}

const char *
page_word(struct page *page, const char *key)
{
	const char *found = word(page, key);

	return found == NULL ? "" : found;
}

bool
page_word_known(struct page *page, const char *key)
{
	return word(page, key) != NULL;
}

/* The value given for {place}, NULL when none was. */
static const char *
place_value(const char *place, size_t bytes, va_list args)
{
	const char *name, *value = NULL;

	while (value == NULL && (name = va_arg(args, const char *)) != NULL) {
		const char *given = va_arg(args, const char *);
		if (strlen(name) == bytes && memcmp(name, place, bytes) == 0)
			value = given == NULL ? "" : given;
	}
	return value;
}

void
page_say(struct page *page, const char *name, const char *key, ...)
{
	const char *sentence = page_word(page, key);
	struct text to;

	text_init(&to);
	text_add(&to, "");
	while (*sentence != '\0') {
		size_t bytes = strcspn(sentence, "{");
		const char *end, *value = NULL;

		text_add_n(&to, sentence, bytes);
		sentence += bytes;
		if (*sentence == '\0')
			break;
		if ((end = strchr(sentence, '}')) != NULL) {
			va_list args;
			va_start(args, key);
			value = place_value(sentence + 1, (size_t)(end - sentence - 1), args);
			va_end(args);
		}
		if (value == NULL) {
			text_add_char(&to, *sentence++);
		} else {
			text_add(&to, value);
			sentence = end + 1;
		}
	}
	page_text(page, name, to.start);
	text_free(&to);
}

void
page_choices(struct page *page, const char *name, const char *const *values, const char *words_prefix,
    const char *chosen)
{
	char whole[NAME_MOST], key[NAME_MOST];

	for (size_t i = 0; values[i] != NULL; i++) {
		snprintf(whole, sizeof(whole), "choices.%s.%zu", name, i);
		snprintf(key, sizeof(key), "%s.%s", words_prefix, values[i]);
		page_sub(page, whole, "value", values[i]);
		page_sub(page, whole, "label", page_word(page, key));
		page_sub(page, whole, "checked", text_is(values[i], chosen) ? "1" : "");
	}
}

void
page_crumb(struct page *page, const char *url, const char *key, const char *text)
{
	char name[NAME_MOST];
	int n = 0;

	do
		snprintf(name, sizeof(name), "crumbs.%d.text", n++);
	while (*page_get(page, name) != '\0');
	page_text(page, name, key != NULL ? page_word(page, key) : text);
	snprintf(name, sizeof(name), "crumbs.%d.url", n - 1);
	page_text(page, name, url);
}

/* ---- errors and refusals ---- */

void
form_error(struct page *page, const char *name, const char *code)
{
	char whole[NAME_MOST];

	snprintf(whole, sizeof(whole), "error.%s", name);
	if (*page_get(page, whole) != '\0')
		return;			/* the first mistake of a field is the one to mend first */
	page_text(page, whole, code);
	snprintf(whole, sizeof(whole), "errors.%zu", page->errors++);
	page_sub(page, whole, "field", name);
	page_sub(page, whole, "code", code);
}

enum reply
page_refuse(struct page *page, const char *reason)
{
	page_text(page, "refusal", reason);
	return REPLY_REFUSED;
}
