/*
 * kiosk.c - a machine in a hall: its first page, how it is made known, and the end of each visit.
 *
 * An administrator gives it a token (yimenctl kiosk add) which is typed in once
 * and stays in its cookie.  The cookie alone draws pages the kiosk's way; what it
 * stands for is asked where it matters.  A visit ends when who stands there says
 * so, or after a minute without a touch: the session ends in the database, its
 * cookies and what the browser kept are dropped, and the first page comes back.
 */
#include "fcgi/public/counter.h"

#include "base/random.h"
#include "base/text.h"
#include "generated/queries/queue.h"

#include <string.h>

static const struct field set_fields[] = {
	{ "kiosk_token", FIELD_CODE, .required = true, .least = 64, .most = 64 },
};
const struct form kiosk_set_form = FORM(set_fields);

enum { SET_TRIES_MOST = 5 };

static bool
kiosk_load(struct request *rq, struct page *page, const uint8_t *hash)
{
	struct query *q;

	if (hash == NULL)
		return false;
	q = query(rq, Q_KIOSK_LOAD);
	query_bytes(q, "token_hash", hash, HASH_BYTES);
	if (!query_next(q))
		return false;
	query_row_into(q, page, "kiosk");
	page_text(page, "kiosk.centre_name", query_said(rq, q, "centre_name"));
	return true;
}

/* A machine nobody made known may look, too: the pages are the same for all. */
enum reply
kiosk_show(struct request *rq, struct page *page)
{
	bool known = kiosk_load(rq, page, request_kiosk_hash(rq));

	page_flag(page, "kiosk.known", known);
	page_text(page, "page.kiosk", "1");
	page_text(page, "page.kiosk_home", rq->who.account == 0 ? "1" : "");
	page_text(page, "kiosk.queue_url", known ? arena_format(rq->arena, "/queue?centre=%s", page_get(page, "kiosk.centre_code")) :
	    "/queue");
	page_text(page, "kiosk.book_url", known ? arena_format(rq->arena, "/book?centre=%s", page_get(page, "kiosk.centre_code")) :
	    "/book");
	return REPLY_PAGE;
}

enum reply
kiosk_set_show(struct request *rq, struct page *page)
{
	(void)rq;
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", "kiosk.set_up", NULL);
	return REPLY_PAGE;
}

enum reply
kiosk_set(struct request *rq, struct page *page)
{
	const char *given = form_get(rq, "kiosk_token");
	uint8_t token[32], hash[HASH_BYTES];

	if (!request_try(rq, "kiosk", request_from(rq), SET_TRIES_MOST, HOUR))
		return REPLY_TOO_MANY;
	if (text_from_hex(given, token, sizeof(token))) {
		sha256_of(hash, token, sizeof(token));
		if (kiosk_load(rq, page, hash)) {
			request_set_kiosk(rq, given);
			return page_go(page, "/kiosk", NULL);
		}
	}
	form_error(page, "kiosk_token", "wrong_kiosk");
	return REPLY_INVALID;
}

/* By the timer of the page, by its refresh without script (GET), or by a press. */
enum reply
kiosk_end(struct request *rq, struct page *page)
{
	const uint8_t *session = request_session_hash(rq);

	if (request_kiosk_hash(rq) == NULL)
		return page_go(page, "/kiosk", NULL);
	if (session != NULL) {
		struct query *q = query(rq, Q_KIOSK_SESSION_END);

		query_instant(q, "now", rq->now);
		query_bytes(q, "token_hash", session, HASH_BYTES);
		query_run(q);
	}
	request_wipe(rq);
	return page_go(page, "/kiosk", NULL);
}
