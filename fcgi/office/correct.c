/*
 * The one-time list (一次性告知): every defect of an application, told at once, before acceptance or in the review.
 * In the review it stops the clock until the applicant answers.
 *
 * Each material has a box for what is wrong and one for what is wanted; so has
 * the form itself.  A line of the first box is a defect, and a row of the list.
 *
 * A second list is held against the first (rules/defect.h): what could have
 * been named then is refused, or, where the setting second_notice says "flag",
 * let through with a mark that supervisors see.
 */
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/office/forms.h"
#include "fcgi/worker/form.h"
#include "generated/queries/intake.h"
#include "generated/queries/licence.h"
#include "generated/queries/office.h"
#include "record/case_act.h"
#include "record/case_flow.h"
#include "record/licence.h"
#include "rules/defect.h"

#include <stdio.h>
#include <string.h>

enum { HELD_DAYS = 365, DEFECTS_MOST = 100, SUBJECTS_MOST = 201, ANSWER_DAYS_USUAL = 15, ANSWER_DAYS_MOST = 180 };

struct defect {
	long long material;		/* NOWHERE: about the form itself */
	const char *text;
	const char *wanted;
	bool visible;			/* the list before could have named it */
};
enum { NOWHERE = -1 };

/* What may be named, and how it stands to the lists before. */
struct subjects {
	struct defect_subject rows[SUBJECTS_MOST];
	long long materials[SUBJECTS_MOST];	/* NOWHERE: the form itself */
	size_t count;
	const char *held[SUBJECTS_MOST];	/* where a stored copy is that makes asking needless; NULL: there is none */
	int list, form_changed;
	bool review;			/* the review asks, and sees what nobody saw at the window */
	bool flag;			/* what was visible is let through, marked */
};

struct correction {
	struct subjects subjects;
	struct defect defects[DEFECTS_MOST];
	size_t count;
	bool mistaken;
};

static long long
round_next(struct request *rq, const struct case_row *c)
{
	struct query *q = query(rq, Q_CORRECTION_ROUND);

	query_number(q, "id", (long long)c->id);
	return query_next(q) ? query_get_number(q, "round") : 1;
}

/* Which list this page is for: the last part of its address says. */
static enum event
list_event(const struct request *rq)
{
	return text_ends(rq->path, "/ask_supplement") ? EVENT_ASK_SUPPLEMENT : EVENT_ASK_CORRECTION;
}

static void
held_set(struct subjects *s, long long material, const char *url)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->materials[i] == material)
			s->held[i] = url;
}

/* 材料不重复提交: what this organ took from the applicant within a year and others had issued, and what a licence the
 * applicant holds proves, is not asked for. */
static void
held_load(struct request *rq, const struct case_row *c, struct subjects *s)
{
	struct query *before = query(rq, Q_HELD_BEFORE), *licences = query(rq, Q_LICENCE_OF_MATERIAL);

	query_number(before, "id", (long long)c->id);
	query_instant(before, "since", instant_make(day_add(rq->today, -HELD_DAYS), 0, 0, 0, 0));
	while (query_next(before))
		held_set(s, query_get_number(before, "position"), arena_format(rq->arena, "/office/cases/%s/files/%s",
		    query_get(before, "number"), query_get(before, "file")));
	query_number(licences, "id", (long long)c->id);
	query_day(licences, "today", rq->today);
	while (query_next(licences)) {
		struct licence l = licence_read(licences);

		if (licence_standing(&l, rq->today) == LICENCE_STANDS)
			held_set(s, query_get_number(licences, "position"), *query_get(licences, "paper_code") == '\0' ? "" :
			    arena_format(rq->arena, "/papers/%s", query_get(licences, "paper_code")));
	}
}

static const char *
subject_held(const struct subjects *s, long long material)
{
	for (size_t i = 0; i < s->count; i++)
		if (s->materials[i] == material)
			return s->held[i];
	return NULL;
}

static void
subjects_load(struct request *rq, const struct case_row *c, struct subjects *s)
{
	struct query *q = query(rq, Q_DEFECT_SUBJECTS), *setting = query(rq, Q_SETTING_LOAD);

	s->list = (int)round_next(rq, c);
	s->review = list_event(rq) == EVENT_ASK_SUPPLEMENT;
	query_text(setting, "name", "second_notice");
	s->flag = query_next(setting) && text_is(query_get(setting, "value"), "flag");
	query_number(q, "id", (long long)c->id);
	query_number(q, "item_version", (long long)c->item_version);
	while (s->count < SUBJECTS_MOST && query_next(q)) {
		bool form = query_is_null(q, "position");

		s->materials[s->count] = form ? NOWHERE : query_get_number(q, "position");
		s->rows[s->count] = (struct defect_subject){ .changed = (int)query_get_number(q, "changed"),
		    .named = (int)query_get_number(q, "named"), .conditional = query_get_number(q, "conditional") != 0,
		    .given = query_get_number(q, "given") != 0 };
		if (form)
			s->form_changed = s->rows[s->count].changed;
		s->count++;
	}
	held_load(rq, c, s);
}

static enum defect_since
subject_since(const struct subjects *s, long long material)
{
	for (size_t i = 0; i < s->count && !s->review; i++)
		if (s->materials[i] == material)
			return defect_since(s->list, s->rows[i], s->form_changed);
	return DEFECT_FIRST;
}

/* Adds the lines of one box; what is wanted is said once, with the first. */
static void
defects_add(struct request *rq, struct correction *list, long long material, const char *box, const char *wanted)
{
	bool visible = subject_since(&list->subjects, material) == DEFECT_VISIBLE;
	char *rest = arena_text(rq->arena, box), *line;

	while ((line = strsep(&rest, "\n")) != NULL) {
		line = text_trim(line);
		if (!*line || list->count == DEFECTS_MOST)
			continue;
		list->defects[list->count++] = (struct defect){ material, line, wanted, visible };
		wanted = "";
	}
}

static const char *
material_field(struct request *rq, long long position, const char *what)
{
	return arena_format(rq->arena, "material_%lld_%s", position, what);
}

/* Is this box used for what the first list had to say? */
static bool
too_late(const struct request *rq, const struct subjects *s, long long material, const char *box)
{
	return !s->flag && !text_empty(form_get(rq, box)) && subject_since(s, material) == DEFECT_VISIBLE;
}

/* The two boxes of a material, checked as the loop checks declared fields. */
static void
material_read(struct request *rq, struct page *page, struct correction *list, long long position)
{
	struct field defect = { material_field(rq, position, "defect"), FIELD_LINES, .most = 1000 };
	struct field wanted = { material_field(rq, position, "wanted"), FIELD_TEXT, .most = 500 };
	const char *wrong = field_check(rq, &defect), *unclear = field_check(rq, &wanted);

	if (!wrong && !unclear && text_empty(form_get(rq, defect.name)) && !text_empty(form_get(rq, wanted.name)))
		wrong = "required";
	if (!wrong && too_late(rq, &list->subjects, position, defect.name))
		wrong = "visible_before";
	if (!wrong && !text_empty(form_get(rq, defect.name)) && subject_held(&list->subjects, position))
		wrong = "held_already";
	if (wrong)
		form_error(page, defect.name, wrong);
	if (unclear)
		form_error(page, wanted.name, unclear);
	list->mistaken = list->mistaken || wrong || unclear;
	defects_add(rq, list, position, form_get(rq, defect.name), form_get(rq, wanted.name));
}

static struct day
answer_by(struct request *rq, struct page *page, struct correction *list)
{
	struct day by = form_day(rq, "answer_by_on");
	const char *wrong = NULL;

	if (!day_before(rq->today, by))
		wrong = "too_early";
	else if (day_between(rq->today, by) > ANSWER_DAYS_MOST)
		wrong = "too_late";
	if (wrong) {
		form_error(page, "answer_by_on", wrong);
		list->mistaken = true;
	}
	return by;
}

/* Reads the whole list; the materials asked about are those of the case and no others. */
static struct day
list_read(struct request *rq, struct page *page, const struct case_row *c, struct correction *list)
{
	struct query *q = query(rq, Q_CASE_MATERIALS);

	subjects_load(rq, c, &list->subjects);
	if (too_late(rq, &list->subjects, NOWHERE, "form_defect")) {
		form_error(page, "form_defect", "visible_before");
		list->mistaken = true;
	}
	defects_add(rq, list, NOWHERE, form_get(rq, "form_defect"), form_get(rq, "form_wanted"));
	query_number(q, "id", (long long)c->id);
	query_number(q, "item_version", (long long)c->item_version);
	while (query_next(q))
		material_read(rq, page, list, query_get_number(q, "position"));
	if (list->count == 0 && !list->mistaken) {
		form_error(page, "form_defect", "no_defect");
		list->mistaken = true;
	}
	return answer_by(rq, page, list);
}

static void
list_write(struct request *rq, const struct case_row *c, const struct correction *list, long long round,
    struct day by)
{
	struct query *q = query(rq, Q_CORRECTION_ADD);

	query_number(q, "id", (long long)c->id);
	query_number(q, "round", round);
	query_text(q, "kind", list_event(rq) == EVENT_ASK_CORRECTION ? "correction" : "supplement");
	query_number(q, "asked_by", (long long)rq->who.account);
	query_instant(q, "now", rq->now);
	query_day(q, "answer_by_on", by);
	query_text(q, "note", form_get(rq, "correction_note"));
	query_run(q);
	for (size_t i = 0; i < list->count; i++) {
		q = query(rq, Q_CORRECTION_LINE_ADD);
		query_number(q, "id", (long long)c->id);
		query_number(q, "round", round);
		query_number(q, "line", (long long)i + 1);
		if (list->defects[i].material == NOWHERE)
			query_null(q, "material");
		else
			query_number(q, "material", list->defects[i].material);
		query_text(q, "defect", list->defects[i].text);
		query_text(q, "wanted", list->defects[i].wanted);
		query_number(q, "visible_before", list->defects[i].visible);
		query_run(q);
	}
}

/* The list as the record keeps it: a defect a line, whatever becomes of the tables. */
static const char *
list_text(struct request *rq, const struct correction *list)
{
	struct text t;
	const char *all;

	text_init(&t);
	for (size_t i = 0; i < list->count; i++)
		text_format(&t, "%lld\t%s\t%s%s\n", list->defects[i].material, list->defects[i].text,
		    list->defects[i].wanted, list->defects[i].visible ? "\tvisible_before" : "");
	all = arena_text_n(rq->arena, t.start, t.bytes);
	text_free(&t);
	return all;
}

/* What the case has to keep while the list is owed. */
static struct case_dates
list_dates(struct request *rq, struct case_terms *terms, struct day by)
{
	terms->answer_by_on = by;
	terms->state = list_event(rq) == EVENT_ASK_CORRECTION ? STATE_CORRECTION : STATE_SUPPLEMENT;
	if (terms->state == STATE_SUPPLEMENT)
		case_terms_pause(terms, rq->today);
	return case_dates_of(request_calendar(rq), terms);
}

static void
list_pause(struct request *rq, const struct case_row *c, const char *reason)
{
	case_pause_add(rq->db, rq->arena, &(struct case_pause_row){ .case_id = c->id, .account = rq->who.account,
	    .kind = "supplement", .reason = reason, .from = rq->today });
}

enum reply
case_ask_correction(struct request *rq, struct page *page)
{
	struct correction *list = arena_get(rq->arena, sizeof *list);
	const char *note = form_get(rq, "correction_note");
	enum event event = list_event(rq);
	struct case_terms terms;
	struct case_dates dates;
	struct case_row c;
	struct day by;
	enum reply reply;
	struct query *q;
	long long round;

	if (!case_load(rq, page, &c) || !case_terms_load(rq->db, rq->arena, c.id, &terms))
		return REPLY_NOT_FOUND;
	by = list_read(rq, page, &c, list);
	if (list->mistaken)
		return REPLY_INVALID;
	round = list->subjects.list;
	dates = list_dates(rq, &terms, by);
	if (!*note)
		note = list->defects[0].text;
	if (!case_step(rq, page, &c, event, note, record_detail(rq->arena, "round", arena_format(rq->arena, "%lld", round),
	    "answer_by_on", form_get(rq, "answer_by_on"), "list", list_text(rq, list), "claimed_by",
	    record_number(rq->arena, rq->who.account), CASE_DATES_PAIRS(rq->arena, dates), NULL), &reply))
		return reply;
	list_write(rq, &c, list, round, by);
	if (event == EVENT_ASK_SUPPLEMENT)
		list_pause(rq, &c, note);
	q = query(rq, Q_CASE_ASK);
	query_number(q, "id", (long long)c.id);
	query_number(q, "claimed_by", (long long)rq->who.account);
	query_run(q);
	case_dates_write(rq->db, rq->arena, c.id, &dates);
	if (event == EVENT_ASK_SUPPLEMENT)
		case_flow_dates(rq->db, rq->arena, request_calendar(rq), c.id, terms.pauses, terms.pause_count);
	return case_go(rq, page, &c, event == EVENT_ASK_SUPPLEMENT ? "supplement_asked" : "asked");
}

/* A box of a material as field_declared draws it; true when something is in it, or wrong with it. */
static bool
box_into(struct request *rq, struct page *page, const char *row, long long position, const char *what)
{
	const char *field = material_field(rq, position, what);
	const char *error = page_get(page, arena_format(rq->arena, "error.%s", field));
	const char *name = arena_format(rq->arena, "%s.%s", row, what);
	bool defect = text_is(what, "defect");

	page_sub(page, name, "name", field);
	page_sub(page, name, "kind", defect ? "lines" : "text");
	page_sub(page, name, "label", page_word(page, defect ? "field.form_defect" : "field.form_wanted"));
	page_sub(page, name, "hint", defect ? page_word(page, "hint.form_defect") : "");
	page_sub(page, name, "value", form_get(rq, field));
	page_sub(page, name, "error", error);
	return *error || *form_get(rq, field);
}

/* The summary of mistakes names the material, not its field. */
static void
mistakes_label(struct request *rq, struct page *page, long long position, const char *material)
{
	const char *prefix = arena_format(rq->arena, "material_%lld_", position);

	for (size_t i = 0;; i++) {
		const char *mistake = arena_format(rq->arena, "errors.%zu", i);
		const char *field = page_get(page, arena_format(rq->arena, "%s.field", mistake));

		if (!*field)
			return;
		if (text_starts(field, prefix))
			page_sub(page, mistake, "label", material);
	}
}

/* Two boxes beside each material; those in use stand open.  Of a second list each says what it may still name. */
static void
boxes_into(struct request *rq, struct page *page, const struct subjects *s, size_t materials)
{
	for (size_t i = 0; i < materials; i++) {
		const char *row = arena_format(rq->arena, "materials.%zu", i);
		long long position = 0;
		bool defect, wanted;

		text_number(page_get(page, arena_format(rq->arena, "%s.position", row)), 0, 100000, &position);
		defect = box_into(rq, page, row, position, "defect");
		wanted = box_into(rq, page, row, position, "wanted");
		page_flag(page, arena_format(rq->arena, "%s.open", row), defect || wanted);
		page_text(page, arena_format(rq->arena, "%s.held_url", row), subject_held(s, position));
		page_flag(page, arena_format(rq->arena, "%s.held_there", row), subject_held(s, position) != NULL);
		page_sub(page, row, "since", s->list > 1 ? defect_since_name(subject_since(s, position)) : "");
		mistakes_label(rq, page, position, page_get(page, arena_format(rq->arena, "%s.name", row)));
	}
}

enum reply
correct_show(struct request *rq, struct page *page)
{
	struct subjects *subjects = arena_get(rq->arena, sizeof *subjects);
	char by[DAY_TEXT];
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!act_allowed(rq, page, &c, list_event(rq)))
		return REPLY_PAGE;
	page_text(page, "act", event_name(list_event(rq)));
	page_text(page, "page.title", page_word(page, arena_format(rq->arena, "action.%s", page_get(page, "act"))));
	case_crumbs(page, page_get(page, "page.title"));
	subjects_load(rq, &c, subjects);
	boxes_into(rq, page, subjects, materials_into(rq, page, &c));
	page_flag(page, "case.asked_before", c.asked_at != INSTANT_NONE);
	if (subjects->list > 1 && !subjects->review) {
		corrections_into(rq, page, &c);
		page_text(page, "form_since", defect_since_name(subject_since(subjects, NOWHERE)));
		page_flag(page, "second_flagged", subjects->flag);
	}
	if (!*form_get(rq, "answer_by_on"))
		page_text(page, "form.answer_by_on",
		    day_print(calendar_add(request_calendar(rq), rq->today, ANSWER_DAYS_USUAL), by));
	page_flag(page, "optional.form_defect", true);
	page_flag(page, "optional.form_wanted", true);
	page_flag(page, "optional.correction_note", true);
	return REPLY_PAGE;
}
