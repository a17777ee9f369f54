/* Findings: the list by rule, organ, colour and state, and one of them with what it was judged by. */
#include "fcgi/watch/supervise.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/watch.h"
#include "rules/number.h"

enum { PER_PAGE = 25, PAGES_MOST = 400, DAYS_USUAL = 90, DAYS_MOST = 1100 };

static const char *const colours[] = { "any", "red", "yellow", "none", NULL };
static const char *const states[] = { "any", "counted", "open", "replied", "appealed", "upheld", "withdrawn", "closed", NULL };
static const char *const sorts[] = { "given", "due", NULL };

static const struct field findings_fields[] = {
	{ "rule", FIELD_CODE, .most = 16 },
	{ "organ", FIELD_CODE, .most = 18 },
	{ "colour", FIELD_CHOICE, .choices = colours },
	{ "state", FIELD_CHOICE, .choices = states },
	{ "from_on", FIELD_DAY },
	{ "until_on", FIELD_DAY },
	{ "find", FIELD_TEXT, .most = 40 },
	{ "sort", FIELD_CHOICE, .choices = sorts },
	{ "page", FIELD_NUMBER, .least = 1, .most = PAGES_MOST },
};
const struct form findings_form = FORM(findings_fields);

void
period_read(struct request *rq, struct period *p)
{
	p->until = form_day(rq, "until_on");
	p->from = form_day(rq, "from_on");
	if (!day_known(p->until))
		p->until = day_known(p->from) && day_before(rq->today, p->from) ? p->from : rq->today;
	if (!day_known(p->from))
		p->from = day_add(p->until, 1 - DAYS_USUAL);
	if (day_before(p->until, p->from))
		p->from = p->until;
	if (day_between(p->from, p->until) >= DAYS_MOST)
		p->from = day_add(p->until, 1 - DAYS_MOST);
}

void
period_into(struct page *page, const struct period *p)
{
	char day[DAY_TEXT];

	page_text(page, "form.from_on", day_print(p->from, day));
	page_text(page, "form.until_on", day_print(p->until, day));
}

const char *
period_query(struct request *rq, const struct period *p)
{
	char from[DAY_TEXT], until[DAY_TEXT];

	return arena_format(rq->arena, "from_on=%s&until_on=%s", day_print(p->from, from), day_print(p->until, until));
}

/* What the list is narrowed to; "" for all. */
struct asked {
	struct period period;
	const char *rule, *organ, *colour, *state;
	bool by_due;
	long long page;
};

static const char *
chosen(struct request *rq, const char *field)
{
	const char *value = form_get(rq, field);

	return text_is(value, "any") ? "" : value;
}

static void
asked_read(struct request *rq, struct asked *a)
{
	enum watch_rule rule;

	period_read(rq, &a->period);
	a->rule = watch_named(form_get(rq, "rule"), &rule) ? watch_name(rule) : "";
	a->organ = chosen(rq, "organ");
	a->colour = chosen(rq, "colour");
	a->state = chosen(rq, "state");
	a->by_due = text_is(form_get(rq, "sort"), "due");
	a->page = form_number(rq, "page");
	if (a->page < 1 || a->page > PAGES_MOST)
		a->page = 1;
}

static struct query *
asked_query(struct request *rq, const struct asked *a, const struct statement *statement)
{
	struct query *q = query(rq, statement);

	query_text(q, "area", watch_area(rq));
	query_day(q, "from", a->period.from);
	query_day(q, "until", a->period.until);
	query_text(q, "organ", a->organ);
	query_text(q, "rule", a->rule);
	query_text(q, "colour", a->colour);
	query_text(q, "state", a->state);
	return q;
}

static struct query *
rows_query(struct request *rq, const struct asked *a, long long per_page, long long skip)
{
	struct query *q = asked_query(rq, a, a->by_due ? Q_FINDINGS_BY_DUE : Q_FINDINGS_LIST);

	query_number(q, "per_page", per_page);
	query_number(q, "skip", skip);
	return q;
}

/* ---- filters ---- */

static void
choice_into(struct request *rq, struct page *page, const char *list, size_t n, const char *value, const char *label,
    const char *chosen_value)
{
	const char *name = arena_format(rq->arena, "choices.%s.%zu", list, n);

	page_sub(page, name, "value", value);
	page_sub(page, name, "label", label);
	page_flag(page, arena_format(rq->arena, "%s.checked", name), text_is(value, chosen_value));
}

void
organs_into(struct request *rq, struct page *page, const char *field, const char *chosen_organ, bool any)
{
	struct query *q = query(rq, Q_WATCH_ORGANS_HERE);
	size_t n = 0;

	if (any)
		choice_into(rq, page, field, n++, "", page_word(page, "watch.any"), chosen_organ);
	query_text(q, "area", watch_area(rq));
	while (query_next(q))
		choice_into(rq, page, field, n++, query_get(q, "code"), query_said(rq, q, "name"), chosen_organ);
}

static void
rules_into(struct request *rq, struct page *page, const char *chosen_rule)
{
	choice_into(rq, page, "rule", 0, "", page_word(page, "watch.any"), chosen_rule);
	for (int i = 0; i < WATCH_RULE_COUNT; i++) {
		const char *name = watch_name((enum watch_rule)i);

		choice_into(rq, page, "rule", (size_t)i + 1, name, arena_format(rq->arena, "%s %s", watch_number((enum watch_rule)i),
		    page_word_below(page, "watch_rule", name)), chosen_rule);
	}
}

static void
sorts_into(struct request *rq, struct page *page, const struct asked *a)
{
	for (size_t i = 0; sorts[i]; i++) {
		const char *name = arena_format(rq->arena, "sorts.%zu", i);

		page_sub(page, name, "key", text_is(sorts[i], "due") ? "reply_due" : "given");
		page_sub(page, name, "url", page_url_with(page, "sort", sorts[i]));
		page_flag(page, arena_format(rq->arena, "%s.current", name), a->by_due == (i == 1));
	}
}

static void
filters_into(struct request *rq, struct page *page, const struct asked *a)
{
	period_into(page, &a->period);
	rules_into(rq, page, a->rule);
	organs_into(rq, page, "organ", a->organ, true);
	page_choices(page, "colour", colours, "watch_colour", *a->colour ? a->colour : "any");
	page_choices(page, "state", states, "watch_state", *a->state ? a->state : "any");
	sorts_into(rq, page, a);
	for (size_t i = 0; i < 2; i++) {
		const char *name = i == 0 ? "csv_url" : "xlsx_url";

		page_text(page, name, arena_format(rq->arena, "/watch/findings.%s?rule=%s&organ=%s&colour=%s&state=%s&sort=%s&%s",
		    i == 0 ? "csv" : "xlsx", a->rule, a->organ, *a->colour ? a->colour : "any", *a->state ? a->state : "any",
		    a->by_due ? "due" : "given", period_query(rq, &a->period)));
	}
}

/* A case number leads to its case: all that was found of it stands there. */
static enum reply
find_go(struct request *rq, struct page *page, const char *typed)
{
	char number[CASE_NUMBER_TEXT];
	struct query *q = query(rq, Q_WATCH_CASE_NAMED);

	query_text(q, "area", watch_area(rq));
	query_text(q, "number", case_number_tidy(typed, number) ? number : typed);
	if (query_next(q))
		return page_go(page, "/watch/cases/", case_number_tidy(typed, number) ? arena_text(rq->arena, number) : typed, NULL);
	form_error(page, "find", "no_such_case");
	return REPLY_INVALID;
}

enum reply
findings_show(struct request *rq, struct page *page)
{
	struct asked a;
	struct query *q;
	long long shown = 0, found;

	asked_read(rq, &a);
	if (!text_empty(form_get(rq, "find")) && find_go(rq, page, form_get(rq, "find")) == REPLY_GO)
		return REPLY_GO;
	filters_into(rq, page, &a);
	q = rows_query(rq, &a, PER_PAGE, (a.page - 1) * PER_PAGE);
	while (query_next(q)) {
		const char *name = arena_format(rq->arena, "cards.%lld", shown++);

		card_row_into(rq, page, name, q);
		page_sub(page, name, "organ_text", query_said(rq, q, "organ_name"));
		page_sub(page, name, "url", arena_format(rq->arena, "/watch/findings/%s", query_get(q, "id")));
	}
	q = asked_query(rq, &a, Q_FINDINGS_FOUND);
	query_number(q, "owed", a.by_due);
	found = query_next(q) ? query_get_number(q, "found") : 0;
	if (shown == 0 && a.page > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);
	page_pager(page, a.page, PER_PAGE, found);
	watch_crumbs(page, "watch.findings", NULL);
	return REPLY_PAGE;
}

enum reply
findings_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "card", "rule", "rule_name", "colour", "card_state", "organ", "responsible",
	    "case_number", "item", "made_on", "due_on", "given_on", "reply_by_on", "evidence", NULL };
	struct asked a;
	struct sheet *s = sheet_open(rq, page, "findings", heads);
	struct query *q;
	enum watch_rule rule;

	asked_read(rq, &a);
	q = rows_query(rq, &a, SHEET_ROWS_MOST + 1, 0);
	while (query_next(q) && sheet_row(s)) {
		sheet_number(s, query_get_number(q, "id"));
		sheet_text(s, watch_named(query_get(q, "rule"), &rule) ? watch_number(rule) : "");
		sheet_text(s, page_word_below(page, "watch_rule", query_get(q, "rule")));
		sheet_text(s, page_word_below(page, "watch_colour", query_get(q, "colour")));
		sheet_text(s, page_word_below(page, "watch_state", query_get(q, "state")));
		sheet_text(s, query_said(rq, q, "organ_name"));
		sheet_text(s, query_get(q, "account_name"));
		sheet_text(s, query_get(q, "number"));
		sheet_text(s, query_get(q, "title"));
		sheet_day(s, query_get_day(q, "made_on"));
		sheet_day(s, query_get_day(q, "due_on"));
		sheet_day(s, query_get_day(q, "given_on"));
		sheet_day(s, query_get_day(q, "reply_by_on"));
		sheet_text(s, card_evidence(rq, page, q));
	}
	return sheet_close(s);
}
