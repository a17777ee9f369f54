/* The checks of a guide before it is published. */
#include "tests/rules/outside.h"

#include "rules/guide.h"

/* A guide without fault, for each test to spoil. */
static const struct guide_basis bases[] = { { "云川市食品摊贩管理办法", "第八条", "" } };
static const struct guide_material materials[] = {
	{ "食品摊贩登记表", "paper", "required", "applicant", "第八条", "", 1, 0 },
	{ "经营者身份证件", "either", "optional", "shared", "第八条", "", 0, 1 },
};
static const struct guide_step work[] = {
	{ "受理", "clerk", "", { 1, DEADLINE_WORKDAY }, .kind = "accept" },
	{ "审查", "reviewer", "", { 4, DEADLINE_WORKDAY }, .kind = "review" },
	{ "决定", "approver", "", { 1, DEADLINE_WORKDAY }, .kind = "decide" },
};
static const struct guide_point points[] = { { 2, "摊位不占消防通道" } };
static const struct guide_fee fees[] = { { "工本费", "10 元/证", "云发改〔2020〕1号" } };
static const struct guide_place places[] = { { "市政务服务中心", "江滨路 8 号" } };
static const struct guide_question questions[] = { { "可以代办吗？", "可以。" } };
static const struct guide_field fields[] = {
	{ "stall", "摊位", "text", 0 }, { "food", "品种", "choice", 3 },
};

static struct guide
sound(void)
{
	return (struct guide){
		.code = "11990100MB0000000A3990199001001", .title = "食品摊贩登记",
		.organ = "11990100MB0000000A", .area = "990100", .kind = "01", .handling = "2",
		.conditions = "有固定摊位。", .consult_phone = "0990-12345678",
		.complaint_phone = "12345", .brief = "摆摊前登记。", .visit_reason = "现场核对",
		.audience_count = 1, .theme_count = 1,
		.statutory = { 20, DEADLINE_WORKDAY }, .promised = { 5, DEADLINE_WORKDAY },
		.visits = 1, .charged = true,
		.effective_on = day_make(2026, 1, 1), .retired_on = DAY_NONE,
		.bases = bases, .basis_count = 1, .materials = materials, .material_count = 2,
		.steps = work, .step_count = 3, .points = points, .point_count = 1, .fees = fees, .fee_count = 1,
		.places = places, .place_count = 1, .questions = questions, .question_count = 1,
		.fields = fields, .field_count = 2,
	};
}

/* Exactly this finding and no other. */
static void
only(const char *claim, const struct guide *g, enum guide_check check,
    enum guide_element element, size_t position)
{
	struct guide_finding found[8];
	size_t count = guide_judge(g, NULL, found, 8);

	if (count != 1)
		fail_msg("%s: %zu findings, first %s", claim, count,
		    count ? guide_check_name(found[0].check) : "none");
	if (found[0].check != check)
		fail_msg("%s: found %s", claim, guide_check_name(found[0].check));
	ROW(claim, found[0].element == element);
	ROW(claim, found[0].position == position);
	ROW(claim, found[0].severity == guide_default(check));
}

static void
a_sound_guide(void **state)
{
	struct guide g = sound();

	(void)state;
	assert_int_equal(guide_judge(&g, NULL, NULL, 0), 0);
}

static void
nothing_at_all(void **state)
{
	struct guide g = { .effective_on = DAY_NONE, .retired_on = DAY_NONE };
	struct guide_finding found[64];
	size_t count = guide_judge(&g, NULL, found, 64);

	(void)state;
	assert_int_equal(count, 18);
	assert_int_equal(found[0].check, GUIDE_NO_TITLE);
	assert_int_equal(guide_judge(&g, NULL, found, 2), count);
}

#define SPOILT(claim, change, check)	do {				\
	struct guide g = sound();					\
	change;								\
	only(claim, &g, check, GUIDE_ITEM, 0);				\
} while (0)

static void
elements_of_the_item(void **state)
{
	(void)state;
	SPOILT("no title", g.title = "", GUIDE_NO_TITLE);
	SPOILT("a title of blanks", g.title = " 　\t", GUIDE_NO_TITLE);
	SPOILT("no code", g.code = NULL, GUIDE_NO_CODE);
	SPOILT("a code of no standard", g.code = "YC-001", GUIDE_CODE_ODD);
	SPOILT("a code that cannot be an address", g.code = "云-001", GUIDE_CODE_ODD);
	SPOILT("no organ", g.organ = "", GUIDE_NO_ORGAN);
	SPOILT("no area", g.area = "", GUIDE_NO_AREA);
	SPOILT("no kind", g.kind = "", GUIDE_NO_KIND);
	SPOILT("for nobody", g.audience_count = 0, GUIDE_NO_AUDIENCE);
	SPOILT("under no theme", g.theme_count = 0, GUIDE_NO_THEME);
	SPOILT("no conditions", g.conditions = "", GUIDE_NO_CONDITIONS);
	SPOILT("nobody to ask", g.consult_phone = "", GUIDE_NO_CONSULT_PHONE);
	SPOILT("nobody to complain to", g.complaint_phone = "", GUIDE_NO_COMPLAINT_PHONE);
	SPOILT("no plain words", g.brief = "", GUIDE_NO_BRIEF);
	SPOILT("a visit without reason", g.visit_reason = "", GUIDE_VISIT_UNEXPLAINED);
	SPOILT("no first day", g.effective_on = DAY_NONE, GUIDE_NO_EFFECTIVE_DAY);
	SPOILT("retired before it began", g.retired_on = day_make(2025, 1, 1), GUIDE_DATES_CROSSED);
	SPOILT("no statutory limit", g.statutory.count = 0, GUIDE_NO_STATUTORY_LIMIT);
	SPOILT("promised longer than the law",
	    g.promised = ((struct deadline_term){ 21, DEADLINE_WORKDAY }), GUIDE_PROMISE_LONGER);
	SPOILT("at once, in five days", g.handling = "1", GUIDE_AT_ONCE_WITH_DAYS);
}

static void
lists_of_the_item(void **state)
{
	struct guide g = sound();
	struct guide_material m[3] = { materials[0], materials[1], materials[0] };
	struct guide_step s[3] = { work[0], work[1], work[2] };
	struct guide_point point = { 4, "摊位不占消防通道" };
	struct guide_field f[2] = { fields[0], fields[1] };
	struct guide_basis b = { "", "第一条", "" };
	struct guide_fee fee = { "工本费", "", "依据" };
	struct guide_place place = { "中心", " " };
	struct guide_question question = { "问？", "" };

	(void)state;
	g.materials = m;
	g.material_count = 3;
	only("the same material twice", &g, GUIDE_MATERIAL_TWICE, GUIDE_MATERIALS, 3);
	m[2].name = "食品 摊贩　登记表";
	only("blanks do not make it another", &g, GUIDE_MATERIAL_TWICE, GUIDE_MATERIALS, 3);
	m[2].name = "其他材料";
	only("a vague material", &g, GUIDE_MATERIAL_VAGUE, GUIDE_MATERIALS, 3);
	m[2].name = "";
	only("a material without name", &g, GUIDE_MATERIAL_BLANK, GUIDE_MATERIALS, 3);
	m[2].name = "健康证";
	m[2].basis = " ";
	only("a material without basis", &g, GUIDE_MATERIAL_NO_BASIS, GUIDE_MATERIALS, 3);
	m[2].basis = "第九条";
	m[2].necessity = "conditional";
	only("on what condition?", &g, GUIDE_MATERIAL_NO_CONDITION, GUIDE_MATERIALS, 3);
	m[2].condition = "经营熟食的";
	m[2].originals = 0;
	only("paper, but how many?", &g, GUIDE_MATERIAL_NO_COPY, GUIDE_MATERIALS, 3);
	m[2].form = "electronic";
	m[2].source = "shared";
	m[2].necessity = "required";
	only("what is shared is not asked for", &g, GUIDE_MATERIAL_SHARED, GUIDE_MATERIALS, 3);
	g = sound();
	g.material_count = 0;
	only("no material", &g, GUIDE_NO_MATERIAL, GUIDE_MATERIALS, 0);

	g = sound();
	g.basis_count = 0;
	only("no basis", &g, GUIDE_NO_BASIS, GUIDE_BASES, 0);
	g.bases = &b;
	g.basis_count = 1;
	only("a basis without title", &g, GUIDE_BASIS_BLANK, GUIDE_BASES, 1);
	b = (struct guide_basis){ "办法", "", "" };
	only("a basis without article or text", &g, GUIDE_BASIS_NO_ARTICLE, GUIDE_BASES, 1);

	g = sound();
	g.steps = s;
	s[1].role = "";
	only("a step without owner", &g, GUIDE_STEP_NO_OWNER, GUIDE_STEPS, 2);
	s[1].organ = "11990100MB0000000A";
	assert_int_equal(guide_judge(&g, NULL, NULL, 0), 0);
	s[1].limit.count = 5;
	only("steps together longer than the promise", &g, GUIDE_STEPS_LONGER, GUIDE_STEPS, 0);
	s[1].limit.count = 4;
	s[0].name = NULL;
	only("a step without name", &g, GUIDE_STEP_BLANK, GUIDE_STEPS, 1);
	s[0].name = "受理";
	g.points = &point;
	only("a point for a step that is not there", &g, GUIDE_POINT_NO_STEP, GUIDE_POINTS, 1);
	point.step = 0;
	only("nor is there a nought-th", &g, GUIDE_POINT_NO_STEP, GUIDE_POINTS, 1);
	g.point_count = 0;
	s[1].kind = "";
	only("a fault of the flow", &g, GUIDE_FLOW_NO_KIND, GUIDE_STEPS, 2);
	g.step_count = 0;
	only("no step", &g, GUIDE_STEP_NONE, GUIDE_STEPS, 0);

	g = sound();
	g.charged = false;
	only("a fee, yet free", &g, GUIDE_FEE_UNASKED, GUIDE_FEES, 0);
	g.charged = true;
	g.fee_count = 0;
	only("charged, yet no fee", &g, GUIDE_FEE_NONE, GUIDE_FEES, 0);
	g.fee_count = 1;
	g.fees = &fee;
	only("a fee without standard", &g, GUIDE_FEE_NO_STANDARD, GUIDE_FEES, 1);
	fee = (struct guide_fee){ "工本费", "10 元", "" };
	only("a fee without basis", &g, GUIDE_FEE_NO_BASIS, GUIDE_FEES, 1);

	g = sound();
	g.place_count = 0;
	only("no place", &g, GUIDE_PLACE_NONE, GUIDE_PLACES, 0);
	g.place_count = 1;
	g.places = &place;
	only("a place without address", &g, GUIDE_PLACE_BLANK, GUIDE_PLACES, 1);

	g = sound();
	g.questions = &question;
	only("a question without answer", &g, GUIDE_QUESTION_BLANK, GUIDE_QUESTIONS, 1);

	g = sound();
	g.fields = f;
	f[1].name = "stall";
	only("two fields of one name", &g, GUIDE_FIELD_TWICE, GUIDE_FIELDS, 2);
	f[1].name = "food";
	f[1].choice_count = 0;
	only("a choice of nothing", &g, GUIDE_FIELD_NO_CHOICES, GUIDE_FIELDS, 2);
	f[1] = (struct guide_field){ "food", "", "text", 0 };
	only("a field without label", &g, GUIDE_FIELD_BLANK, GUIDE_FIELDS, 2);
}

/* 告知承诺 and 容缺受理. */
static void
trust(void **state)
{
	struct guide g = sound();
	struct guide_material m[2] = { materials[0], materials[1] };

	(void)state;
	g.materials = m;
	g.low_risk = true;
	only("a promise, but of what?", &g, GUIDE_PROMISE_NO_TEXT, GUIDE_ITEM, 0);
	g.promise_notice = "应当符合的条件和不实承诺的后果";
	only("told, yet not promised", &g, GUIDE_PROMISE_NO_TEXT, GUIDE_ITEM, 0);
	g.promise_text = "本人承诺符合上述条件。";
	m[0].promise_allowed = true;
	assert_int_equal(guide_judge(&g, NULL, NULL, 0), 0);
	g.low_risk = false;
	only("a promise where the risk is not low", &g, GUIDE_PROMISE_RISKY, GUIDE_MATERIALS, 1);
	m[0].promise_allowed = false;

	m[1].may_lack = true;
	only("to be supplied by when?", &g, GUIDE_LACKING_NO_DAYS, GUIDE_ITEM, 0);
	g.lacking = (struct deadline_term){ 5, DEADLINE_WORKDAY };
	assert_int_equal(guide_judge(&g, NULL, NULL, 0), 0);
	m[0].may_lack = true;
	only("everything may lack", &g, GUIDE_LACKING_ALL, GUIDE_MATERIALS, 0);
	m[0].may_lack = false;
	m[0].necessity = "optional";
	only("all but what nobody must bring", &g, GUIDE_LACKING_ALL, GUIDE_MATERIALS, 0);
	m[0].necessity = "required";
	g.lacking.count = 6;
	only("supplied after the decision is due", &g, GUIDE_LACKING_LONGER, GUIDE_ITEM, 0);
	g.promised = (struct deadline_term){ 7, DEADLINE_DAY };
	only("or perhaps after it", &g, GUIDE_LACKING_LONGER, GUIDE_ITEM, 0);
}

static void
severities(void **state)
{
	enum guide_severity set[GUIDE_CHECK_COUNT];
	struct guide g = sound();
	struct guide_finding found;

	(void)state;
	for (int i = 0; i < GUIDE_CHECK_COUNT; i++)
		set[i] = guide_default((enum guide_check)i);
	g.basis_count = 0;
	set[GUIDE_NO_BASIS] = GUIDE_WARN;
	assert_int_equal(guide_judge(&g, set, &found, 1), 1);
	assert_int_equal(found.severity, GUIDE_WARN);
	set[GUIDE_NO_BASIS] = GUIDE_OFF;
	assert_int_equal(guide_judge(&g, set, &found, 1), 0);
	assert_int_equal(guide_default(GUIDE_PROMISE_LONGER), GUIDE_STOP);
	assert_int_equal(guide_default((enum guide_check)999), GUIDE_OFF);
}

static void
terms(void **state)
{
	static const struct {
		const char *why;
		struct deadline_term a, b;
		int order;
	} rows[] = {
		{ "equal", { 20, DEADLINE_WORKDAY }, { 20, DEADLINE_WORKDAY }, -1 },
		{ "shorter", { 5, DEADLINE_DAY }, { 20, DEADLINE_DAY }, -1 },
		{ "longer", { 21, DEADLINE_WORKDAY }, { 20, DEADLINE_WORKDAY }, 1 },
		{ "days are never longer than as many working days", { 20, DEADLINE_DAY }, { 20, DEADLINE_WORKDAY }, -1 },
		{ "working days are longer than as many days", { 20, DEADLINE_WORKDAY }, { 20, DEADLINE_DAY }, 1 },
		{ "25 days pass before the twentieth working day", { 25, DEADLINE_DAY }, { 20, DEADLINE_WORKDAY }, -1 },
		{ "between lies what nobody can say", { 30, DEADLINE_DAY }, { 20, DEADLINE_WORKDAY }, 0 },
		{ "nor the other way", { 20, DEADLINE_WORKDAY }, { 30, DEADLINE_DAY }, 0 },
		{ "forty days hold twenty working days", { 20, DEADLINE_WORKDAY }, { 40, DEADLINE_DAY }, -1 },
		{ "sixty days are longer than twenty working days", { 60, DEADLINE_DAY }, { 20, DEADLINE_WORKDAY }, 1 },
		{ "twelve months are a year", { 12, DEADLINE_MONTH }, { 1, DEADLINE_YEAR }, -1 },
		{ "thirteen are more", { 13, DEADLINE_MONTH }, { 1, DEADLINE_YEAR }, 1 },
		{ "two years are more than a month", { 2, DEADLINE_YEAR }, { 1, DEADLINE_MONTH }, 1 },
		{ "a month has at least 28 days", { 28, DEADLINE_DAY }, { 1, DEADLINE_MONTH }, -1 },
		{ "30 days and a month: nobody can say", { 30, DEADLINE_DAY }, { 1, DEADLINE_MONTH }, 0 },
		{ "twenty working days and a month: nobody can say", { 20, DEADLINE_WORKDAY }, { 1, DEADLINE_MONTH }, 0 },
		{ "five are within a month", { 5, DEADLINE_WORKDAY }, { 1, DEADLINE_MONTH }, -1 },
		{ "24 hours are a day", { 24, DEADLINE_HOUR }, { 1, DEADLINE_DAY }, -1 },
		{ "25 are more", { 25, DEADLINE_HOUR }, { 1, DEADLINE_DAY }, 1 },
		{ "two hours are within a working day", { 2, DEADLINE_HOUR }, { 1, DEADLINE_WORKDAY }, -1 },
		{ "a day by the clock may end in the second", { 24, DEADLINE_HOUR }, { 1, DEADLINE_WORKDAY }, 0 },
		{ "and is over by its close", { 24, DEADLINE_HOUR }, { 2, DEADLINE_WORKDAY }, -1 },
		{ "ten working days are longer than two hours", { 10, DEADLINE_WORKDAY }, { 2, DEADLINE_HOUR }, 1 },
		{ "six open hours are within a working day", { 6, DEADLINE_WORKHOUR }, { 1, DEADLINE_WORKDAY }, -1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].why, guide_compare_terms(rows[i].a, rows[i].b) == rows[i].order);
}

/* What is said to be surely shorter or longer is so from every day of ten years. */
static void
terms_hold_on_every_day(void **state)
{
	static const int counts[] = { 1, 2, 3, 5, 7, 10, 15, 20, 30, 45, 60, 90, 120 };
	static const enum deadline_unit units[] = { DEADLINE_WORKDAY, DEADLINE_DAY, DEADLINE_MONTH };
	enum { COUNTS = sizeof(counts) / sizeof(counts[0]) };
	static int due[3][COUNTS];
	const struct day last = day_make(2026, 3, 1);

	(void)state;
	for (struct day made = day_make(2017, 1, 1); day_before(made, last); made = day_add(made, 1)) {
		for (int u = 0; u < 3; u++)
			for (int c = 0; c < COUNTS; c++)
				due[u][c] = u == 2 && counts[c] > 4 ? 0 : deadline_due(&calendar_state,
				    (struct deadline_term){ counts[c], units[u] }, made, NULL, 0).number;
		for (int u = 0; u < 3; u++) {
			for (int v = 0; v < 3; v++) {
				for (int i = 0; i < COUNTS * COUNTS; i++) {
					int c = i / COUNTS, d = i % COUNTS, order;

					if (u == v || due[u][c] == 0 || due[v][d] == 0)
						continue;
					order = guide_compare_terms(
					    (struct deadline_term){ counts[c], units[u] },
					    (struct deadline_term){ counts[d], units[v] });
					/* A rest day at the end moves days and months, not working days. */
					if (order < 0 && units[v] == DEADLINE_WORKDAY && u == 1)
						assert_true(due[u][c] <= due[v][d]);
					if (order < 0 && u == 0)
						assert_true(due[u][c] <= due[v][d]);
					if (order > 0 && units[u] == DEADLINE_WORKDAY && v == 1)
						assert_true(due[u][c] > due[v][d]);
				}
			}
		}
	}
}

static void
vague_names(void **state)
{
	static const struct { const char *name; bool vague; } rows[] = {
		{ "其他材料", true }, { "其它材料", true }, { "法律法规规定的其他材料", true },
		{ "相关证明材料", true }, { "有关证明", true }, { "身份证、户口簿等材料", true },
		{ "审批机关要求提供的其他资料", true }, { "其他应当提交的材料", true }, { "材料", true },
		{ " 证明 ", true }, { "其他", true }, { "省奖附件-其他佐证材料", true },
		{ "食品经营许可申请书", false }, { "居民身份证", false }, { "无犯罪记录证明", false },
		{ "利益相关者处理协议", false }, { "三年以上其他法律职业经历证明", false },
		{ "专家论证意见和相关利益群体意见", false }, { "房屋产权证明", false },
		{ "申请材料真实性承诺书", false }, { "", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ROW(rows[i].name, guide_vague(rows[i].name) == rows[i].vague);
	assert_false(guide_vague(NULL));
}

static void
names(void **state)
{
	enum guide_check check;
	enum guide_severity severity;

	(void)state;
	for (int i = 0; i < GUIDE_CHECK_COUNT; i++) {
		assert_true(guide_check_named(guide_check_name((enum guide_check)i), &check));
		assert_int_equal(check, i);
	}
	assert_true(guide_severity_named("warn", &severity));
	assert_int_equal(severity, GUIDE_WARN);
	assert_false(guide_severity_named("maybe", &severity));
	assert_false(guide_check_named("no_such", &check));
	assert_string_equal(guide_element_name(GUIDE_FEES), "fees");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sound_guide),
		cmocka_unit_test(nothing_at_all),
		cmocka_unit_test(elements_of_the_item),
		cmocka_unit_test(lists_of_the_item),
		cmocka_unit_test(trust),
		cmocka_unit_test(severities),
		cmocka_unit_test(terms),
		cmocka_unit_test(terms_hold_on_every_day),
		cmocka_unit_test(vague_names),
		cmocka_unit_test(names),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name("rules/guide", tests, NULL, NULL);
}
