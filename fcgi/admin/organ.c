/* organ.c - the authorities that decide or serve. */
#include "fcgi/admin/system.h"

#include "base/arena.h"
#include "base/text.h"
#include "catalogue/elements.h"
#include "generated/queries/admin_place.h"

static const char *const natures[] = { "1", "2", "3", NULL };

#define ORGAN_FIELDS								\
	{ "admin_name", FIELD_TEXT, .required = true, .least = 2, .most = 200 },	\
	{ "admin_name_en", FIELD_TEXT, .most = 300 },				\
	{ "organ_short", FIELD_TEXT, .most = 100 },				\
	{ "organ_mark", FIELD_TEXT, .most = 30 },				\
	{ "admin_area", FIELD_CODE, .required = true, .most = 12 },		\
	{ "organ_nature", FIELD_CHOICE, .required = true, .choices = natures },	\
	{ "admin_phone", FIELD_TEXT, .most = 100 },				\
	{ "admin_address", FIELD_TEXT, .most = 300 },				\
	{ "admin_position", FIELD_NUMBER, .required = true, .most = 100000 },	\
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 }

static const struct field organ_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	ORGAN_FIELDS,
};
static const struct field organ_new_fields[] = {
	{ "organ_code", FIELD_CREDIT, .required = true },
	ORGAN_FIELDS,
};
const struct form organ_form = FORM(organ_fields);
const struct form organ_new_form = FORM(organ_new_fields);

static const struct admin_field kept[] = {
	{ "admin_name", "name" }, { "admin_name_en", "name_en" }, { "organ_short", "short_name" }, { "organ_mark", "mark" },
	{ "admin_area", "area_code" }, { "organ_nature", "nature" }, { "admin_phone", "phone" },
	{ "admin_address", "address" }, { "admin_position", "position" },
};
static const struct admin_thing organ = {
	"organ", "/admin/organs", "admin_nav.organs", "/admin/organs/", kept, sizeof(kept) / sizeof(kept[0]),
	Q_ORGAN_LOAD, Q_ORGAN_SET, Q_ORGAN_RETIRE, Q_ORGAN_TIES, Q_ORGAN_LIST, Q_ORGAN_FOUND,
};

enum reply
organs_show(struct request *rq, struct page *page)
{
	return admin_things_show(rq, page, &organ);
}

static void
choices_into(struct request *rq, struct page *page)
{
	static const char *const optional[] = { "admin_name_en", "organ_short", "organ_mark", "admin_phone", "admin_address" };
	const char *nature = form_get(rq, "organ_nature");

	for (size_t i = 0; i < sizeof(optional) / sizeof(optional[0]); i++)
		page_sub(page, "optional", optional[i], "1");
	admin_choices(rq, page, "admin_area", area_choices(rq), NULL);
	if (*nature == '\0')
		nature = page_get(page, "form.organ_nature");
	page_choices(page, "organ_nature", natures, "organ_nature", *nature ? nature : "1");
}

enum reply
organ_new(struct request *rq, struct page *page)
{
	if (rq->route->method == GET)
		page_text(page, "form.admin_position", "0");
	choices_into(rq, page);
	admin_crumbs(page, "/admin/organs", "admin_nav.organs", page_word(page, "admin.organ_new"));
	return REPLY_PAGE;
}

enum reply
organ_add(struct request *rq, struct page *page)
{
	const char *code = form_get(rq, "organ_code");
	struct query *q;

	if (!admin_area_known(rq, page))
		return REPLY_INVALID;
	q = query(rq, Q_ORGAN_ADD);
	query_text(q, "code", code);
	admin_thing_bind(rq, q, &organ);
	if (query_run(q) < 0) {
		form_error(page, "organ_code", "taken");
		return REPLY_INVALID;
	}
	admin_thing_added(rq, &organ, code, form_get(rq, "admin_name"));
	return page_go(page, "/admin/organs/", code, "?done=admin_added", NULL);
}

enum reply
organ_show(struct request *rq, struct page *page)
{
	struct query *q = admin_thing_load(rq, &organ, request_part(rq, "code"));

	if (q == NULL)
		return REPLY_NOT_FOUND;
	admin_thing_into(rq, page, &organ, query_get(q, "code"), q);
	choices_into(rq, page);
	return REPLY_PAGE;
}

enum reply
organ_save(struct request *rq, struct page *page)
{
	const char *code = request_part(rq, "code");
	struct query *was = admin_thing_load(rq, &organ, code), *guides;
	enum reply reply;

	if (was != NULL && !text_is(query_get(was, "area_code"), form_get(rq, "admin_area")) && !admin_area_known(rq, page))
		return REPLY_INVALID;
	reply = admin_thing_save(rq, page, &organ, code);
	if (reply != REPLY_GO || text_is(query_get(was, "name"), form_get(rq, "admin_name")))
		return reply;
	/* Guides keep the names of the organs of their steps. */
	guides = query(rq, Q_ORGAN_GUIDES);
	query_text(guides, "id", code);
	while (query_next(guides))
		elements_keep(rq->db, rq->arena, (uint64_t)query_get_number(guides, "version_id"));
	return reply;
}

enum reply
organ_retire(struct request *rq, struct page *page)
{
	return admin_thing_retire(rq, page, &organ, request_part(rq, "code"), false);
}

enum reply
organ_restore(struct request *rq, struct page *page)
{
	return admin_thing_retire(rq, page, &organ, request_part(rq, "code"), true);
}
