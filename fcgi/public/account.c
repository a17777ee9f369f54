/* account.c - who came in to an account, who is in now, and all that is held of its owner, to be taken along. */
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "generated/queries/own.h"

#include <string.h>

enum reply
security_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OWN_SESSIONS);

	query_number(q, "person", (long long)rq->who.account);
	query_bytes(q, "token_hash", request_session_hash(rq), 32);
	query_instant(q, "now", rq->now);
	query_into(q, page, "sessions");
	q = query(rq, Q_OWN_SIGN_INS);
	query_number(q, "person", (long long)rq->who.account);
	query_into(q, page, "sign_ins");
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "/my/account", "my.account", NULL);
	page_crumb(page, "", "security.title", NULL);
	return REPLY_PAGE;
}

/* ---- what is held of me ---- */

enum { EXPORT_MOST = 16 * 1024 * 1024 };

/* Each row of a query becomes an object, each column a member; each query has a limit. */
static const struct {
	const char *name;
	const struct statement *query;
} parts[] = {
	{ "account", Q_EXPORT_ACCOUNT },
	{ "cases", Q_EXPORT_CASES },
	{ "answers", Q_EXPORT_ANSWERS },
	{ "files", Q_EXPORT_FILES },
	{ "messages", Q_EXPORT_MESSAGES },
	{ "delegations", Q_EXPORT_DELEGATIONS },
	{ "sign_ins", Q_EXPORT_SIGN_INS },
};

static void
member_add(struct text *to, const struct query *q, size_t column)
{
	size_t bytes;
	const char *value = query_get_at(q, column, &bytes);
	bool number = query_column_kind(q, column) == COLUMN_NUMBER;

	text_format(to, "%s\"%s\": ", column == 0 ? "{" : ", ", query_column(q, column));
	if (value == NULL || number) {
		text_add(to, value == NULL ? "null" : value);
		return;
	}
	text_add_char(to, '"');
	text_add_json(to, value);
	text_add_char(to, '"');
}

static void
row_add(struct text *to, const struct query *q)
{
	for (size_t i = 0; i < query_columns(q); i++)
		member_add(to, q, i);
	text_add_char(to, '}');
}

static void
part_add(struct request *rq, struct text *to, size_t i)
{
	struct query *q = query(rq, parts[i].query);

	text_format(to, "%s\"%s\":[", i == 0 ? "{" : ",\n", parts[i].name);
	query_number(q, "holder", (long long)rq->who.account);
	for (size_t n = 0; to->bytes < EXPORT_MOST && query_next(q); n++) {
		text_add(to, n == 0 ? "\n" : ",\n");
		row_add(to, q);
	}
	text_add(to, "]");
}

enum reply
own_export(struct request *rq, struct page *page)
{
	struct text json;
	enum reply reply;

	text_init(&json);
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		part_add(rq, &json, i);
	text_add(&json, "}\n");
	reply = page_bytes(page, "application/json", "yimen-my-data.json", json.start, json.bytes);
	text_free(&json);
	return reply;
}
