// naughty.mjs - strings that break other people's portals, typed into every text field of signing up and applying.
//
// Each is refused whole (400: characters no text has), or told to be wrong (422) or kept (303); and wherever it is shown
// again it is the very same text, never markup.
import { existsSync, readFileSync } from "node:fs";
import { Visitor, data, done, forms_of, ok, signed_in, sql, skip, test } from "../portal/portal.mjs";
import { answers_for, application_ready } from "../portal/apply.mjs";

const own = [
	"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'-alert(1)-'", "</textarea><script>alert(1)</script>", "&lt;b&gt; &amp;amp;",
	"{{7*7}} <?cs var:words ?> ${7*7}", "'; DROP TABLE cases; --", "\\'; --", "%s%n%x", "=cmd|' /C calc'!A0", "../../etc/passwd", "javascript:alert(1)",
	"𠮷野家 👩‍👩‍👧‍👦 é é", "\u200bzero\u200bwidth\ufeff", "الكتابة من اليمين", "\u202egnp.exe", "\u0000null", "bell\u0007", "a\tb", "a\nb\nc", "　全角空格　", "x".repeat(5000),
];
const file = `${data}/inputs/blns.json`;
const strings = [...own, ...existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : []];

if (!existsSync(file))
	skip("other people's naughty strings", `${file} is not there`);

// What no text has: such a form is refused as it is.
const impossible = (text) => /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|[\ufffe\uffff]/.test(text) || /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text) ||
	[...text].some((letter) => (letter.codePointAt(0) & 0xfffe) === 0xfffe);
// As the portal keeps it: line ends made one, blanks around it gone.
const tidy = (text) => text.replace(/\r\n?/g, "\n").replace(/^[\s\u3000]+|[\s\u3000]+$/gu, (blanks) => blanks.replace(/[ \t\n\v\f\r\u3000]/g, ""));
const shows_raw = (html, text) => text.length > 6 && /[<>"']/.test(text) && html.includes(text);

async function sign_up(path, names) {
	const visitor = new Visitor();
	const wrong = [];
	const form = await visitor.form(path, path);

	for (const text of strings)
		for (const name of names) {
			const answer = await visitor.post(path, { ...form.fields, [name]: text });
			const about = `${name}=${JSON.stringify(text).slice(0, 80)}: ${answer.status}`;

			if (answer.status !== (impossible(text) ? 400 : 422))
				wrong.push(about);
			if (shows_raw(answer.body, text))
				wrong.push(`${about}: is markup`);
			if (answer.status !== 422)
				continue;
			const back = forms_of(answer.body).find((each) => each.action === path).fields[name] ?? "";

			// Numbers are tidied further; a name stands as it was typed.
			if (["full_name", "firm_name", "address"].includes(name) && back !== tidy(text))
				wrong.push(`${about}: came back as ${JSON.stringify(back).slice(0, 80)}`);
		}
	if (wrong.length > 0)
		throw new Error(wrong.slice(0, 20).join("\n"));
}

async function apply() {
	const visitor = await signed_in("chen.guoan");
	const item = sql(`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id JOIN item_fields f ON f.version_id = v.id
		WHERE FIND_IN_SET('1', v.audiences) AND v.online_depth = 'full' AND f.kind IN ('text', 'lines') ORDER BY i.code LIMIT 1`);
	const { path, id } = await application_ready(visitor, item);
	const wrong = [];

	for (const section of new Set((await visitor.get(path)).body.match(new RegExp(`${path}/form/\\d+`, "g")))) {
		const page = await visitor.get(section);
		const form = visitor.form_on(page, /\/form\/\d+/);
		const texts = form.controls.filter((control) => (control.tag === "textarea" || control.type === "text") && control.inputmode === undefined && !/ym-number/.test(control.class));

		for (const control of texts)
			for (const text of strings) {
				const answer = await visitor.post(form.action, { ...answers_for(form, page.body), [control.name]: text });
				const about = `${section} ${control.name}=${JSON.stringify(text).slice(0, 80)}: ${answer.status}`;

				if (impossible(text) ? answer.status !== 400 : ![303, 422].includes(answer.status))
					wrong.push(about);
				if (answer.status !== 303)
					continue;
				const again = await visitor.get(section);
				const back = visitor.form_on(again, /\/form\/\d+/).fields[control.name] ?? "";

				if (back !== tidy(text))
					wrong.push(`${about}: kept as ${JSON.stringify(back).slice(0, 80)}`);
				if (shows_raw(again.body, text))
					wrong.push(`${about}: is markup`);
			}
		// The last one stays, for the officer to read.
		if (texts.length > 0)
			await visitor.post(form.action, { ...answers_for(form, page.body), [texts[0].name]: own[1] });
	}
	if (wrong.length > 0)
		throw new Error(wrong.slice(0, 20).join("\n"));

	await visitor.fill(`${path}/check`, { declaration: "1" }, { action: "/submit" });
	const [number, organ] = sql(`SELECT number, organ_code FROM cases WHERE id = ${id}`).split("\t");
	const clerk = sql(`SELECT a.login FROM accounts a JOIN account_roles r ON r.account_id = a.id WHERE r.role = 'clerk' AND a.disabled = 0 AND a.expires_on IS NULL AND a.organ_code = '${organ}' AND a.login LIKE '%.%' ORDER BY a.id LIMIT 1`);
	const officer = await signed_in(clerk);

	for (const page of [await officer.get(`/office/cases/${number}`), await visitor.get(`/my/cases/${number}`)])
		if (page.status !== 200 || shows_raw(page.body, own[1]) || !page.body.includes("&lt;img src=x"))
			throw new Error(`${page.path}: ${page.status}, or the text is not there as text`);
}

async function search() {
	const visitor = new Visitor();
	const wrong = [];

	for (const text of strings.filter((each) => each.length < 500))
		for (const path of ["/items?q=", "/open/?q=", "/items/", "/open/docs/", "/look?back="]) {
			const answer = await visitor.get(path + encodeURIComponent(text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "")));

			if (![200, 303, 400, 404, 422].includes(answer.status) || shows_raw(answer.body, text))
				wrong.push(`${path}${JSON.stringify(text).slice(0, 80)}: ${answer.status}`);
			if (path.startsWith("/look") && answer.status === 303 && !/^\/(?![/\\])/.test(answer.location))
				wrong.push(`${path}${JSON.stringify(text)}: sent to ${answer.location}`);
		}
	if (wrong.length > 0)
		throw new Error(wrong.slice(0, 20).join("\n"));
}

const rows = () => sql("SELECT CONCAT((SELECT COUNT(*) FROM accounts), ' ', (SELECT COUNT(*) FROM secrets))");
const before = rows();

await test(`signing up as a person, ${strings.length} strings`, () => sign_up("/sign-up/person", ["full_name", "citizen_number", "mobile"]));
await test("signing up as an enterprise", () => sign_up("/sign-up/enterprise", ["firm_name", "credit_code", "legal_name", "address"]));
ok(rows() === before, "nobody was signed up");
await test("searching, opening, going back", search);
await test("applying, and what the officer reads", apply);
ok(sql("SELECT COUNT(*) FROM cases") !== "", "the tables are still there");
done();
