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

	j->db = db;
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

/* The rows of a list as the rule reads them: one of "bytes" for each. */
struct rows {
	const struct judge *judge;
	struct arena *arena;
	json_t *item;
};
typedef void row_read(const struct rows *, json_t *row, void *one);

static void *
rows_read(const struct rows *r, const char *key, size_t bytes, size_t *count, row_read *read)
{
	json_t *list = json_object_get(r->item, key), *row;
	char *all;
	size_t i;

	*count = json_array_size(list);
	all = arena_get_array(r->arena, *count + 1, bytes);
	json_array_foreach(list, i, row)
		read(r, row, all + i * bytes);
	return all;
}

static void
basis_read(const struct rows *r, json_t *row, void *one)
{
	(void)r;
	*(struct guide_basis *)one = (struct guide_basis){ native_text(row, "title"), native_text(row, "article"),
		native_text(row, "text") };
}

static void
material_read(const struct rows *r, json_t *row, void *one)
{
	(void)r;
	*(struct guide_material *)one = (struct guide_material){
		native_text(row, "name"), native_text(row, "form"), native_text(row, "necessity"),
		native_text(row, "source"), native_text(row, "basis"), native_text(row, "condition"),
		number_or(row, "originals", 0), number_or(row, "copies", 0),
		json_is_true(json_object_get(row, "promise_allowed")), json_is_true(json_object_get(row, "may_lack")) };
}

static const int *
positions_read(struct arena *arena, json_t *list, size_t *count)
{
	int *all = arena_array(arena, int, json_array_size(list) + 1);
	json_t *one;
	size_t i;

	json_array_foreach(list, i, one)
		all[i] = (int)json_integer_value(one);
	*count = json_array_size(list);
	return all;
}

/* Where an organ is; NULL: not known, or that of the item. */
static const char *
area_of_organ(const struct rows *r, const char *organ)
{
	struct query *q;

	if (!*organ)
		return NULL;
	q = query_new(r->judge->db, r->arena, Q_ORGAN_AREA);
	query_text(q, "code", organ);
	return query_next(q) ? query_get(q, "area_code") : NULL;
}

static void
step_read(const struct rows *r, json_t *row, void *one)
{
	struct guide_step *s = one;

	*s = (struct guide_step){ native_text(row, "name"), native_text(row, "role"), native_text(row, "organ"),
		term(row, "limit", "unit"), .kind = native_text(row, "kind"),
		.area = area_of_organ(r, native_text(row, "organ")),
		.silence_consents = text_is(native_text(row, "silence"), "consent") };
	s->needs = positions_read(r->arena, json_object_get(row, "needs"), &s->need_count);
	s->back_to = positions_read(r->arena, json_object_get(row, "back_to"), &s->back_count);
}

static void
point_read(const struct rows *r, json_t *row, void *one)
{
	(void)r;
	*(struct guide_point *)one = (struct guide_point){ number_or(row, "step", 0), native_text(row, "point") };
}

static void
fee_read(const struct rows *r, json_t *row, void *one)
{
	(void)r;
	*(struct guide_fee *)one = (struct guide_fee){ native_text(row, "name"), native_text(row, "standard"),
		native_text(row, "basis") };
}

static void
place_read(const struct rows *r, json_t *row, void *one)
{
	(void)r;
	*(struct guide_place *)one = (struct guide_place){ native_text(row, "name"), native_text(row, "address") };
}

static void
question_read(const struct rows *r, json_t *row, void *one)
{
	(void)r;
	*(struct guide_question *)one = (struct guide_question){ native_text(row, "question"),
		native_text(row, "answer") };
}

static void
field_read(const struct rows *r, json_t *row, void *one)
{
	(void)r;
	*(struct guide_field *)one = (struct guide_field){ native_text(row, "name"), native_text(row, "label"),
		native_text(row, "kind"), json_array_size(json_object_get(row, "choices")) };
}

static struct guide
guide_of(const struct judge *j, struct arena *arena, json_t *item)
{
	const struct rows r = { j, arena, item };
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
		.renewal = json_is_true(json_object_get(item, "renewal")),
		.low_risk = json_is_true(json_object_get(item, "low_risk")),
		.promise_notice = native_text(item, "promise_notice"), .promise_text = native_text(item, "promise_text"),
		.lacking = { number_or(item, "lacking_days", 0), DEADLINE_WORKDAY },
		.effective_on = day_of(item, "effective_on"), .retired_on = day_of(item, "retired_on"),
	};

#define ROWS(key, list, count, read)	g.list = rows_read(&r, key, sizeof(*g.list), &g.count, read)
	ROWS("bases", bases, basis_count, basis_read);
	ROWS("materials", materials, material_count, material_read);
	ROWS("steps", steps, step_count, step_read);
	ROWS("checks", points, point_count, point_read);
	ROWS("fees", fees, fee_count, fee_read);
	ROWS("places", places, place_count, place_read);
	ROWS("questions", questions, question_count, question_read);
	ROWS("fields", fields, field_count, field_read);
#undef ROWS
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
	struct guide g = guide_of(j, arena, item);

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
	case GUIDE_LACKING_NO_DAYS:
	case GUIDE_LACKING_LONGER:
		return "lacking_days";
	case GUIDE_PROMISE_NO_TEXT:
		return "promise_text";
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
