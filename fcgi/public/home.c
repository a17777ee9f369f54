/* home.c - the first page: what people come for, without a click too many. */
#include "base/text.h"
#include "fcgi/public/catalogue.h"
#include "fcgi/public/pages.h"
#include "generated/queries/public.h"

#include <stdio.h>
#include <string.h>

enum { THEMES_SHOWN = 12, ORGANS_SHOWN = 16, HOT_SHOWN = 8 };

void
themes_into(struct request *rq, struct page *page, const struct shelf *s, const char *list, bool enterprise,
    size_t most)
{
	char name[64], count[32];
	size_t n = 0;

	for (size_t i = 0; i < s->theme_count && n < most; i++) {
		const struct shelf_name *theme = &s->themes[i];

		if (theme->enterprise != enterprise || theme->items == 0)
			continue;
		snprintf(name, sizeof(name), "%s.%zu", list, n++);
		snprintf(count, sizeof(count), "%zu", theme->items);
		page_sub(page, name, "name", shelf_name_in(rq, theme->name, theme->name_en));
		page_sub(page, name, "icon", *theme->icon == '\0' ? "list" : theme->icon);
		page_sub(page, name, "url", arena_format(rq->arena, "/items?who=%s&theme=%s",
		    enterprise ? "enterprise" : "person", theme->code));
		page_sub(page, name, "count", count);
	}
}

static void
organs_into(struct request *rq, struct page *page, const struct shelf *s)
{
	char name[64], count[32];
	size_t n = 0;

	for (size_t i = 0; i < s->organ_count && n < ORGANS_SHOWN; i++) {
		const struct shelf_name *organ = &s->organs[i];

		if (organ->items == 0)
			continue;
		snprintf(name, sizeof(name), "organs.%zu", n++);
		snprintf(count, sizeof(count), "%zu", organ->items);
		page_sub(page, name, "name", shelf_name_in(rq, organ->name, organ->name_en));
		page_sub(page, name, "url", arena_format(rq->arena, "/items?organ=%s", organ->code));
		page_sub(page, name, "count", count);
	}
	page_text(page, "organs_url", "/organs");
}

static void
areas_into(struct request *rq, struct page *page, const struct shelf *s)
{
	char name[64];
	size_t n = 0;

	for (size_t i = 0; i < s->area_count; i++) {
		if (s->areas[i].items == 0)
			continue;
		snprintf(name, sizeof(name), "areas.%zu", n++);
		page_sub(page, name, "name", shelf_name_in(rq, s->areas[i].name, s->areas[i].name_en));
		page_sub(page, name, "url", arena_format(rq->arena, "/items?area=%s", s->areas[i].code));
	}
}

static void
hot_into(struct request *rq, struct page *page, const struct shelf *s, const char *codes)
{
	const char *code;
	char name[64];
	size_t n = 0;

	while (n < HOT_SHOWN && (code = next_word(rq, &codes)) != NULL) {
		const struct shelf_item *item = shelf_find(s, code);

		if (item == NULL)
			continue;		/* retired since somebody set the list */
		snprintf(name, sizeof(name), "hot.%zu", n++);
		card_into(rq, page, s, item, name);
	}
}

static void
figure_into(struct page *page, size_t at, const char *key, size_t value, const char *url)
{
	char name[64], number[32], word[64];

	snprintf(name, sizeof(name), "figures.%zu", at);
	snprintf(number, sizeof(number), "%zu", value);
	snprintf(word, sizeof(word), "home.figure_%s", key);
	page_sub(page, name, "value", number);
	page_sub(page, name, "label", page_word(page, word));
	page_sub(page, name, "url", url);
}

static void
figures_into(struct page *page, const struct shelf *s)
{
	size_t online = 0, once = 0, organs = 0;

	for (size_t i = 0; i < s->item_count; i++) {
		online += text_is(s->items[i].depth, "full");
		once += s->items[i].visits >= 0 && s->items[i].visits <= 1;
	}
	for (size_t i = 0; i < s->organ_count; i++)
		organs += s->organs[i].items > 0;
	figure_into(page, 0, "items", s->item_count, "/items");
	figure_into(page, 1, "organs", organs, "/organs");
	figure_into(page, 2, "online", online, "/items?online=full");
	figure_into(page, 3, "once", once, "");
}

static void
notices_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_HOME_DOCUMENTS);
	char name[64], day[96];
	size_t n = 0;

	query_day(q, "today", rq->today);
	while (query_next(q)) {
		snprintf(name, sizeof(name), "notices.%zu", n++);
		snprintf(day, sizeof(day), "%s.day", name);
		page_sub(page, name, "title", shelf_name_in(rq, query_get(q, "title"), query_get(q, "title_en")));
		page_sub(page, name, "url", arena_format(rq->arena, "/open/docs/%s", query_get(q, "index_number")));
		page_day(page, day, query_get_day(q, "published_on"));
		page_sub(page, name, "day_text", page_get(page, arena_format(rq->arena, "%s.text", day)));
	}
}

enum reply
home_show(struct request *rq, struct page *page)
{
	const struct shelf *s = shelf_now(rq);
	struct query *q;

	if (s == NULL)
		return REPLY_PAGE;
	themes_into(rq, page, s, "themes_person", false, THEMES_SHOWN);
	themes_into(rq, page, s, "themes_enterprise", true, THEMES_SHOWN);
	organs_into(rq, page, s);
	areas_into(rq, page, s);
	figures_into(page, s);
	q = query(rq, Q_HOME_SETTINGS);
	while (query_next(q)) {
		if (text_is(query_get(q, "name"), "home.hot"))
			hot_into(rq, page, s, query_get(q, "value"));
		else
			hot_words_into(rq, page, query_get(q, "value"));
	}
	notices_into(rq, page);
	return REPLY_PAGE;
}
