/*
 * docs/steps.md is the step table as people read it: this prints it (with the argument "print") and, as a test,
 * holds the two together.
 */
#include "base/text.h"
#include "rules/steps.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char head[] =
    "# The steps of a case\n\n"
    "Made from the table in rules/steps.c by `tests/record/steps print`; a test holds them together.  Who receives does\n"
    "not decide and who decides does not receive.  An event that is not in the table is refused, with a reason.\n\n";

static void
diagram_add(struct text *t)
{
	text_add(t, "```mermaid\nstateDiagram-v2\n\t[*] --> draft\n");
	for (size_t i = 0; i < step_count; i++)
		if (!steps[i].refused && steps[i].from != steps[i].to)
			text_format(t, "\t%s --> %s: %s\n", state_name(steps[i].from), state_name(steps[i].to),
			    event_name(steps[i].event));
	for (int s = 0; s < STATE_COUNT; s++)
		if (!state_open((enum state)s))
			text_format(t, "\t%s --> [*]\n", state_name((enum state)s));
	text_add(t, "```\n\n");
}

static void
roles_add(struct text *t, unsigned roles)
{
	const char *between = "";

	for (unsigned bit = 0; bit < ROLE_COUNT; bit++) {
		if (!(roles & 1u << bit))
			continue;
		text_format(t, "%s%s", between, role_name(1u << bit));
		between = ", ";
	}
}

static void
table_add(struct text *t)
{
	text_add(t, "| from | event | by whom | to | needs a reason |\n|---|---|---|---|---|\n");
	for (size_t i = 0; i < step_count; i++) {
		if (steps[i].refused)
			continue;
		text_format(t, "| %s | %s | ", state_name(steps[i].from), event_name(steps[i].event));
		roles_add(t, steps[i].roles);
		text_format(t, " | %s | %s |\n", state_name(steps[i].to),
		    event_needs_reason(steps[i].event) ? "yes" : "");
	}
}

/* The document as it stands, "" when there is none. */
static char *
document(void)
{
	const char *source = getenv("YIMEN_SOURCE");
	static char file[64 * 1024];
	char path[4096];
	FILE *f;
	size_t n = 0;

	snprintf(path, sizeof path, "%s/docs/steps.md", source ? source : ".");
	f = fopen(path, "r");
	if (f) {
		n = fread(file, 1, sizeof file - 1, f);
		fclose(f);
	}
	file[n] = '\0';
	return file;
}

int
main(int argc, char **argv)
{
	struct text t;
	bool same;

	text_init(&t);
	text_add(&t, head);
	diagram_add(&t);
	table_add(&t);
	if (argc > 1 && text_is(argv[1], "print")) {
		fputs(t.start, stdout);
		text_free(&t);
		return 0;
	}
	same = strcmp(t.start, document()) == 0;
	text_free(&t);
	printf("1..1\n%s 1 - docs/steps.md tells of the table in rules/steps.c\n", same ? "ok" : "not ok");
	return same ? 0 : 1;
}
