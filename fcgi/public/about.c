/* about.c - where everything is, whom to call, and what is known of who comes: site map, authorities, contact, privacy. */
#include "base/text.h"
#include "fcgi/public/catalogue.h"
#include "fcgi/public/pages.h"
#include "generated/queries/public.h"
#include "rules/setting.h"

#include <stdio.h>
#include <string.h>

enum reply
map_show(struct request *rq, struct page *page)
{
	const struct shelf *s = shelf_now(rq);

	if (s == NULL)
		return REPLY_PAGE;
	themes_into(rq, page, s, "themes_person", false, THEMES_MOST);
	themes_into(rq, page, s, "themes_enterprise", true, THEMES_MOST);
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", "title.public_about_map", NULL);
	return REPLY_PAGE;
}

enum reply
contact_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_CENTRES_ALL);
	char name[64], phone[80];

	for (size_t n = 0; query_next(q); n++) {
		snprintf(name, sizeof(name), "centres.%zu", n);
		snprintf(phone, sizeof(phone), "%s.phone", name);
		query_row_into(q, page, name);
		page_sub(page, name, "name", shelf_name_in(rq, query_get(q, "name"), query_get(q, "name_en")));
		page_phone(page, phone);
	}
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", "title.public_about_contact", NULL);
	return REPLY_PAGE;
}

#define RETENTION	"retention."

static bool
is_retention(const struct setting *s)
{
	return strncmp(s->name, RETENTION, strlen(RETENTION)) == 0;
}

/* What the administration has set, else what usually holds, as days.NAME. */
static void
periods_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_RETENTIONS_SET);

	for (size_t i = 0; i < setting_count; i++)
		if (is_retention(&settings[i]))
			page_sub(page, "days", settings[i].name, settings[i].usual);
	while (query_next(q)) {
		const struct setting *s = setting_named(query_get(q, "name"));

		if (s != NULL)
			page_sub(page, "days", s->name, query_get(q, "value"));
	}
}

/* As the law wants it told: for how long each kind is kept (PIPL, art. 17). */
enum reply
privacy_show(struct request *rq, struct page *page)
{
	size_t n = 0;

	periods_into(rq, page);
	for (size_t i = 0; i < setting_count; i++) {
		const char *name = settings[i].name, *days;

		if (!is_retention(&settings[i]))
			continue;
		days = page_get(page, arena_format(rq->arena, "days.%s", name));
		row_say(page, page_row(page, "keeps", n++), "text", text_is(days, "0") ? "privacy.keeps_until" :
		    arena_format(rq->arena, "privacy.keeps.%s", name + strlen(RETENTION)), "days", days, NULL);
	}
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", "title.public_about_privacy", NULL);
	return REPLY_PAGE;
}

/* Whether an organ's area is this one; organs of an unknown area stand in the last group. */
static bool
organ_in(const struct shelf *s, const struct shelf_name *organ, size_t area)
{
	for (size_t i = 0; i < s->area_count; i++)
		if (text_is(s->areas[i].code, organ->parent))
			return i == area;
	return area == s->area_count;
}

static size_t
area_organs_into(struct request *rq, struct page *page, const struct shelf *s, size_t area, size_t at)
{
	char name[64], count[32];
	size_t n = 0;

	for (size_t i = 0; i < s->organ_count; i++) {
		const struct shelf_name *organ = &s->organs[i];

		if (organ->items == 0 || !organ_in(s, organ, area))
			continue;
		snprintf(name, sizeof(name), "organ_areas.%zu.organs.%zu", at, n++);
		snprintf(count, sizeof(count), "%zu", organ->items);
		page_sub(page, name, "name", shelf_name_in(rq, organ->name, organ->name_en));
		page_sub(page, name, "url", arena_format(rq->arena, "/items?organ=%s", organ->code));
		page_sub(page, name, "count", count);
	}
	return n;
}

enum reply
organs_show(struct request *rq, struct page *page)
{
	const struct shelf *s = shelf_now(rq);
	char name[64];
	size_t at = 0;

	if (s == NULL)
		return REPLY_PAGE;
	for (size_t area = 0; area <= s->area_count; area++) {
		if (area_organs_into(rq, page, s, area, at) == 0)
			continue;
		snprintf(name, sizeof(name), "organ_areas.%zu", at++);
		page_sub(page, name, "name", area == s->area_count ? page_word(page, "about.other_area") :
		    shelf_name_in(rq, s->areas[area].name, s->areas[area].name_en));
		page_sub(page, name, "code", area == s->area_count ? "other" : s->areas[area].code);
	}
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "", "title.public_organs", NULL);
	return REPLY_PAGE;
}
