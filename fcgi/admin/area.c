/* area.c - the divisions an administration works in. */
#include "fcgi/admin/system.h"

#include "base/arena.h"
#include "base/text.h"
#include "generated/queries/admin_place.h"
#include "rules/code.h"

static const struct field area_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "admin_name", FIELD_TEXT, .required = true, .least = 2, .most = 100 },
	{ "admin_name_en", FIELD_TEXT, .most = 200 },
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
static const struct field area_new_fields[] = {
	{ "area_code", FIELD_CODE, .required = true, .most = 12 },
	{ "area_parent", FIELD_CODE, .most = 12 },
	{ "admin_name", FIELD_TEXT, .required = true, .least = 2, .most = 100 },
	{ "admin_name_en", FIELD_TEXT, .most = 200 },
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form area_form = FORM(area_fields);
const struct form area_new_form = FORM(area_new_fields);

static const struct admin_field kept[] = {
	{ "admin_name", "name" }, { "admin_name_en", "name_en" },
};
static const struct admin_thing area = {
	"area", "/admin/areas", "admin_nav.areas", "/admin/areas/", kept, sizeof(kept) / sizeof(kept[0]),
	Q_AREA_LOAD, Q_AREA_SET, Q_AREA_RETIRE, Q_AREA_TIES, Q_AREA_LIST, Q_AREA_FOUND,
};

enum reply
areas_show(struct request *rq, struct page *page)
{
	return admin_things_show(rq, page, &area);
}

bool
admin_area_known(struct request *rq, struct page *page)
{
	struct query *q = admin_thing_load(rq, &area, form_get(rq, "admin_area"));

	if (q != NULL && query_is_null(q, "retired_on"))
		return true;
	form_error(page, "admin_area", "not_a_choice");
	return false;
}

struct query *
area_choices(struct request *rq)
{
	struct query *q = query(rq, Q_AREA_CHOICES);

	query_text(q, "area", admin_reach(rq));
	return q;
}

enum reply
area_new(struct request *rq, struct page *page)
{
	admin_choices(rq, page, "area_parent", area_choices(rq), admin_whole(rq) ? page_word(page, "admin.no_parent") : NULL);
	page_text(page, "optional.admin_name_en", "1");
	admin_crumbs(page, "/admin/areas", "admin_nav.areas", page_word(page, "admin.area_new"));
	return REPLY_PAGE;
}

/* The area above holds it, is in use and within reach; none is above the widest. */
static bool
within_parent(struct request *rq, const char *code, const char *parent)
{
	struct query *q;

	if (*parent == '\0')
		return division_within(code, rq->who.area) && admin_whole(rq);
	q = admin_thing_load(rq, &area, parent);
	return q && query_is_null(q, "retired_on") && !division_same(code, parent) && division_within(code, parent);
}

enum reply
area_add(struct request *rq, struct page *page)
{
	const char *code = form_get(rq, "area_code"), *parent = form_get(rq, "area_parent");
	struct query *q;

	if (division_level(code) == DIVISION_NONE) {
		form_error(page, "area_code", "not_a_division");
		return REPLY_INVALID;
	}
	if (!within_parent(rq, code, parent)) {
		form_error(page, "area_parent", "not_within");
		return REPLY_INVALID;
	}
	q = query(rq, Q_AREA_ADD);
	query_text(q, "code", code);
	query_text(q, "parent", parent);
	query_number(q, "level", division_level(code));
	admin_thing_bind(rq, q, &area);
	if (query_run(q) < 0) {
		form_error(page, "area_code", "taken");
		return REPLY_INVALID;
	}
	admin_thing_added(rq, &area, code, form_get(rq, "admin_name"));
	return page_go(page, "/admin/areas/", code, "?done=admin_added", NULL);
}

enum reply
area_show(struct request *rq, struct page *page)
{
	struct query *q = admin_thing_load(rq, &area, request_part(rq, "id"));

	if (q == NULL)
		return REPLY_NOT_FOUND;
	admin_thing_into(rq, page, &area, query_get(q, "code"), q);
	page_text(page, "optional.admin_name_en", "1");
	page_text(page, "thing.level_text", page_word_below(page, "area_level", query_get(q, "level")));
	return REPLY_PAGE;
}

enum reply
area_save(struct request *rq, struct page *page)
{
	return admin_thing_save(rq, page, &area, request_part(rq, "id"));
}

enum reply
area_retire(struct request *rq, struct page *page)
{
	return admin_thing_retire(rq, page, &area, request_part(rq, "id"), false);
}

enum reply
area_restore(struct request *rq, struct page *page)
{
	return admin_thing_retire(rq, page, &area, request_part(rq, "id"), true);
}
