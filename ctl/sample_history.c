/*
 * sample_history.c - the two years before: cases that are over, so that figures have a shape.
 *
 * Each is played act by act like those of today, with its record and its line in the register; only what nobody looks up
 * any more is left out: answers, files, papers and messages.  Their applicants are people who came to a window once, with
 * accounts that nobody can sign in with.
 */
#include "ctl/sample_cases.h"

#include "base/text.h"
#include "generated/queries/ctl.h"
#include "rules/check.h"

#include <stdio.h>

enum { OLD_PERSONS = 150, OLD_ENTERPRISES = 50 };

static const char *const family[] = { "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "胡", "朱", "高", "林" };
static const char *const given[] = { "晓", "文", "若", "景", "思", "明", "知", "雨", "和", "棠", "渊", "兰", "行", "源", "远", "秋" };
static const char *const trades[] = { "食品", "建材", "商贸", "物流", "餐饮", "农业", "机械", "文化", "科技", "园林" };

static const char *
one_of(struct dice *dice, const char *const *words, size_t count)
{
	return words[dice_below(dice, (uint32_t)count)];
}
#define ONE_OF(dice, words)	one_of(dice, words, sizeof(words) / sizeof(words[0]))

/* Numbers of the sample begin with 99, which no province has. */
static const char *
citizen_number(struct making *m, int serial)
{
	char text[19];

	snprintf(text, sizeof text, "990102%04d%02d%02d%03d", dice_between(&m->dice, 1950, 2004), dice_between(&m->dice, 1, 12),
	    dice_between(&m->dice, 1, 28), 100 + serial);
	text[17] = check_citizen(text);
	text[18] = '\0';
	return arena_text(m->arena, text);
}

static const char *
credit_number(struct making *m, int serial)
{
	char text[19];

	snprintf(text, sizeof text, "91990100MA98%04d", serial);
	text[16] = check_organ(text + 8);
	text[17] = check_credit(text);
	text[18] = '\0';
	return arena_text(m->arena, text);
}

static bool
person_make(struct making *m, int serial, bool enterprise, struct sample_person *p)
{
	struct query *q = sample_ask(m, Q_ACCOUNT_ADD);
	const char *person = arena_format(m->arena, "%s%s%s", ONE_OF(&m->dice, family), ONE_OF(&m->dice, given),
	    dice_percent(&m->dice, 70) ? ONE_OF(&m->dice, given) : "");

	*p = (struct sample_person){ .enterprise = enterprise, .roles = ROLE_APPLICANT, .organ = "", .area = "990102",
	    .number = enterprise ? credit_number(m, serial) : citizen_number(m, serial),
	    .legal = enterprise ? person : "", .phone = arena_format(m->arena, "1990001%04d", serial), .address = "云川市" };
	p->name = !enterprise ? person : arena_format(m->arena, "云川%s%s%s有限公司", ONE_OF(&m->dice, given), ONE_OF(&m->dice, given),
	    ONE_OF(&m->dice, trades));
	query_text(q, "kind", enterprise ? "enterprise" : "person");
	query_text(q, "login", arena_format(m->once, "sample-%04d", serial));
	query_text(q, "name", p->name);
	query_text(q, "id_kind", enterprise ? "credit" : "citizen");
	query_text(q, "id_number", p->number);
	query_text(q, "legal_name", p->legal);
	query_text(q, "phone", p->phone);
	query_text(q, "address", p->address);
	query_null(q, "organ");
	query_null(q, "area");
	query_number(q, "disabled", 0);
	query_instant(q, "now", day_known(m->cal->first) ? instant_make(m->cal->first, 9, 0, 0, 0) : m->ctl->now);
	if (query_run(q) != 1)
		return ctl_fail("an applicant of the years before cannot be added"), false;
	p->id = query_id(q);
	return true;
}

/* All that was given: on paper. */
void
sample_history_materials(struct making *m, const struct sample_case *c)
{
	for (size_t i = 0; i < c->item->material_count; i++) {
		struct query *q;

		if (!text_is(c->item->materials[i].necessity, "required") || c->item->materials[i].shared)
			continue;
		q = sample_ask(m, Q_SAMPLE_MATERIAL_ADD);
		query_number(q, "id", (long long)c->id);
		query_number(q, "position", c->item->materials[i].position);
		query_text(q, "given", "paper");
		query_text(q, "note", "");
		query_run(q);
	}
}

bool
sample_history_plan(struct making *m)
{
	struct sample_person *people = arena_array(m->arena, struct sample_person, OLD_PERSONS + OLD_ENTERPRISES);

	for (int i = 0; i < OLD_PERSONS + OLD_ENTERPRISES; i++)
		if (!person_make(m, i + 1, i >= OLD_PERSONS, &people[i]))
			return false;
	sample_plan_old(&m->plan, m->arena, &m->dice, m->cal, m->ctl->now, m->items, m->item_count, people,
	    OLD_PERSONS + OLD_ENTERPRISES);
	return true;
}
