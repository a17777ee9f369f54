/*
 * markdown.c - the text of a document, set as HTML in safe mode.
 *
 * CommonMark closes **…** only where a space or a mark of punctuation follows a
 * mark of punctuation; Chinese writes neither, so that "**到位。**部门" would
 * stay as it was typed.  We move such a mark behind the stars first.
 */
#include "base/text.h"
#include "fcgi/worker/page.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <stdlib.h>
#include <string.h>

/* The bytes of a Chinese mark that ends before p, 0 when there is none. */
static size_t
mark_before(const char *start, const char *p)
{
	static const char marks[] = "。，、；：！？）》」』”’";

	for (const char *mark = marks; *mark != '\0'; mark += 3)
		if (p - start >= 3 && memcmp(p - 3, mark, 3) == 0)
			return 3;
	return 0;
}

static bool
text_follows(char c)
{
	return c != '\0' && c != ' ' && c != '\n' && c != '\r' && c != '*';
}

/* The text with each closing ** that a mark stands before moved in front of that mark.  Stars pair within a line. */
static void
stars_close(const char *from, struct text *to)
{
	const char *start = from;
	bool open = false;

	while (*from != '\0') {
		size_t mark = open && strncmp(from, "**", 2) == 0 && text_follows(from[2]) ? mark_before(start, from) : 0;

		if (strncmp(from, "**", 2) != 0) {
			open = open && *from != '\n';
			text_add_char(to, *from++);
			continue;
		}
		to->bytes -= mark;
		text_add(to, "**");
		text_add_n(to, from - mark, mark);
		open = !open;
		from += 2;
	}
}

/* HTML has no align= any more; what cmark writes becomes our class.  Typed quotes are &quot;: they cannot match. */
static void
align_class(const char *from, struct text *to)
{
	static const char old[] = " align=\"", new[] = " class=\"ym-align-";
	const char *at;

	while ((at = strstr(from, old)) != NULL) {
		text_add_n(to, from, (size_t)(at - from));
		text_add(to, new);
		from = at + strlen(old);
	}
	text_add(to, from);
}

void
page_markdown(struct page *page, const char *name, const char *markdown)
{
	static const char *const extensions[] = { "table", "strikethrough", "autolink" };
	struct text source, set;
	cmark_parser *parser;
	cmark_node *tree;
	char *html;

	text_init(&source);
	text_init(&set);
	text_add(&source, "");
	stars_close(markdown, &source);
	cmark_gfm_core_extensions_ensure_registered();
	parser = cmark_parser_new(CMARK_OPT_DEFAULT);
	for (size_t i = 0; i < sizeof(extensions) / sizeof(extensions[0]); i++)
		cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
	cmark_parser_feed(parser, source.start, source.bytes);
	tree = cmark_parser_finish(parser);
	/* Safe mode is the default: raw HTML and dangerous links are left out. */
	html = cmark_render_html(tree, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
	align_class(html, &set);
	page_sub(page, name, "html", set.start);
	free(html);
	cmark_node_free(tree);
	cmark_parser_free(parser);
	text_free(&source);
	text_free(&set);
}
