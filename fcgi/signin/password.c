/* password.c - everybody changes the own password; all other sessions end. */
#include "fcgi/signin/door.h"
#include "fcgi/signin/pages.h"

#include "base/text.h"
#include "generated/queries/signin.h"

static const struct field password_fields[] = {
	{ "password", FIELD_PASSWORD, .required = true },
	{ "password_new", FIELD_PASSWORD, .required = true, .least = 12 },
	{ "password_again", FIELD_PASSWORD, .required = true },
};
const struct form password_form = FORM(password_fields);

static bool
new_right(struct request *rq, struct page *page, struct query *own)
{
	if (!password_new_right(rq, page, query_get(own, "login"), rq->who.name, query_get(own, "id_number")))
		return false;
	if (!text_is(form_get(rq, "password_new"), form_get(rq, "password")))
		return true;
	form_error(page, "password_new", "same_password");
	return false;
}

static void
password_replace(struct request *rq, const char *hash)
{
	struct query *q = query(rq, Q_PASSWORD_SET);

	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "hash", hash);
	query_run(q);
	q = query(rq, Q_SESSIONS_END_ALL);
	query_number(q, "account", (long long)rq->who.account);
	query_run(q);
	session_begin(rq, rq->who.account, "full", "password");
}

enum reply
password_change(struct request *rq, struct page *page)
{
	struct query *own = query(rq, Q_PASSWORD_LOAD);
	const char *hash;
	enum reply reply;

	query_number(own, "account", (long long)rq->who.account);
	if (!query_next(own))
		return REPLY_FORBIDDEN;
	if (!new_right(rq, page, own))
		return REPLY_INVALID;
	if ((reply = password_own(rq, page, own)) != REPLY_PAGE)
		return reply;
	if ((hash = password_hash(rq, form_get(rq, "password_new"))) == NULL)
		return REPLY_TOO_MANY;
	password_replace(rq, hash);
	return page_go(page, "/password?done=changed", NULL);
}
