/*
 * clocks.h - the dates of a case as its pages show them: how each stands, and how it was computed.
 *
 * The same for the applicant, for staff, and for who asks by number and code:
 * nobody is shown another working than the one the case is held to.
 */
#ifndef WORKER_CLOCKS_H
#define WORKER_CLOCKS_H

#include "fcgi/worker/page.h"
#include "fcgi/worker/request.h"
#include "record/case_dates.h"

/* What the dates of a case follow from; false: no such case.  The caller has found out that the visitor may see it. */
bool clocks_terms(struct request *, uint64_t case_id, struct case_terms *);

/* The calendar its dates were computed with; today's when there are none yet. */
const struct calendar *clocks_calendar(struct request *, const struct case_terms *);

/* NAME.level and NAME.text for the macro due_tag; nothing without a due day. */
void clock_tag_into(struct request *, struct page *, const char *name, const struct case_clock *);

/* clocks.N.{key,due_on,due_at,paused,provisional,tag}, paused.{kind,since,until,over,text,until_text} while the case stands still;
 * how many clocks there are. */
size_t clocks_into(struct request *, struct page *, const struct case_terms *);

/* The same and its working: clocks.N.{from,limit_text,extended_text,moved,days,months,pauses}, calendar_text. */
size_t clocks_working_into(struct request *, struct page *, const struct case_terms *);

#endif
