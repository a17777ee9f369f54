/* messages.c - what an applicant was told on the site, the latest first. */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/notice.h"
#include "rules/number.h"

enum { PER_PAGE = 20 };

static const struct field messages_fields[] = {
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form my_messages_form = FORM(messages_fields);

static struct query *
counts(struct request *rq)
{
	struct query *q = query(rq, Q_MESSAGES_COUNTS);

	query_number(q, "account", (long long)rq->who.account);
	return q;
}

/* A case taken back has its number and is a draft again. */
static const char *
case_url(struct request *rq, const struct query *q)
{
	if (query_is_null(q, "case_state"))
		return "";
	if (text_is(query_get(q, "case_state"), "draft"))
		return arena_format(rq->arena, "/applications/%s", query_get(q, "case_id"));
	return arena_format(rq->arena, "/my/cases/%s", query_get(q, "number"));
}

enum reply
my_messages(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1;
	struct query *count = counts(rq), *q = query(rq, Q_MESSAGES);
	char shown[CASE_NUMBER_SHOWN];

	query_number(q, "account", (long long)rq->who.account);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "messages.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "case_url", case_url(rq, q));
		page_sub(page, row, "shown",
		    case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	}
	if (query_next(count)) {
		page_flag(page, "any_unread", query_get_number(count, "unread") > 0);
		page_pager(page, number, PER_PAGE, query_get_number(count, "messages"));
	}
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "", "my.messages", NULL);
	return REPLY_PAGE;
}

enum reply
my_messages_read(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_MESSAGES_READ);

	query_number(q, "account", (long long)rq->who.account);
	query_instant(q, "now", rq->now);
	query_run(q);
	return page_go(page, "/my/messages?done=messages_read", NULL);
}

/* counts.messages of one's own space. */
void
messages_unread_into(struct request *rq, struct page *page)
{
	struct query *q = counts(rq);

	if (query_next(q))
		page_text(page, "counts.unread", query_get(q, "unread"));
}
