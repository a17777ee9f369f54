/*
 * Publicity of results, as the organ keeps it: what waits to be published, what is withheld and on which ground, what
 * was corrected or withdrawn and why.  The clock publishes (clock/outcomes.c); only an approver changes anything.
 */
#include "fcgi/office/outcome.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"
#include "generated/queries/outcome.h"
#include "rules/number.h"
#include "rules/publicity.h"

enum { PER_PAGE = 20 };

static const char *const states[] = { "waiting", "valid", "withheld", "revoked", "withdrawn", NULL };
static const struct field notices_fields[] = {
	{ "state", FIELD_CHOICE, .choices = states },
	{ "page", FIELD_NUMBER, .least = 1, .most = 500 },
};
const struct form notices_form = FORM(notices_fields);

static const char *const acts[] = { "withhold", "release", "correct", "withdraw", NULL };
static const char *const grounds[] = { "state_secret", "law_forbids", "security", "trade_secret", "privacy", NULL };
static const struct field notice_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "notice_act", FIELD_CHOICE, .required = true, .choices = acts },
	{ "ground", FIELD_CHOICE, .choices = grounds },
	{ "notice_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
	{ "document_number", FIELD_TEXT, .most = 160 },
	{ "outcome_number", FIELD_TEXT, .most = 100 },
	{ "notice_validity", FIELD_TEXT, .most = 500 },
};
const struct form notice_form = FORM(notice_fields);

/* ---- the list ---- */

static void
tabs_into(struct request *rq, struct page *page, const char *state)
{
	struct query *q = query(rq, Q_NOTICES_COUNTS);

	query_text(q, "organ", rq->who.organ);
	for (size_t i = 0; states[i] != NULL; i++) {
		const char *tab = arena_format(rq->arena, "tabs.%zu", i);

		page_sub(page, tab, "label", page_word(page, arena_format(rq->arena, "result_state.%s", states[i])));
		page_sub(page, tab, "url", arena_format(rq->arena, "/office/notices?state=%s", states[i]));
		page_sub(page, tab, "count", "0");
		page_flag(page, arena_format(rq->arena, "%s.current", tab), text_is(states[i], state));
	}
	while (query_next(q))
		for (size_t i = 0; states[i] != NULL; i++)
			if (text_is(states[i], query_get(q, "state")))
				page_sub(page, arena_format(rq->arena, "tabs.%zu", i), "count", query_get(q, "notices"));
}

enum reply
notices_show(struct request *rq, struct page *page)
{
	const char *state = *form_get(rq, "state") ? form_get(rq, "state") : "waiting";
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, found = 0;
	struct query *q = query(rq, Q_NOTICES_OF_ORGAN);
	char shown[CASE_NUMBER_SHOWN];

	tabs_into(rq, page, state);
	query_text(q, "organ", rq->who.organ);
	query_text(q, "state", state);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "rows.%zu", n);

		found = query_get_number(q, "found");
		query_row_into(q, page, row);
		page_sub(page, row, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
		page_sub(page, row, "url", arena_format(rq->arena, "/office/cases/%s/notice", query_get(q, "number")));
	}
	page_text(page, "state", state);
	page_pager(page, number, PER_PAGE, found);
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, NULL, "publicity.title", NULL);
	return REPLY_PAGE;
}

/* ---- one notice ---- */

static struct query *
notice_load(struct request *rq, struct page *page, struct case_row *c, enum result_state *state)
{
	struct query *q;

	if (!case_load(rq, page, c) || !c->own)
		return NULL;
	q = query(rq, Q_NOTICE_OF_CASE);
	query_number(q, "id", (long long)c->id);
	if (!query_next(q) || !result_state_named(query_get(q, "state"), state))
		return NULL;
	query_row_into(q, page, "row");
	page_textf(page, "row.url", "/office/cases/%s/notice", c->number);
	return q;
}

/* Only what may be done now. */
static size_t
acts_into(struct request *rq, struct page *page, enum result_state from)
{
	enum publicity_act act;
	enum result_state to;
	size_t n = 0;

	for (size_t i = 0; acts[i] != NULL; i++) {
		const char *row = arena_format(rq->arena, "choices.notice_act.%zu", n);

		if (!publicity_act_named(acts[i], &act) || !publicity_after(from, act, &to))
			continue;
		page_sub(page, row, "value", acts[i]);
		page_sub(page, row, "label", page_word(page, arena_format(rq->arena, "publicity_act.%s", acts[i])));
		page_flag(page, arena_format(rq->arena, "%s.checked", row), text_is(acts[i], form_get(rq, "notice_act")));
		page_flag(page, arena_format(rq->arena, "may.%s", acts[i]), true);
		n++;
	}
	return n;
}

enum reply
notice_show(struct request *rq, struct page *page)
{
	enum result_state state;
	struct case_row c;
	struct query *q = notice_load(rq, page, &c, &state), *history;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	page_flag(page, "may_change", (rq->who.roles & ROLE_APPROVER) != 0 && acts_into(rq, page, state) > 0);
	page_choices(page, "ground", grounds, "publicity_ground", form_get(rq, "ground"));
	if (rq->route->method == GET) {
		page_text(page, "form.document_number", query_get(q, "document_number"));
		page_text(page, "form.outcome_number", query_get(q, "outcome_number"));
		page_text(page, "form.notice_validity", query_get(q, "validity"));
	}
	page_text(page, "row.public_url", result_shown(state) ? arena_format(rq->arena, "/open/results/%s", query_get(q, "id")) : "");
	history = query(rq, Q_NOTICE_HISTORY);
	query_number(history, "notice", query_get_number(q, "id"));
	query_into(history, page, "history");
	case_crumbs(page, page_word(page, "publicity.notice"));
	return REPLY_PAGE;
}

static void
change_note(struct request *rq, const struct query *notice, const char *act, const char *before)
{
	struct query *q = query(rq, Q_NOTICE_NOTE_ADD);

	query_number(q, "notice", query_get_number(notice, "id"));
	query_instant(q, "now", rq->now);
	query_text(q, "act", act);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_text(q, "ground", text_is(act, "withhold") ? form_get(rq, "ground") : "");
	query_text(q, "reason", form_get(rq, "notice_reason"));
	query_text(q, "before", before);
	query_run(q);
}

static bool
change_write(struct request *rq, const struct query *notice, enum publicity_act act, enum result_state to)
{
	struct query *q = query(rq, act == PUBLICITY_CORRECT ? Q_NOTICE_CORRECT : Q_NOTICE_STATE_SET);

	query_number(q, "notice", query_get_number(notice, "id"));
	query_number(q, "version", form_number(rq, "version"));
	query_text(q, "was", query_get(notice, "state"));
	query_text(q, "note", form_get(rq, "notice_reason"));
	query_instant(q, "now", rq->now);
	if (act == PUBLICITY_CORRECT) {
		query_text(q, "document_number", form_get(rq, "document_number"));
		query_text(q, "outcome_number", form_get(rq, "outcome_number"));
		query_text(q, "validity", form_get(rq, "notice_validity"));
	} else {
		query_text(q, "state", result_state_name(to));
		query_text(q, "ground", act == PUBLICITY_WITHHOLD ? form_get(rq, "ground") : "");
	}
	return query_run(q) == 1;
}

enum reply
notice_change(struct request *rq, struct page *page)
{
	enum publicity_act act = PUBLICITY_WITHHOLD;
	enum result_state state, to;
	struct case_row c;
	struct query *q = notice_load(rq, page, &c, &state);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!publicity_act_named(form_get(rq, "notice_act"), &act) || !publicity_after(state, act, &to))
		return page_refuse(page, "publicity_state");
	if (act == PUBLICITY_WITHHOLD && *form_get(rq, "ground") == '\0') {
		form_error(page, "ground", "required");
		return REPLY_INVALID;
	}
	if (!change_write(rq, q, act, to))
		return REPLY_CONFLICT;
	change_note(rq, q, publicity_act_name(act), act != PUBLICITY_CORRECT ? "" : record_detail(rq->arena, "document_number",
	    query_get(q, "document_number"), "outcome_number", query_get(q, "outcome_number"), "validity",
	    query_get(q, "validity"), NULL));
	return page_go(page, "/office/cases/", c.number, "/notice?done=notice_changed", NULL);
}
