// check-record.mjs - checks a file of `yimenctl export-record` as docs/record.md says, and knows nothing of Yimen's code.
//
//   node tools/check-record.mjs FILE [POSITION:HEX …]     heads that were kept: from papers, or from heads.txt
//
// Status 0: whole, and every head given agrees.  1: it is not, and the first reason is printed.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

const [file, ...kept] = process.argv.slice(2);
const lines = readFileSync(file, "utf8").split("\n");
const first = JSON.parse(lines[0]);
const heads = new Map();
let position = 0n, head = "0".repeat(64);

function fail(why) {
	console.log(why);
	process.exit(1);
}

if (first.format !== "yimen record 1" || lines.pop() !== "")
	fail("not a whole file of a record");
for (const line of lines.slice(1)) {
	const link = JSON.parse(line);

	position += 1n;
	head = createHash("sha256").update(`head ${head} ${position} ${link.leaf}\n`).digest("hex");
	if (link.position !== String(position) || link.head !== head)
		fail(`position ${position} does not follow`);
	heads.set(String(position), head);
}
if (first.position !== String(position) || first.head !== head)
	fail(`the file ends at ${position} and promises ${first.position}`);
for (const one of kept) {
	const [at, hex] = one.toLowerCase().split(":");

	if (hex.length < 32 || !heads.get(at)?.startsWith(hex))
		fail(`${one} is not in this record`);
}
console.log(`${position} links, head ${position}:${head}`);
