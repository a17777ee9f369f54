/* register.c - see register.h. */
#include "record/register.h"

#include "generated/queries/record.h"
#include "rules/window.h"

void
register_add(struct db *db, struct arena *arena, const struct case_act *act)
{
	enum register_way way = register_way(act->event);
	int year = day_civil(day_of_instant(act->at)).year;
	const char *organ = act->by.organ ? act->by.organ : "";
	struct query *q;

	if (way == REGISTER_NOT || act->nothing_handed)
		return;
	q = query_new(db, arena, Q_REGISTER_NEXT);
	query_number(q, "id", (long long)act->case_id);
	query_text(q, "organ", organ);
	query_number(q, "year", year);
	query_run(q);
	q = query_new(db, arena, Q_REGISTER_ADD);
	query_number(q, "id", (long long)act->case_id);
	query_text(q, "organ", organ);
	query_number(q, "year", year);
	query_text(q, "direction", register_way_name(way));
	query_text(q, "event", event_name(act->event));
	query_number(q, "account", (long long)act->by.account);
	query_text(q, "actor_kind", act->by.kind);
	query_text(q, "actor_name", act->by.name);
	query_instant(q, "at", act->at);
	query_run(q);
}
