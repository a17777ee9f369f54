// requests.mjs - requests that no browser sends (B3): broken text, heads too long, paths that climb, requests within
// requests, methods overridden.
//
// Each is answered in the 400 class or its line is cut, leaves one line in nginx's log and at most one in a program's,
// no error, and stores nothing: the sum of all tables and all files is as before.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import net from "node:net";
import { address, done, expect, signed_in, sql, stage, test } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";
import { any_item, proof } from "../faults/journal.mjs";
import { pause } from "./flood.mjs";

const here = new URL(address);
const programs = ["public", "office", "publish", "signin", "papers", "watch", "admin"].filter((name) => existsSync(`${stage}/log/${name}.log`));
const log_of = (name) => readFileSync(`${stage}/log/${name}.log`, "latin1");
const lines_in = (text, pattern) => text.split("\n").filter((line) => pattern.test(line)).length;

// Counts of what is stored: whoever only asks leaves it as it is.  Sessions rest and tries are counted by design.
const tables = sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'yimen' AND table_type = 'BASE TABLE' AND table_name NOT IN ('sessions', 'throttles', 'clock_duties') AND table_name NOT LIKE 'figure%' AND table_name NOT LIKE 'case_facts%'").split("\n");
const stored = () => `${sql(tables.map((name) => `SELECT CONCAT('${name} ', COUNT(*)) FROM ${name}`).join(" UNION ALL "))} files ${readdirSync(`${stage}/uploads`).length} ${readdirSync(`${stage}/uploads/tmp`).length}`;

// Sends these bytes, waits for what comes; resolves to { status, answers, all }.
const raw = (bytes, patience = 3000) => new Promise((resolve) => {
	const socket = net.connect(Number(here.port), here.hostname);
	let all = "", timer = null;
	const end = () => {
		clearTimeout(timer);
		socket.destroy();
		resolve({ status: Number(/^HTTP\/1\.[01] (\d+)/.exec(all)?.[1] ?? 0), answers: lines_in(all, /^HTTP\/1\.[01] \d/), all });
	};

	timer = setTimeout(end, patience);
	socket.on("data", (piece) => {
		all += piece.toString("latin1");
		clearTimeout(timer);
		timer = setTimeout(end, 100);		/* a second answer would come at once */
	});
	for (const event of ["error", "close"])
		socket.on(event, end);
	socket.write(Buffer.from(bytes, "latin1"));
});

const visitor = await signed_in("lin.xiaoyu");
const cookie = [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
const { path } = await application_ready(visitor, any_item());
const section = /\/applications\/\d+\/form\/\d+/.exec((await visitor.get(path)).body)[0];
const form = await visitor.form(section, /\/form\/\d+/);
const token = form.fields.token;
const field = form.controls.find((control) => control.tag === "textarea" || control.type === "text").name;

const head = (...lines) => `${lines.join("\r\n")}\r\n\r\n`;
const get = (target, ...more) => head(`GET ${target} HTTP/1.1`, `Host: ${here.host}`, ...more);
const post = (target, body, ...more) => head(`POST ${target} HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Content-Type: application/x-www-form-urlencoded", `Content-Length: ${body.length}`, ...more) + body;
const nonce = () => Array.from({ length: 32 }, () => "0123456789abcdef"[Math.floor(Math.random() * 16)]).join("");
const saving = (value) => `token=${token}&nonce=${nonce()}&${field}=${value}`;
const multipart = (body) => head(`POST ${path}/materials/1 HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Content-Type: multipart/form-data; boundary=b", `Content-Length: ${body.length}`) + body;

// [ what, bytes, more ]: the status is in the 400 class (cut: the line may be cut instead; ok: it is harmless and may go well).
const bad = [
	["broken UTF-8 in a path", get("/items/%ff%fe")],
	["overlong UTF-8 in a path (a slash in three bytes)", get("/items/%e0%80%af")],
	["a surrogate in a path", get("/items/%ed%a0%80")],
	["raw bytes in a path", get("/items/\xff\xfe\xc0")],
	["a NUL in a path", get("/items/%00")],
	["a NUL as it is", get("/items/\0"), { cut: true }],
	["half an escape", get("/items/%f")],
	["broken UTF-8 in a query", get("/items?q=%c3%28")],
	["overlong UTF-8 in a query", get("/items?q=%c0%af")],
	["a surrogate in a query", get("/items?q=%ed%b0%80")],
	["beyond Unicode in a query", get("/items?q=%f5%80%80%80")],
	["a NUL in a query", get("/items?q=a%00b")],
	["broken UTF-8 in a form", post(section, saving("%c3%28"))],
	["a NUL in a form", post(section, saving("%00"))],
	["a turn of direction in a form", post(section, saving("%e2%80%ae"))],
	["broken UTF-8 in a part", multipart("--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n\xff\xfe\r\n--b--\r\n")],
	["a part without an end", multipart("--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nabc")],
	["a head of 9 KB", get("/", `X-Long: ${"a".repeat(9000)}`)],
	["a path of 9 KB", get(`/${"a".repeat(9000)}`)],
	["heads of 40 KB together", get("/", ...Array.from({ length: 10 }, (unused, n) => `X-${n}: ${"a".repeat(4000)}`))],
	["a query longer than any of ours", get(`/items?q=${"a".repeat(5000)}`)],
	["ten thousand fields", post(section, `${saving("x")}&${Array.from({ length: 10000 }, (unused, n) => `f${n}=1`).join("&")}`)],
	["ten thousand fields in a query", get(`/items?${Array.from({ length: 2000 }, () => "a").join("&")}`)],
	["a form larger than allowed", post(section, saving("x".repeat(300000)))],
	["a path that climbs", get("/static/../../conf/yimen.conf")],
	["a path that climbs, encoded", get("/static/%2e%2e/%2e%2e/conf/yimen.conf")],
	["a path that climbs, encoded twice", get("/static/%252e%252e/%252e%252e/conf/key")],
	["a path that climbs, with backslashes", get("/static/..\\..\\conf\\key")],
	["a path that climbs into the store", get("/files/../conf/key")],
	["two lengths", head(`POST ${section} HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 5", "Content-Length: 60") + "a=1&bGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"],
	["a length and chunks", head(`POST ${section} HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Content-Type: application/x-www-form-urlencoded", "Content-Length: 6", "Transfer-Encoding: chunked") + "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n"],
	["an encoding that is none", head(`POST ${section} HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Transfer-Encoding: xchunked", "Content-Length: 3") + "a=1", { may: [501] }],
	["a blank before the colon", head(`POST ${section} HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Transfer-Encoding : chunked", "Content-Length: 3", "Content-Type: application/x-www-form-urlencoded") + "a=1"],
	["a head folded over two lines", head(`POST ${section} HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Transfer-Encoding:", " chunked", "Content-Type: application/x-www-form-urlencoded") + "0\r\n\r\n", { may: [501] }],
	["chunks that are none", head(`POST ${section} HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Content-Type: application/x-www-form-urlencoded", "Transfer-Encoding: chunked") + "zz\r\na=1\r\n0\r\n\r\n"],
	["a length below zero", head(`POST ${section} HTTP/1.1`, `Host: ${here.host}`, "Content-Length: -1")],
	["two hosts", head("GET / HTTP/1.1", `Host: ${here.host}`, "Host: elsewhere.example")],
	["no host", head("GET / HTTP/1.1")],
	["another host in the address", head(`GET http://elsewhere.example/ HTTP/1.1`, `Host: ${here.host}`)],
	["a method of its own", head(`BREW / HTTP/1.1`, `Host: ${here.host}`)],
	["TRACE", head(`TRACE / HTTP/1.1`, `Host: ${here.host}`)],
	["CONNECT", head(`CONNECT elsewhere.example:443 HTTP/1.1`, `Host: ${here.host}`)],
	["DELETE", head(`DELETE ${path} HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`)],
	["PUT", head(`PUT ${section} HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Content-Length: 3") + "a=1"],
	["a version that is none", `GET / HTTP/7.0\r\nHost: ${here.host}\r\n\r\n`, { may: [505] }],
	["a post that says it is a get, in a head", post(`${path}/delete`, `token=${"0".repeat(32)}`, "X-HTTP-Method-Override: GET")],
	["a get that says it is a post, in a head", get(`${path}/submit`, `Cookie: ${cookie}`, "X-HTTP-Method-Override: POST")],
	["a get that says it is a post, in a field", get(`${path}/submit?_method=POST&declaration=1&token=${token}&nonce=${nonce()}`, `Cookie: ${cookie}`)],
	["a form as JSON", head(`POST /my/account HTTP/1.1`, `Host: ${here.host}`, `Cookie: ${cookie}`, "Content-Type: application/json", "Content-Length: 2") + "{}"],
	["a form whose nonce is none", post(section, `token=${token}&nonce=zz&${field}=smuggled`)],
];

const names = { counted: 0, wrong: [] };

await test(`B3 ${bad.length} requests no browser sends: 400 class, one line, nothing stored`, async () => {
	const before = stored();

	for (const [what, bytes, { cut = false, may = [] } = {}] of bad) {
		const was = { access: log_of("access"), programs: programs.map(log_of) };
		const answer = await raw(bytes);

		await pause(20);
		const access = lines_in(log_of("access").slice(was.access.length), /./);
		const said = programs.map((name, n) => log_of(name).slice(was.programs[n].length)).join("");
		const fine = (answer.status >= 400 && answer.status < 500) || may.includes(answer.status) || (cut && answer.status === 0);

		names.counted++;
		if (!fine || answer.answers > 1 || access !== 1 || lines_in(said, /event=request /) > 1 || /level=(error|fatal)|event=child_died/.test(said) || /smuggled/.test(said + log_of("access").slice(was.access.length)))
			names.wrong.push(`${what}: ${answer.status}, ${answer.answers} answers, ${access} lines of nginx, ${lines_in(said, /event=request /)} of a program${/level=error/.test(said) ? ", an error" : ""}`);
	}
	const after = stored();

	if (after !== before)
		names.wrong.push(`stored: ${after.split("\n").filter((line) => !before.includes(line)).join(", ")}`);
	expect(names.wrong.length, 0, names.wrong.join("\n"));
});

await test("B3 control: a request behind an honest one is seen, an honest form is stored", async () => {
	const was = log_of("access"), before = stored();
	const answer = await raw(`${get("/")}${get("/smuggled")}`);

	await pause(50);
	expect(answer.answers, 2, "answers");
	expect(/smuggled/.test(log_of("access").slice(was.length)), true, "the second is seen in the log");
	const saved = await visitor.fill(`${path}/delivery`, { contact_phone: `139${String(Math.floor(Math.random() * 1e8)).padStart(8, "0")}` }, { action: "/delivery" });

	expect(saved.status, 303, "an honest form");
	expect(stored() === before, false, "and what it stored is seen");
});

proof("B3", { test: "requests no browser sends", load: `${names.counted} requests`, faults: `${names.wrong.length} wrong`, lost: 0, double: 0, half: 0, worst: "–" });
done();
