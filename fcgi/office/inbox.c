/* The inbox: what waits at each desk of the organ, the most urgent first. */
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/office/forms.h"
#include "fcgi/worker/form.h"
#include "generated/queries/office.h"
#include "rules/number.h"

#include <string.h>

enum { PER_PAGE = 20, REACH_MOST = 1000 };	/* no further than a thousand cases: narrow the search instead */

static const struct tab {
	const char *key;
	const char *states[5];	/* ended by NULL; of a tab by due day at most three */
	bool ended;		/* no clock runs: the latest received first */
	const char *url;	/* a desk with a page of its own */
} tabs[] = {
	{ "receive", { "submitted", "resubmitted" }, false, NULL },
	{ "correcting", { "correction", "supplement", "suspended" }, false, NULL },
	{ "review", { "accepted" }, false, NULL },
	{ "decide", { "reviewing" }, false, NULL },
	{ "tasks", { NULL }, false, "/office/tasks" },
	{ "deliver", { "granted", "denied", "closed" }, false, NULL },
	{ "done", { "delivered", "not_accepted", "withdrawn", "terminated" }, true, NULL },
	{ "everything", { NULL }, true, NULL },
};
enum { TAB_COUNT = sizeof tabs / sizeof tabs[0] };

struct inbox {
	const struct tab *tab;
	const char *states[4];		/* "" where there is none */
	const char *states_text;	/* the same joined, "" for all */
	const char *find, *like, *number, *item, *claim, *due;
	const struct calendar *calendar;	/* asked for once: it is a statement */
	struct day until;
	bool by_receipt;
	bool narrowed;
	long long page;
};

/* The desk where this officer's work waits. */
static const char *
own_tab(unsigned roles)
{
	if (roles & ROLE_CLERK)
		return "receive";
	return roles & ROLE_REVIEWER ? "review" : "decide";
}

static const struct tab *
tab_named(const char *key)
{
	for (size_t i = 0; i < TAB_COUNT; i++)
		if (text_is(tabs[i].key, key))
			return &tabs[i];
	return &tabs[0];	/* the form lets no other through */
}

static void
states_read(struct request *rq, struct inbox *in)
{
	const char *only = form_get(rq, "state");
	size_t n = 0;

	for (size_t i = 0; i < 4; i++)
		in->states[i] = "";
	in->states_text = "";
	for (size_t i = 0; i < 4 && in->tab->states[i]; i++) {
		if (*only && !text_is(only, "any") && !text_is(only, in->tab->states[i]))
			continue;
		in->states[n++] = in->tab->states[i];
		in->states_text = *in->states_text
		    ? arena_format(rq->arena, "%s,%s", in->states_text, in->tab->states[i]) : in->tab->states[i];
	}
}

/* What is typed stands anywhere in a name; it is no pattern of its own. */
const char *
like_anywhere(struct request *rq, const char *typed)
{
	struct text t;
	const char *like;

	text_init(&t);
	text_add_char(&t, '%');
	for (; *typed; typed++) {
		if (strchr("%_\\", *typed))
			text_add_char(&t, '\\');
		text_add_char(&t, *typed);
	}
	text_add_char(&t, '%');
	like = arena_text(rq->arena, t.start);
	text_free(&t);
	return like;
}

static struct day
until_read(struct request *rq, const struct calendar *cal, const char *due)
{
	if (text_is(due, "over"))
		return day_add(rq->today, -1);
	if (text_is(due, "today"))
		return rq->today;
	if (text_is(due, "week"))
		return calendar_add(cal, rq->today, 5);
	return DAY_NONE;
}

static const char *
or_any(const char *value)
{
	return *value ? value : "any";
}

static void
inbox_read(struct request *rq, struct inbox *in)
{
	char number[CASE_NUMBER_TEXT];

	in->tab = tab_named(*form_get(rq, "tab") ? form_get(rq, "tab") : own_tab(rq->who.roles));
	states_read(rq, in);
	in->find = form_get(rq, "find");
	in->like = like_anywhere(rq, in->find);
	in->number = case_number_tidy(in->find, number) ? arena_text(rq->arena, number) : "";
	in->item = text_is(form_get(rq, "item"), "any") ? "" : form_get(rq, "item");
	in->claim = or_any(form_get(rq, "claim"));
	in->due = or_any(form_get(rq, "due"));
	in->calendar = request_calendar(rq);
	in->until = until_read(rq, in->calendar, in->due);
	in->by_receipt = in->tab->ended || text_is(form_get(rq, "sort"), "received");
	in->narrowed = *in->find || *in->item || !text_is(in->claim, "any") || day_known(in->until) ||
	    (*form_get(rq, "state") && !text_is(form_get(rq, "state"), "any"));
	in->page = form_number(rq, "page");
	if (in->page < 1 || in->page > REACH_MOST / PER_PAGE)
		in->page = 1;
}

/* ---- asking ---- */

static struct query *
narrowed_query(struct request *rq, const struct inbox *in, const struct statement *statement)
{
	struct query *q = query(rq, statement);

	query_text(q, "organ", rq->who.organ);
	query_text(q, "item", in->item);
	query_day(q, "until", in->until);
	query_text(q, "claim", in->claim);
	query_number(q, "me", (long long)rq->who.account);
	return q;
}

static struct query *
rows_query(struct request *rq, const struct inbox *in)
{
	struct query *q;

	if (*in->find) {
		q = narrowed_query(rq, in, Q_INBOX_SEARCH);
		query_text(q, "states", in->states_text);
		query_text(q, "number", in->number);
		query_text(q, "like", in->like);
		query_number(q, "by_due", !in->by_receipt);
	} else if (in->by_receipt) {
		q = narrowed_query(rq, in, Q_INBOX_BY_RECEIPT);
		query_text(q, "states", in->states_text);
	} else {
		q = narrowed_query(rq, in, Q_INBOX_BY_DUE);
		query_text(q, "state_1", in->states[0]);
		query_text(q, "state_2", in->states[1]);
		query_text(q, "state_3", in->states[2]);
		query_number(q, "reach", in->page * PER_PAGE);
	}
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (in->page - 1) * PER_PAGE);
	return q;
}

/* How many there are in all, at most REACH_MOST.  A page that is not full has told already. */
static long long
rows_found(struct request *rq, const struct inbox *in, const struct query *counts, long long shown)
{
	struct query *q;

	if (shown > 0 && shown < PER_PAGE)
		return (in->page - 1) * PER_PAGE + shown;
	if (!in->narrowed && !in->tab->ended)
		return query_get_number(counts, in->tab->key);
	q = narrowed_query(rq, in, Q_INBOX_FOUND);
	query_text(q, "states", in->states_text);
	return query_next(q) ? query_get_number(q, "found") : 0;
}

/* ---- filling ---- */

/* Counting stops at a thousand. */
static void
count_into(struct page *page, const char *name, long long count)
{
	if (count < REACH_MOST)
		page_number(page, name, count);
	else
		page_textf(page, name, "%d+", REACH_MOST - 1);
}

static void
tabs_into(struct request *rq, struct page *page, const char *current, const struct query *counts)
{
	for (size_t i = 0; i < TAB_COUNT; i++) {
		const char *name = arena_format(rq->arena, "tabs.%zu", i);
		page_sub(page, name, "key", tabs[i].key);
		page_sub(page, name, "url", tabs[i].url ? tabs[i].url
		    : arena_format(rq->arena, "/office/?tab=%s", tabs[i].key));
		page_flag(page, arena_format(rq->arena, "%s.current", name), text_is(tabs[i].key, current));
		if (!tabs[i].ended)
			count_into(page, arena_format(rq->arena, "%s.count", name),
			    query_get_number(counts, tabs[i].key));
	}
}

const char *
own_roles(struct request *rq)
{
	const char *names = "";

	for (unsigned role = 1; role <= CASE_HANDLERS; role <<= 1)
		if ((rq->who.roles & CASE_HANDLERS & role) != 0)
			names = arena_format(rq->arena, "%s%s%s", names, *names ? "," : "", role_name(role));
	return names;
}

static struct query *
counts_query(struct request *rq)
{
	struct query *q = query(rq, Q_INBOX_COUNTS);

	query_text(q, "organ", rq->who.organ);
	query_text(q, "roles", own_roles(rq));
	return q;
}

void
inbox_tabs(struct request *rq, struct page *page, const char *current)
{
	struct query *counts = counts_query(rq);

	if (query_next(counts))
		tabs_into(rq, page, current, counts);
}

static void
sorts_into(struct request *rq, struct page *page, const struct inbox *in)
{
	static const char *const ways[] = { "due", "received" };

	if (in->tab->ended)
		return;
	for (size_t i = 0; i < 2; i++) {
		const char *name = arena_format(rq->arena, "sorts.%zu", i);

		page_sub(page, name, "key", ways[i]);
		page_sub(page, name, "url", page_url_with(page, "sort", ways[i]));
		page_flag(page, arena_format(rq->arena, "%s.current", name), in->by_receipt == (i == 1));
	}
}

static void
choice_into(struct request *rq, struct page *page, const char *list, size_t i, const char *value, const char *label,
    const char *chosen)
{
	const char *name = arena_format(rq->arena, "choices.%s.%zu", list, i);

	page_sub(page, name, "value", value);
	page_sub(page, name, "label", label);
	page_flag(page, arena_format(rq->arena, "%s.checked", name), text_is(value, chosen));
}

static void
items_into(struct request *rq, struct page *page, const struct inbox *in)
{
	struct query *q = query(rq, Q_INBOX_ITEMS);
	size_t n = 0;

	choice_into(rq, page, "item", n++, "any", page_word(page, "inbox_due.any"), or_any(in->item));
	query_text(q, "organ", rq->who.organ);
	while (query_next(q))
		choice_into(rq, page, "item", n++, query_get(q, "code"), query_said(rq, q, "title"), in->item);
}

static void
filters_into(struct request *rq, struct page *page, const struct inbox *in)
{
	static const char *const dues[] = { "any", "over", "today", "week", NULL };
	static const char *const claims[] = { "any", "mine", "none", NULL };
	size_t n = 0;

	page_choices(page, "due", dues, "inbox_due", in->due);
	page_choices(page, "claim", claims, "inbox_claim", in->claim);
	if (in->tab->states[0] && in->tab->states[1]) {
		choice_into(rq, page, "state", n++, "any", page_word(page, "inbox_due.any"),
		    or_any(form_get(rq, "state")));
		for (size_t i = 0; i < 4 && in->tab->states[i]; i++)
			choice_into(rq, page, "state", n++, in->tab->states[i],
			    page_word(page, arena_format(rq->arena, "state.%s", in->tab->states[i])),
			    form_get(rq, "state"));
	}
	items_into(rq, page, in);
	page_text(page, "inbox.tab", in->tab->key);
	page_text(page, "inbox.sort", in->by_receipt && !in->tab->ended ? "received" : "");
	page_text(page, "form.find", in->find);
	page_flag(page, "inbox.narrowed", in->narrowed);
	page_textf(page, "inbox.clear_url", "/office/?tab=%s", in->tab->key);
}

/* The day from which the date in due_on has been running. */
static struct day
running_from(const struct query *q, enum state state)
{
	if (state == STATE_ACCEPTED || state == STATE_REVIEWING)
		return day_of_instant(query_get_instant(q, "accepted_at"));
	if (state_decided(state))
		return day_of_instant(query_get_instant(q, "decided_at"));
	return day_of_instant(query_get_instant(q, "submitted_at"));
}

static void
row_into(struct request *rq, struct page *page, const struct inbox *in, const char *name, struct query *q)
{
	struct clock clock = { .calendar = in->calendar };
	char shown[CASE_NUMBER_SHOWN];
	enum state state;

	query_row_into(q, page, name);
	page_sub(page, name, "title", query_said(rq, q, "title"));
	page_sub(page, name, "shown",
	    case_number_show(query_get(q, "number"), shown) ? shown : query_get(q, "number"));
	page_textf(page, arena_format(rq->arena, "%s.url", name), "/office/cases/%s", query_get(q, "number"));
	page_flag(page, arena_format(rq->arena, "%s.mine", name),
	    (uint64_t)query_get_number(q, "claimed_by") == rq->who.account);
	if (!state_named(query_get(q, "state"), &state) || !state_open(state))
		return;
	clock.from = running_from(q, state);
	clock.due = query_get_day(q, "due_on");
	clock.paused = state == STATE_SUSPENDED && !day_known(clock.due);
	due_into(rq, page, arena_format(rq->arena, "%s.due", name), &clock);
}

static enum reply
inbox_into(struct request *rq, struct page *page)
{
	struct query *counts = counts_query(rq), *q;
	long long shown = 0, found = -1;
	struct inbox in;

	inbox_read(rq, &in);
	if (!query_next(counts))
		return REPLY_PAGE;	/* the machine failed; the loop tells */
	tabs_into(rq, page, in.tab->key, counts);
	sorts_into(rq, page, &in);
	filters_into(rq, page, &in);
	q = rows_query(rq, &in);
	while (query_next(q)) {
		if (*in.find)
			found = query_get_number(q, "found");
		row_into(rq, page, &in, arena_format(rq->arena, "cases.%lld", shown++), q);
	}
	if (shown == 0 && in.page > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);	/* the list has grown shorter */
	if (found < 0)
		found = *in.find ? 0 : rows_found(rq, &in, counts, shown);
	page_pager(page, in.page, PER_PAGE, found);
	return REPLY_PAGE;
}

/* The home of an officer; those who handle no cases are shown where their work is. */
enum reply
inbox_show(struct request *rq, struct page *page)
{
	if (rq->who.roles & CASE_READERS)
		return inbox_into(rq, page);
	if (rq->who.roles & ROLE_SYSTEM_ADMIN)
		reminders_kept(rq, page);
	page_flag(page, "desk.publish", (rq->who.roles & (ROLE_WEBMASTER | ROLE_EDITOR)) != 0);
	page_template(page, "office/desk.cs");
	return REPLY_PAGE;
}
