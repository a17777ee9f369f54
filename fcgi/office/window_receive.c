/* window_receive.c - the moment a draft of the window becomes a case, and the receipt that is handed over for it. */
#include "fcgi/office/window.h"

#include "base/random.h"
#include "base/text.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/guide.h"
#include "fcgi/worker/item_form.h"
#include "generated/queries/intake.h"
#include "record/case_number.h"
#include "record/licence.h"
#include "rules/number.h"

static const struct field receive_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
	{ "applicant_signed", FIELD_FLAG },
};
const struct form window_form_receive = FORM(receive_fields);

/* The account of that number, of the same name; 0 and *other when it is in another name. */
static uint64_t
account_find(struct request *rq, const struct window_case *c, bool *other)
{
	struct query *q = query(rq, Q_APPLICANT_ACCOUNT);

	query_text(q, "kind", c->kind);
	query_text(q, "number", c->holder);
	*other = false;
	if (!query_next(q))
		return 0;
	*other = !text_is(query_get(q, "name"), c->name);
	return *other ? 0 : (uint64_t)query_get_number(q, "id");
}

/* An account nobody has a password for: its owner is given one at a service centre, with the same document. */
static uint64_t
account_make(struct request *rq, const struct window_case *c)
{
	struct query *q = query(rq, Q_APPLICANT_ACCOUNT_ADD);
	uint64_t bits[2];

	random_bytes(bits, sizeof bits);
	query_text(q, "kind", c->kind);
	query_text(q, "login", arena_format(rq->arena, "window-%016llx%016llx", (unsigned long long)bits[0],
	    (unsigned long long)bits[1]));
	query_text(q, "name", c->name);
	query_text(q, "id_kind", text_is(c->kind, "person") ? "citizen" : "credit");
	query_text(q, "number", c->holder);
	query_text(q, "phone", c->phone);
	query_instant(q, "now", rq->now);
	return query_run(q) == 1 ? query_id(q) : 0;
}

static bool
received_set(struct request *rq, const struct window_case *c, uint64_t account, const struct case_numbers *n,
    struct day due_on)
{
	struct query *q = query(rq, Q_WINDOW_RECEIVED);

	query_number(q, "id", (long long)c->id);
	query_number(q, "applicant", (long long)account);
	query_text(q, "number", n->number);
	query_text(q, "exchange_number", *n->exchange ? n->exchange : NULL);
	query_text(q, "query_code", n->query_code);
	query_instant(q, "now", rq->now);
	query_number(q, "calendar", request_calendar(rq)->version);
	query_day(q, "due_on", due_on);
	return query_run(q) == 1;
}

static const char *
received_detail(struct request *rq, struct page *page, const struct window_case *c, struct day due_on)
{
	return record_detail(rq->arena, "item", c->item_code,
	    "submitted_at", record_instant(rq->arena, rq->now), "due_on", record_day(rq->arena, due_on),
	    "calendar", record_number(rq->arena, (uint64_t)request_calendar(rq)->version),
	    "intake_organ_code", rq->who.organ, "intake_area", rq->who.area ? rq->who.area : "",
	    "received_name", page_get(page, "case.received_name"), "received_by", page_get(page, "case.received_by"),
	    "identity_seen", page_get(page, "case.identity_seen"), "agent", page_get(page, "case.agent_name"), NULL);
}

/* May it be filed as it stands?  The item must still be in the catalogue, and this guide the one in force. */
static bool
receivable(struct request *rq, struct page *page, const struct window_case *c, enum reply *reply)
{
	struct window_item item;

	if (c->state != STATE_DRAFT) {
		*reply = page_go(page, arena_format(rq->arena, "%s/receipt", page_get(page, "case.url")), NULL);	/* pressed twice */
		return false;
	}
	if (!window_item_load(rq, page, c->item_code, &item, reply))
		return false;
	if (item_form_newer(rq, page, c->item_code, c->item_version)) {
		*reply = page_refuse(page, "guide_changed");
		return false;
	}
	if (licence_uses(rq->db, rq->arena, c->id, rq->today) != LICENCE_STANDS) {
		window_into(rq, page, c);
		*reply = page_refuse(page, refusal_name(REFUSED_LICENCE));
		return false;
	}
	if (!window_into(rq, page, c)) {
		*reply = page_refuse(page, "incomplete");
		return false;
	}
	if (!form_flag(rq, "applicant_signed")) {
		form_error(page, "applicant_signed", "tick");
		*reply = REPLY_INVALID;
		return false;
	}
	return true;
}

enum reply
window_receive(struct request *rq, struct page *page)
{
	struct case_row moved = { .state = STATE_DRAFT, .own = true };	/* this window's, whoever decides */
	struct day due_on = limit_answer(request_calendar(rq), rq->today);
	enum reply reply = REPLY_PAGE;
	struct case_numbers numbers;
	struct window_case c;
	uint64_t account;
	bool other;

	if (!window_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!receivable(rq, page, &c, &reply))
		return reply;
	account = account_find(rq, &c, &other);
	if (other)
		return page_refuse(page, "other_name");
	if (account == 0 && (account = account_make(rq, &c)) == 0)
		return REPLY_CONFLICT;
	moved.id = c.id;
	if (!case_step(rq, page, &moved, EVENT_RECEIVE, NULL, received_detail(rq, page, &c, due_on), &reply))
		return reply;
	if (!case_numbers_draw(rq->db, rq->arena, (const char *const[]){ c.area, c.organ_area,
	    case_number_area_of(c.organ), NULL }, c.item_code, rq->today, &numbers) ||
	    !received_set(rq, &c, account, &numbers, due_on))
		return page_refuse(page, "not_numbered");
	case_told(rq, &moved);
	return page_go(page, arena_format(rq->arena, "%s/receipt?done=received", page_get(page, "case.url")), NULL);
}

/* ---- the receipt ---- */

static const char *
track_address(struct request *rq, const struct window_case *c)
{
	return arena_format(rq->arena, "%s/track?number=%s", request_site(rq), c->number);
}

static void
own_acts_into(struct request *rq, struct page *page, const struct window_case *c)
{
	struct query *q = query(rq, Q_WINDOW_OWN_ACTS);
	size_t n = 0;

	query_number(q, "id", (long long)c->id);
	query_text(q, "organ", rq->who.organ);
	for (; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "events.%zu", n);
		bool ours = text_is(query_get(q, "organ_code"), rq->who.organ);

		query_row_into(q, page, row);
		page_sub(page, row, "at_text", page_get(page, arena_format(rq->arena, "%s.at.text", row)));
		page_sub(page, row, "title", page_word(page, arena_format(rq->arena, "event.%s", query_get(q, "event"))));
		page_sub(page, row, "who", ours ? query_get(q, "actor_name") : page_get(page, "case.organ_name"));
		page_sub(page, row, "note", ours ? query_get(q, "reason") : "");
	}
}

enum reply
window_receipt(struct request *rq, struct page *page)
{
	struct window_case c;
	uint64_t bits;

	if (!window_load(rq, page, &c) || *c.number == '\0')
		return REPLY_NOT_FOUND;
	if (query_code_parse(c.query_code, &bits))
		page_text(page, "case.code_shown", query_code_show(bits, (char[QUERY_CODE_SHOWN]){ 0 }));
	window_into(rq, page, &c);
	own_acts_into(rq, page, &c);
	page_textf(page, "qr_url", "%s/qr.svg", page_get(page, "case.url"));
	page_text(page, "track_url", track_address(rq, &c));
	page_textf(page, "print_url", "%s/receipt?print=1", page_get(page, "case.url"));
	page_textf(page, "case_url", "/office/cases/%s", c.number);
	page_crumb(page, "/office/", "nav.cases", NULL);
	page_crumb(page, "/office/window", "nav.window", NULL);
	page_crumb(page, NULL, NULL, page_get(page, "case.shown"));
	return REPLY_PAGE;
}

enum reply
window_qr(struct request *rq, struct page *page)
{
	struct window_case c;

	if (!window_load(rq, page, &c) || *c.number == '\0')
		return REPLY_NOT_FOUND;
	return page_qr(page, track_address(rq, &c));
}
