// flood.mjs - many who ask at once, from as many addresses as one likes, and how they were answered.
//
// A machine's own addresses are 127.0.0.0/8, so each stranger has one.  Requests are written as they are: what a browser
// would never send, a stranger does.  ABUSE=full asks for the goals of PROOF.md (`make abuse`); without it each test
// takes seconds, and only its size differs.
import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import net from "node:net";
import { promisify } from "node:util";
import { address, source, stage } from "../portal/portal.mjs";

const run = promisify(execFile);
const here = new URL(address);

export const full = process.env.ABUSE === "full";
export const size = (name, quick, goal) => Number(process.env[`ABUSE_${name}`] ?? (full ? goal : quick));
// In a check other tests share the processors, and how long a page takes says little: a portal that hangs is told from one
// that does not, no more.  The goals of PROOF.md are held to where nothing else runs.
export const within = (ms) => full ? ms : 4 * ms;
export const pause = (ms) => new Promise((go) => setTimeout(go, ms));
export const now = () => performance.now();

// The address of the nth stranger.
export const stranger = (n) => `127.${10 + Math.floor(n / 62500) % 200}.${Math.floor(n / 250) % 250}.${1 + n % 250}`;

export function asking(method, path, { body = null, headers = {}, keep = true } = {}) {
	const lines = [`${method} ${path} HTTP/1.1`, `Host: ${here.host}`, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];

	if (body !== null)
		lines.push("Content-Type: application/x-www-form-urlencoded", `Content-Length: ${Buffer.byteLength(body)}`);
	if (!keep)
		lines.push("Connection: close");
	return Buffer.concat([Buffer.from(`${lines.join("\r\n")}\r\n\r\n`), Buffer.from(body ?? "")]);
}

// One connection, one request under way: ask() resolves to { status, head, body, ms }, or { status: 0, why } when the
// line was cut.
export class Line {
	constructor(from = "127.0.0.1") {
		this.from = from;
		this.socket = null;
	}

	open() {
		this.got = [];
		this.bytes = 0;
		this.head = null;
		this.socket = net.connect({ host: here.hostname, port: Number(here.port), localAddress: this.from, noDelay: true });
		this.socket.on("data", (piece) => this.take(piece));
		for (const end of ["error", "close"])
			this.socket.on(end, (error) => this.cut(error?.code ?? end));
	}

	ask(bytes) {
		if (this.socket === null)
			this.open();
		this.began = now();
		this.got = [];
		this.bytes = 0;
		this.head = null;
		return new Promise((resolve) => {
			this.resolve = resolve;
			this.socket.write(bytes);
		});
	}

	answer(answer) {
		const { resolve } = this;

		this.resolve = null;
		resolve?.({ ...answer, ms: now() - this.began });
	}

	take(piece) {
		this.got.push(piece);
		this.bytes += piece.length;
		if (this.head === null) {
			const all = Buffer.concat(this.got);
			const end = all.indexOf("\r\n\r\n");

			if (end < 0)
				return;
			this.head = all.subarray(0, end).toString("latin1");
			this.got = [all.subarray(end + 4)];
			this.bytes = all.length - end - 4;
			const length = /^content-length: (\d+)/im.exec(this.head);

			this.wanted = length ? Number(length[1]) : /^transfer-encoding: chunked/im.test(this.head) ? -1 : 0;
		}
		if (this.wanted >= 0 ? this.bytes >= this.wanted : Buffer.concat(this.got.slice(-2)).includes("0\r\n\r\n")) {
			const closes = /^connection: close/im.test(this.head);

			if (closes)
				this.end();
			this.answer({ status: Number(this.head.slice(9, 12)), head: this.head, body: Buffer.concat(this.got).toString("utf8") });
		}
	}

	cut(why) {
		this.socket = null;
		this.answer({ status: 0, head: "", body: "", why });
	}

	end() {
		const { socket } = this;

		this.socket = null;
		socket?.removeAllListeners("close");
		socket?.removeAllListeners("data");
		socket?.destroy();
	}
}

export class Tally {
	constructor() {
		this.counts = {};
		this.times = [];
	}

	add(answer) {
		this.counts[answer.status] = (this.counts[answer.status] ?? 0) + 1;
		this.times.push(answer.ms);
	}

	of(...statuses) {
		return statuses.reduce((sum, status) => sum + (this.counts[status] ?? 0), 0);
	}

	get total() {
		return this.times.length;
	}

	// The time that so many of a hundred kept.
	at(percent) {
		const sorted = Float64Array.from(this.times).sort();

		return sorted.length === 0 ? NaN : Math.round(sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * percent / 100) - 1)] * 10) / 10;
	}

	toString() {
		return `${Object.entries(this.counts).map(([status, n]) => `${n} × ${status === "0" ? "cut" : status}`).join(", ")}; p50 ${this.at(50)} ms, p99 ${this.at(99)} ms, most ${this.at(100)} ms`;
	}
}

// Asks count times over so many lines; make(i) gives { bytes, from }, seen(answer, i) looks at each answer.
export async function flood({ count = Infinity, seconds = Infinity, lines = 16, make, seen = () => {} }) {
	const tally = new Tally(), end = now() + seconds * 1000;
	let next = 0;

	await Promise.all(Array.from({ length: lines }, async () => {
		let line = null;

		while (next < count && now() < end) {
			const i = next++;
			const { bytes, from = "127.0.0.1" } = make(i);

			if (line === null || line.from !== from) {
				line?.end();
				line = new Line(from);
			}
			const answer = await line.ask(bytes);

			tally.add(answer);
			seen(answer, i);
		}
		line?.end();
	}));
	return tally;
}

// Asks so many times a second, whether answers come or not; the time of each is counted from when it was due.
export async function offer({ rate, seconds, most = 3000, make, seen = () => {} }) {
	const tally = new Tally(), free = [], began = now(), total = Math.round(rate * seconds);
	const all = [];
	let sent = 0, open = 0, unsent = 0;

	while (sent + unsent < total) {
		const due = Math.min(total, Math.floor((now() - began) / 1000 * rate));

		while (sent + unsent < due) {
			if (free.length === 0 && open >= most) {
				unsent++;
				continue;
			}
			const i = sent++, line = free.pop() ?? (open++, new Line(stranger(open)));
			const was_due = began + i / rate * 1000;

			all.push(line.ask(make(i)).then((answer) => {
				answer.ms = now() - Math.min(was_due, line.began);
				tally.add(answer);
				seen(answer, i);
				free.push(line);
			}));
		}
		await pause(2);
	}
	await Promise.all(all);
	free.forEach((line) => line.end());
	tally.unsent = unsent;
	tally.offered = total / ((now() - began) / 1000);
	return tally;
}

// nginx with the limits of production while act runs, and without them again afterwards.
export async function with_limits(act, change = (text) => text) {
	const path = `${stage}/conf/site.conf`, was = readFileSync(path, "utf8");
	const web = () => run("sh", [`${source}/tools/stage`, "web", stage], { env: { ...process.env, YIMEN_SAMPLE: "none" } });

	writeFileSync(path, change(was.replace(/(zone=yimen_pages:\S+ rate=)\d+/g, "$1100").replace(/(zone=yimen_(?:posts|writes):\S+ rate=)\d+/g, "$110")
		.replace(/(zone=yimen_uploads:\S+ rate=)\d+/g, "$15").replace(/(limit_conn yimen_open )\d+/g, "$164").replace(/(limit_conn yimen_door )\d+/g, "$132")
		.replace(/(limit_conn yimen_knockers )\d+/g, "$14")));
	await web();
	await pause(300);
	try {
		return await act();
	} finally {
		writeFileSync(path, was);
		await web();
		await pause(300);		// connections of before have heard that they are closed
	}
}
