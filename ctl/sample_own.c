/* sample_own.c - who lets whom act for them in the sample, each with its history. */
#include "ctl/sample_own.h"

#include "base/text.h"
#include "ctl/tsv.h"
#include "generated/queries/ctl.h"

#include <string.h>

/* Steps were taken a day after each other, the last one yesterday. */
static void
steps_add(struct ctl *ctl, struct db *db, long long delegation, const char *steps)
{
	size_t count = 1, position = 0;

	for (const char *at = steps; *at != '\0'; at++)
		count += *at == ' ';
	while (*steps != '\0') {
		size_t bytes = strcspn(steps, " "), event = strcspn(steps, ":");
		struct query *q = query_new(db, ctl->arena, Q_SAMPLE_DELEGATION_EVENT);

		query_number(q, "id", delegation);
		query_number(q, "position", (long long)++position);
		query_instant(q, "now", ctl->now - (instant)(count - position + 1) * 24 * HOUR);
		query_text(q, "event", arena_text_n(ctl->arena, steps, event));
		query_text(q, "login", arena_text_n(ctl->arena, steps + event + 1, bytes - event - 1));
		query_run(q);
		steps += bytes + (steps[bytes] == ' ');
	}
}

static bool
delegation_load(struct ctl *ctl, struct db *db, const struct tsv *t)
{
	static const char *const columns[] = { "holder", "delegate", "office", "state", "scope", "ends_in" };
	struct query *q = query_new(db, ctl->arena, Q_SAMPLE_DELEGATION_ADD);

	for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
		query_text(q, columns[i], tsv_get(t, columns[i]));
	query_instant(q, "now", ctl->now);
	if (query_run(q) != 1)
		return false;
	steps_add(ctl, db, (long long)query_id(q), tsv_get(t, "steps"));
	return true;
}

bool
sample_own(struct ctl *ctl, struct db *db, const char *dir)
{
	const char *path = arena_format(ctl->arena, "%s/delegations.tsv", dir);
	char *text = ctl_file(ctl, path, NULL);
	struct tsv t;

	if (text == NULL)
		return false;
	tsv_open(&t, path, text);
	while (tsv_next(&t))
		if (!delegation_load(ctl, db, &t)) {
			ctl_fail("%s:%zu: nobody of these names", path, t.line);
			return false;
		}
	return t.why == NULL;
}
