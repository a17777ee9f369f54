/*
 * The flow of a case: a picture of its steps from left to right, and the same as a list that can be read aloud.
 *
 * A step stands one column to the right of the last it needs; steps of one column run in parallel.  All numbers of
 * the drawing are made here, its lines and letters are the template's.
 */
#include "fcgi/office/office.h"

#include "base/text.h"
#include "fcgi/office/task.h"
#include "generated/queries/task.h"

enum {
	BOX_WIDTH = 136, BOX_HEIGHT = 58, GAP_ACROSS = 40, GAP_DOWN = 14, EDGE = 6,
	LINE_LETTERS = 8, NAME_LINES = 2
};

struct place {
	int column, row;
};

/* Where each step stands; *columns and *rows are the size of the whole. */
static void
places_find(const struct flow *f, struct place *places, int *columns, int *rows)
{
	int filled[FLOW_MOST] = { 0 };

	*columns = *rows = 0;
	for (size_t i = 0; i < f->count; i++) {
		struct place *p = &places[i];

		p->column = 0;
		for (size_t j = 0; j < i; j++)
			if ((f->steps[i].needs & FLOW_BIT(j)) != 0 && places[j].column >= p->column)
				p->column = places[j].column + 1;
		p->row = filled[p->column]++;
		if (p->column >= *columns)
			*columns = p->column + 1;
		if (p->row >= *rows)
			*rows = p->row + 1;
	}
}

static int
left_of(const struct place *p)
{
	return EDGE + p->column * (BOX_WIDTH + GAP_ACROSS);
}

static int
top_of(const struct place *p)
{
	return EDGE + p->row * (BOX_HEIGHT + GAP_DOWN);
}

/* A step's state, where accept, decide and deliver have the case's. */
static const char *
state_of(const struct case_row *c, const struct case_flow *f, size_t i)
{
	if (c->accepted_at == INSTANT_NONE)
		return f->flow.steps[i].kind == FLOW_ACCEPT && state_open(c->state) ? "open" : "waiting";
	switch (f->flow.steps[i].kind) {
	case FLOW_ACCEPT:
		return "done";
	case FLOW_DECIDE:
		return f->progress.decided ? "done" : state_open(c->state) && flow_may_decide(&f->flow, &f->progress)
		    ? "open" : "waiting";
	case FLOW_DELIVER:
		return c->state == STATE_DELIVERED ? "done" : c->state == STATE_CLOSED ? "open" : "waiting";
	default:
		return task_state_name(f->progress.state[i]);
	}
}

/* The name cut into lines of so many letters. */
static void
name_into(struct request *rq, struct page *page, const char *node, const char *name)
{
	for (int line = 0; line < NAME_LINES && *name; line++) {
		const char *end = name;

		for (int letters = 0; *end && letters < LINE_LETTERS; letters++)
			do
				end++;
			while ((*end & 0xC0) == 0x80);
		page_sub(page, node, line == 0 ? "line_1" : "line_2", arena_format(rq->arena, "%.*s%s",
		    (int)(end - name), name, line == NAME_LINES - 1 && *end ? "…" : ""));
		name = end;
	}
}

static void
picture_into(struct request *rq, struct page *page, const struct case_row *c, const struct case_flow *f)
{
	struct place places[FLOW_MOST];
	int columns, rows;
	size_t lines = 0;

	places_find(&f->flow, places, &columns, &rows);
	page_number(page, "flow.width", 2 * EDGE + columns * BOX_WIDTH + (columns - 1) * GAP_ACROSS);
	page_number(page, "flow.height", 2 * EDGE + rows * BOX_HEIGHT + (rows - 1) * GAP_DOWN);
	page_number(page, "flow.box_width", BOX_WIDTH);
	page_number(page, "flow.box_height", BOX_HEIGHT);
	for (size_t i = 0; i < f->flow.count; i++) {
		const char *node = arena_format(rq->arena, "flow.nodes.%zu", i);
		int x = left_of(&places[i]), y = top_of(&places[i]);

		page_number(page, arena_format(rq->arena, "%s.x", node), x);
		page_number(page, arena_format(rq->arena, "%s.y", node), y);
		page_number(page, arena_format(rq->arena, "%s.text_x", node), x + BOX_WIDTH / 2);
		page_number(page, arena_format(rq->arena, "%s.text_y", node), y + 22);
		page_number(page, arena_format(rq->arena, "%s.text_y_2", node), y + 38);
		page_number(page, arena_format(rq->arena, "%s.state_y", node), y + 53);
		page_sub(page, node, "state", state_of(c, f, i));
		name_into(rq, page, node, f->tasks[i].name);
		for (size_t j = 0; j < i; j++)
			if ((f->flow.steps[i].needs & FLOW_BIT(j)) != 0) {
				int from_x = left_of(&places[j]) + BOX_WIDTH, from_y = top_of(&places[j]) + BOX_HEIGHT / 2;
				int to_y = y + BOX_HEIGHT / 2, middle = x - GAP_ACROSS / 2;

				page_textf(page, arena_format(rq->arena, "flow.lines.%zu.path", lines++),
				    "M%d %dH%dV%dH%d", from_x, from_y, middle, to_y, x);
			}
	}
}

/* ---- the list ---- */

static void
due_of(struct request *rq, struct page *page, const char *row, const struct calendar *cal, const struct query *q)
{
	struct clock clock = { .calendar = cal,
		.from = day_of_instant(query_get_instant(q, "opened_at")), .due = query_get_day(q, "due_on") };

	if (text_is(query_get(q, "task_state"), "open"))
		due_into(rq, page, arena_format(rq->arena, "%s.due", row), &clock);
}

static void
list_into(struct request *rq, struct page *page, const struct case_row *c, const struct case_flow *f)
{
	const struct calendar *cal = request_calendar(rq);
	struct query *q = query(rq, Q_FLOW_LIST);
	size_t at;

	query_number(q, "id", (long long)c->id);
	for (size_t n = 0; query_next(q); n++) {
		const char *row = arena_format(rq->arena, "flow.steps.%zu", n);
		bool task = !query_is_null(q, "round"), latest;

		query_row_into(q, page, row);
		if (!flow_find(&f->flow, (int)query_get_number(q, "position"), &at))
			continue;
		latest = !task || query_get_number(q, "round") == f->progress.round[at];
		page_sub(page, row, "state", latest ? state_of(c, f, at) : query_get(q, "task_state"));
		page_sub(page, row, "role", role_name(f->flow.steps[at].role));
		page_flag(page, arena_format(rq->arena, "%s.again", row), task && query_get_number(q, "round") > 1);
		if (!task)
			continue;
		page_textf(page, arena_format(rq->arena, "%s.url", row), "/office/cases/%s/tasks/%d", c->number,
		    f->flow.steps[at].position);
		page_flag(page, arena_format(rq->arena, "%s.mine", row), latest &&
		    f->progress.state[at] == TASK_OPEN && text_is(f->flow.steps[at].organ, rq->who.organ) &&
		    (f->flow.steps[at].role & rq->who.roles) != 0);
		due_of(rq, page, row, cal, q);
	}
}

/* The day of a stage is that of its slowest. */
static void
stage_into(struct page *page, const struct case_flow *f)
{
	struct day last = DAY_NONE;
	int open = 0;

	for (size_t i = 0; i < f->flow.count; i++)
		if (f->progress.state[i] == TASK_OPEN && flow_is_task(f->flow.steps[i].kind)) {
			open++;
			if (!day_known(last) || day_before(last, f->tasks[i].due_on))
				last = f->tasks[i].due_on;
		}
	if (open > 1 && day_known(last)) {
		page_number(page, "flow.parallel", open);
		page_day(page, "flow.stage_on", last);
	}
}

void
flow_into(struct request *rq, struct page *page, struct case_row *c)
{
	struct case_flow *f = arena_get(rq->arena, sizeof *f);
	flow_set remaining;

	c->waits = false;
	if (!case_flow_load(rq->db, rq->arena, c->id, f) || !(flow_before(&f->flow) | flow_after(&f->flow)))
		return;
	remaining = flow_remaining(&f->flow, &f->progress);
	page_flag(page, "flow.shown", true);
	picture_into(rq, page, c, f);
	list_into(rq, page, c, f);
	stage_into(page, f);
	if (c->accepted_at == INSTANT_NONE || !state_open(c->state))
		return;
	c->waits = remaining != 0;
	page_flag(page, "flow.waits", c->waits);
	for (size_t i = 0; i < f->flow.count; i++)
		if (f->flow.steps[i].kind == FLOW_DECIDE && flow_back_to(&f->flow, &f->progress, i) && c->own &&
		    (rq->who.roles & ROLE_APPROVER) != 0 && c->state == STATE_REVIEWING)
			page_flag(page, "flow.may_send_back", true);
}
