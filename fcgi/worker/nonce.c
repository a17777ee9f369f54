/*
 * nonce.c - one form, one write.
 *
 * The nonce is inserted first in the transaction that writes, with a hash of
 * the body.  A second post waits for the first (the unique key locks) and then
 * finds its answer: the same body gets the same address, another body a 409.
 * A refused or mistaken post rolls back, and the nonce is free again.
 */
#include "fcgi/worker/inside.h"

#include "base/text.h"
#include "generated/queries/worker.h"

#include <string.h>

enum { NONCE_BYTES = 16 };

const char *
nonce_new(struct request *rq)
{
	uint8_t bytes[NONCE_BYTES];
	struct text hex;
	const char *nonce;

	random_bytes(bytes, sizeof(bytes));
	text_init(&hex);
	text_add_hex(&hex, bytes, sizeof(bytes));
	nonce = arena_text(rq->arena, hex.start);
	text_free(&hex);
	return nonce;
}

static enum nonce_verdict
nonce_seen(struct request *rq, const uint8_t nonce[NONCE_BYTES], const char **location)
{
	struct query *q = query(rq, Q_NONCE_LOAD);
	const char *body;
	size_t bytes;

	query_bytes(q, "nonce", nonce, NONCE_BYTES);
	if (!query_next(q))
		return NONCE_FAILED;
	body = query_get_at(q, 1, &bytes);
	if ((uint64_t)query_get_number(q, "account_id") != rq->who.account ||
	    bytes != HASH_BYTES || !bytes_equal(body, rq->inside->body_hash, HASH_BYTES))
		return NONCE_OTHER;
	*location = query_get(q, "location");
	return NONCE_SEEN;
}

enum nonce_verdict
nonce_take(struct request *rq, const char **location)
{
	uint8_t nonce[NONCE_BYTES];
	struct query *q;
	long long rows;

	if (!text_from_hex(form_get(rq, "nonce"), nonce, sizeof(nonce)))
		return NONCE_BAD;
	q = query(rq, Q_NONCE_TAKE);
	query_bytes(q, "nonce", nonce, sizeof(nonce));
	query_number(q, "account", (long long)rq->who.account);
	query_bytes(q, "body_hash", rq->inside->body_hash, HASH_BYTES);
	query_instant(q, "now", rq->now);
	rows = query_run(q);
	if (rows < 0)
		return nonce_seen(rq, nonce, location);
	return rows == 1 ? NONCE_NEW : NONCE_FAILED;
}

void
nonce_answer(struct request *rq, const char *location)
{
	uint8_t nonce[NONCE_BYTES];
	struct query *q;

	if (!text_from_hex(form_get(rq, "nonce"), nonce, sizeof(nonce)))
		return;
	q = query(rq, Q_NONCE_ANSWER);
	query_bytes(q, "nonce", nonce, sizeof(nonce));
	query_text(q, "location", location);
	query_run(q);
}
