/* my.c - 我的空间: what waits for me first, then my drafts, my cases. */
#include "fcgi/public/apply.h"
#include "fcgi/public/my_todo.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/apply.h"
#include "generated/queries/own.h"
#include "rules/number.h"

#include <string.h>

enum { PER_PAGE = 20, HOME_ROWS = 5 };

static const char *const sides[] = { "all", "todo", "open", "done", NULL };

static const struct field cases_fields[] = {
	{ "side", FIELD_CHOICE, .choices = sides },
	{ "page", FIELD_NUMBER, .least = 1, .most = 100000 },
};
const struct form my_cases_form = FORM(cases_fields);

/* Since when the present limit of a case runs, as near as a list needs it. */
static instant
since(const struct query *q)
{
	return query_is_null(q, "accepted_at") ? query_get_instant(q, "submitted_at") :
	    query_get_instant(q, "accepted_at");
}

static size_t
cases_into(struct request *rq, struct page *page, const char *name, const char *side, long long per_page,
    long long skip)
{
	struct query *q = query(rq, Q_MY_CASES);
	char shown[CASE_NUMBER_SHOWN];
	enum state state;
	size_t n = 0;

	own_bind(rq, q);
	query_text(q, "side", side);
	query_number(q, "per_page", per_page);
	query_number(q, "skip", skip);
	for (; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "%s.%zu", name, n);

		query_row_into(q, page, row);
		own_titles(rq, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/my/cases/%s", query_get(q, "number")));
		page_sub(page, row, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
		if (state_named(query_get(q, "state"), &state))
			own_standing_into(rq, page, row, state, since(q), query_get_day(q, "due_on"), 0);
	}
	return n;
}

static void
drafts_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_DRAFTS);

	own_bind(rq, q);
	for (size_t n = 0; n < HOME_ROWS && query_next(q); n++) {
		const char *row = arena_format(rq->arena, "drafts.%zu", n);

		query_row_into(q, page, row);
		own_titles(rq, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/applications/%s", query_get(q, "id")));
	}
}

static struct query *
counts(struct request *rq)
{
	struct query *q = query(rq, Q_MY_COUNTS);

	own_bind(rq, q);
	return q;
}

/* Who has asked to have the account closed is told so where he comes in. */
static void
closing_into(struct request *rq, struct page *page)
{
	struct query *q;

	if (rq->who.delegation != 0)
		return;			/* another's account: it is his to look after */
	q = query(rq, Q_CLOSING_DAY);
	query_number(q, "person", (long long)rq->who.person);
	if (query_next(q) && !query_is_null(q, "closes_on"))
		page_say(page, "closing_text", "closing.soon", "day", page_day_text(page, query_get_day(q, "closes_on")), NULL);
}

enum reply
my_show(struct request *rq, struct page *page)
{
	query_into_one(counts(rq), page, "counts");
	messages_unread_into(rq, page);
	closing_into(rq, page);
	todo_into(rq, page);
	if ((rq->who.rights & RIGHT_LOOK) == 0)
		return REPLY_PAGE;		/* who only collects or pays for another sees what there is to do */
	drafts_into(rq, page);
	cases_into(rq, page, "open", "open", HOME_ROWS, 0);
	cases_into(rq, page, "finished", "done", HOME_ROWS, 0);
	return REPLY_PAGE;
}

static void
tabs_into(struct request *rq, struct page *page, struct query *count, const char *side, long long *total)
{
	long long all = query_get_number(count, "todo") + query_get_number(count, "open") + query_get_number(count, "done");

	for (size_t i = 0; sides[i] != NULL; i++) {
		const char *row = arena_format(rq->arena, "tabs.%zu", i);
		long long n = i == 0 ? all : query_get_number(count, sides[i]);

		page_sub(page, row, "label", page_word(page, arena_format(rq->arena, "my.side_%s", sides[i])));
		page_sub(page, row, "url", page_url_with(page, "side", i == 0 ? NULL : sides[i]));
		page_sub(page, row, "count", arena_format(rq->arena, "%lld", n));
		if (text_is(sides[i], side)) {
			page_sub(page, row, "current", "1");
			*total = n;
		}
	}
}

enum reply
my_cases(struct request *rq, struct page *page)
{
	const char *side = *form_get(rq, "side") == '\0' ? "all" : form_get(rq, "side");
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, total = 0;
	struct query *count = counts(rq);

	if (query_next(count))
		tabs_into(rq, page, count, side, &total);
	cases_into(rq, page, "cases", side, PER_PAGE, (number - 1) * PER_PAGE);
	page_pager(page, number, PER_PAGE, total);
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "", "my.cases", NULL);
	return REPLY_PAGE;
}
