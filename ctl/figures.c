/*
 * figures.c - the figures made anew from the cases, and held against what is kept.
 */
#include "ctl/ctl.h"

#include "base/text.h"
#include "generated/queries/figures.h"
#include "record/figures.h"
#include "rules/calendar.h"

#include <stdio.h>

struct rebuilding {
	struct ctl *ctl;
	long long counted;
};

static bool
rebuild(struct db *db, void *arg)
{
	struct rebuilding *r = arg;
	struct calendar cal = calendar_state_on(day_of_instant(r->ctl->now));

	r->counted = figures_rebuild(db, r->ctl->arena, &cal);
	return db_failed(db) == DB_FINE;
}

int
ctl_figures(struct ctl *ctl)
{
	struct rebuilding r = { ctl, 0 };
	int status;

	db_patient(ctl->db);
	status = ctl_transaction(ctl, "figures", rebuild, &r);
	if (status == CTL_FINE)
		printf("figures of %lld cases\n", r.counted);
	return status;
}

/* Do the sums say what the facts say? */
static int
check(struct ctl *ctl)
{
	static const char *const kinds[] = { "everywhere", "received", "ended", "late", "taken" };
	struct query *q = query_new(ctl->db, ctl->arena, Q_FIGURE_SUMS_DIFFER);
	bool fine = true;

	if (!query_next(q))
		return ctl_fail_db("figures", ctl->db);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
		long long kept = query_get_number(q, kinds[i]);
		long long facts = query_get_number(q, arena_format(ctl->arena, "%s_facts", kinds[i]));

		printf("%-10s %lld by the sums, %lld by the cases\n", kinds[i], kept, facts);
		fine = fine && kept == facts;
	}
	return fine ? CTL_FINE : ctl_fail("the sums are not what the cases say: run yimenctl figures rebuild");
}

/* Every sum, a line each: taken before and after `rebuild`, the two are the same. */
static int
dump(struct ctl *ctl)
{
	struct query *q = query_new(ctl->db, ctl->arena, Q_FIGURE_SUMS_ALL);

	while (query_next(q)) {
		for (size_t i = 0; i < query_columns(q); i++)
			printf("%s%s", i > 0 ? "\t" : "", query_get(q, query_column(q, i)));
		puts("");
	}
	return db_failed(ctl->db) == DB_FINE ? CTL_FINE : ctl_fail_db("figures", ctl->db);
}

int
verb_figures(struct ctl *ctl, int argc, char **argv)
{
	if (argc != 2)
		return CTL_USAGE;
	if (text_is(argv[1], "rebuild"))
		return ctl_figures(ctl);
	db_ready(ctl->db);
	if (text_is(argv[1], "check"))
		return check(ctl);
	return text_is(argv[1], "dump") ? dump(ctl) : CTL_USAGE;
}
