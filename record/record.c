#include "record/record.h"

#include "base/text.h"
#include "generated/queries/record.h"

#include <string.h>

static void
encode_number(struct text *t, uint64_t n)
{
	unsigned char bytes[8];

	for (size_t i = 0; i < sizeof bytes; i++)
		bytes[i] = (unsigned char)(n >> (56 - 8 * i));
	text_add_n(t, (const char *)bytes, sizeof bytes);
}

/* With its length before it, so that no two rows share an encoding. */
static void
encode_text(struct text *t, const char *s)
{
	size_t bytes = s ? strlen(s) : 0;

	encode_number(t, bytes);
	if (bytes > 0)
		text_add_n(t, s, bytes);
}

void
record_mac(uint8_t mac[HASH_BYTES], const uint8_t key[KEY_BYTES], const uint8_t before[HASH_BYTES],
    uint32_t position, const struct record_entry *e)
{
	static const uint8_t none[HASH_BYTES];
	struct text t;

	text_init(&t);
	encode_text(&t, "yimen case event 1");
	text_add_n(&t, (const char *)(before ? before : none), HASH_BYTES);
	encode_number(&t, e->case_id);
	encode_number(&t, position);
	encode_number(&t, (uint64_t)e->at);
	encode_text(&t, e->event);
	encode_text(&t, e->state_before);
	encode_text(&t, e->state_after);
	encode_number(&t, e->by.account);
	encode_text(&t, e->by.kind);
	encode_text(&t, e->by.name);
	encode_text(&t, e->by.organ);
	encode_text(&t, e->reason);
	encode_text(&t, e->detail);
	mac_of(mac, key, t.start, t.bytes);
	text_free(&t);
}

static const char *
or_empty(const char *s)
{
	return s ? s : "";
}

/* What a look-up shows of the event, beside the case: 0023-speed.sql. */
static void
course_add(struct db *db, struct arena *arena, const struct record_entry *entry, uint64_t event_id)
{
	struct query *q = query_new(db, arena, Q_COURSE_ADD);
	char at[INSTANT_TEXT];

	query_number(q, "case_id", (long long)entry->case_id);
	query_number(q, "event_id", (long long)event_id);
	query_text(q, "line", arena_format(arena, "%s %s %s\n", instant_print(entry->at, at), entry->event, entry->by.kind));
	query_run(q);
}

void
record_add(struct db *db, struct arena *arena, const uint8_t key[KEY_BYTES], const struct record_entry *entry)
{
	struct query *q = query_new(db, arena, Q_EVENT_BEFORE);
	const uint8_t *before;
	uint8_t mac[HASH_BYTES];
	uint32_t position;
	uint64_t event_id;
	size_t bytes = 0;

	query_number(q, "id", (long long)entry->case_id);
	if (!query_next(q))
		return;		/* the failure is the connection's, and sticks there */
	position = (uint32_t)query_get_number(q, "position");
	before = (const uint8_t *)query_get_at(q, 0, &bytes);
	/* A row that should be there and is not does not stop the work: record_verify tells. */
	record_mac(mac, key, bytes == HASH_BYTES ? before : NULL, position, entry);

	q = query_new(db, arena, Q_EVENT_ADD);
	query_number(q, "case_id", (long long)entry->case_id);
	query_number(q, "position", position);
	query_instant(q, "at", entry->at);
	query_text(q, "event", entry->event);
	query_text(q, "state_before", entry->state_before);
	query_text(q, "state_after", entry->state_after);
	query_number(q, "account_id", (long long)entry->by.account);
	query_text(q, "actor_kind", entry->by.kind);
	query_text(q, "actor_name", entry->by.name);
	query_text(q, "organ_code", or_empty(entry->by.organ));
	query_text(q, "reason", or_empty(entry->reason));
	query_text(q, "detail", or_empty(entry->detail));
	query_bytes(q, "mac", mac, sizeof mac);
	if (query_run(q) != 1)
		return;
	event_id = query_id(q);
	course_add(db, arena, entry, event_id);
	q = query_new(db, arena, Q_EVENT_QUEUE);
	query_number(q, "event_id", (long long)event_id);
	query_run(q);
}
