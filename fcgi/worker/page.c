/*
 * page.c - the page a handler fills.
 *
 * Its names and values are a tree in the request's arena (page_tree.c).
 * Templates are read once, each within the frame, before the children are
 * forked (page_compile.c), and drawn from that tree and, for words, from the
 * language's (page_draw.c).
 */
#include "fcgi/worker/page.h"

#include "base/log.h"
#include "base/words.h"
#include "fcgi/worker/inside.h"
#include "fcgi/worker/page_compile.h"
#include "record/notice.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MOST = 200 };

struct page {
	struct request *rq;
	struct node *root;
	struct page_bytes result;
	const char *template;		/* another than the route's */
	size_t errors;
};

static struct node *words[LANGUAGES];	/* words, asset, site */
static struct arena *words_arena;

/* Pages of the loop's own, for every program. */
static const char *const error_templates[] = {
	"public/bad_request.cs", "public/forbidden.cs", "public/not_found.cs", "public/refused.cs",
	"public/signed_out.cs", "public/stale.cs", "public/too_large.cs", "public/too_many.cs", "public/unavailable.cs",
};

static void
words_load(enum language language, const char *file, const struct config *config)
{
	char path[4096];

	words[language] = arena_get(words_arena, sizeof(*words[language]));
	snprintf(path, sizeof(path), "%s/words/%s", config->template_dir, file);
	words_read(words_arena, words[language], path);
	words_read(words_arena, words[language], config->static_manifest);
}

void
page_open(const struct program *program, const struct config *config)
{
	char why[512];

	if (!words_open(config->template_dir, NOTICE_WORDS, why, sizeof(why)))
		log_fatal("page", "why", why, NULL);
	words_arena = arena_new();
	words_load(LANGUAGE_ZH, "zh.hdf", config);
	words_load(LANGUAGE_EN, "en.hdf", config);
	compile_open(config->template_dir, words);
	for (size_t i = 0; i < sizeof(error_templates) / sizeof(error_templates[0]); i++)
		compile_page(error_templates[i]);
	for (size_t i = 0; i < program->route_count; i++)
		if (program->routes[i].template != NULL)
			compile_page(program->routes[i].template);
	for (const char *const *t = program->templates; t != NULL && *t != NULL; t++)
		compile_page(*t);
	compile_close();
}

/* The values of site. are the only ones here that change, and are not the arena's. */
bool
page_site(const char *name, const char *value)
{
	if (text_is(node_value(words[LANGUAGE_ZH], name, NULL), value))
		return false;
	for (size_t i = 0; i < LANGUAGES; i++) {
		struct node *n = node_make(words_arena, words[i], name);
		char *copy = memory_get(strlen(value) + 1);

		free((void *)(uintptr_t)n->value);
		n->value = strcpy(copy, value);
	}
	return true;
}

/* ---- a page ---- */

struct page *
page_new(struct request *rq)
{
	struct page *page = arena_get(rq->arena, sizeof(*page));

	page->rq = rq;
	page->root = arena_get(rq->arena, sizeof(*page->root));
	return page;
}

void
page_again(struct page *page)
{
	page->root = arena_get(page->rq->arena, sizeof(*page->root));
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

void
page_render(struct page *page, const char *template, struct text *to)
{
	enum language language = page->rq->language;
	const struct template *t;

	if (page->template != NULL)
		template = page->template;
	t = compile_page(template);
	page_key_set(page, template);
	text_clear(to);
	page_draw(template_pieces(t), page->root, words[language], language, page->rq->arena, to);
	blank_lines_drop(to);
	template_compare(t, page->root, language, to->start);
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
	node_make(page->rq->arena, page->root, name)->value = value == NULL ? "" : arena_text(page->rq->arena, value);
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
	return node_value(page->root, name, "");
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
	return node_value(words[page->rq->language], whole, NULL);
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
