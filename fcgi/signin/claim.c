/*
 * claim.c - a code from a window opens the account that was made there, or says who one is.
 *
 * The clerk saw the document and handed the code to whoever showed it.  It is
 * good once, for three days and five tries; number and name alone open
 * nothing, and a wrong number is told as a wrong code.  Each statement commits
 * by itself: a try counts whatever becomes of it, and the code is spent before
 * anything is opened with it.
 */
#include "fcgi/signin/door.h"
#include "fcgi/signin/pages.h"

#include "base/text.h"
#include "fcgi/worker/claim.h"
#include "generated/queries/signin.h"
#include "rules/number.h"

#include <ctype.h>
#include <string.h>

enum { ADDRESS_CLAIMS_MOST = 20, NUMBER_CLAIMS_MOST = 10 };	/* in an hour */

static const struct field claim_fields[] = {
	{ "claim_number", FIELD_CODE, .required = true, .most = 32 },
	{ "claim_code", FIELD_CODE, .required = true, .most = 20 },
	{ "password_new", FIELD_PASSWORD, .required = true, .least = 12 },
	{ "password_again", FIELD_PASSWORD, .required = true },
};
const struct form claim_form = FORM(claim_fields);

static const struct field verify_fields[] = {
	{ "claim_code", FIELD_CODE, .required = true, .most = 20 },
};
const struct form identity_form = FORM(verify_fields);

enum reply
claim_show(struct request *rq, struct page *page)
{
	return rq->who.account == 0 ? REPLY_PAGE : door_go_home(rq, page);
}

/* An open code's row; true when what was typed is it.  A wrong one wears it. */
static bool
code_right(struct request *rq, struct query *row, const char *typed)
{
	uint8_t mac[HASH_BYTES];
	char code[QUERY_CODE_TEXT];
	struct query *q;

	if (!query_code_tidy(typed, code))
		*code = '\0';
	claim_mac(rq, (uint64_t)query_get_number(row, "account_id"), code, mac);
	if (door_sum_right(row, mac))
		return true;
	q = query(rq, Q_CLAIM_MISSED);
	query_number(q, "id", query_get_number(row, "id"));
	query_number(q, "most", CLAIM_TRIES_MOST);
	query_run(q);
	return false;
}

/* Spends it; false: somebody was faster. */
static bool
code_spend(struct request *rq, struct query *row)
{
	struct query *q = query(rq, Q_CLAIM_USE);

	query_number(q, "id", query_get_number(row, "id"));
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return false;
	q = query(rq, Q_ACCOUNT_VERIFIED);
	query_number(q, "account", query_get_number(row, "account_id"));
	query_instant(q, "now", rq->now);
	query_run(q);
	return true;
}

static struct query *
claim_found(struct request *rq, const char *number)
{
	struct query *q = query(rq, Q_CLAIM_OF_NUMBER);
	char *tidy = arena_text(rq->arena, number);

	for (char *c = tidy; *c != '\0'; c++)
		*c = (char)toupper((unsigned char)*c);
	query_text(q, "number", tidy);
	query_instant(q, "now", rq->now);
	return query_next(q) ? q : NULL;
}

static enum reply
code_wrong(struct page *page)
{
	form_error(page, "claim_code", "wrong_claim");
	return REPLY_INVALID;
}

/* The first password of an account made at a window, or a new one for who forgot his; who else was in, is out. */
static void
password_give(struct request *rq, uint64_t account, const char *hash)
{
	struct query *q = query(rq, Q_PASSWORD_SET);

	query_number(q, "account", (long long)account);
	query_text(q, "hash", hash);
	if (query_run(q) == 0) {
		q = query(rq, Q_SECRET_ADD);
		query_number(q, "account", (long long)account);
		query_text(q, "hash", hash);
		query_run(q);
	}
	q = query(rq, Q_SESSIONS_END_ALL);
	query_number(q, "account", (long long)account);
	query_run(q);
}

enum reply
claim(struct request *rq, struct page *page)
{
	const char *number = form_get(rq, "claim_number"), *hash;
	struct query *row;
	uint64_t account;

	if (!request_try(rq, "claim", request_from(rq), ADDRESS_CLAIMS_MOST, HOUR) ||
	    !request_try(rq, "claim_number", request_typed(rq, number), NUMBER_CLAIMS_MOST, HOUR))
		return REPLY_TOO_MANY;
	if ((row = claim_found(rq, number)) == NULL || !code_right(rq, row, form_get(rq, "claim_code")))
		return code_wrong(page);
	if (!password_new_right(rq, page, query_get(row, "login"), query_get(row, "name"), query_get(row, "id_number")))
		return REPLY_INVALID;
	if ((hash = password_hash(rq, form_get(rq, "password_new"))) == NULL)
		return REPLY_TOO_MANY;
	if (!code_spend(rq, row))
		return code_wrong(page);
	account = (uint64_t)query_get_number(row, "account_id");
	password_give(rq, account, hash);
	session_begin(rq, account, "full", "claimed");
	return page_go(page, "/my/?done=account_claimed", NULL);
}

/* Who has signed in already says by the same code who he is. */
enum reply
identity_verify(struct request *rq, struct page *page)
{
	struct query *row = query(rq, Q_CLAIM_OF_ACCOUNT);

	if (!request_try(rq, "claim", request_from(rq), ADDRESS_CLAIMS_MOST, HOUR))
		return REPLY_TOO_MANY;
	query_number(row, "account", (long long)rq->who.account);
	query_instant(row, "now", rq->now);
	if (!query_next(row) || !code_right(rq, row, form_get(rq, "claim_code")) || !code_spend(rq, row))
		return code_wrong(page);
	return page_go(page, "/my/?done=verified", NULL);
}
