/* centre.c - the halls where matters are handled, and the windows in them. */
#include "fcgi/admin/system.h"

#include "base/arena.h"
#include "base/text.h"
#include "generated/queries/admin_place.h"

#include <string.h>

#define CENTRE_FIELDS								\
	{ "admin_name", FIELD_TEXT, .required = true, .least = 2, .most = 200 },	\
	{ "admin_name_en", FIELD_TEXT, .most = 300 },				\
	{ "admin_area", FIELD_CODE, .required = true, .most = 12 },		\
	{ "admin_address", FIELD_TEXT, .required = true, .least = 2, .most = 300 }, \
	{ "hours_text", FIELD_TEXT, .most = 300 },				\
	{ "admin_phone", FIELD_TEXT, .most = 100 },				\
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 }

static const struct field centre_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	CENTRE_FIELDS,
};
static const struct field centre_new_fields[] = {
	{ "centre_code", FIELD_CODE, .required = true, .least = 2, .most = 32 },
	CENTRE_FIELDS,
};
const struct form centre_form = FORM(centre_fields);
const struct form centre_new_form = FORM(centre_new_fields);

static const struct admin_field kept[] = {
	{ "admin_name", "name" }, { "admin_name_en", "name_en" }, { "admin_area", "area_code" },
	{ "admin_address", "address" }, { "hours_text", "hours" }, { "admin_phone", "phone" },
};
static const struct admin_thing centre = {
	"centre", "/admin/centres", "admin_nav.centres", "/admin/centres/", kept, sizeof(kept) / sizeof(kept[0]),
	Q_CENTRE_LOAD, Q_CENTRE_SET, Q_CENTRE_RETIRE, Q_CENTRE_TIES, Q_CENTRE_LIST, Q_CENTRE_FOUND,
};

struct query *
centre_asked(struct request *rq)
{
	return admin_thing_load(rq, &centre, request_part(rq, "code"));
}

enum reply
centres_show(struct request *rq, struct page *page)
{
	return admin_things_show(rq, page, &centre);
}

static void
choices_into(struct request *rq, struct page *page)
{
	static const char *const optional[] = { "admin_name_en", "hours_text", "admin_phone" };

	for (size_t i = 0; i < sizeof(optional) / sizeof(optional[0]); i++)
		page_sub(page, "optional", optional[i], "1");
	admin_choices(rq, page, "admin_area", area_choices(rq), NULL);
}

enum reply
centre_new(struct request *rq, struct page *page)
{
	choices_into(rq, page);
	admin_crumbs(page, "/admin/centres", "admin_nav.centres", page_word(page, "admin.centre_new"));
	return REPLY_PAGE;
}

enum reply
centre_add(struct request *rq, struct page *page)
{
	const char *code = form_get(rq, "centre_code");
	struct query *q;

	if (!admin_area_known(rq, page))
		return REPLY_INVALID;
	if (code[strcspn(code, "/()")] != '\0') {	/* it is part of addresses */
		form_error(page, "centre_code", "not_a_code");
		return REPLY_INVALID;
	}
	q = query(rq, Q_CENTRE_ADD);
	query_text(q, "code", code);
	admin_thing_bind(rq, q, &centre);
	if (query_run(q) < 0) {
		form_error(page, "centre_code", "taken");
		return REPLY_INVALID;
	}
	admin_thing_added(rq, &centre, code, form_get(rq, "admin_name"));
	return page_go(page, "/admin/centres/", code, "?done=admin_added", NULL);
}

enum reply
centre_show(struct request *rq, struct page *page)
{
	struct query *q = centre_asked(rq), *windows;
	const char *url;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	admin_thing_into(rq, page, &centre, query_get(q, "code"), q);
	choices_into(rq, page);
	url = page_get(page, "thing.url");
	page_sub(page, "thing", "hours_url", arena_format(rq->arena, "%s/hours", url));
	page_sub(page, "thing", "plans_url", arena_format(rq->arena, "%s/plans", url));
	page_sub(page, "thing", "window_new_url", arena_format(rq->arena, "%s/windows/new", url));
	windows = query(rq, Q_CENTRE_WINDOWS);
	query_text(windows, "id", query_get(q, "code"));
	for (size_t n = 0; query_next(windows); n++) {
		const char *row = arena_format(rq->arena, "windows.%zu", n);

		query_row_into(windows, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/admin/windows/%s", query_get(windows, "id")));
	}
	return REPLY_PAGE;
}

enum reply
centre_save(struct request *rq, struct page *page)
{
	struct query *was = centre_asked(rq);

	if (was != NULL && !text_is(query_get(was, "area_code"), form_get(rq, "admin_area")) && !admin_area_known(rq, page))
		return REPLY_INVALID;
	return admin_thing_save(rq, page, &centre, request_part(rq, "code"));
}

enum reply
centre_retire(struct request *rq, struct page *page)
{
	return admin_thing_retire(rq, page, &centre, request_part(rq, "code"), false);
}

enum reply
centre_restore(struct request *rq, struct page *page)
{
	return admin_thing_retire(rq, page, &centre, request_part(rq, "code"), true);
}
