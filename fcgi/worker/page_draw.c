/*
 * page_draw.c - draws a page: a walk over the pieces of its template.
 *
 * A name is looked for first among the values that each, with and def call so
 * here and in all that called, then in the page, then in the words.
 */
#include "fcgi/worker/page_draw.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct local {
	const struct name *name;
	struct value value;		/* a node or a text */
	const struct local *outer;
};

struct drawing {
	const struct node *page, *words;
	struct arena *arena;
	struct text *to;
	const struct local *locals;
};

static void draw(struct drawing *, const struct piece *);

/* ---- escaping ---- */

void
html_add(struct text *to, const char *value)
{
	static const char *const written[256] = {
		['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;", ['"'] = "&quot;", ['\''] = "&#39;", ['\r'] = "",
	};

	for (;;) {
		size_t plain = strcspn(value, "&<>\"'\r");

		text_add_n(to, value, plain);
		value += plain;
		if (*value == '\0')
			return;
		text_add(to, written[(unsigned char)*value++]);
	}
}

const char *
url_valid(const char *s)
{
	bool ours = *request_own_path(s, "") != '\0';
	bool web = strncasecmp(s, "https://", 8) == 0 || strncasecmp(s, "http://", 7) == 0;

	return ours || web || s[0] == '#' || s[0] == '?' ? s : "#";
}

static const char *
url_escaped(struct drawing *d, const char *s)
{
	struct text to;
	const char *made;

	text_init(&to);
	text_add_url(&to, s);
	made = arena_text_n(d->arena, to.start, to.bytes);
	text_free(&to);
	return made;
}

/* ---- values ---- */

static struct value
text_value(const char *text)
{
	return (struct value){ .kind = VALUE_TEXT, .text = text };
}

static struct value
number_value(long number)
{
	return (struct value){ .kind = VALUE_NUMBER, .number = number };
}

static struct value
node_value_of(const struct node *node)
{
	return (struct value){ .kind = VALUE_NODE, .node = node };
}

const char *
value_text(const struct value *v)
{
	if (v->kind == VALUE_NODE)
		return v->node == NULL ? NULL : v->node->value;
	return v->kind == VALUE_TEXT ? v->text : NULL;
}

/* A text that is a number counts as that number. */
bool
value_is_true(const struct value *v)
{
	const char *s;
	char *end;
	long number;

	if (v->kind == VALUE_NUMBER)
		return v->number != 0;
	s = value_text(v);
	if (s == NULL || *s == '\0')
		return false;
	if ((unsigned char)*s > '9')
		return true;		/* most texts: no number begins so */
	number = strtol(s, &end, 0);
	return *end != '\0' || number != 0;
}

static long
number_of(const struct value *v)
{
	const char *s;

	if (v->kind == VALUE_NUMBER)
		return v->number;
	s = value_text(v);
	return s == NULL ? 0 : strtol(s, NULL, v->kind == VALUE_TEXT ? 0 : 10);
}

static bool
same(const struct value *a, const struct value *b)
{
	const char *s, *t;

	if (a->kind == VALUE_NUMBER || b->kind == VALUE_NUMBER)
		return number_of(a) == number_of(b);
	s = value_text(a);
	t = value_text(b);
	return s == NULL || t == NULL ? s == t : strcmp(s, t) == 0;
}

/* ---- names ---- */

static const struct node *
parts_below(const struct node *n, const struct expr *e, size_t from)
{
	for (size_t i = from; n != NULL && i < e->part_count; i++)
		n = node_child(n, e->parts[i]->text, e->parts[i]->bytes, e->parts[i]->hash);
	return n;
}

static struct value
named(const struct drawing *d, const struct expr *e)
{
	const struct node *found;

	for (const struct local *l = e->parts[0]->local ? d->locals : NULL; l != NULL; l = l->outer) {
		if (l->name != e->parts[0])
			continue;
		return l->value.kind == VALUE_NODE ? node_value_of(parts_below(l->value.node, e, 1)) : l->value;
	}
	found = parts_below(d->page, e, 0);
	return node_value_of(found != NULL ? found : parts_below(d->words, e, 0));
}

static struct value evaluate(struct drawing *, const struct expr *);

/* left[right]: the value of right is a name below left; without one there is nothing. */
static struct value
below(struct drawing *d, const struct expr *e)
{
	struct value of = evaluate(d, e->left), which = evaluate(d, e->right);
	const char *name = value_text(&which);
	char digits[32];

	if (which.kind == VALUE_NUMBER) {
		snprintf(digits, sizeof(digits), "%ld", which.number);
		name = digits;
	}
	if (name == NULL || *name == '\0')
		return node_value_of(NULL);
	return of.kind == VALUE_NODE ? node_value_of(node_find(of.node, name)) : of;
}

/* What it says changes nothing, so that what does not matter is not asked. */
static bool
holds(struct drawing *d, const struct expr *e)
{
	struct value v = evaluate(d, e);

	return value_is_true(&v);
}

static struct value
evaluate(struct drawing *d, const struct expr *e)
{
	struct value left, right;
	const char *s;

	switch (e->kind) {
	case EXPR_TEXT:
		return text_value(e->text);
	case EXPR_NUMBER:
		return number_value(e->number);
	case EXPR_NAMED:
		return named(d, e);
	case EXPR_NODE:
		return node_value_of(e->node);
	case EXPR_BELOW:
		return below(d, e);
	default:
		left = evaluate(d, e->left);
	}
	switch (e->kind) {
	case EXPR_NOT:
		return number_value(!value_is_true(&left));
	case EXPR_AND:
		return number_value(value_is_true(&left) && holds(d, e->right));
	case EXPR_OR:
		return number_value(value_is_true(&left) || holds(d, e->right));
	case EXPR_EQUAL:
		right = evaluate(d, e->right);
		return number_value(same(&left, &right));
	case EXPR_NOT_EQUAL:
		right = evaluate(d, e->right);
		return number_value(!same(&left, &right));
	case EXPR_NAME:
		if (left.kind != VALUE_NODE)
			return left;
		return text_value(left.node == NULL ? "" : left.node->name);
	case EXPR_COUNT:
		return number_value(left.kind == VALUE_NODE && left.node != NULL ? left.node->children : 0);
	case EXPR_URL_ESCAPE:
		s = value_text(&left);
		return text_value(s == NULL ? NULL : url_escaped(d, s));
	case EXPR_CHINESE:
		s = value_text(&left);
		return text_value(s == NULL ? NULL : utf8_is_chinese(s) ? "1" : "");
	default:
		s = value_text(&left);
		return text_value(s == NULL ? NULL : url_valid(s));
	}
}

/* ---- pieces ---- */

static void
print(struct drawing *d, const struct piece *s)
{
	struct value v = evaluate(d, s->expr);
	const char *text;

	if (v.kind == VALUE_NUMBER) {
		text_format(d->to, "%ld", v.number);
		return;
	}
	text = value_text(&v);
	if (text == NULL)
		return;
	if (s->kind == PIECE_RAW)
		text_add(d->to, text);
	else
		html_add(d->to, text);
}

static void
draw_within(struct drawing *d, const struct name *name, const struct node *node, const struct piece *body)
{
	struct local local = { name, node_value_of(node), d->locals };

	d->locals = &local;
	draw(d, body);
	d->locals = local.outer;
}

static void
draw_each(struct drawing *d, const struct piece *s)
{
	struct value of = evaluate(d, s->expr);

	if (of.kind != VALUE_NODE || of.node == NULL)
		return;
	if (s->kind == PIECE_WITH) {
		draw_within(d, s->local, of.node, s->body);
		return;
	}
	for (const struct node *n = of.node->first; n != NULL; n = n->next)
		draw_within(d, s->local, n, s->body);
}

/* The arguments are judged before the first of them is called by its new name. */
static void
draw_call(struct drawing *d, const struct piece *s)
{
	const struct local *outer = d->locals, *inner = outer;
	struct local locals[8];
	size_t n = 0;

	for (const struct expr *e = s->expr; e != NULL; e = e->next, n++) {
		struct value v = evaluate(d, e);

		if (v.kind == VALUE_NUMBER)
			v = text_value(arena_format(d->arena, "%ld", v.number));
		locals[n] = (struct local){ s->macro->params[n], v, inner };
		inner = &locals[n];
	}
	d->locals = inner;
	draw(d, s->macro->body);
	d->locals = outer;
}

/* Definitions and conditions of templates leave lines without anything behind; a page has none. */
static void
draw_text(struct drawing *d, const struct piece *s)
{
	const struct text *to = d->to;
	bool new_line = to->bytes > 0 && to->start[to->bytes - 1] == '\n';
	size_t skipped = new_line ? s->blank : 0;

	text_add_n(d->to, s->text + skipped, s->bytes - skipped);
}

static void
draw(struct drawing *d, const struct piece *s)
{
	for (; s != NULL; s = s->next) {
		switch (s->kind) {
		case PIECE_TEXT:
			draw_text(d, s);
			break;
		case PIECE_VALUE:
		case PIECE_RAW:
			print(d, s);
			break;
		case PIECE_IF:
			draw(d, holds(d, s->expr) ? s->body : s->otherwise);
			break;
		case PIECE_EACH:
		case PIECE_WITH:
			draw_each(d, s);
			break;
		case PIECE_CALL:
			draw_call(d, s);
			break;
		}
	}
}

void
page_draw(const struct piece *pieces, const struct node *page, const struct node *words, struct arena *arena,
    struct text *to)
{
	struct drawing d = { page, words, arena, to, NULL };

	draw(&d, pieces);
}

struct value
expr_value(const struct expr *e, struct arena *arena)
{
	struct drawing d = { .arena = arena };

	return evaluate(&d, e);
}
