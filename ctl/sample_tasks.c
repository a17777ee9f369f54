/*
 * sample_tasks.c - the tasks of a case of the sample, done in their order between two acts of its story.
 *
 * Each is a row of the record like any other act; a visit has its place and who
 * came, a study its votes, a review its points, so that every page has something on it.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "generated/queries/flow.h"
#include "record/case_flow.h"

static const struct sample_person *
doer_of(const struct making *m, const struct flow_step *s)
{
	for (size_t i = 0; i < m->colleague_count; i++)
		if ((m->colleagues[i].roles & s->role) != 0 && text_is(m->colleagues[i].organ, s->organ))
			return &m->colleagues[i];
	return NULL;	/* nobody there: the task stays open */
}

/* The n-th of so many acts between two instants, in office hours where that can be. */
static instant
instant_between(const struct making *m, instant from, instant to, int n)
{
	instant at = from + (to - from) / 3;
	struct day on = day_of_instant(at);

	if (!calendar_works(m->cal, on) || instant_minute(at) < 9 * 60 || instant_minute(at) > 17 * 60) {
		if (!calendar_works(m->cal, on))
			on = calendar_add(m->cal, on, -1);
		at = instant_make(on, 14, 10 + n * 9 % 50, 0, 0);
	}
	return at > from && at < to ? at : from + (to - from) / 2;
}

static struct query *
task_query(struct making *m, const struct statement *s, const struct case_flow *f, size_t at)
{
	struct query *q = sample_ask(m, s);

	query_number(q, "id", (long long)f->case_id);
	query_number(q, "position", f->flow.steps[at].position);
	query_number(q, "round", f->progress.round[at]);
	return q;
}

static void
person_add(struct making *m, const struct case_flow *f, size_t at, int line, const struct sample_person *p,
    const char *part, const char *opinion)
{
	struct query *q = task_query(m, Q_TASK_PERSON_ADD, f, at);

	query_number(q, "line", line);
	query_text(q, "organ_name", "");
	query_text(q, "name", p->name);
	query_text(q, "part", part);
	query_text(q, "opinion", opinion);
	query_run(q);
}

static void
points_add(struct making *m, const struct case_flow *f, size_t at, bool agreed)
{
	struct query *points = sample_ask(m, Q_TASK_POINTS), *q;

	query_number(points, "id", (long long)f->case_id);
	query_number(points, "position", f->flow.steps[at].position);
	for (int n = 0; query_next(points); n++) {
		q = task_query(m, Q_TASK_CHECK_ADD, f, at);
		query_number(q, "point", query_get_number(points, "point"));
		query_text(q, "answer", n == 0 && !agreed ? "fails" : "meets");
		query_text(q, "remark", n == 0 && !agreed ? "与规定不符，已书面记录" : "");
		query_run(q);
	}
}

static void
visit_add(struct making *m, const struct sample_case *c, const struct case_flow *f, size_t at, instant now)
{
	struct query *q = task_query(m, Q_VISIT_ADD, f, at);

	query_day(q, "visited_on", day_of_instant(now));
	query_text(q, "place", *c->applicant->address ? c->applicant->address : "云川市临江区枫桥大道1号");
	query_null(q, "cited_case");
	query_null(q, "cited_position");
	query_null(q, "cited_round");
	query_run(q);
}

/* What the kind of a task leaves besides its words. */
static void
parts_add(struct making *m, const struct sample_case *c, const struct case_flow *f, size_t at,
    const struct sample_person *by, instant now)
{
	points_add(m, f, at, c->agreed);
	if (f->flow.steps[at].kind == FLOW_VISIT) {
		visit_add(m, c, f, at, now);
		person_add(m, f, at, 1, by, "present", "现场情况与申请一致，布局、设施符合要求。");
		if (c->item->clerk)
			person_add(m, f, at, 2, c->item->clerk, c->id % 3 == 0 ? "absent" : "present",
			    c->id % 3 == 0 ? "" : "同意核查结论。");
	} else if (f->flow.steps[at].kind == FLOW_COLLECTIVE) {
		person_add(m, f, at, 1, by, c->agreed ? "agree" : "disagree", "");
		if (c->item->approver)
			person_add(m, f, at, 2, c->item->approver, c->agreed ? "agree" : "disagree", "");
		if (c->item->reviewer)
			person_add(m, f, at, 3, c->item->reviewer, "abstain", "");
	}
}

static const char *
words_of(const struct sample_case *c, enum flow_kind kind)
{
	switch (kind) {
	case FLOW_VISIT:
		return "现场核查情况与申请材料一致，已当场填写记录并由双方签字。";
	case FLOW_COLLECTIVE:
		return c->agreed ? "经集体讨论，同意按照审查意见办理。" : "经集体讨论，不同意准予，应当书面说明理由。";
	case FLOW_SEAL:
		return "已加盖审批专用章。";
	case FLOW_ISSUE:
		return "证件已制作，内容核对无误。";
	case FLOW_OPINION:
		return c->agreed ? "经研究，我单位无不同意见。" : "经研究，我单位认为不符合相关规定，不同意。";
	default:
		return c->agreed ? "材料齐全，符合条件，建议同意。" : "关键条件不符合规定，建议不予同意。";
	}
}

static bool
task_play(struct making *m, struct sample_case *c, struct case_flow *f, size_t at, const struct sample_person *by,
    instant now)
{
	const struct flow_step *s = &f->flow.steps[at];
	bool opines = s->kind < FLOW_DECIDE;
	struct task_end end = { .state = TASK_DONE, .version = f->tasks[at].version, .account = by->id, .name = by->name,
	    .verdict = opines ? c->agreed ? "agree" : "disagree" : "", .body = words_of(c, s->kind),
	    .reason = s->kind == FLOW_COLLECTIVE ? "涉及公共利益，按照规定应当集体研究" : "" };
	struct case_act act = { .case_id = c->id, .was = f->state, .version = f->version, .event = EVENT_TASK,
	    .by = { by->id, "staff", by->name, by->organ, by->roles }, .at = now, .reason = end.body,
	    .detail = record_detail(m->once, "kind", "task_done", "task", arena_format(m->once, "%d", s->position),
	    "round", arena_format(m->once, "%d", f->progress.round[at]), "name", f->tasks[at].name,
	    "verdict", end.verdict, NULL) };
	enum refusal refused;

	if (case_act(m->db, m->once, m->key, &act, &refused) != ACT_DONE)
		return ctl_fail("a task of the sample is refused: %s", refusal_name(refused)), false;
	c->state = step_find(f->state, EVENT_TASK, by->roles).to;
	c->version++;
	parts_add(m, c, f, at, by, now);
	return case_flow_end(m->db, m->once, m->cal, f, at, &end, now);
}

/* Most steps are done within their own limit; one case in eleven is slow. */
static instant
within_limit(const struct sample_case *c, const struct case_task *task, instant now)
{
	instant last = day_known(task->due_on) ? instant_make(task->due_on, 16, 20, 0, 0) : INSTANT_NONE;

	return last == INSTANT_NONE || now <= last || last <= c->last_at || c->id % 11 == 0 ? now : last;
}

bool
sample_tasks_play(struct making *m, struct sample_case *c, instant until, int most)
{
	struct case_flow f;

	for (int n = 0; n < most; n++) {
		instant now = instant_between(m, c->last_at, until, n);
		const struct sample_person *by = NULL;
		size_t at = 0;

		if (!case_flow_load(m->db, m->once, c->id, &f))
			return true;
		while (at < f.flow.count && (f.progress.state[at] != TASK_OPEN || !(by = doer_of(m, &f.flow.steps[at]))))
			at++;
		if (!by)
			return true;
		now = within_limit(c, &f.tasks[at], now);
		if (!task_play(m, c, &f, at, by, now))
			return false;
		c->last_at = now;
	}
	return true;
}
