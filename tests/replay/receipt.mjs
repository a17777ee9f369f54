// receipt.mjs - 1,434 real applications of a municipality, at their real times, through the whole portal.
//
// A portal of its own stands at October 2010.  Every application of YIMEN_DATA/cases/receipt.csv is submitted, accepted,
// reviewed, decided, closed and delivered over HTTP by people of this portal when the file says so (its civil times are
// taken for ours), and yimen-clock runs once every day at six in the morning.
//
//   submitted          case:startdate, or its first event if that is earlier
//   accepted           its first event, unless five working days had passed without an answer: then the clock has
//   under review       its second event, which like every later one before the decision is an opinion
//   decided            case:enddate: denied where a "stop indication" was printed, else granted; then closed and
//                      delivered by its last event, if that is later
//
// Each term of the file, in days from start to deadline, is an item with that promise.  In the end no case may be stuck,
// every card must be one that the file's own times justify, and every red one they call for must be there: the due days are
// computed here once more, by weekends alone, for no holidays of these years are announced to the portal.
//
// REPLAY_CASES=N takes only the first N applications.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

const source = resolve(process.env.YIMEN_SOURCE ?? ".");
const build = resolve(process.env.YIMEN_BUILD ?? source);
const data = process.env.YIMEN_DATA ?? `${source}/../shared/data`;
const file = `${data}/cases/receipt.csv`;

if (!existsSync(file)) {
	console.log(`1..1\nok 1 - real applications # SKIP ${file} is not there`);
	process.exit(0);
}

const dir = `${build}/var/check/replay`;
const organ = "11990100009901315A";

// ---- the file ----

// No field of this file holds a comma or a quotation mark.
const [head, ...lines] = readFileSync(file, "utf8").trim().split("\n").map((line) => line.split(","));
const column = (name) => head.indexOf(name);

// "2011-10-11 13:42:22.688000+02:00" as civil time, in milliseconds.
const moment = (text) => text === "" ? null : Date.parse(`${text.slice(0, 19).replace(" ", "T")}Z`);
const day_of = (at) => Math.floor(at / 86400000);
const written = (at) => new Date(at).toISOString().slice(0, 19).replace("T", " ");
const day_written = (day) => written(day * 86400000).slice(0, 10);

function applications() {
	const found = new Map();

	for (const line of lines) {
		const name = line[column("case:concept:name")];

		if (!found.has(name))
			found.set(name, { name, events: [], start: moment(line[column("case:startdate")]),
				end: moment(line[column("case:enddate")]), deadline: moment(line[column("case:deadline")]) });
		found.get(name).events.push({ at: moment(line[column("time:timestamp")]), what: line[column("concept:name")] });
	}
	for (const one of found.values()) {
		one.events.sort((a, b) => a.at - b.at);
		one.start = Math.min(one.start, one.events[0].at);
		one.term = day_of(one.deadline) - day_of(one.start);
		one.denied = one.events.some((event) => /stop indication/.test(event.what) && /^T20/.test(event.what));
	}
	return [...found.values()].sort((a, b) => a.start - b.start).slice(0, Number(process.env.REPLAY_CASES ?? Infinity));
}

// ---- what happens, in the order of time ----

const minute = 60000;

function acts_of(one) {
	const [first, ...later] = one.events;
	const last = one.events.at(-1).at;
	const decided = one.end === null ? Infinity : Math.max(one.end, first.at);
	const acts = [{ at: one.start, act: "submit" }, { at: first.at, act: "accept" }];
	const notes = later.filter((event) => event.at <= decided);

	if (notes.length > 0 || one.end !== null)
		acts.push({ at: notes[0]?.at ?? decided, act: "start_review" });
	notes.forEach((event) => acts.push({ at: event.at, act: "opinion", text: event.what }));
	if (one.end !== null) {
		const closed = Math.max(decided, last);

		acts.push({ at: decided, act: one.denied ? "deny" : "grant" }, { at: closed, act: "close" },
			{ at: closed + minute, act: "deliver" });
		Object.assign(one, { decided, delivered: closed + minute });
	}
	one.accepted = first.at;
	return acts.map((act, i) => ({ ...act, one, order: i }));
}

// ---- the law, once more and by another hand ----

const rests = (day) => [6, 0].includes((day + 4) % 7);		// 1970-01-01 was a Thursday
const roll = (day) => rests(day) ? roll(day + 1) : day;
const working_after = (day, n) => {
	while (n > 0)
		n -= rests(++day) ? 0 : 1;
	return day;
};

// ---- the portal ----

rmSync(dir, { recursive: true, force: true });
mkdirSync(dir, { recursive: true });
const all = applications();
const timeline = all.flatMap(acts_of).sort((a, b) => a.at - b.at || a.order - b.order);
const began = timeline[0].at, over = timeline.at(-1).at;

writeFileSync(`${dir}/now`, `${written(began - 86400000)}\n`);
Object.assign(process.env, { YIMEN_SETTINGS: `fixed_now = ${dir}/now`, YIMEN_RATES: "off", YIMEN_SAMPLE: "none", YIMEN_WORKERS: "1" });
const stage_verb = (...words) => spawnSync("sh", [`${source}/tools/stage`, ...words], { encoding: "utf8" });
const started = stage_verb("start", dir, "free");

if (started.status !== 0) {
	console.log(`Bail out! the portal did not start\n${`${started.stdout}${started.stderr}`.replace(/^/gm, "# ")}`);
	process.exit(1);
}
for (const [, name, value] of readFileSync(`${dir}/environment`, "utf8").matchAll(/^(?:export )?(YIMEN_\w+)=['"]?([^'"\n]*)/gm))
	process.env[name] = value;

const { Visitor, clock, done, expect, random_hex, sql, sql_rows, test, words_of } = await import("../portal/portal.mjs");

const yimenctl = (...words) => execFileSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, "--sql", `${source}/sql`, ...words], { encoding: "utf8" });

const item_code = (term) => `${organ}3990113${String(term).padStart(3, "0")}000`;

function item_of(term) {
	return { code: item_code(term), title: `按期办理的许可（${term}日）`, kind: "01", level: "3", organ, area: "990100",
		authority: "statutory", audiences: ["1"], handling: "2", statutory_limit: term, statutory_unit: "day",
		promised_limit: term, promised_unit: "day", visits: 0, online_depth: "full", channels: ["2"],
		conditions: "提出申请的自然人。", outcome_name: "许可决定", outcome_kind: "approval", charged: false,
		consult_phone: "0990-5550001", complaint_phone: "0990-5550002", hours: "工作日",
		brief: "提交申请，等待决定。", effective_on: "2010-01-01",
		places: [{ name: "大厅", address: "云川市", window: "1", hours: "工作日", phone: "0990-5550001" }],
		bases: [{ title: "行政许可法", article: "第四十二条" }],
		materials: [{ name: "申请书", form: "electronic", necessity: "optional", source: "applicant", originals: 1, copies: 0, basis: "行政许可法第三十一条" }] };
}

const roles = ["clerk", "reviewer", "approver"];

function furnish() {
	sql(`INSERT INTO areas (code, parent, name, level) VALUES ('990100', NULL, '云川市', 3);
		INSERT INTO organs (code, name, area_code) VALUES ('${organ}', '云川市市场监督管理局', '990100');
		INSERT INTO accounts (kind, login, name, created_at, verified_at, verified_how) VALUES ('person', 'applicant', '申请人', NOW(6), NOW(6), 'window');
		INSERT INTO account_roles SELECT id, 'applicant' FROM accounts WHERE login = 'applicant';`);
	for (const role of [...roles, "webmaster", "editor"])
		yimenctl("adduser", "--login", role, "--name", role, "--organ", organ, "--role", role);
	writeFileSync(`${dir}/items.jsonl`, [...new Set(all.map((one) => one.term))].map((term) => JSON.stringify(item_of(term))).join("\n"));
	yimenctl("import", "--publish", "--reason", "重演真实办件", `${dir}/items.jsonl`);
	// Drafts are there from the beginning; nobody waits for them.
	sql(all.map((one) => `INSERT INTO cases (item_code, item_version_id, title, organ_code, area_code, applicant_id, applicant_kind,
			applicant_name, applicant_number, contact_name, contact_phone, delivery, created_at, saved_at)
		SELECT i.code, v.id, v.title, '${organ}', '990100', a.id, 'person', a.name, '', '${one.name}', '19900000001', 'online', NOW(6), NOW(6)
		  FROM items i JOIN item_versions v ON v.id = i.published_id JOIN accounts a ON a.login = 'applicant'
		 WHERE i.code = '${item_code(one.term)}';`).join("\n"));
	for (const [id, name] of sql_rows("SELECT id, contact_name FROM cases"))
		all.find((one) => one.name === name).id = id;
}

// Somebody who stays signed in for these two years, as long as somebody attends to it.
async function lasting(login) {
	const visitor = new Visitor(login);
	const token = random_hex(32);

	sql(`INSERT INTO sessions (token_hash, account_id, stage, created_at, seen_at, expires_at)
		SELECT X'${createHash("sha256").update(Buffer.from(token, "hex")).digest("hex")}', id, 'full', '2010-01-01', '${written(began - 86400000)}', '2013-01-01'
		  FROM accounts WHERE login = '${login}'`);
	visitor.cookies.set("yimen", token);
	return visitor;
}

// ---- the acts, as the forms of the pages post them ----

const note = "重演真实办件";
const forms = {
	submit: (one) => ["applicant", `/applications/${one.id}/submit`, { declaration: "1" }],
	accept: (one) => ["clerk", `/office/cases/${one.number}/accept`, {}],
	start_review: (one) => ["reviewer", `/office/cases/${one.number}/start_review`, {}],
	opinion: (one, act) => ["reviewer", `/office/cases/${one.number}/opinion`, { verdict: "note", opinion_text: act.text }],
	grant: (one) => ["approver", `/office/cases/${one.number}/grant`, { decision_note: note }],
	deny: (one) => ["approver", `/office/cases/${one.number}/deny`, { denial_reason: note }],
	close: (one) => ["reviewer", `/office/cases/${one.number}/close`, {}],
	deliver: (one) => ["clerk", `/office/cases/${one.number}/deliver`, { delivered_by: "window", receiver: "申请人", relation: "self", identity_seen: "card" }],
};
const people = new Map();
const refused = [];

// What the clock did while nobody looked: versions, numbers, states.
function catch_up() {
	const rows = new Map(sql_rows("SELECT id, COALESCE(number, ''), version, state FROM cases").map((row) => [row[0], row]));

	for (const one of all)
		[, one.number, one.version, one.state] = rows.get(one.id);
}

async function play({ act, one, ...rest }) {
	if (act === "accept" && one.state === "accepted")
		return;					// silence had accepted it already
	const [who, path, fields] = forms[act](one, rest);
	const person = people.get(who);
	const answer = await person.visitor.post(path, { ...fields, version: one.version, token: person.token, nonce: random_hex(16) });

	if (answer.status !== 303) {
		refused.push(`${one.name} ${act} at ${written(rest.at)} in ${one.state}: ${answer.status} ${/error[\s\S]{0,300}/.exec(words_of(answer.body))?.[0] ?? words_of(answer.body).slice(0, 200)}`);
		return;
	}
	one.version++;
	one.state = { submit: "submitted", accept: "accepted", start_review: "reviewing", grant: "granted", deny: "denied", close: "closed", deliver: "delivered" }[act] ?? one.state;
	if (act === "submit")
		one.number = sql(`SELECT number FROM cases WHERE id = ${one.id}`);
}

const clock_log = openSync(`${dir}/log/clock-once.log`, "a");

function run_clock(at) {
	clock.set(written(at));
	execFileSync(`${build}/yimen-clock`, ["--config", process.env.YIMEN_CONFIG, "--once"], { stdio: ["ignore", clock_log, clock_log] });
}

// Nobody signs in fifteen thousand times: whoever is there was there a moment ago, in the years of the file too.
const attendant = spawn("mariadb", ["--no-defaults", `--socket=${process.env.YIMEN_SOCKET}`, `--user=${process.env.YIMEN_ADMIN}`,
	"--batch", "--skip-column-names", "--unbuffered", "yimen"], { stdio: ["pipe", "pipe", "inherit"] });
let attended = 0;

async function attend(at) {
	if (Math.abs(at - attended) < 20 * 60000)
		return;
	attended = at;
	attendant.stdin.write(`UPDATE sessions SET seen_at = '${written(at)}'; SELECT 1;\n`);
	await once(attendant.stdout, "data");
}

async function replay() {
	let day = day_of(began);

	await attend(began);
	for (const act of timeline) {
		let ticked = false;

		for (; day < day_of(act.at - 6 * 3600000); ticked = true)
			run_clock(++day * 86400000 + 6 * 3600000);
		await attend(act.at);
		if (ticked)
			catch_up();
		clock.set(written(act.at));
		await play(act);
	}
	run_clock((day + 1) * 86400000 + 6 * 3600000);
	catch_up();
	attendant.stdin.end();
}

// ---- what must be so in the end ----

const answer_by = (one) => working_after(day_of(one.start), 5);
// The clock comes at six: who is answered on the morning after, before that, was not silent long enough.
const silent = (one) => day_of(one.accepted - 6 * 3600000) > answer_by(one);
const promised_on = (one) => roll(day_of(silent(one) ? one.start : one.accepted) + one.term);

const cards = () => sql_rows("SELECT c.id, k.rule, k.colour, k.due_on FROM cards k JOIN cases c ON c.id = k.case_id");
// A few ended before their first event, says the file: what it did last counts.
const late_by_file = (one) => (one.decided ?? over) > one.deadline;

// ---- figures: what counts in which month, from the file alone ----

const month_of = (day) => `${day_written(day).slice(0, 7)}-01`;
const working_between = (from, to) => {
	let n = 0;

	for (let day = from + 1; day <= to; day++)
		n += rests(day) ? 0 : 1;
	return n;
};
// By nearest rank.
const rank = (numbers, percent) => [...numbers].sort((a, b) => a - b)[Math.max(1, Math.ceil(numbers.length * percent / 100)) - 1];

function figures_compared() {
	const months = new Map();
	const count = (day, what) => {
		const month = months.get(month_of(day)) ?? { received: 0, accepted: 0, done: 0, late: 0 };

		month[what]++;
		months.set(month_of(day), month);
	};
	const taken = [];

	for (const one of all) {
		const accepted_on = day_of(silent(one) ? one.start : one.accepted);

		count(day_of(one.start), "received");
		count(accepted_on, "accepted");
		if (one.decided === undefined)
			continue;
		count(day_of(one.decided), "done");
		if (day_of(one.decided) > promised_on(one))
			count(day_of(one.decided), "late");
		taken.push(working_between(accepted_on, day_of(one.decided)));
	}
	const wanted = [...months].sort().map(([month, m]) => [month, m.received, m.accepted, m.done, m.late].join(" "));
	const kept = sql_rows(`SELECT month_on, SUM(received), SUM(accepted), SUM(done), SUM(late) FROM figure_sums
		WHERE item_code = '*' AND intake_code = '*' AND organ_code = '*' GROUP BY month_on ORDER BY month_on`).map((row) => row.join(" "));
	const facts = sql_rows("SELECT taken_days FROM case_facts WHERE taken_days IS NOT NULL").map(([days]) => Number(days));

	unequal(new Set(kept), new Set(wanted));
	for (const percent of [50, 90])
		if (rank(facts, percent) !== rank(taken, percent))
			throw new Error(`the ${percent}th percentile is ${rank(facts, percent)}, not ${rank(taken, percent)}`);
	// Kept as they came, or made anew: the same.
	const before = yimenctl("figures", "dump");

	yimenctl("figures", "rebuild");
	if (yimenctl("figures", "dump") !== before)
		throw new Error("made anew the figures are others");
}

function unequal(found, wanted) {
	const missing = [...wanted].filter((each) => !found.has(each)), extra = [...found].filter((each) => !wanted.has(each));

	if (missing.length + extra.length > 0)
		throw new Error(`${missing.length} missing: ${missing.slice(0, 5)}; ${extra.length} too many: ${extra.slice(0, 5)}`);
}

try {
	furnish();
	for (const who of ["applicant", ...roles]) {
		const visitor = await lasting(who);

		people.set(who, { visitor, token: await visitor.token() });
	}
	catch_up();
	await test(`${all.length} applications, ${timeline.length} acts at their times: none is refused`, async () => {
		await replay();
		if (refused.length > 0)
			throw new Error(`${refused.length} refused:\n${refused.slice(0, 10).join("\n")}`);
	});
	await test("no case is stuck: what the file ended is delivered, what it left open is open with its officer", () => {
		const wrong = all.filter((one) => one.state !== (one.end !== null ? "delivered" : one.events.length > 1 ? "reviewing" : "accepted"));

		if (wrong.length > 0)
			throw new Error(wrong.slice(0, 10).map((one) => `${one.name} ${one.state}`).join(", "));
	});
	await test("silence of five working days has accepted, from the day of receipt, those and no others", () => {
		const deemed = new Set(sql_rows("SELECT case_id FROM case_events WHERE event = 'deem_accepted'").map(([id]) => id));

		unequal(deemed, new Set(all.filter(silent).map((one) => one.id)));
	});
	await test("the figures are those the file gives by another count", () => {
		figures_compared();
	});
	await test("every promise falls due on the day another count gives", () => {
		const due = new Map(sql_rows("SELECT id, promised_on FROM cases"));
		const wrong = all.filter((one) => due.get(one.id) !== day_written(promised_on(one)));

		if (wrong.length > 0)
			throw new Error(wrong.slice(0, 10).map((one) => `${one.name}: ${due.get(one.id)}, not ${day_written(promised_on(one))}`).join("; "));
	});
	await test("every red card of a promise is one the file justifies, and each late case has one", () => {
		const red = new Set(cards().filter(([, which, colour]) => which === "promised" && colour === "red").map(([id]) => id));
		const unjust = all.filter((one) => red.has(one.id) && !late_by_file(one));

		if (unjust.length > 0)
			throw new Error(`unjustified: ${unjust.map((one) => one.name)}`);
		unequal(red, new Set(all.filter((one) => day_of(one.decided ?? over + 86400000) > promised_on(one)).map((one) => one.id)));
	});
	await test("a red card of another clock has its reason in the file, too", () => {
		const by_id = new Map(all.map((one) => [one.id, one]));

		for (const [id, which, colour] of cards()) {
			const one = by_id.get(id);

			if (colour === "red" && which === "answer" && day_of(one.accepted) <= answer_by(one))
				throw new Error(`${one.name} was answered in time`);
			if (colour === "red" && which === "delivery" && day_of(one.delivered) <= working_after(day_of(one.decided), 10))
				throw new Error(`${one.name} was delivered in time`);
		}
	});
	await test("the record of every case holds", () => {
		const told = spawnSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, "verify"], { encoding: "utf8" });

		expect(told.status, 0, `${told.stdout}${told.stderr}`);
	});
} catch (error) {
	await test("the portal of the replay is furnished", () => { throw error; });
} finally {
	stage_verb("stop", dir);
}
done();
