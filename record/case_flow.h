/*
 * case_flow.h - the tasks of a case, kept by the rules of rules/flow.h.
 *
 * case_flow_begin writes a row of case_tasks for each task of the case's guide at
 * acceptance and opens the first; ending a task opens those that waited for it; the
 * decision opens what follows it.  Due dates run from the instant a task opened, by
 * the calendar, for the step's own limit; without one a task is due with the case.
 *
 * A guide without steps, or whose steps are the case's own acts, asks for nothing;
 * so does a case accepted before its tasks were kept.
 *
 * All of it happens in the caller's transaction, after case_act has moved the case
 * and so holds it: two colleagues never open or end the same task twice.
 */
#ifndef RECORD_CASE_FLOW_H
#define RECORD_CASE_FLOW_H

#include "record/case_act.h"
#include "rules/calendar.h"
#include "rules/deadline.h"
#include "rules/flow.h"

/* The latest round of a step's task; round 0: it has none. */
struct case_task {
	const char *name;
	instant opened_at;
	struct day due_on;
	uint64_t claimed_by;
	long long version;
};

struct case_flow {
	uint64_t case_id;
	enum state state;		/* of the case, and its version */
	long long version;
	struct day due_on;
	struct flow flow;
	struct flow_progress progress;
	struct case_task tasks[FLOW_MOST];	/* beside flow.steps */
};

/* False: no such case, or its guide has no steps; then *f is a flow that asks for nothing. */
bool case_flow_load(struct db *, struct arena *, uint64_t case_id, struct case_flow *);

/* At acceptance, once the case's own dates are written. */
void case_flow_begin(struct db *, struct arena *, const struct calendar *, uint64_t case_id, instant at);
/* At the decision: opens what follows.  Of a denial nothing is issued: those tasks are skipped. */
void case_flow_decide(struct db *, struct arena *, const struct calendar *, uint64_t case_id, bool granted, instant at);
/* The case ended without a decision (case_act calls it). */
void case_flow_drop(struct db *, struct arena *, uint64_t case_id, instant at);

/* REFUSED_TASKS while tasks before the decision are to be done; after it, while those that follow it are. */
enum refusal case_flow_refuses(struct db *, struct arena *, uint64_t case_id);

/* What a task came to. */
struct task_end {
	enum task_state state;		/* done, skipped, deemed */
	long long version;		/* of the task, as its officer saw it */
	uint64_t account;
	const char *name;
	const char *verdict, *body, *reason;	/* "" for none */
};

/* Ends the open task at a place of the flow and opens what waited for it.  False: a colleague was faster. */
bool case_flow_end(struct db *, struct arena *, const struct calendar *, struct case_flow *, size_t at,
    const struct task_end *, instant now);

/* Sends the case back from the step at one place to that at another, which flow_back_to allowed: rounds begun anew,
 * the first of them opened.  version: of the sender's task as seen, 0 when the decision sends it.  False: a colleague
 * was faster. */
bool case_flow_back(struct db *, struct arena *, const struct calendar *, struct case_flow *, size_t from,
    size_t target, const struct task_end *, instant now);

/* Days given back: dates of the open tasks computed anew.  Pauses as deadline.h has them. */
void case_flow_dates(struct db *, struct arena *, const struct calendar *, uint64_t case_id,
    const struct deadline_pause *, size_t pause_count);

/* ---- the clock's: 超时默许 ---- */

struct silence {
	uint64_t case_id;
	int position;
};

/* Opinions that were due before today where silence consents; at most room, the longest due first. */
size_t case_flow_silences(struct db *, struct arena *, struct day today, struct silence *, size_t room);

/* Deems one consented to, with its event, and opens what waited for it.  False, and nothing written: it is so no
 * longer (given meanwhile, the case stands still, not due).  The caller commits, and tells by case_tell(*act). */
bool case_flow_deem(struct db *, struct arena *, const uint8_t key[KEY_BYTES], const struct calendar *,
    const struct silence *, instant now, struct case_act *act);

#endif
