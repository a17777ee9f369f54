/*
 * sample_outcome.c - what follows the decisions of the sample: fees in every state, couriers on their way, and how what
 * was delivered went out.
 *
 * Notices and follow-ups need nothing here: yimen-clock makes them from the record, of the sample as of anything.
 */
#include "ctl/sample_cases.h"

#include "generated/queries/ctl.h"
#include "generated/queries/outcome.h"
#include "rules/fee.h"

#include "base/text.h"

static struct actor
colleague(const struct sample_person *p)
{
	return (struct actor){ p->id, "staff", p->name, p->organ, p->roles };
}

/* An act after all others of its case; false when the table refuses it. */
static bool
act_after(struct making *m, struct sample_case *c, enum event event, const struct sample_person *by, const char *reason,
    const char *detail)
{
	enum refusal refused;
	struct case_act act = { .case_id = c->id, .was = c->state, .version = c->version, .event = event, .by = colleague(by),
	    .at = c->last_at + HOUR < m->ctl->now ? c->last_at + HOUR : m->ctl->now, .reason = reason, .detail = detail };

	if (step_find(c->state, event, by->roles).refused || case_act(m->db, m->once, m->key, &act, &refused) != ACT_DONE)
		return false;
	c->version++;
	c->last_at = act.at;
	sample_tell(m, &act);
	return true;
}

static void
note(struct making *m, uint64_t bill, const char *act, fen amount, const struct sample_case *c, const char *reason)
{
	struct query *q = sample_ask(m, Q_BILL_NOTE);

	query_number(q, "bill", (long long)bill);
	query_instant(q, "now", c->last_at);
	query_text(q, "act", act);
	query_number(q, "amount", amount);
	query_number(q, "account", (long long)c->item->clerk->id);
	query_text(q, "name", c->item->clerk->name);
	query_text(q, "reason", reason);
	query_run(q);
}

static const char *
slip_take(struct making *m, const char *organ, int year)
{
	struct query *q = sample_ask(m, Q_SLIP_NEXT);
	char slip[SLIP_TEXT];

	query_text(q, "name", arena_format(m->once, "slip:%s:%d", organ, year));
	if (query_run(q) <= 0 || !slip_print(organ, year, (long long)query_id(q), slip))
		return NULL;
	return arena_text(m->once, slip);
}

/* The first fee of its guide: at a price it names, or with a word on how it comes about. */
static uint64_t
bill_add(struct making *m, struct sample_case *c, const char *name, const char *standard, const char *basis, const char **slip,
    fen *amount)
{
	static const fen prices[] = { 1000, 4000, 10000, 12000 };
	const char *working = "按收费标准计算";
	fen price = 8000;
	char money[FEE_TEXT], shown[SLIP_SHOWN];
	struct query *q;

	for (size_t i = 0; i < sizeof(prices) / sizeof(prices[0]); i++)
		if (fee_standard_names(standard, prices[i])) {
			price = prices[i];
			working = "";
			break;
		}
	*slip = slip_take(m, c->item->organ, day_civil(day_of_instant(c->last_at)).year);
	if (*slip == NULL)
		return 0;
	*amount = price;
	fee_show(price, money);
	if (!act_after(m, c, EVENT_BILL, c->item->clerk, arena_format(m->once, "%s %s", name, money), record_detail(m->once,
	    "fee_name", name, "standard", standard, "basis", basis, "price", money, "quantity", "1", "working", working, "amount",
	    money, "slip_number", *slip, "slip_shown", slip_show(*slip, shown), NULL)))
		return 0;
	q = sample_ask(m, Q_BILL_ADD);
	query_number(q, "id", (long long)c->id);
	query_number(q, "line", 1);
	query_number(q, "position", 1);
	query_text(q, "name", name);
	query_text(q, "standard", standard);
	query_text(q, "basis", basis);
	query_number(q, "price", price);
	query_number(q, "quantity", 1);
	query_text(q, "working", working);
	query_number(q, "amount", price);
	query_text(q, "organ", c->item->organ);
	query_text(q, "slip_number", *slip);
	query_instant(q, "now", c->last_at);
	query_number(q, "account", (long long)c->item->clerk->id);
	query_text(q, "asked_name", c->item->clerk->name);
	query_run(q);
	note(m, query_id(q), "ask", price, c, "");
	return query_id(q);
}

static void
bill_pay(struct making *m, struct sample_case *c, uint64_t bill, const char *name, const char *slip, fen amount)
{
	const char *receipt = arena_format(m->once, "YC%08llu", (unsigned long long)bill);
	char money[FEE_TEXT];
	struct query *q;

	fee_show(amount, money);
	if (!act_after(m, c, EVENT_PAY, c->item->clerk, name, record_detail(m->once, "fee_name", name, "slip_number", slip,
	    "amount", money, "fee_channel", "window", "receipt_number", receipt, NULL)))
		return;
	q = sample_ask(m, Q_BILL_PAID);
	query_number(q, "bill", (long long)bill);
	query_number(q, "version", 1);
	query_instant(q, "paid_at", c->last_at);
	query_instant(q, "now", c->last_at);
	query_text(q, "channel", "window");
	query_text(q, "receipt_number", receipt);
	query_text(q, "name", c->item->clerk->name);
	query_run(q);
	note(m, bill, "pay", amount, c, receipt);
}

static void
fee(struct making *m, struct sample_case *c)
{
	struct query *q = sample_ask(m, Q_SAMPLE_FEE);
	const char *slip;
	uint64_t bill;
	fen amount;

	query_number(q, "version_id", (long long)c->item->version);
	if (!query_next(q) || (bill = bill_add(m, c, query_get(q, "name"), query_get(q, "standard"), query_get(q, "basis"), &slip, &amount)) == 0)
		return;
	if (dice_percent(&m->dice, 50))
		bill_pay(m, c, bill, query_get(q, "name"), slip, amount);
}

static void
send(struct making *m, struct sample_case *c)
{
	const char *number = arena_format(m->once, "YC%010llu", (unsigned long long)c->id * 7919);
	struct query *q;

	if (!act_after(m, c, EVENT_SEND, c->item->clerk, arena_format(m->once, "云川快递 %s", number), record_detail(m->once,
	    "courier_company", "云川快递", "tracking_number", number, NULL)))
		return;
	q = sample_ask(m, Q_SAMPLE_SENT);
	query_number(q, "id", (long long)c->id);
	query_text(q, "tracking_number", number);
	query_instant(q, "now", c->last_at);
	query_text(q, "name", c->item->clerk->name);
	query_run(q);
}

void
sample_outcome(struct making *m)
{
	for (size_t i = 0; i < m->plan.case_count; i++) {
		struct sample_case *c = &m->plan.cases[i];

		arena_reset(m->once);
		if (c->state == STATE_ACCEPTED || c->state == STATE_REVIEWING || c->state == STATE_GRANTED)
			fee(m, c);
		else if (c->state == STATE_CLOSED && text_is(c->delivery, "courier") && dice_percent(&m->dice, 50))
			send(m, c);
	}
	query_run(sample_ask(m, Q_SAMPLE_DELIVERIES));
}
