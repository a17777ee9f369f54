/* admin_act.c - the history of what administrators did: see admin_act.h. */
#include "record/admin_act.h"

#include "base/text.h"
#include "generated/queries/admin_act.h"

#include <string.h>

static void
encode_number(struct text *t, uint64_t number)
{
	for (int shift = 56; shift >= 0; shift -= 8)
		text_add_char(t, (char)(number >> shift & 0xff));
}

/* With its length before it, so that no two rows read the same. */
static void
encode_text(struct text *t, const char *s)
{
	size_t bytes = s ? strlen(s) : 0;

	encode_number(t, bytes);
	if (bytes > 0)
		text_add_n(t, s, bytes);
}

static void
act_mac(uint8_t mac[HASH_BYTES], const uint8_t key[KEY_BYTES], const uint8_t before[HASH_BYTES], const struct admin_act *a)
{
	struct text t;

	text_init(&t);
	encode_text(&t, "yimen admin act 1");
	text_add_n(&t, (const char *)before, HASH_BYTES);
	encode_number(&t, a->number);
	encode_number(&t, (uint64_t)a->at);
	encode_text(&t, a->power);
	encode_number(&t, a->account);
	encode_text(&t, a->actor_name);
	encode_text(&t, a->act);
	encode_text(&t, a->subject);
	encode_text(&t, a->subject_id);
	encode_text(&t, a->subject_name);
	encode_text(&t, a->reason);
	encode_text(&t, a->was);
	encode_text(&t, a->became);
	mac_of(mac, key, t.start, t.bytes);
	text_free(&t);
}

static const char *
or_empty(const char *s)
{
	return s ? s : "";
}

/* The MAC of the row of that number: zeros where there is none. */
static void
mac_before(struct db *db, struct arena *arena, uint64_t number, uint8_t mac[HASH_BYTES])
{
	struct query *q = query_new(db, arena, Q_ADMIN_ACT_MAC);
	const char *kept;
	size_t bytes = 0;

	memset(mac, 0, HASH_BYTES);
	query_number(q, "number", (long long)number);
	if (query_next(q) && (kept = query_get_at(q, 0, &bytes)) != NULL && bytes == HASH_BYTES)
		memcpy(mac, kept, HASH_BYTES);
}

void
admin_act_add(struct db *db, struct arena *arena, const uint8_t key[KEY_BYTES], struct admin_act *a)
{
	struct query *q = query_new(db, arena, Q_ADMIN_ACT_NEXT);
	uint8_t before[HASH_BYTES], mac[HASH_BYTES];

	query_run(q);
	a->number = query_id(q);
	mac_before(db, arena, a->number - 1, before);
	act_mac(mac, key, before, a);
	q = query_new(db, arena, Q_ADMIN_ACT_ADD);
	query_number(q, "number", (long long)a->number);
	query_instant(q, "at", a->at);
	query_text(q, "power", a->power);
	query_number(q, "account", (long long)a->account);
	query_text(q, "actor_name", or_empty(a->actor_name));
	query_text(q, "act", a->act);
	query_text(q, "subject", a->subject);
	query_text(q, "subject_id", or_empty(a->subject_id));
	query_text(q, "subject_name", or_empty(a->subject_name));
	query_text(q, "reason", or_empty(a->reason));
	query_text(q, "was", or_empty(a->was));
	query_text(q, "became", or_empty(a->became));
	query_bytes(q, "mac", mac, sizeof(mac));
	query_run(q);
}

static bool
row_right(const struct query *q, const uint8_t key[KEY_BYTES], const uint8_t before[HASH_BYTES], uint8_t mac[HASH_BYTES])
{
	const struct admin_act a = {
		.number = (uint64_t)query_get_number(q, "number"), .at = query_get_instant(q, "at"),
		.power = query_get(q, "power"), .account = (uint64_t)query_get_number(q, "account_id"),
		.actor_name = query_get(q, "actor_name"), .act = query_get(q, "act"), .subject = query_get(q, "subject"),
		.subject_id = query_get(q, "subject_id"), .subject_name = query_get(q, "subject_name"),
		.reason = query_get(q, "reason"), .was = query_get(q, "was"), .became = query_get(q, "became"),
	};
	const char *kept;
	size_t bytes = 0;

	act_mac(mac, key, before, &a);
	kept = query_get_at(q, query_columns(q) - 1, &bytes);
	return kept && bytes == HASH_BYTES && bytes_equal(kept, mac, HASH_BYTES);
}

uint64_t
admin_acts_verify(struct db *db, struct arena *arena, const uint8_t key[KEY_BYTES], uint64_t *count)
{
	struct query *q = query_new(db, arena, Q_ADMIN_ACTS_COUNTED), *rows;
	uint64_t counted = query_next(q) ? (uint64_t)query_get_number(q, "value") : 0, number = 1;
	uint8_t before[HASH_BYTES] = { 0 }, mac[HASH_BYTES];
	bool more = true;

	/* In parts: a year of acts need not lie in memory at once. */
	for (; more; ) {
		struct arena *part = arena_new();

		rows = query_new(db, part, Q_ADMIN_ACTS_FROM);
		query_number(rows, "number", (long long)number);
		for (more = false; query_next(rows); more = true, number++) {
			if ((uint64_t)query_get_number(rows, "number") != number || !row_right(rows, key, before, mac)) {
				arena_free(part);
				return number;
			}
			memcpy(before, mac, HASH_BYTES);
		}
		arena_free(part);
	}
	*count = number - 1;
	return *count == counted ? 0 : number;
}
