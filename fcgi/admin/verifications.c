/* verifications.c - the auditor has the record verified, and sees how far it is and what was found (clock/verify.c). */
#include "fcgi/admin/guard.h"

#include "base/text.h"
#include "generated/queries/audit.h"
#include "record/record.h"

enum { WAITING_MOST = 3, SEEN_ANEW_S = 5 };
#define STRETCH_LASTS	MINUTE		/* a stretch takes seconds: later than that, yimen-clock does not run */

static const char *const scopes[] = { "all", "recent", "case", NULL };

static const struct field verify_fields[] = {
	{ "verify_scope", FIELD_CHOICE, .required = true, .choices = scopes },
	{ "verify_from_on", FIELD_DAY },
	{ "case_number", FIELD_TEXT, .most = 40 },
};
const struct form verify_form = FORM(verify_fields);

static const struct field list_fields[] = {
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form verify_list_form = FORM(list_fields);

static const struct field stop_fields[] = {
	{ "admin_reason", FIELD_TEXT, .required = true, .least = 4, .most = 500 },
};
const struct form verify_stop_form = FORM(stop_fields);

static bool
over(const struct query *q)
{
	const char *state = query_get(q, "state");

	return text_is(state, "done") || text_is(state, "failed") || text_is(state, "stopped");
}

enum reply
verify_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_VERIFICATIONS_LIST), *found = query(rq, Q_VERIFICATIONS_FOUND);

	if (!admin_whole(rq))
		return REPLY_NOT_FOUND;
	admin_page_bind(rq, q);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "verifications.%zu", n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/admin/verify/%s", query_get(q, "id")));
		page_sub(page, row, "over", over(q) ? "1" : "");
	}
	page_pager(page, admin_page(rq), ADMIN_PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	query_into_one(query(rq, Q_VERIFICATION_LAST), page, "last");
	query_into_one(query(rq, Q_AUDIT_HEAD), page, "head");
	query_into_one(query(rq, Q_AUDIT_PUBLISHED), page, "published");
	page_choices(page, "verify_scope", scopes, "verify_scope", *form_get(rq, "verify_scope") ? form_get(rq, "verify_scope") : "recent");
	if (rq->route->method == GET)
		page_text(page, "form.verify_from_on", record_day(rq->arena, day_add(rq->today, -29)));
	page_flag(page, "optional.verify_from_on", true);
	page_flag(page, "optional.case_number", true);
	admin_crumbs(page, "", "guard_nav.verify", NULL);
	return REPLY_PAGE;
}

static bool
case_known(struct request *rq, const char *number)
{
	struct query *q = query(rq, Q_VERIFICATION_CASE_KNOWN);

	query_text(q, "number", number);
	return query_next(q) && query_get_number(q, "known") == 1;
}

static bool
asked_right(struct request *rq, struct page *page)
{
	const char *scope = form_get(rq, "verify_scope");
	struct day from_on = form_day(rq, "verify_from_on");

	if (text_is(scope, "recent") && (!day_known(from_on) || day_before(rq->today, from_on))) {
		form_error(page, "verify_from_on", day_known(from_on) ? "day_future" : "required");
		return false;
	}
	if (text_is(scope, "case") && !case_known(rq, form_get(rq, "case_number"))) {
		form_error(page, "case_number", "no_such_case");
		return false;
	}
	return true;
}

/* A few wait at most: each is work for the clock. */
enum reply
verify_ask(struct request *rq, struct page *page)
{
	const char *scope = form_get(rq, "verify_scope"), *id;
	struct query *q = query(rq, Q_VERIFICATIONS_WAITING);
	struct admin_change noted = { .act = "verify", .subject = "record", .name = scope };

	if (!admin_whole(rq))
		return REPLY_NOT_FOUND;
	if (!asked_right(rq, page))
		return REPLY_INVALID;
	if (!query_next(q) || query_get_number(q, "waiting") >= WAITING_MOST)
		return page_refuse(page, "verifications_wait");
	q = query(rq, Q_VERIFICATION_ASK);
	query_text(q, "scope", scope);
	query_text(q, "case_number", text_is(scope, "case") ? form_get(rq, "case_number") : "");
	query_day(q, "from_on", text_is(scope, "recent") ? form_day(rq, "verify_from_on") : DAY_NONE);
	query_number(q, "by", (long long)rq->who.account);
	query_text(q, "by_name", rq->who.name);
	query_instant(q, "now", rq->now);
	query_run(q);
	id = record_number(rq->arena, query_id(q));
	noted.id = id;
	admin_note(rq, &noted);
	return page_go(page, "/admin/verify/", id, NULL);
}

/* Of a hundred, by what there was to walk. */
static long long
share(const struct query *q)
{
	static const char *const walks[][3] = { { "case_first", "case_next", "case_last" }, { "link_first", "link_next", "link_last" },
	    { "event_first", "event_next", "event_last" } };
	long long all = 0, done = 0;

	for (size_t i = 0; i < 3; i++) {
		long long first = query_get_number(q, walks[i][0]), next = query_get_number(q, walks[i][1]),
		    last = query_get_number(q, walks[i][2]);

		if (last < first)
			continue;
		all += last - first + 1;
		done += next > last ? last - first + 1 : next > first ? next - first : 0;
	}
	if (text_is(query_get(q, "state"), "done"))
		return 100;
	return all == 0 ? 0 : done >= all ? 99 : 100 * done / all;
}

/* Nothing has come of it for long: the clock was ended.  It goes on from there when it runs again. */
static bool
interrupted(const struct request *rq, const struct query *q)
{
	instant since = query_get_instant(q, query_is_null(q, "stretch_at") ? "asked_at" : "stretch_at");

	return !over(q) && rq->now - since > STRETCH_LASTS;
}

/* The one of the address, on its page; NULL: there is none, or the whole is not the asker's to verify. */
static struct query *
verification_into(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_VERIFICATION_ONE);

	query_number(q, "id", request_part_number(rq, "id"));
	if (!admin_whole(rq) || !query_next(q))
		return NULL;
	query_row_into(q, page, "verification");
	page_text(page, "verification.url", arena_format(rq->arena, "/admin/verify/%s", query_get(q, "id")));
	page_flag(page, "verification.over", over(q));
	page_flag(page, "verification.stopping", !over(q) && !query_is_null(q, "stop_at"));
	page_flag(page, "verification.interrupted", interrupted(rq, q));
	page_number(page, "verification.share", share(q));
	return q;
}

enum reply
verification_show(struct request *rq, struct page *page)
{
	struct query *q = verification_into(rq, page), *faults = query(rq, Q_VERIFICATION_FAULTS_OF);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (!over(q))
		page_number(page, "page.refresh", SEEN_ANEW_S);
	query_number(faults, "id", request_part_number(rq, "id"));
	query_into(faults, page, "faults");
	admin_crumbs(page, "/admin/verify", "guard_nav.verify", query_get(q, "id"));
	return REPLY_PAGE;
}

/* A page of its own: the one that shows how far it is loads itself anew, under the hands of who types a reason. */
enum reply
verify_stop_show(struct request *rq, struct page *page)
{
	struct query *q = verification_into(rq, page);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	admin_crumb_home(page);
	page_crumb(page, "/admin/verify", "guard_nav.verify", NULL);
	page_crumb(page, page_get(page, "verification.url"), NULL, query_get(q, "id"));
	page_crumb(page, "", "guard.verify_stop", NULL);
	return REPLY_PAGE;
}

/* The clock stops before its next stretch; what it has found by then stays. */
enum reply
verify_stop(struct request *rq, struct page *page)
{
	struct query *row = verification_into(rq, page), *q;

	if (row == NULL)
		return REPLY_NOT_FOUND;
	q = query(rq, Q_VERIFICATION_STOP_ASK);
	query_number(q, "id", request_part_number(rq, "id"));
	query_instant(q, "now", rq->now);
	query_number(q, "by", (long long)rq->who.account);
	query_text(q, "by_name", rq->who.name);
	if (query_run(q) != 1)
		return page_refuse(page, "verification_ended");
	admin_note(rq, &(struct admin_change){ .act = "verify_stop", .subject = "record", .id = query_get(row, "id"),
	    .name = query_get(row, "scope") });
	return page_go(page, "/admin/verify/", query_get(row, "id"), "?done=verify_stopping", NULL);
}
