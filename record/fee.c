/* fee.c - see fee.h. */
#include "record/fee.h"

#include "generated/queries/outcome.h"

enum refusal
fee_refuses_event(struct db *db, struct arena *arena, uint64_t case_id, enum event event)
{
	struct query *q;

	if (!fee_holds(event))
		return REFUSED_NOT;
	q = query_new(db, arena, Q_FEES_HOLD);
	query_number(q, "id", (long long)case_id);
	return query_next(q) && query_get_number(q, "held") > 0 ? REFUSED_UNPAID : REFUSED_NOT;
}

void
fee_drop(struct db *db, struct arena *arena, const struct case_act *act)
{
	struct query *q = query_new(db, arena, Q_FEES_DROP_NOTE);

	query_number(q, "id", (long long)act->case_id);
	query_instant(q, "now", act->at);
	query_number(q, "account", (long long)act->by.account);
	query_text(q, "name", act->by.name);
	if (query_run(q) <= 0)
		return;		/* it had none that waited */
	q = query_new(db, arena, Q_FEES_DROP);
	query_number(q, "id", (long long)act->case_id);
	query_instant(q, "now", act->at);
	query_text(q, "name", act->by.name);
	query_run(q);
}
