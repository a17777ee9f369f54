/*
 * accept.c - acceptance: what must be there, what may lack, and the originals that were seen.
 *
 * A case whose main materials are missing is not accepted, whoever asks.  Minor
 * ones may lack, each promised, by a day the clerk fixes within the guide's
 * limit (容缺受理).  Where the guide wants originals seen (网上预审, 原件核验), the
 * clerk says so for each.  Everything else is accepted by one button.
 */
#include "fcgi/office/accept.h"
#include "fcgi/office/window.h"

#include "base/text.h"
#include "fcgi/worker/form.h"
#include "fcgi/worker/route.h"
#include "generated/queries/intake.h"
#include "generated/queries/office.h"
#include "record/case_dates.h"
#include "record/case_flow.h"
#include "rules/lacking.h"
#include "rules/window.h"

#include <string.h>

enum { MATERIALS_MOST = 200 };

static const struct field accept_fields[] = {
	{ "version", FIELD_NUMBER, .required = true, .least = 1 },
};
/* Open: a tick or a day for each material that wants one. */
const struct form accept_form = FORM_OPEN(accept_fields);

struct piece {
	struct lacking_material law;
	long long position;
	const char *name;
	bool original;		/* its original must be seen */
	struct day by;		/* a lack: to be supplied by then */
};

struct acceptance {
	struct piece pieces[MATERIALS_MOST];
	struct lacking_material law[MATERIALS_MOST];
	size_t count;
	enum refusal refused;
	struct case_terms terms;
	struct case_dates dates;
	struct day last_on;	/* of what may lack */
	bool form;		/* one button is not enough */
};

static void
piece_read(const struct query *q, struct page *page, struct piece *p)
{
	bool low_risk = text_is(page_get(page, "case.low_risk"), "1");

	p->position = query_get_number(q, "position");
	p->name = query_get(q, "name");
	p->law = (struct lacking_material){
		.required = text_is(query_get(q, "necessity"), "required"),
		.conditional = text_is(query_get(q, "necessity"), "conditional"),
		.shared = text_is(query_get(q, "source"), "shared"),
		.promise_allowed = low_risk && query_get_number(q, "promise_allowed") != 0,
		.may_lack = *page_get(page, "case.lacking_days") && query_get_number(q, "may_lack") != 0,
	};
	given_named(query_get(q, "given"), &p->law.given);
	p->original = p->law.given == GIVEN_FILES && query_is_null(q, "seen_at") &&
	    depth_wants_originals(page_get(page, "case.online_depth")) && !text_is(page_get(page, "case.channel"), "window");
}

static void
pieces_load(struct request *rq, struct page *page, const struct case_row *c, struct acceptance *a)
{
	struct query *q = query(rq, Q_ACCEPT_MATERIALS);

	query_number(q, "id", (long long)c->id);
	query_number(q, "item_version", (long long)c->item_version);
	for (; a->count < MATERIALS_MOST && query_next(q); a->count++) {
		struct piece *p = &a->pieces[a->count];

		piece_read(q, page, p);
		a->law[a->count] = p->law;
		a->form = a->form || p->original || p->law.given == GIVEN_LACK;
	}
}

/* False: the machine failed. */
static bool
acceptance_load(struct request *rq, struct page *page, const struct case_row *c, struct acceptance *a)
{
	bool person = text_is(page_get(page, "case.applicant_kind"), "person");
	long long days = 0;

	pieces_load(rq, page, c, a);
	a->refused = lacking_refused(a->law, a->count, lacking_count(a->law, a->count) > 0 &&
	    window_barred(rq, person ? "person" : "enterprise", page_get(page, "case.applicant_number")));
	if (!case_terms_load(rq->db, rq->arena, c->id, &a->terms))
		return false;
	a->terms.state = STATE_ACCEPTED;
	a->terms.accepted_at = rq->now;
	a->dates = case_dates_of(request_calendar(rq), &a->terms);
	text_number(page_get(page, "case.lacking_days"), 0, 1000, &days);
	a->last_on = lacking_last_on(request_calendar(rq), rq->today, (int)days, a->dates.promised_on);
	return true;
}

bool
accept_wants_form(struct request *rq, struct page *page, const struct case_row *c)
{
	struct acceptance *a = arena_get(rq->arena, sizeof *a);

	pieces_load(rq, page, c, a);
	return a->form;
}

static const char *
box(struct request *rq, const struct piece *p, const char *what)
{
	return arena_format(rq->arena, "m%lld_%s", p->position, what);
}

static void
pieces_into(struct request *rq, struct page *page, const struct acceptance *a)
{
	bool posted = rq->route->method == POST;
	char day[DAY_TEXT];
	size_t n = 0;

	for (size_t i = 0; i < a->count; i++) {
		const struct piece *p = &a->pieces[i];
		bool lack = p->law.given == GIVEN_LACK;
		const char *row = arena_format(rq->arena, "pieces.%zu", n), *field = box(rq, p, lack ? "by" : "seen");

		if (!p->original && !lack)
			continue;
		page_sub(page, row, "name", field);
		page_sub(page, row, "kind", lack ? "day" : "flag");
		page_say(page, arena_format(rq->arena, "%s.label", row), lack ? "accept.by" : "accept.seen", "material", p->name,
		    NULL);
		page_sub(page, row, "required", "1");
		page_sub(page, row, "value", posted ? form_get(rq, field) : lack ? day_print(a->last_on, day) : "");
		page_sub(page, row, "error", page_get(page, arena_format(rq->arena, "error.%s", field)));
		n++;
	}
	page_day(page, "last_on", a->last_on);
	page_flag(page, "lacking", lacking_count(a->law, a->count) > 0);
}

enum reply
accept_show(struct request *rq, struct page *page)
{
	struct acceptance *a = arena_get(rq->arena, sizeof *a);
	struct case_row c;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (rq->route->method == GET && !act_allowed(rq, page, &c, EVENT_ACCEPT))
		return REPLY_PAGE;
	if (!acceptance_load(rq, page, &c, a))
		return REPLY_NOT_FOUND;
	if (!a->form || *page_get(page, "refusal") || *page_get(page, "conflict")) {
		page_template(page, "office/case.cs");
		case_into(rq, page, &c);
		return REPLY_PAGE;
	}
	pieces_into(rq, page, a);
	case_crumbs(page, page_word(page, "action.accept"));
	return REPLY_PAGE;
}

/* What the clerk must say of each piece; all mistakes at once. */
static bool
said_right(struct request *rq, struct page *page, struct acceptance *a)
{
	size_t errors = 0;

	for (size_t i = 0; i < a->count; i++) {
		struct piece *p = &a->pieces[i];
		const char *field = NULL, *code = NULL;

		if (p->original && !form_flag(rq, box(rq, p, "seen"))) {
			field = box(rq, p, "seen");
			code = "tick";
		} else if (p->law.given == GIVEN_LACK) {
			field = box(rq, p, "by");
			p->by = form_day(rq, field);
			code = !day_known(p->by) ? "not_a_day" : day_before(p->by, rq->today) ? "too_early" :
			    !day_known(a->last_on) || day_before(a->last_on, p->by) ? "promise_too_late" : NULL;
		}
		if (!code)
			continue;
		form_error(page, field, code);
		page_text(page, arena_format(rq->arena, "errors.%zu.label", errors++), p->name);
	}
	return errors == 0;
}

/* Each lack and its day, "3:2026-05-12", as the record keeps them. */
static const char *
lacks_text(struct request *rq, const struct acceptance *a)
{
	const char *all = NULL;
	char day[DAY_TEXT];

	for (size_t i = 0; i < a->count; i++)
		if (a->pieces[i].law.given == GIVEN_LACK)
			all = arena_format(rq->arena, "%s%s%lld:%s", all ? all : "", all ? "," : "", a->pieces[i].position,
			    day_print(a->pieces[i].by, day));
	return all;
}

static void
pieces_write(struct request *rq, const struct case_row *c, const struct acceptance *a)
{
	for (size_t i = 0; i < a->count; i++) {
		const struct piece *p = &a->pieces[i];
		struct query *q;

		if (p->original) {
			q = query(rq, Q_MATERIAL_SEEN);
			query_number(q, "id", (long long)c->id);
			query_number(q, "position", p->position);
			query_text(q, "name", rq->who.name);
			query_instant(q, "now", rq->now);
			query_run(q);
		} else if (p->law.given == GIVEN_LACK) {
			q = query(rq, Q_PROMISE_DATED);
			query_number(q, "id", (long long)c->id);
			query_number(q, "material", p->position);
			query_day(q, "by", p->by);
			query_run(q);
		}
	}
}

/* Accept a case.  Its clocks start now; the dates they end on are fixed here. */
enum reply
case_accept(struct request *rq, struct page *page)
{
	struct acceptance *a = arena_get(rq->arena, sizeof *a);
	struct step step;
	struct case_row c;
	enum reply reply;
	struct query *q;

	if (!case_load(rq, page, &c) || !acceptance_load(rq, page, &c, a))
		return REPLY_NOT_FOUND;
	step = step_find(c.state, EVENT_ACCEPT, rq->who.roles & CASE_HANDLERS);
	if (step.refused || a->refused)
		return page_refuse(page, refusal_name(step.refused ? step.refused : a->refused));
	if (a->form && !said_right(rq, page, a))
		return REPLY_INVALID;
	if (!case_step(rq, page, &c, EVENT_ACCEPT, NULL, record_detail(rq->arena, "accepted_at",
	    record_instant(rq->arena, rq->now), "claimed_by", "", "lacking", lacks_text(rq, a),
	    CASE_DATES_PAIRS(rq->arena, a->dates), NULL), &reply))
		return reply;
	q = query(rq, Q_CASE_ACCEPT);
	query_number(q, "id", (long long)c.id);
	query_instant(q, "now", rq->now);
	query_run(q);
	pieces_write(rq, &c, a);
	case_dates_write(rq->db, rq->arena, c.id, &a->dates);
	case_flow_begin(rq->db, rq->arena, request_calendar(rq), c.id, rq->now);
	return case_go(rq, page, &c, "accepted");
}

/* ---- pre-review ---- */

bool
precheck_open(struct page *page)
{
	const char *told = page_get(page, "case.precheck_at"), *answered = page_get(page, "case.answered_at");

	return depth_wants_originals(page_get(page, "case.online_depth")) &&
	    !text_is(page_get(page, "case.channel"), "window") && (*told == '\0' || strcmp(told, answered) < 0);
}

/* In order online: the originals are awaited, and the administration has answered in time. */
enum reply
case_precheck(struct request *rq, struct page *page)
{
	struct acceptance *a = arena_get(rq->arena, sizeof *a);
	struct case_row c;
	enum reply reply;
	struct query *q;

	if (!case_load(rq, page, &c))
		return REPLY_NOT_FOUND;
	if (!precheck_open(page))
		return page_refuse(page, "no_precheck");
	pieces_load(rq, page, &c, a);
	a->refused = lacking_refused(a->law, a->count, false);
	if (a->refused)
		return page_refuse(page, refusal_name(a->refused));
	if (!case_step(rq, page, &c, EVENT_PRECHECK, NULL, record_detail(rq->arena,
	    "precheck_at", record_instant(rq->arena, rq->now), "due_on", "", NULL), &reply))
		return reply;
	q = query(rq, Q_CASE_PRECHECKED);
	query_number(q, "id", (long long)c.id);
	query_instant(q, "now", rq->now);
	query_run(q);
	return case_go(rq, page, &c, "prechecked");
}
