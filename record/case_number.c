#include "record/case_number.h"

#include "generated/queries/record.h"

#include <stdio.h>
#include <string.h>

static long long
counter_next(struct db *db, struct arena *arena, const char *what, const char *of, struct day on)
{
	char day[DAY_TEXT];
	const char *name = arena_format(arena, "%s:%s:%s", what, of, day_print(on, day));
	struct query *q = query_new(db, arena, Q_CASE_COUNTER_NEXT);

	query_text(q, "name", name);
	return query_run(q) > 0 ? (long long)query_id(q) : 0;
}

bool
case_numbers_take(struct db *db, struct arena *arena, const char *division, const char *item_code, struct day filed_on,
    struct case_numbers *n)
{
	struct case_number number = { .filed_on = filed_on };
	struct exchange_number exchange = { .filed_on = filed_on };

	snprintf(number.division, sizeof number.division, "%.6s", division);
	number.serial = (int)counter_next(db, arena, "case", number.division, filed_on);
	n->exchange[0] = '\0';
	if (strlen(item_code) == sizeof exchange.item - 1) {
		memcpy(exchange.item, item_code, sizeof exchange.item);
		exchange.serial = (int)counter_next(db, arena, "exchange", item_code, filed_on);
		exchange_number_print(&exchange, n->exchange);
	}
	return case_number_print(&number, n->number) && db_failed(db) == DB_FINE;
}
