/*
 * enquiry_act.c - answering an enquiry, handing it over, asking for more time, letting it out to the public.
 *
 * Each: load, judge by the rule, change from the version the officer saw, add a
 * row of its history, tell the asker.
 */
#include "fcgi/office/after.h"
#include "fcgi/office/enquiry.h"

#include "base/text.h"
#include "base/words.h"
#include "fcgi/worker/form.h"
#include "generated/queries/enquiry.h"
#include "generated/queries/enquiry_office.h"
#include "generated/queries/notice.h"
#include "rules/notice.h"


#define VERSION	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 100000 }

static const struct field answer_fields[] = {
	VERSION, { "enquiry_answer", FIELD_LINES, .required = true, .least = 2, .most = 2000 },
};
const struct form enquiry_answer_form = FORM(answer_fields);
static const struct field transfer_fields[] = {
	VERSION, { "to_organ", FIELD_CODE, .required = true, .most = 18 },
	{ "transfer_reason", FIELD_LINES, .required = true, .least = 2, .most = 500 },
};
const struct form enquiry_transfer_form = FORM(transfer_fields);
static const struct field extend_fields[] = {
	VERSION, { "extend_by", FIELD_NUMBER, .required = true, .least = 1, .most = ENQUIRY_EXTEND_MOST },
	{ "enquiry_extend_reason", FIELD_LINES, .required = true, .least = 2, .most = 500 },
};
const struct form enquiry_extend_form = FORM(extend_fields);
static const struct field show_fields[] = {
	VERSION, { "public_title", FIELD_TEXT, .required = true, .most = 60 },
	{ "public_body", FIELD_LINES, .required = true, .most = 2000 },
	{ "public_answer", FIELD_LINES, .required = true, .most = 2000 },
};
const struct form enquiry_show_form = FORM(show_fields);
static const struct field hide_fields[] = {
	VERSION, { "hide_reason", FIELD_LINES, .required = true, .least = 2, .most = 500 },
};
const struct form enquiry_hide_form = FORM(hide_fields);

/* ---- what every act does ---- */

/* False when it may not be done: *reply is how the story ends. */
static bool
judged(struct page *page, const struct enquiry *e, enum enquiry_refusal refused, enum reply *reply)
{
	if (e->own && refused == ENQUIRY_MAY)
		return true;
	*reply = page_refuse(page, e->own ? enquiry_refusal_name(refused) : "enquiry_elsewhere");
	return false;
}

static struct query *
change(struct request *rq, const struct statement *statement, const struct enquiry *e)
{
	struct query *q = query(rq, statement);

	query_number(q, "id", (long long)e->id);
	query_text(q, "organ", rq->who.organ);
	query_number(q, "version", form_number(rq, "version"));
	return q;
}

static void
act_add(struct request *rq, const struct enquiry *e, const char *act, const char *to_organ, const char *note)
{
	struct query *q = query(rq, Q_ENQUIRY_ACT);

	query_number(q, "id", (long long)e->id);
	query_instant(q, "now", rq->now);
	query_text(q, "act", act);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "actor_kind", "staff");
	query_text(q, "actor_name", rq->who.name);
	query_text(q, "organ", rq->who.organ);
	query_text(q, "to_organ", to_organ);
	query_text(q, "note", note);
	query_run(q);
}

/* ---- telling the asker ---- */

static void
told(struct request *rq, const struct query *asked, const char *channel, const char *recipient, const char *kind,
    const char *subject, const char *body)
{
	struct query *q = query(rq, Q_OUTBOX_ADD);

	query_number(q, "case_id", 0);
	query_number(q, "account", query_get_number(asked, "account_id"));
	query_text(q, "channel", channel);
	query_text(q, "kind", kind);
	query_text(q, "occasion", arena_format(rq->arena, "%s.%s", query_get(asked, "number"), query_get(asked, "version")));
	query_text(q, "recipient", recipient);
	query_text(q, "subject", subject);
	query_text(q, "body", body);
	query_instant(q, "now", rq->now);
	query_run(q);
}

/* On the site to who has an account; to the address and the number the asker left. */
static void
asker_told(struct request *rq, const struct query *asked, const char *kind, const char *note)
{
	const char *language = text_is(query_get(asked, "language"), "en") ? "en" : "zh", *subject, *text;
	char shown[ENQUIRY_NUMBER_SHOWN], mobile[NOTICE_MOBILE];

	enquiry_number_show(query_get(asked, "number"), shown);
	subject = words_say(rq->arena, language, arena_format(rq->arena, "%s.subject", kind), "title", query_get(asked, "title"),
	    "number", shown, "reason", note, NULL);
	text = words_say(rq->arena, language, arena_format(rq->arena, "%s.text", kind), "title", query_get(asked, "title"),
	    "number", shown, "reason", note, "name", query_get(asked, "asker_name"), NULL);
	if (subject == NULL || text == NULL)
		return;
	if (query_get_number(asked, "account_id") > 0)
		told(rq, asked, "site", "", kind, subject, text);
	if (*query_get(asked, "asker_email") != '\0')
		told(rq, asked, "email", query_get(asked, "asker_email"), kind, subject, text);
	if (notice_mobile(query_get(asked, "asker_phone"), mobile))
		told(rq, asked, "sms", mobile, kind, subject, words_say(rq->arena, language, "enquiry_sms", "text", text, NULL));
}

/* ---- the acts ---- */

enum reply
enquiry_answer(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct enquiry e;
	struct query *asked = enquiry_load(rq, &e), *q;

	if (asked == NULL)
		return REPLY_NOT_FOUND;
	if (!judged(page, &e, enquiry_may_handle(&e.is), &reply))
		return reply;
	q = change(rq, Q_ENQUIRY_ANSWERED, &e);
	query_text(q, "answer", form_get(rq, "enquiry_answer"));
	query_instant(q, "now", rq->now);
	query_number(q, "me", (long long)rq->who.account);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	act_add(rq, &e, "answer", "", form_get(rq, "enquiry_answer"));
	asker_told(rq, asked, "enquiry_answered", "");
	return page_go(page, "/office/enquiries/", e.number, "?done=enquiry_answered", NULL);
}

enum reply
enquiry_transfer(struct request *rq, struct page *page)
{
	const char *to = form_get(rq, "to_organ");
	enum reply reply = REPLY_PAGE;
	struct enquiry e;
	struct query *asked = enquiry_load(rq, &e), *organ = query(rq, Q_ENQUIRY_ORGAN_AREA), *q;

	if (asked == NULL)
		return REPLY_NOT_FOUND;
	/* Who is complained of may hand it over, though not answer it. */
	if (!judged(page, &e, e.is.answered ? ENQUIRY_ANSWERED : ENQUIRY_MAY, &reply))
		return reply;
	query_text(organ, "organ", to);
	if (text_is(to, rq->who.organ) || !query_next(organ)) {
		form_error(page, "to_organ", "choice");
		return REPLY_INVALID;
	}
	q = change(rq, Q_ENQUIRY_TRANSFERRED, &e);
	query_text(q, "to_organ", to);
	query_text(q, "area", query_get(organ, "area_code"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	act_add(rq, &e, "transfer", to, form_get(rq, "transfer_reason"));
	asker_told(rq, asked, "enquiry_transferred", form_get(rq, "transfer_reason"));
	return page_go(page, "/office/enquiries/", e.number, "?done=enquiry_transferred", NULL);
}

enum reply
enquiry_extend(struct request *rq, struct page *page)
{
	int days = (int)form_number(rq, "extend_by");
	enum reply reply = REPLY_PAGE;
	struct enquiry e;
	struct query *asked = enquiry_load(rq, &e), *q;

	if (asked == NULL)
		return REPLY_NOT_FOUND;
	if (!judged(page, &e, enquiry_may_extend(&e.is, rq->today), &reply))
		return reply;
	q = change(rq, Q_ENQUIRY_EXTENDED, &e);
	query_day(q, "due_on", enquiry_due(request_calendar(rq), e.is.due_on, days));
	query_number(q, "days", days);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	act_add(rq, &e, "extend", "", form_get(rq, "enquiry_extend_reason"));
	asker_told(rq, asked, "enquiry_extended", form_get(rq, "enquiry_extend_reason"));
	return page_go(page, "/office/enquiries/", e.number, "?done=enquiry_extended", NULL);
}

enum reply
enquiry_let_out(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct enquiry e;
	struct query *q;

	if (enquiry_load(rq, &e) == NULL)
		return REPLY_NOT_FOUND;
	if (!judged(page, &e, enquiry_may_show(&e.is), &reply))
		return reply;
	q = change(rq, Q_ENQUIRY_SHOWN, &e);
	query_text(q, "title", form_get(rq, "public_title"));
	query_text(q, "body", form_get(rq, "public_body"));
	query_text(q, "answer", form_get(rq, "public_answer"));
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	act_add(rq, &e, "show", "", "");
	return page_go(page, "/office/enquiries/", e.number, "?done=enquiry_shown", NULL);
}

enum reply
enquiry_hide(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct enquiry e;
	struct query *asked = enquiry_load(rq, &e), *q;

	if (asked == NULL)
		return REPLY_NOT_FOUND;
	if (!judged(page, &e, enquiry_may_show(&e.is), &reply))
		return reply;
	q = change(rq, Q_ENQUIRY_HIDDEN, &e);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	act_add(rq, &e, text_is(query_get(asked, "public"), "shown") ? "hide" : "refuse_show", "", form_get(rq, "hide_reason"));
	return page_go(page, "/office/enquiries/", e.number, "?done=enquiry_hidden", NULL);
}
