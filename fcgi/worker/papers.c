/* papers.c - the list of a case's papers, for every program that shows the case. */
#include "fcgi/worker/papers.h"

#include "base/text.h"
#include "generated/queries/paper.h"

void
papers_into(struct request *rq, struct page *page, uint64_t case_id, bool linked)
{
	struct query *q = query(rq, Q_PAPERS_OF_CASE);
	size_t n = 0;

	query_number(q, "case_id", (long long)case_id);
	while (query_next(q)) {
		const char *row = arena_format(rq->arena, "papers.%zu", n++), *code = query_get(q, "code");

		page_sub(page, row, "title", page_word(page, arena_format(rq->arena, "paper_kind.%s", query_get(q, "kind"))));
		page_sub(page, row, "kind", query_get(q, "kind"));
		page_sub(page, row, "number", query_get(q, "number"));
		page_day(page, arena_format(rq->arena, "%s.issued_on", row), query_get_day(q, "issued_on"));
		page_sub(page, row, "state", query_get(q, "state"));
		page_sub(page, row, "url", linked ? arena_format(rq->arena, "/papers/%s", code) : "");
		page_sub(page, row, "pdf_url", linked ? arena_format(rq->arena, "/papers/%s.pdf", code) : "");
	}
}
