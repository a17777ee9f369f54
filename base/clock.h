/*
 * clock.h - the one place that asks what time it is.
 *
 * Each program asks once for each request or run; everything below is told.
 * The setting fixed_now makes the clock stand, for tests: at a moment, or at
 * the one a file holds (so that a test can let time pass).
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include "base/config.h"
#include "rules/day.h"

instant clock_now(const struct config *);

#endif
