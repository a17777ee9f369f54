/* card.c - an item as lists show it, and what people search most. */
#include "fcgi/public/catalogue.h"

#include "base/text.h"
#include "generated/queries/public.h"

#include <stdio.h>
#include <string.h>

enum { WORDS_SHOWN = 6 };

/* row.what: the sentence for n. */
static void
say_sub(struct page *page, struct node *row, const char *what, const char *family, const char *member, long long n)
{
	char key[64], digits[NUMBER_TEXT];

	snprintf(key, sizeof(key), "%s.%s", family, member);
	row_say(page, row, what, key, "n", number_print(n, digits), NULL);
}

/* 云川市教育局 needs no 云川市 beside it. */
static const char *
area_beside(const struct shelf_name *area, const struct shelf_name *organ)
{
	if (area == NULL || (organ != NULL && strstr(organ->name, area->name) != NULL))
		return NULL;
	return area->name;
}

void
card_into(struct request *rq, struct page *page, const struct shelf *shelf, const struct shelf_item *item,
    const char *name)
{
	const struct shelf_name *organ = item->organ < shelf->organ_count ? &shelf->organs[item->organ] : NULL;
	const struct shelf_name *area = item->area < shelf->area_count ? &shelf->areas[item->area] : NULL;
	struct node *row = page_group(page, name);
	bool chinese = rq->language == LANGUAGE_EN && *item->title_en == '\0';

	row_text(page, row, "code", item->code);
	row_text(page, row, "url", arena_format(rq->arena, "/items/%s", item->code));
	row_text(page, row, "title", shelf_name_in(rq, item->title, item->title_en));
	row_text(page, row, "title_lang", chinese ? "zh-CN" : "");
	row_text(page, row, "brief", shelf_name_in(rq, item->brief, item->brief_en));
	row_text(page, row, "brief_lang", rq->language == LANGUAGE_EN && *item->brief_en == '\0' ? "zh-CN" : "");
	row_text(page, row, "organ_name", organ == NULL ? "" : shelf_name_in(rq, organ->name, organ->name_en));
	row_text(page, row, "area_name", area_beside(area, organ) == NULL ? "" :
	    shelf_name_in(rq, area->name, area->name_en));
	row_text(page, row, "depth", item->depth);
	row_text(page, row, "handling", item->handling);
	row_text(page, row, "online_depth", item->depth);
	row_text(page, row, "booking", item->booking ? "1" : "");
	row_text(page, row, "apply_url", item->applies && !text_is(item->depth, "none") ?
	    arena_format(rq->arena, "/items/%s/apply", item->code) : "");
	row_text(page, row, "limit_text", "");
	row_text(page, row, "visits_text", "");
	row_text(page, row, "stars_text", "");
	if (item->handling[0] == '1')
		row_text(page, row, "limit_text", page_word(page, "limit.on_the_spot"));
	else if (item->limit >= 0 && *item->unit != '\0')
		say_sub(page, row, "limit_text", "limit", item->unit, item->limit);
	if (item->visits >= 0)
		say_sub(page, row, "visits_text", "visits", item->visits == 0 ? "none" : "some", item->visits);
	if (item->stars != '\0')
		say_sub(page, row, "stars_text", "stars", "online", item->stars - '0');
}

const char *
next_word(struct request *rq, const char **list)
{
	size_t bytes;
	const char *word;

	*list += strspn(*list, " ,\n");
	bytes = strcspn(*list, " ,\n");
	if (bytes == 0)
		return NULL;
	word = arena_text_n(rq->arena, *list, bytes);
	*list += bytes;
	return word;
}

void
hot_words_into(struct request *rq, struct page *page, const char *words)
{
	const char *word;
	struct text url;
	char name[64];

	text_init(&url);
	for (size_t n = 0; n < WORDS_SHOWN && (word = next_word(rq, &words)) != NULL; n++) {
		text_clear(&url);
		text_add(&url, "/items?q=");
		text_add_url(&url, word);
		snprintf(name, sizeof(name), "words_hot.%zu", n);
		page_sub(page, name, "text", word);
		page_sub(page, name, "url", url.start);
	}
	text_free(&url);
}
