/*
 * recompute.h - a new notice of holidays moves the dates of open cases, and says so.
 *
 * A version of the calendar is looked through once: every case that still has
 * something to keep is computed anew, and where a date moves, or one that was
 * provisional is so no more, the case has the event "recompute" with the dates
 * before and after, by the clock, and those concerned are told.  Other cases
 * are left alone, and what has been decided keeps the dates it was held to.
 *
 * Each case is a transaction of its own, and what was done is not done again:
 * it may be cut off at any point, run late or twice.
 */
#ifndef RECORD_RECOMPUTE_H
#define RECORD_RECOMPUTE_H

#include "record/case_dates.h"

/* One case, in the caller's transaction, with this calendar; false when nothing moves, or a colleague was faster.
 * reason: for the record, in Chinese. */
bool recompute_case(struct db *, struct arena *, const uint8_t key[KEY_BYTES], const struct calendar *,
    uint64_t case_id, const char *reason, instant now);

/* All open cases under the newest calendar, once a version; again: even if they were looked through before.  How many
 * moved; -1: the machine failed, and the rest waits for the next time. */
long long recompute_all(struct db *, const uint8_t key[KEY_BYTES], const char *reason, instant now, bool again);

#endif
