/*
 * The fields of a task beyond the declared ones: a line for each point of the handbook, a line for each person.
 *
 * Two identical applications get the same points in the same order: they are those of the guide the case was filed
 * under.  Every point is answered; what fails or does not apply says why.
 */
#include "fcgi/office/task.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"
#include "fcgi/worker/upload.h"
#include "generated/queries/flow.h"
#include "generated/queries/task.h"

enum { POINTS_MOST = 100 };

static const char *const answers[] = { "meets", "fails", "not_applicable", NULL };
static const char *const presences[] = { "present", "absent", NULL };
static const char *const votes[] = { "agree", "disagree", "abstain", NULL };

static struct query *
points_query(struct request *rq, const struct task *t)
{
	struct query *q = query(rq, Q_TASK_POINTS);

	query_number(q, "id", (long long)t->c.id);
	query_number(q, "position", task_step(t)->position);
	return q;
}

static bool
has_people(enum flow_kind kind)
{
	return kind == FLOW_VISIT || kind == FLOW_COLLECTIVE;
}

static const char *
field_name(struct request *rq, const char *list, long long n, const char *what)
{
	return arena_format(rq->arena, "%s_%lld_%s", list, n, what);
}

/* ---- drawing ---- */

/* A field as field_declared draws it, with what was typed and what was wrong with it. */
static void
field_into(struct request *rq, struct page *page, const char *node, const char *name, const char *kind,
    const char *label, const char *otherwise)
{
	page_sub(page, node, "name", name);
	page_sub(page, node, "kind", kind);
	page_sub(page, node, "label", label);
	page_sub(page, node, "value", *form_get(rq, name) ? form_get(rq, name) : otherwise);
	page_sub(page, node, "error", page_get(page, arena_format(rq->arena, "error.%s", name)));
}

static void
choices_into(struct request *rq, struct page *page, const char *node, const char *name, const char *const *values,
    const char *words)
{
	for (size_t i = 0; values[i]; i++) {
		const char *choice = arena_format(rq->arena, "%s.choices.%zu", node, i);

		page_sub(page, choice, "value", values[i]);
		page_sub(page, choice, "label", page_word(page, arena_format(rq->arena, "%s.%s", words, values[i])));
		page_flag(page, arena_format(rq->arena, "%s.checked", choice), text_is(values[i], form_get(rq, name)));
	}
}

/* The summary of mistakes names the point or the person, not the field. */
static void
mistakes_label(struct request *rq, struct page *page, const char *prefix, const char *label)
{
	for (size_t i = 0;; i++) {
		const char *mistake = arena_format(rq->arena, "errors.%zu", i);
		const char *field = page_get(page, arena_format(rq->arena, "%s.field", mistake));

		if (!*field)
			return;
		if (text_starts(field, prefix))
			page_sub(page, mistake, "label", label);
	}
}

static void
points_into(struct request *rq, struct page *page, const struct task *t)
{
	struct query *q = points_query(rq, t);

	for (size_t n = 0; n < POINTS_MOST && query_next(q); n++) {
		const char *row = arena_format(rq->arena, "points.%zu", n);
		long long point = query_get_number(q, "point");
		const char *name = field_name(rq, "check", point, "answer");
		const char *answer = arena_format(rq->arena, "%s.answer", row);

		query_row_into(q, page, row);
		field_into(rq, page, answer, name, "choice", query_get(q, "text"), "");
		page_sub(page, answer, "required", "1");
		page_sub(page, answer, "hint", query_get(q, "standard"));
		choices_into(rq, page, answer, name, answers, "check_answer");
		field_into(rq, page, arena_format(rq->arena, "%s.remark", row), field_name(rq, "check", point, "remark"),
		    "text", page_word(page, "field.check_remark"), "");
		mistakes_label(rq, page, arena_format(rq->arena, "check_%lld_", point), query_get(q, "text"));
	}
}

static void
person_into(struct request *rq, struct page *page, const struct task *t, int n, const char *organ)
{
	bool visit = task_step(t)->kind == FLOW_VISIT;
	const char *row = arena_format(rq->arena, "people.%d", n - 1);
	const char *part = arena_format(rq->arena, "%s.part", row), *name = field_name(rq, "person", n, "part");

	page_number(page, arena_format(rq->arena, "%s.n", row), n);
	page_flag(page, arena_format(rq->arena, "%s.open", row), n <= 2 || *organ ||
	    *form_get(rq, field_name(rq, "person", n, "name")) ||
	    *page_get(page, arena_format(rq->arena, "error.%s", name)));
	field_into(rq, page, arena_format(rq->arena, "%s.organ", row), field_name(rq, "person", n, "organ"), "text",
	    page_word(page, "field.person_organ"), organ);
	field_into(rq, page, arena_format(rq->arena, "%s.name", row), field_name(rq, "person", n, "name"), "text",
	    page_word(page, "field.person_name"), "");
	field_into(rq, page, part, name, "choice", page_word(page, visit ? "field.presence" : "field.vote"), "");
	choices_into(rq, page, part, name, visit ? presences : votes, "part");
	field_into(rq, page, arena_format(rq->arena, "%s.opinion", row), field_name(rq, "person", n, "opinion"), "lines",
	    page_word(page, "field.person_opinion"), "");
	page_say(page, "person_label", visit ? "tasks.attendee" : "tasks.member", "n",
	    arena_format(rq->arena, "%d", n), NULL);
	page_sub(page, row, "label", page_get(page, "person_label"));
	mistakes_label(rq, page, arena_format(rq->arena, "person_%d_", n), page_get(page, "person_label"));
}

/* A visit begins with the organs the case concerns: each has come, or is listed as absent. */
static void
people_into(struct request *rq, struct page *page, const struct task *t)
{
	struct query *q = NULL;

	if (task_step(t)->kind == FLOW_VISIT && rq->route->method == GET) {
		q = query(rq, Q_TASK_ORGANS);
		query_number(q, "id", (long long)t->c.id);
	}
	for (int n = 1; n <= PEOPLE_MOST; n++)
		person_into(rq, page, t, n, q && query_next(q) ? query_get(q, "name") : "");
}

void
task_form_into(struct request *rq, struct page *page, const struct task *t)
{
	points_into(rq, page, t);
	if (has_people(task_step(t)->kind))
		people_into(rq, page, t);
}

/* ---- reading ---- */

/* The value of one open field, checked as the loop checks declared ones. */
static const char *
value_read(struct request *rq, struct page *page, const struct field *f, bool *good)
{
	const char *wrong = field_check(rq, f);

	if (wrong) {
		form_error(page, f->name, wrong);
		*good = false;
	}
	return form_get(rq, f->name);
}

static void
wrong(struct page *page, const char *field, const char *code, bool *good)
{
	form_error(page, field, code);
	*good = false;
}

static bool
points_read(struct request *rq, struct page *page, const struct task *t, struct task_parts *parts)
{
	struct query *q = points_query(rq, t);
	bool good = true, fails = false;

	parts->points = arena_array(rq->arena, struct task_point, POINTS_MOST);
	while (parts->point_count < POINTS_MOST && query_next(q)) {
		struct task_point *p = &parts->points[parts->point_count++];
		struct field answer = { .kind = FIELD_CHOICE, .required = true, .choices = answers };
		struct field remark = { .kind = FIELD_TEXT, .most = 500 };

		p->point = query_get_number(q, "point");
		answer.name = field_name(rq, "check", p->point, "answer");
		remark.name = field_name(rq, "check", p->point, "remark");
		p->answer = value_read(rq, page, &answer, &good);
		p->remark = value_read(rq, page, &remark, &good);
		if (*p->answer && !text_is(p->answer, "meets") && text_empty(p->remark))
			wrong(page, remark.name, "remark_needed", &good);
		fails = fails || text_is(p->answer, "fails");
	}
	if (fails && text_is(form_get(rq, "verdict"), "agree"))
		wrong(page, "verdict", "agrees_with_failing", &good);
	return good;
}

static bool
person_read(struct request *rq, struct page *page, bool visit, int n, struct task_parts *parts)
{
	struct field organ = { field_name(rq, "person", n, "organ"), FIELD_TEXT, .most = 100 };
	struct field name = { field_name(rq, "person", n, "name"), FIELD_TEXT, .most = 50 };
	struct field part = { field_name(rq, "person", n, "part"), FIELD_CHOICE, .choices = visit ? presences : votes };
	struct field opinion = { field_name(rq, "person", n, "opinion"), FIELD_LINES, .most = 1000 };
	bool good = true, absent;
	struct task_person p = { value_read(rq, page, &organ, &good), value_read(rq, page, &name, &good),
	    value_read(rq, page, &part, &good), value_read(rq, page, &opinion, &good) };

	if (!*p.organ && !*p.name && !*p.part && !*p.opinion)
		return good;
	absent = text_is(p.part, "absent");
	if (!*p.part)
		wrong(page, part.name, "required", &good);
	if (!*p.name && !absent)
		wrong(page, name.name, "required", &good);
	if (absent && !*p.organ && !*p.name)
		wrong(page, organ.name, "required", &good);
	if (visit && text_is(p.part, "present") && !*p.opinion)
		wrong(page, opinion.name, "required", &good);
	parts->people[parts->person_count++] = p;
	return good;
}

/* Of a visit somebody is there; a study is held by two at least. */
static bool
people_read(struct request *rq, struct page *page, const struct task *t, struct task_parts *parts)
{
	bool visit = task_step(t)->kind == FLOW_VISIT, good = true;
	size_t present = 0;

	for (int n = 1; n <= PEOPLE_MOST; n++)
		good = person_read(rq, page, visit, n, parts) && good;
	for (size_t i = 0; i < parts->person_count; i++)
		present += *parts->people[i].part && !text_is(parts->people[i].part, "absent");
	if (good && present < (visit ? 1 : 2))
		wrong(page, "person_1_part", visit ? "nobody_there" : "too_few_members", &good);
	return good;
}

static bool
required(struct request *rq, struct page *page, const char *field)
{
	if (!text_empty(form_get(rq, field)))
		return true;
	form_error(page, field, "required");
	return false;
}

static bool
visit_read(struct request *rq, struct page *page)
{
	struct day on = form_day(rq, "visited_on");
	bool good = required(rq, page, "visited_on");

	good = required(rq, page, "place") && good;
	if (day_known(on) && day_before(rq->today, on))
		wrong(page, "visited_on", "too_late", &good);
	return good;
}

static bool
files_good(struct request *rq, struct page *page)
{
	const struct upload *file;

	for (size_t i = 0; (file = form_file(rq, "files", i)) != NULL; i++) {
		const char *refused = upload_refused(file);

		if (refused) {
			form_error(page, "files", refused);
			return false;
		}
	}
	return true;
}

bool
task_parts_read(struct request *rq, struct page *page, const struct task *t, struct task_parts *parts)
{
	enum flow_kind kind = task_step(t)->kind;
	bool good = true;

	*parts = (struct task_parts){ NULL };
	if (task_opines(t)) {
		good = required(rq, page, "verdict");
		good = required(rq, page, "task_body") && good;
	}
	if (text_is(form_get(rq, "verdict"), "note") && kind != FLOW_OPINION)
		wrong(page, "verdict", "wrong", &good);
	good = points_read(rq, page, t, parts) && good;
	if (kind == FLOW_VISIT)
		good = visit_read(rq, page) && good;
	if (kind == FLOW_COLLECTIVE)
		good = required(rq, page, "collective_reason") && good;
	if (has_people(kind))
		good = people_read(rq, page, t, parts) && good;
	return files_good(rq, page) && good;
}

/* ---- writing ---- */

static struct query *
part_query(struct request *rq, const struct task *t, const struct statement *s)
{
	struct query *q = query(rq, s);

	query_number(q, "id", (long long)t->c.id);
	query_number(q, "position", task_step(t)->position);
	query_number(q, "round", t->f.progress.round[t->at]);
	return q;
}

static bool
files_write(struct request *rq, const struct task *t)
{
	const struct upload *file;
	struct query *q;

	for (size_t i = 0; (file = form_file(rq, "files", i)) != NULL; i++) {
		if (!upload_keep(rq, file))
			return false;
		q = query(rq, Q_TASK_BLOB_ADD);
		query_text(q, "sha256", file->sha256);
		query_number(q, "bytes", (long long)file->bytes);
		query_instant(q, "now", rq->now);
		query_run(q);
		q = part_query(rq, t, Q_TASK_FILE_ADD);
		query_text(q, "sha256", file->sha256);
		query_text(q, "name", file->name);
		query_text(q, "content_type", file->content_type);
		query_number(q, "bytes", (long long)file->bytes);
		query_number(q, "account", (long long)rq->who.account);
		query_instant(q, "now", rq->now);
		query_run(q);
	}
	return true;
}

bool
task_parts_write(struct request *rq, const struct task *t, const struct task_parts *parts)
{
	struct query *q;

	for (size_t i = 0; i < parts->point_count; i++) {
		q = part_query(rq, t, Q_TASK_CHECK_ADD);
		query_number(q, "point", parts->points[i].point);
		query_text(q, "answer", parts->points[i].answer);
		query_text(q, "remark", parts->points[i].remark);
		query_run(q);
	}
	for (size_t i = 0; i < parts->person_count; i++) {
		q = part_query(rq, t, Q_TASK_PERSON_ADD);
		query_number(q, "line", (long long)i + 1);
		query_text(q, "organ_name", parts->people[i].organ);
		query_text(q, "name", parts->people[i].name);
		query_text(q, "part", parts->people[i].part);
		query_text(q, "opinion", parts->people[i].opinion);
		query_run(q);
	}
	if (task_step(t)->kind == FLOW_VISIT) {
		q = part_query(rq, t, Q_VISIT_ADD);
		query_day(q, "visited_on", form_day(rq, "visited_on"));
		query_text(q, "place", form_get(rq, "place"));
		query_null(q, "cited_case");
		query_null(q, "cited_position");
		query_null(q, "cited_round");
		query_run(q);
	}
	return files_write(rq, t);
}
