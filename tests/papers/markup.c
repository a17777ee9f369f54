/* The markup of papers: what it takes, what no value can do to it, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "fcgi/papers/draw.h"
#include "fcgi/papers/markup.h"

static struct arena *arena;

static const struct block *
read_well(const char *text)
{
	const char *why = NULL;
	const struct block *b = markup_read(arena, text, &why);

	if (b == NULL)
		fail_msg("%s: %s", text, why);
	return b;
}

static void
blocks(void **state)
{
	const struct block *b = read_well("\n<title>受理决定书</title>\n  <fact name=\"申请人\">林晓雨</fact>\n\n<p> 一行\n二行 </p><note></note>");

	(void)state;
	assert_int_equal(b->kind, BLOCK_TITLE);
	assert_string_equal(b->text, "受理决定书");
	b = b->next;
	assert_int_equal(b->kind, BLOCK_FACT);
	assert_string_equal(b->name, "申请人");
	assert_string_equal(b->text, "林晓雨");
	b = b->next;
	assert_int_equal(b->kind, BLOCK_P);
	assert_string_equal(b->text, "一行\n二行");
	assert_string_equal(b->next->text, "");
	assert_null(b->next->next);
}

static void
values_are_text(void **state)
{
	const struct block *b = read_well("<p>&lt;title&gt;假的&lt;/title&gt; &amp;lt; &quot;&#39; 㐂䶮𠮷 <\x2fp>");

	(void)state;
	assert_string_equal(b->text, "<title>假的</title> &lt; \"' 㐂䶮𠮷");
	assert_null(b->next);
}

static void
tables(void **state)
{
	const struct table *t = read_well("<table>\n<head><c w=\"10\">序号</c><c>名称</c></head>\n<row><c>1</c><c>甲</c></row>"
	    "<row><c>2</c>\n<c></c></row>\n</table>")->table;

	(void)state;
	assert_int_equal(t->columns, 2);
	assert_int_equal(t->widths[0], 10);
	assert_int_equal(t->widths[1], 1);
	assert_int_equal(t->row_count, 2);
	assert_string_equal(t->rows->cells[1], "甲");
	assert_string_equal(t->rows->next->cells[1], "");
	assert_int_equal(read_well("<table><head><c>一</c></head></table>")->table->row_count, 0);
}

static void
refused(void **state)
{
	static const char *const texts[] = {
		"", "   ", "no element", "<p>open", "<p>wrong</title>", "<script>x</script>", "<p><p>nested</p></p>", "</p>", "<p", "<p>x</p",
		"<>x</>", "<p>&nbsp;</p>", "<p>a & b</p>", "<fact name=x>y</fact>", "<fact name=\"x>y</fact>", "<fact name=\"a<b\">y</fact>",
		"<table></table>", "<table><row><c>x</c></row></table>", "<table><head></head></table>", "<table>text</table>",
		"<table><head><c>a</c></head><row><c>a</c><c>b</c></row></table>", "<table><head><c>a</c></head><head><c>a</c></head></table>",
		"<table><head><c>1</c><c>2</c><c>3</c><c>4</c><c>5</c><c>6</c><c>7</c></head></table>", "<table><head><c>a</c></head>",
		"<averylongelementname>x</averylongelementname>",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		const char *why = NULL;

		if (markup_read(arena, texts[i], &why) != NULL || why == NULL)
			fail_msg("taken: %s", texts[i]);
	}
}

static char *
many(const char *before, const char *each, size_t n, const char *after)
{
	size_t bytes = strlen(each);
	char *text = malloc(strlen(before) + bytes * n + strlen(after) + 1), *at = text;

	at = stpcpy(at, before);
	for (size_t i = 0; i < n; i++)
		at = stpcpy(at, each);
	stpcpy(at, after);
	return text;
}

static void
bounded(void **state)
{
	const char *why = NULL;
	char *text = many("", "<p>x</p>", BLOCKS_MOST, "");

	(void)state;
	assert_non_null(markup_read(arena, text, &why));
	free(text);
	text = many("", "<p>x</p>", BLOCKS_MOST + 1, "");
	assert_null(markup_read(arena, text, &why));
	free(text);
	text = many("<table><head><c>a</c></head>", "<row><c>x</c></row>", ROWS_MOST + 1, "</table>");
	assert_null(markup_read(arena, text, &why));
	free(text);
	text = many("<p>", "x", MARKUP_BYTES_MOST, "</p>");
	assert_null(markup_read(arena, text, &why));
	free(text);
}

/* ---- drawing ---- */

static int
drawn(const char *markup, struct text *pdf)
{
	struct drawing d = { .blocks = read_well(markup), .title = "t", .author = "a", .subject = "s", .keywords = "k",
	    .made_at = INSTANT_NONE, .seal = "云川市市场监督管理局", .seal_below = "政务服务专用章", .qr = "https://localhost/verify/0",
	    .foot = "云市监受〔2026〕000001号", .foot_small = "", .foot_page = "第{page}页，共{pages}页", .stamp = "" };

	text_init(pdf);
	return draw_pdf(&d, pdf);
}

static void
pages(void **state)
{
	struct text pdf;
	char *text;

	(void)state;
	assert_int_equal(drawn("<title>一页</title><sign>机关\n日期</sign><proof>防伪码</proof>", &pdf), 1);
	assert_memory_equal(pdf.start, "%PDF-", 5);
	text_free(&pdf);
	text = many("<table><head><c>序号</c><c>名称</c></head>", "<row><c>1</c><c>材料</c></row>", 100, "</table><sign>机关</sign>");
	assert_in_range(drawn(text, &pdf), 3, 5);
	text_free(&pdf);
	free(text);
	/* One cell higher than a page goes on where the page ends. */
	text = many("<table><head><c>名称</c></head><row><c>", "很长的一格", 1500, "</c></row></table>");
	assert_in_range(drawn(text, &pdf), 4, 8);
	text_free(&pdf);
	free(text);
	/* More than anybody reads is refused, and costs no more than its first pages. */
	text = many("<p>", "字\n", 20000, "</p>");
	assert_int_equal(drawn(text, &pdf), 0);
	text_free(&pdf);
	free(text);
}

static int
setup(void **state)
{
	(void)state;
	arena = arena_new();
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks),
		cmocka_unit_test(values_are_text),
		cmocka_unit_test(tables),
		cmocka_unit_test(refused),
		cmocka_unit_test(bounded),
		cmocka_unit_test(pages),
	};

	return cmocka_run_group_tests(tests, setup, NULL);
}
