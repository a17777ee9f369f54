/*
 * sample_after.c - what comes after the cases of the sample: ratings at all levels with call-backs in each state,
 * enquiries in each state, a random sample half looked at.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "generated/queries/sample_after.h"
#include "record/enquiry_number.h"
#include "rules/rating.h"
#include "rules/sampling.h"

#include <string.h>

enum { BAD_EACH = 7, SAMPLE_SIZE = 12, POPULATION_MOST = 5000 };

/* ---- ratings ---- */

/* An event of a case after its last; false when the step table does not have it. */
static bool
event_add(struct making *m, struct sample_case *c, enum event event, const struct actor *by, instant at, const char *reason,
    const char *detail)
{
	struct case_act act = { .case_id = c->id, .was = c->state, .version = c->version, .event = event, .by = *by, .at = at,
	    .reason = reason, .detail = detail };
	enum refusal refused;

	if (case_act(m->db, m->once, m->key, &act, &refused) != ACT_DONE)
		return false;
	c->version++;
	c->last_at = at;
	return true;
}

static struct actor
applicant_of(const struct sample_case *c)
{
	return (struct actor){ .account = c->applicant->id, .kind = c->applicant->enterprise ? "enterprise" : "person",
	    .name = c->applicant->name, .organ = "", .roles = ROLE_APPLICANT };
}

static struct actor
colleague(const struct sample_person *p)
{
	return (struct actor){ .account = p->id, .kind = "staff", .name = p->name, .organ = p->organ, .roles = p->roles };
}

static uint64_t
rating_add(struct making *m, struct sample_case *c, int round, int level, instant at)
{
	static const char *const said[] = { "", "服务很好，一次就办成了。", "", "", "等的时间太长，窗口太少。", "材料要求没有一次说清，跑了三趟。" };
	static const char *const good[] = { "clear", "fast", "kind", "easy" }, *const bad[] = { "unclear", "slow", "again" };
	const char *channel = c->receiver ? "tablet" : dice_percent(&m->dice, 60) ? "mobile" : "pc";
	struct actor by = applicant_of(c);
	struct query *q;
	uint64_t rating;

	if (!event_add(m, c, EVENT_RATE, &by, at, NULL, record_detail(m->once, "round", arena_format(m->once, "%d", round),
	    "level", arena_format(m->once, "%d", level), "channel", channel, "how", c->receiver ? "query_code" : NULL, NULL)))
		return 0;
	q = sample_ask(m, Q_SAMPLE_RATING_ADD);
	query_number(q, "id", (long long)c->id);
	query_number(q, "round", round);
	query_number(q, "level", level);
	query_text(q, "channel", channel);
	query_text(q, "words", round == 1 ? said[level] : "整改后好多了。");
	query_text(q, "item", c->item->code);
	query_text(q, "organ", c->item->organ);
	query_text(q, "area", c->item->area);
	query_number(q, "by_code", c->receiver != NULL);
	query_instant(q, "at", at);
	query_run(q);
	rating = query_id(q);
	q = sample_ask(m, Q_SAMPLE_RATING_TAG_ADD);
	query_number(q, "rating", (long long)rating);
	query_text(q, "tag", level > RATING_PLAIN ? bad[dice_below(&m->dice, 3)] : good[dice_below(&m->dice, 4)]);
	query_run(q);
	return rating;
}

/* ---- call-backs ---- */

struct called {
	uint64_t id;
	instant at;
};

static void
callback_act(struct making *m, struct called *k, const char *act, const struct sample_person *by, const char *note)
{
	struct query *q = sample_ask(m, Q_SAMPLE_CALLBACK_ACT_ADD);

	query_number(q, "callback", (long long)k->id);
	query_instant(q, "at", k->at);
	query_text(q, "act", act);
	query_number(q, "account", by ? (long long)by->id : 0);
	query_text(q, "name", by ? by->name : "");
	query_text(q, "note", note);
	query_run(q);
}

static const char *
verdict_of(enum callback_state state)
{
	switch (state) {
	case CALLBACK_OPEN:
	case CALLBACK_ASSIGNED:
		return "";
	case CALLBACK_MISTAKEN:
		return "mistaken";
	case CALLBACK_APPEALED:
	case CALLBACK_FALSE:
		return "false";
	default:
		return "true";
	}
}

/* The row as it now stands, and how it came to that; an hour between two acts. */
static void
callback_add(struct making *m, struct sample_case *c, uint64_t rating, enum callback_state state, instant at)
{
	struct callback_days days = callback_days(m->cal, day_of_instant(at), &callback_terms_default);
	const struct sample_person *by = c->item->clerk, *judge = c->item->reviewer;
	bool assigned = state != CALLBACK_OPEN, called = assigned && state != CALLBACK_ASSIGNED, closed = callback_closed(state);
	struct query *q = sample_ask(m, Q_SAMPLE_CALLBACK_ADD);
	struct actor caller = colleague(by), reviewer = colleague(judge);
	struct called k = { 0, at };

	query_number(q, "rating", (long long)rating);
	query_number(q, "id", (long long)c->id);
	query_text(q, "organ", c->item->organ);
	query_text(q, "area", c->item->area);
	query_text(q, "state", callback_state_name(state));
	query_instant(q, "at", at);
	query_day(q, "assign_by_on", days.assign_by_on);
	query_day(q, "call_by_on", days.call_by_on);
	query_day(q, "mend_by_on", days.mend_by_on);
	query_day(q, "due_on", callback_due(state, &days));
	query_number(q, "assigned_to", (long long)by->id);
	if (!assigned)
		query_null(q, "assigned_to");
	query_text(q, "assigned_name", assigned ? by->name : "");
	query_instant(q, "assigned_at", assigned ? at + HOUR : INSTANT_NONE);
	query_number(q, "called_by", (long long)by->id);
	if (!called)
		query_null(q, "called_by");
	query_instant(q, "called_at", called ? at + 2 * HOUR : INSTANT_NONE);
	query_text(q, "verdict", verdict_of(state));
	query_text(q, "mended", state == CALLBACK_MENDED ? "增设综合窗口一个，办事指南补充材料说明。" : "");
	query_text(q, "reply", state == CALLBACK_MENDED ? "已增设窗口并补充说明，感谢您的提醒。" :
	    state == CALLBACK_FALSE ? "经核查，当日实际等候时间为六分钟，与评价内容不符。" : "");
	query_instant(q, "closed_at", closed ? at + (state == CALLBACK_MISTAKEN ? 2 : 3) * HOUR : INSTANT_NONE);
	query_run(q);
	k.id = query_id(q);
	callback_act(m, &k, "open", NULL, "");
	k.at += HOUR;
	if (assigned)
		callback_act(m, &k, "assign", by, by->name);
	k.at += HOUR;
	if (!called)
		return;
	callback_act(m, &k, text_is(verdict_of(state), "false") ? "appeal" : "call", by, "已电话回访评价人。");
	event_add(m, c, EVENT_CALL_BACK, &caller, k.at, "已电话回访评价人。", record_detail(m->once, "callback", "call", NULL));
	k.at += HOUR;
	if (state == CALLBACK_FALSE || state == CALLBACK_MENDED) {
		bool mended = state == CALLBACK_MENDED;

		callback_act(m, &k, mended ? "mend" : "uphold", mended ? by : judge, mended ? "增设综合窗口一个。" : "调取了叫号记录。");
		event_add(m, c, EVENT_CALL_BACK, mended ? &caller : &reviewer, k.at, mended ? "增设综合窗口一个。" : "调取了叫号记录。",
		    record_detail(m->once, "callback", mended ? "mend" : "uphold", NULL));
	}
}

static int
level_drawn(struct making *m)
{
	uint32_t percent = dice_below(&m->dice, 100);

	return percent < 66 ? 1 : percent < 90 ? 2 : 3;
}

/* Every seventh is bad, and its call-back in the next state in turn; those still open are of the last days. */
static void
ratings_add(struct making *m)
{
	size_t given = 0, bad = 0;

	for (size_t i = 0; i < m->plan.case_count; i++) {
		struct sample_case *c = &m->plan.cases[i];
		bool is_bad = given % BAD_EACH == 3;
		enum callback_state state = (enum callback_state)(bad % CALLBACK_STATE_COUNT);
		int level = is_bad ? 4 + (int)(bad % 2) : level_drawn(m);
		instant at = c->last_at + dice_between(&m->dice, 2, 60) * HOUR;
		uint64_t rating;

		arena_reset(m->once);
		if (step_find(c->state, EVENT_RATE, ROLE_APPLICANT).refused || !dice_percent(&m->dice, 70))
			continue;
		if (is_bad && !callback_closed(state))
			at = m->ctl->now - dice_between(&m->dice, 5, 90) * HOUR;
		if (at < c->last_at || at > m->ctl->now - 5 * HOUR)
			continue;
		given++;
		if ((rating = rating_add(m, c, 1, level, at)) == 0 || !is_bad)
			continue;
		callback_add(m, c, rating, state, at);
		if (state == CALLBACK_MENDED && bad % 2 == 0)
			rating_add(m, c, RATING_ROUNDS, 2, at + 4 * HOUR);
		bad++;
	}
}

/* ---- enquiries ---- */

static const struct talk {
	const char *kind, *organ, *title, *body, *answer, *publicity;
	int asked_days, answered_days;		/* before today; answered -1: not yet */
	const char *first, *against;
	int level;
} talks[] = {
	{ "question", "11990100009901315A", "周末可以办理个体工商户登记吗？", "平时要上班，想问周六能不能到窗口办理个体工商户设立登记。",
	    "周六上午九点至十二点窗口照常办理，请提前网上预约。", "shown", 40, 38, "", "", 1 },
	{ "question", "11990100009901315A", "食品经营许可变更地址要带什么材料？", "店铺搬到隔壁街，原来的许可证还有两年到期，需要重新申请还是变更？",
	    "经营场所变更须重新申请食品经营许可，材料见办事指南；原许可证一并交回。", "shown", 33, 30, "", "", 2 },
	{ "question", "119901000099010247", "灵活就业人员社保怎么转？", "从外市回来就业，社保关系怎么转到本市？",
	    "可在网上提交转移申请，无需到原参保地开具凭证，一般十五个工作日内办结。", "shown", 28, 26, "", "", 1 },
	{ "question", "119901000099010915", "驾驶证到期换证可以全程网办吗？", "人在外地，驾驶证下个月到期。",
	    "可以。网上提交照片和体检证明，新证邮寄送达。", "shown", 21, 20, "", "", 1 },
	{ "suggestion", "11990100009901016C", "建议大厅增设自助照相机", "办证要照片，附近没有照相馆，建议大厅设一台自助照相机。",
	    "采纳。已安排在一楼东侧设置自助照相设备，本月内投入使用。", "shown", 35, 25, "", "", 1 },
	{ "question", "11990100009901112M", "老年人优待证丢失怎么补办？", "家里老人的优待证找不到了。",
	    "携身份证到就近窗口当场补办，也可由亲属代办。", "shown", 15, 14, "119901000099010247", "", 2 },
	{ "question", "11990100009901315A", "公司注销要先办税务吗？", "想问注销的先后顺序。",
	    "先办理清税证明，再申请注销登记，两项可在企业注销一窗同步申请。", "asked", 9, 7, "", "", 0 },
	{ "complaint", "11990100009901016C", "窗口午休时间没有人", "中午一点到大厅，三号窗口没有人，等了半小时。",
	    "经核查，当日值班安排有疏漏，已整改并向您致歉。", "no", 25, 15, "", "三号窗口", 3 },
	{ "complaint", "11990100009901315A", "多次补材料", "同一件事让我补了三次材料。", "已责令改进，一次性告知到位，并向您致歉。", "refused", 30, 12, "", "", 4 },
	{ "question", "11990100009901315A", "小作坊登记有什么条件？", "想在家做糕点卖。", "", "asked", 1, -1, "", "", 0 },
	{ "question", "11990100009901315A", "年报什么时候截止？", "个体户年报。", "", "no", 7, -1, "", "", 0 },
	{ "question", "11990100009901315A", "营业执照可以邮寄吗？", "不方便到窗口领取。", "", "no", 14, -1, "", "", 0 },
	{ "complaint", "11990100009901315A", "电话总是占线", "咨询电话打了一上午都占线。", "", "no", 3, -1, "119901000099011478", "", 0 },
	{ "suggestion", "11990100009901315A", "建议指南配上流程图", "文字太多，看图更明白。", "", "asked", 5, -1, "", "", 0 },
};

static const struct sample_person *
clerk_at(const struct making *m, const char *organ)
{
	for (size_t i = 0; i < m->colleague_count; i++)
		if (text_is(m->colleagues[i].organ, organ) && (m->colleagues[i].roles & ROLE_CLERK) != 0)
			return &m->colleagues[i];
	return &m->colleagues[0];
}

static void
talk_act(struct making *m, uint64_t id, instant at, const char *act, const struct sample_person *by, const char *organ,
    const char *to_organ, const char *note)
{
	struct query *q = sample_ask(m, Q_SAMPLE_ENQUIRY_ACT_ADD);

	query_number(q, "id", (long long)id);
	query_instant(q, "at", at);
	query_text(q, "act", act);
	query_number(q, "account", by ? (long long)by->id : 0);
	query_text(q, "kind", by ? "staff" : "asker");
	query_text(q, "name", by ? by->name : "");
	query_text(q, "organ", by ? organ : "");
	query_text(q, "to_organ", to_organ);
	query_text(q, "note", note);
	query_run(q);
}

static instant
days_ago(const struct making *m, int days, int hour)
{
	return instant_make(day_add(day_of_instant(m->ctl->now), -days), hour, 0, 0, 0);
}

static bool
talk_add(struct making *m, const struct talk *t, const struct sample_person *asker)
{
	instant at = days_ago(m, t->asked_days, 8), answered_at = t->answered_days < 0 ? INSTANT_NONE : days_ago(m, t->answered_days, 16);
	const struct sample_person *clerk = clerk_at(m, t->organ);
	const char *first = *t->first ? t->first : t->organ;
	enum enquiry_kind kind = ENQUIRY_QUESTION;
	struct enquiry_number n;
	struct query *q;
	uint64_t id;

	enquiry_kind_named(t->kind, &kind);
	if (!enquiry_number_draw(m->db, m->once, day_of_instant(at), &n))
		return false;
	q = sample_ask(m, Q_SAMPLE_ENQUIRY_ADD);
	query_text(q, "number", n.number);
	query_text(q, "query_code", n.query_code);
	query_text(q, "kind", t->kind);
	query_number(q, "account", (long long)asker->id);
	query_text(q, "asker_name", asker->enterprise ? asker->legal : asker->name);
	query_text(q, "asker_phone", asker->phone);
	query_text(q, "item", "");
	query_text(q, "first_organ", first);
	query_text(q, "organ", t->organ);
	query_text(q, "area", clerk->area);
	query_text(q, "against", t->against);
	query_text(q, "title", t->title);
	query_text(q, "body", t->body);
	query_text(q, "state", *t->answer ? "answered" : "open");
	query_instant(q, "at", at);
	query_day(q, "due_on", enquiry_due(m->cal, day_of_instant(at), enquiry_days_default(kind)));
	query_number(q, "claimed_by", (long long)clerk->id);
	if (*t->answer == '\0')
		query_null(q, "claimed_by");
	query_text(q, "answer", t->answer);
	query_instant(q, "answered_at", answered_at);
	query_number(q, "level", t->level);
	if (t->level == 0)
		query_null(q, "level");
	query_text(q, "public", t->publicity);
	query_run(q);
	id = query_id(q);
	talk_act(m, id, at, "ask", NULL, "", "", "");
	if (*t->first)
		talk_act(m, id, at + HOUR, "transfer", clerk_at(m, t->first), t->first, t->organ, "属于贵单位职责，转请办理。");
	if (*t->answer)
		talk_act(m, id, answered_at, "answer", clerk, t->organ, "", t->answer);
	if (text_is(t->publicity, "shown"))
		talk_act(m, id, answered_at, "show", clerk, t->organ, "", "");
	return true;
}

/* ---- a random sample ---- */

static void
drawn_add(struct making *m)
{
	struct day to = day_add(day_of_instant(m->ctl->now), -1), from = day_add(to, -60);
	struct query *q = sample_ask(m, Q_SAMPLE_DECIDED), *who = sample_ask(m, Q_SAMPLE_SUPERVISOR), *all;
	const char **numbers = arena_array(m->arena, const char *, POPULATION_MOST);
	uint64_t *ids = arena_array(m->arena, uint64_t, POPULATION_MOST), taken[SAMPLE_SIZE];
	char listing[SAMPLING_LISTING_TEXT], on[DAY_TEXT];
	const char *seed = arena_format(m->arena, "%s-demo", day_print(to, on));
	long long n = 0, count = 0, account = query_next(who) ? query_get_number(who, "id") : 0;
	struct sampling s;

	query_instant(q, "from", instant_make(from, 0, 0, 0, 0));
	query_instant(q, "until", instant_make(day_add(to, 1), 0, 0, 0, 0));
	for (; n < POPULATION_MOST && query_next(q); n++) {
		ids[n] = (uint64_t)query_get_number(q, "id");
		numbers[n] = query_get(q, "number");
	}
	sampling_begin(&s, seed, n, SAMPLE_SIZE);
	for (long long i = 0; i < n; i++)
		if (sampling_take(&s, numbers[i]))
			taken[count++] = ids[i];
	all = sample_ask(m, Q_SAMPLE_DRAWN_ADD);
	query_day(all, "from_on", from);
	query_day(all, "to_on", to);
	query_text(all, "seed", seed);
	query_number(all, "population", n);
	query_text(all, "listing", sampling_listing(&s, listing));
	query_number(all, "size", SAMPLE_SIZE);
	query_text(all, "note", "季度回访");
	query_number(all, "account", account);
	query_text(all, "name", "秦镜明");
	query_instant(all, "at", days_ago(m, 0, 8));
	query_run(all);
	for (long long i = 0; i < count; i++) {
		q = sample_ask(m, Q_SAMPLE_DRAWN_CASE_ADD);
		query_number(q, "sample", (long long)query_id(all));
		query_number(q, "position", i + 1);
		query_number(q, "case_id", (long long)taken[i]);
		query_text(q, "result", i == 3 ? "fault" : i == 4 ? "not_reached" : i < 6 ? "fine" : "");
		query_text(q, "note", i == 3 ? "申请人反映电话告知的材料与指南不一致。" : "");
		query_number(q, "account", account);
		query_text(q, "name", "秦镜明");
		query_instant(q, "at", days_ago(m, 0, 8));
		query_run(q);
	}
}

bool
sample_after(struct making *m)
{
	bool done = m->citizen_count > 0 && m->colleague_count > 0;

	ratings_add(m);
	for (size_t i = 0; done && i < sizeof(talks) / sizeof(talks[0]); i++) {
		arena_reset(m->once);
		done = talk_add(m, &talks[i], &m->citizens[i % m->citizen_count]);
	}
	arena_reset(m->once);
	if (done)
		drawn_add(m);
	return done && db_failed(m->db) == DB_FINE;
}
