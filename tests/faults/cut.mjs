// cut.mjs - F13: an upload is cut at each hundredth of its bytes, before nginx and before the program itself.
//
// No row names a file that is not there; nothing stays in uploads/tmp; what no row names is gone after a day.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, renameSync } from "node:fs";
import net from "node:net";
import { address, build, clock, done, expect, forms_of, random_hex, signed_in, sql, stage, test } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";
import { any_item, config, patiently, pause, proof } from "./journal.mjs";

const step = Number(process.env.FAULT_STEP ?? 10);
const visitor = await signed_in("chen.guoan");
const { path, id } = await application_ready(visitor, any_item());
const list = await visitor.get(`${path}/materials`);
const material = list.body.match(new RegExp(`${path}/materials/\\d+`))[0];
const worst = { ms: 0 };

const rows = () => sql(`SELECT COUNT(*) FROM case_files WHERE case_id = ${id} AND removed_at IS NULL`);
const path_of = (sha256) => `${stage}/uploads/${sha256.slice(0, 2)}/${sha256}`;
const missing = () => sql(`SELECT sha256 FROM case_files WHERE case_id = ${id} AND removed_at IS NULL`).split("\n").filter((sha256) => !existsSync(path_of(sha256)));
const others = new Set(readdirSync(`${stage}/uploads/tmp`));	// of workers that other faults have killed; the next sweep has them
const left = () => readdirSync(`${stage}/uploads/tmp`).filter((name) => !name.startsWith("orphan") && !others.has(name));
const stored = () => readdirSync(`${stage}/uploads`).filter((name) => /^[0-9a-f]{2}$/.test(name)).flatMap((folder) => readdirSync(`${stage}/uploads/${folder}`));

sql(`DELETE FROM case_files WHERE case_id = ${id}`);		// a draft of before goes on, and a material takes so many files and no more

// One post of a file of 200 kB, as bytes.
async function upload() {
	const page = await visitor.get(material);
	const form = forms_of(page.body).find((each) => /\/materials\/\d+$/.test(each.action));
	const boundary = "----cut7MA4YWxkTrZu0gW";
	const fields = Object.entries({ ...form.fields, given: "files" }).map(([name, value]) =>
		`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join("");
	const body = Buffer.concat([Buffer.from(`${fields}--${boundary}\r\nContent-Disposition: form-data; name="files"; filename="cut.txt"\r\n` +
		"Content-Type: text/plain\r\n\r\n"), Buffer.from(`${random_hex(50000)}\n`.repeat(2)), Buffer.from(`\r\n--${boundary}--\r\n`)]);

	return { action: form.action, type: `multipart/form-data; boundary=${boundary}`, body,
		cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
}

// What the other side said before it, or we, hung up.
function spoken(to, pieces) {
	return new Promise((resolve) => {
		const socket = net.connect(to);
		let said = "";

		socket.on("data", (piece) => said += piece.toString("latin1"));
		socket.on("error", () => {}).on("close", () => resolve(said));
		socket.on("connect", () => pieces.forEach((piece, i) => socket.write(piece, () => i === pieces.length - 1 && pieces.whole !== true && socket.destroy())));
		setTimeout(() => socket.destroy(), 5000).unref();
	});
}

function http_cut(post, bytes) {
	const url = new URL(address);
	const head = `POST ${post.action} HTTP/1.1\r\nHost: ${url.host}\r\nCookie: ${post.cookie}\r\nContent-Type: ${post.type}\r\n` +
		`Content-Length: ${post.body.length}\r\nConnection: close\r\n\r\n`;

	return spoken({ host: url.hostname, port: Number(url.port) }, Object.assign([Buffer.from(head), post.body.subarray(0, bytes)], { whole: bytes === post.body.length }));
}

// ---- as nginx speaks to a program ----

function record(type, content) {
	const head = Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 255, 0, 0]);

	return Buffer.concat([head, content]);
}

const long = (n) => n < 128 ? Buffer.from([n]) : Buffer.from([0x80 | n >> 24, n >> 16 & 255, n >> 8 & 255, n & 255]);

function program_cut(post, bytes) {
	const params = { REQUEST_METHOD: "POST", REQUEST_URI: post.action, QUERY_STRING: "", CONTENT_TYPE: post.type, CONTENT_LENGTH: String(post.body.length),
		HTTP_HOST: new URL(address).host, HTTP_COOKIE: post.cookie, REMOTE_ADDR: "127.0.0.1", SERVER_PROTOCOL: "HTTP/1.1" };
	const pairs = Buffer.concat(Object.entries(params).flatMap(([name, value]) => [long(name.length), long(Buffer.byteLength(value)), Buffer.from(name), Buffer.from(value)]));
	const pieces = [record(1, Buffer.from([0, 1, 0, 0, 0, 0, 0, 0])), record(4, pairs), record(4, Buffer.alloc(0))];

	for (let at = 0; at < bytes; at += 32000)
		pieces.push(record(5, post.body.subarray(at, Math.min(bytes, at + 32000))));
	if (bytes === post.body.length)
		pieces.push(record(5, Buffer.alloc(0)));
	return spoken({ path: `${stage}/run/public.sock` }, Object.assign([Buffer.concat(pieces)], { whole: bytes === post.body.length }));
}

async function cut_everywhere(cut) {
	const before = rows();
	let cuts = 0;

	for (let per_cent = 0; per_cent < 100; per_cent += step) {
		const post = await upload();
		const began = Date.now();
		const said = await cut(post, Math.floor(post.body.length * per_cent / 100));

		cuts++;
		worst.ms = Math.max(worst.ms, Date.now() - began);
		expect(/\b(303|200) /.test(said.slice(0, 40)), false, `cut at ${per_cent} %: ${said.slice(0, 60)}`);
	}
	await patiently(async () => expect(left().join(), "", "left in uploads/tmp"), 5000);
	expect(rows(), before, "rows of files");
	expect(missing().join(), "", "rows without a file");
	return cuts;
}

let cuts = 0;

await test(`F13 an upload cut before nginx at each ${step} %: no row, no rest`, async () => {
	cuts += await cut_everywhere(http_cut);
});
await test(`F13 an upload cut before the program at each ${step} %: no row, no rest`, async () => {
	cuts += await cut_everywhere(program_cut);
});
await test("whole, both are taken", async () => {
	const before = Number(rows());

	for (const send of [http_cut, program_cut]) {
		const post = await upload();
		const said = await send(post, post.body.length);

		expect(/\b303 /.test(said.slice(0, 80)), true, said.slice(0, 200));
	}
	expect(Number(rows()), before + 2, "two files more");
	expect(missing().join(), "", "rows without a file");
});

// The program ends between storing the file and its row: an orphan.
await test("F13 a file whose row was never written is there for a day, and no longer", async () => {
	const before = stored();

	sql("DELIMITER $$\nCREATE TRIGGER refuse BEFORE INSERT ON case_files FOR EACH ROW SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no'$$\n");
	const post = await upload();
	const said = await http_cut(post, post.body.length);

	sql("DROP TRIGGER refuse");
	expect(/ 503 /.test(said.slice(0, 40)), true, said.slice(0, 80));
	const orphans = stored().filter((name) => !before.includes(name));

	expect(orphans.length, 1, "an orphan");
	const moment = clock.now();
	const files_at = (hours) => {
		// The file's age is the machine's, not the test's clock's.
		const at = new Date(Date.now() + hours * 3600000 + 8 * 3600000).toISOString().slice(0, 16).replace("T", " ");

		execFileSync(`${build}/yimen-clock`, ["--config", config, "--duty", "files", "--at", at], { stdio: "pipe" });
	};

	files_at(20);
	expect(stored().includes(orphans[0]), true, "there after twenty hours");
	files_at(26);
	expect(stored().includes(orphans[0]), false, "gone after a day");
	expect(missing().join(), "", "and no other");
	expect(clock.now(), moment, "the clock stands");
});

await test("control: a file taken away is found missing", async () => {
	const [sha256] = sql(`SELECT sha256 FROM case_files WHERE case_id = ${id} AND removed_at IS NULL LIMIT 1`).split("\n");

	renameSync(path_of(sha256), `${path_of(sha256)}.away`);
	expect(missing().includes(sha256), true, "found");
	renameSync(`${path_of(sha256)}.away`, path_of(sha256));
	expect(missing().join(), "", "put back");
});
proof("F13", { test: "an upload cut at each hundredth, before nginx and before the program", load: `${cuts + 2} uploads of 200 kB`, faults: cuts, lost: missing().length,
	double: 0, half: left().length, worst: `${worst.ms} ms` });
await pause(0);
done();
