/* register.c - see register.h. */
#include "fcgi/office/register.h"

#include "base/text.h"
#include "fcgi/office/forms.h"
#include "fcgi/worker/form.h"
#include "generated/queries/intake.h"
#include "rules/number.h"
#include "rules/window.h"

enum { PER_PAGE = 50, PAGES_MOST = 100, CSV_MOST = 5000, DAYS_MOST = 366 };

static const char *const directions[] = { "any", "in", "out", NULL };

static const struct field fields[] = {
	{ "from_on", FIELD_DAY },
	{ "until_on", FIELD_DAY },
	{ "direction", FIELD_CHOICE, .choices = directions },
	{ "find", FIELD_TEXT, .most = 100 },
	{ "page", FIELD_NUMBER, .least = 1, .most = PAGES_MOST },
};
const struct form register_form = FORM(fields);

struct asked {
	struct day from, until;		/* both count */
	const char *direction, *find;
	long long page;
};

/* Today where nothing is said; of a search, the last year.  No longer than a year, whatever is asked. */
static void
asked_read(struct request *rq, struct asked *a)
{
	a->find = form_get(rq, "find");
	a->until = form_day(rq, "until_on");
	a->from = form_day(rq, "from_on");
	if (!day_known(a->until))
		a->until = day_known(a->from) && day_before(rq->today, a->from) ? a->from : rq->today;
	if (!day_known(a->from))
		a->from = text_empty(a->find) ? a->until : day_add(a->until, 1 - DAYS_MOST);
	if (day_before(a->until, a->from))
		a->from = a->until;
	if (day_between(a->from, a->until) >= DAYS_MOST)
		a->from = day_add(a->until, 1 - DAYS_MOST);
	a->direction = *form_get(rq, "direction") ? form_get(rq, "direction") : "any";
	a->page = form_number(rq, "page");
	if (a->page < 1 || a->page > PAGES_MOST)
		a->page = 1;
}

static void
period_bind(struct request *rq, struct query *q, const struct asked *a)
{
	query_text(q, "organ", rq->who.organ);
	query_instant(q, "from", instant_make(a->from, 0, 0, 0, 0));
	query_instant(q, "until", instant_make(day_add(a->until, 1), 0, 0, 0, 0));
}

static struct query *
rows_query(struct request *rq, const struct asked *a, long long per_page)
{
	bool find = !text_empty(a->find);
	struct query *q = query(rq, find ? Q_REGISTER_FIND : Q_REGISTER_ROWS);
	char number[CASE_NUMBER_TEXT];

	period_bind(rq, q, a);
	query_text(q, "direction", a->direction);
	query_number(q, "per_page", per_page);
	query_number(q, "skip", (a->page - 1) * per_page);
	if (find) {
		query_text(q, "number", case_number_tidy(a->find, number) ? number : "");
		query_text(q, "like", like_anywhere(rq, a->find));
	}
	return q;
}

/* 登记号: the year and the serial within it. */
static const char *
serial_text(struct request *rq, const struct query *q)
{
	return arena_format(rq->arena, "%s-%05lld", query_get(q, "year"), query_get_number(q, "serial"));
}

static const char *
who_text(struct page *page, const struct query *q)
{
	return text_is(query_get(q, "actor_kind"), "clock") ? page_word(page, "register.clock") : query_get(q, "actor_name");
}

static void
row_into(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	char shown[CASE_NUMBER_SHOWN];
	bool ours = text_is(query_get(q, "organ_code"), rq->who.organ);

	query_row_into((struct query *)(uintptr_t)q, page, row);
	page_sub(page, row, "number_text", serial_text(rq, q));
	page_sub(page, row, "who", who_text(page, q));
	page_sub(page, row, "shown", case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	page_sub(page, row, "what", page_word(page, arena_format(rq->arena, "event.%s", query_get(q, "event"))));
	page_sub(page, row, "url", ours && (rq->who.roles & CASE_HANDLERS) ?
	    arena_format(rq->arena, "/office/cases/%s", query_get(q, "number")) : "");
	page_flag(page, arena_format(rq->arena, "%s.late", row), !text_is(query_get(q, "actor_kind"), "clock") &&
	    after_hours(request_calendar(rq), &office_hours_default, query_get_instant(q, "at")));
}

enum reply
register_show(struct request *rq, struct page *page)
{
	struct query *totals = query(rq, Q_REGISTER_TOTALS), *q;
	long long shown = 0, found = -1;
	char day[DAY_TEXT];
	struct asked a;

	asked_read(rq, &a);
	period_bind(rq, totals, &a);
	if (!query_next(totals))
		return REPLY_PAGE;	/* the machine failed; the loop tells */
	query_row_into(totals, page, "totals");
	q = rows_query(rq, &a, PER_PAGE);
	while (query_next(q)) {
		if (!text_empty(a.find))
			found = query_get_number(q, "found");
		row_into(rq, page, arena_format(rq->arena, "rows.%lld", shown++), q);
	}
	if (found < 0)
		found = !text_empty(a.find) ? 0 : query_get_number(totals, text_is(a.direction, "in") ? "came_in" :
		    text_is(a.direction, "out") ? "went_out" : "total");
	if (shown == 0 && a.page > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);
	page_text(page, "form.from_on", day_print(a.from, day));
	page_text(page, "form.until_on", day_print(a.until, day));
	page_choices(page, "direction", directions, "register_way", a.direction);
	page_text(page, "csv_url", arena_format(rq->arena, "/office/register.csv?from_on=%s&direction=%s",
	    arena_format(rq->arena, "%s&until_on=%s", page_get(page, "form.from_on"), page_get(page, "form.until_on")),
	    a.direction));
	page_text(page, "print_url", page_url_with(page, "print", "1"));
	page_pager(page, a.page, PER_PAGE, found < PER_PAGE * PAGES_MOST ? found : PER_PAGE * PAGES_MOST);
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, NULL, "nav.register", NULL);
	return REPLY_PAGE;
}

static void
cell(struct text *t, const char *value, const char *end)
{
	text_add_csv(t, value);
	text_add(t, end);
}

static void
csv_row(struct request *rq, struct page *page, struct text *t, const struct query *q)
{
	char at[INSTANT_TEXT];

	cell(t, serial_text(rq, q), ",");
	cell(t, instant_print_seconds(query_get_instant(q, "at"), at), ",");
	cell(t, page_word(page, arena_format(rq->arena, "register_way.%s", query_get(q, "direction"))), ",");
	cell(t, page_word(page, arena_format(rq->arena, "event.%s", query_get(q, "event"))), ",");
	cell(t, query_get(q, "number"), ",");
	cell(t, query_get(q, "title"), ",");
	cell(t, query_get(q, "applicant_name"), ",");
	cell(t, query_get(q, "organ_name"), ",");
	cell(t, who_text(page, q), "\r\n");
}

enum reply
register_csv(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "register.number", "register.at", "register.direction", "register.what",
	    "label.case_number", "label.item", "label.applicant", "window.owner", "register.who" };
	enum { HEADS = sizeof heads / sizeof heads[0] };
	struct asked a;
	struct query *q;
	struct text t;
	enum reply reply;

	asked_read(rq, &a);
	a.page = 1;
	q = rows_query(rq, &a, CSV_MOST);
	text_init(&t);
	text_add(&t, "\xef\xbb\xbf");
	for (size_t i = 0; i < HEADS; i++)
		cell(&t, page_word(page, heads[i]), i + 1 < HEADS ? "," : "\r\n");
	while (query_next(q))
		csv_row(rq, page, &t, q);
	reply = page_bytes(page, "text/csv; charset=utf-8", "register.csv", arena_text_n(rq->arena, t.start, t.bytes), t.bytes);
	text_free(&t);
	return reply;
}
