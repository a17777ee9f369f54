/*
 * lapse.h - what silence does, and from when.
 *
 * The administration's: whoever is not told within five working days what is
 * missing is accepted, from the day the application was received (Licensing
 * Law 32).  The applicant's: a list never answered takes the application back,
 * a supplement that never came ends the case.
 *
 * A last day that falls on a rest day holds through the next working day
 * (Civil Code 203).  On its last day nothing has lapsed yet.
 *
 * Pure: no clock, no database, no memory.
 */
#ifndef RULES_LAPSE_H
#define RULES_LAPSE_H

#include "rules/calendar.h"

/* The last day is over. */
bool lapsed(const struct calendar *, struct day last_on, struct day today);

/* When the application lay there whole: as it was filed, or as its last correction was answered. */
instant lapse_received_at(instant submitted_at, instant answered_at);

#endif
