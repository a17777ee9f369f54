/* reach.c - how far the administrator at the keyboard reaches: see admin.h. */
#include "fcgi/admin/admin.h"

/* Nobody holds two of the three powers (rules/power.h). */
static enum matter
matter_of(const struct request *rq)
{
	if ((rq->who.roles & SECURITY) != 0)
		return MATTER_ACCOUNTS;
	return (rq->who.roles & AUDITOR) != 0 ? MATTER_RECORD : MATTER_PLACES;
}

const char *
admin_reach(const struct request *rq)
{
	return request_reach(rq, matter_of(rq));
}

bool
admin_whole(struct request *rq)
{
	return request_whole(rq, matter_of(rq));
}

void
admin_reach_bind(struct request *rq, struct query *q)
{
	query_text(q, "area", admin_reach(rq));
	query_number(q, "whole", admin_whole(rq));
}
