// soak.mjs - F10: SOAK_REQUESTS requests over all routes; memory after the warm-up and descriptors stay as they are.
//
// SOAK_PROGRAM=watch looks at one program.  A step of a hundred kilobytes each so often need not be a leak: what the C library
// says tells (gdb -p CHILD -batch -ex 'call (void)malloc_stats()' writes it into the program's log; "in use bytes" is what counts).
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { done, expect, skip, test } from "../portal/portal.mjs";
import { children_of, config, pid_of, programs, proof, stage_do } from "./journal.mjs";
import { doors, visit } from "./routes.mjs";
import { Shim, shim_lacks } from "./shim.mjs";

const requests = Number(process.env.SOAK_REQUESTS ?? 20000);
const most_kb = 1024;
const was = readFileSync(config, "utf8");

// Memory of its own and descriptors of a process.
function weight(pid) {
	return { kb: Number(/^RssAnon:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]), files: readdirSync(`/proc/${pid}/fd`).length };
}

const weights = () => new Map(programs().flatMap((program) => children_of(pid_of(program)).map((pid) => [`${program} ${pid}`, weight(pid)])));

// "" when nobody grew, else who and by how much.
function grown(before, after) {
	return [...after].filter(([name]) => !before.has(name)).map(([name]) => `${name} is another`)
		.concat([...before].filter(([name]) => after.has(name)).flatMap(([name, at]) => {
			const now = after.get(name);

			return [now.kb - at.kb > most_kb ? `${name}: ${at.kb} kB, then ${now.kb} kB` : "", now.files > at.files ? `${name}: ${at.files} descriptors, then ${now.files}` : ""];
		})).filter(Boolean).join("\n");
}

// Requests over all routes in turn; what is slow (a PDF, a sheet) only each tenth round.  at_tenth(n) looks on at each tenth of them.
async function walk(rows, count, slow = new Map(), at_tenth = () => {}) {
	const worst = { ms: 0, route: "" }, failed = [];
	let sent = 0, tenths = 0;

	for (let round = 0; sent < count; round++) {
		for (; sent >= count / 10 * tenths; tenths++)
			at_tenth(tenths);
		const due = rows.filter((row) => round % 10 === 0 || (slow.get(row.route) ?? 0) < 60);

		for (let at = 0; at < due.length && sent < count; at += 8)
			await Promise.all(due.slice(at, at + 8).map(async (row) => {
				const began = Date.now();
				const answer = await visit(row).catch((error) => ({ status: error.message }));
				const ms = Date.now() - began;

				sent++;
				slow.set(row.route, ms);
				if (ms > worst.ms)
					Object.assign(worst, { ms, route: row.route });
				if (!(answer.status < 500))
					failed.push(`${row.method} ${row.path}: ${answer.status}`);
			}));
	}
	return { sent, worst, failed };
}

writeFileSync(config, `${was.replace(/^\s*worker_requests\s*=.*$/gm, "")}\nworker_requests = 100000000\n`);
delete process.env.YIMEN_STRICT;		// as in production: no page is drawn twice
process.env.YIMEN_WORKERS = "1";		// one child each, so that each is warm when the others are
await stage_do("workers");
const { rows: every, put_away } = await doors();
const rows = every.filter(({ program }) => program === (process.env.SOAK_PROGRAM ?? program));

await test(`F10 ${requests} requests over all routes: memory and descriptors stay`, async () => {
	const slow = new Map();
	const warm = await walk(rows, Math.max(rows.length * 12, Math.floor(requests / 4)), slow);
	const before = weights(), course = [];
	const seen = await walk(rows, requests, slow, () => course.push(weights()));
	const after = weights();

	for (const [name, { kb, files }] of after)
		console.log(`# ${name}: ${before.get(name)?.kb} kB, then ${course.slice(1).map((each) => each.get(name)?.kb).join(" ")} ${kb}; ${before.get(name)?.files} descriptors, then ${files}`);
	proof("F10", { test: "requests over all routes", load: `${seen.sent} requests, ${rows.length} routes`, faults: 0, lost: 0, double: 0, half: 0,
		worst: `${seen.worst.ms} ms (${seen.worst.route}); at most +${Math.max(...[...after].map(([name, { kb }]) => kb - (before.get(name)?.kb ?? kb)))} kB` });
	expect([...new Set(warm.failed.concat(seen.failed))].slice(0, 10).join("\n"), "", "failed");
	expect(grown(before, after), "", "grown");
});

if (shim_lacks() !== "")
	skip("control: a leak is found", shim_lacks());
else
	await test("control: a program that never gives back each twentieth piece of memory is found", async () => {
		const shim = await new Shim("public").start();
		const ours = rows.filter(({ program }) => program === "public");

		await walk(ours, ours.length * 6);
		shim.arm("leak", 20);
		const [pid] = shim.children();
		const before = new Map([["public", weight(pid)]]);

		await walk(ours, 6000);
		const said = grown(before, new Map([["public", weight(pid)]]));

		await shim.stop();
		expect(said !== "", true, "found");
		console.log(`# ${said}`);
	});
await put_away();
writeFileSync(config, was);
delete process.env.YIMEN_WORKERS;
await stage_do("workers");
done();
