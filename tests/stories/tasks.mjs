// tasks.mjs - who may take in hand and do each kind of task: every role of the case's organ, of the task's and of a third.
import { execFileSync } from "node:child_process";
import { build, clock, done, expect, random_hex, signed_in, sql, test } from "../portal/portal.mjs";

const item = "11990100009901315A3990113181000";		// 3 is the task of another organ, all others the own's
const other_organ = "11990100009901251C";

function leader_hired() {
	const login = `leader.${random_hex(3)}`;
	const told = execFileSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, "adduser", "--login", login, "--name", "高首长",
		"--organ", other_organ, "--role", "leader"], { encoding: "utf8" });

	return [login, /^password: (.*)$/m.exec(told)[1], /secret=([A-Z2-7]+)/.exec(told)[1]];
}

// Clerk, reviewer, approver, leader of each organ, in the order of the table's columns.
const people = [
	["shen.ruoxi"], ["gu.changqing"], ["luo.qiming"], ["qin.wangshan"],		// the case's organ
	["ding.jingyu"], ["wu.anbang"], ["gao.yue"], leader_hired(),			// of task 3
	["jiang.yifan"], ["shi.jingzhi"], ["han.licheng"], ["song.guangsha"],		// of nothing here
];

// may: does it.  no: sees the case, and is told that the task is another's (409).  -: the case is not there for this
// officer (404).  x: the page is not for this role (403).
const fine = { verdict: "agree", task_body: "同意" };
const table = [
	//                           own: c   r   a   l    other: c   r   a   l    third: c   r   a   l
	{ task: 2, kind: "review",     who: "no  may no  x          -   -   -   x          -   -   -   x",
		answers: { ...fine, check_1_answer: "meets", check_2_answer: "meets", check_3_answer: "meets" } },
	{ task: 3, kind: "opinion",    who: "no  no  no  x          no  may no  x          -   -   -   x", answers: fine },
	{ task: 4, kind: "opinion",    who: "no  may no  x          no  no  no  x          -   -   -   x", answers: fine },
	{ task: 5, kind: "visit",      who: "no  may no  x          no  no  no  x          -   -   -   x",
		answers: { ...fine, place: "枫桥大道9号", visited_on: clock.today(), person_1_part: "present", person_1_name: "顾长青",
			person_1_opinion: "一致", person_2_part: "absent" } },
	{ task: 6, kind: "collective", who: "no  no  may x          no  no  no  x          -   -   -   x",
		answers: { ...fine, collective_reason: "重大", person_1_name: "罗启明", person_1_part: "agree", person_2_name: "顾长青",
			person_2_part: "agree" } },
	{ task: 8, kind: "seal",       who: "may no  no  x          no  no  no  x          -   -   -   x", answers: { task_note: "已盖章" } },
	{ task: 9, kind: "issue",      who: "may no  no  x          no  no  no  x          -   -   -   x", answers: { task_note: "" } },
];
const answers_to = {				// GET, and both POSTs
	no: [200, 409], "-": [404, 404], x: [403, 403],
};

const visitors = [];

for (const who of people)
	visitors.push(await signed_in(...who));
const number = execFileSync(`${build}/tests/office/arrange`, ["submit", item], { encoding: "utf8" }).trim();
const path = `/office/cases/${number}`;
const task_is = (task) => sql(`SELECT CONCAT_WS(' ', t.kind, t.state, t.version, COALESCE(t.claimed_by, 'nobody')) FROM case_tasks t
	JOIN cases c ON c.id = t.case_id WHERE c.number = '${number}' AND t.position = ${task}`);
const version_of = (task) => task_is(task).split(" ")[2];

async function post(visitor, address, fields) {
	return (await visitor.post(address, { ...fields, token: await visitor.token(), nonce: random_hex(16) })).status;
}

async function press(visitor, page, action, fields = {}) {
	const form = await visitor.form(page, action);
	const answer = await visitor.post(form.action, { ...form.fields, ...fields });

	expect(answer.status, 303, `${visitor.name} ${action}`);
}

async function refused(visitor, row, cell, name) {
	const [shown, told] = answers_to[cell];
	const page = await visitor.get(`${path}/tasks/${row.task}`);
	const version = version_of(row.task);

	expect(page.status, shown, `${name} looks`);
	expect(page.body.includes('name="task_body"') || page.body.includes('name="task_note"'), false, `${name} has its form`);
	expect(await post(visitor, `${path}/tasks/${row.task}/claim`, { version }), told, `${name} claims`);
	expect(await post(visitor, `${path}/tasks/${row.task}`, { ...row.answers, version }), told, `${name} does`);
}

await press(visitors[0], path, "/accept");
for (const row of table) {
	const cells = row.who.trim().split(/\s+/);

	if (row.task === 8)
		await press(visitors[2], `${path}/grant`, "/grant", { decision_note: "准予", outcome_number: `T${number}` });
	for (const [i, cell] of cells.entries()) {
		const name = `${row.kind} ${row.task}: ${people[i][0].replace(/^leader\..*/, "a leader there")}`;

		if (cell !== "may")
			await test(`${name} may not (${cell})`, async () => {
				const before = task_is(row.task);

				expect(before.split(" ").slice(0, 2).join(" "), `${row.kind} open`, "the task");
				await refused(visitors[i], row, cell, name);
				expect(task_is(row.task), before, "the task afterwards");
			});
	}
	const one = visitors[cells.indexOf("may")];

	await test(`${row.kind} ${row.task}: ${one.name} may claim and do it`, async () => {
		await press(one, `${path}/tasks/${row.task}`, "/claim");
		await press(one, `${path}/tasks/${row.task}`, `/tasks/${row.task}`, row.answers);
		expect(task_is(row.task).split(" ").slice(0, 2).join(" "), `${row.kind} done`, "the task");
	});
}
done();
