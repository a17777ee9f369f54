/*
 * sample_licences.c - what came of the results of the sample: some are near their end, some past it, a few are revoked,
 * some were renewed, and many prove something in a later application.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "generated/queries/ctl.h"
#include "generated/queries/licence.h"
#include "record/case_act.h"
#include "record/licence.h"
#include "record/paper.h"

enum { REVOKED_MOST = 6, ENDING_DAYS = 20, ENDED_DAYS = 9 };

/* How long the approver said it holds, where that is not what the guide says: of every seventh near its end, of every
 * ninth past it. */
const char *
sample_validity_detail(struct making *m, const struct sample_case *c, const struct sample_act *act)
{
	struct day today = day_of_instant(m->ctl->now), from = day_of_instant(act->at), to;

	if (c->id % 7 == 0)
		to = day_add(today, (int)(c->id % ENDING_DAYS) + 3);
	else if (c->id % 9 == 0)
		to = day_add(today, -(int)(c->id % ENDED_DAYS) - 1);
	else
		return "";
	if (!day_before(from, to))
		return "";
	return record_detail(m->once, "valid_from", record_day(m->once, from), "valid_to", record_day(m->once, to), NULL);
}

static uint64_t
licence_of(struct making *m, const struct sample_case *c)
{
	struct query *q = sample_ask(m, Q_SAMPLE_LICENCE_OF);

	query_number(q, "case_id", (long long)c->id);
	return query_next(q) ? (uint64_t)query_get_number(q, "id") : 0;
}

static void
revoke_write(struct making *m, const struct case_act *act, uint64_t licence)
{
	struct query *q = sample_ask(m, Q_REVOKE_PAPER);

	query_number(q, "case_id", (long long)act->case_id);
	query_text(q, "note", act->reason);
	query_instant(q, "now", act->at);
	query_run(q);
	paper_list_renew(m->db, m->once, act->case_id);
	q = sample_ask(m, Q_LICENCE_REVOKE);
	query_number(q, "id", (long long)licence);
	query_text(q, "reason", act->reason);
	query_instant(q, "now", act->at);
	query_run(q);
	licence_note(m->db, m->once, &(struct licence_act){ .licence_id = licence, .case_id = act->case_id, .act = "revoked",
	    .by = act->by, .at = act->at, .reason = act->reason });
}

static bool
revoke(struct making *m, struct sample_case *c, uint64_t licence)
{
	const struct sample_person *by = c->item->approver;
	struct case_act act = { .case_id = c->id, .was = c->state, .version = c->version, .event = EVENT_REVOKE,
	    .by = { by->id, "staff", by->name, by->organ, by->roles }, .at = c->last_at + 3 * 24 * HOUR,
	    .reason = sample_words_pick(m->words, &m->dice, "lines", "revoke") };
	enum refusal refused;

	if (act.at > m->ctl->now)
		act.at = m->ctl->now;
	if (case_act(m->db, m->once, m->key, &act, &refused) != ACT_DONE)
		return ctl_fail("a result of the sample cannot be revoked: %s", refusal_name(refused)), false;
	c->version++;
	c->last_at = act.at;
	revoke_write(m, &act, licence);
	sample_tell(m, &act);
	return true;
}

static void
run(struct making *m, const struct statement *statement, bool dated)
{
	struct query *q = sample_ask(m, statement);

	if (dated)
		query_day(q, "today", day_of_instant(m->ctl->now));
	query_run(q);
}

bool
sample_licences_settle(struct making *m)
{
	int revoked = 0;

	arena_reset(m->once);
	run(m, Q_SAMPLE_LICENCES_EXPIRED, true);
	run(m, Q_SAMPLE_LICENCES_EXPIRE, true);
	run(m, Q_SAMPLE_LICENCES_REPLACE, false);
	run(m, Q_SAMPLE_LICENCES_REPLACED, false);
	run(m, Q_SAMPLE_LICENCES_USE, false);
	run(m, Q_SAMPLE_LICENCES_USED, false);
	for (size_t i = 0; i < m->plan.case_count && revoked < REVOKED_MOST; i++) {
		struct sample_case *c = &m->plan.cases[i];
		uint64_t licence = c->id % 5 == 0 && state_decided(c->state) ? licence_of(m, c) : 0;

		if (licence == 0)
			continue;
		if (!revoke(m, c, licence))
			return false;
		revoked++;
	}
	return true;
}
