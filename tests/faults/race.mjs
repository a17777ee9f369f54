// race.mjs - F14: two officers decide one case at the same moment, again and again; one form is posted fifty times at once.
//
// One is done, the other is told; the record has one decision, which is the winner's.  FAULT_ROUNDS is how often.
import { execFileSync } from "node:child_process";
import { Visitor, build, done, expect, random_hex, signed_in, sql, test } from "../portal/portal.mjs";
import { proof } from "./journal.mjs";

const rounds = Number(process.env.FAULT_ROUNDS ?? 6);
const item = "11990100009901315A3990113101000";
const arrange = (...words) => execFileSync(`${build}/tests/office/arrange`, words, { encoding: "utf8" }).trim();

function officer(login) {
	const visitor = new Visitor(login);

	visitor.cookies.set("yimen", arrange("session", login));
	return visitor;
}

// A colleague of the same organ with the same powers.
function colleague(login, name) {
	sql(`INSERT INTO accounts (login, kind, name, organ_code, area_code, created_at)
			SELECT '${name}', kind, '${name}', organ_code, area_code, created_at FROM accounts WHERE login = '${login}'
			AND NOT EXISTS (SELECT 1 FROM accounts WHERE login = '${name}');
		INSERT IGNORE INTO account_roles (account_id, role) SELECT b.id, r.role FROM accounts a JOIN account_roles r ON r.account_id = a.id, accounts b
			WHERE a.login = '${login}' AND b.login = '${name}'`);
	return officer(name);
}

const clerks = [officer("shen.ruoxi"), colleague("shen.ruoxi", "race.clerk")];
const reviewer = officer("gu.changqing");
const approvers = [officer("luo.qiming"), colleague("luo.qiming", "race.approver")];
const worst = { ms: 0 };

const press = async (visitor, page, event) => {
	const answer = await visitor.fill(page, {}, { action: `/${event}` });

	expect(answer.status, 303, `${event} ${page}`);
};

// Two acts that each saw the case as it is, at once: which won, by the answers and by the record.
async function contest(number, acts, between = () => {}) {
	const forms = await Promise.all(acts.map(({ by, page, action }) => by.form(page, action)));
	const before = sql(`SELECT events FROM cases WHERE number = '${number}'`);
	const began = Date.now();
	const answers = [];

	if (between === null)
		answers.push(...await Promise.all(forms.map((form, i) => acts[i].by.post(form.action, { ...form.fields, ...acts[i].fields }))));
	else
		for (const [i, form] of forms.entries()) {		// the control: one after the other, and the guard put back between
			answers.push(await acts[i].by.post(form.action, { ...form.fields, ...acts[i].fields }));
			between();
		}
	worst.ms = Math.max(worst.ms, Date.now() - began);
	const events = sql(`SELECT event FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '${number}' AND e.position > ${before}`);

	return { statuses: answers.map(({ status }) => status), events: events.split("\n").filter(Boolean) };
}

// "" when there was one winner, and the record says the same.
function judged({ statuses, events }, acts) {
	const winners = acts.filter((unused, i) => statuses[i] === 303).map(({ event }) => event);

	if (winners.length !== 1)
		return `${winners.length} winners: ${statuses}`;
	if (!statuses.includes(409))
		return `the other was not told: ${statuses}`;
	const decisions = events.filter((event) => acts.some((act) => act.event === event));

	return decisions.join() === winners.join() ? "" : `the record says ${decisions}, the answer said ${winners}`;
}

const acceptance = (page) => [
	{ by: clerks[0], page, action: "/accept", event: "accept", fields: {} },
	{ by: clerks[1], page: `${page}/refuse_acceptance`, action: "/refuse_acceptance", event: "refuse_acceptance", fields: { refusal_reason: "不属于本机关职权范围" } },
];
const decision = (page) => [
	{ by: approvers[0], page: `${page}/grant`, action: "/grant", event: "grant", fields: { outcome_number: `RACE${random_hex(4)}`, decision_note: "符合条件" } },
	{ by: approvers[1], page: `${page}/deny`, action: "/deny", event: "deny", fields: { denial_reason: "申请人提交的材料不符合《食品安全法》第三十五条规定的条件" } },
];

async function to_decision(page) {
	await press(reviewer, page, "start_review");
	const answer = await reviewer.fill(`${page}/opinion`, { verdict: "agree", opinion_text: "材料齐全" }, { action: "/opinion" });

	expect(answer.status, 303, "the opinion");
	const over = await reviewer.fill(`${page}/hand_over`, { colleague: "0", hand_over_reason: "请审批" }, { action: "/hand_over" });

	expect(over.status, 303, "handed over");
}

await test(`F14 two officers decide one case, ${rounds} times: one winner, the other is told`, async () => {
	const wrong = [], won = {};
	let contests = 0;

	for (let round = 0; round < rounds; round++) {
		const number = arrange("submit", item), page = `/office/cases/${number}`;
		const first = round % 2 === 0;		// by turns: whether it is accepted, and what is decided

		if (!first) {
			await press(clerks[0], page, "accept");
			await to_decision(page);
		}
		const acts = first ? acceptance(page) : decision(page);
		const seen = await contest(number, round % 4 < 2 ? acts : acts.reverse(), null);

		contests++;
		wrong.push(judged(seen, acts));
		for (const event of seen.events)
			won[event] = (won[event] ?? 0) + 1;
	}
	console.log(`# ${contests} contests: ${JSON.stringify(won)}`);
	proof("F14", { test: "two officers decide one case at once; one form posted fifty times at once", load: `${contests} contests`, faults: contests,
		lost: 0, double: wrong.filter(Boolean).length, half: 0, worst: `${worst.ms} ms` });
	expect(wrong.filter(Boolean).join("\n"), "", "wrong");
});

await test("control: a case put back between two decisions has two winners, and the oracle says so", async () => {
	const number = arrange("submit", item), page = `/office/cases/${number}`;
	const acts = acceptance(page);
	const kept = sql(`SELECT state, version FROM cases WHERE number = '${number}'`).split("\t");
	const seen = await contest(number, acts, () => sql(`UPDATE cases SET state = '${kept[0]}', version = ${kept[1]} WHERE number = '${number}'`));

	expect(judged(seen, acts).startsWith("2 winners"), true, `found: ${judged(seen, acts)}`);
	// It was never a case.
	sql(`DELETE q FROM record_queue q JOIN case_events e ON e.id = q.event_id JOIN cases c ON c.id = e.case_id WHERE c.number = '${number}';
		DELETE e FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '${number}'`);
	sql(`DELETE FROM cases WHERE number = '${number}'`);
});

// ---- one form, fifty times ----

const asking = async (visitor) => {
	const form = await visitor.form("/ask?kind=question", "/ask");
	const title = `race ${random_hex(6)}`;
	const fields = { ...form.fields, ask_organ: "11990100009901315A", ask_title: title, ask_body: "请问办理需要几个工作日？", asker_phone: "19900000001" };
	const answers = await Promise.all(Array.from({ length: 50 }, () => visitor.post(form.action, fields)));

	return { said: [...new Set(answers.map(({ status, location }) => `${status} ${location.replace(/\?.*/, "")}`))],
		rows: Number(sql(`SELECT COUNT(*) FROM enquiries WHERE title = '${title}'`)) };
};

await test("F14 one enquiry posted fifty times at once is asked once, with fifty equal answers; control: without the key of nonces it is not", async () => {
	const visitor = await signed_in("zhao.yuting");
	const once = await asking(visitor);

	expect(once.said.length, 1, `the answers: ${once.said}`);
	expect(once.said[0].startsWith("303"), true, once.said[0]);
	expect(once.rows, 1, "rows");
	sql("ALTER TABLE nonces DROP PRIMARY KEY, ADD KEY nonce (nonce)");
	const lossy = await asking(visitor);

	sql("DELETE FROM nonces; ALTER TABLE nonces DROP KEY nonce, ADD PRIMARY KEY (nonce)");
	expect(lossy.rows > 1 || lossy.said.length > 1, true, `found: ${lossy.rows} rows, ${lossy.said}`);
});
done();
