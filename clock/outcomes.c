/*
 * outcomes.c - what follows a grant because it was made: its notice for the public, and word to the organ that supervises.
 *
 * Grants are found in the order of the record's chain, whoever made them and however: so none is passed over, and the
 * act of granting pays nothing for it.  A notice waits a working day (rules/publicity.h), that a ground against it may
 * be stated; then it is published.  Made twice is made once: the case is the key.
 */
#include "clock/clock.h"

#include "base/text.h"
#include "generated/queries/clock.h"
#include "generated/queries/outcome.h"
#include "rules/mask.h"
#include "rules/publicity.h"

enum { CHAIN_WINDOW = 5000 };

static struct { int after_days, limit_days, followup_days; } terms;	/* of the duty in hand */
static long long seen, seen_until;

static int
days_set(struct clock *c, const char *name, int otherwise)
{
	return (int)clock_number(c, name, 0, 365, otherwise);
}

static void
note_add(struct clock *c, long long notice, enum publicity_act act, const char *ground, const char *reason)
{
	struct query *q = clock_query(c, Q_NOTICE_NOTE_ADD);

	query_number(q, "notice", notice);
	query_instant(q, "now", c->now);
	query_text(q, "act", publicity_act_name(act));
	query_number(q, "account", 0);
	query_text(q, "name", "clock");
	query_text(q, "ground", ground);
	query_text(q, "reason", reason);
	query_text(q, "before", "");
	query_run(q);
}

static const char *
subject_shown(struct clock *c, const struct query *row)
{
	char masked[MASK_ROOM];

	if (!text_is(query_get(row, "applicant_kind"), "person"))
		return query_get(row, "applicant_name");
	return arena_text(c->act_arena, mask_name(query_get(row, "applicant_name"), masked, sizeof(masked)));
}

static void
notice_make(struct clock *c, const struct query *row)
{
	static const char *const same[] = { "item_code", "item_kind", "title", "outcome_name", "organ_name", "outcome_number" };
	const char *ground = query_get(row, "not_public");
	struct day decided_on = day_of_instant(query_get_instant(row, "at"));
	struct query *q = clock_query(c, Q_NOTICE_MAKE);
	bool person = text_is(query_get(row, "applicant_kind"), "person");

	query_number(q, "case_id", query_get_number(row, "case_id"));
	query_text(q, "state", result_state_name(*ground ? RESULT_WITHHELD : RESULT_WAITING));
	for (size_t i = 0; i < sizeof(same) / sizeof(same[0]); i++)
		query_text(q, same[i], query_get(row, same[i]));
	query_text(q, "organ", query_get(row, "organ_code"));
	query_text(q, "area", query_get(row, "area_code"));
	query_text(q, "subject_kind", query_get(row, "applicant_kind"));
	query_text(q, "subject_shown", subject_shown(c, row));
	query_text(q, "credit_code", person ? "" : query_get(row, "applicant_number"));
	query_day(q, "decided_on", decided_on);
	query_text(q, "validity", query_get(row, "outcome_validity"));
	query_day(q, "publish_on", publicity_on(clock_calendar(c), decided_on, terms.after_days, terms.limit_days));
	query_day(q, "due_on", publicity_due_on(clock_calendar(c), decided_on, terms.limit_days));
	query_text(q, "ground", ground);
	query_instant(q, "now", c->now);
	if (query_run(q) == 1)
		note_add(c, (long long)query_id(q), *ground ? PUBLICITY_WITHHOLD : PUBLICITY_MAKE, ground, "");
}

static void
followup_make(struct clock *c, const struct query *row)
{
	const char *organ = query_get(row, "supervising_organ");
	struct query *q;

	if (*organ == '\0' || text_is(organ, query_get(row, "organ_code")))
		return;		/* who decides supervises */
	q = clock_query(c, Q_FOLLOWUP_MAKE);
	query_number(q, "case_id", query_get_number(row, "case_id"));
	query_text(q, "organ", organ);
	query_instant(q, "now", c->now);
	query_day(q, "due_on", calendar_add(clock_calendar(c), day_of_instant(query_get_instant(row, "at")), terms.followup_days));
	query_run(q);
}

static bool
notice_revoke(struct clock *c, const struct query *row)
{
	struct query *q = clock_query(c, Q_NOTICE_STANDING);
	enum result_state state, to;
	long long notice;

	query_number(q, "case_id", query_get_number(row, "case_id"));
	if (!query_next(q) || !result_state_named(query_get(q, "state"), &state) ||
	    !publicity_after(state, PUBLICITY_REVOKE, &to))
		return false;
	notice = query_get_number(q, "id");
	struct query *change = clock_query(c, Q_NOTICE_REVOKE);
	query_number(change, "notice", notice);
	query_number(change, "version", query_get_number(q, "version"));
	query_instant(change, "now", c->now);
	query_text(change, "note", "");
	if (query_run(change) != 1)
		return false;
	note_add(c, notice, PUBLICITY_REVOKE, "", "");
	return true;
}

static bool
outcome(struct clock *c, const struct query *row)
{
	if (text_is(query_get(row, "event"), event_name(EVENT_REVOKE)))
		return notice_revoke(c, row);
	notice_make(c, row);
	followup_make(c, row);
	return true;
}

static void
window_bind(struct clock *c, struct query *q)
{
	(void)c;
	query_number(q, "first", seen + 1);
	query_number(q, "last", seen_until);
}

static bool
seen_write(struct db *db, void *arg)
{
	struct clock *c = arg;
	struct query *q = query_new(db, c->act_arena, Q_DUTY_SEEN);

	query_text(q, "name", "outcomes");
	query_number(q, "seen", seen_until);
	query_run(q);
	return true;
}

/* A window of the chain at a time; what is cut off is walked again, and is there already. */
static long long
chain_walk(struct clock *c)
{
	struct query *q = clock_query(c, Q_CHAIN_SEEN);
	long long all = 0, n, end;

	query_text(q, "name", "outcomes");
	if (!query_next(q))
		return -1;
	seen = query_get_number(q, "seen");
	end = query_get_number(q, "position");
	for (; seen < end && !clock_ending(); seen = seen_until, all += n) {
		seen_until = seen + CHAIN_WINDOW < end ? seen + CHAIN_WINDOW : end;
		if ((n = clock_walk_with(c, Q_OUTCOMES_SEEN, window_bind, outcome)) < 0)
			return -1;
		if (clock_ending() || !db_transaction(c->db, false, seen_write, c))
			return clock_ending() ? all + n : -1;
	}
	return all;
}

static bool
publish(struct clock *c, const struct query *due)
{
	struct query *q = clock_query(c, Q_NOTICE_PUBLISH);

	query_number(q, "notice", query_get_number(due, "id"));
	query_number(q, "version", query_get_number(due, "version"));
	query_instant(q, "now", c->now);
	if (query_run(q) != 1)
		return false;
	note_add(c, query_get_number(due, "id"), PUBLICITY_PUBLISH, "", "");
	return true;
}

long long
duty_outcomes(struct clock *c)
{
	long long made, published;

	terms.limit_days = days_set(c, "publicity.days", PUBLICITY_LIMIT_DAYS);
	terms.after_days = days_set(c, "publicity.after", PUBLICITY_AFTER_DAYS);
	terms.followup_days = days_set(c, "followup.days", FOLLOWUP_DAYS);
	if ((made = chain_walk(c)) < 0 || (published = clock_walk(c, Q_NOTICES_DUE, publish)) < 0)
		return -1;
	c->skipped = 0;		/* what was withheld before it was revoked is no failure */
	return made + published;
}
