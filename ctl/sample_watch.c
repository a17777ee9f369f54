/*
 * sample_watch.c - supervision in the sample: cards in every state, work orders, letters.
 *
 * The cards are those the clock would give for tasks that ended late, on the day it would have given them; when it
 * runs it finds them there.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "generated/queries/sample_watch.h"
#include "generated/queries/watch_act.h"
#include "rules/watch.h"

enum { ANSWER_DAYS = 5 };

struct supervising {
	struct db *db;
	struct arena *arena;
	instant now;
	struct day today;
	struct calendar cal;
	uint64_t supervisor;
	const char *name, *organ, *organ_name, *area, *mark;
};

struct deed {
	const char *act, *note;
	bool supervisor;
};

/* What became of a card, in turn. */
static const struct fate {
	enum watch_state state;
	struct deed acts[4];
} fates[] = {
	{ WATCH_REPLIED, { { "reply", "当日多件同时到期，已调整排班，本件已办结并向申请人致歉。", false } } },
	{ WATCH_APPEALED, { { "appeal", "现场核查当天道路封闭，已留存通告，请复核。", false } } },
	{ WATCH_CLOSED, { { "reply", "经办人请假未移交，已补办移交手续并办结。", false }, { "close", "整改到位。", true } } },
	{ WATCH_WITHDRAWN, { { "appeal", "系统升级当日无法提交，附停机公告。", false },
	    { "withdraw", "停机公告属实，不计超时。", true } } },
	{ WATCH_UPHELD, { { "appeal", "材料内容较多，审查需要时间。", false }, { "uphold", "材料多可依法延期，未延期即应按期办结。", true } } },
	{ WATCH_OPEN, { { "reply", "已办结。", false }, { "return", "没有写明超时原因和今后怎样避免。", true } } },
	{ WATCH_OPEN, { { NULL, NULL, false } } },
};
enum { FATES = sizeof fates / sizeof fates[0] };

static struct query *
ask(struct supervising *s, const struct statement *statement)
{
	return query_new(s->db, s->arena, statement);
}

static void
act_add(struct supervising *s, const char *subject, long long id, const char *act, long long line, uint64_t account,
    const char *name, const char *organ, const char *note, instant at)
{
	struct query *q = ask(s, Q_WATCH_ACT_ADD);

	query_text(q, "subject", subject);
	query_number(q, "subject_id", id);
	query_text(q, "act", act);
	if (line > 0)
		query_number(q, "line", line);
	else
		query_null(q, "line");
	query_number(q, "account", (long long)account);
	query_text(q, "name", name);
	query_text(q, "organ", organ);
	query_text(q, "note", note);
	query_instant(q, "now", at);
	query_run(q);
}

static void
card_add(struct supervising *s, const struct query *row, const struct fate *fate)
{
	struct day due = query_get_day(row, "due_on"), given = day_add(due, 1);
	struct day by = calendar_add(&s->cal, s->today, ANSWER_DAYS - 1);
	instant at = instant_make(given, 6, 0, 0, 0), answered = instant_add(s->now, -26 * HOUR);
	struct query *q = ask(s, Q_SAMPLE_CARD_ADD);
	bool appealed = false, replied = false;
	int acts = 0;

	for (; acts < 4 && fate->acts[acts].act; acts++) {
		appealed |= text_is(fate->acts[acts].act, "appeal");
		replied |= text_is(fate->acts[acts].act, "reply");
	}
	query_number(q, "case_id", query_get_number(row, "case_id"));
	query_number(q, "task", query_get_number(row, "task"));
	query_text(q, "organ", query_get(row, "organ_code"));
	query_number(q, "account", query_get_number(row, "account_id"));
	query_day(q, "made_on", query_get_day(row, "made_on"));
	query_day(q, "due_on", due);
	query_day(q, "given_on", given);
	query_instant(q, "at", at);
	query_text(q, "evidence", record_detail(s->arena, "state", query_get(row, "state"), "finished_on",
	    record_day(s->arena, query_get_day(row, "finished_on")), "judged_on", record_day(s->arena, given), "over_days",
	    record_number(s->arena, (uint64_t)calendar_count(&s->cal, due, query_get_day(row, "finished_on"))), NULL));
	query_text(q, "state", watch_state_name(fate->state));
	query_day(q, "reply_by_on", by);
	query_day(q, "appeal_by_on", by);
	query_instant(q, "replied_at", replied ? answered : INSTANT_NONE);
	query_instant(q, "appealed_at", appealed ? answered : INSTANT_NONE);
	query_instant(q, "ended_at", watch_state_ended(fate->state) ? instant_add(answered, 2 * HOUR) : INSTANT_NONE);
	query_number(q, "version", acts + 1);
	query_run(q);
	for (int i = 0; i < acts; i++)
		act_add(s, "card", (long long)query_id(q), fate->acts[i].act, 0, fate->acts[i].supervisor ? s->supervisor :
		    (uint64_t)query_get_number(row, "account_id"), fate->acts[i].supervisor ? s->name : query_get(row, "account_name"),
		    fate->acts[i].supervisor ? s->organ : query_get(row, "organ_code"), fate->acts[i].note,
		    instant_add(answered, i * 2 * HOUR));
}

/* ---- work orders and letters ---- */

static const char *
number_of(struct supervising *s, enum watch_paper paper, int serial)
{
	char number[WATCH_NUMBER];

	watch_paper_number(s->mark, paper, day_civil(s->today).year, serial, number);
	return arena_text(s->arena, number);
}

static const char *
organ_name(struct supervising *s, const char *code)
{
	struct query *q = ask(s, Q_SAMPLE_ORGAN);

	query_text(q, "code", code);
	return query_next(q) ? query_get(q, "name") : code;
}

static const struct order {
	const char *class, *title, *body, *organ, *outside_kind, *outside, *contact, *evidence;
	int ago;			/* days */
} orders[] = {
	{ "overdue", "食品经营许可超期件专项督办", "请逐件说明超期原因，五个工作日内办结并报送清单。", "11990100009901315A", NULL, NULL, NULL,
	    "", 2 },
	{ "utility", "园区企业用水报装超时督办", "企业反映用水报装超过承诺时间，请会同供水单位明确通水日期。", "11990100009901171Q", "utility",
	    "云川水务有限公司（示例）", "0980-8800999", "", 6 },
	{ "complaint", "窗口告知不清问题督办", "群众反映两次告知内容不一致，请核实并答复。", "11990100009901315A", NULL, NULL, NULL,
	    "已向群众当面说明并补发一次性告知书，群众表示认可。", 20 },
};

static void
party_add(struct supervising *s, long long order, int line, const struct order *o, bool outside, struct day due)
{
	struct query *q = ask(s, Q_SAMPLE_PARTY_ADD);
	bool ended = *o->evidence != '\0';

	query_number(q, "order_id", order);
	query_number(q, "line", line);
	query_text(q, "kind", outside ? o->outside_kind : "organ");
	query_text(q, "organ", outside ? NULL : o->organ);
	query_text(q, "name", outside ? o->outside : organ_name(s, o->organ));
	query_text(q, "contact", outside ? o->contact : "");
	query_text(q, "state", ended ? "replied" : "waiting");
	query_day(q, "due_on", ended ? DAY_NONE : due);
	query_instant(q, "replied_at", ended ? instant_add(s->now, -o->ago * 12 * HOUR) : INSTANT_NONE);
	query_run(q);
}

static void
order_add(struct supervising *s, const struct order *o, int serial)
{
	instant at = instant_add(s->now, -o->ago * 24 * HOUR);
	struct day due = calendar_add(&s->cal, day_of_instant(at), ANSWER_DAYS);
	struct query *q = ask(s, Q_SAMPLE_ORDER_ADD);
	bool ended = *o->evidence != '\0';
	long long id;

	query_text(q, "number", number_of(s, WATCH_PAPER_ORDER, serial));
	query_text(q, "area_code", s->area);
	query_text(q, "organ", s->organ);
	query_text(q, "class", o->class);
	query_text(q, "title", o->title);
	query_text(q, "body", o->body);
	query_number(q, "days", ANSWER_DAYS);
	query_day(q, "due_on", due);
	query_text(q, "state", ended ? "closed" : "open");
	query_number(q, "account", (long long)s->supervisor);
	query_text(q, "name", s->name);
	query_instant(q, "at", at);
	query_instant(q, "ended_at", ended ? instant_add(s->now, -o->ago * 10 * HOUR) : INSTANT_NONE);
	query_text(q, "evidence", o->evidence);
	query_run(q);
	id = (long long)query_id(q);
	party_add(s, id, 1, o, false, due);
	if (o->outside)
		party_add(s, id, 2, o, true, due);
	act_add(s, "order", id, "made", 0, s->supervisor, s->name, s->organ, o->title, at);
	if (ended)
		act_add(s, "order", id, "close", 0, s->supervisor, s->name, s->organ, o->evidence, instant_add(s->now, -o->ago * 10 * HOUR));
}

static const struct letter {
	const char *kind, *to, *title, *body, *demands, *receipt;
	int ago;
} letters[] = {
	{ "notice", "11990100009901315A", "关于规范一次性告知用语的提示", "近期多份告知书使用“相关材料”等笼统表述，请逐项写明材料名称、份数和依据。",
	    "请组织窗口人员学习《行政许可法》第三十二条。", NULL, 1 },
	{ "assignment", "11990100009901171Q", "关于窗口午间无人值守问题的交办", "巡查发现十二时至十三时窗口无人值守，请核实整改。",
	    "明确轮班表并在窗口公示。", "已排定午间轮班并公示，即日起执行。", 15 },
};

static void
letter_add(struct supervising *s, const struct letter *l)
{
	instant at = instant_add(s->now, -l->ago * 24 * HOUR), received = instant_add(at, 20 * HOUR);
	bool notice = text_is(l->kind, "notice");
	struct query *q = ask(s, Q_SAMPLE_LETTER_ADD);

	query_text(q, "kind", l->kind);
	query_text(q, "number", number_of(s, notice ? WATCH_PAPER_NOTICE : WATCH_PAPER_ASSIGNMENT, 1));
	query_text(q, "area_code", s->area);
	query_text(q, "organ", s->organ);
	query_text(q, "organ_name", s->organ_name);
	query_text(q, "to_organ", l->to);
	query_text(q, "to_name", organ_name(s, l->to));
	query_text(q, "title", l->title);
	query_text(q, "body", l->body);
	query_text(q, "demands", l->demands);
	query_day(q, "issued_on", day_of_instant(at));
	query_day(q, "answer_by_on", calendar_add(&s->cal, day_of_instant(at), ANSWER_DAYS));
	query_text(q, "state", l->receipt ? "closed" : "sent");
	query_number(q, "account", (long long)s->supervisor);
	query_text(q, "name", s->name);
	query_instant(q, "at", at);
	query_instant(q, "received_at", l->receipt ? received : INSTANT_NONE);
	query_text(q, "receiver_name", l->receipt ? "宋广厦" : "");
	query_text(q, "receipt", l->receipt ? l->receipt : "");
	query_run(q);
	act_add(s, "letter", (long long)query_id(q), "made", 0, s->supervisor, s->name, s->organ, "", at);
	if (l->receipt)
		act_add(s, "letter", (long long)query_id(q), "receive", 0, s->supervisor + 1, "宋广厦", l->to, l->receipt, received);
}

static void
counter_set(struct supervising *s, const char *kind, int value)
{
	struct query *q = ask(s, Q_SAMPLE_COUNTER_SET);

	query_text(q, "name", arena_format(s->arena, "%s:%s:%d", kind, s->organ, day_civil(s->today).year));
	query_number(q, "value", value);
	query_run(q);
}

bool
sample_watch(struct ctl *ctl, struct db *db)
{
	struct supervising s = { .db = db, .arena = arena_new(), .now = ctl->now, .today = day_of_instant(ctl->now),
	    .cal = calendar_state_on(day_of_instant(ctl->now)) };
	struct query *q = ask(&s, Q_SAMPLE_SUPERVISOR);
	size_t n = 0;

	if (query_next(q)) {
		s.supervisor = (uint64_t)query_get_number(q, "id");
		s.name = query_get(q, "name");
		s.organ = query_get(q, "organ_code");
		s.organ_name = query_get(q, "organ_name");
		s.area = query_get(q, "area_code");
		s.mark = query_get(q, "mark");
		q = ask(&s, Q_SAMPLE_LATE_TASKS);
		while (query_next(q))
			card_add(&s, q, &fates[n++ % FATES]);
		for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++)
			order_add(&s, &orders[i], (int)i + 1);
		for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++)
			letter_add(&s, &letters[i]);
		counter_set(&s, "order", (int)(sizeof orders / sizeof orders[0]));
		counter_set(&s, "notice", 1);
		counter_set(&s, "assignment", 1);
	}
	arena_free(s.arena);
	return db_failed(db) == DB_FINE;
}
