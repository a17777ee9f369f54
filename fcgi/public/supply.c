/* supply.c - what was asked for during the review is handed in, and the clock runs again. */
#include "fcgi/public/apply.h"
#include "fcgi/public/pages.h"

#include "record/case_dates.h"
#include "record/case_flow.h"

static const struct field supply_fields[] = {
	{ "note", FIELD_LINES, .most = 1000 },
};
const struct form supply_form = FORM(supply_fields);

enum reply
supply(struct request *rq, struct page *page)
{
	enum reply reply = REPLY_PAGE;
	struct case_dates dates;
	struct case_terms terms;
	char today[DAY_TEXT];
	struct own o;

	if (!own_load_by_number(rq, page, &o) || !case_terms_load(rq->db, rq->arena, o.id, &terms))
		return REPLY_NOT_FOUND;
	if (o.state == STATE_SUPPLEMENT && !own_list_into(rq, page, &o))
		return page_refuse(page, "correction_open");
	terms.state = STATE_REVIEWING;
	case_terms_resume(&terms, rq->today);
	dates = case_dates_of(request_calendar(rq), &terms);
	if (!own_act(rq, page, &o, EVENT_SUPPLY, o.version, form_get(rq, "note"), record_detail(rq->arena, "round",
	    arena_format(rq->arena, "%lld", o.round), "to_on", day_print(rq->today, today), CASE_DATES_PAIRS(rq->arena, dates), NULL),
	    &reply))
		return reply;
	own_list_close(rq, &o);
	case_pause_end(rq->db, rq->arena, o.id, rq->who.account, rq->today);
	case_dates_write(rq->db, rq->arena, o.id, &dates);
	case_flow_dates(rq->db, rq->arena, request_calendar(rq), o.id, terms.pauses, terms.pause_count);
	own_told(rq, &o);
	return page_go(page, "/my/cases/", o.number, "?done=supplied", NULL);
}
