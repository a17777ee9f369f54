/*
 * page_compile.c - the only file that knows ClearSilver: it reads templates and words, and checks what we draw.
 *
 * The macros of parts/ are read once and lent to every template, which would
 * otherwise each have its own.  Which number ClearSilver gives a command is
 * found by reading one of each.
 */
#include "fcgi/worker/page_compile.h"

#include "base/log.h"

#include <ClearSilver.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_SLOTS = 512, PARAMS_MOST = 8 };

struct template {
	const char *name;
	struct piece *pieces;
	CSPARSE *parsed;		/* with what ClearSilver would draw; NULL unless strict */
	struct template *next;
};

static const char parts_file[] = "parts/parts.cs";
static const char *template_dir;
static struct node *const *words;
static struct arena *kept;		/* lives as long as the process */
static CSPARSE *parts;			/* whose macros are lent */
static struct template *templates;
static struct macro *macros;		/* those of parts, and while a template is read its own before them */
static struct macro *parts_macros;
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
named_fill(struct expr *e, const char *dotted)
{
	size_t n = 0, bytes;

	if (strncmp(dotted, "words.", 6) == 0 || strncmp(dotted, "asset.", 6) == 0) {
		e->kind = EXPR_FIXED;
		for (size_t i = 0; i < LANGUAGES; i++)
			e->found[i] = node_find(words[i], dotted);
		return;
	}
	e->kind = EXPR_NAMED;
	for (const char *c = dotted; *c != '\0'; c++)
		n += *c == '.';
	e->parts = arena_array(kept, const struct name *, n + 1);
	for (const char *at = dotted; e->part_count <= n; at += bytes + (at[bytes] == '.')) {
		bytes = strcspn(at, ".");
		e->parts[e->part_count++] = name_of(at, bytes);
	}
}

static enum expr_kind
function_kind(const char *name)
{
	static const struct { const char *name; enum expr_kind kind; } functions[] = {
		{ "name", EXPR_NAME }, { "subcount", EXPR_COUNT },
		{ "url_escape", EXPR_URL_ESCAPE }, { "url_validate", EXPR_URL_VALIDATE },
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

static struct expr *
expr_of(const CSARG *a)
{
	struct expr *e = arena_get(kept, sizeof(*e));

	if (a->op_type & CS_TYPE_STRING) {
		e->kind = EXPR_TEXT;
		e->text = arena_text(kept, a->s);
	} else if (a->op_type & CS_TYPE_NUM) {
		e->kind = EXPR_NUMBER;
		e->number = a->n;
	} else if (a->op_type & CS_TYPE_VAR) {
		named_fill(e, a->s);
	} else if (a->op_type & CS_TYPE_FUNCTION) {
		e->kind = function_kind(a->function->name);
		e->left = expr_of(a->expr1);
	} else {
		e->kind = operator_kind(a->op_type);
		e->left = expr_of(a->expr1);
		e->right = a->expr2 == NULL ? NULL : expr_of(a->expr2);
	}
	return e;
}

/* ---- pieces ---- */

/* Steps being gathered; finished text waits until a piece of another kind comes. */
struct pieces {
	struct piece *first, **end;
	struct text text[LANGUAGES];
};

static struct piece *pieces_of(const CSTREE *);

/* Lines without anything behind are dropped from pages anyway; text that must stay as it is keeps them. */
static void
lines_trim(struct text *t)
{
	char *to = t->start;

	if (strstr(t->start, "pre") != NULL || strstr(t->start, "textarea") != NULL)
		return;
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

	if (s->text[0].bytes + s->text[1].bytes == 0)
		return;
	piece = arena_get(kept, sizeof(*piece));
	piece->kind = PIECE_TEXT;
	for (size_t i = 0; i < LANGUAGES; i++) {
		lines_trim(&s->text[i]);
		piece->text[i] = arena_text_n(kept, s->text[i].start, s->text[i].bytes);
		piece->bytes[i] = s->text[i].bytes;
		text_clear(&s->text[i]);
	}
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

static const struct macro *
macro_of(const CS_MACRO *m)
{
	struct macro *made;

	for (made = macros; made != NULL; made = made->next)
		if (made->key == m)
			return made;
	if (m->n_args > PARAMS_MOST)
		log_fatal("page", "macro", m->name, "why", "has too many parameters", NULL);
	made = arena_get(kept, sizeof(*made));
	made->key = m;
	made->params = arena_array(kept, const struct name *, (size_t)m->n_args);
	for (const CSARG *a = m->args; a != NULL; a = a->next)
		made->params[made->param_count++] = local_name(a->s);
	made->body = pieces_of(m->tree->case_0);
	made->next = macros;
	return macros = made;
}

static void
call_add(struct pieces *s, const CSTREE *node)
{
	struct piece *piece = piece_add(s, PIECE_CALL);
	struct expr **end = &piece->expr;

	piece->macro = macro_of(node->arg1.macro);
	for (const CSARG *a = node->vargs; a != NULL; a = a->next) {
		*end = expr_of(a);
		end = &(*end)->next;
	}
}

/* A word is text already. */
static void
value_add(struct pieces *s, const CSTREE *node)
{
	struct expr *e = expr_of(&node->arg1);

	if (e->kind != EXPR_FIXED) {
		piece_add(s, PIECE_VALUE)->expr = e;
		return;
	}
	for (size_t i = 0; i < LANGUAGES; i++)
		if (e->found[i] != NULL && e->found[i]->value != NULL)
			html_add(&s->text[i], e->found[i]->value);
}

static void
each_add(struct pieces *s, const CSTREE *node, enum piece_kind kind)
{
	struct piece *piece = piece_add(s, kind);

	piece->local = local_name(node->arg1.s);
	piece->expr = expr_of(&node->arg2);
	piece->body = pieces_of(node->case_0);
}

static void
if_add(struct pieces *s, const CSTREE *node)
{
	struct piece *piece = piece_add(s, PIECE_IF);

	piece->expr = expr_of(&node->arg1);
	piece->body = pieces_of(node->case_0);
	piece->otherwise = pieces_of(node->case_1);
}

static void
node_add(struct pieces *s, const CSTREE *node)
{
	if (node->cmd == command.text) {
		for (size_t i = 0; i < LANGUAGES && node->arg1.s != NULL; i++)
			text_add(&s->text[i], node->arg1.s);
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

static struct piece *
pieces_of(const CSTREE *node)
{
	struct pieces s = { .end = &s.first };

	for (size_t i = 0; i < LANGUAGES; i++)
		text_init(&s.text[i]);
	for (; node != NULL; node = node->next)
		node_add(&s, node);
	text_finish(&s);
	for (size_t i = 0; i < LANGUAGES; i++)
		text_free(&s.text[i]);
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

static CSPARSE *
parse_new(HDF *hdf)
{
	CSPARSE *parsed;

	must(cs_init(&parsed, hdf));
	must(cs_register_strfunc(parsed, (char *)"url_escape", cs_url_escape));
	must(cs_register_strfunc(parsed, (char *)"url_validate", cs_url_validate));
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
compile_open(const char *dir, struct node *const shared[LANGUAGES])
{
	const char *said = getenv("YIMEN_STRICT");
	CSPARSE *reading;

	strict = said != NULL && strcmp(said, "1") == 0;
	template_dir = dir;
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
	for (const CS_MACRO *m = parts->macros; m != NULL; m = m->next)
		macro_of(m);
	parts_macros = macros;
}

const struct template *
compile_page(const char *name)
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
	if ((error = cs_parse_file(parsed, "frame.cs")) != STATUS_OK)
		log_fatal("page", "template", name, "why", complaint(error), NULL);
	t = arena_get(kept, sizeof(*t));
	t->name = name;
	t->pieces = pieces_of(parsed->tree);
	macros = parts_macros;		/* its own are known to its pieces */
	t->next = templates;
	templates = t;
	if (strict)
		t->parsed = parsed;
	else
		parse_free(parsed);
	return t;
}

void
compile_close(void)
{
	closed = true;
	if (!strict)
		parse_free(parts);
}

const struct piece *
template_pieces(const struct template *t)
{
	return t->pieces;
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
template_compare(const struct template *t, const struct node *page, enum language language, const char *drawn)
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
	hdf_fill(shared, words[language]);
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
