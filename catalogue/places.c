/* places.c - see places.h. */
#include "catalogue/places.h"

#include "base/text.h"
#include "generated/queries/catalogue.h"
#include "rules/code.h"
#include "rules/identity.h"

#include <jansson.h>
#include <stdlib.h>

struct places {
	json_t *organ_areas;			/* code → where it lies */
	json_t *organs, *areas, *themes;	/* code → name */
	json_t *theme_codes;			/* name → code */
	json_t *added;
};

static json_t *
load(struct db *db, struct arena *arena, const struct statement *statement)
{
	struct query *q = query_new(db, arena, statement);
	json_t *names = json_object();

	while (query_next(q))
		json_object_set_new(names, query_get(q, "code"), json_string(query_get(q, "name")));
	return names;
}

static json_t *
organ_areas_load(struct db *db, struct arena *arena)
{
	struct query *q = query_new(db, arena, Q_ORGANS_KNOWN);
	json_t *areas = json_object();

	while (query_next(q))
		json_object_set_new(areas, query_get(q, "code"), json_string(query_get(q, "area_code")));
	return areas;
}

struct places *
places_load(struct db *db)
{
	struct places *p = memory_get(sizeof(*p));
	struct arena *arena = arena_new();
	const char *code;
	json_t *name;

	p->organs = load(db, arena, Q_ORGANS_KNOWN);
	p->organ_areas = organ_areas_load(db, arena);
	p->areas = load(db, arena, Q_AREAS_KNOWN);
	p->themes = load(db, arena, Q_THEMES_KNOWN);
	p->theme_codes = json_object();
	p->added = json_pack("{s:[], s:[], s:[]}", "organs", "areas", "themes");
	json_object_foreach(p->themes, code, name)
		if (!json_object_get(p->theme_codes, json_string_value(name)))
			json_object_set_new(p->theme_codes, json_string_value(name), json_string(code));
	arena_free(arena);
	return p;
}

void
places_free(struct places *p)
{
	if (!p)
		return;
	json_decref(p->organs);
	json_decref(p->organ_areas);
	json_decref(p->areas);
	json_decref(p->themes);
	json_decref(p->theme_codes);
	json_decref(p->added);
	free(p);
}

const char *
organ_named(const struct places *p, const char *code)
{
	return json_string_value(json_object_get(p->organs, code));
}

const char *
organ_lies(const struct places *p, const char *code)
{
	return json_string_value(json_object_get(p->organ_areas, code));
}

const char *
area_named(const struct places *p, const char *code)
{
	return json_string_value(json_object_get(p->areas, code));
}

const char *
theme_named(const struct places *p, const char *code)
{
	return json_string_value(json_object_get(p->themes, code));
}

const char *
theme_coded(const struct places *p, const char *name)
{
	return json_string_value(json_object_get(p->theme_codes, name));
}

static void
note(struct places *p, const char *kind, json_t *names, const char *code, const char *name)
{
	json_object_set_new(names, code, json_string(name));
	json_array_append_new(json_object_get(p->added, kind), json_string(code));
}

bool
places_add_organ(struct places *p, struct db *db, struct arena *arena, const char *code, const char *name,
    const char *area)
{
	enum identity_reason why;
	bool doubtful = credit_check(code, &why) != CREDIT_VALID;
	struct query *q;

	note(p, "organs", p->organs, code, name);
	json_object_set_new(p->organ_areas, code, json_string(area));
	if (!db)
		return doubtful;
	q = query_new(db, arena, Q_ORGAN_ADD);
	query_text(q, "code", code);
	query_text(q, "name", name);
	query_text(q, "area", area);
	query_number(q, "doubtful", doubtful);
	query_run(q);
	return doubtful;
}

static int
area_level(const char *code)
{
	static const int levels[DIVISION_LEVEL_COUNT] = {
		[DIVISION_NATION] = 1, [DIVISION_PROVINCE] = 2, [DIVISION_CITY] = 3, [DIVISION_COUNTY] = 4,
		[DIVISION_TOWN] = 5, [DIVISION_VILLAGE] = 6,
	};

	return levels[division_level(code)];
}

void
places_add_area(struct places *p, struct db *db, struct arena *arena, const char *code, const char *name)
{
	char parent[DIVISION_TEXT];
	struct query *q;

	note(p, "areas", p->areas, code, name);
	if (!db)
		return;
	q = query_new(db, arena, Q_AREA_ADD);
	query_text(q, "code", code);
	query_text(q, "parent", division_parent(code, parent) && area_named(p, parent) ? parent : NULL);
	query_text(q, "name", name);
	query_number(q, "level", area_level(code));
	query_run(q);
}

void
places_add_theme(struct places *p, struct db *db, struct arena *arena, const char *code, const char *name,
    const char *side)
{
	struct query *q;

	note(p, "themes", p->themes, code, name);
	json_object_set_new(p->theme_codes, name, json_string(code));
	if (!db)
		return;
	q = query_new(db, arena, Q_THEME_ADD);
	query_text(q, "code", code);
	query_text(q, "side", side);
	query_text(q, "name", name);
	query_run(q);
}

const char *
places_added(const struct places *p, struct arena *arena)
{
	char *printed = json_dumps(p->added, JSON_COMPACT);
	const char *copy = arena_text(arena, printed);

	free(printed);
	return copy;
}
