// wording.mjs - every wording of a paper, drawn with plain and with hostile values: the markup is the same but for the
// values, and in it a value stands escaped.  What papers/*.cs name and nobody sets would be found here as a gap.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { build, done, ok, source } from "../portal/portal.mjs";

const folder = mkdtempSync(`${tmpdir()}/yimen-wording-`);
const templates = `${source}/templates`;
const plain = "VALUE", hostile = "\"'></p><title>假</title>&amp;<sign>㐂䶮𠮷";
const escaped = hostile.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\"", "&quot;").replaceAll("'", "&#39;");
const parts = readFileSync(`${templates}/papers/parts.cs`, "utf8");
const lists = { clock: "paper.clocks", material: "paper.materials", defect: "paper.defects" };
// Codes, which choose a wording and are never anybody's to write.
const codes = { given: ["files", "lack", "promise"], name: ["promised", "statutory", "answer"], unit: ["workday", "day", "workday"] };
const fixed = { "paper.kind": "supplement", "paper.event": "accept", "paper.act.delivered_by": "window", "paper.act.pause_kind": "hearing",
	"paper.case.applicant_kind": "person", "paper.case.item_kind": "01" };

function page_of(text, value) {
	const lines = [];

	for (const name of new Set([...text.matchAll(/\bpaper(?:\.[a-z_]+)+(?!\.?\d)/g)].map(([name]) => name).filter((name) => !Object.values(lists).some((list) => list.startsWith(name)))))
		lines.push(`${name} = ${fixed[name] ?? value}`);
	for (const [row, list] of Object.entries(lists))
		for (const n of [0, 1, 2])
			for (const name of new Set([...text.matchAll(new RegExp(`\\b${row}\\.([a-z_]+(?:\\.[a-z_]+)*)`, "g"))].map(([, name]) => name)))
				lines.push(`${list}.${n}.${name} = ${row === "clock" || name === "given" ? codes[name]?.[n] ?? value : value}`);
	return lines.join("\n");
}

function drawn(name, text, value) {
	writeFileSync(`${folder}/page.hdf`, `${page_of(text, value)}\n`);
	return execFileSync(`${build}/tests/templates/render`, ["-r", templates, "-w", `${templates}/words/zh.hdf`, `papers/${name}`, `${folder}/page.hdf`],
		{ encoding: "utf8" });
}

for (const name of readdirSync(`${templates}/papers`).filter((file) => file.endsWith(".cs") && file !== "parts.cs")) {
	const text = parts + readFileSync(`${templates}/papers/${name}`, "utf8");
	const tame = drawn(name, text, plain), wild = drawn(name, text, hostile);
	const why = wild.includes("<title>假") ? "an element of a value's" : wild.replaceAll(escaped, plain) !== tame ? "another markup" :
		!tame.includes(plain) ? "no value at all" : !/<title>/.test(tame) || !/<proof>/.test(tame) ? "no title or no proof" : "";

	ok(why === "", `papers/${name} says the same whatever the values`, why);
}
rmSync(folder, { recursive: true });
done();
