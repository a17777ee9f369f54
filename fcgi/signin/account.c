/*
 * account.c - one's own account: how one is reached.
 *
 * The door serves it, though its address is of one's own space: a new telephone
 * or mail address asks for the password, which nobody else may compare.  Who
 * finds an open browser does not turn the messages of its owner to himself.
 */
#include "fcgi/signin/door.h"
#include "fcgi/signin/pages.h"

#include "base/text.h"
#include "generated/queries/signin.h"
#include "rules/mask.h"

static const char *const languages[] = { "zh", "en", NULL };

static const struct field account_fields[] = {
	{ "phone", FIELD_PHONE, .required = true },
	{ "email", FIELD_EMAIL },
	{ "address", FIELD_TEXT, .most = 300 },
	{ "language", FIELD_CHOICE, .choices = languages },
	{ "password", FIELD_PASSWORD },		/* where telephone or mail address change */
};
const struct form account_form = FORM(account_fields);

/* NULL: nobody's any more. */
static struct query *
account_load(struct request *rq)
{
	struct query *q = query(rq, Q_OWN_ACCOUNT);

	query_number(q, "account", (long long)rq->who.account);
	return query_next(q) ? q : NULL;
}

enum reply
account_show(struct request *rq, struct page *page)
{
	struct query *q = account_load(rq);
	char masked[MASK_ROOM];

	if (q == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "account");
	page_text(page, "account.number_text", rq->who.kind == WHO_PERSON ?
	    mask_citizen(query_get(q, "id_number"), masked, sizeof(masked)) : query_get(q, "id_number"));
	if (rq->route->method == GET) {
		page_text(page, "form.phone", query_get(q, "phone"));
		page_text(page, "form.email", query_get(q, "email"));
		page_text(page, "form.address", query_get(q, "address"));
	}
	page_choices(page, "language", languages, "message_language", *form_get(rq, "language") ? form_get(rq, "language") :
	    query_get(q, "language"));
	page_text(page, "optional.email", "1");
	page_text(page, "optional.address", "1");
	page_text(page, "optional.password", "1");
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "", "my.account", NULL);
	return REPLY_PAGE;
}

static bool
reached_elsewhere(struct request *rq, const struct query *own)
{
	return !text_is(form_get(rq, "phone"), query_get(own, "phone")) || !text_is(form_get(rq, "email"), query_get(own, "email"));
}

/* REPLY_PAGE when it was given and is right. */
static enum reply
password_asked(struct request *rq, struct page *page)
{
	if (*form_get(rq, "password") != '\0')
		return password_own_asked(rq, page);
	form_error(page, "password", "password_to_change");
	return REPLY_INVALID;
}

enum reply
account_save(struct request *rq, struct page *page)
{
	struct query *q = account_load(rq);
	enum reply reply = REPLY_PAGE;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (reached_elsewhere(rq, q) && (reply = password_asked(rq, page)) != REPLY_PAGE)
		return reply;
	q = query(rq, Q_ACCOUNT_SET);
	query_text(q, "phone", form_get(rq, "phone"));
	query_text(q, "email", form_get(rq, "email"));
	query_text(q, "address", form_get(rq, "address"));
	query_text(q, "language", form_get(rq, "language"));
	query_number(q, "account", (long long)rq->who.account);
	query_run(q);
	return page_go(page, "/my/account?done=saved", NULL);
}
