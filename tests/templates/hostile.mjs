// hostile.mjs - every page template drawn with nothing but hostile values, and nothing of them comes out alive.
//
// The names a template reads are found in its source, through its loops and calls; each gets a value that would end an
// attribute, an element, a comment or a script.  In the drawn page the value may stand as text and in no other way.
// Words, asset and site are ours and stay themselves.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { build, done, ok, source } from "../portal/portal.mjs";

const templates = `${source}/templates`;
const hostile = "\"'><zz yy=1></script></textarea>--><zz>&{{}}";
const ours = /^(words|asset|site)(\.|\[|$)/;

// ---- what a template reads ----

// A template as a flat list of commands.
const commands = {};

function commands_of(name) {
	return commands[name] ??= [...readFileSync(`${templates}/${name}`, "utf8").matchAll(/<\?cs\s+([\s\S]*?)\s*\?>/g)].map(([, text]) => text)
		.filter((text) => !text.startsWith("#")).map((text) => {
			const [, verb, rest = ""] = /^(\/?\w+)\s*[:!]?\s*([\s\S]*)$/.exec(text);

			return { verb, rest };
		});
}

const macros = {};				// name → { params, body }

function macros_read(name) {
	const list = commands_of(name);

	for (let i = 0; i < list.length; i++) {
		if (["include", "linclude"].includes(list[i].verb) && /"(.*)"/.test(list[i].rest))
			macros_read(/"(.*)"/.exec(list[i].rest)[1]);
		if (list[i].verb !== "def")
			continue;
		const [, macro, params] = /^(\w+)\(([^)]*)\)/.exec(list[i].rest);
		const end = list.findIndex((each, at) => at > i && each.verb === "/def");

		macros[macro] = { params: params.split(",").map((param) => param.trim()).filter((param) => param !== ""), body: list.slice(i + 1, end) };
		i = end;
	}
}

// One expression's names, each as the page's own: an alias at its beginning replaced, [x] resolved where x is known.
function names_in(expression, bound) {
	const names = [];
	let rest = expression.replace(/"(?:[^"\\]|\\.)*"/g, (literal) => literal.includes("]") ? '""' : literal);

	for (const [whole] of rest.matchAll(/[A-Za-z_][\w.]*(?:\[[^\]]*\][\w.]*)*/g)) {
		const name = resolve(whole, bound);

		if (name !== null)
			names.push(name);
	}
	return names;
}

function resolve(name, bound) {
	const indexed = name.replace(/\[([^\]]*)\]/g, (whole, index) => {
		const literal = /^"(.*)"$/.exec(index)?.[1] ?? (/^\d+$/.test(index) ? index : bound[index]?.literal);

		return literal === undefined ? ".0" : `.${literal}`;
	});
	const [first, ...more] = indexed.split(".");

	if (bound[first] === undefined)
		return /^(var|name|url_escape|url_validate|chinese|first|last|len|subcount|html_escape|string)$/.test(first) && more.length === 0 ? null : indexed;
	return bound[first].path === undefined ? null : [bound[first].path, ...more].join(".");
}

function read(list, bound, names, depth) {
	const stack = [];
	let here = { ...bound };

	for (const { verb, rest } of list) {
		if (verb === "each" || verb === "with") {
			const [, alias, expression] = /^(\w+)\s*=\s*([\s\S]*)$/.exec(rest);
			const path = resolve(expression.trim(), here);

			stack.push(here);
			here = { ...here, [alias]: { path: path === null ? undefined : verb === "each" ? `${path}.0` : path } };
		} else if (verb === "/each" || verb === "/with")
			here = stack.pop();
		else if (verb === "call") {
			const [, macro, inner] = /^(\w+)\(([\s\S]*)\)$/.exec(rest.trim()) ?? [];

			if (macros[macro] === undefined || depth > 12)
				continue;
			const args = [...inner.matchAll(/\s*("(?:[^"\\]|\\.)*"|[^,()]*(?:\([^()]*\))?[^,()]*)\s*(?:,|$)/g)].map(([, arg]) => arg.trim());
			const next = {};

			macros[macro].params.forEach((param, i) => {
				const literal = /^"(.*)"$/.exec(args[i] ?? "")?.[1] ?? here[args[i]]?.literal;

				next[param] = literal !== undefined ? { literal } : { path: resolve(args[i] ?? "", here) ?? undefined };
				names_in(args[i] ?? "", here).forEach((name) => names.add(name));
			});
			read(macros[macro].body, { ...here, ...next }, names, depth + 1);
		} else if (["var", "uvar", "lvar", "evar", "alt", "if", "elif", "name", "set"].includes(verb))
			names_in(rest, here).forEach((name) => names.add(name));
	}
	return names;
}

function outside_macros(list) {
	const kept = [];
	let inside = 0;

	for (const command of list) {
		inside += command.verb === "def" ? 1 : 0;
		if (inside === 0)
			kept.push(command);
		inside -= command.verb === "/def" ? 1 : 0;
	}
	return kept;
}

// ---- drawing ----

const dir = mkdtempSync(`${tmpdir()}/hostile-`);

macros_read("frame.cs");
for (const folder of readdirSync(templates, { withFileTypes: true }).filter((each) => each.isDirectory() && !["words", "papers"].includes(each.name)).map((each) => each.name))
	for (const file of readdirSync(`${templates}/${folder}`).filter((name) => name.endsWith(".cs")))
		macros_read(`${folder}/${file}`);

let told = 0;

for (const folder of ["public", "signin", "office", "publish", "admin"]) {
	const wrong = [];
	let pages = 0, values = 0;

	for (const file of readdirSync(`${templates}/${folder}`).filter((name) => name.endsWith(".cs"))) {
		const body = `${folder}/${file}`;
		const names = read(outside_macros(commands_of("frame.cs")), {}, new Set(), 0);

		read(outside_macros(commands_of(body)), {}, names, 0);
		// page.body is the route table's; .html is Markdown made safe (tests of answer.c); a name below a value needs no value itself.
		const given = [...names].filter((name) => !ours.test(name) && name !== "page.body" && !/(^|\.)html$/.test(name) && /^[A-Za-z_][\w.]*$/.test(name));

		writeFileSync(`${dir}/page.hdf`, given.map((name) => `${name} = ${hostile}\n`).join(""));
		const html = execFileSync(`${build}/tests/templates/render`, ["-r", templates, "-b", body, "-w", `${templates}/words/zh.hdf`, "frame.cs", `${dir}/page.hdf`],
			{ encoding: "utf8", maxBuffer: 1 << 26 });
		const alive = /[^]{0,80}(<zz|<\/script><\/textarea>|"'>)[^]{0,40}/.exec(html.replaceAll("&lt;zz", ""));

		pages++;
		values += html.split("&lt;zz yy=1").length - 1;
		if (alive !== null)
			wrong.push(`${body}: …${alive[0].replace(/\s+/g, " ")}…`);
		if (!html.includes("&lt;zz yy=1"))
			wrong.push(`${body}: no value was drawn at all`);
	}
	told += values;
	ok(wrong.length === 0, `${folder}: ${pages} templates, ${values} hostile values drawn, none alive`, wrong.slice(0, 20).join("\n"));
}
ok(told > 1000, `the values were really drawn: ${told}`);
rmSync(dir, { recursive: true });
done();
