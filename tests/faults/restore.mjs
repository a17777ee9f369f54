// restore.mjs - a backup under load, the restore from it, and the point in time between two acknowledged cases.
//
// Applicants file while the backup is made and after it; each acknowledgement is journaled.  Then a new database is
// made from the backup alone, and another from the backup and the binary logs up to a second.  What was acknowledged
// before that second is there once, with its record and its files; what came later is not.  Each restore ends in verify.
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { build, done, expect, signed_in, sql, stage, test } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";

const run = promisify(execFile);
const admin = process.env.YIMEN_ADMIN;
const dir = `${stage}/restore`;
const settings = readFileSync(`${stage}/conf/yimen.conf`, "utf8");
const logs = `${dir}/logs`;

rmSync(dir, { recursive: true, force: true });
mkdirSync(dir);

// Settings of a portal beside this one: its own database, accounts and files, the same key.
function beside(name) {
	const path = `${dir}/${name}.conf`;

	mkdirSync(`${dir}/${name}`, { recursive: true });
	sql(`DROP DATABASE IF EXISTS yimen_${name}`);
	writeFileSync(path, settings.replace(/^(\s*)database_name\s*=.*$/m, "").replace(/^(\s*)upload_dir\s*=.*$/m, "") +
		`\ndatabase_name = yimen_${name}\nupload_dir = ${dir}/${name}\n`);
	return path;
}

async function ctl(config, ...args) {
	try {
		const { stdout, stderr } = await run(`${build}/yimenctl`, ["--config", config, ...args], { maxBuffer: 1 << 24 });

		return { fine: true, said: stdout + stderr };
	} catch (error) {
		return { fine: false, said: `${error.stdout}${error.stderr}` };
	}
}
const here = (...args) => ctl(`${stage}/conf/yimen.conf`, ...args);
const seconds = (ms) => new Promise((go) => setTimeout(go, ms));
const server_now = () => sql("SELECT DATE_FORMAT(NOW(), '%Y-%m-%d %H:%i:%s')");

const item = sql(`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id JOIN item_fields f ON f.version_id = v.id
	WHERE FIND_IN_SET('1', v.audiences) AND v.online_depth = 'full' ORDER BY i.code LIMIT 1`);
const journal = [];		// of cases that were acknowledged: { number, at }
let filing = true;

async function files_cases(visitor) {
	while (filing) {
		const { path, id } = await application_ready(visitor, item);
		const answer = await visitor.fill(`${path}/check`, { declaration: "1" }, { action: "/submit" });

		if (answer.status === 303)
			journal.push({ id, number: sql(`SELECT number FROM cases WHERE id = ${id}`), at: server_now() });
	}
}

const visitors = [];

for (const login of ["lin.xiaoyu", "zhao.yuting", "chen.guoan"])	// the door lets in two at a time
	visitors.push(await signed_in(login));
const working = visitors.map(files_cases);

await seconds(1500);
const before_backup = journal.length;
const made = await here("backup", "--admin", admin, `${dir}/backup`);
const at_backup = journal.length;

await seconds(2500);
const until = server_now();		// what was acknowledged in an earlier second is before it
await seconds(2500);
filing = false;
await Promise.all(working);
sql("FLUSH BINARY LOGS");
mkdirSync(logs);		// kept elsewhere, as an operator does; what the restores write is not among them
for (const name of sql("SHOW BINARY LOGS").split("\n").map((row) => row.split("\t")[0]).slice(0, -1))
	cpSync(`${sql("SELECT @@datadir")}/${name}`, `${logs}/${name}`);

const numbers_in = (database) => new Set(sql(`SELECT number FROM ${database}.cases WHERE number IS NOT NULL`).split("\n"));
const missing = (database, wanted) => {
	const there = numbers_in(database);

	return wanted.filter(({ number }) => !there.has(number)).map(({ number }) => number).join(" ");
};

// Each case whole: its record without a gap from 1 on, every file it names stored and what its name says.
function half(database, store) {
	const gaps = sql(`SELECT COUNT(*) FROM ${database}.cases c WHERE c.number IS NOT NULL AND c.events <>
		(SELECT COUNT(*) FROM ${database}.case_events e WHERE e.case_id = c.id)`);
	const lost = sql(`SELECT DISTINCT sha256 FROM ${database}.case_files WHERE case_id IN (${journal.map(({ id }) => id)}) AND removed_at IS NULL`).split("\n").filter(Boolean).filter((sha256) => {
		const path = `${store}/${sha256.slice(0, 2)}/${sha256}`;

		return !existsSync(path) || createHash("sha256").update(readFileSync(path)).digest("hex") !== sha256;
	});

	return `${gaps} with gaps, ${lost.length} files lost`;
}

await test("a backup is made while cases are filed", async () => {
	expect(made.fine, true, made.said);
	expect(before_backup > 0 && journal.length > at_backup, true, `filed before ${before_backup}, by its end ${at_backup}, in all ${journal.length}`);
});

await test("a backup says of itself that it is whole", async () => {
	const check = await here("check-backup", `${dir}/backup`);

	expect(check.fine, true, check.said);
});

await test("the backup alone makes a new portal with everything acknowledged before it began", async () => {
	const answer = await ctl(beside("alone"), "restore", "--admin", admin, `${dir}/backup`);

	expect(answer.fine, true, answer.said);
	expect(missing("yimen_alone", journal.slice(0, before_backup)), "", "lost");
	expect(half("yimen_alone", `${dir}/alone`), "0 with gaps, 0 files lost", "half");
});

await test("control: what was acknowledged after it is not in the backup alone, and the oracle says so", async () => {
	expect(missing("yimen_alone", journal).length > 0, true, "the oracle finds them missing");
});

await test("with the binary logs everything acknowledged before a second is there, and nothing that came after it", async () => {
	const answer = await ctl(beside("until"), "restore", "--admin", admin, "--logs", logs, "--until", until, `${dir}/backup`);
	const after = journal.filter(({ at }) => at > until);
	const there = numbers_in("yimen_until");

	expect(answer.fine, true, answer.said);
	expect(after.length > 0 && journal.some(({ at }, i) => i >= at_backup && at < until), true, `there are cases on both sides of ${until}`);
	expect(missing("yimen_until", journal.filter(({ at }) => at < until)), "", "lost");
	// Filed within the second itself may be on either side.
	expect(sql(`SELECT COUNT(*) FROM yimen_until.case_events WHERE event = 'submit' AND account_id > 0 AND id > (SELECT MAX(id) FROM yimen_alone.case_events)`) !== "0", true, "the logs were read");
	expect(after.filter(({ number, at }) => there.has(number) && at > until).filter(({ id }) =>
		sql(`SELECT COUNT(*) FROM case_events WHERE case_id = ${id} AND event = 'submit'`) === "0").length, 0, "of the future");
});

await test("with all logs nothing that was acknowledged is lost, and the tables are the same", async () => {
	const answer = await ctl(beside("whole"), "restore", "--admin", admin, "--logs", logs, `${dir}/backup`);

	expect(answer.fine, true, answer.said);
	expect(missing("yimen_whole", journal), "", "lost");
	for (const table of ["cases", "case_events", "case_files", "case_materials", "papers", "register_rows"])
		expect(sql(`CHECKSUM TABLE yimen_whole.${table}`).split("\t")[1], sql(`CHECKSUM TABLE yimen.${table}`).split("\t")[1], table);
});

await test("a restore never writes over what is there", async () => {
	const answer = await ctl(`${dir}/whole.conf`, "restore", "--admin", admin, `${dir}/backup`);

	expect(answer.fine, false, answer.said);
	expect(/goes into a new one/.test(answer.said), true, answer.said);
});

await test("control: a file that is lost or changed, a dump that is cut, a manifest that is gone are each refused", async () => {
	const bent = `${dir}/bent`;
	const again = () => (rmSync(bent, { recursive: true, force: true }), cpSync(`${dir}/backup`, bent, { recursive: true }));
	const folder = readdirSync(`${dir}/backup/files`)[0];
	const file = `${bent}/files/${folder}/${readdirSync(`${dir}/backup/files/${folder}`)[0]}`;

	for (const [why, bend, sentence] of [
		["lost", () => rmSync(file), /were kept/],
		["changed", () => appendFileSync(file, "x"), /not what its name says/],
		["cut", () => truncateSync(`${bent}/database.sql.gz`, 5000), /not what the manifest says/],
		["no manifest", () => rmSync(`${bent}/backup.txt`), /backup\.txt/],
	]) {
		again();
		bend();
		const answer = await ctl(beside("bent"), "restore", "--admin", admin, bent);

		expect(answer.fine, false, `${why}: ${answer.said}`);
		expect(sentence.test(answer.said), true, `${why}: ${answer.said}`);
	}
});

await test("another key is not taken for the one the record was kept under", async () => {
	const config = beside("key");

	writeFileSync(`${dir}/key.hex`, "ab".repeat(32) + "\n", { mode: 0o600 });
	writeFileSync(config, readFileSync(config, "utf8").replace(/^(\s*)key_file\s*=.*$/m, "") + `key_file = ${dir}/key.hex\n`);
	const answer = await ctl(config, "restore", "--admin", admin, `${dir}/backup`);

	expect(answer.fine, false, answer.said);
	expect(/not the one the backup was made under/.test(answer.said), true, answer.said);
});

for (const name of ["alone", "until", "whole", "bent", "key"])
	sql(`DROP DATABASE IF EXISTS yimen_${name}`);
rmSync(dir, { recursive: true, force: true });
done();
