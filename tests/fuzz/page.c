/*
 * fuzz/page.c - any value in a page: no markup of it comes alive.
 *
 * A value is printed wherever templates print values: as text, in an attribute,
 * as an address and as a part of one, as a key of words; and as Markdown.  For
 * the escaped ones the page must have as many < > " ' as the template itself.
 * Of Markdown, which is printed raw, only known elements and addresses may come.
 */
#include "fcgi/worker/inside.h"
#include "fcgi/worker/page_compile.h"

#include "base/text.h"
#include "base/utf8.h"

#include <ctype.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

int LLVMFuzzerTestOneInput(const uint8_t *, size_t);
const char *__lsan_default_suppressions(void);

/* ClearSilver does not give back what it read of a def. */
const char *
__lsan_default_suppressions(void)
{
	return "leak:def_parse";
}

static const char escaped_template[] =
    "<p title=\"<?cs var:value ?>\"><?cs var:value ?></p><a href=\"<?cs var:url_validate(value) ?>\">1</a>"
    "<a href=\"/items?q=<?cs var:url_escape(value) ?>\">2</a><?cs var:words.state[value] ?>"
    "<?cs if:value == \"x\" ?>x<?cs /if ?><?cs each:one = value ?><?cs var:name(one) ?><?cs /each ?>";

static struct arena *arena, *kept;
static struct node *words[LANGUAGES];
static const struct template *escaped;

static void
promise(bool held)
{
	if (!held)
		abort();
}

static void
file_write(const char *dir, const char *name, const char *content)
{
	char path[60];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	promise((f = fopen(path, "w")) != NULL);
	fputs(content, f);
	fclose(f);
}

static void
file_away(const char *dir, const char *name)
{
	char path[60];

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	remove(path);
}

static void
open_once(void)
{
	char dir[] = "/tmp/yimen-fuzz-XXXXXX", parts[40];

	promise(mkdtemp(dir) != NULL);
	snprintf(parts, sizeof(parts), "%s/parts", dir);
	promise(mkdir(parts, 0700) == 0);
	file_write(dir, "parts/parts.cs", "");
	file_write(dir, "escaped.cs", escaped_template);
	arena = arena_new();
	kept = arena_new();
	for (int i = 0; i < LANGUAGES; i++) {
		words[i] = arena_get(kept, sizeof(*words[i]));
		node_make(kept, words[i], "words.state.accepted")->value = "yes";
	}
	compile_open(dir, "public", words);
	escaped = compile_bare("escaped.cs");
	compile_close();
	file_away(dir, "escaped.cs");
	file_away(dir, "parts/parts.cs");
	file_away(dir, "parts");
	remove(dir);
}

static size_t
count(const char *text, char c)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += *text == c;
	return n;
}

static void
drawn(const char *value, struct text *to)
{
	struct node *page = arena_get(arena, sizeof(*page));

	node_make(arena, page, "value")->value = value;
	page_draw(template_pieces(escaped, LANGUAGE_ZH), page, words[LANGUAGE_ZH], arena, to);
}

static void
escaped_hold(const char *value)
{
	struct text to, plain;
	const char *href;

	text_init(&to);
	text_init(&plain);
	drawn(value, &to);
	drawn("y", &plain);
	for (const char *c = "<>\"'"; *c != '\0'; c++)
		promise(count(to.start, *c) == count(plain.start, *c));
	promise((href = strstr(to.start, "<a href=\"")) != NULL);
	href += strlen("<a href=\"");
	promise((href[0] == '/' && href[1] != '/' && href[1] != '\\') || *href == '#' || *href == '?' ||
	    strncasecmp(href, "http://", 7) == 0 || strncasecmp(href, "https://", 8) == 0);
	text_free(&to);
	text_free(&plain);
}

/* ---- Markdown ---- */

static bool
known_element(const char *name, size_t n)
{
	static const char *const known[] = { "a", "blockquote", "br", "code", "del", "em", "h1", "h2", "h3", "h4", "h5", "h6",
	    "hr", "img", "input", "li", "ol", "p", "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul", NULL };

	for (const char *const *k = known; *k != NULL; k++)
		if (strlen(*k) == n && strncmp(*k, name, n) == 0)
			return true;
	return false;
}

static bool
known_attribute(const char *name, size_t n)
{
	static const char *const known[] = { "href", "src", "alt", "title", "class", "start", "type", "checked", "disabled", "lang",
	    NULL };

	for (const char *const *k = known; *k != NULL; k++)
		if (strlen(*k) == n && strncmp(*k, name, n) == 0)
			return true;
	return false;
}

/* The attributes of a tag, from after its name to its >. */
static const char *
attributes_hold(const char *at)
{
	while (*at != '>' && *at != '\0') {
		const char *name, *value;
		size_t n;

		at += strspn(at, " /\n");
		if (*at == '>' || *at == '\0')
			break;
		name = at;
		n = strcspn(name, "= >\n");
		promise(known_attribute(name, n));
		at += n;
		if (*at != '=')
			continue;
		promise(at[1] == '"');
		value = at + 2;
		promise((at = strchr(value, '"')) != NULL);
		at++;
		if (strncmp(name, "href", 4) == 0 || strncmp(name, "src", 3) == 0)
			promise(strncasecmp(value, "javascript:", 11) != 0 && strncasecmp(value, "vbscript:", 9) != 0 &&
			    strncasecmp(value, "file:", 5) != 0 &&
			    (strncasecmp(value, "data:", 5) != 0 || strncasecmp(value, "data:image/", 11) == 0));
	}
	return at;
}

static void
markup_holds(const char *html)
{
	const char *at = html;

	while ((at = strchr(at, '<')) != NULL) {
		size_t n;

		if (strncmp(at, "<!-- raw HTML omitted -->", 25) == 0) {
			at += 25;
			continue;
		}
		at += at[1] == '/' ? 2 : 1;
		n = strspn(at, "abcdefghijklmnopqrstuvwxyz123456");
		promise(known_element(at, n));
		at = attributes_hold(at + n);
		promise(*at == '>');
	}
}

static void
markdown_holds(const char *value)
{
	struct request rq = { .arena = arena };
	struct page *page = page_new(&rq);

	page_markdown(page, "body", value);
	markup_holds(page_get(page, "body.html"));
}

int
LLVMFuzzerTestOneInput(const uint8_t *input, size_t n)
{
	const char *value;

	if (arena == NULL)
		open_once();
	value = arena_text_n(arena, (const char *)input, n);
	if (utf8_plain(value, strlen(value))) {
		escaped_hold(value);
		markdown_holds(value);
	}
	arena_reset(arena);
	return 0;
}
