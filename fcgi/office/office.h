/*
 * office.h - what the pages of an officer share.
 *
 * An officer sees the cases of the own organ, and those in which it was asked for a
 * step, while and after it has one.  case_load is the only door to a case; any other
 * case, a draft and a number never given are one and the same answer, 404.
 * case_step refuses acts on another organ's case but those of tasks, and of who supervises what was granted.
 */
#ifndef OFFICE_OFFICE_H
#define OFFICE_OFFICE_H

#include "fcgi/worker/page.h"
#include "fcgi/worker/reply.h"
#include "fcgi/worker/request.h"
#include "record/case_dates.h"
#include "record/case_tell.h"
#include "rules/deadline.h"
#include "rules/steps.h"

#include <stdbool.h>
#include <stdint.h>

#define CASE_HANDLERS	((unsigned)(ROLE_CLERK | ROLE_REVIEWER | ROLE_APPROVER))
/* The head of the organ reads its cases, and extends their limits. */
#define CASE_READERS	(CASE_HANDLERS | (unsigned)ROLE_LEADER)

/* What rules and handlers read of a case; its page reads the columns under "case". */
struct case_row {
	uint64_t id;
	const char *number;
	enum state state;
	long long version;
	bool own;			/* its organ decides; others see it, and do the step they were asked for */
	uint64_t item_version;
	const char *item_kind;
	unsigned calendar;		/* 0: no date is fixed yet */
	uint64_t claimed_by;
	struct limit promised, statutory;
	instant submitted_at, answered_at, asked_at, accepted_at, decided_at;
	struct day promised_on, statutory_on, due_on;
	bool extended;			/* its limit has been, once */
	bool waits;			/* tasks of its flow come before the next act: set by flow_into */
	bool nothing_handed;		/* the act is a word only: see case_act.h */
	struct case_act act;		/* what case_step did, told by case_go */
};

/* The case named in the path, if it is this organ's; also filled under "case". */
bool case_load(struct request *, struct page *, struct case_row *);

/* A date as the row of a list knows it. */
struct clock {
	const struct calendar *calendar;
	struct day from, due;
	bool paused;
};

/* NAME.level and NAME.text for the macro due_tag; nothing without a due day. */
void due_into(struct request *, struct page *, const char *name, const struct clock *);

/* case.c */
/* All that the template office/case.cs reads. */
void case_into(struct request *, struct page *, struct case_row *);
/* Inbox, case and, unless NULL, a page about it. */
void case_crumbs(struct page *, const char *last);
enum reply case_show(struct request *, struct page *);
enum reply case_file(struct request *, struct page *);
/* materials.N, with files under each; how many materials there are. */
size_t materials_into(struct request *, struct page *, const struct case_row *);
/* corrections.N with lines: every list that was asked for. */
void corrections_into(struct request *, struct page *, const struct case_row *);
/* clock.c */
enum reply case_due(struct request *, struct page *);
/* inbox.c */
/* A pattern for LIKE: what is typed stands anywhere, and is no pattern of its own. */
const char *like_anywhere(struct request *, const char *typed);
enum reply inbox_show(struct request *, struct page *);
/* The tabs of the desks, with what waits at each. */
void inbox_tabs(struct request *, struct page *, const char *current);
/* The roles in which this officer handles cases, commas between. */
const char *own_roles(struct request *);
/* act.c: the acts done from the case page by one button */
enum reply case_claim(struct request *, struct page *);
enum reply case_start_review(struct request *, struct page *);
enum reply case_close(struct request *, struct page *);
/* … and those with a form of their own: act_show draws it */
enum reply act_show(struct request *, struct page *);
enum reply case_refuse(struct request *, struct page *);
enum reply case_opinion(struct request *, struct page *);
enum reply case_grant(struct request *, struct page *);
enum reply case_deny(struct request *, struct page *);
enum reply case_hand_over(struct request *, struct page *);
/* correct.c: the one-time list of what is missing */
enum reply correct_show(struct request *, struct page *);
enum reply case_ask_correction(struct request *, struct page *);

/* pause.c: special procedures, and back to the review */
extern const struct form suspend_form, resume_form;
enum reply suspend_show(struct request *, struct page *);
enum reply case_suspend(struct request *, struct page *);
enum reply resume_show(struct request *, struct page *);
enum reply case_resume(struct request *, struct page *);
/* extend.c: by the head of the organ */
extern const struct form extend_form;
extern const struct form recall_form;
enum reply extend_show(struct request *, struct page *);
enum reply case_extend(struct request *, struct page *);
/* task_flow.c: the flow of a case, as a picture and as a list */
void flow_into(struct request *, struct page *, struct case_row *);
/* task.c, task_act.c, task_desk.c: the steps of a flow, as tasks of an organ and a role */
enum reply tasks_show(struct request *, struct page *);
enum reply task_show(struct request *, struct page *);
enum reply task_file(struct request *, struct page *);
enum reply task_claim(struct request *, struct page *);
enum reply task_do(struct request *, struct page *);
enum reply task_skip(struct request *, struct page *);
enum reply task_send_back(struct request *, struct page *);
enum reply decision_back_show(struct request *, struct page *);
enum reply decision_send_back(struct request *, struct page *);

/* recall.c: papers issued by mistake */
enum reply recall_show(struct request *, struct page *);
enum reply paper_recall(struct request *, struct page *);
/* papers.N.recall_url, where this colleague may */
void recall_links_into(struct request *, struct page *, const struct case_row *);

/* outbox.c: messages to oneself, and those of the organ's cases that wait or failed */
enum reply messages_show(struct request *, struct page *);
enum reply messages_read(struct request *, struct page *);
enum reply outbox_show(struct request *, struct page *);
enum reply outbox_again(struct request *, struct page *);
enum reply outbox_retry(struct request *, struct page *);
/* claims.c */
extern const struct form claims_form;
enum reply claims_show(struct request *, struct page *);
enum reply claim_give(struct request *, struct page *);
/* reminder.c */
extern const struct form reminder_form;
/* Whether the visitor keeps what is of every area; who.whole, by which the frame shows it. */
bool reminders_kept(struct request *, struct page *);
enum reply reminders_show(struct request *, struct page *);
enum reply reminder_show(struct request *, struct page *);
enum reply reminder_save(struct request *, struct page *);
/* messages: what was told about a case */
void case_messages_into(struct request *, struct page *, const struct case_row *);

/* The step that every act takes first: judged by the table, moved from what the officer saw, recorded.
 * False when it was not done: return *reply. */
bool case_step(struct request *, struct page *, struct case_row *, enum event, const char *reason,
    const char *detail, enum reply *reply);
/* The same from a version loaded in this transaction, where what the officer saw is guarded by a row of its own. */
bool case_step_from(struct request *, struct page *, struct case_row *, enum event, long long version, const char *reason,
    const char *detail, enum reply *reply);
/* The end of every act, after all it sets is written: tells those concerned. */
void case_told(struct request *, const struct case_row *);
/* The same, then goes back to the case, saying words.done[code]. */
enum reply case_go(struct request *, struct page *, const struct case_row *, const char *code);
/* False when the table does not allow this event (any more): the case page is drawn instead, with the reason. */
bool act_allowed(struct request *, struct page *, struct case_row *, enum event);

#endif
