/* catalogue.c - the list of items: searched, sorted, turned; facets.c narrows it. */
#include "fcgi/public/catalogue.h"

#include "base/bigram.h"
#include "base/text.h"
#include "base/utf8.h"
#include "fcgi/public/listing.h"
#include "fcgi/public/pages.h"
#include "generated/queries/public.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SEARCH_MOST = 3000, PER_PAGE = 20, RANK_MOST = 6 };

static const char *const sorts[] = { "best", "name", "limit", NULL };

static const struct field items_fields[] = {
	{ "q", FIELD_TEXT, .most = 100 },
	{ "who", FIELD_CHOICE, .choices = facet_sides },
	{ "theme", FIELD_CODES },
	{ "organ", FIELD_CODES },
	{ "area", FIELD_CODES },
	{ "level", FIELD_MANY, .choices = facet_levels },
	{ "online", FIELD_MANY, .choices = shelf_depths },
	{ "sort", FIELD_CHOICE, .choices = sorts },
	{ "more", FIELD_CHOICE, .choices = facet_keys },	/* the facet of which all choices are shown */
	{ "page", FIELD_NUMBER, .least = 1, .most = 100000 },
};
const struct form items_form = FORM(items_fields);

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

static int
by_number(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;

	return (x > y) - (x < y);
}

static void
text_ranks(struct asked *a)
{
	uint64_t *versions = arena_array(a->rq->arena, uint64_t, SEARCH_MOST);
	struct query *q = query(a->rq, Q_CATALOGUE_SEARCH);
	struct text words;
	size_t n = 0;

	text_init(&words);
	text_add(&words, "");
	if (bigram_query(&words, a->q) != BIGRAM_NOTHING) {
		query_text(q, "words", words.start);
		while (n < SEARCH_MOST && query_next(q))
			versions[n++] = (uint64_t)query_get_number(q, "version_id");
	}
	text_free(&words);
	qsort(versions, n, sizeof(*versions), by_number);
	for (size_t i = 0; n > 0 && i < a->shelf->item_count; i++)
		if (a->rank[i] == NOT_FOUND_RANK &&
		    bsearch(&a->shelf->items[i].version_id, versions, n, sizeof(*versions), by_number) != NULL)
			a->rank[i] = 1;
}

static void
ranks_fill(struct asked *a)
{
	bool letters = ascii_letters(a->q);

	a->rank = arena_get(a->arena, a->shelf->item_count + 1);
	if (*a->q == '\0') {
		memset(a->rank, 1, a->shelf->item_count);
		return;
	}
	for (size_t i = 0; i < a->shelf->item_count; i++)
		a->rank[i] = title_rank(&a->shelf->items[i], a->q, letters);
	text_ranks(a);
}

/* ---- order ---- */

static const struct asked *ordered;	/* qsort has no argument of ours */

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
by_limit(const void *a, const void *b)
{
	size_t x = *(const size_t *)a, y = *(const size_t *)b;
	const struct shelf_item *p = &ordered->shelf->items[x], *q = &ordered->shelf->items[y];

	if (limit_hours(p) != limit_hours(q))
		return limit_hours(p) < limit_hours(q) ? -1 : 1;
	return (x > y) - (x < y);		/* the shelf is in the order of pinyin */
}

/* The best first: of few ranks, and applied for here before not; otherwise as the shelf stands.  One walk for each. */
static void
best_first(const struct asked *a, size_t *found, size_t count)
{
	size_t *ordered_so = arena_array(a->rq->arena, size_t, count + 1), n = 0;

	for (int rank = *a->q == '\0' ? 1 : RANK_MOST; rank > NOT_FOUND_RANK && n < count; rank--)
		for (int applies = 1; applies >= 0; applies--)
			for (size_t i = 0; i < count; i++)
				if (a->rank[found[i]] == rank && a->shelf->items[found[i]].applies == applies)
					ordered_so[n++] = found[i];
	memcpy(found, ordered_so, n * sizeof(*found));
}

/* As the shelf stands it is by name. */
static void
order(const struct asked *a, const char *sort, size_t *found, size_t count)
{
	ordered = a;
	if (text_is(sort, "best"))
		best_first(a, found, count);
	else if (text_is(sort, "limit"))
		qsort(found, count, sizeof(*found), by_limit);
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
find(struct asked *a, const struct chosen *chosen, const char *sort, size_t **found)
{
	size_t n = 0;

	ranks_fill(a);
	fails_fill(a, chosen);
	counts_fill(a, chosen);
	*found = arena_array(a->arena, size_t, a->shelf->item_count + 1);
	for (size_t i = 0; i < a->shelf->item_count; i++)
		if (passes_but(a, i, FACET_COUNT))
			(*found)[n++] = i;
	order(a, sort, *found, n);
	return n;
}

/* The list that most people open, where nothing is asked yet, is found once for a shelf. */
static size_t
find_once(struct asked *a, const struct chosen *chosen, size_t **found)
{
	static struct asked whole;
	static size_t *items, count;
	static uint64_t shelf;
	struct asked was = *a;

	if (shelf != a->shelf->number) {
		a->arena = a->shelf->memory;
		count = find(a, chosen, sorts[0], &items);
		whole = *a;
		shelf = a->shelf->number;
	}
	*a = whole;
	a->rq = was.rq;
	a->arena = was.arena;
	a->q = was.q;
	*found = items;
	return count;
}

static bool
nothing_asked(const struct asked *a, const struct chosen *chosen)
{
	size_t n = 0;

	for (enum facet f = 0; f < FACET_COUNT; f++)
		n += chosen->count[f];
	return n == 0 && *a->q == '\0';
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
	hot_words_into(a->rq, page, a->shelf->words);
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
	struct asked a = { .rq = rq, .shelf = shelf_now(rq), .arena = rq->arena, .q = form_get(rq, "q") };
	const char *sort = *form_get(rq, "sort") == '\0' ? sorts[0] : form_get(rq, "sort");
	size_t *found, count;
	struct chosen chosen;
	long long number;

	if (a.shelf == NULL)
		return REPLY_PAGE;		/* the machine fails; the loop says so */
	chosen_read(&a, &chosen);
	if (nothing_asked(&a, &chosen) && text_is(sort, sorts[0]))
		count = find_once(&a, &chosen, &found);
	else
		count = find(&a, &chosen, sort, &found);
	number = cards_into(&a, page, found, count);
	facets_into(&a, page, count);
	tabs_into(&a, page);
	chips_into(&a, &chosen, page);
	sorts_into(page, sort);
	title_into(&a, page, number);
	if (count == 0)
		nothing_into(&a, page);
	page_say(page, "found", "catalogue.found", "n", arena_format(rq->arena, "%zu", count), NULL);
	page_text(page, "page.nav", *form_get(rq, "who") == '\0' ? "items" : form_get(rq, "who"));
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", NULL, page_get(page, "heading"));
	return REPLY_PAGE;
}
