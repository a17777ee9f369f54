/*
 * sample_draft.c - a case of the sample is begun: its answers, its materials and their files.
 */
#include "ctl/sample_cases.h"

#include "base/sealed.h"
#include "base/text.h"
#include "generated/queries/ctl.h"

static void
answers_add(struct making *m, const struct sample_case *c, struct day on, bool whole)
{
	for (size_t i = 0; i < c->item->field_count; i++) {
		const struct sample_field *f = &c->item->fields[i];
		const char *value = sample_answer(m->words, m->once, &m->dice, f, c->applicant, on);
		bool personal = text_is(f->kind, "citizen") || text_is(f->kind, "phone") || text_is(f->kind, "email");
		struct query *q;

		if (!*value || (!whole && i > c->item->field_count / 2))
			continue;
		q = sample_ask(m, Q_SAMPLE_ANSWER_ADD);
		query_number(q, "id", (long long)c->id);
		query_text(q, "name", f->name);
		query_text(q, "value", sealed_answer(m->arena, c->id, f->name, personal, value));
		query_run(q);
	}
}

static const char *
file_name(struct making *m, const struct sample_material *material)
{
	const char *group = sample_words_match(m->words, &m->dice, "material_key", material->name);
	const char *name = *group ? sample_words_pick(m->words, &m->dice, "material", group) : "";

	return *name ? name : arena_format(m->once, "%s.pdf", material->name);
}

bool
sample_file_add(struct making *m, const struct sample_case *c, const struct sample_material *material, instant at)
{
	struct sample_file f;
	struct query *q;

	if (!sample_file_make(m, at, file_name(m, material), material->name, c->round == 0 ?
	    c->applicant->name : arena_format(m->once, "%s（%d）", c->applicant->name, c->round), &f))
		return false;
	q = sample_ask(m, Q_SAMPLE_FILE_ADD);
	query_number(q, "id", (long long)c->id);
	query_number(q, "material", material->position);
	query_number(q, "round", c->round);
	query_text(q, "sha256", f.sha256);
	query_text(q, "name", f.name);
	query_text(q, "content_type", f.content_type);
	query_number(q, "bytes", (long long)f.bytes);
	query_instant(q, "now", at);
	query_run(q);
	return true;
}

/* How an applicant answers a demand: files mostly, a promise where it is allowed, paper where nothing else will do. */
static const char *
given_of(struct making *m, const struct sample_case *c, const struct sample_material *material, bool whole)
{
	if (!whole && dice_percent(&m->dice, 50))
		return "none";
	if (c->lacks && material->position == c->item->lack)
		return "lack";
	if (material->promise && dice_percent(&m->dice, 40))
		return "promise";
	if (text_is(material->necessity, "conditional") && dice_percent(&m->dice, 70))
		return "not_needed";
	if (text_is(material->necessity, "optional") && dice_percent(&m->dice, 50))
		return "none";
	return text_is(material->form, "paper") ? "paper" : "files";
}

static const char *
note_of(struct making *m, const char *given)
{
	static const char *const notes[][2] = {
		{ "promise", "promise" }, { "not_needed", "not_needed" }, { "paper", "on_paper" },
	};

	for (size_t i = 0; i < sizeof notes / sizeof notes[0]; i++)
		if (text_is(given, notes[i][0]))
			return sample_words_pick(m->words, &m->dice, "lines", notes[i][1]);
	return "";
}

static bool
materials_add(struct making *m, const struct sample_case *c, instant at, bool whole)
{
	for (size_t i = 0; i < c->item->material_count; i++) {
		const struct sample_material *material = &c->item->materials[i];
		const char *given = given_of(m, c, material, whole);
		struct query *q;

		if (text_is(given, "none"))
			continue;
		q = sample_ask(m, Q_SAMPLE_MATERIAL_ADD);
		query_number(q, "id", (long long)c->id);
		query_number(q, "position", material->position);
		query_text(q, "given", given);
		query_text(q, "note", note_of(m, given));
		query_run(q);
		if (text_is(given, "files") && !sample_file_add(m, c, material, at))
			return false;
		if (text_is(given, "files") && dice_percent(&m->dice, 12) && !sample_file_add(m, c, material, at))
			return false;
	}
	return true;
}

/* Whether its story ends with the draft: then it is half filled in. */
static bool
goes_on(const struct making *m, size_t which)
{
	size_t acts = 0;

	for (size_t i = 0; i < m->plan.act_count; i++)
		acts += m->plan.acts[i].which == which;
	return acts > 1;
}

/* Who took it in, and who came instead of the applicant. */
static void
intake_bind(struct making *m, struct query *q, const struct sample_case *c)
{
	const struct sample_person *by = c->receiver, *agent = NULL;

	for (size_t i = 0; by && c->applicant->enterprise && i < m->citizen_count && !agent; i++)
		if (!m->citizens[i].enterprise)
			agent = &m->citizens[i];
	query_text(q, "channel", by ? "window" : "web");
	query_text(q, "intake_organ", by ? by->organ : NULL);
	query_text(q, "intake_area", by ? by->area : NULL);
	if (by)
		query_number(q, "received_by", (long long)by->id);
	else
		query_null(q, "received_by");
	query_text(q, "received_name", by ? by->name : "");
	query_text(q, "identity_seen", !by ? "" : c->applicant->enterprise ? "licence" : "card");
	query_text(q, "agent_name", agent ? agent->name : "");
	query_text(q, "agent_number", agent ? agent->number : "");
	query_text(q, "agent_seen", agent ? "card" : "");
}

bool
sample_case_make(struct making *m, struct sample_case *c, const struct sample_act *act)
{
	static const char *const ways[] = { "window", "courier", "online" };
	const struct sample_person *p = c->applicant;
	bool whole = goes_on(m, act->which);
	struct query *q = sample_ask(m, Q_SAMPLE_CASE_ADD);

	c->delivery = ways[dice_below(&m->dice, 3)];
	query_text(q, "item", c->item->code);
	query_number(q, "item_version", (long long)c->item->version);
	query_text(q, "title", c->item->title);
	query_text(q, "organ", c->item->organ);
	query_text(q, "area", c->item->area);
	query_number(q, "applicant", (long long)p->id);
	query_text(q, "applicant_kind", p->enterprise ? "enterprise" : "person");
	query_text(q, "applicant_name", p->name);
	query_text(q, "applicant_number", p->number);
	query_text(q, "contact_name", p->enterprise ? p->legal : p->name);
	query_text(q, "contact_phone", p->phone);
	query_text(q, "delivery", whole ? c->delivery : "");
	query_text(q, "delivery_address", whole && text_is(c->delivery, "courier") ? p->address : "");
	query_instant(q, "now", act->at);
	intake_bind(m, q, c);
	query_run(q);
	c->id = query_id(q);
	c->version = 1;
	c->state = STATE_DRAFT;
	c->saved_at = act->at;
	c->submitted_at = c->accepted_at = c->decided_at = c->closed_at = c->delivered_at = INSTANT_NONE;
	c->promised_at = c->statutory_at = INSTANT_NONE;
	c->promised_on = c->statutory_on = c->due_on = c->answer_by_on = c->bring_on = DAY_NONE;
	c->decision_reason = c->outcome_number = "";
	if (c->old) {
		sample_history_materials(m, c);
		return true;
	}
	answers_add(m, c, day_of_instant(act->at), whole);
	return materials_add(m, c, act->at, whole);
}
