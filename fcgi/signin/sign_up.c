/* sign_up.c - a person or an enterprise opens an account.  Staff accounts are made by yimenctl only. */
#include "fcgi/signin/door.h"
#include "fcgi/signin/pages.h"

#include "base/text.h"
#include "generated/queries/signin.h"
#include "rules/identity.h"

enum { SIGN_UPS_MOST = 50 };		/* from one address in an hour: a service point has one address */

static const struct field person_fields[] = {
	{ "full_name", FIELD_TEXT, .required = true, .least = 2, .most = 100 },
	{ "citizen_number", FIELD_CITIZEN, .required = true },
	{ "mobile", FIELD_TEXT, .required = true, .most = 30 },
	{ "password_new", FIELD_PASSWORD, .required = true, .least = 12 },
	{ "password_again", FIELD_PASSWORD, .required = true },
	{ "truthful", FIELD_FLAG, .required = false },
};
const struct form person_form = FORM(person_fields);

static const struct field enterprise_fields[] = {
	{ "firm_name", FIELD_TEXT, .required = true, .least = 2, .most = 200 },
	{ "credit_code", FIELD_CREDIT, .required = true },
	{ "legal_name", FIELD_TEXT, .required = true, .least = 2, .most = 100 },
	{ "mobile", FIELD_TEXT, .required = true, .most = 30 },
	{ "address", FIELD_TEXT, .most = 300 },
	{ "password_new", FIELD_PASSWORD, .required = true, .least = 12 },
	{ "password_again", FIELD_PASSWORD, .required = true },
	{ "truthful", FIELD_FLAG, .required = false },
};
const struct form enterprise_form = FORM(enterprise_fields);

/* An account about to be opened. */
struct opening {
	const char *kind, *login, *name, *id_kind, *id_number, *legal_name, *phone, *address;
	const char *number_field;	/* where a taken number is told */
};

enum reply
sign_up_show(struct request *rq, struct page *page)
{
	page_text(page, "optional.address", "1");
	return rq->who.account == 0 ? REPLY_PAGE : door_go_home(rq, page);
}

/* What the declared shapes cannot see.  False: told on the page. */
static bool
opening_right(struct request *rq, struct page *page, const struct opening *o)
{
	bool right = password_new_right(rq, page, o->login, o->name, o->id_number);

	if (o->phone == NULL) {
		form_error(page, "mobile", "not_a_mobile");
		right = false;
	}
	if (!form_flag(rq, "truthful")) {
		form_error(page, "truthful", "tick");
		right = false;
	}
	return right;
}

static bool
opening_free(struct request *rq, struct page *page, const struct opening *o)
{
	struct query *q = query(rq, Q_ACCOUNT_TAKEN);
	bool login, number;

	query_text(q, "login", o->login);
	query_text(q, "kind", o->kind);
	query_text(q, "id_number", o->id_number);
	if (!query_next(q))
		return false;
	login = query_get_number(q, "login_taken") == 0;
	number = query_get_number(q, "number_taken") == 0;
	if (!number)
		form_error(page, o->number_field, "number_taken");
	else if (!login)
		form_error(page, "mobile", "mobile_taken");
	return login && number;
}

/* 0 when another opened the same account just now. */
static uint64_t
account_add(struct request *rq, const struct opening *o, const char *hash)
{
	struct query *q = query(rq, Q_ACCOUNT_OPEN);
	uint64_t account;

	query_text(q, "kind", o->kind);
	query_text(q, "login", o->login);
	query_text(q, "name", o->name);
	query_text(q, "id_kind", o->id_kind);
	query_text(q, "id_number", o->id_number);
	query_text(q, "legal_name", o->legal_name);
	query_text(q, "phone", o->phone);
	query_text(q, "address", o->address);
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return 0;
	account = query_id(q);
	q = query(rq, Q_SECRET_ADD);
	query_number(q, "account", (long long)account);
	query_text(q, "hash", hash);
	query_run(q);
	return account;
}

static enum reply
sign_up(struct request *rq, struct page *page, const struct opening *o)
{
	const char *hash;
	uint64_t account;

	if (!opening_right(rq, page, o) || !opening_free(rq, page, o))
		return REPLY_INVALID;
	if ((hash = password_hash(rq, form_get(rq, "password_new"))) == NULL ||
	    !request_try(rq, "sign_up", request_from(rq), SIGN_UPS_MOST, HOUR))
		return REPLY_TOO_MANY;
	if ((account = account_add(rq, o, hash)) == 0) {
		form_error(page, o->number_field, "number_taken");
		return REPLY_INVALID;
	}
	session_begin(rq, account, "full", "opened");
	return page_go(page, "/my/?done=signed_up", NULL);
}

/* The mobile number, tidy; NULL for one that is none. */
static const char *
mobile_typed(struct request *rq)
{
	char mobile[12];

	return mobile_tidy(form_get(rq, "mobile"), mobile) ? arena_text(rq->arena, mobile) : NULL;
}

enum reply
sign_up_person(struct request *rq, struct page *page)
{
	const char *mobile = mobile_typed(rq);

	return sign_up(rq, page, &(struct opening){
		.kind = "person", .login = mobile == NULL ? "" : mobile, .name = form_get(rq, "full_name"),
		.id_kind = "citizen", .id_number = form_get(rq, "citizen_number"), .legal_name = "",
		.phone = mobile, .address = "", .number_field = "citizen_number",
	});
}

enum reply
sign_up_enterprise(struct request *rq, struct page *page)
{
	return sign_up(rq, page, &(struct opening){
		.kind = "enterprise", .login = form_get(rq, "credit_code"), .name = form_get(rq, "firm_name"),
		.id_kind = "credit", .id_number = form_get(rq, "credit_code"), .legal_name = form_get(rq, "legal_name"),
		.phone = mobile_typed(rq), .address = form_get(rq, "address"), .number_field = "credit_code",
	});
}
