// door.mjs - strangers at the door: names tried out (S2), passwords guessed, two hundred at once (L5).
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import net from "node:net";
import { Visitor, address, build, clock, done, expect, sample_password, same_page, sql, stage, test } from "../portal/portal.mjs";
import { children_of, config, pid_of, proof } from "../faults/journal.mjs";
import { Tally, asking, flood, full, now, pause, size, stranger, with_limits, within } from "./flood.mjs";

const pairs = size("PAIRS", 8, 100);
const crowd = size("CROWD", 200, 200);

class Knocker extends Visitor {
	// As long as a known name, so that pages differ in nothing but the name.
	async knock(login, password) {
		this.page ??= await this.form("/sign-in", /^\/sign-in$/);
		const began = now();
		const answer = await this.post("/sign-in", { ...this.page.fields, login, password });

		return { ...answer, ms: now() - began };
	}
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

// How likely the signs of these differences are by chance alone (a fair coin, both sides), and how large they are.
function told_apart(differences) {
	const n = differences.length, more = differences.filter((d) => d > 0).length;
	let chance = 0, ways = 1;

	for (let k = 0; k <= Math.min(more, n - more); k++) {
		chance += ways / 2 ** n;
		ways = ways * (n - k) / (k + 1);
	}
	return { chance: Math.min(1, 2 * chance), by: median(differences) };
}

// Told apart: by more than a tenth of what a hash takes, and not by chance.
const apart = ({ chance, by }) => chance < 0.01 && Math.abs(by) > 8;

const logins = sql("SELECT a.login FROM accounts a JOIN secrets s ON s.account_id = a.id WHERE a.kind = 'staff' AND a.disabled = 0 AND s.locked_until IS NULL AND s.failures = 0 ORDER BY a.id DESC LIMIT 60").split("\n");
const addresses_forgotten = () => sql("DELETE FROM throttles WHERE bucket LIKE 'sign\\_in%'");
const locks_opened = () => sql("UPDATE secrets SET failures = 0, locked_until = NULL");
const nobody = (login) => `x${login.slice(1).split("").reverse().join("").replace(/[^a-z]/g, "q")}`;

addresses_forgotten();

await test("S2 a known and an unknown name get the same page", async () => {
	const visitor = new Knocker(), [known] = logins;
	const disabled = sql("SELECT login FROM accounts WHERE disabled = 1 LIMIT 1");
	const pages = [];

	for (const login of [known, nobody(known), disabled]) {
		const answer = await visitor.knock(login, "wrong-password");

		expect(answer.status, 422, login);
		pages.push(`${answer.status} ${same_page(answer.body).replaceAll(login, "LOGIN")}`);
	}
	expect(pages[1], pages[0], "nobody's");
	expect(pages[2], pages[0], "a disabled one's");
});

await test("S2 five failures lock for a quarter of an hour; locked, the right password gets the same page", async () => {
	const visitor = new Knocker(), login = logins[1], seen = [];

	for (let n = 0; n < 5; n++)
		seen.push(await visitor.knock(login, `wrong-${n}`));
	const right = await visitor.knock(login, sample_password);

	seen.forEach((answer) => expect(answer.status, 422, "a wrong one"));
	expect(right.status, 422, "the right one, locked");
	expect(same_page(right.body), same_page(seen[0].body), "the page");
	expect(Math.round((Date.parse(`${sql(`SELECT locked_until FROM secrets s JOIN accounts a ON a.id = s.account_id WHERE a.login = '${login}'`).slice(0, 19).replace(" ", "T")}+08:00`) - clock.now()) / 60000), 15, "minutes");
});

let timed = "";

// What a known name takes more than an unknown one and than a locked one, asked in turn.
async function names_timed(visitor) {
	const unknown = [], locked = [], all = [];

	addresses_forgotten();
	for (let n = 0; n < pairs; n++) {
		const login = logins[2 + n % (logins.length - 2)], each = {};
		const asked = [["known", login], ["unknown", nobody(login)], ["locked", logins[1]]];

		if (n % 30 === 29)		// three each, a hundred of an address
			addresses_forgotten();
		if (n % (3 * (logins.length - 2)) === 0 && n > 0)
			sql(`UPDATE secrets s JOIN accounts a ON a.id = s.account_id SET s.failures = 0 WHERE a.login <> '${logins[1]}'`);
		for (const [what, name] of n % 2 ? asked.reverse() : asked) {
			const answer = await visitor.knock(name, "wrong-password");

			expect(answer.status, 422, name);
			each[what] = answer.ms;
		}
		all.push(each.known);
		unknown.push(each.known - each.unknown);
		locked.push(each.known - each.locked);
	}
	const verdict = [told_apart(unknown), told_apart(locked)];

	timed = `${pairs} of each: known ${median(all).toFixed(1)} ms; unknown differs by ${verdict[0].by.toFixed(1)} ms (p = ${verdict[0].chance.toFixed(2)}), locked by ${verdict[1].by.toFixed(1)} ms (p = ${verdict[1].chance.toFixed(2)})`;
	return verdict;
}

await test("S2 a known, an unknown and a locked name take the same time", async () => {
	const visitor = new Knocker();
	let verdict;

	await visitor.knock("warm.up", "wrong-password");
	// Few pairs are all of one sign once in a hundred times by chance alone; what can be told apart is told apart again.
	for (let n = 0; n < (full ? 1 : 3) && (n === 0 || verdict.some(apart)); n++)
		verdict = await names_timed(visitor);
	expect(verdict.some(apart), false, timed);
});

await test("S2 control: an answer for which nothing was hashed is told apart by the same sum", async () => {
	const visitor = new Knocker(), differences = [];

	addresses_forgotten();
	for (let n = 0; n < pairs; n++)
		differences.push((await visitor.knock(nobody(logins[0]), "wrong-password")).ms - (await visitor.knock(nobody(logins[0]), "")).ms);
	expect(apart(told_apart(differences)), true, JSON.stringify(told_apart(differences)));
});

await test("S2 the owner has a way in: by a browser of before, which a stranger's failures do not count in", async () => {
	const owner = new Knocker(), thief = new Knocker(), other = new Knocker();
	const [login, another] = ["wu.dalei", "chen.guoan"];

	addresses_forgotten();
	locks_opened();
	expect((await owner.knock(login, sample_password)).status, 303, "the owner, once");
	expect((await other.knock(another, sample_password)).status, 303, "somebody else");
	for (const one of [owner, other])		// signed out, the browser kept
		one.cookies.delete("yimen"), one.page = undefined;
	for (let n = 0; n < 5; n++)
		await thief.knock(login, `wrong-${n}`);
	expect((await thief.knock(login, sample_password)).status, 422, "a stranger who knows it by now");
	expect((await other.knock(login, sample_password)).status, 422, "a browser of somebody else");
	expect((await owner.knock(login, sample_password)).status, 303, "the owner");
	owner.cookies.delete("yimen");
	owner.page = undefined;
	for (let n = 0; n < 5; n++)
		expect((await owner.knock(login, `wrong-${n}`)).status, 422, "mistyped");
	expect((await owner.knock(login, sample_password)).status, 422, "a browser of before has five tries, too");
	locks_opened();
});

// ---- L5 ----

// How many of these processes hash just now: a hash has its 64 MiB in hand.
function hashing(base) {
	let n = 0;

	for (const [pid, pages] of base)
		try {
			n += Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[0]) - pages > 12000 ? 1 : 0;
		} catch {
			// it has ended
		}
	return n;
}

const base_of = (pids) => new Map(pids.map((pid) => [pid, Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[0])]));

async function watched(pids, act) {
	const base = base_of(pids);
	let most = 0, going = true;
	const watching = (async () => {
		for (; going; await pause(1))
			most = Math.max(most, hashing(base));
	})();
	const said = await act();

	going = false;
	await watching;
	return { most, said };
}

await test(`L5 ${crowd} sign-ins at once: two hashes at a time, the rest 429, other pages unhurt`, async () => {
	addresses_forgotten();
	await with_limits(async () => {
		const visitor = new Visitor(), form = await visitor.form("/sign-in", /^\/sign-in$/);
		const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
		const bytes = (i) => asking("POST", "/sign-in", { headers: { Cookie: cookie }, keep: false,
			body: new URLSearchParams({ ...form.fields, login: `no.body.${i}`, password: "wrong-password" }).toString() });
		const others = new Tally();
		let going = true;
		const reading = (async () => {
			for (let n = 0; going; n++) {
				const began = now(), answer = await visitor.get(["/", "/items", "/track"][n % 3]);

				others.add({ status: answer.status, ms: now() - began });
				await pause(20);
			}
		})();
		const { most, said } = await watched(children_of(pid_of("signin")), () => flood({ count: crowd, lines: crowd, make: (i) => ({ bytes: bytes(i), from: stranger(i) }) }));

		going = false;
		await reading;
		proof("L5", { test: `${crowd} sign-ins at once, from as many addresses`, load: String(said), faults: `${most} hashes at a time`, lost: 0, double: 0, half: 0, worst: `${said.at(100)} ms; other pages p99 ${others.at(99)} ms` });
		expect(most > 0 && most <= 2, true, `hashes at a time: ${most}`);
		expect(said.of(422) > 0 && said.of(429) > 0, true, String(said));
		expect(said.of(422, 429), crowd, String(said));
		expect(others.of(200), others.total, `other pages: ${others}`);
		expect(others.at(99) < within(1000), true, `other pages: ${others}`);
	});
});

// ---- bodies in drips: nginx waits for the next byte as long as there is one ----

// So many posts of one network, each with a head, a few bytes and no end; resolves to how many were told 429 at once: when
// nobody has been told anything for a while.
async function dripping(path, count, from, act) {
	const here = new URL(address);
	const told = [], sockets = Array.from({ length: count }, () => {
		const socket = net.connect({ host: here.hostname, port: Number(here.port), localAddress: from });

		socket.write(`POST ${path} HTTP/1.1\r\nHost: ${here.host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\nlogin=`);
		socket.on("data", (piece) => told.push(...piece.toString("latin1").match(/^HTTP\/1\.1 \d+/m) ?? []));
		return socket.on("error", () => {});
	});
	const dripped = setInterval(() => sockets.forEach((socket) => socket.writable && socket.write("a")), 500);

	for (let before = -1, n = 0; n < 8 && told.length !== before; n++) {
		before = told.length;
		await pause(1000);
	}
	try {
		return { refused: told.filter((line) => line.endsWith(" 429")).length, other: told.filter((line) => !line.endsWith(" 429")).length, seen: await act() };
	} finally {
		clearInterval(dripped);
		sockets.forEach((socket) => socket.destroy());
	}
}

await test("L2 bodies in drips: a network has sixty-four of them, four at the door; others come in", async () => {
	const visitor = new Knocker();

	addresses_forgotten();
	await visitor.knock(nobody(logins[0]), "wrong-password");
	await with_limits(async () => {
		const door = await dripping("/sign-in", 40, stranger(1), async () => (await visitor.knock(nobody(logins[0]), "wrong-password")).status);
		const pages = await dripping("/track", 80, stranger(2), async () => (await new Visitor().post("/track", { number: "none", query_code: "none" })).status);

		expect(JSON.stringify(door), JSON.stringify({ refused: 36, other: 0, seen: 422 }), "at the door");
		expect(pages.refused >= 16 && pages.other === 0 && pages.seen === 422, true, `at the public pages: ${JSON.stringify(pages)}`);
	});
});

await test("L2 control: without a network's share of the door, one network shuts it", async () => {
	const visitor = new Knocker();

	addresses_forgotten();
	await visitor.knock(nobody(logins[0]), "wrong-password");
	await with_limits(async () => {
		const door = await dripping("/sign-in", 40, stranger(1), async () => (await visitor.knock(nobody(logins[0]), "wrong-password")).status);

		expect(door.seen, 429, "another at the door");
	}, (text) => text.replace(/limit_conn yimen_knockers \d+;/, ""));
});

await test("L5 control: three who hash without asking for a slot are seen as three", async () => {
	const login = logins.at(-1), hash = sql(`SELECT password_hash FROM secrets s JOIN accounts a ON a.id = s.account_id WHERE a.login = '${login}'`);
	const children = [], ended = [];

	for (let n = 0; n < 3; n++)
		ended.push(new Promise((resolve) => children.push(execFile(`${build}/yimenctl`, ["--config", config, "passwd", login], resolve))));
	await pause(1000);		// each waits for the password
	const { most } = await watched(children.map(({ pid }) => pid), () => {
		children.forEach(({ stdin }) => stdin.end("a long enough password\n"));
		return Promise.all(ended);
	});

	sql(`UPDATE secrets s JOIN accounts a ON a.id = s.account_id SET password_hash = '${hash}' WHERE a.login = '${login}'`);
	expect(most, 3, "hashing at a time");
});

if (timed !== "")
	proof("S2", { test: "sign-in: known, unknown and locked names", load: timed, faults: "–", lost: 0, double: 0, half: 0, worst: "–" });
locks_opened();
addresses_forgotten();
done();
