/* scores.c - 通报: how each organ did in a quarter, with the working of every part (rules/score.h). */
#include "fcgi/watch/figures.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/late.h"
#include "rules/score.h"

#include <stdlib.h>

enum { QUARTERS_CHOSEN = 8 };

static const struct field fields[] = {
	{ "quarter", FIELD_DAY },		/* any day of it */
	{ "print", FIELD_FLAG },
};
const struct form scores_form = FORM(fields);

struct ranked {
	const struct figures_organ *organ;
	struct score_counts counts;
	struct score score;
};

static struct day
quarter_of(struct day d)
{
	struct civil c = day_civil(d);

	return day_make(c.year, (c.month - 1) / 3 * 3 + 1, 1);
}

static const char *
quarter_text(struct request *rq, struct day quarter)
{
	struct civil c = day_civil(quarter);

	return arena_format(rq->arena, "%d-Q%d", c.year, (c.month + 2) / 3);
}

/* The one asked for, never after this one; else the last that is over. */
static struct day
quarter_asked(struct request *rq)
{
	struct day now = quarter_of(rq->today), asked = form_day(rq, "quarter");

	if (!day_known(asked))
		return figure_month_add(now, -3);
	return day_before(now, asked) ? now : quarter_of(asked);
}

static void
weights_load(struct request *rq, int weights[static SCORE_PART_COUNT])
{
	struct query *q = query(rq, Q_SCORE_WEIGHTS);

	score_weights_read(query_next(q) ? query_get(q, "value") : "", weights);
}

/* Best first; of equals, who had more to do. */
static int
ranked_compare(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->score.total != y->score.total)
		return x->score.total > y->score.total ? -1 : 1;
	return x->counts.done > y->counts.done ? -1 : x->counts.done < y->counts.done;
}

static size_t
rank(struct request *rq, struct day quarter, const int weights[static SCORE_PART_COUNT], struct ranked **list)
{
	struct figures_scope s = figures_of_officer(rq);
	struct figures_organ *organs;
	size_t n, kept = 0;

	s.from = quarter;
	s.until = figure_month_add(quarter, 2);
	n = figures_organs(rq, &s, &organs);
	*list = arena_array(rq->arena, struct ranked, n + 1);
	for (size_t i = 0; i < n; i++) {
		const struct figures_organ *o = &organs[i];
		struct ranked one = { .organ = o, .counts = { o->sums.received, o->sums.returned, o->sums.done, o->sums.timed,
		    o->sums.late, o->median, o->promised, o->ratings, o->levels, o->red } };

		if (one.counts.done + one.counts.received == 0)
			continue;
		one.score = score_of(&one.counts, weights);
		(*list)[kept++] = one;
	}
	qsort(*list, kept, sizeof(**list), ranked_compare);
	return kept;
}

static const char *
points(struct request *rq, long long tenths)
{
	return tenths == FIGURE_NONE ? "–" : arena_format(rq->arena, "%lld.%lld", tenths / 10, tenths % 10);
}

static const char *
count_text(struct request *rq, long long n)
{
	return n == FIGURE_NONE ? "–" : arena_format(rq->arena, "%lld", n);
}

/* "33 of 40 in time: 97.5": a sentence a part, in the visitor's language. */
static void
working_into(struct request *rq, struct page *page, struct node *row, enum score_part part, const struct ranked *r)
{
	const struct score_counts *c = &r->counts;

	row_say(page, row, "working", arena_format(rq->arena, "score_working.%s", score_part_name(part)),
	    "done", count_text(rq, c->done), "timed", count_text(rq, c->timed), "late", count_text(rq, c->late),
	    "received", count_text(rq, c->received), "returned", count_text(rq, c->returned),
	    "median", count_text(rq, c->median), "promised", count_text(rq, c->promised),
	    "ratings", count_text(rq, c->ratings),
	    "mean", figure_text(rq, FIGURE_RATING, figure_mean(c->levels, c->ratings)), "red", count_text(rq, c->red), NULL);
}

static void
ranked_into(struct request *rq, struct page *page, size_t n, const struct ranked *r, const int weights[static SCORE_PART_COUNT],
    struct day quarter)
{
	const char *row = arena_format(rq->arena, "scores.%zu", n);
	char from[DAY_TEXT], until[DAY_TEXT];

	page_sub(page, row, "rank", arena_format(rq->arena, "%zu", n + 1));
	page_sub(page, row, "name", r->organ->name);
	page_sub(page, row, "total", points(rq, r->score.total));
	page_sub(page, row, "url", arena_format(rq->arena, "/watch/figures?organ=%s&from_on=%s&until_on=%s", r->organ->code,
	    day_print(quarter, from), day_print(figure_month_add(quarter, 2), until)));
	for (int i = 0; i < SCORE_PART_COUNT; i++) {
		struct node *cell = page_row(page, arena_format(rq->arena, "%s.parts", row), (size_t)i);

		row_text(page, cell, "label", page_word_below(page, "score_part", score_part_name((enum score_part)i)));
		row_text(page, cell, "points", points(rq, r->score.parts[i]));
		row_text(page, cell, "weight", arena_format(rq->arena, "%d", weights[i]));
		working_into(rq, page, cell, (enum score_part)i, r);
	}
}

static void
quarters_choose(struct request *rq, struct page *page, struct day chosen)
{
	struct day quarter = quarter_of(rq->today);
	char text[DAY_TEXT];

	for (size_t i = 0; i < QUARTERS_CHOSEN; i++, quarter = figure_month_add(quarter, -3)) {
		struct node *row = page_row(page, "choices.quarter", i);

		row_text(page, row, "value", arena_text(rq->arena, day_print(quarter, text)));
		row_text(page, row, "label", quarter_text(rq, quarter));
		row_text(page, row, "checked", day_same(quarter, chosen) ? "1" : "");
	}
}

enum reply
watch_scores(struct request *rq, struct page *page)
{
	struct day quarter = quarter_asked(rq);
	int weights[SCORE_PART_COUNT];
	struct ranked *list;
	char text[DAY_TEXT];
	size_t n;

	weights_load(rq, weights);
	n = rank(rq, quarter, weights, &list);
	for (size_t i = 0; i < n; i++)
		ranked_into(rq, page, i, &list[i], weights, quarter);
	for (int i = 0; i < SCORE_PART_COUNT; i++) {
		struct node *row = page_row(page, "parts", (size_t)i);

		row_text(page, row, "label", page_word_below(page, "score_part", score_part_name((enum score_part)i)));
		row_text(page, row, "means", page_word_below(page, "score_means", score_part_name((enum score_part)i)));
		row_text(page, row, "weight", arena_format(rq->arena, "%d", weights[i]));
	}
	quarters_choose(rq, page, quarter);
	page_say(page, "scores_title", "scores.title", "quarter", quarter_text(rq, quarter), NULL);
	day_print(quarter, text);
	page_text(page, "csv_url", arena_format(rq->arena, "/watch/scores.csv?quarter=%s", text));
	page_text(page, "xlsx_url", arena_format(rq->arena, "/watch/scores.xlsx?quarter=%s", text));
	page_text(page, "print_url", arena_format(rq->arena, "/watch/scores?quarter=%s&print=1", text));
	page_crumb(page, "/watch/", "nav.home", NULL);
	page_crumb(page, "/watch/figures", "nav.figures", NULL);
	page_crumb(page, "", "title.watch_scores", NULL);
	return REPLY_PAGE;
}

enum reply
watch_scores_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "code", "name", "on_time", "speed", "guide", "rating", "cards", "score", "received",
	    "returned", "done", "timed", "late", "median", "promised", "ratings", "levels", "red", NULL };
	struct sheet *sheet = sheet_open(rq, page, "scores", heads);
	int weights[SCORE_PART_COUNT];
	struct ranked *list;
	size_t n;

	weights_load(rq, weights);
	n = rank(rq, quarter_asked(rq), weights, &list);
	for (size_t i = 0; i < n && sheet_row(sheet); i++) {
		const struct score_counts *c = &list[i].counts;
		const long long counts[] = { c->received, c->returned, c->done, c->timed, c->late, c->median, c->promised,
		    c->ratings, c->levels, c->red };

		sheet_text(sheet, list[i].organ->code);
		sheet_text(sheet, list[i].organ->name);
		for (int p = 0; p <= SCORE_PART_COUNT; p++) {
			long long tenths = p < SCORE_PART_COUNT ? list[i].score.parts[p] : list[i].score.total;

			if (tenths == FIGURE_NONE)
				sheet_text(sheet, "");
			else
				sheet_decimal(sheet, tenths * 10);
		}
		for (size_t k = 0; k < sizeof(counts) / sizeof(counts[0]); k++)
			if (counts[k] == FIGURE_NONE)
				sheet_text(sheet, "");
			else
				sheet_number(sheet, counts[k]);
	}
	return sheet_close(sheet);
}
