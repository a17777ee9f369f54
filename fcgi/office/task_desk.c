/* The desk of tasks: what the organ is asked for, in its own cases and in others', the most urgent first. */
#include "fcgi/office/forms.h"
#include "fcgi/office/task.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/task.h"
#include "rules/number.h"

enum { PER_PAGE = 20, FOUND_MOST = 1000 };

struct desk {
	const char *roles, *kind, *claim, *due;
	struct day until;
	bool narrowed;
	long long page;
};

static const char *
or_any(const char *value)
{
	return *value ? value : "any";
}

static void
desk_read(struct request *rq, const struct calendar *cal, struct desk *d)
{
	const char *whose = form_get(rq, "whose");

	d->roles = text_is(whose, "organ") ? "" : own_roles(rq);
	d->kind = text_is(form_get(rq, "kind"), "any") ? "" : form_get(rq, "kind");
	d->claim = or_any(form_get(rq, "claim"));
	d->due = or_any(form_get(rq, "due"));
	d->until = text_is(d->due, "over") ? day_add(rq->today, -1) : text_is(d->due, "today") ? rq->today :
	    text_is(d->due, "week") ? calendar_add(cal, rq->today, 5) : DAY_NONE;
	d->narrowed = *d->kind || !text_is(d->claim, "any") || day_known(d->until);
	d->page = form_number(rq, "page");
	if (d->page < 1 || d->page > FOUND_MOST / PER_PAGE)
		d->page = 1;
}

static struct query *
desk_query(struct request *rq, const struct desk *d, const struct statement *s)
{
	struct query *q = query(rq, s);

	query_text(q, "organ", rq->who.organ);
	query_text(q, "roles", d->roles);
	query_text(q, "kind", d->kind);
	query_day(q, "until", d->until);
	query_text(q, "claim", d->claim);
	query_number(q, "me", (long long)rq->who.account);
	return q;
}

static void
row_into(struct request *rq, struct page *page, const struct calendar *cal, const char *row, const struct query *q)
{
	struct clock clock = { .calendar = cal, .from = day_of_instant(query_get_instant(q, "opened_at")),
		.due = query_get_day(q, "due_on") };
	char shown[CASE_NUMBER_SHOWN];
	const char *number = query_get(q, "number");

	page_sub(page, row, "title", query_said(rq, q, "title"));
	page_sub(page, row, "shown", case_number_show(number, shown) ? shown : number);
	page_textf(page, arena_format(rq->arena, "%s.url", row), "/office/cases/%s/tasks/%s", number,
	    query_get(q, "position"));
	page_flag(page, arena_format(rq->arena, "%s.mine", row),
	    (uint64_t)query_get_number(q, "claimed_by") == rq->who.account);
	page_flag(page, arena_format(rq->arena, "%s.other", row), query_get_number(q, "own") == 0);
	due_into(rq, page, arena_format(rq->arena, "%s.due", row), &clock);
}

static void
filters_into(struct page *page, const struct desk *d)
{
	static const char *const whose[] = { "role", "organ", NULL };
	static const char *const kinds[] = { "any", "review", "opinion", "visit", "collective", "seal", "issue", NULL };
	static const char *const dues[] = { "any", "over", "today", "week", NULL };
	static const char *const claims[] = { "any", "mine", "none", NULL };

	page_choices(page, "whose", whose, "task_whose", *d->roles ? "role" : "organ");
	page_choices(page, "kind", kinds, "task_kind", or_any(d->kind));
	page_choices(page, "due", dues, "inbox_due", d->due);
	page_choices(page, "claim", claims, "inbox_claim", d->claim);
	page_flag(page, "desk.narrowed", d->narrowed);
}

enum reply
tasks_show(struct request *rq, struct page *page)
{
	const struct calendar *cal = request_calendar(rq);
	long long shown = 0, found;
	struct desk d;
	struct query *q;

	desk_read(rq, cal, &d);
	inbox_tabs(rq, page, "tasks");
	filters_into(page, &d);
	q = desk_query(rq, &d, Q_DESK_TASKS);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (d.page - 1) * PER_PAGE);
	while (query_next(q)) {
		const char *row = arena_format(rq->arena, "tasks.%lld", shown++);

		query_row_into(q, page, row);
		row_into(rq, page, cal, row, q);
	}
	if (shown == 0 && d.page > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);
	found = (d.page - 1) * PER_PAGE + shown;
	if (shown == PER_PAGE) {
		q = desk_query(rq, &d, Q_DESK_FOUND);
		found = query_next(q) ? query_get_number(q, "found") : found;
	}
	page_pager(page, d.page, PER_PAGE, found);
	return REPLY_PAGE;
}
