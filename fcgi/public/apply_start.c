/* apply_start.c - may I, and what will I need; drafts begun, resumed and thrown away. */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"
#include "fcgi/worker/guide.h"

#include "base/text.h"
#include "generated/queries/apply.h"
#include "record/licence.h"

#include <stdlib.h>
#include <string.h>

/* GB/T 39046 A.4: 1 is a natural person, the others are bodies of some kind; none named is everybody. */
static bool
audience_right(const struct request *rq, struct page *page)
{
	const char *audiences = page_get(page, "guide.audiences");

	if (*audiences == '\0')
		return true;
	if (rq->who.kind == WHO_PERSON)
		return strchr(audiences, '1') != NULL;
	return strpbrk(audiences, "23456") != NULL;
}

/* NULL, or why this visitor can not apply here: a word of apply_not. */
static const char *
not_here(const struct request *rq, struct page *page)
{
	if (text_is(page_get(page, "guide.online_depth"), "none"))
		return "window";
	if (!audience_right(rq, page))
		return rq->who.kind == WHO_PERSON ? "enterprise" : "person";
	return NULL;
}

static uint64_t
draft_load(struct request *rq)
{
	struct query *q = query(rq, Q_DRAFT_OF_ITEM);

	query_number(q, "applicant", (long long)rq->who.account);
	query_text(q, "item_code", request_part(rq, "code"));
	return query_next(q) ? (uint64_t)strtoull(query_get_at(q, 0, NULL), NULL, 10) : 0;
}

enum reply
apply_show(struct request *rq, struct page *page)
{
	const char *code = request_part(rq, "code");
	uint64_t version = guide_version(rq, code, DAY_NONE), draft;
	bool ended = version == 0;
	const char *why;

	if (ended)
		version = guide_last(rq, code);	/* who kept the address is told, and finds the way on */
	if (version == 0 || !guide_into(rq, page, "guide", version))
		return REPLY_NOT_FOUND;
	own_titles(rq, page, "guide");
	draft = draft_load(rq);
	if (draft != 0)
		page_textf(page, "draft_url", "/applications/%llu", (unsigned long long)draft);
	page_text(page, "guide_url", arena_format(rq->arena, "/items/%s", code));
	page_text(page, "apply_url", arena_format(rq->arena, "/items/%s/apply", code));
	if ((why = ended ? "ended" : not_here(rq, page)) != NULL)
		page_text(page, "not_here", why);
	page_crumb(page, "/items", "nav.items", NULL);
	page_crumb(page, page_get(page, "guide_url"), NULL, page_get(page, "guide.title"));
	page_crumb(page, "", "apply.start", NULL);
	return REPLY_PAGE;
}

static void
draft_add(struct request *rq, uint64_t version)
{
	struct query *q = query(rq, Q_DRAFT_ADD);

	query_number(q, "applicant", (long long)rq->who.account);
	query_number(q, "version_id", (long long)version);
	query_instant(q, "now", rq->now);
	query_run(q);
}

enum reply
apply_start(struct request *rq, struct page *page)
{
	uint64_t version = guide_version(rq, request_part(rq, "code"), DAY_NONE), draft;

	if (version == 0 || !guide_into(rq, page, "guide", version))
		return REPLY_NOT_FOUND;
	if (not_here(rq, page) != NULL)
		return page_refuse(page, "not_open");
	draft_add(rq, version);
	if ((draft = draft_load(rq)) == 0)
		return REPLY_NOT_FOUND;
	licence_choose(rq->db, rq->arena, draft, rq->today);
	return page_go(page, "/applications/", arena_format(rq->arena, "%llu", (unsigned long long)draft), NULL);
}

enum reply
drafts_list(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_DRAFTS);
	size_t n = 0;

	own_bind(rq, q);
	for (; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "drafts.%zu", n);

		query_row_into(q, page, row);
		own_titles(rq, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/applications/%s", query_get(q, "id")));
	}
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "", "apply.drafts", NULL);
	return REPLY_PAGE;
}

enum reply
draft_delete_show(struct request *rq, struct page *page)
{
	struct own o;

	if (!own_load(rq, page, &o) || o.state != STATE_DRAFT || *o.number != '\0')
		return REPLY_NOT_FOUND;
	own_crumbs(page, "apply.drafts");
	page_crumb(page, "", NULL, page_get(page, "case.title"));
	return REPLY_PAGE;
}

static void
draft_empty(struct request *rq, const struct statement *statement, const struct own *o, bool dated)
{
	struct query *q = query(rq, statement);

	query_number(q, "id", (long long)o->id);
	if (dated)
		query_instant(q, "now", rq->now);
	query_run(q);
}

enum reply
draft_delete(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_DRAFT_FORGET);
	struct own o;

	if (!own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	query_number(q, "id", (long long)o.id);
	query_number(q, "applicant", (long long)rq->who.account);
	if (query_run(q) != 1)
		return page_refuse(page, "already_submitted");
	draft_empty(rq, Q_ANSWERS_FORGET, &o, false);
	draft_empty(rq, Q_MATERIALS_FORGET, &o, false);
	draft_empty(rq, Q_FILES_FORGET, &o, true);
	return page_go(page, "/applications?done=deleted", NULL);
}
