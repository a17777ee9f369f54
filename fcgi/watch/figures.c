/* figures.c - the figures inside: with windows and numbers of cases, the late list with those who had them, the digest. */
#include "fcgi/watch/figures.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/late.h"
#include "rules/mask.h"

enum { PER_PAGE = 50 };

struct figures_scope
figures_of_officer(struct request *rq)
{
	return figures_scope(rq, "/watch/figures", watch_area(rq), true);
}

static void
crumbs(struct page *page, const char *key)
{
	page_crumb(page, "/watch/", "nav.home", NULL);
	page_crumb(page, key == NULL ? "" : "/watch/figures", "nav.figures", NULL);
	if (key != NULL)
		page_crumb(page, "", key, NULL);
}

enum reply
watch_figures(struct request *rq, struct page *page)
{
	struct figures_scope s = figures_of_officer(rq);

	figures_into(rq, page, &s);
	crumbs(page, NULL);
	return REPLY_PAGE;
}

enum reply
watch_promises(struct request *rq, struct page *page)
{
	struct figures_scope s = figures_of_officer(rq);

	figures_promises_into(rq, page, &s);
	crumbs(page, "title.public_promises");
	return REPLY_PAGE;
}

enum reply
watch_figure(struct request *rq, struct page *page)
{
	struct figures_scope s = figures_of_officer(rq);
	enum reply reply = figure_into(rq, page, &s);

	if (reply == REPLY_PAGE)
		crumbs(page, "figures.definition");
	return reply;
}

enum reply
watch_figure_sheet(struct request *rq, struct page *page)
{
	struct figures_scope s = figures_of_officer(rq);

	return figure_sheet(rq, page, &s);
}

enum reply
watch_figures_sheet(struct request *rq, struct page *page)
{
	struct figures_scope s = figures_of_officer(rq);

	return figures_sheet(rq, page, &s);
}

/* ---- who was late ---- */

static struct query *
late_query(struct request *rq, const struct statement *statement, const struct figures_scope *s, long long most)
{
	struct query *q = query(rq, statement);

	query_text(q, "area", s->area);
	query_text(q, "organ", s->organ);
	query_text(q, "item", s->item);
	query_text(q, "intake", s->intake);
	if (statement == Q_LATE_OPEN) {
		query_day(q, "today", rq->today);
	} else {
		query_day(q, "from", s->from);
		query_day(q, "end", figure_month_add(s->until, 1));
	}
	query_number(q, "most", most);
	return q;
}

static void
late_into(struct request *rq, struct page *page, const char *list, struct query *q)
{
	char masked[MASK_ROOM];

	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "%s.%zu", list, n);
		struct day end = query_is_null(q, "ended_on") ? rq->today : query_get_day(q, "ended_on");

		query_row_into(q, page, row);
		page_sub(page, row, "applicant_name", text_is(query_get(q, "applicant_kind"), "person") ?
		    mask_name(query_get(q, "applicant_name"), masked, sizeof(masked)) : query_get(q, "applicant_name"));
		page_sub(page, row, "url", arena_format(rq->arena, "/watch/cases/%s", query_get(q, "number")));
		page_sub(page, row, "over", arena_format(rq->arena, "%d",
		    calendar_count(request_calendar(rq), query_get_day(q, "due_on"), end)));
	}
}

enum reply
watch_late(struct request *rq, struct page *page)
{
	struct figures_scope s = figures_of_officer(rq);

	figures_scope_into(rq, page, &s);
	late_into(rq, page, "open", late_query(rq, Q_LATE_OPEN, &s, PER_PAGE));
	late_into(rq, page, "done_late", late_query(rq, Q_LATE_DONE, &s, PER_PAGE));
	page_text(page, "late.csv_url", arena_format(rq->arena, "/watch/late.csv?%s", rq->query));
	page_text(page, "late.xlsx_url", arena_format(rq->arena, "/watch/late.xlsx?%s", rq->query));
	crumbs(page, "figures.late_list");
	return REPLY_PAGE;
}

static void
late_sheet_rows(struct sheet *sheet, struct query *q)
{
	char masked[MASK_ROOM];

	while (query_next(q) && sheet_row(sheet)) {
		sheet_text(sheet, query_get(q, "number"));
		sheet_text(sheet, query_get(q, "title"));
		sheet_text(sheet, query_get(q, "organ_name"));
		sheet_text(sheet, query_get(q, "officer_name"));
		sheet_text(sheet, text_is(query_get(q, "applicant_kind"), "person") ?
		    mask_name(query_get(q, "applicant_name"), masked, sizeof(masked)) : query_get(q, "applicant_name"));
		sheet_day(sheet, query_get_day(q, "due_on"));
		sheet_day(sheet, query_get_day(q, "ended_on"));
	}
}

enum reply
watch_late_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "number", "title", "organ_name", "officer_name", "applicant_name", "due_on",
	    "ended_on", NULL };
	struct figures_scope s = figures_of_officer(rq);
	struct sheet *sheet = sheet_open(rq, page, "late", heads);

	late_sheet_rows(sheet, late_query(rq, Q_LATE_OPEN, &s, SHEET_ROWS_MOST + 1));
	late_sheet_rows(sheet, late_query(rq, Q_LATE_DONE, &s, SHEET_ROWS_MOST + 1));
	return sheet_close(sheet);
}

/* ---- the digest of a month or a quarter ---- */

enum reply
watch_digest(struct request *rq, struct page *page)
{
	struct figures_scope s = figures_of_officer(rq);

	if (!day_known(form_day(rq, "from_on")) && !day_known(form_day(rq, "until_on")))
		s.from = s.until = figure_month_add(rq->today, -1);	/* the last whole month */
	figures_into(rq, page, &s);
	figures_digest_into(rq, page, &s);
	crumbs(page, "title.watch_digest");
	return REPLY_PAGE;
}
