/*
 * licence.h - the result register, kept in the transaction of the act.
 *
 * What an item's guide says to result from a grant is held by its applicant
 * from then on: a row of licences, written when the case is granted, or, where
 * the flow has steps that issue it, when the last of them is done.  case_tell
 * calls licence_tell after the act's paper is there.
 *
 * The approver says how long it holds: "valid_from", "valid_to" ("" for
 * long-term) of the detail of the grant.  Where the grant does not say, the guide
 * does (rules/licence.h); where neither does, it is long-term.
 *
 * A result of the same kind that was handed in with the application is
 * superseded: the new one carries its serial and the next edition.
 *
 * When an application is filed, each licence it relies on has a row of its history.
 */
#ifndef RECORD_LICENCE_H
#define RECORD_LICENCE_H

#include "record/case_act.h"
#include "rules/licence.h"

/* Holds what the act makes it hold; nothing for other acts. */
void licence_tell(struct db *, struct arena *, const struct case_act *);

/* A row of its history. */
struct licence_act {
	uint64_t licence_id, case_id;	/* case_id 0: none */
	const char *act;		/* licence_acts.act */
	struct actor by;
	instant at;
	const char *reason;		/* NULL: none */
};
void licence_note(struct db *, struct arena *, const struct licence_act *);

/* The state, days and holder of a row that has these columns. */
struct licence licence_read(const struct query *);

/* ---- reuse: what the holder has takes a material's place ---- */

/* Chooses, for each material of a draft for which nothing is given, the licence of its applicant that the guide says
 * takes its place and that holds today. */
void licence_choose(struct db *, struct arena *, uint64_t case_id, struct day today);

/* LICENCE_STANDS when every licence the draft relies on may be used today; else why the first may not. */
enum licence_standing licence_uses(struct db *, struct arena *, uint64_t case_id, struct day today);
#endif
