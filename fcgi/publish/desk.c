/* desk.c - the first page, the log of acts, and what lists have in common. */
#include "base/text.h"
#include "fcgi/publish/publish.h"
#include "generated/queries/publish.h"

const char *
own_areas(struct request *rq)
{
	return request_reach(rq, MATTER_CATALOGUE);
}

static bool
place_ours(struct request *rq, const struct statement *statement, const char *code)
{
	struct query *q = query(rq, statement);

	query_text(q, "code", code);
	query_text(q, "area", own_areas(rq));
	return query_next(q) && query_get_number(q, "count") > 0;
}

bool
organ_ours(struct request *rq, const char *code)
{
	return place_ours(rq, Q_ORGAN_THERE, code);
}

bool
area_ours(struct request *rq, const char *code)
{
	return place_ours(rq, Q_AREA_THERE, code);
}

struct publishing
publishing_of(struct request *rq, const char *reason)
{
	return (struct publishing){ rq->who.account, rq->now, rq->today, reason, rq->config->mapping_dir };
}

enum reply
refused_or(struct page *page, const char *no, const char *url, const char *done)
{
	if (!no)
		return page_go(page, url, "", "?done=", done, NULL);
	if (text_is(no, "faster"))
		return REPLY_CONFLICT;
	if (text_is(no, "version_gone") || text_is(no, "batch_gone"))
		return REPLY_NOT_FOUND;
	return page_refuse(page, no);
}

void
page_closed(const struct request *rq, struct page *page, bool open)
{
	if (open || rq->route->method == POST)
		return;
	page_text(page, "refusal", "version_state");
	page_text(page, "closed", "1");
}

const char *
like_of(struct request *rq, const char *typed)
{
	struct text to;
	const char *like;

	if (!*typed)
		return "";
	text_init(&to);
	text_add_char(&to, '%');
	for (; *typed; typed++) {
		if (*typed == '%' || *typed == '_' || *typed == '\\')
			text_add_char(&to, '\\');
		text_add_char(&to, *typed);
	}
	text_add_char(&to, '%');
	like = arena_text(rq->arena, to.start);
	text_free(&to);
	return like;
}

void
edit_version_into(struct request *rq, struct page *page, long long version)
{
	page_number(page, "edit.version", rq->route->method == POST ? form_number(rq, "version") : version);
}

long long
page_asked(const struct request *rq)
{
	long long n = form_number(rq, "page");

	return n > 0 ? n : 1;
}

/* The tab of a state, without its count. */
static void
tab_into(struct request *rq, struct page *page, size_t i, const char *state, bool current)
{
	const char *at = arena_format(rq->arena, "tabs.%zu", i);

	page_text(page, arena_format(rq->arena, "%s.label", at),
	    page_word(page, *state ? arena_format(rq->arena, "version_state.%s", state) : "publish.all"));
	page_text(page, arena_format(rq->arena, "%s.url", at), page_url_with(page, "state", *state ? state : NULL));
	page_flag(page, arena_format(rq->arena, "%s.current", at), current);
}

static void
tabs_into(struct request *rq, struct page *page, const struct state_list *l, const char *chosen)
{
	struct query *q = query(rq, l->by_state);

	for (size_t i = 0; l->states[i]; i++)
		tab_into(rq, page, i, l->states[i], text_is(l->states[i], chosen));
	l->bind(rq, q);
	query_text(q, "area", own_areas(rq));
	while (query_next(q))
		for (size_t i = 0; l->states[i]; i++)
			if (text_is(l->states[i], query_get(q, "state")))
				page_text(page, arena_format(rq->arena, "tabs.%zu.count", i), query_get(q, "count"));
}

enum reply
state_list_show(struct request *rq, struct page *page, const struct state_list *l)
{
	struct query *count = query(rq, l->count), *q = query(rq, l->list);

	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "", l->crumb, NULL);
	l->bind(rq, count);
	query_text(count, "area", own_areas(rq));
	query_text(count, "state", form_get(rq, "state"));
	page_pager(page, page_asked(rq), LIST_ROWS, query_next(count) ? query_get_number(count, "count") : 0);
	l->bind(rq, q);
	query_text(q, "area", own_areas(rq));
	query_text(q, "state", form_get(rq, "state"));
	query_number(q, "count", LIST_ROWS);
	query_number(q, "start", (page_asked(rq) - 1) * LIST_ROWS);
	query_into(q, page, l->name);
	tabs_into(rq, page, l, form_get(rq, "state"));
	page_flag(page, "may.write", rq->who.roles & WRITES);
	return REPLY_PAGE;
}

static void
acts_into(struct request *rq, struct page *page, const char *subject, const char *areas, long long page_number)
{
	struct query *q = query(rq, Q_ACTS_LIST);

	query_text(q, "subject", subject);
	query_text(q, "area", areas);
	query_number(q, "count", LIST_ROWS);
	query_number(q, "start", (page_number - 1) * LIST_ROWS);
	query_into(q, page, "acts");
}

void
act_rows_into(struct request *rq, struct page *page, const char *subject)
{
	acts_into(rq, page, subject, "%", 1);
}

enum reply
acts_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_ACTS_COUNT);

	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "", "publish.acts", NULL);
	query_text(q, "subject", form_get(rq, "subject"));
	query_text(q, "area", own_areas(rq));
	page_pager(page, page_asked(rq), LIST_ROWS, query_next(q) ? query_get_number(q, "count") : 0);
	acts_into(rq, page, form_get(rq, "subject"), own_areas(rq), page_asked(rq));
	return REPLY_PAGE;
}

static void
desk_list(struct request *rq, struct page *page, const struct statement *statement, const char *state,
    const char *name)
{
	struct query *q = query(rq, statement);

	query_text(q, "state", state);
	query_text(q, "area", own_areas(rq));
	query_into(q, page, name);
}

/* What waits: for the editor what is to be checked, for the webmaster the drafts. */
enum reply
home_show(struct request *rq, struct page *page)
{
	struct query *versions = query(rq, Q_DESK_COUNTS), *documents = query(rq, Q_DESK_DOCUMENT_COUNTS);

	query_text(versions, "area", own_areas(rq));
	query_text(documents, "area", own_areas(rq));
	while (query_next(versions))
		page_text(page, arena_format(rq->arena, "counts.items.%s", query_get(versions, "state")),
		    query_get(versions, "count"));
	while (query_next(documents))
		page_text(page, arena_format(rq->arena, "counts.documents.%s", query_get(documents, "state")),
		    query_get(documents, "count"));
	desk_list(rq, page, Q_DESK_VERSIONS, "review", "reviews");
	desk_list(rq, page, Q_DESK_VERSIONS, "draft", "drafts");
	desk_list(rq, page, Q_DESK_VERSIONS, "scheduled", "scheduled");
	desk_list(rq, page, Q_DESK_DOCUMENTS, "review", "document_reviews");
	desk_list(rq, page, Q_DESK_DOCUMENTS, "draft", "document_drafts");
	page_flag(page, "may.write", rq->who.roles & WRITES);
	page_flag(page, "may.publish", rq->who.roles & CHECKS);
	acts_into(rq, page, "", own_areas(rq), 1);
	return REPLY_PAGE;
}
