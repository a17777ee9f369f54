/* my_case.c - one case as its applicant sees it: where it stands, what is asked, what may be done, why that day. */
#include "fcgi/public/after.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "fcgi/worker/outcome.h"
#include "fcgi/worker/papers.h"
#include "generated/queries/apply.h"
#include "fcgi/worker/clocks.h"

/* ---- timeline ---- */

static const struct {
	const char *event;
	const char *kind;
	bool reasoned;			/* the reason is for the applicant to read */
} told[] = {
	{ "submit", "", false }, { "take_back", "", false }, { "ask_correction", "wait", true }, { "resubmit", "", false },
	{ "accept", "good", false }, { "deem_accepted", "good", false }, { "refuse_acceptance", "bad", true },
	{ "start_review", "", false }, { "grant", "good", true }, { "deny", "bad", true }, { "close", "", false },
	{ "deliver", "good", false }, { "withdraw", "", true }, { "lapse", "bad", false },
	{ "receive", "", false }, { "precheck", "good", false }, { "ask_supplement", "wait", true }, { "supply", "", false },
	{ "suspend", "wait", true }, { "resume", "", false }, { "extend", "wait", true }, { "keep_promise", "", false },
	{ "bill", "wait", true }, { "pay", "good", true }, { "waive", "good", true }, { "send", "", true },
	{ "return_promise", "wait", true }, { "terminate", "bad", true }, { "recompute", "", true },
	{ "rate", "", false }, { "call_back", "", false },
};

/* Who hears of an event, and how; -1 for what is the office's own business (claims, opinions). */
static int
told_at(const char *event)
{
	for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++)
		if (text_is(told[i].event, event))
			return (int)i;
	return -1;
}

/* No colleague's name: an organ acts, or the applicant, or the clock. */
static const char *
actor_text(struct page *page, const char *kind)
{
	if (text_is(kind, "staff"))
		return page_get(page, "case.organ_name");
	return page_word(page, text_is(kind, "clock") ? "role.clock" : "role.applicant");
}

/* What is told beside an event: the reason of a decision, or how the outcome came to its receiver. */
static void
event_note(struct request *rq, struct page *page, const char *row, const struct query *q, bool reasoned)
{
	const char *by = query_get(q, "delivered_by");

	if (*by == '\0')
		page_sub(page, row, "note", reasoned ? query_get(q, "reason") : "");
	else
		page_say(page, arena_format(rq->arena, "%s.note", row), arena_format(rq->arena, "office.delivered_by_%s", by),
		    "receiver", query_get(q, "receiver"), "tracking", query_get(q, "tracking_number"), NULL);
}

static const char *
event_title(struct request *rq, struct page *page, const struct query *q)
{
	const char *kind = query_get(q, "kind");

	if (text_is(kind, "returned"))
		return page_word(page, "delivery_page.came_back");
	if (text_is(kind, "cancelled"))
		return page_word(page, "fee.was_cancelled");
	return page_word(page, arena_format(rq->arena, "event.%s", query_get(q, "event")));
}

static void
events_into(struct request *rq, struct page *page, const struct own *o)
{
	struct query *q = query(rq, Q_OWN_EVENTS);
	size_t n = 0;

	query_number(q, "id", (long long)o->id);
	while (query_next(q)) {
		int at = told_at(query_get(q, "event"));
		const char *row = arena_format(rq->arena, "events.%zu", n);

		if (at < 0)
			continue;
		query_row_into(q, page, row);
		page_sub(page, row, "at_text", page_get(page, arena_format(rq->arena, "%s.at.text", row)));
		page_sub(page, row, "title", event_title(rq, page, q));
		page_sub(page, row, "who", actor_text(page, query_get(q, "actor_kind")));
		page_sub(page, row, "kind", told[at].kind);
		event_note(rq, page, row, q, told[at].reasoned);
		n++;
	}
	if (n > 0 && state_open(o->state))
		page_text(page, arena_format(rq->arena, "events.%zu.current", n - 1), "1");
}

/* ---- the list of defects ---- */

bool
own_list_into(struct request *rq, struct page *page, const struct own *o)
{
	struct query *q = query(rq, Q_CORRECTION_LOAD), *lines = query(rq, Q_CORRECTION_LINES);
	bool complete = true;

	query_number(q, "id", (long long)o->id);
	query_number(q, "round", o->round);
	query_into_one(q, page, "correction");
	query_number(lines, "id", (long long)o->id);
	query_number(lines, "version_id", (long long)o->item_version);
	query_number(lines, "round", o->round);
	for (size_t n = 0; query_next(lines); n++) {
		const char *row = arena_format(rq->arena, "correction.lines.%zu", n);
		bool form = query_is_null(lines, "material");
		bool answered = form || query_get_number(lines, "files_now") > 0 ||
		    text_is(query_get(lines, "given"), "promise") || text_is(query_get(lines, "given"), "paper") ||
		    text_is(query_get(lines, "given"), "not_needed");

		query_row_into(lines, page, row);
		page_sub(page, row, "url", form ? arena_format(rq->arena, "/applications/%llu/form/1",
		    (unsigned long long)o->id) : arena_format(rq->arena, "/applications/%llu/materials/%s",
		    (unsigned long long)o->id, query_get(lines, "material")));
		page_sub(page, row, "state", form ? "optional" : answered ? "done" : "todo");
		complete = complete && answered;
	}
	return complete;
}

/* ---- the page ---- */

/* Since when the present limit runs. */
static instant
limit_since(const struct own *o, instant answered_at)
{
	if (o->decided_at != INSTANT_NONE && o->state >= STATE_GRANTED)
		return o->decided_at;
	if (o->accepted_at != INSTANT_NONE)
		return o->accepted_at;
	return answered_at != INSTANT_NONE ? answered_at : o->submitted_at;
}

static void
acts_into(struct request *rq, struct page *page, const struct own *o)
{
	page_flag(page, "may_withdraw", !step_find(o->state, EVENT_WITHDRAW, rq->who.roles).refused);
	if (o->state == STATE_SUBMITTED && step_may_take_back(o->submitted_at, rq->now)) {
		page_instant(page, "take_back_until", instant_add(o->submitted_at, STEP_TAKE_BACK));
		page_say(page, "take_back_text", "receipt.take_back", "until", page_get(page, "take_back_until.clock"), NULL);
	}
	page_text(page, "due_url", o->submitted_at != INSTANT_NONE ? arena_format(rq->arena, "%s/due",
	    page_get(page, "case.my_url")) : "");
	page_text(page, "withdraw_url", arena_format(rq->arena, "%s/withdraw", page_get(page, "case.my_url")));
	page_text(page, "answer_act", o->state == STATE_SUPPLEMENT ? "supply" : "resubmit");
	page_text(page, "answer_url", arena_format(rq->arena, "%s/%s", page_get(page, "case.my_url"),
	    page_get(page, "answer_act")));
	page_text(page, "receipt_url", arena_format(rq->arena, "%s/receipt", page_get(page, "case.url")));
}

static struct query *
terms_load(struct request *rq, const struct own *o)
{
	struct query *q = query(rq, Q_OWN_TERMS);

	query_number(q, "id", (long long)o->id);
	query_number(q, "version_id", (long long)o->item_version);
	return query_next(q) ? q : NULL;
}

void
my_case_crumbs(struct page *page, const char *here)
{
	own_crumbs(page, "my.cases");
	page_crumb(page, here == NULL ? "" : page_get(page, "case.my_url"), NULL, page_get(page, "case.shown"));
	if (here != NULL)
		page_crumb(page, "", here, NULL);
}

enum reply
my_case_show(struct request *rq, struct page *page)
{
	struct case_terms dates;
	struct query *terms;
	struct own o;

	if (!own_load_by_number(rq, page, &o) || (terms = terms_load(rq, &o)) == NULL)
		return REPLY_NOT_FOUND;
	own_standing_into(rq, page, "case", o.state, limit_since(&o, query_get_instant(terms, "answered_at")), o.due_on,
	    o.calendar);
	if (clocks_terms(rq, o.id, &dates))
		clocks_into(rq, page, &dates);
	events_into(rq, page, &o);
	rate_link_into(rq, page, &o);
	case_seal_into(rq, page, o.id);
	application_into(rq, page, &o);
	papers_into(rq, page, o.id, true);
	own_promises_into(rq, page, &o);
	bills_into(rq, page, o.id, arena_format(rq->arena, "%s/fees", page_get(page, "case.my_url")));
	deliveries_into(rq, page, o.id);
	my_delivery_into(rq, page, &o);
	if (*page_get(page, "case.precheck_at") && !day_known(o.due_on) &&
	    (o.state == STATE_SUBMITTED || o.state == STATE_RESUBMITTED))
		page_text(page, "case.next", page_word(page, "next.prechecked"));
	acts_into(rq, page, &o);
	if (own_asked(&o))
		page_flag(page, "correction_complete", own_list_into(rq, page, &o));
	page_text(page, "optional.note", "1");
	page_text(page, "optional.reason", "1");
	page_text(page, "page.title", page_get(page, "case.title"));
	my_case_crumbs(page, NULL);
	return REPLY_PAGE;
}

/* ---- answering a list, withdrawing ---- */

static const struct field resubmit_fields[] = {
	{ "note", FIELD_LINES, .most = 1000 },
};
const struct form resubmit_form = FORM(resubmit_fields);

void
own_list_close(struct request *rq, const struct own *o)
{
	struct query *q = query(rq, Q_CORRECTION_ANSWERED);

	query_number(q, "id", (long long)o->id);
	query_number(q, "round", o->round);
	query_instant(q, "now", rq->now);
	query_run(q);
}

enum reply
my_case_resubmit(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct case_dates dates;
	struct case_terms terms;
	struct own o;

	if (!own_load_by_number(rq, page, &o) || !case_terms_load(rq->db, rq->arena, o.id, &terms))
		return REPLY_NOT_FOUND;
	if (o.state == STATE_CORRECTION && !own_list_into(rq, page, &o))
		return page_refuse(page, "correction_open");
	terms.state = STATE_RESUBMITTED;
	terms.answered_at = rq->now;
	dates = case_dates_of(request_calendar(rq), &terms);
	if (!own_act(rq, page, &o, EVENT_RESUBMIT, o.version, form_get(rq, "note"), record_detail(rq->arena, "round",
	    arena_format(rq->arena, "%lld", o.round), CASE_DATES_PAIRS(rq->arena, dates), NULL), &reply))
		return reply;
	own_list_close(rq, &o);
	case_dates_write(rq->db, rq->arena, o.id, &dates);
	own_told(rq, &o);
	return page_go(page, "/my/cases/", o.number, "?done=resubmitted", NULL);
}

static const struct field withdraw_fields[] = {
	{ "reason", FIELD_LINES, .most = 500 },
};
const struct form withdraw_form = FORM(withdraw_fields);

enum reply
withdraw_show(struct request *rq, struct page *page)
{
	struct own o;

	if (!own_load_by_number(rq, page, &o))
		return REPLY_NOT_FOUND;
	page_flag(page, "may_withdraw", !step_find(o.state, EVENT_WITHDRAW, rq->who.roles).refused);
	page_text(page, "optional.reason", "1");
	my_case_crumbs(page, "my.withdraw");
	return REPLY_PAGE;
}

enum reply
withdraw(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct query *q;
	struct own o;

	if (!own_load_by_number(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (!own_act(rq, page, &o, EVENT_WITHDRAW, o.version, form_get(rq, "reason"),
	    record_detail(rq->arena, "due_on", "", NULL), &reply))
		return reply;
	q = query(rq, Q_CASE_WITHDRAWN);
	query_number(q, "id", (long long)o.id);
	query_number(q, "applicant", (long long)rq->who.account);
	query_run(q);
	own_told(rq, &o);
	return page_go(page, "/my/cases/", o.number, "?done=withdrawn", NULL);
}
