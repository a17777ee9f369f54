/* native.c - the keys of an item and of a document. */
#include "catalogue/native.h"

#include "rules/document.h"
#include "base/text.h"
#include "generated/queries/catalogue.h"

#include <limits.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const char *const kinds[] = { "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "20", NULL };
static const char *const levels[] = { "1", "2", "3", "4", "5", "6", "7", NULL };
static const char *const authorities[] = { "statutory", "delegated", "entrusted", NULL };
static const char *const audiences[] = { "1", "2", "3", "4", "5", "6", NULL };
static const char *const scopes[] = { "none", "county", "city", "province", "nation", NULL };
static const char *const handlings[] = { "1", "2", "9", NULL };
static const char *const units[] = { "workday", "day", "hour", "month", "year", NULL };
static const char *const depths[] = { "none", "precheck", "originals", "full", NULL };
static const char *const channels[] = { "1", "2", "3", "4", "9", NULL };
static const char *const outcomes[] = { "licence", "approval", "certificate", "document", "other", NULL };
static const char *const grounds[] = { "state_secret", "law_forbids", "security", "trade_secret", "privacy", NULL };
static const char *const forms[] = { "paper", "electronic", "either", NULL };
static const char *const necessities[] = { "required", "optional", "conditional", NULL };
static const char *const sources[] = { "applicant", "organ", "third", "shared", NULL };
static const char *const step_kinds[] = { "accept", "review", "opinion", "visit", "collective", "decide", "seal",
	"issue", "deliver", NULL };
static const char *const step_roles[] = { "clerk", "reviewer", "approver", NULL };
static const char *const silences[] = { "wait", "consent", NULL };
static const char *const field_kinds[] = { "text", "lines", "number", "money", "day", "choice", "many", "flag",
	"phone", "email", "citizen", "credit", "postcode", NULL };
static const char *const statuses[] = { "in_force", "amended", "repealed", NULL };
static const char *const body_kinds[] = { "markdown", "text", NULL };

/* Kept below 64 KiB with four bytes a character, as a TEXT column is. */
enum { LONG = 16000, VERY_LONG = 1000000 };
enum { STEPS_MOST = 500 };	/* as many rows as a list has */

static const struct native_key item_keys[] = {
	{ "code", NATIVE_CODE, 64, NULL, true, "item_code" },
	{ "base_code", NATIVE_CODE, 64, NULL, false, NULL },
	{ "title", NATIVE_TEXT, 300, NULL, true, NULL },
	{ "title_en", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "kind", NATIVE_CHOICE, 0, kinds, false, NULL },
	{ "level", NATIVE_CHOICE, 0, levels, false, NULL },
	{ "organ", NATIVE_CODE, 18, NULL, true, "organ_code" },
	{ "delegate", NATIVE_TEXT, 200, NULL, false, NULL },
	{ "joint_organs", NATIVE_LINES, 1000, NULL, false, NULL },
	{ "area", NATIVE_CODE, 12, NULL, true, "area_code" },
	{ "authority", NATIVE_CHOICE, 0, authorities, false, NULL },
	{ "audiences", NATIVE_SET, 0, audiences, false, NULL },
	{ "scope", NATIVE_CHOICE, 0, scopes, false, NULL },
	{ "handling", NATIVE_CHOICE, 0, handlings, false, NULL },
	{ "renewal", NATIVE_MARK, 0, NULL, false, NULL },
	{ "statutory_limit", NATIVE_NUMBER, 9999, NULL, false, NULL },
	{ "statutory_unit", NATIVE_CHOICE, 0, units, false, NULL },
	{ "statutory_note", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "promised_limit", NATIVE_NUMBER, 9999, NULL, false, NULL },
	{ "promised_unit", NATIVE_CHOICE, 0, units, false, NULL },
	{ "promised_note", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "visits", NATIVE_NUMBER, 99, NULL, false, NULL },
	{ "visit_reason", NATIVE_LINES, 1000, NULL, false, NULL },
	{ "online_depth", NATIVE_CHOICE, 0, depths, false, NULL },
	{ "stars", NATIVE_NUMBER, 5, NULL, false, NULL },
	{ "channels", NATIVE_SET, 0, channels, false, NULL },
	{ "conditions", NATIVE_LINES, VERY_LONG, NULL, false, NULL },
	{ "process_note", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "special_procedures", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "intermediary", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "quantity_limit", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "lacking_days", NATIVE_NUMBER, 9999, NULL, false, NULL },
	{ "low_risk", NATIVE_MARK, 0, NULL, false, NULL },
	{ "promise_notice", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "promise_text", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "outcome_name", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "outcome_kind", NATIVE_CHOICE, 0, outcomes, false, NULL },
	{ "outcome_validity", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "outcome_sample", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "supervising_organ", NATIVE_CODE, 18, NULL, false, NULL },
	{ "not_public", NATIVE_CHOICE, 0, grounds, false, NULL },
	{ "charged", NATIVE_FLAG, 0, NULL, false, NULL },
	{ "pay_online", NATIVE_FLAG, 0, NULL, false, NULL },
	{ "courier", NATIVE_FLAG, 0, NULL, false, NULL },
	{ "booking", NATIVE_FLAG, 0, NULL, false, NULL },
	{ "kiosk", NATIVE_FLAG, 0, NULL, false, NULL },
	{ "in_centre", NATIVE_FLAG, 0, NULL, false, NULL },
	{ "consult_phone", NATIVE_LINES, 300, NULL, false, NULL },
	{ "complaint_phone", NATIVE_LINES, 300, NULL, false, NULL },
	{ "consult_note", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "hours", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "online_address", NATIVE_TEXT, 1000, NULL, false, NULL },
	{ "keywords", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "brief", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "brief_en", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "rights_note", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "effective_on", NATIVE_DAY, 0, NULL, false, NULL },
	{ "retired_on", NATIVE_DAY, 0, NULL, false, NULL },
	{ "extras", NATIVE_JSON, 0, NULL, false, NULL },
};

static const struct native_key theme_keys[] = {
	{ "theme", NATIVE_CODE, 32, NULL, true, "theme_code" },
};

static const struct native_key place_keys[] = {
	{ "name", NATIVE_TEXT, 300, NULL, true, NULL },
	{ "address", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "window", NATIVE_TEXT, 300, NULL, false, "window_name" },
	{ "hours", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "phone", NATIVE_TEXT, 300, NULL, false, NULL },
	{ "transport", NATIVE_LINES, LONG, NULL, false, NULL },
};

static const struct native_key basis_keys[] = {
	{ "title", NATIVE_TEXT, 500, NULL, true, NULL },
	{ "article", NATIVE_TEXT, 300, NULL, false, NULL },
	{ "text", NATIVE_LINES, LONG, NULL, false, "body" },
};

static const struct native_key material_keys[] = {
	{ "name", NATIVE_LINES, 1000, NULL, true, NULL },
	{ "form", NATIVE_CHOICE, 0, forms, false, NULL },
	{ "necessity", NATIVE_CHOICE, 0, necessities, false, NULL },
	{ "condition", NATIVE_LINES, 1000, NULL, false, "condition_note" },
	{ "source", NATIVE_CHOICE, 0, sources, false, NULL },
	{ "source_note", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "originals", NATIVE_NUMBER, 99, NULL, false, NULL },
	{ "copies", NATIVE_NUMBER, 99, NULL, false, NULL },
	{ "format", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "instructions", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "acceptance", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "basis", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "blank_form", NATIVE_TEXT, 300, NULL, false, NULL },
	{ "sample_form", NATIVE_TEXT, 300, NULL, false, NULL },
	{ "promise_allowed", NATIVE_MARK, 0, NULL, false, NULL },
	{ "may_lack", NATIVE_MARK, 0, NULL, false, NULL },
	{ "licence", NATIVE_TEXT, 300, NULL, false, NULL },
};

static const struct native_key step_keys[] = {
	{ "name", NATIVE_TEXT, 200, NULL, true, NULL },
	{ "kind", NATIVE_CHOICE, 0, step_kinds, false, NULL },
	{ "role", NATIVE_CHOICE, 0, step_roles, false, NULL },
	{ "organ", NATIVE_CODE, 18, NULL, false, "organ_code" },
	{ "limit", NATIVE_NUMBER, 9999, NULL, false, "limit_count" },
	{ "unit", NATIVE_CHOICE, 0, units, false, NULL },
	{ "needs", NATIVE_POSITIONS, STEPS_MOST, NULL, false, NULL },
	{ "back_to", NATIVE_POSITIONS, STEPS_MOST, NULL, false, NULL },
	{ "silence", NATIVE_CHOICE, 0, silences, false, NULL, "wait" },
	{ "content", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "result", NATIVE_LINES, LONG, NULL, false, NULL },
};

static const struct native_key check_keys[] = {
	{ "step", NATIVE_NUMBER, STEPS_MOST, NULL, true, NULL },
	{ "point", NATIVE_TEXT, 500, NULL, true, NULL },
	{ "standard", NATIVE_LINES, LONG, NULL, false, NULL },
};

static const struct native_key fee_keys[] = {
	{ "name", NATIVE_TEXT, 300, NULL, true, NULL },
	{ "standard", NATIVE_LINES, 1000, NULL, false, NULL },
	{ "basis", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "reducible", NATIVE_MARK, 0, NULL, false, NULL },
	{ "reduction_basis", NATIVE_LINES, LONG, NULL, false, NULL },
};

static const struct native_key question_keys[] = {
	{ "question", NATIVE_LINES, LONG, NULL, true, NULL },
	{ "answer", NATIVE_LINES, LONG, NULL, true, NULL },
};

static const struct native_key field_keys[] = {
	{ "name", NATIVE_CODE, 64, NULL, true, NULL },
	{ "label", NATIVE_TEXT, 200, NULL, true, NULL },
	{ "label_en", NATIVE_TEXT, 300, NULL, false, NULL },
	{ "kind", NATIVE_CHOICE, 0, field_kinds, true, NULL },
	{ "required", NATIVE_MARK, 0, NULL, false, NULL },
	{ "max", NATIVE_NUMBER, 100000, NULL, false, NULL },
	{ "choices", NATIVE_LABELS, 0, NULL, false, NULL },
	{ "hint", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "hint_en", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "section", NATIVE_TEXT, 200, NULL, false, NULL },
};

#define ELEMENT(key, keys, plain, word) { key, keys, COUNT(keys), plain, false, Q_ITEM_##word##_LIST, Q_ITEM_##word##_ADD }

static const struct native_element item_elements[] = {
	ELEMENT("themes", theme_keys, true, THEMES),
	ELEMENT("places", place_keys, false, PLACES),
	ELEMENT("bases", basis_keys, false, BASES),
	ELEMENT("materials", material_keys, false, MATERIALS),
	ELEMENT("steps", step_keys, false, STEPS),
	{ "checks", check_keys, COUNT(check_keys), false, true, Q_ITEM_CHECKS_LIST, Q_ITEM_CHECKS_ADD },
	ELEMENT("fees", fee_keys, false, FEES),
	ELEMENT("questions", question_keys, false, QUESTIONS),
	ELEMENT("fields", field_keys, false, FIELDS),
};

const struct native_form native_item = { item_keys, COUNT(item_keys), item_elements, COUNT(item_elements) };

static const struct native_key document_keys[] = {
	{ "index_number", NATIVE_TEXT, 64, NULL, false, NULL },	/* given already; else at publishing */
	{ "source_index", NATIVE_TEXT, 64, NULL, false, NULL },
	{ "doc_number", NATIVE_TEXT, 100, NULL, false, NULL },
	{ "category", NATIVE_CODE, 32, NULL, true, NULL },
	{ "topic", NATIVE_TEXT, 200, NULL, false, NULL },
	{ "organ", NATIVE_CODE, 18, NULL, false, "organ_code" },
	{ "organ_name", NATIVE_TEXT, 200, NULL, false, NULL },
	{ "title", NATIVE_TEXT, 500, NULL, true, NULL },
	{ "title_en", NATIVE_TEXT, 800, NULL, false, NULL },
	{ "issued_on", NATIVE_DAY, 0, NULL, false, NULL },
	{ "produced_on", NATIVE_DAY, 0, NULL, false, NULL },
	{ "published_on", NATIVE_DAY, 0, NULL, false, NULL },
	{ "valid_until", NATIVE_DAY, 0, NULL, false, NULL },
	{ "status", NATIVE_CHOICE, 0, statuses, false, NULL },
	{ "keywords", NATIVE_TEXT, 500, NULL, false, NULL },
	{ "summary", NATIVE_LINES, LONG, NULL, false, NULL },
	{ "source", NATIVE_TEXT, 200, NULL, false, NULL },
	{ "body_kind", NATIVE_CHOICE, 0, body_kinds, false, NULL },
	{ "body", NATIVE_LINES, VERY_LONG, NULL, true, NULL },
	{ "extras", NATIVE_JSON, 0, NULL, false, NULL },
};

static const struct native_key attachment_keys[] = {
	{ "name", NATIVE_TEXT, 255, NULL, true, NULL },
	{ "sha256", NATIVE_CODE, 64, NULL, true, NULL },
	{ "content_type", NATIVE_CODE, 100, NULL, true, NULL },
	{ "bytes", NATIVE_NUMBER, LLONG_MAX, NULL, true, NULL },
};

static const struct native_element document_elements[] = {
	{ "attachments", attachment_keys, COUNT(attachment_keys), false, false, Q_DOCUMENT_FILES_LIST, Q_DOCUMENT_FILES_ADD },
};

const struct native_form native_document = { document_keys, COUNT(document_keys), document_elements,
	COUNT(document_elements) };

const struct native_key *
native_key(const struct native_form *form, const char *key)
{
	for (size_t i = 0; i < form->count; i++)
		if (text_is(form->keys[i].key, key))
			return &form->keys[i];
	return NULL;
}

const struct native_element *
native_element(const struct native_form *form, const char *key)
{
	for (size_t i = 0; i < form->element_count; i++)
		if (text_is(form->elements[i].key, key))
			return &form->elements[i];
	return NULL;
}

const char *
native_column(const struct native_key *k)
{
	return k->column ? k->column : k->key;
}

const char *
native_text(json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}
