/* judge.c - see judge.h. */
#include "catalogue/judge.h"

#include "base/text.h"
#include "generated/queries/catalogue.h"

void
judge_load(struct judge *j, struct db *db, struct arena *arena, const struct mapping *m)
{
	struct query *q = query_new(db, arena, Q_GUIDE_SETTINGS);
	enum guide_severity severity;
	enum guide_check check;

	for (int c = 0; c < GUIDE_CHECK_COUNT; c++) {
		const char *said = m ? mapping_check(m, guide_check_name((enum guide_check)c)) : NULL;

		j->severities[c] = said && guide_severity_named(said, &severity) ? severity
		    : guide_default((enum guide_check)c);
	}
	while (query_next(q))
		if (guide_check_named(query_get(q, "name") + sizeof("guide.") - 1, &check) &&
		    guide_severity_named(query_get(q, "value"), &severity))
			j->severities[check] = severity;
}

enum { ROWS_ROOM = 500 };	/* as many as native_tidy lets through */

static int
number_or(json_t *object, const char *key, int absent)
{
	json_t *n = json_object_get(object, key);

	return n ? (int)json_integer_value(n) : absent;
}

static struct deadline_term
term(json_t *object, const char *count, const char *unit)
{
	struct deadline_term t = { number_or(object, count, 0), DEADLINE_WORKDAY };

	deadline_unit_named(native_text(object, unit), &t.unit);
	return t;
}

static struct day
day_of(json_t *item, const char *key)
{
	const char *text = native_text(item, key);

	return *text ? day_parse(text) : DAY_NONE;
}

static void
fill_bases(struct guide *g, struct arena *arena, json_t *item)
{
	struct guide_basis *all = arena_array(arena, struct guide_basis, ROWS_ROOM);
	json_t *row;
	size_t i;

	json_array_foreach(json_object_get(item, "bases"), i, row)
		all[g->basis_count++] = (struct guide_basis){ native_text(row, "title"),
		    native_text(row, "article"), native_text(row, "text") };
	g->bases = all;
}

static void
fill_materials(struct guide *g, struct arena *arena, json_t *item)
{
	struct guide_material *all = arena_array(arena, struct guide_material, ROWS_ROOM);
	json_t *row;
	size_t i;

	json_array_foreach(json_object_get(item, "materials"), i, row)
		all[g->material_count++] = (struct guide_material){
			native_text(row, "name"), native_text(row, "form"), native_text(row, "necessity"),
			native_text(row, "source"), native_text(row, "basis"), native_text(row, "condition"),
			number_or(row, "originals", 0), number_or(row, "copies", 0) };
	g->materials = all;
}

static void
fill_steps(struct guide *g, struct arena *arena, json_t *item)
{
	struct guide_step *all = arena_array(arena, struct guide_step, ROWS_ROOM);
	json_t *row;
	size_t i;

	json_array_foreach(json_object_get(item, "steps"), i, row)
		all[g->step_count++] = (struct guide_step){ native_text(row, "name"), native_text(row, "role"),
		    native_text(row, "organ"), term(row, "limit", "unit") };
	g->steps = all;
}

static void
fill_fees(struct guide *g, struct arena *arena, json_t *item)
{
	struct guide_fee *all = arena_array(arena, struct guide_fee, ROWS_ROOM);
	json_t *row;
	size_t i;

	json_array_foreach(json_object_get(item, "fees"), i, row)
		all[g->fee_count++] = (struct guide_fee){ native_text(row, "name"), native_text(row, "standard"),
		    native_text(row, "basis") };
	g->fees = all;
}

static void
fill_places(struct guide *g, struct arena *arena, json_t *item)
{
	struct guide_place *all = arena_array(arena, struct guide_place, ROWS_ROOM);
	json_t *row;
	size_t i;

	json_array_foreach(json_object_get(item, "places"), i, row)
		all[g->place_count++] = (struct guide_place){ native_text(row, "name"), native_text(row, "address") };
	g->places = all;
}

static void
fill_questions(struct guide *g, struct arena *arena, json_t *item)
{
	struct guide_question *all = arena_array(arena, struct guide_question, ROWS_ROOM);
	json_t *row;
	size_t i;

	json_array_foreach(json_object_get(item, "questions"), i, row)
		all[g->question_count++] = (struct guide_question){ native_text(row, "question"),
		    native_text(row, "answer") };
	g->questions = all;
}

static void
fill_fields(struct guide *g, struct arena *arena, json_t *item)
{
	struct guide_field *all = arena_array(arena, struct guide_field, ROWS_ROOM);
	json_t *row;
	size_t i;

	json_array_foreach(json_object_get(item, "fields"), i, row)
		all[g->field_count++] = (struct guide_field){ native_text(row, "name"), native_text(row, "label"),
		    native_text(row, "kind"), json_array_size(json_object_get(row, "choices")) };
	g->fields = all;
}

static struct guide
guide_of(struct arena *arena, json_t *item)
{
	struct guide g = {
		.code = native_text(item, "code"), .title = native_text(item, "title"),
		.organ = native_text(item, "organ"), .area = native_text(item, "area"),
		.kind = native_text(item, "kind"), .handling = native_text(item, "handling"),
		.conditions = native_text(item, "conditions"),
		.consult_phone = native_text(item, "consult_phone"),
		.complaint_phone = native_text(item, "complaint_phone"),
		.brief = native_text(item, "brief"), .visit_reason = native_text(item, "visit_reason"),
		.audience_count = json_array_size(json_object_get(item, "audiences")),
		.theme_count = json_array_size(json_object_get(item, "themes")),
		.statutory = term(item, "statutory_limit", "statutory_unit"),
		.promised = term(item, "promised_limit", "promised_unit"),
		.visits = number_or(item, "visits", 0),
		.charged = json_is_true(json_object_get(item, "charged")),
		.effective_on = day_of(item, "effective_on"), .retired_on = day_of(item, "retired_on"),
	};

	fill_bases(&g, arena, item);
	fill_materials(&g, arena, item);
	fill_steps(&g, arena, item);
	fill_fees(&g, arena, item);
	fill_places(&g, arena, item);
	fill_questions(&g, arena, item);
	fill_fields(&g, arena, item);
	return g;
}

void
judge_item(const struct judge *j, struct arena *arena, json_t *item, struct verdict *v)
{
	judge_item_on(j, arena, item, day_of(item, "effective_on"), v);
}

void
judge_item_on(const struct judge *j, struct arena *arena, json_t *item, struct day effective_on, struct verdict *v)
{
	struct guide g = guide_of(arena, item);

	g.effective_on = effective_on;
	v->count = guide_judge(&g, j->severities, v->findings, JUDGE_ROOM);
	if (v->count > JUDGE_ROOM)
		v->count = JUDGE_ROOM;
	v->stops = v->warnings = 0;
	for (size_t i = 0; i < v->count; i++)
		*(v->findings[i].severity == GUIDE_STOP ? &v->stops : &v->warnings) += 1;
}

/* The key of the item that a check looks at. */
static const char *
item_key(enum guide_check check)
{
	switch (check) {
	case GUIDE_NO_TITLE:
		return "title";
	case GUIDE_NO_CODE:
	case GUIDE_CODE_ODD:
		return "code";
	case GUIDE_NO_ORGAN:
		return "organ";
	case GUIDE_NO_AREA:
		return "area";
	case GUIDE_NO_KIND:
		return "kind";
	case GUIDE_NO_AUDIENCE:
		return "audiences";
	case GUIDE_NO_THEME:
		return "themes";
	case GUIDE_NO_CONDITIONS:
		return "conditions";
	case GUIDE_NO_CONSULT_PHONE:
		return "consult_phone";
	case GUIDE_NO_COMPLAINT_PHONE:
		return "complaint_phone";
	case GUIDE_NO_BRIEF:
		return "brief";
	case GUIDE_NO_STATUTORY_LIMIT:
		return "statutory_limit";
	case GUIDE_NO_PROMISED_LIMIT:
	case GUIDE_PROMISE_LONGER:
	case GUIDE_LIMITS_INCOMPARABLE:
	case GUIDE_AT_ONCE_WITH_DAYS:
		return "promised_limit";
	case GUIDE_VISIT_UNEXPLAINED:
		return "visit_reason";
	case GUIDE_DATES_CROSSED:
		return "retired_on";
	case GUIDE_NO_EFFECTIVE_DAY:
		return "effective_on";
	default:
		return "";
	}
}

const char *
verdict_key(struct arena *arena, const struct guide_finding *f)
{
	if (f->element == GUIDE_ITEM)
		return item_key(f->check);
	if (f->position == 0)
		return guide_element_name(f->element);
	return arena_format(arena, "%s.%zu", guide_element_name(f->element), f->position);
}
