/* promise.c - what was promised: confirmed when it comes, and who broke a promise until that is lifted. */
#include "fcgi/office/accept.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/intake.h"
#include "rules/mask.h"
#include "rules/number.h"

static const struct field keep_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "on_paper", FIELD_FLAG },
};
const struct form promise_keep_form = FORM(keep_fields);

static const struct field return_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "return_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form promise_return_form = FORM(return_fields);

static const struct field lift_fields[] = {
	{ "lift_reason", FIELD_LINES, .required = true, .least = 2, .most = 1000 },
};
const struct form integrity_lift_form = FORM(lift_fields);

void
promises_into(struct request *rq, struct page *page, const struct case_row *c)
{
	bool may = !step_find(c->state, EVENT_KEEP_PROMISE, rq->who.roles & CASE_HANDLERS).refused;
	struct query *q = query(rq, Q_PROMISES_OF);

	query_number(q, "id", (long long)c->id);
	query_number(q, "item_version", (long long)c->item_version);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "promises.%zu", n);
		bool open = text_is(query_get(q, "kind"), "lack") && query_is_null(q, "kept_at") && query_is_null(q, "lapsed_at");

		query_row_into(q, page, row);
		page_sub(page, row, "state", !query_is_null(q, "lapsed_at") ? "lapsed" : !query_is_null(q, "kept_at") ? "kept" :
		    !open ? "proof" : query_is_null(q, "given_at") ? "open" : "given");
		if (open && may)
			page_textf(page, arena_format(rq->arena, "%s.url", row), "/office/cases/%s/promises/%s", c->number,
			    query_get(q, "material"));
	}
}

/* The clerk has looked at what was promised, and it is what was promised. */
enum reply
promise_keep(struct request *rq, struct page *page)
{
	long long material = request_part_number(rq, "n");
	struct query *q = query(rq, Q_PROMISE_OPEN);
	struct case_row c;
	enum reply reply;
	bool given;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	query_number(q, "id", (long long)c.id);
	query_number(q, "material", material);
	if (!query_next(q))
		return page_refuse(page, "no_open_promise");
	given = !query_is_null(q, "given_at");
	if (!given && !form_flag(rq, "on_paper"))
		return page_refuse(page, "nothing_given");
	c.nothing_handed = given;
	if (!case_step(rq, page, &c, EVENT_KEEP_PROMISE, NULL, record_detail(rq->arena, "material",
	    arena_format(rq->arena, "%lld", material), "kept", "1", NULL), &reply))
		return reply;
	q = query(rq, Q_PROMISE_KEPT);
	query_number(q, "id", (long long)c.id);
	query_number(q, "material", material);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_instant(q, "now", rq->now);
	query_run(q);
	q = query(rq, Q_PROMISE_MATERIAL_SET);
	query_number(q, "id", (long long)c.id);
	query_number(q, "material", material);
	query_text(q, "given", given ? "files" : "paper");
	query_number(q, "originals", given ? 0 : 1);
	query_run(q);
	return case_go(rq, page, &c, "promise_kept");
}

/* The clerk has looked at what came, and it falls short: it is to be handed in anew by the same day. */
enum reply
promise_return(struct request *rq, struct page *page)
{
	const char *material = request_part(rq, "n"), *reason = form_get(rq, "return_reason");
	struct query *q = query(rq, Q_PROMISE_OPEN);
	struct case_row c;
	enum reply reply;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	query_number(q, "id", (long long)c.id);
	query_number(q, "material", request_part_number(rq, "n"));
	if (!query_next(q))
		return page_refuse(page, "no_open_promise");
	if (query_is_null(q, "given_at"))
		return page_refuse(page, "nothing_given");
	/* Handed in by its day, it is no broken promise because we looked at it later. */
	if (!day_before(rq->today, query_get_day(q, "promised_by_on")))
		return page_refuse(page, "promise_day_over");
	if (!case_step(rq, page, &c, EVENT_RETURN_PROMISE, reason, record_detail(rq->arena, "material", material, NULL),
	    &reply))
		return reply;
	q = query(rq, Q_PROMISE_RETURNED);
	query_number(q, "id", (long long)c.id);
	query_number(q, "material", request_part_number(rq, "n"));
	query_run(q);
	return case_go(rq, page, &c, "promise_returned");
}

/* ---- who broke a promise ---- */

enum reply
integrity_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_INTEGRITY_LIST);
	char shown[CASE_NUMBER_SHOWN], masked[MASK_ROOM];

	query_text(q, "organ", rq->who.organ);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "notes.%zu", n), *number = query_get(q, "number");

		query_row_into(q, page, row);
		page_sub(page, row, "id_number", mask_citizen(query_get(q, "id_number"), masked, sizeof masked));
		page_sub(page, row, "shown", case_number_show(number, shown) ? shown : number);
		page_textf(page, arena_format(rq->arena, "%s.url", row), "/office/integrity/%s", query_get(q, "id"));
		page_flag(page, arena_format(rq->arena, "%s.standing", row), query_is_null(q, "lifted_at"));
	}
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, NULL, "title.office_integrity", NULL);
	return REPLY_PAGE;
}

/* 信用修复: with a reason, once; it stays in the list. */
enum reply
integrity_lift(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_INTEGRITY_LIFT);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "organ", rq->who.organ);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_text(q, "reason", form_get(rq, "lift_reason"));
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return page_refuse(page, "already_lifted");
	return page_go(page, "/office/integrity?done=lifted", NULL);
}
