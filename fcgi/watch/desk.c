/* The desk: what was found in a time, by rule and by organ, each number leading to its list; and what waits. */
#include "fcgi/watch/supervise.h"

#include "base/arena.h"
#include "base/text.h"
#include "generated/queries/watch.h"

enum { ORGANS_MOST = 200 };

static const struct field period_fields[] = {
	{ "from_on", FIELD_DAY },
	{ "until_on", FIELD_DAY },
};
const struct form period_form = FORM(period_fields);

/* What was withdrawn counts no longer, and is told beside. */
struct tally {
	const char *key, *label;
	long long red, yellow, none, open, withdrawn;
};

struct tallies {
	struct tally rules[WATCH_RULE_COUNT];
	struct tally organs[ORGANS_MOST];
	size_t organ_count;
	struct tally all;
};

const char *
watch_area(struct request *rq)
{
	return request_reach(rq, MATTER_SUPERVISION);
}

void
watch_crumbs(struct page *page, const char *list, const char *text)
{
	page_crumb(page, "/watch/", "nav.home", NULL);
	if (text && text_is(list, "watch.findings"))
		page_crumb(page, "/watch/findings", list, NULL);
	else if (text && text_is(list, "watch.orders"))
		page_crumb(page, "/watch/orders", list, NULL);
	else if (text && text_is(list, "watch.letters"))
		page_crumb(page, "/watch/letters", list, NULL);
	else if (text && text_is(list, "watch.guides"))
		page_crumb(page, "/watch/guides", list, NULL);
	else if (!text)
		page_crumb(page, NULL, list, NULL);
	if (text)
		page_crumb(page, NULL, NULL, text);
}

const char *
watch_setting(struct request *rq, const char *name)
{
	struct query *q = query(rq, Q_WATCH_SETTING);

	query_text(q, "name", name);
	return query_next(q) ? query_get(q, "value") : "";
}

/* ---- counting ---- */

static void
tally_add(struct tally *t, const struct query *q)
{
	const char *state = query_get(q, "state"), *colour = query_get(q, "colour");
	long long found = query_get_number(q, "found");

	if (text_is(state, "withdrawn")) {
		t->withdrawn += found;
		return;
	}
	*(text_is(colour, "red") ? &t->red : text_is(colour, "yellow") ? &t->yellow : &t->none) += found;
	if (!text_is(state, "closed"))
		t->open += found;
}

static struct tally *
organ_tally(struct request *rq, struct tallies *t, const struct query *q)
{
	const char *code = query_get(q, "organ_code");

	if (t->organ_count == 0 || !text_is(t->organs[t->organ_count - 1].key, code)) {
		if (t->organ_count == ORGANS_MOST)
			return NULL;
		t->organs[t->organ_count++] = (struct tally){ .key = code, .label = query_said(rq, q, "organ_name") };
	}
	return &t->organs[t->organ_count - 1];
}

static struct tallies *
count(struct request *rq, const struct period *p)
{
	struct tallies *t = arena_get(rq->arena, sizeof *t);
	struct query *q = query(rq, Q_WATCH_COUNTS);
	struct tally *organ;
	enum watch_rule rule;

	query_text(q, "area", watch_area(rq));
	query_day(q, "from", p->from);
	query_day(q, "until", p->until);
	while (query_next(q)) {
		tally_add(&t->all, q);
		if (watch_named(query_get(q, "rule"), &rule))
			tally_add(&t->rules[rule], q);
		if ((organ = organ_tally(rq, t, q)) != NULL)
			tally_add(organ, q);
	}
	return t;
}

/* ---- showing ---- */

/* A number and the list behind it; narrowed: further conditions of the list. */
static void
cell_into(struct request *rq, struct page *page, const char *row, const char *name, long long number, const char *list,
    const char *narrowed)
{
	page_number(page, arena_format(rq->arena, "%s.%s", row, name), number);
	page_sub(page, row, arena_format(rq->arena, "%s_url", name),
	    number > 0 ? arena_format(rq->arena, "%s&%s", list, narrowed) : "");
}

static void
tally_into(struct request *rq, struct page *page, const char *row, const struct tally *t, const char *list)
{
	page_sub(page, row, "url", arena_format(rq->arena, "%s&state=counted", list));
	cell_into(rq, page, row, "red", t->red, list, "colour=red&state=counted");
	cell_into(rq, page, row, "yellow", t->yellow, list, "colour=yellow&state=counted");
	cell_into(rq, page, row, "none", t->none, list, "colour=none&state=counted");
	page_number(page, arena_format(rq->arena, "%s.open", row), t->open);
	cell_into(rq, page, row, "withdrawn", t->withdrawn, list, "state=withdrawn");
}

static void
rules_into(struct request *rq, struct page *page, const struct tallies *t, const char *time)
{
	for (size_t i = 0, n = 0; i < WATCH_RULE_COUNT; i++) {
		const char *row = arena_format(rq->arena, "rules.%zu", n), *name = watch_name((enum watch_rule)i);
		const struct tally *rule = &t->rules[i];

		if (rule->red + rule->yellow + rule->none + rule->withdrawn == 0)
			continue;
		page_sub(page, row, "number", watch_number((enum watch_rule)i));
		page_sub(page, row, "label", page_word_below(page, "watch_rule", name));
		tally_into(rq, page, row, rule, arena_format(rq->arena, "/watch/findings?rule=%s&%s", name, time));
		n++;
	}
}

static void
organs_rows_into(struct request *rq, struct page *page, const struct tallies *t, const char *time)
{
	for (size_t i = 0; i < t->organ_count; i++) {
		const char *row = arena_format(rq->arena, "organs.%zu", i);
		const struct tally *organ = &t->organs[i];
		const char *list = arena_format(rq->arena, "/watch/findings?organ=%s&%s", organ->key, time);

		page_sub(page, row, "label", organ->label);
		tally_into(rq, page, row, organ, list);
	}
}

static void
waits_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_WATCH_WAITS);

	query_text(q, "area", watch_area(rq));
	query_day(q, "today", rq->today);
	if (query_next(q))
		query_row_into(q, page, "waits");
}

enum reply
desk_show(struct request *rq, struct page *page)
{
	struct period p;
	struct tallies *t;
	const char *time;

	period_read(rq, &p);
	period_into(page, &p);
	time = period_query(rq, &p);
	t = count(rq, &p);
	waits_into(rq, page);
	tally_into(rq, page, "all", &t->all, arena_format(rq->arena, "/watch/findings?%s", time));
	rules_into(rq, page, t, time);
	organs_rows_into(rq, page, t, time);
	page_crumb(page, NULL, "nav.home", NULL);
	return REPLY_PAGE;
}

/* Every rule with its number: what it looks at, who answers, how it is mended. */
enum reply
rules_show(struct request *rq, struct page *page)
{
	for (size_t i = 0; i < WATCH_RULE_COUNT; i++) {
		const char *row = arena_format(rq->arena, "rules.%zu", i), *name = watch_name((enum watch_rule)i);
		enum watch_colour worst = watch_severity((enum watch_rule)i);

		page_sub(page, row, "number", watch_number((enum watch_rule)i));
		page_sub(page, row, "label", page_word_below(page, "watch_rule", name));
		page_sub(page, row, "evidence", page_word_below(page, "watch_looks", name));
		page_sub(page, row, "article", page_word_below(page, "watch_article", name));
		page_sub(page, row, "remedy", page_word_below(page, "watch_remedy", name));
		page_sub(page, row, "colour", watch_colour_name(worst));
		page_sub(page, row, "colour_level", worst == WATCH_RED ? "over" : worst == WATCH_YELLOW ? "near" : "");
		page_sub(page, row, "answerer", page_word_below(page, "watch_answerer",
		    watch_answerer_name(watch_answerer((enum watch_rule)i))));
	}
	watch_crumbs(page, "watch.rules", NULL);
	return REPLY_PAGE;
}
