/*
 * callback.c - bad ratings: somebody is assigned, calls, finds whether it is true, has it mended and says so.
 *
 * What is done is a row of the call-back's own history; from the call on it is
 * an event of the case too.  A colleague sees what was said and not more of who
 * said it than is needed: the telephone is for whoever is to call.
 */
#include "fcgi/office/after.h"
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/callback.h"
#include "record/notice.h"
#include "rules/mask.h"
#include "rules/number.h"
#include "rules/rating.h"

#include <stdlib.h>
#include <string.h>

enum { PER_PAGE = 20, PEOPLE_MOST = 200 };

static const char *const sides[] = { "open", "closed", NULL };
static const char *const tags[] = { RATING_TAGS(NAMES_TEXT) NULL };
static const char *const verdicts[] = { "true", "mistaken", "false", NULL };
static const char *const judgements[] = { "uphold", "reject", NULL };

#define VERSION	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 100000 }

static const struct field callbacks_fields[] = {
	{ "side", FIELD_CHOICE, .choices = sides },
	{ "page", FIELD_NUMBER, .least = 1, .most = 1000 },
};
const struct form callbacks_form = FORM(callbacks_fields);
static const struct field assign_fields[] = {
	VERSION, { "callback_to", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000000 },
};
const struct form callback_assign_form = FORM(assign_fields);
static const struct field call_fields[] = {
	VERSION, { "callback_verdict", FIELD_CHOICE, .required = true, .choices = verdicts },
	{ "callback_note", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form callback_call_form = FORM(call_fields);
static const struct field judge_fields[] = {
	VERSION, { "callback_judgement", FIELD_CHOICE, .required = true, .choices = judgements },
	{ "callback_judge_note", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form callback_judge_form = FORM(judge_fields);
static const struct field mend_fields[] = {
	VERSION, { "callback_mended", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
	{ "callback_reply", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form callback_mend_form = FORM(mend_fields);

struct callback {
	uint64_t id;
	long long version;
	enum callback_state state;
	struct callback_people people;
	struct callback_days days;
	const char *verdict, *mended, *reply;
	struct case_row of;		/* as far as case_step_from reads it */
};

/* ---- the list ---- */

static const char *
shown_number(struct request *rq, const char *number)
{
	char shown[CASE_NUMBER_SHOWN];

	return case_number_show(number, shown) ? arena_text(rq->arena, shown) : number;
}

static long long
sides_into(struct request *rq, struct page *page, const char *current)
{
	struct query *q = query(rq, Q_CALLBACK_COUNTS);
	long long total = 0;

	query_text(q, "organ", rq->who.organ);
	if (!query_next(q))
		return 0;
	for (size_t i = 0; sides[i] != NULL; i++) {
		const char *row = arena_format(rq->arena, "tabs.%zu", i);

		page_sub(page, row, "label", page_word_below(page, "callback_side", sides[i]));
		page_sub(page, row, "url", arena_format(rq->arena, "/office/callbacks?side=%s", sides[i]));
		page_sub(page, row, "count", query_get(q, sides[i]));
		page_flag(page, arena_format(rq->arena, "%s.current", row), text_is(sides[i], current));
		if (text_is(sides[i], current))
			total = query_get_number(q, sides[i]);
	}
	return total;
}

static void
due_tag_into(struct request *rq, struct page *page, const char *name, const struct query *q)
{
	struct clock clock = { .calendar = request_calendar(rq), .from = day_of_instant(query_get_instant(q, "opened_at")),
	    .due = query_get_day(q, "due_on") };

	due_into(rq, page, name, &clock);
}

enum reply
callbacks_show(struct request *rq, struct page *page)
{
	const char *side = text_is(form_get(rq, "side"), "closed") ? "closed" : "open";
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, total = sides_into(rq, page, side);
	struct query *q = query(rq, Q_CALLBACKS_LIST);

	query_text(q, "organ", rq->who.organ);
	query_number(q, "closed", text_is(side, "closed"));
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "callbacks.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "title", query_said(rq, q, "title"));
		page_sub(page, row, "url", arena_format(rq->arena, "/office/callbacks/%s", query_get(q, "id")));
		page_sub(page, row, "shown", shown_number(rq, query_get(q, "number")));
		due_tag_into(rq, page, arena_format(rq->arena, "%s.due", row), q);
	}
	page_pager(page, number, PER_PAGE, total);
	page_text(page, "side", side);
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, NULL, "callback.title", NULL);
	return REPLY_PAGE;
}

/* ---- one of them ---- */

static struct query *
callback_load(struct request *rq, struct callback *b)
{
	struct query *q = query(rq, Q_CALLBACK_LOAD);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "organ", rq->who.organ);
	if (!query_next(q) || !callback_state_named(query_get(q, "state"), &b->state))
		return NULL;
	b->id = (uint64_t)query_get_number(q, "id");
	b->version = query_get_number(q, "version");
	b->people = (struct callback_people){ rq->who.account, (uint64_t)query_get_number(q, "assigned_to"),
	    (uint64_t)query_get_number(q, "called_by"), (rq->who.roles & ROLE_LEADER) != 0 };
	b->days = (struct callback_days){ query_get_day(q, "assign_by_on"), query_get_day(q, "call_by_on"),
	    query_get_day(q, "mend_by_on") };
	b->verdict = query_get(q, "verdict");
	b->mended = query_get(q, "mended");
	b->reply = query_get(q, "reply");
	b->of = (struct case_row){ .id = (uint64_t)query_get_number(q, "case_id"), .number = query_get(q, "number"),
	    .version = query_get_number(q, "case_version"), .own = true };
	return state_named(query_get(q, "case_state"), &b->of.state) ? q : NULL;
}

static bool
may(const struct callback *b, enum callback_act act)
{
	enum callback_state to;

	return callback_step(b->state, act, &b->people, &to) == CALLBACK_MAY;
}

/* Whom the call-back may be given to; the chosen one's name, NULL when it is none of them. */
static const char *
people_into(struct request *rq, struct page *page, uint64_t chosen)
{
	struct query *q = query(rq, Q_CALLBACK_PEOPLE);
	const char *name = NULL;

	query_text(q, "organ", rq->who.organ);
	query_day(q, "today", rq->today);
	for (size_t n = 0; n < PEOPLE_MOST && query_next(q); n++) {
		const char *row = arena_format(rq->arena, "choices.callback_to.%zu", n);
		bool is = (uint64_t)query_get_number(q, "id") == chosen;

		page_sub(page, row, "value", query_get(q, "id"));
		page_sub(page, row, "label", query_get(q, "name"));
		page_flag(page, arena_format(rq->arena, "%s.checked", row), is);
		if (is)
			name = query_get(q, "name");
	}
	return name;
}

/* Who rated, no more than needed: the telephone in full for who is to call. */
static void
rater_into(struct page *page, const struct query *q, const struct callback *b)
{
	bool calls = !callback_closed(b->state) && (b->people.leads || b->people.me == b->people.assigned_to);
	char name[MASK_ROOM], phone[MASK_ROOM];

	page_text(page, "callback.rater", text_is(query_get(q, "applicant_kind"), "person") ?
	    mask_name(query_get(q, "applicant_name"), name, sizeof(name)) : query_get(q, "applicant_name"));
	page_text(page, "callback.phone", calls ? query_get(q, "contact_phone") :
	    mask_phone(query_get(q, "contact_phone"), phone, sizeof(phone)));
}

static void
acts_into(struct request *rq, struct page *page, uint64_t id)
{
	struct query *q = query(rq, Q_CALLBACK_ACTS_LIST);

	query_number(q, "id", (long long)id);
	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "events", n);

		row_text(page, row, "at_text", page_instant_text(page, query_get_instant(q, "at")));
		row_text(page, row, "day", arena_text_n(rq->arena, query_get(q, "at"), strnlen(query_get(q, "at"), 10)));
		row_text(page, row, "title", page_word_below(page, "callback_act", query_get(q, "act")));
		row_text(page, row, "who", query_get(q, "actor_name"));
		row_text(page, row, "note", query_get(q, "note"));
		row_text(page, row, "kind", "");
	}
}

static void
said_into(struct request *rq, struct page *page, struct query *q)
{
	const char *list = query_get(q, "tags"), *text = "";

	for (size_t i = 0; tags[i] != NULL; i++)
		if (strstr(list, tags[i]) != NULL)
			text = arena_format(rq->arena, "%s%s%s", text, *text == '\0' ? "" : rq->language == LANGUAGE_EN ? ", " : page_word(page, "rate.comma"),
			    page_word_below(page, "rating_tag", tags[i]));
	page_text(page, "callback.id", query_get(q, "id"));
	page_text(page, "callback.state", query_get(q, "state"));
	page_text(page, "callback.version", query_get(q, "version"));
	page_text(page, "callback.level", query_get(q, "level"));
	page_text(page, "callback.round", query_get(q, "round"));
	page_text(page, "callback.channel", query_get(q, "channel"));
	page_text(page, "callback.words", query_get(q, "words"));
	page_text(page, "callback.tags_text", text);
	page_text(page, "callback.assigned_name", query_get(q, "assigned_name"));
	page_text(page, "callback.mended", query_get(q, "mended"));
	page_text(page, "callback.reply", query_get(q, "reply"));
	page_instant(page, "callback.rated_at", query_get_instant(q, "rated_at"));
	page_day(page, "callback.due_on", query_get_day(q, "due_on"));
	page_text(page, "callback.title", query_said(rq, q, "title"));
	page_text(page, "callback.shown", shown_number(rq, query_get(q, "number")));
	page_textf(page, "callback.case_url", "/office/cases/%s", query_get(q, "number"));
	due_tag_into(rq, page, "callback.due", q);
}

enum reply
callback_show(struct request *rq, struct page *page)
{
	bool acts = (rq->who.roles & CALLERS) != 0;
	struct callback b;
	struct query *q = callback_load(rq, &b);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	said_into(rq, page, q);
	rater_into(page, q, &b);
	acts_into(rq, page, b.id);
	page_flag(page, "may_assign", acts && may(&b, CALLBACK_ASSIGN));
	page_flag(page, "may_call", acts && may(&b, CALLBACK_CALL_TRUE));
	page_flag(page, "may_judge", acts && may(&b, CALLBACK_UPHOLD));
	page_flag(page, "may_mend", acts && may(&b, CALLBACK_MEND));
	page_flag(page, "waits_another", b.state == CALLBACK_APPEALED && acts && !may(&b, CALLBACK_UPHOLD));
	people_into(rq, page, b.people.assigned_to);
	page_choices(page, "callback_verdict", verdicts, "callback_verdict", form_get(rq, "callback_verdict"));
	page_choices(page, "callback_judgement", judgements, "callback_judgement", form_get(rq, "callback_judgement"));
	page_crumb(page, "/office/callbacks", "callback.title", NULL);
	page_crumb(page, NULL, NULL, page_get(page, "callback.shown"));
	return REPLY_PAGE;
}

/* ---- acts ---- */

static void
act_add(struct request *rq, const struct callback *b, const char *act, const char *note)
{
	struct query *q = query(rq, Q_CALLBACK_ACT_ADD);

	query_number(q, "id", (long long)b->id);
	query_instant(q, "now", rq->now);
	query_text(q, "act", act);
	query_number(q, "me", (long long)rq->who.account);
	query_text(q, "my_name", rq->who.name);
	query_text(q, "note", note);
	query_run(q);
}

/* Judged by the rule; *to is what it leads to. */
static bool
allowed(struct page *page, const struct callback *b, enum callback_act act, enum callback_state *to, enum reply *reply)
{
	enum callback_refusal refused = callback_step(b->state, act, &b->people, to);

	if (refused != CALLBACK_MAY)
		*reply = page_refuse(page, callback_refusal_name(refused));
	return refused == CALLBACK_MAY;
}

/* A change from what the officer saw; the state, its due day, and when it was closed. */
static struct query *
change(struct request *rq, const struct statement *statement, const struct callback *b, enum callback_state to)
{
	struct query *q = query(rq, statement);

	query_number(q, "id", (long long)b->id);
	query_text(q, "organ", rq->who.organ);
	query_number(q, "version", form_number(rq, "version"));
	query_text(q, "state", callback_state_name(to));
	query_day(q, "due_on", callback_due(to, &b->days));
	return q;
}

/* The event of the case, and what its applicant is told. */
static bool
record_call_back(struct request *rq, struct page *page, struct callback *b, enum callback_act act, enum callback_state to,
    const char *reason, const char *said, enum reply *reply)
{
	if (!case_step_from(rq, page, &b->of, EVENT_CALL_BACK, b->of.version, reason, record_detail(rq->arena, "callback",
	    callback_act_name(act), "callback_state", callback_state_name(to), NULL), reply))
		return false;
	case_told(rq, &b->of);
	if (callback_closed(to))
		notice_send(rq->db, rq->arena, &(struct notice){ .case_id = b->of.id, .kind = arena_format(rq->arena, "rating_%s",
		    callback_state_name(to)), .at = rq->now, .reason = said, .due_on = DAY_NONE });
	return true;
}

static enum reply
callback_go(struct page *page, const struct callback *b, const char *done)
{
	page_textf(page, "callback.id", "%llu", (unsigned long long)b->id);
	return page_go(page, "/office/callbacks/", page_get(page, "callback.id"), "?done=", done, NULL);
}

enum reply
callback_assign(struct request *rq, struct page *page)
{
	uint64_t to_id = (uint64_t)form_number(rq, "callback_to");
	enum reply reply = REPLY_PAGE;
	enum callback_state to;
	struct callback b;
	const char *name;
	struct query *q;

	if (callback_load(rq, &b) == NULL)
		return REPLY_NOT_FOUND;
	if (!allowed(page, &b, CALLBACK_ASSIGN, &to, &reply))
		return reply;
	if ((name = people_into(rq, page, to_id)) == NULL) {
		form_error(page, "callback_to", "choice");
		return REPLY_INVALID;
	}
	q = change(rq, Q_CALLBACK_ASSIGN, &b, to);
	query_number(q, "to", (long long)to_id);
	query_text(q, "to_name", name);
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	act_add(rq, &b, "assign", name);
	if (to_id != rq->who.account)
		notice_staff(rq->db, rq->arena, to_id, &(struct notice){ .case_id = b.of.id, .kind = "callback_assigned",
		    .occasion = arena_format(rq->arena, "cb%llu.%lld", (unsigned long long)b.id, b.version), .at = rq->now,
		    .due_on = callback_due(to, &b.days) });
	return callback_go(page, &b, "callback_assigned");
}

static enum callback_act
act_of(const char *verdict)
{
	return text_is(verdict, "true") ? CALLBACK_CALL_TRUE : text_is(verdict, "false") ? CALLBACK_APPEAL :
	    CALLBACK_CALL_MISTAKEN;
}

enum reply
callback_call(struct request *rq, struct page *page)
{
	const char *verdict = form_get(rq, "callback_verdict"), *note = form_get(rq, "callback_note");
	enum callback_act act = act_of(verdict);
	enum reply reply = REPLY_PAGE;
	enum callback_state to;
	struct callback b;
	struct query *q;

	if (callback_load(rq, &b) == NULL)
		return REPLY_NOT_FOUND;
	if (!allowed(page, &b, act, &to, &reply))
		return reply;
	q = change(rq, Q_CALLBACK_CALL, &b, to);
	query_number(q, "me", (long long)rq->who.account);
	query_instant(q, "now", rq->now);
	query_text(q, "verdict", verdict);
	query_text(q, "reply", "");
	query_instant(q, "closed_at", callback_closed(to) ? rq->now : INSTANT_NONE);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	act_add(rq, &b, act == CALLBACK_APPEAL ? "appeal" : "call", note);
	if (!record_call_back(rq, page, &b, act, to, note, "", &reply))
		return reply;
	return callback_go(page, &b, "callback_called");
}

/* The end of it, or back to be mended. */
static enum reply
callback_end(struct request *rq, struct page *page, enum callback_act act, const char *verdict, const char *mended,
    const char *note, const char *said)
{
	enum reply reply = REPLY_PAGE;
	enum callback_state to;
	struct callback b;
	struct query *q;

	if (callback_load(rq, &b) == NULL)
		return REPLY_NOT_FOUND;
	if (!allowed(page, &b, act, &to, &reply))
		return reply;
	q = change(rq, Q_CALLBACK_END, &b, to);
	query_text(q, "verdict", verdict);
	query_text(q, "mended", mended);
	query_text(q, "reply", said);
	query_instant(q, "closed_at", callback_closed(to) ? rq->now : INSTANT_NONE);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	act_add(rq, &b, callback_act_name(act), note);
	if (!record_call_back(rq, page, &b, act, to, note, said, &reply))
		return reply;
	return callback_go(page, &b, act == CALLBACK_MEND ? "callback_mended" : "callback_judged");
}

enum reply
callback_judge(struct request *rq, struct page *page)
{
	bool upheld = text_is(form_get(rq, "callback_judgement"), "uphold");
	const char *note = form_get(rq, "callback_judge_note");

	return callback_end(rq, page, upheld ? CALLBACK_UPHOLD : CALLBACK_REJECT, upheld ? "false" : "true", "", note,
	    upheld ? note : "");
}

enum reply
callback_mend(struct request *rq, struct page *page)
{
	return callback_end(rq, page, CALLBACK_MEND, "true", form_get(rq, "callback_mended"), form_get(rq, "callback_mended"),
	    form_get(rq, "callback_reply"));
}
