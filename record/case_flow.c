/* case_flow.c - see case_flow.h. */
#include "record/case_flow.h"

#include "base/text.h"
#include "generated/queries/flow.h"
#include "record/case_limits.h"

#include <string.h>

/* ---- loading ---- */

static void
step_read(const struct query *q, struct flow *f, size_t at)
{
	struct flow_step *s = &f->steps[at];
	struct limit limit = limit_read(!query_is_null(q, "limit_count"), query_get_number(q, "limit_count"),
	    query_get(q, "unit"));

	s->position = (int)query_get_number(q, "position");
	s->organ = query_get(q, "organ_code");
	s->role = flow_role(s->kind, role_named(query_get(q, "role")));
	s->limit = limit.known ? limit.term : (struct deadline_term){ 0, DEADLINE_WORKDAY };
	s->silence_consents = s->kind == FLOW_OPINION && text_is(query_get(q, "silence"), "consent");
	flow_read_needs(f, at, query_get(q, "needs"));
	flow_read_back_to(f, at, query_get(q, "back_to"));
}

static void
task_read(const struct query *q, struct case_flow *f, size_t at)
{
	struct case_task *t = &f->tasks[at];

	t->name = query_get(q, "name");
	f->progress.round[at] = (int)query_get_number(q, "round");
	if (!task_state_named(query_get(q, "state"), &f->progress.state[at]))
		f->progress.state[at] = TASK_SKIPPED;	/* accepted before tasks were kept */
	t->opened_at = query_get_instant(q, "opened_at");
	t->due_on = query_get_day(q, "due_on");
	t->claimed_by = (uint64_t)query_get_number(q, "claimed_by");
	t->version = query_get_number(q, "version");
}

bool
case_flow_load(struct db *db, struct arena *arena, uint64_t case_id, struct case_flow *f)
{
	struct query *q = query_new(db, arena, Q_FLOW_LOAD);
	size_t *count = &f->flow.count;

	*f = (struct case_flow){ .case_id = case_id, .due_on = DAY_NONE };
	query_number(q, "id", (long long)case_id);
	while (*count < FLOW_MOST && query_next(q)) {
		struct flow_step *s = &f->flow.steps[*count];

		if (!flow_kind_named(query_get(q, "kind"), &s->kind))
			continue;	/* a step that only explains */
		state_named(query_get(q, "case_state"), &f->state);
		f->version = query_get_number(q, "case_version");
		f->due_on = query_get_day(q, "case_due_on");
		f->progress.decided = query_get_number(q, "decided") != 0;
		task_read(q, f, *count);
		(*count)++;	/* a list of needs is read against the steps so far */
		step_read(q, &f->flow, *count - 1);
	}
	return *count > 0;
}

/* ---- opening ---- */

static struct day
task_due(const struct calendar *cal, const struct case_flow *f, size_t at, instant opened_at)
{
	const struct deadline_term *term = &f->flow.steps[at].limit;

	return term->count > 0 ? limit_due(cal, (struct limit){ true, *term }, opened_at) : f->due_on;
}

static void
task_add(struct db *db, struct arena *arena, const struct calendar *cal, struct case_flow *f, size_t at, bool open,
    instant now)
{
	const struct flow_step *s = &f->flow.steps[at];
	struct query *q = query_new(db, arena, Q_TASK_ADD);

	f->progress.round[at]++;
	f->progress.state[at] = open ? TASK_OPEN : TASK_WAITING;
	query_number(q, "id", (long long)f->case_id);
	query_number(q, "position", s->position);
	query_number(q, "round", f->progress.round[at]);
	query_text(q, "name", f->tasks[at].name);
	query_text(q, "kind", flow_kind_name(s->kind));
	query_text(q, "role", role_name(s->role));
	query_text(q, "organ", s->organ);
	if (s->limit.count > 0)
		query_number(q, "limit_count", s->limit.count);
	else
		query_null(q, "limit_count");
	query_text(q, "unit", s->limit.count > 0 ? deadline_unit_name(s->limit.unit) : "");
	query_text(q, "silence", s->silence_consents ? "consent" : "wait");
	query_text(q, "state", task_state_name(f->progress.state[at]));
	query_instant(q, "opened_at", open ? now : INSTANT_NONE);
	query_day(q, "due_on", open ? task_due(cal, f, at, now) : DAY_NONE);
	query_run(q);
}

/* Opens, in one instant, all that may open now. */
static void
open_next(struct db *db, struct arena *arena, const struct calendar *cal, struct case_flow *f, instant now)
{
	flow_set opens = flow_opens(&f->flow, &f->progress);

	for (size_t i = 0; i < f->flow.count; i++) {
		struct query *q;

		if ((opens & FLOW_BIT(i)) == 0)
			continue;
		q = query_new(db, arena, Q_TASK_OPEN);
		query_number(q, "id", (long long)f->case_id);
		query_number(q, "position", f->flow.steps[i].position);
		query_number(q, "round", f->progress.round[i]);
		query_instant(q, "now", now);
		query_day(q, "due_on", task_due(cal, f, i, now));
		query_run(q);
		f->progress.state[i] = TASK_OPEN;
	}
}

void
case_flow_begin(struct db *db, struct arena *arena, const struct calendar *cal, uint64_t case_id, instant at)
{
	struct case_flow f;
	flow_set opens;

	if (!case_flow_load(db, arena, case_id, &f))
		return;
	for (size_t i = 0; i < f.flow.count; i++)
		f.progress.state[i] = TASK_WAITING;
	opens = flow_opens(&f.flow, &f.progress);
	for (size_t i = 0; i < f.flow.count; i++)
		if (flow_is_task(f.flow.steps[i].kind) && f.progress.round[i] == 0)
			task_add(db, arena, cal, &f, i, (opens & FLOW_BIT(i)) != 0, at);
}

/* ---- ending ---- */

static bool
task_end(struct db *db, struct arena *arena, struct case_flow *f, size_t at, const struct task_end *end, instant now)
{
	struct query *q = query_new(db, arena, Q_TASK_END);

	query_number(q, "id", (long long)f->case_id);
	query_number(q, "position", f->flow.steps[at].position);
	query_number(q, "round", f->progress.round[at]);
	query_text(q, "state", task_state_name(end->state));
	query_instant(q, "now", now);
	query_number(q, "account", (long long)end->account);
	query_text(q, "name", end->name);
	query_text(q, "verdict", end->verdict);
	query_text(q, "body", end->body);
	query_text(q, "reason", end->reason);
	query_number(q, "version", end->version);
	f->progress.state[at] = end->state;
	return query_run(q) == 1;
}

bool
case_flow_end(struct db *db, struct arena *arena, const struct calendar *cal, struct case_flow *f, size_t at,
    const struct task_end *end, instant now)
{
	if (f->progress.state[at] != TASK_OPEN || !task_end(db, arena, f, at, end, now))
		return false;
	open_next(db, arena, cal, f, now);
	return true;
}

void
case_flow_decide(struct db *db, struct arena *arena, const struct calendar *cal, uint64_t case_id, bool granted,
    instant at)
{
	struct case_flow f;

	if (!case_flow_load(db, arena, case_id, &f))
		return;
	f.progress.decided = true;
	for (size_t i = 0; i < f.flow.count && !granted; i++)
		if (f.flow.steps[i].kind == FLOW_ISSUE && f.progress.state[i] == TASK_WAITING)
			task_end(db, arena, &f, i, &(struct task_end){ .state = TASK_SKIPPED,
			    .version = f.tasks[i].version, .name = "", .verdict = "", .body = "", .reason = "" }, at);
	open_next(db, arena, cal, &f, at);
}

void
case_flow_drop(struct db *db, struct arena *arena, uint64_t case_id, instant at)
{
	struct query *q = query_new(db, arena, Q_TASKS_DROP);

	query_number(q, "id", (long long)case_id);
	query_instant(q, "now", at);
	query_run(q);
}

enum refusal
case_flow_refuses(struct db *db, struct arena *arena, uint64_t case_id)
{
	struct case_flow f;

	if (!case_flow_load(db, arena, case_id, &f))
		return REFUSED_NOT;
	return flow_remaining(&f.flow, &f.progress) != 0 ? REFUSED_TASKS : REFUSED_NOT;
}

/* ---- going back ---- */

bool
case_flow_back(struct db *db, struct arena *arena, const struct calendar *cal, struct case_flow *f, size_t from,
    size_t target, const struct task_end *end, instant now)
{
	flow_set again = flow_reopened(&f->flow, target);

	for (size_t i = 0; i < f->flow.count; i++) {
		struct task_end given_up = *end;

		if ((again & FLOW_BIT(i)) == 0 || f->progress.state[i] == TASK_WAITING)
			continue;
		given_up.state = TASK_RETURNED;
		if (i != from)
			given_up.version = f->tasks[i].version;
		if (f->progress.state[i] == TASK_OPEN && !task_end(db, arena, f, i, &given_up, now))
			return false;
		task_add(db, arena, cal, f, i, i == target, now);
	}
	return true;
}

/* ---- dates ---- */

void
case_flow_dates(struct db *db, struct arena *arena, const struct calendar *cal, uint64_t case_id,
    const struct deadline_pause *pauses, size_t pause_count)
{
	struct case_flow f;

	if (!case_flow_load(db, arena, case_id, &f))
		return;
	for (size_t i = 0; i < f.flow.count; i++) {
		const struct flow_step *s = &f.flow.steps[i];
		struct query *q;

		if (f.progress.state[i] != TASK_OPEN)
			continue;
		q = query_new(db, arena, Q_TASK_DUE);
		query_number(q, "id", (long long)case_id);
		query_number(q, "position", s->position);
		query_number(q, "round", f.progress.round[i]);
		query_day(q, "due_on", s->limit.count == 0 ? f.due_on : deadline_due(cal, s->limit,
		    day_of_instant(f.tasks[i].opened_at), pauses, pause_count));
		query_run(q);
	}
}

/* ---- silence ---- */

size_t
case_flow_silences(struct db *db, struct arena *arena, struct day today, struct silence *silences, size_t room)
{
	struct query *q = query_new(db, arena, Q_TASKS_SILENT);
	size_t n = 0;

	query_day(q, "today", today);
	query_number(q, "most", (long long)room);
	while (n < room && query_next(q))
		silences[n++] = (struct silence){ (uint64_t)query_get_number(q, "case_id"),
		    (int)query_get_number(q, "position") };
	return n;
}

static bool
is_silent(const struct case_flow *f, const struct silence *s, struct day today, size_t *at)
{
	return flow_find(&f->flow, s->position, at) && f->flow.steps[*at].silence_consents &&
	    f->progress.state[*at] == TASK_OPEN && day_known(f->tasks[*at].due_on) &&
	    day_before(f->tasks[*at].due_on, today);
}

bool
case_flow_deem(struct db *db, struct arena *arena, const uint8_t key[KEY_BYTES], const struct calendar *cal,
    const struct silence *s, instant now, struct case_act *act)
{
	struct case_flow f;
	enum refusal refused;
	size_t at;

	if (!case_flow_load(db, arena, s->case_id, &f) || !is_silent(&f, s, day_of_instant(now), &at))
		return false;
	*act = (struct case_act){
		.case_id = s->case_id,
		.was = f.state,
		.version = f.version,
		.event = EVENT_DEEM_CONSENT,
		.by = { 0, "clock", "clock", "", ROLE_CLOCK },
		.at = now,
		.detail = record_detail(arena, "kind", "deem_consent", "task", arena_format(arena, "%d", s->position),
		    "round", arena_format(arena, "%d", f.progress.round[at]), "name", f.tasks[at].name,
		    "organ_code", f.flow.steps[at].organ, "task_due_on", record_day(arena, f.tasks[at].due_on), NULL),
	};
	return case_act(db, arena, key, act, &refused) == ACT_DONE &&
	    case_flow_end(db, arena, cal, &f, at, &(struct task_end){ .state = TASK_DEEMED,
	    .version = f.tasks[at].version, .name = "clock", .verdict = "agree", .body = "", .reason = "" }, now);
}
