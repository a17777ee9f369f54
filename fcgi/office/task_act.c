/* What is done to a task: taken in hand, done, found needless, sent back.  Each is a row of the case's record. */
#include "fcgi/office/task.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "generated/queries/flow.h"
#include "generated/queries/task.h"

#include <stdio.h>

/* The act upon the case, from the case as loaded: what the officer saw of the task is guarded by the task's version. */
static bool
act(struct request *rq, struct page *page, struct task *t, enum event event, const char *reason, const char *detail,
    enum reply *reply)
{
	enum refusal refused = task_refuses(rq, t, event);

	if (refused) {
		*reply = page_refuse(page, refusal_name(refused));
		return false;
	}
	if (t->f.tasks[t->at].version != form_number(rq, "version")) {
		*reply = REPLY_CONFLICT;
		return false;
	}
	return case_step_from(rq, page, &t->c, event, t->c.version, reason, detail, reply);
}

/* What the record keeps of every act upon a task. */
static const char *
detail_of(struct request *rq, const struct task *t, const char *kind, const char *name, const char *value)
{
	return record_detail(rq->arena, "kind", kind,
	    "task", arena_format(rq->arena, "%d", task_step(t)->position),
	    "round", arena_format(rq->arena, "%d", t->f.progress.round[t->at]),
	    "name", t->f.tasks[t->at].name, name, value, NULL);
}

static struct task_end
end_of(struct request *rq, enum task_state state, const char *verdict, const char *body, const char *reason)
{
	return (struct task_end){ .state = state, .version = form_number(rq, "version"), .account = rq->who.account,
		.name = rq->who.name, .verdict = verdict, .body = body, .reason = reason };
}

static enum reply
task_go(struct request *rq, struct page *page, const struct task *t, const char *code)
{
	return case_go(rq, page, &t->c, code);
}

enum reply
task_claim(struct request *rq, struct page *page)
{
	struct task *t = task_load(rq, page);
	enum reply reply;
	struct query *q;

	if (!t)
		return REPLY_NOT_FOUND;
	if (!act(rq, page, t, EVENT_TASK, NULL, detail_of(rq, t, "task_claim", "to", rq->who.name), &reply))
		return reply;
	q = query(rq, Q_TASK_CLAIM);
	query_number(q, "id", (long long)t->c.id);
	query_number(q, "position", task_step(t)->position);
	query_number(q, "round", t->f.progress.round[t->at]);
	query_number(q, "claimed_by", (long long)rq->who.account);
	query_number(q, "version", form_number(rq, "version"));
	if (query_run(q) != 1)
		return REPLY_CONFLICT;
	return task_go(rq, page, t, "claimed");
}

enum reply
task_do(struct request *rq, struct page *page)
{
	struct task *t = task_load(rq, page);
	const char *verdict = form_get(rq, "verdict"), *body = form_get(rq, "task_body");
	struct task_parts parts;
	struct task_end end;
	enum refusal refused;
	enum reply reply;

	if (!t)
		return REPLY_NOT_FOUND;
	refused = task_refuses(rq, t, EVENT_TASK);
	if (refused)
		return page_refuse(page, refusal_name(refused));
	if (!task_parts_read(rq, page, t, &parts))
		return REPLY_INVALID;
	if (!task_opines(t)) {
		verdict = "";
		body = form_get(rq, "task_note");
	}
	end = end_of(rq, TASK_DONE, verdict, body, form_get(rq, "collective_reason"));
	if (!act(rq, page, t, EVENT_TASK, body, detail_of(rq, t, "task_done", "verdict", verdict), &reply))
		return reply;
	if (!task_parts_write(rq, t, &parts) ||
	    !case_flow_end(rq->db, rq->arena, request_calendar(rq), &t->f, t->at, &end, rq->now))
		return REPLY_CONFLICT;
	return task_go(rq, page, t, "task_done");
}

/* ---- a visit that need not be: the record of an earlier one still holds (勘验复用) ---- */

struct cited {
	long long case_id, position, round;
	const char *number;
};

static bool
cited_find(struct request *rq, const struct task *t, struct cited *cited)
{
	struct query *q = query(rq, Q_VISITS_BEFORE);

	query_number(q, "id", (long long)t->c.id);
	query_text(q, "organ", rq->who.organ);
	while (query_next(q)) {
		*cited = (struct cited){ query_get_number(q, "case_id"), query_get_number(q, "position"),
			query_get_number(q, "round"), query_get(q, "number") };
		if (text_is(form_get(rq, "cited"), arena_format(rq->arena, "%lld-%lld-%lld", cited->case_id,
		    cited->position, cited->round)))
			return true;
	}
	return false;
}

static void
cited_write(struct request *rq, const struct task *t, const struct cited *cited)
{
	struct query *q = query(rq, Q_VISIT_ADD);

	query_number(q, "id", (long long)t->c.id);
	query_number(q, "position", task_step(t)->position);
	query_number(q, "round", t->f.progress.round[t->at]);
	query_day(q, "visited_on", DAY_NONE);
	query_text(q, "place", "");
	query_number(q, "cited_case", cited->case_id);
	query_number(q, "cited_position", cited->position);
	query_number(q, "cited_round", cited->round);
	query_run(q);
}

enum reply
task_skip(struct request *rq, struct page *page)
{
	struct task *t = task_load(rq, page);
	const char *statement = form_get(rq, "unchanged");
	struct cited cited;
	struct task_end end;
	enum refusal refused;
	enum reply reply;

	if (!t)
		return REPLY_NOT_FOUND;
	refused = task_refuses(rq, t, EVENT_TASK);
	if (!refused && task_step(t)->kind != FLOW_VISIT)
		refused = REFUSED_TASK;
	if (refused)
		return page_refuse(page, refusal_name(refused));
	if (!cited_find(rq, t, &cited)) {
		form_error(page, "cited", "unknown");
		return REPLY_INVALID;
	}
	end = end_of(rq, TASK_SKIPPED, "agree", statement, "");
	if (!act(rq, page, t, EVENT_TASK, statement, detail_of(rq, t, "task_skipped", "cited",
	    arena_format(rq->arena, "%s/%lld/%lld", cited.number, cited.position, cited.round)), &reply))
		return reply;
	cited_write(rq, t, &cited);
	if (!case_flow_end(rq->db, rq->arena, request_calendar(rq), &t->f, t->at, &end, rq->now))
		return REPLY_CONFLICT;
	return task_go(rq, page, t, "task_skipped");
}

/* ---- sending back ---- */

/* The step chosen, if it may be sent back to from there. */
static bool
target_read(struct request *rq, struct page *page, const struct case_flow *f, size_t from, size_t *target)
{
	flow_set targets = flow_back_to(&f->flow, &f->progress, from);

	if (flow_find(&f->flow, (int)form_number(rq, "target"), target) && (targets & FLOW_BIT(*target)) != 0)
		return true;
	form_error(page, "target", "unknown");
	return false;
}

enum reply
task_send_back(struct request *rq, struct page *page)
{
	struct task *t = task_load(rq, page);
	const char *reason = form_get(rq, "back_reason");
	struct task_end end;
	enum refusal refused;
	enum reply reply;
	size_t target;

	if (!t)
		return REPLY_NOT_FOUND;
	refused = task_refuses(rq, t, EVENT_SEND_BACK);
	if (refused)
		return page_refuse(page, refusal_name(refused));
	if (!target_read(rq, page, &t->f, t->at, &target))
		return REPLY_INVALID;
	end = end_of(rq, TASK_RETURNED, "", "", reason);
	if (!act(rq, page, t, EVENT_SEND_BACK, reason, detail_of(rq, t, "send_back", "to", t->f.tasks[target].name),
	    &reply))
		return reply;
	if (!case_flow_back(rq->db, rq->arena, request_calendar(rq), &t->f, t->at, target, &end, rq->now))
		return REPLY_CONFLICT;
	return task_go(rq, page, t, "flow_sent_back");
}

/* The step of the decision, where the case may be sent back from now. */
static bool
decision_find(const struct case_flow *f, size_t *at)
{
	for (*at = 0; *at < f->flow.count; (*at)++)
		if (f->flow.steps[*at].kind == FLOW_DECIDE && flow_back_to(&f->flow, &f->progress, *at) != 0)
			return true;
	return false;
}

static bool
decision_load(struct request *rq, struct page *page, struct task *t, enum reply *reply)
{
	*reply = REPLY_NOT_FOUND;
	if (!case_load(rq, page, &t->c))
		return false;
	*reply = REPLY_PAGE;
	if (!act_allowed(rq, page, &t->c, EVENT_SEND_BACK))
		return false;
	if (case_flow_load(rq->db, rq->arena, t->c.id, &t->f) && decision_find(&t->f, &t->at))
		return true;
	page_template(page, "office/case.cs");
	*reply = page_refuse(page, refusal_name(REFUSED_STATE));
	case_into(rq, page, &t->c);
	return false;
}

enum reply
decision_back_show(struct request *rq, struct page *page)
{
	struct task *t = arena_get(rq->arena, sizeof *t);
	enum reply reply;

	if (!decision_load(rq, page, t, &reply))
		return reply == REPLY_REFUSED ? REPLY_PAGE : reply;
	page_text(page, "act", "send_back");
	page_text(page, "page.title", page_word(page, "action.send_back"));
	case_crumbs(page, page_get(page, "page.title"));
	targets_into(rq, page, &t->f, t->at);
	return REPLY_PAGE;
}

enum reply
decision_send_back(struct request *rq, struct page *page)
{
	struct task *t = arena_get(rq->arena, sizeof *t);
	const char *reason = form_get(rq, "back_reason");
	struct task_end end;
	enum reply reply;
	size_t target;

	if (!case_load(rq, page, &t->c))
		return REPLY_NOT_FOUND;
	if (!t->c.own)
		return page_refuse(page, refusal_name(REFUSED_TASK));
	if (!case_flow_load(rq->db, rq->arena, t->c.id, &t->f) || !decision_find(&t->f, &t->at))
		return page_refuse(page, refusal_name(REFUSED_STATE));
	if (!target_read(rq, page, &t->f, t->at, &target))
		return REPLY_INVALID;
	end = end_of(rq, TASK_RETURNED, "", "", reason);
	if (!case_step(rq, page, &t->c, EVENT_SEND_BACK, reason, record_detail(rq->arena, "kind", "send_back",
	    "to", t->f.tasks[target].name, NULL), &reply))
		return reply;
	if (!case_flow_back(rq->db, rq->arena, request_calendar(rq), &t->f, t->at, target, &end, rq->now))
		return REPLY_CONFLICT;
	return task_go(rq, page, t, "flow_sent_back");
}
