/*
 * claims.c - a code for whoever showed a document at the window.
 *
 * With it the owner of an account that was made here opens it at home, or who
 * registered at home is known to be who he says (fcgi/signin/claim.c).  The code
 * is shown once, and kept as a MAC; another takes its place.
 */
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/worker/claim.h"
#include "fcgi/worker/form.h"
#include "generated/queries/claim.h"
#include "rules/identity.h"
#include "rules/number.h"

static const char *const papers[] = { "card", "household", "passport", "licence", "electronic", NULL };

static const struct field claims_fields[] = {
	{ "claim_number", FIELD_CODE, .required = true, .most = 32 },
	{ "claim_name", FIELD_TEXT, .required = true, .most = 200 },
	{ "identity_seen", FIELD_CHOICE, .required = true, .choices = papers },
};
const struct form claims_form = FORM(claims_fields);

enum reply
claims_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_CLAIMS_GIVEN);

	page_choices(page, "identity_seen", papers, "identity_paper", form_get(rq, "identity_seen"));
	query_text(q, "organ", rq->who.organ);
	query_into(q, page, "claims");
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, "", "claims.title", NULL);
	return REPLY_PAGE;
}

/* 0: there is no account of this number and name. */
static uint64_t
account_found(struct request *rq)
{
	struct query *q = query(rq, Q_CLAIM_ACCOUNT);

	query_text(q, "number", form_get(rq, "claim_number"));
	query_text(q, "name", form_get(rq, "claim_name"));
	return query_next(q) ? (uint64_t)query_get_number(q, "id") : 0;
}

static void
claim_add(struct request *rq, uint64_t account, const char *code)
{
	struct query *q = query(rq, Q_CLAIM_REPLACE);
	uint8_t mac[HASH_BYTES];

	query_number(q, "account", (long long)account);
	query_run(q);
	claim_mac(rq, account, code, mac);
	q = query(rq, Q_CLAIM_ADD);
	query_number(q, "account", (long long)account);
	query_bytes(q, "code_hash", mac, HASH_BYTES);
	query_text(q, "identity_seen", form_get(rq, "identity_seen"));
	query_number(q, "by", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_text(q, "organ", rq->who.organ);
	query_instant(q, "now", rq->now);
	query_instant(q, "expires_at", instant_add(rq->now, CLAIM_LASTS));
	query_run(q);
}

enum reply
claim_give(struct request *rq, struct page *page)
{
	char code[QUERY_CODE_TEXT], shown[QUERY_CODE_SHOWN];
	uint64_t account = account_found(rq), bits;

	if (account == 0) {
		form_error(page, "claim_number", "no_such_account");
		return REPLY_INVALID;
	}
	random_bytes(&bits, sizeof(bits));
	claim_add(rq, account, query_code_print(bits, code));
	page_text(page, "claim.code", query_code_show(bits, shown));
	page_text(page, "claim.name", form_get(rq, "claim_name"));
	page_instant(page, "claim.expires_at", instant_add(rq->now, CLAIM_LASTS));
	return claims_show(rq, page);
}
