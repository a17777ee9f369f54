#include "record/case_number.h"

#include "base/random.h"
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

const char *
case_number_area_of(const char *organ_code)
{
	return strlen(organ_code) == 18 ? organ_code + 2 : "";
}

bool
case_numbers_draw(struct db *db, struct arena *arena, const char *const areas[], const char *item_code,
    struct day filed_on, struct case_numbers *n)
{
	uint64_t bits;

	for (; *areas; areas++) {
		struct case_number first = { .filed_on = filed_on, .serial = 1 };
		char text[CASE_NUMBER_TEXT];

		snprintf(first.division, sizeof first.division, "%.6s", *areas);
		if (!case_number_print(&first, text))	/* a counter is not touched for a division that is none */
			continue;
		random_bytes(&bits, sizeof bits);
		query_code_print(bits, n->query_code);
		return case_numbers_take(db, arena, first.division, item_code, filed_on, n);
	}
	return false;
}
