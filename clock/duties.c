/* duties.c - what the clock does, and how often; running one and noting how it went. */
#include "clock/clock.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/text.h"
#include "catalogue/publish.h"
#include "generated/queries/clock.h"
#include "record/seal.h"

#include <stdio.h>
#include <string.h>

const struct duty duties[] = {
	/* name           hand         every s  does */
	{ "seal",          HAND_RECORD, 1,      duty_seal },
	{ "heads",         HAND_RECORD, 60,     duty_heads },
	{ "figures",       HAND_RECORD, 2,      duty_figures },
	{ "publish",       HAND_DAYS,   60,     duty_publish },
	{ "cards",         HAND_DAYS,   3600,   duty_cards },
	{ "watch",         HAND_DAYS,   600,    duty_watch },
	{ "watch_due",     HAND_DAYS,   3600,   duty_watch_due },
	{ "deem_accepted", HAND_DAYS,   600,    duty_deem_accepted },
	{ "lapse",         HAND_DAYS,   600,    duty_lapse },
	{ "terminate",     HAND_DAYS,   600,    duty_terminate },
	{ "promises",      HAND_DAYS,   600,    duty_promises },
	{ "payments",      HAND_DAYS,   30,     duty_payments },
	{ "outcomes",      HAND_DAYS,   60,     duty_outcomes },
	{ "silence",       HAND_DAYS,   600,    duty_silence },
	{ "recompute",     HAND_DAYS,   600,    duty_recompute },
	{ "verify",        HAND_DAYS,   3,      duty_verify },
	{ "callbacks",     HAND_DAYS,   600,    duty_callbacks },
	{ "enquiries",     HAND_DAYS,   600,    duty_enquiries },
	{ "remind",        HAND_DAYS,   3600,   duty_remind },
	{ "licences",      HAND_DAYS,   3600,   duty_licences },
	{ "bookings",      HAND_DAYS,   3600,   duty_bookings },
	{ "drafts",        HAND_DAYS,   3600,   duty_drafts },
	{ "bookings_old",  HAND_DAYS,   3600,   duty_bookings_old },
	{ "enquiries_old", HAND_DAYS,   3600,   duty_enquiries_old },
	{ "closing",       HAND_DAYS,   3600,   duty_closing },
	{ "sweep",         HAND_DAYS,   3600,   duty_sweep },
	{ "files",         HAND_DAYS,   86400,  duty_files },
	{ "post",          HAND_POST,   2,      duty_post },
};
const size_t duty_count = sizeof(duties) / sizeof(duties[0]);

/* What is done every second is noted once a minute, unless something happened. */
enum { NOTED_EVERY_S = 60 };

static bool
noteworthy(const struct duty *duty, instant now, long long count)
{
	static instant noted_at[64];
	size_t place = (size_t)(duty - duties) % 64;

	if (count == 0 && duty->every_s < NOTED_EVERY_S && noted_at[place] != 0 && now >= noted_at[place] &&
	    now - noted_at[place] < NOTED_EVERY_S * SECOND)
		return false;
	noted_at[place] = now;
	return true;
}

struct note {
	struct clock *clock;
	const struct duty *duty;
	long long count;
};

static bool
note_write(struct db *db, void *arg)
{
	struct note *n = arg;
	struct query *q = query_new(db, n->clock->act_arena, n->count < 0 ? Q_DUTY_FAILED : Q_DUTY_DONE);

	query_text(q, "name", n->duty->name);
	query_number(q, "every_s", n->duty->every_s);
	query_instant(q, "now", n->clock->now);
	if (n->count < 0)
		query_text(q, "error", n->clock->why ? n->clock->why : "");
	else
		query_number(q, "count", n->count);
	query_run(q);
	return true;
}

static void
duty_log(const struct clock *c, const struct duty *duty, long long count)
{
	char done[24], skipped[24];

	if (count < 0) {
		log_error("duty", "name", duty->name, "why", c->why ? c->why : "", NULL);
		return;
	}
	snprintf(done, sizeof(done), "%lld", count);
	snprintf(skipped, sizeof(skipped), "%lld", c->skipped);
	if (count > 0 || c->skipped > 0 || duty->every_s >= NOTED_EVERY_S)
		log_info("duty", "name", duty->name, "count", done, c->skipped ? "skipped" : NULL, skipped, NULL);
}

long long
duty_run(struct clock *c, const struct duty *duty)
{
	struct note note = { c, duty, 0 };

	arena_reset(c->arena);
	arena_reset(c->act_arena);
	c->why = NULL;
	c->skipped = 0;
	c->calendar = NULL;
	c->now = clock_now(c->config);
	c->today = day_of_instant(c->now);
	db_ready(c->db);
	note.count = duty->run(c);
	if (note.count < 0 && c->why == NULL)
		c->why = arena_text(c->arena, db_reason(c->db));
	if (noteworthy(duty, c->now, note.count)) {
		duty_log(c, duty, note.count);
		db_transaction(c->db, false, note_write, &note);
	}
	return note.count;
}

/* ---- those that other rooms do ---- */

long long
duty_seal(struct clock *c)
{
	long long all = 0;
	int sealed;

	while ((sealed = record_seal(c->db, c->arena, c->now)) > 0 && !clock_ending()) {
		all += sealed;
		arena_reset(c->arena);
	}
	return sealed < 0 ? -1 : all;
}

long long
duty_heads(struct clock *c)
{
	return record_publish_heads(c->db, c->arena, c->today, c->now);
}

static bool
publish(struct db *db, void *arg)
{
	struct clock *c = arg;
	struct publishing p = { 0, c->now, c->today, "", c->config->mapping_dir };

	c->skipped = (long long)publish_due(db, c->act_arena, &p);
	return true;
}

long long
duty_publish(struct clock *c)
{
	long long count;

	if (!db_transaction(c->db, false, publish, c))
		return -1;
	count = c->skipped;
	c->skipped = 0;
	return count;
}
