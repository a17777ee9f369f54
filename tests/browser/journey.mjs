// journey.mjs - the main job in a real browser: an item published, applied for, handled, looked up.
//
// With YIMEN_DATA at hand the item is a real one, imported by a webmaster and published by an editor as they would;
// without it, one of the sample.  Then twice the whole way: at 1200 px with script, at 320 px without.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { build, clock, data, done, ok, sql, skip, test } from "../portal/portal.mjs";
import { Person, browser_close, browser_open, can_browse, output, pages_judge } from "./browser.mjs";

const why_not = can_browse();

if (why_not !== null) {
	console.log(`1..0 # SKIP ${why_not}`);
	process.exit(0);
}

const scan = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj " +
	"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const files = [{ name: "申请表.pdf", mimeType: "application/pdf", buffer: scan }, { name: "第二页.pdf", mimeType: "application/pdf", buffer: Buffer.concat([scan, Buffer.from("\n")]) }];

// ---- an item is published ----

// One real item for persons and enterprises, with several materials.
function real_item() {
	const file = `${data}/matters/guangdong.jsonl`;

	if (!existsSync(file))
		return null;
	const lines = readFileSync(file, "utf8").split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
	const item = lines.find((each) => each.service_object_name?.includes("自然人") && each.material_intro?.length >= 2 && each.material_intro.length <= 6 &&
		/^[0-9A-Z]{31}$/.test(each.TASK_CODE));

	mkdirSync(`${output}/given`, { recursive: true });
	writeFileSync(`${output}/given/item.jsonl`, `${JSON.stringify(item)}\n`);
	return { code: item.TASK_CODE, title: item.TASK_NAME, file: `${output}/given/item.jsonl` };
}

async function publish_import(item) {
	const webmaster = await Person.come("webmaster");
	const editor = await Person.come("editor");

	// The item is another province's: only who reaches all of them may bring it.
	sql("UPDATE accounts SET area_code = '000000' WHERE login IN ('yang.fan', 'ke.wen')");
	await webmaster.sign_in("yang.fan");
	await webmaster.see("publish-home");
	await webmaster.go("/publish/imports/new");
	await webmaster.see("publish-import-new");
	await webmaster.press("/publish/imports/new", { import_mapping: "guangdong", import_file: item.file });
	await webmaster.see("publish-import-dry-run");
	await webmaster.press("/apply");
	for (let i = 0; i < 20 && await webmaster.page.locator("progress").count() > 0; i++)
		await webmaster.page.reload();
	await webmaster.see("publish-import-applied");
	const path = webmaster.path().replace(/\?.*/, "");

	await editor.sign_in("ke.wen");
	await editor.go(path);
	await editor.press("/publish", { over_reason: "外省实施清单按原文试用，缺项由承办机构补齐。" });
	for (let i = 0; i < 20 && await editor.page.locator("progress").count() > 0; i++)
		await editor.page.reload();
	await editor.see("publish-import-published");
	await webmaster.go(`/publish/items/${item.code}`);
	await webmaster.see("publish-item");

	// What was imported has no form: the webmaster makes one, the editor publishes it.
	await webmaster.go(`/publish/versions/${sql(`SELECT published_id FROM items WHERE code = '${item.code}'`)}`);
	await webmaster.press("/redraft");
	await webmaster.see("publish-version");
	const draft = webmaster.path().replace(/\?.*/, "");

	await webmaster.go(`${draft}/fields/new`);
	await webmaster.see("publish-field-new");
	await webmaster.press("/fields/new", { field_name: "purpose", field_label: "申请事由", field_label_en: "Purpose", field_kind: "lines",
		field_required: "1", field_section: "申请内容" });
	await webmaster.go(`${draft}/fields/new`);
	await webmaster.press("/fields/new", { field_name: "begin_on", field_label: "开始日期", field_label_en: "From", field_kind: "day", field_section: "申请内容" });
	await webmaster.go(`${draft}/bases/new`);
	await webmaster.press("/bases/new", { basis_title: "实施清单所列依据", basis_article: "第一条", basis_text: "以清单原文为准。" });
	const materials = Number(sql(`SELECT COUNT(*) FROM item_materials WHERE version_id = ${/\d+$/.exec(draft)[0]}`));

	for (let n = 1; n <= materials; n++) {
		await webmaster.go(`${draft}/materials/${n}`);
		await webmaster.press(`/materials/${n}`, { material_basis: "实施清单所列依据第一条" });
	}
	await webmaster.go(`${draft}/checks`);
	await webmaster.see("publish-checks");
	await webmaster.go(draft);
	await webmaster.press("/submit");
	await editor.go(`${draft}/changes`);
	await editor.see("publish-changes");
	await editor.go(`${draft}/preview`);
	await editor.see("publish-preview");
	await editor.go(`${draft}/publish`);
	await editor.see("publish-publish");
	await editor.press("/publish", { effective_on: clock.today(), over_reason: "补充网上申请表，其余内容与原文一致。" });
	await editor.see("publish-version-published");
	await webmaster.leave();
	await editor.leave();
}

// The three colleagues of the item's organ.
function hire(organ) {
	return Object.fromEntries(["clerk", "reviewer", "approver"].map((role) => {
		const login = `${role}.${Math.random().toString(36).slice(2, 8)}`;
		const told = execFileSync(`${build}/yimenctl`, ["--config", process.env.YIMEN_CONFIG, "adduser", "--login", login, "--name",
			{ clerk: "季收件", reviewer: "审核明", approver: "许批准" }[role], "--organ", organ, "--role", role], { encoding: "utf8" });

		return [role, [login, /^password: (.*)$/m.exec(told)[1], /secret=([A-Z2-7]+)/.exec(told)[1]]];
	}));
}

// ---- the whole way ----

// Something right for every field of a declared form that is still empty.
async function fill_declared(person) {
	const form = person.page.locator('main form[method="post"]').first();

	for (const choice of await form.locator("select").all())
		await choice.selectOption({ index: 1 });
	for (const control of await form.locator("input:not([type=hidden]), textarea").all()) {
		const name = await control.getAttribute("name"), type = await control.getAttribute("type"), mode = await control.getAttribute("inputmode");
		const classes = await control.getAttribute("class");

		if (type === "radio" || type === "checkbox") {
			if (!await form.locator(`[name="${name}"]`).first().isChecked() && await form.locator(`[name="${name}"]:checked`).count() === 0)
				await control.check();
		} else if (type !== "file" && await control.inputValue() === "")
			await control.fill(type === "date" ? clock.today() : type === "tel" ? "13900000000" : type === "email" ? "lin@example.org" :
				mode === "numeric" && /width-5/.test(classes) ? "644300" : mode === "numeric" || mode === "decimal" ? "12" : "按实际情况填写");
	}
	return form;
}

// Where these links lead, each once.
const links = async (person, which) => [...new Set(await Promise.all((await person.page.locator(which).all()).map((link) => link.getAttribute("href"))))];

async function apply(person, item) {
	await person.sign_in("lin.xiaoyu");
	await person.go(`/items/${item.code}`);
	await person.see("guide");
	await person.click(`a[href$="/items/${item.code}/apply"]`);
	await person.see("apply-start");
	await person.press("/apply");
	await person.see("apply-tasks");
	const home = person.path().replace(/\?.*/, "");
	const sections = await person.page.locator(`main a[href*="${home}/form/"]`).count();

	for (let n = 1; n <= sections; n++) {
		await person.go(`${home}/form/${n}`);
		await person.see("apply-form");
		const form = await fill_declared(person);

		await person.click(form.locator("button[type=submit]:not([name])").first());
	}
	await person.go(`${home}/materials`);
	await person.see("apply-materials");
	const materials = await links(person, `main a[href*="${home}/materials/"]`);

	for (const [i, material] of materials.entries()) {
		await person.go(material);
		if (i === 0)
			await person.see("apply-material");
		const ways = await person.page.locator('[name="given"][type=radio]').count();

		await person.press(material, { ...ways > 0 ? { given: "files" } : {}, files: i === 0 ? files : files.slice(0, 1) });
		if (i === 0) {
			await person.go(material);
			await person.see("apply-material-given");
		}
	}
	await person.go(`${home}/delivery`);
	await person.see("apply-delivery");
	await person.press("/delivery", { contact_name: "林晓雨", contact_phone: "19900000001", delivery: "window" });
	await person.go(`${home}/check`);
	await person.see("apply-check");
	await person.press("/submit");
	await person.see("apply-check-refused", { status: 422 });
	await person.press("/submit", { declaration: "1" });
	await person.see("apply-receipt");
	const id = /\d+/.exec(home)[0];

	return { id, home, ...Object.fromEntries(["number", "query_code"].map((column) => [column, sql(`SELECT ${column} FROM cases WHERE id = ${id}`)])) };
}

async function handle(people, filed, applicant) {
	const at = `/office/cases/${filed.number}`;
	const { clerk, reviewer, approver } = people;

	// Asked once for all that is missing, the applicant supplies it.
	await clerk.go("/office/");
	await clerk.see("office-inbox");
	await clerk.click(`a[href="${at}"]`);
	await clerk.see("office-case");
	await clerk.press("/claim");
	await clerk.go(`${at}/ask_correction`);
	await clerk.see("office-correct");
	await clerk.press("/ask_correction", { form_defect: "联系电话无法接通", answer_by_on: new Date(clock.now() + 20 * 86400000).toISOString().slice(0, 10), correction_note: "请在期限内补正。" });
	await clerk.see("office-case-correction");
	await applicant.go("/my/");
	await applicant.see("my");
	await applicant.go(`/my/cases/${filed.number}`);
	await applicant.see("my-case-correction");
	await applicant.reads("联系电话无法接通");
	for (const way of await links(applicant, "section[aria-labelledby=correct] ol a")) {
		await applicant.go(way);
		const form = await fill_declared(applicant);

		await applicant.click(form.locator("button[type=submit]:not([name])").first());
	}
	await applicant.go(`/my/cases/${filed.number}`);
	await applicant.press("/resubmit", { note: "已更正联系电话。" });
	await applicant.see("my-case-resubmitted");

	await clerk.go(at);
	await clerk.press("/accept");
	await clerk.see("office-case-accepted");
	await clerk.go(`${at}/due`);
	await clerk.see("office-due");
	await reviewer.go(at);
	await reviewer.press("/start_review");
	await reviewer.go(`${at}/opinion`);
	await reviewer.see("office-opinion");
	await reviewer.press("/opinion", { verdict: "agree", opinion_text: "材料齐全，符合条件。" });
	await reviewer.see("office-case-opinion");
	await approver.go(`${at}/grant`);
	await approver.see("office-grant");
	await approver.press("/grant", { outcome_number: "示例许〔2026〕1号", decision_note: "准予许可。" });
	await approver.see("office-case-granted");
	await clerk.go(at);
	await clerk.press("/close");
	await clerk.go(`${at}/deliver`);
	await clerk.see("office-deliver");
	await clerk.press("/deliver", { receiver: "林晓雨", relation: "self", identity_seen: "card" });
	await clerk.see("office-case-delivered");
	await applicant.go(`/my/cases/${filed.number}`);
	await applicant.see("my-case-delivered");
	await applicant.go("/my/cases");
	await applicant.see("my-cases");
}

async function look_up(person, filed) {
	await person.go("/track");
	await person.see("track");
	await person.press("/track", { number: filed.number, query_code: "00000000" });
	await person.see("track-wrong", { status: 422 });
	await person.press("/track", { number: filed.number, query_code: filed.query_code });
	await person.see("track-result");
	await person.press("/track", {});
	await person.see("track-working");
	if ((await person.words()).includes("林晓雨"))
		throw new Error("the name is not masked");
}

async function whole_way(item, colleagues, { script, width }) {
	const applicant = await Person.come("applicant", { script, width });
	const filed = await apply(applicant, item);
	const people = {};

	for (const [role, login] of Object.entries(colleagues)) {
		people[role] = await Person.come(role, { script, width });
		await people[role].sign_in(...login);
	}
	await handle(people, filed, applicant);
	const anybody = await Person.come("anybody", { script, width });

	await look_up(anybody, filed);
	expect_state(filed);
	for (const person of [applicant, anybody, ...Object.values(people)])
		await person.leave();
}

function expect_state(filed) {
	const state = sql(`SELECT CONCAT(state, ' ', (SELECT COUNT(*) FROM case_files f WHERE f.case_id = c.id) > 1) FROM cases c WHERE id = ${filed.id}`);

	ok(state === "delivered 1", "the case is delivered, and its files are with it", state);
}

// ---- begin ----

await browser_open("journey");
let item = real_item();

if (item === null) {
	skip("a real item is imported and published", `no real items in ${data}`);
	item = { code: sql("SELECT code FROM items i JOIN item_versions v ON v.id = i.published_id WHERE i.organ_code = '11990100009901315A' AND v.online_depth = 'full' LIMIT 1") };
} else
	await test("a real item is imported, checked, published", () => publish_import(item));
const colleagues = hire(sql(`SELECT organ_code FROM items WHERE code = '${item.code}'`));

await test("the whole way, with script, on a wide screen", () => whole_way(item, colleagues, { script: true, width: 1200 }));
await test("the whole way, without script, on a telephone", () => whole_way(item, colleagues, { script: false, width: 320 }));
await browser_close();
await pages_judge();
done();
