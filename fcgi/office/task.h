/*
 * task.h - a task of a case as its pages see it, and what may be done to it by whom.
 *
 * A task belongs to one organ and one role.  Whoever sees the case may read it;
 * only who has that role in that organ may act on it, while it is open and the
 * case moves.  What was done in an earlier round is read and never changed.
 */
#ifndef OFFICE_TASK_H
#define OFFICE_TASK_H

#include "fcgi/office/office.h"
#include "record/case_flow.h"

enum { PEOPLE_MOST = 8, TASK_FILES_MOST = 10 };

struct task {
	struct case_row c;
	struct case_flow f;
	size_t at;			/* its place in the flow */
};

/* The case and the task named in the path; the case also under "case".  NULL: neither is there for this visitor. */
struct task *task_load(struct request *, struct page *);

/* REFUSED_NOT when this officer may do this event on the task now. */
enum refusal task_refuses(const struct request *, const struct task *, enum event);

const struct flow_step *task_step(const struct task *);
bool task_opines(const struct task *);		/* it ends in a verdict: it stands before the decision */

/* The parts of the page that are fields of its form: points.N, people.N (task_form.c). */
void task_form_into(struct request *, struct page *, const struct task *);

/* What was filled in beside the declared fields. */
struct task_parts {
	struct task_point { long long point; const char *answer, *remark; } *points;
	size_t point_count;
	struct task_person { const char *organ, *name, *part, *opinion; } people[PEOPLE_MOST];
	size_t person_count;
};

/* Reads and checks all of the form; false: form_error was called. */
bool task_parts_read(struct request *, struct page *, const struct task *, struct task_parts *);
/* Writes them under the round that is being ended. */
bool task_parts_write(struct request *, const struct task *, const struct task_parts *);

/* choices.target.N: the steps a case may be sent back to from a place. */
size_t targets_into(struct request *, struct page *, const struct case_flow *, size_t from);

#endif
