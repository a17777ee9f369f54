// database.mjs - F6: the database is started anew, only reads, hangs, is not there.
//
// What can be read is read; every request is answered within five seconds, however many come; five seconds after the
// database is back everything works.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { Visitor, done, expect, signed_in, sql, stage, test } from "../portal/portal.mjs";
import { Journal, any_item, config, patiently, pause, pid_of, proof, seconds, stage_do } from "./journal.mjs";

const patience = 5000, healing = 5000;
const lasting = Math.max(6, seconds(6) / 5) * 1000;
const fine = { lost: "", doubled: "", half: "", odd: "", verify: "" };
const item = any_item();
const nobody = new Visitor(), applicant = await signed_in("chen.guoan"), officer = await signed_in("shen.ruoxi"), supervisor = await signed_in("qin.jingming");
const doors = [[nobody, "/items?q=%E8%AE%B8"], [nobody, `/items/${item}`], [nobody, "/stats"], [applicant, "/my/cases"], [applicant, "/"], [officer, "/office/"],
	[supervisor, "/watch/"], [nobody, "/readyz"]];
const made = { faults: 0, filed: 0, worst: 0, healed: 0, wrong: {} };

// Many at once, again and again: { path, status, ms } of each.
async function visits(until, at_once = 16) {
	const seen = [];

	await Promise.all(Array.from({ length: at_once }, async (unused, i) => {
		for (let n = i; Date.now() < until; n++) {
			const [visitor, path] = doors[n % doors.length];
			const began = Date.now();
			const status = await visitor.get(`${path}${path.includes("?") ? "&" : "?"}n=${n}`).then((answer) => answer.status, (error) => error.message);

			seen.push({ path, status, ms: Date.now() - began });
			await pause(30);
		}
	}));
	return seen;
}

// "" when each was answered in time by a page or 503, else what was not.
const late = (seen) => seen.filter(({ ms }) => ms > patience).map(({ path, ms }) => `${path} ${ms} ms`).slice(0, 5).join(", ");

async function under(name, strike, mend, { readable = false } = {}) {
	const journal = new Journal(item);

	await journal.start(["lin.xiaoyu", "zhao.yuting"]);
	await patiently(async () => expect(journal.filed.length > 1, true, "filed before"), 20000);
	await strike();
	const seen = await visits(Date.now() + lasting);

	await mend();
	const began = Date.now(), before = journal.filed.length;
	let last = 0;

	await patiently(async () => {
		for (const [visitor, path] of doors) {
			const { status } = await visitor.get(path);

			last = status;
			expect(status, 200, path);
		}
		expect(journal.filed.length > before, true, `a submission (${last})`);
	}, 60000);
	const healed = Date.now() - began;

	await journal.stop();
	const verdict = await journal.judge();
	const slow = Math.max(...seen.map(({ ms }) => ms));
	const count = (status) => seen.filter((each) => each.status === status).length;

	made.faults++;
	made.filed += journal.filed.length;
	made.worst = Math.max(made.worst, slow);
	made.healed = Math.max(made.healed, healed);
	for (const part of ["lost", "doubled", "half"])
		made.wrong[part] = verdict[part] || made.wrong[part] || 0;
	console.log(`# ${name}: ${seen.length} requests: ${count(200)} pages, ${count(503)} times 503; slowest ${slow} ms; healed after ${healed} ms; ${journal.filed.length} filed`);
	expect(seen.filter(({ status }) => ![200, 503].includes(status)).map(({ path, status }) => `${path} ${status}`).slice(0, 5).join(", "), "", "odd answers");
	expect(JSON.stringify(verdict), JSON.stringify(fine), "what was acknowledged");
	expect(late(seen), "", "too late");
	expect(healed <= healing, true, `healed after ${healed} ms`);
	if (readable)
		expect(seen.filter(({ status }) => status !== 200).map(({ path, status }) => `${path} ${status}`).slice(0, 5).join(", "), "", "not read");
}

const hang = (signal) => process.kill(pid_of("mariadb"), signal);

await test("F6 the database hangs: 503 within five seconds, however many ask", () => under("hangs", async () => hang("SIGSTOP"), async () => hang("SIGCONT")));
await test("F6 the database only reads: what can be read is read", () => under("only reads",
	async () => sql("SET GLOBAL read_only = 1"), async () => sql("SET GLOBAL read_only = 0"), { readable: true }));
await test("F6 the database refuses: its socket is gone", () => under("refused", async () => {
	renameSync(`${stage}/run/mariadb.sock`, `${stage}/run/mariadb.sock.away`);
	process.kill(pid_of("public"), "SIGHUP");		// who is connected would go on
	for (const program of ["office", "watch"])
		process.kill(pid_of(program), "SIGHUP");
	await pause(500);
}, async () => renameSync(`${stage}/run/mariadb.sock.away`, `${stage}/run/mariadb.sock`)));
await test("F6 the database is started anew", () => under("started anew", async () => {
	process.kill(pid_of("mariadb"), "SIGTERM");
}, async () => {
	await patiently(async () => {
		try {
			process.kill(pid_of("mariadb"), 0);
		} catch {
			return;
		}
		throw new Error("it ends");
	}, 30000);
	await stage_do("database");
}));

await test("control: programs that wait twenty seconds for the database are found too late", async () => {
	const was = readFileSync(config, "utf8");

	writeFileSync(config, `${was}\ndatabase_timeout_s = 20\n`);
	await stage_do("workers");
	hang("SIGSTOP");
	const seen = visits(Date.now() + 1000, 4);

	await pause(7000);
	hang("SIGCONT");
	const found = late(await seen);

	writeFileSync(config, was);
	await stage_do("workers");
	expect(found !== "", true, `found: ${found}`);
});
proof("F6", { test: "the database hangs, only reads, refuses, is started anew", load: `${made.filed} submissions and sixteen visitors`, faults: made.faults,
	lost: made.wrong.lost, double: made.wrong.doubled, half: made.wrong.half, worst: `${made.worst} ms; healed after ${made.healed} ms` });
done();
process.exit(process.exitCode ?? 0);
