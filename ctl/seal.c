/*
 * seal.c - seals what was recorded and publishes the heads of days, by hand: what yimen-clock does by itself.
 */
#include "ctl/ctl.h"

#include "record/seal.h"

#include <stdio.h>

int
ctl_seal(struct ctl *ctl)
{
	long long sealed = 0;
	int n, days;

	while ((n = record_seal(ctl->db, ctl->arena, ctl->now)) > 0) {
		sealed += n;
		arena_reset(ctl->arena);
	}
	days = n < 0 ? -1 : record_publish_heads(ctl->db, ctl->arena, day_of_instant(ctl->now), ctl->now);
	if (days < 0)
		return ctl_fail_db("seal", ctl->db);
	printf("%lld events sealed, %d heads published\n", sealed, days);
	return CTL_FINE;
}

int
verb_seal(struct ctl *ctl, int argc, char **argv)
{
	(void)argv;
	return argc == 1 ? ctl_seal(ctl) : CTL_USAGE;
}
