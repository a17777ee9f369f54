/*
 * A paper that was issued by mistake is recalled by an approver of the organ that issued it, with a reason.
 *
 * What was issued stays as it was, drawn with its state across every page; whoever verifies it is told, and so is the
 * applicant.  The case does not move, so its record has no row of it: who recalled what stands among the acts of
 * colleagues, why and when on the paper.
 */
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/recall.h"
#include "record/notice.h"
#include "record/paper.h"

static const struct field recall_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "recall_reason", FIELD_LINES, .required = true, .least = 2, .most = 500 },
};
const struct form recall_form = FORM(recall_fields);

/* The paper named in the path, if this organ issued it; NULL otherwise. */
static struct query *
paper_own(struct request *rq)
{
	struct query *q = query(rq, Q_RECALL_PAPER);
	char code[PAPER_CODE_TEXT];

	if (!paper_code_tidy(request_part(rq, "paper"), code))
		return NULL;
	query_text(q, "code", code);
	query_text(q, "organ", rq->who.organ);
	return query_next(q) ? q : NULL;
}

/* What the applicant signed is not the organ's to recall. */
static const char *
why_not(const struct query *paper)
{
	enum paper kind;

	if (!text_is(query_get(paper, "state"), "valid"))
		return "paper_invalid";
	return !paper_named(query_get(paper, "kind"), &kind) || paper_by_applicant(kind) ? "paper_of_applicant" : NULL;
}

enum reply
recall_show(struct request *rq, struct page *page)
{
	struct query *paper = paper_own(rq);

	if (paper == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(paper, page, "row");
	page_text(page, "row.kind_text", page_word(page, arena_format(rq->arena, "paper_kind.%s", query_get(paper, "kind"))));
	page_textf(page, "row.url", "/office/papers/%s/recall", query_get(paper, "code"));
	page_textf(page, "case.url", "/office/cases/%s", query_get(paper, "case_number"));
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, page_get(page, "case.url"), NULL, query_get(paper, "title"));
	page_crumb(page, NULL, "action.recall", NULL);
	if (why_not(paper) != NULL)
		page_refuse(page, why_not(paper));
	else
		page_flag(page, "may_recall", true);
	return REPLY_PAGE;
}

static void
applicant_tell(struct request *rq, const struct query *paper)
{
	notice_send(rq->db, rq->arena, &(struct notice){ .case_id = (uint64_t)query_get_number(paper, "case_id"),
	    .kind = "paper_recalled", .occasion = arena_format(rq->arena, "recall-%s", query_get(paper, "code")), .at = rq->now,
	    .reason = arena_format(rq->arena, "%s: %s", query_get(paper, "number"), form_get(rq, "recall_reason")),
	    .due_on = DAY_NONE });
}

enum reply
paper_recall(struct request *rq, struct page *page)
{
	struct query *paper = paper_own(rq), *q;

	if (paper == NULL)
		return REPLY_NOT_FOUND;
	if (why_not(paper) != NULL)
		return page_refuse(page, why_not(paper));
	q = query(rq, Q_RECALL_ONE);
	query_text(q, "code", query_get(paper, "code"));
	query_number(q, "version", form_number(rq, "version"));
	query_text(q, "note", form_get(rq, "recall_reason"));
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	paper_list_renew(rq->db, rq->arena, (uint64_t)query_get_number(paper, "case_id"));
	q = query(rq, Q_RECALL_ACT);
	query_number(q, "account", (long long)rq->who.account);
	query_instant(q, "now", rq->now);
	query_text(q, "subject", arena_format(rq->arena, "papers/%s", query_get(paper, "code")));
	query_run(q);
	applicant_tell(rq, paper);
	return page_go(page, "/office/cases/", query_get(paper, "case_number"), "?done=paper_recalled", NULL);
}

void
recall_links_into(struct request *rq, struct page *page, const struct case_row *c)
{
	if (!c->own || !(rq->who.roles & ROLE_APPROVER))
		return;
	for (size_t n = 0;; n++) {
		const char *row = arena_format(rq->arena, "papers.%zu", n);
		const char *url = page_get(page, arena_format(rq->arena, "%s.url", row));
		enum paper kind;

		if (*url == '\0')
			return;
		if (text_is(page_get(page, arena_format(rq->arena, "%s.state", row)), "valid") &&
		    paper_named(page_get(page, arena_format(rq->arena, "%s.kind", row)), &kind) && !paper_by_applicant(kind))
			page_sub(page, row, "recall_url", arena_format(rq->arena, "/office%s/recall", url));
	}
}
