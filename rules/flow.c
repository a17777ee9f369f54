/* flow.c - see flow.h. */
#include "rules/flow.h"

static const char *const kind_names[] = { FLOW_KINDS(NAMES_TEXT) };
static const char *const state_names[] = { TASK_STATES(NAMES_TEXT) };

bool
flow_is_task(enum flow_kind kind)
{
	return kind != FLOW_ACCEPT && kind != FLOW_DECIDE && kind != FLOW_DELIVER;
}

unsigned
flow_role(enum flow_kind kind, unsigned named)
{
	if ((named & (ROLE_CLERK | ROLE_REVIEWER | ROLE_APPROVER)) != 0)
		return named;
	return kind < FLOW_DECIDE ? ROLE_REVIEWER : ROLE_CLERK;
}

bool
task_ended(enum task_state state)
{
	return state == TASK_DONE || state == TASK_DEEMED || state == TASK_SKIPPED;
}

bool
flow_find(const struct flow *f, int position, size_t *at)
{
	for (size_t i = 0; i < f->count; i++)
		if (f->steps[i].position == position) {
			*at = i;
			return true;
		}
	return false;
}

/* ---- reading ---- */

/* The number at *text, which moves to what follows it; -1 when there is none. */
static int
number_next(const char **text)
{
	const char *at = *text;
	int n = 0;

	while (*at == ' ')
		at++;
	if (*at < '0' || *at > '9')
		return -1;
	for (; *at >= '0' && *at <= '9'; at++)
		if (n < 100000)
			n = n * 10 + (*at - '0');
	while (*at == ' ')
		at++;
	*text = at;
	return n;
}

/* The steps before a place that a list names; false when it names others, or is no list. */
static bool
list_read(const struct flow *f, size_t before, const char *list, flow_set *set)
{
	bool clean = true;
	size_t at;

	*set = 0;
	for (;;) {
		int position = number_next(&list);

		if (position < 0)
			return false;
		if (flow_find(f, position, &at) && at < before)
			*set |= FLOW_BIT(at);
		else
			clean = false;
		if (*list == '\0')
			return clean;
		if (*list++ != ',')
			return false;
	}
}

bool
flow_read_needs(struct flow *f, size_t at, const char *needs)
{
	if (*needs == '\0') {
		f->steps[at].needs = at == 0 ? 0 : FLOW_BIT(at - 1);
		return true;
	}
	return list_read(f, at, needs, &f->steps[at].needs);
}

bool
flow_read_back_to(struct flow *f, size_t at, const char *back_to)
{
	flow_set named = 0;
	bool clean = *back_to == '\0' || list_read(f, at, back_to, &named);

	f->steps[at].back_to = named & flow_before(f);
	return clean && f->steps[at].back_to == named;
}

/* ---- before and after the decision ---- */

/* The steps of the set and all that need one of them. */
static flow_set
with_followers(const struct flow *f, flow_set set)
{
	for (size_t i = 0; i < f->count; i++)	/* needs lie before: one walk finds them all */
		if ((f->steps[i].needs & set) != 0)
			set |= FLOW_BIT(i);
	return set;
}

static flow_set
tasks_of(const struct flow *f)
{
	flow_set tasks = 0;

	for (size_t i = 0; i < f->count; i++)
		if (flow_is_task(f->steps[i].kind))
			tasks |= FLOW_BIT(i);
	return tasks;
}

flow_set
flow_after(const struct flow *f)
{
	flow_set after = 0;

	for (size_t i = 0; i < f->count; i++)
		if (f->steps[i].kind >= FLOW_DECIDE)
			after |= FLOW_BIT(i);
	return with_followers(f, after) & tasks_of(f);
}

flow_set
flow_before(const struct flow *f)
{
	return tasks_of(f) & ~flow_after(f);
}

/* ---- what is to be done ---- */

static bool
step_ended(const struct flow *f, const struct flow_progress *p, size_t i)
{
	switch (f->steps[i].kind) {
	case FLOW_ACCEPT:
		return true;
	case FLOW_DECIDE:
	case FLOW_DELIVER:	/* what a guide puts after it is done before the case is closed */
		return p->decided;
	default:
		return task_ended(p->state[i]);
	}
}

static flow_set
ended(const struct flow *f, const struct flow_progress *p)
{
	flow_set set = 0;

	for (size_t i = 0; i < f->count; i++)
		if (step_ended(f, p, i))
			set |= FLOW_BIT(i);
	return set;
}

flow_set
flow_opens(const struct flow *f, const struct flow_progress *p)
{
	flow_set done = ended(f, p), may = p->decided ? flow_after(f) : flow_before(f), opens = 0;

	for (size_t i = 0; i < f->count; i++)
		if ((may & FLOW_BIT(i)) != 0 && p->state[i] == TASK_WAITING && (f->steps[i].needs & ~done) == 0)
			opens |= FLOW_BIT(i);
	return opens;
}

flow_set
flow_remaining(const struct flow *f, const struct flow_progress *p)
{
	return (p->decided ? flow_after(f) : flow_before(f)) & ~ended(f, p);
}

bool
flow_may_decide(const struct flow *f, const struct flow_progress *p)
{
	return (flow_before(f) & ~ended(f, p)) == 0;
}

/* ---- going back ---- */

/* All that a step needs, and what that needs. */
static flow_set
needed(const struct flow *f, size_t at)
{
	flow_set set = f->steps[at].needs;

	for (size_t i = at; i-- > 0;)
		if ((set & FLOW_BIT(i)) != 0)
			set |= f->steps[i].needs;
	return set;
}

flow_set
flow_back_to(const struct flow *f, const struct flow_progress *p, size_t from)
{
	const struct flow_step *s = &f->steps[from];

	if (p->decided)
		return 0;
	if (s->kind == FLOW_DECIDE)
		return flow_may_decide(f, p) ? s->back_to & flow_before(f) & ended(f, p) : 0;
	if (!flow_is_task(s->kind) || p->state[from] != TASK_OPEN)
		return 0;
	return s->back_to & needed(f, from) & flow_before(f) & ended(f, p);
}

flow_set
flow_reopened(const struct flow *f, size_t target)
{
	return with_followers(f, FLOW_BIT(target)) & flow_before(f);
}

/* ---- names ---- */

const char *
flow_kind_name(enum flow_kind kind)
{
	return names_at(kind_names, FLOW_KIND_COUNT, (int)kind);
}

bool
flow_kind_named(const char *name, enum flow_kind *kind)
{
	int found = names_find(kind_names, FLOW_KIND_COUNT, name);

	if (found >= 0)
		*kind = (enum flow_kind)found;
	return found >= 0;
}

const char *
task_state_name(enum task_state state)
{
	return names_at(state_names, TASK_STATE_COUNT, (int)state);
}

bool
task_state_named(const char *name, enum task_state *state)
{
	int found = names_find(state_names, TASK_STATE_COUNT, name);

	if (found >= 0)
		*state = (enum task_state)found;
	return found >= 0;
}
