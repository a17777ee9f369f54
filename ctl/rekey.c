/*
 * rekey.c - seals personal numbers anew with the newest key: after a key was added, and once what was stored before
 * there were keys.
 *
 * It walks each table in small transactions and writes down how far it has come,
 * so that it may be cut and begun again, twice at once as well: a row that was
 * changed meanwhile is left to whoever changed it, and to the next walk.  Workers
 * that have not seen the newest key yet seal with the one before; so the walk
 * is repeated until it finds nothing.  Public numbers stay as they are and get
 * their blind index alone.
 */
#include "ctl/ctl.h"

#include "base/sealed.h"
#include "base/text.h"
#include "generated/queries/rekey.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { COLUMNS_MOST = 4, SPAN = 200, WALKS_MOST = 5, SAY_EVERY_S = 10 };

struct sealed_table {
	const char *name;
	const struct statement *rows, *set;
	const struct statement *end;	/* its places are cases, SPAN at once, up to this one; NULL: its own ids */
	const char *also;		/* what names a row besides its place; NULL: nothing */
	struct { const char *name; enum sealed_kind kind; bool found_by; } columns[COLUMNS_MOST];	/* found_by: it has a blind index */
};

static const struct sealed_table tables[] = {
	{ "accounts", Q_REKEY_ACCOUNTS, Q_REKEY_ACCOUNT, NULL, NULL,
	    { { "login", SEALED_LOGIN, true }, { "id_number", SEALED_NUMBER, true }, { "phone", SEALED_PHONE, false },
	      { "email", SEALED_EMAIL, false } } },
	{ "cases", Q_REKEY_CASES, Q_REKEY_CASE, NULL, NULL,
	    { { "applicant_number", SEALED_NUMBER, true }, { "contact_phone", SEALED_PHONE, false },
	      { "agent_number", SEALED_NUMBER, false } } },
	{ "case_answers", Q_REKEY_ANSWERS, Q_REKEY_ANSWER, Q_REKEY_ANSWERS_END, "name", { { "value", SEALED_ANSWER, false } } },
	{ "licences", Q_REKEY_LICENCES, Q_REKEY_LICENCE, NULL, NULL, { { "id_number", SEALED_NUMBER, true } } },
	{ "integrity_notes", Q_REKEY_NOTES, Q_REKEY_NOTE, NULL, NULL, { { "id_number", SEALED_NUMBER, true } } },
	{ "delegations", Q_REKEY_DELEGATIONS, Q_REKEY_DELEGATION, NULL, NULL, { { "delegate_number", SEALED_NUMBER, true } } },
	{ "case_deliveries", Q_REKEY_DELIVERIES, Q_REKEY_DELIVERY, Q_REKEY_DELIVERIES_END, "round",
	    { { "phone", SEALED_PHONE, false } } },
	{ "delivery_changes", Q_REKEY_CHANGES, Q_REKEY_CHANGE, NULL, NULL, { { "contact_phone", SEALED_PHONE, false } } },
	{ "bookings", Q_REKEY_BOOKINGS, Q_REKEY_BOOKING, NULL, NULL, { { "phone", SEALED_PHONE, false } } },
	{ "enquiries", Q_REKEY_ENQUIRIES, Q_REKEY_ENQUIRY, NULL, NULL,
	    { { "asker_phone", SEALED_PHONE, false }, { "asker_email", SEALED_EMAIL, false } } },
	{ "outbox", Q_REKEY_OUTBOX, Q_REKEY_MESSAGE, NULL, NULL, { { "recipient", SEALED_RECIPIENT, false } } },
	{ "audit_searches", Q_REKEY_SEARCHES, Q_REKEY_SEARCH, NULL, NULL, { { "who", SEALED_LOGIN, false } } },
};
enum { TABLES = sizeof(tables) / sizeof(tables[0]) };

struct walk {
	struct ctl *ctl;
	struct arena *arena;
	const struct sealed_table *table;
	unsigned newest;
	bool check;			/* nothing is changed */
	uint64_t seen, last;
	unsigned long long resealed;	/* of this table, by this walk and the one it goes on with */
	unsigned long long batch, left, faults;
	bool over;
};

/* What belongs there; NULL: it does not open. */
static const char *
sealed_anew(struct walk *w, const struct query *row, const char *column, enum sealed_kind kind, const char **plain,
    const char **why)
{
	const char *kept = query_get(row, column), *name = kind == SEALED_ANSWER ? query_get(row, "name") : "";

	*plain = kind == SEALED_ANSWER ? sealed_answer_open(w->arena, name, kept, why) :
	    sealed_open(w->arena, kind, kept, why);
	if (!*plain)
		return NULL;
	if (sealed_wanted(kind, *plain) && sealed_version(kept) == w->newest)
		return kept;
	return kind == SEALED_ANSWER ?
	    sealed_answer(w->arena, (uint64_t)query_get_number(row, "place"), name, true, *plain) :
	    sealed_text(w->arena, kind, *plain);
}

static void
fault_say(struct walk *w, const struct query *row, const char *column, const char *why)
{
	fprintf(stderr, "%s %s: %s %s\n", w->table->name, query_get(row, "place"), column, why);
	w->faults++;
}

static void
row_reseal(struct walk *w, struct db *db, const struct query *row)
{
	const struct sealed_table *t = w->table;
	struct query *q = query_new(db, w->arena, t->set);
	bool changes = t->columns[0].found_by && query_get_number(row, "unfound") == 1;

	for (size_t i = 0; i < COLUMNS_MOST && t->columns[i].name; i++) {
		const char *column = t->columns[i].name, *plain, *why = "";
		const char *fresh = sealed_anew(w, row, column, t->columns[i].kind, &plain, &why);

		if (!fresh) {
			fault_say(w, row, column, why);
			return;
		}
		changes = changes || !text_is(fresh, query_get(row, column));
		query_text(q, column, fresh);
		query_text(q, arena_format(w->arena, "%s_was", column), query_get(row, column));
		if (t->columns[i].found_by)
			query_text(q, arena_format(w->arena, "%s_plain", column), plain);
	}
	if (!changes)
		return;
	w->batch++;
	if (w->check)
		return;
	query_text(q, "place", query_get(row, "place"));
	if (t->also)
		query_text(q, t->also, query_get(row, t->also));
	if (query_run(q) < 0)
		fault_say(w, row, t->columns[0].name, "or another number of it stands in a second row");
}

static void
seen_write(struct walk *w, struct db *db)
{
	struct query *q = query_new(db, w->arena, Q_REKEY_SEEN_SET);

	query_text(q, "name", w->table->name);
	query_number(q, "key_version", (long long)w->newest);
	query_number(q, "seen", (long long)w->seen);
	query_number(q, "resealed", (long long)(w->resealed + w->batch));
	query_instant(q, "done_at", w->over ? w->ctl->now : INSTANT_NONE);
	query_run(q);
}

static bool
some_reseal(struct db *db, void *arg)
{
	struct walk *w = arg;
	struct query *rows = query_new(db, w->arena, w->table->rows);
	uint64_t before = w->seen, last = before;
	bool any = false;

	w->batch = 0;
	query_number(rows, "after", (long long)w->seen);
	query_text(rows, "newest", arena_format(w->arena, "~%u~%%", w->newest));
	while (query_next(rows)) {
		any = true;
		last = (uint64_t)query_get_number(rows, "place");
		row_reseal(w, db, rows);
	}
	w->seen = w->table->end ? before + SPAN : last;
	w->over = w->table->end ? w->seen >= w->last : !any;
	if (!w->check)
		seen_write(w, db);
	if (db_failed(db) == DB_FINE)
		return true;
	w->seen = before;	/* once more, from there */
	return false;
}

/* Where its places end.  False when nobody can say: taken for nought, the walk would be over after its first span and the rest
 * be said to be sealed. */
static bool
end_find(struct ctl *ctl, const struct sealed_table *t, uint64_t *end)
{
	struct query *q;

	*end = 0;
	if (!t->end)
		return true;
	if (!db_begin(ctl->db, true))
		return false;
	q = query_new(ctl->db, ctl->arena, t->end);
	if (query_next(q))
		*end = (uint64_t)query_get_number(q, "last");
	return db_commit(ctl->db);
}

/* Where an earlier walk with this key was cut; done: it came to the end. */
static bool
begun(struct ctl *ctl, const struct sealed_table *t, unsigned newest, uint64_t *seen, unsigned long long *resealed)
{
	struct query *q;
	bool done = false;

	*seen = *resealed = 0;
	if (!db_begin(ctl->db, true))
		return false;
	q = query_new(ctl->db, ctl->arena, Q_REKEY_SEEN);
	query_text(q, "name", t->name);
	if (query_next(q) && query_get_number(q, "key_version") == newest) {
		done = query_get_number(q, "done") == 1;
		*seen = done ? 0 : (uint64_t)query_get_number(q, "seen");
		*resealed = done ? 0 : (unsigned long long)query_get_number(q, "resealed");
	}
	db_commit(ctl->db);
	return done;
}

/* Of a long walk how far it is, now and then. */
static void
progress_say(struct walk *w, time_t *said_s)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	if (*said_s == 0)
		*said_s = now.tv_sec;
	if (now.tv_sec < *said_s + SAY_EVERY_S)
		return;
	*said_s = now.tv_sec;
	printf("%s: %llu so far, at row %" PRIu64 "\n", w->table->name, w->left, w->seen);
	fflush(stdout);
}

static int
table_walk(struct walk *w)
{
	time_t said_s = 0;

	w->over = false;
	w->left = 0;
	if (!end_find(w->ctl, w->table, &w->last))
		return ctl_fail_db(w->table->name, w->ctl->db);
	while (!w->over) {
		if (ctl_transaction(w->ctl, w->table->name, some_reseal, w) != CTL_FINE)
			return CTL_FAILED;
		w->left += w->batch;
		w->resealed += w->batch;
		arena_reset(w->arena);
		progress_say(w, &said_s);
	}
	return CTL_FINE;
}

/* Once over all tables; *found: how many rows were not as they should be. */
static int
walk_all(struct ctl *ctl, bool check, unsigned long long *found, unsigned long long *faults)
{
	struct walk w = { .ctl = ctl, .arena = arena_new(), .newest = sealed_newest(), .check = check };
	int status = CTL_FINE;

	*found = 0;
	for (size_t i = 0; i < TABLES && status == CTL_FINE; i++) {
		w.table = &tables[i];
		w.seen = w.resealed = 0;
		if (!check)
			begun(ctl, w.table, w.newest, &w.seen, &w.resealed);
		status = table_walk(&w);
		*found += w.left;
		if (w.left > 0)
			printf("%s: %llu %s\n", w.table->name, w.left, check ? "not sealed with the newest key" :
			    "sealed anew");
		fflush(stdout);
	}
	*faults = w.faults;
	arena_free(w.arena);
	return status;
}

/* ---- bookings of a telephone: known by its blind index, once by its digits ---- */

struct holders {
	struct ctl *ctl;
	uint64_t seen;
	bool over;
};

static bool
holders_blind(struct db *db, void *arg)
{
	static const struct statement *const both[] = { Q_REKEY_HOLDER, Q_REKEY_HOLDER_ITEMS };
	struct holders *h = arg;
	struct arena *arena = arena_new();
	struct query *rows = query_new(db, arena, Q_REKEY_HOLDERS), *q;
	uint64_t last = h->seen;

	query_number(rows, "after", (long long)h->seen);
	h->over = true;
	while (query_next(rows)) {
		const char *was = query_get(rows, "holder");
		const char *fresh = arena_format(arena, "p%s", sealed_blind_text(arena, SEALED_PHONE, was + 1));

		h->over = false;
		last = (uint64_t)query_get_number(rows, "place");
		for (size_t i = 0; i < sizeof(both) / sizeof(both[0]); i++) {
			q = query_new(db, arena, both[i]);
			query_text(q, "holder", fresh);
			query_text(q, "holder_was", was);
			query_text(q, "place", query_get(rows, "place"));
			query_run(q);
		}
	}
	arena_free(arena);
	if (db_failed(db) != DB_FINE)
		return false;
	h->seen = last;
	return true;
}

static int
holders_walk(struct ctl *ctl)
{
	struct holders h = { .ctl = ctl };
	int status;

	do
		status = ctl_transaction(ctl, "bookings", holders_blind, &h);
	while (status == CTL_FINE && !h.over);
	return status;
}

/* ---- the verb ---- */

static int
reseal(struct ctl *ctl)
{
	unsigned long long found = 1, faults = 0, all = 0;
	int status = holders_walk(ctl);

	for (int i = 0; i < WALKS_MOST && found > 0 && status == CTL_FINE; i++) {
		status = walk_all(ctl, false, &found, &faults);
		all += found;
	}
	if (status != CTL_FINE)
		return status;
	if (faults > 0)
		return ctl_fail("%llu texts do not open and were left as they are", faults);
	if (found > 0)
		return ctl_fail("%llu rows were still sealed anew by the last of %d walks: somebody seals with an older key; run it again",
		    found, WALKS_MOST);
	printf("%llu rows sealed anew; all are sealed with key %u\n", all, sealed_newest());
	return CTL_FINE;
}

int
ctl_rekey(struct ctl *ctl)
{
	uint64_t seen;
	unsigned long long resealed;
	bool done = true;

	if (sealed_newest() == 0)
		return ctl_fail("there is no key to seal personal numbers with: make one with yimenctl rekey --new");
	for (size_t i = 0; i < TABLES && done; i++)
		done = begun(ctl, &tables[i], sealed_newest(), &seen, &resealed);
	return done ? CTL_FINE : reseal(ctl);
}

int
verb_rekey(struct ctl *ctl, int argc, char **argv)
{
	bool check = argc == 2 && text_is(argv[1], "--check"), new = argc == 2 && text_is(argv[1], "--new");
	unsigned long long found, faults;
	unsigned before = 0;
	char why[300];

	if (argc > 2 || (argc == 2 && !check && !new))
		return CTL_USAGE;
	if (new) {
		before = sealed_load(why, sizeof(why)) ? sealed_newest() : 0;
		if (ctl_key_add(ctl->config.seal_dir) == 0)
			return CTL_FAILED;
	}
	if (!sealed_load(why, sizeof(why)))
		return ctl_fail("%s", why);
	if (new) {
		printf("key %u is there; keep a copy of %s apart\n", sealed_newest(), ctl->config.seal_dir);
		fflush(stdout);
		if (before == 0)
			return CTL_FINE;	/* the first: there may be no tables yet */
		sleep(SEALED_LOOK_S + 1);	/* by then every worker has seen it */
	}
	if (!check)
		return reseal(ctl);
	if (walk_all(ctl, true, &found, &faults) != CTL_FINE)
		return CTL_FAILED;
	if (found > 0 || faults > 0)
		return ctl_fail("%llu rows are not sealed with key %u, %llu texts do not open", found, sealed_newest(), faults);
	printf("all are sealed with key %u\n", sealed_newest());
	return CTL_FINE;
}
