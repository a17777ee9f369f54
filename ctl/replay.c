/*
 * replay.c - one case as its record leads: its rows, then the state and each column they set.
 *
 * It looks at no MAC: whether the rows are those that were written is verify's to say.
 */
#include "ctl/ctl.h"

#include "base/text.h"
#include "generated/queries/record.h"
#include "record/verify.h"

#include <stdio.h>

static void
row_print(const struct query *q)
{
	printf("%4s  %.19s  %-18s %s -> %s  %s %s\n", query_get(q, "position"), query_get(q, "at"), query_get(q, "event"),
	    query_get(q, "state_before"), query_get(q, "state_after"), query_get(q, "organ_code"),
	    query_get(q, "actor_name"));
}

/* How many columns of the case are not what its events set. */
static size_t
columns_print(struct ctl *ctl, uint64_t case_id, const struct record_replay *r)
{
	struct query *q = query_new(ctl->db, ctl->arena, Q_RECORD_COLUMNS);
	size_t other = 0;

	query_number(q, "first", (long long)case_id);
	query_number(q, "last", (long long)case_id);
	query_next(q);
	for (size_t i = 0; i < r->count; i++) {
		const char *name = r->columns[i].name, *told = r->columns[i].value, *kept = query_get(q, name);
		bool same = text_is(told, kept);

		if (same && *told)
			printf("%s = %s\n", name, told);
		if (!same)
			printf("%s = %s, and the case has %s\n", name, told, *kept ? kept : "nothing");
		other += !same;
	}
	return other;
}

static int
case_replay(struct ctl *ctl, const char *number)
{
	struct query *q = query_new(ctl->db, ctl->arena, Q_RECORD_OF_NUMBER);
	struct record_replay r;
	const char *state = "";
	uint64_t case_id = 0;
	size_t other;

	query_text(q, "number", number);
	while (query_next(q)) {
		case_id = (uint64_t)query_get_number(q, "case_id");
		state = query_get(q, "state");
		if (!query_is_null(q, "position"))
			row_print(q);
	}
	if (db_failed(ctl->db))
		return ctl_fail_db("replay", ctl->db);
	if (case_id == 0)
		return ctl_fail("there is no case %s", number);
	if (!record_replay(ctl->db, ctl->arena, case_id, &r))
		return ctl_fail("the record of %s leads nowhere; see yimenctl verify", number);
	other = columns_print(ctl, case_id, &r);
	if (text_is(state, state_name(r.state)))
		printf("state = %s\n", state);
	else
		printf("state = %s, and the case has %s\n", state_name(r.state), state);
	return other > 0 || !text_is(state, state_name(r.state)) ? CTL_FAILED : CTL_FINE;
}

int
verb_replay(struct ctl *ctl, int argc, char **argv)
{
	int status;

	if (argc != 2)
		return CTL_USAGE;
	if (!db_begin(ctl->db, true))
		return ctl_fail_db("replay", ctl->db);
	status = case_replay(ctl, argv[1]);
	db_rollback(ctl->db);
	return status;
}
