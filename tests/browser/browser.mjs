// browser.mjs - people with a real browser, and what is asked of every page they see.
//
// see() holds each page to FACE.md: axe finds no violation and leaves nothing open, at the visitor's width and at 320;
// nothing sticks out sideways at 320; its source is kept for the Nu checker and html-validate, which judge all pages at
// the end in one run.  With YIMEN_SHOTS=1 screenshots at 320, 375 and 1200 px stay in var/check/browser/shots, to be
// looked at; nothing is judged by them, and they take a third of the time.
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { address, build, clock, ok, sample_password, skip, source, totp } from "../portal/portal.mjs";

const require = createRequire(`${source}/package.json`);

export const output = `${build}/var/check/browser`;
const shots = `${output}/shots`;
let pages = null;

const chromium_path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

let browser = null;
let axe_source = null;
const seen = new Set();			// names of pages whose source is kept

export function can_browse() {
	try {
		require.resolve("playwright-core");
		require.resolve("axe-core");
	} catch {
		return "npm packages are not installed";
	}
	return chromium_path === undefined ? "there is no chromium" : null;
}

// name: of the test, whose pages are judged together.
export async function browser_open(name) {
	pages = `${output}/${name}`;
	rmSync(pages, { recursive: true, force: true });
	mkdirSync(shots, { recursive: true });
	mkdirSync(pages, { recursive: true });
	browser = await require("playwright-core").chromium.launch({ executablePath: chromium_path, args: ["--no-sandbox", "--disable-gpu",
		"--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
		"--disable-features=Translate", "--force-color-profile=srgb"] });
}

export const browser_close = () => browser.close();

// ---- people ----

export class Person {
	// script: does the browser run it; width: of the window.
	static async come(name, { script = true, width = 1200, cookies = {} } = {}) {
		const person = new Person();

		person.name = name;
		person.width = width;
		person.script = script;
		person.context = await browser.newContext({ javaScriptEnabled: script, viewport: { width, height: 900 }, locale: "zh-CN",
			timezoneId: "Asia/Shanghai", reducedMotion: "reduce" });
		await person.context.addCookies(Object.entries(cookies).map(([key, value]) => ({ name: key, value, url: address })));
		person.page = await person.context.newPage();
		person.page.setDefaultTimeout(15000);
		person.noise = [];		// what the console complains of
		person.page.on("console", (message) => message.type() === "error" && !/status of (4|5)\d\d/.test(message.text()) && person.noise.push(message.text()));
		person.page.on("pageerror", (error) => person.noise.push(String(error)));
		person.page.on("response", (response) => {
			if (response.request().isNavigationRequest() && response.frame() === person.page.mainFrame()) {
				person.status = response.status();
				if (response.status() !== 303)
					person.source = response.text().catch(() => null);
			}
		});
		return person;
	}

	async leave() {
		await this.inspector?.context().close();
		return this.context.close();
	}

	async go(path) {
		await this.page.goto(address + path);
		return this;
	}

	path() {
		return this.page.url().slice(address.length);
	}

	words() {
		return this.page.locator("main").innerText();
	}

	async click(what) {
		const target = typeof what === "string" ? this.page.locator(what).first() : what;

		await Promise.all([this.page.waitForNavigation({ waitUntil: "load" }), target.click()]);
		return this;
	}

	// Fills the form whose address ends so, and sends it by its button (or the one named).
	async press(action, fields = {}, button = "button[type=submit]:not([name])") {
		const form = this.page.locator(`form[action$="${action}"]`).first();

		for (const [name, value] of Object.entries(fields))
			await this.put(form, name, value);
		await Promise.all([this.page.waitForNavigation({ waitUntil: "load" }), form.locator(button).first().click()]);
		return this;
	}

	async put(form, name, value) {
		const field = form.locator(`[name="${name}"]`);
		const first = field.first();
		const type = await first.getAttribute("type");

		// What lies folded is unfolded first, as people do.
		for (const folded of await form.locator(`details:not([open]):has([name="${name}"]) > summary`).all())
			await folded.click();
		if (type === "file")
			return first.setInputFiles(value);
		if (type === "radio" || type === "checkbox")
			return form.locator(`[name="${name}"][value="${value}"]`).check();
		if (await form.locator(`select[name="${name}"]`).count() > 0)
			return first.selectOption(value);
		return first.fill(value);
	}

	async sign_in(login, password = sample_password, secret = undefined) {
		await this.go("/sign-in");
		await this.press("/sign-in", { login, password });
		if (this.path().startsWith("/sign-in/second")) {
			if (clock.stands())
				clock.pass(30);
			await this.press("/sign-in/second", { code: totp(undefined, secret) });
		}
		if (this.path().startsWith("/sign-in"))
			throw new Error(`${login} is not let in: ${await this.words()}`);
		return this;
	}

	// Is what these words say on the page?
	async reads(...sentences) {
		const text = await this.words();

		for (const sentence of sentences)
			if (!text.includes(sentence))
				throw new Error(`${this.name} does not read "${sentence}" on ${this.path()}: ${text.slice(0, 800)}`);
		return this;
	}

	// ---- what is asked of every page ----

	// Where scripts of ours may look at what this person sees: the page itself, or, for one whose browser runs none,
	// the same source in a browser of the same width where only the site's script is kept out.
	async glass() {
		if (this.script)
			return this.page;
		if (this.inspector === undefined) {
			const context = await browser.newContext({ viewport: { width: this.width, height: 900 }, reducedMotion: "reduce", bypassCSP: true });

			this.inspector = await context.newPage();
			await this.inspector.route("**/*", async (route) => {
				if (route.request().isNavigationRequest())
					return route.fulfill({ contentType: "text/html; charset=utf-8", body: this.inspected });
				return route.request().resourceType() === "script" ? route.abort() : route.continue();
			});
		}
		if (this.inspected !== await this.source) {
			this.inspected = await this.source;
			await this.inspector.goto(this.page.url());
		}
		await this.inspector.setViewportSize(this.page.viewportSize());
		return this.inspector;
	}

	async axe() {
		const page = await this.glass();

		if (!await page.evaluate(() => "axe" in window))
			await page.evaluate(axe_source ??= readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
		return page.evaluate(async () => {
			// Of letters within a drawing it cannot tell the ground; a list or table beside the drawing says the same.
			// Style sheets are fetched beforehand (preload) only for rules that are not asked here.
			const found = await window.axe.run({ exclude: [[".ym-case-flow text"], [".ym-flow text"], [".ym-chart text"]] }, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"],
				resultTypes: ["violations", "incomplete"], preload: { assets: ["media"] } });
			const told = (kind, list) => list.flatMap((rule) => rule.nodes.map((node) => `${kind} ${rule.id}: ${node.target.join(" ")} ${node.any.concat(node.all, node.none)
				.map((check) => check.message).join("; ")}`));

			return told("violation", found.violations).concat(told("incomplete", found.incomplete));
		});
	}

	// What sticks out to the right: what would make people scroll sideways.
	async overflow() {
		return (await this.glass()).evaluate(() => {
			const room = document.documentElement.clientWidth;

			if (document.documentElement.scrollWidth <= room)
				return [];
			return [...document.querySelectorAll("body *")].filter((node) => node.getBoundingClientRect().right > room + 1)
				.slice(-3).map((node) => `sticks out: <${node.tagName.toLowerCase()} class="${node.className}"> to ${Math.round(node.getBoundingClientRect().right)} of ${room}`);
		});
	}

	async see(name, { status = 200 } = {}) {
		const findings = [];

		if (this.status !== status)
			findings.push(`status ${this.status}`);
		findings.push(...await this.axe());
		if (/^\s*-/.test(await this.page.title()))
			findings.push("a title of the site alone");
		if (!seen.has(name)) {
			seen.add(name);
			writeFileSync(`${pages}/${name}.html`, await this.source ?? await this.page.content());
			for (const width of process.env.YIMEN_SHOTS ? [1200, 375] : []) {
				await this.page.setViewportSize({ width, height: width > 1000 ? 900 : 700 });
				await this.page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
			}
			await this.page.setViewportSize({ width: 320, height: 700 });
			if (process.env.YIMEN_SHOTS)
				await this.page.screenshot({ path: `${shots}/${name}-320.png`, fullPage: true });
			findings.push(...await this.overflow());
			if (this.width !== 320)
				findings.push(...(await this.axe()).map((finding) => `at 320: ${finding}`));
			await this.page.setViewportSize({ width: this.width, height: 900 });
		} else
			findings.push(...await this.overflow());
		findings.push(...this.noise.splice(0).map((line) => `console: ${line}`));
		ok(findings.length === 0, `${this.name} sees ${name}${this.script ? "" : ", without script"}, at ${this.width} px`, [...new Set(findings)].slice(0, 20).join("\n"));
		return this;
	}
}

// ---- judging all pages at once ----

function run(command, args) {
	return new Promise((resolve) => execFile(command, args, { maxBuffer: 1 << 26 }, (error, stdout, stderr) => resolve({ code: error === null ? 0 : error.code ?? 1, stdout, stderr })));
}

export async function pages_judge() {
	const jar = `${source}/node_modules/vnu-jar/build/dist/vnu.jar`;

	if (!existsSync(jar))
		skip("the Nu checker", "vnu-jar is not installed");
	else {
		const { code, stderr, stdout } = await run("java", ["-Xss2m", "-jar", jar, "--errors-only", "--format", "gnu", pages]);

		ok(code === 0, `the Nu checker finds no error on ${seen.size} pages`, (stderr || stdout).split(pages).join("").split("\n").slice(0, 40).join("\n"));
	}
	const validate = `${source}/node_modules/.bin/html-validate`;

	if (!existsSync(validate))
		skip("html-validate", "it is not installed");
	else {
		const { code, stdout, stderr } = await run(process.execPath, [validate, "--config", `${source}/tests/templates/htmlvalidate.json`, "--formatter", "text", `${pages}/*.html`]);

		ok(code === 0, `html-validate is content with ${seen.size} pages`, (stdout + stderr).split(pages).join("").split("\n").slice(0, 40).join("\n"));
	}
}
