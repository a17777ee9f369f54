/* enquiry_number.c - see enquiry_number.h. */
#include "record/enquiry_number.h"

#include "base/arena.h"
#include "base/random.h"
#include "generated/queries/record.h"

bool
enquiry_number_draw(struct db *db, struct arena *arena, struct day asked_on, struct enquiry_number *n)
{
	char day[DAY_TEXT];
	struct query *q = query_new(db, arena, Q_CASE_COUNTER_NEXT);
	uint64_t bits;

	query_text(q, "name", arena_format(arena, "enquiry:%s", day_print(asked_on, day)));
	if (query_run(q) <= 0)
		return false;
	random_bytes(&bits, sizeof(bits));
	query_code_print(bits, n->query_code);
	return enquiry_number_print(asked_on, (int)query_id(q), n->number);
}
