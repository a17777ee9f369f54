/*
 * audit.c - the auditor searches the record and what administrators did, and takes home what was found.
 *
 * A search is posted, and stands in the record of searches before anything is
 * shown; its answer is made anew each time from what was asked.  What is shown
 * says who moved which case when; no reason, no detail, no applicant's name but
 * masked.
 */
#include "fcgi/admin/guard.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/audit.h"
#include "generated/queries/guard.h"
#include "record/record.h"

static const char *const sources[] = { "events", "acts", "sign_ins", NULL };

static const struct field audit_fields[] = {
	{ "audit_source", FIELD_CHOICE, .required = true, .choices = sources },
	{ "from_on", FIELD_DAY, .required = true },
	{ "until_on", FIELD_DAY, .required = true },
	{ "audit_who", FIELD_CODE, .most = 64 },
	{ "audit_what", FIELD_CODE, .most = 64 },
	{ "audit_object", FIELD_TEXT, .most = 100 },
	{ "admin_reason", FIELD_TEXT, .required = true, .least = 4, .most = 500 },
};
const struct form audit_form = FORM(audit_fields);

static const struct field page_fields[] = {
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form audit_page_form = FORM(page_fields);

/* ---- asking ---- */

enum reply
audit_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_AUDIT_SEARCHES_OWN);

	query_number(q, "account", (long long)rq->who.account);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "searches.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/admin/audit/%s", query_get(q, "id")));
	}
	if (rq->route->method == GET) {
		page_text(page, "form.from_on", record_day(rq->arena, day_add(rq->today, -29)));
		page_text(page, "form.until_on", record_day(rq->arena, rq->today));
	}
	page_choices(page, "audit_source", sources, "audit_source", *form_get(rq, "audit_source") ? form_get(rq, "audit_source") : "events");
	page_flag(page, "optional.audit_who", true);
	page_flag(page, "optional.audit_what", true);
	page_flag(page, "optional.audit_object", true);
	admin_crumbs(page, "", "guard_nav.audit", NULL);
	return REPLY_PAGE;
}

static void
noted(struct request *rq, const char *act, const char *id, const char *source)
{
	const struct admin_change change = { act, "search", id, source, NULL, NULL };

	admin_note(rq, &change);
}

enum reply
audit_ask(struct request *rq, struct page *page)
{
	const char *span = audit_span(form_day(rq, "from_on"), form_day(rq, "until_on")), *id;
	struct query *q;

	if (span != NULL)
		form_error(page, "until_on", span);
	if (guard_account(rq, form_get(rq, "audit_who")) < 0) {
		form_error(page, "audit_who", "account_unknown");
		span = "";
	}
	if (span != NULL)
		return REPLY_INVALID;
	q = query(rq, Q_AUDIT_SEARCH_ADD);
	query_number(q, "account", (long long)rq->who.account);
	query_instant(q, "now", rq->now);
	query_text(q, "source", form_get(rq, "audit_source"));
	query_day(q, "from_on", form_day(rq, "from_on"));
	query_day(q, "until_on", form_day(rq, "until_on"));
	query_text(q, "who", form_get(rq, "audit_who"));
	query_text(q, "what", form_get(rq, "audit_what"));
	query_text(q, "object", form_get(rq, "audit_object"));
	query_text(q, "reason", form_get(rq, "admin_reason"));
	query_run(q);
	id = record_number(rq->arena, query_id(q));
	noted(rq, "audit_search", id, form_get(rq, "audit_source"));
	return page_go(page, "/admin/audit/", id, NULL);
}

/* ---- what is found ---- */

struct statements {
	const char *source;
	const struct statement *list, *found;
};

/* By the case, by the account, or by the days alone: each has a key of its own. */
static struct statements
statements_for(const struct query *search)
{
	const char *source = query_get(search, "source");

	if (text_is(source, "acts"))
		return (struct statements){ "acts", Q_AUDIT_ACTS, Q_AUDIT_ACTS_FOUND };
	if (text_is(source, "sign_ins"))
		return (struct statements){ "sign_ins", Q_SIGN_INS_LIST, Q_SIGN_INS_FOUND };
	if (*query_get(search, "object"))
		return (struct statements){ "events", Q_AUDIT_EVENTS_OF, Q_AUDIT_EVENTS_OF_FOUND };
	if (*query_get(search, "who"))
		return (struct statements){ "events", Q_AUDIT_EVENTS_BY, Q_AUDIT_EVENTS_BY_FOUND };
	return (struct statements){ "events", Q_AUDIT_EVENTS, Q_AUDIT_EVENTS_FOUND };
}

static struct query *
found_query(struct request *rq, const struct query *search, const struct statement *statement)
{
	struct query *q = query(rq, statement);
	bool sign_ins = text_is(query_get(search, "source"), "sign_ins"), acts = text_is(query_get(search, "source"), "acts");
	const char *object = query_get(search, "object"), *who = query_get(search, "who");

	query_instant(q, "from", instant_make(query_get_day(search, "from_on"), 0, 0, 0, 0));
	query_instant(q, "until", instant_make(day_add(query_get_day(search, "until_on"), 1), 0, 0, 0, 0));
	query_text(q, "what", query_get(search, "what"));
	if (sign_ins || acts)
		admin_reach_bind(rq, q);
	else
		query_text(q, "area", admin_reach(rq));
	if (sign_ins || acts || *object || *who)
		query_number(q, "account", guard_account(rq, who));
	if (acts || (!sign_ins && *object))
		query_text(q, "object", object);
	return q;
}

static struct query *
search_load(struct request *rq)
{
	struct query *q = query(rq, Q_AUDIT_SEARCH_ONE);

	query_number(q, "id", request_part_number(rq, "id"));
	query_number(q, "account", (long long)rq->who.account);
	return query_next(q) ? q : NULL;
}

static const char *
word_or_itself(struct page *page, const char *key, const char *code)
{
	const char *word = page_word_below(page, key, code);

	return *word ? word : code;
}

static void
event_into(struct request *rq, struct page *page, const char *row, struct query *q)
{
	const char *kind = query_get(q, "actor_kind");

	page_instant(page, arena_format(rq->arena, "%s.at", row), query_get_instant(q, "at"));
	page_sub(page, row, "who", text_is(kind, "clock") ? page_word(page, "role.clock") : guard_name(rq, kind, query_get(q, "actor_name")));
	page_sub(page, row, "whose", query_get(q, "organ_name"));
	page_sub(page, row, "what", word_or_itself(page, "event", query_get(q, "event")));
	page_sub(page, row, "object", query_get(q, "number"));
	page_sub(page, row, "more", arena_format(rq->arena, "%s → %s", word_or_itself(page, "state", query_get(q, "state_before")),
	    word_or_itself(page, "state", query_get(q, "state_after"))));
	page_sub(page, row, "place", query_get_number(q, "sealed_at") > 0 ? query_get(q, "sealed_at") : "");
}

static void
act_into(struct request *rq, struct page *page, const char *row, struct query *q)
{
	page_instant(page, arena_format(rq->arena, "%s.at", row), query_get_instant(q, "at"));
	page_sub(page, row, "who", query_get(q, "actor_name"));
	page_sub(page, row, "what", word_or_itself(page, "admin_act", query_get(q, "act")));
	page_sub(page, row, "object", query_get(q, "subject_name"));
	page_sub(page, row, "more", query_get(q, "reason"));
	page_sub(page, row, "place", query_get_number(q, "number") > 0 ? query_get(q, "number") : "");
}

static void
sign_in_into(struct request *rq, struct page *page, const char *row, struct query *q)
{
	const char *kind = query_get(q, "kind");

	page_instant(page, arena_format(rq->arena, "%s.at", row), query_get_instant(q, "at"));
	page_sub(page, row, "who", guard_name(rq, kind, query_get(q, "name")));
	page_sub(page, row, "what", word_or_itself(page, "sign_in_how", query_get(q, "how")));
	page_sub(page, row, "object", guard_login(rq, kind, query_get(q, "login")));
	page_sub(page, row, "more", guard_address(rq, query_get(q, "address")));
}

static void
row_into(struct request *rq, struct page *page, const char *source, const char *row, struct query *q)
{
	if (text_is(source, "events"))
		event_into(rq, page, row, q);
	else if (text_is(source, "acts"))
		act_into(rq, page, row, q);
	else
		sign_in_into(rq, page, row, q);
}

enum reply
audit_search(struct request *rq, struct page *page)
{
	struct query *search = search_load(rq), *q, *found;
	struct statements s;
	size_t n = 0;

	if (search == NULL)
		return REPLY_NOT_FOUND;
	s = statements_for(search);
	query_row_into(search, page, "search");
	q = found_query(rq, search, s.list);
	admin_page_bind(rq, q);
	for (; query_next(q); n++)
		row_into(rq, page, s.source, arena_format(rq->arena, "found.%zu", n), q);
	if (n == 0 && admin_page(rq) > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);
	found = found_query(rq, search, s.found);
	page_pager(page, admin_page(rq), ADMIN_PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	page_text(page, "search.csv_url", arena_format(rq->arena, "/admin/audit/%s.csv", query_get(search, "id")));
	admin_crumbs(page, "/admin/audit", "guard_nav.audit", page_word_below(page, "audit_source", s.source));
	return REPLY_PAGE;
}

/* To take home is an act of its own: posted, and noted. */
enum reply
audit_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "at", "audit_who", "audit_whose", "audit_what", "audit_object", "audit_more", "audit_place", NULL };
	static const char *const cells[] = { "who", "whose", "what", "object", "more", "place" };
	struct query *search = search_load(rq), *q;
	struct statements s;
	struct sheet *sheet;

	if (search == NULL)
		return REPLY_NOT_FOUND;
	s = statements_for(search);
	noted(rq, "audit_export", query_get(search, "id"), s.source);
	sheet = sheet_open(rq, page, "audit", heads);
	q = found_query(rq, search, s.list);
	query_number(q, "per_page", SHEET_ROWS_MOST + 1);
	query_number(q, "skip", 0);
	while (query_next(q) && sheet_row(sheet)) {
		page_sub(page, "cell", "whose", "");
		page_sub(page, "cell", "place", "");
		row_into(rq, page, s.source, "cell", q);
		sheet_instant(sheet, query_get_instant(q, "at"));
		for (size_t i = 0; i < sizeof(cells) / sizeof(cells[0]); i++)
			sheet_text(sheet, page_get(page, arena_format(rq->arena, "cell.%s", cells[i])));
	}
	return sheet_close(sheet);
}
