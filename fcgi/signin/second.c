/* second.c - the second factor of staff: a code of six digits from an authenticator, good once (RFC 6238). */
#include "fcgi/signin/door.h"
#include "fcgi/signin/pages.h"

#include "base/text.h"
#include "generated/queries/signin.h"

#include <liboath/oath.h>
#include <string.h>
#include <time.h>

enum { CODE_DIGITS = 6, STEP_SECONDS = 30, WINDOW = 1 };

static const struct field second_fields[] = {
	{ "code", FIELD_TEXT, .required = true, .most = 16 },
	{ "next", FIELD_TEXT, .most = 500 },
};
const struct form second_form = FORM(second_fields);

/* Who owes the code; NULL when nobody with this session does. */
static struct query *
owing(struct request *rq)
{
	struct query *q;

	if (request_session_hash(rq) == NULL)
		return NULL;
	q = query(rq, Q_SECOND_LOAD);
	query_bytes(q, "token_hash", request_session_hash(rq), 32);
	query_instant(q, "now", rq->now);
	return query_next(q) ? q : NULL;
}

enum reply
second_show(struct request *rq, struct page *page)
{
	struct query *q = owing(rq);

	if (q != NULL && query_get_number(q, "owes_new") != 0)
		return page_go(page, "/sign-in/enrol?next=", form_get(rq, "next"), NULL);
	if (q != NULL)
		return REPLY_PAGE;
	if (rq->who.account != 0)
		return door_go_home(rq, page);
	return page_go(page, "/sign-in?next=", form_get(rq, "next"), NULL);
}

/* Six digits, blanks among them forgiven. */
static bool
code_tidy(const char *typed, char code[CODE_DIGITS + 1])
{
	size_t n = 0;

	for (; *typed != '\0'; typed++) {
		if (*typed == ' ')
			continue;
		if (*typed < '0' || *typed > '9' || n == CODE_DIGITS)
			return false;
		code[n++] = *typed;
	}
	code[n] = '\0';
	return n == CODE_DIGITS;
}

uint64_t
second_step(struct request *rq, const char *secret, size_t bytes)
{
	char code[CODE_DIGITS + 1];
	uint64_t step = 0;
	int at;

	if (!code_tidy(form_get(rq, "code"), code))
		return 0;
	if (oath_totp_validate4(secret, bytes, (time_t)(rq->now / SECOND), STEP_SECONDS, 0, WINDOW, &at, &step,
	    0, code) < 0)
		return 0;
	return step;
}

static uint64_t
code_step(struct request *rq, struct query *q)
{
	size_t bytes;
	const char *secret = query_get_at(q, 1, &bytes);

	return secret == NULL ? 0 : second_step(rq, secret, bytes);
}

/* False for a code that was used before. */
static bool
code_use(struct request *rq, uint64_t account, uint64_t step)
{
	struct query *q = query(rq, Q_SECOND_USE);

	query_number(q, "account", (long long)account);
	query_number(q, "counter", (long long)step);
	query_instant(q, "now", rq->now);
	return query_run(q) == 1;
}

enum reply
second(struct request *rq, struct page *page)
{
	struct query *q = owing(rq);
	uint64_t account, step;

	if (q == NULL)
		return page_go(page, "/sign-in?next=", form_get(rq, "next"), NULL);
	if (query_get_number(q, "owes_new") != 0)
		return page_go(page, "/sign-in/enrol?next=", form_get(rq, "next"), NULL);
	account = (uint64_t)query_get_number(q, "account_id");
	if (door_shut(rq, account, q)) {
		form_error(page, "code", "locked");
		return REPLY_INVALID;
	}
	step = code_step(rq, q);
	if (step == 0 || !code_use(rq, account, step)) {
		failure_count(rq, account);
		form_error(page, "code", "wrong_code");
		return REPLY_INVALID;
	}
	session_begin(rq, account, "full", "second");
	return door_go(page, "staff", rq->who.roles, form_get(rq, "next"));
}
