/*
 * enquiry.c - 互动: asking a question, complaining, suggesting.
 *
 * No account is needed; without one the answer is read by number and code.  It
 * goes to the organ of the item or of the case, or to the one that was chosen.
 * So many an hour from one address, and a day of one account: settings.
 */
#include "fcgi/public/after.h"

#include "base/text.h"
#include "fcgi/public/ticket.h"
#include "generated/queries/enquiry.h"
#include "record/enquiry_number.h"
#include "rules/number.h"

enum { PER_HOUR = 10, PER_DAY = 20, TRIES_MOST = 1000 };

static const char *const kinds[] = { ENQUIRY_KINDS(NAMES_TEXT) NULL };

static const struct field ask_show_fields[] = {
	{ "kind", FIELD_CHOICE, .choices = kinds },
	{ "item", FIELD_CODE, .most = 64 },
	{ "organ", FIELD_CODE, .most = 18 },
	{ "case", FIELD_CODE, .most = 40 },
};
const struct form ask_show_form = FORM(ask_show_fields);

static const struct field ask_fields[] = {
	{ "ask_kind", FIELD_CHOICE, .required = true, .choices = kinds },
	{ "ask_item", FIELD_CODE, .most = 64 },
	{ "ask_case", FIELD_CODE, .most = 40 },
	{ "ask_organ", FIELD_CODE, .most = 18 },
	{ "ask_title", FIELD_TEXT, .required = true, .least = 2, .most = 60 },
	{ "ask_body", FIELD_LINES, .required = true, .least = 5, .most = 2000 },
	{ "against", FIELD_TEXT, .most = 60 },
	{ "asker_name", FIELD_TEXT, .required = true, .most = 50 },
	{ "asker_phone", FIELD_PHONE },
	{ "asker_email", FIELD_EMAIL },
	{ "may_show", FIELD_FLAG },
};
const struct form ask_form = FORM(ask_fields);

/* What it is about: an item, a case of the asker's own, an organ. */
struct about {
	const char *item, *organ, *area;
	uint64_t case_id;
};

/* ---- what it is about ---- */

/* False when there is no such organ. */
static bool
organ_about(struct request *rq, const char *code, struct about *a)
{
	struct query *q = query(rq, Q_ASK_ORGAN);

	query_text(q, "organ", code);
	if (!query_next(q))
		return false;
	a->organ = query_get(q, "code");
	a->area = query_get(q, "area_code");
	return true;
}

static struct query *
item_find(struct request *rq, const char *code)
{
	struct query *q = query(rq, Q_ASK_ITEM);

	query_text(q, "item", code);
	return *code != '\0' && query_next(q) ? q : NULL;
}

static struct query *
case_find(struct request *rq, const char *typed)
{
	struct query *q = query(rq, Q_ASK_CASE);
	char number[CASE_NUMBER_TEXT];

	if (rq->who.account == 0 || !case_number_tidy(typed, number))
		return NULL;
	query_text(q, "number", number);
	query_number(q, "applicant", (long long)rq->who.account);
	return query_next(q) ? q : NULL;
}

/* The case's organ, the item's, or the one chosen. */
static bool
about_read(struct request *rq, struct about *a)
{
	struct query *of_case = case_find(rq, form_get(rq, "ask_case")), *of_item;
	const char *organ = form_get(rq, "ask_organ");

	*a = (struct about){ "", "", "", 0 };
	if (of_case != NULL) {
		a->case_id = (uint64_t)query_get_number(of_case, "id");
		a->item = query_get(of_case, "item_code");
		organ = query_get(of_case, "organ_code");
	} else if ((of_item = item_find(rq, form_get(rq, "ask_item"))) != NULL) {
		a->item = query_get(of_item, "code");
		organ = query_get(of_item, "organ_code");
	}
	return organ_about(rq, organ, a);
}

/* ---- the page ---- */

static void
organs_into(struct request *rq, struct page *page, const char *chosen)
{
	struct query *q = query(rq, Q_ASK_ORGANS);

	page_sub(page, "choices.ask_organ.0", "value", "");
	page_sub(page, "choices.ask_organ.0", "label", page_word(page, "ask.choose_organ"));
	page_flag(page, "choices.ask_organ.0.checked", *chosen == '\0');
	for (size_t n = 1; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "choices.ask_organ.%zu", n);

		page_sub(page, row, "value", query_get(q, "code"));
		page_sub(page, row, "label", query_said(rq, q, "name"));
		page_flag(page, arena_format(rq->arena, "%s.checked", row), text_is(query_get(q, "code"), chosen));
	}
}

/* Who has an account need not say who asks. */
static void
person_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_ASK_PERSON);

	query_number(q, "applicant", (long long)rq->who.account);
	if (!query_next(q))
		return;
	page_text(page, "form.asker_name", query_get(q, text_is(query_get(q, "kind"), "enterprise") &&
	    !query_is_null(q, "legal_name") && *query_get(q, "legal_name") != '\0' ? "legal_name" : "name"));
	page_text(page, "form.asker_phone", query_get(q, "phone"));
	page_text(page, "form.asker_email", query_get(q, "email"));
}

enum reply
ask_show(struct request *rq, struct page *page)
{
	bool posted = rq->route->method == POST;
	const char *kind = form_get(rq, posted ? "ask_kind" : "kind"), *organ = form_get(rq, posted ? "ask_organ" : "organ");
	struct query *of_case = case_find(rq, form_get(rq, posted ? "ask_case" : "case"));
	struct query *item = of_case != NULL ? NULL : item_find(rq, form_get(rq, posted ? "ask_item" : "item"));

	page_choices(page, "ask_kind", kinds, "enquiry_kind", *kind == '\0' ? "question" : kind);
	if (of_case != NULL) {
		page_text(page, "about", query_get(of_case, "title"));
		page_text(page, "form.ask_case", query_get(of_case, "number"));
	} else if (item != NULL) {
		page_text(page, "about", query_said(rq, item, "title"));
		page_text(page, "form.ask_item", query_get(item, "code"));
	} else {
		organs_into(rq, page, organ);
	}
	if (!posted && rq->who.account != 0 && rq->who.kind != WHO_STAFF)
		person_into(rq, page);
	page_flag(page, "with_account", rq->who.account != 0 && rq->who.kind != WHO_STAFF);
	page_text(page, "optional.against", "1");
	page_text(page, "optional.asker_email", "1");
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", "nav.ask", NULL);
	return REPLY_PAGE;
}

/* ---- asking ---- */

/* Where nobody has signed in there must be a way to be reached. */
static bool
reachable(struct request *rq, struct page *page)
{
	if (*form_get(rq, "asker_phone") != '\0' || *form_get(rq, "asker_email") != '\0')
		return true;
	form_error(page, "asker_phone", "no_contact");
	return false;
}

static bool
not_too_many(struct request *rq)
{
	if (!request_try(rq, "ask_from", request_from(rq), after_setting(rq, "enquiry.per_hour", PER_HOUR, TRIES_MOST), HOUR))
		return false;
	return rq->who.account == 0 || request_try(rq, "ask_by", arena_format(rq->arena, "%llu",
	    (unsigned long long)rq->who.account), after_setting(rq, "enquiry.per_day", PER_DAY, TRIES_MOST), 24 * HOUR);
}

static bool
enquiry_write(struct request *rq, const struct about *a, enum enquiry_kind kind, const struct enquiry_number *n)
{
	const struct calendar *calendar = request_calendar(rq);
	long long days = after_setting(rq, arena_format(rq->arena, "enquiry.%s_days", enquiry_kind_name(kind)),
	    enquiry_days_default(kind), ENQUIRY_DAYS_MOST);
	struct query *q = query(rq, Q_ENQUIRY_ADD);

	query_text(q, "number", n->number);
	query_text(q, "query_code", n->query_code);
	query_text(q, "kind", enquiry_kind_name(kind));
	query_number(q, "applicant", rq->who.kind == WHO_STAFF ? 0 : (long long)rq->who.account);
	query_text(q, "asker_name", form_get(rq, "asker_name"));
	query_text(q, "asker_phone", form_get(rq, "asker_phone"));
	query_text(q, "asker_email", form_get(rq, "asker_email"));
	query_text(q, "item", a->item);
	query_number(q, "case_id", (long long)a->case_id);
	query_text(q, "organ", a->organ);
	query_text(q, "area", a->area);
	query_text(q, "against", kind == ENQUIRY_COMPLAINT ? form_get(rq, "against") : "");
	query_text(q, "title", form_get(rq, "ask_title"));
	query_text(q, "body", form_get(rq, "ask_body"));
	query_instant(q, "now", rq->now);
	query_day(q, "today", rq->today);
	query_number(q, "calendar", calendar->version);
	query_day(q, "due_on", enquiry_due(calendar, rq->today, (int)days));
	query_number(q, "may_show", form_flag(rq, "may_show"));
	if (query_run(q) != 1)
		return false;
	enquiry_act_add(rq, query_id(q), "ask", "");
	return true;
}

enum reply
ask(struct request *rq, struct page *page)
{
	struct enquiry_number n;
	enum enquiry_kind kind;
	struct about a;

	if (!enquiry_kind_named(form_get(rq, "ask_kind"), &kind))
		return REPLY_NOT_FOUND;
	if (!about_read(rq, &a)) {
		form_error(page, "ask_organ", "required");
		return REPLY_INVALID;
	}
	if (!reachable(rq, page))
		return REPLY_INVALID;
	if (!not_too_many(rq))
		return REPLY_TOO_MANY;
	if (!enquiry_number_draw(rq->db, rq->arena, rq->today, &n) || !enquiry_write(rq, &a, kind, &n))
		return REPLY_CONFLICT;
	if (rq->who.account != 0 && rq->who.kind != WHO_STAFF)
		return page_go(page, "/my/enquiries/", n.number, "?done=enquiry_asked", NULL);
	return page_go(page, "/ask/seen?number=", n.number, "&ticket=", ticket_make(rq, ENQUIRY_TICKET, n.number), "&done=enquiry_asked",
	    NULL);
}
