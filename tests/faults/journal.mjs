// journal.mjs - the oracle of the faults: applicants file without end, note what was acknowledged, and never give up.
//
// A submission that got no answer, or 503, is posted again with the same nonce, as a patient browser would, until it is
// acknowledged.  Afterwards every acknowledged case is there exactly once and whole: its record without a gap, its
// receipt, its line in the register, its answers, its files as their names say; what was not acknowledged is whole or
// still a draft; the record verifies.
import { execFile, execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { application_ready } from "../portal/apply.mjs";
import { build, clock, signed_in, source, sql, stage, words_of } from "../portal/portal.mjs";

const run = promisify(execFile);

export const config = `${stage}/conf/yimen.conf`;
// How long a test may take: a few seconds in check, what FAULT_SECONDS says in `make faults`; 0 is all there is.
export const seconds = (quick) => Number(process.env.FAULT_SECONDS ?? quick);
export const pause = (ms) => new Promise((go) => setTimeout(go, ms));
export const pid_of = (name) => Number(readFileSync(`${stage}/run/${name}.pid`, "utf8"));
// Those that answer nginx, as they run.
export const programs = () => readdirSync(`${stage}/run`).filter((name) => name.endsWith(".pid")).map((name) => name.slice(0, -4))
	.filter((name) => !["clock", "mariadb", "mariadb-own", "nginx"].includes(name));
export const children_of = (pid) => spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)]).stdout.toString().trim().split(/\s+/).filter(Boolean).map(Number);
export const stage_do = (verb) => run("sh", [`${source}/tools/stage`, verb, stage], { env: { ...process.env, YIMEN_SAMPLE: "none" } });
export const any_item = () => sql(`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id JOIN item_fields f ON f.version_id = v.id
	WHERE FIND_IN_SET('1', v.audiences) AND v.online_depth = 'full' ORDER BY i.code LIMIT 1`);

// Tries until it goes well; what goes wrong in between is what the fault is for.
export async function patiently(act, patience = 60000) {
	const end = Date.now() + patience;

	for (;;) {
		try {
			return await act();
		} catch (error) {
			if (Date.now() > end)
				throw error;
			await pause(50 + Math.random() * 100);
		}
	}
}

// An answer that is none, or "try again" (429, 503), is asked for again.
const must_be = (answer, ...statuses) => {
	if (!statuses.includes(answer.status))
		throw new Error(`${answer.path}: ${answer.status}`);
	return answer;
};

export class Journal {
	constructor(item = any_item()) {
		this.item = item;
		this.filed = [];		// { id, number, tries, took }
		this.odd = [];			// answers that are neither a page, nor on, nor 503
		this.going = true;
		this.broken = false;
		this.drivers = [];
	}

	async start(logins) {
		for (const login of logins) {		// the door lets in two at a time
			const visitor = await signed_in(login);

			this.begin(this.drive(visitor));
		}
	}

	begin(driver) {
		this.drivers.push(driver);
		driver.catch(() => this.broken = true);		// why is told by stop()
	}

	// Applications that lie ready, for who wants thousands: each is looked through and submitted by one of so many sessions.
	async start_ready(count, sessions = 6) {
		const at = sql("SELECT NOW(6)");
		const made = execFileSync("mariadb", ["--no-defaults", `--socket=${process.env.YIMEN_SOCKET}`, `--user=${process.env.YIMEN_ADMIN}`, "--batch", "--skip-column-names"],
			{ input: readFileSync(`${source}/bench/drafts.sql`, "utf8").replace("sql_log_bin = 0, ", "").replaceAll("@COUNT@", count)
				.replace("SET @at = NOW(6);", `SET @at = '${at}';`), encoding: "utf8", maxBuffer: 1 << 26 });
		const drafts = made.trim().split("\n").map((line) => line.split("\t")[0]);
		const next = () => drafts.length === 0 ? null : ((id) => ({ id, path: `/applications/${id}` }))(drafts.pop());

		for (let i = 0; i < sessions; i++) {
			const visitor = await signed_in("lin.xiaoyu");

			this.begin(this.drive(visitor, async () => next()));
		}
	}

	async drive(visitor, make_ready = () => application_ready(visitor, this.item)) {
		while (this.going) {
			const ready = await patiently(make_ready);

			if (ready === null)
				return;
			const form = await patiently(() => visitor.form(`${ready.path}/check`, "/submit"), 20000).catch(async (error) => {
				throw new Error(`${error.message}: ${words_of((await visitor.get(`${ready.path}/check`)).body).slice(0, 1500)}`);
			});
			const began = Date.now();
			let tries = 0;

			await patiently(async () => {
				tries++;
				const answer = await visitor.post(form.action, { ...form.fields, declaration: "1" });

				if (![303, 429, 502, 503, 504].includes(answer.status))
					this.odd.push(`${answer.path}: ${answer.status}`);
				return must_be(answer, 303);
			});
			const receipt = await patiently(async () => must_be(await visitor.get(`${ready.path}/receipt`), 200));
			const number = /\b\d{6}-?\d{6}-?\d{6}[0-9A-Z]\b/.exec(receipt.body)?.[0].replaceAll("-", "") ?? "";

			this.filed.push({ id: ready.id, number, tries, took: Date.now() - began });
		}
	}

	async stop() {
		this.going = false;
		await Promise.all(this.drivers);
	}

	// { lost, doubled, half, odd, verify }: what is wrong, each "" or a sentence.
	async judge() {
		const ids = this.filed.map(({ id }) => id);
		const one = (statement) => sql(statement).split("\n").filter(Boolean);
		const there = new Map(one(`SELECT id, number FROM cases WHERE id IN (${ids.join() || 0}) AND state <> 'draft'`).map((row) => row.split("\t")));
		const lost = this.filed.filter(({ id, number }) => there.get(id) !== number).map(({ id, number }) => `${id} ${number}`);
		const ours = `case_id IN (${ids.join() || 0})`;
		const doubled = one(`SELECT case_id FROM case_events WHERE event = 'submit' AND ${ours} GROUP BY case_id HAVING COUNT(*) > 1`)
			.concat(one(`SELECT case_id FROM register_rows WHERE event = 'submit' AND ${ours} GROUP BY case_id HAVING COUNT(*) > 1`));
		const half = one(`SELECT CONCAT(c.id, ' events') FROM cases c WHERE c.events <> (SELECT COUNT(*) FROM case_events e WHERE e.case_id = c.id)`)
			.concat(one(`SELECT CONCAT(c.id, ' paper') FROM cases c WHERE c.id IN (${ids.join() || 0}) AND NOT EXISTS (SELECT 1 FROM papers p WHERE p.case_id = c.id)`))
			.concat(one(`SELECT CONCAT(c.id, ' register') FROM cases c WHERE c.id IN (${ids.join() || 0})
				AND NOT EXISTS (SELECT 1 FROM register_rows r WHERE r.case_id = c.id AND r.event = 'submit')`))
			.concat(one(`SELECT CONCAT(c.id, ' answers') FROM cases c WHERE c.id IN (${ids.join() || 0}) AND NOT EXISTS (SELECT 1 FROM case_answers a WHERE a.case_id = c.id)`))
			.concat(one(`SELECT CONCAT(c.id, ' draft with a number') FROM cases c WHERE c.state = 'draft' AND c.number IS NOT NULL AND c.events = 0`))
			.concat(one(`SELECT DISTINCT f.sha256 FROM case_files f WHERE f.case_id IN (${ids.join() || 0}) AND f.removed_at IS NULL`).filter((sha256) => {
				const path = `${stage}/uploads/${sha256.slice(0, 2)}/${sha256}`;

				return !existsSync(path) || createHash("sha256").update(readFileSync(path)).digest("hex") !== sha256;
			}).map((sha256) => `${sha256} file`));
		const ctl = (verb) => run(`${build}/yimenctl`, ["--config", config, verb]).then(() => "", (error) => `${error.stdout}${error.stderr}`.slice(0, 500));
		const verify = await ctl("seal") + await ctl("verify");

		return { lost: lost.join(", "), doubled: doubled.join(), half: half.join(", "), odd: [...new Set(this.odd)].join(", "), verify };
	}

	worst() {
		return Math.max(0, ...this.filed.map(({ took }) => took));
	}
}

// A row of the table of docs/proof.md, kept until `make proof` puts them together.
export function proof(id, row) {
	const dir = `${build}/var/check/proof`;

	mkdirSync(dir, { recursive: true });
	writeFileSync(`${dir}/${id}.json`, JSON.stringify({ id, at: new Date(clock.stands?.() ? Date.now() : clock.now()).toISOString().slice(0, 16), ...row }) + "\n");
}
