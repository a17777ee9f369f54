/*
 * roles.c - what takes two persons: proposed by a security administrator, confirmed by another of the two who act.
 *
 * A proposal is judged anew when it is confirmed, and holds only for the account as the proposer saw it.  A code that
 * follows is shown to the one who confirms: the one who proposed never sees it.
 */
#include "fcgi/admin/guard.h"

#include "base/text.h"
#include "generated/queries/guard.h"
#include "record/record.h"

static const char *const states[] = { "waiting", "over", NULL };

static const struct field proposals_fields[] = {
	{ "proposal_state", FIELD_CHOICE, .choices = states },
	{ "page", FIELD_NUMBER, .least = 1, .most = 10000 },
};
const struct form proposals_form = FORM(proposals_fields);

static const struct field proposal_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1, .most = 100000000 },
	{ "admin_reason", FIELD_TEXT, .required = true, .least = 4, .most = 500 },
};
const struct form proposal_form = FORM(proposal_fields);

/* Ends the one of this id that was seen in this version. */
static bool
proposal_close(struct request *rq, const struct query *p, long long version, const char *state)
{
	struct query *q = query(rq, Q_PROPOSAL_END);

	query_text(q, "state", state);
	query_number(q, "by", (long long)rq->who.account);
	query_text(q, "by_name", rq->who.name);
	query_instant(q, "now", rq->now);
	query_text(q, "note", form_get(rq, "admin_reason"));
	query_number(q, "id", query_get_number(p, "id"));
	query_number(q, "version", version);
	return query_run(q) == 1;
}

/* One at a time waits for an account; one that has lapsed makes room. */
static bool
room_made(struct request *rq, const struct account *a)
{
	struct query *q = query(rq, Q_PROPOSAL_OF_ACCOUNT);

	query_number(q, "id", a->id);
	if (!query_next(q))
		return true;
	return power_lapsed(query_get_instant(q, "made_at"), rq->now) && proposal_close(rq, q, query_get_number(q, "version"), "declined");
}

bool
proposal_make(struct request *rq, struct page *page, const struct account *a, enum power_change change, unsigned wanted)
{
	const struct admin_change noted = { "propose", "account", record_number(rq->arena, (uint64_t)a->id), a->shown, NULL,
	    record_detail(rq->arena, "change", page_word_below(page, "guard_change", power_change_name(change)), "roles",
	    roles_text(rq, page, wanted), NULL) };
	struct query *q = query(rq, Q_PROPOSAL_ADD);

	if (!room_made(rq, a))
		return false;
	query_number(q, "id", a->id);
	query_text(q, "change", power_change_name(change));
	query_text(q, "roles", roles_print(rq, wanted));
	query_text(q, "reason", form_get(rq, "admin_reason"));
	query_number(q, "version", a->version);
	query_number(q, "by", (long long)rq->who.account);
	query_text(q, "by_name", rq->who.name);
	query_instant(q, "now", rq->now);
	if (query_run(q) != 1)
		return false;
	admin_note(rq, &noted);
	return true;
}

/* ---- the list ---- */

static bool
waiting(struct request *rq)
{
	return !text_is(form_get(rq, "proposal_state"), "over");
}

static void
proposal_into(struct request *rq, struct page *page, const char *row, struct query *q)
{
	bool lapsed = power_lapsed(query_get_instant(q, "made_at"), rq->now);

	query_row_into(q, page, row);
	page_sub(page, row, "roles_text", roles_text(rq, page, roles_named(query_get(q, "roles"))));
	page_sub(page, row, "held_text", roles_text(rq, page, roles_named(query_get(q, "held"))));
	page_sub(page, row, "url", arena_format(rq->arena, "/admin/proposals/%s", query_get(q, "id")));
	page_sub(page, row, "shown_state", lapsed && text_is(query_get(q, "state"), "waiting") ? "lapsed" : query_get(q, "state"));
}

enum reply
proposals_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_PROPOSALS_LIST), *found = query(rq, Q_PROPOSALS_FOUND);
	size_t n = 0;

	query_text(q, "area", admin_reach(rq));
	query_number(q, "waiting", waiting(rq));
	admin_page_bind(rq, q);
	for (; query_next(q); n++)
		proposal_into(rq, page, arena_format(rq->arena, "proposals.%zu", n), q);
	if (n == 0 && admin_page(rq) > 1)
		return page_go(page, page_url_with(page, "page", NULL), NULL);
	query_text(found, "area", admin_reach(rq));
	query_number(found, "waiting", waiting(rq));
	page_pager(page, admin_page(rq), ADMIN_PER_PAGE, query_next(found) ? query_get_number(found, "found") : 0);
	page_choices(page, "proposal_state", states, "proposal_tab", waiting(rq) ? "waiting" : "over");
	admin_crumbs(page, "", "guard_nav.proposals", NULL);
	return REPLY_PAGE;
}

/* ---- one ---- */

/* The proposal of the address and its account, both within reach; NULL: there is none. */
static struct query *
proposal_load(struct request *rq, struct account *a)
{
	struct query *q = query(rq, Q_PROPOSAL_ONE);

	query_number(q, "id", request_part_number(rq, "id"));
	return query_next(q) && account_load(rq, query_get_number(q, "account_id"), a) ? q : NULL;
}

enum reply
proposal_show(struct request *rq, struct page *page)
{
	struct account a;
	struct query *q = proposal_load(rq, &a);

	if (q == NULL)
		return REPLY_NOT_FOUND;
	query_row_into(q, page, "proposal");
	page_text(page, "proposal.url", arena_format(rq->arena, "/admin/proposals/%s", query_get(q, "id")));
	page_text(page, "proposal.account", a.shown);
	page_text(page, "proposal.held_text", roles_text(rq, page, a.roles));
	page_text(page, "proposal.roles_text", roles_text(rq, page, roles_named(query_get(q, "roles"))));
	page_flag(page, "proposal.lapsed", power_lapsed(query_get_instant(q, "made_at"), rq->now));
	page_flag(page, "proposal.waits", text_is(query_get(q, "state"), "waiting"));
	page_flag(page, "proposal.mine", (uint64_t)query_get_number(q, "made_by") == rq->who.account);
	page_flag(page, "proposal.concerns_me", (uint64_t)a.id == rq->who.account);
	admin_crumbs(page, "/admin/proposals", "guard_nav.proposals", a.shown);
	return REPLY_PAGE;
}

/* Why this colleague may not confirm it now. */
static enum power_refusal
refusal_of(struct request *rq, const struct query *p, const struct account *a)
{
	if (!text_is(query_get(p, "state"), "waiting") || power_lapsed(query_get_instant(p, "made_at"), rq->now))
		return POWER_ENDED;
	return power_confirm(rq->who.roles, (uint64_t)query_get_number(p, "made_by") == rq->who.account,
	    (uint64_t)a->id == rq->who.account);
}

enum reply
proposal_confirm(struct request *rq, struct page *page)
{
	struct account a;
	struct query *p = proposal_load(rq, &a);
	enum power_refusal why;
	enum power_change change;
	unsigned wanted;
	enum reply reply;

	if (p == NULL || !power_change_named(query_get(p, "change_kind"), &change))
		return REPLY_NOT_FOUND;
	if ((why = refusal_of(rq, p, &a)) != POWER_FINE)
		return page_refuse(page, power_refusal_name(why));
	if (a.version != query_get_number(p, "account_version"))
		return REPLY_CONFLICT;		/* the account is another than the one proposed about */
	wanted = change == POWER_OPEN || change == POWER_ROLES ? roles_named(query_get(p, "roles")) : a.roles;
	if (account_ask(rq, &a, change, wanted, change == POWER_ENABLE && !a.disabled, &why) == POWER_REFUSED)
		return page_refuse(page, power_refusal_name(why));
	if (!proposal_close(rq, p, form_number(rq, "version"), "confirmed"))
		return REPLY_CONFLICT;
	reply = account_apply(rq, page, &a, change, wanted);
	if (reply == REPLY_GO)
		return page_go(page, "/admin/proposals?done=confirmed", NULL);
	return reply == REPLY_PAGE ? proposal_show(rq, page) : reply;
}

/* By whoever could confirm it, and by the one who made it: he takes it back. */
enum reply
proposal_decline(struct request *rq, struct page *page)
{
	struct account a;
	struct query *p = proposal_load(rq, &a);
	const struct admin_change *noted;

	if (p == NULL)
		return REPLY_NOT_FOUND;
	if (!text_is(query_get(p, "state"), "waiting"))
		return page_refuse(page, power_refusal_name(POWER_ENDED));
	if ((uint64_t)a.id == rq->who.account)
		return page_refuse(page, power_refusal_name(POWER_CONCERNED));
	if (!proposal_close(rq, p, form_number(rq, "version"), "declined"))
		return REPLY_CONFLICT;
	noted = &(struct admin_change){ "decline", "account", record_number(rq->arena, (uint64_t)a.id), a.shown, NULL,
	    record_detail(rq->arena, "change", page_word_below(page, "guard_change", query_get(p, "change_kind")), NULL) };
	admin_note(rq, noted);
	return page_go(page, "/admin/proposals?done=declined", NULL);
}
