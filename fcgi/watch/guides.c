/* 异常退补件分析: guides under which much is sent back, and for what; a bad guide is mended, not its applicants. */
#include "fcgi/watch/supervise.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/watch.h"

enum { ROWS_MOST = 100, LEAST_USUAL = 3, SHARE_PERCENT = 30, SHARE_LEAST = 10 };

static const struct field guides_fields[] = {
	{ "organ", FIELD_CODE, .most = 18 },
	{ "from_on", FIELD_DAY },
	{ "until_on", FIELD_DAY },
	{ "least", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form guides_form = FORM(guides_fields);

struct asked {
	struct period period;
	const char *organ;
	long long least;
	int percent;
};

static void
asked_read(struct request *rq, struct asked *a)
{
	int least = SHARE_LEAST;

	period_read(rq, &a->period);
	a->organ = form_get(rq, "organ");
	a->least = form_number(rq, "least") > 0 ? form_number(rq, "least") : LEAST_USUAL;
	a->percent = SHARE_PERCENT;
	watch_share_read(watch_setting(rq, "watch.corrections"), &a->percent, &least);
}

static struct query *
rows_query(struct request *rq, const struct asked *a, long long most)
{
	struct query *q = query(rq, Q_GUIDES_LIST);

	query_text(q, "area", watch_area(rq));
	query_text(q, "organ", a->organ);
	query_instant(q, "from", instant_make(a->period.from, 0, 0, 0, 0));
	query_instant(q, "until", instant_make(day_add(a->period.until, 1), 0, 0, 0, 0));
	query_number(q, "least", a->least);
	query_number(q, "most", most);
	return q;
}

enum reply
guides_show(struct request *rq, struct page *page)
{
	struct asked a;
	struct query *q;

	asked_read(rq, &a);
	q = rows_query(rq, &a, ROWS_MOST);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "guides.%zu", n);
		long long received = query_get_number(q, "received"), back = query_get_number(q, "sent_back");

		query_row_into(q, page, row);
		page_sub(page, row, "title", query_said(rq, q, "title"));
		page_sub(page, row, "organ_text", query_said(rq, q, "organ_name"));
		page_sub(page, row, "url", arena_format(rq->arena, "/watch/guides/%s?%s", query_get(q, "item_code"),
		    period_query(rq, &a.period)));
		page_textf(page, arena_format(rq->arena, "%s.share", row), "%lld%%", received ? back * 100 / received : 0);
		page_flag(page, arena_format(rq->arena, "%s.over", row), watch_share(received, back, a.percent, 1) == WHY_SHARE);
	}
	period_into(page, &a.period);
	page_number(page, "form.least", a.least);
	organs_into(rq, page, "organ", a.organ, true);
	page_say(page, "share_help", "watch.share_help", "percent", arena_format(rq->arena, "%d", a.percent), NULL);
	for (size_t i = 0; i < 2; i++)
		page_text(page, i == 0 ? "csv_url" : "xlsx_url", arena_format(rq->arena, "/watch/guides.%s?organ=%s&least=%lld&%s",
		    i == 0 ? "csv" : "xlsx", a.organ, a.least, period_query(rq, &a.period)));
	watch_crumbs(page, "watch.guides", NULL);
	return REPLY_PAGE;
}

enum reply
guides_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "item_code", "item", "organ", "received", "sent_back", "share", NULL };
	struct sheet *s = sheet_open(rq, page, "guides", heads);
	struct asked a;
	struct query *q;

	asked_read(rq, &a);
	q = rows_query(rq, &a, SHEET_ROWS_MOST + 1);
	while (query_next(q) && sheet_row(s)) {
		long long received = query_get_number(q, "received"), back = query_get_number(q, "sent_back");

		sheet_text(s, query_get(q, "item_code"));
		sheet_text(s, query_said(rq, q, "title"));
		sheet_text(s, query_said(rq, q, "organ_name"));
		sheet_number(s, received);
		sheet_number(s, back);
		sheet_decimal(s, received ? back * 10000 / received : 0);
	}
	return sheet_close(s);
}

static void
reasons_into(struct request *rq, struct page *page, const struct query *guide, const struct period *p)
{
	struct query *q = query(rq, Q_GUIDE_ASKED);

	query_text(q, "organ", query_get(guide, "organ_code"));
	query_text(q, "code", query_get(guide, "code"));
	query_instant(q, "from", instant_make(p->from, 0, 0, 0, 0));
	query_instant(q, "until", instant_make(day_add(p->until, 1), 0, 0, 0, 0));
	query_into(q, page, "reasons");
	q = query(rq, Q_GUIDE_CARDS);
	query_text(q, "code", query_get(guide, "code"));
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "cards.%zu", n);

		card_row_into(rq, page, row, q);
		page_sub(page, row, "evidence_text", card_evidence(rq, page, q));
		page_sub(page, row, "url", arena_format(rq->arena, "/watch/findings/%s", query_get(q, "id")));
	}
}

enum reply
guide_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_GUIDE_WATCHED);
	struct period p;

	query_text(q, "code", request_part(rq, "code"));
	query_text(q, "area", watch_area(rq));
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	period_read(rq, &p);
	period_into(page, &p);
	query_row_into(q, page, "guide");
	page_text(page, "guide.title", query_said(rq, q, "title"));
	page_text(page, "guide.organ_text", query_said(rq, q, "organ_name"));
	page_text(page, "page.title", page_get(page, "guide.title"));
	reasons_into(rq, page, q, &p);
	watch_crumbs(page, "watch.guides", page_get(page, "guide.title"));
	return REPLY_PAGE;
}
