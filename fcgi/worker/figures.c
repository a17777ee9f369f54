/* figures.c - see figures.h. */
#include "fcgi/worker/figures.h"

#include "base/text.h"
#include "fcgi/worker/chart.h"
#include "fcgi/worker/figures_own.h"
#include "generated/queries/stats.h"
#include "rules/code.h"

#include <string.h>

enum { MONTHS_SHOWN = 24, MONTHS_CHOSEN = 36, PERIOD_MONTHS = 12, DAYS_MOST = 4000, ORGANS_DRAWN = 12, ORGANS_MOST = 400,
	ROWS_SHOWN = 40, MONTHS_MOST = 600 };

static const struct field fields[] = {
	{ "area", FIELD_CODE, .most = 12 },
	{ "organ", FIELD_CODE, .most = 18 },
	{ "item", FIELD_CODE, .most = 64 },
	{ "window", FIELD_CODE, .most = 18 },
	{ "from_on", FIELD_DAY },
	{ "until_on", FIELD_DAY },
	{ "page", FIELD_NUMBER, .least = 1, .most = 100000 },
	{ "print", FIELD_FLAG },
	{ "all", FIELD_FLAG },	/* every row of the table, however many */
};
const struct form figures_form = FORM(fields);

#define ONLINE	"online"	/* in addresses; '' in tables */

/* ---- scope ---- */

/* Of two patterns, the narrower where it lies within the other; else the other, and nothing lies within "". */
static const char *
area_within(struct request *rq, const char *asked, const char *all)
{
	char stem[DIVISION_TEXT];
	const char *pattern;

	if (*all == '\0' || *asked == '\0' || !division_stem(asked, stem))
		return all;
	pattern = arena_format(rq->arena, "%s%%", stem);
	return strncmp(pattern, all, strlen(all) - 1) == 0 ? pattern : all;
}

struct figures_scope
figures_scope(struct request *rq, const char *base, const char *area, bool inside)
{
	struct figures_scope s = { .base = base, .area = area_within(rq, form_get(rq, "area"), area),
	    .organ = form_get(rq, "organ"), .item = form_get(rq, "item"), .intake = form_get(rq, "window"), .inside = inside };
	struct day now = figure_month(rq->today);

	s.until = day_known(form_day(rq, "until_on")) ? figure_month(form_day(rq, "until_on")) : now;
	if (day_before(now, s.until))
		s.until = now;
	s.from = day_known(form_day(rq, "from_on")) ? figure_month(form_day(rq, "from_on")) :
	    figure_month_add(s.until, 1 - PERIOD_MONTHS);
	if (day_before(s.until, s.from))
		s.from = s.until;
	if (*s.item == '\0')
		s.item = "*";
	if (*s.intake == '\0')
		s.intake = "*";
	else if (text_is(s.intake, ONLINE))
		s.intake = "";
	return s;
}

void
figures_bind(struct query *q, const struct figures_scope *s, unsigned what)
{
	query_text(q, "area", s->area);
	query_text(q, "organ", s->organ);
	if ((what & BIND_ITEM) != 0)
		query_text(q, "item", s->item);
	if ((what & BIND_INTAKE) != 0)
		query_text(q, "intake", s->intake);
	if ((what & BIND_FROM) != 0)
		query_day(q, "from", s->from);
	if ((what & BIND_UNTIL) != 0)
		query_day(q, "until", s->until);
	if ((what & BIND_END) != 0)
		query_day(q, "end", figure_month_add(s->until, 1));
	if ((what & BIND_INSTANTS) != 0) {
		query_instant(q, "from_at", instant_make(s->from, 0, 0, 0, 0));
		query_instant(q, "until_at", instant_make(figure_month_add(s->until, 1), 0, 0, 0, 0));
	}
}

/* The address of a page of figures with this scope; of another organ, item or window where one is given. */
const char *
figures_url(struct request *rq, const struct figures_scope *s, const char *below, const char *organ, const char *item,
    const char *window)
{
	char from[DAY_TEXT], until[DAY_TEXT];
	const char *area = form_get(rq, "area");

	if (organ == NULL)
		organ = s->organ;
	if (item == NULL)
		item = text_is(s->item, "*") ? "" : s->item;
	if (window == NULL)
		window = text_is(s->intake, "*") ? "" : *s->intake == '\0' ? ONLINE : s->intake;
	return arena_format(rq->arena, "%s%s?from_on=%s&until_on=%s%s%s%s%s%s%s%s%s", s->base, below,
	    day_print(s->from, from), day_print(s->until, until), *area ? "&area=" : "", area, *organ ? "&organ=" : "", organ,
	    *item ? "&item=" : "", item, *window ? "&window=" : "", window);
}

const char *
figures_month_text(struct request *rq, struct day month)
{
	char text[FIGURE_MONTH_TEXT];

	return arena_text(rq->arena, figure_month_print(month, text));
}

static void
choice(struct page *page, const char *list, size_t n, const char *value, const char *label, bool checked)
{
	struct node *row = page_row(page, list, n);

	row_text(page, row, "value", value);
	row_text(page, row, "label", label);
	row_text(page, row, "checked", checked ? "1" : "");
}

static void
months_choose(struct request *rq, struct page *page, const char *list, struct day chosen)
{
	struct day month = figure_month(rq->today);
	char text[DAY_TEXT];

	for (size_t i = 0; i < MONTHS_CHOSEN; i++, month = figure_month_add(month, -1))
		choice(page, list, i, arena_text(rq->arena, day_print(month, text)), figures_month_text(rq, month),
		    day_same(month, chosen));
}

static void
rows_choose(struct request *rq, struct page *page, const char *list, struct query *q, const char *chosen)
{
	size_t n = 0;

	choice(page, list, n++, "", page_word(page, "figures.all"), *chosen == '\0');
	while (query_next(q))
		choice(page, list, n++, query_get(q, "code"), query_said(rq, q, "name"), text_is(query_get(q, "code"), chosen));
}

static void
organs_choose(struct request *rq, struct page *page, const struct figures_scope *s)
{
	struct query *areas = query(rq, Q_STATS_AREAS), *organs = query(rq, Q_STATS_ORGAN_NAMES);

	query_text(areas, "area", s->area);
	rows_choose(rq, page, "choices.area", areas, form_get(rq, "area"));
	query_text(organs, "area", s->area);
	rows_choose(rq, page, "choices.organ", organs, s->organ);
}

static void
name_into(struct request *rq, struct page *page, const char *name, const struct statement *statement, const char *param,
    const char *code)
{
	struct query *q;

	if (*code == '\0' || text_is(code, "*"))
		return;
	q = query(rq, statement);
	query_text(q, param, code);
	page_text(page, name, query_next(q) ? query_said(rq, q, "name") : code);
}

void
figures_scope_into(struct request *rq, struct page *page, const struct figures_scope *s)
{
	struct query *q = query(rq, Q_STATS_AS_OF);
	const char *from = figures_month_text(rq, s->from), *until = figures_month_text(rq, s->until);

	organs_choose(rq, page, s);
	months_choose(rq, page, "choices.from_on", s->from);
	months_choose(rq, page, "choices.until_on", s->until);
	name_into(rq, page, "scope.organ", Q_STATS_ORGAN_NAME, "organ", s->organ);
	name_into(rq, page, "scope.item", Q_STATS_ITEM_NAME, "item", s->item);
	if (*s->intake == '\0')
		page_text(page, "scope.window", page_word(page, "figures.online"));
	else
		name_into(rq, page, "scope.window", Q_STATS_ORGAN_NAME, "organ", s->intake);
	page_text(page, "scope.item_code", text_is(s->item, "*") ? "" : s->item);
	page_text(page, "scope.window_code", text_is(s->intake, "*") ? "" : form_get(rq, "window"));
	page_say(page, "scope.period", "figures.period", "from", from, "until", until, NULL);
	page_text(page, "scope.url", s->base);
	page_text(page, "scope.promises_url", figures_url(rq, s, "/promises", NULL, NULL, NULL));
	page_text(page, "scope.figures_url", figures_url(rq, s, "", NULL, NULL, NULL));
	page_text(page, "scope.csv_url", figures_url(rq, s, ".csv", NULL, NULL, NULL));
	page_text(page, "scope.xlsx_url", figures_url(rq, s, ".xlsx", NULL, NULL, NULL));
	page_text(page, "scope.print_url", page_url_with(page, "print", "1"));
	if (query_next(q) && !query_is_null(q, "at"))
		page_say(page, "scope.as_of", "figures.as_of", "at", page_instant_text(page, query_get_instant(q, "at")),
		    "position", query_get(q, "position"), NULL);
}

/* ---- sums ---- */

void
figures_add(struct figures *to, const struct query *q)
{
	to->received += query_get_number(q, "received");
	to->accepted += query_get_number(q, "accepted");
	to->returned += query_get_number(q, "returned");
	to->done += query_get_number(q, "done");
	to->timed += query_get_number(q, "timed");
	to->late += query_get_number(q, "late");
	to->refused += query_get_number(q, "refused");
	to->withdrawn += query_get_number(q, "withdrawn");
	to->terminated += query_get_number(q, "terminations");
}

static void
figures_sum(struct figures *to, const struct figures *f)
{
	to->received += f->received;
	to->accepted += f->accepted;
	to->returned += f->returned;
	to->done += f->done;
	to->timed += f->timed;
	to->late += f->late;
	to->refused += f->refused;
	to->withdrawn += f->withdrawn;
	to->terminated += f->terminated;
}

long long
figures_in_hand(const struct figures *f)
{
	return f->carried_over + f->received - f->done - f->refused - f->withdrawn - f->terminated;
}

long long
figure_of(const struct figures *f, enum figure figure)
{
	switch (figure) {
	case FIGURE_CARRIED_OVER:
		return f->carried_over;
	case FIGURE_RECEIVED:
		return f->received;
	case FIGURE_ACCEPTED:
		return f->accepted;
	case FIGURE_REFUSED:
		return f->refused;
	case FIGURE_RETURNED:
		return f->returned;
	case FIGURE_DONE:
		return f->done;
	case FIGURE_LATE:
		return f->late;
	case FIGURE_WITHDRAWN:
		return f->withdrawn;
	case FIGURE_TERMINATED:
		return f->terminated;
	case FIGURE_IN_HAND:
		return figures_in_hand(f);
	case FIGURE_ON_TIME:
		return figure_share(f->timed - f->late, f->timed);
	default:
		return FIGURE_NONE;
	}
}

const char *
figure_text(struct request *rq, enum figure figure, long long value)
{
	if (value == FIGURE_NONE)
		return "–";
	if (figure == FIGURE_ON_TIME || figure == FIGURE_BAD)
		return arena_format(rq->arena, "%lld.%lld%%", value / 10, value % 10);
	if (figure == FIGURE_RATING)
		return arena_format(rq->arena, "%lld.%02lld", value / 100, value % 100);
	return arena_format(rq->arena, "%lld", value);
}

/* Days by kind, in order; taken first is not promised by the server, so both are looked for. */
struct spread {
	struct figure_days *taken, *promised;
	size_t taken_count, promised_count;
};

static void
spread_add(struct request *rq, struct spread *s, const struct query *q)
{
	bool taken = text_is(query_get(q, "kind"), "taken");
	struct figure_days one = { (int)query_get_number(q, "days"), query_get_number(q, "cases") };

	if (s->taken == NULL) {
		s->taken = arena_array(rq->arena, struct figure_days, DAYS_MOST);
		s->promised = arena_array(rq->arena, struct figure_days, DAYS_MOST);
	}
	if (taken && s->taken_count < DAYS_MOST)
		s->taken[s->taken_count++] = one;
	else if (!taken && s->promised_count < DAYS_MOST)
		s->promised[s->promised_count++] = one;
}

/* Neither an organ nor an item nor an area is chosen: sums of all of them are kept. */
static bool
everywhere(const struct figures_scope *s)
{
	return *s->organ == '\0' && text_is(s->item, "*") && text_is(s->area, "%");
}

/* The statement that reads such sums, or the one that adds up those of organs; bound, with what only the latter names. */
static struct query *
sums_query(struct request *rq, const struct figures_scope *s, const struct statement *all, const struct statement *each,
    unsigned what)
{
	struct query *q = query(rq, everywhere(s) ? all : each);

	if (everywhere(s)) {
		query_text(q, "intake", s->intake);
		if ((what & BIND_FROM) != 0)
			query_day(q, "from", s->from);
		query_day(q, "until", s->until);
	} else {
		figures_bind(q, s, BIND_ITEM | BIND_INTAKE | what);
	}
	return q;
}

struct query *
figures_rows(struct request *rq, const struct figures_scope *s)
{
	return sums_query(rq, s, Q_STATS_ORGANS_ALL, *s->organ != '\0' ? Q_STATS_ITEMS : Q_STATS_ORGANS, BIND_FROM | BIND_UNTIL);
}

struct months {
	struct month {
		struct day on;
		struct figures sums;
	} *list;
	size_t count;
};

/* From the first there is to the end of the period. */
static struct months
months_load(struct request *rq, const struct figures_scope *s)
{
	struct months m = { arena_array(rq->arena, struct month, MONTHS_MOST), 0 };
	struct query *q = sums_query(rq, s, Q_STATS_MONTHS_ALL, Q_STATS_MONTHS, BIND_UNTIL);

	for (; m.count < MONTHS_MOST && query_next(q); m.count++) {
		m.list[m.count] = (struct month){ .on = query_get_day(q, "month_on") };
		figures_add(&m.list[m.count].sums, q);
	}
	return m;
}

static long long
overdue_load(struct request *rq, const struct figures_scope *s)
{
	bool of = !text_is(s->item, "*") || !text_is(s->intake, "*"), all = everywhere(s) && !of;
	struct query *q = query(rq, all ? Q_STATS_OVERDUE_ALL : of ? Q_STATS_OVERDUE_OF : Q_STATS_OVERDUE);

	if (!all)
		figures_bind(q, s, of ? BIND_ITEM | BIND_INTAKE : 0);
	query_day(q, "today", rq->today);
	return query_next(q) ? query_get_number(q, "cases") : FIGURE_NONE;
}

/* All figures of a scope, by the place of enum figure. */
static void
values_load(struct request *rq, const struct figures_scope *s, const struct months *months, struct figures *f,
    long long values[static FIGURE_COUNT])
{
	struct query *days = sums_query(rq, s, Q_STATS_DAYS_ALL, Q_STATS_DAYS, BIND_FROM | BIND_UNTIL);
	struct query *ratings = query(rq, Q_STATS_RATINGS), *cards = query(rq, Q_STATS_CARDS);
	struct spread spread = { .taken = NULL };

	*f = (struct figures){ .carried_over = 0 };
	for (size_t i = 0; i < months->count; i++) {
		const struct month *m = &months->list[i];

		if (day_before(m->on, s->from))
			f->carried_over += figures_in_hand(&m->sums);
		else
			figures_sum(f, &m->sums);
	}
	for (int i = 0; i < FIGURE_COUNT; i++)
		values[i] = figure_of(f, (enum figure)i);
	while (query_next(days))
		spread_add(rq, &spread, days);
	values[FIGURE_MEDIAN] = figure_percentile(spread.taken, spread.taken_count, 50);
	values[FIGURE_P90] = figure_percentile(spread.taken, spread.taken_count, 90);
	values[FIGURE_OVERDUE] = overdue_load(rq, s);
	figures_bind(ratings, s, BIND_ITEM | BIND_INSTANTS);
	if (query_next(ratings)) {
		values[FIGURE_RATING] = figure_mean(query_get_number(ratings, "levels"), query_get_number(ratings, "ratings"));
		values[FIGURE_BAD] = figure_share(query_get_number(ratings, "bad"), query_get_number(ratings, "ratings"));
	}
	figures_bind(cards, s, BIND_FROM | BIND_END);
	if (query_next(cards)) {
		values[FIGURE_YELLOW] = query_get_number(cards, "yellow");
		values[FIGURE_RED] = query_get_number(cards, "red");
	}
}

void
figures_load(struct request *rq, const struct figures_scope *s, struct figures *f, long long values[static FIGURE_COUNT])
{
	struct months months = months_load(rq, s);

	values_load(rq, s, &months, f, values);
}

/* ---- the page ---- */

static void
tiles_into(struct request *rq, struct page *page, const struct figures_scope *s, const struct months *months)
{
	long long values[FIGURE_COUNT];
	struct figures f;

	values_load(rq, s, months, &f, values);
	for (int i = 0; i < FIGURE_COUNT; i++) {
		const char *name = figure_name((enum figure)i);
		struct node *row = page_row(page, "tiles", (size_t)i);

		row_text(page, row, "key", name);
		row_text(page, row, "label", page_word_below(page, "figure", name));
		row_text(page, row, "value", figure_text(rq, (enum figure)i, values[i]));
		row_text(page, row, "url", figures_url(rq, s, arena_format(rq->arena, "/%s", name), NULL, NULL, NULL));
	}
}

/* Two years up to the end of the period, months without anything too. */
static void
months_into(struct request *rq, struct page *page, const struct figures_scope *s, const struct months *months)
{
	struct day first = figure_month_add(s->until, 1 - MONTHS_SHOWN), month;
	struct figures rows[MONTHS_SHOWN] = { { .received = 0 } };
	struct chart *flow, *share, *hand;
	long long in_hand = 0;

	for (size_t i = 0; i < months->count; i++) {
		struct civil c = day_civil(months->list[i].on), f = day_civil(first);
		int place = (c.year - f.year) * 12 + c.month - f.month;

		if (place < 0)
			in_hand += figures_in_hand(&months->list[i].sums);
		else if (place < MONTHS_SHOWN)
			rows[place] = months->list[i].sums;
	}
	flow = chart_open(page, "flow", (struct chart_about){ .kind = CHART_COLUMNS,
	    .title = page_word(page, "figures.by_month"), .heading = page_word(page, "figures.month") });
	chart_series(flow, page_word(page, "figure.received"));
	chart_series(flow, page_word(page, "figure.done"));
	hand = chart_open(page, "hand", (struct chart_about){ .kind = CHART_LINES,
	    .title = page_word(page, "figures.in_hand_by_month"), .heading = page_word(page, "figures.month") });
	chart_series(hand, page_word(page, "figure.in_hand"));
	chart_series(hand, page_word(page, "figure.late"));
	share = chart_open(page, "share", (struct chart_about){ .kind = CHART_LINES, .unit = "%", .decimals = 1, .most = 1000,
	    .title = page_word(page, "figures.on_time_by_month"), .heading = page_word(page, "figures.month") });
	chart_series(share, page_word(page, "figure.on_time"));
	month = first;
	for (int i = 0; i < MONTHS_SHOWN; i++, month = figure_month_add(month, 1)) {
		const char *label = figures_month_text(rq, month);
		struct figures_scope one = *s;

		one.from = one.until = month;
		in_hand += figures_in_hand(&rows[i]);
		chart_point(flow, label, figures_url(rq, &one, "", NULL, NULL, NULL),
		    (const long long[]){ rows[i].received, rows[i].done });
		chart_point(hand, label, figures_url(rq, &one, "/in_hand", NULL, NULL, NULL),
		    (const long long[]){ in_hand, rows[i].late });
		chart_point(share, label, figures_url(rq, &one, "/on_time", NULL, NULL, NULL),
		    (const long long[]){ figure_of(&rows[i], FIGURE_ON_TIME) });
	}
	chart_close(flow);
	chart_close(hand);
	chart_close(share);
}

static const enum figure columns[] = { FIGURE_CARRIED_OVER, FIGURE_RECEIVED, FIGURE_ACCEPTED, FIGURE_REFUSED,
	FIGURE_RETURNED, FIGURE_DONE, FIGURE_LATE, FIGURE_WITHDRAWN, FIGURE_TERMINATED, FIGURE_IN_HAND, FIGURE_ON_TIME };
enum { COLUMNS = sizeof(columns) / sizeof(columns[0]) };

static void
cells_into(struct request *rq, struct page *page, const char *row, const struct figures_scope *s, const struct figures *f,
    const char *organ, const char *item)
{
	for (size_t i = 0; i < COLUMNS; i++) {
		struct node *cell = page_row(page, arena_format(rq->arena, "%s.cells", row), i);
		const char *name = figure_name(columns[i]);

		row_text(page, cell, "text", figure_text(rq, columns[i], figure_of(f, columns[i])));
		row_text(page, cell, "label", page_word_below(page, "figure", name));
		row_text(page, cell, "url", figures_url(rq, s, arena_format(rq->arena, "/%s", name), organ, item, NULL));
	}
}

static void
heads_into(struct page *page, const char *list)
{
	for (size_t i = 0; i < COLUMNS; i++)
		row_text(page, page_row(page, list, i), "label", page_word_below(page, "figure", figure_name(columns[i])));
}

/* By organ, or by item where an organ is chosen: the same table. */
static void
table_into(struct request *rq, struct page *page, const struct figures_scope *s)
{
	bool items = *s->organ != '\0', all = form_flag(rq, "all") || form_flag(rq, "print");
	struct query *q = figures_rows(rq, s);
	size_t n;
	struct chart *chart = chart_open(page, "table_chart", (struct chart_about){ .kind = CHART_BARS,
	    .title = page_word(page, items ? "figures.by_item" : "figures.by_organ"),
	    .heading = page_word(page, items ? "figures.item" : "figures.organ") });

	page_text(page, "table.title", page_word(page, items ? "figures.by_item" : "figures.by_organ"));
	page_text(page, "table.heading", page_word(page, items ? "figures.item" : "figures.organ"));
	heads_into(page, "table.heads");
	chart_series(chart, page_word(page, "figure.received"));
	chart_series(chart, page_word(page, "figure.done"));
	for (n = 0; query_next(q); n++) {
		struct figures f = { .carried_over = query_get_number(q, "carried_over") };
		const char *row = arena_format(rq->arena, "table.rows.%zu", n), *code = query_get(q, "code");
		const char *organ = items ? NULL : code, *item = items ? code : NULL;

		if (n >= ROWS_SHOWN && !all)
			continue;	/* counted, not shown */
		figures_add(&f, q);
		page_sub(page, row, "name", query_said(rq, q, "name"));
		page_sub(page, row, "url", figures_url(rq, s, "", organ, item, NULL));
		cells_into(rq, page, row, s, &f, organ, item);
		if (n < ORGANS_DRAWN)
			chart_point(chart, query_said(rq, q, "name"), figures_url(rq, s, "", organ, item, NULL),
			    (const long long[]){ f.received, f.done });
	}
	chart_close(chart);
	if (n > ROWS_SHOWN && !all) {
		page_text(page, "table.all_url", page_url_with(page, "all", "1"));
		page_say(page, "table.all", items ? "figures.all_items" : "figures.all_organs", "count",
		    arena_format(rq->arena, "%zu", n), NULL);
	}
}

static void
items_into(struct request *rq, struct page *page, const struct figures_scope *s)
{
	struct query *q = query(rq, Q_STATS_ITEMS_MOST);
	struct chart *chart;

	if (*s->organ != '\0' || !text_is(s->item, "*"))
		return;
	chart = chart_open(page, "items_chart", (struct chart_about){ .kind = CHART_BARS,
	    .heading = page_word(page, "figures.item"), .title = page_word(page, "figures.items_most") });
	chart_series(chart, page_word(page, "figure.received"));
	query_text(q, "area", s->area);
	query_text(q, "intake", s->intake);
	query_day(q, "until", s->until);
	while (query_next(q))
		chart_point(chart, query_said(rq, q, "name"),
		    figures_url(rq, s, "", query_get(q, "organ_code"), query_get(q, "code"), NULL),
		    (const long long[]){ query_get_number(q, "received") });
	chart_close(chart);
}

static void
windows_into(struct request *rq, struct page *page, const struct figures_scope *s)
{
	struct query *q = sums_query(rq, s, Q_STATS_WINDOWS_ALL, Q_STATS_WINDOWS, BIND_FROM | BIND_UNTIL);

	for (size_t n = 0; query_next(q); n++) {
		struct node *row = page_row(page, "windows", n);
		const char *code = query_get(q, "code");

		row_text(page, row, "name", *code == '\0' ? page_word(page, "figures.online") : query_said(rq, q, "name"));
		row_text(page, row, "url", figures_url(rq, s, "", NULL, NULL, *code == '\0' ? ONLINE : code));
		row_text(page, row, "received", query_get(q, "received"));
		row_text(page, row, "done", query_get(q, "done"));
		row_text(page, row, "late", query_get(q, "late"));
		row_text(page, row, "on_time", figure_text(rq, FIGURE_ON_TIME,
		    figure_share(query_get_number(q, "timed") - query_get_number(q, "late"), query_get_number(q, "timed"))));
	}
}

void
figures_into(struct request *rq, struct page *page, const struct figures_scope *s)
{
	struct months months = months_load(rq, s);

	figures_scope_into(rq, page, s);
	tiles_into(rq, page, s, &months);
	months_into(rq, page, s, &months);
	table_into(rq, page, s);
	items_into(rq, page, s);
	windows_into(rq, page, s);
}

/* ---- promises kept ---- */

/* The medians of the one that was gone through; the next begins with nothing. */
static void
spread_end(struct spread *s, struct figures_organ *rows, size_t n, const char *code)
{
	for (size_t i = 0; i < n; i++)
		if (text_is(rows[i].code, code)) {
			rows[i].median = figure_percentile(s->taken, s->taken_count, 50);
			rows[i].p90 = figure_percentile(s->taken, s->taken_count, 90);
			rows[i].promised = figure_percentile(s->promised, s->promised_count, 50);
			break;
		}
	s->taken_count = s->promised_count = 0;
}

/* Organs, or the items of one, with the medians of each. */
static size_t
kept_load(struct request *rq, const struct figures_scope *s, struct figures_organ **list)
{
	bool items = *s->organ != '\0';
	struct query *q = figures_rows(rq, s);
	struct query *days = query(rq, items ? Q_STATS_ITEM_DAYS : Q_STATS_ORGAN_DAYS);
	struct figures_organ *rows = arena_array(rq->arena, struct figures_organ, ORGANS_MOST);
	struct spread spread = { .taken = NULL };
	const char *code = "";
	size_t n = 0;

	for (; n < ORGANS_MOST && query_next(q); n++) {
		rows[n] = (struct figures_organ){ .code = query_get(q, "code"), .name = query_said(rq, q, "name"),
		    .sums.carried_over = query_get_number(q, "carried_over"),
		    .median = FIGURE_NONE, .p90 = FIGURE_NONE, .promised = FIGURE_NONE };
		figures_add(&rows[n].sums, q);
	}
	figures_bind(days, s, BIND_ITEM | BIND_INTAKE | BIND_FROM | BIND_UNTIL);
	while (query_next(days)) {	/* one after the other, each in order */
		if (!text_is(code, query_get(days, "code")))
			spread_end(&spread, rows, n, code);
		code = query_get(days, "code");
		spread_add(rq, &spread, days);
	}
	spread_end(&spread, rows, n, code);
	*list = rows;
	return n;
}

static struct figures_organ *
organ_named(struct figures_organ *rows, size_t n, const char *code)
{
	for (size_t i = 0; i < n; i++)
		if (text_is(rows[i].code, code))
			return &rows[i];
	return NULL;
}

size_t
figures_organs(struct request *rq, const struct figures_scope *s, struct figures_organ **list)
{
	struct figures_scope all = *s;
	struct query *ratings = query(rq, Q_STATS_ORGAN_RATINGS), *cards = query(rq, Q_STATS_ORGAN_CARDS);
	struct figures_organ *organ;
	size_t n;

	all.organ = "";
	n = kept_load(rq, &all, list);
	figures_bind(ratings, &all, BIND_INSTANTS);
	while (query_next(ratings))
		if ((organ = organ_named(*list, n, query_get(ratings, "code"))) != NULL) {
			organ->ratings = query_get_number(ratings, "ratings");
			organ->levels = query_get_number(ratings, "levels");
		}
	figures_bind(cards, &all, BIND_FROM | BIND_END);
	while (query_next(cards))
		if ((organ = organ_named(*list, n, query_get(cards, "code"))) != NULL)
			organ->red = query_get_number(cards, "red");
	return n;
}

void
figures_promises_into(struct request *rq, struct page *page, const struct figures_scope *s)
{
	bool items = *s->organ != '\0';
	struct figures_organ *rows;
	size_t n = kept_load(rq, s, &rows), shown = 0;
	struct chart *chart = chart_open(page, "kept_chart", (struct chart_about){ .kind = CHART_BARS,
	    .title = page_word(page, "figures.kept_chart"), .heading = page_word(page, items ? "figures.item" : "figures.organ") });

	figures_scope_into(rq, page, s);
	page_text(page, "kept.heading", page_word(page, items ? "figures.item" : "figures.organ"));
	chart_series(chart, page_word(page, "figures.promised_days"));
	chart_series(chart, page_word(page, "figure.median"));
	chart_series(chart, page_word(page, "figure.p90"));
	for (size_t i = 0; i < n; i++) {
		const char *organ = items ? NULL : rows[i].code, *item = items ? rows[i].code : NULL;
		struct node *row;

		if (rows[i].sums.done == 0)
			continue;
		row = page_row(page, "kept.rows", shown++);
		row_text(page, row, "name", rows[i].name);
		row_text(page, row, "url", figures_url(rq, s, "/promises", organ, item, NULL));
		row_text(page, row, "done", figure_text(rq, FIGURE_DONE, rows[i].sums.done));
		row_text(page, row, "promised", figure_text(rq, FIGURE_MEDIAN, rows[i].promised));
		row_text(page, row, "median", figure_text(rq, FIGURE_MEDIAN, rows[i].median));
		row_text(page, row, "p90", figure_text(rq, FIGURE_P90, rows[i].p90));
		row_text(page, row, "late", figure_text(rq, FIGURE_LATE, rows[i].sums.late));
		row_text(page, row, "late_url", figures_url(rq, s, "/late", organ, item, NULL));
		row_text(page, row, "on_time", figure_text(rq, FIGURE_ON_TIME, figure_of(&rows[i].sums, FIGURE_ON_TIME)));
		row_text(page, row, "done_url", figures_url(rq, s, "/on_time", organ, item, NULL));
		if (shown <= ORGANS_DRAWN)
			chart_point(chart, rows[i].name, figures_url(rq, s, "/promises", organ, item, NULL),
			    (const long long[]){ rows[i].promised, rows[i].median, rows[i].p90 });
	}
	chart_close(chart);
}
