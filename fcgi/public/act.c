/*
 * act.c - for whom does the visitor act?  The switch between oneself and those who gave one a right.
 *
 * Kept in the session's row and nowhere else; what follows from it is
 * fcgi/worker/acting.c's word.
 */
#include "fcgi/public/delegate.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/own.h"

static const struct field act_fields[] = {
	{ "for", FIELD_NUMBER, .required = true, .least = 0, .most = INT64_MAX },
};
const struct form act_form = FORM(act_fields);

enum reply
act_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_ACTING_CHOICES);
	struct delegation d;
	size_t n = 0;

	query_number(q, "person", (long long)rq->who.person);
	while (query_next(q)) {
		const char *row;

		if (!delegation_read(q, &d) || delegation_fallen(&d, rq->today) != NULL)
			continue;
		row = arena_format(rq->arena, "holders.%zu", n++);
		query_row_into(q, page, row);
		delegation_rights_into(rq, page, row, d.rights);
	}
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "", "acts_for.title", NULL);
	return REPLY_PAGE;
}

/* A right of this very person's that stands today. */
static bool
choice_stands(struct request *rq, long long delegation)
{
	struct query *q = query(rq, Q_ACTING_CHOICES);
	struct delegation d;

	query_number(q, "person", (long long)rq->who.person);
	while (query_next(q))
		if (query_get_number(q, "id") == delegation)
			return delegation_read(q, &d) && delegation_fallen(&d, rq->today) == NULL;
	return false;
}

enum reply
act_set(struct request *rq, struct page *page)
{
	long long delegation = form_number(rq, "for");
	struct query *q;

	if (delegation != 0 && !choice_stands(rq, delegation))
		return REPLY_NOT_FOUND;
	q = query(rq, Q_ACTING_SET);
	if (delegation == 0)
		query_null(q, "delegation");
	else
		query_number(q, "delegation", delegation);
	query_bytes(q, "token_hash", request_session_hash(rq), 32);
	query_number(q, "person", (long long)rq->who.person);
	query_run(q);
	return page_go(page, delegation == 0 ? "/my/?done=acts_for_self" : "/my/?done=acts_for_another", NULL);
}
