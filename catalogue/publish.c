/* publish.c - the life of an item's version: see publish.h. */
#include "catalogue/publish.h"

#include "base/text.h"
#include "catalogue/elements.h"
#include "catalogue/places.h"
#include "catalogue/store.h"
#include "catalogue/terms.h"
#include "generated/queries/catalogue.h"

#include <stdlib.h>
#include <string.h>

struct item_state {
	const char *code, *state, *mapping;
	uint64_t author, publisher, published_id;
	long long version;
	unsigned number;
	struct day effective_on, retired_on;
};

void
catalogue_moved(struct db *db, struct arena *arena)
{
	query_run(query_new(db, arena, Q_CATALOGUE_MOVED));
}

static bool
item_state_load(struct db *db, struct arena *arena, uint64_t id, struct item_state *s)
{
	struct query *q = query_new(db, arena, Q_ITEM_VERSION_STATE);

	query_number(q, "id", (long long)id);
	if (!query_next(q))
		return false;
	*s = (struct item_state){
		query_get(q, "item_code"), query_get(q, "state"), query_get(q, "mapping"),
		(uint64_t)query_get_number(q, "author_id"), (uint64_t)query_get_number(q, "publisher_id"),
		(uint64_t)query_get_number(q, "published_id"), query_get_number(q, "version"),
		(unsigned)query_get_number(q, "number"), query_get_day(q, "effective_on"), query_get_day(q, "retired_on")
	};
	return true;
}

/* What forbids an event on a version: it is gone, moved, or in another state. */
static const char *
not_in(struct db *db, struct arena *arena, uint64_t id, long long version, const char *state, struct item_state *s)
{
	if (!item_state_load(db, arena, id, s))
		return "version_gone";
	if (version != ANY_VERSION && version != s->version)
		return "faster";
	return text_is(s->state, state) ? NULL : "version_state";
}

static void
item_act(struct db *db, struct arena *arena, const struct publishing *p, const char *act, const struct item_state *s,
    const char *detail)
{
	act_add(db, arena, &(struct act){ p->account, p->now, act,
	    arena_format(arena, "item/%s/%u", s->code, s->number), p->reason ? p->reason : "", detail });
}

static bool
item_move(struct db *db, struct arena *arena, uint64_t id, const struct item_state *s, const char *state)
{
	struct query *q = query_new(db, arena, Q_ITEM_VERSION_MOVE);

	query_number(q, "id", (long long)id);
	query_text(q, "was", s->state);
	query_text(q, "state", state);
	query_number(q, "version", s->version);
	return query_run(q) == 1;
}

const char *
item_submit(struct db *db, struct arena *arena, uint64_t id, long long version, const struct publishing *p)
{
	struct item_state s;
	const char *no = not_in(db, arena, id, version, "draft", &s);

	if (no)
		return no;
	if (!item_move(db, arena, id, &s, "review"))
		return "faster";
	item_act(db, arena, p, "item_submit", &s, "");
	return NULL;
}

const char *
item_send_back(struct db *db, struct arena *arena, uint64_t id, long long version, const struct publishing *p)
{
	struct item_state s;
	const char *no = not_in(db, arena, id, version, "review", &s);

	if (no)
		return no;
	if (text_empty(p->reason))
		return "no_reason";
	if (!item_move(db, arena, id, &s, "draft"))
		return "faster";
	item_act(db, arena, p, "item_send_back", &s, "");
	return NULL;
}

/* ---- publishing ---- */

static void
item_replace(struct db *db, struct arena *arena, uint64_t id, struct day on)
{
	struct query *q = query_new(db, arena, Q_ITEM_VERSION_REPLACE), *drop;

	query_number(q, "id", (long long)id);
	query_day(q, "on", on);
	query_run(q);
	drop = query_new(db, arena, Q_ITEM_TERMS_DROP);
	query_number(drop, "id", (long long)id);
	query_run(drop);
}

static void
item_terms_set(struct db *db, struct arena *arena, const struct places *places, uint64_t id, json_t *item)
{
	struct query *q = query_new(db, arena, Q_ITEM_TERMS_SET);

	query_number(q, "id", (long long)id);
	query_text(q, "terms", terms_of_item(arena, places, item));
	query_run(q);
}

static void
item_point(struct db *db, struct arena *arena, uint64_t id, const char *code, const char *organ)
{
	struct query *q = query_new(db, arena, Q_ITEM_POINT);

	query_text(q, "code", code);
	query_number(q, "published_id", (long long)id);
	query_text(q, "organ", organ);
	query_run(q);
}

/* The version stands before the public from now on; its day is today or, where none stood before, a past one. */
static const char *
item_in_force(struct db *db, struct arena *arena, const struct places *places, uint64_t id, const struct item_state *s,
    struct day on, const struct publishing *p, json_t *item)
{
	struct query *q = query_new(db, arena, Q_ITEM_VERSION_PUBLISH);

	if (!day_known(on) || (s->published_id && day_before(on, p->today)))
		on = p->today;
	if (s->published_id)
		item_replace(db, arena, s->published_id, on);
	query_number(q, "id", (long long)id);
	query_text(q, "was", s->state);
	query_number(q, "version", s->version);
	query_number(q, "publisher", (long long)p->account);
	query_day(q, "effective_on", on);
	query_instant(q, "now", p->now);
	query_text(q, "initials", initials_of(arena, native_text(item, "title")));
	if (query_run(q) != 1)
		return "faster";
	item_point(db, arena, id, s->code, native_text(item, "organ"));
	item_terms_set(db, arena, places, id, item);
	elements_keep(db, arena, id);
	return NULL;
}

static const char *
item_schedule(struct db *db, struct arena *arena, uint64_t id, const struct item_state *s, struct day on,
    const struct publishing *p, json_t *item)
{
	struct query *q = query_new(db, arena, Q_ITEM_VERSION_SCHEDULE);

	query_number(q, "id", (long long)id);
	query_text(q, "was", s->state);
	query_number(q, "version", s->version);
	query_number(q, "publisher", (long long)p->account);
	query_day(q, "effective_on", on);
	query_text(q, "initials", initials_of(arena, native_text(item, "title")));
	return query_run(q) == 1 ? NULL : "faster";
}

/* The names of the checks a version was published over. */
static const char *
verdict_names(struct arena *arena, const struct verdict *v)
{
	const char *names = "";

	for (size_t i = 0; i < v->count; i++)
		names = arena_format(arena, "%s%s%s", names, *names ? " " : "",
		    guide_check_name(v->findings[i].check));
	return names;
}

static const char *
judged(const struct verdict *v, const struct publishing *p)
{
	if (v->stops)
		return "checks_stop";
	return v->warnings && text_empty(p->reason) ? "checks_warn" : NULL;
}

static struct mapping *
mapping_of(const struct item_state *s, const struct publishing *p)
{
	char why[256];

	return *s->mapping && p->mapping_dir ? mapping_load(p->mapping_dir, s->mapping, why, sizeof(why)) : NULL;
}

static const char *
item_publish_loaded(struct db *db, struct arena *arena, uint64_t id, const struct item_state *s, struct day on,
    const struct publishing *p, json_t *item)
{
	struct mapping *mapping = mapping_of(s, p);
	struct verdict *v = arena_get(arena, sizeof(*v));
	struct places *places;
	struct judge judge;
	const char *no;

	judge_load(&judge, db, arena, mapping);
	mapping_free(mapping);
	judge_item_on(&judge, arena, item, day_known(on) ? on : p->today, v);
	if ((no = judged(v, p)) != NULL)
		return no;
	if (day_known(on) && day_before(p->today, on))
		no = item_schedule(db, arena, id, s, on, p, item);
	else {
		places = places_load(db);
		no = item_in_force(db, arena, places, id, s, on, p, item);
		places_free(places);
		catalogue_moved(db, arena);
	}
	if (!no)
		item_act(db, arena, p, "item_publish", s, verdict_names(arena, v));
	return no;
}

/* Whoever changed a word of it is one of its writers. */
static bool
wrote(struct db *db, struct arena *arena, const struct item_state *s, uint64_t account)
{
	struct query *q = query_new(db, arena, Q_ACT_WROTE);

	query_text(q, "subject", arena_format(arena, "item/%s/%u", s->code, s->number));
	query_number(q, "account", (long long)account);
	return query_next(q) && query_get_number(q, "n") > 0;
}

const char *
item_publish(struct db *db, struct arena *arena, uint64_t id, long long version, struct day effective_on,
    const struct publishing *p)
{
	struct item_state s;
	const char *no = not_in(db, arena, id, version, "review", &s);
	json_t *item;

	if (no)
		return no;
	if (s.author == p->account || wrote(db, arena, &s, p->account))
		return "four_eyes";
	item = item_load(db, arena, id);
	no = item_publish_loaded(db, arena, id, &s, day_known(effective_on) ? effective_on : s.effective_on, p, item);
	json_decref(item);
	return no;
}

const char *
item_publish_in_batch(struct db *db, struct arena *arena, uint64_t id, struct batch_publishing *b)
{
	struct verdict *v = arena_get(arena, sizeof(*v));
	struct item_state s;
	const char *no = not_in(db, arena, id, ANY_VERSION, "draft", &s);
	json_t *item;

	if (no)
		return no;
	if (s.author == b->publishing->account)
		return "four_eyes";
	item = item_load(db, arena, id);
	judge_item_on(&b->judge, arena, item, day_known(s.effective_on) ? s.effective_on : b->publishing->today, v);
	b->stops += v->stops;
	b->warnings += v->warnings;
	no = judged(v, b->publishing);
	if (!no && day_known(s.effective_on) && day_before(b->publishing->today, s.effective_on))
		no = item_schedule(db, arena, id, &s, s.effective_on, b->publishing, item);
	else if (!no)
		no = item_in_force(db, arena, b->places, id, &s, s.effective_on, b->publishing, item);
	json_decref(item);
	return no;
}

void
item_restore(struct db *db, struct arena *arena, uint64_t id, const char *code)
{
	struct query *q = query_new(db, arena, Q_VERSION_RESTORE);
	struct places *places = places_load(db);
	json_t *item = item_load(db, arena, id);

	query_number(q, "id", (long long)id);
	query_run(q);
	item_point(db, arena, id, code, native_text(item, "organ"));
	item_terms_set(db, arena, places, id, item);
	json_decref(item);
	places_free(places);
}

/* ---- the end, and a new beginning ---- */

static void
item_end(struct db *db, struct arena *arena, uint64_t id, const char *code)
{
	struct query *q = query_new(db, arena, Q_ITEM_VERSION_END);

	query_number(q, "id", (long long)id);
	query_run(q);
	q = query_new(db, arena, Q_ITEM_UNPOINT);
	query_text(q, "code", code);
	query_number(q, "was", (long long)id);
	query_run(q);
	q = query_new(db, arena, Q_ITEM_TERMS_DROP);
	query_number(q, "id", (long long)id);
	query_run(q);
}

const char *
item_retire(struct db *db, struct arena *arena, uint64_t id, long long version, struct day on,
    const struct publishing *p)
{
	struct item_state s;
	const char *no = not_in(db, arena, id, version, "published", &s);
	char day[DAY_TEXT];
	struct query *q;

	if (no)
		return no;
	if (text_empty(p->reason))
		return "no_reason";
	if (!day_known(on) || day_before(on, p->today))
		return "day_past";
	q = query_new(db, arena, Q_ITEM_VERSION_RETIRE);
	query_number(q, "id", (long long)id);
	query_number(q, "version", s.version);
	query_day(q, "on", on);
	if (query_run(q) != 1)
		return "faster";
	elements_keep(db, arena, id);
	if (!day_before(p->today, on))
		item_end(db, arena, id, s.code);
	item_act(db, arena, p, "item_retire", &s, day_print(on, day));
	catalogue_moved(db, arena);
	return NULL;
}

const char *
item_redraft(struct db *db, struct arena *arena, uint64_t id, const struct publishing *p, uint64_t *made)
{
	struct query *known = query_new(db, arena, Q_ITEM_KNOWN);
	struct item_state s;
	json_t *item;

	if (!item_state_load(db, arena, id, &s))
		return "version_gone";
	item = item_load(db, arena, id);
	json_object_del(item, "effective_on");
	json_object_del(item, "retired_on");
	query_text(known, "code", s.code);
	query_next(known);
	s.number = (unsigned)query_get_number(known, "last_number") + 1;
	*made = item_store(db, arena, item, s.number, &(struct origin){ p->account, 0, p->now });
	json_decref(item);
	if (*made == 0)
		return "faster";
	item_act(db, arena, p, "item_draft", &s, "");
	return NULL;
}

/* ---- what a day brings ---- */

static void
due_begin(struct db *db, struct arena *arena, const struct places *places, uint64_t id, const struct publishing *p)
{
	struct publishing by = *p;
	struct item_state s;
	json_t *item;

	if (not_in(db, arena, id, ANY_VERSION, "scheduled", &s))
		return;
	by.account = s.publisher;
	item = item_load(db, arena, id);
	item_in_force(db, arena, places, id, &s, s.effective_on, &by, item);
	json_decref(item);
	item_act(db, arena, &by, "item_effective", &s, "");
}

size_t
publish_due(struct db *db, struct arena *arena, const struct publishing *p)
{
	struct query *begin = query_new(db, arena, Q_VERSIONS_DUE), *over = query_new(db, arena, Q_VERSIONS_OVER);
	struct places *places = places_load(db);
	size_t n = 0;

	query_day(begin, "today", p->today);
	while (query_next(begin)) {
		due_begin(db, arena, places, (uint64_t)query_get_number(begin, "id"), p);
		n++;
	}
	query_day(over, "today", p->today);
	while (query_next(over)) {
		item_end(db, arena, (uint64_t)query_get_number(over, "id"), query_get(over, "item_code"));
		n++;
	}
	places_free(places);
	if (n)
		catalogue_moved(db, arena);
	return n;
}
