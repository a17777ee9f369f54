/* document.c - the life of a document: see publish.h. */
#include "catalogue/publish.h"

#include "base/text.h"
#include "catalogue/store.h"
#include "catalogue/terms.h"
#include "generated/queries/catalogue.h"
#include "rules/document.h"
#include "rules/number.h"

#define INDEX_PATTERN	"{organ}/{yyyy}{mm}-{serial:5}"

struct document_state {
	const char *index_number, *state, *category, *organ, *area;
	uint64_t author;
	long long version;
};

static const char *
not_in(struct db *db, struct arena *arena, uint64_t id, long long version, const char *state,
    struct document_state *s)
{
	struct query *q = query_new(db, arena, Q_DOCUMENT_STATE);

	query_number(q, "id", (long long)id);
	if (!query_next(q))
		return "version_gone";
	*s = (struct document_state){ query_get(q, "index_number"), query_get(q, "state"), query_get(q, "category"),
		query_get(q, "organ_code"), query_get(q, "area_code"), (uint64_t)query_get_number(q, "author_id"),
		query_get_number(q, "version") };
	if (version != ANY_VERSION && version != s->version)
		return "faster";
	return text_is(s->state, state) ? NULL : "version_state";
}

static void
document_act(struct db *db, struct arena *arena, const struct publishing *p, const char *act, uint64_t id,
    const char *detail)
{
	act_add(db, arena, &(struct act){ p->account, p->now, act,
	    arena_format(arena, "document/%llu", (unsigned long long)id), p->reason ? p->reason : "", detail });
}

static const char *
document_move(struct db *db, struct arena *arena, uint64_t id, const struct document_state *s, const char *state)
{
	struct query *q = query_new(db, arena, Q_DOCUMENT_MOVE);

	query_number(q, "id", (long long)id);
	query_text(q, "was", s->state);
	query_text(q, "state", state);
	query_number(q, "version", s->version);
	return query_run(q) == 1 ? NULL : "faster";
}

const char *
document_submit(struct db *db, struct arena *arena, uint64_t id, long long version, const struct publishing *p)
{
	struct document_state s;
	const char *no = not_in(db, arena, id, version, "draft", &s);

	if (!no && !(no = document_move(db, arena, id, &s, "review")))
		document_act(db, arena, p, "document_submit", id, "");
	return no;
}

const char *
document_send_back(struct db *db, struct arena *arena, uint64_t id, long long version, const struct publishing *p)
{
	struct document_state s;
	const char *no = not_in(db, arena, id, version, "review", &s);

	if (!no && text_empty(p->reason))
		no = "no_reason";
	if (!no && !(no = document_move(db, arena, id, &s, "draft")))
		document_act(db, arena, p, "document_send_back", id, "");
	return no;
}

/* ---- the index number ---- */

static const char *
setting(struct db *db, struct arena *arena, const char *name, const char *usual)
{
	struct query *q = query_new(db, arena, Q_SETTING_LOAD);

	query_text(q, "name", name);
	return query_next(q) ? query_get(q, "value") : usual;
}

static int
next_serial(struct db *db, struct arena *arena, const char *counter)
{
	const char *name = arena_format(arena, "index:%s", counter);
	struct query *q = query_new(db, arena, Q_COUNTER_NEXT);

	query_text(q, "name", name);
	query_run(q);
	q = query_new(db, arena, Q_COUNTER_LOAD);
	query_text(q, "name", name);
	return query_next(q) ? (int)query_get_number(q, "value") : 0;
}

/* Documents brought from elsewhere may have their numbers already. */
static bool
index_known(struct db *db, struct arena *arena, const char *number)
{
	struct query *q = query_new(db, arena, Q_DOCUMENT_INDEXED);

	query_text(q, "index_number", number);
	return query_next(q) && query_get_number(q, "n") > 0;
}

/* NULL and the number, or the reason why there is none. */
static const char *
index_take(struct db *db, struct arena *arena, const struct document_state *s, struct day on,
    char number[static INDEX_NUMBER_TEXT])
{
	const char *pattern = setting(db, arena, "documents.index_pattern", INDEX_PATTERN);
	struct index_parts parts = {
		*s->organ ? s->organ : setting(db, arena, "documents.organ", ""),
		*s->area ? s->area : setting(db, arena, "documents.area", ""), s->category, on, 1
	};
	char counter[INDEX_NUMBER_TEXT];

	if (index_counter(pattern, &parts, counter) != INDEX_OK)
		return "index_pattern";
	do {
		parts.serial = next_serial(db, arena, counter);
		if (index_number(pattern, &parts, number) != INDEX_OK)
			return "index_pattern";
	} while (index_known(db, arena, number));
	return NULL;
}

/* ---- publishing ---- */

static void
document_terms_set(struct db *db, struct arena *arena, const struct places *places, uint64_t id, json_t *document)
{
	struct query *q = query_new(db, arena, Q_DOCUMENT_TERMS_SET);

	query_number(q, "id", (long long)id);
	query_text(q, "terms", terms_of_document(arena, places, document));
	query_run(q);
}

static bool
wrote(struct db *db, struct arena *arena, uint64_t id, uint64_t account)
{
	struct query *q = query_new(db, arena, Q_ACT_WROTE);

	query_text(q, "subject", arena_format(arena, "document/%llu", (unsigned long long)id));
	query_number(q, "account", (long long)account);
	return query_next(q) && query_get_number(q, "n") > 0;
}

static const char *
document_in_force(struct db *db, struct arena *arena, const struct places *places, uint64_t id,
    const struct document_state *s, const struct publishing *p)
{
	char number[INDEX_NUMBER_TEXT], key[DOCUMENT_KEY_TEXT];
	json_t *document;
	struct query *q;
	const char *no;
	long long done;

	if (s->author == p->account || wrote(db, arena, id, p->account))
		return "four_eyes";
	if (!*s->index_number && (no = index_take(db, arena, s, p->today, number)) != NULL)
		return no;
	document = document_load(db, arena, id);
	q = query_new(db, arena, Q_DOCUMENT_PUBLISH);
	query_number(q, "id", (long long)id);
	query_text(q, "was", s->state);
	query_number(q, "version", s->version);
	query_text(q, "index_number", *s->index_number ? s->index_number : number);
	query_number(q, "publisher", (long long)p->account);
	query_instant(q, "now", p->now);
	query_day(q, "today", p->today);
	query_text(q, "doc_number_key", document_number_key(native_text(document, "doc_number"), key));
	done = query_run(q);
	document_terms_set(db, arena, places, id, document);
	json_decref(document);
	return done == 1 ? NULL : done < 0 ? "index_taken" : "faster";
}

const char *
document_publish(struct db *db, struct arena *arena, uint64_t id, long long version, const struct publishing *p)
{
	struct document_state s;
	struct places *places;
	const char *no = not_in(db, arena, id, version, "review", &s);

	if (no)
		return no;
	places = places_load(db);
	no = document_in_force(db, arena, places, id, &s, p);
	places_free(places);
	if (!no) {
		document_act(db, arena, p, "document_publish", id, "");
		catalogue_moved(db, arena);
	}
	return no;
}

const char *
document_publish_in_batch(struct db *db, struct arena *arena, uint64_t id, struct batch_publishing *b)
{
	struct document_state s;
	const char *no = not_in(db, arena, id, ANY_VERSION, "draft", &s);

	return no ? no : document_in_force(db, arena, b->places, id, &s, b->publishing);
}

const char *
document_withdraw(struct db *db, struct arena *arena, uint64_t id, long long version, const struct publishing *p)
{
	struct document_state s;
	const char *no = not_in(db, arena, id, version, "published", &s);
	struct query *q;

	if (no)
		return no;
	if (text_empty(p->reason))
		return "no_reason";
	if ((no = document_move(db, arena, id, &s, "withdrawn")) != NULL)
		return no;
	q = query_new(db, arena, Q_DOCUMENT_TERMS_DROP);
	query_number(q, "id", (long long)id);
	query_run(q);
	document_act(db, arena, p, "document_withdraw", id, s.index_number);
	catalogue_moved(db, arena);
	return NULL;
}
