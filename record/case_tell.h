/*
 * case_tell.h - what people are given and told when an act is done.
 *
 * Called once an act, after case_act and after everything the act sets has been
 * written, in the same transaction: the paper of the event is issued from the
 * case as it now stands, what is granted comes to be held (licence.h), and the messages about it are put into the outbox.  So
 * nothing is told that was not done, and nothing done goes untold.
 *
 * Which paper and which message an event has is a table of rules/; an event that
 * has neither costs nothing.
 */
#ifndef RECORD_CASE_TELL_H
#define RECORD_CASE_TELL_H

#include "record/case_act.h"

void case_tell(struct db *, struct arena *, const uint8_t key[KEY_BYTES], const struct case_act *);

#endif
