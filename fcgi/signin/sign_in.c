/*
 * sign_in.c - a name and a password; and out again.
 *
 * Whatever is wrong (no such name, wrong password, locked, disabled) gets one
 * and the same answer, in the same time.
 */
#include "fcgi/signin/door.h"
#include "fcgi/signin/pages.h"

#include "base/text.h"
#include "base/utf8.h"
#include "generated/queries/signin.h"
#include "rules/identity.h"

#include <stdlib.h>
#include <string.h>

static const struct field next_fields[] = {
	{ "next", FIELD_TEXT, .most = 500 },
};
const struct form next_form = FORM(next_fields);

static const struct field sign_in_fields[] = {
	{ "login", FIELD_TEXT, .required = true, .most = 64 },
	{ "password", FIELD_PASSWORD, .required = true },
	{ "next", FIELD_TEXT, .most = 500 },
};
const struct form sign_in_form = FORM(sign_in_fields);

enum reply
sign_in_show(struct request *rq, struct page *page)
{
	return rq->who.account == 0 ? REPLY_PAGE : door_go_home(rq, page);
}

/* What was typed, as logins are stored: ASCII, and a mobile number without blanks, hyphens and +86. */
static const char *
login_typed(struct request *rq)
{
	const char *typed = form_get(rq, "login");
	char mobile[12];

	if (strlen(typed) != utf8_length(typed))
		return "";			/* nobody's name, and no comparison for the database */
	return mobile_tidy(typed, mobile) ? arena_text(rq->arena, mobile) : typed;
}

/* Nobody comes in while locked, disabled or expired, or with a password that was made void, however right it is. */
static bool
may_enter(struct request *rq, struct query *account)
{
	struct day expires_on = query_get_day(account, "expires_on");

	if (door_shut(rq, (uint64_t)query_get_number(account, "id"), account))
		return false;
	return query_get_number(account, "disabled") == 0 && query_get_number(account, "password_void") == 0 &&
	    (!day_known(expires_on) || !day_before(expires_on, rq->today));
}

static void
password_renew(struct request *rq, uint64_t account, const char *hash)
{
	const char *fresh;
	struct query *q;

	if (!password_aged(rq, hash) || (fresh = password_hash(rq, form_get(rq, "password"))) == NULL)
		return;
	q = query(rq, Q_PASSWORD_SET);
	query_number(q, "account", (long long)account);
	query_text(q, "hash", fresh);
	query_run(q);
}

/* A colleague still owes the second factor; an applicant is in. */
static enum reply
enter(struct request *rq, struct page *page, struct query *account)
{
	uint64_t id = (uint64_t)query_get_number(account, "id");
	const char *kind = query_get(account, "kind");
	struct query *q;

	password_renew(rq, id, query_get(account, "password_hash"));
	if (text_is(kind, "staff")) {
		session_begin(rq, id, "password", "password");
		return page_go(page, "/sign-in/second?next=", form_get(rq, "next"), NULL);
	}
	q = query(rq, Q_SIGN_IN_PASSED);
	query_number(q, "account", (long long)id);
	query_instant(q, "now", rq->now);
	query_run(q);
	session_begin(rq, id, "full", "password");
	return door_go(page, kind, 0, form_get(rq, "next"));
}

enum reply
sign_in(struct request *rq, struct page *page)
{
	struct query *account;
	bool known, may;

	if (!request_try(rq, "sign_in", request_from(rq), ADDRESS_TRIES_MOST, 10 * MINUTE))
		return REPLY_TOO_MANY;
	account = query(rq, Q_SIGN_IN_LOAD);
	query_text(account, "login", login_typed(rq));
	known = query_next(account);
	may = known && may_enter(rq, account);
	switch (password_check(known ? query_get(account, "password_hash") : NULL, form_get(rq, "password"))) {
	case PASSWORD_BUSY:
		return REPLY_TOO_MANY;
	case PASSWORD_RIGHT:
		if (may)
			return enter(rq, page, account);
		break;
	case PASSWORD_WRONG:
		break;
	}
	failure_count(rq, may ? (uint64_t)query_get_number(account, "id") : 0);
	form_error(page, "password", "wrong_password");
	return REPLY_INVALID;
}

enum reply
sign_out(struct request *rq, struct page *page)
{
	struct query *q;

	if (request_session_hash(rq) != NULL) {
		q = query(rq, Q_SESSION_END);
		query_bytes(q, "token_hash", request_session_hash(rq), 32);
		query_run(q);
	}
	request_drop_session(rq);
	return page_go(page, "/?done=signed_out", NULL);
}

/* All sessions of this account but the visitor's own. */
enum reply
sign_out_others(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_SESSIONS_END_OTHERS);

	query_number(q, "account", (long long)rq->who.account);
	query_bytes(q, "token_hash", request_session_hash(rq), 32);
	query_run(q);
	return page_go(page, rq->who.kind == WHO_STAFF ? "/password?done=others_ended" : "/my/security?done=others_ended", NULL);
}
