// lists.mjs - what is in everybody's lists, searches, exports, downloads and papers is theirs, and all of it.
//
// policy.txt says which doors open; this says what lies behind them.  What a list must hold is asked of the tables here,
// by organ, area and owner, apart from the programs' own queries, and the list as it is shown (all its pages, its CSV, its
// workbook) must be that and no row more or less.  Then every list of every subject is read for case numbers that are not
// the subject's.  A row planted among somebody's, after it was said what is his, must be noticed: the control.
//
// Subjects: three applicants, an enterprise, who acts for one and for a person; organs of the city and of two counties;
// supervisors, webmasters and administrators of city and counties (rules/reach.h).
import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import { clock, done, ok, signed_in, source, sql, sql_rows, test } from "../portal/portal.mjs";

const everybody = process.env.YIMEN_ACCESS === "all";
const column = (statement) => sql_rows(statement).map(([first]) => first);
const ids = new Map(sql_rows("SELECT login, id FROM accounts WHERE login NOT LIKE 'sample-%'"));
const account = (login) => ids.get(login);

// ---- people ----

const lent = [];

function role_lend(login, role) {
	const id = account(login);

	lent.push([id, column(`SELECT GROUP_CONCAT(role) FROM account_roles WHERE account_id = ${id}`)[0]]);
	sql(`DELETE FROM account_roles WHERE account_id = ${id}; INSERT INTO account_roles VALUES (${id}, '${role}')`);
}

const people = new Map();

async function person(name) {
	const [login, role, holder] = name.split(/[:>]/);

	if (!people.has(name)) {
		if (name.includes(":"))
			role_lend(login, role);
		if (clock.stands())
			clock.pass(1);
		const visitor = await signed_in(login);

		if (name.includes(">"))
			sql(`UPDATE sessions SET acts_for = (SELECT MAX(d.id) FROM delegations d WHERE d.delegate_id = ${account(login)} AND d.state = 'standing'
				AND d.holder_id = ${account(role)}) WHERE account_id = ${account(login)} ORDER BY created_at DESC, seen_at DESC LIMIT 1`);
		people.set(name, visitor);
	}
	return people.get(name);
}

// ---- what a list shows ----

// The cells of a workbook, as texts: its shared strings.
function book_texts(bytes) {
	const texts = [];

	for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4)) {
		const name = bytes.toString("latin1", at + 46, at + 46 + bytes.readUInt16LE(at + 28));
		const local = bytes.readUInt32LE(at + 42);
		const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
		const packed = bytes.subarray(begin, begin + bytes.readUInt32LE(at + 20));

		if (name.startsWith("xl/sharedStrings") || name.startsWith("xl/worksheets/"))
			texts.push((bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(packed) : packed).toString("utf8"));
	}
	return texts.join("\n");
}

const text_of = (answer) => /spreadsheetml/.test(answer.headers["content-type"] ?? "") ? book_texts(answer.bytes) : answer.body;

// Every page of a list, by the links to its pages.
async function pages_of(visitor, path) {
	const texts = [];

	for (let page = 1; page <= 60; page++) {
		const answer = await visitor.get(page === 1 ? path : `${path}${path.includes("?") ? "&" : "?"}page=${page}`);

		if (answer.status !== 200)
			throw new Error(`${path}: ${answer.status} ${answer.location}`);
		texts.push(text_of(answer));
		if (!new RegExp(`[?&;]page=${page + 1}\\b`).test(answer.body))
			break;
	}
	return texts.join("\n");
}

async function shown_on(list) {
	const visitor = await person(list.who), found = new Set();

	for (const path of list.paths)
		for (const [, id] of (await pages_of(visitor, path)).matchAll(list.find))
			found.add(id);
	return found;
}

// NULL where the list is what it must be; else what is wrong.
function difference(shown, wanted, within = false) {
	const foreign = [...shown].filter((id) => !wanted.has(id)), missing = within ? [] : [...wanted].filter((id) => !shown.has(id));

	return foreign.length + missing.length === 0 ? null : `not theirs: ${foreign.slice(0, 8).join(" ") || "none"}; missing: ${missing.slice(0, 8).join(" ") || "none"}`;
}

// ---- the lists ----

const organs = { "shen.ruoxi": "11990100009901315A", "jiang.yifan": "11990100009901171Q", "cha.xiaoqing": "119901210099020275", "qin.wangshan": "11990100009901315A" };
const stems = { "qin.jingming": "9901", "zhu.jun:supervisor": "990121", "yin.siqi:supervisor": "990102" };
const writers = { "yang.fan": null, "zhu.jun:webmaster": "990121", "cen.qingyan:editor": "990121" };
const owners = { "lin.xiaoyu": "lin.xiaoyu", "chen.guoan": "chen.guoan", "wu.dalei": "wu.dalei", "yunchuan.shanwei": "yunchuan.shanwei",
	"zhao.yuting>linjiang.jianye": "linjiang.jianye", "chen.guoan>wu.dalei": "wu.dalei" };
// Who acts for wu.dalei may only look, and only at one item.
const one_item = column(`SELECT item_code FROM cases WHERE applicant_id = ${account("wu.dalei")} AND state <> 'draft' ORDER BY item_code LIMIT 1`)[0];
const limited = column(`SELECT MAX(id) FROM delegations WHERE holder_id = ${account("wu.dalei")} AND delegate_id = ${account("chen.guoan")}`)[0];
const limited_was = column(`SELECT expires_on FROM delegations WHERE id = ${limited}`)[0];

sql(`UPDATE delegations SET all_items = 0, expires_on = '2099-12-31' WHERE id = ${limited}`);
sql(`INSERT INTO delegation_items (delegation_id, item_code) VALUES (${limited}, '${one_item}')`);
const since = "from_on=2024-01-01&until_on=2027-12-31";
const year = `from_on=${clock.today().slice(0, 4) - 1}-12-01&until_on=${clock.today()}`;
const lists = [];
const list = (who, paths, find, wanted, within = false) => lists.push({ who, paths: [paths].flat(), find, wanted, within });

for (const [who, login] of Object.entries(owners)) {
	const acts = who.includes(">"), mine = `applicant_id = ${account(login)}${acts && login === "wu.dalei" ? ` AND item_code = '${one_item}'` : ""}`;

	list(who, ["/my/cases", "/my/cases?side=todo", "/my/cases?side=open", "/my/cases?side=done"], /\/my\/cases\/([0-9A-Z]{19})"/g,
		`SELECT number FROM cases WHERE ${mine} AND state <> 'draft'`);
	if (!acts || login !== "wu.dalei")	// who sees one item sees neither messages nor licences, which are of all
		list(who, "/my/messages", /\/my\/cases\/([0-9A-Z]{19})"/g, `SELECT number FROM cases WHERE ${mine}`, true);
	list(who, "/my/files", /\/applications\/\d+\/files\/(\d+)/g, `SELECT f.id FROM case_files f JOIN cases c ON c.id = f.case_id WHERE ${mine}`, true);
	if (!acts || login !== "wu.dalei")
		list(who, "/my/licences", /\/papers\/([0-9A-Z]{16})"/g, `SELECT p.code FROM papers p JOIN cases c ON c.id = p.case_id WHERE ${mine}`, true);
	if (login !== "wu.dalei" || !acts)	// who may only look begins nothing
		list(who, "/applications", /"\/applications\/(\d+)"/g, `SELECT id FROM cases WHERE ${mine} AND state = 'draft'`);
	if (acts)
		continue;
	list(who, "/my/export", /"number": "([0-9A-Z]{19})"/g, `SELECT number FROM cases WHERE ${mine} AND number IS NOT NULL`);
	list(who, "/my/enquiries", /\/my\/enquiries\/([0-9A-Z]+)"/g, `SELECT number FROM enquiries WHERE account_id = ${account(login)}`);
	list(who, "/my/delegates", /\/my\/delegates\/(\d+)"/g, `SELECT d.id FROM delegations d WHERE d.holder_id = ${account(login)} OR d.delegate_id = ${account(login)}
		OR (d.state IN ('invited', 'accepted', 'standing') AND d.holder_id IN (SELECT r.holder_id FROM delegations r WHERE r.delegate_id = ${account(login)}
		AND r.office = 'representative' AND r.state = 'standing')) OR (d.state = 'invited' AND d.delegate_name = (SELECT name FROM accounts WHERE id = ${account(login)}))`);
}

for (const [who, organ] of Object.entries(organs)) {
	const ours = `organ_code = '${organ}'`;
	const cases = /\/office\/cases\/([0-9A-Z]{19})"/g;

	list(who, "/office/cases?tab=everything", cases, `SELECT number FROM cases WHERE ${ours} AND state <> 'draft'`);
	list(who, "/office/cases?tab=done", cases, `SELECT number FROM cases WHERE ${ours} AND state IN ('delivered', 'not_accepted', 'withdrawn', 'terminated')`);
	// A search finds the own organ's: a name many have, and another organ's number.
	list(who, `/office/cases?tab=everything&find=${encodeURIComponent("云川山味食品有限公司")}`, cases,
		`SELECT number FROM cases WHERE ${ours} AND state <> 'draft' AND applicant_name = '云川山味食品有限公司'`);
	list(who, `/office/cases?tab=everything&find=${column(`SELECT MIN(number) FROM cases WHERE NOT ${ours} AND state <> 'draft'`)[0]}`, cases, "SELECT 1 FROM dual WHERE 0");
	list(who, ["/office/licences?state=any"], /\/office\/licences\/(\d+)"/g, `SELECT id FROM licences WHERE ${ours}`);
	for (const ending of ["csv", "xlsx"])
		list(who, `/office/licences.${ending}?state=any`, /(1\.2\.156[0-9A-Z.]+)/g, `SELECT identifier FROM licences WHERE ${ours}`);
	for (const [path, sides, find, wanted] of [
		["cards", ["side=owed", "side=told", "side=answered", "side=ended"], /\/office\/cards\/(\d+)"/g, `SELECT id FROM cards WHERE ${ours}`],
		["orders", [""], /\/office\/orders\/(\d+)"/g, `SELECT order_id FROM work_order_parties WHERE ${ours}`],
		["letters", [""], /\/office\/letters\/(\d+)"/g, `SELECT id FROM watch_letters WHERE to_organ = '${organ}'`],
		["enquiries", ["side=open", "side=answered"], /\/office\/enquiries\/([0-9A-Z]+)"/g, `SELECT number FROM enquiries WHERE ${ours}`],
		["callbacks", ["side=open", "side=closed"], /\/office\/callbacks\/(\d+)"/g, `SELECT id FROM callbacks WHERE ${ours}`],
		["followups", ["side=waiting", "side=done"], /\/office\/followups\/([0-9A-Z]{19})"/g,
			`SELECT c.number FROM case_followups f JOIN cases c ON c.id = f.case_id WHERE f.${ours}`],
		["notices", ["waiting", "valid", "withheld", "revoked", "withdrawn"].map((state) => `state=${state}`), /\/office\/cases\/([0-9A-Z]{19})\/notice"/g,
			`SELECT c.number FROM result_notices n JOIN cases c ON c.id = n.case_id WHERE n.${ours}`],
		["deliveries", ["method=window", "method=courier", "method=online"], /\/office\/cases\/([0-9A-Z]{19})/g,
			`SELECT number FROM cases WHERE ${ours} AND state = 'closed'`],
		["outbox", ["side=waiting", "side=failed"], cases, `SELECT c.number FROM outbox m JOIN cases c ON c.id = m.case_id WHERE c.${ours} AND m.state IN ('waiting', 'failed')`],
	])
		list(who, sides.map((side) => `/office/${path}?${side}`), find, wanted);
	if (who === "qin.wangshan")
		continue;
	list(who, "/office/tasks", /\/office\/cases\/([0-9A-Z]{19})\/tasks/g, `SELECT c.number FROM case_tasks t JOIN cases c ON c.id = t.case_id
		WHERE t.${ours} AND t.state = 'open'`, true);
	list(who, `/office/register.csv?${year}`, /^(\d{4}-\d{5}),/gm, `SELECT CONCAT(year, '-', LPAD(serial, 5, '0')) FROM register_rows WHERE ${ours}
		AND at >= '${year.slice(8, 18)}' AND at < '${clock.today()}' + INTERVAL 1 DAY`);
}

for (const [who, stem] of Object.entries(stems)) {
	const here = (table) => `JOIN organs o ON o.code = ${table}.organ_code AND o.area_code LIKE '${stem}%'`;

	list(who, `/watch/findings?state=any&${since}`, /\/watch\/findings\/(\d+)"/g, `SELECT k.id FROM cards k ${here("k")}`);
	for (const ending of ["csv", "xlsx"])
		list(who, `/watch/late.${ending}?${year}`, /\b(99[0-9A-Z]{17})\b/g, `SELECT c.number FROM cases c ${here("c")} WHERE c.number IS NOT NULL`, true);
	list(who, `/watch/findings.csv?state=any&${since}`, /^(\d+),W/gm, `SELECT k.id FROM cards k ${here("k")}`);
	list(who, `/watch/figures/received.csv?${year}`, /^(99[0-9A-Z]{17}),/gm, `SELECT c.number FROM cases c ${here("c")} WHERE c.state <> 'draft'
		AND c.submitted_at >= '${year.slice(8, 18)}' AND c.submitted_at < '${clock.today()}' + INTERVAL 1 DAY`, true);
	list(who, "/watch/orders?state=any", /\/watch\/orders\/(\d+)"/g, `SELECT id FROM work_orders WHERE area_code LIKE '${stem}%'`);
	list(who, "/watch/letters?state=any", /\/watch\/letters\/(\d+)"/g, `SELECT id FROM watch_letters WHERE area_code LIKE '${stem}%'`);
	list(who, "/watch/samples", /\/watch\/samples\/(\d+)"/g, `SELECT id FROM samples WHERE area_code LIKE '${stem}%'`);
	list(who, `/watch/guides.csv?${since}`, /^([0-9A-Z]{31}),/gm, `SELECT i.code FROM items i ${here("i")}`, true);
	list(who, "/watch/findings?state=any", /<option value="([0-9A-Z]{18})"/g, `SELECT code FROM organs WHERE area_code LIKE '${stem}%'`);
	// An area or an organ that is not theirs may be asked for: it shows nothing, or what they may see.
	list(who, `/watch/figures/received.csv?${year}&area=990000`, /^(99[0-9A-Z]{17}),/gm, `SELECT c.number FROM cases c ${here("c")}`, true);
	list(who, `/watch/figures/received.csv?${year}&organ=11990100009901315A`, /^(99[0-9A-Z]{17}),/gm, `SELECT c.number FROM cases c ${here("c")}`, true);
}

for (const [who, stem] of Object.entries(writers)) {
	const area = stem ?? sql("SELECT area_stem FROM accounts WHERE login = 'yang.fan'");
	const where = (alias, writer) => `LEFT JOIN organs o ON o.code = ${alias}.organ_code LEFT JOIN accounts a ON a.id = ${alias}.${writer}
		WHERE COALESCE(o.area_code, a.area_code) LIKE '${area}%'`;

	list(who, ["/publish/items"], /"\/publish\/versions\/(\d+)"/g, `SELECT v.id FROM item_versions v ${where("v", "author_id")}`);
	list(who, [`/publish/items?q=${encodeURIComponent("许可")}`], /"\/publish\/versions\/(\d+)"/g, `SELECT v.id FROM item_versions v ${where("v", "author_id")} AND v.title LIKE '%许可%'`);
	list(who, ["/publish/docs"], /"\/publish\/docs\/(\d+)"/g, `SELECT d.id FROM documents d ${where("d", "author_id")}`);
	list(who, ["/publish/imports"], /"\/publish\/imports\/(\d+)"/g, `SELECT b.id FROM import_batches b JOIN accounts a ON a.id = b.account_id WHERE a.area_code LIKE '${area}%'`);
	list(who, "/publish/export/file?export_mapping=native&export_form=jsonl", /^\{"code": "([^"]+)"/gm,
		`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id ${where("v", "author_id")}`);
	list(who, "/publish/export/file?export_mapping=native&export_form=csv", /^"?([0-9A-Z]{31})"?,/gm,
		`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id ${where("v", "author_id")}`);
	for (const batch of column("SELECT id FROM import_batches WHERE kind = 'items' AND state <> 'undone'"))
		list(who, `/publish/export/file?export_mapping=native&export_form=jsonl&batch=${batch}`, /^\{"code": "([^"]+)"/gm,
			`SELECT v.item_code FROM item_versions v ${where("v", "author_id")} AND v.batch_id = ${batch}`);
}

for (const [kind, logins] of Object.entries({ system: ["ouyang.ming", "shu.wangchen"], security: ["situ.an", "qu.jingan"], audit: ["shan.mingcha", "jian.weiming"] }))
	for (const who of logins) {
		const stem = who === logins[0] ? "9901" : "990121", here = (name) => `${name} LIKE '${stem}%'`;
		const staff = (columns) => `SELECT ${columns} FROM accounts a JOIN organs o ON o.code = a.organ_code WHERE a.kind = 'staff' AND ${here("a.area_code")} AND ${here("o.area_code")}`;
		const powers = { system: "'system'", security: "'security'", audit: "'system', 'security', 'audit'" }[kind];

		list(who, "/admin/history.csv", /^(\d+),/gm, `SELECT x.number FROM admin_acts x LEFT JOIN accounts a ON a.id = x.account_id
			WHERE x.power IN (${powers}) AND (${here("a.area_code")} OR ${who === logins[0] ? 1 : 0})`);
		if (kind === "system") {
			list(who, "/admin/areas", /"\/admin\/areas\/(\d+)"/g, `SELECT code FROM areas WHERE ${here("code")}`);
			list(who, "/admin/areas/new", /<option value="(\d+)"/g, `SELECT code FROM areas WHERE ${here("code")} AND retired_on IS NULL`);
			list(who, "/admin/organs", /"\/admin\/organs\/([0-9A-Z]{18})"/g, `SELECT code FROM organs WHERE ${here("area_code")}`);
			list(who, `/admin/organs?admin_q=${encodeURIComponent("局")}`, /"\/admin\/organs\/([0-9A-Z]{18})"/g, `SELECT code FROM organs WHERE ${here("area_code")}
				AND (name LIKE '%局%' OR short_name LIKE '%局%')`);
			list(who, "/admin/centres", /"\/admin\/centres\/(C[0-9]+)"/g, `SELECT code FROM centres WHERE ${here("area_code")}`);
		}
		if (kind === "security") {
			list(who, "/admin/accounts", /"\/admin\/accounts\/(\d+)"/g, staff("a.id"));
			list(who, "/admin/accounts?admin_q=.", /"\/admin\/accounts\/(\d+)"/g, `${staff("a.id")} AND a.login LIKE '%.%'`);
			list(who, "/admin/accounts/new", /<option value="([0-9A-Z]{18})"/g, `SELECT code FROM organs WHERE ${here("area_code")} AND retired_on IS NULL`);
			list(who, "/admin/sessions", /name="account" value="(\d+)"/g, staff("a.id"), true);
		}
		if (kind !== "system")
			list(who, "/admin/sign-ins", /ym-number">([a-z]+\.[a-z]+)</g, who === logins[0] ? "SELECT login FROM accounts" : staff("a.login"), true);
	}

// Lent roles first: who has two in this file is asked for one after the other.
const wrong_of = async (each, wanted) => difference(await shown_on(each), wanted, each.within);

const control = async (name, who, path, plant, back) => test(`control: a row planted in ${name} is noticed`, async () => {
	const each = lists.find((one) => one.who === who && one.paths[0].startsWith(path)), wanted = new Set(column(each.wanted));

	sql(plant);
	const why = await wrong_of(each, wanted);

	sql(back);
	if (why === null || !why.startsWith("not theirs: ") || why.startsWith("not theirs: none"))
		throw new Error(`it was not: ${why}`);
	const after = await wrong_of(each, wanted);

	if (after !== null)
		throw new Error(`and still stands: ${after}`);
});

// zhu.jun is a supervisor first and a webmaster then.
const late = (who) => who.startsWith("zhu.jun:webmaster");

for (const who of [...new Set(lists.map((each) => each.who))].sort((a, b) => late(a) - late(b)))
	await test(`${who}: ${lists.filter((each) => each.who === who).length} lists hold what is theirs`, async () => {
		const wrong = [];
		let rows = 0;

		for (const each of lists.filter((one) => one.who === who)) {
			const wanted = new Set(column(each.wanted)), why = await wrong_of(each, wanted).catch((error) => error.message);

			rows += wanted.size;
			if (why !== null)
				wrong.push(`${each.paths[0]}: ${why}`);
		}
		if (wrong.length > 0)
			throw new Error(wrong.join("\n"));
		if (rows === 0)
			throw new Error("there was nothing to look for");
	});

// ---- controls ----

const of_b = column(`SELECT id FROM cases WHERE applicant_id = ${account("wu.dalei")} AND state = 'delivered' AND organ_code <> '11990100009901315A' ORDER BY id LIMIT 1`)[0];
const b_organ = column(`SELECT organ_code FROM cases WHERE id = ${of_b}`)[0];
const card = column("SELECT MIN(k.id) FROM cards k JOIN organs o ON o.code = k.organ_code WHERE o.area_code = '990100'")[0];
const card_organ = column(`SELECT organ_code FROM cards WHERE id = ${card}`)[0];
const version = column(`SELECT MIN(v.id) FROM item_versions v JOIN organs o ON o.code = v.organ_code JOIN items i ON i.published_id = v.id WHERE o.area_code = '990100'`)[0];
const version_organ = column(`SELECT organ_code FROM item_versions WHERE id = ${version}`)[0];
const register_row = column("SELECT CONCAT(year, ' ', serial) FROM register_rows WHERE organ_code = '11990100009901171Q' ORDER BY at DESC LIMIT 1")[0]?.split(" ");

await control("an applicant's cases", "lin.xiaoyu", "/my/cases", `UPDATE cases SET applicant_id = ${account("lin.xiaoyu")} WHERE id = ${of_b}`,
	`UPDATE cases SET applicant_id = ${account("wu.dalei")} WHERE id = ${of_b}`);
await control("an organ's cases", "shen.ruoxi", "/office/cases?tab=everything", `UPDATE cases SET organ_code = '11990100009901315A' WHERE id = ${of_b}`,
	`UPDATE cases SET organ_code = '${b_organ}' WHERE id = ${of_b}`);
await control("a register's CSV", "shen.ruoxi", "/office/register.csv",
	`UPDATE register_rows SET organ_code = '11990100009901315A', serial = serial + 90000 WHERE organ_code = '11990100009901171Q' AND year = ${register_row[0]} AND serial = ${register_row[1]}`,
	`UPDATE register_rows SET organ_code = '11990100009901171Q', serial = serial - 90000 WHERE organ_code = '11990100009901315A' AND serial = ${Number(register_row[1]) + 90000}`);
await control("a county's guides", "zhu.jun:webmaster", "/publish/export/file?export_mapping=native&export_form=csv",
	`UPDATE item_versions SET organ_code = '119901210099020275' WHERE id = ${version}`, `UPDATE item_versions SET organ_code = '${version_organ}' WHERE id = ${version}`);
await control("a county's findings", "yin.siqi:supervisor", "/watch/findings.csv", `UPDATE cards SET organ_code = '11990102009902019R' WHERE id = ${card}`,
	`UPDATE cards SET organ_code = '${card_organ}' WHERE id = ${card}`);

await control("a county's organs", "shu.wangchen", "/admin/organs", "UPDATE organs SET area_code = '990121' WHERE code = '11990100009901171Q'",
	"UPDATE organs SET area_code = '990100' WHERE code = '11990100009901171Q'");
await control("a county's accounts", "qu.jingan", "/admin/accounts", "UPDATE accounts SET area_code = '990121', organ_code = '119901210099020275' WHERE login = 'tang.xiaoman'",
	"UPDATE accounts SET area_code = '990100', organ_code = '119901000099011478' WHERE login = 'tang.xiaoman'");

// ---- no number that is not theirs, on any list ----

const policy = readFileSync(`${source}/tests/access/policy.txt`, "utf8").split("\n").map((line) => line.replace(/(^|\s)#.*/, "").trim());
const all_lists = policy.filter((line) => /^GET\s+\/(my|applications|office|watch|publish|admin)/.test(line)).map((line) => line.split(/\s+/)[1]).filter((path) => !path.includes(":"));
const numbers_of = {
	organ: (organ) => `SELECT number FROM cases WHERE organ_code = '${organ}' OR intake_organ_code = '${organ}'
		OR id IN (SELECT case_id FROM case_tasks WHERE organ_code = '${organ}' AND opened_at IS NOT NULL)
		OR id IN (SELECT case_id FROM case_followups WHERE organ_code = '${organ}') OR id IN (SELECT case_id FROM register_rows WHERE organ_code = '${organ}')
		OR id IN (SELECT w.case_id FROM work_orders w JOIN work_order_parties p ON p.order_id = w.id WHERE p.organ_code = '${organ}')
		OR id IN (SELECT case_id FROM watch_letters WHERE to_organ = '${organ}') OR id IN (SELECT case_id FROM cards WHERE organ_code = '${organ}')`,
	area: (stem) => `SELECT c.number FROM cases c JOIN organs o ON o.code = c.organ_code WHERE o.area_code LIKE '${stem}%'`,
	limited: () => `SELECT number FROM cases WHERE applicant_id = ${account("wu.dalei")} AND item_code = '${one_item}'`,
	owner: (login) => `SELECT number FROM cases WHERE applicant_id = ${account(login)}`,
};
const readers = [
	...Object.entries(owners).map(([who, login]) => [who, who === "chen.guoan>wu.dalei" ? numbers_of.limited() : numbers_of.owner(login)]),
	...Object.entries(organs).filter(([who]) => who !== "qin.wangshan").map(([who, organ]) => [who, numbers_of.organ(organ)]),
	["qin.wangshan", numbers_of.area("9901")],	// a head watches the area
	["yin.siqi:supervisor", `${numbers_of.area("990102")} UNION ${numbers_of.organ("11990102009902019R")}`],
	...Object.keys(writers).map((who) => [who, "SELECT 1 FROM dual WHERE 0"]),
	...["ouyang.ming", "situ.an", "shan.mingcha", "he.lewei", "shu.wangchen"].map((who) => [who, "SELECT 1 FROM dual WHERE 0"]),
];

const some = everybody ? readers : readers.filter(([who]) => ["lin.xiaoyu", "chen.guoan>wu.dalei", "shen.ruoxi", "cha.xiaoqing", "yin.siqi:supervisor", "zhu.jun:webmaster", "situ.an"].includes(who));

await test("no list shows a case number that is not its reader's", async () => {
	const all = new Set(column("SELECT number FROM cases WHERE number IS NOT NULL")), wrong = [];
	let seen = 0;

	for (const [who, wanted] of some) {
		const visitor = await person(who), theirs = new Set(column(wanted));

		for (const path of all_lists) {
			const answer = await visitor.get(path);

			for (const [number] of text_of(answer).matchAll(/\b99\d{16}[0-9A-Z]\b/g)) {
				seen++;
				if (all.has(number) && !theirs.has(number))
					wrong.push(`${who} ${path}: ${number}`);
			}
		}
	}
	if (wrong.length > 0 || seen === 0)
		throw new Error(wrong.slice(0, 20).join("\n") || "no numbers were seen");
});

// ---- papers and downloads, one by one ----

const opens = async (who, path) => (await (await person(who)).get(path)).status;

await test("a paper opens to its applicant, to whom it was given in hand, and to nobody else", async () => {
	const wrong = [];
	const codes = column(`(SELECT p.code FROM papers p JOIN cases c ON c.id = p.case_id WHERE c.applicant_id = ${account("lin.xiaoyu")} ORDER BY p.id DESC LIMIT 6)
		UNION (SELECT p.code FROM papers p JOIN cases c ON c.id = p.case_id WHERE c.organ_code = '119901210099020275' ORDER BY p.id DESC LIMIT 6)
		UNION (SELECT p.code FROM papers p JOIN cases c ON c.id = p.case_id WHERE c.organ_code = '11990100009901315A' ORDER BY p.id DESC LIMIT 6)
		UNION (SELECT p.code FROM papers p JOIN cases c ON c.id = p.case_id WHERE c.applicant_id = ${account("linjiang.jianye")} ORDER BY p.id LIMIT 6)`);
	let opened = 0;

	for (const code of codes) {
		const [owner, owner_organ, intake, issuer] = sql_rows(`SELECT c.applicant_id, c.organ_code, COALESCE(c.intake_organ_code, ''), p.issuer_organ
			FROM papers p JOIN cases c ON c.id = p.case_id WHERE p.code = '${code}'`)[0];
		const reused = new Set(column(`SELECT r.organ_code FROM licences l JOIN case_materials g ON g.licence_id = l.id AND g.given = 'licence'
			JOIN cases r ON r.id = g.case_id WHERE l.paper_code = '${code}' AND r.number IS NOT NULL`));

		for (const who of ["lin.xiaoyu", "chen.guoan", "yunchuan.shanwei", "zhao.yuting>linjiang.jianye", "shen.ruoxi", "jiang.yifan", "cha.xiaoqing"]) {
			const organ = organs[who];
			const may = organ === undefined ? owner === account(owners[who]) : [owner_organ, intake, issuer].includes(organ) || reused.has(organ);
			const status = await opens(who, `/papers/${code}`);

			opened += status === 200;
			if (status !== (may ? 200 : 404))
				wrong.push(`${who} ${code}: ${status}`);
		}
	}
	if (wrong.length > 0 || opened === 0)
		throw new Error(wrong.join("\n") || "none opened");
});

await test("a file opens within its case, to those who see the case", async () => {
	const wrong = [];
	let opened = 0;

	for (const [number, id, file, owner, organ] of sql_rows(`SELECT c.number, c.id, MIN(f.id), c.applicant_id, c.organ_code FROM cases c JOIN case_files f ON f.case_id = c.id AND f.removed_at IS NULL
		WHERE c.number IS NOT NULL AND c.state <> 'draft' AND c.organ_code IN ('11990100009901315A', '11990100009901171Q', '119901210099020275') GROUP BY c.id ORDER BY c.id DESC LIMIT 9`)) {
		const asked = new Set(column(`SELECT organ_code FROM case_tasks WHERE case_id = ${id} AND opened_at IS NOT NULL`));

		for (const who of ["shen.ruoxi", "jiang.yifan", "cha.xiaoqing"]) {
			const may = organs[who] === organ || asked.has(organs[who]), status = await opens(who, `/office/cases/${number}/files/${file}`);

			opened += status === 200;
			if (status !== (may ? 200 : 404))
				wrong.push(`${who} /office/cases/${number}/files/${file}: ${status}`);
		}
		for (const who of ["lin.xiaoyu", "chen.guoan", "yunchuan.shanwei"]) {
			const status = await opens(who, `/applications/${id}/files/${file}`);

			if (status !== (owner === account(who) ? 200 : 404))
				wrong.push(`${who} /applications/${id}/files/${file}: ${status}`);
		}
		// Another case's file is not there under the own case's address.
		const own = column(`SELECT MAX(number) FROM cases WHERE organ_code = '11990100009901171Q' AND state <> 'draft' AND id <> ${id}`)[0];

		if (await opens("jiang.yifan", `/office/cases/${own}/files/${file}`) !== 404)
			wrong.push(`jiang.yifan /office/cases/${own}/files/${file}`);
	}
	if (wrong.length > 0 || opened === 0)
		throw new Error(wrong.join("\n") || "none opened");
});

// ---- a county writes for the county ----

const row = (code, organ, area) => JSON.stringify({ code, title: "县级试验事项", organ, area, kind: "01", audiences: ["2"], bases: [{ title: "试验条例", article: "第一条" }],
	promised_limit: 5, promised_unit: "workday" });

async function bring(who, lines) {
	const visitor = await person(who), form = await visitor.form("/publish/imports/new", /imports\/new/);
	const answer = await visitor.post_files(form.action, { ...form.fields, import_mapping: "native" }, [{ field: "import_file", name: "county.jsonl", content: `${lines.join("\n")}\n` }]);

	return /imports\/(\d+)/.exec(answer.location)?.[1];
}

await test("a county's webmaster brings the county's guides and no other's", async () => {
	const who = "zhu.jun:webmaster";
	const city_item = column("SELECT MIN(i.code) FROM items i WHERE i.organ_code = '11990100009901315A'")[0];
	const bad = await bring(who, [row("COUNTY-1", "119901210099020275", "990121"), row("COUNTY-2", "11990100009901315A", "990100"),
		row(city_item, "119901210099020275", "990121")]);
	const good = await bring(who, [row("COUNTY-1", "119901210099020275", "990121")]);
	const found = column(`SELECT CONCAT(line, ' ', column_name) FROM import_findings WHERE batch_id = ${bad} AND code = 'outside_area' ORDER BY line, column_name`).join("; ");
	const states = column(`SELECT state FROM import_batches WHERE id IN (${bad}, ${good}) ORDER BY id`).join(" ");

	sql(`DELETE FROM import_findings WHERE batch_id IN (${bad}, ${good}); DELETE FROM import_batches WHERE id IN (${bad}, ${good})`);
	if (found !== "2 area; 2 organ; 3 code" || states !== "refused ready")
		throw new Error(`${found}; ${states}`);
});

await test("and begins none for the city, nor gives one of its own away", async () => {
	const visitor = await person("zhu.jun:webmaster");
	const make = (organ, area) => visitor.fill("/publish/items/new", { item_code: "COUNTY-9", item_title: "县级试验事项", item_organ: organ, item_area: area }, { action: "/publish/items/new" });
	const refused = [(await make("11990100009901315A", "990121")).status, (await make("119901210099020275", "990100")).status];
	const made = await make("119901210099020275", "990121");
	const draft = /versions\/(\d+)/.exec(made.location)?.[1];
	const given = await visitor.fill(`/publish/versions/${draft}/basics`, { item_title: "县级试验事项", item_organ: "11990100009901315A", item_area: "990121", item_kind: "01" }, { action: "/basics" });
	const choice = (await visitor.get(`/publish/versions/${draft}/basics`)).body.includes('value="11990100009901315A"');

	sql(`DELETE FROM item_versions WHERE id = ${draft}; DELETE FROM items WHERE code = 'COUNTY-9'; DELETE FROM acts WHERE subject LIKE 'item/COUNTY-9/%'`);
	if (refused.join() !== "422,422" || made.status !== 303 || given.status !== 422 || choice)
		throw new Error(`${refused} ${made.status} ${given.status} ${choice}`);
});

// ---- who is told of an area ----

await test("an account's stem is the law's", async () => {
	const codes = ["000000", "990000", "990100", "990110", "990121", "990121100", "990121101", "990121101003", "990100001", "99x", "", "9901"];
	const stems_of = codes.map((code) => { sql(`UPDATE accounts SET area_code = '${code}' WHERE login = 'he.lewei'`);
		return column("SELECT COALESCE(area_stem, 'none') FROM accounts WHERE login = 'he.lewei'")[0] ?? ""; });

	sql("UPDATE accounts SET area_code = '990100' WHERE login = 'he.lewei'");
	const wanted = ["", "99", "9901", "990110", "990121", "990121100", "990121101", "990121101003", "990100001", "none", "none", "none"];

	if (stems_of.join() !== wanted.join())
		throw new Error(`${stems_of}`);
});

for (const [id, roles] of lent.reverse())
	sql(`DELETE FROM account_roles WHERE account_id = ${id}; INSERT INTO account_roles VALUES ${roles.split(",").map((role) => `(${id}, '${role}')`).join(", ")}`);
sql(`DELETE FROM delegation_items WHERE delegation_id = ${limited}; 
	UPDATE delegations SET all_items = 1, expires_on = '${limited_was}' WHERE id = ${limited}`);
ok(true, "everybody has the roles they had");
done();
