// hours.mjs - F8: the clock of the machine jumps: an hour and a day back, a day and four hundred days on, over the year's end.
//
// No session lives longer by it, each deadline is right for the day its act was done, and the record is in the order in
// which it was written, whatever the clock said.
import { execFileSync } from "node:child_process";
import { Visitor, build, clock, done, expect, signed_in, sql, sql_rows, test } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";
import { any_item, config, proof } from "./journal.mjs";

const item = any_item(), office_item = "11990100009901315A3990113101000";
const began = clock.now();
const hour = 3600, day = 86400;
const jumps = { "an hour back": -hour, "a day back": -day, "a day on": day, "four hundred days on": 400 * day };
const at = (ms) => clock.set(new Date(ms + 8 * hour * 1000).toISOString().slice(0, 19).replace("T", " "));
const arrange = (...words) => execFileSync(`${build}/tests/office/arrange`, words, { encoding: "utf8" }).trim();
const ctl = (verb) => execFileSync(`${build}/yimenctl`, ["--config", config, verb], { encoding: "utf8", stdio: "pipe" });
const told = { faults: 0, lost: 0, longer: 0, wrong: 0, cases: 0 };

const officer = () => {
	const visitor = new Visitor("shen.ruoxi");

	visitor.cookies.set("yimen", arrange("session", "shen.ruoxi"));
	return visitor;
};
const is_in = async (visitor, page) => (await visitor.get(page)).status === 200;

for (const [name, jump] of Object.entries(jumps))
	await test(`F8 ${name}: no session is open longer`, async () => {
		const visitor = officer(), opened = clock.now();

		expect(await is_in(visitor, "/office/"), true, "open before");
		at(opened + jump * 1000);
		told.faults++;
		const after = await is_in(visitor, "/office/");

		told.longer += after ? 1 : 0;
		at(opened);
		expect(after, false, "open after the jump");
	});

await test("F8 a session that looks like one of the future does not come back with the clock", async () => {
	const visitor = officer(), opened = clock.now();

	at(opened - day * 1000);
	await visitor.get("/office/");
	execFileSync(`${build}/yimen-clock`, ["--config", config, "--duty", "sweep"], { stdio: "pipe" });
	at(opened);
	expect(await is_in(visitor, "/office/"), false, "open again");
});

await test("F8 a minute back, as a clock that is set right, puts nobody out", async () => {
	const visitor = officer(), opened = clock.now();

	at(opened - 60 * 1000);
	expect(await is_in(visitor, "/office/"), true, "still open");
	at(opened);
});

await test("control: a session whose row is moved with the clock is found to be open longer", async () => {
	const visitor = officer(), opened = clock.now();

	at(opened - day * 1000);
	sql("UPDATE sessions SET seen_at = seen_at - INTERVAL 1 DAY, created_at = created_at - INTERVAL 1 DAY");
	const open = await is_in(visitor, "/office/");

	at(opened);
	expect(open, true, "open");
});

// ---- deadlines and the record ----

// Working days by the tables alone: not the way of the program.
const works = new Map(sql_rows("SELECT day_on, works FROM calendar_days WHERE calendar = (SELECT MAX(version) FROM calendars)"));
const next_day = (on) => new Date(Date.parse(`${on}T00:00:00Z`) + day * 1000).toISOString().slice(0, 10);
const is_working = (on) => works.has(on) ? works.get(on) === "1" : ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay());

function working_days_after(on, count) {
	for (; count > 0; count -= is_working(on) ? 1 : 0)
		on = next_day(on);
	return on;
}

async function filed_now() {
	const visitor = await signed_in("zhao.yuting");
	const { id, path } = await application_ready(visitor, item);
	const answer = await visitor.fill(`${path}/check`, { declaration: "1" }, { action: "/submit" });

	expect(answer.status, 303, `filed at ${new Date(clock.now()).toISOString()}`);
	told.cases++;
	return sql_rows(`SELECT id, number, DATE(submitted_at), due_on, submitted_at FROM cases WHERE id = ${id}`)[0];
}

await test("F8 what is filed under a clock that jumped has the number and the term of its day", async () => {
	const moments = [["the usual day", began], ...Object.entries(jumps).map(([name, jump]) => [name, began + jump * 1000]),
		["the year's last second", Date.parse("2026-12-31T23:59:59+08:00")], ["the year's first second", Date.parse("2027-01-01T00:00:00+08:00")]];
	const filed = [];

	for (const [name, moment] of moments) {
		at(moment);
		told.faults++;
		const [id, number, on, due] = await filed_now();
		const day_on = new Date(moment + 8 * hour * 1000).toISOString().slice(0, 10);

		filed.push(id);
		expect(on, day_on, `${name}: the day`);
		expect(number.slice(6, 12), day_on.slice(2).replaceAll("-", ""), `${name}: the number's day`);
		expect(due, working_days_after(day_on, 5), `${name}: the answer's term`);
	}
	at(began);
	ctl("seal");
	ctl("verify");
	expect(sql(`SELECT COUNT(*) FROM case_events WHERE case_id IN (${filed})`) >= filed.length, true, "in the record");
	expect(new Set(sql(`SELECT number FROM cases WHERE id IN (${filed})`).split("\n")).size, filed.length, "numbers all different");
});

await test("F8 a case whose clock went back between two acts: the record and the page keep the order in which they were done", async () => {
	const number = arrange("submit", office_item), page = `/office/cases/${number}`;

	at(began - day * 1000);
	told.faults++;
	const visitor = officer();
	const answer = await visitor.fill(page, {}, { action: "/accept" });

	expect(answer.status, 303, "accepted a day before it was filed");
	const events = sql_rows(`SELECT event, e.at FROM case_events e JOIN cases c ON c.id = e.case_id WHERE c.number = '${number}' ORDER BY e.position`);

	expect(events.map(([event]) => event).join(), "submit,accept", "by position");
	expect(events[1][1] < events[0][1], true, "although the clock says otherwise");
	const [accepted, promised] = sql_rows(`SELECT DATE(accepted_at), due_on FROM cases WHERE number = '${number}'`)[0];

	expect(accepted, new Date(began - day * 1000 + 8 * hour * 1000).toISOString().slice(0, 10), "accepted on the clock's day");
	expect(promised > accepted, true, `due on ${promised}`);
	at(began);
	ctl("seal");
	ctl("verify");
	expect(execFileSync(`${build}/tests/office/arrange`, ["verify"], { encoding: "utf8" }).includes(" 0 faults"), true, "the record holds");
});

await test("control: two events whose order is changed by hand are found", async () => {
	const [id] = sql_rows("SELECT c.id FROM cases c WHERE c.events >= 2 ORDER BY c.id DESC LIMIT 1")[0];
	const swap = () => sql(`UPDATE case_events SET position = 1000 WHERE case_id = ${id} AND position = 1;
		UPDATE case_events SET position = 1 WHERE case_id = ${id} AND position = 2; UPDATE case_events SET position = 2 WHERE case_id = ${id} AND position = 1000`);
	let found = false;

	swap();
	try {
		ctl("verify");
	} catch {
		found = true;
	}
	swap();
	expect(found, true, "found");
	ctl("verify");
});
at(began);
proof("F8", { test: "the clock an hour and a day back, a day and 400 days on, over the year's end", load: `${told.cases} cases`, faults: told.faults,
	lost: told.lost, double: 0, half: told.wrong, worst: `${told.longer} sessions longer` });
done();
