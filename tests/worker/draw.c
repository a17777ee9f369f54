/*
 * Templates drawn by us and by ClearSilver: what each command prints, where the two could differ.
 */
#include "fcgi/worker/page_compile.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static struct arena *arena;
static struct node *words[LANGUAGES];
static char dir[] = "/tmp/yimen-draw-XXXXXX";

static const struct {
	const char *why, *template, *drawn;
} rows[] = {
	{ "a value is escaped, whatever it holds", "[<?cs var:hostile ?>]",
	    "[&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;x]" },
	{ "what was made safe is printed as it is", "<?cs uvar:safe ?>", "<b>bold</b>" },
	{ "a word is in the language of the page", "<?cs var:words.yes ?>", "是 &amp; 好" },
	{ "a name without a value prints nothing", "[<?cs var:nobody ?><?cs var:list ?><?cs var:words.nobody ?>]", "[]" },
	{ "a word is found by a value", "<?cs var:words.state[state] ?>", "已受理" },
	{ "and none by a value without a word", "[<?cs var:words.state[hostile] ?><?cs var:words.state[nobody] ?>]", "[]" },
	{ "a value with a dot leads two names down", "<?cs var:deep[path] ?>", "found" },
	{ "nothing is not true, nor is an empty value", "<?cs if:nobody || empty ?>a<?cs else ?>b<?cs /if ?>", "b" },
	{ "a value that is nought is not true, however it is written",
	    "<?cs if:nought ?>a<?cs /if ?><?cs if:noughts ?>b<?cs /if ?><?cs if:hex ?>c<?cs /if ?>", "" },
	{ "a text that begins with nought is", "<?cs if:address ?>a<?cs /if ?>", "a" },
	{ "a second condition is asked when the first fails",
	    "<?cs if:empty ?>a<?cs elif:state == \"accepted\" ?>b<?cs else ?>c<?cs /if ?>d", "bd" },
	{ "equal is equal letter by letter", "<?cs if:nought == noughts ?>a<?cs else ?>b<?cs /if ?>", "b" },
	{ "nothing equals nothing, and not an empty value",
	    "<?cs if:nobody == none ?>a<?cs /if ?><?cs if:nobody == empty ?>b<?cs /if ?><?cs if:nobody != \"\" ?>c<?cs /if ?>", "ac" },
	{ "not binds closer than and", "<?cs if:!empty && state ?>a<?cs /if ?>", "a" },
	{ "rows come in the order in which they were set", "<?cs each:x = list ?><?cs var:name(x) ?>=<?cs var:x.title ?>;<?cs /each ?>",
	    "0=one;1=two &amp; more;" },
	{ "a row's own row", "<?cs each:x = list ?><?cs each:y = x.below ?><?cs var:y ?><?cs /each ?><?cs /each ?>", "ab" },
	{ "a list that is not there has no rows", "<?cs each:x = nobody ?>a<?cs /each ?>", "" },
	{ "with gives a name to a node", "<?cs with:x = list.1 ?><?cs var:x.title ?><?cs /with ?>", "two &amp; more" },
	{ "a list is counted", "<?cs if:subcount(list) == #2 ?>a<?cs /if ?><?cs var:subcount(list) ?>", "a2" },
	{ "a macro has its arguments", "<?cs call:pair(\"<\", state) ?>", "(&lt;|accepted)" },
	{ "an argument that is a word", "<?cs call:pair(words.yes, words.nobody) ?>", "(是 &amp; 好|)" },
	{ "an argument handed on", "<?cs call:twice(state) ?>", "(accepted|accepted)(accepted|x)" },
	{ "an argument that is a row", "<?cs each:x = list ?><?cs call:titled(x) ?><?cs /each ?>", "one,two &amp; more," },
	{ "what calls is seen within", "<?cs each:row = list ?><?cs call:outer() ?><?cs /each ?>", "onetwo &amp; more" },
	{ "an argument of the same name as its caller's", "<?cs call:shadow(state) ?>", "(y|accepted)" },
	{ "an answer as an argument", "<?cs call:pair(state == \"accepted\", !state) ?>", "(1|0)" },
	{ "an address of ours, of the web, and none",
	    "<?cs var:url_validate(own) ?> <?cs var:url_validate(web) ?> <?cs var:url_validate(script) ?> <?cs var:url_validate(elsewhere) ?>",
	    "/a?b=1&amp;c https://x # #" },
	{ "a part of an address", "<?cs var:url_escape(hostile) ?>", "%3Cb%20a%3D%221%22%20c%3D%272%27%3E%26x" },
	{ "an address that is not there", "[<?cs var:url_validate(nobody) ?><?cs var:url_escape(nobody) ?>]", "[]" },
	{ "Chinese is told from English", "[<?cs var:chinese(words.yes) ?><?cs var:chinese(state) ?><?cs var:chinese(nobody) ?>]<?cs if:chinese(state) || !chinese(words.yes) ?>a<?cs /if ?>", "[1]" },
	{ "a comment is nobody's business", "a<?cs # b ?>c", "ac" },
};

static const char parts[] =
    "<?cs def:pair(a, b) ?>(<?cs var:a ?>|<?cs var:b ?>)<?cs /def ?>"
    "<?cs def:twice(a) ?><?cs call:pair(a, a) ?><?cs call:pair(a, \"x\") ?><?cs /def ?>"
    "<?cs def:titled(row) ?><?cs var:row.title ?>,<?cs /def ?>"
    "<?cs def:outer() ?><?cs var:row.title ?><?cs /def ?>"
    "<?cs def:shadow(b) ?><?cs call:pair(\"y\", b) ?><?cs /def ?>";

static const char words_file[] = "words.yes = 是 & 好\nwords.state.accepted = 已受理\n";

static void
file_write(const char *name, const char *content)
{
	char path[200];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", dir, name);
	f = fopen(path, "w");
	assert_non_null(f);
	fputs(content, f);
	fclose(f);
}

static void
set(struct node *page, const char *name, const char *value)
{
	node_make(arena, page, name)->value = value;
}

static struct node *
page_filled(void)
{
	struct node *page = arena_get(arena, sizeof(*page));

	set(page, "hostile", "<b a=\"1\" c='2'>&x");
	set(page, "safe", "<b>bold</b>");
	set(page, "state", "accepted");
	set(page, "empty", "");
	set(page, "nought", "0");
	set(page, "noughts", "00");
	set(page, "hex", "0x0");
	set(page, "address", "0 A Street");
	set(page, "path", "a.b");
	set(page, "deep.a.b", "found");
	set(page, "list.0.title", "one");
	set(page, "list.0.below.0", "a");
	set(page, "list.1.title", "two & more");
	set(page, "list.1.below.0", "b");
	set(page, "own", "/a?b=1&c");
	set(page, "web", "https://x");
	set(page, "script", "javascript:x");
	set(page, "elsewhere", "//x");
	return page;
}

/* ClearSilver's page is compared with ours by template_compare, which ends the test where they differ. */
static void
templates_are_drawn_as_clearsilver_draws_them(void **state)
{
	struct node *page = page_filled();
	struct text to;

	(void)state;
	text_init(&to);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char *name = arena_format(arena, "row%zu.cs", i);
		const struct template *t;

		file_write(name, rows[i].template);
		t = compile_page(name);
		text_clear(&to);
		page_draw(template_pieces(t, LANGUAGE_ZH), page, words[LANGUAGE_ZH], arena, &to);
		if (strcmp(to.start, rows[i].drawn) != 0)
			fail_msg("%s: %s, not %s", rows[i].why, to.start, rows[i].drawn);
		template_compare(t, page, LANGUAGE_ZH, to.start);
	}
	text_free(&to);
}

static void
many_names_are_found_again(void **state)
{
	struct node *page = arena_get(arena, sizeof(*page));
	char name[40];

	(void)state;
	for (int i = 0; i < 1000; i++) {
		snprintf(name, sizeof(name), "list.%d.title", i);
		set(page, name, arena_format(arena, "%d", i));
	}
	for (int i = 999; i >= 0; i--) {
		snprintf(name, sizeof(name), "list.%d.title", i);
		assert_int_equal(atoi(node_value(page, name, "")), i);
	}
	assert_null(node_find(page, "list.1000"));
	assert_int_equal(node_find(page, "list")->children, 1000);
	assert_string_equal(node_find(page, "list")->first->name, "0");
}

static int
open_all(void **state)
{
	(void)state;
	setenv("YIMEN_STRICT", "1", 1);
	arena = arena_new();
	if (mkdtemp(dir) == NULL)
		return -1;
	file_write("words.hdf", words_file);
	if (mkdir(arena_format(arena, "%s/parts", dir), 0700) != 0)
		return -1;
	file_write("parts/parts.cs", parts);
	file_write("frame.cs", "<?cs include!\"parts/parts.cs\" ?><?cs include!page.body ?>");
	for (size_t i = 0; i < LANGUAGES; i++) {
		words[i] = arena_get(arena, sizeof(*words[i]));
		words_read(arena, words[i], arena_format(arena, "%s/words.hdf", dir));
	}
	compile_open(dir, "public", words);
	return 0;
}

static int
close_all(void **state)
{
	(void)state;
	return system(arena_format(arena, "rm -r %s", dir));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(templates_are_drawn_as_clearsilver_draws_them),
		cmocka_unit_test(many_names_are_found_again),
	};

	return cmocka_run_group_tests(tests, open_all, close_all);
}
