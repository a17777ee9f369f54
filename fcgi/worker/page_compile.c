/*
 * page_compile.c - the only file that knows ClearSilver: it reads templates and words, and checks what we draw.
 *
 * The macros of parts/ are read once and lent to every template, which would
 * otherwise each have its own.  Which number ClearSilver gives a command is
 * found by reading one of each.
 *
 * What is known beforehand is put in at once: words, assets, which program this
 * is, and the arguments of a call that are such.  A call that then comes to
 * nothing but text (an icon, a button) is that text; a condition that is known
 * leaves one of its sides.
 */
#include "fcgi/worker/page_compile.h"

#include "base/log.h"
#include "base/utf8.h"

#include <ClearSilver.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SLOTS = 512, PARAMS_MOST = 8 };

struct template {
	const char *name;
	struct piece *pieces[LANGUAGES];
	CSPARSE *parsed;		/* with what ClearSilver would draw; NULL unless strict */
	struct template *next;
};

/* A macro with what was known of its arguments (NULL: nothing). */
struct made {
	const CS_MACRO *of;
	const struct expr *known[PARAMS_MOST];
	struct macro macro;
	struct made *next;
};

/* What a local is called by in the macro being compiled; known NULL: not beforehand. */
struct bound {
	const struct name *name;
	const struct expr *known;
	const struct bound *outer;
};

static const char parts_file[] = "parts/parts.cs";
static const char *template_dir;
static struct node *const *words;
static struct arena *kept;		/* lives as long as the process */
static CSPARSE *parts;			/* whose macros are lent */
static struct template *templates;
static const char *program;		/* page.program */
static enum language language;		/* for which is compiled */
static struct made *made_macros[LANGUAGES];
static const struct bound *bound;
static struct name *names[NAME_SLOTS];
static struct { int text, var, uvar, if_, elif, each, with, def, call; } command;
static bool strict, closed;

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

static void
must(NEOERR *error)
{
	if (error != STATUS_OK)
		log_fatal("page", "why", complaint(error), NULL);
}

/* ---- words ---- */

static void
node_fill(struct arena *arena, struct node *to, HDF *from)
{
	const char *value = hdf_obj_value(from);

	if (value != NULL)
		to->value = arena_text(arena, value);
	for (HDF *child = hdf_obj_child(from); child != NULL; child = hdf_obj_next(child))
		node_fill(arena, node_make(arena, to, hdf_obj_name(child)), child);
}

void
words_read(struct arena *arena, struct node *to, const char *path)
{
	HDF *hdf;

	must(hdf_init(&hdf));
	must(hdf_read_file(hdf, path));
	node_fill(arena, to, hdf);
	hdf_destroy(&hdf);
}

static void
hdf_fill(HDF *to, const struct node *from)
{
	for (const struct node *n = from->first; n != NULL; n = n->next) {
		HDF *child;

		must(hdf_get_node(to, n->name, &child));
		if (n->value != NULL)
			must(hdf_set_value(child, NULL, n->value));
		hdf_fill(child, n);
	}
}

/* Values are escaped: without this they would be printed raw. */
static HDF *
hdf_new(void)
{
	HDF *hdf;

	must(hdf_init(&hdf));
	must(hdf_set_value(hdf, "Config.VarEscapeMode", "html"));
	return hdf;
}

/* ---- expressions ---- */

static struct name *
name_of(const char *text, size_t bytes)
{
	uint32_t hash = name_hash(text, bytes);
	struct name **slot = &names[hash % NAME_SLOTS], *n;

	for (n = *slot; n != NULL; n = n->next)
		if (n->hash == hash && n->bytes == bytes && memcmp(n->text, text, bytes) == 0)
			return n;
	n = arena_get(kept, sizeof(*n));
	*n = (struct name){ .text = arena_text_n(kept, text, bytes), .bytes = bytes, .hash = hash, .next = *slot };
	return *slot = n;
}

static struct name *
local_name(const char *text)
{
	struct name *n = name_of(text, strlen(text));

	n->local = true;
	return n;
}

static void
node_known(struct expr *e, const struct node *node)
{
	e->kind = EXPR_NODE;
	e->node = node;
}

/* A name that begins with a local of which something is known. */
static bool
bound_fill(struct expr *e)
{
	const struct bound *b = bound;

	while (b != NULL && b->name != e->parts[0])
		b = b->outer;
	if (b == NULL || b->known == NULL)
		return false;
	if (b->known->kind == EXPR_NODE) {
		const struct node *node = b->known->node;
		for (size_t i = 1; i < e->part_count; i++)
			node = node_child(node, e->parts[i]->text, e->parts[i]->bytes, e->parts[i]->hash);
		node_known(e, node);
	} else {
		e->kind = EXPR_TEXT;
		e->text = b->known->text;
	}
	return true;
}

static void
named_fill(struct expr *e, const char *dotted)
{
	size_t n = 0, bytes;

	e->kind = EXPR_NAMED;
	for (const char *c = dotted; *c != '\0'; c++)
		n += *c == '.';
	e->parts = arena_array(kept, const struct name *, n + 1);
	for (const char *at = dotted; e->part_count <= n; at += bytes + (at[bytes] == '.')) {
		bytes = strcspn(at, ".");
		e->parts[e->part_count++] = name_of(at, bytes);
	}
	e->fixed = true;
	if (bound_fill(e))
		return;
	if (strncmp(dotted, "words.", 6) == 0 || strncmp(dotted, "asset.", 6) == 0) {
		node_known(e, node_find(words[language], dotted));
	} else if (strcmp(dotted, "page.program") == 0) {
		e->kind = EXPR_TEXT;
		e->text = program;
	} else {
		e->fixed = false;
		if (strncmp(dotted, "site.", 5) == 0)
			node_known(e, node_make(kept, words[language], dotted));	/* its value may change */
	}
}

static enum expr_kind
function_kind(const char *name)
{
	static const struct { const char *name; enum expr_kind kind; } functions[] = {
		{ "name", EXPR_NAME }, { "subcount", EXPR_COUNT },
		{ "url_escape", EXPR_URL_ESCAPE }, { "url_validate", EXPR_URL_VALIDATE },
		{ "chinese", EXPR_CHINESE },
	};

	for (size_t i = 0; i < sizeof(functions) / sizeof(functions[0]); i++)
		if (strcmp(functions[i].name, name) == 0)
			return functions[i].kind;
	log_fatal("page", "function", name, "why", "no template may use it", NULL);
}

static enum expr_kind
operator_kind(CSTOKEN_TYPE type)
{
	switch ((int)type) {
	case CS_OP_LBRACKET:
		return EXPR_BELOW;
	case CS_OP_NOT:
		return EXPR_NOT;
	case CS_OP_AND:
		return EXPR_AND;
	case CS_OP_OR:
		return EXPR_OR;
	case CS_OP_EQUAL:
		return EXPR_EQUAL;
	case CS_OP_NEQUAL:
		return EXPR_NOT_EQUAL;
	default:
		log_fatal("page", "why", "an operator no template may use", NULL);
	}
}

/* The same on every page, if what it is made of is; or one side decides alone. */
static void
expr_fold(struct expr *e)
{
	struct value v;
	bool left = e->left->fixed, right = e->right == NULL || e->right->fixed;

	if (e->kind == EXPR_AND || e->kind == EXPR_OR) {
		struct value l = left ? expr_value(e->left, kept) : (struct value){ 0 };
		struct value r = right ? expr_value(e->right, kept) : (struct value){ 0 };
		bool decides = e->kind == EXPR_OR;

		if ((left && value_is_true(&l) == decides) || (right && value_is_true(&r) == decides)) {
			*e = (struct expr){ .kind = EXPR_NUMBER, .number = decides, .fixed = true };
			return;
		}
	}
	if (!left || !right)
		return;
	v = expr_value(e, kept);
	*e = (struct expr){ .fixed = true, .text = v.text, .number = v.number, .node = v.node,
	    .kind = v.kind == VALUE_TEXT ? EXPR_TEXT : v.kind == VALUE_NUMBER ? EXPR_NUMBER : EXPR_NODE };
}

static struct expr *
expr_of(const CSARG *a)
{
	struct expr *e = arena_get(kept, sizeof(*e));

	if (a->op_type & CS_TYPE_STRING) {
		*e = (struct expr){ .kind = EXPR_TEXT, .fixed = true, .text = arena_text(kept, a->s) };
	} else if (a->op_type & CS_TYPE_NUM) {
		*e = (struct expr){ .kind = EXPR_NUMBER, .fixed = true, .number = a->n };
	} else if (a->op_type & CS_TYPE_VAR) {
		named_fill(e, a->s);
	} else {
		e->kind = a->op_type & CS_TYPE_FUNCTION ? function_kind(a->function->name) : operator_kind(a->op_type);
		e->left = expr_of(a->expr1);
		e->right = a->expr2 == NULL ? NULL : expr_of(a->expr2);
		expr_fold(e);
	}
	return e;
}

/* ---- pieces ---- */

/* Pieces being gathered; finished text waits until a piece of another kind comes. */
struct pieces {
	struct piece *first, **end;
	struct text text;
};

static struct piece *pieces_of(const CSTREE *);
static void nodes_add(struct pieces *, const CSTREE *);

/* What of the text is white space that may be left out: none where it must stay as it is. */
static bool
may_trim(const struct text *t)
{
	return strstr(t->start, "pre") == NULL && strstr(t->start, "textarea") == NULL;
}

/* No blank lines, and no indentation. */
static void
lines_trim(struct text *t)
{
	char *to = t->start;

	for (const char *from = t->start; *from != '\0'; ) {
		*to++ = *from;
		from += *from == '\n' ? 1 + strspn(from + 1, " \t\n") : 1;
	}
	*to = '\0';
	t->bytes = (size_t)(to - t->start);
}

static void
text_finish(struct pieces *s)
{
	struct piece *piece;

	if (s->text.bytes == 0)
		return;
	piece = arena_get(kept, sizeof(*piece));
	piece->kind = PIECE_TEXT;
	if (may_trim(&s->text)) {
		lines_trim(&s->text);
		piece->blank = strspn(s->text.start, " \t\n");
	}
	piece->text = arena_text_n(kept, s->text.start, s->text.bytes);
	piece->bytes = s->text.bytes;
	text_clear(&s->text);
	*s->end = piece;
	s->end = &piece->next;
}

static struct piece *
piece_add(struct pieces *s, enum piece_kind kind)
{
	struct piece *piece;

	text_finish(s);
	piece = arena_get(kept, sizeof(*piece));
	piece->kind = kind;
	*s->end = piece;
	s->end = &piece->next;
	return piece;
}

static bool
same_known(const struct expr *a, const struct expr *b)
{
	if (a == NULL || b == NULL)
		return a == b;
	return a->kind == b->kind && a->node == b->node &&
	    (a->text == NULL || b->text == NULL ? a->text == b->text : strcmp(a->text, b->text) == 0);
}

static struct made *
macro_find(const CS_MACRO *m, const struct expr *const known[PARAMS_MOST])
{
	for (struct made *made = made_macros[language]; made != NULL; made = made->next) {
		size_t i = 0;

		while (i < PARAMS_MOST && same_known(made->known[i], known[i]))
			i++;
		if (made->of == m && i == PARAMS_MOST)
			return made;
	}
	return NULL;
}

/* Within it, a parameter is what is known of it; what the caller knew of its own is not known here. */
static struct piece *
macro_body(const struct made *made)
{
	struct bound params[PARAMS_MOST];
	const struct bound *outer = bound;
	struct piece *body;

	bound = NULL;
	for (size_t i = 0; i < made->macro.param_count; i++) {
		params[i] = (struct bound){ made->macro.params[i], made->known[i], bound };
		bound = &params[i];
	}
	body = pieces_of(made->of->tree->case_0);
	bound = outer;
	return body;
}

static const struct macro *
macro_of(const CS_MACRO *m, const struct expr *const known[PARAMS_MOST])
{
	struct made *made = macro_find(m, known);

	if (made != NULL)
		return &made->macro;
	if (m->n_args > PARAMS_MOST)
		log_fatal("page", "macro", m->name, "why", "has too many parameters", NULL);
	made = arena_get(kept, sizeof(*made));
	made->of = m;
	memcpy(made->known, known, sizeof(made->known));
	made->macro.params = arena_array(kept, const struct name *, (size_t)m->n_args);
	for (const CSARG *a = m->args; a != NULL; a = a->next)
		made->macro.params[made->macro.param_count++] = local_name(a->s);
	made->macro.body = macro_body(made);
	made->next = made_macros[language];
	made_macros[language] = made;
	return &made->macro;
}

/* As a parameter knows it: a number is its digits then. */
static const struct expr *
argument_known(struct expr *e)
{
	if (!e->fixed)
		return NULL;
	if (e->kind == EXPR_NUMBER)
		*e = (struct expr){ .kind = EXPR_TEXT, .fixed = true, .text = arena_format(kept, "%ld", e->number),
		    .next = e->next };
	return e;
}

static void
call_add(struct pieces *s, const CSTREE *node)
{
	const struct expr *known[PARAMS_MOST] = { NULL };
	struct expr *args = NULL, **end = &args;
	const struct macro *macro;
	struct piece *piece;
	size_t n = 0;

	for (const CSARG *a = node->vargs; a != NULL && n < PARAMS_MOST; a = a->next) {
		*end = expr_of(a);
		known[n++] = argument_known(*end);
		end = &(*end)->next;
	}
	macro = macro_of(node->arg1.macro, known);
	if (macro->body == NULL)
		return;
	if (macro->body->kind == PIECE_TEXT && macro->body->next == NULL) {
		text_add_n(&s->text, macro->body->text, macro->body->bytes);
		return;
	}
	piece = piece_add(s, PIECE_CALL);
	piece->macro = macro;
	piece->expr = args;
}

static void
value_add(struct pieces *s, const CSTREE *node)
{
	struct expr *e = expr_of(&node->arg1);
	struct value v;

	if (!e->fixed) {
		piece_add(s, PIECE_VALUE)->expr = e;
		return;
	}
	v = expr_value(e, kept);
	if (v.kind == VALUE_NUMBER)
		text_format(&s->text, "%ld", v.number);
	else if (value_text(&v) != NULL)
		html_add(&s->text, value_text(&v));
}

static void
each_add(struct pieces *s, const CSTREE *node, enum piece_kind kind)
{
	struct piece *piece = piece_add(s, kind);
	struct bound local = { local_name(node->arg1.s), NULL, bound };

	piece->local = local.name;
	piece->expr = expr_of(&node->arg2);
	bound = &local;
	piece->body = pieces_of(node->case_0);
	bound = local.outer;
}

static void
if_add(struct pieces *s, const CSTREE *node)
{
	struct expr *e = expr_of(&node->arg1);
	struct piece *piece;
	struct value v;

	if (e->fixed) {
		v = expr_value(e, kept);
		nodes_add(s, value_is_true(&v) ? node->case_0 : node->case_1);
		return;
	}
	piece = piece_add(s, PIECE_IF);
	piece->expr = e;
	piece->body = pieces_of(node->case_0);
	piece->otherwise = pieces_of(node->case_1);
}

static void
node_add(struct pieces *s, const CSTREE *node)
{
	if (node->cmd == command.text) {
		text_add(&s->text, node->arg1.s == NULL ? "" : node->arg1.s);
	} else if (node->cmd == command.var) {
		value_add(s, node);
	} else if (node->cmd == command.uvar) {
		piece_add(s, PIECE_RAW)->expr = expr_of(&node->arg1);
	} else if (node->cmd == command.if_ || node->cmd == command.elif) {
		if_add(s, node);
	} else if (node->cmd == command.each) {
		each_add(s, node, PIECE_EACH);
	} else if (node->cmd == command.with) {
		each_add(s, node, PIECE_WITH);
	} else if (node->cmd == command.call) {
		call_add(s, node);
	} else if (node->cmd != command.def) {
		log_fatal("page", "why", "a command no template may use", NULL);
	}
}

static void
nodes_add(struct pieces *s, const CSTREE *node)
{
	for (; node != NULL; node = node->next)
		node_add(s, node);
}

static struct piece *
pieces_of(const CSTREE *node)
{
	struct pieces s = { .end = &s.first };

	text_init(&s.text);
	nodes_add(&s, node);
	text_finish(&s);
	text_free(&s.text);
	return s.first;
}

/* ---- reading ---- */

static NEOERR *
template_load(void *ctx, HDF *hdf, const char *name, char **text)
{
	char path[4096];

	(void)ctx;
	(void)hdf;
	if (strstr(name, "..") != NULL || name[0] == '/')
		return nerr_raise(NERR_NOT_FOUND, "no template outside its folder: %s", name);
	if (parts != NULL && strcmp(name, parts_file) == 0) {
		*text = strdup("");	/* its macros are lent */
		return *text == NULL ? nerr_raise(NERR_NOMEM, "template") : STATUS_OK;
	}
	snprintf(path, sizeof(path), "%s/%s", template_dir, name);
	return nerr_pass(ne_load_file(path, text));
}

static NEOERR *
cs_url_escape(const char *s, char **escaped)
{
	struct text to;

	text_init(&to);
	text_add_url(&to, s);
	*escaped = to.start;		/* ClearSilver frees it */
	return STATUS_OK;
}

static NEOERR *
cs_url_validate(const char *s, char **validated)
{
	*validated = strdup(url_valid(s));
	return *validated == NULL ? nerr_raise(NERR_NOMEM, "url_validate") : STATUS_OK;
}

static NEOERR *
cs_chinese(const char *s, char **told)
{
	*told = strdup(utf8_is_chinese(s) ? "1" : "");
	return *told == NULL ? nerr_raise(NERR_NOMEM, "chinese") : STATUS_OK;
}

static CSPARSE *
parse_new(HDF *hdf)
{
	CSPARSE *parsed;

	must(cs_init(&parsed, hdf));
	must(cs_register_strfunc(parsed, (char *)"url_escape", cs_url_escape));
	must(cs_register_strfunc(parsed, (char *)"url_validate", cs_url_validate));
	must(cs_register_strfunc(parsed, (char *)"chinese", cs_chinese));
	cs_register_fileload(parsed, NULL, template_load);
	return parsed;
}

/* Gives back what was read for a template, but not the macros it was lent. */
static void
parse_free(CSPARSE *parsed)
{
	CS_MACRO **m = &parsed->macros;
	HDF *hdf = parsed->hdf;

	while (parts != NULL && parsed != parts && *m != NULL && *m != parts->macros)
		m = &(*m)->next;
	if (parsed != parts)
		*m = NULL;
	cs_destroy(&parsed);
	hdf_destroy(&hdf);
}

/* The last command of a sample, and in an if the one of its other side. */
static void
commands_learn(const char *sample, int *last, int *otherwise)
{
	CSPARSE *parsed = parse_new(hdf_new());
	char *text = strdup(sample);

	if (text == NULL)
		log_fatal("out-of-memory", NULL);
	must(cs_parse_string(parsed, text, strlen(text)));
	for (const CSTREE *node = parsed->tree; node != NULL; node = node->next) {
		if (node->cmd == command.text)
			continue;
		*last = node->cmd;
		if (otherwise != NULL && node->case_1 != NULL)
			*otherwise = node->case_1->cmd;
	}
	parse_free(parsed);
}

void
compile_open(const char *dir, const char *of_program, struct node *const shared[LANGUAGES])
{
	const char *said = getenv("YIMEN_STRICT");
	CSPARSE *reading;

	strict = said != NULL && strcmp(said, "1") == 0;
	template_dir = dir;
	program = of_program;
	words = shared;
	kept = arena_new();
	commands_learn("<?cs var:a ?>", &command.var, NULL);
	commands_learn("<?cs uvar:a ?>", &command.uvar, NULL);
	commands_learn("<?cs if:a ?><?cs elif:b ?><?cs /if ?>", &command.if_, &command.elif);
	commands_learn("<?cs each:a = b ?><?cs /each ?>", &command.each, NULL);
	commands_learn("<?cs with:a = b ?><?cs /with ?>", &command.with, NULL);
	commands_learn("<?cs def:a() ?><?cs /def ?>", &command.def, NULL);
	commands_learn("<?cs def:a() ?><?cs /def ?><?cs call:a() ?>", &command.call, NULL);
	reading = parse_new(hdf_new());
	must(cs_parse_file(reading, parts_file));
	parts = reading;
}

/* A template's own macros end with what ClearSilver read of it; its pieces know them. */
static void
macros_forget(const CSPARSE *parsed)
{
	for (const CS_MACRO *m = parsed->macros; m != parts->macros; m = m->next)
		for (struct made **made = &made_macros[language]; *made != NULL; )
			if ((*made)->of == m)
				*made = (*made)->next;
			else
				made = &(*made)->next;
}

static const struct template *
compile(const char *name, const char *file)
{
	HDF *hdf;
	CSPARSE *parsed;
	struct template *t;
	NEOERR *error;

	for (t = templates; t != NULL; t = t->next)
		if (strcmp(t->name, name) == 0)
			return t;
	if (closed)
		log_fatal("page", "template", name, "why", "the program does not name it", NULL);
	hdf = hdf_new();
	must(hdf_set_value(hdf, "page.body", name));
	parsed = parse_new(hdf);
	parsed->macros = parts->macros;
	if ((error = cs_parse_file(parsed, file)) != STATUS_OK)
		log_fatal("page", "template", name, "why", complaint(error), NULL);
	t = arena_get(kept, sizeof(*t));
	t->name = name;
	for (language = LANGUAGE_ZH; language <= LANGUAGE_EN; language++) {
		t->pieces[language] = pieces_of(parsed->tree);
		macros_forget(parsed);
	}
	t->next = templates;
	templates = t;
	if (strict)
		t->parsed = parsed;
	else
		parse_free(parsed);
	return t;
}

const struct template *
compile_page(const char *name)
{
	return compile(name, "frame.cs");
}

const struct template *
compile_bare(const char *name)
{
	return compile(name, name);
}

void
compile_close(void)
{
	closed = true;
	if (!strict)
		parse_free(parts);
}

const struct piece *
template_pieces(const struct template *t, enum language in)
{
	return t->pieces[in];
}

/* ---- the same by ClearSilver ---- */

static NEOERR *
render_out(void *to, char *piece)
{
	text_add(to, piece);
	return STATUS_OK;
}

/* Both without white space between lines, which pages do not keep. */
static bool
same_page(const char *a, const char *b, size_t *at)
{
	const char *start = a;

	for (;; a++, b++) {
		if (*a == '\n' && *b == '\n') {
			a += strspn(a, " \t\n");
			b += strspn(b, " \t\n");
		}
		*at = (size_t)(a - start);
		if (*a != *b)
			return false;
		if (*a == '\0')
			return true;
	}
}

void
template_compare(const struct template *t, const struct node *page, enum language in, const char *drawn)
{
	HDF *hdf, *shared;
	struct text other;
	size_t at;
	char where[32];

	if (!strict)
		return;
	hdf = hdf_new();
	shared = hdf_new();
	hdf_fill(hdf, page);
	hdf_fill(shared, words[in]);
	t->parsed->hdf = hdf;
	t->parsed->global_hdf = shared;
	text_init(&other);
	must(cs_render(t->parsed, &other, render_out));
	if (!same_page(drawn, other.start, &at)) {
		snprintf(where, sizeof(where), "%zu", at);
		log_error("drawn_otherwise", "template", t->name, "at", where, NULL);
		fprintf(stderr, "---- drawn\n%.400s\n---- ClearSilver\n", drawn + (at > 100 ? at - 100 : 0));
		fprintf(stderr, "%s\n", other.start);
		abort();
	}
	text_free(&other);
	hdf_destroy(&hdf);
	hdf_destroy(&shared);
}
