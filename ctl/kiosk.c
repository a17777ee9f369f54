/* kiosk.c - machines in the halls: making one known, listing them, taking one out of use. */
#include "ctl/ctl.h"

#include "base/random.h"
#include "base/text.h"
#include "generated/queries/queue.h"

#include <stdio.h>
#include <string.h>

struct kiosk {
	struct ctl *ctl;
	const char *centre, *name;
	long long id, changed;
	uint8_t hash[HASH_BYTES];
};

static bool
add(struct db *db, void *arg)
{
	struct kiosk *k = arg;
	struct query *q = query_new(db, k->ctl->arena, Q_KIOSK_ADD);

	query_text(q, "centre", k->centre);
	query_text(q, "name", k->name);
	query_bytes(q, "token_hash", k->hash, HASH_BYTES);
	query_instant(q, "now", k->ctl->now);
	k->changed = query_run(q);
	return k->changed == 1;
}

static bool
retire(struct db *db, void *arg)
{
	struct kiosk *k = arg;
	struct query *q = query_new(db, k->ctl->arena, Q_KIOSK_RETIRE);

	query_number(q, "id", k->id);
	query_instant(q, "now", k->ctl->now);
	k->changed = query_run(q);
	return true;
}

/* The token is shown once; the database keeps its hash. */
static int
kiosk_add(struct kiosk *k)
{
	uint8_t token[32];
	struct text hex;
	int status;

	random_bytes(token, sizeof(token));
	sha256_of(k->hash, token, sizeof(token));
	status = ctl_transaction(k->ctl, "kiosk", add, k);
	if (status != CTL_FINE)
		return status;
	text_init(&hex);
	text_add_hex(&hex, token, sizeof(token));
	printf("token: %s\nopen /kiosk/set_up on the machine and type it in, once\n", hex.start);
	text_free(&hex);
	return CTL_FINE;
}

static int
kiosk_list(struct ctl *ctl)
{
	struct query *q = query_new(ctl->db, ctl->arena, Q_KIOSKS);

	db_ready(ctl->db);
	while (query_next(q))
		printf("%s\t%s\t%s\t%s\n", query_get(q, "id"), query_get(q, "centre_code"), query_get(q, "name"),
		    query_is_null(q, "retired_at") ? "in use" : "retired");
	return db_failed(ctl->db) == DB_FINE ? CTL_FINE : ctl_fail_db("kiosk", ctl->db);
}

int
verb_kiosk(struct ctl *ctl, int argc, char **argv)
{
	struct kiosk k = { .ctl = ctl };

	if (argc == 4 && strcmp(argv[1], "add") == 0) {
		k.centre = argv[2];
		k.name = argv[3];
		return kiosk_add(&k);
	}
	if (argc == 3 && strcmp(argv[1], "retire") == 0 && text_number(argv[2], 1, 1000000000, &k.id)) {
		int status = ctl_transaction(ctl, "kiosk", retire, &k);

		return status == CTL_FINE && k.changed != 1 ? ctl_fail("kiosk %lld is not in use", k.id) : status;
	}
	return argc == 2 && strcmp(argv[1], "list") == 0 ? kiosk_list(ctl) : CTL_USAGE;
}
