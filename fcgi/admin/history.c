/* history.c - what administrators did: noted with each act, shown beside each thing and as one list. */
#include "fcgi/admin/admin.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/admin.h"
#include "record/admin_act.h"
#include "record/record.h"

#include <string.h>

static const struct field list_fields[] = {
	{ "admin_q", FIELD_TEXT, .most = 60 },
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
	{ "done", FIELD_CODE, .most = 40 },
};
static const struct field history_fields[] = {
	{ "admin_q", FIELD_TEXT, .most = 60 },
	{ "from_on", FIELD_DAY },
	{ "until_on", FIELD_DAY },
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form admin_list_form = FORM(list_fields);
const struct form admin_history_form = FORM(history_fields);

/* ---- noting ---- */

/* Nobody holds two (rules/power.h). */
static const char *
power_of(const struct request *rq)
{
	if ((rq->who.roles & AUDITOR) != 0)
		return "audit";
	return (rq->who.roles & SECURITY) != 0 ? "security" : "system";
}

void
admin_note(struct request *rq, const struct admin_change *c)
{
	uint8_t key[KEY_BYTES];
	struct admin_act act = {
		.at = rq->now, .power = power_of(rq), .account = rq->who.account, .actor_name = rq->who.name, .act = c->act,
		.subject = c->subject, .subject_id = c->id, .subject_name = c->name, .reason = form_get(rq, "admin_reason"),
		.was = c->was, .became = c->became,
	};

	request_key(rq, ADMIN_ACT_KEY, key);
	admin_act_add(rq->db, rq->arena, key, &act);
}

/* ---- reading ---- */

const char *
admin_detail_value(struct request *rq, const char *detail, const char *name)
{
	const char *at = detail, *key, *value;

	while (at && record_detail_next(rq->arena, &at, &key, &value))
		if (text_is(key, name))
			return value;
	return NULL;
}

const char *
admin_earlier(struct request *rq, const char *subject, const char *id, long long number)
{
	struct query *q;

	if (number <= 0)
		return NULL;
	q = query(rq, Q_ADMIN_EARLIER);
	query_text(q, "subject", subject);
	query_text(q, "subject_id", id);
	query_number(q, "number", number);
	return query_next(q) ? query_get(q, "was") : NULL;
}

/* Each name of either detail once, with both values. */
static void
changes_into(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	const char *was = query_get(q, "was"), *became = query_get(q, "became"), *name, *value;
	size_t n = 0;

	for (int side = 0; side < 2; side++) {
		const char *at = side == 0 ? became : was;

		while (*at && record_detail_next(rq->arena, &at, &name, &value)) {
			const char *change = arena_format(rq->arena, "%s.changes.%zu", row, n);
			const char *label = page_word_below(page, "admin_column", name);

			if (side == 1 && admin_detail_value(rq, became, name))
				continue;
			page_sub(page, change, "label", *label ? label : name);
			page_sub(page, change, "was", side == 1 ? value : admin_detail_value(rq, was, name));
			page_sub(page, change, "became", side == 1 ? "" : value);
			n++;
		}
	}
}

static void
act_into(struct request *rq, struct page *page, const char *row, const struct query *q)
{
	page_sub(page, row, "number", query_get(q, "number"));
	page_sub(page, row, "actor_name", query_get(q, "actor_name"));
	page_sub(page, row, "power_text", page_word_below(page, "admin_power", query_get(q, "power")));
	page_sub(page, row, "act", query_get(q, "act"));
	page_sub(page, row, "act_text", page_word_below(page, "admin_act", query_get(q, "act")));
	page_sub(page, row, "subject_text", page_word_below(page, "admin_subject", query_get(q, "subject")));
	page_sub(page, row, "subject_name", *query_get(q, "subject_name") ? query_get(q, "subject_name") :
	    query_get(q, "subject_id"));
	page_sub(page, row, "reason", query_get(q, "reason"));
	page_instant(page, arena_format(rq->arena, "%s.at", row), query_get_instant(q, "at"));
	changes_into(rq, page, row, q);
}

void
admin_history_into(struct request *rq, struct page *page, const char *subject, const char *id)
{
	struct query *q = query(rq, Q_ADMIN_HISTORY_OF);

	query_text(q, "subject", subject);
	query_text(q, "subject_id", id);
	query_number(q, "most", ADMIN_HISTORY_MOST);
	for (size_t n = 0; query_next(q); n++)
		act_into(rq, page, arena_format(rq->arena, "history.%zu", n), q);
}

/* ---- the list: one's own power's and area's; the auditor sees every power's ---- */

static const char *
powers(const struct request *rq)
{
	return (rq->who.roles & AUDITOR) != 0 ? "system,security,audit" : power_of(rq);
}

const char *
admin_like(struct request *rq)
{
	const char *typed = form_get(rq, "admin_q");
	struct text t;
	const char *like;

	text_init(&t);
	text_add_char(&t, '%');
	for (; *typed; typed++) {
		if (strchr("%_\\", *typed))
			text_add_char(&t, '\\');
		text_add_char(&t, *typed);
	}
	text_add_char(&t, '%');
	like = arena_text_n(rq->arena, t.start, t.bytes);
	text_free(&t);
	return like;
}

long long
admin_page(struct request *rq)
{
	long long number = form_number(rq, "page");

	return number < 1 ? 1 : number;
}

void
admin_page_bind(struct request *rq, struct query *q)
{
	query_number(q, "per_page", ADMIN_PER_PAGE);
	query_number(q, "skip", (admin_page(rq) - 1) * ADMIN_PER_PAGE);
}

static struct query *
list_query(struct request *rq, const struct statement *statement)
{
	struct query *q = query(rq, statement);
	struct day from = form_day(rq, "from_on"), until = form_day(rq, "until_on");

	query_text(q, "powers", powers(rq));
	admin_reach_bind(rq, q);
	query_text(q, "like", admin_like(rq));
	query_instant(q, "from", instant_make(day_known(from) ? from : day_make(2000, 1, 1), 0, 0, 0, 0));
	query_instant(q, "until", instant_make(day_add(day_known(until) ? until : rq->today, 1), 0, 0, 0, 0));
	return q;
}

enum reply
admin_history(struct request *rq, struct page *page)
{
	struct query *q = list_query(rq, Q_ADMIN_ACTS), *found;
	size_t n = 0;

	admin_page_bind(rq, q);
	for (; query_next(q); n++)
		act_into(rq, page, arena_format(rq->arena, "history.%zu", n), q);
	if (n == 0 && admin_page(rq) > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);
	found = list_query(rq, Q_ADMIN_ACTS_FOUND);
	page_pager(page, admin_page(rq), ADMIN_PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	for (size_t i = 0; i < 2; i++)
		page_text(page, i == 0 ? "csv_url" : "xlsx_url", arena_format(rq->arena, "/admin/history.%s?from_on=%s&until_on=%s",
		    i == 0 ? "csv" : "xlsx", form_get(rq, "from_on"), form_get(rq, "until_on")));
	admin_crumbs(page, "", "admin_nav.history", NULL);
	return REPLY_PAGE;
}

enum reply
admin_history_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "number", "at", "admin_power", "actor", "admin_act", "admin_subject", "subject_id",
	    "subject_name", "reason", "admin_was", "admin_became", NULL };
	struct sheet *s = sheet_open(rq, page, "history", heads);
	struct query *q = list_query(rq, Q_ADMIN_ACTS);

	query_number(q, "per_page", SHEET_ROWS_MOST + 1);
	query_number(q, "skip", 0);
	while (query_next(q) && sheet_row(s)) {
		sheet_number(s, query_get_number(q, "number"));
		sheet_instant(s, query_get_instant(q, "at"));
		sheet_text(s, page_word_below(page, "admin_power", query_get(q, "power")));
		sheet_text(s, query_get(q, "actor_name"));
		sheet_text(s, page_word_below(page, "admin_act", query_get(q, "act")));
		sheet_text(s, page_word_below(page, "admin_subject", query_get(q, "subject")));
		sheet_text(s, query_get(q, "subject_id"));
		sheet_text(s, query_get(q, "subject_name"));
		sheet_text(s, query_get(q, "reason"));
		sheet_text(s, query_get(q, "was"));
		sheet_text(s, query_get(q, "became"));
	}
	return sheet_close(s);
}
