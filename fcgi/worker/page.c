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
static const struct node *sentences[LANGUAGES];	/* what is below words */
static struct arena *words_arena;

/* Pages of the loop's own, for every program. */
static const char *const error_templates[] = {
	"public/bad_request.cs", "public/forbidden.cs", "public/not_found.cs", "public/refused.cs",
	"public/not_delegated.cs", "public/signed_out.cs", "public/stale.cs", "public/too_large.cs", "public/too_many.cs", "public/unavailable.cs",
};

static void
words_load(enum language language, const char *file, const struct config *config)
{
	char path[4096];

	words[language] = arena_get(words_arena, sizeof(*words[language]));
	snprintf(path, sizeof(path), "%s/words/%s", config->template_dir, file);
	words_read(words_arena, words[language], path);
	words_read(words_arena, words[language], config->static_manifest);
	sentences[language] = node_find(words[language], "words");
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
	compile_open(config->template_dir, program->frame, words);
	for (size_t i = 0; i < sizeof(error_templates) / sizeof(error_templates[0]); i++)
		compile_page(error_templates[i]);
	for (size_t i = 0; i < program->route_count; i++)
		if (program->routes[i].template != NULL)
			compile_page(program->routes[i].template);
	for (const char *const *t = program->templates; t != NULL && *t != NULL; t++)
		compile_page(*t);
	for (const char *const *t = program->bare_templates; t != NULL && *t != NULL; t++)
		compile_bare(*t);
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
	page_draw(template_pieces(t, language), page->root, words[language], page->rq->arena, to);
	template_compare(t, page->root, language, to->start);
}

const char *
page_bare(struct page *page, const char *template)
{
	enum language language = page->rq->language;
	const struct template *t = compile_bare(template);
	const char *bare;
	struct text to;

	text_init(&to);
	text_add(&to, "");
	page_draw(template_pieces(t, language), page->root, words[language], page->rq->arena, &to);
	template_compare(t, page->root, language, to.start);
	bare = arena_text_n(page->rq->arena, to.start, to.bytes);
	text_free(&to);
	return bare;
}

void
page_template(struct page *page, const char *template)
{
	page->template = template;
}

/* ---- values ---- */

static struct arena *
arena_of(const struct page *page)
{
	return page->rq->arena;
}

static void
value_set(const struct page *page, struct node *n, const char *value)
{
	n->value = value == NULL ? "" : arena_text(arena_of(page), value);
}

static struct node *
node_of(const struct page *page, const char *name)
{
	return node_make(arena_of(page), page->root, name);
}

void
page_text(struct page *page, const char *name, const char *value)
{
	value_set(page, node_of(page, name), value);
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
	char digits[NUMBER_TEXT];

	page_text(page, name, number_print(n, digits));
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

void
page_sub(struct page *page, const char *name, const char *what, const char *value)
{
	row_text(page, node_of(page, name), what, value);
}

struct node *
row_row(struct page *page, struct node *row, const char *list, size_t n)
{
	char digits[NUMBER_TEXT];

	return node_make(arena_of(page), node_make(arena_of(page), row, list), number_print((long long)n, digits));
}

struct node *
page_row(struct page *page, const char *list, size_t n)
{
	return row_row(page, page->root, list, n);
}

struct node *
page_group(struct page *page, const char *name)
{
	return node_of(page, name);
}

void
row_text(struct page *page, struct node *row, const char *name, const char *value)
{
	value_set(page, node_make(arena_of(page), row, name), value);
}

void
row_number(struct page *page, struct node *row, const char *name, long long n)
{
	char digits[NUMBER_TEXT];

	row_text(page, row, name, number_print(n, digits));
}

enum { DAY_WORDS = 48 };	/* 30 September 2026, and more */

static char *
put(char *at, const char *s)
{
	size_t bytes = strlen(s);

	memcpy(at, s, bytes + 1);
	return at + bytes;
}

static char *
put_number(char *at, int n)
{
	char digits[NUMBER_TEXT];

	return put(at, number_print(n, digits));
}

/* As people read it: 2026年5月8日, 8 May 2026; returns where it ends. */
static char *
day_words(const struct page *page, struct day day, char to[static DAY_WORDS])
{
	static const char *const months[] = { "", " January ", " February ", " March ", " April ", " May ", " June ",
	    " July ", " August ", " September ", " October ", " November ", " December " };
	struct civil c = day_civil(day);

	*to = '\0';
	if (!day_known(day))
		return to;
	if (page->rq->language == LANGUAGE_EN)
		return put_number(put(put_number(to, c.day), months[c.month]), c.year);
	to = put(put_number(to, c.year), "年");
	to = put(put_number(to, c.month), "月");
	return put(put_number(to, c.day), "日");
}

static void
day_set(struct page *page, struct node *n, struct day day)
{
	char iso[DAY_TEXT], text[DAY_WORDS];

	value_set(page, n, day_print(day, iso));
	day_words(page, day, text);
	row_text(page, n, "text", text);
}

void
page_day(struct page *page, const char *name, struct day day)
{
	day_set(page, node_of(page, name), day);
}

enum { INSTANT_WORDS = DAY_WORDS + 8 };

/* The day and the clock's time to the minute; *clock is where that begins, *day_end where the day ends. */
static void
instant_words(const struct page *page, instant at, char text[static INSTANT_WORDS], char **day_end, char **clock)
{
	char iso[INSTANT_TEXT];

	instant_print_seconds(at, iso);
	*day_end = *clock = day_words(page, day_of_instant(at), text);
	if (*iso == '\0')
		return;
	*(*clock)++ = ' ';
	memcpy(*clock, iso + sizeof("2026-05-08"), 5);
	(*clock)[5] = '\0';
}

static void
instant_set(struct page *page, struct node *n, instant at)
{
	char iso[INSTANT_TEXT], text[INSTANT_WORDS], *day_end, *clock;

	instant_print_seconds(at, iso);
	instant_words(page, at, text, &day_end, &clock);
	value_set(page, n, iso);
	row_text(page, n, "text", text);
	row_text(page, n, "clock", clock);
	*day_end = '\0';
	row_text(page, n, "day", text);
}

const char *
page_day_text(struct page *page, struct day day)
{
	char text[DAY_WORDS];

	day_words(page, day, text);
	return arena_text(arena_of(page), text);
}

const char *
page_instant_text(struct page *page, instant at)
{
	char text[INSTANT_WORDS], *day_end, *clock;

	instant_words(page, at, text, &day_end, &clock);
	return arena_text(arena_of(page), text);
}

void
page_instant(struct page *page, const char *name, instant at)
{
	instant_set(page, node_of(page, name), at);
}

void
page_phone(struct page *page, const char *name)
{
	const char *number = page_get(page, name);

	page_sub(page, name, "tel", number[strspn(number, "+0123456789- ")] == '\0' ? number : "");
}

/* Values of a query live as long as the page: its rows are in the same arena. */
static void
row_fill(struct query *q, struct page *page, struct node *row)
{
	for (size_t i = 0; i < query_columns(q); i++) {
		const char *value = query_get_at(q, i, NULL);
		struct node *n;

		if (query_column_kind(q, i) == COLUMN_BYTES)
			continue;			/* bytes are nobody's to read */
		n = node_make(arena_of(page), row, query_column(q, i));
		switch (query_column_kind(q, i)) {
		case COLUMN_DAY:
			day_set(page, n, day_parse(value));
			break;
		case COLUMN_INSTANT:
			instant_set(page, n, instant_parse(value));
			break;
		default:
			n->value = value == NULL ? "" : value;
		}
	}
}

void
query_row_into(struct query *q, struct page *page, const char *name)
{
	row_fill(q, page, node_of(page, name));
}

size_t
query_into(struct query *q, struct page *page, const char *name)
{
	struct node *list = node_of(page, name);
	char digits[NUMBER_TEXT];
	size_t n = 0;

	while (query_next(q))
		row_fill(q, page, node_make(arena_of(page), list, number_print((long long)n++, digits)));
	/* Beside the list, not in it: each:x = name would take it for a row. */
	page_number(page, arena_format(arena_of(page), "%s_count", name), (long long)n);
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
	return node_value(sentences[page->rq->language], key, NULL);
}

const char *
page_word(struct page *page, const char *key)
{
	const char *found = word(page, key);

	return found == NULL ? "" : found;
}

const char *
page_word_below(struct page *page, const char *key, const char *which)
{
	return node_value(node_find(sentences[page->rq->language], key), which, "");
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

static void
say(struct page *page, struct node *n, const char *key, va_list all)
{
	static struct text to;		/* keeps its room */
	const char *sentence = page_word(page, key);

	text_clear(&to);
	text_add(&to, "");
	while (*sentence != '\0') {
		size_t bytes = strcspn(sentence, "{");
		const char *end, *bar = NULL, *value = NULL;

		text_add_n(&to, sentence, bytes);
		sentence += bytes;
		if (*sentence == '\0')
			break;
		if ((end = strchr(sentence, '}')) != NULL) {
			va_list args;
			va_copy(args, all);
			bar = memchr(sentence, '|', (size_t)(end - sentence));
			value = place_value(sentence + 1, (size_t)((bar == NULL ? end : bar) - sentence - 1), args);
			va_end(args);
		}
		if (value == NULL) {
			text_add_char(&to, *sentence++);
		} else {
			if (bar == NULL)
				text_add(&to, value);
			else if (!text_is(value, "1"))
				text_add_n(&to, bar + 1, (size_t)(end - bar - 1));
			sentence = end + 1;
		}
	}
	n->value = arena_text_n(arena_of(page), to.start, to.bytes);
}

void
page_say(struct page *page, const char *name, const char *key, ...)
{
	va_list args;

	va_start(args, key);
	say(page, node_of(page, name), key, args);
	va_end(args);
}

void
row_say(struct page *page, struct node *row, const char *name, const char *key, ...)
{
	va_list args;

	va_start(args, key);
	say(page, node_make(arena_of(page), row, name), key, args);
	va_end(args);
}

void
page_choices(struct page *page, const char *name, const char *const *values, const char *words_prefix,
    const char *chosen)
{
	const struct node *labels = node_find(sentences[page->rq->language], words_prefix);
	struct node *list = node_make(arena_of(page), node_of(page, "choices"), name);
	char digits[NUMBER_TEXT];

	for (size_t i = 0; values[i] != NULL; i++) {
		struct node *row = node_make(arena_of(page), list, number_print((long long)i, digits));

		row_text(page, row, "value", values[i]);
		row_text(page, row, "label", node_value(labels, values[i], ""));
		row_text(page, row, "checked", text_is(values[i], chosen) ? "1" : "");
	}
}

void
page_crumb(struct page *page, const char *url, const char *key, const char *text)
{
	struct node *row = page_row(page, "crumbs", node_of(page, "crumbs")->children);

	row_text(page, row, "text", key != NULL ? page_word(page, key) : text);
	row_text(page, row, "url", url);
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
