/* sessions.c - who is in, and who came in or tried to; masked, and ended where need be. */
#include "fcgi/admin/guard.h"

#include "base/text.h"
#include "generated/queries/guard.h"

static const char *const kinds[] = { "staff", "applicant", NULL };
static const char *const ways[] = { "any", "password", "second", "opened", "claimed", "refused", "renewed", "enrolled", NULL };

static const struct field sessions_fields[] = {
	{ "session_kind", FIELD_CHOICE, .choices = kinds },
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form sessions_form = FORM(sessions_fields);

static const struct field end_fields[] = {
	{ "account", FIELD_NUMBER, .required = true, .least = 1 },
	{ "mark", FIELD_CODE, .most = 16 },		/* of one session; absent: all of the account */
	{ "session_kind", FIELD_CHOICE, .choices = kinds },
};
const struct form session_end_form = FORM(end_fields);

static const struct field sign_ins_fields[] = {
	{ "account_login", FIELD_CODE, .most = 64 },
	{ "sign_in_how", FIELD_CHOICE, .choices = ways },
	{ "from_on", FIELD_DAY },
	{ "until_on", FIELD_DAY },
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form sign_ins_form = FORM(sign_ins_fields);

/* ---- sessions ---- */

static void
person_into(struct request *rq, struct page *page, const char *row, struct query *q)
{
	const char *kind = query_get(q, "kind");

	query_row_into(q, page, row);
	page_sub(page, row, "name", guard_name(rq, kind, query_get(q, "name")));
	page_sub(page, row, "login", guard_login(rq, kind, query_get(q, "login")));
	page_sub(page, row, "address", guard_address(rq, query_get(q, "address")));
}

void
sessions_into(struct request *rq, struct page *page, struct query *q)
{
	for (size_t n = 0; query_next(q); n++)
		person_into(rq, page, arena_format(rq->arena, "sessions.%zu", n), q);
}

static struct query *
sessions_query(struct request *rq, const struct statement *statement)
{
	struct query *q = query(rq, statement);

	query_number(q, "account", 0);
	query_text(q, "kind", text_is(form_get(rq, "session_kind"), "applicant") ? "applicant" : "staff");
	admin_reach_bind(rq, q);
	query_instant(q, "now", rq->now);
	return q;
}

enum reply
sessions_show(struct request *rq, struct page *page)
{
	struct query *q = sessions_query(rq, Q_SESSIONS_LIST), *found = sessions_query(rq, Q_SESSIONS_FOUND);

	query_bytes(q, "own", request_session_hash(rq), 32);
	admin_page_bind(rq, q);
	sessions_into(rq, page, q);
	page_pager(page, admin_page(rq), ADMIN_PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	page_choices(page, "session_kind", kinds, "session_kind", *form_get(rq, "session_kind") ? form_get(rq, "session_kind") : "staff");
	page_text(page, "session_kind", text_is(form_get(rq, "session_kind"), "applicant") ? "applicant" : "staff");
	admin_crumbs(page, "", "guard_nav.sessions", NULL);
	return REPLY_PAGE;
}

enum reply
session_end(struct request *rq, struct page *page)
{
	const char *mark = form_get(rq, "mark"), *kind;
	struct query *q = query(rq, Q_SESSION_WHOSE), *end;
	struct admin_change noted = { .act = *mark ? "session_end" : "sessions_end", .subject = "account" };

	query_number(q, "account", form_number(rq, "account"));
	admin_reach_bind(rq, q);
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	kind = query_get(q, "kind");
	end = query(rq, *mark ? Q_SESSION_END_ONE : Q_SESSIONS_END_OF);
	query_number(end, "account", form_number(rq, "account"));
	if (*mark)
		query_text(end, "mark", mark);
	if (query_run(end) < 1)
		return REPLY_CONFLICT;		/* it has ended by itself */
	noted.id = query_get(q, "id");
	noted.name = arena_format(rq->arena, "%s (%s)", guard_name(rq, kind, query_get(q, "name")),
	    guard_login(rq, kind, query_get(q, "login")));
	admin_note(rq, &noted);
	return page_go(page, "/admin/sessions?done=sessions_ended&session_kind=", text_is(kind, "staff") ? "staff" : "applicant", NULL);
}

/* ---- sign-ins ---- */

void
sign_ins_into(struct request *rq, struct page *page, struct query *q)
{
	for (size_t n = 0; query_next(q); n++)
		person_into(rq, page, arena_format(rq->arena, "sign_ins.%zu", n), q);
}

long long
guard_account(struct request *rq, const char *login)
{
	struct query *q;

	if (!*login)
		return 0;
	q = query(rq, Q_ACCOUNT_OF_LOGIN);
	query_text(q, "login", login);
	admin_reach_bind(rq, q);
	return query_next(q) && query_get_number(q, "id") > 0 ? query_get_number(q, "id") : -1;
}

static struct query *
sign_ins_query(struct request *rq, const struct statement *statement, struct day from, struct day until)
{
	struct query *q = query(rq, statement);
	const char *how = form_get(rq, "sign_in_how");

	query_instant(q, "from", instant_make(from, 0, 0, 0, 0));
	query_instant(q, "until", instant_make(day_add(until, 1), 0, 0, 0, 0));
	query_number(q, "account", guard_account(rq, form_get(rq, "account_login")));
	query_text(q, "what", text_is(how, "any") ? "" : how);
	admin_reach_bind(rq, q);
	return q;
}

/* The last week unless days are asked for. */
enum reply
sign_ins_show(struct request *rq, struct page *page)
{
	struct day from = form_day(rq, "from_on"), until = form_day(rq, "until_on");
	struct query *q, *found;

	until = day_known(until) ? until : rq->today;
	from = day_known(from) ? from : day_add(until, -6);
	q = sign_ins_query(rq, Q_SIGN_INS_LIST, from, until);
	admin_page_bind(rq, q);
	sign_ins_into(rq, page, q);
	found = sign_ins_query(rq, Q_SIGN_INS_FOUND, from, until);
	page_pager(page, admin_page(rq), ADMIN_PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	page_choices(page, "sign_in_how", ways, "sign_in_how", *form_get(rq, "sign_in_how") ? form_get(rq, "sign_in_how") : "any");
	page_day(page, "from", from);
	page_day(page, "until", until);
	page_text(page, "form.from_on", page_get(page, "from"));
	page_text(page, "form.until_on", page_get(page, "until"));
	admin_crumbs(page, "", "guard_nav.sign_ins", NULL);
	return REPLY_PAGE;
}
