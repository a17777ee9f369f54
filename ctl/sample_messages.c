/*
 * sample_messages.c - what the applicants of the sample were told in the last weeks.
 *
 * Messages are written by the acts themselves, as the programs write them;
 * afterwards they are as old ones are: sent, read but for the newest, and one
 * short message at each desk could not be delivered.  None waits, or yimen-clock
 * would send it to a number that nobody has.
 */
#include "ctl/sample_cases.h"

#include "generated/queries/ctl.h"
#include "record/case_tell.h"
#include "record/licence.h"
#include "record/paper.h"

enum { TOLD_DAYS = 30, UNREAD_DAYS = 4 };

void
sample_tell(struct making *m, const struct case_act *act)
{
	if (act->at >= m->ctl->now - TOLD_DAYS * 24 * HOUR)
		case_tell(m->db, m->once, m->key, act);
	else {
		paper_tell(m->db, m->once, m->key, act);
		licence_tell(m->db, m->once, act);
	}
}

void
sample_messages_settle(struct making *m)
{
	struct query *q = sample_ask(m, Q_SAMPLE_MESSAGES_READ);

	query_instant(q, "before", m->ctl->now - UNREAD_DAYS * 24 * HOUR);
	query_run(q);
	query_run(sample_ask(m, Q_SAMPLE_MESSAGES_SENT));
	query_run(sample_ask(m, Q_SAMPLE_MESSAGES_FAILED));
}
