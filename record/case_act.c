#include "record/case_act.h"

#include "base/text.h"
#include "generated/queries/record.h"
#include "record/case_flow.h"
#include "record/fee.h"
#include "record/register.h"

/* A decision waits for the steps before it, closing for those that follow it. */
static bool
waits_for_tasks(enum event event)
{
	return event == EVENT_GRANT || event == EVENT_DENY || event == EVENT_CLOSE;
}

enum act
case_act(struct db *db, struct arena *arena, const uint8_t key[KEY_BYTES], const struct case_act *act,
    enum refusal *refused)
{
	struct step step = step_find(act->was, act->event, act->by.roles);
	struct query *q;

	*refused = step.refused;
	if (!step.refused && event_needs_reason(act->event) && text_empty(act->reason))
		*refused = REFUSED_REASON;
	if (!*refused && waits_for_tasks(act->event))
		*refused = case_flow_refuses(db, arena, act->case_id);
	if (!*refused)
		*refused = fee_refuses_event(db, arena, act->case_id, act->event);
	if (*refused)
		return ACT_REFUSED;

	q = query_new(db, arena, Q_CASE_MOVE);
	query_number(q, "id", (long long)act->case_id);
	query_text(q, "was", state_name(step.from));
	query_number(q, "version", act->version);
	query_text(q, "state", state_name(step.to));
	if (query_run(q) != 1)
		return ACT_CONFLICT;

	record_add(db, arena, key, &(struct record_entry){
		.case_id = act->case_id,
		.at = act->at,
		.event = event_name(act->event),
		.state_before = state_name(step.from),
		.state_after = state_name(step.to),
		.by = act->by,
		.reason = act->reason,
		.detail = act->detail,
	});
	register_add(db, arena, act);
	if (step.to == STATE_WITHDRAWN || step.to == STATE_TERMINATED) {
		case_flow_drop(db, arena, act->case_id, act->at);
		fee_drop(db, arena, act);
	}
	return ACT_DONE;
}
