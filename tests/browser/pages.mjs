// pages.mjs - every public page and the staff's main ones: plain, in care mode on a telephone, in English; and a visitor
// who has no mouse.
import { execFileSync } from "node:child_process";
import { build, done, ok, sql, test } from "../portal/portal.mjs";
import { Person, browser_close, browser_open, can_browse, pages_judge } from "./browser.mjs";

const why_not = can_browse();

if (why_not !== null) {
	console.log(`1..0 # SKIP ${why_not}`);
	process.exit(0);
}

const item = sql("SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id JOIN item_fees e ON e.version_id = v.id WHERE v.online_depth = 'full' ORDER BY i.code LIMIT 1");
const index = sql("SELECT index_number FROM documents d WHERE state = 'published' AND EXISTS (SELECT 1 FROM document_files f WHERE f.document_id = d.id) ORDER BY id LIMIT 1");

const open_pages = [
	["home", "/"], ["items", "/items"], ["items-found", "/items?q=%E9%A3%9F%E5%93%81&online=full"], ["items-none", "/items?q=%E4%B8%8D%E5%AD%98%E5%9C%A8%E7%9A%84"],
	["item", `/items/${item}`], ["item-brief", `/items/${item}?view=brief`], ["item-print", `/items/${item}?print=1`],
	["stats", "/stats"], ["stats-organ", "/stats?organ=11990100009901315A"], ["stats-promises", "/stats/promises"], ["stats-figure", "/stats/received"], ["stats-print", "/stats?print=1"],
	["open", "/open/"], ["open-found", "/open/?q=%E5%85%AC%E5%91%8A"], ["document", `/open/docs/${index}`], ["record", "/open/record"], ["organs", "/organs"],
	["about-map", "/about/map"], ["about-contact", "/about/contact"], ["about-accessibility", "/about/accessibility"], ["about-privacy", "/about/privacy"],
	["track", "/track"], ["verify", "/verify"], ["verified", `/verify/${sql("SELECT MIN(code) FROM papers")}`], ["verify-unknown", "/verify/0000000000000000"], ["sign-in", "/sign-in"], ["sign-up", "/sign-up"], ["sign-up-person", "/sign-up/person"], ["sign-up-enterprise", "/sign-up/enterprise"],
	["ask", "/ask?kind=complaint"], ["ask-track", "/ask/track"], ["answers", "/ask/answers"], ["answer", `/ask/answers/${sql("SELECT MIN(number) FROM enquiries WHERE public = 'shown'")}`],
	["no-such-page", "/no-such-page", 404],
];
const some = ["home", "stats", "stats-figure", "items", "item", "open", "document", "track", "ask", "answers", "answer", "sign-in", "sign-up-person", "no-such-page"];

async function look(person, pages, suffix) {
	for (const [name, path, status = 200] of pages) {
		await person.go(path);
		await person.see(`${name}${suffix}`, { status });
	}
	await person.leave();
}

// ---- by keyboard alone ----

// Tabs on until the focus is on this; false after a hundred.
async function tab_to(page, selector) {
	for (let i = 0; i < 100; i++) {
		await page.keyboard.press("Tab");
		if (await page.evaluate((which) => document.activeElement.matches(which), selector))
			return true;
	}
	return false;
}

// What has the focus can be seen to have it.
const focus_shows = (page) => page.evaluate(() => {
	const style = getComputedStyle(document.activeElement);

	return style.outlineStyle !== "none" || style.boxShadow !== "none" || style.backgroundColor === "rgb(255, 221, 0)";
});

async function keyboard_only() {
	const person = await Person.come("keyboard");
	const { page } = person;

	await person.go("/sign-in");
	await page.keyboard.press("Tab");
	ok(await page.evaluate(() => document.activeElement.getAttribute("href") === "#main"), "the first stop is the way past the head of the page");
	ok(await focus_shows(page), "and is seen");
	await page.keyboard.press("Enter");
	ok(await tab_to(page, '[name="login"]') && await focus_shows(page), "the name is reached by tabbing, and seen");
	await page.keyboard.type("zhao.yuting");
	ok(await tab_to(page, '[name="password"]'), "then the password");
	await page.keyboard.type("yimen-sample");
	await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
	ok(person.path().startsWith("/my"), "Enter sends the form, and lets in", person.path());
	await person.leave();
}

async function mistakes_are_shown() {
	const person = await Person.come("mistaken");

	await person.go("/sign-up/person");
	await person.press("/sign-up/person", { full_name: "<b>林</b>", citizen_number: "123" });
	await person.see("sign-up-mistakes", { status: 422 });
	ok(await person.page.evaluate(() => document.activeElement.closest(".govuk-error-summary") !== null), "the list of mistakes has the focus");
	await person.page.locator(".govuk-error-summary a").first().click();
	ok(await person.page.evaluate(() => document.activeElement.matches("input")), "a mistake leads to its field");
	ok(await person.page.locator('[name="full_name"]').inputValue() === "<b>林</b>", "what was typed is kept, and is text");
	await person.leave();
}

await browser_open("pages");
await test("every public page", async () => look(await Person.come("visitor"), open_pages, ""));
await test("care mode, on a telephone", async () => look(await Person.come("elder", { width: 320, cookies: { care: "on" } }), open_pages.filter(([name]) => some.includes(name)), "-care"));
await test("in English", async () => look(await Person.come("foreigner", { cookies: { language: "en" } }), open_pages.filter(([name]) => some.includes(name)), "-en"));
await test("a dark ground and the largest letters", async () => look(await Person.come("reader", { width: 375, cookies: { background: "dark", size: "largest" } }),
	open_pages.filter(([name]) => ["item", "document"].includes(name)), "-dark"));
await test("staff, in care mode and in English", async () => {
	for (const [login, cookies, pages] of [
		["shen.ruoxi", { language: "en" }, [["office-en", "/office/"], ["office-search-en", "/office/?claim=none&due=week"]]],
		["gu.changqing", { care: "on" }, [["office-care", "/office/"]]],
		["yang.fan", { language: "en" }, [["publish-en", "/publish/"], ["publish-items-en", "/publish/items"], ["publish-docs-en", "/publish/docs"], ["publish-imports-en", "/publish/imports"],
			["publish-acts-en", "/publish/acts"], ["publish-export-en", "/publish/export"], ["publish-doc-new-en", "/publish/docs/new"], ["publish-item-new-en", "/publish/items/new"]]],
		["fang.xiaotang", {}, [["publish-refused", "/publish/", 403]]],
	]) {
		const person = await Person.come(login, { cookies });

		await person.sign_in(login);
		await look(person, pages, "");
	}
});
// Papers, one of each wording that has a table.
await test("papers", async () => {
	for (const kind of ["receipt", "correction", "special"]) {
		const [code, login] = sql(`SELECT p.code, a.login FROM papers p JOIN cases c ON c.id = p.case_id JOIN accounts a ON a.id = c.applicant_id
			WHERE p.kind = '${kind}' ORDER BY p.id LIMIT 1`).split("\t");
		const person = await Person.come(kind);

		await person.sign_in(login);
		await look(person, [[`paper-${kind}`, `/papers/${code}`], [`paper-${kind}-print`, `/papers/${code}?print=1`]], "");
	}
});
// Ratings, call-backs in each state, enquiries, samples: as applicants, colleagues and supervisors see them.
await test("what comes after a result", async () => {
	const [number, login] = sql(`SELECT c.number, a.login FROM ratings r JOIN cases c ON c.id = r.case_id JOIN accounts a ON a.id = c.applicant_id
		WHERE r.round = 2 AND a.login NOT LIKE 'sample-%' ORDER BY r.id LIMIT 1`).split("\t");
	const [unrated, owner] = sql(`SELECT c.number, a.login FROM cases c JOIN accounts a ON a.id = c.applicant_id LEFT JOIN ratings r ON r.case_id = c.id
		WHERE c.state = 'delivered' AND r.id IS NULL AND a.login NOT LIKE 'sample-%' ORDER BY c.id LIMIT 1`).split("\t");
	const [asked, asker] = sql(`SELECT e.number, a.login FROM enquiries e JOIN accounts a ON a.id = e.account_id
		WHERE e.state = 'answered' ORDER BY e.answered_at DESC LIMIT 1`).split("\t");
	const called = sql(`SELECT b.id, a.login FROM callbacks b JOIN accounts a ON a.organ_code = b.organ_code JOIN account_roles r ON r.account_id = a.id AND r.role = 'clerk'
		WHERE a.disabled = 0 GROUP BY b.state ORDER BY b.id`).split("\n").map((line) => line.split("\t"));
	const open = sql("SELECT MIN(number) FROM enquiries WHERE organ_code = '11990100009901315A' AND state = 'open'");
	const shown = sql("SELECT MIN(number) FROM enquiries WHERE organ_code = '11990100009901315A' AND public = 'shown'");

	for (const [who, pages] of [
		[login, [["rated", `/my/cases/${number}/rate`]]], [owner, [["rate", `/my/cases/${unrated}/rate`]]],
		[asker, [["my-enquiries", "/my/enquiries"], ["my-enquiry", `/my/enquiries/${asked}`]]],
		...called.map(([id, caller]) => [caller, [["callbacks", "/office/callbacks"], [`callback-${id}`, `/office/callbacks/${id}`]]]),
		["shen.ruoxi", [["enquiries", "/office/enquiries"], ["enquiry-open", `/office/enquiries/${open}`], ["enquiry-shown", `/office/enquiries/${shown}`]]],
		["qin.jingming", [["samples", "/watch/samples"], ["sample", `/watch/samples/${sql("SELECT MIN(id) FROM samples")}?again=1`]]],
	])
		for (const [suffix, options] of [["", {}], ["-narrow-en", { width: 320, cookies: { language: "en" } }]]) {
			const person = await Person.come(`${who}${suffix}`, options);

			await person.sign_in(who);
			await look(person, pages, suffix);
		}
});
// A review that stands still, and how a date was computed, for staff and for the applicant.
await test("dates and pauses", async () => {
	const organ = sql("SELECT organ_code FROM accounts WHERE login = 'gu.changqing'");
	const still = sql(`SELECT number FROM cases WHERE organ_code = '${organ}' AND state = 'suspended' ORDER BY id LIMIT 1`);
	const running = sql(`SELECT number FROM cases WHERE organ_code = '${organ}' AND state = 'reviewing' ORDER BY id LIMIT 1`);
	const [number, login] = sql(`SELECT c.number, a.login FROM cases c JOIN accounts a ON a.id = c.applicant_id JOIN case_pauses p ON p.case_id = c.id
		WHERE c.state = 'reviewing' AND p.to_on > p.from_on ORDER BY c.id LIMIT 1`).split("\t");

	for (const [who, pages] of [
		["gu.changqing", [["case-still", `/office/cases/${still}`], ["case-resume", `/office/cases/${still}/resume`], ["case-due", `/office/cases/${running}/due`],
			["case-suspend", `/office/cases/${running}/suspend`], ["case-supplement", `/office/cases/${running}/ask_supplement`]]],
		[login, [["my-due", `/my/cases/${number}/due`], ["my-due-print", `/my/cases/${number}/due?print=1`]]],
	]) {
		const person = await Person.come(who);

		await person.sign_in(who);
		await look(person, pages, "");
	}
});
await test("steps of a flow, as those see them who do them", async () => {
	for (const [kind, cookies] of [["review", {}], ["visit", {}], ["opinion", { language: "en" }], ["issue", { care: "on" }]]) {
		const [number, position, login] = sql(`SELECT c.number, t.position, a.login FROM case_tasks t JOIN cases c ON c.id = t.case_id
			JOIN accounts a ON a.organ_code = t.organ_code AND a.disabled = 0 JOIN account_roles r ON r.account_id = a.id AND r.role = t.role
			WHERE t.state = 'open' AND t.kind = '${kind}' AND c.state IN ('accepted', 'reviewing', 'granted') ORDER BY c.id DESC, t.position LIMIT 1`).split("\t");
		const person = await Person.come(login, { cookies });

		await person.sign_in(login);
		await look(person, [[`office-tasks-${kind}`, "/office/tasks"],
			[`office-task-${kind}`, `/office/cases/${number}/tasks/${position}`]], "");
	}
});
// What was told, and what could not be sent.
await test("messages", async () => {
	execFileSync(`${build}/yimen-clock`, ["--config", process.env.YIMEN_CONFIG, "--once"], { stdio: "ignore" });
	sql(`INSERT INTO outbox (case_id, account_id, channel, kind, occasion, recipient, subject, body, state, tries, last_error, created_at)
		SELECT c.id, c.applicant_id, 'sms', 'accepted', 'look', '13800000000', CONCAT('已受理：', c.title), '…', 'failed', 20, 'the gateway answered 500', NOW(6)
		  FROM cases c JOIN accounts a ON a.organ_code = c.organ_code AND a.login = 'shen.ruoxi' WHERE c.state <> 'draft' ORDER BY c.id LIMIT 3`);
	const told = sql("SELECT a.login FROM outbox m JOIN accounts a ON a.id = m.account_id WHERE m.channel = 'site' AND a.kind <> 'staff' ORDER BY m.id LIMIT 1");
	const number = sql(`SELECT c.number FROM outbox m JOIN cases c ON c.id = m.case_id JOIN accounts a ON a.organ_code = c.organ_code AND a.login = 'shen.ruoxi'
		WHERE m.account_id = c.applicant_id AND c.state <> 'draft' ORDER BY m.id LIMIT 1`);

	for (const [who, cookies, pages] of [
		[told, {}, [["my-messages", "/my/messages"], ["my-account-messages", "/my/account"], ["my-account-close", "/my/account/close"]]],
		["chen.guoan", { language: "en", care: "on" }, [["my-account-close-en", "/my/account/close"]]],
		["shen.ruoxi", {}, [["office-messages", "/office/messages"], ["office-outbox", "/office/outbox?side=failed"], ["case-messages", `/office/cases/${number}`]]],
		["gu.changqing", { language: "en", care: "on" }, [["office-messages-en", "/office/messages"], ["office-outbox-en", "/office/outbox?side=waiting"]]],
	]) {
		const person = await Person.come(who, { cookies });

		await person.sign_in(who);
		await look(person, pages, "");
	}
});
// What is held: the register, one of it, revoking; what a holder has, and a material it takes the place of.
await test("results that are held", async () => {
	const [licence, number, approver] = sql(`SELECT l.id, c.number, a.login FROM licences l JOIN cases c ON c.id = l.case_id
		JOIN accounts a ON a.organ_code = l.organ_code AND a.disabled = 0 JOIN account_roles r ON r.account_id = a.id AND r.role = 'approver'
		WHERE l.state = 'valid' AND l.organ_code = (SELECT organ_code FROM accounts WHERE login = 'luo.qiming') ORDER BY l.id LIMIT 1`).split("\t");
	const revoked = sql("SELECT paper_code FROM licences WHERE state = 'revoked' AND paper_code <> '' LIMIT 1");
	const holder = sql(`SELECT a.login FROM licences l JOIN accounts a ON a.number_blind = l.number_blind AND a.kind = 'person' GROUP BY a.login
		ORDER BY COUNT(DISTINCT l.state) DESC LIMIT 1`);
	const [used, officer] = sql(`SELECT c.number, a.login FROM case_materials g JOIN cases c ON c.id = g.case_id JOIN accounts a ON a.organ_code = c.organ_code
		AND a.disabled = 0 JOIN account_roles r ON r.account_id = a.id AND r.role = 'clerk' WHERE g.given = 'licence' AND c.submitted_at IS NOT NULL LIMIT 1`).split("\t");

	for (const [who, cookies, pages] of [
		[approver, {}, [["licences", "/office/licences"], ["licence", `/office/licences/${licence}`], ["case-revoke", `/office/cases/${number}/revoke`],
			["case-held", `/office/cases/${number}`]]],
		[officer, { language: "en" }, [["case-licence-used", `/office/cases/${used}`], ["licences-en", "/office/licences?state=valid"]]],
		[holder, {}, [["my-licences", "/my/licences"], ["verify-revoked", `/verify/${revoked}`]]],
		[holder, { language: "en", care: "on" }, [["my-licences-en", "/my/licences"]]],
	]) {
		const person = await Person.come(who, { cookies });

		await person.sign_in(who);
		await look(person, pages, "");
	}
});
// Supervision: the desk and its lists, one of each, for the supervisor; and what an organ answers.
await test("supervision", async () => {
	const card = sql("SELECT MIN(id) FROM cards WHERE organ_code = (SELECT organ_code FROM accounts WHERE login = 'shen.ruoxi')");
	const number = sql(`SELECT c.number FROM cards k JOIN cases c ON c.id = k.case_id WHERE k.id = ${card}`);
	const order = sql("SELECT MIN(id) FROM work_orders"), letter = sql("SELECT MIN(id) FROM watch_letters");

	for (const [who, cookies, pages] of [
		["qin.jingming", {}, [["watch-desk", "/watch/"], ["watch-findings", "/watch/findings"], ["watch-card", `/watch/findings/${card}`], ["watch-case", `/watch/cases/${number}`],
			["watch-orders", "/watch/orders"], ["watch-order", `/watch/orders/${order}`], ["watch-order-new", `/watch/orders/new?card=${card}`], ["watch-letters", "/watch/letters"],
			["watch-letter-print", `/watch/letters/${letter}?print=1`], ["watch-letter-new", "/watch/letters/new"], ["watch-guides", "/watch/guides"], ["watch-guide", `/watch/guides/${item}`]]],
		["fu.tianyou", { language: "en" }, [["watch-desk-en", "/watch/"], ["watch-rules-en", "/watch/rules"], ["watch-findings-en", "/watch/findings"]]],
		["shen.ruoxi", {}, [["office-cards", "/office/cards"], ["office-card", `/office/cards/${card}`], ["office-orders", "/office/orders"], ["office-order", `/office/orders/${order}`],
			["office-letter", `/office/letters/${letter}`]]],
	]) {
		const person = await Person.come(who, { cookies });

		await person.sign_in(who);
		await look(person, pages, "");
	}
});
// The system administrator: a list, a thing with its history, a hall, a window, the calendar, a setting.
await test("administration", async () => {
	for (const [who, cookies, pages] of [
		["ouyang.ming", {}, [["admin", "/admin/"], ["admin-organ", "/admin/organs/11990100009901315A"], ["admin-plans", "/admin/centres/C01/plans"],
			["admin-window", "/admin/windows/1"], ["admin-calendar", "/admin/calendar"], ["admin-draft-new", "/admin/calendar/drafts/new?calendar_year=2026"],
			["admin-setting", "/admin/settings/guide.no_title"]]],
		["ouyang.ming", { language: "en", care: "on" }, [["admin-settings-en", "/admin/settings"], ["admin-centre-en", "/admin/centres/C01"]]],
	]) {
		const person = await Person.come(who, { cookies });

		await person.sign_in(who);
		await look(person, pages, "");
	}
});
// Accounts and powers, as the security administrator keeps them; the record, as the auditor searches and verifies it.
await test("accounts and the record", async () => {
	for (const [who, cookies, pages] of [
		["situ.an", {}, [["admin-accounts", "/admin/accounts"], ["admin-account", "/admin/accounts/1"], ["admin-roles", "/admin/accounts/1/roles"],
			["admin-account-new", "/admin/accounts/new"], ["admin-locks", "/admin/locks"], ["admin-sessions", "/admin/sessions"]]],
		["shan.mingcha", { language: "en", care: "on" }, [["admin-audit-en", "/admin/audit"], ["admin-verify-en", "/admin/verify"], ["admin-sign-ins-en", "/admin/sign-ins"]]],
	]) {
		const person = await Person.come(who, { cookies });

		await person.sign_in(who);
		await look(person, pages, "");
	}
});
await test("by keyboard alone", keyboard_only);
await test("mistakes", mistakes_are_shown);
await browser_close();
await pages_judge();
done();
