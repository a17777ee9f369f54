// table.mjs - the table of docs/proof.md, made of what the last runs found (var/check/proof).
import { readFileSync, readdirSync } from "node:fs";

const dir = `${process.env.YIMEN_BUILD ?? "."}/var/check/proof`;
const number = (id) => Number(id.slice(1));
const rows = readdirSync(dir).map((name) => JSON.parse(readFileSync(`${dir}/${name}`, "utf8"))).sort((a, b) => number(a.id) - number(b.id));

console.log("| id | test | load | faults | lost | double | half | worst time |\n|---|---|---|---:|---:|---:|---:|---|");
for (const row of rows)
	console.log(`| ${row.id} | ${row.test} | ${row.load} | ${row.faults} | ${row.lost} | ${row.double} | ${row.half} | ${row.worst} |`);
