// overload.mjs - more than the machine can do: a mixed load (L1), thousands who hold the line (L2), ten times too much
// (L3), a public pool that answers nothing (L4).
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import net from "node:net";
import { Visitor, address, done, expect, random_hex, signed_in, source, sql, sql_rows, stage, test } from "../portal/portal.mjs";
import { children_of, pid_of, proof, stage_do } from "../faults/journal.mjs";
import { Line, Tally, asking, flood, full, now, offer, pause, size, stranger, with_limits, within } from "./flood.mjs";

const here = new URL(address);
const searches = sql("SELECT DISTINCT SUBSTR(title, 3, 2) FROM item_versions WHERE state = 'published' AND CHAR_LENGTH(title) > 4 LIMIT 40").split("\n").map(encodeURIComponent);
// Past every cache: a cookie of our name and a question nobody asked before.
const made = (i) => asking("GET", `/items?q=${searches[i % searches.length]}&page=1&n=${i}`, { headers: { Cookie: "yimen=past" } });
const fast = (tally, ms) => tally.at(99) < within(ms);

// An honest visitor reads on while act runs.
async function meanwhile(act, { visitor = new Visitor(), paths = ["/", "/items", "/track"], every = 50 } = {}) {
	const tally = new Tally();
	let going = true;
	const reading = (async () => {
		for (let n = 0; going; n++) {
			const began = now();

			tally.add(await visitor.get(paths[n % paths.length]).then(({ status }) => ({ status, ms: now() - began }), () => ({ status: 0, ms: now() - began })));
			await pause(every);
		}
	})();

	try {
		await act();
	} finally {
		going = false;
		await reading;
	}
	return tally;
}

// ---- L1 ----

await test("L1 a mixed load: submissions with a file of 1 MiB each, pages and look-ups", async () => {
	const seconds = size("MIXED_SECONDS", 4, 60), rate = size("SUBMISSIONS", 5, 20), pages_rate = size("PAGES", 20, 60);
	const count = seconds * rate;
	const drafts = execFileSync("mariadb", ["--no-defaults", `--socket=${process.env.YIMEN_SOCKET}`, `--user=${process.env.YIMEN_ADMIN}`, "--batch", "--skip-column-names"],
		{ input: readFileSync(`${source}/bench/drafts.sql`, "utf8").replaceAll("@COUNT@", count).replace("SET @at = NOW(6);", `SET @at = '${sql("SELECT NOW(6)")}';`), encoding: "utf8" }).trim().split("\n").map((line) => line.split("\t"));
	const citizen = await signed_in("lin.xiaoyu"), officer = await signed_in("shen.ruoxi");
	const token = await citizen.token();
	const looks = sql_rows("SELECT number, query_code FROM cases WHERE number IS NOT NULL AND query_code <> '' AND state <> 'draft' LIMIT 100");
	const submissions = new Tally(), pages = new Tally(), all = [];
	const timed = async (tally, act) => {
		const began = now();

		tally.add(await act().then(({ status }) => ({ status, ms: now() - began }), () => ({ status: 0, ms: now() - began })));
	};
	const submit = async (n) => {
		const [id, material] = drafts[n], content = Buffer.alloc(1 << 20, " ");

		content.write(`%PDF-1.4\n%${random_hex(16)}`);
		const kept = await citizen.post_files(`/applications/${id}/materials/${material}`, { token, nonce: random_hex(16), given: "files" },
			[{ field: "files", name: "measured.pdf", type: "application/pdf", content }]);

		if (kept.status !== 303)
			return kept;
		return citizen.post(`/applications/${id}/submit`, { token, nonce: random_hex(16), declaration: "1", version: "2" });
	};
	const page = (n) => n % 6 === 0 ? officer.get("/office/") : n % 6 === 1 ? citizen.get("/my/cases") : n % 6 === 2
		? new Visitor().post("/track", { number: looks[n % looks.length][0], query_code: looks[n % looks.length][1] }) : new Visitor().get(["/", "/items", `/items?q=${searches[n % searches.length]}`][n % 6 - 3]);
	const began = now();

	for (let s = 0, p = 0; s < count || p < seconds * pages_rate;) {
		const gone = (now() - began) / 1000;

		while (s < count && s < gone * rate)
			all.push(timed(submissions, () => submit(s++)));
		while (p < seconds * pages_rate && p < gone * pages_rate)
			all.push(timed(pages, () => page(p++)));
		await pause(5);
	}
	await Promise.all(all);
	const there = Number(sql(`SELECT COUNT(*) FROM cases WHERE id IN (${drafts.map(([id]) => id)}) AND state = 'submitted'`));

	proof("L1", { test: `mixed load: ${rate} submissions/s with 1 MiB each, ${pages_rate} pages/s, ${seconds} s`, load: `submissions: ${submissions}; pages: ${pages}`,
		faults: "–", lost: submissions.of(303) - there, double: 0, half: 0, worst: `${submissions.at(100)} ms` });
	expect(submissions.of(303), count, `submissions: ${submissions}`);
	expect(there, count, "all of them there");
	expect(pages.of(200), pages.total, `pages: ${pages}`);
});

// ---- L2 ----

// The lines that the server holds open, as the machine knows them: a client that does not read is told nothing.
const hex_of = (host, port) => `${host.split(".").reverse().map((n) => Number(n).toString(16).padStart(2, "0")).join("")}:${port.toString(16).padStart(4, "0")}`.toUpperCase();
let held = { at: 0, lines: new Set() };

function holds(socket) {
	if (now() - held.at > 500)
		held = { at: now(), lines: new Set(readFileSync("/proc/net/tcp", "latin1").split("\n").map((line) => line.trim().split(/\s+/))
			.filter(([, local, , state]) => local === hex_of(here.hostname, Number(here.port)) && state === "01").map(([, , remote]) => remote)) };
	return held.lines.has(hex_of(socket.localAddress, socket.localPort));
}

// Opens a line and says bytes; resolves when it is cut, to the seconds it took.  drip: a byte each second.
function holding(from, said, { drip = "", read = true, most = 40 } = {}) {
	return new Promise((resolve) => {
		const began = now(), socket = net.connect({ host: here.hostname, port: Number(here.port), localAddress: from });
		const dripping = drip === "" ? null : setInterval(() => socket.write(drip), 1000);
		const end = () => {
			clearInterval(dripping);
			clearInterval(watching);
			clearTimeout(limit);
			socket.destroy();
			resolve((now() - began) / 1000);
		};
		const limit = setTimeout(end, most * 1000);

		const watching = read ? null : setInterval(() => socket.localPort !== undefined && now() - began > 2000 && !holds(socket) && end(), 1000);

		if (read)
			socket.resume();
		else
			socket.pause();
		for (const event of ["error", "close", "end"])
			socket.on(event, end);
		if (said !== "")
			socket.write(said);
	});
}

await test("L2 thousands of idle lines, slow heads, slow bodies, slow readers: others unhurt, the slow cut in ten seconds", async () => {
	const idle = size("IDLE", 300, 5000), slow = size("SLOW", 50, 1000);
	const style = /href="(\/static\/[^"]*\.css)"/.exec((await new Visitor().get("/")).body)[1];
	const kinds = {
		idle: Array.from({ length: idle }, () => ["", {}]),
		head: Array.from({ length: slow }, () => [`GET / HTTP/1.1\r\nHost: ${here.host}\r\nX: `, { drip: "a" }]),
		body: Array.from({ length: slow }, () => [`POST /track HTTP/1.1\r\nHost: ${here.host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nnumber=`, {}]),
		read: Array.from({ length: slow }, () => [Buffer.concat(Array.from({ length: 200 }, () => asking("GET", style))), { read: false }]),
		drip: Array.from({ length: full ? slow / 10 : 0 }, () => [`POST /track HTTP/1.1\r\nHost: ${here.host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nnumber=`, { drip: "1", most: 16 }]),
	};
	const times = {};
	let n = 0;

	await with_limits(async () => {
		const others = await meanwhile(async () => {
			const all = [];

			for (const [kind, lines] of Object.entries(kinds)) {
				times[kind] = [];
				for (const [said, how] of lines) {
					all.push(holding(stranger(n++ >> 3), said, how).then((seconds) => times[kind].push(seconds)));
					if (n % 100 === 0)
						await pause(10);
				}
			}
			await Promise.all(all);
		});
		const worst = Object.fromEntries(Object.entries(times).map(([kind, list]) => [kind, Math.max(...list).toFixed(1)]));

		proof("L2", { test: `${idle} idle, ${slow} slow heads, ${slow} slow bodies, ${slow} who do not read`, load: `cut after at most ${worst.idle}, ${worst.head}, ${worst.body}, ${worst.read} s; others: ${others}`,
			faults: "–", lost: 0, double: 0, half: 0, worst: `${others.at(100)} ms` });
		for (const kind of ["idle", "head", "body", "read"])
			expect(Number(worst[kind]) < (full ? 20 : 30), true, `${kind}: cut after ${worst[kind]} s`);
		expect(others.of(200), others.total, `others: ${others}`);
		expect(fast(others, 1000), true, `others: ${others}`);
	});
});

if (full)
	await test("L2 control: where nginx has room for few, others are hurt", async () => {
		const path = `${stage}/conf/nginx.conf`, was = readFileSync(path, "utf8"), { writeFileSync } = await import("node:fs");
		const visitor = new Visitor();

		writeFileSync(path, was.replace(/worker_connections \d+/, "worker_connections 64"));
		await stage_do("web");
		await pause(500);
		try {
			const others = await meanwhile(async () => {
				await Promise.all(Array.from({ length: 300 }, (unused, i) => holding(stranger(i), `GET / HTTP/1.1\r\nHost: ${here.host}\r\nX: `, { drip: "a", most: 8 })));
			}, { visitor });

			expect(others.of(200) < others.total || !fast(others, 1000), true, `others: ${others}`);
		} finally {
			writeFileSync(path, was);
			await stage_do("web");
		}
	});

// ---- L3 ----

await test("L3 ten times what it can do: each answered within two seconds, 200, 429 or 503 with Retry-After; well again five seconds later", async () => {
	const able = await flood({ seconds: size("ABLE_SECONDS", 1, 5), lines: 8, make: (i) => ({ bytes: made(i) }) });
	const can = able.of(200) / size("ABLE_SECONDS", 1, 5), seconds = size("OVERLOAD_SECONDS", 3, 120);
	const unfit = [];
	const tally = await offer({ rate: can * 10, seconds, make: made, most: size("OVERLOAD_LINES", 1000, 1000), seen: ({ status, head }) => {
		if (status === 503 && !/^retry-after: \d+/im.test(head))
			unfit.push(status);
	} });

	await pause(full ? 5000 : 2000);
	const after = await flood({ count: 30, lines: 1, make: (i) => ({ bytes: made(i + 1e6) }) });

	proof("L3", { test: `ten times what it can do (${Math.round(can)} searches/s past all caches), ${seconds} s`, load: `${Math.round(tally.offered)}/s offered, ${tally.unsent} not sent for want of ${size("OVERLOAD_LINES", 1000, 1000)} lines; ${tally}; ${full ? "five" : "two"} seconds after: ${after}`,
		faults: "–", lost: 0, double: 0, half: 0, worst: `${tally.at(100)} ms` });
	expect(unfit.length, 0, "503 without Retry-After");
	expect(tally.of(200, 429, 503), tally.total, String(tally));
	expect(tally.of(200) > 0, true, String(tally));
	expect(after.of(200), 30, `afterwards: ${after}`);
	expect(fast(after, 1000), true, `afterwards: ${after}`);
	expect(tally.at(100) <= within(2000), true, String(tally));
});

// ---- L4 ----

await test("L4 the public pool full and mute: staff pages are served, the public is told in time", async () => {
	const officer = await signed_in("shen.ruoxi"), children = children_of(pid_of("public")), waiting = [];
	const public_tally = new Tally();

	children.forEach((pid) => process.kill(pid, "SIGSTOP"));
	try {
		const staff = await meanwhile(async () => {
			for (let i = 0; i < 120; i++) {		// fills the pool and its queue
				const line = new Line(stranger(i));

				waiting.push(line);
				line.ask(made(i + 2e6));
			}
			await pause(500);
			for (let i = 0; i < 20; i++)
				public_tally.add(await Promise.race([new Line(stranger(500 + i)).ask(made(i + 3e6)), pause(3000).then(() => ({ status: 0, ms: 3000 }))]));
			await pause(1000);
		}, { visitor: officer, paths: ["/office/", "/office/cases", "/office/register"] });

		proof("L4", { test: "the public pool stopped and its queue full", load: `staff: ${staff}; the public: ${public_tally}`, faults: `${children.length} stopped`, lost: 0, double: 0, half: 0, worst: `${staff.at(100)} ms` });
		expect(staff.of(200), staff.total, `staff: ${staff}`);
		expect(fast(staff, 1500), true, `staff: ${staff}`);
		expect(public_tally.of(503), 20, `the public: ${public_tally}`);
	} finally {
		children.forEach((pid) => process.kill(pid, "SIGCONT"));
		waiting.forEach((line) => line.end());
	}
	await pause(1000);
	expect((await new Visitor().get("/items")).status, 200, "and the public afterwards");
});

await test("L4 control: the office's own pool stopped, its pages are not served", async () => {
	const officer = await signed_in("shen.ruoxi"), children = children_of(pid_of("office"));

	children.forEach((pid) => process.kill(pid, "SIGSTOP"));
	try {
		expect(await Promise.race([officer.get("/office/").then(({ status }) => status, () => 0), pause(1000).then(() => "silence")]), "silence", "a page");
	} finally {
		children.forEach((pid) => process.kill(pid, "SIGCONT"));
	}
});
done();
process.exit(process.exitCode ?? 0);
