/*
 * Work orders (督办工单): a matter, those who answer for it, and a day.
 *
 * Organs of the area answer in their own office; what an enterprise, a utility or an agency says the supervisor enters.
 * The clock takes what is overdue one level up; the supervisor closes an order with what proves that it is done.
 */
#include "fcgi/watch/supervise.h"

#include "base/text.h"
#include "fcgi/worker/sheet.h"
#include "generated/queries/watch.h"
#include "generated/queries/watch_act.h"

enum { PER_PAGE = 25, PAGES_MOST = 400, ORGANS_MOST = 50, OUTSIDE_MOST = 3 };

static const char *const states[] = { "any", "open", "closed", "cancelled", NULL };
static const char *const classes[] = { "overdue", "conduct", "complaint", "project", "utility", "agency", "other", NULL };
static const char *const classes_any[] = { "any", "overdue", "conduct", "complaint", "project", "utility", "agency", "other",
    NULL };
static const char *const kinds[] = { "enterprise", "utility", "agency", "other", NULL };

static const struct field orders_fields[] = {
	{ "state", FIELD_CHOICE, .choices = states },
	{ "class", FIELD_CHOICE, .choices = classes_any },
	{ "page", FIELD_NUMBER, .least = 1, .most = PAGES_MOST },
};
const struct form orders_form = FORM(orders_fields);

static const struct field source_fields[] = {
	{ "card", FIELD_NUMBER, .least = 1 },
	{ "case_number", FIELD_TEXT, .most = 40 },
};
const struct form source_form = FORM(source_fields);

static const struct field new_fields[] = {
	{ "class", FIELD_CHOICE, .required = true, .choices = classes },
	{ "order_title", FIELD_TEXT, .required = true, .least = 4, .most = 200 },
	{ "order_body", FIELD_LINES, .required = true, .least = 10, .most = 4000 },
	{ "days", FIELD_NUMBER, .required = true, .least = 1, .most = ORDER_DAYS_MOST },
	{ "case_number", FIELD_TEXT, .most = 40 },
	{ "card", FIELD_NUMBER, .least = 1 },
	{ "organs", FIELD_CODES, .most = 18 },
	{ "outside_kind_1", FIELD_CHOICE, .choices = kinds }, { "outside_name_1", FIELD_TEXT, .most = 100 },
	{ "outside_contact_1", FIELD_TEXT, .most = 100 },
	{ "outside_kind_2", FIELD_CHOICE, .choices = kinds }, { "outside_name_2", FIELD_TEXT, .most = 100 },
	{ "outside_contact_2", FIELD_TEXT, .most = 100 },
	{ "outside_kind_3", FIELD_CHOICE, .choices = kinds }, { "outside_name_3", FIELD_TEXT, .most = 100 },
	{ "outside_contact_3", FIELD_TEXT, .most = 100 },
};
const struct form order_new_form = FORM(new_fields);

static const struct field end_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "order_evidence", FIELD_LINES, .required = true, .least = 5, .most = 4000 },
};
const struct form order_end_form = FORM(end_fields);

static const struct field reply_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "party_reply", FIELD_LINES, .required = true, .least = 5, .most = 4000 },
};
const struct form party_reply_form = FORM(reply_fields);

static const struct field return_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "return_note", FIELD_LINES, .required = true, .least = 5, .most = 1000 },
	{ "days", FIELD_NUMBER, .required = true, .least = 1, .most = ORDER_DAYS_MOST },
};
const struct form party_return_form = FORM(return_fields);

/* ---- the list ---- */

static const char *
chosen(struct request *rq, const char *field)
{
	const char *value = form_get(rq, field);

	return text_is(value, "any") ? "" : value;
}

static struct query *
list_query(struct request *rq, const struct statement *statement)
{
	struct query *q = query(rq, statement);

	query_text(q, "area", watch_area(rq));
	query_text(q, "state", chosen(rq, "state"));
	query_text(q, "class", chosen(rq, "class"));
	return q;
}

enum reply
orders_show(struct request *rq, struct page *page)
{
	long long number = form_number(rq, "page") > 0 ? form_number(rq, "page") : 1, shown = 0;
	struct query *q = list_query(rq, Q_ORDERS_LIST), *found;

	query_day(q, "today", rq->today);
	query_number(q, "per_page", PER_PAGE);
	query_number(q, "skip", (number - 1) * PER_PAGE);
	for (; query_next(q); shown++) {
		const char *row = arena_format(rq->arena, "orders.%lld", shown);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/watch/orders/%s", query_get(q, "id")));
	}
	if (shown == 0 && number > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);
	found = list_query(rq, Q_ORDERS_FOUND);
	page_pager(page, number, PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	page_choices(page, "state", states, "order_state", *chosen(rq, "state") ? form_get(rq, "state") : "any");
	page_choices(page, "class", classes_any, "order_class", *chosen(rq, "class") ? form_get(rq, "class") : "any");
	for (size_t i = 0; i < 2; i++)
		page_text(page, i == 0 ? "csv_url" : "xlsx_url", arena_format(rq->arena, "/watch/orders.%s?state=%s&class=%s",
		    i == 0 ? "csv" : "xlsx", *chosen(rq, "state") ? chosen(rq, "state") : "any",
		    *chosen(rq, "class") ? chosen(rq, "class") : "any"));
	page_flag(page, "may_act", (rq->who.roles & SUPERVISOR) != 0);
	watch_crumbs(page, "watch.orders", NULL);
	return REPLY_PAGE;
}

enum reply
orders_sheet(struct request *rq, struct page *page)
{
	static const char *const heads[] = { "order_number", "order_class", "order_title", "parties", "replied", "late", "due_on",
	    "order_state", "made_by", "made_at", "ended_at", NULL };
	struct sheet *s = sheet_open(rq, page, "orders", heads);
	struct query *q = list_query(rq, Q_ORDERS_LIST);

	query_day(q, "today", rq->today);
	query_number(q, "per_page", SHEET_ROWS_MOST + 1);
	query_number(q, "skip", 0);
	while (query_next(q) && sheet_row(s)) {
		sheet_text(s, query_get(q, "number"));
		sheet_text(s, page_word_below(page, "order_class", query_get(q, "class")));
		sheet_text(s, query_get(q, "title"));
		sheet_text(s, query_get(q, "names"));
		sheet_number(s, query_get_number(q, "replied"));
		sheet_number(s, query_get_number(q, "late"));
		sheet_day(s, query_get_day(q, "due_on"));
		sheet_text(s, page_word_below(page, "order_state", query_get(q, "state")));
		sheet_text(s, query_get(q, "made_name"));
		sheet_instant(s, query_get_instant(q, "made_at"));
		sheet_instant(s, query_get_instant(q, "ended_at"));
	}
	return sheet_close(s);
}

/* ---- a new one ---- */

static void
organ_boxes_into(struct request *rq, struct page *page)
{
	organs_into(rq, page, "organs", "", false);
	for (size_t i = 0;; i++) {
		const char *name = arena_format(rq->arena, "choices.organs.%zu", i);
		const char *code = page_get(page, arena_format(rq->arena, "%s.value", name));

		if (*code == '\0')
			return;
		page_flag(page, arena_format(rq->arena, "%s.checked", name), form_has(rq, "organs", code));
	}
}

/* What it comes of: a card gives its case, its organ and a title. */
static void
source_into(struct request *rq, struct page *page)
{
	struct query *q;

	if (form_number(rq, "card") == 0 || *form_get(rq, "order_title"))
		return;
	q = query(rq, Q_FINDING_LOAD);
	query_number(q, "id", form_number(rq, "card"));
	query_text(q, "area", watch_area(rq));
	if (!query_next(q))
		return;
	card_into(rq, page, "card", q);
	page_text(page, "form.card", query_get(q, "id"));
	page_text(page, "form.case_number", query_get(q, "number"));
	page_text(page, "form.order_title", arena_format(rq->arena, "%s%s%s", page_get(page, "card.rule_text"),
	    page_word(page, "frame.colon"), page_get(page, "card.title")));
	page_text(page, "form.order_body", page_get(page, "card.evidence_text"));
	for (size_t i = 0;; i++) {
		const char *name = arena_format(rq->arena, "choices.organs.%zu", i);
		const char *code = page_get(page, arena_format(rq->arena, "%s.value", name));

		if (*code == '\0')
			return;
		if (text_is(code, query_get(q, "organ_code")))
			page_flag(page, arena_format(rq->arena, "%s.checked", name), true);
	}
}

enum reply
order_new(struct request *rq, struct page *page)
{
	page_choices(page, "class", classes, "order_class", form_get(rq, "class"));
	organ_boxes_into(rq, page);
	source_into(rq, page);
	for (int i = 1; i <= OUTSIDE_MOST; i++) {
		const char *field = arena_format(rq->arena, "outside_kind_%d", i);

		page_choices(page, field, kinds, "party_kind", form_get(rq, field));
		page_flag(page, arena_format(rq->arena, "optional.outside_name_%d", i), true);
		page_flag(page, arena_format(rq->arena, "optional.outside_contact_%d", i), true);
	}
	page_flag(page, "optional.case_number", true);
	if (!*form_get(rq, "days"))
		page_text(page, "form.days", "5");
	watch_crumbs(page, "watch.orders", page_word(page, "watch.order_new"));
	return REPLY_PAGE;
}

const char *
watch_next_number(struct request *rq, enum watch_paper paper)
{
	static const char *const kinds_of[] = { "order", "notice", "assignment" };
	struct query *q = query(rq, Q_WATCH_MARK), *serial = query(rq, Q_WATCH_SERIAL);
	int year = day_civil(rq->today).year;
	char number[WATCH_NUMBER];

	query_text(q, "organ", rq->who.organ);
	if (!query_next(q))
		return NULL;
	query_text(serial, "name", arena_format(rq->arena, "%s:%s:%d", kinds_of[paper], rq->who.organ, year));
	query_run(serial);
	return watch_paper_number(query_get(q, "mark"), paper, year, (long long)query_id(serial), number) ?
	    arena_text(rq->arena, number) : NULL;
}

struct party {
	const char *kind, *organ, *name, *contact;
};

struct parties {
	struct party rows[ORGANS_MOST + OUTSIDE_MOST];
	size_t count;
	bool mistaken;
};

/* Organs of the area that were ticked; others are passed over, nobody could have ticked them. */
static void
organs_read(struct request *rq, struct parties *p)
{
	struct query *q = query(rq, Q_WATCH_ORGANS_HERE);

	query_text(q, "area", watch_area(rq));
	while (p->count < ORGANS_MOST && query_next(q))
		if (form_has(rq, "organs", query_get(q, "code")))
			p->rows[p->count++] = (struct party){ "organ", query_get(q, "code"), query_get(q, "name"), "" };
}

static void
outside_read(struct request *rq, struct page *page, struct parties *p)
{
	for (int i = 1; i <= OUTSIDE_MOST; i++) {
		const char *name = form_get(rq, arena_format(rq->arena, "outside_name_%d", i));
		const char *kind = form_get(rq, arena_format(rq->arena, "outside_kind_%d", i));

		if (text_empty(name))
			continue;
		if (*kind == '\0') {
			form_error(page, arena_format(rq->arena, "outside_kind_%d", i), "required");
			p->mistaken = true;
		}
		p->rows[p->count++] = (struct party){ kind, NULL, name, form_get(rq,
		    arena_format(rq->arena, "outside_contact_%d", i)) };
	}
}

static void
parties_add(struct request *rq, long long order, const struct parties *p, struct day due)
{
	for (size_t i = 0; i < p->count; i++) {
		struct query *q = query(rq, Q_PARTY_ADD);

		query_number(q, "order_id", order);
		query_number(q, "line", (long long)i + 1);
		query_text(q, "kind", p->rows[i].kind);
		query_text(q, "organ", p->rows[i].organ);
		query_text(q, "name", p->rows[i].name);
		query_text(q, "contact", p->rows[i].contact);
		query_day(q, "due_on", due);
		query_run(q);
	}
}

static void
parties_tell(struct request *rq, long long order, const char *number, const struct parties *p, struct day due)
{
	char on[DAY_TEXT];

	for (size_t i = 0; i < p->count; i++)
		if (p->rows[i].organ)
			watch_tell(rq, Q_WATCH_PEOPLE, p->rows[i].organ, arena_format(rq->arena, "order:%lld:made", order),
			    "order_made", "number", number, "title", form_get(rq, "order_title"), "due", day_print(due, on), NULL);
}

static long long
order_add(struct request *rq, const char *number, long long case_id, struct day due)
{
	struct query *q = query(rq, Q_ORDER_ADD);

	query_text(q, "number", number);
	query_text(q, "area_code", rq->who.area);
	query_text(q, "organ", rq->who.organ);
	query_text(q, "class", form_get(rq, "class"));
	query_text(q, "title", form_get(rq, "order_title"));
	query_text(q, "body", form_get(rq, "order_body"));
	if (case_id > 0)
		query_number(q, "case_id", case_id);
	else
		query_null(q, "case_id");
	if (form_number(rq, "card") > 0)
		query_number(q, "card_id", form_number(rq, "card"));
	else
		query_null(q, "card_id");
	query_number(q, "days", form_number(rq, "days"));
	query_day(q, "due_on", due);
	query_number(q, "account", (long long)rq->who.account);
	query_text(q, "name", rq->who.name);
	query_instant(q, "now", rq->now);
	query_run(q);
	return (long long)query_id(q);
}

enum reply
order_make(struct request *rq, struct page *page)
{
	struct parties *p = arena_get(rq->arena, sizeof *p);
	const char *typed = form_get(rq, "case_number"), *number;
	long long case_id = text_empty(typed) ? 0 : watch_case_id(rq, typed), order;
	struct day due = calendar_add(request_calendar(rq), rq->today, (int)form_number(rq, "days"));

	organs_read(rq, p);
	outside_read(rq, page, p);
	if (p->count == 0)
		form_error(page, "organs", "no_party");
	if (!text_empty(typed) && case_id == 0)
		form_error(page, "case_number", "no_such_case");
	if (p->count == 0 || p->mistaken || (!text_empty(typed) && case_id == 0))
		return REPLY_INVALID;
	number = watch_next_number(rq, WATCH_PAPER_ORDER);
	if (!number)
		return page_refuse(page, "organ_unmarked");
	order = order_add(rq, number, case_id, due);
	parties_add(rq, order, p, due);
	watch_act_note(rq, "order", order, "made", 0, form_get(rq, "order_title"));
	parties_tell(rq, order, number, p, due);
	return page_go(page, "/watch/orders/", arena_format(rq->arena, "%lld", order), "?done=order_made", NULL);
}

/* ---- one ---- */

static struct query *
order_load(struct request *rq)
{
	struct query *q = query(rq, Q_ORDER_LOAD);

	query_number(q, "id", request_part_number(rq, "id"));
	query_text(q, "area", watch_area(rq));
	return query_next(q) ? q : NULL;
}

static void
parties_into(struct request *rq, struct page *page, const struct query *order)
{
	struct query *q = query(rq, Q_ORDER_PARTIES);
	bool may = text_is(query_get(order, "state"), "open") && (rq->who.roles & SUPERVISOR);

	query_number(q, "id", query_get_number(order, "id"));
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "parties.%zu", n), *state = query_get(q, "state");
		bool replied = text_is(state, "replied");

		query_row_into(q, page, row);
		page_flag(page, arena_format(rq->arena, "%s.late", row), !replied && day_known(query_get_day(q, "due_on")) &&
		    day_before(query_get_day(q, "due_on"), rq->today));
		page_flag(page, arena_format(rq->arena, "%s.may_reply", row), may && !replied && !text_is(query_get(q, "kind"), "organ"));
		page_flag(page, arena_format(rq->arena, "%s.may_return", row), may && replied);
	}
}

enum reply
order_show(struct request *rq, struct page *page)
{
	struct query *q = order_load(rq);

	if (!q)
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "order");
	page_textf(page, "order.url", "/watch/orders/%s", query_get(q, "id"));
	page_text(page, "order.organ_text", query_said(rq, q, "organ_name"));
	page_text(page, "order.case_url", *query_get(q, "case_number") ?
	    arena_format(rq->arena, "/watch/cases/%s", query_get(q, "case_number")) : "");
	page_text(page, "order.card_url", query_is_null(q, "card_id") ? "" :
	    arena_format(rq->arena, "/watch/findings/%s", query_get(q, "card_id")));
	page_text(page, "page.title", query_get(q, "number"));
	parties_into(rq, page, q);
	watch_acts_into(rq, page, "order", query_get_number(q, "id"));
	page_flag(page, "may_act", (rq->who.roles & SUPERVISOR) && text_is(query_get(q, "state"), "open"));
	if (!*form_get(rq, "days"))
		page_text(page, "form.days", "3");
	watch_crumbs(page, "watch.orders", query_get(q, "number"));
	return REPLY_PAGE;
}

/* Does a party still owe its reply? */
static bool
parties_owe(struct request *rq, long long order)
{
	struct query *q = query(rq, Q_ORDER_PARTIES);

	query_number(q, "id", order);
	while (query_next(q))
		if (!text_is(query_get(q, "state"), "replied"))
			return true;
	return false;
}

/* Closed with what proves it is done, when all have replied; cancelled with a reason. */
enum reply
order_end(struct request *rq, struct page *page)
{
	struct query *order = order_load(rq), *q;
	bool cancel = text_ends(rq->path, "/cancel");

	if (!order)
		return REPLY_NOT_FOUND;
	if (!text_is(query_get(order, "state"), "open"))
		return page_refuse(page, "order_ended");
	if (!cancel && parties_owe(rq, query_get_number(order, "id")))
		return page_refuse(page, "order_owed");
	q = query(rq, Q_ORDER_END);
	query_number(q, "id", query_get_number(order, "id"));
	query_number(q, "version", form_number(rq, "version"));
	query_text(q, "state", cancel ? "cancelled" : "closed");
	query_text(q, "evidence", form_get(rq, "order_evidence"));
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	watch_act_note(rq, "order", query_get_number(order, "id"), cancel ? "cancel" : "close", 0, form_get(rq, "order_evidence"));
	return page_go(page, "/watch/orders/", query_get(order, "id"), cancel ? "?done=order_cancelled" : "?done=order_closed", NULL);
}

/* ---- one party ---- */

/* The party named in the path, of an order that is open. */
static struct query *
party_find(struct request *rq, const struct query *order)
{
	struct query *q = query(rq, Q_ORDER_PARTIES);

	query_number(q, "id", query_get_number(order, "id"));
	while (query_next(q))
		if (query_get_number(q, "line") == request_part_number(rq, "n"))
			return q;
	return NULL;
}

static bool
party_set(struct request *rq, const struct query *order, const struct query *party, const char *state, struct day due,
    bool replied)
{
	struct query *q = query(rq, Q_WATCH_ORDER_TOUCH);

	query_number(q, "id", query_get_number(order, "id"));
	if (query_run(q) != 1)
		return false;
	q = query(rq, Q_PARTY_SET);
	query_number(q, "order_id", query_get_number(order, "id"));
	query_number(q, "line", query_get_number(party, "line"));
	query_text(q, "was", query_get(party, "state"));
	query_text(q, "state", state);
	query_day(q, "due_on", due);
	query_instant(q, "replied_at", replied ? rq->now : INSTANT_NONE);
	query_number(q, "version", form_number(rq, "version"));
	return query_run(q) == 1;
}

static enum reply
party_go(struct page *page, const struct query *order, const char *done)
{
	return page_go(page, "/watch/orders/", query_get(order, "id"), "?done=", done, NULL);
}

/* What somebody outside the administration said, entered by the supervisor. */
enum reply
party_reply(struct request *rq, struct page *page)
{
	struct query *order = order_load(rq), *party = order ? party_find(rq, order) : NULL;

	if (!party)
		return REPLY_NOT_FOUND;
	if (!text_is(query_get(order, "state"), "open"))
		return page_refuse(page, "order_ended");
	if (text_is(query_get(party, "kind"), "organ"))
		return page_refuse(page, "party_answers_itself");
	if (text_is(query_get(party, "state"), "replied"))
		return page_refuse(page, "party_replied");
	if (!party_set(rq, order, party, "replied", DAY_NONE, true))
		return REPLY_CONFLICT;
	watch_act_note(rq, "order", query_get_number(order, "id"), "entered", query_get_number(party, "line"),
	    form_get(rq, "party_reply"));
	return party_go(page, order, "party_replied");
}

enum reply
party_return(struct request *rq, struct page *page)
{
	struct query *order = order_load(rq), *party = order ? party_find(rq, order) : NULL;
	struct day due = calendar_add(request_calendar(rq), rq->today, (int)form_number(rq, "days"));
	char on[DAY_TEXT];

	if (!party)
		return REPLY_NOT_FOUND;
	if (!text_is(query_get(order, "state"), "open"))
		return page_refuse(page, "order_ended");
	if (!text_is(query_get(party, "state"), "replied"))
		return page_refuse(page, "party_not_replied");
	if (!party_set(rq, order, party, "returned", due, false))
		return REPLY_CONFLICT;
	watch_act_note(rq, "order", query_get_number(order, "id"), "return", query_get_number(party, "line"),
	    form_get(rq, "return_note"));
	if (*query_get(party, "organ_code"))
		watch_tell(rq, Q_WATCH_PEOPLE, query_get(party, "organ_code"), arena_format(rq->arena, "order:%s:%s:%s",
		    query_get(order, "id"), query_get(party, "line"), query_get(party, "version")), "order_returned", "number",
		    query_get(order, "number"), "title", query_get(order, "title"), "due", day_print(due, on), NULL);
	return party_go(page, order, "party_returned");
}
