/* What an officer does to a case.  Each act: load, step, write what the step leaves to write, go back to the case. */
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/office/licence.h"
#include "fcgi/worker/form.h"
#include "generated/queries/office.h"
#include "record/case_act.h"
#include "record/case_flow.h"

#include <string.h>

static struct actor
officer(const struct request *rq)
{
	return (struct actor){
		.account = rq->who.account,
		.kind = "staff",
		.name = rq->who.name,
		.organ = rq->who.organ,
		.roles = rq->who.roles & CASE_READERS,
	};
}

bool
case_step(struct request *rq, struct page *page, struct case_row *c, enum event event, const char *reason,
    const char *detail, enum reply *reply)
{
	return case_step_from(rq, page, c, event, form_number(rq, "version"), reason, detail, reply);
}

bool
case_step_from(struct request *rq, struct page *page, struct case_row *c, enum event event, long long version,
    const char *reason, const char *detail, enum reply *reply)
{
	uint8_t key[KEY_BYTES];
	enum refusal refused;

	if (!c->own && event != EVENT_TASK && event != EVENT_SEND_BACK && event != EVENT_ACKNOWLEDGE) {
		*reply = page_refuse(page, refusal_name(REFUSED_TASK));
		return false;
	}
	c->act = (struct case_act){
		.case_id = c->id,
		.was = c->state,
		.version = version,
		.event = event,
		.by = officer(rq),
		.at = rq->now,
		.reason = reason,
		.detail = detail,
		.nothing_handed = c->nothing_handed,
	};
	request_key(rq, RECORD_KEY, key);
	switch (case_act(rq->db, rq->arena, key, &c->act, &refused)) {
	case ACT_DONE:
		return true;
	case ACT_REFUSED:
		*reply = page_refuse(page, refusal_name(refused));
		return false;
	case ACT_CONFLICT:
		break;
	}
	*reply = REPLY_CONFLICT;
	return false;
}

void
case_told(struct request *rq, const struct case_row *c)
{
	uint8_t key[KEY_BYTES];

	request_key(rq, RECORD_KEY, key);
	case_tell(rq->db, rq->arena, key, &c->act);
}

enum reply
case_go(struct request *rq, struct page *page, const struct case_row *c, const char *code)
{
	case_told(rq, c);
	return page_go(page, "/office/cases/", c->number, "?done=", code, NULL);
}

/* ---- by one button ---- */

static void
first_receiver_set(struct request *rq, const struct case_row *c)
{
	struct query *q = query(rq, Q_CASE_FIRST_RECEIVER);

	query_number(q, "id", (long long)c->id);
	query_number(q, "receiver", (long long)rq->who.account);
	query_text(q, "receiver_name", rq->who.name);
	query_run(q);
}

enum reply
case_claim(struct request *rq, struct page *page)
{
	struct case_row c;
	enum reply reply;
	struct query *q;
	bool first;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	first = *page_get(page, "case.received_name") == '\0';
	if (!case_step(rq, page, &c, EVENT_CLAIM, NULL, record_detail(rq->arena, "kind", "claim",
	    "from", page_get(page, "case.claimed_name"), "to", rq->who.name,
	    "claimed_by", record_number(rq->arena, rq->who.account),
	    "received_name", first ? rq->who.name : NULL,
	    "received_by", first ? record_number(rq->arena, rq->who.account) : NULL, NULL), &reply))
		return reply;
	if (first)
		first_receiver_set(rq, &c);
	q = query(rq, Q_CASE_CLAIM);
	query_number(q, "id", (long long)c.id);
	query_number(q, "claimed_by", (long long)rq->who.account);
	query_run(q);
	return case_go(rq, page, &c, "claimed");
}

/* Who begins the review has the case in hand. */
enum reply
case_start_review(struct request *rq, struct page *page)
{
	struct case_row c;
	enum reply reply;
	struct query *q;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!case_step(rq, page, &c, EVENT_START_REVIEW, NULL, record_detail(rq->arena,
	    "claimed_by", record_number(rq->arena, rq->who.account), NULL), &reply))
		return reply;
	q = query(rq, Q_CASE_CLAIM);
	query_number(q, "id", (long long)c.id);
	query_number(q, "claimed_by", (long long)rq->who.account);
	query_run(q);
	return case_go(rq, page, &c, "review_started");
}

enum reply
case_close(struct request *rq, struct page *page)
{
	struct case_row c;
	enum reply reply;
	struct query *q;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!case_step(rq, page, &c, EVENT_CLOSE, NULL, record_detail(rq->arena,
	    "closed_at", record_instant(rq->arena, rq->now), NULL), &reply))
		return reply;
	q = query(rq, Q_CASE_CLOSE);
	query_number(q, "id", (long long)c.id);
	query_instant(q, "now", rq->now);
	query_run(q);
	return case_go(rq, page, &c, "closed");
}

/* ---- with a form ---- */

enum reply
case_refuse(struct request *rq, struct page *page)
{
	const char *reason = form_get(rq, "refusal_reason");
	struct case_row c;
	enum reply reply;
	struct query *q;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!case_step(rq, page, &c, EVENT_REFUSE_ACCEPTANCE, reason, record_detail(rq->arena,
	    "closed_at", record_instant(rq->arena, rq->now), "decision_reason", reason, "due_on", "", NULL), &reply))
		return reply;
	q = query(rq, Q_CASE_REFUSE);
	query_number(q, "id", (long long)c.id);
	query_instant(q, "now", rq->now);
	query_text(q, "reason", reason);
	query_run(q);
	return case_go(rq, page, &c, "not_accepted");
}

enum reply
case_opinion(struct request *rq, struct page *page)
{
	unsigned role = rq->who.roles & ROLE_APPROVER ? ROLE_APPROVER : ROLE_REVIEWER;
	struct case_row c;
	enum reply reply;
	struct query *q;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!case_step(rq, page, &c, EVENT_OPINION, form_get(rq, "opinion_text"),
	    record_detail(rq->arena, "verdict", form_get(rq, "verdict"), NULL), &reply))
		return reply;
	q = query(rq, Q_OPINION_ADD);
	query_number(q, "id", (long long)c.id);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_text(q, "organ", rq->who.organ);
	query_text(q, "role", role_name(role));
	query_text(q, "verdict", form_get(rq, "verdict"));
	query_text(q, "body", form_get(rq, "opinion_text"));
	query_instant(q, "now", rq->now);
	query_run(q);
	return case_go(rq, page, &c, "opinion_added");
}

static enum reply
case_decide(struct request *rq, struct page *page, enum event event, const char *reason, const char *outcome,
    const char *more, const char *code)
{
	struct case_dates dates;
	struct case_terms terms;
	struct case_row c;
	enum reply reply;
	struct query *q;

	if (!case_load(rq, page, &c) || !case_terms_load(rq->db, rq->arena, c.id, &terms))
		return REPLY_NOT_FOUND;
	terms.state = event == EVENT_GRANT ? STATE_GRANTED : STATE_DENIED;
	terms.decided_at = rq->now;
	dates = case_dates_of(request_calendar(rq), &terms);
	if (!case_step(rq, page, &c, event, reason, record_detail_join(rq->arena, more, record_detail(rq->arena,
	    "decided_at", record_instant(rq->arena, rq->now), "decision_reason", reason, "outcome_number", outcome,
	    "claimed_by", "", CASE_DATES_PAIRS(rq->arena, dates), NULL)), &reply))
		return reply;
	q = query(rq, Q_CASE_DECIDE);
	query_number(q, "id", (long long)c.id);
	query_instant(q, "now", rq->now);
	query_text(q, "reason", reason);
	query_text(q, "outcome_number", outcome);
	query_run(q);
	case_dates_write(rq->db, rq->arena, c.id, &dates);
	case_flow_decide(rq->db, rq->arena, request_calendar(rq), c.id, event == EVENT_GRANT, rq->now);
	return case_go(rq, page, &c, code);
}

enum reply
case_grant(struct request *rq, struct page *page)
{
	const char *validity = "";
	enum refusal refused;
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	/* Whoever may not grant is told so, and not what is missing in the form. */
	refused = c.own ? step_find(c.state, EVENT_GRANT, rq->who.roles & CASE_READERS).refused : REFUSED_TASK;
	if (!refused)
		refused = case_flow_refuses(rq->db, rq->arena, c.id);
	if (refused)
		return page_refuse(page, refusal_name(refused));
	if (!validity_read(rq, page, &validity))
		return REPLY_INVALID;
	return case_decide(rq, page, EVENT_GRANT, form_get(rq, "decision_note"), form_get(rq, "outcome_number"),
	    validity, "granted");
}

enum reply
case_deny(struct request *rq, struct page *page)
{
	return case_decide(rq, page, EVENT_DENY, form_get(rq, "denial_reason"), "", "", "denied");
}

/* ---- handing over ---- */

/* Walks the colleagues who could claim the case as it stands; the next one, or false. */
static bool
colleague_next(struct query *q, enum state state)
{
	while (query_next(q))
		if (!step_find(state, EVENT_CLAIM, roles_named(query_get(q, "roles"))).refused)
			return true;
	return false;
}

static struct query *
colleagues(struct request *rq)
{
	struct query *q = query(rq, Q_COLLEAGUES);

	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	return q;
}

static void
colleague_choice(struct request *rq, struct page *page, size_t n, const char *value, const char *label)
{
	const char *name = arena_format(rq->arena, "choices.colleague.%zu", n);

	page_sub(page, name, "value", value);
	page_sub(page, name, "label", label);
	page_flag(page, arena_format(rq->arena, "%s.checked", name), text_is(value, form_get(rq, "colleague")));
}

static void
colleagues_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q = colleagues(rq);
	size_t n = 0;

	colleague_choice(rq, page, n++, "0", page_word(page, "office.nobody"));
	while (colleague_next(q, c->state))
		if ((uint64_t)query_get_number(q, "id") != c->claimed_by)
			colleague_choice(rq, page, n++, query_get(q, "id"), query_get(q, "name"));
}

/* The name of the colleague chosen: "" for nobody in particular, NULL for one who cannot take it. */
static const char *
colleague_chosen(struct request *rq, const struct case_row *c)
{
	long long id = form_number(rq, "colleague");
	struct query *q;

	if (id == 0)
		return "";
	q = colleagues(rq);
	while (colleague_next(q, c->state))
		if (query_get_number(q, "id") == id)
			return query_get(q, "name");
	return NULL;
}

enum reply
case_hand_over(struct request *rq, struct page *page)
{
	const char *to;
	struct case_row c;
	enum reply reply;
	struct query *q;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	to = colleague_chosen(rq, &c);
	if (!to) {
		form_error(page, "colleague", "unknown");
		return REPLY_INVALID;
	}
	if (!case_step(rq, page, &c, EVENT_CLAIM, form_get(rq, "hand_over_reason"), record_detail(rq->arena,
	    "kind", *to ? "hand_over" : "put_back", "from", page_get(page, "case.claimed_name"), "to", to,
	    "claimed_by", *to ? record_number(rq->arena, (uint64_t)form_number(rq, "colleague")) : "", NULL),
	    &reply))
		return reply;
	q = query(rq, Q_CASE_CLAIM);
	query_number(q, "id", (long long)c.id);
	if (*to)
		query_number(q, "claimed_by", form_number(rq, "colleague"));
	else
		query_null(q, "claimed_by");
	query_run(q);
	return case_go(rq, page, &c, *to ? "handed_over" : "put_back");
}

/* ---- the forms ---- */

/* The event a form is for: the last part of its address.  Handing over is a claim on another's behalf. */
static enum event
event_asked(const struct request *rq, const char **name)
{
	const char *last = strrchr(rq->path, '/');
	enum event event;

	*name = last ? last + 1 : "";
	return event_named(*name, &event) ? event : EVENT_CLAIM;
}

bool
act_allowed(struct request *rq, struct page *page, struct case_row *c, enum event event)
{
	enum refusal refused = c->own ? step_find(c->state, event, rq->who.roles & CASE_READERS).refused : REFUSED_TASK;

	if (!refused)
		return true;
	page_template(page, "office/case.cs");
	page_refuse(page, refusal_name(refused));
	case_into(rq, page, c);
	return false;
}

enum reply
act_show(struct request *rq, struct page *page)
{
	static const char *const verdicts[] = { "agree", "disagree", "note", NULL };
	struct case_row c;
	const char *name;
	enum event event = event_asked(rq, &name);

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!act_allowed(rq, page, &c, event))
		return REPLY_PAGE;
	page_text(page, "act", name);
	page_text(page, "page.title", page_word(page, arena_format(rq->arena, "action.%s", name)));
	case_crumbs(page, page_get(page, "page.title"));
	page_flag(page, "optional.outcome_number", true);
	page_flag(page, "optional.hand_over_reason", true);
	if (text_is(name, "grant") && !*form_get(rq, "decision_note"))
		page_text(page, "form.decision_note", page_word(page, "office.grant_usual"));
	if (text_is(name, "grant"))
		validity_into(rq, page);
	page_choices(page, "verdict", verdicts, "verdict", form_get(rq, "verdict"));
	if (text_is(name, "hand_over"))
		colleagues_into(rq, page, &c);
	return REPLY_PAGE;
}
