/* A task of a case: what is asked, by when, of whom; its form for who may do it; what was done in each round. */
#include "fcgi/office/task.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/flow.h"
#include "generated/queries/task.h"

struct task *
task_load(struct request *rq, struct page *page)
{
	struct task *t = arena_get(rq->arena, sizeof *t);
	bool there = case_load(rq, page, &t->c) && case_flow_load(rq->db, rq->arena, t->c.id, &t->f) &&
	    flow_find(&t->f.flow, (int)request_part_number(rq, "n"), &t->at) && t->f.progress.round[t->at] > 0;

	return there ? t : NULL;
}

const struct flow_step *
task_step(const struct task *t)
{
	return &t->f.flow.steps[t->at];
}

bool
task_opines(const struct task *t)
{
	return task_step(t)->kind < FLOW_DECIDE;
}

enum refusal
task_refuses(const struct request *rq, const struct task *t, enum event event)
{
	const struct flow_step *s = task_step(t);
	enum task_state state = t->f.progress.state[t->at];

	if (!text_is(s->organ, rq->who.organ) || (s->role & rq->who.roles) == 0)
		return REFUSED_TASK;
	if (task_ended(state))
		return REFUSED_TASK_DONE;
	if (state != TASK_OPEN)
		return REFUSED_TASKS;
	return step_find(t->c.state, event, rq->who.roles & CASE_HANDLERS).refused;
}

/* ---- rounds ---- */

static const char *
round_row(struct request *rq, const long long *rounds, size_t count, long long round)
{
	for (size_t i = 0; i < count; i++)
		if (rounds[i] == round)
			return arena_format(rq->arena, "rounds.%zu", i);
	return NULL;
}

/* Rows of one kind under the rounds they belong to: rounds.N.WHAT.M. */
static void
parts_into(struct request *rq, struct page *page, const struct task *t, const struct statement *statement,
    const char *what, const long long *rounds, size_t count)
{
	struct query *q = query(rq, statement);
	long long last = 0;
	size_t n = 0;

	query_number(q, "id", (long long)t->c.id);
	query_number(q, "position", task_step(t)->position);
	while (query_next(q)) {
		const char *row = round_row(rq, rounds, count, query_get_number(q, "round"));

		n = query_get_number(q, "round") == last ? n + 1 : 0;
		last = query_get_number(q, "round");
		if (!row)
			continue;
		row = arena_format(rq->arena, "%s.%s.%zu", row, what, n);
		query_row_into(q, page, row);
		if (text_is(what, "files")) {
			page_textf(page, arena_format(rq->arena, "%s.url", row), "/office/cases/%s/tasks/%d/files/%s",
			    t->c.number, task_step(t)->position, query_get(q, "id"));
			page_textf(page, arena_format(rq->arena, "%s.size_text", row), "%lld KB",
			    (query_get_number(q, "bytes") + 1023) / 1024);
		}
	}
}

static void
due_text(struct request *rq, struct page *page, const char *name, const struct query *q)
{
	struct clock clock = { .calendar = request_calendar(rq),
		.from = day_of_instant(query_get_instant(q, "opened_at")), .due = query_get_day(q, "due_on") };

	if (text_is(query_get(q, "task_state"), "open"))
		due_into(rq, page, name, &clock);
}

/* The latest round under "task", those ended under rounds.N. */
static void
rounds_into(struct request *rq, struct page *page, const struct task *t)
{
	struct query *q = query(rq, Q_TASK_ROUNDS);
	long long rounds[40];
	size_t count = 0;

	query_number(q, "id", (long long)t->c.id);
	query_number(q, "position", task_step(t)->position);
	for (size_t i = 0; query_next(q); i++) {
		if (i == 0) {
			query_row_into(q, page, "task");
			due_text(rq, page, "task.due", q);
			page_flag(page, "task.mine", t->f.tasks[t->at].claimed_by == rq->who.account);
		}
		if (query_is_null(q, "done_at") || count == sizeof rounds / sizeof rounds[0])
			continue;
		query_row_into(q, page, arena_format(rq->arena, "rounds.%zu", count));
		rounds[count++] = query_get_number(q, "round");
	}
	parts_into(rq, page, t, Q_TASK_CHECKS, "checks", rounds, count);
	parts_into(rq, page, t, Q_TASK_PEOPLE, "people", rounds, count);
	parts_into(rq, page, t, Q_TASK_FILES, "files", rounds, count);
}

/* ---- what may be done ---- */

size_t
targets_into(struct request *rq, struct page *page, const struct case_flow *f, size_t from)
{
	flow_set targets = flow_back_to(&f->flow, &f->progress, from);
	size_t n = 0;

	for (size_t i = 0; i < f->flow.count; i++) {
		const char *name = arena_format(rq->arena, "choices.target.%zu", n);
		const char *value = arena_format(rq->arena, "%d", f->flow.steps[i].position);

		if ((targets & FLOW_BIT(i)) == 0)
			continue;
		page_sub(page, name, "value", value);
		page_sub(page, name, "label", f->tasks[i].name);
		page_flag(page, arena_format(rq->arena, "%s.checked", name), text_is(value, form_get(rq, "target")));
		n++;
	}
	return n;
}

/* Earlier visits that may be cited instead of another. */
static size_t
visits_into(struct request *rq, struct page *page, const struct task *t)
{
	struct query *q = query(rq, Q_VISITS_BEFORE);
	size_t n = 0;

	query_number(q, "id", (long long)t->c.id);
	query_text(q, "organ", rq->who.organ);
	while (query_next(q)) {
		const char *name = arena_format(rq->arena, "choices.cited.%zu", n++);
		const char *value = arena_format(rq->arena, "%s-%s-%s", query_get(q, "case_id"), query_get(q, "position"),
		    query_get(q, "round"));

		page_sub(page, name, "value", value);
		page_textf(page, arena_format(rq->arena, "%s.label", name), "%s %s", query_get(q, "visited_on"),
		    query_get(q, "place"));
		page_sub(page, name, "hint", arena_format(rq->arena, "%s %s", query_get(q, "number"), query_get(q, "body")));
		page_flag(page, arena_format(rq->arena, "%s.checked", name), text_is(value, form_get(rq, "cited")));
	}
	return n;
}

static void
form_into(struct request *rq, struct page *page, const struct task *t)
{
	static const char *const verdicts[] = { "agree", "disagree", "note", NULL };
	static const char *const conclusions[] = { "agree", "disagree", NULL };
	const struct flow_step *s = task_step(t);
	char today[DAY_TEXT];

	page_flag(page, "task.may_do", true);
	page_flag(page, "task.opines", task_opines(t));
	page_choices(page, "verdict", s->kind == FLOW_OPINION ? verdicts : conclusions, "verdict", form_get(rq, "verdict"));
	if (!*form_get(rq, "visited_on"))
		page_text(page, "form.visited_on", day_print(rq->today, today));
	page_flag(page, "optional.files", true);
	page_flag(page, "optional.task_note", true);
	task_form_into(rq, page, t);
	page_flag(page, "task.may_skip", s->kind == FLOW_VISIT && visits_into(rq, page, t) > 0);
	page_flag(page, "task.may_send_back", !task_refuses(rq, t, EVENT_SEND_BACK) &&
	    targets_into(rq, page, &t->f, t->at) > 0);
}

static void
crumbs_into(struct page *page, const struct task *t)
{
	page_text(page, "page.title", t->f.tasks[t->at].name);
	case_crumbs(page, t->f.tasks[t->at].name);
}

enum reply
task_show(struct request *rq, struct page *page)
{
	struct task *t = task_load(rq, page);
	enum refusal refused;

	if (!t)
		return REPLY_NOT_FOUND;
	crumbs_into(page, t);
	page_textf(page, "task.url", "/office/cases/%s/tasks/%d", t->c.number, task_step(t)->position);
	page_sub(page, "task", "owner_role", role_name(task_step(t)->role));
	rounds_into(rq, page, t);
	refused = task_refuses(rq, t, EVENT_TASK);
	if (!refused)
		form_into(rq, page, t);
	else if (refused != REFUSED_TASK_DONE)
		page_sub(page, "task", "refused", refusal_name(refused));
	return REPLY_PAGE;
}

enum reply
task_file(struct request *rq, struct page *page)
{
	struct task *t = task_load(rq, page);
	struct query *q;

	if (!t)
		return REPLY_NOT_FOUND;
	q = query(rq, Q_TASK_FILE);
	query_number(q, "file", request_part_number(rq, "file"));
	query_number(q, "id", (long long)t->c.id);
	query_number(q, "position", task_step(t)->position);
	if (!query_next(q))
		return REPLY_NOT_FOUND;
	return page_file(page, query_get(q, "sha256"), query_get(q, "name"), query_get(q, "content_type"));
}
