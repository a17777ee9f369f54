// record.mjs - the record bent by who may write the database (I1): `yimenctl verify` finds each, and a head that was
// published finds what is whole in itself.
//
// Everything is put back after each, and the record verifies again: what was found was found for its own sake.
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { Visitor, build, done, expect, sql, stage, test } from "../portal/portal.mjs";
import { config, proof } from "../faults/journal.mjs";

const run = promisify(execFile);
const ctl = (...verb) => run(`${build}/yimenctl`, ["--config", config, ...verb], { maxBuffer: 16 << 20 })
	.then(({ stdout }) => ({ right: true, said: stdout }), (error) => ({ right: false, said: `${error.stdout}${error.stderr}` }));
const tables = ["case_events", "record_chain", "record_heads", "record_queue"];
const heads = `${stage}/heads-of-abuse.txt`;
let found = 0;

await ctl("seal");
sql("DROP DATABASE IF EXISTS yimen_abuse; CREATE DATABASE yimen_abuse");
for (const table of tables)
	sql(`CREATE TABLE yimen_abuse.${table} LIKE ${table}; INSERT INTO yimen_abuse.${table} SELECT * FROM ${table}`);
sql("CREATE TABLE yimen_abuse.cases (id BIGINT UNSIGNED PRIMARY KEY) SELECT id, events, state, last_event, course FROM cases");

// Only what differs is written: it is done nine times.
const same = { case_events: ["id", "case_id", "position", "at", "reason", "mac"], record_chain: ["position", "event_id", "leaf", "head"],
	record_heads: ["day_on", "position", "head"], record_queue: ["event_id"] };

const put_back = () => {
	for (const [table, columns] of Object.entries(same))
		sql(`DELETE t FROM ${table} t LEFT JOIN yimen_abuse.${table} k ON ${columns.map((name) => `k.${name} <=> t.${name}`).join(" AND ")} WHERE k.${columns[0]} IS NULL;
			INSERT INTO ${table} SELECT k.* FROM yimen_abuse.${table} k LEFT JOIN ${table} t ON t.${columns[0]} = k.${columns[0]} WHERE t.${columns[0]} IS NULL`);
	sql(`UPDATE cases c JOIN yimen_abuse.cases k ON k.id = c.id SET c.events = k.events, c.state = k.state, c.last_event = k.last_event, c.course = k.course
		WHERE NOT (c.events <=> k.events AND c.state <=> k.state AND c.last_event <=> k.last_event AND c.course <=> k.course)`);
};

// What everybody may keep elsewhere: the published heads, and the head as it stands on the page.
const page = await new Visitor().get("/open/record/heads.txt");
const latest = sql("SELECT CONCAT(position, ':', LOWER(HEX(head))) FROM record_chain ORDER BY position DESC LIMIT 1");

writeFileSync(heads, `${page.body}\n${latest}\n`);

const [event, middle, two, three] = sql(`SELECT e.id FROM case_events e JOIN cases c ON c.id = e.case_id WHERE e.position > 1 AND e.position < c.events ORDER BY e.id DESC LIMIT 40`).split("\n");
const whole_case = sql("SELECT id FROM cases WHERE events > 3 ORDER BY id DESC LIMIT 1");
const last_links = Number(sql("SELECT MAX(position) FROM record_chain"));
const shown = `UPDATE cases c SET events = (SELECT COUNT(*) FROM case_events WHERE case_id = c.id), last_event = COALESCE((SELECT MAX(id) FROM case_events WHERE case_id = c.id), 0),
	state = COALESCE((SELECT state_after FROM case_events WHERE case_id = c.id ORDER BY position DESC LIMIT 1), state),
	course = COALESCE((SELECT GROUP_CONCAT(CONCAT_WS(' ', at, event, actor_kind), '\\n' ORDER BY position SEPARATOR '') FROM case_events WHERE case_id = c.id), '')
	WHERE EXISTS (SELECT 1 FROM yimen_abuse.case_events k WHERE k.case_id = c.id)`;
const cut_to = (position) => `DELETE FROM case_events WHERE id IN (SELECT event_id FROM record_chain WHERE position > ${position});
	DELETE FROM record_chain WHERE position > ${position}; DELETE FROM record_heads WHERE position > ${position}; ${shown}`;

const bent = [
	["edited: the reason of an act", `UPDATE case_events SET reason = CONCAT(reason, '。') WHERE id = ${event}`, "altered"],
	["edited: the moment of an act", `UPDATE case_events SET at = at - INTERVAL 1 DAY WHERE id = ${event}`, "altered"],
	["deleted: an act in the middle", `DELETE FROM case_events WHERE id = ${middle}`, "missing|gone"],
	["deleted: a whole case's record", `DELETE FROM case_events WHERE case_id = ${whole_case}; UPDATE cases SET events = 0, last_event = 0, course = '' WHERE id = ${whole_case}`, "gone"],
	["reordered: two acts", `UPDATE case_events SET id = 4000000000 WHERE id = ${two}; UPDATE case_events SET id = ${two} WHERE id = ${three}; UPDATE case_events SET id = ${three} WHERE id = 4000000000`, "leaf|altered"],
	["reordered: two links of the chain", `UPDATE record_chain SET position = 4000000000 WHERE position = ${last_links}; UPDATE record_chain SET position = ${last_links} WHERE position = ${last_links - 1};
		UPDATE record_chain SET position = ${last_links - 1} WHERE position = 4000000000`, "link"],
	["inserted: an act past the programs", `INSERT INTO case_events SELECT 4000000000, e.case_id, (SELECT events + 1 FROM cases c WHERE c.id = e.case_id), ${sql("SELECT GROUP_CONCAT(CONCAT('e.', column_name) ORDER BY ordinal_position) FROM information_schema.columns WHERE table_schema = 'yimen' AND table_name = 'case_events' AND ordinal_position > 3")}
		FROM case_events e WHERE e.id = ${event}; UPDATE cases c JOIN case_events e ON e.case_id = c.id AND e.id = ${event} SET c.events = c.events + 1`, "altered|unsealed"],
	["truncated: the end of the chain cut off, acts, counts and heads put right", cut_to(last_links - 3), "short|kept", true],
	["rolled back: everything as it was at an earlier head", cut_to(Math.floor(last_links / 2)), "short|kept", true],
];

await test("I1 before: the record verifies, by itself and by the heads kept elsewhere", async () => {
	expect((await ctl("verify")).said.includes(" 0 faults"), true, "by itself");
	const answer = await ctl("verify", "--heads", heads);

	expect(answer.right, true, answer.said.slice(-500));
});

for (const [what, statement, fault, by_head] of bent)
	await test(`I1 ${what}: found${by_head ? " by the published head" : ""}`, async () => {
		try {
			sql(`SET SESSION group_concat_max_len = 1000000, foreign_key_checks = 0; ${statement}`);
			const answer = await ctl("verify", ...by_head ? ["--heads", heads] : []);

			expect(answer.right, false, answer.said.slice(-600));
			expect(new RegExp(`\\b(${fault})\\b`).test(answer.said), true, `it names ${fault}: ${answer.said.slice(-600)}`);
			found++;
		} finally {
			put_back();
		}
	});

await test("I1 control: put back, nothing is found, by the same heads", async () => {
	const answer = await ctl("verify", "--heads", heads);

	expect(answer.right, true, answer.said.slice(-600));
});

proof("I1", { test: "the record edited, deleted, reordered, inserted, truncated, rolled back", load: `${sql("SELECT COUNT(*) FROM case_events")} acts`, faults: `${bent.length} ways, ${found} found`, lost: 0, double: 0, half: 0, worst: "–" });
sql("DROP DATABASE yimen_abuse");
done();
