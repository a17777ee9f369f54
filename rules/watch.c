/* watch.c - see watch.h. */
#include "rules/watch.h"

#include "rules/letter.h"
#include "rules/window.h"

#include <stdio.h>
#include <string.h>

static const char *const rule_names[] = { WATCH_RULES(NAMES_TEXT) };
static const char *const answerer_names[] = { WATCH_ANSWERERS(NAMES_TEXT) };
static const char *const colour_names[] = { WATCH_COLOURS(NAMES_TEXT) };
static const char *const why_names[] = { WATCH_WHYS(NAMES_TEXT) };
static const char *const state_names[] = { WATCH_STATES(NAMES_TEXT) };
static const char *const act_names[] = { WATCH_ACTS(NAMES_TEXT) };
static const char *const refusal_names[] = { WATCH_REFUSALS(NAMES_TEXT) };
static const char *const class_names[] = { WATCH_CLASSES(NAMES_TEXT) };

static const struct rule {
	const char *number;
	enum watch_answerer answerer;
	enum watch_colour severity;
} rules[WATCH_RULE_COUNT] = {
	[WATCH_ANSWER] = { "W01", ANSWERS_HANDLER, WATCH_RED },
	[WATCH_PROMISED] = { "W02", ANSWERS_HANDLER, WATCH_RED },
	[WATCH_STATUTORY] = { "W03", ANSWERS_HANDLER, WATCH_RED },
	[WATCH_DELIVERY] = { "W04", ANSWERS_HANDLER, WATCH_RED },
	[WATCH_TASK] = { "W05", ANSWERS_HANDLER, WATCH_RED },
	[WATCH_AT_ONCE] = { "W06", ANSWERS_HANDLER, WATCH_RED },
	[WATCH_NO_REASON] = { "W07", ANSWERS_ACTOR, WATCH_RED },
	[WATCH_EXTRA] = { "W08", ANSWERS_ACTOR, WATCH_RED },
	[WATCH_SECOND] = { "W09", ANSWERS_ACTOR, WATCH_YELLOW },
	[WATCH_MOMENTS] = { "W10", ANSWERS_ACTOR, WATCH_YELLOW },
	[WATCH_BACK_ENTRY] = { "W11", ANSWERS_ACTOR, WATCH_RED },
	[WATCH_TWICE] = { "W12", ANSWERS_ACTOR, WATCH_RED },
	[WATCH_ORDER] = { "W13", ANSWERS_ACTOR, WATCH_YELLOW },
	[WATCH_FEE] = { "W14", ANSWERS_ACTOR, WATCH_RED },
	[WATCH_ENQUIRY] = { "W15", ANSWERS_ORGAN, WATCH_RED },
	[WATCH_CORRECTIONS] = { "W16", ANSWERS_ORGAN, WATCH_NONE },
};

const char *
watch_number(enum watch_rule rule)
{
	return (unsigned)rule < WATCH_RULE_COUNT ? rules[rule].number : "";
}

const char *
watch_name(enum watch_rule rule)
{
	return names_at(rule_names, WATCH_RULE_COUNT, (int)rule);
}

bool
watch_named(const char *name, enum watch_rule *rule)
{
	int found = names_find(rule_names, WATCH_RULE_COUNT, name);

	for (int i = 0; name && found < 0 && i < WATCH_RULE_COUNT; i++)
		if (strcmp(rules[i].number, name) == 0)
			found = i;
	if (found >= 0)
		*rule = (enum watch_rule)found;
	return found >= 0;
}

enum watch_answerer
watch_answerer(enum watch_rule rule)
{
	return (unsigned)rule < WATCH_RULE_COUNT ? rules[rule].answerer : ANSWERS_ORGAN;
}

enum watch_colour
watch_severity(enum watch_rule rule)
{
	return (unsigned)rule < WATCH_RULE_COUNT ? rules[rule].severity : WATCH_NONE;
}

enum watch_colour
watch_colour_of(enum watch_why why)
{
	switch (why) {
	case WHY_OVER:
	case WHY_VAGUE:
	case WHY_SHARED:
	case WHY_OLDER_NUMBER:
	case WHY_TWICE:
	case WHY_FEE:
		return WATCH_RED;
	case WHY_NEAR:
	case WHY_SHORT:
	case WHY_UNLISTED:
	case WHY_VISIBLE:
	case WHY_MOMENTS:
	case WHY_AFTER_HOURS:
	case WHY_VISIT_BEFORE:
	case WHY_VISIT_AFTER:
		return WATCH_YELLOW;
	default:
		return WATCH_NONE;
	}
}

/* ---- the rules that are no clocks ---- */

struct card_days
watch_at_once(const struct calendar *cal, struct day accepted_on, struct day finished_on, bool paused, struct day today)
{
	struct card_term term = { accepted_on, paused ? DAY_NONE : calendar_roll(cal, accepted_on), finished_on };
	struct card_days days = card_judge(cal, term, today, (struct deadline_near){ 0, 0 });

	days.yellow_on = DAY_NONE;	/* a day is too short to warn of its end */
	return days;
}

/* What a reason may say without giving one; the longer before the shorter it begins with. */
static const char *const vague_words[] = {
	"经审查", "经审核", "经核查", "经研究", "不予受理", "不予许可", "不予批准", "不予办理", "不予通过", "审核不通过",
	"审查不通过", "不通过", "未通过", "不符合", "不满足", "不具备", "不齐全", "不完整", "不合格", "不规范", "不齐", "不全", "不足",
	"有问题", "有误", "存在问题", "相关规定", "有关规定", "相关要求", "有关要求", "相关条件", "有关条件", "法定条件", "法定形式",
	"相关", "有关", "规定", "要求", "条件", "材料", "申请人", "申请", "事项", "情况", "原因", "其他", "其它", "根据", "按照", "依照",
	"依据", "请重新提交", "请重新申请", "请核实", "您的", "你的", "您", "你", "该", "因", "等", "的", "无", "暂", "请",
};

static size_t
vague_bytes(const char *text)
{
	for (size_t i = 0; i < sizeof(vague_words) / sizeof(vague_words[0]); i++)
		if (strncmp(text, vague_words[i], strlen(vague_words[i])) == 0)
			return strlen(vague_words[i]);
	return 0;
}

/* A sign between words: ascii that is no letter or digit, CJK and full-width punctuation, blanks. */
static bool
is_sign(uint32_t c)
{
	c = letter_narrow(c);
	if (c < 0x80)
		return !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
	return (c >= 0x2000 && c <= 0x206f) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xffef) ||
	    c == LETTER_BROKEN;
}

size_t
watch_reason_letters(const char *reason)
{
	size_t letters = 0, bytes;

	while (*reason != '\0') {
		if ((bytes = vague_bytes(reason)) > 0) {
			reason += bytes;
			continue;
		}
		letters += !is_sign(letter_read(reason, &bytes));
		reason += bytes;
	}
	return letters;
}

enum watch_why
watch_reason(const char *reason, int least)
{
	size_t letters = watch_reason_letters(reason);

	if (letters < 3)
		return WHY_VAGUE;
	return letters < (size_t)(least > 0 ? least : 0) ? WHY_SHORT : WHY_FINE;
}

/* Papers that say by themselves what they are, and those that need the word before them. */
static const char *const papers[] = {
	"营业执照", "户口簿", "身份证", "护照", "许可证", "房产证", "不动产权证", "学历证书", "授权委托书", "委托书", "承诺书", "公证书",
	"鉴定书", "保险单", "银行流水", "完税凭证", "批文", "图纸",
};
static const char *const paper_kinds[] = { "证明", "报告", "合同", "协议", "发票", "证书", "意见书", "方案" };
static const char *const asking[] = { "提交", "提供", "补充", "补交", "出具", "携带", "上传", "开具", "附上", "相关", "有关", "以上",
	"上述", "该项", "下列", "一份", "重新", "完整", "有效", "清晰" };

static bool
one_of(const char *text, const char *const *words, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (strncmp(text, words[i], strlen(words[i])) == 0)
			return true;
	return false;
}

/* The two letters before a place, when they are letters and no word of asking; NULL otherwise.  CJK is three bytes. */
static const char *
word_before(const char *start, const char *at)
{
	const char *word = at - 6;
	size_t bytes;

	if (at - start < 6)
		return NULL;
	for (const char *p = word; p < at; p += bytes) {
		uint32_t c = letter_read(p, &bytes);

		if (bytes != 3 || is_sign(c))
			return NULL;
	}
	return one_of(word, asking, sizeof(asking) / sizeof(asking[0])) ? NULL : word;
}

static bool
term_take(const char *from, size_t bytes, const char *guide, char term[static WATCH_TERM])
{
	if (bytes >= WATCH_TERM)
		return false;
	memcpy(term, from, bytes);
	term[bytes] = '\0';
	if (strstr(guide, term) == NULL)
		return true;
	term[0] = '\0';
	return false;
}

enum watch_why
watch_extra(const char *wanted, const char *guide, bool shared, char term[static WATCH_TERM])
{
	term[0] = '\0';
	if (shared)
		return WHY_SHARED;
	for (const char *at = wanted; *at != '\0'; at++) {
		for (size_t i = 0; i < sizeof(papers) / sizeof(papers[0]); i++)
			if (strncmp(at, papers[i], strlen(papers[i])) == 0 && term_take(at, strlen(papers[i]), guide, term))
				return WHY_UNLISTED;
		for (size_t i = 0; i < sizeof(paper_kinds) / sizeof(paper_kinds[0]); i++) {
			const char *word = strncmp(at, paper_kinds[i], strlen(paper_kinds[i])) == 0 ? word_before(wanted, at) : NULL;

			if (word && term_take(word, 6 + strlen(paper_kinds[i]), guide, term))
				return WHY_UNLISTED;
		}
	}
	return WHY_FINE;
}

enum watch_why
watch_second(int visible)
{
	return visible > 0 ? WHY_VISIBLE : WHY_FINE;
}

enum watch_why
watch_moments(bool promised, instant accepted_at, instant decided_at, int minutes)
{
	if (!promised || accepted_at == INSTANT_NONE || decided_at == INSTANT_NONE || decided_at < accepted_at)
		return WHY_FINE;
	return decided_at - accepted_at < minutes * MINUTE ? WHY_MOMENTS : WHY_FINE;
}

int
watch_number_year(const char *number)
{
	static const char *const openings[] = { "〔", "［", "（", "[", "(", "【" };

	for (const char *at = number; *at != '\0'; at++)
		for (size_t i = 0; i < sizeof(openings) / sizeof(openings[0]); i++) {
			const char *year = at + strlen(openings[i]);

			if (strncmp(at, openings[i], strlen(openings[i])) == 0 && strspn(year, "0123456789") == 4 &&
			    (*year == '1' || *year == '2'))
				return (year[0] - '0') * 1000 + (year[1] - '0') * 100 + (year[2] - '0') * 10 + year[3] - '0';
		}
	return 0;
}

enum watch_why
watch_back_entry(const struct calendar *cal, const struct office_hours *hours, const struct watch_entry *e)
{
	int year;

	if (e->submitted_at == INSTANT_NONE || e->decided_at == INSTANT_NONE)
		return WHY_FINE;
	year = watch_number_year(e->outcome_number);
	if (year > 0 && year < day_civil(day_of_instant(e->submitted_at)).year)
		return WHY_OLDER_NUMBER;
	if (e->window && day_same(day_of_instant(e->submitted_at), day_of_instant(e->decided_at)) &&
	    after_hours(cal, hours, e->submitted_at) && after_hours(cal, hours, e->decided_at))
		return WHY_AFTER_HOURS;
	return WHY_FINE;
}

enum watch_why
watch_twice(int others)
{
	return others > 0 ? WHY_TWICE : WHY_FINE;
}

enum watch_why
watch_visit(struct day visited_on, struct day received_on, struct day done_on)
{
	if (!day_known(visited_on))
		return WHY_FINE;
	if (day_known(received_on) && day_before(visited_on, received_on))
		return WHY_VISIT_BEFORE;
	return day_known(done_on) && day_before(done_on, visited_on) ? WHY_VISIT_AFTER : WHY_FINE;
}

enum watch_why
watch_fee(bool listed)
{
	return listed ? WHY_FINE : WHY_FEE;
}

enum watch_why
watch_share(long long received, long long sent_back, int percent, int least)
{
	return received >= least && received > 0 && sent_back * 100 > received * percent ? WHY_SHARE : WHY_FINE;
}

/* A number of at most six digits; moves *text behind it and the blanks after it. */
static bool
count_read(const char **text, int *count)
{
	size_t digits = strspn(*text, "0123456789");

	if (digits == 0 || digits > 6)
		return false;
	*count = 0;
	for (; digits > 0; digits--)
		*count = *count * 10 + (*(*text)++ - '0');
	*text += strspn(*text, " ");
	return true;
}

bool
watch_share_read(const char *text, int *percent, int *least)
{
	int read_percent, read_least;

	if (!count_read(&text, &read_percent) || !count_read(&text, &read_least) || *text != '\0' || read_percent > 100 ||
	    read_least < 1)
		return false;
	*percent = read_percent;
	*least = read_least;
	return true;
}

/* ---- how a card is answered ---- */

#define ANSWERERS	((unsigned)(ROLE_CLERK | ROLE_REVIEWER | ROLE_APPROVER | ROLE_LEADER))
#define SUPERVISES	((unsigned)ROLE_SUPERVISOR)

static const struct row {
	enum watch_state from;
	enum watch_act act;
	unsigned roles;
	enum watch_state to;
} rows[] = {
	{ WATCH_OPEN,     WATCH_REPLY,    ANSWERERS,  WATCH_REPLIED },
	{ WATCH_OPEN,     WATCH_APPEAL,   ANSWERERS,  WATCH_APPEALED },
	{ WATCH_OPEN,     WATCH_WITHDRAW, SUPERVISES, WATCH_WITHDRAWN },
	{ WATCH_OPEN,     WATCH_CLOSE,    ROLE_CLOCK, WATCH_CLOSED },	/* a warning whose term is over */
	{ WATCH_REPLIED,  WATCH_APPEAL,   ANSWERERS,  WATCH_APPEALED },
	{ WATCH_REPLIED,  WATCH_RETURN,   SUPERVISES, WATCH_OPEN },
	{ WATCH_REPLIED,  WATCH_WITHDRAW, SUPERVISES, WATCH_WITHDRAWN },
	{ WATCH_REPLIED,  WATCH_CLOSE,    SUPERVISES, WATCH_CLOSED },
	{ WATCH_APPEALED, WATCH_UPHOLD,   SUPERVISES, WATCH_UPHELD },
	{ WATCH_APPEALED, WATCH_WITHDRAW, SUPERVISES, WATCH_WITHDRAWN },
	{ WATCH_UPHELD,   WATCH_REPLY,    ANSWERERS,  WATCH_REPLIED },
	{ WATCH_UPHELD,   WATCH_WITHDRAW, SUPERVISES, WATCH_WITHDRAWN },
	{ WATCH_UPHELD,   WATCH_CLOSE,    SUPERVISES, WATCH_CLOSED },
};

bool
watch_state_ended(enum watch_state state)
{
	return state == WATCH_WITHDRAWN || state == WATCH_CLOSED;
}

/* Why no row allows it, in the words that help most. */
static enum watch_refusal
why_not(const struct watch_card *card, enum watch_act act)
{
	if (watch_state_ended(card->state))
		return WATCH_ENDED;
	if (act == WATCH_UPHOLD)
		return WATCH_NO_APPEAL;
	if (card->state == WATCH_APPEALED)
		return WATCH_UNDER_APPEAL;
	if (act == WATCH_REPLY)
		return WATCH_REPLIED_BEFORE;
	return act == WATCH_APPEAL ? WATCH_APPEALED_BEFORE : WATCH_NO_REPLY;
}

static enum watch_refusal
appeal_refused(const struct watch_card *card, struct day today)
{
	if (card->appealed)
		return WATCH_APPEALED_BEFORE;
	return day_known(card->appeal_by_on) && day_before(card->appeal_by_on, today) ? WATCH_APPEAL_LATE : WATCH_MAY;
}

struct watch_step
watch_step(const struct watch_card *card, enum watch_act act, unsigned roles, struct day today)
{
	struct watch_step step = { card->state, WATCH_MAY };
	unsigned may = 0;

	if (card->colour == WATCH_NONE && (act == WATCH_REPLY || act == WATCH_APPEAL)) {
		step.refused = WATCH_TOLD_ONLY;
		return step;
	}
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		if (rows[i].act != act)
			continue;
		may |= rows[i].roles;
		if (rows[i].from == card->state && (rows[i].roles & roles)) {
			step.refused = act == WATCH_APPEAL ? appeal_refused(card, today) : WATCH_MAY;
			step.to = step.refused ? card->state : rows[i].to;
			return step;
		}
	}
	step.refused = may & roles ? why_not(card, act) : WATCH_ROLE;
	return step;
}

bool
watch_reply_owed(enum watch_rule rule, enum watch_colour colour)
{
	return colour == WATCH_RED || (colour == WATCH_YELLOW && rule > WATCH_TASK && rule != WATCH_ENQUIRY);
}

/* ---- work orders and letters ---- */

bool
order_escalates(struct day due_on, int level, struct day today)
{
	return day_known(due_on) && level < ORDER_LEVEL_MOST && day_before(due_on, today);
}

bool
watch_paper_number(const char *mark, enum watch_paper paper, int year, long long serial, char text[static WATCH_NUMBER])
{
	static const char *const words[] = { "督", "提示", "交办" };
	int bytes;

	text[0] = '\0';
	if (mark == NULL || *mark == '\0' || year < 1000 || year > 9999 || serial < 1 || (unsigned)paper > WATCH_PAPER_ASSIGNMENT)
		return false;
	bytes = snprintf(text, WATCH_NUMBER, "%s%s〔%d〕%04lld号", mark, words[paper], year, serial);
	if (bytes > 0 && bytes < WATCH_NUMBER)
		return true;
	text[0] = '\0';
	return false;
}

/* ---- names ---- */

const char *
watch_answerer_name(enum watch_answerer answerer)
{
	return names_at(answerer_names, WATCH_ANSWERER_COUNT, (int)answerer);
}

const char *
watch_colour_name(enum watch_colour colour)
{
	return names_at(colour_names, WATCH_COLOUR_COUNT, (int)colour);
}

const char *
watch_why_name(enum watch_why why)
{
	return names_at(why_names, WATCH_WHY_COUNT, (int)why);
}

bool
watch_why_named(const char *name, enum watch_why *why)
{
	int found = names_find(why_names, WATCH_WHY_COUNT, name);

	if (found >= 0)
		*why = (enum watch_why)found;
	return found >= 0;
}

const char *
watch_state_name(enum watch_state state)
{
	return names_at(state_names, WATCH_STATE_COUNT, (int)state);
}

bool
watch_state_named(const char *name, enum watch_state *state)
{
	int found = names_find(state_names, WATCH_STATE_COUNT, name);

	if (found >= 0)
		*state = (enum watch_state)found;
	return found >= 0;
}

const char *
watch_act_name(enum watch_act act)
{
	return names_at(act_names, WATCH_ACT_COUNT, (int)act);
}

const char *
watch_refusal_name(enum watch_refusal refusal)
{
	return names_at(refusal_names, WATCH_REFUSAL_COUNT, (int)refusal);
}

const char *
watch_class_name(enum watch_class class)
{
	return names_at(class_names, WATCH_CLASS_COUNT, (int)class);
}
