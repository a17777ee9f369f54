/* accounts.c - the list of colleagues' accounts, a new one, and one of them with all that can be done to it. */
#include "fcgi/admin/guard.h"

#include "base/text.h"
#include "generated/queries/guard.h"
#include "record/record.h"

#include <string.h>

static const char *const states[] = { "any", "open", "disabled", "expired", "locked", NULL };
static const char *const roles_any[] = { "any", "clerk", "reviewer", "approver", "helper", "supervisor", "leader", "webmaster", "editor",
    "system_admin", "security_admin", "auditor", NULL };
static const char *const *const roles_given = roles_any + 1;

static const struct field accounts_fields[] = {
	{ "admin_q", FIELD_TEXT, .most = 60 },
	{ "account_organ", FIELD_CODE, .most = 18 },
	{ "account_role", FIELD_CHOICE, .choices = roles_any },
	{ "account_state", FIELD_CHOICE, .choices = states },
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form accounts_form = FORM(accounts_fields);

static const struct field new_fields[] = {
	{ "account_login", FIELD_CODE, .required = true, .least = 3, .most = 64 },
	{ "account_name", FIELD_TEXT, .required = true, .least = 2, .most = 60 },
	{ "account_organ", FIELD_CODE, .required = true, .most = 18 },
	{ "account_roles", FIELD_MANY, .required = true, .choices = roles_any + 1 },
	{ "expires_on", FIELD_DAY },
	{ "admin_reason", FIELD_TEXT, .required = true, .least = 4, .most = 500 },
};
const struct form account_new_form = FORM(new_fields);

static const struct field place_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 100000000 },
	{ "account_name", FIELD_TEXT, .required = true, .least = 2, .most = 60 },
	{ "account_organ", FIELD_CODE, .required = true, .most = 18 },
	{ "admin_reason", FIELD_TEXT, .required = true, .least = 4, .most = 500 },
};
const struct form account_place_form = FORM(place_fields);

static const struct field roles_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 100000000 },
	{ "account_roles", FIELD_MANY, .required = true, .choices = roles_any + 1 },
	{ "admin_reason", FIELD_TEXT, .required = true, .least = 4, .most = 500 },
};
const struct form account_roles_form = FORM(roles_fields);

static const struct field expiry_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 100000000 },
	{ "expires_on", FIELD_DAY },
	{ "admin_reason", FIELD_TEXT, .required = true, .least = 4, .most = 500 },
};
const struct form account_expiry_form = FORM(expiry_fields);

static const struct field act_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 100000000 },
	{ "admin_reason", FIELD_TEXT, .required = true, .least = 4, .most = 500 },
};
const struct form account_act_form = FORM(act_fields);

/* ---- roles in words ---- */

const char *
roles_print(struct request *rq, unsigned held)
{
	const char *text = "";

	for (int i = 0; i < ROLE_COUNT; i++)
		if (held & (1u << i))
			text = arena_format(rq->arena, "%s%s%s", text, *text ? "," : "", role_name(1u << i));
	return text;
}

const char *
roles_text(struct request *rq, struct page *page, unsigned held)
{
	const char *text = "";

	for (int i = 0; i < ROLE_COUNT; i++)
		if (held & (1u << i))
			text = arena_format(rq->arena, "%s%s%s", text, *text ? page_word(page, "guard.and") : "",
			    page_word_below(page, "role", role_name(1u << i)));
	return text;
}

void
roles_choices(struct page *page, unsigned chosen)
{
	page_choices(page, "account_roles", roles_given, "role", "");
	for (size_t i = 0; roles_given[i]; i++)
		row_text(page, page_row(page, "choices.account_roles", i), "checked", role_named(roles_given[i]) & chosen ? "1" : "");
}

unsigned
roles_typed(struct request *rq)
{
	unsigned held = 0;

	for (size_t i = 0; form_get_nth(rq, "account_roles", i); i++)
		held |= role_named(form_get_nth(rq, "account_roles", i));
	return held;
}

/* ---- the list ---- */

static const char *
chosen(struct request *rq, const char *field)
{
	const char *value = form_get(rq, field);

	return text_is(value, "any") ? "" : value;
}

static void
organs_choices(struct request *rq, struct page *page, const char *picked, bool any)
{
	struct query *q = query(rq, Q_ACCOUNT_ORGANS);
	size_t n = 0;

	if (any)
		row_text(page, page_row(page, "choices.account_organ", n++), "label", page_word(page, "guard.any_organ"));
	query_text(q, "area", admin_reach(rq));
	for (; query_next(q); n++) {
		struct node *row = page_row(page, "choices.account_organ", n);

		row_text(page, row, "value", query_get(q, "code"));
		row_text(page, row, "label", query_get(q, "name"));
		row_text(page, row, "checked", text_is(query_get(q, "code"), picked) ? "1" : "");
	}
}

static struct query *
list_query(struct request *rq, const struct statement *statement)
{
	struct query *q = query(rq, statement);

	query_text(q, "area", admin_reach(rq));
	query_text(q, "like", admin_like(rq));
	query_text(q, "organ", form_get(rq, "account_organ"));
	query_text(q, "role", chosen(rq, "account_role"));
	query_text(q, "state", chosen(rq, "account_state"));
	query_day(q, "today", rq->today);
	query_instant(q, "now", rq->now);
	return q;
}

static const char *
state_of(struct request *rq, const struct query *q)
{
	struct day expires_on = query_get_day(q, "expires_on");

	if (query_get_number(q, "disabled"))
		return "disabled";
	if (day_known(expires_on) && day_before(expires_on, rq->today))
		return "expired";
	if (query_get_number(q, "unopened"))
		return "unopened";
	return query_get_instant(q, "locked_until") > rq->now ? "locked" : "open";
}

enum reply
accounts_show(struct request *rq, struct page *page)
{
	struct query *q = list_query(rq, Q_ACCOUNTS_LIST), *found;
	size_t n = 0;

	admin_page_bind(rq, q);
	for (; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "accounts.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/admin/accounts/%s", query_get(q, "id")));
		page_sub(page, row, "state", state_of(rq, q));
		page_sub(page, row, "roles_text", roles_text(rq, page, roles_named(query_get(q, "roles"))));
	}
	if (n == 0 && admin_page(rq) > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);
	found = list_query(rq, Q_ACCOUNTS_FOUND);
	page_pager(page, admin_page(rq), ADMIN_PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	page_choices(page, "account_role", roles_any, "role", *chosen(rq, "account_role") ? chosen(rq, "account_role") : "any");
	page_text(page, "choices.account_role.0.label", page_word(page, "guard.any_role"));
	page_choices(page, "account_state", states, "account_state", *chosen(rq, "account_state") ? chosen(rq, "account_state") : "any");
	organs_choices(rq, page, form_get(rq, "account_organ"), true);
	admin_crumbs(page, "", "guard_nav.accounts", NULL);
	return REPLY_PAGE;
}

/* ---- a new one ---- */

enum reply
account_new(struct request *rq, struct page *page)
{
	roles_choices(page, roles_typed(rq));
	organs_choices(rq, page, form_get(rq, "account_organ"), false);
	page_flag(page, "optional.expires_on", true);
	admin_crumbs(page, "/admin/accounts", "guard_nav.accounts", page_word(page, "guard.new_account"));
	return REPLY_PAGE;
}

/* The area of an organ within reach; NULL: there is none. */
const char *
organ_area(struct request *rq, const char *code)
{
	struct query *q = query(rq, Q_ACCOUNT_ORGANS);

	query_text(q, "area", admin_reach(rq));
	while (query_next(q))
		if (text_is(query_get(q, "code"), code))
			return query_get(q, "area_code");
	return NULL;
}

static bool
new_right(struct request *rq, struct page *page, const char **area)
{
	const char *login = form_get(rq, "account_login");
	struct query *q = query(rq, Q_ACCOUNT_LOGIN_TAKEN);
	bool fine = true;

	*area = organ_area(rq, form_get(rq, "account_organ"));
	if (login[strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789._-")] || *login < 'a' || *login > 'z') {
		form_error(page, "account_login", "login_shape");
		return false;
	}
	query_text(q, "login", login);
	if (query_next(q) && query_get_number(q, "taken") > 0) {
		form_error(page, "account_login", "account_login_taken");
		fine = false;
	}
	if (*area == NULL) {
		form_error(page, "account_organ", "account_organ_unknown");
		fine = false;
	}
	if (day_known(form_day(rq, "expires_on")) && day_before(form_day(rq, "expires_on"), rq->today)) {
		form_error(page, "expires_on", "day_past");
		fine = false;
	}
	return fine;
}

/* Without roles yet: what it is to be is given to it as to any other, by one or by two. */
static long long
account_make(struct request *rq, const char *area)
{
	struct query *q = query(rq, Q_ACCOUNT_ADD);

	query_text(q, "login", form_get(rq, "account_login"));
	query_text(q, "name", form_get(rq, "account_name"));
	query_text(q, "organ", form_get(rq, "account_organ"));
	query_text(q, "its_area", area);
	query_day(q, "expires_on", form_day(rq, "expires_on"));
	query_instant(q, "now", rq->now);
	return query_run(q) == 1 ? (long long)query_id(q) : 0;
}

enum reply
account_open(struct request *rq, struct page *page)
{
	const struct power_asked asked = { .change = POWER_OPEN, .wanted = roles_typed(rq) };
	enum power_refusal why;
	enum power_answer answer = power_ask(&asked, &why);
	struct account a;
	const char *area;

	if (!new_right(rq, page, &area))
		return REPLY_INVALID;
	if (answer == POWER_REFUSED) {
		form_error(page, "account_roles", power_refusal_name(why));
		return REPLY_INVALID;
	}
	if (!account_load(rq, account_make(rq, area), &a))
		return REPLY_CONFLICT;
	if (answer == POWER_ALONE) {
		enum reply reply = account_apply(rq, page, &a, POWER_OPEN, asked.wanted);

		return reply == REPLY_PAGE ? account_new(rq, page) : reply;
	}
	return proposal_make(rq, page, &a, POWER_OPEN, asked.wanted) ? account_go(rq, page, &a, "proposed") : REPLY_CONFLICT;
}

/* ---- one ---- */

static void
facts_into(struct request *rq, struct page *page, const struct account *a)
{
	struct query *q = query(rq, Q_ACCOUNT_ONE);

	query_number(q, "id", a->id);
	query_text(q, "area", admin_reach(rq));
	if (!query_next(q))
		return;
	query_row_into(q, page, "account");
	page_text(page, "account.state", state_of(rq, q));
	page_text(page, "account.roles_text", roles_text(rq, page, a->roles));
	page_flag(page, "account.locked", query_get_instant(q, "locked_until") > rq->now);
	page_flag(page, "account.own", (uint64_t)a->id == rq->who.account);
	page_text(page, "account.url", arena_format(rq->arena, "/admin/accounts/%lld", a->id));
}

static void
lists_into(struct request *rq, struct page *page, const struct account *a)
{
	struct query *q = query(rq, Q_SESSIONS_LIST);

	query_number(q, "account", a->id);
	query_text(q, "kind", "staff");
	admin_reach_bind(rq, q);
	query_instant(q, "now", rq->now);
	query_bytes(q, "own", request_session_hash(rq), 32);
	query_number(q, "per_page", 50);
	query_number(q, "skip", 0);
	sessions_into(rq, page, q);
	q = query(rq, Q_SIGN_INS_LIST);
	query_instant(q, "from", instant_add(rq->now, -180 * 24 * HOUR));
	query_instant(q, "until", instant_add(rq->now, SECOND));
	query_number(q, "account", a->id);
	query_text(q, "what", "");
	admin_reach_bind(rq, q);
	query_number(q, "per_page", 20);
	query_number(q, "skip", 0);
	sign_ins_into(rq, page, q);
	q = query(rq, Q_STAFF_CODES_OF);
	query_number(q, "id", a->id);
	query_instant(q, "now", rq->now);
	query_into(q, page, "codes");
	q = query(rq, Q_PROPOSAL_OF_ACCOUNT);
	query_number(q, "id", a->id);
	page_flag(page, "account.proposed", query_next(q));
	admin_history_into(rq, page, "account", arena_format(rq->arena, "%lld", a->id));
}

enum reply
account_show(struct request *rq, struct page *page)
{
	struct account a;

	if (!account_load(rq, request_part_number(rq, "id"), &a))
		return REPLY_NOT_FOUND;
	facts_into(rq, page, &a);
	lists_into(rq, page, &a);
	admin_crumbs(page, "/admin/accounts", "guard_nav.accounts", a.shown);
	return REPLY_PAGE;
}

/* What is asked to change one thing about it. */
enum reply
account_act_show(struct request *rq, struct page *page)
{
	static const char *const acts[] = { "place", "roles", "expiry", "disable", "enable", "password", "second", "unlock", "sessions" };
	const char *path = rq->path, *act = strrchr(path, '/') + 1;
	bool fresh = rq->route->method == GET, known = false;
	struct account a;

	for (size_t i = 0; i < sizeof(acts) / sizeof(acts[0]); i++)
		known = known || text_is(act, acts[i]);
	if (!known || !account_load(rq, request_part_number(rq, "id"), &a))
		return REPLY_NOT_FOUND;
	facts_into(rq, page, &a);
	page_text(page, "account.act", act);
	if (fresh) {
		page_text(page, "form.account_name", a.name);
		page_text(page, "form.expires_on", day_known(a.expires_on) ? record_day(rq->arena, a.expires_on) : "");
	}
	roles_choices(page, fresh ? a.roles : roles_typed(rq));
	organs_choices(rq, page, fresh ? a.organ : form_get(rq, "account_organ"), false);
	page_flag(page, "optional.expires_on", true);
	admin_crumb_home(page);
	page_crumb(page, "/admin/accounts", "guard_nav.accounts", NULL);
	page_crumb(page, page_get(page, "account.url"), NULL, a.shown);
	page_crumb(page, "", NULL, page_word_below(page, "guard_act", act));
	return REPLY_PAGE;
}
