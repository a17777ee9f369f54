/* The checks of a flow before it is published, each by a flow that fails it and one that does not. */
#include "tests/rules/outside.h"

#include "rules/flow.h"
#include "rules/flow_lint.h"

/*
 * A flow in a line.  A step is its kind (- for none) and then, each after a
 * colon: c r a its role, 3d its limit in working days (3h in hours), n1,2 what it
 * needs, b1,2 where it may go back to, s silence consents, @CODE the area of its
 * organ, =NAME its name.
 */
struct written {
	struct guide_step steps[FLOW_MOST + 1];
	int numbers[FLOW_MOST + 1][2][8];
	char text[2048];
	size_t count;
};

static size_t
numbers_read(const char *text, int *numbers)
{
	size_t n = 0;
	char *end;

	for (; *text && n < 8; text = *end ? end + 1 : end)
		numbers[n++] = (int)strtol(text, &end, 10);
	return n;
}

static void
piece_read(struct written *w, struct guide_step *s, char *piece)
{
	size_t at = (size_t)(s - w->steps);

	switch (*piece) {
	case 'c': s->role = "clerk"; break;
	case 'r': s->role = "reviewer"; break;
	case 'a': s->role = "approver"; break;
	case 's': s->silence_consents = true; break;
	case '@': s->area = piece + 1; s->organ = "11990102MB0000000A"; break;
	case '=': s->name = piece + 1; break;
	case 'n':
		s->needs = w->numbers[at][0];
		s->need_count = numbers_read(piece + 1, w->numbers[at][0]);
		break;
	case 'b':
		s->back_to = w->numbers[at][1];
		s->back_count = numbers_read(piece + 1, w->numbers[at][1]);
		break;
	default:
		s->limit.count = (int)strtol(piece, &piece, 10);
		s->limit.unit = *piece == 'h' ? DEADLINE_HOUR : DEADLINE_WORKDAY;
	}
}

static void
flow_write(struct written *w, const char *line)
{
	char *rest = w->text, *token, *piece;

	memset(w, 0, sizeof(*w));
	snprintf(w->text, sizeof(w->text), "%s", line);
	while ((token = strsep(&rest, " ")) != NULL) {
		struct guide_step *s = &w->steps[w->count];

		piece = strsep(&token, ":");
		*s = (struct guide_step){ .name = "办理", .role = "", .organ = "", .kind = *piece == '-' ? "" : piece };
		while ((piece = strsep(&token, ":")) != NULL)
			piece_read(w, s, piece);
		w->count++;
	}
}

/* The faults as "flow_cycle.2 flow_no_decision". */
struct told {
	char text[4096];
};

static void
tell(void *arg, enum guide_check check, size_t position)
{
	struct told *t = arg;
	size_t n = strlen(t->text);

	snprintf(t->text + n, sizeof(t->text) - n, position ? "%s%s.%zu" : "%s%s", n ? " " : "",
	    guide_check_name(check), position);
}

static const char *
faults(const struct guide *base, const char *line)
{
	static struct written w;
	static struct told t;
	struct guide g = *base;

	flow_write(&w, line);
	g.steps = w.steps;
	g.step_count = w.count;
	t.text[0] = '\0';
	flow_lint(&g, tell, &t);
	return t.text;
}

static const struct guide permit = { .area = "990100", .kind = "01", .promised = { 5, DEADLINE_WORKDAY } };
static const struct guide renewal = { .area = "990100", .kind = "01", .renewal = true,
	.promised = { 5, DEADLINE_WORKDAY } };
static const struct guide confirmation = { .area = "990100", .kind = "07", .promised = { 5, DEADLINE_WORKDAY } };

static const struct { const char *why; const struct guide *guide; const char *flow, *faults; } rows[] = {
	/* flows that may be published */
	{ "the usual flow", &permit, "accept:c review:r:3d decide:a:2d deliver:c", "" },
	{ "decided at the counter's back", &permit, "accept:c decide:a", "" },
	{ "three organs are asked at once and answer before the decision", &permit,
	    "accept:c opinion:r:3d:n1 opinion:r:3d:n1 opinion:r:3d:n1 review:r:1d:n2,3,4 decide:a:1d issue:c deliver:c", "" },
	{ "a review that may go back to the visit", &permit, "accept:c visit:r review:r:b2 decide:a:b2,3 issue:c", "" },
	{ "a collective study by approvers", &permit, "accept:c review:r collective:a decide:a", "" },

	/* what needs what */
	{ "a step that is not there is needed", &permit, "accept:c review:r:n7 decide:a", "flow_need_unknown.2" },
	{ "a step needs itself", &permit, "accept:c review:r:n2 decide:a", "flow_need_unknown.2" },
	{ "the nought-th step is none", &permit, "accept:c review:r:n0 decide:a", "flow_need_unknown.2" },
	{ "two reviews wait for each other, and the decision for both", &permit,
	    "accept:c review:r:n3 review:r:n2 decide:a",
	    "flow_cycle.2 flow_cycle.3 flow_unreachable.4" },
	{ "a step further down is needed: cases walk down the list", &permit,
	    "accept:c review:r:n3 visit:r:n1 decide:a:n2,3", "flow_need_later.2" },

	/* going back */
	{ "back to a step that is not there", &permit, "accept:c review:r:b9 decide:a", "flow_back_wrong.2" },
	{ "back to what comes later", &permit, "accept:c review:r:b3 visit:r decide:a", "flow_back_wrong.2" },
	{ "back to a branch beside it", &permit, "accept:c review:r visit:r:n1:b2 decide:a:n2,3", "flow_back_wrong.3" },
	{ "acceptance is not taken back", &permit, "accept:c review:r:b1 decide:a", "flow_back_wrong.2" },
	{ "nothing goes back once it is decided", &permit, "accept:c review:r decide:a issue:c:b2", "flow_back_wrong.4" },

	/* the decision */
	{ "nobody decides", &permit, "accept:c review:r", "flow_no_decision" },
	{ "it is decided twice", &permit, "accept:c decide:a decide:a", "flow_decides_twice.3" },
	{ "a step of no kind", &permit, "accept:c - decide:a", "flow_no_kind.2" },
	{ "steps of no kind have no decision to miss", &permit, "- -", "flow_no_kind.1 flow_no_kind.2" },
	{ "acceptance after a visit", &permit, "visit:r accept:c decide:a", "flow_accept_late.2" },
	{ "a visit to the applicant who holds the decision already", &permit, "accept:c decide:a visit:r",
	    "flow_after_decision.3" },
	{ "a second acceptance after the decision", &permit, "accept:c decide:a accept:c",
	    "flow_accept_late.3 flow_after_decision.3" },
	{ "sealed before it is decided", &permit, "accept:c seal:r decide:a", "flow_before_decision.2" },

	/* who */
	{ "who receives decides", &permit, "accept:c decide:c", "flow_not_separate.2" },
	{ "a reviewer decides", &permit, "accept:c decide:r", "flow_not_separate.2" },
	{ "who receives reviews", &permit, "accept:c review:c decide:a", "flow_not_separate.2" },
	{ "who decides receives", &permit, "accept:a decide:a", "flow_not_separate.1" },
	{ "the window hands out what was decided", &permit, "accept:c decide:a issue:c deliver:c", "" },
	{ "a review of the county before that of the city", &permit, "accept:c review:r:@990102 review:r decide:a",
	    "flow_first_review.2" },
	{ "a review of the county for the city to decide", &permit, "accept:c review:r:@990102 decide:a",
	    "flow_first_review.2" },
	{ "a review of a town for the county to decide", &permit,
	    "accept:c review:r:@990121100 decide:a:@990121", "flow_first_review.2" },
	{ "an opinion of the county is asked, not a review", &permit, "accept:c opinion:r:@990102 review:r decide:a", "" },
	{ "the county reviews and decides", &permit, "accept:c review:r:@990102 decide:a:@990102", "" },
	{ "side by side, neither is the first", &permit,
	    "accept:c review:r:n1:@990102 review:r:n1 decide:a:@990102:n2,3", "" },
	{ "a city reviews for the province: beyond the city", &permit, "accept:c review:r:@990100 decide:a:@990000", "" },
	{ "what calls itself a first review", &permit, "accept:c review:r:=材料初审 decide:a", "flow_first_review.2" },

	/* silence */
	{ "an opinion on a confirmation, silent for three days", &confirmation, "accept:c opinion:r:3d:s decide:a", "" },
	{ "a review is not given by silence", &confirmation, "accept:c review:r:3d:s decide:a", "flow_silence_kind.2" },
	{ "nor is a decision", &renewal, "accept:c decide:a:3d:s", "flow_silence_kind.2" },
	{ "silent since when?", &confirmation, "accept:c opinion:r:s decide:a", "flow_silence_no_limit.2" },
	{ "never for a permit not held before", &permit, "accept:c opinion:r:3d:s decide:a", "flow_silence_first.2" },
	{ "but for one that is renewed", &renewal, "accept:c opinion:r:3d:s decide:a", "" },

	/* how long */
	{ "one after another over the promise", &permit, "accept:c review:r:3d decide:a:3d", "steps_longer" },
	{ "acceptance is before the promise begins", &permit, "accept:c:5d review:r:3d decide:a:2d", "" },
	{ "and delivery after it is kept", &permit, "accept:c review:r:3d decide:a:2d issue:c:5d deliver:c:10d", "" },
	{ "side by side they take as long as the slowest", &permit,
	    "accept:c opinion:r:3d:n1 opinion:r:3d:n1 review:r:1d:n2,3 decide:a:1d", "" },
	{ "one branch of two is too long", &permit,
	    "accept:c opinion:r:1d:n1 opinion:r:4d:n1 review:r:1d:n2,3 decide:a:1d", "steps_longer branch_longer.3" },
	{ "a branch of two steps is named once, where it begins", &permit,
	    "accept:c opinion:r:1d:n1 visit:r:3d:n1 review:r:2d:n3 decide:a:1d:n2,4", "steps_longer branch_longer.3" },
	{ "the decision waits also for the branch it does not name", &permit,
	    "accept:c opinion:r:4d:n1 review:r:1d:n1 decide:a:2d", "steps_longer branch_longer.2" },
	{ "hours are not added to days", &permit, "accept:c review:r:5d visit:r:48h decide:a", "" },
};

static void
flows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		const char *found = faults(rows[i].guide, rows[i].flow);

		if (strcmp(found, rows[i].faults) != 0)
			fail_msg("%s: found \"%s\", expected \"%s\"", rows[i].why, found, rows[i].faults);
	}
}

/* Every check of a flow is found in the table: none is there in name only. */
static void
every_check_is_shown(void **state)
{
	static const enum guide_check elsewhere[] = { GUIDE_FLOW_LONG };

	(void)state;
	for (int c = GUIDE_STEPS_LONGER; c <= GUIDE_FLOW_SILENCE_FIRST; c++) {
		const char *name = guide_check_name((enum guide_check)c);
		bool shown = c == (int)elsewhere[0];

		for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
			shown = shown || strstr(rows[i].faults, name) != NULL;
		ROW(name, shown);
	}
}

static void
long_flows(void **state)
{
	char line[2048] = "accept:c";

	(void)state;
	assert_string_equal(faults(&permit, "accept:c decide:a"), "");
	for (int i = 2; i < FLOW_MOST; i++)
		strcat(line, " review:r");
	strcat(line, " decide:a");
	assert_string_equal(faults(&permit, line), "");
	strcat(line, " issue:c");
	assert_string_equal(faults(&permit, line), "flow_long");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(flows),
		cmocka_unit_test(every_check_is_shown),
		cmocka_unit_test(long_flows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
