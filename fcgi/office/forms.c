#include "fcgi/office/forms.h"

/* The state of the case the officer saw: who posts an older one is told of the colleague who was faster. */
#define VERSION	{ "version", FIELD_NUMBER, .required = true, .least = 1 }

static const char *const tab_keys[] = { "receive", "correcting", "review", "decide", "deliver", "done", "everything",
    NULL };
static const char *const state_filters[] = { "any", "submitted", "resubmitted", "correction", "accepted", "reviewing",
    "granted", "denied", "closed", "delivered", "not_accepted", "withdrawn", "supplement",
    "suspended", "terminated", NULL };
static const char *const due_filters[] = { "any", "over", "today", "week", NULL };
static const char *const claim_filters[] = { "any", "mine", "none", NULL };
static const char *const sort_keys[] = { "due", "received", NULL };
static const char *const verdicts[] = { "agree", "disagree", "note", NULL };

static const struct field inbox_fields[] = {
	{ "tab", FIELD_CHOICE, .choices = tab_keys },
	{ "find", FIELD_TEXT, .most = 100 },
	{ "item", FIELD_CODE, .most = 64 },
	{ "state", FIELD_CHOICE, .choices = state_filters },
	{ "due", FIELD_CHOICE, .choices = due_filters },
	{ "claim", FIELD_CHOICE, .choices = claim_filters },
	{ "sort", FIELD_CHOICE, .choices = sort_keys },
	{ "page", FIELD_NUMBER, .least = 1, .most = 50 },
};
static const struct field button_fields[] = { VERSION };
static const struct field refuse_fields[] = {
	VERSION,
	{ "refusal_reason", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
};
static const struct field opinion_fields[] = {
	VERSION,
	{ "verdict", FIELD_CHOICE, .required = true, .choices = verdicts },
	{ "opinion_text", FIELD_LINES, .required = true, .most = 2000 },
};
static const char *const validities[] = { "until", "long", NULL };
static const struct field grant_fields[] = {
	VERSION,
	{ "validity", FIELD_CHOICE, .choices = validities },
	{ "valid_from", FIELD_DAY },
	{ "valid_to", FIELD_DAY },
	{ "outcome_number", FIELD_TEXT, .most = 100 },
	{ "decision_note", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
};
static const struct field deny_fields[] = {
	VERSION,
	{ "denial_reason", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
};
static const struct field hand_over_fields[] = {
	VERSION,
	{ "colleague", FIELD_NUMBER, .required = true, .most = 1000000000000000 },
	{ "hand_over_reason", FIELD_TEXT, .most = 200 },
};
/* Open: two more fields for each material of the item, checked by their handler. */
static const struct field correct_fields[] = {
	VERSION,
	{ "form_defect", FIELD_LINES, .most = 1000 },
	{ "form_wanted", FIELD_TEXT, .most = 500 },
	{ "correction_note", FIELD_LINES, .most = 1000 },
	{ "answer_by_on", FIELD_DAY, .required = true },
};

static const char *const whose_filters[] = { "role", "organ", NULL };
static const char *const kind_filters[] = { "any", "review", "opinion", "visit", "collective", "seal", "issue", NULL };
static const struct field tasks_fields[] = {
	{ "whose", FIELD_CHOICE, .choices = whose_filters },
	{ "kind", FIELD_CHOICE, .choices = kind_filters },
	{ "due", FIELD_CHOICE, .choices = due_filters },
	{ "claim", FIELD_CHOICE, .choices = claim_filters },
	{ "page", FIELD_NUMBER, .least = 1, .most = 50 },
};
/* Open: two more fields for each point of the handbook, four for each person, checked by their handler. */
static const struct field task_fields[] = {
	VERSION,
	{ "verdict", FIELD_CHOICE, .choices = verdicts },
	{ "task_body", FIELD_LINES, .most = 4000 },
	{ "task_note", FIELD_LINES, .most = 2000 },
	{ "visited_on", FIELD_DAY },
	{ "place", FIELD_TEXT, .most = 300 },
	{ "collective_reason", FIELD_LINES, .most = 2000 },
	{ "files", FIELD_FILES, .most = 10 },
};
static const struct field skip_fields[] = {
	VERSION,
	{ "cited", FIELD_CODE, .required = true, .most = 60 },
	{ "unchanged", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
};
static const struct field back_fields[] = {
	VERSION,
	{ "target", FIELD_NUMBER, .required = true, .least = 1, .most = 100000 },
	{ "back_reason", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
};

const struct form tasks_form = FORM(tasks_fields);
const struct form task_form = FORM_OPEN(task_fields);
const struct form skip_form = FORM(skip_fields);
const struct form back_form = FORM(back_fields);
const struct form inbox_form = FORM(inbox_fields);
const struct form button_form = FORM(button_fields);
const struct form refuse_form = FORM(refuse_fields);
const struct form opinion_form = FORM(opinion_fields);
const struct form grant_form = FORM(grant_fields);
const struct form deny_form = FORM(deny_fields);
const struct form hand_over_form = FORM(hand_over_fields);
const struct form correct_form = FORM_OPEN(correct_fields);
