/*
 * post.c - the outbox: what waits is given to whoever carries it, until it is taken.
 *
 * A try is counted and the next one fixed before the message goes out, so that
 * one that stops the machine is not tried for ever, and of two clocks only one
 * sends it.  What was sent and not noted is sent again, with the same id.  When a
 * gateway is down one message asks for all: the others keep their tries.
 */
#include "clock/clock.h"
#include "clock/send.h"

#include "base/log.h"
#include "base/random.h"
#include "base/text.h"
#include "generated/queries/clock.h"
#include "rules/notice.h"

#include <stdio.h>

enum { POST_BATCH = 100 };

struct posting {
	struct clock *clock;
	const struct query *row;
	enum sent sent;
	const char *why;
	bool ours;
};

/* Counts the try and fixes the next: from here on it is ours, until then. */
static bool
take(struct db *db, void *arg)
{
	struct posting *p = arg;
	long long tries = query_get_number(p->row, "tries");
	struct query *q = query_new(db, p->clock->act_arena, Q_OUTBOX_TAKE);
	uint32_t chance;

	random_bytes(&chance, sizeof(chance));
	query_number(q, "id", query_get_number(p->row, "id"));
	query_number(q, "tries", tries);
	query_instant(q, "next_at", instant_add(p->clock->now, notice_pause((unsigned)tries + 1, chance)));
	p->ours = query_run(q) == 1;
	return true;
}

static bool
note(struct db *db, void *arg)
{
	struct posting *p = arg;
	bool last = p->sent == SENT_REFUSED ||
	    query_get_number(p->row, "tries") + 1 >= p->clock->config->message_tries;
	struct query *q = query_new(db, p->clock->act_arena, p->sent == SENT ? Q_OUTBOX_SENT : Q_OUTBOX_FAILED);

	query_number(q, "id", query_get_number(p->row, "id"));
	if (p->sent == SENT) {
		query_instant(q, "now", p->clock->now);
	} else {
		query_text(q, "state", last ? "failed" : "waiting");
		query_text(q, "why", p->why);
	}
	query_run(q);
	return true;
}

static void
failure_log(const struct query *row, const char *channel, const struct posting *p)
{
	log_warn("message", "id", query_get(row, "id"), "channel", channel, "tries", query_get(row, "tries"),
	    "outcome", p->sent == SENT_REFUSED ? "refused" : "later", "why", p->why, NULL);
}

/* One message.  False when there is no going on with this channel now; *failed when the database is away. */
static bool
post_one(struct clock *c, const char *channel, const struct query *row, long long *sent, bool *failed)
{
	struct posting p = { .clock = c, .row = row, .why = "" };
	struct message m = { (uint64_t)query_get_number(row, "id"), query_get(row, "recipient"),
		query_get(row, "subject"), query_get(row, "body"), query_get_instant(row, "created_at") };

	arena_reset(c->act_arena);
	*failed = !db_transaction(c->db, false, take, &p);
	if (*failed || !p.ours)
		return !*failed;
	p.sent = send_message(c->config, c->act_arena, channel, &m, &p.why);
	if (p.sent != SENT)
		failure_log(row, channel, &p);
	*failed = !db_transaction(c->db, false, note, &p);
	*sent += p.sent == SENT;
	c->skipped += p.sent != SENT;
	return p.sent != SENT_DOWN && !*failed;
}

/* All that is due on one channel; -1: the database is away. */
static long long
post_channel(struct clock *c, const char *channel)
{
	long long sent = 0, rows;
	bool failed = false, on = true;

	do {
		struct query *q;

		arena_reset(c->arena);
		db_ready(c->db);
		q = query_new(c->db, c->arena, Q_OUTBOX_DUE);
		query_text(q, "channel", channel);
		query_instant(q, "now", c->now);
		query_number(q, "most", POST_BATCH);
		for (rows = 0; on && !clock_ending() && query_next(q); rows++)
			on = post_one(c, channel, q, &sent, &failed);
		failed = failed || db_failed(c->db) != DB_FINE;
	} while (rows == POST_BATCH && on && !failed && !clock_ending());
	return failed ? -1 : sent;
}

long long
duty_post(struct clock *c)
{
	static const char *const channels[] = { "email", "sms" };
	long long all = 0, sent;

	for (size_t i = 0; i < sizeof(channels) / sizeof(channels[0]); i++, all += sent) {
		sent = 0;
		if (send_possible(c->config, channels[i]) && (sent = post_channel(c, channels[i])) < 0)
			return -1;
	}
	return all;
}
