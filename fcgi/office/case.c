/* The case page: all an officer needs to judge a case, and nothing that changes it. */
#include "fcgi/office/accept.h"
#include "fcgi/office/licence.h"
#include "fcgi/office/outcome.h"

#include "base/text.h"
#include "fcgi/worker/clocks.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/papers.h"
#include "generated/queries/licence.h"
#include "generated/queries/office.h"
#include "record/licence.h"
#include "rules/mask.h"
#include "rules/number.h"
#include "rules/window.h"

#include <string.h>

static void
case_read(const struct query *q, struct case_row *c)
{
	c->own = query_get_number(q, "own") != 0;
	c->nothing_handed = false;
	c->id = (uint64_t)query_get_number(q, "id");
	c->number = query_get(q, "number");
	c->version = query_get_number(q, "version");
	c->item_version = (uint64_t)query_get_number(q, "item_version_id");
	c->item_kind = query_get(q, "item_kind");
	c->calendar = (unsigned)query_get_number(q, "calendar");
	c->claimed_by = (uint64_t)query_get_number(q, "claimed_by");
	c->promised = limit_read(!query_is_null(q, "promised_limit"), query_get_number(q, "promised_limit"),
	    query_get(q, "promised_unit"));
	c->statutory = limit_read(!query_is_null(q, "statutory_limit"), query_get_number(q, "statutory_limit"),
	    query_get(q, "statutory_unit"));
	c->submitted_at = query_get_instant(q, "submitted_at");
	c->answered_at = query_get_instant(q, "answered_at");
	c->asked_at = query_get_instant(q, "asked_at");
	c->accepted_at = query_get_instant(q, "accepted_at");
	c->decided_at = query_get_instant(q, "decided_at");
	c->promised_on = query_get_day(q, "promised_on");
	c->statutory_on = query_get_day(q, "statutory_on");
	c->due_on = query_get_day(q, "due_on");
	c->extended = query_get_number(q, "extended_days") > 0;
}

/* A number may be typed as it is shown, with hyphens and in small letters. */
static const char *
stored_number(struct request *rq)
{
	const char *typed = request_part(rq, "number");
	char number[CASE_NUMBER_TEXT];

	return case_number_tidy(typed, number) ? arena_text(rq->arena, number) : typed;
}

/* Personal numbers are for whoever has the case in hand; other colleagues know the applicant again by a mask. */
static void
numbers_masked(struct request *rq, struct page *page, const struct case_row *c, bool person)
{
	char masked[MASK_ROOM];
	bool whole = c->claimed_by == rq->who.account;

	page_text(page, "case.applicant_number_shown", whole || !person ? page_get(page, "case.applicant_number") :
	    mask_citizen(page_get(page, "case.applicant_number"), masked, sizeof(masked)));
	page_text(page, "case.agent_number_shown", whole ? page_get(page, "case.agent_number") :
	    mask_citizen(page_get(page, "case.agent_number"), masked, sizeof(masked)));
	page_text(page, "case.contact_phone_shown", whole ? page_get(page, "case.contact_phone") :
	    mask_phone(page_get(page, "case.contact_phone"), masked, sizeof(masked)));
}

bool
case_load(struct request *rq, struct page *page, struct case_row *c)
{
	struct query *q = query(rq, Q_CASE_LOAD);
	char shown[CASE_NUMBER_SHOWN];

	query_text(q, "number", stored_number(rq));
	query_text(q, "organ", rq->who.organ);
	if (!query_next(q) || !state_named(query_get(q, "state"), &c->state))
		return false;
	case_read(q, c);
	query_row_into(q, page, "case");
	numbers_masked(rq, page, c, text_is(query_get(q, "applicant_kind"), "person"));
	page_text(page, "case.title", query_said(rq, q, "title"));
	page_text(page, "case.shown", case_number_show(c->number, shown) ? shown : c->number);
	page_textf(page, "case.url", "/office/cases/%s", c->number);
	page_flag(page, "case.open", state_open(c->state));
	page_flag(page, "case.mine", c->claimed_by == rq->who.account);
	return true;
}

/* ---- materials and their files ---- */

static void
file_into(struct request *rq, struct page *page, const char *name, const struct case_row *c, const struct query *q)
{
	long long bytes = query_get_number(q, "bytes");
	long long round = query_get_number(q, "round");

	page_sub(page, name, "name", query_get(q, "name"));
	page_textf(page, arena_format(rq->arena, "%s.url", name), "/office/cases/%s/files/%s", c->number,
	    query_get(q, "id"));
	if (bytes < 1024 * 1024)
		page_textf(page, arena_format(rq->arena, "%s.size_text", name), "%lld KB", (bytes + 1023) / 1024);
	else
		page_textf(page, arena_format(rq->arena, "%s.size_text", name), "%.1f MB", (double)bytes / 1048576);
	if (round > 0)
		page_say(page, arena_format(rq->arena, "%s.note", name), "office.file_round", "round",
		    arena_format(rq->arena, "%lld", round), NULL);
}

/* Files come sorted by material; each goes under the material it was given for. */
static void
files_into(struct request *rq, struct page *page, const struct case_row *c, const long long *positions, size_t count)
{
	struct query *q = query(rq, Q_CASE_FILES);
	size_t at = 0, n = 0;

	query_number(q, "id", (long long)c->id);
	while (query_next(q)) {
		while (at < count && positions[at] < query_get_number(q, "material")) {
			at++;
			n = 0;
		}
		if (at < count && positions[at] == query_get_number(q, "material"))
			file_into(rq, page, arena_format(rq->arena, "materials.%zu.files.%zu", at, n++), c, q);
	}
}

enum { MATERIALS_MOST = 200 };

/* What an applicant holds, beside the material whose place it takes, and how it stands today. */
static void
licences_into(struct request *rq, struct page *page, const struct case_row *c, const long long *positions, size_t count)
{
	struct query *q = query(rq, Q_LICENCE_OF_MATERIAL);
	const char *row;
	size_t at = 0;

	query_number(q, "id", (long long)c->id);
	query_day(q, "today", rq->today);
	while (query_next(q)) {
		struct licence l = licence_read(q);

		while (at < count && positions[at] < query_get_number(q, "position"))
			at++;
		if (at == count || positions[at] != query_get_number(q, "position"))
			continue;
		row = arena_format(rq->arena, "materials.%zu.held", at);
		query_row_into(q, page, row);
		page_sub(page, row, "standing", licence_standing_name(licence_standing(&l, rq->today)));
		page_sub(page, row, "paper_url", *query_get(q, "paper_code") == '\0' ? "" :
		    arena_format(rq->arena, "/papers/%s", query_get(q, "paper_code")));
	}
}

size_t
materials_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q = query(rq, Q_CASE_MATERIALS);
	long long *positions = arena_array(rq->arena, long long, MATERIALS_MOST);
	size_t n = 0;

	query_number(q, "id", (long long)c->id);
	query_number(q, "item_version", (long long)c->item_version);
	while (n < MATERIALS_MOST && query_next(q)) {
		query_row_into(q, page, arena_format(rq->arena, "materials.%zu", n));
		positions[n++] = query_get_number(q, "position");
	}
	files_into(rq, page, c, positions, n);
	licences_into(rq, page, c, positions, n);
	return n;
}

enum reply
case_file(struct request *rq, struct page *page)
{
	struct case_row c;
	struct query *q;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	q = query(rq, Q_CASE_FILE);
	query_number(q, "file", request_part_number(rq, "file"));
	query_number(q, "id", (long long)c.id);
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	return page_file(page, query_get(q, "sha256"), query_get(q, "name"), query_get(q, "content_type"));
}

/* ---- answers, opinions, corrections, timeline ---- */

static const char *
answer_masked(struct request *rq, const char *kind, const char *value)
{
	char masked[MASK_ROOM];

	if (text_is(kind, "citizen"))
		return arena_text(rq->arena, mask_citizen(value, masked, sizeof(masked)));
	if (text_is(kind, "phone"))
		return arena_text(rq->arena, mask_phone(value, masked, sizeof(masked)));
	return text_is(kind, "email") ? arena_text(rq->arena, mask_email(value, masked, sizeof(masked))) : value;
}

static void
answers_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q = query(rq, Q_CASE_ANSWERS);

	query_number(q, "id", (long long)c->id);
	query_number(q, "item_version", (long long)c->item_version);
	query_number(q, "english", rq->language == LANGUAGE_EN);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "answers.%zu", n);

		query_row_into(q, page, row);
		if (c->claimed_by != rq->who.account)
			page_sub(page, row, "value", answer_masked(rq, query_get(q, "kind"), query_get(q, "value")));
	}
}

static void
opinions_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q = query(rq, Q_CASE_OPINIONS);

	query_number(q, "id", (long long)c->id);
	query_into(q, page, "opinions");
}

/* Rows are defects; those of one round make one list. */
void
corrections_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q = query(rq, Q_CASE_CORRECTIONS);
	long long round = 0;
	size_t lists = 0, lines = 0;

	query_number(q, "id", (long long)c->id);
	query_number(q, "item_version", (long long)c->item_version);
	while (query_next(q)) {
		if (query_get_number(q, "round") != round) {
			round = query_get_number(q, "round");
			lines = 0;
			query_row_into(q, page, arena_format(rq->arena, "corrections.%zu", lists++));
		}
		query_row_into(q, page, arena_format(rq->arena, "corrections.%zu.lines.%zu", lists - 1, lines++));
	}
}

static const char *
event_kind(const char *event)
{
	static const char *const kinds[][2] = {
		{ "accept", "good" }, { "grant", "good" }, { "deliver", "good" }, { "deny", "bad" },
		{ "refuse_acceptance", "bad" }, { "lapse", "bad" }, { "ask_correction", "wait" },
		{ "terminate", "bad" }, { "ask_supplement", "wait" }, { "suspend", "wait" },
		{ "return_promise", "wait" },
	};

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (text_is(kinds[i][0], event))
			return kinds[i][1];
	return "";
}

/* An act upon a step of the flow names the step. */
static bool
task_title(struct page *page, const char *name, const struct query *q)
{
	static const char *const kinds[][2] = {
		{ "task_claim", "office.task_claimed" }, { "task_done", "office.task_done" },
		{ "task_skipped", "office.task_skipped" }, { "send_back", "office.task_sent_back" },
		{ "deem_consent", "office.task_deemed" },
	};
	const char *kind = query_get(q, "kind");

	for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++)
		if (text_is(kinds[i][0], kind)) {
			page_say(page, name, kinds[i][1], "name", text_is(kind, "send_back") ? query_get(q, "to_name")
			    : query_get(q, "step_name"), "who", query_get(q, "to_name"), "cited", query_get(q, "cited"), NULL);
			return true;
		}
	return false;
}

static void
event_title(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	const char *name = arena_format(rq->arena, "%s.title", row);

	if (task_title(page, name, q))
		return;
	if (text_is(query_get(q, "kind"), "hand_over"))
		page_say(page, name, "office.handed_over", "name", query_get(q, "to_name"), NULL);
	else if (text_is(query_get(q, "kind"), "put_back"))
		page_text(page, name, page_word(page, "office.put_back"));
	else if (text_is(query_get(q, "kind"), "returned"))
		page_text(page, name, page_word(page, "delivery_page.came_back"));
	else if (text_is(query_get(q, "kind"), "cancelled"))
		page_text(page, name, page_word(page, "fee.was_cancelled"));
	else
		page_text(page, name, page_word(page, arena_format(rq->arena, "event.%s", query_get(q, "event"))));
}

static void
event_note(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	const char *name = arena_format(rq->arena, "%s.note", row);
	const char *by = query_get(q, "delivered_by");

	if (!*by)
		page_text(page, name, query_get(q, "reason"));
	else
		page_say(page, name, arena_format(rq->arena, "office.delivered_by_%s", by),
		    "receiver", query_get(q, "receiver"), "tracking", query_get(q, "tracking_number"), NULL);
}

/* Who acted; 延时服务: what a colleague does after closing is said to be so. */
static const char *
actor_text(struct request *rq, struct page *page, const struct query *q)
{
	const char *name = query_get(q, "actor_name");

	if (!text_is(query_get(q, "actor_kind"), "staff") ||
	    !after_hours(request_calendar(rq), &office_hours_default, query_get_instant(q, "at")))
		return name;
	return arena_format(rq->arena, "%s (%s)", name, page_word(page, "register.late"));
}

static void
timeline_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q = query(rq, Q_CASE_TIMELINE);
	const char *row = NULL;

	query_number(q, "id", (long long)c->id);
	for (size_t n = 0; query_next(q); n++) {
		row = arena_format(rq->arena, "events.%zu", n);
		query_row_into(q, page, row);
		page_sub(page, row, "at_text",
		    page_get(page, arena_format(rq->arena, "%s.at.text", row)));
		page_sub(page, row, "day",
		    page_get(page, arena_format(rq->arena, "%s.at", row)));
		page_sub(page, row, "who", actor_text(rq, page, q));
		page_sub(page, row, "kind", event_kind(query_get(q, "event")));
		event_title(rq, page, row, q);
		event_note(rq, page, row, q);
	}
	if (row)
		page_flag(page, arena_format(rq->arena, "%s.current", row), state_open(c->state));
}

/* ---- what may be done next ---- */

/* Acts that need words have a page of their own; the others are done by their button. */
static bool
has_form(enum event event)
{
	return event != EVENT_CLAIM && event != EVENT_ACCEPT && event != EVENT_PRECHECK && event != EVENT_START_REVIEW &&
	    event != EVENT_CLOSE;
}

/* What the case page offers as a button of its own; other events are done where their subject stands. */
static bool
has_button(enum event event)
{
	static const enum event buttons[] = { EVENT_CLAIM, EVENT_ACCEPT, EVENT_PRECHECK, EVENT_ASK_CORRECTION, EVENT_REFUSE_ACCEPTANCE,
	    EVENT_START_REVIEW, EVENT_OPINION, EVENT_GRANT, EVENT_DENY, EVENT_CLOSE, EVENT_SEND, EVENT_DELIVER,
	    EVENT_ASK_SUPPLEMENT, EVENT_SUSPEND, EVENT_RESUME, EVENT_EXTEND };

	for (size_t i = 0; i < sizeof buttons / sizeof buttons[0]; i++)
		if (buttons[i] == event)
			return true;
	return false;
}

/* Refused by case_act while tasks are to be done first; so no button is drawn. */
static bool
waits_for_tasks(enum event event)
{
	return event == EVENT_GRANT || event == EVENT_DENY || event == EVENT_CLOSE;
}

static void
actions_into(struct request *rq, struct page *page, const struct case_row *c)
{
	size_t at = 0, n = 0;
	enum event event;

	if (!c->own)
		return;
	while (step_next(c->state, rq->who.roles & CASE_READERS, &at, &event)) {
		const char *name = arena_format(rq->arena, "actions.%zu", n);

		if (!has_button(event) || (event == EVENT_EXTEND && c->extended) || (c->waits && waits_for_tasks(event)) ||
		    (event == EVENT_PRECHECK && !precheck_open(page)) ||
		    (fee_holds(event) && *page_get(page, "case.held")) ||
		    (event == EVENT_SEND && !text_is(page_get(page, "case.delivery"), "courier")))
			continue;
		if (event == EVENT_CLAIM) {
			page_flag(page, "case.may_hand_over", true);
			if (c->claimed_by == rq->who.account)
				continue;
		}
		page_sub(page, name, "event", event_name(event));
		page_textf(page, arena_format(rq->arena, "%s.url", name), "/office/cases/%s/%s", c->number,
		    event_name(event));
		page_flag(page, arena_format(rq->arena, "%s.form", name), event == EVENT_ACCEPT ?
		    accept_wants_form(rq, page, c) : has_form(event));
		n++;
	}
}

void
case_crumbs(struct page *page, const char *last)
{
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, last ? page_get(page, "case.url") : NULL, NULL, page_get(page, "case.shown"));
	if (last)
		page_crumb(page, NULL, NULL, last);
}

void
case_into(struct request *rq, struct page *page, struct case_row *c)
{
	struct case_terms terms;

	page_text(page, "page.title", page_get(page, "case.title"));
	case_crumbs(page, NULL);
	flow_into(rq, page, c);
	materials_into(rq, page, c);
	answers_into(rq, page, c);
	if (clocks_terms(rq, c->id, &terms))
		clocks_into(rq, page, &terms);
	timeline_into(rq, page, c);
	opinions_into(rq, page, c);
	corrections_into(rq, page, c);
	papers_into(rq, page, c->id, true);
	recall_links_into(rq, page, c);
	licence_into(rq, page, c);
	promises_into(rq, page, c);
	outcome_into(rq, page, c);
	actions_into(rq, page, c);
	case_messages_into(rq, page, c);
}

enum reply
case_show(struct request *rq, struct page *page)
{
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	case_into(rq, page, &c);
	return REPLY_PAGE;
}
