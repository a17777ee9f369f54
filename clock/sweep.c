/* sweep.c - rows that nobody asks for any more, a thousand at a time. */
#include "clock/clock.h"

#include "generated/queries/clock.h"

/* Who came in is kept for half a year at least (网络安全法); tries as long as the longest window they are counted in. */
enum { SWEEP_BATCH = 1000, SIGN_IN_DAYS_LEAST = 183, SIGN_IN_DAYS = 366, TRY_DAYS = 2, DAYS_MOST = 3660 };

struct sweep {
	struct clock *clock;
	const struct statement *statement;
	instant before;
	long long rows;
};

static bool
sweep_some(struct db *db, void *arg)
{
	struct sweep *s = arg;
	struct query *q;

	arena_reset(s->clock->act_arena);
	q = query_new(db, s->clock->act_arena, s->statement);
	query_instant(q, "before", s->before);
	query_number(q, "most", SWEEP_BATCH);
	s->rows = query_run(q);
	return true;
}

static instant
days_kept(struct clock *c, const char *setting, long long least, long long usual)
{
	return clock_number(c, setting, least, DAYS_MOST, usual) * 24 * HOUR;
}

long long
duty_sweep(struct clock *c)
{
	const instant signed_in = days_kept(c, "retention.sign_in_days", SIGN_IN_DAYS_LEAST, SIGN_IN_DAYS);
	/* A nonce is kept as long as a page may lie open; a count of tries as long as the longest window. */
	const struct { const struct statement *statement; instant age; } old[] = {
		{ Q_NONCES_SWEEP, 48 * HOUR }, { Q_SESSIONS_SWEEP, 0 },
		{ Q_THROTTLES_SWEEP, days_kept(c, "retention.try_days", TRY_DAYS, TRY_DAYS) },
		{ Q_SIGN_INS_SWEEP, signed_in }, { Q_CLAIM_CODES_SWEEP, signed_in }, { Q_STAFF_CODES_SWEEP, signed_in },
	};
	long long swept = 0;

	for (size_t i = 0; i < sizeof(old) / sizeof(old[0]); i++) {
		struct sweep s = { c, old[i].statement, instant_add(c->now, -old[i].age), 0 };

		do {
			if (!db_transaction(c->db, false, sweep_some, &s))
				return -1;
			swept += s.rows;
		} while (s.rows == SWEEP_BATCH && !clock_ending());
	}
	return swept;
}
