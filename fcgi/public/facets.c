/* facets.c - narrowing the list of items: person or enterprise, themes, organs, areas, levels, how much is online. */
#include "fcgi/public/listing.h"

#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHOICES_SHOWN = 8, CHOICES_FOLDED = 24 };

const char *const facet_sides[] = { "person", "enterprise", NULL };
const char *const facet_levels[] = { "1", "2", "3", "4", "5", "6", "7", NULL };

const char *const facet_keys[] = { "theme_person", "theme_enterprise", "organ", "area", "level", "online", NULL };
static const char *const facet_names[] = { "who", "theme", "organ", "area", "level", "online" };

static bool
bit_is(uint64_t bits, size_t i)
{
	return i < THEMES_MOST && (bits >> i & 1) != 0;
}

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
		return facet_sides[i];
	case FACET_THEME:
		return a->shelf->themes[i].code;
	case FACET_ORGAN:
		return a->shelf->organs[i].code;
	case FACET_AREA:
		return a->shelf->areas[i].code;
	case FACET_LEVEL:
		return facet_levels[i];
	default:
		return shelf_depths[i];
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
		key = arena_format(a->rq->arena, "side.%s", facet_sides[i]);
	else if (facet == FACET_LEVEL)
		key = arena_format(a->rq->arena, "level.%s", facet_levels[i]);
	else
		key = arena_format(a->rq->arena, "online_depth.%s", shelf_depths[i]);
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
		return item->level == *facet_levels[i];
	default:
		return item->depth_index == i;
	}
	(void)a;
}

void
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

void
fails_fill(struct asked *a, const struct chosen *chosen)
{
	a->fails = arena_get(a->arena, a->shelf->item_count + 1);
	for (size_t i = 0; i < a->shelf->item_count; i++)
		for (enum facet f = 0; f < FACET_COUNT; f++)
			if (chosen->count[f] > 0 && !facet_passes(a, chosen, &a->shelf->items[i], f))
				a->fails[i] |= 1 << f;
}

bool
passes_but(const struct asked *a, size_t i, enum facet but)
{
	return a->rank[i] != NOT_FOUND_RANK && (a->fails[i] & ~(1u << but)) == 0;
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

static void
item_count(const struct asked *a, const struct shelf_item *item, enum facet f)
{
	struct counted *counts = a->counts[f];

	switch (f) {
	case FACET_WHO:
		for (size_t c = 0; c < 2; c++)
			counts[c].items += item_has(a, item, f, c);
		break;
	case FACET_THEME:
		for (uint64_t bits = item->themes; bits != 0; bits &= bits - 1)
			counts[__builtin_ctzll(bits)].items++;
		break;
	case FACET_ORGAN:
		if (item->organ < a->shelf->organ_count)
			counts[item->organ].items++;
		break;
	case FACET_AREA:
		if (item->area < a->shelf->area_count)
			counts[item->area].items++;
		break;
	case FACET_LEVEL:
		if (item->level >= '1' && item->level <= '7')
			counts[item->level - '1'].items++;
		break;
	default:
		if (item->depth_index < choice_count(a, FACET_ONLINE))
			counts[item->depth_index].items++;
	}
}

void
counts_fill(struct asked *a, const struct chosen *chosen)
{
	for (enum facet f = 0; f < FACET_COUNT; f++) {
		size_t n = choice_count(a, f);

		a->counts[f] = arena_array(a->arena, struct counted, n + 1);
		for (size_t c = 0; c < n; c++)
			a->counts[f][c] = (struct counted){ .choice = c, .chosen = is_chosen(chosen, f, c) };
	}
	for (size_t i = 0; i < a->shelf->item_count; i++) {
		if (a->rank[i] == NOT_FOUND_RANK || (a->fails[i] & (a->fails[i] - 1)) != 0)
			continue;		/* not found, or failing two facets: counted by none */
		a->everybody += (a->fails[i] & ~(1u << FACET_WHO)) == 0;
		for (enum facet f = 0; f < FACET_COUNT; f++)
			if ((a->fails[i] & ~(1u << f)) == 0)
				item_count(a, &a->shelf->items[i], f);
	}
	for (enum facet f = FACET_THEME; f <= FACET_AREA; f++)
		qsort(a->counts[f], choice_count(a, f), sizeof(*a->counts[f]), by_items);
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
choice_into(const struct asked *a, struct page *page, enum facet f, const struct counted *c, struct node *row)
{
	const char *value = choice_value(a, f, c->choice);
	char items[NUMBER_TEXT];

	row_text(page, row, "label", choice_label(a, page, f, c->choice));
	row_text(page, row, "count", number_print((long long)c->items, items));
	row_text(page, row, "url", c->chosen ? page_url_without(page, facet_names[f], value) :
	    page_url_adding(page, facet_names[f], value));
	row_text(page, row, "checked", c->chosen ? "1" : "");
}

/* How many of so many choices are drawn; of many the first, and all of them for who asks for them. */
static size_t
choices_drawn(const struct asked *a, struct page *page, const char *facet, const char *key, size_t count)
{
	bool all = text_is(form_get(a->rq, "more"), key);
	char digits[NUMBER_TEXT];

	page_sub(page, facet, "open", all ? "1" : "");
	if (all || count <= CHOICES_SHOWN + CHOICES_FOLDED)
		return count;
	page_sub(page, facet, "all", number_print((long long)count, digits));
	page_sub(page, facet, "all_url", arena_format(a->rq->arena, "%s#facet-%s", page_url_with(page, "more", key), key));
	return CHOICES_SHOWN;
}

/*
 * The first choices are shown, some others behind a press; more than those are another page, for they would be most of
 * this one.  One choice that would change nothing is none.
 */
static void
facet_into(const struct asked *a, struct page *page, enum facet f, enum side side, const char *key, size_t found)
{
	size_t n = choice_count(a, f), count = 0, drawn = 0, only = 0, most;
	const struct counted *counts = a->counts[f];
	const char *facet = arena_format(a->rq->arena, "facets.%s", key);
	const char *shown = arena_format(a->rq->arena, "%s.choices", facet);
	const char *more = arena_format(a->rq->arena, "%s.more", facet);

	for (size_t c = 0; c < n; c++)
		if (choice_drawn(a, f, side, &counts[c])) {
			only = c;
			count++;
		}
	if (count == 0 || (count == 1 && !counts[only].chosen && counts[only].items == found))
		return;
	page_sub(page, facet, "key", key);
	most = choices_drawn(a, page, facet, key, count);
	for (size_t c = 0; c < n && drawn < most; c++) {
		if (!choice_drawn(a, f, side, &counts[c]))
			continue;
		choice_into(a, page, f, &counts[c], drawn < CHOICES_SHOWN ? page_row(page, shown, drawn) :
		    page_row(page, more, drawn - CHOICES_SHOWN));
		drawn++;
	}
}

void
facets_into(const struct asked *a, struct page *page, size_t found)
{
	const char *who = form_get(a->rq, "who");

	if (!text_is(who, "enterprise"))
		facet_into(a, page, FACET_THEME, SIDE_PERSON, "theme_person", found);
	if (!text_is(who, "person"))
		facet_into(a, page, FACET_THEME, SIDE_ENTERPRISE, "theme_enterprise", found);
	for (enum facet f = FACET_ORGAN; f < FACET_COUNT; f++)
		facet_into(a, page, f, SIDE_ANY, facet_names[f], found);
}

/* Person or enterprise: always in sight, beside all. */
void
tabs_into(const struct asked *a, struct page *page)
{
	const char *who = form_get(a->rq, "who");

	for (size_t i = 0; i < 3; i++) {
		const char *name = arena_format(a->rq->arena, "tabs.%zu", i), *side = i == 0 ? "" : facet_sides[i - 1];

		page_sub(page, name, "label", page_word(page, i == 0 ? "side.all" :
		    arena_format(a->rq->arena, "side.%s", side)));
		page_sub(page, name, "count", arena_format(a->rq->arena, "%zu", i == 0 ? a->everybody : a->counts[FACET_WHO][i - 1].items));
		page_sub(page, name, "url", page_url_with(page, "who", side));
		page_sub(page, name, "current", text_is(who, side) ? "1" : "");
	}
}

void
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
