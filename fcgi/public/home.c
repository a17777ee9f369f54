/* home.c - the first page: what people come for, without a click too many. */
#include "base/text.h"
#include "fcgi/public/catalogue.h"
#include "fcgi/public/pages.h"

#include <stdio.h>
#include <string.h>

enum { THEMES_SHOWN = 12, ORGANS_SHOWN = 16, HOT_SHOWN = 8 };

void
themes_into(struct request *rq, struct page *page, const struct shelf *s, const char *list, bool enterprise,
    size_t most)
{
	char count[NUMBER_TEXT];
	struct node *row;
	size_t n = 0;

	for (size_t i = 0; i < s->theme_count && n < most; i++) {
		const struct shelf_name *theme = &s->themes[i];

		if (theme->enterprise != enterprise || theme->items == 0)
			continue;
		row = page_row(page, list, n++);
		row_text(page, row, "name", shelf_name_in(rq, theme->name, theme->name_en));
		row_text(page, row, "icon", *theme->icon == '\0' ? "list" : theme->icon);
		row_text(page, row, "url", arena_format(rq->arena, "/items?who=%s&theme=%s",
		    enterprise ? "enterprise" : "person", theme->code));
		row_text(page, row, "count", number_print((long long)theme->items, count));
	}
}

static void
organs_into(struct request *rq, struct page *page, const struct shelf *s)
{
	char count[NUMBER_TEXT];
	struct node *row;
	size_t n = 0;

	for (size_t i = 0; i < s->organ_count && n < ORGANS_SHOWN; i++) {
		const struct shelf_name *organ = &s->organs[i];

		if (organ->items == 0)
			continue;
		row = page_row(page, "organs", n++);
		row_text(page, row, "name", shelf_name_in(rq, organ->name, organ->name_en));
		row_text(page, row, "url", arena_format(rq->arena, "/items?organ=%s", organ->code));
		row_text(page, row, "count", number_print((long long)organ->items, count));
	}
	page_text(page, "organs_url", "/organs");
}

static void
areas_into(struct request *rq, struct page *page, const struct shelf *s)
{
	struct node *row;
	size_t n = 0;

	for (size_t i = 0; i < s->area_count; i++) {
		if (s->areas[i].items == 0)
			continue;
		row = page_row(page, "areas", n++);
		row_text(page, row, "name", shelf_name_in(rq, s->areas[i].name, s->areas[i].name_en));
		row_text(page, row, "url", arena_format(rq->arena, "/items?area=%s", s->areas[i].code));
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
	struct node *row = page_row(page, "figures", at);
	char number[NUMBER_TEXT], word[64];

	snprintf(word, sizeof(word), "home.figure_%s", key);
	row_text(page, row, "value", number_print((long long)value, number));
	row_text(page, row, "label", page_word(page, word));
	row_text(page, row, "url", url);
}

static void
figures_into(struct page *page, const struct shelf *s)
{
	size_t online = 0, once = 0, organs = 0;

	for (size_t i = 0; i < s->item_count; i++) {
		online += s->items[i].depth_index == 0;
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
notices_into(struct request *rq, struct page *page, const struct shelf *s)
{
	char day[DAY_TEXT];
	struct node *row;

	for (size_t i = 0; i < s->notice_count; i++) {
		const struct shelf_notice *notice = &s->notices[i];

		row = page_row(page, "notices", i);
		row_text(page, row, "title", shelf_name_in(rq, notice->title, notice->title_en));
		row_text(page, row, "url", arena_format(rq->arena, "/open/docs/%s", notice->index_number));
		row_text(page, row, "day", day_print(notice->published_on, day));
		row_text(page, row, "day_text", page_day_text(page, notice->published_on));
	}
}

enum reply
home_show(struct request *rq, struct page *page)
{
	const struct shelf *s = shelf_now(rq);

	if (s == NULL)
		return REPLY_PAGE;
	themes_into(rq, page, s, "themes_person", false, THEMES_SHOWN);
	themes_into(rq, page, s, "themes_enterprise", true, THEMES_SHOWN);
	organs_into(rq, page, s);
	areas_into(rq, page, s);
	figures_into(page, s);
	hot_into(rq, page, s, s->hot);
	hot_words_into(rq, page, s->words);
	notices_into(rq, page, s);
	return REPLY_PAGE;
}
