/* lapse.c - see lapse.h. */
#include "rules/lapse.h"

bool
lapsed(const struct calendar *cal, struct day last_on, struct day today)
{
	return day_known(last_on) && day_known(today) && day_before(calendar_roll(cal, last_on), today);
}

instant
lapse_received_at(instant submitted_at, instant answered_at)
{
	return answered_at > submitted_at ? answered_at : submitted_at;	/* INSTANT_NONE is the least */
}
