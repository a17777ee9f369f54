// reach.mjs - no page reads more for there being many cases.
//
// A copy of the stage's database is given 20,000 cases more, half of them one organ's.  Then every SELECT of the programs
// that answer nginx is run as that organ's officer, or one of its applicants, would have it run, and the rows the server
// read for it are counted (Handler_read_*: they are the same whatever else the machine does).  A statement that walks the
// cases, or those of the organ, reads 10,000 or more; none may read more than MOST, but those named below, with the reason.
import { readFileSync } from "node:fs";
import { done, expect, source, sql, test } from "../portal/portal.mjs";

const CASES = 20000, MOST = 3000;
const files = ["office", "intake", "task", "pauses", "flow", "licence", "outcome", "recall", "paper", "watch", "watch_act", "public", "apply",
	"own", "stats", "admin", "admin_place", "admin_calendar", "admin_setting", "guide", "worker", "item_form", "chain", "late", "notice"];

// What may read more, and why that is right.
const allowed = {
	inbox_counts: "counts the open cases of the organ along one key: the desks' numbers",
	inbox_found: "counts to a thousand",
	calendar_due_days: "counts to a thousand, each read, kept and grouped: three reads a case",
	inbox_search: "a part of a name is looked for in the names of the organ's cases, along one key",
	register_find: "as inbox_search",
	watch_counts: "counts the cards given in the days asked for, from the key alone: as many as were given, however many cases",
	register_totals: "counts the lines of the days asked for",
	window_items: "the items a window takes in: as many as there are items, however many cases",
	catalogue_items: "the whole catalogue, once for every version of it",
	catalogue_themes: "as catalogue_items",
	guide_elements_of_form: "asked when a form is given, not for a page",
};

const database = "yimen_reach";
const read_file = (path) => {
	try {
		return readFileSync(`${source}/${path}`, "utf8");
	} catch {
		return "";
	}
};

function statements(file) {
	return read_file(`sql/queries/${file}.sql`).split(/^-- name: /m).slice(1).map((text) => {
		const [head, ...lines] = text.split("\n");
		const [name, kind] = head.split(" ");
		const accounts = lines.filter((line) => line.startsWith("--")).join(" ").match(/Accounts?: ([a-z, ]+)\./)?.[1];

		return { name: `${file}.${name}`, kind, accounts, sql: lines.filter((line) => !line.startsWith("--")).join("\n").trim() };
	}).filter(({ kind, sql, accounts }) => kind !== "change" && /^(SELECT|WITH)/.test(sql) && accounts !== "clock" && accounts !== "ctl" &&
		accounts !== "clock, ctl");
}

const organ = sql("SELECT organ_code FROM accounts WHERE login = 'shen.ruoxi'");

// What a measurement has generated there already stays behind.
const of_the_sample = { cases: " WHERE events > 0", accounts: " WHERE login NOT LIKE 'bench%'" };

function fill() {
	const tables = sql("SHOW TABLES").split("\n");

	sql(`DROP DATABASE IF EXISTS ${database}; CREATE DATABASE ${database} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
		SET SESSION sql_log_bin = 0, unique_checks = 0, sql_mode = '', max_statement_time = 0;
		${tables.map((table) => `CREATE TABLE ${database}.${table} LIKE ${table}; INSERT INTO ${database}.${table} SELECT * FROM ${table}${of_the_sample[table] ?? ""};`).join("\n")}`);
	sql(read_file("bench/generate.sql").replaceAll("@COUNT@", CASES).replaceAll("@PEOPLE@", CASES / 10).replace("USE yimen;", `USE ${database};`));
	sql(`USE ${database}; SET SESSION sql_log_bin = 0;
		UPDATE cases SET organ_code = '${organ}' WHERE events = 0 AND id % 2 = 0;
		INSERT INTO register_rows (organ_code, year, serial, direction, case_id, event, account_id, actor_kind, actor_name, at)
		SELECT organ_code, YEAR(submitted_at), 1000000 + id, 'in', id, 'submit', applicant_id, 'person', '', submitted_at FROM cases WHERE events = 0;
		ANALYZE TABLE cases, register_rows, accounts;`);
}

const words = {
	organ: `'${organ}'`, organ_code: `'${organ}'`, area: "'9901%'", like: "'%张%'", claim: "'any'", direction: "'any'", roles: "'clerk,reviewer'",
	role: "'clerk'", state: "'submitted'", state_1: "'submitted'", state_2: "'resubmitted'", item: "''", item_code: "''", states: "''", per_page: 20, skip: 0,
	reach: 20, most: 20, limited: 20, by_due: 1, all_items: 1, year: "2026", kind: "''", language: "'zh'", side: "'person'", words: "'+\"u98df u54c1\"'",
	from: "CURRENT_DATE - INTERVAL 30 DAY", since: "CURRENT_DATE - INTERVAL 30 DAY", today: "CURRENT_DATE", now: "NOW(6)", until: "CURRENT_DATE + INTERVAL 1 DAY",
	on: "CURRENT_DATE", soon: "CURRENT_DATE + INTERVAL 5 DAY", late: "CURRENT_DATE", month_on: "CURRENT_DATE",
};

function values() {
	const [id, number, applicant, version, item] = sql(`SELECT c.id, c.number, c.applicant_id, c.item_version_id, c.item_code FROM ${database}.cases c
		WHERE c.organ_code = '${organ}' AND c.events > 5 ORDER BY c.id LIMIT 1`).split("\t");
	const me = sql("SELECT id FROM accounts WHERE login = 'shen.ruoxi'");

	Object.assign(words, { id, case_id: id, number: `'${number}'`, applicant, account: applicant, me, version_id: version, item_version: version,
		code: `'${item}'`, case_bucket: "'track:x'", address_bucket: "'track_from:y'", case_since: "NOW()", address_since: "NOW()" });
}

// The rows the server reads for a statement.
function reach(statement) {
	const bare = statement.replace(/\b(?:seal|open)_[a-z]+\(([^(),]*)(?:, [^()]*)?\)/g, "$1").replace(/\bblind_[a-z]+\(:[a-z_]+\)/g, "x'00'");
	const text = bare.replace(/:([a-z_0-9]+)/g, (whole, name, at) => bare[at - 1] === "'" || /\d/.test(bare[at - 1] ?? "") ? whole : words[name] ?? "''");
	const said = sql(`USE ${database}; FLUSH STATUS; ${text.replace(/;$/, "")};
		SELECT 'reach', SUM(VARIABLE_VALUE) FROM information_schema.SESSION_STATUS WHERE VARIABLE_NAME LIKE 'Handler_read%'`);

	return Number(said.split("\n").pop().split("\t")[1]);
}

fill();
values();
for (const file of files) {
	const all = statements(file);

	if (all.length > 0)
		await test(`${file}: each statement reads its page and no more`, async () => {
			const far = [];

			for (const { name, sql: text } of all) {
				const rows = reach(text);

				if (process.env.REACH_PRINT)
					console.log(`# ${name} ${rows}`);
				if (rows > MOST && !(name.split(".")[1] in allowed))
					far.push(`${name} reads ${rows} rows`);
			}
			expect(far.join("; "), "", "statements that reach too far");
		});
}
sql(`DROP DATABASE ${database}`);
done();
