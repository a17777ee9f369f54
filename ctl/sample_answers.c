/*
 * sample_answers.c - what applicants of the sample write, out of sql/sample/answers.tsv.
 *
 * The label of a field says which answers suit it; what is the account's own
 * (name, number, phone) is taken from the account.
 */
#include "ctl/sample_cases.h"
#include "ctl/tsv.h"

#include "base/text.h"
#include "base/utf8.h"

#include <jansson.h>
#include <string.h>

enum { WORDS_MOST = 2000 };

struct sample_words {
	struct sample_word {
		const char *kind, *name, *value;
	} rows[WORDS_MOST];
	size_t count;
};

struct sample_words *
sample_words_load(struct ctl *ctl, struct arena *arena, const char *dir)
{
	struct sample_words *w = arena_get(arena, sizeof *w);
	char *text = ctl_file(ctl, arena_format(arena, "%s/answers.tsv", dir), NULL);
	struct tsv t;

	if (!text)
		return NULL;
	tsv_open(&t, "answers.tsv", text);
	while (w->count < WORDS_MOST && tsv_next(&t))
		w->rows[w->count++] = (struct sample_word){ tsv_get(&t, "kind"), tsv_get(&t, "name"),
		    tsv_get(&t, "value") };
	if (t.why) {
		ctl_fail("%s/answers.tsv:%zu: %s", dir, t.line, t.why);
		return NULL;
	}
	return w;
}

const char *
sample_words_pick(const struct sample_words *w, struct dice *dice, const char *kind, const char *name)
{
	const char *found = "";
	uint32_t seen = 0;

	for (size_t i = 0; i < w->count; i++)
		if (text_is(w->rows[i].kind, kind) && text_is(w->rows[i].name, name) &&
		    dice_below(dice, ++seen) == 0)
			found = w->rows[i].value;
	return found;
}

const char *
sample_words_match(const struct sample_words *w, struct dice *dice, const char *kind, const char *text)
{
	for (size_t i = 0; i < w->count; i++)
		if (text_is(w->rows[i].kind, kind) && strstr(text, w->rows[i].name))
			return w->rows[i].value;
	return sample_words_pick(w, dice, kind, "*");
}

/* ---- answers ---- */

/* The account's own, where a label asks for it; NULL otherwise. */
static const char *
own(struct arena *arena, const struct sample_person *p, const char *pool)
{
	if (text_is(pool, "applicant"))
		return p->enterprise ? p->legal : p->name;
	if (text_is(pool, "legal"))
		return p->enterprise ? p->legal : p->name;
	if (text_is(pool, "contact"))
		return p->enterprise ? p->legal : p->name;
	if (text_is(pool, "contact_phone"))
		return arena_format(arena, "%s %s", p->enterprise ? p->legal : p->name, p->phone);
	if (text_is(pool, "firm"))
		return p->enterprise ? p->name : NULL;
	return NULL;
}

/* A line break is written \n in the table. */
static const char *
broken(struct arena *arena, const char *value)
{
	char *copy = arena_text(arena, value), *at;

	while ((at = strstr(copy, "\\n")) != NULL) {
		*at = '\n';
		memmove(at + 1, at + 2, strlen(at + 2) + 1);
	}
	return copy;
}

static const char *
text_answer(const struct sample_words *w, struct arena *arena, struct dice *dice, const struct sample_field *f,
    const struct sample_person *p)
{
	const char *pool = sample_words_match(w, dice, "label", f->label);
	const char *value = own(arena, p, pool);

	if (!value && text_is(pool, "firm"))
		pool = "enterprise_name";
	if (!value && text_is(pool, "address") && dice_percent(dice, 40))
		value = p->address;
	if (!value)
		value = sample_words_pick(w, dice, f->kind, pool);
	if (!*value)
		value = sample_words_pick(w, dice, text_is(f->kind, "lines") ? "text" : "lines", pool);
	if (!*value)
		value = sample_words_pick(w, dice, f->kind, "plain");
	return broken(arena, value);
}

/* Numbers and sums: of the pool the label names, if it has any, else of the usual one. */
static const char *
number_answer(const struct sample_words *w, struct dice *dice, const struct sample_field *f, const char *usual)
{
	const char *value = sample_words_pick(w, dice, f->kind, sample_words_match(w, dice, "label", f->label));

	return *value && (f->max == 0 || strlen(value) <= (size_t)f->max) ? value :
	    sample_words_pick(w, dice, f->kind, usual);
}

static const char *
choice_answer(struct arena *arena, struct dice *dice, const struct sample_field *f, bool many)
{
	json_t *choices = json_loads(f->choices, 0, NULL);
	size_t n = json_array_size(choices), first = dice_below(dice, (uint32_t)n);
	const char *value = "";

	for (size_t i = 0; i < n; i++) {
		const char *one = json_string_value(json_object_get(json_array_get(choices, i), "value"));

		if (!one || !(i == first || (many && dice_percent(dice, 25))))
			continue;
		value = *value ? arena_format(arena, "%s\n%s", value, one) : arena_text(arena, one);
	}
	json_decref(choices);
	return value;
}

static const char *
day_answer(struct arena *arena, struct dice *dice, struct day on)
{
	char text[DAY_TEXT];

	return arena_text(arena, day_print(day_add(on, dice_between(dice, -40, 60)), text));
}

static const char *
fitting(struct arena *arena, const struct sample_field *f, const char *value)
{
	size_t bytes = strlen(value), room = (size_t)f->max * 3;

	return f->max > 0 && bytes > room ? arena_text_n(arena, value, utf8_cut(value, room)) : value;
}

const char *
sample_answer(const struct sample_words *w, struct arena *arena, struct dice *dice, const struct sample_field *f,
    const struct sample_person *p, struct day on)
{
	if (!f->required && dice_percent(dice, 35))
		return "";
	if (text_is(f->kind, "phone"))
		return p->phone;
	if (text_is(f->kind, "citizen") || text_is(f->kind, "credit"))
		return p->enterprise == text_is(f->kind, "credit") ? p->number :
		    sample_words_pick(w, dice, "number_of", f->kind);
	if (text_is(f->kind, "flag"))
		return f->required || dice_percent(dice, 30) ? "1" : "";
	if (text_is(f->kind, "day"))
		return day_answer(arena, dice, on);
	if (text_is(f->kind, "choice") || text_is(f->kind, "many"))
		return choice_answer(arena, dice, f, text_is(f->kind, "many"));
	if (text_is(f->kind, "number"))
		return number_answer(w, dice, f, "count");
	if (text_is(f->kind, "money"))
		return number_answer(w, dice, f, "amount");
	return fitting(arena, f, text_answer(w, arena, dice, f, p));
}
