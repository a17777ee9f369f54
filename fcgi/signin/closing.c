/*
 * closing.c - closing one's own account (Personal Information Protection Law, articles 15 and 47).
 *
 * Asked for with the password, done some days later by the clock
 * (clock/forget.c), so that a hasty or a stranger's press can be taken back.
 * Its owner is told by every way there is.  What has not ended, and rights to
 * act for another, stand against it: whoever relies on them would be left alone.
 */
#include "fcgi/signin/door.h"
#include "fcgi/signin/pages.h"

#include "base/text.h"
#include "generated/queries/signin.h"
#include "record/notice.h"

enum { DAYS_LEAST = 1, DAYS_MOST = 60, DAYS_USUAL = 15 };	/* as rules/setting.c has them */

static const struct field closing_fields[] = {
	{ "closing_known", FIELD_FLAG },
	{ "password", FIELD_PASSWORD, .required = true },
};
const struct form closing_form = FORM(closing_fields);

/* NULL: nobody's any more. */
static struct query *
closing_load(struct request *rq)
{
	struct query *q = query(rq, Q_OWN_CLOSING);

	query_number(q, "account", (long long)rq->who.account);
	return query_next(q) ? q : NULL;
}

/* The day on which it would be closed if it were asked for now. */
static struct day
closing_day(struct request *rq, const struct query *q)
{
	long long days = DAYS_USUAL;

	text_number(query_get(q, "days"), DAYS_LEAST, DAYS_MOST, &days);
	return day_add(rq->today, (int)days);
}

static bool
stands_against(const struct query *q)
{
	return query_get_number(q, "cases_open") > 0 || query_get_number(q, "delegations_given") > 0 ||
	    query_get_number(q, "delegations_taken") > 0;
}

enum reply
closing_show(struct request *rq, struct page *page)
{
	static const char *const counts[] = { "cases_open", "delegations_given", "delegations_taken" };
	struct query *q = closing_load(rq);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	page_flag(page, "asked", !query_is_null(q, "closes_on"));
	page_flag(page, "against", stands_against(q));
	page_day(page, "day", query_is_null(q, "closes_on") ? closing_day(rq, q) : query_get_day(q, "closes_on"));
	for (size_t i = 0; i < sizeof(counts) / sizeof(counts[0]); i++)
		if (query_get_number(q, counts[i]) > 0)
			page_say(page, arena_format(rq->arena, "%s_text", counts[i]), arena_format(rq->arena, "closing.%s", counts[i]),
			    "count", query_get(q, counts[i]), NULL);
	page_say(page, "asked_text", "closing.asked", "day", page_get(page, "day.text"), NULL);
	page_say(page, "lead", "closing.lead", "day", page_get(page, "day.text"), NULL);
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, "/my/account", "my.account", NULL);
	page_crumb(page, "", "closing.title", NULL);
	return REPLY_PAGE;
}

/* ---- asking, and taking back ---- */

static enum reply
asked_rightly(struct request *rq, struct page *page)
{
	if (form_flag(rq, "closing_known"))
		return password_own_asked(rq, page);
	form_error(page, "closing_known", "tick");
	return REPLY_INVALID;
}

enum reply
closing_ask(struct request *rq, struct page *page)
{
	struct query *q = closing_load(rq);
	enum reply reply;
	struct day day;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	if (stands_against(q))
		return page_refuse(page, "closing_against");
	if ((reply = asked_rightly(rq, page)) != REPLY_PAGE)
		return reply;
	day = closing_day(rq, q);
	q = query(rq, Q_CLOSING_SET);
	query_day(q, "day", day);
	query_number(q, "account", (long long)rq->who.account);
	if (query_run(q) == 1)
		notice_owner(rq->db, rq->arena, rq->who.account, "account_closing", day, rq->now);
	return page_go(page, "/my/account/close?done=closing_asked", NULL);
}

enum reply
closing_keep(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_CLOSING_DROP);

	query_number(q, "account", (long long)rq->who.account);
	if (query_run(q) == 1)
		notice_owner(rq->db, rq->arena, rq->who.account, "account_kept", rq->today, rq->now);
	return page_go(page, "/my/account?done=account_kept", NULL);
}
