/* catalogue.c - the list of items: searched, narrowed by facets, sorted, turned. */
#include "fcgi/public/catalogue.h"

#include "base/bigram.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/public/pages.h"
#include "generated/queries/public.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { PER_PAGE = 20, CHOICES_SHOWN = 8, CHOICES_MOST = 120, NOT_FOUND_RANK = 0 };

static const char *const sides[] = { "person", "enterprise", NULL };
static const char *const levels[] = { "1", "2", "3", "4", "5", "6", "7", NULL };
static const char *const depths[] = { "full", "originals", "precheck", "none", NULL };
static const char *const sorts[] = { "best", "name", "limit", NULL };

static const struct field items_fields[] = {
	{ "q", FIELD_TEXT, .most = 100 },
	{ "who", FIELD_CHOICE, .choices = sides },
	{ "theme", FIELD_CODES },
	{ "organ", FIELD_CODES },
	{ "area", FIELD_CODES },
	{ "level", FIELD_MANY, .choices = levels },
	{ "online", FIELD_MANY, .choices = depths },
	{ "sort", FIELD_CHOICE, .choices = sorts },
	{ "page", FIELD_NUMBER, .least = 1, .most = 100000 },
};
const struct form items_form = FORM(items_fields);

/* What is asked of the list, and what each item answers. */
struct asked {
	struct request *rq;
	const struct shelf *shelf;
	const char *q;
	unsigned char *rank;		/* by item: 0 not found, higher is better */
};

static bool
bit_is(uint64_t bits, size_t i)
{
	return i < THEMES_MOST && (bits >> i & 1) != 0;
}

/* ---- search ---- */

static bool
ascii_letters(const char *s)
{
	return *s != '\0' && s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")] == '\0';
}

/* Titles, initials and codes are compared here; a whole title beats its beginning, that a part of it. */
static unsigned char
title_rank(const struct shelf_item *item, const char *q, bool letters)
{
	const char *at = strcasestr(item->title, q);

	if (strcasecmp(item->title, q) == 0 || strcasecmp(item->code, q) == 0)
		return 6;
	if (at == item->title)
		return 5;
	if (at != NULL || strcasestr(item->title_en, q) != NULL)
		return 4;
	if (letters && strncasecmp(item->initials, q, strlen(q)) == 0)
		return 4;
	if (letters && strlen(q) >= 2 && strcasestr(item->initials, q) != NULL)
		return 3;
	if (letters && strlen(q) >= 6 && strcasestr(item->code, q) != NULL)
		return 2;
	return NOT_FOUND_RANK;
}

static void
text_ranks(struct asked *a)
{
	struct text words;
	struct query *q;

	text_init(&words);
	text_add(&words, "");
	if (bigram_query(&words, a->q) != BIGRAM_NOTHING) {
		q = query(a->rq, Q_CATALOGUE_SEARCH);
		query_text(q, "words", words.start);
		while (query_next(q)) {
			uint64_t version = (uint64_t)query_get_number(q, "version_id");
			for (size_t i = 0; i < a->shelf->item_count; i++)
				if (a->shelf->items[i].version_id == version && a->rank[i] == NOT_FOUND_RANK)
					a->rank[i] = 1;
		}
	}
	text_free(&words);
}

static void
ranks_fill(struct asked *a)
{
	bool letters = ascii_letters(a->q);

	a->rank = arena_get(a->rq->arena, a->shelf->item_count + 1);
	if (*a->q == '\0') {
		memset(a->rank, 1, a->shelf->item_count);
		return;
	}
	for (size_t i = 0; i < a->shelf->item_count; i++)
		a->rank[i] = title_rank(&a->shelf->items[i], a->q, letters);
	text_ranks(a);
}

/* ---- facets ---- */

enum facet { FACET_WHO, FACET_THEME, FACET_ORGAN, FACET_AREA, FACET_LEVEL, FACET_ONLINE, FACET_COUNT };

static const char *const facet_names[] = { "who", "theme", "organ", "area", "level", "online" };

/* How many choices a facet has, and what each is called in addresses and on the page. */
static size_t
choice_count(const struct asked *a, enum facet facet)
{
	switch (facet) {
	case FACET_WHO:
		return 2;
	case FACET_THEME:
		return a->shelf->theme_count;
	case FACET_ORGAN:
		return a->shelf->organ_count;
	case FACET_AREA:
		return a->shelf->area_count;
	case FACET_LEVEL:
		return 7;
	default:
		return 4;
	}
}

static const char *
choice_value(const struct asked *a, enum facet facet, size_t i)
{
	switch (facet) {
	case FACET_WHO:
		return sides[i];
	case FACET_THEME:
		return a->shelf->themes[i].code;
	case FACET_ORGAN:
		return a->shelf->organs[i].code;
	case FACET_AREA:
		return a->shelf->areas[i].code;
	case FACET_LEVEL:
		return levels[i];
	default:
		return depths[i];
	}
}

static const char *
choice_label(const struct asked *a, struct page *page, enum facet facet, size_t i)
{
	const struct shelf_name *name = NULL;
	const char *key = "";

	if (facet == FACET_THEME)
		name = &a->shelf->themes[i];
	else if (facet == FACET_ORGAN)
		name = &a->shelf->organs[i];
	else if (facet == FACET_AREA)
		name = &a->shelf->areas[i];
	if (name != NULL)
		return shelf_name_in(a->rq, name->name, name->name_en);
	if (facet == FACET_WHO)
		key = arena_format(a->rq->arena, "side.%s", sides[i]);
	else if (facet == FACET_LEVEL)
		key = arena_format(a->rq->arena, "level.%s", levels[i]);
	else
		key = arena_format(a->rq->arena, "online_depth.%s", depths[i]);
	return page_word(page, key);
}

static bool
item_has(const struct asked *a, const struct shelf_item *item, enum facet facet, size_t i)
{
	switch (facet) {
	case FACET_WHO:
		return (item->audiences & (i == 0 ? AUDIENCE_PERSON : AUDIENCE_ENTERPRISE | AUDIENCE_BODY)) != 0;
	case FACET_THEME:
		return bit_is(item->themes, i);
	case FACET_ORGAN:
		return item->organ == i;
	case FACET_AREA:
		return item->area == i;
	case FACET_LEVEL:
		return item->level == *levels[i];
	default:
		return text_is(item->depth, depths[i]);
	}
	(void)a;
}

/* chosen[facet]: the indexes asked for; none means any. */
struct chosen {
	size_t *index[FACET_COUNT];
	size_t count[FACET_COUNT];
};

static void
chosen_read(const struct asked *a, struct chosen *chosen)
{
	for (enum facet f = 0; f < FACET_COUNT; f++) {
		size_t n = choice_count(a, f);

		chosen->index[f] = arena_array(a->rq->arena, size_t, n + 1);
		chosen->count[f] = 0;
		for (size_t i = 0; i < n; i++)
			if (form_has(a->rq, facet_names[f], choice_value(a, f, i)))
				chosen->index[f][chosen->count[f]++] = i;
		/* Asked for something nobody has: nothing is found, rather than everything. */
		if (chosen->count[f] == 0 && *form_get(a->rq, facet_names[f]) != '\0')
			chosen->index[f][chosen->count[f]++] = n;
	}
}

static bool
facet_passes(const struct asked *a, const struct chosen *chosen, const struct shelf_item *item, enum facet f)
{
	for (size_t c = 0; c < chosen->count[f]; c++)
		if (chosen->index[f][c] < choice_count(a, f) && item_has(a, item, f, chosen->index[f][c]))
			return true;
	return chosen->count[f] == 0;
}

/* Whether an item passes all facets but one (FACET_COUNT: all of them). */
static bool
passes_but(const struct asked *a, const struct chosen *chosen, size_t i, enum facet but)
{
	if (a->rank[i] == NOT_FOUND_RANK)
		return false;
	for (enum facet f = 0; f < FACET_COUNT; f++)
		if (f != but && !facet_passes(a, chosen, &a->shelf->items[i], f))
			return false;
	return true;
}

static bool
is_chosen(const struct chosen *chosen, enum facet f, size_t choice)
{
	for (size_t c = 0; c < chosen->count[f]; c++)
		if (chosen->index[f][c] == choice)
			return true;
	return false;
}

struct counted {
	size_t choice;
	size_t items;
	bool chosen;
};

static int
by_items(const void *a, const void *b)
{
	const struct counted *x = a, *y = b;

	if (x->chosen != y->chosen)
		return y->chosen - x->chosen;
	if (x->items != y->items)
		return x->items < y->items ? 1 : -1;
	return (x->choice > y->choice) - (x->choice < y->choice);
}

static struct counted *
facet_counts(const struct asked *a, const struct chosen *chosen, enum facet f, size_t n)
{
	struct counted *counts = arena_array(a->rq->arena, struct counted, n + 1);

	for (size_t c = 0; c < n; c++)
		counts[c] = (struct counted){ .choice = c, .chosen = is_chosen(chosen, f, c) };
	for (size_t i = 0; i < a->shelf->item_count; i++) {
		const struct shelf_item *item = &a->shelf->items[i];

		if (!passes_but(a, chosen, i, f))
			continue;
		if (f == FACET_ORGAN && item->organ < n)
			counts[item->organ].items++;
		else if (f == FACET_AREA && item->area < n)
			counts[item->area].items++;
		else if (f != FACET_ORGAN && f != FACET_AREA)
			for (size_t c = 0; c < n; c++)
				counts[c].items += item_has(a, item, f, c);
	}
	if (f != FACET_WHO && f != FACET_LEVEL && f != FACET_ONLINE)
		qsort(counts, n, sizeof(*counts), by_items);
	return counts;
}

/* Themes of the two sides bear the same names: each side has its own facet.  SIDE_ANY: all choices. */
enum side { SIDE_PERSON, SIDE_ENTERPRISE, SIDE_ANY };

static bool
choice_drawn(const struct asked *a, enum facet f, enum side side, const struct counted *c)
{
	if (c->items == 0 && !c->chosen)
		return false;
	return side == SIDE_ANY || f != FACET_THEME || a->shelf->themes[c->choice].enterprise == (side == SIDE_ENTERPRISE);
}

static void
choice_into(const struct asked *a, struct page *page, enum facet f, const struct counted *c, const char *name)
{
	const char *value = choice_value(a, f, c->choice);

	page_sub(page, name, "label", choice_label(a, page, f, c->choice));
	page_sub(page, name, "count", arena_format(a->rq->arena, "%zu", c->items));
	page_sub(page, name, "url", c->chosen ? page_url_without(page, facet_names[f], value) :
	    page_url_adding(page, facet_names[f], value));
	page_sub(page, name, "checked", c->chosen ? "1" : "");
}

/* The first choices are shown, the others behind one more press.  One choice that would change nothing is none. */
static void
facet_into(const struct asked *a, const struct chosen *chosen, struct page *page, enum facet f, enum side side,
    const char *key, size_t found)
{
	size_t n = choice_count(a, f), drawn = 0, only = 0;
	struct counted *counts = facet_counts(a, chosen, f, n);
	const char *facet = arena_format(a->rq->arena, "facets.%s", key), *list;

	for (size_t c = 0; c < n; c++)
		if (choice_drawn(a, f, side, &counts[c])) {
			only = c;
			drawn++;
		}
	if (drawn == 0 || (drawn == 1 && !counts[only].chosen && counts[only].items == found))
		return;
	page_sub(page, facet, "key", key);
	drawn = 0;
	for (size_t c = 0; c < n && drawn < CHOICES_MOST; c++) {
		if (!choice_drawn(a, f, side, &counts[c]))
			continue;
		list = drawn < CHOICES_SHOWN ? "choices" : "more";
		choice_into(a, page, f, &counts[c], arena_format(a->rq->arena, "%s.%s.%zu", facet, list,
		    drawn < CHOICES_SHOWN ? drawn : drawn - CHOICES_SHOWN));
		drawn++;
	}
}

static void
facets_into(const struct asked *a, const struct chosen *chosen, struct page *page, size_t found)
{
	const char *who = form_get(a->rq, "who");

	if (!text_is(who, "enterprise"))
		facet_into(a, chosen, page, FACET_THEME, SIDE_PERSON, "theme_person", found);
	if (!text_is(who, "person"))
		facet_into(a, chosen, page, FACET_THEME, SIDE_ENTERPRISE, "theme_enterprise", found);
	for (enum facet f = FACET_ORGAN; f < FACET_COUNT; f++)
		facet_into(a, chosen, page, f, SIDE_ANY, facet_names[f], found);
}

/* Person or enterprise: always in sight, beside all. */
static void
tabs_into(const struct asked *a, const struct chosen *chosen, struct page *page)
{
	struct counted *counts = facet_counts(a, chosen, FACET_WHO, 2);
	const char *who = form_get(a->rq, "who");
	size_t all = 0;

	for (size_t i = 0; i < a->shelf->item_count; i++)
		all += passes_but(a, chosen, i, FACET_WHO);
	for (size_t i = 0; i < 3; i++) {
		const char *name = arena_format(a->rq->arena, "tabs.%zu", i), *side = i == 0 ? "" : sides[i - 1];

		page_sub(page, name, "label", page_word(page, i == 0 ? "side.all" :
		    arena_format(a->rq->arena, "side.%s", side)));
		page_sub(page, name, "count", arena_format(a->rq->arena, "%zu", i == 0 ? all : counts[i - 1].items));
		page_sub(page, name, "url", page_url_with(page, "who", side));
		page_sub(page, name, "current", text_is(who, side) ? "1" : "");
	}
}

static void
chips_into(const struct asked *a, const struct chosen *chosen, struct page *page)
{
	size_t n = 0;
	char name[64];

	if (*a->q != '\0') {
		page_sub(page, "chips.0", "label", a->q);
		page_sub(page, "chips.0", "url", page_url_with(page, "q", NULL));
		n++;
	}
	for (enum facet f = FACET_THEME; f < FACET_COUNT; f++)
		for (size_t c = 0; c < chosen->count[f]; c++) {
			if (chosen->index[f][c] >= choice_count(a, f))
				continue;
			snprintf(name, sizeof(name), "chips.%zu", n++);
			page_sub(page, name, "label", choice_label(a, page, f, chosen->index[f][c]));
			page_sub(page, name, "url",
			    page_url_without(page, facet_names[f], choice_value(a, f, chosen->index[f][c])));
		}
	if (n > 1)
		page_text(page, "chips_clear_url", *form_get(a->rq, "who") == '\0' ? "/items" :
		    arena_format(a->rq->arena, "/items?who=%s", form_get(a->rq, "who")));
}

/* ---- order ---- */

static const struct asked *ordered;	/* qsort has no argument of ours */
static char order_sort;

static long long
limit_hours(const struct shelf_item *item)
{
	static const struct { const char *unit; long long hours; } units[] = {
		{ "hour", 1 }, { "workday", 24 }, { "day", 17 }, { "month", 500 }, { "year", 6000 },
	};

	if (item->limit < 0)
		return item->handling[0] == '1' ? 0 : 1LL << 40;
	for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
		if (text_is(item->unit, units[i].unit))
			return item->limit * units[i].hours;
	return 1LL << 40;
}

static int
by_asked(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	const struct shelf_item *p = &ordered->shelf->items[x], *q = &ordered->shelf->items[y];

	if (order_sort == 'l' && limit_hours(p) != limit_hours(q))
		return limit_hours(p) < limit_hours(q) ? -1 : 1;
	if (order_sort == 'b' && ordered->rank[x] != ordered->rank[y])
		return ordered->rank[y] - ordered->rank[x];
	if (order_sort == 'b' && p->applies != q->applies)
		return q->applies - p->applies;
	return (x > y) - (x < y);		/* the shelf is in the order of pinyin */
}

static void
sorts_into(struct page *page, const char *sort)
{
	char name[32];

	for (size_t i = 0; sorts[i] != NULL; i++) {
		snprintf(name, sizeof(name), "sorts.%zu", i);
		page_sub(page, name, "key", sorts[i]);
		page_sub(page, name, "url", page_url_with(page, "sort", i == 0 ? NULL : sorts[i]));
		page_sub(page, name, "current", text_is(sort, sorts[i]) ? "1" : "");
	}
}

/* ---- the page ---- */

static size_t
found_list(const struct asked *a, const struct chosen *chosen, size_t **found)
{
	size_t n = 0;

	*found = arena_array(a->rq->arena, size_t, a->shelf->item_count + 1);
	for (size_t i = 0; i < a->shelf->item_count; i++)
		if (passes_but(a, chosen, i, FACET_COUNT))
			(*found)[n++] = i;
	return n;
}

/* No two lists bear the same title: what is asked, the side, the page. */
static void
title_into(const struct asked *a, struct page *page, long long number)
{
	const char *who = form_get(a->rq, "who"), *label, *digits = arena_format(a->rq->arena, "%lld", number);
	struct text title;

	page_text(page, "heading", page_word(page, *who == '\0' ? "title.public_items" :
	    arena_format(a->rq->arena, "catalogue.heading_%s", who)));
	text_init(&title);
	text_add(&title, "");
	for (size_t i = 0; *(label = page_get(page, arena_format(a->rq->arena, "chips.%zu.label", i))) != '\0'; i++) {
		text_add(&title, label);
		text_add(&title, " - ");
	}
	text_add(&title, page_get(page, "heading"));
	if (number > 1) {
		page_say(page, "page.number", "catalogue.page", "n", digits, NULL);
		text_add(&title, " - ");
		text_add(&title, page_get(page, "page.number"));
	}
	page_text(page, "page.title", title.start);
	text_free(&title);
	page_text(page, "page.canonical", arena_format(a->rq->arena, "%s%s", request_site(a->rq),
	    page_url_with(page, "page", number > 1 ? digits : NULL)));
}

/* Nothing was found: how much there would be without the facets, and what others look for. */
static void
nothing_into(const struct asked *a, struct page *page)
{
	struct query *q = query(a->rq, Q_HOME_SETTINGS);
	size_t everywhere = 0;
	struct text url;

	for (size_t i = 0; i < a->shelf->item_count; i++)
		everywhere += a->rank[i] != NOT_FOUND_RANK;
	page_flag(page, "nothing", true);
	page_text(page, "nothing.q", a->q);
	text_init(&url);
	text_add(&url, "?q=");
	text_add_url(&url, a->q);
	if (everywhere > 0) {
		page_say(page, "nothing.wider", *a->q == '\0' ? "catalogue.wider" : "catalogue.wider_q", "q", a->q, "n",
		    arena_format(a->rq->arena, "%zu", everywhere), NULL);
		page_text(page, "nothing.wider_url", *a->q == '\0' ? "/items" :
		    arena_format(a->rq->arena, "/items%s", url.start));
	}
	if (*a->q != '\0') {
		page_say(page, "nothing.open_text", "catalogue.tip_open", "q", a->q, NULL);
		page_text(page, "nothing.open_url", arena_format(a->rq->arena, "/open/%s", url.start));
	}
	text_free(&url);
	while (query_next(q))
		if (text_is(query_get(q, "name"), "home.words"))
			hot_words_into(a->rq, page, query_get(q, "value"));
}

/* Cards of one page; the number of the page shown, the last when a later one is asked for. */
static long long
cards_into(const struct asked *a, struct page *page, const size_t *found, size_t count)
{
	long long number = form_number(a->rq, "page"), last = (long long)((count + PER_PAGE - 1) / PER_PAGE);
	size_t first;

	number = number > last ? last : number;
	number = number < 1 ? 1 : number;
	first = (size_t)(number - 1) * PER_PAGE;
	for (size_t i = first; i < count && i < first + PER_PAGE; i++)
		card_into(a->rq, page, a->shelf, &a->shelf->items[found[i]],
		    arena_format(a->rq->arena, "items.%zu", i - first));
	page_pager(page, number, PER_PAGE, (long long)count);
	return number;
}

enum reply
items_list(struct request *rq, struct page *page)
{
	struct asked a = { .rq = rq, .shelf = shelf_now(rq), .q = form_get(rq, "q") };
	const char *sort = *form_get(rq, "sort") == '\0' ? sorts[0] : form_get(rq, "sort");
	size_t *found, count;
	struct chosen chosen;
	long long number;

	if (a.shelf == NULL)
		return REPLY_PAGE;		/* the machine fails; the loop says so */
	ranks_fill(&a);
	chosen_read(&a, &chosen);
	count = found_list(&a, &chosen, &found);
	ordered = &a;
	order_sort = *sort;
	qsort(found, count, sizeof(*found), by_asked);
	number = cards_into(&a, page, found, count);
	facets_into(&a, &chosen, page, count);
	tabs_into(&a, &chosen, page);
	chips_into(&a, &chosen, page);
	sorts_into(page, sort);
	title_into(&a, page, number);
	if (count == 0)
		nothing_into(&a, page);
	page_say(page, "found", count == 1 ? "catalogue.found_one" : "catalogue.found", "n",
	    arena_format(rq->arena, "%zu", count), NULL);
	page_text(page, "page.nav", *form_get(rq, "who") == '\0' ? "items" : form_get(rq, "who"));
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", NULL, page_get(page, "heading"));
	return REPLY_PAGE;
}
