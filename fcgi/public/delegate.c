/*
 * delegate.c - 授权代办: whom one lets act for oneself, and for whom one may act.
 *
 * All of it is done in one's own name: no route here has a ROUTE_FOR_ flag, so
 * that nobody delegates, confirms or revokes by delegation.  What may become of
 * a delegation is rules/delegation's word; each act is a row of its history, in
 * the same transaction.
 */
#include "fcgi/public/delegate.h"
#include "fcgi/public/pages.h"

#include "base/text.h"
#include "generated/queries/own.h"
#include "rules/mask.h"

#include <string.h>

enum { DELEGATIONS_MOST = 50 };	/* that a holder has at once */

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

/* ---- lists ---- */

/* What it comes to today: standing, expired, lapsed, revoked … */
static const char *
standing_name(const struct delegation *d, struct day today)
{
	const char *fallen = delegation_fallen(d, today);

	return fallen == NULL ? delegation_state_name(DELEGATION_STANDING) : fallen;
}

static void
list_into(struct request *rq, struct page *page, const char *name, struct query *q)
{
	struct delegation d;

	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "%s.%zu", name, n);

		query_row_into(q, page, row);
		page_sub(page, row, "url", arena_format(rq->arena, "/my/delegates/%s", query_get(q, "id")));
		if (!delegation_read(q, &d))
			continue;
		page_sub(page, row, "standing", standing_name(&d, rq->today));
		delegation_rights_into(rq, page, row, d.rights);
	}
}

static void
crumbs(struct page *page, const char *here)
{
	page_crumb(page, "/my/", "nav.my", NULL);
	page_crumb(page, here == NULL ? "" : "/my/delegates", "delegates.title", NULL);
	if (here != NULL)
		page_crumb(page, "", here, NULL);
}

enum reply
delegates_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_DELEGATIONS_GIVEN);

	query_number(q, "holder", (long long)rq->who.account);
	list_into(rq, page, "given", q);
	q = query(rq, Q_DELEGATIONS_TAKEN);
	query_number(q, "person", (long long)rq->who.person);
	list_into(rq, page, "taken", q);
	q = query(rq, Q_DELEGATIONS_LED);
	query_number(q, "person", (long long)rq->who.person);
	query_day(q, "today", rq->today);
	list_into(rq, page, "led", q);
	crumbs(page, NULL);
	return REPLY_PAGE;
}

/* ---- inviting ---- */

static const char *const offices[] = { "agent", "representative", NULL };
static const char *const rights[] = { "look", "apply", "collect", "pay", NULL };
static const char *const extents[] = { "all", "some", NULL };

static const struct field invite_fields[] = {
	{ "office", FIELD_CHOICE, .choices = offices },
	{ "delegate_name", FIELD_TEXT, .required = true, .least = 2, .most = 100 },
	{ "citizen_number", FIELD_CITIZEN, .required = true },
	{ "rights", FIELD_MANY, .required = true, .choices = rights },
	{ "extent", FIELD_CHOICE, .required = true, .choices = extents },
	{ "item_codes", FIELD_CODES, .most = 64 },
	{ "delegated_until", FIELD_DAY, .required = true },
};
const struct form invite_form = FORM(invite_fields);

static void
items_offered(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_OWN_ITEMS);

	query_number(q, "holder", (long long)rq->who.account);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "choices.item_codes.%zu", n);

		page_sub(page, row, "value", query_get(q, "item_code"));
		page_sub(page, row, "label", query_said(rq, q, "title"));
		page_sub(page, row, "checked", form_has(rq, "item_codes", query_get(q, "item_code")) ? "1" : "");
	}
}

enum reply
invite_show(struct request *rq, struct page *page)
{
	page_choices(page, "office", offices, "delegation_office", form_get(rq, "office"));
	page_choices(page, "rights", rights, "right", "");
	for (size_t i = 0; rights[i] != NULL; i++)
		page_sub(page, arena_format(rq->arena, "choices.rights.%zu", i), "checked",
		    form_has(rq, "rights", rights[i]) ? "1" : "");
	page_choices(page, "extent", extents, "delegation_extent", form_get(rq, "extent"));
	items_offered(rq, page);
	page_day(page, "last_on", delegation_last_on(rq->today));
	page_flag(page, "firm", rq->who.kind == WHO_ENTERPRISE);
	page_text(page, "optional.item_codes", "1");
	crumbs(page, "delegates.invite");
	return REPLY_PAGE;
}

/* An invitation about to be written. */
struct invitation {
	const char *office, *name, *number, *codes;
	unsigned rights;
	bool all_items;
	size_t code_count;
	struct day expires_on;
};

/* The legal representative is who the enterprise's own account says, and has all rights in all items. */
static void
invitation_read(struct request *rq, struct invitation *v)
{
	bool chief = rq->who.kind == WHO_ENTERPRISE && text_is(form_get(rq, "office"), "representative");
	const char *codes = "", *code;

	*v = (struct invitation){ .office = chief ? "representative" : "agent", .name = form_get(rq, "delegate_name"),
	    .number = form_get(rq, "citizen_number"), .all_items = chief || !text_is(form_get(rq, "extent"), "some"),
	    .expires_on = form_day(rq, "delegated_until") };
	for (unsigned place = 0; place < RIGHT_COUNT; place++)
		if (chief || form_has(rq, "rights", right_name(place)))
			v->rights |= 1u << place;
	for (; (code = form_get_nth(rq, "item_codes", v->code_count)) != NULL; v->code_count++)
		codes = arena_format(rq->arena, "%s%s\"%s\"", codes, v->code_count == 0 ? "" : ",", code);
	v->codes = arena_format(rq->arena, "[%s]", codes);
}

static bool
invitation_right(struct request *rq, struct page *page, const struct invitation *v)
{
	struct query *own = query(rq, Q_HOLDER_LOAD);
	bool right = true;

	query_number(own, "holder", (long long)rq->who.account);
	if (!query_next(own))
		return false;
	if (text_is(v->office, "representative") && !text_is(v->name, query_get(own, "legal_name"))) {
		form_error(page, "delegate_name", "not_legal_name");
		right = false;
	}
	if (text_is(v->number, query_get(own, "id_number"))) {
		form_error(page, "citizen_number", "own_number");
		right = false;
	}
	if (day_before(v->expires_on, rq->today) || day_before(delegation_last_on(rq->today), v->expires_on)) {
		form_error(page, "delegated_until", "delegated_too_long");
		right = false;
	}
	if (!v->all_items && v->code_count == 0) {
		form_error(page, "item_codes", "required");
		right = false;
	}
	if (query_get_number(own, "delegations_open") >= DELEGATIONS_MOST) {
		form_error(page, "citizen_number", "too_many_delegates");
		right = false;
	}
	return right;
}

static void
event_add(struct request *rq, uint64_t id, enum delegation_event event, const char *reason)
{
	struct query *q = query(rq, Q_DELEGATION_EVENT_ADD);

	query_number(q, "id", (long long)id);
	query_instant(q, "now", rq->now);
	query_text(q, "event", delegation_event_name(event));
	query_number(q, "person", (long long)rq->who.person);
	query_text(q, "name", rq->who.name);
	query_text(q, "reason", reason);
	query_run(q);
}

/* 0 when the two have one that is not over. */
static uint64_t
delegation_add(struct request *rq, const struct invitation *v)
{
	struct query *q = query(rq, Q_DELEGATION_ADD);
	char scope[RIGHTS_TEXT];

	query_number(q, "holder", (long long)rq->who.account);
	query_text(q, "number", v->number);
	query_text(q, "name", v->name);
	query_text(q, "office", v->office);
	query_text(q, "scope", rights_print(v->rights, scope));
	query_number(q, "all_items", v->all_items);
	query_day(q, "answer_by_on", delegation_answer_by(rq->today));
	query_day(q, "expires_on", v->expires_on);
	query_instant(q, "now", rq->now);
	return query_run(q) == 1 ? query_id(q) : 0;
}

enum reply
invite(struct request *rq, struct page *page)
{
	struct invitation v;
	struct query *q;
	uint64_t id;

	invitation_read(rq, &v);
	if (!invitation_right(rq, page, &v))
		return REPLY_INVALID;
	if ((id = delegation_add(rq, &v)) == 0) {
		form_error(page, "citizen_number", "delegate_already");
		return REPLY_INVALID;
	}
	if (!v.all_items) {
		q = query(rq, Q_DELEGATION_ITEMS_ADD);
		query_number(q, "id", (long long)id);
		query_text(q, "codes", v.codes);
		if (query_run(q) != (long long)v.code_count) {
			form_error(page, "item_codes", "unknown");
			return REPLY_INVALID;
		}
	}
	event_add(rq, id, DELEGATION_INVITE, "");
	return page_go(page, "/my/delegates?done=delegate_invited", NULL);
}

/* ---- one ---- */

static const char *const acts[] = { "accept", "confirm", "decline", "revoke", "give_up", NULL };

static const struct field act_fields[] = {
	{ "act", FIELD_CHOICE, .required = true, .choices = acts },
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 1000000 },
	{ "delegation_reason", FIELD_TEXT, .most = 500 },
};
const struct form delegation_form = FORM(act_fields);

/* A delegation, and what the visitor is in it. */
struct part {
	struct delegation law;
	unsigned parties;
	long long version;
	bool verified;
};

static bool
part_load(struct request *rq, struct page *page, struct part *p)
{
	struct query *q = query(rq, Q_DELEGATION_LOAD);
	char masked[MASK_ROOM];

	query_number(q, "id", request_part_number(rq, "id"));
	query_number(q, "person", (long long)rq->who.person);
	query_day(q, "today", rq->today);
	if (!query_next(q) || !delegation_read(q, &p->law))
		return false;
	p->parties = (query_get_number(q, "is_holder") == 1 ? PARTY_HOLDER : 0u) |
	    (query_get_number(q, "is_delegate") == 1 ? PARTY_DELEGATE : 0u) |
	    (query_get_number(q, "is_representative") == 1 ? PARTY_REPRESENTATIVE : 0u);
	p->version = query_get_number(q, "version");
	p->verified = query_get_number(q, "verified") == 1;
	query_row_into(q, page, "delegation");
	page_text(page, "delegation.delegate_number", mask_citizen(query_get(q, "delegate_number"), masked, sizeof(masked)));
	page_text(page, "delegation.standing", standing_name(&p->law, rq->today));
	delegation_rights_into(rq, page, "delegation", p->law.rights);
	return true;
}

/* The acts this visitor may do now, each a button. */
static void
acts_into(struct request *rq, struct page *page, const struct part *p)
{
	enum delegation_state to;
	enum delegation_event event;
	const char *why;
	size_t n = 0;

	for (size_t i = 0; acts[i] != NULL; i++)
		if (delegation_event_named(acts[i], &event) &&
		    delegation_step(&p->law, event, p->parties, rq->today, &to, &why))
			page_sub(page, arena_format(rq->arena, "acts.%zu", n++), "name", acts[i]);
}

enum reply
delegation_show(struct request *rq, struct page *page)
{
	struct query *q;
	struct part p;

	if (!part_load(rq, page, &p))
		return REPLY_NOT_FOUND;
	acts_into(rq, page, &p);
	page_text(page, "optional.delegation_reason", "1");
	q = query(rq, Q_DELEGATION_HISTORY);
	query_number(q, "id", request_part_number(rq, "id"));
	query_into(q, page, "history");
	q = query(rq, Q_DELEGATION_ITEMS);
	query_number(q, "id", request_part_number(rq, "id"));
	query_into(q, page, "items");
	crumbs(page, "delegates.one");
	return REPLY_PAGE;
}

static enum reply
delegation_move(struct request *rq, struct page *page, const struct part *p, enum delegation_event event,
    enum delegation_state to)
{
	struct query *q = query(rq, Q_DELEGATION_MOVE);
	long long id = request_part_number(rq, "id");

	query_number(q, "id", id);
	query_text(q, "was", delegation_state_name(p->law.state));
	query_number(q, "version", form_number(rq, "version"));
	query_text(q, "state", delegation_state_name(to));
	query_text(q, "event", delegation_event_name(event));
	query_number(q, "over", delegation_over(to));
	query_number(q, "person", (long long)rq->who.person);
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	event_add(rq, (uint64_t)id, event, form_get(rq, "delegation_reason"));
	return page_go(page, "/my/delegates?done=delegation_", form_get(rq, "act"), NULL);
}

enum reply
delegation_act(struct request *rq, struct page *page)
{
	enum delegation_event event;
	enum delegation_state to;
	const char *why;
	struct part p;

	if (!part_load(rq, page, &p) || !delegation_event_named(form_get(rq, "act"), &event))
		return REPLY_NOT_FOUND;
	if (!delegation_step(&p.law, event, p.parties, rq->today, &to, &why))
		return page_refuse(page, why);
	if (event == DELEGATION_ACCEPT && !p.verified)
		return page_refuse(page, "not_verified");
	return delegation_move(rq, page, &p, event, to);
}
