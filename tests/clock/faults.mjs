// faults.mjs - the clock late, twice, two at once, killed in the middle, and gateways that are away.
//
// Whatever happens, each case moves once, each card and each message is there once, and the record holds.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync, existsSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { build, clock, done, expect, sql, sql_rows, stage, test } from "../portal/portal.mjs";

const settings = process.env.YIMEN_CONFIG;
const item = "11990100009901315A3990113101000";
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

// Settings like the stage's, with lines of their own.
function settings_with(name, lines) {
	const keys = Object.keys(lines);
	const kept = readFileSync(settings, "utf8").split("\n").filter((line) => !keys.includes(line.split("=")[0].trim()));
	const path = `${stage}/conf/${name}.conf`;

	writeFileSync(path, `${kept.join("\n")}\n${keys.map((key) => `${key} = ${lines[key]}`).join("\n")}\n`);
	return path;
}

const args_of = (config, more) => ["--config", config, "--once", ...more];
const run = (config = settings, ...more) => execFileSync(`${build}/yimen-clock`, args_of(config, more), { stdio: ["ignore", "ignore", "pipe"], encoding: "utf8" });

function start(config = settings, ...more) {
	const child = spawn(`${build}/yimen-clock`, args_of(config, more), { stdio: ["ignore", "ignore", "pipe"] });
	let said = "";

	child.stderr.on("data", (piece) => said += piece);
	child.ended = new Promise((resolve) => child.on("exit", (status, signal) => resolve({ status, signal, said })));
	return child;
}

const submit = () => execFileSync(`${build}/tests/office/arrange`, ["submit", item], { encoding: "utf8" }).trim();
const verified = () => execFileSync(`${build}/tests/office/arrange`, ["verify"], { encoding: "utf8" });
const list_of = (numbers) => numbers.map((number) => `'${number}'`).join(",");

// Everything the clock may write, as one text each.
const tables = ["cases", "case_events", "cards", "outbox", "papers", "case_tasks", "register_rows", "counters", "record_queue", "case_promises", "integrity_notes"];
const sums = () => tables.map((table) => `${table} ${sql(`CHECKSUM TABLE ${table} EXTENDED`).split("\t")[1]}`).join(", ");

// Applications nobody answers, until their five working days are over.
function unanswered(count) {
	const numbers = Array.from({ length: count }, submit);

	clock.pass(9 * 86400);
	return numbers;
}

function accepted_once(numbers) {
	const among = `c.number IN (${list_of(numbers)})`;

	expect(sql(`SELECT COUNT(*) FROM cases c WHERE ${among} AND state = 'accepted' AND accepted_at = submitted_at`), String(numbers.length), "accepted from receipt");
	expect(sql(`SELECT COUNT(*) FROM case_events e JOIN cases c ON c.id = e.case_id WHERE ${among} AND e.event = 'deem_accepted'`), String(numbers.length), "one event each");
	expect(sql(`SELECT COUNT(*) FROM outbox m JOIN cases c ON c.id = m.case_id WHERE ${among} AND m.kind = 'deemed_accepted' AND m.channel = 'site'`), String(numbers.length), "one message each");
	expect(sql(`SELECT COUNT(*) FROM cards k JOIN cases c ON c.id = k.case_id WHERE ${among} AND k.rule = 'answer' AND k.colour = 'red'`), String(numbers.length), "one red card each");
	expect(sql(`SELECT COUNT(*) FROM cards k JOIN cases c ON c.id = k.case_id WHERE ${among} AND k.rule = 'answer' AND k.colour = 'yellow'`), String(numbers.length), "one yellow card each");
	verified();
}

run();	// what the sample left undone

await test("run twice is run once", async () => {
	accepted_once((() => {
		const numbers = unanswered(3);

		run();
		return numbers;
	})());
	const before = sums();

	run();
	expect(sums(), before, "nothing changes");
});

await test("killed anywhere, then run again: the same rows as if nothing had happened", async () => {
	const numbers = unanswered(40);

	for (let i = 0; i < 12; i++) {
		const child = start();

		await sleep(20 + i * 25);
		child.kill("SIGKILL");
		await child.ended;
	}
	run();
	accepted_once(numbers);
});

await test("two clocks at once: each case, card and message once", async () => {
	const numbers = unanswered(40);

	mkdirSync(`${stage}/run2`, { recursive: true });
	const other = settings_with("second", { run_dir: `${stage}/run2` });
	const ends = await Promise.all([start().ended, start(other).ended, sleep(50).then(() => start(other).ended)]);

	expect(ends.slice(0, 2).map((end) => end.status).join(), "0,0", `both end well: ${ends.map((end) => end.said).join("")}`);
	run();
	accepted_once(numbers);
	expect(sql(`SELECT MAX(m.tries) FROM outbox m JOIN cases c ON c.id = m.case_id WHERE c.number IN (${list_of(numbers)}) AND m.kind = 'deemed_accepted'`), "1", "no message was taken twice");
});

await test("one clock a machine", async () => {
	const daemon = spawn(`${build}/yimen-clock`, ["--config", settings], { stdio: "ignore" });
	const over = new Promise((resolve) => daemon.on("exit", resolve));

	await sleep(500);
	const second = await start().ended;

	expect(second.status, 1, "the second one ends");
	if (!second.said.includes("another clock runs"))
		throw new Error(second.said);
	daemon.kill("SIGTERM");
	expect(await over, 0, "and the first ends when asked to");
});

await test("a daemon does what is due by itself, and starts a hand that died again", async () => {
	const numbers = unanswered(2);
	const daemon = spawn(`${build}/yimen-clock`, ["--config", settings], { stdio: "ignore" });
	const over = new Promise((resolve) => daemon.on("exit", resolve));
	const children = () => execFileSync("pgrep", ["-P", String(daemon.pid)], { encoding: "utf8" }).trim().split("\n");
	const state = () => sql(`SELECT COUNT(*) FROM cases WHERE number IN (${list_of(numbers)}) AND state = 'accepted'`);

	for (let i = 0; i < 100 && state() !== "2"; i++)
		await sleep(100);
	expect(state(), "2", "both are accepted");
	const before = children();

	expect(before.length, 3, "a process for each hand");
	process.kill(Number(before[0]), "SIGKILL");
	await sleep(3000);
	expect(children().length, 3, "three again");
	daemon.kill("SIGTERM");
	expect(await over, 0, "ends well");
});

await test("a row that the database refuses is passed over, and done when it can be", async () => {
	const numbers = unanswered(5);
	const poison = sql(`SELECT id FROM cases WHERE number = '${numbers[2]}'`);

	sql(`CREATE TRIGGER poison BEFORE UPDATE ON cases FOR EACH ROW BEGIN IF NEW.id = ${poison} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'poison'; END IF; END`
		.replace(/^/, "DELIMITER $$\n") + "$$\n");
	const said = await start().ended;

	sql("DROP TRIGGER poison");
	if (!said.said.includes(`event=poison found_by=deem_accepted_due id=${poison}`))
		throw new Error(said.said);
	expect(sql(`SELECT COUNT(*) FROM cases WHERE number IN (${list_of(numbers)}) AND state = 'accepted'`), "4", "the others are done");
	run();
	accepted_once(numbers);
});

// ---- a month late ----

await test("a month late leaves what daily runs leave", async () => {
	const kept = [...tables, "record_chain", "record_heads", "clock_duties"];
	const from = clock.today();
	const moment = readFileSync(`${stage}/now`, "utf8").trim();
	// Tasks begin when the case comes to its officers, and so follow the day the clock ran.
	const outcome = () => [
		"SELECT id, state, accepted_at, promised_on, statutory_on, due_on, claimed_by FROM cases ORDER BY id",
		"SELECT case_id, rule, colour, task, organ_code, made_on, due_on, given_on FROM cards WHERE rule <> 'task' ORDER BY case_id, rule, colour, task",
		"SELECT case_id, event, state_before, state_after FROM case_events WHERE event <> 'deem_consent' ORDER BY case_id, position",
		"SELECT DISTINCT case_id, account_id, channel, kind FROM outbox WHERE kind NOT LIKE 'card%' AND kind NOT LIKE 'remind%' ORDER BY 1, 2, 3, 4",
	].map((question) => sql(question)).join("\n--\n");

	unanswered(1);
	clock.set(moment);
	for (const table of kept)
		sql(`CREATE TABLE kept_${table} LIKE ${table}; INSERT INTO kept_${table} SELECT * FROM ${table}`);
	for (let day = 0; day < 31; day++) {
		clock.pass(86400);
		run();
	}
	const daily = outcome();

	for (const table of kept)
		sql(`DELETE FROM ${table}; INSERT INTO ${table} SELECT * FROM kept_${table}; DROP TABLE kept_${table}`);
	run();
	const late = outcome();

	if (late !== daily) {
		const one = daily.split("\n"), other = late.split("\n");

		throw new Error(`since ${from}:\ndaily ${one.filter((line) => !other.includes(line)).slice(0, 8).join("\n      ")}\nlate  ${other.filter((line) => !one.includes(line)).slice(0, 8).join("\n      ")}`);
	}
	verified();
});

// ---- gateways ----

class Gateway {
	constructor() {
		this.mode = "fine";
		this.taken = [];		// bodies answered with 200
		this.asked = 0;
		this.server = http.createServer((request, response) => {
			let body = "";

			this.asked++;
			request.on("data", (piece) => body += piece).on("end", () => {
				if (this.mode === "hangs")
					return;
				if (this.mode === "cuts") {
					this.taken.push({ ...JSON.parse(body), key: request.headers["idempotency-key"] });
					response.destroy();
				} else if (this.mode === "refuses the message") {
					response.writeHead(422).end();
				} else if (this.mode === "fails") {
					response.writeHead(500).end("no");
				} else {
					this.taken.push({ ...JSON.parse(body), key: request.headers["idempotency-key"], token: request.headers.authorization });
					response.writeHead(200).end("{}");
				}
			});
		});
	}
	listen(port = 0) {
		return new Promise((resolve) => this.server.listen(port, "127.0.0.1", () => resolve(this.server.address().port)));
	}
	close() {
		this.server.closeAllConnections();
		return new Promise((resolve) => this.server.close(resolve));
	}
}

const waiting = (kind) => Number(sql(`SELECT COUNT(*) FROM outbox WHERE channel = 'sms' AND state = 'waiting' AND id > ${kind}`));

await test("a gateway that is away, hangs, fails and heals loses nothing and doubles nothing", async () => {
	const gateway = new Gateway();
	const port = await gateway.listen();
	const last = sql("SELECT MAX(id) FROM outbox");

	writeFileSync(`${stage}/conf/sms.token`, "a-secret\n");
	const config = settings_with("gateway", { sink_dir: "", sms_url: `http://127.0.0.1:${port}/send`, sms_token_file: `${stage}/conf/sms.token`, message_timeout_s: 1 });

	unanswered(6);
	await gateway.close();
	await start(config).ended;
	expect(waiting(last), 6, "refused: all wait");
	const again = new Gateway();

	await again.listen(port);
	for (const mode of ["hangs", "fails"]) {
		again.mode = mode;
		clock.pass(120);
		await start(config, "--duty", "post").ended;
		expect(waiting(last), 6, `${mode}: all wait`);
		expect(again.asked <= 4, true, "one asks for all");
	}
	again.mode = "fine";
	for (let i = 0; i < 5 && waiting(last) > 0; i++) {
		clock.pass(3600);
		await start(config, "--duty", "post").ended;
	}
	expect(waiting(last), 0, "healed: none waits");
	expect(again.taken.length, 6, "each was taken once");
	expect(new Set(again.taken.map((message) => message.id)).size, 6, "each another");
	expect(again.taken.every((message) => message.key === message.id && message.token === "Bearer a-secret" && /^1\d{10}$/.test(message.to) &&
		message.text.includes("第三十二条")), true, "with id, token, number and words");
	expect(sql(`SELECT COUNT(*) FROM outbox WHERE channel = 'sms' AND state = 'sent' AND id > ${last}`), "6", "and all are noted");
	await again.close();
});

await test("taken but not answered: sent again under the same id", async () => {
	const gateway = new Gateway();
	const port = await gateway.listen();
	const config = settings_with("gateway", { sink_dir: "", sms_url: `http://127.0.0.1:${port}/send`, message_timeout_s: 1 });
	const last = sql("SELECT MAX(id) FROM outbox");

	gateway.mode = "cuts";
	unanswered(1);
	await start(config).ended;
	gateway.mode = "fine";
	clock.pass(3600);
	await start(config, "--duty", "post").ended;
	expect(new Set(gateway.taken.map((message) => message.id)).size, 1, "one id");
	expect(gateway.taken.length, 2, "twice");
	expect(waiting(last), 0, "none waits");
	await gateway.close();
});

await test("a message nobody takes has failed after its tries, or at once when it is refused", async () => {
	const gateway = new Gateway();
	const port = await gateway.listen();
	const config = settings_with("gateway", { sink_dir: "", sms_url: `http://127.0.0.1:${port}/send`, message_timeout_s: 1, message_tries: 3 });
	const last = sql("SELECT MAX(id) FROM outbox");
	const row = () => sql(`SELECT state, tries FROM outbox WHERE channel = 'sms' AND id > ${last}`);

	gateway.mode = "fails";
	unanswered(1);
	await start(config).ended;
	for (let i = 0; i < 4; i++) {
		clock.pass(7200);
		await start(config, "--duty", "post").ended;
	}
	expect(row(), "failed\t3", "given up");
	expect(gateway.asked, 3, "asked three times");
	sql(`UPDATE outbox SET state = 'waiting', tries = 0, next_at = created_at WHERE channel = 'sms' AND id > ${last}`);
	gateway.mode = "refuses the message";
	await start(config, "--duty", "post").ended;
	expect(row(), "failed\t1", "refused");
	await gateway.close();
});

// ---- the mail server ----

// As much of RFC 5321 as a client asks for; what it answers to the receiver is its mode.
class MailServer {
	constructor() {
		this.receiver = "250 fine";
		this.mails = [];
		this.server = net.createServer((socket) => {
			let rest = "", body = null;
			const say = (line) => socket.write(`${line}\r\n`);

			say("220 test");
			socket.on("error", () => {});
			socket.on("data", (piece) => {
				for (rest += piece; rest.includes("\r\n"); ) {
					const at = rest.indexOf("\r\n"), line = rest.slice(0, at);

					rest = rest.slice(at + 2);
					if (body !== null && line === ".") {
						this.mails.push(body);
						body = null;
						say("250 taken");
					} else if (body !== null)
						body += `${line}\n`;
					else if (/^DATA/i.test(line)) {
						body = "";
						say("354 go on");
					} else
						say(/^RCPT/i.test(line) ? this.receiver : /^QUIT/i.test(line) ? "221 bye" : "250 fine");
				}
			});
		});
	}
	listen() {
		return new Promise((resolve) => this.server.listen(0, "127.0.0.1", () => resolve(this.server.address().port)));
	}
}

await test("an e-mail reaches its receiver as it was written; a full box waits, an unknown one has failed", async () => {
	const server = new MailServer();
	const config = settings_with("mail", { sink_dir: "", sms_url: "", smtp_url: `smtp://127.0.0.1:${await server.listen()}`,
		smtp_from: "portal@example.org", message_timeout_s: 2 });
	const last = sql("SELECT MAX(id) FROM outbox");
	const row = () => sql(`SELECT state, tries FROM outbox WHERE channel = 'email' AND id > ${last}`);
	const again = async () => {
		sql(`UPDATE outbox SET state = 'waiting', tries = 0, sent_at = NULL, next_at = created_at WHERE channel = 'email' AND id > ${last}`);
		await start(config, "--duty", "post").ended;
	};

	sql("UPDATE accounts SET email = 'lin@example.org' WHERE login = 'lin.xiaoyu'");
	try {
		server.receiver = "452 the box is full";
		unanswered(1);
		await start(config).ended;
		expect(row(), "waiting\t1", "a full box");
		server.receiver = "550 nobody of that name";
		await again();
		expect(row(), "failed\t1", "an unknown one");
		server.receiver = "250 fine";
		await again();
		expect(row().split("\t")[0], "sent", "then it is taken");
	} finally {
		sql("UPDATE accounts SET email = '' WHERE login = 'lin.xiaoyu'");
		server.server.close();
	}
	const [head, ...lines] = server.mails[0].split("\n\n");
	const text = Buffer.from(lines.join("\n\n"), "base64").toString("utf8");

	expect(server.mails.length, 1, "once");
	expect(/^From: .*portal@example\.org/m.test(head) && /^To: .*lin@example\.org/m.test(head) && /^Message-ID: <[^>]+>/mi.test(head), true, head);
	expect(text.includes("第三十二条") || server.mails[0].includes("第三十二条"), true, `its words: ${server.mails[0].slice(0, 800)}`);
});

// ---- files ----

await test("files that no row speaks of go after a day, others never", async () => {
	const name = (digit) => `ee${digit.repeat(62)}`;
	const at = (digit) => `${stage}/uploads/ee/${name(digit)}`;
	const old = clock.now() / 1000 - 30 * 3600;

	mkdirSync(`${stage}/uploads/ee`, { recursive: true });
	for (const digit of ["1", "2", "3"])
		writeFileSync(at(digit), `file ${digit}`);
	sql(`INSERT INTO blobs (sha256, bytes, created_at) VALUES ('${name("2")}', 6, NOW(6))`);
	for (const digit of ["1", "2"])
		utimesSync(at(digit), old, old);
	utimesSync(at("3"), clock.now() / 1000 - 3600, clock.now() / 1000 - 3600);
	run(settings, "--duty", "files");
	expect(existsSync(at("1")), false, "an orphan of a day is gone");
	expect(existsSync(at("2")), true, "one that a row names stays");
	expect(existsSync(at("3")), true, "a young one stays");

	// Cut off between moving and looking again: what a row speaks of comes back.
	writeFileSync(`${stage}/uploads/tmp/orphan-${name("4")}`, "file 4");
	sql(`INSERT INTO blobs (sha256, bytes, created_at) VALUES ('${name("4")}', 6, NOW(6))`);
	run(settings, "--duty", "files");
	expect(readFileSync(at("4"), "utf8"), "file 4", "back in its place");
	expect(readdirSync(`${stage}/uploads/tmp`).some((file) => file.startsWith("orphan-") && file.endsWith("4")), false, "and there alone");
	sql(`DELETE FROM blobs WHERE sha256 IN ('${name("2")}', '${name("4")}')`);
	rmSync(`${stage}/uploads/ee`, { recursive: true });
});

done();
