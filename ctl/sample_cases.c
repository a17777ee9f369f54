/*
 * sample_cases.c - the people and items of the sample are read, its cases planned, and all acts done in order.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "base/words.h"
#include "generated/queries/ctl.h"
#include "record/notice.h"
#include "rules/window.h"


enum { ITEMS_MOST = 3000, PEOPLE_MOST = 400, CITIZENS_MOST = 50 };

static const char *
kept(struct making *m, const struct query *q, const char *column)
{
	return arena_text(m->arena, query_get(q, column));
}

/* ---- what there is ---- */

static void
people_read(struct making *m)
{
	struct query *q = sample_ask(m, Q_SAMPLE_PEOPLE);

	m->citizens = arena_array(m->arena, struct sample_person, CITIZENS_MOST);
	m->colleagues = arena_array(m->arena, struct sample_person, PEOPLE_MOST);
	m->citizen_count = m->colleague_count = 0;
	while (query_next(q)) {
		bool staff = text_is(query_get(q, "kind"), "staff");
		struct sample_person *p;

		if (staff ? m->colleague_count == PEOPLE_MOST : m->citizen_count == CITIZENS_MOST)
			continue;
		p = staff ? &m->colleagues[m->colleague_count++] : &m->citizens[m->citizen_count++];
		*p = (struct sample_person){
			.id = (uint64_t)query_get_number(q, "id"),
			.enterprise = text_is(query_get(q, "kind"), "enterprise"),
			.roles = staff ? roles_named(query_get(q, "roles")) : ROLE_APPLICANT,
			.name = kept(m, q, "name"), .organ = kept(m, q, "organ_code"), .area = kept(m, q, "area_code"),
			.number = kept(m, q, "id_number"), .legal = kept(m, q, "legal_name"),
			.phone = kept(m, q, "phone"), .address = kept(m, q, "address"),
		};
	}
}

static const struct sample_person *
colleague_of(struct making *m, const char *organ, unsigned role)
{
	const struct sample_person *found = NULL;
	uint32_t seen = 0;

	for (size_t i = 0; i < m->colleague_count; i++)
		if ((m->colleagues[i].roles & role) != 0 && text_is(m->colleagues[i].organ, organ) &&
		    dice_below(&m->dice, ++seen) == 0)
			found = &m->colleagues[i];
	return found;
}

/* The head of an organ. */
static const struct sample_person *
leader_of(const struct making *m, const char *organ)
{
	for (size_t i = 0; i < m->colleague_count; i++)
		if ((m->colleagues[i].roles & ROLE_LEADER) != 0 && text_is(m->colleagues[i].organ, organ))
			return &m->colleagues[i];
	return NULL;
}

/* The first clerk of another organ whose window may take the item in. */
static const struct sample_person *
window_of(const struct making *m, const struct sample_item *item)
{
	for (size_t i = 0; i < m->colleague_count; i++) {
		const struct sample_person *p = &m->colleagues[i];

		if ((p->roles & ROLE_CLERK) != 0 && !text_is(p->organ, item->organ) &&
		    scope_takes(item->scope, item->organ, item->area, p->organ, p->area))
			return p;
	}
	return NULL;
}

static void
materials_read(struct making *m, struct sample_item *item)
{
	struct query *q = sample_ask(m, Q_SAMPLE_ITEM_MATERIALS);

	item->materials = arena_array(m->arena, struct sample_material, 100);
	query_number(q, "id", (long long)item->version);
	while (item->material_count < 100 && query_next(q))
		item->materials[item->material_count++] = (struct sample_material){
			query_get_number(q, "position"), kept(m, q, "name"), kept(m, q, "form"),
			kept(m, q, "necessity"), query_get_number(q, "promise_allowed") != 0,
			query_get_number(q, "may_lack") != 0, query_get_number(q, "shared") != 0 };
	for (size_t i = 0; item->lacking_days > 0 && item->lack == 0 && i < item->material_count; i++)
		if (item->materials[i].may_lack)
			item->lack = item->materials[i].position;
}

static void
fields_read(struct making *m, struct sample_item *item)
{
	struct query *q = sample_ask(m, Q_SAMPLE_ITEM_FIELDS);

	item->fields = arena_array(m->arena, struct sample_field, 100);
	query_number(q, "id", (long long)item->version);
	while (item->field_count < 100 && query_next(q))
		item->fields[item->field_count++] = (struct sample_field){
			kept(m, q, "name"), kept(m, q, "label"), kept(m, q, "kind"), kept(m, q, "choices"),
			query_get_number(q, "required") != 0, query_get_number(q, "max") };
}

static struct limit
limit_get(const struct query *q, const char *count, const char *unit)
{
	return limit_read(!query_is_null(q, count), query_get_number(q, count), query_get(q, unit));
}

static void
items_read(struct making *m)
{
	struct query *q = sample_ask(m, Q_SAMPLE_ITEMS);

	m->items = arena_array(m->arena, struct sample_item, ITEMS_MOST);
	m->item_count = 0;
	while (m->item_count < ITEMS_MOST && query_next(q)) {
		struct sample_item *item = &m->items[m->item_count];

		*item = (struct sample_item){
			.code = kept(m, q, "code"), .title = kept(m, q, "title"), .kind = kept(m, q, "kind"),
			.organ = kept(m, q, "organ_code"), .area = kept(m, q, "area_code"),
			.scope = kept(m, q, "scope"), .promise = kept(m, q, "promise"),
			.lacking_days = (int)query_get_number(q, "lacking_days"),
			.outcome = kept(m, q, "outcome_name"), .version = (uint64_t)query_get_number(q, "id"),
			.person = query_get_number(q, "person") != 0,
			.enterprise = query_get_number(q, "enterprise") != 0,
			.promised = limit_get(q, "promised_limit", "promised_unit"),
			.statutory = limit_get(q, "statutory_limit", "statutory_unit"),
		};
		item->clerk = colleague_of(m, item->organ, ROLE_CLERK);
		item->reviewer = colleague_of(m, item->organ, ROLE_REVIEWER);
		item->approver = colleague_of(m, item->organ, ROLE_APPROVER);
		if (!item->clerk || !item->reviewer || !item->approver)
			continue;
		item->leader = leader_of(m, item->organ);
		item->window = window_of(m, item);
		materials_read(m, item);
		fields_read(m, item);
		m->item_count++;
	}
}

/* ---- all ---- */

static bool
any_there(struct making *m)
{
	struct query *q = sample_ask(m, Q_SAMPLE_CASES_THERE);

	return query_next(q) && query_get_number(q, "count") > 0;
}

static bool
cases_make(struct making *m)
{
	for (size_t i = 0; i < m->plan.act_count; i++) {
		const struct sample_act *act = &m->plan.acts[i];
		struct sample_case *c = &m->plan.cases[act->which];

		arena_reset(m->once);
		if (!(act->event == ACT_MADE ? sample_case_make(m, c, act) : sample_act_play(m, c, act)))
			return false;
	}
	return db_failed(m->db) == DB_FINE;
}

static bool
making_open(struct making *m, const char *dir)
{
	uint8_t machine[KEY_BYTES];
	char why[500];

	if (!key_load(machine, m->ctl->config.key_file, why, sizeof why) ||
	    !words_open(m->ctl->config.template_dir, NOTICE_WORDS, why, sizeof why)) {
		ctl_fail("%s", why);
		return false;
	}
	key_for(m->key, machine, RECORD_KEY);
	m->words = sample_words_load(m->ctl, m->arena, dir);
	return m->words != NULL;
}

/* The years before, then today's; each by dice of its own, so that the one does not move the other. */
static bool
all_make(struct making *m, size_t *count)
{
	struct dice today = m->dice;

	m->dice = (struct dice){ 990102 };
	if (!sample_history_plan(m) || !cases_make(m))
		return false;
	*count = m->plan.case_count;
	m->dice = today;
	sample_plan(&m->plan, m->arena, &m->dice, m->cal, m->ctl->now, m->items, m->item_count, m->citizens,
	    m->citizen_count);
	if (!cases_make(m))
		return false;
	*count += m->plan.case_count;
	if (!sample_licences_settle(m))
		return false;
	sample_outcome(m);
	sample_messages_settle(m);
	if (!sample_after(m))
		return false;
	return db_failed(m->db) == DB_FINE;
}

bool
sample_cases(struct ctl *ctl, struct db *db, const char *dir, size_t *count)
{
	struct calendar cal = calendar_state_on(day_of_instant(ctl->now));
	struct making m = { .ctl = ctl, .db = db, .arena = arena_new(), .once = arena_new(), .cal = &cal,
	    .dice = { 990100 } };
	bool done = any_there(&m);

	*count = 0;
	if (!done && making_open(&m, dir)) {
		people_read(&m);
		items_read(&m);
		done = m.item_count == 0 || m.citizen_count == 0 || all_make(&m, count);
	}
	arena_free(m.once);
	arena_free(m.arena);
	return done;
}
