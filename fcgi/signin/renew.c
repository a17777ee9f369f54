/*
 * renew.c - a colleague's new password and new second factor, by a code the security administrator handed out.
 *
 * The code is good once, for a day and five tries.  It never replaces the other
 * factor: who sets a new password still brings the second factor, and who
 * brings a new second factor has given the password first.  Only the code of a
 * new account does both, one after the other.  Each statement commits by
 * itself: a try counts whatever becomes of it, and the code is spent before
 * anything is set by it.
 *
 * The secret of a new second factor follows from the session and the machine's
 * key until it is proved by a code of its own, so that it stands nowhere before.
 */
#include "fcgi/signin/door.h"
#include "fcgi/signin/pages.h"

#include "base/log.h"
#include "base/text.h"
#include "fcgi/worker/claim.h"
#include "generated/queries/signin.h"
#include "generated/queries/staff_code.h"
#include "rules/number.h"

#include <liboath/oath.h>
#include <stdlib.h>
#include <string.h>

enum { ADDRESS_TRIES = 20, LOGIN_TRIES = 10, SECRET_BYTES = 20 };	/* tries in an hour */

static const struct field renew_fields[] = {
	{ "login", FIELD_TEXT, .required = true, .most = 64 },
	{ "staff_code", FIELD_CODE, .required = true, .most = 20 },
	{ "password_new", FIELD_PASSWORD, .required = true, .least = 12 },
	{ "password_again", FIELD_PASSWORD, .required = true },
};
const struct form renew_form = FORM(renew_fields);

static const struct field enrol_fields[] = {
	{ "staff_code", FIELD_CODE, .required = true, .most = 20 },
	{ "code", FIELD_TEXT, .required = true, .most = 16 },
	{ "next", FIELD_TEXT, .most = 500 },
};
const struct form enrol_form = FORM(enrol_fields);

/* True when what was typed is the row's code; a wrong one wears it. */
static bool
code_right(struct request *rq, struct query *row)
{
	uint8_t mac[HASH_BYTES];
	char code[QUERY_CODE_TEXT];
	struct query *q;

	if (!query_code_tidy(form_get(rq, "staff_code"), code))
		*code = '\0';
	staff_code_mac(rq, (uint64_t)query_get_number(row, "account_id"), code, mac);
	if (door_sum_right(row, mac))
		return true;
	q = query(rq, Q_STAFF_CODE_MISSED);
	query_number(q, "id", query_get_number(row, "id"));
	query_number(q, "most", STAFF_CODE_TRIES_MOST);
	query_run(q);
	return false;
}

static bool
code_spend(struct request *rq, struct query *row)
{
	struct query *q = query(rq, Q_STAFF_CODE_SPEND);

	query_number(q, "id", query_get_number(row, "id"));
	query_text(q, "kind", query_get(row, "kind"));
	query_instant(q, "now", rq->now);
	return query_run(q) == 1;
}

static enum reply
code_wrong(struct page *page)
{
	form_error(page, "staff_code", "wrong_staff_code");
	return REPLY_INVALID;
}

static bool
tries_left(struct request *rq, const char *login)
{
	return request_try(rq, "staff_code", rq->address, ADDRESS_TRIES, HOUR) &&
	    request_try(rq, "staff_code_of", request_typed(rq, login), LOGIN_TRIES, HOUR);
}

/* ---- a new password ---- */

enum reply
renew_show(struct request *rq, struct page *page)
{
	return rq->who.account == 0 ? REPLY_PAGE : door_go_home(rq, page);
}

/* Who was in by the old one is out. */
static void
password_give(struct request *rq, long long account, const char *hash)
{
	struct query *q = query(rq, Q_STAFF_PASSWORD_SET);

	query_number(q, "account", account);
	query_text(q, "hash", hash);
	if (query_run(q) == 0) {
		q = query(rq, Q_STAFF_SECRET_ADD);
		query_number(q, "account", account);
		query_text(q, "hash", hash);
		query_run(q);
	}
	q = query(rq, Q_SESSIONS_END_ALL);
	query_number(q, "account", account);
	query_run(q);
}

static void
kept(struct request *rq, long long account, const char *how)
{
	struct query *q = query(rq, Q_SIGN_IN_ADD);

	query_number(q, "account", account);
	query_instant(q, "now", rq->now);
	query_text(q, "how", how);
	query_text(q, "address", arena_text_n(rq->arena, rq->address, strnlen(rq->address, 45)));
	query_run(q);
}

enum reply
renew(struct request *rq, struct page *page)
{
	const char *login = form_get(rq, "login"), *hash;
	struct query *row = query(rq, Q_STAFF_CODE_OF_LOGIN);

	if (!tries_left(rq, login))
		return REPLY_TOO_MANY;
	query_text(row, "login", login[strspn(login, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-")] ? "" : login);
	query_instant(row, "now", rq->now);
	query_day(row, "today", rq->today);
	if (!query_next(row) || text_is(query_get(row, "kind"), "second") || !code_right(rq, row))
		return code_wrong(page);
	if (!password_new_right(rq, page, query_get(row, "login"), query_get(row, "name"), ""))
		return REPLY_INVALID;
	if ((hash = password_hash(rq, form_get(rq, "password_new"))) == NULL)
		return REPLY_TOO_MANY;
	if (!code_spend(rq, row))
		return code_wrong(page);
	password_give(rq, query_get_number(row, "account_id"), hash);
	kept(rq, query_get_number(row, "account_id"), "renewed");
	return page_go(page, "/sign-in?who=staff&done=password_renewed", NULL);
}

/* ---- a new second factor ---- */

/* Whoever has given the password and is to bring one; NULL when nobody with this session is. */
static struct query *
owing(struct request *rq)
{
	struct query *q;

	if (request_session_hash(rq) == NULL)
		return NULL;
	q = query(rq, Q_STAFF_SECOND_OWED);
	query_bytes(q, "token_hash", request_session_hash(rq), HASH_BYTES);
	query_instant(q, "now", rq->now);
	return query_next(q) ? q : NULL;
}

static void
secret_of(struct request *rq, uint8_t secret[HASH_BYTES])
{
	uint8_t key[KEY_BYTES];

	request_key(rq, "second factor", key);
	mac_of(secret, key, request_session_hash(rq), HASH_BYTES);	/* its first SECRET_BYTES */
}

/* As authenticators read it (RFC 4648); twenty bytes need no padding. */
static const char *
secret_text(struct request *rq)
{
	uint8_t secret[HASH_BYTES];
	const char *text;
	char *base32;

	secret_of(rq, secret);
	if (oath_base32_encode((const char *)secret, SECRET_BYTES, &base32, NULL) != OATH_OK)
		log_fatal("out-of-memory", "where", "second factor", NULL);
	text = arena_text(rq->arena, base32);
	explicit_bzero(base32, strlen(base32));
	free(base32);
	return text;
}

enum reply
enrol_show(struct request *rq, struct page *page)
{
	if (owing(rq) == NULL)
		return page_go(page, "/sign-in?next=", form_get(rq, "next"), NULL);
	page_text(page, "second.secret", secret_text(rq));
	return REPLY_PAGE;
}

enum reply
enrol_qr(struct request *rq, struct page *page)
{
	struct query *q = owing(rq);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	return page_qr(page, arena_format(rq->arena, "otpauth://totp/yimen:%s?secret=%s&issuer=yimen", query_get(q, "login"), secret_text(rq)));
}

static void
second_give(struct request *rq, long long account, const uint8_t *secret, uint64_t step)
{
	struct query *q = query(rq, Q_STAFF_SECOND_SET);

	query_number(q, "account", account);
	query_bytes(q, "secret", secret, SECRET_BYTES);
	query_number(q, "counter", (long long)step);
	query_run(q);
}

enum reply
enrol(struct request *rq, struct page *page)
{
	struct query *who = owing(rq), *row;
	uint8_t secret[HASH_BYTES];
	long long account;
	uint64_t step;

	if (who == NULL)
		return page_go(page, "/sign-in?next=", form_get(rq, "next"), NULL);
	account = query_get_number(who, "account_id");
	if (!tries_left(rq, query_get(who, "login")))
		return REPLY_TOO_MANY;
	secret_of(rq, secret);
	if ((step = second_step(rq, (const char *)secret, SECRET_BYTES)) == 0) {
		form_error(page, "code", "wrong_code");
		return REPLY_INVALID;
	}
	row = query(rq, Q_STAFF_CODE_OF_ACCOUNT);
	query_number(row, "account", account);
	query_instant(row, "now", rq->now);
	if (!query_next(row) || !code_right(rq, row) || !code_spend(rq, row))
		return code_wrong(page);
	second_give(rq, account, secret, step);
	session_begin(rq, (uint64_t)account, "full", "enrolled");
	return door_go(page, "staff", rq->who.roles, form_get(rq, "next"));
}
