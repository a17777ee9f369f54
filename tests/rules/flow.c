/* The flow of a case: tables that say why, and random flows played to their end beside a slow oracle. */
#include "tests/rules/outside.h"

#include "rules/flow.h"
#include "rules/steps.h"

/* ---- making a flow from a line: "accept review:1 opinion:2 opinion:2 visit:3,4 decide<2,5" ---- */

static struct flow
flow_of(const char *line)
{
	struct flow f = { .count = 0 };
	char text[512], *rest = text, *word;

	snprintf(text, sizeof text, "%s", line);
	while ((word = strsep(&rest, " ")) != NULL) {
		struct flow_step *s = &f.steps[f.count++];
		char *back = strchr(word, '<'), *needs;

		if (back)
			*back++ = '\0';
		needs = strchr(word, ':');
		if (needs)
			*needs++ = '\0';
		s->position = (int)f.count;
		assert_true(flow_kind_named(word, &s->kind));
		assert_true(flow_read_needs(&f, f.count - 1, needs ? needs : ""));
		assert_true(flow_read_back_to(&f, f.count - 1, back ? back : ""));
	}
	return f;
}

/* w waiting, o open, d done, r returned, e deemed, s skipped, . no task */
static struct flow_progress
progress_of(const char *states, bool decided)
{
	struct flow_progress p = { .decided = decided };

	for (size_t i = 0; states[i]; i++)
		switch (states[i]) {
		case 'o': p.state[i] = TASK_OPEN; break;
		case 'd': p.state[i] = TASK_DONE; break;
		case 'r': p.state[i] = TASK_RETURNED; break;
		case 'e': p.state[i] = TASK_DEEMED; break;
		case 's': p.state[i] = TASK_SKIPPED; break;
		default: break;
		}
	return p;
}

static const char *
set_text(flow_set set)
{
	static char text[4][FLOW_MOST * 4];
	static int turn;
	char *to = text[turn++ % 4];

	to[0] = '\0';
	for (int i = 0; i < FLOW_MOST; i++)
		if ((set & FLOW_BIT(i)) != 0)
			snprintf(to + strlen(to), 5, "%s%d", *to ? " " : "", i + 1);
	return to;
}

#define PARALLEL "accept review opinion:2 opinion:2 visit:3,4 collective decide<2,5 seal issue deliver"

static const struct {
	const char *why, *flow, *states;
	bool decided;
	const char *opens, *remains;
	bool may_decide;
} stands[] = {
	{ "a flow of the case's own acts asks for nothing", "accept decide deliver", "...", false, "", "", true },
	{ "no steps, nothing to wait for", "decide", ".", false, "", "", true },
	{ "the first task opens with acceptance", PARALLEL, ".wwwww.ww.", false, "2", "2 3 4 5 6", false },
	{ "an open one does not open again", PARALLEL, ".owwww.ww.", false, "", "2 3 4 5 6", false },
	{ "what is asked in parallel opens in one instant", PARALLEL, ".dwwww.ww.", false, "3 4", "3 4 5 6", false },
	{ "a visit waits for the slowest opinion", PARALLEL, ".ddoww.ww.", false, "", "4 5 6", false },
	{ "silence that consents is an end", PARALLEL, ".ddeww.ww.", false, "5", "5 6", false },
	{ "so is a step not needed", PARALLEL, ".ddesw.ww.", false, "6", "6", false },
	{ "a returned one is no end: its next round waits", PARALLEL, ".ddedr.ww.", false, "", "6", false },
	{ "all is done: the decision may be taken, the seal waits for it", PARALLEL, ".ddddd.ww.", false, "", "", true },
	{ "the seal opens with the decision, the licence after the seal", PARALLEL, ".ddddd.ww.", true, "8", "8 9", true },
	{ "the licence is made", PARALLEL, ".ddddd.dw.", true, "9", "9", true },
	{ "all is done, and delivery is the case's own act", PARALLEL, ".ddddd.dd.", true, "", "", true },
	{ "parallel from acceptance on", "accept opinion:1 opinion:1 opinion:1 decide:2,3,4", ".www.", false, "2 3 4", "2 3 4", false },
	{ "a step beside the line to the decision still stands before it", "accept review opinion:1 decide:2", ".dw.", false, "3", "3", false },
	{ "a seal listed before the decision follows it all the same", "accept seal review decide", ".ww.", false, "", "", true },
	{ "what needs the decision follows it, whatever its kind", "accept review decide visit issue", ".d.ww", true, "4", "4 5", true },
	{ "a flow without a decide step is decided all the same", "accept review issue", ".dw", true, "3", "3", true },
};

static void
test_stands(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof stands / sizeof stands[0]; i++) {
		struct flow f = flow_of(stands[i].flow);
		struct flow_progress p = progress_of(stands[i].states, stands[i].decided);

		ROW(stands[i].why, strcmp(set_text(flow_opens(&f, &p)), stands[i].opens) == 0);
		ROW(stands[i].why, strcmp(set_text(flow_remaining(&f, &p)), stands[i].remains) == 0);
		ROW(stands[i].why, flow_may_decide(&f, &p) == stands[i].may_decide);
	}
}

static const struct {
	const char *why, *states;
	bool decided;
	int from;
	const char *to;
} backs[] = {
	{ "from an open step to those it names", ".dddo..", false, 5, "2 3 4" },
	{ "not to one that is not done", ".doow..", false, 5, "" },
	{ "a step that waits sends nothing back", ".dodw..", false, 5, "" },
	{ "a visit goes back to the review", ".doww..", false, 3, "2" },
	{ "a step without back_to goes nowhere", ".ddow..", false, 4, "" },
	{ "from the decision, once it could be taken", ".dddd..", false, 6, "2 5" },
	{ "not before", ".dddo..", false, 6, "" },
	{ "nor after it was taken", ".dddd..", true, 6, "" },
	{ "what follows the decision does not go back behind it", ".dddd.o", true, 7, "" },
	{ "to one deemed or skipped, too", ".deso..", false, 5, "2 3 4" },
};

static const struct {
	const char *why;
	int target;
	const char *reopened;
} reopens[] = {
	{ "the review, and all that built upon it", 2, "2 3 4 5" },
	{ "the visit and the study, and not the opinion beside it", 3, "3 5" },
	{ "only the last", 5, "5" },
};

static void
test_backs(void **state)
{
	struct flow f = flow_of("accept review visit<2 opinion:2 collective:3,4<2,3,4 decide<2,5 seal");

	(void)state;
	for (size_t i = 0; i < sizeof backs / sizeof backs[0]; i++) {
		struct flow_progress p = progress_of(backs[i].states, backs[i].decided);

		ROW(backs[i].why, strcmp(set_text(flow_back_to(&f, &p, (size_t)backs[i].from - 1)), backs[i].to) == 0);
	}
	for (size_t i = 0; i < sizeof reopens / sizeof reopens[0]; i++)
		ROW(reopens[i].why, strcmp(set_text(flow_reopened(&f, (size_t)reopens[i].target - 1)),
		    reopens[i].reopened) == 0);
}

static const struct {
	const char *why, *needs;
	bool clean;
	const char *read;
} lists[] = {
	{ "nothing said is the step before", "", true, "3" },
	{ "several", "1,2", true, "1 2" },
	{ "blanks between do not matter", " 1 , 3 ", true, "1 3" },
	{ "a later step is passed over: there is no circle", "2,5", false, "2" },
	{ "nor does a step need itself", "4", false, "" },
	{ "a step that is not there is passed over", "1,77", false, "1" },
	{ "words are no list", "one", false, "" },
	{ "a list does not end in a comma", "1,", false, "1" },
	{ "a long number is no position", "99999999999999999999,2", false, "2" },
	{ "a negative one neither", "-1", false, "" },
};

static void
test_lists(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
		struct flow f = flow_of("accept review visit opinion decide");

		ROW(lists[i].why, flow_read_needs(&f, 3, lists[i].needs) == lists[i].clean);
		ROW(lists[i].why, strcmp(set_text(f.steps[3].needs), lists[i].read) == 0);
	}
}

static void
test_back_list(void **state)
{
	struct flow f = flow_of("accept review decide seal");

	(void)state;
	assert_false(flow_read_back_to(&f, 3, "1"));	/* acceptance is no task */
	assert_int_equal(f.steps[3].back_to, 0);
	assert_true(flow_read_back_to(&f, 2, "2"));
	assert_int_equal(f.steps[2].back_to, FLOW_BIT(1));
}

/* ---- the oracle: the same words of flow.h, read naively, step by step ---- */

static uint32_t seed;

static int
below(int n)
{
	seed = seed * 1664525u + 1013904223u;
	return (int)((seed >> 8) % (uint32_t)n);
}

static bool
slow_after(const struct flow *f, size_t i)
{
	if (f->steps[i].kind >= FLOW_DECIDE)
		return true;
	for (size_t j = 0; j < i; j++)
		if ((f->steps[i].needs >> j & 1) != 0 && slow_after(f, j))
			return true;
	return false;
}

static bool
slow_needs(const struct flow *f, size_t i, size_t what)
{
	for (size_t j = 0; j < i; j++)
		if ((f->steps[i].needs >> j & 1) != 0 && (j == what || slow_needs(f, j, what)))
			return true;
	return false;
}

static bool
slow_ended(const struct flow *f, const struct flow_progress *p, size_t i)
{
	enum flow_kind k = f->steps[i].kind;

	if (k == FLOW_ACCEPT)
		return true;
	if (k == FLOW_DECIDE || k == FLOW_DELIVER)
		return p->decided;
	return p->state[i] == TASK_DONE || p->state[i] == TASK_DEEMED || p->state[i] == TASK_SKIPPED;
}

static bool
slow_opens(const struct flow *f, const struct flow_progress *p, size_t i)
{
	if (!flow_is_task(f->steps[i].kind) || p->state[i] != TASK_WAITING || slow_after(f, i) != p->decided)
		return false;
	for (size_t j = 0; j < i; j++)
		if ((f->steps[i].needs >> j & 1) != 0 && !slow_ended(f, p, j))
			return false;
	return true;
}

static bool
slow_may_decide(const struct flow *f, const struct flow_progress *p)
{
	for (size_t i = 0; i < f->count; i++)
		if (flow_is_task(f->steps[i].kind) && !slow_after(f, i) && !slow_ended(f, p, i))
			return false;
	return true;
}

static void
random_flow(struct flow *f)
{
	char list[64];

	*f = (struct flow){ .count = 2 + (size_t)below(9) };
	if (below(40) == 0)
		f->count = FLOW_MOST;
	for (size_t i = 0; i < f->count; i++) {
		struct flow_step *s = &f->steps[i];

		s->position = (int)(i + 1) * 3;
		s->kind = i == 0 ? FLOW_ACCEPT : (enum flow_kind)(1 + below(i + 3 > f->count ? 8 : 4));
		list[0] = '\0';
		for (int n = below(4); n > 0 && i > 0; n--)
			snprintf(list + strlen(list), sizeof list - strlen(list), "%s%d", *list ? "," : "",
			    (below((int)i) + 1) * 3);
		flow_read_needs(f, i, list);
		list[0] = '\0';
		for (int n = below(3); n > 0 && i > 0; n--)
			snprintf(list + strlen(list), sizeof list - strlen(list), "%s%d", *list ? "," : "",
			    (below((int)i) + 1) * 3);
		flow_read_back_to(f, i, list);
	}
}

static void
compare(const struct flow *f, const struct flow_progress *p)
{
	flow_set opens = flow_opens(f, p), before = flow_before(f), after = flow_after(f), remains = flow_remaining(f, p);

	assert_int_equal(before & after, 0);
	for (size_t i = 0; i < f->count; i++) {
		bool task = flow_is_task(f->steps[i].kind);

		assert_int_equal(opens >> i & 1, slow_opens(f, p, i));
		assert_int_equal(before >> i & 1, task && !slow_after(f, i));
		assert_int_equal(after >> i & 1, task && slow_after(f, i));
		assert_int_equal(remains >> i & 1, task && slow_after(f, i) == p->decided && !slow_ended(f, p, i));
	}
	assert_int_equal(flow_may_decide(f, p), slow_may_decide(f, p));
}

/* What record/ keeps: every round of every step. */
struct rounds {
	enum task_state of[FLOW_MOST][40];
};

/* One case under one flow, with a few goings back: it ends, in order, and no opinion is lost. */
static void
play(const struct flow *f)
{
	struct flow_progress p = { .decided = false };
	struct rounds all = { { { TASK_WAITING } } };
	int back_left = 6, turns = 0;
	long done = 0, lost;

	for (;;) {
		flow_set opens = flow_opens(f, &p), open = 0;
		size_t pick, from = 0;

		compare(f, &p);
		assert_true(++turns < 2000);	/* it ends */
		for (size_t i = 0; i < f->count; i++) {
			if ((opens >> i & 1) != 0)
				p.state[i] = all.of[i][p.round[i]] = TASK_OPEN;
			if (p.state[i] == TASK_OPEN)
				open |= FLOW_BIT(i);
		}
		if (open == 0) {
			assert_int_equal(flow_remaining(f, &p), 0);	/* nothing waits for ever */
			if (p.decided)
				break;
			for (size_t i = 0; i < f->count; i++)
				if (f->steps[i].kind == FLOW_DECIDE)
					from = i;
		} else {
			do
				pick = (size_t)below((int)f->count);
			while ((open >> pick & 1) == 0);
			from = pick;
		}
		flow_set back = from > 0 && back_left > 0 && below(3) == 0 ? flow_back_to(f, &p, from) : 0;

		if (back != 0) {
			size_t target = 0;

			while ((back >> target & 1) == 0)
				target++;
			assert_true(task_ended(p.state[target]));
			assert_true(open == 0 || slow_needs(f, from, target));
			for (size_t i = 0; i < f->count; i++) {
				bool again = (flow_reopened(f, target) >> i & 1) != 0;

				assert_int_equal(again, flow_is_task(f->steps[i].kind) && !slow_after(f, i) &&
				    (i == target || slow_needs(f, i, target)));
				if (!again || p.state[i] == TASK_WAITING)
					continue;
				if (p.state[i] == TASK_OPEN)
					all.of[i][p.round[i]] = TASK_RETURNED;
				p.round[i]++;
				p.state[i] = all.of[i][p.round[i]] = TASK_WAITING;
			}
			back_left--;
			/* Whoever sent it back has given the task up with it. */
			assert_true(open == 0 || p.state[from] == TASK_WAITING);
			continue;
		}
		if (open == 0) {
			p.decided = true;
			continue;
		}
		/* What a step needs was done before it. */
		for (size_t j = 0; j < from; j++)
			assert_true((f->steps[from].needs >> j & 1) == 0 || slow_ended(f, &p, j));
		p.state[from] = all.of[from][p.round[from]] = below(5) == 0 ? TASK_SKIPPED : TASK_DONE;
		done++;
	}
	lost = done;
	for (size_t i = 0; i < f->count; i++)
		for (int r = 0; r <= p.round[i]; r++)
			lost -= task_ended(all.of[i][r]);
	assert_int_equal(lost, 0);
}

static void
test_random(void **state)
{
	struct flow f;

	(void)state;
	for (seed = 1; seed < 4000000000u && seed != 0; ) {
		uint32_t next = seed + 900007u;

		random_flow(&f);
		play(&f);
		seed = next;
		if (next > 3000000000u)
			break;
	}
}

static void
test_names(void **state)
{
	enum flow_kind kind;
	enum task_state task;

	(void)state;
	for (int i = 0; i < FLOW_KIND_COUNT; i++)
		assert_true(flow_kind_named(flow_kind_name((enum flow_kind)i), &kind) && kind == (enum flow_kind)i);
	for (int i = 0; i < TASK_STATE_COUNT; i++)
		assert_true(task_state_named(task_state_name((enum task_state)i), &task) && task == (enum task_state)i);
	assert_false(flow_kind_named("", &kind));
	assert_false(task_state_named(NULL, &task));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_stands),
		cmocka_unit_test(test_backs),
		cmocka_unit_test(test_lists),
		cmocka_unit_test(test_back_list),
		cmocka_unit_test(test_random),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
