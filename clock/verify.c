/*
 * verify.c - verifies the record bit by bit, as an auditor asked on a page (table verifications).
 *
 * The program that shows the page may read no case and holds no MAC; this one
 * may.  A run does stretches for two seconds and notes after each where it
 * stands, with what it found, in one transaction: what is cut off, by a restart
 * say, is walked again and counted once, and the rest goes on from there.  Where
 * an auditor has asked to stop, it stops before the next stretch.  It proves what `yimenctl verify` proves, but for
 * heads that were kept elsewhere.
 */
#include "clock/clock.h"

#include "base/clock.h"
#include "base/text.h"
#include "generated/queries/verification.h"
#include "record/chain.h"
#include "record/verify.h"

#include <string.h>

enum { CASES_A_STRETCH = 1000, LINKS_A_STRETCH = 5000, FAULTS_KEPT = 100 };
#define RUN_LASTS	(2 * SECOND)

struct fault {
	const char *name;
	char number[41], what[65];
	uint64_t position;
};

struct verification {
	struct clock *clock;
	uint64_t id, version;
	const char *scope, *state, *number;
	struct day from_on;
	bool stopping;
	uint64_t case_next, case_last, link_next, link_last, event_next, event_last;
	struct record_tally tally;
	struct chain chain;
	uint64_t faults;		/* those of stretches before */
	struct fault found[FAULTS_KEPT];	/* by this stretch */
	size_t found_count;
};

static struct verification in_hand;	/* too large for a stack */

static void
text_cut(char *to, size_t room, const char *from)
{
	size_t bytes = strnlen(from, room - 1);

	memcpy(to, from, bytes);
	to[bytes] = '\0';
}

static struct fault *
fault_room(struct verification *v)
{
	return v->found_count < FAULTS_KEPT ? &v->found[v->found_count++] : NULL;
}

static void
case_fault(void *arg, const struct record_finding *f)
{
	struct fault *to = fault_room(arg);

	if (to == NULL)
		return;
	to->name = record_fault_name(f->fault);
	to->position = f->position;
	text_cut(to->number, sizeof(to->number), f->number);
	text_cut(to->what, sizeof(to->what), f->column);	/* its name, never what stands there */
}

static void
chain_fault(void *arg, const struct chain_finding *f)
{
	struct fault *to = fault_room(arg);

	if (to == NULL)
		return;
	to->name = chain_fault_name(f->fault);
	to->position = f->position > 0 ? f->position : f->event_id;
	*to->number = '\0';
	text_cut(to->what, sizeof(to->what), f->day);
}

/* ---- where it stands ---- */

static bool
load(struct verification *v, struct clock *c)
{
	struct query *q = query_new(c->db, c->act_arena, Q_VERIFICATION_DUE);
	const char *head;
	size_t bytes;

	if (!query_next(q))
		return false;
	*v = (struct verification){
		.clock = c, .id = (uint64_t)query_get_number(q, "id"), .version = (uint64_t)query_get_number(q, "version"),
		.scope = query_get(q, "scope"), .state = query_get(q, "state"), .number = query_get(q, "case_number"),
		.from_on = query_get_day(q, "from_on"), .stopping = !query_is_null(q, "stop_at"),
		.case_next = (uint64_t)query_get_number(q, "case_next"), .case_last = (uint64_t)query_get_number(q, "case_last"),
		.link_next = (uint64_t)query_get_number(q, "link_next"), .link_last = (uint64_t)query_get_number(q, "link_last"),
		.event_next = (uint64_t)query_get_number(q, "event_next"), .event_last = (uint64_t)query_get_number(q, "event_last"),
		.tally = { .cases = (unsigned long long)query_get_number(q, "cases"),
		    .rows = (unsigned long long)query_get_number(q, "rows_seen") },
		.faults = (uint64_t)query_get_number(q, "faults"),
	};
	chain_begin(&v->chain, NULL, chain_fault, v);
	head = query_get_at(q, 0, &bytes);
	if (head != NULL && bytes == HASH_BYTES)
		memcpy(v->chain.head, head, HASH_BYTES);
	v->chain.position = v->link_next > 0 ? v->link_next - 1 : 0;
	v->chain.links = (unsigned long long)query_get_number(q, "links");
	v->chain.there = (unsigned long long)query_get_number(q, "links_there");
	v->chain.events = (unsigned long long)query_get_number(q, "events");
	v->chain.sealed = (unsigned long long)query_get_number(q, "events_sealed");
	return true;
}

/* From the first link it is 64 zeros; later on, what the chain itself says there. */
static void
head_before(struct verification *v)
{
	struct query *q = query_new(v->clock->db, v->clock->act_arena, Q_VERIFICATION_HEAD);
	const char *head;
	size_t bytes;

	memset(v->chain.head, 0, HASH_BYTES);
	if (v->link_next <= 1)
		return;
	query_number(q, "position", (long long)v->link_next - 1);
	if (query_next(q) && (head = query_get_at(q, 0, &bytes)) != NULL && bytes == HASH_BYTES)
		memcpy(v->chain.head, head, HASH_BYTES);
}

static void
ends_find(struct verification *v)
{
	struct query *q = query_new(v->clock->db, v->clock->act_arena, Q_VERIFICATION_ENDS);
	bool all = text_is(v->scope, "all");
	struct day from = { 0 };

	if (!all)
		from = v->from_on;
	query_day(q, "from_on", from);
	if (!query_next(q))
		return;
	v->case_last = (uint64_t)query_get_number(q, "case_last");
	v->link_last = (uint64_t)query_get_number(q, "link_last");
	v->event_last = (uint64_t)query_get_number(q, "event_last");
	/* What has nothing since that day ends before it begins. */
	v->case_next = all ? 1 : (uint64_t)query_get_number(q, "case_first");
	v->link_next = all ? 1 : (uint64_t)query_get_number(q, "link_first");
	v->event_next = all ? 1 : (uint64_t)query_get_number(q, "event_first");
	if (v->case_next == 0)
		v->case_next = v->case_last + 1;
	if (v->link_next == 0)
		v->link_next = v->link_last + 1;
	if (v->event_next == 0)
		v->event_next = v->event_last + 1;
}

static bool
begin(struct db *db, void *arg)
{
	struct verification *v = arg;
	struct query *q;

	v->state = "cases";
	if (text_is(v->scope, "case")) {
		q = query_new(db, v->clock->act_arena, Q_VERIFICATION_CASE);
		query_text(q, "number", v->number);
		v->case_next = v->case_last = query_next(q) ? (uint64_t)query_get_number(q, "id") : 0;
		if (v->case_last == 0)
			v->state = "failed";
	} else {
		ends_find(v);
		head_before(v);
	}
	q = query_new(db, v->clock->act_arena, Q_VERIFICATION_BEGIN);
	query_text(q, "state", v->state);
	query_number(q, "case_next", (long long)v->case_next);
	query_number(q, "case_last", (long long)v->case_last);
	query_number(q, "link_next", (long long)v->link_next);
	query_number(q, "link_last", (long long)v->link_last);
	query_number(q, "event_next", (long long)v->event_next);
	query_number(q, "event_last", (long long)v->event_last);
	query_bytes(q, "head", v->chain.head, HASH_BYTES);
	query_instant(q, "now", v->clock->now);
	query_number(q, "id", (long long)v->id);
	query_number(q, "version", (long long)v->version);
	return query_run(q) == 1;
}

static bool
note(struct db *db, void *arg)
{
	struct verification *v = arg;
	struct arena *a = v->clock->act_arena;
	struct query *q = query_new(db, a, Q_VERIFICATION_STEP);
	uint64_t faults = v->faults + v->tally.faults + v->chain.faults;

	query_text(q, "state", v->state);
	query_number(q, "case_next", (long long)v->case_next);
	query_number(q, "link_next", (long long)v->link_next);
	query_number(q, "event_next", (long long)v->event_next);
	query_bytes(q, "head", v->chain.head, HASH_BYTES);
	query_number(q, "cases", (long long)v->tally.cases);
	query_number(q, "rows_seen", (long long)v->tally.rows);
	query_number(q, "links", (long long)v->chain.links);
	query_number(q, "links_there", (long long)v->chain.there);
	query_number(q, "events", (long long)v->chain.events);
	query_number(q, "events_sealed", (long long)v->chain.sealed);
	query_number(q, "faults", (long long)faults);
	query_instant(q, "ended_at", text_is(v->state, "done") ? v->clock->now : INSTANT_NONE);
	query_instant(q, "now", v->clock->now);
	query_number(q, "id", (long long)v->id);
	query_number(q, "version", (long long)v->version);
	if (query_run(q) != 1)
		return false;		/* another clock was faster */
	for (size_t i = 0; i < v->found_count && v->faults + i < FAULTS_KEPT; i++) {
		q = query_new(db, a, Q_VERIFICATION_FAULT);
		query_number(q, "id", (long long)v->id);
		query_number(q, "line", (long long)v->faults + (long long)i + 1);
		query_text(q, "fault", v->found[i].name);
		query_text(q, "case_number", v->found[i].number);
		query_number(q, "position", (long long)v->found[i].position);
		query_text(q, "what", v->found[i].what);
		query_run(q);
	}
	return true;
}

static bool
stop(struct db *db, void *arg)
{
	struct verification *v = arg;
	struct query *q = query_new(db, v->clock->act_arena, Q_VERIFICATION_STOP);

	v->state = "stopped";
	query_instant(q, "now", v->clock->now);
	query_number(q, "id", (long long)v->id);
	query_number(q, "version", (long long)v->version);
	return query_run(q) == 1;
}

/* ---- a stretch ---- */

static uint64_t
until_of(uint64_t next, uint64_t last, uint64_t most)
{
	return last - next < most ? last : next + most - 1;
}

static bool
cases_stretch(struct verification *v)
{
	uint64_t until;

	if (v->case_next <= v->case_last) {
		until = until_of(v->case_next, v->case_last, CASES_A_STRETCH);
		if (!record_verify_range(v->clock->db, v->clock->record_key, v->case_next, until, case_fault, v, &v->tally))
			return false;
		v->case_next = until + 1;
	}
	if (v->case_next > v->case_last)
		v->state = text_is(v->scope, "case") ? "done" : "links";
	return true;
}

static bool
links_stretch(struct verification *v)
{
	uint64_t until;

	if (v->link_next <= v->link_last) {
		until = until_of(v->link_next, v->link_last, LINKS_A_STRETCH);
		if (!chain_stretch_links(v->clock->db, v->clock->act_arena, &v->chain, v->link_next, until, v->clock->now))
			return false;
		v->link_next = until + 1;
	}
	if (v->link_next > v->link_last)
		v->state = "events";
	return true;
}

static bool
events_stretch(struct verification *v)
{
	uint64_t until;

	if (v->event_next <= v->event_last) {
		until = until_of(v->event_next, v->event_last, LINKS_A_STRETCH);
		if (!chain_stretch_events(v->clock->db, v->clock->act_arena, &v->chain, v->event_next, until, v->clock->now))
			return false;
		v->event_next = until + 1;
	}
	if (v->event_next > v->event_last)
		v->state = "rest";
	return true;
}

static bool
rest_stretch(struct verification *v)
{
	/* Sealed meanwhile are only more events than links; the other way round one was sealed twice. */
	if (text_is(v->scope, "all") && v->chain.there > v->chain.sealed)
		chain_tell(&v->chain, CHAIN_TWICE, 0, 0, "");
	v->state = "done";
	return chain_stretch_rest(v->clock->db, v->clock->act_arena, &v->chain, v->clock->now);
}

static bool
stretch(struct verification *v)
{
	if (text_is(v->state, "cases"))
		return cases_stretch(v);
	if (text_is(v->state, "links"))
		return links_stretch(v);
	return text_is(v->state, "events") ? events_stretch(v) : rest_stretch(v);
}

/* Begins it, goes one stretch on, or stops; what is noted of it, in one transaction. */
static bool
turn(struct verification *v)
{
	struct db *db = v->clock->db;

	if (v->stopping)
		return db_transaction(db, false, stop, v);
	if (text_is(v->state, "waiting"))
		return db_transaction(db, false, begin, v);
	return stretch(v) && db_transaction(db, false, note, v);
}

/* How many came to their end. */
long long
duty_verify(struct clock *c)
{
	instant until = instant_add(clock_now(c->config), RUN_LASTS);
	struct verification *v = &in_hand;
	int turns = 0;
	long long done = 0;

	while (!clock_ending() && (turns++ == 0 || c->config->fixed_now != NULL || clock_now(c->config) < until)) {
		arena_reset(c->act_arena);
		if (!load(v, c) || !turn(v))
			break;
		done += text_is(v->state, "done") || text_is(v->state, "failed") || text_is(v->state, "stopped");
	}
	return db_failed(c->db) == DB_FINE ? done : -1;
}
