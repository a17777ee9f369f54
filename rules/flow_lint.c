/* flow_lint.c - see flow_lint.h. */
#include <string.h>

#include "rules/code.h"
#include "rules/flow.h"
#include "rules/flow_lint.h"

struct lint {
	const struct guide *g;
	size_t count;
	flow_found *found;
	void *arg;
	enum flow_kind kinds[FLOW_MOST];
	bool kinded[FLOW_MOST];
	flow_set needs[FLOW_MOST];	/* as written; none: the step before */
	flow_set before[FLOW_MOST];	/* all it waits for, and what that waits for */
	flow_set begins;		/* the steps that can begin */
	flow_set decides, after;	/* the decision, and what waits for it */
};

static void
fault(const struct lint *l, bool holds, enum guide_check check, size_t position)
{
	if (holds)
		l->found(l->arg, check, position);
}

static bool
has(flow_set set, size_t i)
{
	return (set & FLOW_BIT(i)) != 0;
}

static bool
is(const char *text, const char *value)
{
	return text != NULL && strcmp(text, value) == 0;
}

static bool
is_kind(const struct lint *l, size_t i, enum flow_kind kind)
{
	return l->kinded[i] && l->kinds[i] == kind;
}

/* ---- what waits for what ---- */

/* The steps a list names other than the one at a place; *strange: it names one that is not there, or itself. */
static flow_set
named(const struct lint *l, size_t at, const int *positions, size_t count, bool *strange)
{
	flow_set set = 0;

	for (size_t i = 0; i < count; i++) {
		int n = positions[i];

		if (n < 1 || (size_t)n > l->count || (size_t)n == at + 1)
			*strange = true;
		else
			set |= FLOW_BIT(n - 1);
	}
	return set;
}

static void
needs_read(struct lint *l)
{
	for (size_t i = 0; i < l->count; i++) {
		const struct guide_step *s = &l->g->steps[i];
		bool strange = false;

		l->needs[i] = named(l, i, s->needs, s->need_count, &strange);
		if (s->need_count == 0 && i > 0)
			l->needs[i] = FLOW_BIT(i - 1);
		fault(l, strange, GUIDE_FLOW_NEED_UNKNOWN, i + 1);
	}
}

/* All a step waits for.  After as many rounds as there are steps nothing is added any more. */
static void
before_find(struct lint *l)
{
	for (size_t i = 0; i < l->count; i++)
		l->before[i] = l->needs[i];
	for (size_t round = 0; round < l->count; round++)
		for (size_t i = 0; i < l->count; i++)
			for (size_t k = 0; k < l->count; k++)
				if (has(l->before[i], k))
					l->before[i] |= l->before[k];
}

static void
order_lint(struct lint *l)
{
	for (size_t round = 0; round < l->count; round++)
		for (size_t i = 0; i < l->count; i++)
			if ((l->needs[i] & ~l->begins) == 0)
				l->begins |= FLOW_BIT(i);
	for (size_t i = 0; i < l->count; i++) {
		bool circle = has(l->before[i], i);

		fault(l, circle, GUIDE_FLOW_CYCLE, i + 1);
		fault(l, !circle && !has(l->begins, i), GUIDE_FLOW_UNREACHABLE, i + 1);
		fault(l, has(l->begins, i) && (l->needs[i] >> i) != 0, GUIDE_FLOW_NEED_LATER, i + 1);
	}
}

static void
back_lint(const struct lint *l)
{
	for (size_t i = 0; i < l->count; i++) {
		const struct guide_step *s = &l->g->steps[i];
		bool strange = false;
		flow_set back = named(l, i, s->back_to, s->back_count, &strange);

		for (size_t k = 0; k < l->count; k++)
			strange = strange || (has(back, k) && (!has(l->before[i], k) || !l->kinded[k] ||
			    !flow_is_task(l->kinds[k])));
		fault(l, strange || (back != 0 && has(l->after, i)), GUIDE_FLOW_BACK_WRONG, i + 1);
	}
}

/* ---- the decision ---- */

static void
decision_find(struct lint *l)
{
	size_t kinded = 0;

	for (size_t i = 0; i < l->count; i++) {
		kinded += l->kinded[i];
		fault(l, !l->kinded[i], GUIDE_FLOW_NO_KIND, i + 1);
		fault(l, is_kind(l, i, FLOW_DECIDE) && l->decides != 0, GUIDE_FLOW_DECIDES_TWICE, i + 1);
		if (is_kind(l, i, FLOW_DECIDE))
			l->decides |= FLOW_BIT(i);
	}
	fault(l, kinded > 0 && l->decides == 0, GUIDE_FLOW_NO_DECISION, 0);
	for (size_t i = 0; i < l->count; i++)
		if ((l->before[i] & l->decides) != 0)
			l->after |= FLOW_BIT(i);
}

static void
decision_lint(const struct lint *l)
{
	for (size_t i = 0; i < l->count; i++) {
		bool after = has(l->after, i), late = l->kinded[i] && l->kinds[i] > FLOW_DECIDE;

		fault(l, is_kind(l, i, FLOW_ACCEPT) && l->before[i] != 0, GUIDE_FLOW_ACCEPT_LATE, i + 1);
		fault(l, after && l->kinded[i] && l->kinds[i] < FLOW_DECIDE, GUIDE_FLOW_AFTER_DECISION, i + 1);
		fault(l, late && l->decides != 0 && !after, GUIDE_FLOW_BEFORE_DECISION, i + 1);
	}
}

/* ---- who ---- */

/* Who receives does not judge, and who judges does not receive. */
static void
separation_lint(const struct lint *l)
{
	for (size_t i = 0; i < l->count; i++) {
		const char *role = l->g->steps[i].role;
		bool wrong = false;

		if (guide_blank(role) || !l->kinded[i])
			continue;
		if (l->kinds[i] == FLOW_ACCEPT)
			wrong = !is(role, "clerk");
		else if (l->kinds[i] == FLOW_DECIDE)
			wrong = !is(role, "approver");
		else if (l->kinds[i] < FLOW_DECIDE)
			wrong = is(role, "clerk");
		fault(l, wrong, GUIDE_FLOW_NOT_SEPARATE, i + 1);
	}
}

/* Does one area lie in the other, and both in one city? */
static bool
lies_within_city(const char *inner, const char *outer)
{
	return !guide_blank(inner) && !guide_blank(outer) && division_level(outer) >= DIVISION_CITY &&
	    division_within(inner, outer) && !division_same(inner, outer);
}

static const char *
area_of(const struct lint *l, size_t i)
{
	const struct guide_step *s = &l->g->steps[i];

	return guide_blank(s->organ) ? l->g->area : s->area;
}

/* 初审: a review by a lower organ of the city, for one above it to review or decide again; or what calls itself so. */
static void
first_review_lint(const struct lint *l)
{
	for (size_t i = 0; i < l->count; i++) {
		const char *name = l->g->steps[i].name;
		bool first = name != NULL && strstr(name, "初审") != NULL;

		if (!is_kind(l, i, FLOW_REVIEW))
			continue;
		for (size_t k = 0; k < l->count; k++)
			if (has(l->before[k], i) && (is_kind(l, k, FLOW_REVIEW) || is_kind(l, k, FLOW_DECIDE)))
				first = first || lies_within_city(area_of(l, i), area_of(l, k));
		fault(l, first, GUIDE_FLOW_FIRST_REVIEW, i + 1);
	}
}

static void
silence_lint(const struct lint *l)
{
	bool first_permit = is(l->g->kind, "01") && !l->g->renewal;

	for (size_t i = 0; i < l->count; i++) {
		const struct guide_step *s = &l->g->steps[i];
		bool opinion = is_kind(l, i, FLOW_OPINION);

		if (!s->silence_consents)
			continue;
		fault(l, !opinion, GUIDE_FLOW_SILENCE_KIND, i + 1);
		fault(l, opinion && s->limit.count <= 0, GUIDE_FLOW_SILENCE_NO_LIMIT, i + 1);
		fault(l, opinion && first_permit, GUIDE_FLOW_SILENCE_FIRST, i + 1);
	}
}

/* ---- how long ---- */

/* What a step takes of the promise. */
static int64_t
takes(const struct lint *l, size_t i)
{
	const struct deadline_term *limit = &l->g->steps[i].limit;

	if (is_kind(l, i, FLOW_ACCEPT) || has(l->after, i) || limit->count <= 0 || limit->unit != l->g->promised.unit)
		return 0;
	return limit->count;
}

/* The longest way to the end of each step, or (backwards) from its beginning. */
static void
ways_find(const struct lint *l, const flow_set *waits, int64_t *ways)
{
	for (size_t i = 0; i < l->count; i++)
		ways[i] = takes(l, i);
	for (size_t round = 0; round < l->count; round++)
		for (size_t i = 0; i < l->count; i++)
			for (size_t k = 0; k < l->count; k++)
				if (has(waits[i], k) && ways[k] + takes(l, i) > ways[i])
					ways[i] = ways[k] + takes(l, i);
}

static bool
stands_beside_another(const struct lint *l, const flow_set *waits, size_t i)
{
	for (size_t k = 0; k < l->count; k++)
		if (k != i && !has(waits[i], k) && !has(waits[k], i))
			return true;
	return false;
}

/* Only of a flow without circle. */
static void
limits_lint(const struct lint *l)
{
	flow_set waits[FLOW_MOST] = { 0 }, follows[FLOW_MOST] = { 0 }, told = 0;
	int64_t to[FLOW_MOST], from[FLOW_MOST], longest = 0;

	for (size_t i = 0; i < l->count; i++) {
		waits[i] = l->before[i];
		if (has(l->decides, i))
			waits[i] |= ~(l->after | l->decides);
	}
	for (size_t i = 0; i < l->count; i++)
		for (size_t k = 0; k < l->count; k++)
			if (has(waits[i], k))
				follows[k] |= FLOW_BIT(i);
	ways_find(l, waits, to);
	ways_find(l, follows, from);
	for (size_t i = 0; i < l->count; i++)
		longest = to[i] > longest ? to[i] : longest;
	fault(l, longest > l->g->promised.count, GUIDE_STEPS_LONGER, 0);
	for (size_t i = 0; i < l->count; i++) {
		bool over = to[i] + from[i] - takes(l, i) > l->g->promised.count && takes(l, i) > 0 &&
		    stands_beside_another(l, waits, i);

		fault(l, over && (waits[i] & told) == 0, GUIDE_BRANCH_LONGER, i + 1);	/* the first of its branch */
		told |= over ? FLOW_BIT(i) : 0;
	}
}

void
flow_lint(const struct guide *g, flow_found *found, void *arg)
{
	struct lint l = { .g = g, .count = g->step_count, .found = found, .arg = arg };

	if (g->step_count > FLOW_MOST) {
		found(arg, GUIDE_FLOW_LONG, 0);
		return;
	}
	for (size_t i = 0; i < l.count; i++)
		l.kinded[i] = flow_kind_named(g->steps[i].kind, &l.kinds[i]);
	needs_read(&l);
	before_find(&l);
	order_lint(&l);
	decision_find(&l);
	decision_lint(&l);
	back_lint(&l);
	separation_lint(&l);
	first_review_lint(&l);
	silence_lint(&l);
	for (size_t i = 0; i < l.count; i++)
		if (has(l.before[i], i))
			return;
	if (g->promised.count > 0)
		limits_lint(&l);
}
