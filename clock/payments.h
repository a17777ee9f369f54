/*
 * payments.h - where payments come from.
 *
 * A gateway gives the bank's word, a file of rows at a time.  A file that was read is known by its content, and so is
 * read once however often it is given; a row is known by the bank's serial.  The house ships one gateway, a folder into
 * which the bank's files are put (payments_dir of yimen.conf).  Another - a bank's own protocol - is another row of
 * gateways in payments.c, and nothing else changes.
 *
 * A file is CSV in UTF-8: slip number, amount in yuan, paid at (2026-11-24 10:12:30), the bank's serial.  A first line
 * of headings is passed over.
 */
#ifndef CLOCK_PAYMENTS_H
#define CLOCK_PAYMENTS_H

#include "clock/clock.h"
#include "base/text.h"

struct payment_gateway {
	const char *name;
	/* Is it set up? */
	bool (*ready)(const struct config *);
	/* The next file, its name in the arena of the duty; false when there is none. *failed: it could not be looked at. */
	bool (*next)(struct clock *, const char **name, struct text *bytes, bool *failed);
	/* All of its rows are in the tables: it is not given again. */
	bool (*done)(struct clock *, const char *name);
};

extern const struct payment_gateway payment_folder;

#endif
