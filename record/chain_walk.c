/* The chain in the database, and the events behind it: see chain.h. */
#include "record/chain.h"

#include "generated/queries/chain.h"

#include <string.h>

enum { AT_ONCE = 5000 };

/* One range of positions or of ids, as it stands in one snapshot. */
typedef void walker(struct chain *, struct query *, instant now);

static const uint8_t *
hash_at(const struct query *q, size_t column)
{
	size_t bytes;
	const char *hash = query_get_at(q, column, &bytes);

	return bytes == HASH_BYTES ? (const uint8_t *)hash : NULL;
}

static void
links_walk(struct chain *c, struct query *q, instant now)
{
	(void)now;
	while (query_next(q)) {
		const uint8_t *leaf = hash_at(q, 0), *head = hash_at(q, 1), *mac = hash_at(q, 2);
		uint64_t position = (uint64_t)query_get_number(q, "position");
		uint64_t id = (uint64_t)query_get_number(q, "event_id");
		uint8_t of_event[HASH_BYTES];

		if (!leaf || !head) {
			chain_tell(c, CHAIN_LINK, position, id, "");	/* the table itself was bent */
			continue;
		}
		chain_link(c, position, leaf, head);
		if (!mac) {
			chain_tell(c, CHAIN_GONE, position, id, "");
			continue;
		}
		c->there++;
		record_leaf(of_event, id, (uint64_t)query_get_number(q, "case_id"),
		    (uint32_t)query_get_number(q, "event_position"), mac);
		if (memcmp(of_event, leaf, HASH_BYTES) != 0)
			chain_tell(c, CHAIN_LEAF, position, id, "");
	}
}

static void
events_walk(struct chain *c, struct query *q, instant now)
{
	while (query_next(q)) {
		uint64_t id = (uint64_t)query_get_number(q, "id");

		c->events++;
		if (!query_is_null(q, "sealed"))
			c->sealed++;
		else if (query_is_null(q, "queued"))
			chain_tell(c, CHAIN_UNSEALED, 0, id, "");
		else if (query_get_instant(q, "at") < now - MINUTE)
			chain_tell(c, CHAIN_LATE, 0, id, "");
	}
}

static uint64_t
last_of(struct db *db, struct arena *arena, const struct statement *statement)
{
	struct query *q = query_new(db, arena, statement);

	return query_next(q) ? (uint64_t)query_get_number(q, "last") : 0;
}

/* From where on there is something again; 0: nothing more. */
static uint64_t
next_of(struct db *db, struct arena *arena, const struct statement *next, uint64_t first)
{
	struct query *q = query_new(db, arena, next);

	query_number(q, "first", (long long)first);
	return query_next(q) ? (uint64_t)query_get_number(q, "last") : 0;
}

static bool
ranges_walk(struct chain *c, struct db *db, struct arena *arena, const struct statement *statement,
    const struct statement *next, uint64_t last, walker *walk, instant now)
{
	for (uint64_t first = 1; first <= last; first += AT_ONCE) {
		struct query *q;

		if (!db_begin(db, true))
			return false;
		if ((first = next_of(db, arena, next, first)) == 0 || first > last)
			return !db_failed(db) && db_commit(db);
		q = query_new(db, arena, statement);
		query_number(q, "first", (long long)first);
		query_number(q, "until", (long long)(last - first < AT_ONCE ? last : first + AT_ONCE - 1));
		walk(c, q, now);
		if (db_failed(db) || !db_commit(db))
			return false;
		arena_reset(arena);
	}
	return true;
}

/* What waits and cannot be sealed; and, the day after the day after, the days without a head. */
static void
leftovers_walk(struct chain *c, struct db *db, struct arena *arena, instant now)
{
	struct query *q = query_new(db, arena, Q_CHAIN_LEFTOVERS);

	while (query_next(q))
		chain_tell(c, CHAIN_QUEUE, 0, (uint64_t)query_get_number(q, "event_id"), "");
	q = query_new(db, arena, Q_CHAIN_DAYS_WITHOUT);
	query_day(q, "before", day_add(day_of_instant(now), -1));
	while (query_next(q))
		chain_tell(c, CHAIN_DAY, (uint64_t)query_get_number(q, "position"), 0, query_get(q, "day_on"));
}

/* The heads of the days. */
static void
published_add(struct db *db, struct arena *arena, struct chain_heads *heads)
{
	struct query *q = query_new(db, arena, Q_CHAIN_HEADS);

	while (query_next(q)) {
		struct chain_head head = { .position = (uint64_t)query_get_number(q, "position"), .bytes = HASH_BYTES,
		    .day = query_get(q, "day_on") };

		if (hash_at(q, 0) == NULL)
			continue;	/* a head that is none is no anchor */
		memcpy(head.head, hash_at(q, 0), HASH_BYTES);
		chain_heads_add(arena, heads, &head);
	}
}

bool
chain_walk(struct db *db, instant now, const struct chain_heads *elsewhere, chain_report *report, void *arg,
    struct chain *c)
{
	struct arena *kept = arena_new(), *arena = arena_new();
	struct chain_heads heads = { .count = 0 };
	uint64_t last_position = 0, last_event = 0;
	bool fine = db_begin(db, true);

	for (size_t i = 0; elsewhere && i < elsewhere->count; i++)
		chain_heads_add(kept, &heads, &elsewhere->all[i]);
	if (fine) {
		published_add(db, kept, &heads);
		last_position = last_of(db, kept, Q_CHAIN_LAST);
		last_event = last_of(db, kept, Q_CHAIN_LAST_EVENT);
		fine = !db_failed(db) && db_commit(db);
	}
	chain_begin(c, &heads, report, arg);
	fine = fine && ranges_walk(c, db, arena, Q_CHAIN_WALK, Q_CHAIN_NEXT, last_position, links_walk, now);
	if (fine)
		chain_end(c);
	fine = fine && ranges_walk(c, db, arena, Q_CHAIN_EVENTS, Q_CHAIN_NEXT_EVENT, last_event, events_walk, now);
	/* What was sealed since the first look is no link of this walk, so that there are never more links than events. */
	if (fine && c->there > c->sealed)
		chain_tell(c, CHAIN_TWICE, 0, 0, "");
	fine = fine && db_begin(db, true);
	if (fine)
		leftovers_walk(c, db, arena, now);
	fine = fine && !db_failed(db) && db_commit(db);
	db_rollback(db);
	c->heads = NULL;
	arena_free(arena);
	arena_free(kept);
	return fine;
}

/* ---- bit by bit ---- */

/* A stretch of one walk in one snapshot. */
static bool
stretch(struct db *db, struct arena *arena, struct chain *c, const struct statement *statement, uint64_t first, uint64_t until,
    walker *walk, instant now, bool anchored)
{
	struct chain_heads heads = { .count = 0 };
	struct query *q;

	if (!db_begin(db, true))
		return false;
	if (anchored) {
		published_add(db, arena, &heads);	/* by position; those before the stretch are passed over */
		c->heads = &heads;
	}
	q = query_new(db, arena, statement);
	query_number(q, "first", (long long)first);
	query_number(q, "until", (long long)until);
	walk(c, q, now);
	c->heads = NULL;
	if (!db_failed(db) && db_commit(db))
		return true;
	db_rollback(db);
	return false;
}

bool
chain_stretch_links(struct db *db, struct arena *arena, struct chain *c, uint64_t first, uint64_t until, instant now)
{
	return stretch(db, arena, c, Q_CHAIN_WALK, first, until, links_walk, now, true);
}

bool
chain_stretch_events(struct db *db, struct arena *arena, struct chain *c, uint64_t first, uint64_t until, instant now)
{
	return stretch(db, arena, c, Q_CHAIN_EVENTS, first, until, events_walk, now, false);
}

bool
chain_stretch_rest(struct db *db, struct arena *arena, struct chain *c, instant now)
{
	struct chain_heads heads = { .count = 0 };
	uint64_t last;

	if (!db_begin(db, true))
		return false;
	published_add(db, arena, &heads);
	last = last_of(db, arena, Q_CHAIN_LAST);
	for (size_t i = 0; i < heads.count; i++)	/* the end was cut off */
		if (heads.all[i].position > last)
			chain_tell(c, CHAIN_PUBLISHED, heads.all[i].position, 0, heads.all[i].day);
	leftovers_walk(c, db, arena, now);
	if (!db_failed(db) && db_commit(db))
		return true;
	db_rollback(db);
	return false;
}
