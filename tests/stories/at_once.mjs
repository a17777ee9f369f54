// at_once.mjs - everybody presses at the same moment: one is done, all get a true answer.
import { done, expect, random_hex, signed_in, sql, test } from "../portal/portal.mjs";
import { application_ready } from "../portal/apply.mjs";

const visitor = await signed_in("chen.guoan");
const item = sql(`SELECT i.code FROM items i JOIN item_versions v ON v.id = i.published_id JOIN item_fields f ON f.version_id = v.id
	WHERE FIND_IN_SET('1', v.audiences) AND v.online_depth = 'full' ORDER BY i.code LIMIT 1`);

const events = (id, event) => sql(`SELECT COUNT(*) FROM case_events WHERE case_id = ${id} AND event = '${event}'`);
const at_once = (n, body) => Promise.all(Array.from({ length: n }, (unused, i) => body(i)));

await test("one form posted fifty times at once is filed once, with fifty equal answers", async () => {
	const { path, id } = await application_ready(visitor, item);
	const form = await visitor.form(`${path}/check`, "/submit");
	const fields = { ...form.fields, declaration: "1" };
	const answers = await at_once(50, () => visitor.post(form.action, fields));

	expect([...new Set(answers.map((answer) => `${answer.status} ${answer.location}`))].join(", "), `303 ${path}/receipt`, "the answers");
	expect(events(id, "submit"), "1", "submissions in the record");
});

await test("fifty different forms of one application at once: filed once, and all are led to its receipt", async () => {
	const { path, id } = await application_ready(visitor, item);
	const form = await visitor.form(`${path}/check`, "/submit");
	const answers = await at_once(50, () => visitor.post(form.action, { ...form.fields, declaration: "1", nonce: random_hex(16) }));

	expect([...new Set(answers.map((answer) => `${answer.status} ${answer.location}`))].join(", "), `303 ${path}/receipt`, "the answers");
	expect(events(id, "submit"), "1", "submissions in the record");
});

await test("numbers given at once are all different, without a gap", async () => {
	const people = [];
	const ready = [];

	for (const login of ["lin.xiaoyu", "zhao.yuting", "chen.guoan"])
		people.push(await signed_in(login));

	for (const person of people)
		ready.push({ person, ...await application_ready(person, item) });
	const forms = await Promise.all(ready.map(({ person, path }) => person.form(`${path}/check`, "/submit")));
	const answers = await Promise.all(ready.map(({ person }, i) => person.post(forms[i].action, { ...forms[i].fields, declaration: "1" })));

	expect(answers.every((answer) => answer.status === 303), true, "all are filed");
	const serials = sql(`SELECT SUBSTRING(number, 13, 6) FROM cases WHERE id IN (${ready.map(({ id }) => id)}) ORDER BY 1`).split("\n").map(Number);

	expect(serials.map((serial) => serial - serials[0]).join(), serials.map((unused, i) => i).join(), `serials ${serials}`);
});
done();
