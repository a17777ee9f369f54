/* forms.c - see forms.h. */
#include "fcgi/publish/publish.h"

#include "base/text.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/route.h"
#include "fcgi/worker/request.h"
#include "generated/queries/publish.h"

#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { FIELDS_ROOM = 300, NAME_ROOM = 48, LABELS_MOST = 16000, BODY_MOST = 60000, LINES_MOST = 16000,
	POSITION_DIGITS = 3 };

static const char *const basics_keys[] = { "title", "title_en", "base_code", "kind", "level", "organ", "area", "delegate",
	"joint_organs", "authority", "audiences", "themes", "scope", "handling", "renewal", "online_depth", "stars", "channels",
	"keywords", "brief", "brief_en", NULL };
static const char *const limits_keys[] = { "statutory_limit", "statutory_unit", "statutory_note", "promised_limit",
	"promised_unit", "promised_note", "visits", "visit_reason", "quantity_limit", "charged", NULL };
static const char *const content_keys[] = { "conditions", "process_note", "special_procedures", "intermediary",
	"outcome_name", "outcome_kind", "outcome_validity", "outcome_sample", "supervising_organ", "not_public", "rights_note", NULL };
static const char *const contact_keys[] = { "hours", "consult_phone", "complaint_phone", "consult_note",
	"online_address", "in_centre", "booking", "courier", "pay_online", "kiosk", NULL };
static const char *const trust_keys[] = { "lacking_days", "low_risk", "promise_notice", "promise_text", NULL };
static const char *const document_keys[] = { "title", "title_en", "doc_number", "category", "topic", "organ",
	"organ_name", "issued_on", "produced_on", "published_on", "valid_until", "status", "keywords", "summary",
	"source", "body_kind", "body", NULL };

struct sheet sheets[SHEET_COUNT] = {
	[SHEET_BASICS] = { .key = "basics", .prefix = "item_", .keys = basics_keys },
	[SHEET_LIMITS] = { .key = "limits", .prefix = "item_", .keys = limits_keys },
	[SHEET_CONTENT] = { .key = "content", .prefix = "item_", .keys = content_keys },
	[SHEET_CONTACT] = { .key = "contact", .prefix = "item_", .keys = contact_keys },
	[SHEET_TRUST] = { .key = "trust", .prefix = "item_", .keys = trust_keys },
	[SHEET_PLACES] = { .key = "places", .prefix = "place_", .clear = Q_ITEM_PLACES_CLEAR },
	[SHEET_BASES] = { .key = "bases", .prefix = "basis_", .clear = Q_ITEM_BASES_CLEAR },
	[SHEET_MATERIALS] = { .key = "materials", .prefix = "material_", .clear = Q_ITEM_MATERIALS_CLEAR },
	[SHEET_STEPS] = { .key = "steps", .prefix = "step_", .clear = Q_ITEM_STEPS_CLEAR },
	[SHEET_CHECKS] = { .key = "checks", .prefix = "check_", .clear = Q_ITEM_CHECKS_CLEAR },
	[SHEET_FEES] = { .key = "fees", .prefix = "fee_", .clear = Q_ITEM_FEES_CLEAR },
	[SHEET_QUESTIONS] = { .key = "questions", .prefix = "question_", .clear = Q_ITEM_QUESTIONS_CLEAR },
	[SHEET_FIELDS] = { .key = "fields", .prefix = "field_", .clear = Q_ITEM_FIELDS_CLEAR },
};

static struct sheet document_sheet = { .key = "edit", .prefix = "doc_", .keys = document_keys };
struct form document_form;

static const char *const yes_or_no[] = { "1", "0", NULL };
static const char *const categories[] = { "policy", "normative", "plan", "budget", "duty_list", "personnel",
	"permit_result", "emergency", "report", "reading", "other", NULL };

/* Where the words of a field's choices are. */
static const struct { const char *name, *words; } choice_words[] = {
	{ "item_kind", "kind" }, { "item_level", "level" }, { "item_authority", "authority" },
	{ "item_audiences", "audience" }, { "item_scope", "scope" }, { "item_handling", "handling" },
	{ "item_statutory_unit", "unit" }, { "item_promised_unit", "unit" }, { "item_online_depth", "online_depth" },
	{ "item_channels", "channel" }, { "item_outcome_kind", "outcome_kind" }, { "item_not_public", "publicity_ground" }, { "material_form", "material_form" },
	{ "material_necessity", "necessity" }, { "material_source", "material_source" }, { "step_kind", "step_kind" },
	{ "step_role", "role" }, { "step_unit", "unit" }, { "step_silence", "silence" }, { "field_kind", "field_kind" },
	{ "doc_status", "document_status" }, { "doc_body_kind", "body_kind" }, { "doc_category", "category" },
};

const char *
choice_words_of(const char *name)
{
	for (size_t i = 0; i < COUNT(choice_words); i++)
		if (text_is(choice_words[i].name, name))
			return choice_words[i].words;
	return "yes_no";
}

/* ---- the forms, made once ---- */

static struct field fields_all[FIELDS_ROOM];
static char names_all[FIELDS_ROOM][NAME_ROOM];
static size_t fields_made;

static struct field *
field_new(const char *prefix, const char *key)
{
	struct field *f = &fields_all[fields_made];
	char *name = names_all[fields_made++];

	strcpy(stpcpy(name, prefix), key);
	*f = (struct field){ .name = name };
	return f;
}

/* What a key of the exchange form is on a page. */
static void
field_from(struct field *f, const struct native_key *k)
{
	static const enum field_kind kinds[] = {
		[NATIVE_TEXT] = FIELD_TEXT, [NATIVE_LINES] = FIELD_LINES, [NATIVE_CODE] = FIELD_CODE,
		[NATIVE_NUMBER] = FIELD_NUMBER, [NATIVE_FLAG] = FIELD_CHOICE, [NATIVE_MARK] = FIELD_FLAG,
		[NATIVE_DAY] = FIELD_DAY, [NATIVE_CHOICE] = FIELD_CHOICE, [NATIVE_SET] = FIELD_MANY,
		[NATIVE_POSITIONS] = FIELD_CODES,
		[NATIVE_LABELS] = FIELD_LINES, [NATIVE_JSON] = FIELD_LINES,
	};

	f->kind = kinds[k->kind];
	f->required = k->required || k->usual;
	f->most = k->kind == NATIVE_LABELS ? LABELS_MOST : k->kind == NATIVE_POSITIONS ? POSITION_DIGITS : k->most > BODY_MOST ? BODY_MOST : k->most;
	f->choices = k->kind == NATIVE_FLAG ? yes_or_no : k->choices;
	if (text_is(k->key, "category")) {
		f->kind = FIELD_CHOICE;
		f->choices = categories;
	}
}

static const struct native_key *
sheet_key(const struct sheet *s, size_t i)
{
	const struct native_form *form = s == &document_sheet ? &native_document : &native_item;

	if (s->element)
		return i < s->element->count ? &s->element->keys[i] : NULL;
	return s->keys[i] ? native_key(form, s->keys[i]) : NULL;
}

static size_t
sheet_keys(const struct sheet *s)
{
	size_t n = 0;

	if (s->element)
		return s->element->count;
	while (s->keys[n])
		n++;
	return n;
}

static void
sheet_build(struct sheet *s)
{
	size_t first = fields_made;

	for (size_t i = 0; i < sheet_keys(s); i++) {
		const struct native_key *k = sheet_key(s, i);
		struct field *f = field_new(s->prefix, k ? k->key : s->keys[i]);

		if (k)
			field_from(f, k);
		else
			*f = (struct field){ .name = f->name, .kind = FIELD_CODES, .most = 32 };	/* themes */
	}
	if (s->element && text_is(s->key, "materials")) {
		*field_new(s->prefix, "blank_file") = (struct field){ "material_blank_file", FIELD_FILES, .most = 1 };
		*field_new(s->prefix, "sample_file") = (struct field){ "material_sample_file", FIELD_FILES, .most = 1 };
	}
	if (s == &document_sheet)
		*field_new(s->prefix, "then_preview") = (struct field){ "doc_then_preview", FIELD_FLAG };
	s->form = (struct form){ fields_all + first, fields_made - first, false };
}

void
forms_build(void)
{
	for (size_t i = 0; i < SHEET_COUNT; i++) {
		if (i >= SHEET_SECTIONS)
			sheets[i].element = native_element(&native_item, sheets[i].key);
		sheet_build(&sheets[i]);
	}
	sheet_build(&document_sheet);
	document_form = document_sheet.form;
}

const struct sheet *
sheet_of(const struct request *rq)
{
	const char *at = rq->path + strlen("/publish/versions/");
	size_t n;

	at += strspn(at, "0123456789");
	at += *at == '/';
	n = strcspn(at, "/");
	for (size_t i = 0; i < SHEET_COUNT; i++)
		if (strlen(sheets[i].key) == n && strncmp(sheets[i].key, at, n) == 0)
			return &sheets[i];
	return NULL;
}

/* ---- out to the page ---- */

/* {value,label,label_en} a line: value=label|label in English. */
static const char *
labels_text(struct request *rq, json_t *list)
{
	const char *text = "";
	json_t *one;
	size_t i;

	json_array_foreach(list, i, one) {
		const char *english = native_text(one, "label_en");

		text = arena_format(rq->arena, "%s%s%s=%s%s%s", text, i ? "\n" : "", native_text(one, "value"),
		    native_text(one, "label"), *english ? "|" : "", english);
	}
	return text;
}

static const char *
value_text(struct request *rq, const struct native_key *k, json_t *value)
{
	if (!value)
		return k->usual ? k->usual : "";
	if (json_is_integer(value))
		return arena_format(rq->arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	if (json_is_boolean(value))
		return json_is_true(value) ? "1" : k->kind == NATIVE_FLAG ? "0" : "";
	if (json_is_array(value))
		return k->kind == NATIVE_LABELS ? labels_text(rq, value) : "";
	return json_string_value(value) ? json_string_value(value) : "";
}

static bool
list_has(json_t *list, const char *text)
{
	json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
		if (json_is_integer(one) ? json_integer_value(one) == strtoll(text, NULL, 10) :
		    text_is(json_string_value(one), text))
			return true;
	return false;
}

static bool
typed(const struct request *rq)
{
	return rq->route->method == POST;
}

static void
choice_into(struct request *rq, struct page *page, const char *name, size_t i, const char *value, const char *label,
    bool checked)
{
	const char *at = arena_format(rq->arena, "choices.%s.%zu", name, i);

	page_text(page, arena_format(rq->arena, "%s.value", at), value);
	page_text(page, arena_format(rq->arena, "%s.label", at), label);
	page_flag(page, arena_format(rq->arena, "%s.checked", at), checked);
}

/* A list to choose one of begins with "nothing said". */
static size_t
choice_none(struct request *rq, struct page *page, const struct field *f, const char *value)
{
	if (f->kind == FIELD_MANY || f->required)
		return 0;
	choice_into(rq, page, f->name, 0, "", page_word(page, "publish.unsaid"), !*value);
	return 1;
}

static void
choices_into(struct request *rq, struct page *page, const struct field *f, const char *value, json_t *list)
{
	size_t n = choice_none(rq, page, f, value);

	for (size_t i = 0; f->choices[i]; i++) {
		const char *c = f->choices[i];
		bool checked = f->kind != FIELD_MANY ? text_is(value, c)
		    : typed(rq) ? form_has(rq, f->name, c) : list_has(list, c);

		choice_into(rq, page, f->name, n + i, c,
		    page_word(page, arena_format(rq->arena, "%s.%s", choice_words_of(f->name), c)), checked);
	}
}

/* Persons and enterprises have themes of one name: whose it is stands beside it. */
static void
side_into(struct request *rq, struct page *page, const char *name, size_t i, const struct query *q)
{
	page_text(page, arena_format(rq->arena, "choices.%s.%zu.about", name, i), page_word_below(page, "who", query_get(q, "side")));
}

/* The other steps of the draft: not the one whose form this is. */
static void
steps_bind(struct request *rq, struct query *q, const struct field *f)
{
	bool own = !text_is(f->name, "check_step") && !strstr(rq->path, "/new");

	query_number(q, "id", request_part_number(rq, "id"));
	query_number(q, "own", own ? request_part_number(rq, "n") : 0);
}

/* Choices that are rows: organs, areas, themes, steps.  How many there are. */
static size_t
rows_into(struct request *rq, struct page *page, const struct field *f, const struct statement *statement,
    const char *value, json_t *list)
{
	struct query *q = query(rq, statement);
	size_t n = f->kind == FIELD_CODES ? 0 : choice_none(rq, page, f, value);

	if (statement == Q_STEPS_CHOICE)
		steps_bind(rq, q, f);
	else if (statement != Q_THEMES_CHOICE)	/* a step may be asked of any organ; whose the guide is, is ours to say */
		query_text(q, "area", text_is(f->name, "step_organ") ? "%" : own_areas(rq));
	for (; query_next(q); n++) {
		const char *code = query_get(q, "value");
		bool checked = f->kind != FIELD_CODES ? text_is(value, code)
		    : typed(rq) ? form_has(rq, f->name, code) : list_has(list, code);

		choice_into(rq, page, f->name, n, code, query_get(q, "label"), checked);
		if (statement == Q_THEMES_CHOICE)
			side_into(rq, page, f->name, n, q);
	}
	return n;
}

static const struct statement *
rows_of(const char *name)
{
	if (text_is(name, "item_organ") || text_is(name, "step_organ") || text_is(name, "doc_organ"))
		return Q_ORGANS_CHOICE;
	if (text_is(name, "item_area"))
		return Q_AREAS_CHOICE;
	if (text_is(name, "step_needs") || text_is(name, "step_back_to") || text_is(name, "check_step"))
		return Q_STEPS_CHOICE;
	return text_is(name, "item_themes") ? Q_THEMES_CHOICE : NULL;
}

static const char *
field_kind_name(const struct field *f)
{
	if (rows_of(f->name))
		return f->kind == FIELD_CODES ? "many" : "choice";
	switch (f->kind) {
	case FIELD_LINES:
		return text_is(f->name, "doc_body") ? "body" : "lines";
	case FIELD_NUMBER:
		return "number";
	case FIELD_DAY:
		return "day";
	case FIELD_CHOICE:
		return "choice";
	case FIELD_MANY:
		return "many";
	case FIELD_FLAG:
		return "flag";
	case FIELD_FILES:
		return "file";
	case FIELD_CODE:
		return "code";
	default:
		return "text";
	}
}

static void
field_into(struct request *rq, struct page *page, const struct field *f, size_t i, const char *value, json_t *list)
{
	const char *at = arena_format(rq->arena, "fields.%zu", i);

	page_text(page, arena_format(rq->arena, "%s.name", at), f->name);
	page_text(page, arena_format(rq->arena, "%s.kind", at), field_kind_name(f));
	if (!f->required && f->kind != FIELD_FLAG)
		page_text(page, arena_format(rq->arena, "optional.%s", f->name), "1");
	if (typed(rq))
		value = form_get(rq, f->name);
	else
		page_text(page, arena_format(rq->arena, "form.%s", f->name), value);
	if (rows_of(f->name)) {
		if (rows_into(rq, page, f, rows_of(f->name), value, list) == 0)
			page_text(page, arena_format(rq->arena, "%s.kind", at), "none");	/* nothing to choose from */
	} else if (f->choices)
		choices_into(rq, page, f, value, list);
}

void
sheet_into(struct request *rq, struct page *page, const struct sheet *s, json_t *object)
{
	for (size_t i = 0; i < s->form.count; i++) {
		const char *key = s->form.fields[i].name + strlen(s->prefix);
		const struct native_key *k = i < sheet_keys(s) ? sheet_key(s, i) : NULL;
		json_t *value = json_object_get(object, key);

		field_into(rq, page, &s->form.fields[i], i, k ? value_text(rq, k, value) : "", value);
	}
}

const char *
sheet_row_name(const struct sheet *s, json_t *row)
{
	return native_text(row, s == &sheets[SHEET_CHECKS] ? "point" : s->element->keys[0].key);
}

void
document_into(struct request *rq, struct page *page, json_t *document)
{
	sheet_into(rq, page, &document_sheet, document);
}

/* ---- in from the form ---- */

static json_t *
many_read(struct request *rq, const char *name)
{
	json_t *list = json_array();
	const char *value;

	for (size_t i = 0; (value = form_get_nth(rq, name, i)) != NULL; i++)
		if (*value)
			json_array_append_new(list, json_string(value));
	if (json_array_size(list))
		return list;
	json_decref(list);
	return NULL;
}

static json_t *
positions_read(struct request *rq, const char *name)
{
	json_t *list = json_array();
	const char *value;
	long long n;

	for (size_t i = 0; (value = form_get_nth(rq, name, i)) != NULL; i++)
		if (text_number(value, 1, 999, &n))
			native_position_add(list, n);
	if (json_array_size(list))
		return list;
	json_decref(list);
	return NULL;
}

static json_t *
labels_read(struct request *rq, const char *typed_lines)
{
	char *rest = arena_text(rq->arena, typed_lines), *line;
	json_t *list = json_array();

	while ((line = strsep(&rest, "\n")) != NULL) {
		char *label = strchr(line, '='), *english;
		json_t *one;

		if (text_empty(line))
			continue;
		if (label)
			*label++ = '\0';
		else
			label = line;
		if ((english = strchr(label, '|')) != NULL)
			*english++ = '\0';
		one = json_pack("{s:s, s:s}", "value", text_trim(line), "label", text_trim(label));
		if (english && !text_empty(english))
			json_object_set_new(one, "label_en", json_string(text_trim(english)));
		json_array_append_new(list, one);
	}
	if (json_array_size(list))
		return list;
	json_decref(list);
	return NULL;
}

/* New, or NULL for nothing typed. */
static json_t *
value_read(struct request *rq, const char *name, const struct native_key *k)
{
	const char *value = form_get(rq, name);

	if (!k || k->kind == NATIVE_SET)
		return many_read(rq, name);
	if (k->kind == NATIVE_POSITIONS)
		return positions_read(rq, name);
	if (k->kind == NATIVE_MARK)
		return form_flag(rq, name) ? json_true() : NULL;
	if (!*value || (k->usual && text_is(value, k->usual)))
		return NULL;
	if (k->kind == NATIVE_NUMBER)
		return json_integer(form_number(rq, name));
	if (k->kind == NATIVE_FLAG)
		return json_boolean(form_flag(rq, name));
	return k->kind == NATIVE_LABELS ? labels_read(rq, value) : json_string(value);
}

void
sheet_read(struct request *rq, const struct sheet *s, json_t *object)
{
	for (size_t i = 0; i < sheet_keys(s); i++) {
		const char *name = s->form.fields[i].name, *key = name + strlen(s->prefix);
		json_t *value = value_read(rq, name, sheet_key(s, i));

		if (value)
			json_object_set_new(object, key, value);
		else
			json_object_del(object, key);
	}
}

void
document_read(struct request *rq, json_t *document)
{
	sheet_read(rq, &document_sheet, document);
}

/* ---- the small forms ---- */

static const char *const version_states[] = { "", "draft", "review", "scheduled", "published", "retired", NULL };
static const char *const document_states[] = { "", "draft", "review", "published", "withdrawn", NULL };
static const char *const severities[] = { "", "error", "warning", NULL };
static const char *const file_forms[] = { "jsonl", "csv", NULL };

static const struct field list_fields[] = {
	{ "q", FIELD_TEXT, .most = 100 },
	{ "state", FIELD_CHOICE, .choices = version_states },
	{ "batch", FIELD_NUMBER, .most = 1000000000 },
	{ "subject", FIELD_TEXT, .most = 100 },
	{ "page", FIELD_NUMBER, .least = 1, .most = 100000 },
};
static const struct field docs_fields[] = {
	{ "q", FIELD_TEXT, .most = 100 },
	{ "state", FIELD_CHOICE, .choices = document_states },
	{ "page", FIELD_NUMBER, .least = 1, .most = 100000 },
};
static const struct field findings_fields[] = {
	{ "severity", FIELD_CHOICE, .choices = severities },
	{ "code", FIELD_CODE, .most = 64 },
	{ "page", FIELD_NUMBER, .least = 1, .most = 100000 },
};
static const struct field item_new_fields[] = {
	{ "item_code", FIELD_CODE, .required = true, .least = 4, .most = 64 },
	{ "item_title", FIELD_TEXT, .required = true, .most = 300 },
	{ "item_organ", FIELD_CODE, .required = true, .most = 18 },
	{ "item_area", FIELD_CODE, .required = true, .most = 12 },
};
/* The version of the row that the colleague saw. */
static const struct field seen_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
};
static const struct field reason_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "act_reason", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
};
static const struct field publish_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "effective_on", FIELD_DAY },
	{ "over_reason", FIELD_LINES, .most = 2000 },
};
static const struct field retire_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "retired_on", FIELD_DAY, .required = true },
	{ "act_reason", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
};
static const struct field changes_fields[] = {
	{ "with", FIELD_NUMBER, .most = 1000000000000 },
};
static const struct field import_fields[] = {
	{ "import_file", FIELD_FILES, .required = true, .most = 1 },
	{ "import_mapping", FIELD_CODE, .required = true, .most = 64 },
};
static const struct field export_fields[] = {
	{ "export_mapping", FIELD_CODE, .most = 64 },
	{ "export_form", FIELD_CHOICE, .choices = file_forms },
	{ "export_internal", FIELD_FLAG },
	{ "batch", FIELD_NUMBER, .most = 1000000000 },
};
static const struct field files_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "doc_files", FIELD_FILES, .required = true, .most = 10 },
};

const struct form list_form = FORM(list_fields), docs_form = FORM(docs_fields), findings_form = FORM(findings_fields),
    item_form_new = FORM(item_new_fields), seen_form = FORM(seen_fields), reason_form = FORM(reason_fields),
    publish_form = FORM(publish_fields), retire_form = FORM(retire_fields), changes_form = FORM(changes_fields),
    import_form = FORM(import_fields), export_form = FORM(export_fields), files_form = FORM(files_fields),
    row_form = FORM(seen_fields);
