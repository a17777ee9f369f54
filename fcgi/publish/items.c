/* items.c - the list of versions, an item with its versions, a new item. */
#include "base/text.h"
#include "catalogue/store.h"
#include "fcgi/publish/publish.h"
#include "generated/queries/publish.h"
#include "rules/code.h"

static void
list_bind(struct request *rq, struct query *q)
{
	query_text(q, "like", like_of(rq, form_get(rq, "q")));
	query_number(q, "batch", form_number(rq, "batch"));
}

enum reply
items_list(struct request *rq, struct page *page)
{
	static const char *const states[] = { "", "draft", "review", "scheduled", "published", "retired", NULL };

	return state_list_show(rq, page, &(struct state_list){ "nav.items", "versions", states, Q_VERSIONS_COUNT,
	    Q_VERSIONS_LIST, Q_VERSIONS_BY_STATE, list_bind });
}

enum reply
item_show(struct request *rq, struct page *page)
{
	const char *code = request_part(rq, "code");
	struct query *q = query(rq, Q_ITEM_VERSIONS_OF);

	query_text(q, "code", code);
	query_text(q, "area", own_areas(rq));
	if (query_into(q, page, "versions") == 0)
		return REPLY_NOT_FOUND;
	page_text(page, "item.code", code);
	page_text(page, "item.form", item_form_name(item_form(code)));
	page_text(page, "page.title", page_get(page, "versions.0.title"));
	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "/publish/items", "nav.items", NULL);
	page_crumb(page, "", NULL, page_get(page, "versions.0.title"));
	page_flag(page, "may.write", rq->who.roles & WRITES);
	return REPLY_PAGE;
}

/* ---- a new item ---- */

static void
choices_rows(struct request *rq, struct page *page, const struct statement *statement, const char *name)
{
	const char *list = arena_format(rq->arena, "choices.%s", name);
	struct query *q = query(rq, statement);

	query_text(q, "area", own_areas(rq));
	for (size_t i = 0; query_next(q); i++) {
		query_row_into(q, page, arena_format(rq->arena, "%s.%zu", list, i));
		page_flag(page, arena_format(rq->arena, "%s.%zu.checked", list, i),
		    text_is(query_get(q, "value"), form_get(rq, name)));
	}
}

enum reply
item_new_show(struct request *rq, struct page *page)
{
	page_crumb(page, "/publish/", "nav.home", NULL);
	page_crumb(page, "/publish/items", "nav.items", NULL);
	page_crumb(page, "", "publish.item_new", NULL);
	choices_rows(rq, page, Q_ORGANS_CHOICE, "item_organ");
	choices_rows(rq, page, Q_AREAS_CHOICE, "item_area");
	return REPLY_PAGE;
}

static bool
item_there(struct request *rq, const char *code)
{
	struct query *q = query(rq, Q_ITEM_THERE);

	query_text(q, "code", code);
	return query_next(q) && query_get_number(q, "count") > 0;
}

enum reply
item_new(struct request *rq, struct page *page)
{
	const struct origin origin = { rq->who.account, 0, rq->now };
	const char *code = form_get(rq, "item_code");
	json_t *item;
	uint64_t id;

	if (item_there(rq, code)) {
		form_error(page, "item_code", "taken");
		return REPLY_INVALID;
	}
	if (!organ_ours(rq, form_get(rq, "item_organ"))) {
		form_error(page, "item_organ", "unknown");
		return REPLY_INVALID;
	}
	if (!area_ours(rq, form_get(rq, "item_area"))) {
		form_error(page, "item_area", "unknown");
		return REPLY_INVALID;
	}
	item = json_pack("{s:s, s:s, s:s, s:s}", "code", code, "title", form_get(rq, "item_title"),
	    "organ", form_get(rq, "item_organ"), "area", form_get(rq, "item_area"));
	id = item_store(rq->db, rq->arena, item, 1, &origin);
	json_decref(item);
	if (id == 0)
		return REPLY_CONFLICT;
	act_add(rq->db, rq->arena, &(struct act){ rq->who.account, rq->now, "item_draft",
	    arena_format(rq->arena, "item/%s/1", code), "", "" });
	return page_go(page, "/publish/versions/", arena_format(rq->arena, "%llu", (unsigned long long)id),
	    "?done=made", NULL);
}
