/* promise.c - what the applicant promised to bring later (容缺), and handing it in. */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"
#include "fcgi/public/quota.h"

#include "base/text.h"
#include "fcgi/worker/upload.h"
#include "generated/queries/apply.h"

static const struct field keep_fields[] = {
	{ "files", FIELD_FILES, .required = true, .most = FILES_MOST },
};
const struct form promise_form = FORM(keep_fields);

static struct query *
promises(struct request *rq, const struct own *o)
{
	struct query *q = query(rq, Q_OWN_PROMISES);

	query_number(q, "id", (long long)o->id);
	query_number(q, "version_id", (long long)o->item_version);
	return q;
}

static const char *
promise_state(const struct query *q)
{
	return !query_is_null(q, "lapsed_at") ? "lapsed" : !query_is_null(q, "kept_at") ? "kept" :
	    !query_is_null(q, "given_at") ? "given" : "open";
}

static bool
may_keep(const struct request *rq, const struct own *o)
{
	return !step_find(o->state, EVENT_KEEP_PROMISE, rq->who.roles).refused;
}

void
own_promises_into(struct request *rq, struct page *page, const struct own *o)
{
	struct query *q = promises(rq, o);

	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "promises.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "state", promise_state(q));
		if (text_is(promise_state(q), "open") && may_keep(rq, o))
			page_textf(page, arena_format(rq->arena, "%s.url", row), "%s/promises/%s", page_get(page, "case.my_url"),
			    query_get(q, "material"));
	}
}

/* The open promise of the path's :n under "promise"; false when there is none. */
static bool
promise_load(struct request *rq, struct page *page, const struct own *o)
{
	long long material = request_part_number(rq, "n");
	struct query *q = promises(rq, o);

	while (query_next(q))
		if (query_get_number(q, "material") == material && text_is(promise_state(q), "open")) {
			query_row_into(q, page, "promise");
			return true;
		}
	return false;
}

enum reply
promise_show(struct request *rq, struct page *page)
{
	struct own o;

	if (!own_load_by_number(rq, page, &o) || !promise_load(rq, page, &o) || !may_keep(rq, &o))
		return REPLY_NOT_FOUND;
	page_textf(page, "promise.url", "%s/promises/%s", page_get(page, "case.my_url"), request_part(rq, "n"));
	page_say(page, "limits", "apply.file_limits", "n", arena_format(rq->arena, "%d", FILES_MOST), "size",
	    arena_format(rq->arena, "%lld", rq->config->upload_file_bytes / (1024 * 1024)), NULL);
	own_crumbs(page, "my.cases");
	page_crumb(page, page_get(page, "case.my_url"), NULL, page_get(page, "case.shown"));
	page_crumb(page, "", NULL, page_get(page, "promise.material_name"));
	return REPLY_PAGE;
}

static bool
files_right(struct request *rq, struct page *page)
{
	const struct upload *file;
	const char *why;

	for (size_t i = 0; (file = form_file(rq, "files", i)) != NULL; i++)
		if ((why = upload_refused(file)) != NULL) {
			form_error(page, "files", why);
			return false;
		}
	return true;
}

/* Handing in is an act of its own: files, the promise and the record in one transaction. */
enum reply
promise_give(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	const struct upload *file;
	struct query *q;
	struct own o;

	if (!quota_files(rq, page, "files"))
		return REPLY_TOO_MANY;
	if (!own_load_by_number(rq, page, &o) || !promise_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if (!files_right(rq, page))
		return REPLY_INVALID;
	if (!own_act(rq, page, &o, EVENT_KEEP_PROMISE, o.version, "", record_detail(rq->arena, "material",
	    request_part(rq, "n"), NULL), &reply))
		return reply;
	for (size_t i = 0; (file = form_file(rq, "files", i)) != NULL; i++)
		if (!own_file_keep(rq, &o, request_part_number(rq, "n"), file))
			return REPLY_INVALID;	/* the machine's failure: 503 */
	q = query(rq, Q_PROMISE_GIVEN);
	query_number(q, "id", (long long)o.id);
	query_number(q, "material", request_part_number(rq, "n"));
	query_instant(q, "now", rq->now);
	query_run(q);
	own_told(rq, &o);
	return page_go(page, "/my/cases/", o.number, "?done=promise_given", NULL);
}
