/*
 * verify.c - walks the record of all cases, or of one, and names every fault.
 */
#include "ctl/ctl.h"

#include "base/text.h"
#include "record/verify.h"

#include <stdio.h>
#include <string.h>

static void
fault_print(void *arg, const struct record_finding *f)
{
	(void)arg;
	printf("case %s (%llu)", *f->number ? f->number : "without a number", (unsigned long long)f->case_id);
	if (f->position > 0)
		printf(", row %u", f->position);
	printf(": %s", record_fault_name(f->fault));
	if (*f->column)
		printf(": %s is \"%s\" and was set to \"%s\"", f->column, f->kept, f->told);
	putchar('\n');
}

int
verb_verify(struct ctl *ctl, int argc, char **argv)
{
	uint8_t machine[KEY_BYTES], key[KEY_BYTES];
	struct record_tally tally = { 0 };
	long long case_id = 0;
	char why[300];
	bool done;

	if (argc > 2 || (argc == 2 && !text_number(argv[1], 1, INT64_MAX, &case_id)))
		return CTL_USAGE;
	if (!key_load(machine, ctl->config.key_file, why, sizeof(why)))
		return ctl_fail("%s", why);
	key_for(key, machine, RECORD_KEY);
	explicit_bzero(machine, sizeof(machine));
	done = record_verify(ctl->db, key, (uint64_t)case_id, fault_print, NULL, &tally);
	explicit_bzero(key, sizeof(key));
	if (!done)
		return ctl_fail_db("verify", ctl->db);
	printf("%llu cases, %llu rows, %llu faults\n", tally.cases, tally.rows, tally.faults);
	return tally.faults > 0 ? CTL_FAILED : CTL_FINE;
}
