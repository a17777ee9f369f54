/*
 * enquiry_own.c - an enquiry as its asker sees it: where it stands, the answer, what the asker thinks of it.
 *
 * Found by the asker's account; or by number and query code, and then for a
 * while by a ticket.  Another's, and one that was never asked, are the same 404.
 */
#include "fcgi/public/after.h"

#include "base/random.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/public/ticket.h"
#include "generated/queries/enquiry.h"
#include "rules/deadline.h"
#include "rules/number.h"

#include <string.h>

enum { PER_PAGE = 20, NUMBER_TRIES_MOST = 5, ADDRESS_TRIES_MOST = 60 };

static const char *const levels[] = { "1", "2", "3", "4", "5", NULL };

static const struct field seen_fields[] = {
	{ "number", FIELD_CODE, .required = true, .most = 40 },
	{ "ticket", FIELD_CODE, .required = true, .most = TICKET_MOST },
};
const struct form ask_seen_form = FORM(seen_fields);

static const struct field track_fields[] = {
	{ "enquiry_number", FIELD_TEXT, .required = true, .most = 40 },
	{ "query_code", FIELD_TEXT, .required = true, .most = 30 },
};
const struct form ask_track_form = FORM(track_fields);

static const struct field ask_rate_fields[] = {
	{ "level", FIELD_CHOICE, .required = true, .choices = levels },
	{ "ticket", FIELD_CODE, .most = TICKET_MOST },
};
const struct form ask_rate_form = FORM(ask_rate_fields);

static const struct field ask_reopen_fields[] = {
	{ "reopen_reason", FIELD_LINES, .required = true, .least = 5, .most = 1000 },
	{ "ticket", FIELD_CODE, .most = TICKET_MOST },
};
const struct form ask_reopen_form = FORM(ask_reopen_fields);

static const struct field my_enquiries_fields[] = {
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form my_enquiries_form = FORM(my_enquiries_fields);

struct asked {
	uint64_t id;
	const char *number, *ticket;	/* "": seen by its account */
	struct enquiry_standing is;
};

void
enquiry_act_add(struct request *rq, uint64_t id, const char *act, const char *note)
{
	struct query *q = query(rq, Q_ENQUIRY_ACT);

	query_number(q, "id", (long long)id);
	query_instant(q, "now", rq->now);
	query_text(q, "act", act);
	query_number(q, "account", rq->who.kind == WHO_STAFF ? 0 : (long long)rq->who.account);
	query_text(q, "actor_kind", "asker");
	query_text(q, "actor_name", "");
	query_text(q, "organ", "");
	query_text(q, "to_organ", "");
	query_text(q, "note", note);
	query_run(q);
}

/* ---- finding ---- */

/* The row of a number, whoever asks for it; NULL when there is none. */
static struct query *
find(struct request *rq, const char *typed, const char **number)
{
	struct query *q = query(rq, Q_ENQUIRY_LOAD);
	char tidy[ENQUIRY_NUMBER_TEXT];

	*number = request_typed(rq, typed);
	if (!enquiry_number_tidy(typed, tidy))
		return NULL;
	*number = arena_text(rq->arena, tidy);
	query_text(q, "number", *number);
	return query_next(q) ? q : NULL;
}

static void
asked_read(const struct query *q, struct asked *a)
{
	a->id = (uint64_t)query_get_number(q, "id");
	a->is = (struct enquiry_standing){ .answered = text_is(query_get(q, "state"), "answered"),
	    .reopened = query_get_number(q, "reopened") > 0, .rated = !query_is_null(q, "level"),
	    .due_on = query_get_day(q, "due_on"),
	    .answered_on = query_is_null(q, "answered_at") ? DAY_NONE : day_of_instant(query_get_instant(q, "answered_at")) };
	enquiry_kind_named(query_get(q, "kind"), &a->is.kind);
}

/* By the path's number: by its account, or by the ticket of the form. */
static struct query *
asked_load(struct request *rq, struct asked *a)
{
	struct query *q = find(rq, request_part(rq, "number"), &a->number);
	const char *ticket = form_get(rq, "ticket");

	a->ticket = "";
	if (q == NULL)
		return NULL;
	if (rq->who.account == 0 || rq->who.kind == WHO_STAFF ||
	    (uint64_t)query_get_number(q, "account_id") != rq->who.account) {
		if (!ticket_holds(rq, ENQUIRY_TICKET, a->number, ticket))
			return NULL;
		a->ticket = ticket;
	}
	asked_read(q, a);
	return q;
}

/* ---- the page ---- */

void
enquiry_due_into(struct request *rq, struct page *page, const char *name, struct day opened_on, struct day due_on,
    struct day answered_on)
{
	struct deadline_state s = deadline_judge(request_calendar(rq), opened_on, due_on, answered_on, rq->today,
	    deadline_near_default);
	const char *level = s.finished && s.colour == DEADLINE_NORMAL ? "done" : deadline_colour_name(s.colour);
	const char *key = s.finished ? s.colour == DEADLINE_OVER ? "ask.answered_late" : "ask.answered_in_time" :
	    s.colour == DEADLINE_OVER ? "ask.days_over" : s.left_days == 0 ? "ask.days_today" : "ask.days_left";

	page_sub(page, name, "due.level", level);
	page_say(page, arena_format(rq->arena, "%s.due.text", name), key, "n", arena_format(rq->arena, "%d",
	    s.colour == DEADLINE_OVER ? s.over_days : s.left_days), NULL);
}

static void
acts_into(struct request *rq, struct page *page, uint64_t id)
{
	struct query *q = query(rq, Q_ENQUIRY_SEEN_ACTS);

	query_number(q, "id", (long long)id);
	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "events", n);
		const char *act = query_get(q, "act"), *to = query_said(rq, q, "to_organ_name");

		row_text(page, row, "at_text", page_instant_text(page, query_get_instant(q, "at")));
		row_text(page, row, "day", arena_text_n(rq->arena, query_get(q, "at"), strnlen(query_get(q, "at"), 10)));
		row_say(page, row, "title", arena_format(rq->arena, "enquiry_act.%s", act), "organ", to, NULL);
		row_text(page, row, "who", text_is(query_get(q, "actor_kind"), "asker") ? page_word(page, "ask.you") :
		    query_said(rq, q, "organ_name"));
		row_text(page, row, "note", text_is(act, "show") || text_is(act, "rate") ? "" : query_get(q, "note"));
		row_text(page, row, "kind", text_is(act, "answer") ? "good" : text_is(act, "extend") ? "wait" : "");
	}
}

static void
asked_into(struct request *rq, struct page *page, const struct query *q, const struct asked *a)
{
	long long days = after_setting(rq, "enquiry.reopen_days", ENQUIRY_REOPEN_DAYS, ENQUIRY_DAYS_MOST);
	char shown[ENQUIRY_NUMBER_SHOWN];
	struct node *to = page_group(page, "enquiry");
	uint64_t bits;

	row_text(page, to, "number", a->number);
	row_text(page, to, "shown", enquiry_number_show(a->number, shown) ? shown : "");
	row_text(page, to, "code_shown", query_code_parse(query_get(q, "query_code"), &bits) ?
	    query_code_show(bits, (char[QUERY_CODE_SHOWN]){ 0 }) : "");
	row_text(page, to, "kind", query_get(q, "kind"));
	row_text(page, to, "state", query_get(q, "state"));
	row_text(page, to, "title", query_get(q, "title"));
	row_text(page, to, "body", query_get(q, "body"));
	row_text(page, to, "against", query_get(q, "against"));
	row_text(page, to, "answer", query_get(q, "answer"));
	row_text(page, to, "level", query_get(q, "level"));
	row_text(page, to, "public", query_get(q, "public"));
	row_text(page, to, "organ_name", query_said(rq, q, "organ_name"));
	row_text(page, to, "organ_phone", query_get(q, "organ_phone"));
	page_day(page, "enquiry.due_on", a->is.due_on);
	page_instant(page, "enquiry.asked_at", query_get_instant(q, "asked_at"));
	enquiry_due_into(rq, page, "enquiry", query_get_day(q, "opened_on"), a->is.due_on,
	    a->is.answered ? a->is.answered_on : DAY_NONE);
	page_flag(page, "may_rate", enquiry_may_rate(&a->is) == ENQUIRY_MAY);
	page_flag(page, "may_reopen", enquiry_may_reopen(&a->is, request_calendar(rq), (int)days, rq->today) == ENQUIRY_MAY);
	page_choices(page, "level", levels, "rating_level", form_get(rq, "level"));
	page_text(page, "ticket", a->ticket);
	acts_into(rq, page, a->id);
	page_crumb(page, *a->ticket == '\0' ? "/my/enquiries" : "/ask", *a->ticket == '\0' ? "my.enquiries" : "nav.ask", NULL);
	page_crumb(page, "", NULL, page_get(page, "enquiry.shown"));
}

static enum reply
asked_show(struct request *rq, struct page *page)
{
	struct asked a;
	struct query *q = asked_load(rq, &a);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	asked_into(rq, page, q, &a);
	return REPLY_PAGE;
}

enum reply
my_enquiry(struct request *rq, struct page *page)
{
	return asked_show(rq, page);
}

enum reply
ask_act_again(struct request *rq, struct page *page)
{
	return asked_show(rq, page);
}

/* What a ticket opens, until it ends. */
enum reply
ask_seen(struct request *rq, struct page *page)
{
	const char *ticket = form_get(rq, "ticket");
	struct asked a = { .ticket = ticket };
	struct query *q = find(rq, form_get(rq, "number"), &a.number);

	if (q == NULL || !ticket_holds(rq, ENQUIRY_TICKET, a.number, ticket))
		return REPLY_NOT_FOUND;
	asked_read(q, &a);
	asked_into(rq, page, q, &a);
	return REPLY_PAGE;
}

/* ---- by number and code: as track.c does ---- */

enum reply
ask_track_show(struct request *rq, struct page *page)
{
	(void)rq;
	page_crumb(page, "/ask", "nav.ask", NULL);
	page_crumb(page, "", "ask.track", NULL);
	return REPLY_PAGE;
}

static long long
tries(struct request *rq, const char *what, const char *subject)
{
	struct query *q = query(rq, Q_ENQUIRY_TRIES);

	query_text(q, "bucket", request_bucket(rq, what, subject));
	query_instant(q, "since", instant_add(rq->now, -HOUR));
	return query_next(q) ? query_get_number(q, "tries") : 0;
}

/* In a time that tells nothing: one that is not there is compared as well. */
static bool
code_right(const struct query *q, const char *typed)
{
	char given[QUERY_CODE_TEXT] = { 0 }, right[QUERY_CODE_TEXT] = { 0 };
	bool same;

	if (!query_code_tidy(typed, given))
		memset(given, 0, sizeof(given));
	if (q != NULL)
		strncpy(right, query_get(q, "query_code"), sizeof(right) - 1);
	same = bytes_equal(given, right, sizeof(given));
	return same && right[0] != '\0';
}

enum reply
ask_track(struct request *rq, struct page *page)
{
	struct asked a;
	struct query *q = find(rq, form_get(rq, "enquiry_number"), &a.number);

	if (!request_alone(rq, request_bucket(rq, "ask_track", a.number)))
		return REPLY_TOO_MANY;
	if (tries(rq, "ask_track", a.number) >= NUMBER_TRIES_MOST || tries(rq, "ask_track_from", request_from(rq)) >= ADDRESS_TRIES_MOST)
		return REPLY_TOO_MANY;
	if (!code_right(q, form_get(rq, "query_code"))) {
		bool one = request_try(rq, "ask_track", a.number, NUMBER_TRIES_MOST, HOUR);
		bool all = request_try(rq, "ask_track_from", request_from(rq), ADDRESS_TRIES_MOST, HOUR);

		if (!one || !all)
			return REPLY_TOO_MANY;
		form_error(page, "query_code", "wrong_enquiry_code");
		return REPLY_INVALID;
	}
	a.ticket = ticket_make(rq, ENQUIRY_TICKET, a.number);
	asked_read(q, &a);
	asked_into(rq, page, q, &a);
	page_template(page, "public/enquiry.cs");
	return REPLY_PAGE;
}

/* ---- what the asker does with the answer ---- */

static enum reply
asked_go(struct page *page, const struct asked *a, const char *done)
{
	if (*a->ticket == '\0')
		return page_go(page, "/my/enquiries/", a->number, "?done=", done, NULL);
	return page_go(page, "/ask/seen?number=", a->number, "&ticket=", a->ticket, "&done=", done, NULL);
}

enum reply
ask_rate(struct request *rq, struct page *page)
{
	struct asked a;
	enum enquiry_refusal refused;
	struct query *q;

	if (asked_load(rq, &a) == NULL)
		return REPLY_NOT_FOUND;
	if ((refused = enquiry_may_rate(&a.is)) != ENQUIRY_MAY)
		return page_refuse(page, enquiry_refusal_name(refused));
	q = query(rq, Q_ENQUIRY_RATE);
	query_number(q, "id", (long long)a.id);
	query_text(q, "level", form_get(rq, "level"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	enquiry_act_add(rq, a.id, "rate", form_get(rq, "level"));
	return asked_go(page, &a, "rated");
}

enum reply
ask_reopen(struct request *rq, struct page *page)
{
	long long again = after_setting(rq, "enquiry.reopen_days", ENQUIRY_REOPEN_DAYS, ENQUIRY_DAYS_MOST), days;
	enum enquiry_refusal refused;
	struct asked a;
	struct query *q;

	if (asked_load(rq, &a) == NULL)
		return REPLY_NOT_FOUND;
	if ((refused = enquiry_may_reopen(&a.is, request_calendar(rq), (int)again, rq->today)) != ENQUIRY_MAY)
		return page_refuse(page, enquiry_refusal_name(refused));
	days = after_setting(rq, arena_format(rq->arena, "enquiry.%s_days", enquiry_kind_name(a.is.kind)),
	    enquiry_days_default(a.is.kind), ENQUIRY_DAYS_MOST);
	q = query(rq, Q_ENQUIRY_REOPEN);
	query_number(q, "id", (long long)a.id);
	query_day(q, "today", rq->today);
	query_day(q, "due_on", enquiry_due(request_calendar(rq), rq->today, (int)days));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	enquiry_act_add(rq, a.id, "reopen", form_get(rq, "reopen_reason"));
	return asked_go(page, &a, "reopened");
}

/* ---- one's own list ---- */

enum reply
my_enquiries(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1;
	struct query *q = query(rq, Q_OWN_ENQUIRIES), *count = query(rq, Q_OWN_ENQUIRIES_COUNT);
	char shown[ENQUIRY_NUMBER_SHOWN];

	query_number(q, "applicant", (long long)rq->who.account);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "enquiries.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "organ_name", query_said(rq, q, "organ_name"));
		page_sub(page, row, "url", arena_format(rq->arena, "/my/enquiries/%s", query_get(q, "number")));
		page_sub(page, row, "shown", enquiry_number_show(query_get(q, "number"), shown) ? shown : "");
		enquiry_due_into(rq, page, row, query_get_day(q, "opened_on"), query_get_day(q, "due_on"),
		    text_is(query_get(q, "state"), "answered") ? day_of_instant(query_get_instant(q, "answered_at")) : DAY_NONE);
	}
	query_number(count, "applicant", (long long)rq->who.account);
	if (query_next(count))
		page_pager(page, number, PER_PAGE, query_get_number(count, "enquiries"));
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "", "my.enquiries", NULL);
	return REPLY_PAGE;
}
