/* guide.c - see guide.h. */
#include <string.h>

#include "rules/code.h"
#include "rules/flow_lint.h"
#include "rules/guide.h"
#include "rules/letter.h"

#define GUIDE_NAME(constant, name, severity)		name,
#define GUIDE_SEVERITY(constant, name, severity)	severity,

static const char *const check_names[] = { GUIDE_CHECKS(GUIDE_NAME) };
static const enum guide_severity defaults[] = { GUIDE_CHECKS(GUIDE_SEVERITY) };
static const char *const severity_names[] = { GUIDE_SEVERITIES(NAMES_TEXT) };
static const char *const element_names[] = { GUIDE_ELEMENTS(NAMES_TEXT) };

/* What a judgement writes to. */
struct judgement {
	const enum guide_severity *severities;
	struct guide_finding *findings;
	size_t room, count;
};

/* Records a finding where the claim holds and the check is not off. */
static void
find(struct judgement *j, bool holds, enum guide_check check, enum guide_element element,
    size_t position)
{
	enum guide_severity severity = j->severities[check];

	if (!holds || severity == GUIDE_OFF)
		return;
	if (j->count < j->room)
		j->findings[j->count] = (struct guide_finding){ check, severity, element, position };
	j->count++;
}

bool
guide_blank(const char *text)
{
	size_t length;

	for (text = text == NULL ? "" : text; *text != '\0'; text += length)
		if (letter_narrow(letter_read(text, &length)) != ' ')
			return false;
	return true;
}

static bool
is(const char *text, const char *value)
{
	return text != NULL && strcmp(text, value) == 0;
}

/* The next character that is not a blank, full-width forms as ascii; 0 at the end. */
static uint32_t
next_letter(const char **text)
{
	uint32_t c;
	size_t length;

	do {
		c = letter_narrow(letter_read(*text, &length));
		*text += length;
	} while (c == ' ');
	return c;
}

/* The same name to a reader: blanks and width do not make it another. */
static bool
same_name(const char *a, const char *b)
{
	uint32_t c;

	do {
		c = next_letter(&a);
		if (c != next_letter(&b))
			return false;
	} while (c != 0);
	return true;
}

bool
guide_vague(const char *material_name)
{
	static const char *const within[] = {
		"其他材料", "其它材料", "其他资料", "其它资料", "其他文件", "其它文件",
		"其他证明", "其它证明", "其他相关", "其它相关", "其他有关", "其它有关",
		"其他必要", "其它必要", "其他需要", "其它需要", "其他应", "其它应",
		"其他申请", "其它申请", "其他要求", "其它要求", "其他补充", "其他佐证", "其它佐证", "其它补充", "规定的其他",
		"规定的其它", "要求的其他", "要求的其它", "相关材料", "相关资料", "相关文件",
		"相关证明", "相关证件", "有关材料", "有关资料", "有关文件", "有关证明",
		"有关证件", "等材料", "等资料", "等文件", "等证明", "等相关", "等有关",
		"必要材料", "必要的材料", "所需材料", "所需的材料", "需要的材料", "需要提供的",
	};
	static const char *const whole[] = {
		"材料", "资料", "文件", "证明", "证件", "证明材料", "申请材料", "附件", "其他", "其它",
	};

	if (material_name == NULL)
		return false;
	for (size_t i = 0; i < sizeof(within) / sizeof(within[0]); i++)
		if (strstr(material_name, within[i]) != NULL)
			return true;
	for (size_t i = 0; i < sizeof(whole) / sizeof(whole[0]); i++)
		if (same_name(material_name, whole[i]))
			return true;
	return false;
}

/* The fewest and the most days a term may take, whenever it begins. */
struct span {
	int64_t least, most;
};

/*
 * By the arrangements since 2017, where seven days worked in a row and ten of
 * rest are the extremes; the test walks through all of them.
 */
static struct span
workdays_span(int64_t n)
{
	int64_t least = n * 7 / 5 - 3;

	return (struct span){ least < n ? n : least, n * 7 / 5 + 10 + n / 15 };
}

/* The working day by whose close a term is surely over; 0 where none can be named. */
static int64_t
over_by(struct deadline_term t)
{
	switch (t.unit) {
	case DEADLINE_WORKDAY:
	case DEADLINE_DAY:		/* a rest day at the end moves it to the next of these */
		return t.count;
	case DEADLINE_HOUR:		/* eight from the opening still fall within a day */
		return 1 + (t.count + 15) / 24;
	case DEADLINE_WORKHOUR:		/* a day has at least six */
		return (t.count + 5) / 6;
	default:
		return 0;
	}
}

static struct span
term_span(struct deadline_term t)
{
	const int64_t n = t.count;

	switch (t.unit) {
	case DEADLINE_DAY:
		return (struct span){ n, n };
	case DEADLINE_MONTH:
		return (struct span){ n * 30 - 2, n * 31 };
	case DEADLINE_YEAR:
		return (struct span){ n * 365, n * 366 };
	case DEADLINE_WORKDAY:
		return workdays_span(n);
	default:
		return (struct span){ n / 24, workdays_span(over_by(t)).most };
	}
}

/* Terms that are counted alike: both in one unit, or in units that are multiples. */
static bool
counted_alike(struct deadline_term a, struct deadline_term b, int64_t *first, int64_t *second)
{
	*first = a.count;
	*second = b.count;
	if (a.unit == b.unit)
		return true;
	if (a.unit == DEADLINE_YEAR || b.unit == DEADLINE_YEAR) {
		*first *= a.unit == DEADLINE_YEAR ? 12 : 1;
		*second *= b.unit == DEADLINE_YEAR ? 12 : 1;
		return a.unit == DEADLINE_MONTH || b.unit == DEADLINE_MONTH;
	}
	*first *= a.unit == DEADLINE_DAY ? 24 : 1;
	*second *= b.unit == DEADLINE_DAY ? 24 : 1;
	return (a.unit == DEADLINE_DAY && b.unit == DEADLINE_HOUR) ||
	    (a.unit == DEADLINE_HOUR && b.unit == DEADLINE_DAY);
}

int
guide_compare_terms(struct deadline_term a, struct deadline_term b)
{
	struct span first = term_span(a), second = term_span(b);
	int64_t one, other;

	if (counted_alike(a, b, &one, &other))
		return one <= other ? -1 : 1;
	if (b.unit == DEADLINE_WORKDAY && over_by(a) > 0 && over_by(a) <= b.count)
		return -1;
	if (a.unit == DEADLINE_WORKDAY && over_by(b) > 0 && a.count > over_by(b))
		return 1;
	if (first.most <= second.least)
		return -1;
	return first.least > second.most ? 1 : 0;
}

static void
judge_head(struct judgement *j, const struct guide *g)
{
	enum item_form form = item_form(g->code);

	find(j, guide_blank(g->title), GUIDE_NO_TITLE, GUIDE_ITEM, 0);
	find(j, guide_blank(g->code), GUIDE_NO_CODE, GUIDE_ITEM, 0);
	find(j, !guide_blank(g->code) && (form == ITEM_LOCAL || form == ITEM_NONE), GUIDE_CODE_ODD,
	    GUIDE_ITEM, 0);
	find(j, guide_blank(g->organ), GUIDE_NO_ORGAN, GUIDE_ITEM, 0);
	find(j, guide_blank(g->area), GUIDE_NO_AREA, GUIDE_ITEM, 0);
	find(j, guide_blank(g->kind), GUIDE_NO_KIND, GUIDE_ITEM, 0);
	find(j, g->audience_count == 0, GUIDE_NO_AUDIENCE, GUIDE_ITEM, 0);
	find(j, g->theme_count == 0, GUIDE_NO_THEME, GUIDE_ITEM, 0);
	find(j, guide_blank(g->conditions), GUIDE_NO_CONDITIONS, GUIDE_ITEM, 0);
	find(j, guide_blank(g->consult_phone), GUIDE_NO_CONSULT_PHONE, GUIDE_ITEM, 0);
	find(j, guide_blank(g->complaint_phone), GUIDE_NO_COMPLAINT_PHONE, GUIDE_ITEM, 0);
	find(j, guide_blank(g->brief), GUIDE_NO_BRIEF, GUIDE_ITEM, 0);
	find(j, g->visits > 0 && guide_blank(g->visit_reason), GUIDE_VISIT_UNEXPLAINED, GUIDE_ITEM, 0);
	find(j, !day_known(g->effective_on), GUIDE_NO_EFFECTIVE_DAY, GUIDE_ITEM, 0);
	find(j, day_known(g->effective_on) && day_known(g->retired_on) &&
	    day_before(g->retired_on, g->effective_on), GUIDE_DATES_CROSSED, GUIDE_ITEM, 0);
}

static void
judge_limits(struct judgement *j, const struct guide *g)
{
	const struct deadline_term a_day = { 1, DEADLINE_WORKDAY };
	bool at_once = is(g->handling, "1");
	bool both = g->promised.count > 0 && g->statutory.count > 0;
	int order = both ? guide_compare_terms(g->promised, g->statutory) : -1;

	find(j, g->statutory.count <= 0, GUIDE_NO_STATUTORY_LIMIT, GUIDE_ITEM, 0);
	find(j, g->promised.count <= 0 && !at_once, GUIDE_NO_PROMISED_LIMIT, GUIDE_ITEM, 0);
	find(j, order > 0, GUIDE_PROMISE_LONGER, GUIDE_ITEM, 0);
	find(j, order == 0, GUIDE_LIMITS_INCOMPARABLE, GUIDE_ITEM, 0);
	find(j, at_once && g->promised.count > 1 && g->promised.unit != DEADLINE_HOUR &&
	    guide_compare_terms(g->promised, a_day) >= 0, GUIDE_AT_ONCE_WITH_DAYS, GUIDE_ITEM, 0);
}

static void
judge_bases(struct judgement *j, const struct guide *g)
{
	find(j, g->basis_count == 0, GUIDE_NO_BASIS, GUIDE_BASES, 0);
	for (size_t i = 0; i < g->basis_count; i++) {
		find(j, guide_blank(g->bases[i].title), GUIDE_BASIS_BLANK, GUIDE_BASES, i + 1);
		find(j, guide_blank(g->bases[i].article) && guide_blank(g->bases[i].text),
		    GUIDE_BASIS_NO_ARTICLE, GUIDE_BASES, i + 1);
	}
}

static bool
named_before(const struct guide *g, size_t position)
{
	for (size_t i = 0; i < position; i++)
		if (!guide_blank(g->materials[i].name) &&
		    same_name(g->materials[i].name, g->materials[position].name))
			return true;
	return false;
}

static void
judge_materials(struct judgement *j, const struct guide *g)
{
	find(j, g->material_count == 0, GUIDE_NO_MATERIAL, GUIDE_MATERIALS, 0);
	for (size_t i = 0; i < g->material_count; i++) {
		const struct guide_material *m = &g->materials[i];
		bool named = !guide_blank(m->name);

		find(j, !named, GUIDE_MATERIAL_BLANK, GUIDE_MATERIALS, i + 1);
		find(j, named && guide_vague(m->name), GUIDE_MATERIAL_VAGUE, GUIDE_MATERIALS, i + 1);
		find(j, named && named_before(g, i), GUIDE_MATERIAL_TWICE, GUIDE_MATERIALS, i + 1);
		find(j, guide_blank(m->basis), GUIDE_MATERIAL_NO_BASIS, GUIDE_MATERIALS, i + 1);
		find(j, is(m->necessity, "conditional") && guide_blank(m->condition),
		    GUIDE_MATERIAL_NO_CONDITION, GUIDE_MATERIALS, i + 1);
		find(j, is(m->form, "paper") && m->originals <= 0 && m->copies <= 0,
		    GUIDE_MATERIAL_NO_COPY, GUIDE_MATERIALS, i + 1);
		find(j, is(m->source, "shared") && is(m->necessity, "required"),
		    GUIDE_MATERIAL_SHARED, GUIDE_MATERIALS, i + 1);
	}
}

static void
flow_fault(void *arg, enum guide_check check, size_t position)
{
	find(arg, true, check, GUIDE_STEPS, position);
}

/*
 * A promise may take the place of a proof only where it can be judged what is
 * promised; a material may lack only for a while, and never all of them.
 */
static void
judge_trust(struct judgement *j, const struct guide *g)
{
	size_t lacking = 0, main = 0;

	for (size_t i = 0; i < g->material_count; i++) {
		const struct guide_material *m = &g->materials[i];

		find(j, m->promise_allowed && !g->low_risk, GUIDE_PROMISE_RISKY, GUIDE_MATERIALS, i + 1);
		lacking += m->may_lack;
		main += !m->may_lack && !is(m->necessity, "optional") && !is(m->necessity, "conditional");
	}
	find(j, lacking > 0 && main == 0, GUIDE_LACKING_ALL, GUIDE_MATERIALS, 0);
	find(j, lacking > 0 && g->lacking.count <= 0, GUIDE_LACKING_NO_DAYS, GUIDE_ITEM, 0);
	find(j, g->lacking.count > 0 && g->promised.count > 0 &&
	    guide_compare_terms(g->lacking, g->promised) >= 0, GUIDE_LACKING_LONGER, GUIDE_ITEM, 0);
	find(j, g->low_risk && (guide_blank(g->promise_notice) || guide_blank(g->promise_text)),
	    GUIDE_PROMISE_NO_TEXT, GUIDE_ITEM, 0);
}

static void
judge_steps(struct judgement *j, const struct guide *g)
{
	find(j, g->step_count == 0, GUIDE_STEP_NONE, GUIDE_STEPS, 0);
	for (size_t i = 0; i < g->step_count; i++) {
		const struct guide_step *s = &g->steps[i];

		find(j, guide_blank(s->name), GUIDE_STEP_BLANK, GUIDE_STEPS, i + 1);
		find(j, guide_blank(s->role) && guide_blank(s->organ), GUIDE_STEP_NO_OWNER, GUIDE_STEPS, i + 1);
	}
	flow_lint(g, flow_fault, j);
	for (size_t i = 0; i < g->point_count; i++)
		find(j, g->points[i].step < 1 || (size_t)g->points[i].step > g->step_count,
		    GUIDE_POINT_NO_STEP, GUIDE_POINTS, i + 1);
}

static void
judge_fees(struct judgement *j, const struct guide *g)
{
	find(j, g->charged && g->fee_count == 0, GUIDE_FEE_NONE, GUIDE_FEES, 0);
	find(j, !g->charged && g->fee_count > 0, GUIDE_FEE_UNASKED, GUIDE_FEES, 0);
	for (size_t i = 0; i < g->fee_count; i++) {
		find(j, guide_blank(g->fees[i].standard), GUIDE_FEE_NO_STANDARD, GUIDE_FEES, i + 1);
		find(j, guide_blank(g->fees[i].basis), GUIDE_FEE_NO_BASIS, GUIDE_FEES, i + 1);
	}
}

static void
judge_places(struct judgement *j, const struct guide *g)
{
	find(j, g->place_count == 0, GUIDE_PLACE_NONE, GUIDE_PLACES, 0);
	for (size_t i = 0; i < g->place_count; i++)
		find(j, guide_blank(g->places[i].address), GUIDE_PLACE_BLANK, GUIDE_PLACES, i + 1);
}

static void
judge_questions(struct judgement *j, const struct guide *g)
{
	for (size_t i = 0; i < g->question_count; i++)
		find(j, guide_blank(g->questions[i].question) || guide_blank(g->questions[i].answer),
		    GUIDE_QUESTION_BLANK, GUIDE_QUESTIONS, i + 1);
}

static void
judge_fields(struct judgement *j, const struct guide *g)
{
	for (size_t i = 0; i < g->field_count; i++) {
		const struct guide_field *f = &g->fields[i];
		bool chosen = is(f->kind, "choice") || is(f->kind, "many");
		bool twice = false;

		for (size_t k = 0; k < i && !guide_blank(f->name); k++)
			twice = twice || is(g->fields[k].name, f->name);
		find(j, guide_blank(f->name) || guide_blank(f->label), GUIDE_FIELD_BLANK, GUIDE_FIELDS, i + 1);
		find(j, twice, GUIDE_FIELD_TWICE, GUIDE_FIELDS, i + 1);
		find(j, chosen && f->choice_count == 0, GUIDE_FIELD_NO_CHOICES, GUIDE_FIELDS, i + 1);
	}
}

size_t
guide_judge(const struct guide *g, const enum guide_severity *severities,
    struct guide_finding *findings, size_t room)
{
	struct judgement j = { severities == NULL ? defaults : severities, findings, room, 0 };

	judge_head(&j, g);
	judge_limits(&j, g);
	judge_bases(&j, g);
	judge_materials(&j, g);
	judge_trust(&j, g);
	judge_steps(&j, g);
	judge_fees(&j, g);
	judge_places(&j, g);
	judge_questions(&j, g);
	judge_fields(&j, g);
	return j.count;
}

enum guide_severity
guide_default(enum guide_check check)
{
	return (unsigned)check < GUIDE_CHECK_COUNT ? defaults[check] : GUIDE_OFF;
}

const char *
guide_check_name(enum guide_check check)
{
	return names_at(check_names, GUIDE_CHECK_COUNT, (int)check);
}

bool
guide_check_named(const char *name, enum guide_check *check)
{
	int found = names_find(check_names, GUIDE_CHECK_COUNT, name);

	if (found >= 0)
		*check = (enum guide_check)found;
	return found >= 0;
}

const char *
guide_severity_name(enum guide_severity severity)
{
	return names_at(severity_names, GUIDE_SEVERITY_COUNT, (int)severity);
}

bool
guide_severity_named(const char *name, enum guide_severity *severity)
{
	int found = names_find(severity_names, GUIDE_SEVERITY_COUNT, name);

	if (found >= 0)
		*severity = (enum guide_severity)found;
	return found >= 0;
}

const char *
guide_element_name(enum guide_element element)
{
	return names_at(element_names, GUIDE_ELEMENT_COUNT, (int)element);
}
