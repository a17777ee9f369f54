/* guide.c - 办事指南: one item with everything an applicant must know, today or as of a day. */
#include "fcgi/worker/guide.h"

#include "base/text.h"
#include "fcgi/public/pages.h"
#include "generated/queries/public.h"

static const struct field guide_fields[] = {
	{ "on", FIELD_DAY },
	{ "print", FIELD_FLAG },
};
const struct form guide_form = FORM(guide_fields);

enum reply
guide_show(struct request *rq, struct page *page)
{
	const char *code = request_part(rq, "code");
	struct day on = form_day(rq, "on");
	uint64_t version = guide_version(rq, code, on);

	page_crumb(page, "/", "nav.home", NULL);
	page_crumb(page, "/items", "title.public_items", NULL);
	page_text(page, "guide_code", code);
	page_day(page, "on", on);
	if (version == 0 && day_known(on) && (version = guide_version(rq, code, DAY_NONE)) != 0) {
		page_flag(page, "none_then", true);	/* it exists, but did not on that day */
	}
	if (version == 0 || !guide_into(rq, page, "guide", version))
		return REPLY_NOT_FOUND;
	page_text(page, "page.title", rq->language == LANGUAGE_EN && *page_get(page, "guide.title_en") != '\0' ?
	    page_get(page, "guide.title_en") : page_get(page, "guide.title"));
	page_crumb(page, "", NULL, page_get(page, "page.title"));
	page_text(page, "apply_url", *page_get(page, "guide.fields.0.name") == '\0' ||
	    text_is(page_get(page, "guide.online_depth"), "none") ? "" :
	    arena_format(rq->arena, "/items/%s/apply", code));
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
