/* window.c - one window of a hall: whose it is, its queue, and what it serves beyond its own organ. */
#include "fcgi/admin/system.h"

#include "base/arena.h"
#include "base/text.h"
#include "generated/queries/admin_place.h"
#include "record/record.h"

#include <string.h>

static const char *const letters[] = { "A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S",
    "T", "U", "V", "W", "X", "Y", "Z", NULL };
static const char *const service_kinds[] = { "item", "organ", NULL };

#define WINDOW_FIELDS								\
	{ "admin_name", FIELD_TEXT, .required = true, .least = 2, .most = 200 },	\
	{ "admin_name_en", FIELD_TEXT, .most = 300 },				\
	{ "window_organ", FIELD_CODE, .most = 18 },				\
	{ "window_letter", FIELD_CHOICE, .required = true, .choices = letters },	\
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 }

static const struct field window_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	WINDOW_FIELDS,
};
static const struct field window_new_fields[] = {
	{ "window_number", FIELD_CODE, .required = true, .most = 16 },
	WINDOW_FIELDS,
};
static const struct field service_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000000 },
	{ "service_kind", FIELD_CHOICE, .required = true, .choices = service_kinds },
	{ "service_code", FIELD_CODE, .required = true, .most = 64 },
	{ "admin_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form window_form = FORM(window_fields);
const struct form window_new_form = FORM(window_new_fields);
const struct form service_form = FORM(service_fields);

static const struct admin_field kept[] = {
	{ "admin_name", "name" }, { "admin_name_en", "name_en" }, { "window_organ", "organ_code" }, { "window_letter", "letter" },
};
static const struct admin_thing window = {
	"window", "/admin/centres", "admin_nav.centres", "/admin/windows/", kept, sizeof(kept) / sizeof(kept[0]),
	Q_WINDOW_LOAD, Q_WINDOW_SET, Q_WINDOW_RETIRE, Q_WINDOW_TIES, NULL, NULL,
};

static void
choices_into(struct request *rq, struct page *page)
{
	const char *letter = form_get(rq, "window_letter");
	struct query *organs = query(rq, Q_ORGAN_CHOICES);

	page_sub(page, "optional", "admin_name_en", "1");
	query_text(organs, "area", admin_reach(rq));
	query_text(organs, "kept", page_get(page, "thing.organ_code"));
	admin_choices(rq, page, "window_organ", organs, page_word(page, "admin.general_window"));
	if (*letter == '\0')
		letter = page_get(page, "form.window_letter");
	for (size_t i = 0; letters[i] != NULL; i++) {
		struct node *row = page_row(page, "choices.window_letter", i);

		row_text(page, row, "value", letters[i]);
		row_text(page, row, "label", letters[i]);
		row_text(page, row, "checked", text_is(letters[i], letter) ? "1" : "");
	}
}

static bool
organ_known(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_ORGAN_LOAD);

	if (*form_get(rq, "window_organ") == '\0')
		return true;
	query_text(q, "id", form_get(rq, "window_organ"));
	query_text(q, "area", admin_reach(rq));
	if (query_next(q) && query_is_null(q, "retired_on"))
		return true;
	form_error(page, "window_organ", "not_a_choice");
	return false;
}

enum reply
window_new(struct request *rq, struct page *page)
{
	struct query *centre = centre_asked(rq);

	if (centre == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(centre, page, "thing");
	page_sub(page, "thing", "url", arena_format(rq->arena, "/admin/centres/%s/windows/new", query_get(centre, "code")));
	choices_into(rq, page);
	admin_crumb_home(page);
	page_crumb(page, "/admin/centres", "admin_nav.centres", NULL);
	page_crumb(page, arena_format(rq->arena, "/admin/centres/%s", query_get(centre, "code")), NULL, query_get(centre, "name"));
	page_crumb(page, "", "admin.window_new", NULL);
	return REPLY_PAGE;
}

enum reply
window_add(struct request *rq, struct page *page)
{
	struct query *centre = centre_asked(rq), *q;
	const char *id;

	if (centre == NULL)
		return REPLY_NOT_FOUND;
	if (!query_is_null(centre, "retired_on"))
		return page_refuse(page, "admin_retired");
	if (!organ_known(rq, page))
		return REPLY_INVALID;
	q = query(rq, Q_WINDOW_ROW_ADD);
	query_text(q, "centre", query_get(centre, "code"));
	query_text(q, "number", form_get(rq, "window_number"));
	admin_thing_bind(rq, q, &window);
	if (query_run(q) < 0) {
		form_error(page, "window_number", "taken");
		return REPLY_INVALID;
	}
	id = record_number(rq->arena, query_id(q));
	admin_thing_added(rq, &window, id, arena_format(rq->arena, "%s %s %s", query_get(centre, "name"),
	    form_get(rq, "window_number"), form_get(rq, "admin_name")));
	return page_go(page, "/admin/windows/", id, "?done=admin_added", NULL);
}

enum reply
window_show(struct request *rq, struct page *page)
{
	struct query *q = admin_thing_load(rq, &window, request_part(rq, "id")), *services;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "thing");
	admin_thing_into(rq, page, &window, query_get(q, "id"), q);
	page_sub(page, "thing", "centre_url", arena_format(rq->arena, "/admin/centres/%s", query_get(q, "centre_code")));
	choices_into(rq, page);
	page_choices(page, "service_kind", service_kinds, "service_kind", *form_get(rq, "service_kind") ?
	    form_get(rq, "service_kind") : "item");
	services = query(rq, Q_WINDOW_SERVICES_OF);
	query_text(services, "id", query_get(q, "id"));
	query_into(services, page, "services");
	return REPLY_PAGE;
}

enum reply
window_save(struct request *rq, struct page *page)
{
	struct query *was = admin_thing_load(rq, &window, request_part(rq, "id"));

	if (was != NULL && !text_is(query_get(was, "organ_code"), form_get(rq, "window_organ")) && !organ_known(rq, page))
		return REPLY_INVALID;
	return admin_thing_save(rq, page, &window, request_part(rq, "id"));
}

enum reply
window_retire(struct request *rq, struct page *page)
{
	return admin_thing_retire(rq, page, &window, request_part(rq, "id"), false);
}

enum reply
window_restore(struct request *rq, struct page *page)
{
	return admin_thing_retire(rq, page, &window, request_part(rq, "id"), true);
}

/* ---- what it serves ---- */

/* Takes the window's version; the row is then this one's until the transaction ends. */
static bool
version_taken(struct request *rq, const char *id)
{
	struct query *q = query(rq, Q_WINDOW_TOUCH_ROW);

	query_text(q, "id", id);
	query_number(q, "version", form_number(rq, "version"));
	return query_run(q) == 1;
}

static enum reply
service_noted(struct request *rq, struct page *page, const struct query *row, const char *name, bool added)
{
	const char *what = arena_format(rq->arena, "%s %s", form_get(rq, "service_code"), name);

	admin_note(rq, &(struct admin_change){ added ? "service_add" : "service_remove", "window", query_get(row, "id"),
	    arena_format(rq->arena, "%s %s", query_get(row, "number"), query_get(row, "name")),
	    record_detail(rq->arena, "service", added ? "" : what, NULL),
	    record_detail(rq->arena, "service", added ? what : "", NULL) });
	return page_go(page, "/admin/windows/", query_get(row, "id"), "?done=admin_saved", NULL);
}

enum reply
service_add(struct request *rq, struct page *page)
{
	struct query *row = admin_thing_load(rq, &window, request_part(rq, "id")), *known = query(rq, Q_WINDOW_SERVICE_KNOWN), *q;

	if (row == NULL)
		return REPLY_NOT_FOUND;
	query_text(known, "kind", form_get(rq, "service_kind"));
	query_text(known, "code", form_get(rq, "service_code"));
	query_text(known, "area", admin_reach(rq));
	if (!query_next(known)) {
		form_error(page, "service_code", "service_unknown");
		return REPLY_INVALID;
	}
	if (!version_taken(rq, query_get(row, "id")))
		return REPLY_CONFLICT;
	q = query(rq, Q_WINDOW_ROW_SERVICE_ADD);
	query_text(q, "id", query_get(row, "id"));
	query_text(q, "kind", form_get(rq, "service_kind"));
	query_text(q, "code", form_get(rq, "service_code"));
	if (query_run(q) < 0) {
		form_error(page, "service_code", "taken");
		return REPLY_INVALID;
	}
	return service_noted(rq, page, row, query_get(known, "name"), true);
}

enum reply
service_remove(struct request *rq, struct page *page)
{
	struct query *row = admin_thing_load(rq, &window, request_part(rq, "id")), *q;

	if (row == NULL)
		return REPLY_NOT_FOUND;
	if (!version_taken(rq, query_get(row, "id")))
		return REPLY_CONFLICT;
	q = query(rq, Q_WINDOW_SERVICE_REMOVE);
	query_text(q, "id", query_get(row, "id"));
	query_text(q, "kind", form_get(rq, "service_kind"));
	query_text(q, "code", form_get(rq, "service_code"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	return service_noted(rq, page, row, "", false);
}
