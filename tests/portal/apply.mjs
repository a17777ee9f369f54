// apply.mjs - an application filled in over HTTP up to its last page, as an applicant would.
import { attributes_of, clock, forms_of } from "./portal.mjs";

// Something right for a control of a declared form.
function answer_for(control) {
	if (control.type === "date")
		return clock.today();
	if (control.type === "tel")
		return "19900000001";
	if (control.type === "email")
		return "lin@example.org";
	if (control.inputmode === "numeric" || control.inputmode === "decimal")
		return /width-5/.test(control.class) ? "644300" : "12";
	if (/ym-number/.test(control.class ?? ""))
		return "990102199603140028";
	return "按实际情况填写";
}

// The fields of a form, each with an answer: first choices, and what stands there already.
export function answers_for(form, html) {
	const fields = { ...form.fields };

	for (const control of form.controls) {
		if (["submit", "button", "file", "hidden"].includes(control.type) || (fields[control.name] ?? "") !== "")
			continue;
		if (control.type === "radio" || control.type === "checkbox")
			fields[control.name] = control.value;
		else if (control.tag === "select") {
			const [, options] = new RegExp(`<select[^>]*name="${control.name}"[^>]*>([\\s\\S]*?)</select>`).exec(html);

			fields[control.name] = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, tag]) => attributes_of(tag).value).find((value) => value !== "");
		} else
			fields[control.name] = answer_for(control);
	}
	return fields;
}

async function must_go_on(visitor, answer) {
	if (answer.status !== 303)
		throw new Error(`${visitor.name}: ${answer.path}: ${answer.status} ${/error-message[\s\S]{0,200}/.exec(answer.body)?.[0] ?? ""}`);
}

// A page that is not there has no links: taken for an empty list, its steps would be passed over.
async function page_of(visitor, path) {
	const page = await visitor.get(path);

	if (page.status !== 200)
		throw new Error(`${visitor.name}: ${path}: ${page.status}`);
	return page;
}

// Resolves to { id, path }: everything given, nothing submitted yet.
export async function application_ready(visitor, item) {
	const start = await page_of(visitor, `/items/${item}/apply`);
	let path = /\/applications\/\d+/.exec(start.body)?.[0];	// a draft of before goes on

	if (path === undefined) {
		const form = visitor.form_on(start, "/apply");
		const begun = await visitor.post(form.action, form.fields);

		await must_go_on(visitor, begun);
		path = /\/applications\/\d+/.exec(begun.location)[0];
	}
	const tasks = await page_of(visitor, path);

	for (const section of new Set(tasks.body.match(new RegExp(`${path}/form/\\d+`, "g")) ?? [])) {
		const page = await page_of(visitor, section);
		const form = visitor.form_on(page, /\/form\/\d+/);

		await must_go_on(visitor, await visitor.post(form.action, answers_for(form, page.body)));
	}
	const list = await page_of(visitor, `${path}/materials`);

	for (const material of new Set(list.body.match(new RegExp(`${path}/materials/\\d+`, "g")) ?? [])) {
		const page = await page_of(visitor, material);
		const form = forms_of(page.body).find((each) => /\/materials\/\d+$/.test(each.action));

		if (page.body.includes(`${path}/files/`))
			continue;		// given before, by a try that was cut
		await must_go_on(visitor, await visitor.post_files(form.action, { ...form.fields, given: "files" },
			[{ field: "files", name: "材料.txt", type: "text/plain", content: `sample material of ${path}\n` }]));
	}
	await must_go_on(visitor, await visitor.fill(`${path}/delivery`, { contact_name: "林晓雨", contact_phone: "19900000001", delivery: "window" }, { action: "/delivery" }));
	return { id: path.split("/").at(-1), path };
}
