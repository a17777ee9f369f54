/*
 * sample_acts.c - one act upon a case of the sample.
 *
 * Each act goes through case_act, so the step table judges it and the record
 * has its row; what the act sets besides is what the programs set.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "generated/queries/ctl.h"
#include "record/case_act.h"
#include "record/case_flow.h"
#include "record/case_number.h"
#include "rules/lacking.h"

#include <string.h>

static bool
submit(struct making *m, struct sample_case *c, const struct sample_act *act)
{
	struct day on = day_of_instant(act->at);
	struct case_numbers n;
	char code[QUERY_CODE_TEXT];

	c->submitted_at = c->saved_at = act->at;
	c->due_on = limit_answer(m->cal, on);
	if (c->number)
		return true;
	if (!case_numbers_take(m->db, m->once, c->item->area, c->item->code, on, &n))
		return false;
	c->number = arena_text(m->arena, n.number);
	c->exchange = *n.exchange ? arena_text(m->arena, n.exchange) : NULL;
	c->query_code = arena_text(m->arena, query_code_print(((uint64_t)dice_below(&m->dice, 1u << 31) << 9) ^
	    dice_below(&m->dice, 1u << 31), code));
	return true;
}

static void
line_add(struct making *m, const struct sample_case *c, int line, const struct sample_material *material,
    const char *said)
{
	struct query *q = sample_ask(m, Q_SAMPLE_CORRECTION_LINE_ADD);
	size_t defect = strcspn(said, "|");

	query_number(q, "id", (long long)c->id);
	query_number(q, "round", c->round);
	query_number(q, "line", line);
	if (material)
		query_number(q, "material", material->position);
	else
		query_null(q, "material");
	query_text(q, "defect", arena_text_n(m->once, said, defect));
	query_text(q, "wanted", said[defect] ? said + defect + 1 : "");
	query_run(q);
}

/* One to three defects, of materials that differ, and now and then one of the form itself. */
static int
correction_add(struct making *m, struct sample_case *c, const struct sample_act *act, const char *note)
{
	struct query *q = sample_ask(m, Q_SAMPLE_CORRECTION_ADD);
	size_t n = c->item->material_count, first = dice_below(&m->dice, (uint32_t)n);
	int lines = 0, wanted = dice_between(&m->dice, 1, 2);

	query_number(q, "id", (long long)c->id);
	query_number(q, "round", c->round);
	query_text(q, "kind", act->event == EVENT_ASK_SUPPLEMENT ? "supplement" : "correction");
	query_number(q, "asked_by", (long long)act->by->id);
	query_instant(q, "now", act->at);
	query_day(q, "answer_by_on", c->answer_by_on);
	query_text(q, "note", note);
	query_run(q);
	for (size_t i = 0; i < n && lines < wanted; i++) {
		const struct sample_material *material = &c->item->materials[(first + i) % n];

		if (text_is(material->necessity, "required") && !material->shared)
			line_add(m, c, ++lines, material,
			    sample_words_match(m->words, &m->dice, "defect", material->name));
	}
	if (lines == 0 || dice_percent(&m->dice, 30))
		line_add(m, c, ++lines, NULL, sample_words_pick(m->words, &m->dice, "lines", "form_defect"));
	return lines;
}

/* A new file for each material that was asked about. */
static bool
correction_answer(struct making *m, const struct sample_case *c, const struct sample_act *act)
{
	struct query *defects = sample_ask(m, Q_SAMPLE_DEFECTS), *q;

	query_number(defects, "id", (long long)c->id);
	query_number(defects, "round", c->round);
	while (query_next(defects)) {
		long long position = query_get_number(defects, "material");

		for (size_t i = 0; i < c->item->material_count; i++)
			if (!c->old && c->item->materials[i].position == position &&
			    !sample_file_add(m, c, &c->item->materials[i], act->at))
				return false;
		q = sample_ask(m, Q_SAMPLE_MATERIAL_SET);
		query_number(q, "id", (long long)c->id);
		query_number(q, "position", position);
		query_text(q, "given", "files");
		query_run(q);
	}
	q = sample_ask(m, Q_SAMPLE_CORRECTION_ANSWERED);
	query_number(q, "id", (long long)c->id);
	query_number(q, "round", c->round);
	query_instant(q, "now", act->at);
	query_run(q);
	return true;
}

static void
opinion_add(struct making *m, struct sample_case *c, const struct sample_act *act, const char *body)
{
	struct query *q = sample_ask(m, Q_SAMPLE_OPINION_ADD);

	query_number(q, "id", (long long)c->id);
	query_number(q, "position", ++c->opinions);
	query_number(q, "account", (long long)act->by->id);
	query_text(q, "name", act->by->name);
	query_text(q, "organ", act->by->organ);
	query_text(q, "role", "reviewer");
	query_text(q, "verdict", c->agreed ? "agree" : "disagree");
	query_text(q, "body", body);
	query_instant(q, "now", act->at);
	query_run(q);
}

static void
case_set(struct making *m, const struct sample_case *c)
{
	struct query *q = sample_ask(m, Q_SAMPLE_CASE_SET);

	query_number(q, "id", (long long)c->id);
	query_text(q, "number", c->number);
	query_text(q, "exchange_number", c->exchange);
	query_text(q, "query_code", c->query_code);
	query_instant(q, "saved_at", c->saved_at);
	query_instant(q, "submitted_at", c->submitted_at);
	query_instant(q, "accepted_at", c->accepted_at);
	query_instant(q, "decided_at", c->decided_at);
	query_instant(q, "closed_at", c->closed_at);
	query_instant(q, "delivered_at", c->delivered_at);
	if (c->number)
		query_number(q, "calendar", m->cal->version);
	else
		query_null(q, "calendar");
	query_day(q, "promised_on", c->promised_on);
	query_day(q, "statutory_on", c->statutory_on);
	query_instant(q, "promised_at", c->promised_at);
	query_instant(q, "statutory_at", c->statutory_at);
	query_day(q, "due_on", c->due_on);
	if (c->extended_days)
		query_number(q, "extended_days", c->extended_days);
	else
		query_null(q, "extended_days");
	if (c->claimed_by)
		query_number(q, "claimed_by", (long long)c->claimed_by);
	else
		query_null(q, "claimed_by");
	query_text(q, "decision_reason", c->decision_reason);
	query_text(q, "outcome_number", c->outcome_number);
	query_run(q);
}

/* ---- one act ---- */

/* Will it be granted?  The reviewer thinks so, too. */
static bool
will_be_granted(const struct making *m, size_t which)
{
	for (size_t i = 0; i < m->plan.act_count; i++)
		if (m->plan.acts[i].which == which && m->plan.acts[i].event == EVENT_DENY)
			return false;
	return true;
}

/* The reason an event needs, or "". */
static const char *
reason_of(struct making *m, struct sample_case *c, const struct sample_act *act)
{
	const char *name;

	switch (act->event) {
	case EVENT_ASK_CORRECTION:
		name = "correction_note";
		break;
	case EVENT_REFUSE_ACCEPTANCE:
		name = "not_accept";
		break;
	case EVENT_OPINION:
		c->agreed = will_be_granted(m, act->which);
		name = c->agreed ? "agree" : "disagree";
		break;
	case EVENT_GRANT:
		name = "grant";
		break;
	case EVENT_DENY:
		name = "deny";
		break;
	case EVENT_WITHDRAW:
		name = "withdraw";
		break;
	case EVENT_SUSPEND:
		name = "suspend";
		break;
	case EVENT_EXTEND:
		name = "extend";
		break;
	case EVENT_TERMINATE:
		name = "promise_broken";
		break;
	case EVENT_ASK_SUPPLEMENT:
		name = "supplement_note";
		break;
	default:
		return "";
	}
	return arena_text(m->arena, sample_words_pick(m->words, &m->dice, "lines", name));
}

static const char *
delivery_detail(struct making *m, const struct sample_case *c)
{
	bool courier = text_is(c->delivery, "courier");

	return record_detail(m->once, "delivered_by", c->delivery,
	    "receiver", text_is(c->delivery, "window") ? c->applicant->name : "",
	    "tracking_number", courier ? arena_format(m->once, "YC%09u", dice_below(&m->dice, 999999999)) : "", NULL);
}

static const char *
detail_of(struct making *m, struct sample_case *c, const struct sample_act *act, int lines)
{
	switch (act->event) {
	case EVENT_SUBMIT:
		return record_detail(m->once, "item", c->item->code, "declaration", "1", NULL);
	case EVENT_RECEIVE:
		return record_detail(m->once, "item", c->item->code, "intake_organ_code", act->by->organ, "intake_area",
		    act->by->area, "received_name", act->by->name, "received_by", record_number(m->once, act->by->id),
		    "identity_seen", c->applicant->enterprise ? "licence" : "card", NULL);
	case EVENT_ACCEPT:
		return c->lacks ? sample_promise_detail(m, c, act->event) : "";
	case EVENT_KEEP_PROMISE:
	case EVENT_TERMINATE:
		return sample_promise_detail(m, c, act->event);
	case EVENT_CLAIM:
		return record_detail(m->once, "kind", "claim", "from", "", "to", act->by->name, NULL);
	case EVENT_ASK_CORRECTION:
		return record_detail(m->once, "round", arena_format(m->once, "%d", c->round),
		    "defects", arena_format(m->once, "%d", lines), "answer_by_on", record_day(m->once, c->answer_by_on), NULL);
	case EVENT_RESUBMIT:
		return record_detail(m->once, "round", arena_format(m->once, "%d", c->round), NULL);
	case EVENT_OPINION:
		return record_detail(m->once, "verdict", c->agreed ? "agree" : "disagree", NULL);
	case EVENT_GRANT:
		return sample_validity_detail(m, c, act);
	case EVENT_DELIVER:
		return delivery_detail(m, c);
	case EVENT_SUSPEND:
	case EVENT_RESUME:
	case EVENT_ASK_SUPPLEMENT:
	case EVENT_SUPPLY:
		return sample_pause_detail(m, c, act);
	default:
		return "";
	}
}

/* A value that an act has set; NULL for one it left as it was. */
static const char *
instant_set(struct making *m, instant before, instant after)
{
	return before == after ? NULL : record_instant(m->once, after);
}

static const char *
day_set(struct making *m, struct day before, struct day after)
{
	return day_same(before, after) ? NULL : record_day(m->once, after);
}

static const char *
text_set(const char *before, const char *after)
{
	return text_is(before, after) ? NULL : after;
}

/* The columns that an act has set, as the record wants them told. */
static const char *
columns_set(struct making *m, const struct sample_case *was, const struct sample_case *is)
{
	const char *claimed_by = is->claimed_by ? record_number(m->once, is->claimed_by) : "";

	return record_detail(m->once,
	    "submitted_at", instant_set(m, was->submitted_at, is->submitted_at),
	    "accepted_at", instant_set(m, was->accepted_at, is->accepted_at),
	    "decided_at", instant_set(m, was->decided_at, is->decided_at),
	    "closed_at", instant_set(m, was->closed_at, is->closed_at),
	    "delivered_at", instant_set(m, was->delivered_at, is->delivered_at),
	    "calendar", was->number || !is->number ? NULL : record_number(m->once, m->cal->version),
	    "promised_on", day_set(m, was->promised_on, is->promised_on),
	    "promised_at", instant_set(m, was->promised_at, is->promised_at),
	    "statutory_on", day_set(m, was->statutory_on, is->statutory_on),
	    "statutory_at", instant_set(m, was->statutory_at, is->statutory_at),
	    "due_on", day_set(m, was->due_on, is->due_on),
	    "extended_days", was->extended_days == is->extended_days ? NULL :
	    record_number(m->once, (uint64_t)is->extended_days),
	    "claimed_by", was->claimed_by == is->claimed_by ? NULL : claimed_by,
	    "decision_reason", text_set(was->decision_reason, is->decision_reason),
	    "outcome_number", text_set(was->outcome_number, is->outcome_number), NULL);
}

static void
accept(struct making *m, struct sample_case *c, instant at)
{
	struct case_terms terms = { .state = STATE_ACCEPTED, .item_kind = c->item->kind, .promised = c->item->promised,
	    .statutory = c->item->statutory, .accepted_at = at };
	struct case_dates dates = case_dates_of(m->cal, &terms);

	c->accepted_at = at;
	c->promised_on = dates.promised_on;
	c->promised_at = dates.promised_at;
	c->statutory_on = dates.statutory_on;
	c->statutory_at = dates.statutory_at;
	c->due_on = dates.due_on;
	c->claimed_by = 0;
	if (c->lacks)
		c->bring_on = lacking_last_on(m->cal, day_of_instant(at), c->item->lacking_days, c->promised_on);
}

static void
decide(struct making *m, struct sample_case *c, const struct sample_act *act, const char *reason)
{
	struct day on = day_of_instant(act->at);

	c->decided_at = act->at;
	c->decision_reason = reason;
	c->due_on = limit_delivery(m->cal, on);
	c->claimed_by = 0;
	if (act->event == EVENT_GRANT)
		c->outcome_number = arena_format(m->arena, "%.6s%04d%05llu", c->item->area, day_civil(on).year,
		    (unsigned long long)c->id);
}

/* What the case is after the act; false: it cannot be. */
static bool
case_after(struct making *m, struct sample_case *c, const struct sample_act *act, const char *reason)
{
	switch (act->event) {
	case EVENT_SUBMIT:
	case EVENT_RECEIVE:
		return submit(m, c, act);
	case EVENT_TAKE_BACK:
		c->submitted_at = INSTANT_NONE;
		c->due_on = DAY_NONE;
		break;
	case EVENT_CLAIM:
	case EVENT_START_REVIEW:
		c->claimed_by = act->by->id;
		break;
	case EVENT_ASK_CORRECTION:
		c->round++;
		c->answer_by_on = day_add(day_of_instant(act->at), 15);
		c->due_on = c->answer_by_on;
		c->claimed_by = act->by->id;
		break;
	case EVENT_RESUBMIT:
		c->saved_at = act->at;
		c->due_on = limit_answer(m->cal, day_of_instant(act->at));
		break;
	case EVENT_ACCEPT:
	case EVENT_DEEM_ACCEPTED:
		accept(m, c, act->at);
		break;
	case EVENT_GRANT:
	case EVENT_DENY:
		decide(m, c, act, reason);
		break;
	case EVENT_CLOSE:
		c->closed_at = act->at;
		break;
	case EVENT_DELIVER:
		c->delivered_at = act->at;
		c->due_on = DAY_NONE;
		break;
	case EVENT_REFUSE_ACCEPTANCE:
		c->decision_reason = reason;
		c->closed_at = act->at;
		c->due_on = DAY_NONE;
		break;
	case EVENT_WITHDRAW:
	case EVENT_LAPSE:
	case EVENT_TERMINATE:
		c->closed_at = act->at;
		c->due_on = DAY_NONE;
		break;
	default:
		sample_pause_after(m, c, act);
		break;
	}
	return true;
}

static struct actor
actor_of(const struct sample_person *p)
{
	if (!p)
		return (struct actor){ 0, "clock", "clock", "", ROLE_CLOCK };
	return (struct actor){ p->id, (p->roles & ROLE_APPLICANT) == 0 ? "staff" :
	    p->enterprise ? "enterprise" : "person", p->name, p->organ, p->roles };
}

static bool
act_play(struct making *m, struct sample_case *c, const struct sample_act *act, const char *reason)
{
	struct case_act doing = { .case_id = c->id, .was = c->state, .version = c->version,
	    .event = (enum event)act->event, .by = actor_of(act->by), .at = act->at, .reason = reason };
	struct sample_case before = *c;
	enum refusal refused;
	int lines = 0;

	if (!case_after(m, c, act, reason))
		return ctl_fail("a case cannot be numbered"), false;
	if (act->event == EVENT_ASK_CORRECTION || act->event == EVENT_ASK_SUPPLEMENT)
		lines = correction_add(m, c, act, reason);
	doing.detail = record_detail_join(m->once, detail_of(m, c, act, lines), columns_set(m, &before, c));
	switch (case_act(m->db, m->once, m->key, &doing, &refused)) {
	case ACT_DONE:
		break;
	case ACT_REFUSED:
		return ctl_fail("a story breaks the step table: %s in %s: %s", event_name(doing.event),
		    state_name(doing.was), refusal_name(refused)), false;
	case ACT_CONFLICT:
		return false;
	}
	c->state = step_find(c->state, doing.event, doing.by.roles).to;
	c->version++;
	c->last_at = act->at;
	case_set(m, c);
	if (act->event == EVENT_ACCEPT || act->event == EVENT_DEEM_ACCEPTED)
		case_flow_begin(m->db, m->once, m->cal, c->id, act->at);
	if (act->event == EVENT_GRANT || act->event == EVENT_DENY)
		case_flow_decide(m->db, m->once, m->cal, c->id, act->event == EVENT_GRANT, act->at);
	if (act->event == EVENT_OPINION)
		opinion_add(m, c, act, reason);
	sample_pause_write(m, c, act, reason);
	sample_promise_write(m, c, act, reason);
	if (act->event == EVENT_SUBMIT || act->event == EVENT_RECEIVE)
		sample_proofs_add(m, c);
	if ((act->event == EVENT_RESUBMIT || act->event == EVENT_SUPPLY) && !correction_answer(m, c, act))
		return false;
	if (!c->old)
		sample_tell(m, &doing);
	return true;
}

/* How many tasks of the flow are done before an act: some before an opinion, all before a decision or the closing. */
static int
tasks_before(const struct sample_case *c, int event)
{
	if (event == EVENT_OPINION)
		return (int)(c->id % 3);
	return event == EVENT_GRANT || event == EVENT_DENY || event == EVENT_CLOSE ? FLOW_MOST : 0;
}

bool
sample_act_play(struct making *m, struct sample_case *c, const struct sample_act *act)
{
	const char *reason = reason_of(m, c, act);

	return sample_tasks_play(m, c, act->at, tasks_before(c, act->event)) && act_play(m, c, act, reason);
}
