/*
 * verify.c - walks the record of all cases, or of one, and the chain that seals it, and names every fault.
 */
#include "ctl/chain.h"

#include "base/text.h"
#include "generated/queries/verification.h"
#include "record/admin_act.h"
#include "record/verify.h"

#include <stdio.h>
#include <string.h>

static void
fault_print(void *arg, const struct record_finding *f)
{
	(void)arg;
	printf("case %s (%llu)", *f->number ? f->number : "without a number", (unsigned long long)f->case_id);
	if (f->position > 0)
		printf(", row %u", f->position);
	printf(": %s", record_fault_name(f->fault));
	if (*f->column)
		printf(": %s is \"%s\" and was set to \"%s\"", f->column, f->kept, f->told);
	putchar('\n');
}

static int
cases_verify(struct ctl *ctl, uint64_t case_id, struct record_tally *tally)
{
	uint8_t machine[KEY_BYTES], key[KEY_BYTES];
	char why[300];
	bool done;

	if (!key_load(machine, ctl->config.key_file, why, sizeof(why)))
		return ctl_fail("%s", why);
	key_for(key, machine, RECORD_KEY);
	explicit_bzero(machine, sizeof(machine));
	done = record_verify(ctl->db, key, case_id, fault_print, NULL, tally);
	explicit_bzero(key, sizeof(key));
	if (!done)
		return ctl_fail_db("verify", ctl->db);
	printf("%llu cases, %llu rows, %llu faults\n", tally->cases, tally->rows, tally->faults);
	return CTL_FINE;
}

static int
chain_verify(struct ctl *ctl, const struct chain_heads *heads, struct chain *c)
{
	char head[RECORD_HEAD_TEXT];
	struct record_head tip;

	if (!chain_walk(ctl->db, ctl->now, heads, chain_fault_print, NULL, c))
		return ctl_fail_db("verify", ctl->db);
	tip.position = c->position;
	memcpy(tip.head, c->head, HASH_BYTES);
	printf("%llu links, %llu events, %llu faults; head %s\n", c->links, c->events, c->faults,
	    record_head_print(&tip, head));
	return CTL_FINE;
}

/* The history of what administrators did stands apart from the record of cases: its first fault hides those behind it. */
static int
acts_verify(struct ctl *ctl, unsigned long long *faults)
{
	uint8_t machine[KEY_BYTES], key[KEY_BYTES];
	uint64_t count = 0, wrong;
	char why[300];

	if (!key_load(machine, ctl->config.key_file, why, sizeof(why)))
		return ctl_fail("%s", why);
	key_for(key, machine, ADMIN_ACT_KEY);
	explicit_bzero(machine, sizeof(machine));
	wrong = admin_acts_verify(ctl->db, ctl->arena, key, &count);
	explicit_bzero(key, sizeof(key));
	if (db_failed(ctl->db))
		return ctl_fail_db("verify", ctl->db);
	if (wrong != 0)
		printf("act %llu of administrators: changed, missing or not theirs\n", (unsigned long long)wrong);
	else
		printf("%llu acts of administrators, 0 faults\n", (unsigned long long)count);
	*faults += wrong != 0;
	return CTL_FINE;
}

struct outcome {
	struct ctl *ctl;
	struct record_tally tally;
	struct chain chain;
};

/* What auditors see as the last result. */
static bool
outcome_note(struct db *db, void *arg)
{
	const struct outcome *o = arg;
	struct query *q = query_new(db, o->ctl->arena, Q_VERIFICATION_DONE);

	query_instant(q, "now", o->ctl->now);
	query_number(q, "cases", (long long)o->tally.cases);
	query_number(q, "rows_seen", (long long)o->tally.rows);
	query_number(q, "links", (long long)o->chain.links);
	query_number(q, "events", (long long)o->chain.events);
	query_number(q, "faults", (long long)(o->tally.faults + o->chain.faults));
	query_bytes(q, "head", o->chain.head, HASH_BYTES);
	return query_run(q) == 1;
}

int
verb_verify(struct ctl *ctl, int argc, char **argv)
{
	struct chain_heads heads = { .count = 0 };
	struct outcome outcome = { .ctl = ctl };
	long long case_id = 0;
	int status = chain_options(ctl, &argc, &argv, &heads);

	if (status != CTL_FINE)
		return status;
	if (argc > 1 || (argc == 1 && !text_number(argv[0], 1, INT64_MAX, &case_id)))
		return CTL_USAGE;
	status = cases_verify(ctl, (uint64_t)case_id, &outcome.tally);
	if (status == CTL_FINE && case_id == 0)
		status = chain_verify(ctl, &heads, &outcome.chain);
	if (status == CTL_FINE && case_id == 0)
		status = acts_verify(ctl, &outcome.chain.faults);
	/* A database that may only be read is verified all the same. */
	if (status == CTL_FINE && case_id == 0 && !db_transaction(ctl->db, false, outcome_note, &outcome))
		fprintf(stderr, "the result could not be noted: %s\n", db_reason(ctl->db));
	return status != CTL_FINE ? status : outcome.tally.faults + outcome.chain.faults > 0 ? CTL_FAILED : CTL_FINE;
}
