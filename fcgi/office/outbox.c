/* Messages: those to oneself, and those of the organ's cases that wait or failed. */
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/office/forms.h"
#include "fcgi/worker/form.h"
#include "generated/queries/notice.h"
#include "rules/mask.h"
#include "rules/number.h"

#include <string.h>

enum { PER_PAGE = 20 };

static const char *const sides[] = { "waiting", "failed", NULL };

static const struct field outbox_fields[] = {
	{ "side", FIELD_CHOICE, .choices = sides },
	{ "page", FIELD_NUMBER, .least = 1, .most = 50 },
};
const struct form outbox_form = FORM(outbox_fields);

static const struct field messages_fields[] = {
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form messages_form = FORM(messages_fields);

static long long
page_asked(struct request *rq)
{
	return form_number(rq, "page") > 0 ? form_number(rq, "page") : 1;
}

/* One's own, and for those who handle cases the organ's: how many; the count of the current one. */
static long long
tabs_into(struct request *rq, struct page *page, const char *current)
{
	const struct { const char *key, *url; } tabs[] = {
		{ "messages", "/office/messages" }, { "waiting", "/office/outbox?side=waiting" },
		{ "failed", "/office/outbox?side=failed" },
	};
	struct query *q = query(rq, Q_OUTBOX_COUNTS);
	long long total = 0;

	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "organ", rq->who.organ);
	if (!query_next(q))
		return 0;
	for (size_t i = 0; i < sizeof(tabs) / sizeof(tabs[0]); i++) {
		const char *row = arena_format(rq->arena, "tabs.%zu", i);

		if (i > 0 && !(rq->who.roles & CASE_READERS))
			break;
		page_sub(page, row, "label", page_word(page, arena_format(rq->arena, "outbox.%s", tabs[i].key)));
		page_sub(page, row, "url", tabs[i].url);
		page_sub(page, row, "count", query_get(q, i == 0 ? "unread" : tabs[i].key));
		if (!text_is(tabs[i].key, current))
			continue;
		page_sub(page, row, "current", "1");
		total = query_get_number(q, tabs[i].key);
	}
	return total;
}

static void
case_link(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	char shown[CASE_NUMBER_SHOWN];

	if (query_is_null(q, "number"))
		return;
	page_sub(page, row, "case_url", arena_format(rq->arena, "/office/cases/%s", query_get(q, "number")));
	page_sub(page, row, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
}

enum reply
messages_show(struct request *rq, struct page *page)
{
	long long number = page_asked(rq), total = tabs_into(rq, page, "messages");
	struct query *q = query(rq, Q_MESSAGES);

	if (rq->who.roles & ROLE_SYSTEM_ADMIN)
		reminders_kept(rq, page);
	query_number(q, "account", (long long)rq->who.account);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "messages.%zu", n);

		query_row_into(q, page, row);
		case_link(rq, page, row, q);
	}
	page_pager(page, number, PER_PAGE, total);
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, NULL, "outbox.messages", NULL);
	return REPLY_PAGE;
}

enum reply
messages_read(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_MESSAGES_READ);

	query_number(q, "account", (long long)rq->who.account);
	query_instant(q, "now", rq->now);
	query_run(q);
	return page_go(page, "/office/messages?done=messages_read", NULL);
}

static const char *
recipient_masked(struct request *rq, const char *recipient)
{
	char masked[MASK_ROOM];

	return arena_text(rq->arena, strchr(recipient, '@') != NULL ? mask_email(recipient, masked, sizeof(masked)) :
	    mask_phone(recipient, masked, sizeof(masked)));
}

enum reply
outbox_show(struct request *rq, struct page *page)
{
	const char *side = *form_get(rq, "side") ? form_get(rq, "side") : "failed";
	long long number = page_asked(rq), total = tabs_into(rq, page, side);
	struct query *q = query(rq, Q_OUTBOX_LIST);

	query_text(q, "state", side);
	query_text(q, "organ", rq->who.organ);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "messages.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "recipient", recipient_masked(rq, query_get(q, "recipient")));
		case_link(rq, page, row, q);
		page_sub(page, row, "retry_url", text_is(side, "failed") && (rq->who.roles & CASE_HANDLERS) ?
		    arena_format(rq->arena, "/office/outbox/%s/retry", query_get(q, "id")) : "");
	}
	page_text(page, "side", side);
	page_pager(page, number, PER_PAGE, total);
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, NULL, arena_format(rq->arena, "outbox.%s", side), NULL);
	return REPLY_PAGE;
}

/* Is it about a case of this organ? */
static bool
message_own(struct request *rq)
{
	struct query *q = query(rq, Q_OUTBOX_OWN);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "organ", rq->who.organ);
	return query_next(q);
}

enum reply
outbox_again(struct request *rq, struct page *page)
{
	return message_own(rq) ? outbox_show(rq, page) : REPLY_NOT_FOUND;
}

/* A message that failed is tried again from the beginning; who did so is kept. */
enum reply
outbox_retry(struct request *rq, struct page *page)
{
	long long id = request_part_number(rq, "id");
	struct query *q;

	if (!message_own(rq))
		return REPLY_NOT_FOUND;
	q = query(rq, Q_OUTBOX_RETRY);
	query_number(q, "id", id);
	query_number(q, "version", form_number(rq, "version"));
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	q = query(rq, Q_OUTBOX_ACT);
	query_number(q, "account", (long long)rq->who.account);
	query_instant(q, "now", rq->now);
	query_text(q, "subject", arena_format(rq->arena, "outbox/%lld", id));
	query_run(q);
	return page_go(page, "/office/outbox?side=failed&done=message_retried", NULL);
}

void
case_messages_into(struct request *rq, struct page *page, const struct case_row *c)
{
	struct query *q = query(rq, Q_CASE_MESSAGES);

	query_number(q, "id", (long long)c->id);
	query_into(q, page, "messages");
}
