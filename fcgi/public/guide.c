/* guide.c - 办事指南: one item with everything an applicant must know, today or as of a day. */
#include "fcgi/worker/guide.h"

#include "base/text.h"
#include "fcgi/public/pages.h"
#include "fcgi/public/shelf.h"
#include "fcgi/worker/page_tree.h"
#include "generated/queries/public.h"

static const char *const views[] = { "full", "brief", NULL };

static const struct field guide_fields[] = {
	{ "on", FIELD_DAY },
	{ "view", FIELD_CHOICE, .choices = views },
	{ "print", FIELD_FLAG },
};
const struct form guide_form = FORM(guide_fields);

uint64_t
guide_last(struct request *rq, const char *code)
{
	struct query *q = query(rq, Q_GUIDE_LAST);

	query_text(q, "code", code);
	query_day(q, "today", rq->today);
	return query_next(q) ? (uint64_t)query_get_number(q, "id") : 0;
}

/* Who keeps an old address of an item that has ended learns that it has ended, and reads what was. */
static uint64_t
version_last(struct request *rq, struct page *page, const char *code)
{
	uint64_t last = guide_last(rq, code);

	page_flag(page, "other_now", last != 0);
	page_flag(page, "ended", last != 0);
	return last;
}

/* The version to show: that of the day asked for, or today's, said when it is not the one asked for. */
static uint64_t
version_asked(struct request *rq, struct page *page, const char *code)
{
	struct day on = form_day(rq, "on");
	uint64_t now = guide_version(rq, code, DAY_NONE), then;

	page_day(page, "on", on);
	page_tools(page);
	page_day(page, "as_of_day", day_known(on) ? on : rq->today);
	if (day_known(on) && day_before(rq->today, on) && now != 0)
		page_flag(page, "future", true);	/* what will be in force then is not known: what is now is shown */
	if (now == 0 && (!day_known(on) || guide_version(rq, code, on) == 0))
		return version_last(rq, page, code);
	if (!day_known(on) || *page_get(page, "future") != '\0')
		return now;
	then = guide_version(rq, code, on);
	if (then == 0) {
		page_flag(page, "none_then", true);
		page_day(page, "as_of_day", rq->today);
		return now;
	}
	if (then != 0 && then != now) {
		page_flag(page, "other_now", true);
		page_text(page, "now_url", now == 0 ? "" : arena_format(rq->arena, "/items/%s", code));
	}
	return then;
}

/* 截至某日有效 · 第几版 · 何时起施行, or when it ended. */
static void
as_of_into(struct page *page)
{
	if (*page_get(page, "ended") != '\0') {
		page_say(page, "as_of", "guide.ended", "day", page_get(page, "guide.retired_on.text"), "number",
		    page_get(page, "guide.number"), NULL);
		return;
	}
	page_say(page, "as_of", *page_get(page, "future") != '\0' ? "guide.as_of_future" : "guide.as_of", "day", page_get(page, "as_of_day.text"), "number",
	    page_get(page, "guide.number"), "from", page_get(page, "guide.effective_on.text"), NULL);
}

/* Two ways to read it: 简版 is what care mode shows first. */
static void
views_into(struct request *rq, struct page *page)
{
	bool brief = *form_get(rq, "view") == '\0' ? *page_get(page, "page.care") != '\0' && !form_flag(rq, "print") :
	    text_is(form_get(rq, "view"), "brief");

	page_flag(page, "brief", brief);
	page_text(page, "page.part", *page_get(page, "on") != '\0' ? page_get(page, "on.text") :
	    brief ? page_word(page, "guide.view_brief") : "");
	for (size_t i = 0; views[i] != NULL; i++) {
		const char *name = arena_format(rq->arena, "tabs.%zu", i);

		page_sub(page, name, "label", page_word(page, arena_format(rq->arena, "guide.view_%s", views[i])));
		page_sub(page, name, "url", page_url_with(page, "view", views[i]));
		page_sub(page, name, "current", text_is(views[i], brief ? "brief" : "full") ? "1" : "");
	}
}

/* Where it is applied for: here, unless there is no form, it is a matter of the window, or an old version is read. */
static const char *
apply_address(struct request *rq, struct page *page, const char *code)
{
	if (*page_get(page, "guide.fields.0.name") == '\0' || text_is(page_get(page, "guide.online_depth"), "none") ||
	    *page_get(page, "other_now") != '\0')
		return "";
	return arena_format(rq->arena, "/items/%s/apply", code);
}

/* The names behind the codes of its organ and area. */
static void
places_into(struct page *page, const struct shelf *shelf, const struct shelf_item *item)
{
	static const struct shelf_name nobody = { .name = "", .name_en = "", .phone = "", .address = "" };
	const struct shelf_name *organ = &nobody, *area = &nobody;
	struct node *guide = page_group(page, "guide");

	if (item->organ < shelf->organ_count)
		organ = &shelf->organs[item->organ];
	if (item->area < shelf->area_count)
		area = &shelf->areas[item->area];
	row_text(page, guide, "organ_name", organ->name);
	row_text(page, guide, "organ_name_en", organ->name_en);
	row_text(page, guide, "organ_phone", organ->phone);
	row_text(page, guide, "organ_address", organ->address);
	row_text(page, guide, "area_name", area->name);
	row_text(page, guide, "area_name_en", area->name_en);
}

/* Of an item on the shelf one small statement tells all; false: it is not there, or its version is not in force today. */
static bool
guide_on_shelf_into(struct request *rq, struct page *page, const char *code)
{
	const struct shelf *shelf = shelf_now(rq);
	const struct shelf_item *item = shelf == NULL ? NULL : shelf_find(shelf, code);

	if (item == NULL || !guide_now_into(rq, page, "guide", item->version_id))
		return false;
	places_into(page, shelf, item);
	guide_finish_into(rq, page, "guide");
	return true;
}

/* Without a day it is today's, by what the shelf knows; else the version is found first. */
static bool
guide_asked_into(struct request *rq, struct page *page, const char *code)
{
	uint64_t version;

	if (!day_known(form_day(rq, "on")) && guide_on_shelf_into(rq, page, code)) {
		page_text(page, "on", "");
		page_tools(page);
		page_day(page, "as_of_day", rq->today);
		return true;
	}
	version = version_asked(rq, page, code);
	return version != 0 && guide_into(rq, page, "guide", version);
}

enum reply
guide_show(struct request *rq, struct page *page)
{
	const char *code = request_part(rq, "code"), *english;

	if (!guide_asked_into(rq, page, code))
		return REPLY_NOT_FOUND;
	english = rq->language == LANGUAGE_EN ? page_get(page, "guide.title_en") : "";
	page_text(page, "page.title", *english != '\0' ? english : page_get(page, "guide.title"));
	page_text(page, "page.description", page_get(page, *english != '\0' ? "guide.brief_en" : "guide.brief"));
	page_text(page, "guide_code", code);
	page_text(page, "page.qr_url", arena_format(rq->arena, "/items/%s/qr.svg", code));
	page_text(page, "apply_url", apply_address(rq, page, code));
	page_text(page, "book_url", text_is(page_get(page, "guide.booking"), "1") && *page_get(page, "other_now") == '\0' ?
	    arena_format(rq->arena, "/book?item=%s", code) : "");
	as_of_into(page);
	views_into(rq, page);
	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "/items", "title.public_items", NULL);
	page_crumb(page, "", NULL, page_get(page, "page.title"));
	return REPLY_PAGE;
}

/* The guide's own address, for a telephone to read at the window. */
enum reply
guide_qr(struct request *rq, struct page *page)
{
	struct text address;
	enum reply reply;

	if (guide_version(rq, request_part(rq, "code"), DAY_NONE) == 0)
		return REPLY_NOT_FOUND;
	text_init(&address);
	text_format(&address, "%s/items/", request_site(rq));
	text_add_url(&address, request_part(rq, "code"));
	reply = page_qr(page, address.start);
	text_free(&address);
	return reply;
}

/* A blank form or a filled sample. */
enum reply
form_file_send(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_FORM_LOAD);

	query_text(q, "name", request_part(rq, "form"));
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	return page_file(page, query_get(q, "sha256"), query_get(q, "name"), query_get(q, "content_type"));
}
