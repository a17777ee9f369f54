// sealed.mjs - personal numbers: none lies plain in the database, none is shown to who may not see it, none is in a log;
// its owner sees his, and the portal serves while all are sealed anew.
//
// Canaries are a number, a telephone and an address nobody else has, given in every place that takes one.  What finds
// nothing has to find something first: each search is made once where a canary was planted.
import { execFile, execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { promisify } from "node:util";
import { Visitor, build, clock, done, expect, random_hex, sample_password, signed_in, sql, sql_as_is, stage, test, words_of } from "../portal/portal.mjs";
import { answers_for, application_ready } from "../portal/apply.mjs";

const run = promisify(execFile);
const number = "990102199107290043", phone = "19987650321", email = "canary.7290@example.org";
const mobile = "19987651468", password = "plum brook lantern";	// what somebody signs in with
const canaries = [number, number.toLowerCase(), phone, email, mobile, "199107290043", "87650321", "87651468"];
const item = sql(`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id JOIN item_fields f ON f.version_id = v.id AND f.kind = 'phone'
	WHERE FIND_IN_SET('1', v.audiences) AND v.online_depth = 'full' ORDER BY i.code LIMIT 1`);

// The sample's persons, whose numbers have been everywhere by the time this is run.
const sample = readFileSync(`${process.env.YIMEN_SOURCE ?? "."}/sql/sample/citizens.tsv`, "utf8")
	.match(/\b99\d{15}[\dX]\b/g);
const found_in = (text, wanted) => wanted.filter((one) => text.includes(one));

function dump() {
	return execFileSync("mariadb-dump", ["--no-defaults", `--socket=${process.env.YIMEN_SOCKET}`, `--user=${process.env.YIMEN_ADMIN}`,
		"--skip-extended-insert", "--single-transaction", "yimen"], { encoding: "utf8", maxBuffer: 1 << 29 });
}

async function ctl(...args) {
	try {
		const { stdout, stderr } = await run(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, ...args], { maxBuffer: 1 << 24 });

		return { status: 0, said: stdout + stderr };
	} catch (error) {
		return { status: error.code, said: `${error.stdout}${error.stderr}` };
	}
}

const logs = () => readdirSync(`${stage}/log`).filter((name) => statSync(`${stage}/log/${name}`).isFile())
	.map((name) => readFileSync(`${stage}/log/${name}`, "utf8")).join("\n");

const owner = await signed_in("lin.xiaoyu");
let draft;

await test("canaries are given wherever a number, a telephone or an address is asked for", async () => {
	expect((await owner.fill("/my/account", { phone, email, password: sample_password }, { action: "/my/account" })).status, 303, "the account");
	draft = await application_ready(owner, item);
	expect((await owner.fill(`${draft.path}/delivery`, { contact_phone: phone }, { action: "/delivery" })).status, 303, "the delivery");
	for (const section of new Set((await owner.get(draft.path)).body.match(new RegExp(`${draft.path}/form/\\d+`, "g")) ?? [])) {
		const form = owner.form_on(await owner.get(section), /\/form\/\d+/);
		const fields = { ...form.fields };

		for (const control of form.controls)
			if (control.type === "tel")
				fields[control.name] = phone;
		expect((await owner.post(form.action, answers_for({ ...form, fields }, owner.seen.body))).status, 303, section);
	}
	expect((await owner.fill("/my/delegates/new", { citizen_number: number, delegate_name: "金丝雀", office: "agent", scope: "look", extent: "all" },
		{ action: /\/my\/delegates/ })).status < 500, true, "a delegate");

	const somebody = new Visitor("nobody");
	const token = await somebody.token();

	await somebody.post("/ask", { token, nonce: random_hex(16), kind: "question", asker_name: "金丝雀", asker_phone: phone, asker_email: email,
		title: "请问", body: "请问需要哪些材料", organ: "11990100009901315A", item });
	await somebody.fill("/sign-up/person", { full_name: "金丝雀", citizen_number: number, mobile, password_new: password,
		password_again: password, truthful: "1" }, { action: "/sign-up/person" });
	expect(somebody.seen.status, 303, "a new account");
	// Numbers typed where they do not belong, and the tries they are counted by.
	await somebody.fill("/", {}, { action: "/sign-out" });
	await somebody.fill("/sign-up/claim", { claim_number: number, claim_code: "AAAA-AAAA", password_new: password, password_again: password },
		{ action: "/sign-up/claim" });
	await somebody.fill("/track", { number: mobile, query_code: "AAAA-AAAA" }, { action: "/track" });
	await somebody.fill("/track", { number, query_code: "AAAA-AAAA" }, { action: "/track" });
	await somebody.fill("/sign-in/renew", { login: mobile, staff_code: "AAAA-AAAA", password_new: password, password_again: password },
		{ action: "/sign-in/renew" });
	await somebody.fill("/sign-in", { login: mobile, password: "not this one" }, { action: "/sign-in" });
	expect(somebody.seen.status, 422, "a wrong password");
	sql(`INSERT INTO bookings (number, code, holder, name, phone, organ_code, plan_id, centre_code, kind, day_on, from_minute, to_minute, acts, created_at)
		VALUES ('26112377777', '${random_hex(16)}', 'p${phone}', 'canary', '${phone}', '11990100009901315A', 0, 'C01', 'window', '2099-12-23', 600, 630, 1, NOW(6))`);
	expect((await ctl("rekey")).status, 0, "what was put in past the programs is sealed");
	expect(sql(`SELECT phone FROM accounts WHERE login = 'lin.xiaoyu'`), phone, "the sealed telephone, opened");
	expect(/^~\d+~/.test(sql_as_is(`SELECT phone FROM accounts WHERE login = 'lin.xiaoyu'`)), true, "it lies sealed");
});

await test("a dump of the whole database holds no canary and no person's number of the sample; one that is planted is found", async () => {
	const text = dump();

	expect(found_in(text, canaries).join(), "", "canaries in the dump");
	expect(found_in(text, sample).join(), "", "numbers of the sample in the dump");
	expect(sample.length > 5, true, "the sample has persons");
	sql(`UPDATE accounts SET phone = '${phone}' WHERE login = 'lin.xiaoyu'`);
	expect(found_in(dump(), canaries).includes(phone), true, "the planted one is found");
	expect((await ctl("rekey", "--check")).status, 1, "rekey --check finds it too");
	expect((await ctl("rekey")).status, 0, "rekey seals it");
	expect(found_in(dump(), canaries).join(), "", "canaries after that");
	expect((await ctl("rekey", "--check")).status, 0, "and --check is content");
});

await test("a database of the release before is sealed when its rights are given, and by it people are found as before", async () => {
	const people = "accounts WHERE kind = 'person' AND id_number IS NOT NULL";
	const blinds = () => sql_as_is(`SELECT GROUP_CONCAT(HEX(number_blind), HEX(login_blind) ORDER BY id) FROM ${people}`);
	const before = blinds();
	const plain = sql(`SELECT id, login, id_number FROM ${people}`).split("\n").map((row) => row.split("\t"));

	sql_as_is(plain.map(([id, login, own]) => `UPDATE accounts SET login = '${login}', login_blind = NULL, id_number = '${own}', number_blind = NULL
		WHERE id = ${id};`).join("\n") + "UPDATE accounts SET login_blind = NULL WHERE kind = 'staff'; DELETE FROM rekey_progress WHERE name = 'audit_searches';");
	expect(found_in(dump(), [mobile]).length, 1, "a mobile lies open");
	expect(found_in(dump(), sample).length > 5, true, "numbers lie open");
	expect((await ctl("grants", "--admin", process.env.YIMEN_ADMIN)).status, 0, "the rights are given");
	expect(found_in(dump(), [...sample, ...canaries]).join(), "", "numbers in the dump");
	expect(blinds(), before, "the blind indexes");
	expect(sql_as_is("SELECT COUNT(*) FROM accounts WHERE login_blind IS NULL"), "0", "accounts without one");
	expect((await signed_in("lin.xiaoyu")).seen.status < 400, true, "who has a name of the house comes in");
	expect((await signed_in(mobile, password)).seen.status < 400, true, "and who has a mobile number");
	expect(sql_as_is(`SELECT COUNT(*) FROM bookings WHERE holder = 'p${phone}'`), "0", "bookings known by digits");
});

await test("public pages and exports show no canary and no person's number; an owner's page does", async () => {
	const nobody = new Visitor("nobody");
	const queue = ["/", "/items", "/open/", "/open/notices", "/open/results", "/stats", "/answers", "/track", "/verify", "/book", "/queue", "/sitemap.xml"];
	const seen = new Set(queue);
	let pages = 0;

	while (queue.length > 0 && pages < 250) {
		const answer = await nobody.get(queue.shift());

		pages++;
		expect(found_in(answer.body, [...canaries, ...sample]).join(), "", `numbers on ${answer.path}`);
		for (const [, href] of answer.body.matchAll(/href="(\/[^"#]*)"/g)) {
			const path = href.replace(/&amp;/g, "&");

			if (!seen.has(path) && !/^\/(static|sign-in|sign-out)/.test(path) && seen.size < 2000) {
				seen.add(path);
				queue.push(path);
			}
		}
	}
	expect(pages > 100, true, `pages were seen (${pages})`);
	const own = await owner.get("/my/account");

	expect(own.body.includes(phone), true, "the owner sees his telephone");
	expect(found_in(own.body, sample).join(), "", "his number is masked");
});

await test("what is held of an owner is his in full", async () => {
	const mine = JSON.parse((await owner.get("/my/export")).body);

	expect(mine.account[0].phone, phone, "the telephone");
	expect(mine.account[0].email, email, "the address");
	expect(sample.includes(mine.account[0].id_number), true, "the number");
	expect(mine.cases.some((one) => one.contact_phone === phone), true, "the telephone of the case");
	expect(mine.cases.every((one) => !/^~/.test(one.applicant_number)), true, "the numbers of the cases");
	expect(JSON.stringify(mine).includes('"~'), false, "anything sealed in it");
});

await test("who signs in with a mobile number is found by it, in any shape, is one account and sees it; others see its ends", async () => {
	const own = await signed_in("+86 199-8765-1468", password);

	expect((await own.get("/my/account")).body.includes(mobile), true, "on the own page");
	expect(JSON.parse((await own.get("/my/export")).body).account[0].login, mobile, "in what is taken along");

	const again = new Visitor("again");

	await again.fill("/sign-up/person", { full_name: "金丝雀二", citizen_number: "99010219910729006X", mobile: "199 8765 1468", password_new: password,
		password_again: password, truthful: "1" }, { action: "/sign-up/person" });
	expect(again.seen.status, 422, "a second account of the same mobile");
	expect(sql_as_is(`SELECT COUNT(*) FROM accounts WHERE login = '${mobile}'`), "0", "it lies plain");

	const auditor = await signed_in("shan.mingcha");

	expect((await auditor.fill("/admin/audit", { audit_source: "sign_ins", audit_who: mobile, admin_reason: "查登录记录" }, { action: "/admin/audit" })).status, 303,
		"the auditor asks for it");
	expect((await auditor.follow()).body.includes("199******68"), true, "and is shown its ends");
	expect(sql("SELECT who FROM audit_searches ORDER BY id DESC LIMIT 1"), mobile, "what was asked for, opened");
	expect(found_in(dump(), canaries).join(), "", "canaries in the dump");

	const guard = await signed_in("situ.an");

	for (const path of ["/admin/sessions?session_kind=applicant", `/admin/sign-ins?account_login=${mobile}`]) {
		const page = await guard.get(path);

		expect(page.status, 200, path);
		expect(page.body.includes("199******68"), true, `its ends on ${path}`);
		expect(words_of(page.body).includes(mobile), false, `all of it on ${path}`);
	}
});

await test("a colleague who has not the case in hand sees masks, who has it sees the number", async () => {
	const officer = await signed_in("shen.ruoxi");
	const case_number = sql(`SELECT c.number FROM cases c JOIN accounts a ON a.login = 'shen.ruoxi' WHERE c.organ_code = a.organ_code AND c.number IS NOT NULL
		AND c.state <> 'draft' AND c.applicant_kind = 'person' AND c.claimed_by IS NULL AND c.applicant_number <> '' ORDER BY c.id DESC LIMIT 1`);
	const whole = sql(`SELECT applicant_number FROM cases WHERE number = '${case_number}'`);

	expect(whole.length, 18, "the length of the number");
	expect((await officer.get(`/office/cases/${case_number}`)).status, 200, "the case");
	expect(officer.seen.body.includes(whole), false, "the number is shown");
	sql(`UPDATE cases SET claimed_by = (SELECT id FROM accounts WHERE login = 'shen.ruoxi') WHERE number = '${case_number}'`);
	expect((await officer.get(`/office/cases/${case_number}`)).body.includes(whole), true, "the number is shown");
	sql(`UPDATE cases SET claimed_by = NULL WHERE number = '${case_number}'`);
	expect((await officer.get(`/office/licences?find=${number}`)).status, 200, "a search by number");
});

await test("error pages and logs hold no canary; the failure of a column that was tampered with is named", async () => {
	const nobody = new Visitor("nobody");

	for (const path of [`/track?number=${number}`, `/nowhere/${phone}x`, `/items?q=${phone}`, `/items?q=%ff${number}`])
		await nobody.get(path.replace(`/nowhere/${phone}x`, "/nowhere"));
	await nobody.post("/track", { number, code: phone, token: "wrong" });
	await owner.post("/my/account", { phone, email, token: "wrong" });
	const kept = sql_as_is("SELECT phone FROM accounts WHERE login = 'lin.xiaoyu'");

	sql_as_is(`UPDATE accounts SET phone = CONCAT(LEFT('${kept}', 40), IF(SUBSTR('${kept}', 41, 1) = 'A', 'B', 'A'), SUBSTR('${kept}', 42)) WHERE login = 'lin.xiaoyu'`);
	const failed = await owner.get("/my/account");

	sql_as_is(`UPDATE accounts SET phone = '${kept}' WHERE login = 'lin.xiaoyu'`);
	expect(failed.status, 503, "the page");
	expect(found_in(failed.body, canaries).join(), "", "canaries on it");
	const text = logs();

	expect(/own_account: 0 phone was tampered with/.test(text), true, "the log names the column");
	expect(found_in(text, [...canaries, ...sample]).join(), "", "numbers in the logs");
	expect((await owner.get("/my/account")).status, 200, "and it is well again");
});

await test("all is sealed anew with a new key while the portal serves; what is written meanwhile is not lost", async () => {
	const before = sql_as_is("SELECT phone FROM accounts WHERE login = 'lin.xiaoyu'");
	const record = sql_as_is("SELECT COUNT(*), MAX(id) FROM case_events");
	const other = await signed_in("lin.xiaoyu");
	let at_work = true, read = 0;
	const work = ctl("rekey", "--new").finally(() => { at_work = false; });
	let last = phone;

	while (at_work) {
		const page = await other.get("/my/account");

		expect(page.status, 200, "a page meanwhile");
		expect(page.body.includes(last), true, "the telephone on it");
		if (++read % 5 === 0) {
			last = `199876${String(10000 + read).slice(1)}1`.padEnd(11, "0").slice(0, 11);
			expect((await other.fill("/my/account", { phone: last, password: sample_password }, { action: "/my/account" })).status, 303, "a new telephone meanwhile");
		}
	}
	const { status, said } = await work;

	expect(status, 0, `rekey --new (${said})`);
	expect(read > 10, true, `pages were read meanwhile (${read})`);
	expect(sql("SELECT phone FROM accounts WHERE login = 'lin.xiaoyu'"), last, "the last telephone");
	expect((await ctl("rekey", "--check")).said.trim(), `all are sealed with key ${/^key (\d+)/m.exec(said)[1]}`, "the check");
	const old = /^~(\d+)~/.exec(before)[1];

	expect(dump().includes(`'~${old}~`), false, "anything sealed with the key before");
	expect(sql_as_is("SELECT COUNT(*), MAX(id) FROM case_events"), record, "the record");
	expect((await other.fill("/my/account", { phone, password: sample_password }, { action: "/my/account" })).status, 303, "the telephone of before");
});

clock.now();
words_of("");
done();
