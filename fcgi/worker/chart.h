/*
 * chart.h - numbers as a drawing, with the table of the same numbers.
 *
 * The geometry is computed here into names; the markup, SVG without script or
 * inline style, is templates/parts/chart.cs: call:chart(chart).  Every chart
 * is set twice, for wide and for narrow screens, so that its letters can be
 * read at 320 px, and has its numbers as a table below it.  Series differ by
 * hatching, dashes and the shape of their points, never by colour alone.
 *
 *	struct chart *c = chart_open(page, "by_month", (struct chart_about){ .kind = CHART_COLUMNS,
 *	    .title = page_word(page, "stats.by_month"), .heading = page_word(page, "stats.month") });
 *	chart_series(c, page_word(page, "figure.received"));
 *	chart_series(c, page_word(page, "figure.done"));
 *	while (query_next(q))
 *		chart_point(c, month_text, "/stats/…", (const long long[]){ received, done });
 *	chart_close(c);
 */
#ifndef WORKER_CHART_H
#define WORKER_CHART_H

struct page;
struct chart;

enum chart_kind {
	CHART_BARS,		/* lying, a line each, for names: organs, items */
	CHART_COLUMNS,		/* standing, the series beside each other, for months */
	CHART_STACKED,		/* standing, the series on each other */
	CHART_LINES
};

/* Beyond these, series and points are left out of the drawing; the table has them all. */
enum { CHART_SERIES_MOST = 4, CHART_POINTS_MOST = 60, CHART_DECIMALS_MOST = 2 };

/* A number that is not known: no bar, and a line is broken. */
#define CHART_NONE	(-0x7fffffffffffffffLL)

struct chart_about {
	enum chart_kind kind;
	const char *title;	/* says what is seen; required */
	const char *heading;	/* of the table's first column */
	const char *unit;	/* printed after each number: "%"; or NULL */
	int decimals;		/* the numbers are in units of 10^-decimals: 975 with 1 is 97.5 */
	long long most;		/* the axis ends here; 0: where the numbers say */
};

/* name: the chart's node in the page. */
struct chart *chart_open(struct page *, const char *name, struct chart_about);
void chart_series(struct chart *, const char *label);
/* values: one of each series, none below nought.  url: where the label leads in the table, or NULL. */
void chart_point(struct chart *, const char *label, const char *url, const long long *values);
void chart_close(struct chart *);

#endif
