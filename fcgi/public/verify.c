/*
 * verify.c - is this paper genuine?  Asked by the code on it, without an account.
 *
 * Who holds a code learns what is needed to compare the paper in hand: its kind,
 * number, organ, date, the applicant masked, and whether it still stands.
 * What else is printed on it is for the entitled alone (yimen-papers).  Codes
 * cannot be guessed (75 bits); wrong ones are counted by address all the same.
 * A code that fails its own check letter is mistyped, and asks nobody.
 */
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/chain.h"
#include "generated/queries/licence.h"
#include "generated/queries/paper.h"
#include "record/licence.h"
#include "record/paper.h"
#include "record/record.h"

#include <string.h>

enum { TRIES_MOST = 60 };
#define WINDOW	HOUR

static const struct field verify_fields[] = {
	{ "paper_code", FIELD_TEXT, .most = 60 },
};
const struct form verify_form = FORM(verify_fields);

static void
crumbs(struct page *page, bool result)
{
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, result ? "/verify" : "", "verify.title", NULL);
	if (result)
		page_crumb(page, "", "title.public_verified", NULL);
}

/* The form; with a code in it, on to the address that the QR code of the paper has. */
enum reply
verify_show(struct request *rq, struct page *page)
{
	const char *typed = form_get(rq, "paper_code");
	char code[PAPER_CODE_TEXT];

	crumbs(page, false);
	if (*typed == '\0')
		return REPLY_PAGE;
	if (paper_code_tidy(typed, code))
		return page_go(page, "/verify/", code, NULL);
	form_error(page, "paper_code", "wrong_paper_code");
	return REPLY_PAGE;
}

/* ---- the head on the paper, and the chain as it stands ---- */

static bool
head_kept(struct request *rq, const struct query *q)
{
	struct query *chain = query(rq, Q_CHAIN_AT);
	const char *head;
	size_t bytes = 0;
	struct text hex;
	bool same;

	query_number(chain, "position", query_get_number(q, "chain_position"));
	if (!query_next(chain) || (head = query_get_at(chain, 0, &bytes)) == NULL)
		return false;
	text_init(&hex);
	text_add_hex(&hex, head, bytes);
	same = text_is(hex.start, query_get(q, "chain_head"));
	text_free(&hex);
	return same;
}

static void
head_into(struct request *rq, struct page *page, const struct query *q)
{
	struct query *day;

	if (query_is_null(q, "chain_position")) {
		page_text(page, "head_text", page_word(page, "verify.head_none"));
		return;
	}
	page_text(page, "head", arena_format(rq->arena, "%s:%s", query_get(q, "chain_position"), query_get(q, "chain_head")));
	if (!head_kept(rq, q)) {
		page_text(page, "head_text", page_word(page, "verify.head_differs"));
		return;
	}
	page_text(page, "head_text", page_word(page, "verify.head_kept"));
	page_text(page, "head_published", page_word(page, "verify.head_waiting"));
	day = query(rq, Q_PAPER_HEAD_DAY);
	query_number(day, "position", query_get_number(q, "chain_position"));
	if (query_next(day)) {
		page_day(page, "head_day", query_get_day(day, "day_on"));
		page_say(page, "head_published", "verify.head_published", "day", page_get(page, "head_day.text"), NULL);
	}
}

/* ---- the answer ---- */

static enum reply
answer(struct request *rq, struct page *page, const char *verdict)
{
	(void)rq;
	crumbs(page, true);
	page_text(page, "verdict", verdict);
	page_text(page, "verdict_kind", text_is(verdict, "genuine") ? "good" :
	    text_is(verdict, "recalled") || text_is(verdict, "superseded") ? "warn" : "bad");
	return REPLY_PAGE;
}

/* What it granted, and whether that still holds. */
static void
licence_into(struct request *rq, struct page *page, const char *code)
{
	struct query *q = query(rq, Q_LICENCE_OF_PAPER);
	struct licence l;

	query_text(q, "code", code);
	if (!query_next(q))
		return;
	l = licence_read(q);
	page_text(page, "licence.title", query_get(q, "title"));
	page_text(page, "licence.identifier", query_get(q, "identifier"));
	page_text(page, "licence.standing", licence_standing_name(licence_standing(&l, rq->today)));
	page_day(page, "licence.valid_from", l.valid_from);
	if (day_known(l.valid_to))
		page_day(page, "licence.valid_to", l.valid_to);
}

static enum reply
genuine(struct request *rq, struct page *page, struct query *q)
{
	char shown[PAPER_CODE_SHOWN];
	const char *state = query_get(q, "state");

	query_row_into(q, page, "row");
	page_text(page, "row.code_shown", paper_code_show(query_get(q, "code"), shown));
	page_text(page, "row.kind_text", page_word(page, arena_format(rq->arena, "paper_kind.%s", query_get(q, "kind"))));
	page_text(page, "paper_url", arena_format(rq->arena, "/papers/%s", query_get(q, "code")));
	head_into(rq, page, q);
	licence_into(rq, page, query_get(q, "code"));
	return answer(rq, page, text_is(state, "valid") ? "genuine" : state);
}

enum reply
verify_result(struct request *rq, struct page *page)
{
	char code[PAPER_CODE_TEXT];
	uint8_t key[KEY_BYTES];
	struct query *q;

	if (!paper_code_tidy(request_part(rq, "paper"), code))
		return answer(rq, page, "mistyped");
	q = query(rq, Q_PAPER_VERIFY);
	query_text(q, "code", code);
	if (!query_next(q)) {
		if (!request_try(rq, "verify", request_from(rq), TRIES_MOST, WINDOW))
			return REPLY_TOO_MANY;
		return answer(rq, page, "unknown");
	}
	request_key(rq, RECORD_KEY, key);
	return paper_intact(q, key) ? genuine(rq, page, q) : answer(rq, page, "damaged");
}
