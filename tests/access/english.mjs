// english.mjs - on English pages what is Chinese is said to be Chinese, for who has it read aloud and for the letters'
// shapes (WCAG 3.1.2): names, titles, reasons, what was typed.
//
// And what is one is told as one, not as "1 days".
//
// Everybody's pages are followed from link to link; of each kind of address (numbers alike, questions by their names) a few.
import { readFileSync } from "node:fs";
import { Visitor, done, expect, ok, signed_in, test } from "../portal/portal.mjs";

const each_kind = 2, pages_most = Number(process.env.YIMEN_PAGES ?? 300);
const chinese = /[\u4e00-\u9fff]/;
// Sentences of ours that name a Chinese sign.
const ours = new Set(readFileSync(`${process.env.YIMEN_SOURCE ?? "."}/templates/words/en.hdf`, "utf8").split("\n").filter((line) => chinese.test(line) && line.includes(" = "))
	.map((line) => line.replace(/^.*? = /, "")));
const many = /(?<![\d.,:/-])1 (working )?(days|hours|months|years|visits|services|documents|results|stars|files|letters|ratings|red cards)\b|\{\w+(\|[^}]*)?\}/;
const alone = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
// What cannot hold marks, or stands for what is sent; a title has the page's language.
const unheard = new Set(["script", "style", "textarea", "title", "option"]);

// The Chinese texts of a page that stand where English is spoken, and what English itself says wrongly.
function miscalled(html) {
	const found = new Set(), within = [{ tag: "", language: "" }];
	let skipping = "";

	for (const [, closing, name, rest, text] of html.replace(/<!--[\s\S]*?-->/g, "").matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^>"])*)>|([^<]+)/g)) {
		const here = within.at(-1), tag = name?.toLowerCase();

		if (skipping !== "" && !(closing === "/" && tag === skipping))
			continue;
		if (text !== undefined) {
			if (here.language === "en" && (many.test(text) || chinese.test(text) && !ours.has(text)))
				found.add(`<${here.tag}${here.look}> ${text.trim().slice(0, 40)}`);
		} else if (closing === "/") {
			skipping = "";
			while (within.length > 1 && within.pop().tag !== tag);
		} else if (!alone.has(tag) && !rest.endsWith("/")) {
			within.push({ tag, language: /\slang="([^"]*)"/.exec(rest)?.[1] ?? here.language, look: /\sclass="[^"]*"/.exec(rest)?.[0] ?? "" });
			skipping = unheard.has(tag) ? tag : "";
		}
	}
	return [...found];
}

const own = /^\/(my|applications|bookings|book|queue|papers|ask|password|items\/[^/]*\/)/;
const kind_of = (path) => path.replace(/\/[^/?]*\d[^/?]*/g, "/N").replace(/\?(.*)/, (whole, query) => `?${[...new URLSearchParams(query).keys()].sort().join("&")}`);
const links_of = (html) => [...html.matchAll(/<a\b[^>]*\shref="(\/[^"#]*)/g)].map(([, href]) => href.replaceAll("&amp;", "&"))
	.filter((href) => !/^\/(sign-out|look|static)|\/export|\.\w+(\?|$)/.test(href));

// Follows links of these folders from the first page on; resolves to how many pages were read, and what is wrong on which kind.
async function followed(visitor, folders, first) {
	const kinds = new Map(), waiting = [first], wrong = new Map();
	let read = 0;

	visitor.cookies.set("language", "en");
	while (waiting.length > 0 && read < pages_most) {
		const path = waiting.shift(), kind = kind_of(path);

		if ((kinds.get(kind) ?? 0) >= each_kind)
			continue;
		kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
		const { status, body } = await visitor.get(path);

		if (status !== 200 || !body.includes('<html lang="en"'))
			continue;
		read++;
		for (const each of miscalled(body))
			wrong.set(`${kind} ${each.replace(/> .*/s, "")}`, `${path} ${each}`);
		waiting.push(...links_of(body).filter((href) => folders.test(href)));
	}
	return { read, wrong: [...wrong.values()] };
}

await test("control: a name without its language is found, one that has it is not", () => {
	expect(miscalled('<html lang="en"><title>门</title><p>Door <b class="x">门</b><br><span lang="zh-CN">门<i>门</i></span></p></html>').join(), '<b class="x"> 门', "found");
	expect(miscalled('<html lang="en"><p>11 days, 1 day</p><i>in 1 working days</i><i>{n|s}</i></html>').length, 2, "one as many, and a place that was not filled");
});

for (const [login, first, folders] of [["", "/", /./], ["lin.xiaoyu", "/my/", own], ["chen.guoan", "/my/", own], ["shen.ruoxi", "/office/", /^\/office/],
	["gu.changqing", "/office/", /^\/office/], ["yang.fan", "/publish/", /^\/publish/], ["qin.jingming", "/watch/", /^\/watch/],
	["fu.tianyou", "/watch/", /^\/watch/], ["ouyang.ming", "/admin/", /^\/admin/], ["shan.mingcha", "/admin/", /^\/admin/]]) {
	const { read, wrong } = await followed(login === "" ? new Visitor() : await signed_in(login), folders, first);

	ok(read > 5 && wrong.length === 0, `${login || "anybody"}: ${read} pages in English, all that is Chinese on them called so, and one thing told as one`, wrong.join("\n"));
}
done();
