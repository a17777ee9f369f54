// routes.mjs - every route of the portal with somebody who may open it, as tests/access/policy.txt has it.
import { readFileSync } from "node:fs";
import { Visitor, signed_in, source } from "../portal/portal.mjs";
import { things } from "../access/things.mjs";

const logins = { applicant: "lin.xiaoyu", firm: "yunchuan.shanwei", clerk: "shen.ruoxi", reviewer: "gu.changqing", approver: "luo.qiming",
	webmaster: "yang.fan", editor: "ke.wen", supervisor: "qin.jingming", leader: "fu.tianyou", helper: "he.lewei", system: "ouyang.ming",
	security: "situ.an", auditor: "shan.mingcha" };
const programs = ["office", "publish", "watch", "papers", "admin"];
const program_of = (path) => /^\/(sign-in|sign-up|sign-out|password)/.test(path) ? "signin" :
	programs.find((name) => path === `/${name}` || path.startsWith(`/${name}/`)) ?? "public";

function policy() {
	const named = {}, rows = [];
	let subjects = [];

	for (const line of readFileSync(`${source}/tests/access/policy.txt`, "utf8").split("\n")) {
		const [first, second, ...cells] = line.replace(/(^|\s)#.*/, "").replace(/\s+with\s.*/, "").trim().split(/\s+/);

		if (first === "route")
			subjects = [second, ...cells];
		else if (first === "who")
			named[second] = cells;
		else if (first === "GET" || first === "POST")
			rows.push({ method: first, path: second, cells: cells.length > 1 ? cells : named[cells[0]] ?? subjects.map(() => cells[0]) });
	}
	return { subjects, rows };
}

// { rows: [ { method, route, path, program, visitor } ], put_away }: a POST is one that its form refuses (400, 422).
export async function doors() {
	const { subjects, rows } = policy();
	const owned = await things();
	const people = { nobody: new Visitor() };
	const found = [];

	for (const row of rows) {
		const name = Object.keys(logins).find((each) => ["ok", "in"].includes(row.cells[subjects.indexOf(each)]));
		const program = program_of(row.path);

		if (name === undefined || (row.method === "POST" && program === "signin"))
			continue;		// what only leads on, and what asks for a password
		if (people[name] === undefined) {
			people[name] = await signed_in(logins[name]);
			people[name].form_token = await people[name].token();
		}
		found.push({ method: row.method, route: row.path, program, visitor: people[name],
			path: row.path.replace(/:([a-z_]+)/g, (whole, part) => owned[part]?.(row.path) ?? "1") });
	}
	return { rows: found, put_away: owned.put_away };
}

// One visit; whatever the page did to the cookies, the next one meets the same person.
export async function visit(row) {
	const jar = new Map(row.visitor.cookies);
	const answer = row.method === "GET" ? await row.visitor.get(row.path) : await row.visitor.post(row.path, { token: row.visitor.form_token });

	row.visitor.cookies = jar;
	return answer;
}
