/*
 * licence.c - 我的证照: what the visitor holds, and the materials that need not be submitted because of it.
 *
 * Found by the number of the visitor's account, not by its cases: what was granted at a window is there as well.
 */
#include "fcgi/public/licence.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/licence.h"
#include "record/licence.h"

static const char *
days_text(struct request *rq, struct page *page, const struct query *q)
{
	const char *from = arena_text(rq->arena, page_day_text(page, query_get_day(q, "valid_from")));

	if (query_is_null(q, "valid_to"))
		page_say(page, "days_text", "licence.days_long", "from", from, NULL);
	else
		page_say(page, "days_text", "licence.days_until", "from", from, "to",
		    arena_text(rq->arena, page_day_text(page, query_get_day(q, "valid_to"))), NULL);
	return arena_text(rq->arena, page_get(page, "days_text"));
}

static void
licence_into(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	struct licence l = licence_read(q);
	enum licence_standing standing = licence_standing(&l, rq->today);
	const char *code = query_get(q, "paper_code");
	bool own = query_get_number(q, "own_case") != 0;	/* the paper itself is for who applied */

	page_sub(page, row, "standing", licence_standing_name(standing));
	page_sub(page, row, "days_text", days_text(rq, page, q));
	page_sub(page, row, "soon", "");
	if (licence_ends_soon(&l, rq->today, LICENCE_RENEWAL_DAYS))
		page_say(page, arena_format(rq->arena, "%s.soon", row), "licence.soon", "n",
		    arena_format(rq->arena, "%d", day_between(rq->today, l.valid_to)), NULL);
	page_sub(page, row, "paper_url", own && *code ? arena_format(rq->arena, "/papers/%s", code) : "");
	page_sub(page, row, "pdf_url", own && *code ? arena_format(rq->arena, "/papers/%s.pdf", code) : "");
	page_sub(page, row, "verify_url", *code ? arena_format(rq->arena, "/verify/%s", code) : "");
	page_sub(page, row, "renew_url", licence_renewable(&l, rq->today) && query_get_number(q, "offered") != 0 ?
	    arena_format(rq->arena, "/items/%s", query_get(q, "item_code")) : "");
}

enum reply
my_licences(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_MY_LICENCES);

	query_number(q, "applicant", (long long)rq->who.account);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "licences.%zu", n);

		query_row_into(q, page, row);
		licence_into(rq, page, row, q);
	}
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "", "licence.mine", NULL);
	return REPLY_PAGE;
}

/* ---- instead of a material ---- */

void
licences_of_materials(struct request *rq, struct page *page, uint64_t case_id, struct material *rows, size_t count)
{
	struct query *q = query(rq, Q_LICENCE_OF_MATERIAL);

	query_number(q, "id", (long long)case_id);
	query_day(q, "today", rq->today);
	while (query_next(q))
		for (size_t i = 0; i < count; i++) {
			const char *row = arena_format(rq->arena, "materials.%zu.held", i);
			struct licence l = licence_read(q);
			enum licence_standing standing = licence_standing(&l, rq->today);

			if (rows[i].position != query_get_number(q, "position"))
				continue;
			rows[i].licence = (uint64_t)query_get_number(q, "id");
			rows[i].law.licence = standing == LICENCE_STANDS;
			query_row_into(q, page, row);
			page_sub(page, row, "standing", licence_standing_name(standing));
			page_sub(page, row, "paper_url", "");
		}
}

void
licence_set(struct request *rq, uint64_t case_id, const struct material *m)
{
	struct query *q = query(rq, Q_MATERIAL_LICENCE_SET);

	query_number(q, "id", (long long)case_id);
	query_number(q, "position", m->position);
	query_number(q, "licence", (long long)m->licence);
	query_run(q);
}
