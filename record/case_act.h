/*
 * case_act.h - the one way to move a case.
 *
 * case_act asks the step table, moves the case only from the state and version
 * the visitor saw, and adds the row of its record and, where something comes in
 * or goes out, its line in the register, all in the caller's transaction.  What else an event sets (acceptance dates, a decision, an
 * opinion) the caller writes after ACT_DONE in the same transaction, by
 * statements of its own that name the case by id: the row is held by then.
 *
 *	switch (case_act(rq->db, rq->arena, key, &act, &refused)) {
 *	case ACT_CONFLICT: return REPLY_CONFLICT;
 *	case ACT_REFUSED:  return page_refuse(page, refusal_name(refused));
 *	case ACT_DONE:     break;
 *	}
 *
 * A decision is refused while steps of the case's flow are to be done before it,
 * closing while those that follow it are (case_flow.h); closing, sending and delivering what was granted while a fee
 * is unpaid (fee.h).
 *
 * It knows nothing of organs and owners: that the case is the visitor's to see
 * is the caller's to check, before.
 */
#ifndef RECORD_CASE_ACT_H
#define RECORD_CASE_ACT_H

#include "record/record.h"

enum act { ACT_DONE, ACT_REFUSED, ACT_CONFLICT };

struct case_act {
	uint64_t case_id;
	enum state was;			/* as loaded in this transaction */
	long long version;		/* as the form carried it: what the visitor saw */
	enum event event;
	struct actor by;
	instant at;
	const char *reason;		/* NULL or "": none; some events need one */
	const char *detail;		/* NULL or "": none */
	bool nothing_handed;		/* a word only: no line in the register (register.h) */
};

/* *refused says why when ACT_REFUSED.  ACT_CONFLICT: the case has moved since the visitor saw it. */
enum act case_act(struct db *, struct arena *, const uint8_t key[KEY_BYTES], const struct case_act *,
    enum refusal *refused);

#endif
