// states.mjs - what the state of a case changes at its doors: tests/access/states.txt, tried over HTTP.
import { readFileSync } from "node:fs";
import { clock, done, ok, random_hex, same_page, signed_in, source, sql } from "../portal/portal.mjs";
import { things } from "./things.mjs";

const states = ["draft", "submitted", "correction", "resubmitted", "accepted", "not_accepted", "reviewing", "granted", "denied", "closed", "delivered",
	"withdrawn", "supplement", "suspended", "terminated"];
const logins = { applicant: "lin.xiaoyu", other: "chen.guoan", clerk: "shen.ruoxi", reviewer: "gu.changqing", approver: "luo.qiming", leader: "qin.wangshan",
	supervisor: "qin.jingming" };
const neighbours = { clerk: "tang.xiaoman", reviewer: "xia.zhiqiu", approver: "he.yuanzhou", leader: "song.guangsha", applicant: "chen.guoan" };

const rows = readFileSync(`${source}/tests/access/states.txt`, "utf8").split("\n").map((line) => line.replace(/(^|\s)#.*/, "").trim()).filter((line) => line !== "")
	.map((line) => {
		const [row, fields = ""] = line.split(/\s+with(?:\s+|$)/);
		const [method, path, who, may, besides] = row.split(/\s+/);

		return { method, path, who, may: new Set(may.split(",")), besides: besides === "besides", fields };
	});

ok(rows.every((row) => [...row.may].every((state) => states.includes(state))), "every state of states.txt is one");

const owned = await things();
const visitors = new Map();

async function visitor(login) {
	if (!visitors.has(login)) {
		const one = await signed_in(login);

		one.form_token = await one.token();
		visitors.set(login, one);
	}
	return visitors.get(login);
}

const path_of = (path, number) => path.replace(":number", number).replace(":file", owned.file(path));

async function ask(login, row, number) {
	const one = await visitor(login);

	if (row.method === "GET")
		return one.get(path_of(row.path, number));
	const fields = new URLSearchParams(row.fields);

	fields.append("version", "900000");
	fields.append("token", one.form_token);
	fields.append("nonce", random_hex(16));
	return one.post(path_of(row.path, number), fields);
}

// "let in", "refused", or the status.
function said(answer) {
	if (answer.status === 200)
		return "ok";
	if (answer.status === 409)
		return answer.body.includes("已有同事先作了改动") ? "let in" : "refused";
	return String(answer.status);
}

const number = owned.number("/my/cases"), absent = "9901002611239999999";
const id = sql(`SELECT id FROM cases WHERE number = '${number}'`);
sql(`DELETE FROM case_task_files WHERE case_id = ${id}; DELETE FROM case_tasks WHERE case_id = ${id}`);	// no step stands before the decision
const wrong = [], told = [];
let asked = 0;

for (const state of states) {
	sql(`UPDATE cases SET state = '${state}', accepted_at = IF('${state}' IN ('submitted', 'correction', 'resubmitted', 'draft'), NULL, submitted_at),
		decided_at = IF('${state}' IN ('granted', 'denied', 'closed', 'delivered'), submitted_at, NULL) WHERE id = ${id}`);
	for (const row of rows) {
		const own = row.who === "applicant", may = row.may.has(state);

		if (own && may && row.method === "POST")
			continue;	// the stories do it
		const wanted = row.method === "GET" ? may ? "ok" : "404" : state === "draft" ? "404" : may && !row.besides ? "let in" : "refused";
		const cell = said(await ask(logins[row.who], row, number));

		asked++;
		if (cell !== wanted)
			wrong.push(`${state}: ${row.method} ${row.path} by ${row.who}: ${cell}, not ${wanted}`);
		if (neighbours[row.who] === undefined)
			continue;
		const stranger = await ask(neighbours[row.who], row, number);

		asked++;
		if (stranger.status !== 404)
			wrong.push(`${state}: ${row.method} ${row.path} by a ${row.who} of elsewhere: ${stranger.status}`);
		else if (state === "delivered" || state === "draft") {
			const none = await ask(neighbours[row.who], row, absent);
			const without = (answer, path) => same_page(answer.body.replaceAll(path, "HERE").replaceAll(encodeURIComponent(path), "HERE"));

			if (none.status !== 404 || without(none, path_of(row.path, absent)) !== without(stranger, path_of(row.path, number)))
				told.push(`${state}: ${row.method} ${row.path} by a ${row.who} of elsewhere`);
		}
	}
}
ok(wrong.length === 0, `${asked} acts and pages, ${states.length} states: as states.txt says`, wrong.join("\n"));
ok(told.length === 0, "another's looks like none, in any state", told.join("\n"));

// ---- the time of it ----

// In the middle of many, another's costs what none costs: no guess by the clock.  Four times, and a fifth of a second, are
// more than any honest difference and less than a search through cases would take.
const middle = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function times_of(login, paths) {
	const one = await visitor(login), times = paths.map(() => []);

	for (let i = 0; i < 15; i++)
		for (const [k, path] of paths.entries()) {
			const began = process.hrtime.bigint();

			await one.get(path);
			times[k].push(Number(process.hrtime.bigint() - began) / 1e6);
		}
	return times.map(middle);
}

sql(`UPDATE cases SET state = 'reviewing' WHERE id = ${id}`);
const slow = [];

for (const [login, path] of [["chen.guoan", (n) => `/my/cases/${n}`], ["tang.xiaoman", (n) => `/office/cases/${n}`], ["xia.zhiqiu", (n) => `/office/cases/${n}/due`],
	["chen.guoan", (n) => `/papers/${n === number ? owned.paper("/papers") : "K3M9P2QK3M9P2QK3"}`]]) {
	const [there, none] = await times_of(login, [path(number), path(absent)]);

	if (Math.max(there, none) > 4 * Math.min(there, none) && Math.abs(there - none) > 200)
		slow.push(`${path(number)}: ${there.toFixed(1)} ms, none: ${none.toFixed(1)} ms`);
}
ok(slow.length === 0, "and takes as long", slow.join("\n"));

sql(`UPDATE cases SET state = 'submitted', accepted_at = NULL, decided_at = NULL WHERE id = ${id}`);
await owned.put_away();
ok(clock.today() !== "", "the case is put away");
done();
