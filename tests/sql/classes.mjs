// classes.mjs - every column of every table is classified (sql/classes.tsv), and every table that holds something of a person
// has its row in docs/privacy.md: why, how long, what clears it.  Controls: a column that is added is found, so is one that is
// gone, and a table whose row is missing.
import { readFileSync } from "node:fs";
import { Visitor, done, expect, source, sql, test } from "../portal/portal.mjs";

const classes = new Set(["secret", "number", "person", "colleague", "none"]);
const read = (text) => text.split("\n").filter((line) => line !== "" && !line.startsWith("#")).slice(1).map((line) => line.split("\t"));
const rows = read(readFileSync(`${source}/sql/classes.tsv`, "utf8"));
const there = () => sql(`SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
	WHERE table_schema = 'yimen' AND table_type = 'BASE TABLE'`).split("\n").sort();
const documented = (text) => new Set([...text.slice(text.indexOf("## How long")).matchAll(/^\| (`[^|]+`) \|/gm)]
	.flatMap(([, cell]) => [...cell.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name)));
const privacy = readFileSync(`${source}/docs/privacy.md`, "utf8");
const periods = [...readFileSync(`${source}/rules/setting.c`, "utf8").matchAll(/"retention\.(\w+)"/g)].map(([, name]) => name);

// What of the tables and what of the list the other lacks, and what stands twice.
function differences(columns, list) {
	const said = list.flatMap(([table, , names]) => names.split(" ").map((name) => `${table}.${name}`));

	return [...columns.filter((name) => !said.includes(name)).map((name) => `${name} is not classified`),
		...said.filter((name) => !columns.includes(name)).map((name) => `${name} is not there`),
		...said.filter((name, i) => said.indexOf(name) !== i).map((name) => `${name} stands twice`)];
}

const personal = (list) => [...new Set(list.filter(([, kind]) => ["secret", "number", "person"].includes(kind)).map(([table]) => table))];
const undocumented = (list, names) => personal(list).filter((table) => !names.has(table));

await test("every column is classified once, and none that is not there", async () => {
	expect(rows.every(([, kind]) => classes.has(kind)), true, "classes");
	expect(differences(there(), rows).join("\n"), "", "differences");
});

await test("a column that is added, one that is gone and one that stands twice are found", async () => {
	const table = rows[0][0];

	expect(differences([...there(), `${table}.shoe_size`], rows).join(), `${table}.shoe_size is not classified`, "added");
	expect(differences(there(), [...rows, [table, "none", "hat_size"]]).join(), `${table}.hat_size is not there`, "gone");
	expect(differences(there(), [...rows, ["accounts", "none", "phone"]]).join(), "accounts.phone stands twice", "twice");
});

await test("every table that holds something of a person says why, how long, and what clears it; one that does not is found", async () => {
	expect(undocumented(rows, documented(privacy)).join(), "", "tables without a row");
	expect(undocumented([...rows, ["shoes", "person", "size"]], documented(privacy)).join(), "shoes", "one without a row");
	expect([...documented(privacy)].filter((name) => !rows.some(([table]) => table === name)).join(), "", "rows without a table");
});

// What the page that tells the public for how long does not tell.
const untold = (html, names) => {
	const told = [...html.slice(html.indexOf('id="keeps"'), html.indexOf('id="rights"')).matchAll(/<li>(.*?)<\/li>/gs)].map(([, line]) => line.trim()).slice(1);

	return names.filter((name, i) => !told[i]).concat(told.slice(names.length));
};

await test("the public reads of every period there is, in both languages; one without its sentence is found", async () => {
	for (const language of ["zh", "en"]) {
		const visitor = new Visitor();

		visitor.cookies.set("language", language);
		const { body } = await visitor.get("/about/privacy");

		expect(periods.length > 4, true, `periods were found (${periods.length})`);
		expect(untold(body, periods).join(), "", `untold (${language})`);
		expect(untold(body, [...periods, "shoe_days"]).join(), "shoe_days", "one without a line");
	}
});

await test("what is sealed is classified as a number, and the other way round", async () => {
	const sealed = [...readFileSync(`${source}/sql/queries/rekey.sql`, "utf8").matchAll(/^-- name: rekey_(\w+) change\n(?:--.*\n)*UPDATE (\w+)\s+SET ([^;]*?)\s+WHERE/gm)]
		.flatMap(([, , table, set]) => [...set.matchAll(/(\w+) = (?:IF\(|:|blind_)/g)].map(([, name]) => `${table}.${name}`));
	const numbers = rows.filter(([, kind]) => kind === "number").flatMap(([table, , names]) => names.split(" ").map((name) => `${table}.${name}`));

	expect(sealed.length > 20, true, `sealed columns were found (${sealed.length})`);
	expect(sealed.filter((name) => !numbers.includes(name) && name !== "case_answers.value" && !name.startsWith("rekey_progress")).join(), "", "sealed and no number");
});

done();
