/* forget.c - who a row names goes from it when nobody needs to know any more: applications begun and never filed, after a long
 * rest, as their owner could empty them; appointments and numbers of a queue, long after their day; letters, long after their
 * answer; accounts, when the day has come for which their owner asked to have them closed. */
#include "clock/clock.h"

#include "generated/queries/clock.h"

enum { DAYS_MOST = 3660, BOOKING_DAYS_LEAST = 183, ENQUIRY_DAYS_LEAST = 366, ALSO_MOST = 3 };

/* Rows of one kind: the setting, who is due, the first statement, which changes nothing when somebody was there meanwhile, and the
 * others. */
struct forgetting {
	const char *setting;
	long long least, usual;
	const struct statement *due, *first, *also[ALSO_MOST];
};

static const struct forgetting drafts = {
	"retention.draft_days", 0, 366, Q_DRAFTS_OLD, Q_DRAFT_OLD_FORGET,
	{ Q_DRAFT_ANSWERS_FORGET, Q_DRAFT_MATERIALS_FORGET, Q_DRAFT_FILES_FORGET }
};
static const struct forgetting bookings = {
	"retention.booking_days", BOOKING_DAYS_LEAST, 366, Q_BOOKINGS_OLD, Q_BOOKING_OLD_FORGET,
	{ Q_BOOKING_ITEMS_FORGET, Q_BOOKING_ACTS_FORGET }
};
static const struct forgetting tickets = {
	"retention.booking_days", BOOKING_DAYS_LEAST, 366, Q_TICKETS_OLD, Q_TICKET_OLD_FORGET, { Q_TICKET_ACTS_FORGET }
};
/* Three years: as long as a claim may be brought (Civil Code, art. 188). */
static const struct forgetting enquiries = {
	"retention.enquiry_days", ENQUIRY_DAYS_LEAST, 1096, Q_ENQUIRIES_OLD, Q_ENQUIRY_OLD_FORGET, { Q_ENQUIRY_ACTS_FORGET }
};

/* What is walked now: a hand does one duty at a time. */
static const struct forgetting *kind;

static long long
days_kept(struct clock *c, const struct forgetting *f)
{
	return clock_number(c, f->setting, f->least, DAYS_MOST, f->usual);
}

static void
days_bind(struct clock *c, struct query *q)
{
	query_number(q, "days", days_kept(c, kind));
}

static bool
forget(struct clock *c, const struct query *row)
{
	struct query *q = clock_query(c, kind->first);

	query_number(q, "id", query_get_number(row, "id"));
	query_day(q, "today", c->today);
	query_number(q, "days", days_kept(c, kind));
	if (query_run(q) != 1)
		return false;
	for (size_t i = 0; i < ALSO_MOST && kind->also[i] != NULL; i++) {
		q = clock_query(c, kind->also[i]);
		query_number(q, "id", query_get_number(row, "id"));
		query_run(q);
	}
	return true;
}

static long long
kind_walk(struct clock *c, const struct forgetting *f)
{
	kind = f;
	return clock_walk_with(c, f->due, days_bind, forget);
}

/* 0 days: they are kept. */
long long
duty_drafts(struct clock *c)
{
	return days_kept(c, &drafts) == 0 ? 0 : kind_walk(c, &drafts);
}

long long
duty_bookings_old(struct clock *c)
{
	long long booked = kind_walk(c, &bookings);
	long long queued = booked < 0 ? -1 : kind_walk(c, &tickets);

	return queued < 0 ? -1 : booked + queued;
}

long long
duty_enquiries_old(struct clock *c)
{
	return kind_walk(c, &enquiries);
}

/* ---- accounts ---- */

/* All that lets somebody in, or names him, and no act has become of. */
static const struct statement *const with_account[] = {
	Q_ACCOUNT_SECRETS_FORGET, Q_ACCOUNT_SESSIONS_END, Q_ACCOUNT_CODES_FORGET, Q_ACCOUNT_ANSWERS_FORGET, Q_ACCOUNT_MATERIALS_FORGET,
	Q_ACCOUNT_FILES_FORGET, Q_ACCOUNT_DRAFTS_FORGET, Q_ACCOUNT_MESSAGES_BLIND
};

static bool
account_close(struct clock *c, const struct query *row)
{
	struct query *q = clock_query(c, Q_ACCOUNT_CLOSE);

	query_number(q, "id", query_get_number(row, "id"));
	query_text(q, "login", arena_format(c->act_arena, "closed-%s", query_get(row, "id")));
	query_day(q, "today", c->today);
	if (query_run(q) != 1)
		return false;		/* its owner thought better of it, or something has not ended */
	for (size_t i = 0; i < sizeof(with_account) / sizeof(with_account[0]); i++) {
		q = clock_query(c, with_account[i]);
		query_number(q, "id", query_get_number(row, "id"));
		query_run(q);
	}
	return true;
}

long long
duty_closing(struct clock *c)
{
	return clock_walk(c, Q_ACCOUNTS_CLOSING, account_close);
}
