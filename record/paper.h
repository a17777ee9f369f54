/*
 * paper.h - issuing the numbered papers of a case, in the transaction of the act.
 *
 * A paper is a row: its kind, document number, code, and every fact printed on
 * it, frozen as JSON, so that it reads the same for ever whatever becomes of the
 * case.  A keyed sum (of RECORD_KEY) over all of it tells a row that was
 * written elsewhere or changed.  yimen-papers draws it, yimen-public verifies it.
 *
 * An act whose papers cannot be issued fails as a whole.
 */
#ifndef RECORD_PAPER_H
#define RECORD_PAPER_H

#include "record/case_act.h"
#include "rules/paper.h"

/* Issues what rules/paper.h's table has for the act, from the case as it now stands; recalls the papers of an
 * application that is taken back. */
void paper_tell(struct db *, struct arena *, const uint8_t key[KEY_BYTES], const struct case_act *);

/* To be called by whoever else changes a paper: renews the list a look-up shows (cases.paper_list). */
void paper_list_renew(struct db *, struct arena *, uint64_t case_id);

/* A row of Q_PAPER_VERIFY: is it as it was issued? */
bool paper_intact(const struct query *, const uint8_t key[KEY_BYTES]);

#endif
