/*
 * calendar.h - a notice of holidays becomes a version of the calendar.
 *
 * A version says all that the one before said, without what that said by the
 * same year's notice and without the days the new notice arranges, and the
 * notice itself; it settles the days up to arrangement_last.  A version that is
 * there is never changed: cases are bound to it.
 */
#ifndef RECORD_CALENDAR_H
#define RECORD_CALENDAR_H

#include "base/arena.h"
#include "base/db.h"
#include "rules/arrangement.h"
#include "rules/day.h"

/* In the caller's transaction.  The new version's number; 0 when last is not the newest any more, or the machine failed. */
long long calendar_version_add(struct db *, struct arena *, long long last, int year, const char *source,
    const struct arrangement *, instant now);

#endif
