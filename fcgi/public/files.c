/* files.c - the files of one's own cases: listed, downloaded, taken away again. */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/apply.h"

#include <stdlib.h>

void
own_files_into(struct request *rq, struct page *page, const char *name, const struct own *o, long long material,
    bool removable)
{
	struct query *q = query(rq, Q_OWN_FILES);
	long long round = own_asked(o) ? o->round : 0;
	size_t n = 0;

	query_number(q, "id", (long long)o->id);
	if (material < 0)
		query_null(q, "material");
	else
		query_number(q, "material", material);
	for (; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "%s.%zu", name, n);
		const char *url = arena_format(rq->arena, "/applications/%llu/files/%s", (unsigned long long)o->id,
		    query_get(q, "id"));

		query_row_into(q, page, row);
		page_sub(page, row, "url", url);
		page_sub(page, row, "size_text", bytes_text(rq, query_get_number(q, "bytes")));
		if (removable && query_get_number(q, "round") == round)
			page_sub(page, row, "remove_url", arena_format(rq->arena, "%s/remove", url));
	}
	page_number(page, arena_format(rq->arena, "%s_count", name), (long long)n);
}

static struct query *
own_file(struct request *rq)
{
	struct query *q = query(rq, Q_OWN_FILE);

	query_number(q, "file", request_part_number(rq, "file"));
	query_number(q, "id", request_part_number(rq, "id"));
	query_number(q, "applicant", (long long)rq->who.account);
	return query_next(q) ? q : NULL;
}

enum reply
own_file_send(struct request *rq, struct page *page)
{
	struct query *q = own_file(rq);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	return page_file(page, query_get(q, "sha256"), query_get(q, "name"), query_get(q, "content_type"));
}

static long long
files_left(struct request *rq, const struct own *o, const char *material)
{
	struct query *q = query(rq, Q_FILES_LEFT);

	query_number(q, "id", (long long)o->id);
	query_text(q, "material", material);
	return query_next(q) ? query_get_number(q, "count") : 0;
}

/* The last file gone, the material is as if never given. */
static void
material_forget(struct request *rq, const struct own *o, const char *material)
{
	struct query *q = query(rq, Q_MATERIAL_SET);

	query_number(q, "id", (long long)o->id);
	query_text(q, "position", material);
	query_text(q, "given", "none");
	query_text(q, "note", "");
	query_run(q);
}

enum reply
own_file_remove(struct request *rq, struct page *page)
{
	struct query *file = own_file(rq), *q;
	const char *material, *id = request_part(rq, "id");
	struct own o;

	if (file == NULL || !own_load(rq, page, &o))
		return REPLY_NOT_FOUND;
	if ((o.state != STATE_DRAFT && !own_asked(&o)) || !own_touch(rq, &o))
		return page_refuse(page, "already_submitted");
	material = query_get(file, "material");
	q = query(rq, Q_FILE_REMOVE);
	query_number(q, "file", request_part_number(rq, "file"));
	query_number(q, "id", (long long)o.id);
	query_number(q, "round", own_asked(&o) ? o.round : 0);
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return page_refuse(page, "already_submitted");
	if (files_left(rq, &o, material) == 0)
		material_forget(rq, &o, material);
	return page_go(page, "/applications/", id, "/materials/", material, "?done=removed", NULL);
}
