#include "record/seal.h"

#include "base/text.h"
#include "generated/queries/chain.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { SEAL_AT_ONCE = 1000 };

static const char *
hex(const uint8_t hash[HASH_BYTES], char text[static 2 * HASH_BYTES + 1])
{
	for (size_t i = 0; i < HASH_BYTES; i++)
		snprintf(text + 2 * i, 3, "%02x", hash[i]);
	return text;
}

void
record_leaf(uint8_t leaf[HASH_BYTES], uint64_t event_id, uint64_t case_id, uint32_t position,
    const uint8_t mac[HASH_BYTES])
{
	char text[200], sum[2 * HASH_BYTES + 1];
	int n = snprintf(text, sizeof text, "leaf %" PRIu64 " %" PRIu64 " %" PRIu32 " %s\n", event_id, case_id,
	    position, hex(mac, sum));

	sha256_of(leaf, text, (size_t)n);
}

void
record_link(uint8_t head[HASH_BYTES], const uint8_t before[HASH_BYTES], uint64_t position,
    const uint8_t leaf[HASH_BYTES])
{
	char text[200], from[2 * HASH_BYTES + 1], sum[2 * HASH_BYTES + 1];
	int n = snprintf(text, sizeof text, "head %s %" PRIu64 " %s\n", hex(before, from), position, hex(leaf, sum));

	sha256_of(head, text, (size_t)n);
}

char *
record_head_print(const struct record_head *head, char text[static RECORD_HEAD_TEXT])
{
	char sum[2 * HASH_BYTES + 1];

	snprintf(text, RECORD_HEAD_TEXT, "%" PRIu64 ":%s", head->position, hex(head->head, sum));
	return text;
}

bool
record_head_now(struct db *db, struct arena *arena, struct record_head *head)
{
	struct query *q = query_new(db, arena, Q_CHAIN_HEAD);
	const char *kept;
	size_t bytes;

	memset(head, 0, sizeof *head);
	head->at = INSTANT_NONE;
	if (!query_next(q))
		return false;
	kept = query_get_at(q, 0, &bytes);
	if (bytes == HASH_BYTES)
		memcpy(head->head, kept, HASH_BYTES);
	head->position = (uint64_t)query_get_number(q, "position");
	head->at = query_get_instant(q, "at");
	return true;
}

/* ---- sealing ---- */

struct sealing {
	struct arena *arena;
	instant now;
	int sealed;
};

/* Adds the next link; false when another sealer has that position already. */
static bool
seal_one(struct db *db, struct arena *arena, const struct query *event, struct record_head *tip)
{
	struct query *q = query_new(db, arena, Q_CHAIN_ADD);
	const char *mac;
	uint8_t leaf[HASH_BYTES];
	size_t bytes;
	uint64_t id = (uint64_t)query_get_number(event, "id");

	mac = query_get_at(event, 0, &bytes);
	if (bytes != HASH_BYTES)
		return false;
	record_leaf(leaf, id, (uint64_t)query_get_number(event, "case_id"),
	    (uint32_t)query_get_number(event, "position"), (const uint8_t *)mac);
	tip->position++;
	record_link(tip->head, tip->head, tip->position, leaf);
	query_number(q, "position", (long long)tip->position);
	query_number(q, "event_id", (long long)id);
	query_bytes(q, "leaf", leaf, sizeof leaf);
	query_bytes(q, "head", tip->head, sizeof tip->head);
	query_instant(q, "at", tip->at);
	return query_run(q) == 1;
}

static bool
seal_some(struct db *db, void *arg)
{
	struct sealing *s = arg;
	struct query *queued = query_new(db, s->arena, Q_CHAIN_QUEUED), *q;
	struct record_head tip;
	uint64_t first;

	s->sealed = 0;
	query_number(queued, "most", SEAL_AT_ONCE);
	record_head_now(db, s->arena, &tip);
	first = tip.position + 1;
	if (tip.at < s->now)	/* a clock that was put back does not turn the chain round */
		tip.at = s->now;
	while (query_next(queued)) {
		if (!seal_one(db, s->arena, queued, &tip))
			return false;
		s->sealed++;
	}
	if (s->sealed == 0)
		return true;
	q = query_new(db, s->arena, Q_CHAIN_UNQUEUE);
	query_number(q, "first", (long long)first);
	query_number(q, "last", (long long)tip.position);
	return query_run(q) == s->sealed;
}

/* The position was taken, or its row moved under our hands each time we tried. */
static bool
another_was_faster(const struct db *db)
{
	return db_failed(db) == DB_FINE || db_failed(db) == DB_RETRY;
}

int
record_seal(struct db *db, struct arena *arena, instant now)
{
	struct sealing s = { .arena = arena, .now = now };

	if (db_transaction(db, false, seal_some, &s))
		return s.sealed;
	return another_was_faster(db) ? 0 : -1;
}

/* ---- the heads of the days ---- */

struct publishing {
	struct arena *arena;
	struct day today;
	instant now;
	long long days;
};

static bool
publish(struct db *db, void *arg)
{
	struct publishing *p = arg;
	struct query *q = query_new(db, p->arena, Q_HEADS_PUBLISH);

	query_day(q, "today", p->today);
	query_instant(q, "now", p->now);
	p->days = query_run(q);
	return p->days >= 0;	/* another did it at this moment */
}

int
record_publish_heads(struct db *db, struct arena *arena, struct day today, instant now)
{
	struct publishing p = { .arena = arena, .today = today, .now = now };

	if (db_transaction(db, false, publish, &p))
		return (int)p.days;
	return another_was_faster(db) ? 0 : -1;
}
