/*
 * acting.c - who acts for another: which pages are open to him, and as whom he enters them.
 *
 * This is the one place that decides it.  A session names the delegation it
 * acts under (sessions.acts_for); the delegation is read anew for each request,
 * so that one revoked or expired opens nothing any more, and once again, with a
 * lock, in the transaction that writes.  A right that has fallen is never taken
 * for "then he is himself": what was meant for an enterprise must not be filed
 * in a person's own name.
 */
#include "fcgi/worker/inside.h"

#include "base/text.h"
#include "fcgi/worker/page.h"
#include "fcgi/worker/route.h"
#include "generated/queries/worker.h"
#include "rules/number.h"
#include "rules/paper.h"

#include <string.h>

/* ---- what the session says ---- */

static void
acting_read(struct acting *a, struct query *q, struct day today)
{
	bool known = delegation_state_named(query_get(q, "state"), &a->law.state) &&
	    rights_named(query_get(q, "scope"), &a->law.rights);

	a->holder = (uint64_t)query_get_number(q, "holder_id");
	a->kind = text_is(query_get(q, "kind"), "person") ? WHO_PERSON : WHO_ENTERPRISE;
	a->holder_name = query_get(q, "name");
	a->all_items = query_get_number(q, "all_items") == 1;
	a->law.firm = a->kind == WHO_ENTERPRISE;
	a->law.representative = text_is(query_get(q, "office"), "representative");
	a->law.answer_by_on = query_get_day(q, "answer_by_on");
	a->law.expires_on = query_get_day(q, "expires_on");
	a->fallen = !known || query_get_number(q, "closed") == 1 ? "closed" : delegation_fallen(&a->law, today);
}

void
acting_load(struct request *rq)
{
	struct acting *a = &rq->inside->acting;
	struct query *q;

	if (a->delegation == 0)
		return;
	a->holder_name = "";
	a->fallen = "closed";
	if (rq->who.kind != WHO_PERSON || !text_is(rq->inside->program->frame, "public"))
		return;				/* nobody acts for another in the office */
	q = query(rq, Q_ACTING_LOAD);
	query_number(q, "delegation", (long long)a->delegation);
	query_number(q, "person", (long long)rq->who.account);
	query_day(q, "today", rq->today);
	if (query_next(q))
		acting_read(a, q, rq->today);
}

/* ---- this page ---- */

static unsigned
rights_of_route(const struct route *route)
{
	return (route->flags & ROUTE_FOR_LOOK ? RIGHT_LOOK : 0u) | (route->flags & ROUTE_FOR_APPLY ? RIGHT_APPLY : 0u) |
	    (route->flags & ROUTE_FOR_COLLECT ? RIGHT_COLLECT : 0u) | (route->flags & ROUTE_FOR_PAY ? RIGHT_PAY : 0u);
}

/* How the addresses that name a case, a paper or an item name it.  What is on no line here is shut to who may not see
 * all items, unless its lists know of it (ROUTE_FOR_ITEMS). */
enum named { NAMED_NOTHING, NAMED_ITEM, NAMED_CASE, NAMED_CASE_NUMBER, NAMED_PAPER };

static enum named
named_by(const char *path)
{
	if (text_starts(path, "/items/:code/"))
		return NAMED_ITEM;
	if (text_starts(path, "/applications/:id"))
		return NAMED_CASE;
	if (text_starts(path, "/my/cases/:number"))
		return NAMED_CASE_NUMBER;
	if (text_starts(path, "/papers/:paper"))
		return NAMED_PAPER;
	return NAMED_NOTHING;
}

static struct query *
item_query(struct request *rq)
{
	char number[CASE_NUMBER_TEXT], code[PAPER_CODE_TEXT];
	const char *part;
	struct query *q;

	switch (named_by(rq->route->path)) {
	case NAMED_ITEM:
		q = query(rq, Q_ACTING_ITEM);
		query_text(q, "item_code", request_part(rq, "code"));
		return q;
	case NAMED_CASE:
		q = query(rq, Q_ACTING_CASE);
		query_number(q, "id", request_part_number(rq, "id"));
		break;
	case NAMED_CASE_NUMBER:
		q = query(rq, Q_ACTING_CASE_BY_NUMBER);
		part = request_part(rq, "number");
		query_text(q, "number", case_number_tidy(part, number) ? arena_text(rq->arena, number) : part);
		break;
	case NAMED_PAPER:
		if (!paper_code_tidy(request_part(rq, "paper"), code))
			return NULL;
		q = query(rq, Q_ACTING_PAPER);
		query_text(q, "code", arena_text(rq->arena, code));
		break;
	default:
		return NULL;
	}
	query_number(q, "holder", (long long)rq->inside->acting.holder);
	return q;
}

/* A case that is not there and one of an item that is not his are refused alike. */
static bool
item_right(struct request *rq)
{
	const struct acting *a = &rq->inside->acting;
	struct query *q;

	if (a->all_items || (rq->route->flags & ROUTE_FOR_ITEMS) != 0)
		return true;
	if ((q = item_query(rq)) == NULL)
		return false;
	query_number(q, "delegation", (long long)a->delegation);
	return query_next(q) && query_get_number(q, "count") > 0;
}

static void
become(struct request *rq)
{
	const struct acting *a = &rq->inside->acting;
	char name[ACTING_NAME_ROOM];

	rq->who.kind = a->kind;
	rq->who.account = a->holder;
	rq->who.name = arena_text(rq->arena, acting_name(rq->who.name, a->holder_name, name));
	rq->who.holder_name = a->holder_name;
	rq->who.delegation = a->delegation;
	rq->who.rights = rights_with(a->law.rights);
	rq->who.all_items = a->all_items;
}

enum acting_verdict
acting_enter(struct request *rq)
{
	const struct route *route = rq->route;
	const struct acting *a = &rq->inside->acting;
	bool own = (route->flags & ROUTE_SELF) != 0;
	bool reads_only = route->method == GET || (route->flags & ROUTE_UNWRITTEN) != 0;

	if (a->delegation == 0 || own || (route->who == ANYONE && reads_only && rights_of_route(route) == 0))
		return ACTING_IN;
	if (a->fallen != NULL)
		return ACTING_ENDED;
	if (!delegation_allows(&a->law, rights_of_route(route), rq->today) || !item_right(rq))
		return ACTING_OUTSIDE;
	become(rq);
	return ACTING_IN;
}

bool
acting_still(struct request *rq)
{
	struct query *q;

	if (rq->who.delegation == 0)
		return true;
	q = query(rq, Q_ACTING_STILL);
	query_number(q, "delegation", (long long)rq->who.delegation);
	return query_next(q) && text_is(query_get(q, "state"), delegation_state_name(DELEGATION_STANDING));
}

/* ---- on every page ---- */

void
acting_into(struct request *rq, struct page *page)
{
	const struct acting *a = &rq->inside->acting;
	size_t n = 0;

	if (a->delegation == 0 || rq->who.account == 0)
		return;
	page_text(page, "acting.holder", *a->holder_name == '\0' ? "-" : a->holder_name);
	page_text(page, "acting.fallen", a->fallen);
	if (a->fallen != NULL)
		return;
	page_day(page, "acting.expires_on", a->law.expires_on);
	for (unsigned place = 0; place < RIGHT_COUNT; place++)
		if ((rights_with(a->law.rights) & (1u << place)) != 0)
			row_text(page, page_row(page, "acting.rights", n++), "name", right_name(place));
}
