/* locks.c - accounts and addresses that failed too often, and letting them go, with a reason. */
#include "fcgi/admin/guard.h"

#include "base/text.h"
#include "generated/queries/guard.h"
#include "rules/mask.h"

#include <string.h>

enum { ADDRESS_TRIES_MOST = 100 };	/* as the door counts them, in ten minutes (fcgi/signin/door.h) */

static const struct field lock_fields[] = {
	{ "lock", FIELD_TEXT, .required = true, .most = 80 },		/* account:ID or address:ADDRESS, as the page offers */
	{ "admin_reason", FIELD_TEXT, .required = true, .least = 4, .most = 500 },
};
const struct form lock_form = FORM(lock_fields);

/* ---- masks ---- */

const char *
guard_name(struct request *rq, const char *kind, const char *name)
{
	char *masked;

	if (!text_is(kind, "person"))
		return name;			/* colleagues, and enterprises, whose names are public */
	masked = arena_get(rq->arena, MASK_ROOM);
	return mask_name(name, masked, MASK_ROOM);
}

const char *
guard_login(struct request *rq, const char *kind, const char *login)
{
	char *masked;

	if (text_is(kind, "staff"))
		return login;
	masked = arena_get(rq->arena, MASK_ROOM);
	return mask_middle(login, 3, 2, masked, MASK_ROOM);
}

const char *
guard_address(struct request *rq, const char *address)
{
	char mark = strchr(address, ':') ? ':' : '.';
	const char *second = strchr(address, mark);

	if (second == NULL || (second = strchr(second + 1, mark)) == NULL)
		return *address ? "*" : "";
	return arena_format(rq->arena, mark == ':' ? "%s:*" : "%s.*.*", arena_text_n(rq->arena, address, (size_t)(second - address)));
}

/* ---- the page ---- */

static void
lock_into(struct request *rq, struct page *page, size_t n, const char *value, const char *label, const char *hint)
{
	struct node *row = page_row(page, "choices.lock", n);

	row_text(page, row, "value", value);
	row_text(page, row, "label", label);
	row_text(page, row, "hint", hint);
	row_text(page, row, "checked", text_is(value, form_get(rq, "lock")) ? "1" : "");
}

/* Applicants are masked; an address is shown in full, or nobody could tell whose it is. */
enum reply
locks_show(struct request *rq, struct page *page)
{
	struct query *q = query(rq, Q_LOCKS_ACCOUNTS);
	size_t n = 0;

	query_instant(q, "now", rq->now);
	admin_reach_bind(rq, q);
	for (; query_next(q); n++) {
		const char *kind = query_get(q, "kind");

		lock_into(rq, page, n, arena_format(rq->arena, "account:%s", query_get(q, "id")), arena_format(rq->arena, "%s (%s)",
		    guard_name(rq, kind, query_get(q, "name")), guard_login(rq, kind, query_get(q, "login"))),
		    arena_format(rq->arena, "%s %s", page_word(page, "guard.locked_until"),
		    page_instant_text(page, query_get_instant(q, "locked_until"))));
	}
	q = query(rq, Q_LOCKS_ADDRESSES);
	query_number(q, "most", ADDRESS_TRIES_MOST);
	query_instant(q, "since", instant_add(rq->now, -10 * MINUTE));
	query_number(q, "whole", admin_whole(rq));
	for (; query_next(q); n++)
		lock_into(rq, page, n, arena_format(rq->arena, "address:%s", query_get(q, "address")), query_get(q, "address"),
		    arena_format(rq->arena, "%s %s", page_word(page, "guard.tries"), query_get(q, "tries")));
	page_number(page, "locks_count", (long long)n);
	admin_crumbs(page, "", "guard_nav.locks", NULL);
	return REPLY_PAGE;
}

static enum reply
not_locked(struct page *page)
{
	form_error(page, "lock", "not_locked");
	return REPLY_INVALID;
}

static enum reply
account_release(struct request *rq, struct page *page, long long id)
{
	struct query *q = query(rq, Q_LOCK_ACCOUNT), *released;
	struct admin_change noted = { .act = "account_unlock", .subject = "account" };

	query_number(q, "id", id);
	admin_reach_bind(rq, q);
	if (!query_next(q) || query_get_instant(q, "locked_until") <= rq->now)
		return not_locked(page);
	if ((uint64_t)query_get_number(q, "id") == rq->who.account)
		return page_refuse(page, power_refusal_name(POWER_OWN));
	released = query(rq, Q_LOCK_RELEASE);
	query_number(released, "id", query_get_number(q, "id"));
	query_run(released);
	noted.id = query_get(q, "id");
	noted.name = arena_format(rq->arena, "%s (%s)", guard_name(rq, query_get(q, "kind"), query_get(q, "name")),
	    guard_login(rq, query_get(q, "kind"), query_get(q, "login")));
	admin_note(rq, &noted);
	return page_go(page, "/admin/locks?done=account_unlocked", NULL);
}

static enum reply
address_release(struct request *rq, struct page *page, const char *address)
{
	const struct admin_change noted = { .act = "address_unlock", .subject = "address", .id = guard_address(rq, address),
	    .name = guard_address(rq, address) };
	struct query *q = query(rq, Q_LOCK_ADDRESS_RELEASE);

	query_text(q, "bucket", request_bucket(rq, "sign_in", address));
	query_number(q, "most", ADDRESS_TRIES_MOST);
	query_number(q, "whole", admin_whole(rq));
	if (query_run(q) != 1)
		return not_locked(page);
	admin_note(rq, &noted);
	return page_go(page, "/admin/locks?done=address_unlocked", NULL);
}

enum reply
lock_release(struct request *rq, struct page *page)
{
	const char *lock = form_get(rq, "lock");
	long long id;

	if (text_starts(lock, "address:"))
		return address_release(rq, page, lock + strlen("address:"));
	if (text_starts(lock, "account:") && text_number(lock + strlen("account:"), 1, INT64_MAX, &id))
		return account_release(rq, page, id);
	return not_locked(page);
}
