/*
 * sample_pauses.c - reviews of the sample that stand still or take longer: an expert review, an inspection, a supplement
 * asked for, an extension by the head.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "record/case_flow.h"

static const char *const kinds[] = { "expert_review", "inspection", "hearing", "testing" };
enum { EXPECTED_DAYS = 10, SUPPLEMENT_DAYS = 10 };

const char *
sample_pause_kind(const struct sample_case *c, int event)
{
	return event == EVENT_ASK_SUPPLEMENT ? "supplement" : kinds[c->id % (sizeof kinds / sizeof kinds[0])];
}

/* The dates of a case in this state, from what it has by now. */
static void
dates_set(struct making *m, struct sample_case *c, enum state state)
{
	struct case_terms t = { .state = state, .item_kind = c->item->kind, .promised = c->item->promised,
	    .statutory = c->item->statutory, .accepted_at = c->accepted_at, .answer_by_on = c->answer_by_on,
	    .extended_days = c->extended_days, .pause_count = c->pause_count };
	struct case_dates dates;

	for (size_t i = 0; i < c->pause_count; i++)
		t.pauses[i] = c->pauses[i];
	dates = case_dates_of(m->cal, &t);
	c->promised_on = dates.promised_on;
	c->promised_at = dates.promised_at;
	c->statutory_on = dates.statutory_on;
	c->statutory_at = dates.statutory_at;
	c->due_on = dates.due_on;
}

void
sample_pause_after(struct making *m, struct sample_case *c, const struct sample_act *act)
{
	struct day on = day_of_instant(act->at);

	if (act->event == EVENT_ASK_SUPPLEMENT) {
		c->round++;
		c->answer_by_on = calendar_add(m->cal, on, SUPPLEMENT_DAYS);
	}
	if (act->event == EVENT_SUSPEND || act->event == EVENT_ASK_SUPPLEMENT) {
		if (c->pause_count < SAMPLE_PAUSES_MOST)
			c->pauses[c->pause_count++] = (struct deadline_pause){ on, DAY_NONE };
		dates_set(m, c, act->event == EVENT_SUSPEND ? STATE_SUSPENDED : STATE_SUPPLEMENT);
	} else if (act->event == EVENT_RESUME || act->event == EVENT_SUPPLY) {
		c->pauses[c->pause_count - 1].to = on;
		dates_set(m, c, STATE_REVIEWING);
	} else if (act->event == EVENT_EXTEND) {
		c->extended_days = LIMIT_EXTENSION_HEAD;
		dates_set(m, c, STATE_REVIEWING);
	}
}

const char *
sample_pause_detail(struct making *m, const struct sample_case *c, const struct sample_act *act)
{
	const char *on = record_day(m->once, day_of_instant(act->at));

	switch (act->event) {
	case EVENT_SUSPEND:
		return record_detail(m->once, "pause_kind", sample_pause_kind(c, act->event), "expected_days",
		    record_number(m->once, EXPECTED_DAYS), "from_on", on, NULL);
	case EVENT_ASK_SUPPLEMENT:
		return record_detail(m->once, "round", arena_format(m->once, "%d", c->round), "answer_by_on",
		    record_day(m->once, c->answer_by_on), NULL);
	default:
		return record_detail(m->once, "to_on", on, NULL);
	}
}

void
sample_pause_write(struct making *m, const struct sample_case *c, const struct sample_act *act, const char *reason)
{
	if (act->event == EVENT_SUSPEND || act->event == EVENT_ASK_SUPPLEMENT)
		case_pause_add(m->db, m->once, &(struct case_pause_row){ .case_id = c->id, .account = act->by->id,
		    .kind = sample_pause_kind(c, act->event), .reason = reason, .from = day_of_instant(act->at),
		    .expected_days = act->event == EVENT_SUSPEND ? EXPECTED_DAYS : 0 });
	else if (act->event == EVENT_EXTEND)
		case_flow_dates(m->db, m->once, m->cal, c->id, c->pauses, c->pause_count);
	else if (act->event == EVENT_RESUME || act->event == EVENT_SUPPLY)
		case_pause_end(m->db, m->once, c->id, act->by->id, day_of_instant(act->at));
}
