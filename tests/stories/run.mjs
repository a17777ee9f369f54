// run.mjs - tells the stories of tests/stories/*.story to a real portal.
//
//   story "two officers accept the same case"        what follows belongs to it; each story is one test
//   given  a case                                    a filed case of the sample: {case} is its number
//   given  a case of ITEM
//   given  a colleague wang                          one more clerk of the organ that has the case, to be named in `as`
//   given  an application ready to submit            by whoever is there: {application} is its address, {id} its id
//   given  an application ready to submit of ITEM
//   given  its number and code                       of that application: {number} and {code}
//   today  2026-11-24                                nine o'clock of a day; later on the same day nothing changes
//   pass   9 minutes                                 or seconds, hours, days
//   pass   2 working days                            nine o'clock of the second working day from now
//   day    due 5                                     {due} is the fifth working day from now (0: today)
//   as     clerk                                     whose browser it is from here on: an alias below, or a login
//   as     clerk anew                                the same person, signed in once more
//   open   /path                                     a page, whose forms stay open in this browser
//   press  accept reason="no" sees 303               posts the open form whose address ends so, fields filled in
//   again  sees 303                                  posts the very same once more
//   get    /path                                     a page, nothing kept
//   post   /path name=value                          no form needed: the right token and a fresh nonce are added;
//                                                    token= and nonce= may be given, "name=" alone is empty,
//                                                    "Name: value" is a header
//   upload /path name=value                          the same with a small file in the field "files"
//   clock  runs                                      yimen-clock does all that is due
//   clock  fails                                     … and says that something of it could not be done
//   send   PUT /path "Header: value" <body           as it stands; <xN is a body of N letters
//   rows   cases accounts                            remembers how many rows these tables have …
//   same   rows                                      … and that there are as many now
//   sql    "SELECT …" is "value"                     what the database says; for what no page shows
//   ctl    recompute                                 a verb of yimenctl; what it prints is seen (ctl fails …: and it fails)
//   bank   NAME "text" 9 times                       a file of payments, as a bank puts it into its folder
//   database stops | database hangs | database comes back
//   wait   5 seconds until /path sees 200            asks again until it does
//
// Every step that asks may end in: sees STATUS "words" …  /address  and: hides "words" … ; words are looked for in the
// page's text and, failing that, in its source.  {name} is a value ({fresh} a new nonce, {long} 100,000 letters,
// {many} 500 fields); `let name = "…" /pattern/` takes one from the last answer.
import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { Visitor, build, clock, done, random_hex, signed_in, source, sql, stage, test, words_of } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";

const people = {
	applicant: "lin.xiaoyu", other: "chen.guoan", firm: "yunchuan.shanwei", clerk: "shen.ruoxi", reviewer: "gu.changqing",
	approver: "luo.qiming", leader: "qin.wangshan", head_elsewhere: "fu.tianyou", stranger: "tang.xiaoman", webmaster: "yang.fan", editor: "ke.wen",
	system: "ouyang.ming", security: "situ.an", auditor: "shan.mingcha",
};
const usual_organ = "11990100009901315A";
const usual_item = `${usual_organ}3990113101000`;

// ---- reading ----

// Words of a line; "quoted ones" keep their blanks, a # at the beginning of a word begins a comment.
function words_in(line) {
	const words = [];

	for (const [word] of line.matchAll(/(?:[^\s"]|"(?:[^"\\]|\\.)*")+/g)) {
		if (word.startsWith("#"))
			break;
		words.push(word);
	}
	return words;
}

// "a b" without its quotes, \" and \n and \xNN and \u{…} within; {name} filled in.
function plain(word, values) {
	return word.replace(/"((?:[^"\\]|\\.)*)"/g, (whole, inner) => inner.replace(/\\u\{([0-9a-f]+)\}|\\(.)/gi, (all, point, letter) =>
		point !== undefined ? String.fromCodePoint(parseInt(point, 16)) : { n: "\n", t: "\t" }[letter] ?? letter))
		.replace(/\{([a-z_]+)\}/g, (whole, name) => name === "fresh" ? random_hex(16) : values[name] ?? whole);
}

function stories_of(file) {
	const stories = [];

	readFileSync(file, "utf8").split("\n").forEach((line, i) => {
		const words = words_in(line);

		if (words.length === 0)
			return;
		if (words[0] === "story")
			stories.push({ name: plain(words[1], {}), steps: [] });
		else
			stories.at(-1).steps.push({ words, where: `${file.split("/").at(-1)}:${i + 1}`, line: line.trim() });
	});
	return stories;
}

// ---- telling ----

// The n-th working day after today, by the calendar in force: counted here, not by the portal.
function workday(n) {
	const exceptions = new Map(sql("SELECT day_on, works FROM calendar_days WHERE calendar = (SELECT MAX(version) FROM calendars)")
		.split("\n").map((line) => line.split("\t")));
	const at = new Date(`${clock.today()}T00:00:00Z`);
	const iso = () => at.toISOString().slice(0, 10);

	for (let left = n; left > 0;) {
		at.setUTCDate(at.getUTCDate() + 1);
		if (exceptions.has(iso()) ? exceptions.get(iso()) === "1" : at.getUTCDay() % 6 !== 0)
			left--;
	}
	return iso();
}

const seconds_of = { second: 1, minute: 60, hour: 3600, day: 86400 };

// Splits a step's words at `sees` and `hides`.
function parts_of(words, values) {
	const parts = { asked: [], sees: [], hides: [] };
	let into = parts.asked;

	for (const word of words) {
		if (word === "sees" || word === "hides")
			into = parts[word];
		else
			into.push(plain(word, values));
	}
	return parts;
}

function judge(answer, parts) {
	const text = words_of(answer.body);

	for (const wanted of parts.sees) {
		if (/^\d{3}$/.test(wanted)) {
			if (answer.status !== Number(wanted))
				throw new Error(`sees ${answer.status} ${answer.location}: ${text.slice(0, 300)}`);
		} else if (wanted.startsWith("/")) {
			if (!answer.location.startsWith(wanted))
				throw new Error(`is sent to ${answer.location}`);
		} else if (!text.includes(wanted) && !answer.body.includes(wanted))
			throw new Error(`does not see "${wanted}" but: ${text.slice(0, 600)}`);
	}
	for (const unwanted of parts.hides)
		if (text.includes(unwanted) || answer.body.includes(unwanted))
			throw new Error(`sees "${unwanted}"`);
}

const is_header = (word) => /^[A-Z][A-Za-z-]+: /.test(word);
const headers_of = (words) => Object.fromEntries(words.filter(is_header).map((word) => word.split(/: (.*)/s).slice(0, 2)));
const pairs_of = (words) => words.filter((word) => !is_header(word)).map((word) => {
	const at = word.indexOf("=");

	return [word.slice(0, at), word.slice(at + 1)];
});

function count(tables) {
	return tables.map((table) => `${table} ${sql(`SELECT COUNT(*) FROM ${table}`)}`).join(", ");
}

// What a verb prints; `fails` before it: and it must end with a reason.
function ctl_said(asked) {
	const fails = asked[0] === "fails";
	const said = spawnSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, ...asked.slice(fails ? 1 : 0)], { encoding: "utf8", cwd: source });

	if ((said.status !== 0) !== fails)
		throw new Error(`ends with ${said.status}: ${said.stdout}${said.stderr}`);
	return said.stdout;
}

const database_pid = () => Number(readFileSync(`${stage}/run/mariadb.pid`, "utf8"));
const stage_verb = (verb) => execFileSync("sh", [`${source}/tools/stage`, verb, stage], { stdio: "ignore" });
const sleep = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

class Telling {
	constructor() {
		this.values = { usual_item, today: clock.today(), long: "x".repeat(100000), many: "&a=1".repeat(500) };
		this.visitors = new Map();
		this.hired = new Map();			// colleagues of this story alone
		this.visitor = new Visitor();
		this.answer = null;
		this.forms = new Map();			// of each visitor, the page left open
		this.last = null;			// the last post, for `again`
		this.database = "runs";
	}

	colleague(name) {
		const login = `${name}.${random_hex(3)}`;
		const told = execFileSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, "adduser", "--login", login, "--name", name,
			"--organ", usual_organ, "--role", "clerk"], { encoding: "utf8" });

		this.hired.set(name, [login, /^password: (.*)$/m.exec(told)[1], /secret=([A-Z2-7]+)/.exec(told)[1]]);
	}

	async as(name, anew) {
		const login = people[name] ?? name;

		if (anew === "anew" || !this.visitors.has(name))
			this.visitors.set(name, login === "nobody" || login === "anybody" ? new Visitor(login) :
				await signed_in(...this.hired.get(name) ?? [login]));
		this.visitor = this.visitors.get(name);
	}

	async post(path, pairs, headers) {
		this.last = { path, pairs, headers };
		this.answer = await this.visitor.post(path, pairs, { headers });
	}

	async step([verb, ...rest]) {
		const parts = parts_of(rest, this.values);
		const [first, ...others] = parts.asked;

		switch (verb) {
		case "given":
			if (others[0] === "colleague")
				return this.colleague(others[1]);
			if (others[0] === "application") {
				const ready = await application_ready(this.visitor, others[5] ?? sql(`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id
					JOIN item_fields f ON f.version_id = v.id WHERE FIND_IN_SET('1', v.audiences) AND v.online_depth = 'full' ORDER BY i.code LIMIT 1`));

				Object.assign(this.values, { application: ready.path, id: ready.id });
				return;
			}
			if (others[0] === "number") {
				[this.values.number, this.values.code] = sql(`SELECT number, query_code FROM cases WHERE id = ${this.values.id}`).split("\t");
				return;
			}
			this.values.case = execFileSync(`${build}/tests/office/arrange`, ["submit", others[2] ?? usual_item], { encoding: "utf8" }).trim();
			return;
		case "today":
			if (clock.today() !== first || clock.now() < Date.parse(`${first}T09:00:00+08:00`))
				clock.set(`${first} 09:00:00`);
			return;
		case "day":
			this.values[first] = workday(Number(others[0]));
			return;
		case "pass":
			if (others[0] === "working")
				return clock.set(`${workday(Number(first))} 09:00:00`);
			clock.pass(Number(first) * seconds_of[others[0].replace(/s$/, "")]);
			return;
		case "as":
			return this.as(first, others[0]);
		case "let": {
			const found = new RegExp(others[1]).exec(this.answer.body) ?? new RegExp(others[1]).exec(this.answer.location);

			if (found === null)
				throw new Error(`nothing like ${others[1]}`);
			this.values[first] = found[1];
			return;
		}
		case "open":
			this.answer = await this.visitor.get(first);
			this.forms.set(this.visitor, this.answer);
			break;
		case "press": {
			const form = this.visitor.form_on(this.forms.get(this.visitor), first);

			await this.post(form.action, Object.entries({ ...form.fields, ...Object.fromEntries(pairs_of(others)) }), headers_of(others));
			break;
		}
		case "again":
			this.answer = await this.visitor.post(this.last.path, [...this.last.pairs.filter(([name]) => !pairs_of(parts.asked).some(([other]) => other === name)),
				...pairs_of(parts.asked)], { headers: this.last.headers });
			break;
		case "get":
			this.answer = await this.visitor.get(first);
			break;
		case "post": {
			const pairs = pairs_of(others);

			if (!pairs.some(([name]) => name === "token"))
				pairs.push(["token", await this.visitor.token()]);
			if (!pairs.some(([name]) => name === "nonce"))
				pairs.push(["nonce", random_hex(16)]);
			await this.post(first, pairs, headers_of(others));
			break;
		}
		case "upload": {
			const pairs = pairs_of(others).concat([["token", await this.visitor.token()], ["nonce", random_hex(16)]]);

			this.answer = await this.visitor.post_files(first, Object.fromEntries(pairs),
				[{ field: "files", name: "材料.txt", type: "text/plain", content: "sample material\n" }]);
			break;
		}
		case "clock": {
			const run = spawnSync(`${build}/yimen-clock`, ["--config", process.env.YIMEN_CONFIG, "--once", "--at",
				new Date(clock.now() + 8 * 3600 * 1000).toISOString().slice(0, 16).replace("T", " ")], { encoding: "utf8" });

			if ((run.status === 0) === (first === "fails"))
				throw new Error(`the clock ended with ${run.status}: ${run.stderr}`);
			// nginx may have closed meanwhile what is kept open: that is heard before the next step asks.
			await new Promise((go) => setTimeout(go, 5));
			return;
		}
		case "send": {
			const body = others.find((word) => word.startsWith("<"))?.slice(1) ?? null;
			const letters = /^x(\d+)$/.exec(body ?? "");

			this.answer = await this.visitor.send(first, others[0], { headers: headers_of(others), body: letters ? "x".repeat(Number(letters[1])) : body });
			break;
		}
		case "rows":
			this.tables = parts.asked;
			this.counted = count(parts.asked);
			return;
		case "same": {
			const now = count(this.tables);

			if (now !== this.counted)
				throw new Error(`${now}; before: ${this.counted}`);
			return;
		}
		case "sql": {
			const found = sql(first);

			if (others[0] === "is" && found !== others[1])
				throw new Error(`the database says ${found}, not ${others[1]} (today ${clock.today()} ${clock.now()})`);
			return;
		}
		case "ctl":
			this.answer = { status: 0, location: "", body: ctl_said(parts.asked) };
			break;
		case "bank":
			writeFileSync(`${stage}/payments/${first}`, others[0].repeat(Number(others[1] ?? 1)));
			return;
		case "database":
			return this.database_step(first);
		case "wait": {
			const until = Date.now() + Number(first) * 1000;

			for (;;) {
				this.answer = await this.visitor.get(others[2]);
				try {
					judge(this.answer, parts);
					return;
				} catch (error) {
					if (Date.now() > until)
						throw error;
				}
				await sleep(200);
			}
		}
		default:
			throw new Error(`no such verb: ${verb}`);
		}
		judge(this.answer, parts);
	}

	async database_step(how) {
		if (how === "hangs")
			process.kill(database_pid(), "SIGSTOP");
		else if (how === "stops") {
			const pid = database_pid();

			process.kill(pid, "SIGKILL");
			for (let i = 0; i < 100; i++, await sleep(100))
				try {
					process.kill(pid, 0);
				} catch {
					break;
				}
		} else if (this.database === "hangs")
			process.kill(database_pid(), "SIGCONT");
		else
			stage_verb("database");
		this.database = how === "comes" ? "runs" : how;
	}
}

async function tell(story) {
	const telling = new Telling();

	try {
		for (const step of story.steps)
			try {
				await telling.step(step.words);
			} catch (error) {
				throw Object.assign(new Error(), { stack: `${step.where}: ${step.line}\n${error.message}` });
			}
	} finally {
		if (telling.database !== "runs")
			await telling.database_step("comes");
	}
}

const folder = `${source}/tests/stories`;
const only = process.argv.slice(2);

// The clock only goes forward: what names a day comes in the order of days, what names none before the far future.
const begins = (file) => /^today\s+(\S+)/m.exec(readFileSync(`${folder}/${file}`, "utf8"))?.[1] ?? "2027-01-01";
const in_time = (a, b) => begins(a) < begins(b) ? -1 : begins(a) > begins(b) ? 1 : a < b ? -1 : 1;

for (const file of readdirSync(folder).filter((name) => name.endsWith(".story") && (only.length === 0 || only.includes(name))).sort(in_time))
	for (const story of stories_of(`${folder}/${file}`))
		await test(`${file.replace(".story", "")}: ${story.name}`, () => tell(story));
// Every act of every story told all it set, or the case would not be what its record replays to.
await test("the record holds, and leads to every case as it stands", () => {
	for (const verb of ["seal", "verify"])
		try {
			execFileSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, verb], { encoding: "utf8", stdio: "pipe" });
		} catch (error) {
			throw new Error(error.stdout + error.stderr);
		}
});
done();
