/* reminder.c - what colleagues are reminded of each week or month: the texts, edited by who keeps the settings of the whole. */
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"
#include "generated/queries/reminder.h"
#include "record/record.h"
#include "rules/notice.h"

static const char *const turns[] = { "week", "month", NULL };
static const char *const roles[] = { "clerk", "reviewer", "approver", "leader", "supervisor", "webmaster", "editor",
    "helper", "system_admin", "security_admin", "auditor", NULL };

static const struct field reminder_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000 },
	{ "every", FIELD_CHOICE, .required = true, .choices = turns },
	{ "reminder_day", FIELD_NUMBER, .required = true, .least = 1, .most = 31 },
	{ "reminder_role", FIELD_CHOICE, .required = true, .choices = roles },
	{ "reminder_subject", FIELD_TEXT, .required = true, .least = 2, .most = 300 },
	{ "reminder_body", FIELD_LINES, .required = true, .least = 2, .most = 4000 },
};
const struct form reminder_form = FORM(reminder_fields);

/* The day in words: a weekday, or a day of the month. */
static void
turn_into(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	const char *day = query_get(q, "day");

	if (text_is(query_get(q, "every"), "week"))
		page_sub(page, row, "turn", page_word(page, arena_format(rq->arena, "reminder_weekday.%s", day)));
	else
		page_say(page, arena_format(rq->arena, "%s.turn", row), "reminders.month_day", "day", day, NULL);
	page_sub(page, row, "role_name", page_word(page, arena_format(rq->arena, "role.%s", query_get(q, "role"))));
}

bool
reminders_kept(struct request *rq, struct page *page)
{
	bool whole = request_whole(rq, MATTER_PLACES);

	page_flag(page, "who.whole", whole);
	return whole;
}

enum reply
reminders_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_REMINDERS_ALL);

	if (!reminders_kept(rq, page))
		return REPLY_NOT_FOUND;
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "reminders.%zu", n);

		query_row_into(q, page, row);
		turn_into(rq, page, row, q);
		page_sub(page, row, "url", arena_format(rq->arena, "/office/reminders/%s", query_get(q, "name")));
	}
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, "", "reminders.title", NULL);
	return REPLY_PAGE;
}

static struct query *
reminder_asked(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_REMINDER_LOAD);

	query_text(q, "name", request_part(rq, "name"));
	return reminders_kept(rq, page) && query_next(q) ? q : NULL;
}

enum reply
reminder_show(struct request *rq, struct page *page)
{
	struct query *q = reminder_asked(rq, page), *acts;
	bool fresh = rq->route->method == GET;

	if (q == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "reminder");
	if (fresh) {
		page_text(page, "form.reminder_day", query_get(q, "day"));
		page_text(page, "form.reminder_subject", query_get(q, "subject"));
		page_text(page, "form.reminder_body", query_get(q, "body"));
	}
	page_choices(page, "every", turns, "reminder_every", fresh ? query_get(q, "every") : form_get(rq, "every"));
	page_choices(page, "reminder_role", roles, "role", fresh ? query_get(q, "role") : form_get(rq, "reminder_role"));
	acts = query(rq, Q_REMINDER_ACTS);
	query_text(acts, "subject", arena_format(rq->arena, "reminder/%s", query_get(q, "name")));
	query_into(acts, page, "acts");
	page_crumb(page, "/office/", "nav.home", NULL);
	page_crumb(page, "/office/reminders", "reminders.title", NULL);
	page_crumb(page, "", NULL, query_get(q, "subject"));
	return REPLY_PAGE;
}

/* What it was, by whom it was changed, stands in acts; what it is, in the row. */
static void
change_kept(struct request *rq, const struct query *was)
{
	struct query *q = query(rq, Q_REMINDER_ACT);

	query_instant(q, "now", rq->now);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "subject", arena_format(rq->arena, "reminder/%s", query_get(was, "name")));
	query_text(q, "detail", record_detail(rq->arena, "every", query_get(was, "every"), "day", query_get(was, "day"),
	    "role", query_get(was, "role"), "subject", query_get(was, "subject"), "body", query_get(was, "body"), NULL));
	query_run(q);
}

enum reply
reminder_save(struct request *rq, struct page *page)
{
	struct query *was = reminder_asked(rq, page), *q;
	bool weekly = text_is(form_get(rq, "every"), "week");

	if (was == NULL)
		return REPLY_NOT_FOUND;
	if (!day_known(reminder_day(weekly ? REMINDER_WEEK : REMINDER_MONTH, (int)form_number(rq, "reminder_day"), rq->today))) {
		form_error(page, "reminder_day", "no_such_weekday");
		return REPLY_INVALID;
	}
	q = query(rq, Q_REMINDER_SET);
	query_text(q, "every", form_get(rq, "every"));
	query_number(q, "day", form_number(rq, "reminder_day"));
	query_text(q, "role", form_get(rq, "reminder_role"));
	query_text(q, "subject", form_get(rq, "reminder_subject"));
	query_text(q, "body", form_get(rq, "reminder_body"));
	query_text(q, "name", query_get(was, "name"));
	query_number(q, "version", form_number(rq, "version"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	change_kept(rq, was);
	return page_go(page, "/office/reminders?done=reminder_saved", NULL);
}
