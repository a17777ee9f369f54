/* delegate.c - 授权代办: whom one lets act for oneself, and for whom one may act. */
#include "fcgi/public/delegate.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/own.h"

bool
delegation_read(struct query *q, struct delegation *d)
{
	*d = (struct delegation){
		.firm = text_is(query_get(q, "holder_kind"), "enterprise"),
		.representative = text_is(query_get(q, "office"), "representative"),
		.answer_by_on = query_get_day(q, "answer_by_on"),
		.expires_on = query_get_day(q, "expires_on"),
	};
	return delegation_state_named(query_get(q, "state"), &d->state) && rights_named(query_get(q, "scope"), &d->rights);
}

void
delegation_rights_into(struct request *rq, struct page *page, const char *name, unsigned rights)
{
	size_t n = 0;

	for (unsigned place = 0; place < RIGHT_COUNT; place++)
		if ((rights & (1u << place)) != 0)
			page_sub(page, arena_format(rq->arena, "%s.rights.%zu", name, n++), "name", right_name(place));
}
