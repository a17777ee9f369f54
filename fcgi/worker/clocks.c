#include "fcgi/worker/clocks.h"

#include "base/text.h"

enum {
	ROWS_MOST = 800,		/* days of a working that are written out */
	MONTHS_MOST = 25,		/* months that are drawn */
	WEEKS = 6, WEEK = 7
};

bool
clocks_terms(struct request *rq, uint64_t case_id, struct case_terms *t)
{
	return case_terms_load(rq->db, rq->arena, case_id, t);
}

const struct calendar *
clocks_calendar(struct request *rq, const struct case_terms *t)
{
	return t->now.calendar ? request_calendar_version(rq, t->now.calendar) : request_calendar(rq);
}

static const char *
number_text(struct request *rq, long long n)
{
	return arena_format(rq->arena, "%lld", n);
}

/* ---- how it stands ---- */

static const char *
tag_key(const struct deadline_state *s, struct deadline due)
{
	bool over = s->colour == DEADLINE_OVER;

	if (s->finished)
		return over ? s->over_days ? "due_tag.late" : "due_tag.late_hours" : "due_tag.kept";
	if (over)
		return s->over_days ? "due_tag.over" : "due_tag.over_hours";
	if (s->left_days)
		return "due_tag.left";
	return due.at == INSTANT_NONE ? "due_tag.today" : "due_tag.today_at";
}

void
clock_tag_into(struct request *rq, struct page *page, const char *name, const struct case_clock *clock)
{
	struct deadline_state s;
	int minute = instant_minute(clock->due.at);

	if (clock->paused && !clock->ended) {
		page_sub(page, name, "level", "paused");
		return;
	}
	if (!day_known(clock->due.on))
		return;
	s = deadline_judge_at(clock->basis.cal ? clock->basis.cal : request_calendar(rq), clock->from, clock->due,
	    clock->finished_at, rq->now, deadline_near_default);
	page_sub(page, name, "level", s.finished && s.colour == DEADLINE_NORMAL ? "done" : deadline_colour_name(s.colour));
	page_say(page, arena_format(rq->arena, "%s.text", name), tag_key(&s, clock->due),
	    "days", number_text(rq, s.over_days ? s.over_days : s.left_days),
	    "time", minute < 0 ? "" : arena_format(rq->arena, "%02d:%02d", minute / 60, minute % 60), NULL);
}

/* Since when it stands still, why, and how long it was said to take. */
static void
paused_into(struct request *rq, struct page *page, const struct case_terms *t)
{
	const struct calendar *cal = request_calendar(rq);
	const struct case_pause *open = case_pause_open(t);
	struct day since, until;

	if (!open || !state_open(t->state))
		return;
	since = t->pauses[open - t->about].from;
	page_text(page, "paused.kind", open->kind);
	page_text(page, "paused.reason", open->reason);
	page_day(page, "paused.since", since);
	page_say(page, "paused.text", "pause.since", "since", page_get(page, "paused.since.text"),
	    "kind", page_word(page, arena_format(rq->arena, "pause_kind.%s", open->kind)), NULL);
	page_text(page, "paused.until_text", "");
	if (open->expected_days == 0)
		return;
	until = calendar_add(cal, since, open->expected_days);
	page_number(page, "paused.expected_days", open->expected_days);
	page_day(page, "paused.until", until);
	page_flag(page, "paused.over", day_before(until, rq->today));
	page_flag(page, "paused.provisional", calendar_provisional(cal, until));
	page_say(page, "paused.until_text", day_before(until, rq->today) ? "pause.until_over" : "pause.until",
	    "days", number_text(rq, open->expected_days), "until", page_get(page, "paused.until.text"), NULL);
}

static void
clock_into(struct request *rq, struct page *page, const char *name, const struct case_clock *clock)
{
	page_sub(page, name, "key", clock->key);
	page_day(page, arena_format(rq->arena, "%s.due_on", name), clock->due.on);
	page_instant(page, arena_format(rq->arena, "%s.due_at", name), clock->due.at);
	page_flag(page, arena_format(rq->arena, "%s.paused", name), clock->paused && !clock->ended);
	page_flag(page, arena_format(rq->arena, "%s.provisional", name), clock->counted &&
	    clock->finished_at == INSTANT_NONE && calendar_provisional(request_calendar(rq), clock->due.on));
	clock_tag_into(rq, page, arena_format(rq->arena, "%s.tag", name), clock);
}

static size_t
clocks_fill(struct request *rq, struct page *page, const struct case_terms *t,
    void (*more)(struct request *, struct page *, const char *, const struct case_terms *, const struct case_clock *))
{
	struct case_clock clocks[CASE_CLOCKS_MOST];
	size_t count = case_clocks(clocks_calendar(rq, t), t, clocks);

	for (size_t i = 0; i < count; i++) {
		const char *name = arena_format(rq->arena, "clocks.%zu", i);

		clock_into(rq, page, name, &clocks[i]);
		if (more)
			more(rq, page, name, t, &clocks[i]);
	}
	paused_into(rq, page, t);
	return count;
}

size_t
clocks_into(struct request *rq, struct page *page, const struct case_terms *t)
{
	return clocks_fill(rq, page, t, NULL);
}

/* ---- day by day ---- */

/* The rows of one working, and the day it led to. */
struct working {
	struct deadline_row *rows;
	size_t count;
	struct day due;
};

static const char *
hours_text(struct request *rq, struct page *page, const char *key, int minutes)
{
	page_say(page, "hours_said", key, "hours", number_text(rq, minutes / 60),
	    "minutes", arena_format(rq->arena, "%02d", minutes % 60), NULL);
	return arena_text(rq->arena, page_get(page, "hours_said"));
}

static const char *
count_text(struct request *rq, struct page *page, const struct deadline_row *row)
{
	if (row->minutes > 0)
		return hours_text(rq, page, "due_page.hours_so_far", row->minutes_so_far);
	return row->ordinal ? number_text(rq, row->ordinal) : "";
}

/* What the day is, and by which article: a pause by its kind, an extension as what it is. */
static const char *
note_text(struct request *rq, struct page *page, const struct case_terms *t, const struct deadline_row *row)
{
	const char *article = page_word(page, arena_format(rq->arena, "article.%s", deadline_article_name(row->article)));
	const char *sign = page_word(page, "due_page.comma");

	if (row->pause >= 0)
		return arena_format(rq->arena, "%s%s%s", page_word(page, arena_format(rq->arena, "pause_kind.%s",
		    t->about[row->pause].kind)), sign, article);
	if (row->article == ARTICLE_LICENSING_42)
		return arena_format(rq->arena, "%s%s%s", page_word(page, "due_page.extension"), sign, article);
	return article;
}

static void
row_into(struct request *rq, struct page *page, const char *name, const struct case_terms *t,
    const struct deadline_row *row, struct day due)
{
	const char *day = arena_format(rq->arena, "%s.day", name);

	page_day(page, day, row->on);
	page_sub(page, name, "day_text", page_get(page, arena_format(rq->arena, "%s.text", day)));
	page_sub(page, name, "weekday", page_word(page, arena_format(rq->arena, "weekday.%d", day_weekday(row->on))));
	page_sub(page, name, "kind", deadline_why_name(row->why));
	page_sub(page, name, "note", note_text(rq, page, t, row));
	page_sub(page, name, "count", count_text(rq, page, row));
	page_sub(page, name, "took", row->minutes > 0 ? hours_text(rq, page, "due_page.hours", row->minutes) : "");
	page_flag(page, arena_format(rq->arena, "%s.provisional", name), row->provisional);
	page_flag(page, arena_format(rq->arena, "%s.due", name), day_same(row->on, due));
}

/* ---- month by month ---- */

static const struct deadline_row *
row_on(const struct working *w, struct day d)
{
	for (size_t i = 0; i < w->count; i++)
		if (day_same(w->rows[i].on, d))
			return &w->rows[i];
	return NULL;
}

static void
cell_into(struct request *rq, struct page *page, const char *name, const struct working *w, struct day d)
{
	const struct deadline_row *row = row_on(w, d);

	page_number(page, arena_format(rq->arena, "%s.number", name), day_civil(d).day);
	page_sub(page, name, "kind", row ? deadline_why_name(row->why) : "");
	page_sub(page, name, "count", row ? row->minutes > 0 ? hours_text(rq, page, "due_page.hours", row->minutes)
	    : row->ordinal ? number_text(rq, row->ordinal) : "" : "");
	page_sub(page, name, "mark", row ? page_word(page, arena_format(rq->arena, "day_mark.%s",
	    deadline_why_name(row->why))) : "");
	page_flag(page, arena_format(rq->arena, "%s.due", name), day_same(d, w->due));
	page_flag(page, arena_format(rq->arena, "%s.today", name), day_same(d, rq->today));
	page_flag(page, arena_format(rq->arena, "%s.provisional", name), row && row->provisional);
}

static void
month_into(struct request *rq, struct page *page, const char *name, const struct working *w, struct day first)
{
	struct civil c = day_civil(first);
	int before = day_weekday(first) - 1, length = day_month_length(c.year, c.month);

	page_say(page, arena_format(rq->arena, "%s.title", name), "due_page.month", "year", number_text(rq, c.year),
	    "month", page_word(page, arena_format(rq->arena, "month.%d", c.month)), NULL);
	for (int place = 0; place < WEEKS * WEEK && place - before < length; place++) {
		const char *cell = arena_format(rq->arena, "%s.weeks.%d.cells.%d", name, place / WEEK, place % WEEK);

		if (place < before)
			page_sub(page, cell, "number", "");
		else
			cell_into(rq, page, cell, w, day_add(first, place - before));
	}
	for (int place = before + length; place % WEEK; place++)
		page_sub(page, arena_format(rq->arena, "%s.weeks.%d.cells.%d", name, place / WEEK, place % WEEK),
		    "number", "");
}

static void
months_into(struct request *rq, struct page *page, const char *name, const struct working *w)
{
	struct civil c = day_civil(w->rows[0].on);
	struct day first = day_make(c.year, c.month, 1);

	for (size_t n = 0; n < MONTHS_MOST && !day_before(w->rows[w->count - 1].on, first); n++) {
		month_into(rq, page, arena_format(rq->arena, "%s.months.%zu", name, n), w, first);
		first = day_add_months(first, 1);
	}
}

/* ---- the whole ---- */

static void
pauses_into(struct request *rq, struct page *page, const char *name, const struct case_terms *t)
{
	for (size_t i = 0; i < t->pause_count; i++) {
		const char *row = arena_format(rq->arena, "%s.pauses.%zu", name, i);

		page_sub(page, row, "kind", t->about[i].kind);
		page_day(page, arena_format(rq->arena, "%s.from_on", row), t->pauses[i].from);
		page_day(page, arena_format(rq->arena, "%s.to_on", row), t->pauses[i].to);
		page_say(page, arena_format(rq->arena, "%s.text", row), day_known(t->pauses[i].to)
		    ? "due_page.pause_span" : "due_page.pause_open",
		    "from", page_get(page, arena_format(rq->arena, "%s.from_on.text", row)),
		    "to", page_get(page, arena_format(rq->arena, "%s.to_on.text", row)), NULL);
	}
}

static void
limit_into(struct request *rq, struct page *page, const char *name, const struct case_clock *clock)
{
	page_say(page, arena_format(rq->arena, "%s.limit_text", name),
	    arena_format(rq->arena, "span.%s", deadline_unit_name(clock->basis.term.unit)),
	    "n", number_text(rq, clock->basis.term.count), NULL);
	if (clock->basis.extended > 0)
		page_say(page, arena_format(rq->arena, "%s.extended_text", name), "due_page.extended",
		    "days", number_text(rq, clock->basis.extended), NULL);
}

static struct working
work_out(struct request *rq, const struct case_clock *clock)
{
	struct working w = { arena_array(rq->arena, struct deadline_row, ROWS_MOST), 0, clock->due.on };

	w.count = deadline_explain(&clock->basis, w.rows, ROWS_MOST);
	if (w.count > ROWS_MOST)
		w.count = ROWS_MOST;
	return w;
}

static void
working_into(struct request *rq, struct page *page, const char *name, const struct case_terms *t,
    const struct case_clock *clock)
{
	struct working w;

	page_day(page, arena_format(rq->arena, "%s.from", name), clock->from);
	if (!clock->counted)
		return;
	page_instant(page, arena_format(rq->arena, "%s.from_at", name), clock->basis.made);
	page_flag(page, arena_format(rq->arena, "%s.hours", name), clock->due.at != INSTANT_NONE);
	limit_into(rq, page, name, clock);
	if (clock->basis.pause_count > 0)
		pauses_into(rq, page, name, t);
	if (clock->paused)
		return;
	w = work_out(rq, clock);
	if (w.count == 0)
		return;
	/* Fixed under a calendar that has changed since, and not computed anew because it was over by then. */
	page_flag(page, arena_format(rq->arena, "%s.moved", name), w.count < ROWS_MOST &&
	    !day_same(w.rows[w.count - 1].on, w.due));
	for (size_t i = 0; i < w.count; i++)
		row_into(rq, page, arena_format(rq->arena, "%s.days.%zu", name, i), t, &w.rows[i], w.due);
	months_into(rq, page, name, &w);
}

size_t
clocks_working_into(struct request *rq, struct page *page, const struct case_terms *t)
{
	page_say(page, "calendar_text", "due_page.calendar", "version", number_text(rq, clocks_calendar(rq, t)->version),
	    NULL);
	return clocks_fill(rq, page, t, working_into);
}
