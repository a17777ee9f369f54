// files.mjs - files an applicant might hand in, honest and otherwise; and how they come back.
import { readdirSync } from "node:fs";
import { done, expect, signed_in, sql, stage, test } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";

const visitor = await signed_in("zhao.yuting");
const item = sql(`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id JOIN item_fields f ON f.version_id = v.id
	WHERE FIND_IN_SET('1', v.audiences) AND v.online_depth = 'full' ORDER BY i.code LIMIT 1`);
const { path, id } = await application_ready(visitor, item);
const [material] = (await visitor.get(`${path}/materials`)).body.match(new RegExp(`${path}/materials/\\d+`));

const kept = () => sql(`SELECT COUNT(*) FROM case_files WHERE case_id = ${id} AND removed_at IS NULL`);
const pdf = "%PDF-1.4\n%%EOF\n";
const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), Buffer.from("IHDR"), Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0x90, 0x77, 0x53, 0xde])]);

async function hand_in(...files) {
	const form = await visitor.form(material, /\/materials\/\d+$/);

	return visitor.post_files(form.action, { ...form.fields, given: "files" }, files.map((file) => ({ field: "files", ...file })));
}

async function refused(file, status = 422) {
	const before = kept();
	const answer = await hand_in(file);

	expect(answer.status, status, file.name);
	expect(kept(), before, `${file.name} is not kept`);
}

const page = "<!DOCTYPE html><html><script>alert(1)</script></html>";

for (const [sentence, file, status] of [
	["a page that says it is a PDF", { name: "a.pdf", type: "application/pdf", content: page }],
	["a page by its own name", { name: "a.html", type: "text/html", content: page }],
	["a drawing with a script that says it is a picture", { name: "a.png", type: "image/png", content: '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>' }],
	["a drawing by its own name", { name: "a.svg", type: "image/svg+xml", content: '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>' }],
	["a program that says it is a text", { name: "a.txt", type: "text/plain", content: Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01"), Buffer.alloc(64)]) }],
	["a picture that says it is a PDF", { name: "a.pdf", type: "application/pdf", content: png }],
	["a PDF that says it is a program", { name: "a.exe", type: "application/pdf", content: pdf }],
	["a name without an ending", { name: "scan", type: "application/pdf", content: pdf }],
	["an empty file", { name: "a.txt", type: "text/plain", content: "" }],
	["a file over the limit", { name: "a.txt", type: "text/plain", content: Buffer.alloc(21 << 20, "a") }, 413],
])
	await test(`${sentence} is not kept`, () => refused(file, status));

await test("more files than a material has room for are told so", async () => {
	const before = kept();
	const answer = await hand_in(...Array.from({ length: 31 }, (unused, n) => ({ name: `${n}.txt`, type: "text/plain", content: `file ${n}\n` })));

	expect([413, 422].includes(answer.status), true, `status ${answer.status}`);
	expect(kept(), before, "none is kept");
});

await test("a path in a file's name is forgotten, and nothing is written beside the store", async () => {
	for (const name of ["../../../../tmp/evil.txt", "C:\\\\Windows\\\\evil.txt", "..evil.txt"]) {
		expect((await hand_in({ name, type: "text/plain", content: `of ${name}\n` })).status, 303, name);
		expect(/[/\\]|^\./.test(sql(`SELECT name FROM case_files WHERE case_id = ${id} ORDER BY id DESC LIMIT 1`)), false, name);
	}
});

await test("what was handed in comes back whole, as a download, and to its owner only", async () => {
	const content = `whole ${"√".repeat(1000)}\n`;

	expect((await hand_in({ name: "证明 <b>.txt", type: "text/html", content })).status, 303, "it is taken");
	const file = sql(`SELECT MAX(id) FROM case_files WHERE case_id = ${id}`);
	const answer = await visitor.get(`${path}/files/${file}`);

	expect(answer.status, 200, "the owner");
	expect(answer.body, content, "the bytes");
	expect(/^attachment/.test(answer.headers["content-disposition"]), true, `disposition ${answer.headers["content-disposition"]}`);
	expect(answer.headers["x-content-type-options"], "nosniff", "nosniff");
	expect(/html/.test(answer.headers["content-type"]), false, `type ${answer.headers["content-type"]}`);
	expect((await (await signed_in("chen.guoan")).get(`${path}/files/${file}`)).status, 404, "another");
});

await test("nothing is left lying about", async () => {
	expect(readdirSync(`${stage}/uploads/tmp`).length, 0, "files in uploads/tmp");
	const broken = sql("SELECT sha256 FROM blobs").split("\n").filter((sha) => !readdirSync(`${stage}/uploads/${sha.slice(0, 2)}`).includes(sha));

	expect(broken.length, 0, `rows without a file: ${broken}`);
});
done();
