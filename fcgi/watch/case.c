/* A case as supervision sees it: all that was done and by whom, the applicant masked, and nothing that changes it. */
#include "fcgi/watch/supervise.h"

#include "base/text.h"
#include "generated/queries/watch.h"
#include "rules/mask.h"
#include "rules/number.h"
#include "rules/steps.h"

long long
watch_case_id(struct request *rq, const char *typed)
{
	struct query *q = query(rq, Q_WATCH_CASE_NAMED);
	char number[CASE_NUMBER_TEXT];

	query_text(q, "area", watch_area(rq));
	query_text(q, "number", case_number_tidy(typed, number) ? number : typed);
	return query_next(q) ? query_get_number(q, "id") : 0;
}

/* Enterprises are public; persons are not. */
static const char *
masked(struct request *rq, const char *kind, const char *name)
{
	char shown[MASK_ROOM];

	return text_is(kind, "person") ? arena_text(rq->arena, mask_name(name, shown, sizeof shown)) : name;
}

static void
cards_into(struct request *rq, struct page *page, long long id)
{
	struct query *q = query(rq, Q_WATCH_CASE_CARDS);

	query_number(q, "id", id);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "cards.%zu", n);

		card_row_into(rq, page, row, q);
		page_sub(page, row, "evidence_text", card_evidence(rq, page, q));
		page_sub(page, row, "url", arena_format(rq->arena, "/watch/findings/%s", query_get(q, "id")));
	}
}

static void
events_into(struct request *rq, struct page *page, long long id)
{
	struct query *q = query(rq, Q_WATCH_CASE_EVENTS);

	query_number(q, "id", id);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "events.%zu", n), *kind = query_get(q, "actor_kind");

		query_row_into(q, page, row);
		page_sub(page, row, "at_text", page_get(page, arena_format(rq->arena, "%s.at.text", row)));
		page_sub(page, row, "day", page_get(page, arena_format(rq->arena, "%s.at", row)));
		page_sub(page, row, "title", page_word_below(page, "event", query_get(q, "event")));
		page_sub(page, row, "who", text_is(kind, "clock") ? page_word(page, "role.clock") :
		    masked(rq, kind, query_get(q, "actor_name")));
		page_sub(page, row, "note", text_is(kind, "staff") || text_is(kind, "clock") ? query_get(q, "reason") : "");
	}
}

static void
lists_into(struct request *rq, struct page *page, const struct query *c)
{
	struct query *q = query(rq, Q_WATCH_CASE_LINES);
	size_t lists = 0, lines = 0;
	long long round = 0;

	query_number(q, "id", query_get_number(c, "id"));
	query_number(q, "item_version", query_get_number(c, "item_version_id"));
	while (query_next(q)) {
		if (query_get_number(q, "round") != round) {
			round = query_get_number(q, "round");
			lines = 0;
			query_row_into(q, page, arena_format(rq->arena, "corrections.%zu", lists++));
		}
		query_row_into(q, page, arena_format(rq->arena, "corrections.%zu.lines.%zu", lists - 1, lines++));
	}
}

static void
rest_into(struct request *rq, struct page *page, long long id)
{
	struct query *q = query(rq, Q_WATCH_CASE_TASKS);

	query_number(q, "id", id);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "tasks.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "organ_text", query_said(rq, q, "organ_name"));
		page_flag(page, arena_format(rq->arena, "%s.late", row), day_known(query_get_day(q, "due_on")) &&
		    day_before(query_get_day(q, "due_on"), query_is_null(q, "done_at") ? rq->today :
		    day_of_instant(query_get_instant(q, "done_at"))));
	}
	q = query(rq, Q_WATCH_CASE_PAPERS);
	query_number(q, "id", id);
	query_into(q, page, "papers");
}

enum reply
watch_case_show(struct request *rq, struct page *page)
{
	const char *typed = request_part(rq, "number");
	char number[CASE_NUMBER_TEXT], shown[CASE_NUMBER_SHOWN];
	struct query *q = query(rq, Q_WATCH_CASE);

	query_text(q, "area", watch_area(rq));
	query_text(q, "number", case_number_tidy(typed, number) ? number : typed);
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "case");
	page_text(page, "case.title", query_said(rq, q, "title"));
	page_text(page, "case.shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	page_text(page, "case.organ_text", query_said(rq, q, "organ_name"));
	page_text(page, "case.applicant_name", masked(rq, query_get(q, "applicant_kind"), query_get(q, "applicant_name")));
	page_text(page, "page.title", page_get(page, "case.title"));
	cards_into(rq, page, query_get_number(q, "id"));
	events_into(rq, page, query_get_number(q, "id"));
	lists_into(rq, page, q);
	rest_into(rq, page, query_get_number(q, "id"));
	page_flag(page, "may_act", (rq->who.roles & SUPERVISOR) != 0);
	watch_crumbs(page, "watch.findings", page_get(page, "case.shown"));
	return REPLY_PAGE;
}
