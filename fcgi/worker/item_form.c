/* item_form.c - see item_form.h. */
#include "fcgi/worker/item_form.h"

#include "base/sealed.h"
#include "base/text.h"
#include "fcgi/worker/guide.h"
#include "generated/queries/item_form.h"

#include <jansson.h>
#include <string.h>

enum { FIELDS_MOST = 300 };

static const struct {
	const char *name;
	enum field_kind kind;
} kinds[] = {
	{ "text", FIELD_TEXT }, { "lines", FIELD_LINES }, { "number", FIELD_NUMBER }, { "money", FIELD_MONEY },
	{ "day", FIELD_DAY }, { "choice", FIELD_CHOICE }, { "many", FIELD_MANY }, { "flag", FIELD_FLAG },
	{ "phone", FIELD_PHONE }, { "email", FIELD_EMAIL }, { "citizen", FIELD_CITIZEN }, { "credit", FIELD_CREDIT },
	{ "postcode", FIELD_POSTCODE },
};

static enum field_kind
kind_named(const char *name)
{
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (text_is(kinds[i].name, name))
			return kinds[i].kind;
	return FIELD_TEXT;
}

/* The values of stored choices, ended by NULL, for field_check. */
static const char *const *
choice_values(struct request *rq, const char *json)
{
	json_t *list = json_loads(json, 0, NULL), *choice;
	const char **values = arena_array(rq->arena, const char *, json_array_size(list) + 1);
	size_t i, n = 0;

	json_array_foreach(list, i, choice) {
		const char *value = json_string_value(json_object_get(choice, "value"));
		if (value != NULL)
			values[n++] = arena_text(rq->arena, value);
	}
	json_decref(list);
	return values;
}

static const char *
in_language(const struct request *rq, const struct query *q, const char *column, const char *column_en)
{
	const char *english = rq->language == LANGUAGE_EN ? query_get(q, column_en) : "";

	return *english != '\0' ? english : query_get(q, column);
}

/* max counts characters: of a number its digits, so that 5 means 99999. */
static long long
field_most(enum field_kind kind, long long max)
{
	long long most = 1;

	if (kind != FIELD_NUMBER || max <= 0)
		return max;
	for (long long i = 0; i < max && i < 15; i++)
		most *= 10;
	return most - 1;
}

static void
answer_read(struct request *rq, const struct query *q, struct answer *a)
{
	a->name = query_get(q, "name");
	a->label = in_language(rq, q, "label", "label_en");
	a->hint = in_language(rq, q, "hint", "hint_en");
	a->section = query_get(q, "section");
	a->choices = query_get(q, "choices");
	a->value = query_get(q, "value");
	a->saved = !query_is_null(q, "value");
	a->required = query_get_number(q, "required") != 0;
	a->field = (struct field){ .name = a->name, .kind = kind_named(query_get(q, "kind")), .required = a->required };
	a->field.most = field_most(a->field.kind, query_get_number(q, "max"));
	if (a->field.kind == FIELD_CHOICE || a->field.kind == FIELD_MANY)
		a->field.choices = choice_values(rq, a->choices);
}

/* Fields that follow each other under one heading are one page. */
static void
sections_find(struct request *rq, struct item_form *f)
{
	f->sections = arena_array(rq->arena, struct section, f->count + 1);
	for (size_t i = 0; i < f->count; i++) {
		if (i == 0 || !text_is(f->answers[i].section, f->answers[i - 1].section))
			f->sections[f->section_count++] = (struct section){ .title = f->answers[i].section, .first = i };
		f->sections[f->section_count - 1].count++;
	}
}

static const char *
section_state(const struct item_form *f, const struct section *s)
{
	bool saved = false, complete = true;

	for (size_t i = s->first; i < s->first + s->count; i++) {
		saved = saved || f->answers[i].saved;
		complete = complete && (!f->answers[i].required || *f->answers[i].value != '\0');
	}
	return !saved ? "todo" : complete ? "done" : "started";
}

void
item_form_load(struct request *rq, uint64_t case_id, uint64_t version_id, struct item_form *f)
{
	struct query *q = query(rq, Q_ITEM_FORM_FIELDS);

	*f = (struct item_form){ .answers = arena_array(rq->arena, struct answer, FIELDS_MOST), .complete = true };
	query_number(q, "id", (long long)case_id);
	query_number(q, "version_id", (long long)version_id);
	while (f->count < FIELDS_MOST && query_next(q))
		answer_read(rq, q, &f->answers[f->count++]);
	sections_find(rq, f);
	for (size_t i = 0; i < f->section_count; i++) {
		f->sections[i].state = section_state(f, &f->sections[i]);
		f->complete = f->complete && text_is(f->sections[i].state, "done");
	}
}

/* ---- values ---- */

/* Several values of one field are stored a line each. */
static bool
value_has(const char *value, const char *one)
{
	size_t bytes = strlen(one);

	while (*value != '\0') {
		size_t line = strcspn(value, "\n");
		if (line == bytes && memcmp(value, one, bytes) == 0)
			return true;
		value += line + (value[line] == '\n');
	}
	return false;
}

static const char *
choice_label(const struct request *rq, json_t *choice)
{
	const char *english = rq->language == LANGUAGE_EN ? json_string_value(json_object_get(choice, "label_en")) : NULL;
	const char *label = json_string_value(json_object_get(choice, "label"));

	return english != NULL && *english != '\0' ? english : label != NULL ? label : "";
}

static void
choices_into(struct request *rq, struct page *page, const char *name, const struct answer *a, const char *chosen)
{
	json_t *list = json_loads(a->choices, 0, NULL), *choice;
	size_t i;

	json_array_foreach(list, i, choice) {
		const char *row = arena_format(rq->arena, "%s.choices.%zu", name, i);
		const char *value = json_string_value(json_object_get(choice, "value"));

		page_sub(page, row, "value", value);
		page_sub(page, row, "label", choice_label(rq, choice));
		page_sub(page, row, "checked", value != NULL && value_has(chosen, value) ? "1" : "");
	}
	json_decref(list);
}

void
answer_into(struct request *rq, struct page *page, const char *name, const struct answer *a, const char *value,
    const char *error)
{
	const char *kind = "text";

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (kinds[i].kind == a->field.kind)
			kind = kinds[i].name;
	page_sub(page, name, "name", a->name);
	page_sub(page, name, "label", a->label);
	page_sub(page, name, "hint", a->hint);
	page_sub(page, name, "kind", kind);
	page_sub(page, name, "required", a->required ? "1" : "");
	page_sub(page, name, "value", value);
	page_sub(page, name, "error", error);
	choices_into(rq, page, name, a, value);
}

static const char *
chosen_labels(struct request *rq, const struct answer *a, const char *value)
{
	json_t *list = json_loads(a->choices, 0, NULL), *choice;
	const char *all = "";
	size_t i;

	json_array_foreach(list, i, choice) {
		const char *one = json_string_value(json_object_get(choice, "value"));
		if (one != NULL && value_has(value, one))
			all = arena_format(rq->arena, "%s%s%s", all, *all == '\0' ? "" :
			    rq->language == LANGUAGE_EN ? ", " : "、", choice_label(rq, choice));
	}
	json_decref(list);
	return *all == '\0' ? value : all;
}

const char *
answer_text(struct request *rq, struct page *page, const struct answer *a, const char *value)
{
	if (a->field.kind == FIELD_FLAG && a->saved)
		return page_word(page, *value == '\0' ? "yes_no.0" : "yes_no.1");
	if (a->field.kind == FIELD_CHOICE || a->field.kind == FIELD_MANY)
		return chosen_labels(rq, a, value);
	return value;
}

/* ---- what was typed ---- */

const char *
answer_typed(struct request *rq, const struct answer *a)
{
	const char *all = "", *one;

	if (a->field.kind != FIELD_MANY)
		return form_get(rq, a->name);
	for (size_t i = 0; (one = form_get_nth(rq, a->name, i)) != NULL; i++)
		if (*one != '\0')
			all = arena_format(rq->arena, "%s%s%s", all, *all == '\0' ? "" : "\n", one);
	return all;
}

/* As it is kept. */
static const char *
answer_kept(struct request *rq, uint64_t case_id, const struct answer *a)
{
	bool personal = a->field.kind == FIELD_CITIZEN || a->field.kind == FIELD_PHONE || a->field.kind == FIELD_EMAIL;
	const char *kept = sealed_answer(rq->arena, case_id, a->name, personal, answer_typed(rq, a));

	if (kept == NULL)
		db_give_up(rq->db, "answers", "the keys of sealed columns are not there");
	return kept == NULL ? "" : kept;
}

static void
answer_add(struct text *json, const char *name, const char *value)
{
	text_add(json, json->bytes > 1 ? ",{\"n\":\"" : "{\"n\":\"");
	text_add_json(json, name);
	text_add(json, "\",\"v\":\"");
	text_add_json(json, value);
	text_add(json, "\"}");
}

/* An entry of the summary names the field by its label, which is a row's and not a word's. */
static void
answer_error(struct request *rq, struct page *page, const struct answer *a, const char *error, size_t n)
{
	form_error(page, a->name, error);
	page_text(page, arena_format(rq->arena, "errors.%zu.label", n), a->label);
}

const char *
answers_checked(struct request *rq, struct page *page, const struct item_form *f, uint64_t case_id, size_t first,
    size_t count, bool leaving, size_t *errors)
{
	struct text json;
	const char *all;

	text_init(&json);
	text_add(&json, "[");
	*errors = 0;
	for (size_t i = first; i < first + count; i++) {
		const struct answer *a = &f->answers[i];
		const char *error = field_check(rq, &a->field);
		bool missing = error != NULL && text_is(error, "required");

		if (error == NULL || missing)
			answer_add(&json, a->name, answer_kept(rq, case_id, a));
		if (error != NULL && !(missing && leaving))
			answer_error(rq, page, a, missing && a->field.choices != NULL ? "choose" :
			    missing && a->field.kind == FIELD_FLAG ? "tick" : error, (*errors)++);
	}
	text_add(&json, "]");
	all = arena_text(rq->arena, json.start);
	text_free(&json);
	return all;
}

/* ---- a newer guide ---- */

uint64_t
item_form_newer(struct request *rq, struct page *page, const char *item_code, uint64_t version)
{
	uint64_t now = guide_version(rq, item_code, DAY_NONE);
	struct query *q;

	if (now == 0 || now == version)
		return 0;
	q = query(rq, Q_GUIDE_CHANGES);
	query_number(q, "old", (long long)version);
	query_number(q, "new", (long long)now);
	query_into(q, page, "changes");
	page_flag(page, "guide_changed", true);
	return now;
}

static long long
move_run(struct request *rq, const struct statement *statement, uint64_t case_id, uint64_t old, uint64_t new, bool dated)
{
	struct query *q = query(rq, statement);

	query_number(q, "id", (long long)case_id);
	query_number(q, "old", (long long)old);
	query_number(q, "new", (long long)new);
	if (dated)
		query_instant(q, "now", rq->now);
	return query_run(q);
}

bool
item_form_move(struct request *rq, uint64_t case_id, uint64_t old_version, uint64_t new_version)
{
	if (move_run(rq, Q_DRAFT_MOVE, case_id, old_version, new_version, true) <= 0)
		return false;
	move_run(rq, Q_DRAFT_MATERIALS_MOVE, case_id, old_version, new_version, false);
	move_run(rq, Q_DRAFT_FILES_MOVE, case_id, old_version, new_version, true);
	return true;
}
