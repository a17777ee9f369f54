// walk.mjs - every subject at every door: tests/access/policy.txt, walked over real HTTP.
//
// A row of the policy is a route, a column a person.  A cell says what happens:
//
//   ok     200: the page                      in    the post is let in: it comes as far as its form
//   go     303 to another page                      (400 or 422, since the walk posts no good form)
//   door   303 to the sign-in                  403   not for this role
//   405    no such method                      404   not there, or not yours: nobody can tell which
//
// A cell "404" of a post is walked with a good form token and a fresh nonce, and the fields of the row's "with", so that
// it is the handler who refuses.  Wherever a cell says 404 and the route names a thing, the same question about a
// thing that does not exist must get the same answer, letter by letter (PROOF.md, A2).
//
// The policy and the programs hold each other: a route that is not in the table fails, and so does a row that is no
// route.  `node walk.mjs --draw` prints what is, for comparing; it is not the policy.
//
// Beside the table stand delegates.txt (who acts for another) and areas.txt (a county's colleagues before the city's things).
// HEAD and the methods a path does not have are tried by a few in check and by everybody in `make access` (YIMEN_ACCESS=all).
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { Visitor, build, clock, done, ok, random_hex, same_page, signed_in, source, sql } from "../portal/portal.mjs";
import { things } from "./things.mjs";

const drawing = process.argv.includes("--draw");
// Those that answer nginx: the clock has no routes.
const programs = /^sbin_PROGRAMS = (.*)$/m.exec(readFileSync(`${source}/Makefile.am`, "utf8"))[1].split(/\s+/).filter((name) => name !== "yimen-clock");

// ---- the policy ----

const policy = { subjects: [], named: {}, rows: [] };

for (const line of readFileSync(`${source}/tests/access/policy.txt`, "utf8").split("\n")) {
	const bare = line.replace(/(^|\s)#.*/, "").trim();

	if (bare === "")
		continue;
	const [row, extra = ""] = bare.split(/\s+with\s+/);
	const [first, second, ...cells] = row.split(/\s+/);

	if (first === "route")
		policy.subjects = [second, ...cells];
	else if (first === "who")
		policy.named[second] = cells;
	else if (cells.length === 1 && policy.named[cells[0]] !== undefined)
		policy.rows.push({ method: first, path: second, with: extra, cells: policy.named[cells[0]] });
	else
		policy.rows.push({ method: first, path: second, with: extra,
			cells: cells.length === 1 ? policy.subjects.map(() => cells[0]) : cells });
}

// ---- who acts for another (delegates.txt) ----

const acting = ["agent", "payer", "ended", "lapsed"];
const acting_rows = new Map(readFileSync(`${source}/tests/access/delegates.txt`, "utf8").split("\n").map((line) => line.replace(/(^|\s)#.*/, "").trim())
	.filter((line) => line !== "").map((line) => line.split(/\s+/)).map(([method, path, agent, payer]) => [`${method} ${path}`, { agent, payer }]));
const cell_for = (row, name) => row.cells[policy.subjects.indexOf(name)];

function wanted_of(row, name) {
	if (below.has(name))
		return county_cell(row, name);
	if (!acting.includes(name))
		return cell_for(row, name);
	const given = acting_rows.get(`${row.method} ${row.path}`);
	const own = cell_for(row, "clerk") === "403" && cell_for(row, "nobody") !== cell_for(row, "applicant");	// a page of applicants
	const anybody = row.method === "POST" && cell_for(row, "nobody") === "in";
	const cell = given === undefined ? own || anybody ? "403" : "self" : given[name] ?? (given.agent === "self" ? "self" : "403");

	return cell === "holder" ? cell_for(row, "applicant") : cell === "self" ? cell_for(row, "other") : cell;
}

// ---- a county's colleagues (areas.txt) ----

const below = new Map(), hidden = [];

for (const line of readFileSync(`${source}/tests/access/areas.txt`, "utf8").split("\n").map((each) => each.replace(/(^|\s)#.*/, "").trim()).filter((each) => each !== "")) {
	const [word, first, name, login, role] = line.split(/\s+/);

	if (word === "as")
		below.set(name, { as: first, login, role });
	else
		hidden.push(first);
}

function county_cell(row, name) {
	const cell = cell_for(row, below.get(name).as);

	return ["ok", "in"].includes(cell) && hidden.some((path) => row.path === path || row.path.startsWith(`${path}/`)) ? "404" : cell;
}

// ---- people ----

const logins = {
	applicant: "lin.xiaoyu", other: "chen.guoan", firm: "yunchuan.shanwei", clerk: "shen.ruoxi", reviewer: "gu.changqing",
	approver: "luo.qiming", stranger: "jiang.yifan", webmaster: "yang.fan", editor: "ke.wen", supervisor: "qin.jingming",
	agent: "zhao.yuting", payer: "wu.dalei", ended: "zhao.yuting", lapsed: "zhao.yuting", leader: "fu.tianyou", helper: "he.lewei", system: "ouyang.ming", security: "situ.an", auditor: "shan.mingcha",
};

// One role instead of those somebody has; given back at the end.
const lent = [];

function role_lend(login, role) {
	const id = sql(`SELECT id FROM accounts WHERE login = '${login}'`);

	lent.push([id, sql(`SELECT GROUP_CONCAT(role) FROM account_roles WHERE account_id = ${id}`)]);
	sql(`DELETE FROM account_roles WHERE account_id = ${id}; INSERT INTO account_roles VALUES (${id}, '${role}')`);
}

const roles_return = () => lent.splice(0).forEach(([id, roles]) => sql(`DELETE FROM account_roles WHERE account_id = ${id};
	INSERT INTO account_roles VALUES ${roles.split(",").map((role) => `(${id}, '${role}')`).join(", ")}`));

async function subject(name) {
	if (name === "nobody")
		return new Visitor(name);
	if (name === "half") {
		const visitor = new Visitor(name);

		const answer = await visitor.give_password("xia.zhiqiu");

		visitor.second_token = (await visitor.form(answer.location, /^\/sign-in\/second/)).fields.token;
		return visitor;
	}
	if (name === "disabled") {
		// Was in, and is put out: the session of yesterday opens nothing.
		sql("UPDATE accounts SET disabled = 0 WHERE login = 'lao.yu'");
		const visitor = await signed_in("lao.yu");

		sql("UPDATE accounts SET disabled = 1 WHERE login = 'lao.yu'");
		return visitor;
	}
	if (name === "expired") {
		const visitor = await signed_in("ding.xiang");

		sql(`UPDATE accounts SET expires_on = DATE_SUB('${clock.today()}', INTERVAL 1 DAY) WHERE login = 'ding.xiang'`);
		return visitor;
	}
	if (below.has(name))
		role_lend(below.get(name).login, below.get(name).role);
	if (name === "stranger")
		// A colleague of another organ, who may do everything there and nothing here.
		sql("INSERT IGNORE INTO account_roles (account_id, role) SELECT id, r FROM accounts, (SELECT 'reviewer' AS r UNION SELECT 'approver') x WHERE login = 'jiang.yifan'");
	if (acting.includes(name) && clock.stands())
		clock.pass(1);		// one person comes in several times: the latest session is this one
	const visitor = await signed_in(logins[name] ?? below.get(name).login);

	visitor.name = name;
	if (acting.includes(name))
		sql(`UPDATE sessions SET acts_for = ${owned.delegations[name]} WHERE account_id = (SELECT id FROM accounts WHERE login = '${logins[name]}')
			ORDER BY created_at DESC, seen_at DESC LIMIT 1`);
	return visitor;
}

// ---- a cell ----

const path_of = (route, values) => route.replace(/:([a-z_]+)/g, (whole, part) => values(part, route));

function cell_of(answer, method) {
	if (answer.status === 200)
		return "ok";
	if (answer.status === 303)
		return answer.location.startsWith("/sign-in") ? "door" : "go";
	if (method === "POST" && [400, 422].includes(answer.status))
		return "in";
	return String(answer.status);
}

async function ask(visitor, row, path, cell) {
	if (row.method === "GET")
		return visitor.get(path);
	const fields = new URLSearchParams(row.with);

	if (visitor.form_token !== undefined)
		fields.append("token", ["/sign-in/second", "/sign-in/enrol", "/sign-out"].includes(path) ? visitor.second_token ?? visitor.form_token : visitor.form_token);
	if (cell === "404")
		fields.append("nonce", random_hex(16));
	return visitor.post(path, cell === "404" ? fields : [...fields].filter(([name]) => name === "token"));
}

// A page but for its own address and what differs each time; the address first, as its numbers may look like a request's.
const without = (body, path) => same_page(body.replaceAll(path, "HERE").replaceAll(encodeURIComponent(path), "HERE"));

// ---- the walk ----

if (!drawing) {
	const built = programs.filter((program) => existsSync(`${build}/${program}`));
	const routes = built.flatMap((program) => execFileSync(`${build}/${program}`, ["--routes"], { encoding: "utf8" }).trim().split("\n"));
	const rows = policy.rows.map((row) => `${row.method} ${row.path}`);
	const missing = routes.filter((route) => !rows.includes(route));
	const unknown = rows.filter((row) => !routes.includes(row));

	ok(built.length === programs.length, "all programs are built", `only ${built}`);
	ok(missing.length === 0, "every route stands in the policy", missing.join("\n"));
	ok(routes.filter((route) => !rows.slice(1).includes(route)).join() === rows[0], "control: a route that lost its row is noticed");
	ok(unknown.length === 0, "every row of the policy is a route", unknown.join("\n"));
	ok(new Set(rows).size === rows.length, "no row stands twice");
	ok(hidden.every((path) => policy.rows.some((row) => row.path === path)), "every address of areas.txt is one of the policy");
	ok([...acting_rows.keys()].every((row) => rows.includes(row)), "every row of delegates.txt is a route", [...acting_rows.keys()].filter((row) => !rows.includes(row)).join("\n"));
	ok(policy.rows.every((row) => row.cells.length === policy.subjects.length), "every row has a cell for every subject",
		policy.rows.filter((row) => row.cells.length !== policy.subjects.length).map((row) => `${row.method} ${row.path}`).join("\n"));
}

const owned = await things();
const there = (part, route) => owned[part]?.(route) ?? "1";
const absent = (part, route) => ({ number: "990100-26-999999-9", code: "0000000000000000000000000000000", index: "000000000/209901-00001",
	n: "999999", section: "materials", name: "no-such", form: "no-such.txt" })[part] ?? "999999999999";
const answers = {};
const everybody = process.env.YIMEN_ACCESS === "all";
const tried = { cells: 0, pairs: 0, heads: 0, methods: 0 };
// What is open to everybody alike is opened by these in check: the others come through the same door.
const anybody = ["nobody", "applicant", "clerk", "half", "agent"];
const open_to_all = (row) => row.method === "GET" && row.cells.every((cell) => cell === "ok");
const heads_by = ["nobody", "applicant", "clerk"];	// who tries HEAD in check

// The same person with the same cookies, whatever a page did to them before.
const again = (visitor) => Object.assign(new Visitor(visitor.name), { cookies: new Map(visitor.cookies), form_token: visitor.form_token,
	second_token: visitor.second_token });

// Several at once: the programs have several children each, and what is asked changes nothing.
async function side_by_side(list, visit) {
	const left = list.entries();

	await Promise.all(Array.from({ length: 4 }, async () => {
		for (const [i, each] of left)
			await visit(each, i);
	}));
}

// What an answer tells but for its body: all but what differs each time, or between any two answers.
const headers_of = (answer) => JSON.stringify(Object.entries(answer.headers).filter(([name]) =>
	!["date", "content-length", "etag", "last-modified", "connection", "keep-alive", "transfer-encoding", "x-request-id", "set-cookie"].includes(name)).sort());

for (const name of [...policy.subjects, ...acting, ...below.keys()]) {
	const visitor = await subject(name);

	visitor.form_token = await visitor.token();
	const wrong = [], told = [], heads = [];
	const column = [];

	const rows = policy.rows.filter((row) => everybody || drawing || anybody.includes(name) || !open_to_all(row));

	await side_by_side(rows, async (row, i) => {
		const wanted = wanted_of(row, name), path = path_of(row.path, there);
		const answer = await ask(again(visitor), row, path, wanted);
		const cell = cell_of(answer, row.method);

		column[i] = cell;
		tried.cells++;
		if (cell !== wanted)
			wrong.push(`${row.method} ${path}: ${cell} (${answer.status} ${answer.location}), not ${wanted}`);
		else if (cell === "404" && row.path.includes(":")) {
			const none = await ask(again(visitor), row, path_of(row.path, absent), wanted);

			tried.pairs++;
			if (none.status !== 404 || without(none.body, path_of(row.path, absent)) !== without(answer.body, path) ||
			    headers_of(none) !== headers_of(answer))
				told.push(`${row.method} ${row.path}: ${none.status}, or other words`);
		}
		if (row.method === "GET" && (everybody || heads_by.includes(name))) {
			tried.heads++;
			const head = await again(visitor).send("HEAD", path);

			if (head.status !== answer.status || head.bytes.length > 0 || head.location !== answer.location)
				heads.push(`HEAD ${path}: ${head.status} ${head.location}, ${head.bytes.length} bytes; GET: ${answer.status}`);
		}
	});
	for (const [i, row] of rows.entries())
		(answers[`${row.method} ${row.path}`] ??= []).push(column[i]);
	if (!drawing) {
		ok(wrong.length === 0, `${name}: ${rows.length} doors`, wrong.join("\n"));
		ok(told.length === 0, `${name}: what is not theirs looks like what is not there`, told.join("\n"));
		if (everybody || heads_by.includes(name))
			ok(heads.length === 0, `${name}: HEAD is GET without its body`, heads.join("\n"));
	}
}

// ---- controls: what must not be is noticed ----

if (!drawing) {
	const stranger = await subject("other"), path = `/my/cases/${owned.number("/my/cases")}`;
	const give = (login) => sql(`UPDATE cases SET applicant_id = (SELECT id FROM accounts WHERE login = '${login}') WHERE number = '${owned.number("/my/cases")}'`);
	const none = await stranger.get("/my/cases/990100-26-999999-9");

	give("chen.guoan");
	const opened = await stranger.get(path);

	give("lin.xiaoyu");
	ok(cell_of(opened, "GET") === "ok", "control: a case given to another opens to him, and its cell is wrong", opened.status);
	const county = await subject("county_system"), city = (area) => sql(`UPDATE accounts SET area_code = '${area}' WHERE login = 'shu.wangchen'`);

	city("990100");
	const settings = await county.get("/admin/settings"), organ = await county.get(path_of("/admin/organs/:code", there));

	city("990121");
	ok([settings, organ].every((answer) => cell_of(answer, "GET") === "ok"), "control: a county's administrator who is given the city opens what is the city's, and his cells are wrong",
		`${settings.status} ${organ.status}`);
	ok(without(none.body.replace("</main>", " </main>"), "") !== without(none.body, ""), "control: one letter makes another answer");
}

// ---- methods no path has ----

if (!drawing) {
	const wrong = [];
	const who = await subject("clerk");
	const paths = [...new Set(policy.rows.map((row) => row.path))];

	await side_by_side(paths, async (path, i) => {
		const has = policy.rows.filter((row) => row.path === path).map((row) => row.method);
		// All methods on every eighth path in check: whether a path has one is asked of the router alone.
		const methods = everybody || i % 8 === 0 ? ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"] : ["GET", "POST", "DELETE"];

		for (const method of methods.filter((each) => !has.includes(each === "HEAD" ? "GET" : each)))
			for (const visitor of everybody ? [new Visitor(), again(who)] : [i % 2 === 0 ? new Visitor() : again(who)]) {
				tried.methods++;
				const answer = await visitor.send(method, path_of(path, there), { body: ["GET", "HEAD"].includes(method) ? null : "" });

				if (answer.status !== 405)
					wrong.push(`${method} ${path}: ${answer.status}`);
			}
	});
	ok(wrong.length === 0, "a method a path does not have is 405", wrong.join("\n"));
}

// Everybody is again as the sample made them.
sql(`UPDATE accounts SET expires_on = NULL WHERE login = 'ding.xiang';
	DELETE r FROM account_roles r JOIN accounts a ON a.id = r.account_id WHERE a.login = 'jiang.yifan' AND r.role <> 'clerk'`);
roles_return();
await owned.put_away();

if (drawing) {
	console.log(`${"route".padEnd(50)}${policy.subjects.map((name) => name.padEnd(11)).join("")}`.trimEnd());
	for (const row of policy.rows)
		console.log(`${`${row.method} ${row.path}`.padEnd(50)}${answers[`${row.method} ${row.path}`].map((cell) => cell.padEnd(11)).join("")}`.trimEnd());
} else {
	ok(tried.cells > 0, `${tried.cells} cells, ${tried.pairs} pairs of another's and none, ${tried.heads} HEAD, ${tried.methods} methods no path has`);
	done();
}
