/*
 * supervision.h - cards and what was done to them, as the supervisor and the organ both see them.
 *
 * The same words and the same evidence on either side: nobody answers to
 * something other than what was found.
 */
#ifndef WORKER_SUPERVISION_H
#define WORKER_SUPERVISION_H

#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "rules/watch.h"

/* A row of cards under name: all its columns, and
 *	number, rule_text	W07 and its name	shown	the case's number in groups
 *	colour_level		near, over or ""	title	of the case, or of the guide
 *	reply_due.{level,text}	while a reply is owed
 * Columns: id, rule, colour, state, case_id, number, title, title_en, reply_by_on. */
void card_row_into(struct request *, struct page *, const char *name, const struct query *);

/* The card of one page, as above, and what it was judged by: evidence_text in words, article, remedy, answerer.
 * Columns besides: evidence, made_on, due_on, given_on, organ_name. */
void card_into(struct request *, struct page *, const char *name, const struct query *);

/* Its evidence alone, a finished sentence. */
const char *card_evidence(struct request *, struct page *, const struct query *);

struct watch_card card_of(const struct query *);	/* state, colour, appealed_at, appeal_by_on */

/* events.N of the macro timeline: what was done to a card, an order or a letter. */
void watch_acts_into(struct request *, struct page *, const char *subject, long long id);

/* Notes an act, after the subject was changed by its version.  line 0: none. */
void watch_act_note(struct request *, const char *subject, long long id, const char *act, long long line,
    const char *note);

#endif
