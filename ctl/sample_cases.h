/*
 * sample_cases.h - the cases of the sample: some hundreds, in every state, over the months before today.
 *
 * Everything is drawn from dice with a fixed seed, so that two loads at the
 * same instant make the same cases.  First all acts are planned (sample_plan.c),
 * then they are done in the order of their times, each by the step table and
 * with its row of the record, as the programs would have done them.
 */
#ifndef CTL_SAMPLE_CASES_H
#define CTL_SAMPLE_CASES_H

#include "ctl/ctl.h"
#include "record/case_act.h"
#include "record/case_dates.h"
#include "record/record.h"
#include "rules/number.h"
#include "rules/steps.h"

/* ---- dice ---- */

struct dice {
	uint64_t state;
};

uint32_t dice_below(struct dice *, uint32_t n);			/* 0 … n-1; 0 for n = 0 */
int dice_between(struct dice *, int least, int most);
bool dice_percent(struct dice *, int percent);

/* ---- what there is ---- */

struct sample_person {		/* an applicant or a colleague */
	uint64_t id;
	bool enterprise;
	unsigned roles;		/* colleagues */
	const char *name, *organ, *area, *number, *legal, *phone, *address;
};

struct sample_material {
	long long position;
	const char *name, *form, *necessity;
	bool promise, may_lack;
	bool shared;		/* nobody brings it, and nobody is asked for it */
};

struct sample_field {
	const char *name, *label, *kind, *choices;
	bool required;
	long long max;		/* characters; 0: no limit */
};

struct sample_item {
	const char *code, *title, *kind, *organ, *area, *outcome;
	uint64_t version;
	bool person, enterprise, charged;
	struct limit promised, statutory;
	struct sample_material *materials;
	size_t material_count;
	struct sample_field *fields;
	size_t field_count;
	const char *scope, *promise;	/* how far from its organ it may be handed in; the words of a promise, "" for none */
	int lacking_days;		/* within which what lacks must come; 0: nothing may */
	long long lack;			/* the material that may; 0: none */
	const struct sample_person *clerk, *reviewer, *approver;
	const struct sample_person *leader, *window;	/* a clerk of another organ who may take it in; each NULL: nobody */
};

/* ---- the plan ---- */

enum { SAMPLE_PAUSES_MOST = 2 };

struct sample_case {
	const struct sample_item *item;
	const struct sample_person *applicant;
	enum state state;
	uint64_t id;
	long long version;
	const char *number, *exchange, *query_code;
	instant saved_at, submitted_at, accepted_at, decided_at, closed_at, delivered_at, promised_at, statutory_at;
	struct day promised_on, statutory_on, due_on, answer_by_on;
	uint64_t claimed_by;
	const char *decision_reason, *outcome_number, *delivery;
	struct deadline_pause pauses[SAMPLE_PAUSES_MOST];
	size_t pause_count;
	int round, opinions;
	bool agreed;		/* what the reviewer thought */
	bool old;		/* of the years before: see sample_history.c */
	const struct sample_person *receiver;	/* who took it in at a window; NULL: filed online */
	bool lacks;		/* it is accepted with a material promised … */
	struct day bring_on;	/* … by this day */
	int extended_days;
	instant last_at;	/* of the last act done */
};

enum { ACT_MADE = -1 };		/* the draft begins: no event of the record */

struct sample_act {
	size_t which;		/* the case */
	int event;		/* enum event or ACT_MADE */
	instant at;
	size_t order;		/* among acts of one instant */
	const struct sample_person *by;		/* NULL: the clock */
};

struct sample_plan {
	struct sample_case *cases;
	size_t case_count;
	struct sample_act *acts;
	size_t act_count;
};

/* items: those with a clerk, a reviewer and an approver. */
void sample_plan(struct sample_plan *, struct arena *, struct dice *, const struct calendar *, instant now,
    const struct sample_item *items, size_t item_count, const struct sample_person *people, size_t person_count);

/* The same of two years up to some months ago, all of them over. */
void sample_plan_old(struct sample_plan *, struct arena *, struct dice *, const struct calendar *, instant now,
    const struct sample_item *items, size_t item_count, const struct sample_person *people, size_t person_count);

/* ---- words ---- */

struct sample_words;

/* sql/sample/answers.tsv; NULL after a sentence on stderr. */
struct sample_words *sample_words_load(struct ctl *, struct arena *, const char *dir);
/* One of the values under a kind and a name, "" when there is none. */
const char *sample_words_pick(const struct sample_words *, struct dice *, const char *kind, const char *name);
/* The value of the first row of this kind whose name stands in text; rows of the name "*" suit any. */
const char *sample_words_match(const struct sample_words *, struct dice *, const char *kind, const char *text);
/* A plausible answer; "" for a question left open. */
const char *sample_answer(const struct sample_words *, struct arena *, struct dice *, const struct sample_field *,
    const struct sample_person *applicant, struct day on);

/* ---- making ---- */

struct making {
	struct ctl *ctl;
	struct db *db;
	struct arena *arena;		/* the plan: until all is done */
	struct arena *once;		/* one act */
	struct dice dice;
	const struct calendar *cal;
	const struct sample_words *words;
	uint8_t key[KEY_BYTES];
	struct sample_person *citizens, *colleagues;
	size_t citizen_count, colleague_count;
	struct sample_item *items;
	size_t item_count;
	struct sample_plan plan;
	char (*stored)[65];		/* sums of the files this load has stored: most are given many times */
	size_t stored_count;
	size_t notes;			/* broken promises noted */
};

static inline struct query *
sample_ask(struct making *m, const struct statement *s)
{
	return query_new(m->db, m->once, s);
}

struct sample_file {
	const char *name, *content_type;
	char sha256[65];
	size_t bytes;
};

/* A small file that shows whose it is and what it stands for, in the store by its content. */
bool sample_file_make(struct making *, instant at, const char *name, const char *material, const char *owner,
    struct sample_file *);
/* The same, as a part of a case. */
bool sample_file_add(struct making *, const struct sample_case *, const struct sample_material *, instant at);

/* Each says why on stderr when it is false. */
bool sample_case_make(struct making *, struct sample_case *, const struct sample_act *);
bool sample_act_play(struct making *, struct sample_case *, const struct sample_act *);
/* Does the open tasks of a case one after the other, before an instant; at most so many. */
bool sample_tasks_play(struct making *, struct sample_case *, instant until, int most);

/* sample_pauses.c: suspend, resume, ask_supplement, supply, extend.  What the case is after the act, what the record says of
 * it besides, and its row. */
const char *sample_pause_kind(const struct sample_case *, int event);
void sample_pause_after(struct making *, struct sample_case *, const struct sample_act *);
const char *sample_pause_detail(struct making *, const struct sample_case *, const struct sample_act *);
void sample_pause_write(struct making *, const struct sample_case *, const struct sample_act *, const char *reason);

/* sample_promises.c: what was promised, kept and broken. */
void sample_proofs_add(struct making *, const struct sample_case *);
const char *sample_promise_detail(struct making *, const struct sample_case *, int event);
void sample_promise_write(struct making *, const struct sample_case *, const struct sample_act *, const char *reason);

/* sample_licences.c: how long an approver says a result holds; then, when all acts are done, what came of them. */
const char *sample_validity_detail(struct making *, const struct sample_case *, const struct sample_act *);
bool sample_licences_settle(struct making *);

/* sample_messages.c: the paper of an act, and for one of the last weeks the messages; then, when all acts are done, what
 * became of the messages. */
void sample_tell(struct making *, const struct case_act *);
void sample_messages_settle(struct making *);

/* sample_outcome.c: fees, couriers, deliveries; when all acts are done. */
void sample_outcome(struct making *);

/* sample_after.c: ratings, call-backs, enquiries and a random sample, when all acts are done. */
bool sample_after(struct making *);

/* sample_watch.c: cards in every state, work orders, letters; after the cases. */
bool sample_watch(struct ctl *, struct db *);

/* sample_history.c: the plan of the years before, with its applicants; what was given with an old case. */
bool sample_history_plan(struct making *);
void sample_history_materials(struct making *, const struct sample_case *);

/* All of it, in the caller's transaction and after the items are published; nothing where there are cases already. */
bool sample_cases(struct ctl *, struct db *, const char *dir, size_t *count);
/* Plans, bookings around today and a queue that runs (sample_counter.c). */
bool sample_counter(struct ctl *, struct db *, const char *dir);

#endif
