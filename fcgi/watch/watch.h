/*
 * watch.h - what the pages of supervision and of figures share.
 *
 * Supervisors and leaders see the cases of their own area and below, whichever
 * organ's they are, and act on none: this program's account may not change a case.
 * What they may change is their own: cards, work orders, letters.
 */
#ifndef WATCH_WATCH_H
#define WATCH_WATCH_H

#include "fcgi/worker/page.h"
#include "fcgi/worker/reply.h"
#include "fcgi/worker/request.h"
#include "rules/steps.h"

#define SUPERVISOR	((unsigned)ROLE_SUPERVISOR)
#define WATCHERS	(SUPERVISOR | (unsigned)ROLE_LEADER)

/* The pattern a division code is LIKE when it lies within the officer's own area: "9901%"; nothing is LIKE "" . */
const char *watch_area(struct request *);

#endif
