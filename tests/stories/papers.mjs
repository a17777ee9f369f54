// papers.mjs - the papers of a case, all its way: each act has its paper, with the right number, date and code; what a
// machine reads in the PDF is what stands on the page; and anybody may ask whether a paper is genuine.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { clock, done, expect, random_hex, signed_in, skip, sql, sql_rows, test, Visitor, words_of } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";

// Of the organ of clerk, reviewer and approver; open to persons, and wholly online.
const item = sql(`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id JOIN item_fields f ON f.version_id = v.id
	WHERE FIND_IN_SET('1', v.audiences) AND v.online_depth = 'full' AND v.organ_code = '11990100009901315A' ORDER BY i.code LIMIT 1`);
const folder = mkdtempSync(`${tmpdir()}/yimen-papers-`);
const hostile = "<title>假</title> & \"引号\" '㐂䶮𠮷'";

if (!clock.stands())
	clock.set("2026-11-23 09:00:00");

const people = {};
const as = async (login) => people[login] = await signed_in(login);
const papers = (id) => sql_rows(`SELECT kind, code, number, issued_on, state FROM papers WHERE case_id = ${id} ORDER BY id`)
	.map(([kind, code, number, issued_on, state]) => ({ kind, code, number, issued_on, state }));
const kinds = (id) => papers(id).map(({ kind }) => kind).join(" ");
const shown = (code) => code.match(/.{4}/g).join("-");
const chinese = (day) => { const [y, m, d] = day.split("-").map(Number); return `${y}年${m}月${d}日`; };

// The text of a PDF, as a machine reads it; and its pages, by the way.
function text_of(bytes) {
	writeFileSync(`${folder}/paper.pdf`, bytes);
	return execFileSync("pdftotext", ["-enc", "UTF-8", `${folder}/paper.pdf`, "-"], { encoding: "utf8" });
}
const squeezed = (text) => text.replace(/\s+/g, "");

async function go(visitor, page, action, fields) {
	const answer = await visitor.fill(page, fields, { action });

	expect(answer.status, 303, `${visitor.name} ${action} ${words_of(answer.body ?? "").slice(0, 300)}`);
}

let readers = true;
try {
	execFileSync("pdftotext", ["-v"], { stdio: "ignore" });
} catch {
	readers = false;
}

let id, number;

await test("every act that is told in writing leaves its paper", async () => {
	const lin = await as("lin.xiaoyu");

	({ id } = await application_ready(lin, item));
	await go(lin, `/applications/${id}/check`, "/submit", { declaration: "1" });
	number = sql(`SELECT number FROM cases WHERE id = ${id}`);
	expect(kinds(id).split(" ")[0], "receipt", "after submission");

	const clerk = await as("shen.ruoxi"), office = `/office/cases/${number}`;

	await go(clerk, `${office}/ask_correction`, "/ask_correction", { form_defect: hostile, correction_note: "请补正" });
	await go(lin, `/my/cases/${number}`, "/resubmit", {});
	await go(clerk, office, "/accept", {});
	const reviewer = await as("gu.changqing");

	await go(reviewer, office, "/start_review", {});
	await go(reviewer, `${office}/suspend`, "/suspend", { pause_kind: "expert_review", expected_days: "4", pause_reason: "须由专家评审" });
	await go(reviewer, `${office}/resume`, "/resume", { resume_note: "评审通过" });
	const wanted = "receipt correction correction_receipt accepted special special_ended";

	expect(kinds(id).replace("promise ", ""), wanted, "the papers");
	expect(papers(id).every(({ state }) => state === "valid"), true, "all stand");
	expect(papers(id).every(({ issued_on }) => issued_on === clock.today()), true, "all bear today's date");
});

await test("a document number has the organ's mark, the paper's, the year, and a serial without a gap", async () => {
	const year = clock.today().slice(0, 4);

	for (const { kind, number: document } of papers(id))
		expect(/^云市监(收|诺|补|补收|受|特|特结)〔(\d{4})〕(\d{6})号$/.exec(document)?.[2], year, `${kind}: ${document}`);
	expect(sql(`SELECT COUNT(*) = MAX(CAST(REGEXP_SUBSTR(number, '[0-9]{6}(?=号)') AS INT)) FROM papers WHERE kind = 'accepted'
		AND organ_code = '11990100009901315A' AND YEAR(issued_on) = ${year}`), "1", "serials are as many as papers");
});

await test("the PDF can be read by machines: number, code, dates, and what people wrote as they wrote it", async () => {
	if (!readers)
		return skip("pdftotext reads the PDF", "there is no pdftotext");
	const due = sql(`SELECT promised_on FROM cases WHERE id = ${id}`);

	for (const paper of papers(id)) {
		const answer = await people["lin.xiaoyu"].get(`/papers/${paper.code}.pdf`);
		const text = squeezed(text_of(answer.bytes));

		expect(answer.status, 200, paper.kind);
		expect(answer.headers["content-type"], "application/pdf", paper.kind);
		expect(text.includes(squeezed(paper.number)), true, `${paper.kind}: its number`);
		expect(text.includes(shown(paper.code)), true, `${paper.kind}: its code`);
		expect(paper.kind === "promise" || text.includes(chinese(paper.issued_on)), true, `${paper.kind}: its date`);
		if (paper.kind === "special_ended" && due !== "NULL")
			expect(text.includes(chinese(due)), true, `the day it is due, ${due}`);
		if (paper.kind === "correction")
			expect(text.includes(squeezed(hostile)), true, "the defect, rare letters and all");
	}
});

await test("the page says the same, and escapes it", async () => {
	const correction = papers(id).find(({ kind }) => kind === "correction");
	const page = await people["lin.xiaoyu"].get(`/papers/${correction.code}`);

	expect(page.status, 200, "the page");
	expect(page.body.includes("<title>假"), false, "a tag of the clerk's");
	expect(squeezed(words_of(page.body)).includes(squeezed(hostile)), true, "the defect");
	expect(page.body.includes(correction.number), true, "its number");
});

await test("applicant, officer and whoever looks the case up find the list", async () => {
	const code = sql(`SELECT query_code FROM cases WHERE id = ${id}`), one = papers(id)[0];

	for (const [login, path] of [["lin.xiaoyu", `/my/cases/${number}`], ["lin.xiaoyu", `/applications/${id}/receipt`],
		["shen.ruoxi", `/office/cases/${number}`]])
		expect((await people[login].get(path)).body.includes(`/papers/${one.code}.pdf`), true, path);
	const found = await new Visitor().fill("/track", { number, query_code: code }, { action: "/track" });

	expect(found.body.includes(one.number), true, "the look-up names the paper");
	expect(found.body.includes(one.code), false, "the look-up tells its code");
});

await test("anybody may verify a paper, and learns no more than it takes", async () => {
	const one = papers(id).find(({ kind }) => kind === "accepted"), nobody = new Visitor();
	const page = await nobody.get(`/verify/${one.code}`), words = words_of(page.body);

	expect(page.status, 200, "the page");
	for (const word of ["这份文书是真实的，现在有效", "受理决定书", one.number, "云川市市场监督管理局", chinese(one.issued_on)])
		expect(words.includes(word), true, word);
	expect(words.includes("林晓雨"), false, "the applicant's name");
	expect((await nobody.get(`/verify?paper_code=${shown(one.code).toLowerCase()}`)).location, `/verify/${one.code}`, "as typed");
	expect((await nobody.get(`/papers/${one.code}`)).location.startsWith("/sign-in"), true, "all of it is not for nobody");
});

await test("granted and delivered: decision and proof of delivery, each to be verified", async () => {
	const office = `/office/cases/${number}`, approver = await as("luo.qiming"), clerk = await as("shen.ruoxi");
	const licence = sql(`SELECT v.kind = '01' FROM cases c JOIN item_versions v ON v.id = c.item_version_id WHERE c.id = ${id}`) === "1";

	await go(approver, `${office}/grant`, "/grant", { outcome_number: "证2026-0001", decision_note: "经审查，符合条件", validity: "long" });
	// What the item's flow still asks for between decision and delivery: sealed, issued.
	for (const [position, role] of sql_rows(`SELECT position, role FROM case_tasks WHERE case_id = ${id} AND state = 'open' ORDER BY position`))
		await go({ clerk, approver, reviewer: people["gu.changqing"] }[role], `${office}/tasks/${position}`, `/tasks/${position}`, { task_body: "已办" });
	await go(clerk, office, "/close", {});
	await go(clerk, `${office}/deliver`, "/deliver", { delivered_by: "window", receiver: "林晓雨", relation: "self", identity_seen: "card" });
	expect(kinds(id).split(" ").slice(-2).join(" "), `${licence ? "licence_granted" : "granted"} delivery`, "the papers");
	for (const { kind, code, number: document } of papers(id)) {
		const words = words_of((await new Visitor().get(`/verify/${code}?${random_hex(4)}`)).body);

		expect(words.includes("这份文书是真实的，现在有效") && words.includes(document), true, `${kind} is verified`);
	}
	if (!readers)
		return skip("pdftotext reads the proof of delivery", "there is no pdftotext");
	const text = squeezed(text_of((await people["lin.xiaoyu"].get(`/papers/${papers(id).at(-1).code}.pdf`)).bytes));

	for (const word of ["送达回证", "证2026-0001", "窗口领取", "受送达人（签名或者盖章）"])
		expect(text.includes(word), true, word);
});

await test("the approver recalls a mistaken paper: it is kept, verified as recalled, and its applicant told", async () => {
	const one = papers(id).find(({ kind }) => kind === "special_ended"), approver = people["luo.qiming"], lin = people["lin.xiaoyu"];
	const page = `/office/papers/${one.code}/recall`, reason = `${hostile}，日期写错`;

	expect((await approver.get(`/office/cases/${number}`)).body.includes(page), true, "the approver is offered it");
	expect((await people["shen.ruoxi"].get(`/office/cases/${number}`)).body.includes(page), false, "the clerk is not");
	expect((await people["shen.ruoxi"].get(page)).status, 403, "nor let in");
	expect((await approver.fill(page, {}, { action: "/recall" })).status, 422, "without a reason");
	expect((await approver.fill(page, { version: "9", recall_reason: reason }, { action: "/recall" })).status, 409, "of another version");
	expect(papers(id).find(({ code }) => code === one.code).state, "valid", "it stands");
	await go(approver, page, "/recall", { recall_reason: reason });
	expect(papers(id).filter(({ state }) => state !== "valid").map(({ code }) => code).join(), one.code, "it alone is recalled");
	const verified = words_of((await new Visitor().get(`/verify/${one.code}?recalled`)).body);

	expect(verified.includes("已经收回") && verified.includes("文书有误"), true, "who verifies it is told");
	expect(verified.includes("日期写错"), false, "but not why, in words about the applicant");
	expect(squeezed(words_of((await lin.get(`/papers/${one.code}`)).body)).includes(squeezed(reason)), true, "its applicant reads why");
	expect((await lin.get(`/papers/${one.code}.pdf`)).status, 200, "and may still draw it");
	expect(sql(`SELECT COUNT(*) FROM outbox WHERE case_id = ${id} AND kind = 'paper_recalled' AND channel = 'site'`), "1", "told once");
	expect(sql(`SELECT COUNT(*) FROM acts WHERE act = 'paper_recall' AND subject = 'papers/${one.code}'`), "1", "the act is kept");
	expect(words_of((await approver.get(page)).body).includes("已经失效"), true, "it is not recalled twice");
});

await test("a forged, a mistyped and an altered paper are told as such", async () => {
	const one = papers(id).find(({ kind }) => kind === "accepted"), nobody = new Visitor();
	const says = async (code) => words_of((await nobody.get(`/verify/${code}?${random_hex(4)}`)).body);	// past nginx's second

	expect((await says("0000000000000000")).includes("没有查到这份文书"), true, "a code of nobody's");
	expect((await says(one.code.slice(0, 15) + (one.code[15] === "0" ? "1" : "0"))).includes("防伪码输入有误"), true, "a wrong letter");
	sql(`UPDATE papers SET issued_on = issued_on - INTERVAL 1 DAY WHERE code = '${one.code}'`);
	expect((await says(one.code)).includes("不能证明其真实"), true, "another date");
	expect((await people["lin.xiaoyu"].get(`/papers/${one.code}.pdf`)).status, 409, "it is not drawn");
	sql(`UPDATE papers SET issued_on = issued_on + INTERVAL 1 DAY, content = REPLACE(content, '云川市', '云河市') WHERE code = '${one.code}'`);
	expect((await people["lin.xiaoyu"].get(`/papers/${one.code}`)).status, 409, "another text is not shown");
	sql(`UPDATE papers SET content = REPLACE(content, '云河市', '云川市') WHERE code = '${one.code}'`);
	expect((await people["lin.xiaoyu"].get(`/papers/${one.code}`)).status, 200, "as it was");
});

await test("wrong codes are counted by address", async () => {
	const nobody = new Visitor();
	let last = 0;

	for (let i = 0; i < 70 && last !== 429; i++)
		last = (await nobody.get(`/verify/0000000000000000?${i}`)).status;
	expect(last, 429, "at last");
	sql("DELETE FROM throttles");
});

await test("what is taken back has its papers recalled, and submitted again a new one", async () => {
	const chen = await as("chen.guoan");
	const { id: mine } = await application_ready(chen, item);

	await go(chen, `/applications/${mine}/check`, "/submit", { declaration: "1" });
	const [first] = papers(mine);

	await go(chen, `/applications/${mine}/receipt`, "/take_back", {});
	expect(papers(mine)[0].state, "recalled", "the receipt");
	expect(words_of((await new Visitor().get(`/verify/${first.code}?again`)).body).includes("已经收回"), true, "verified");
	if (readers) {
		const pdf = await chen.get(`/papers/${first.code}.pdf`);

		expect(pdf.status, 200, "it may still be read");
	}
	await go(chen, `/applications/${mine}/check`, "/submit", { declaration: "1" });
	const now = papers(mine).filter(({ kind }) => kind === "receipt");

	expect(now.map(({ state }) => state).join(" "), "recalled valid", "the receipts");
	expect(now[0].number === now[1].number, false, "a number is given once");
});

await test("a paper is its applicant's and the organ's: to others it is not there", async () => {
	const [one] = papers(id), firm = await as("yunchuan.shanwei"), stranger = await as("tang.xiaoman");

	for (const visitor of [firm, stranger, people["chen.guoan"]])
		for (const path of [`/papers/${one.code}`, `/papers/${one.code}.pdf`, `/papers/${one.code}/qr.svg`])
			expect((await visitor.get(path)).status, 404, `${visitor.name} ${path}`);
	expect((await people["shen.ruoxi"].get(`/papers/${one.code}.pdf`)).status, 200, "the clerk of the organ");
});

await test("no act without its paper: where none can be written, nothing is done", async () => {
	const lin = people["lin.xiaoyu"];
	const { id: mine } = await application_ready(lin, item);
	const form = await lin.form(`/applications/${mine}/check`, "/submit");
	const before = sql("SELECT COUNT(*) FROM papers");

	sql("RENAME TABLE papers TO papers_away");
	const answer = await lin.post(form.action, { ...form.fields, declaration: "1", nonce: random_hex(16) });

	sql("RENAME TABLE papers_away TO papers");
	expect(answer.status, 503, "the answer");
	expect(sql(`SELECT state FROM cases WHERE id = ${mine}`), "draft", "the case");
	expect(sql("SELECT COUNT(*) FROM papers"), before, "papers");
});

rmSync(folder, { recursive: true });
done();
