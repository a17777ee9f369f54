/* batch.c - publishing and taking back a whole import: see import.h. */
#include "catalogue/import.h"

#include "base/text.h"
#include "catalogue/publish.h"
#include "catalogue/store.h"
#include "generated/queries/catalogue.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

enum { PROGRESS_ROWS = 50 };

struct batch {
	uint64_t id, account;
	const char *state;
	bool documents;
	long long rows;
};

/* Locked until the transaction ends. */
static bool
batch_take(struct db *db, struct arena *arena, uint64_t id, struct batch *b)
{
	struct query *q = query_new(db, arena, Q_BATCH_TAKE);

	query_number(q, "id", (long long)id);
	if (!query_next(q))
		return false;
	*b = (struct batch){ id, (uint64_t)query_get_number(q, "account_id"), query_get(q, "state"),
		text_is(query_get(q, "kind"), "documents"), query_get_number(q, "rows_total") };
	return true;
}

static void
batch_move(struct db *db, struct arena *arena, const struct batch *b, const char *state, instant now)
{
	struct query *q = query_new(db, arena, Q_BATCH_MOVE);

	query_number(q, "id", (long long)b->id);
	query_text(q, "was", b->state);
	query_text(q, "state", state);
	query_number(q, "rows_done", b->rows);
	query_instant(q, "now", now);
	query_run(q);
}

static void
batch_act(struct db *db, struct arena *arena, const struct batch *b, const struct publishing *p, const char *act,
    const char *detail)
{
	act_add(db, arena, &(struct act){ p->account, p->now, act,
	    arena_format(arena, "batch/%llu", (unsigned long long)b->id), p->reason ? p->reason : "", detail });
}

static long long
counted(struct db *db, struct arena *arena, const struct statement *statement, uint64_t batch)
{
	struct query *q = query_new(db, arena, statement);

	query_number(q, "batch", (long long)batch);
	return query_next(q) ? query_get_number(q, "n") : 0;
}

size_t
import_published(struct db *db, struct arena *arena, uint64_t batch, bool documents)
{
	return (size_t)counted(db, arena, documents ? Q_BATCH_DOCUMENTS_OUT : Q_BATCH_VERSIONS_OUT, batch);
}

/* What one call publishes of a batch. */
struct slice {
	size_t before, most, done, left;
};

/* The first reason that forbids a row; what the checks of all rows say stands in b. */
static const char *
rows_publish(struct db *db, struct db *aside, struct arena *arena, const struct batch *batch,
    struct batch_publishing *b, struct slice *slice)
{
	struct query *q = query_new(db, arena, batch->documents ? Q_DOCUMENTS_OF_BATCH : Q_VERSIONS_OF_BATCH);
	struct arena *row = arena_new();
	const char *first = NULL;

	query_number(q, "batch", (long long)batch->id);
	while (query_next(q)) {
		uint64_t id = (uint64_t)query_get_number(q, "id");
		const char *no;

		if (!text_is(query_get(q, "state"), "draft"))
			continue;	/* a webmaster has it in hand, or it is published */
		if (slice->most && slice->done == slice->most) {
			slice->left++;
			continue;
		}
		no = batch->documents ? document_publish_in_batch(db, row, id, b)
		    : item_publish_in_batch(db, row, id, b);
		if (no && !first)
			first = no;
		arena_reset(row);
		if (++slice->done % PROGRESS_ROWS == 0)
			import_progress(aside, batch->id, slice->before + slice->done, b->publishing->now);
	}
	arena_free(row);
	return first;
}

const char *
import_publish(struct db *db, struct db *aside, struct arena *arena, uint64_t id, const struct mapping *mapping,
    const struct publishing *p, size_t most, size_t *left)
{
	struct batch_publishing b = { .publishing = p };
	struct slice slice = { .most = most };
	struct places *places;
	struct batch batch;
	const char *no;

	if (!batch_take(db, arena, id, &batch))
		return "batch_gone";
	if (!text_is(batch.state, "applied"))
		return "batch_state";
	if (batch.account == p->account)
		return "four_eyes";
	slice.before = import_published(db, arena, id, batch.documents);
	import_progress(aside, id, slice.before, p->now);
	b.places = places = places_load(db);
	judge_load(&b.judge, db, arena, mapping);
	no = rows_publish(db, aside, arena, &batch, &b, &slice);
	places_free(places);
	if (no)
		return no;
	batch_act(db, arena, &batch, p, "import_publish", arena_format(arena,
	    "{\"rows\":%zu,\"left\":%zu,\"warnings\":%zu}", slice.done, slice.left, b.warnings));
	if (!slice.left)
		batch_move(db, arena, &batch, "published", p->now);
	catalogue_moved(db, arena);
	import_progress(aside, id, (size_t)batch.rows, p->now);	/* nothing runs any more */
	if (left)
		*left = slice.left;
	return NULL;
}

/* ---- undo ---- */

static void
dropped(struct db *db, struct arena *arena, const struct statement *statement, uint64_t batch)
{
	struct query *q = query_new(db, arena, statement);

	query_number(q, "batch", (long long)batch);
	query_run(q);
}

static const char *
undo_items(struct db *db, struct arena *arena, const struct batch *b)
{
	const struct statement *const drops[] = {
		Q_BATCH_UNPOINT, Q_BATCH_DROP_TERMS, Q_BATCH_DROP_THEMES, Q_BATCH_DROP_PLACES, Q_BATCH_DROP_BASES,
		Q_BATCH_DROP_MATERIALS, Q_BATCH_DROP_STEPS, Q_BATCH_DROP_CHECKS, Q_BATCH_DROP_FEES,
		Q_BATCH_DROP_QUESTIONS, Q_BATCH_DROP_FIELDS,
	};
	struct query *before = query_new(db, arena, Q_BATCH_REPLACED);

	if (counted(db, arena, Q_BATCH_FILED, b->id))
		return "batch_filed";
	if (counted(db, arena, Q_BATCH_SUPERSEDED, b->id))
		return "batch_superseded";
	query_number(before, "batch", (long long)b->id);
	for (size_t i = 0; i < COUNT(drops); i++)
		dropped(db, arena, drops[i], b->id);
	while (query_next(before))
		item_restore(db, arena, (uint64_t)query_get_number(before, "id"), query_get(before, "item_code"));
	dropped(db, arena, Q_BATCH_DROP_VERSIONS, b->id);
	query_run(query_new(db, arena, Q_ITEMS_DROP_EMPTY));
	return NULL;
}

static const char *
undo_documents(struct db *db, struct arena *arena, const struct batch *b)
{
	if (counted(db, arena, Q_BATCH_DOCUMENTS_PUBLISHED, b->id))
		return "batch_numbered";	/* an index number is given once, and stays */
	dropped(db, arena, Q_BATCH_DROP_DOCUMENTS, b->id);
	return NULL;
}

const char *
import_undo(struct db *db, struct arena *arena, uint64_t id, const struct publishing *p)
{
	struct batch b;
	const char *no;

	if (!batch_take(db, arena, id, &b))
		return "batch_gone";
	if (!text_is(b.state, "applied") && !text_is(b.state, "published"))
		return "batch_state";
	no = b.documents ? undo_documents(db, arena, &b) : undo_items(db, arena, &b);
	if (no)
		return no;
	batch_act(db, arena, &b, p, "import_undo", "");
	batch_move(db, arena, &b, "undone", p->now);
	catalogue_moved(db, arena);
	return NULL;
}
