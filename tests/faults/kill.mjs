// kill.mjs - what answers is killed while applicants file: a worker (F1), the database (F2), nginx (F4).
//
// FAULT_SECONDS is how long each lasts: a few in check, as long as one likes in `make faults`.  FAULT_SUBMISSIONS=20000 has F1
// last until so many were made; most of them are applications that lie ready.
import { rmSync } from "node:fs";
import { address, done, expect, sql, stage, test } from "../portal/portal.mjs";
import { Journal, children_of, patiently, pause, pid_of, proof, stage_do } from "./journal.mjs";

const lasting = Number(process.env.FAULT_SECONDS ?? 4) * 1000;
const submissions = Number(process.env.FAULT_SUBMISSIONS ?? 0);
const logins = ["lin.xiaoyu", "zhao.yuting", "chen.guoan"];
const fine = { lost: "", doubled: "", half: "", odd: "", verify: "" };

function killed(pid) {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		return 0;		// it ended by itself in this moment
	}
	return 1;
}

async function under_load(id, what, strike, least = 0) {
	const journal = new Journal();
	let faults = 0, under_faults = 0;

	// The ready ones are the first one's, who begins no others meanwhile: beginning looks at all of one's own cases.
	await journal.start(least > 0 ? logins.slice(1) : logins);
	if (least > 0)
		await journal.start_ready(least);
	try {
		for (const end = Date.now() + lasting; Date.now() < end || (journal.filed.length < least && !journal.broken);)
			faults += await strike();
		await pause(1000);
		under_faults = journal.filed.length;
	} finally {
		await journal.stop();
	}
	const verdict = await journal.judge();

	proof(id, { test: what, load: `${journal.filed.length} submissions`, faults, lost: verdict.lost || 0, double: verdict.doubled || 0,
		half: verdict.half || 0, worst: `${journal.worst()} ms` });
	expect(under_faults > 3, true, `filed while it happened: ${under_faults}`);
	expect(JSON.stringify(verdict), JSON.stringify(fine), `after ${faults} faults and ${journal.filed.length} submissions`);
	return journal;
}

await test("F1 a worker killed again and again: nothing lost, nothing double, nothing half", async () => {
	await under_load("F1", "kill -9 a random worker", async () => {
		const children = children_of(pid_of("public"));

		await pause(100 + Math.random() * 400);
		return killed(children[Math.floor(Math.random() * children.length)]);
	}, submissions);
	expect(children_of(pid_of("public")).length > 0, true, "the master brings them back");
});

await test("F1 workers that all die as soon as they are there: the program is not away for long", async () => {
	const away = [];

	for (let round = 0; round < 10; round++) {
		children_of(pid_of("public")).forEach(killed);
		const began = Date.now();

		await patiently(async () => expect((await fetch(`${address}/healthz`)).status, 200, "answers"), 20000);
		away.push(Date.now() - began);
	}
	console.log(`# away for ms: ${away}`);
	expect(away.filter((ms) => ms > 1500).join(), "", `away for ms: ${away}`);
});

await test("F2 the database killed again and again: nothing lost, nothing double, nothing half", async () => {
	await under_load("F2", "kill -9 mariadbd", async () => {
		const n = killed(pid_of("mariadb"));

		await pause(200);
		await stage_do("database");
		await pause(1500 + Math.random() * 1000);
		return n;
	});
});

await test("F4 nginx killed, and reloaded, again and again: nothing lost, nothing double, nothing half", async () => {
	let turn = 0;

	await under_load("F4", "kill -9 nginx, reload, roll", async () => {
		if (turn++ % 2 === 0) {
			const master = await patiently(() => pid_of("nginx"));

			const children = children_of(master);

			killed(master);		// first, or it would bring the others back
			children.forEach(killed);
			rmSync(`${stage}/run/nginx.pid`, { force: true });
		} else
			process.kill(pid_of("public"), "SIGHUP");
		await patiently(() => stage_do("web"));
		await pause(700 + Math.random() * 700);
		return 1;
	});
});

// The oracle itself: a table that lost a row, an event that is gone, are found.
await test("control: a case taken away by hand is found lost, an event taken away is found half", async () => {
	const journal = new Journal();

	await journal.start(logins.slice(0, 1));
	while (journal.filed.length < 2)
		await pause(100);
	await journal.stop();
	const [first, second] = journal.filed;
	const kept = sql(`SELECT number FROM cases WHERE id = ${first.id}`);

	sql(`UPDATE cases SET number = NULL WHERE id = ${first.id}; UPDATE cases SET events = events + 1 WHERE id = ${second.id}`);
	const verdict = await journal.judge();

	sql(`UPDATE cases SET number = '${kept}' WHERE id = ${first.id}; UPDATE cases SET events = events - 1 WHERE id = ${second.id}`);
	expect(verdict.lost.includes(kept), true, `lost: ${verdict.lost}`);
	expect(verdict.half.includes(`${second.id} events`), true, `half: ${verdict.half}`);
	expect(JSON.stringify(await journal.judge()), JSON.stringify(fine), "put back, all is well");
});
done();
