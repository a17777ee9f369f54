/* account_acts.c - what is done to an account: judged by rules/power.h, done, noted; its sessions end. */
#include "fcgi/admin/guard.h"

#include "base/random.h"
#include "base/text.h"
#include "fcgi/worker/claim.h"
#include "generated/queries/guard.h"
#include "record/record.h"
#include "rules/number.h"

#include <string.h>

bool
account_load(struct request *rq, long long id, struct account *a)
{
	struct query *q = query(rq, Q_ACCOUNT_ONE);

	query_number(q, "id", id);
	query_text(q, "area", admin_reach(rq));
	if (!query_next(q))
		return false;
	*a = (struct account){
		.id = id, .version = query_get_number(q, "version"), .login = query_get(q, "login"), .name = query_get(q, "name"),
		.roles = roles_named(query_get(q, "roles")), .organ = query_get(q, "organ_code"),
		.area = query_get(q, "area_code"),
		.disabled = query_get_number(q, "disabled") != 0, .unopened = query_get_number(q, "unopened") != 0,
		.expires_on = query_get_day(q, "expires_on"),
	};
	a->shown = arena_format(rq->arena, "%s (%s)", a->name, a->login);
	return true;
}

enum reply
account_go(struct request *rq, struct page *page, const struct account *a, const char *done)
{
	return page_go(page, "/admin/accounts/", arena_format(rq->arena, "%lld", a->id), "?done=", done, NULL);
}

/* ---- judging ---- */

static unsigned
last_of(struct request *rq, const struct account *a)
{
	struct query *q = query(rq, Q_ACCOUNT_LAST);
	unsigned last = 0;

	query_number(q, "id", a->id);
	query_day(q, "today", rq->today);
	while (query_next(q))
		last |= role_named(query_get(q, "role"));
	return last;
}

static bool
other_factor(struct request *rq, const struct account *a, enum power_change change)
{
	struct query *q;

	if (change != POWER_PASSWORD && change != POWER_SECOND)
		return false;
	q = query(rq, Q_STAFF_CODE_SINCE);
	query_number(q, "id", a->id);
	query_text(q, "was", change == POWER_PASSWORD ? "second" : "password");
	query_instant(q, "since", instant_add(rq->now, -POWER_WEEK));
	return query_next(q) && query_get_number(q, "given") > 0;
}

enum power_answer
account_ask(struct request *rq, const struct account *a, enum power_change change, unsigned wanted, bool still,
    enum power_refusal *why)
{
	struct power_asked asked = { .change = change, .own = (uint64_t)a->id == rq->who.account, .held = a->roles,
	    .wanted = wanted, .still = still };

	query_run(query(rq, Q_GUARD_LOCK));
	asked.last = last_of(rq, a);
	asked.other_factor = other_factor(rq, a, change);
	return power_ask(&asked, why);
}

/* ---- doing ---- */

static void
sessions_close(struct request *rq, const struct account *a)
{
	struct query *q = query(rq, Q_SESSIONS_END_OF);

	query_number(q, "account", a->id);
	query_run(q);
}

static void
noted(struct request *rq, const struct account *a, const char *act, const char *was, const char *became)
{
	const struct admin_change change = { act, "account", record_number(rq->arena, (uint64_t)a->id), a->shown, was, became };

	admin_note(rq, &change);
}

static bool
touched(struct request *rq, const struct account *a)
{
	struct query *q = query(rq, Q_ACCOUNT_TOUCH);

	query_number(q, "id", a->id);
	query_number(q, "version", a->version);
	return query_run(q) == 1;
}

static bool
roles_set(struct request *rq, const struct account *a, unsigned wanted)
{
	struct query *q;

	if (!touched(rq, a))
		return false;
	q = query(rq, Q_ROLES_DROP);
	query_number(q, "id", a->id);
	query_run(q);
	for (int i = 0; i < ROLE_COUNT; i++) {
		if (!(wanted & (1u << i)))
			continue;
		q = query(rq, Q_ROLES_GIVE);
		query_number(q, "id", a->id);
		query_text(q, "role", role_name(1u << i));
		query_run(q);
	}
	return true;
}

static bool
disabled_set(struct request *rq, const struct account *a, bool disabled)
{
	struct query *q = query(rq, Q_ACCOUNT_DISABLED_SET);

	query_number(q, "disabled", disabled);
	query_number(q, "id", a->id);
	query_number(q, "version", a->version);
	return query_run(q) == 1;
}

/* Shown once, kept as a MAC; it takes the place of one given before. */
static void
code_give(struct request *rq, struct page *page, const struct account *a, const char *kind)
{
	char code[QUERY_CODE_TEXT], shown[QUERY_CODE_SHOWN];
	uint8_t mac[HASH_BYTES];
	struct query *q = query(rq, Q_STAFF_CODE_REPLACE);
	uint64_t bits;

	query_number(q, "id", a->id);
	query_run(q);
	random_bytes(&bits, sizeof(bits));
	staff_code_mac(rq, (uint64_t)a->id, query_code_print(bits, code), mac);
	q = query(rq, Q_STAFF_CODE_ADD);
	query_number(q, "id", a->id);
	query_text(q, "kind", kind);
	query_bytes(q, "code_hash", mac, HASH_BYTES);
	query_number(q, "by", (long long)rq->who.account);
	query_text(q, "by_name", rq->who.name);
	query_instant(q, "now", rq->now);
	query_instant(q, "expires_at", instant_add(rq->now, STAFF_CODE_LASTS));
	query_run(q);
	page_text(page, "code.text", query_code_show(bits, shown));
	page_text(page, "code.name", a->shown);
	page_text(page, "code.kind", kind);
	page_instant(page, "code.until", instant_add(rq->now, STAFF_CODE_LASTS));
}

static enum reply
opened(struct request *rq, struct page *page, const struct account *a, unsigned wanted)
{
	if (!roles_set(rq, a, wanted))
		return REPLY_CONFLICT;
	noted(rq, a, "account_open", NULL, record_detail(rq->arena, "login", a->login, "account_organ", a->organ, "roles",
	    roles_text(rq, page, wanted), NULL));
	code_give(rq, page, a, "open");
	return REPLY_PAGE;
}

/* The old one is void from now on.  Of an account that nobody opened yet both are given once more. */
static enum reply
factor_voided(struct request *rq, struct page *page, const struct account *a, enum power_change change)
{
	struct query *q = query(rq, change == POWER_PASSWORD ? Q_PASSWORD_VOID : Q_SECOND_VOID);

	if (!touched(rq, a))
		return REPLY_CONFLICT;
	query_number(q, "id", a->id);
	query_run(q);
	noted(rq, a, change == POWER_PASSWORD ? "account_password" : "account_second", NULL, NULL);
	sessions_close(rq, a);
	code_give(rq, page, a, a->unopened ? "open" : power_change_name(change));
	return REPLY_PAGE;
}

static enum reply
roles_changed(struct request *rq, struct page *page, const struct account *a, unsigned wanted)
{
	if (!roles_set(rq, a, wanted))
		return REPLY_CONFLICT;
	noted(rq, a, "account_roles", record_detail(rq->arena, "roles", roles_text(rq, page, a->roles), NULL),
	    record_detail(rq->arena, "roles", roles_text(rq, page, wanted), NULL));
	sessions_close(rq, a);
	return account_go(rq, page, a, "account_changed");
}

static enum reply
disabled_changed(struct request *rq, struct page *page, const struct account *a, bool disabled)
{
	if (!disabled_set(rq, a, disabled))
		return REPLY_CONFLICT;
	noted(rq, a, disabled ? "account_disable" : "account_enable", NULL, NULL);
	sessions_close(rq, a);
	return account_go(rq, page, a, "account_changed");
}

enum reply
account_apply(struct request *rq, struct page *page, const struct account *a, enum power_change change, unsigned wanted)
{
	switch (change) {
	case POWER_OPEN:
		return opened(rq, page, a, wanted);
	case POWER_ROLES:
		return roles_changed(rq, page, a, wanted);
	case POWER_DISABLE:
	case POWER_ENABLE:
		return disabled_changed(rq, page, a, change == POWER_DISABLE);
	case POWER_PASSWORD:
	case POWER_SECOND:
		return factor_voided(rq, page, a, change);
	case POWER_PLACE:
	case POWER_EXPIRY:
	case POWER_CHANGE_COUNT:
		break;
	}
	return REPLY_NOT_FOUND;
}

/* ---- the posts ---- */

/* The account as the form saw it. */
static bool
account_seen(struct request *rq, struct account *a)
{
	if (!account_load(rq, request_part_number(rq, "id"), a))
		return false;
	a->version = form_number(rq, "version");
	return true;
}

/* Judged, and done or proposed. */
static enum reply
account_change(struct request *rq, struct page *page, const struct account *a, enum power_change change, unsigned wanted,
    bool still)
{
	enum power_refusal why;
	enum reply reply;

	switch (account_ask(rq, a, change, wanted, still, &why)) {
	case POWER_REFUSED:
		return page_refuse(page, power_refusal_name(why));
	case POWER_TWO:
		return proposal_make(rq, page, a, change, wanted) ? account_go(rq, page, a, "proposed") : page_refuse(page, "proposal_waits");
	case POWER_ALONE:
		break;
	}
	reply = account_apply(rq, page, a, change, wanted);
	return reply == REPLY_PAGE ? account_act_show(rq, page) : reply;
}

enum reply
account_roles(struct request *rq, struct page *page)
{
	struct account a;

	if (!account_seen(rq, &a))
		return REPLY_NOT_FOUND;
	return account_change(rq, page, &a, POWER_ROLES, roles_typed(rq), false);
}

enum reply
account_place(struct request *rq, struct page *page)
{
	const char *area = organ_area(rq, form_get(rq, "account_organ"));
	enum power_refusal why;
	struct account a;
	struct query *q;

	if (!account_seen(rq, &a))
		return REPLY_NOT_FOUND;
	if (area == NULL) {
		form_error(page, "account_organ", "account_organ_unknown");
		return REPLY_INVALID;
	}
	if (account_ask(rq, &a, POWER_PLACE, a.roles, text_is(area, a.area), &why) != POWER_ALONE)
		return page_refuse(page, power_refusal_name(why));
	q = query(rq, Q_ACCOUNT_PLACE_SET);
	query_text(q, "name", form_get(rq, "account_name"));
	query_text(q, "organ", form_get(rq, "account_organ"));
	query_text(q, "its_area", area);
	query_number(q, "id", a.id);
	query_number(q, "version", a.version);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	noted(rq, &a, "account_place", record_detail(rq->arena, "name", a.name, "account_organ", a.organ, NULL),
	    record_detail(rq->arena, "name", form_get(rq, "account_name"), "account_organ", form_get(rq, "account_organ"), NULL));
	sessions_close(rq, &a);
	return account_go(rq, page, &a, "account_changed");
}

enum reply
account_expiry(struct request *rq, struct page *page)
{
	struct day expires_on = form_day(rq, "expires_on");
	enum power_refusal why;
	struct account a;
	struct query *q;

	if (!account_seen(rq, &a))
		return REPLY_NOT_FOUND;
	if (account_ask(rq, &a, POWER_EXPIRY, a.roles, !day_known(expires_on), &why) != POWER_ALONE)
		return page_refuse(page, power_refusal_name(why));
	q = query(rq, Q_ACCOUNT_EXPIRY_SET);
	query_day(q, "expires_on", expires_on);
	query_number(q, "id", a.id);
	query_number(q, "version", a.version);
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	noted(rq, &a, "account_expiry", record_detail(rq->arena, "expires_on", record_day(rq->arena, a.expires_on), NULL),
	    record_detail(rq->arena, "expires_on", record_day(rq->arena, expires_on), NULL));
	sessions_close(rq, &a);
	return account_go(rq, page, &a, "account_changed");
}

/* Those that are no change of powers. */
static enum reply
relieved(struct request *rq, struct page *page, const struct account *a, bool unlock)
{
	struct query *q;

	if (unlock) {
		if ((uint64_t)a->id == rq->who.account)
			return page_refuse(page, power_refusal_name(POWER_OWN));
		q = query(rq, Q_LOCK_RELEASE);
		query_number(q, "id", a->id);
		query_run(q);
	} else {
		sessions_close(rq, a);
	}
	noted(rq, a, unlock ? "account_unlock" : "sessions_end", NULL, NULL);
	return account_go(rq, page, a, unlock ? "account_unlocked" : "sessions_ended");
}

/* disable, enable, password, second, unlock, sessions. */
enum reply
account_act(struct request *rq, struct page *page)
{
	const char *act = request_part(rq, "section");
	enum power_change change;
	struct account a;

	if (!account_seen(rq, &a))
		return REPLY_NOT_FOUND;
	if (text_is(act, "unlock") || text_is(act, "sessions"))
		return relieved(rq, page, &a, text_is(act, "unlock"));
	if (!power_change_named(act, &change) || change < POWER_DISABLE)
		return REPLY_NOT_FOUND;
	return account_change(rq, page, &a, change, a.roles, change == POWER_DISABLE ? a.disabled :
	    change == POWER_ENABLE && !a.disabled);
}
