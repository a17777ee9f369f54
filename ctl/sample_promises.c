/*
 * sample_promises.c - what applicants of the sample promised: to bring a material by a day (容缺), or that a fact is so
 * instead of its proof (告知承诺); and what became of it.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "generated/queries/ctl.h"
#include "rules/lacking.h"

static void
promise_add(struct making *m, const struct sample_case *c, long long material, const char *kind, struct day by)
{
	bool lack = text_is(kind, "lack");
	struct query *q = sample_ask(m, Q_SAMPLE_PROMISE_ADD);

	query_number(q, "id", (long long)c->id);
	query_number(q, "material", material);
	query_text(q, "kind", kind);
	query_text(q, "body", lack ? "本人（本单位）承诺在受理决定载明的日期前补齐此材料；逾期未补齐的，同意终止办理并记入信用记录。" :
	    c->item->promise);
	query_instant(q, "now", c->submitted_at);
	query_text(q, "how", c->receiver ? "paper" : "online");
	query_number(q, "account", (long long)(c->receiver ? c->receiver->id : c->applicant->id));
	query_day(q, "by", by);
	query_run(q);
}

/* The applicant's word that stands in for a proof, when the case is filed. */
void
sample_proofs_add(struct making *m, const struct sample_case *c)
{
	struct query *q = sample_ask(m, Q_SAMPLE_PROOFS);

	query_number(q, "id", (long long)c->id);
	while (*c->item->promise && query_next(q))
		promise_add(m, c, query_get_number(q, "position"), "proof", DAY_NONE);
}

static void
ended(struct making *m, const struct sample_case *c, const struct sample_act *act, const char *reason)
{
	struct query *q = sample_ask(m, Q_SAMPLE_PROMISE_LAPSED);
	bool lifted = m->notes++ == 0;		/* the first has been made good since */

	query_number(q, "id", (long long)c->id);
	query_instant(q, "now", act->at);
	query_run(q);
	q = sample_ask(m, Q_SAMPLE_INTEGRITY_ADD);
	query_number(q, "id", (long long)c->id);
	query_text(q, "reason", reason);
	query_instant(q, "now", act->at);
	if (lifted) {
		query_instant(q, "lifted_at", act->at + 24 * HOUR + 10 * HOUR);
		query_number(q, "lifted_by", (long long)c->item->leader->id);
	} else {
		query_null(q, "lifted_at");
		query_null(q, "lifted_by");
	}
	query_text(q, "lifted_name", lifted ? c->item->leader->name : "");
	query_text(q, "lift_reason", lifted ? "已补齐材料并重新提交申请，经核查属实，予以信用修复。" : "");
	query_run(q);
}

/* What the record says of it: accept, keep_promise, terminate. */
const char *
sample_promise_detail(struct making *m, const struct sample_case *c, int event)
{
	char day[DAY_TEXT];

	switch (event) {
	case EVENT_ACCEPT:
		return record_detail(m->once, "lacking", arena_format(m->once, "%lld:%s", c->item->lack,
		    day_print(c->bring_on, day)), NULL);
	case EVENT_KEEP_PROMISE:
		return record_detail(m->once, "material", arena_format(m->once, "%lld", c->item->lack), "kept", "1", NULL);
	default:
		return record_detail(m->once, "promised_by_on", record_day(m->once, c->bring_on), NULL);
	}
}

void
sample_promise_write(struct making *m, const struct sample_case *c, const struct sample_act *act, const char *reason)
{
	struct query *q;

	if (act->event == EVENT_ACCEPT && c->lacks)
		promise_add(m, c, c->item->lack, "lack", c->bring_on);
	if (act->event == EVENT_TERMINATE)
		ended(m, c, act, reason);
	if (act->event != EVENT_KEEP_PROMISE)
		return;
	q = sample_ask(m, Q_SAMPLE_PROMISE_KEPT);
	query_number(q, "id", (long long)c->id);
	query_number(q, "material", c->item->lack);
	query_number(q, "account", (long long)act->by->id);
	query_text(q, "name", act->by->name);
	query_instant(q, "now", act->at);
	query_run(q);
	q = sample_ask(m, Q_SAMPLE_MATERIAL_SET);
	query_number(q, "id", (long long)c->id);
	query_number(q, "position", c->item->lack);
	query_text(q, "given", "paper");
	query_run(q);
}
