// portal.mjs - a portal under test, and people who visit it over real HTTP.
//
// The stage (tools/stage) names the portal by YIMEN_ADDRESS, its folder by
// YIMEN_STAGE, its database by YIMEN_SOCKET and YIMEN_ADMIN.  A visitor keeps
// cookies and nothing else, follows no redirect by itself, and sends bytes as
// they are: what a browser would forbid, a test must be able to do.
import { createHmac, randomBytes } from "node:crypto";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import http from "node:http";

export const address = process.env.YIMEN_ADDRESS ?? "http://127.0.0.1:8080";
export const stage = process.env.YIMEN_STAGE ?? "var/demo";
export const source = process.env.YIMEN_SOURCE ?? ".";
export const build = process.env.YIMEN_BUILD ?? source;
export const data = process.env.YIMEN_DATA ?? "../shared/data";
export const sample_password = "yimen-sample";
const sample_secret = "PFUW2ZLOEBZWC3LQNRSSA43FMNZGK5BB";

// ---- the test's clock ----

// China's civil time, as the file of the clock holds it.
const clock_file = `${stage}/now`;

export const clock = {
	stands: () => existsSync(clock_file),
	// Milliseconds since 1970, as the portal counts.
	now: () => clock.stands() ? Date.parse(`${readFileSync(clock_file, "utf8").trim().replace(" ", "T")}+08:00`) : Date.now(),
	set(moment) {
		writeFileSync(clock_file, `${moment}\n`);
	},
	pass(seconds) {
		const at = new Date(clock.now() + seconds * 1000 + 8 * 3600 * 1000);

		clock.set(at.toISOString().slice(0, 19).replace("T", " "));
	},
	today: () => new Date(clock.now() + 8 * 3600 * 1000).toISOString().slice(0, 10),
};

// ---- the database, as its administrator sees it ----

// As it lies there: personal numbers are sealed.
export function sql_as_is(statement) {
	return execFileSync("mariadb", ["--no-defaults", `--socket=${process.env.YIMEN_SOCKET}`,
		`--user=${process.env.YIMEN_ADMIN}`, "--batch", "--skip-column-names", "yimen"],
	{ input: statement, encoding: "utf8" }).trim();
}

// blind_number('…') and blind_phone('…') become what they are in the database, sealed texts what they say (tests/sql/sealed.c).
const unsealed = (text) => !/~\d+~|\bblind_(number|phone)\('/.test(text) ? text :
	execFileSync(`${build}/tests/sql/sealed`, [`${stage}/conf/seal`], { input: text, encoding: "utf8" });

export const sql = (statement) => unsealed(sql_as_is(unsealed(statement)));

export const sql_rows = (statement) => {
	const text = sql(statement);

	return text === "" ? [] : text.split("\n").map((line) => line.split("\t"));
};

// ---- second factor ----

const base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

function base32_bytes(text) {
	const bytes = [];
	let bits = 0, value = 0;

	for (const letter of text) {
		value = (value << 5) | base32.indexOf(letter);
		if ((bits += 5) >= 8)
			bytes.push((value >> (bits -= 8)) & 0xff);
	}
	return Buffer.from(bytes);
}

// RFC 6238, of the sample's secret.
export function totp(seconds = Math.floor(clock.now() / 1000), secret = sample_secret) {
	const counter = Buffer.alloc(8);

	counter.writeBigUInt64BE(BigInt(Math.floor(seconds / 30)));
	const mac = createHmac("sha1", base32_bytes(secret)).update(counter).digest();
	const at = mac[19] & 0xf;

	return String((mac.readUInt32BE(at) & 0x7fffffff) % 1000000).padStart(6, "0");
}

// ---- HTML, as far as tests must read it ----

const entities = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", "#39": "'", nbsp: "\u00a0" };

export const unescape = (text) => text.replace(/&(#x[0-9a-f]+|#\d+|\w+);/gi, (whole, name) => {
	if (entities[name] !== undefined)
		return entities[name];
	if (name.startsWith("#x"))
		return String.fromCodePoint(parseInt(name.slice(2), 16));
	if (name.startsWith("#"))
		return String.fromCodePoint(Number(name.slice(1)));
	return whole;
});

// The words of a page without its markup.
export const words_of = (html) => unescape(html.replace(/<(script|style)[\s\S]*?<\/\1>/g, "")
	.replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();

export function attributes_of(tag) {
	const found = {};

	for (const [, name, , bare, quoted] of tag.matchAll(/([a-zA-Z-]+)(=("([^"]*)"|[^\s>]*))?/g))
		found[name.toLowerCase()] = unescape(quoted ?? bare ?? "");
	return found;
}

// The forms of a page: { action, method, fields: { name: value }, controls: [ { name, type, … } ] }.
export function forms_of(html) {
	return [...html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, head, body]) => {
		const form = { action: "", method: "get", fields: {}, controls: [], ...attributes_of(head) };

		for (const [, kind, tag] of body.matchAll(/<(input|textarea|select|button)\b([^>]*)>/g)) {
			const control = { tag: kind, type: kind === "input" ? "text" : kind, ...attributes_of(tag) };

			if (control.name === undefined || control.name === "")
				continue;
			form.controls.push(control);
			if (control.type === "hidden" || (kind === "input" && !["checkbox", "radio", "submit", "file"].includes(control.type)) ||
			    (["checkbox", "radio"].includes(control.type) && "checked" in control))
				form.fields[control.name] = control.value ?? "";
		}
		for (const [, tag, text] of body.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g))
			form.fields[attributes_of(tag).name] = unescape(text).replace(/^\n/, "");
		return form;
	});
}

// ---- visitors ----

let agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
let heard = Date.now();			// when an answer came

// nginx closes what rests for ten seconds; a test that waits for a program to end (execFileSync) does not hear of it, and would
// post into a connection that is gone.
function connections() {
	if (Date.now() - heard > 4000 && Object.keys(agent.sockets).length === 0) {
		agent.destroy();
		agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
	}
	return agent;
}

export class Visitor {
	constructor(name = "nobody") {
		this.name = name;
		this.cookies = new Map();
		this.seen = null;		// the last answer
	}

	// One request; resolves to { status, headers, body, location }.
	send(method, path, { body = null, type = null, headers = {} } = {}) {
		// A body that is refused unread ends its connection: it gets one of its own.
		const of = body !== null && Buffer.byteLength(body) > 100000 ? false : connections();

		const url = new URL(address);
		const all = { host: url.host, ...headers };

		if (this.cookies.size > 0 && all.cookie === undefined)
			all.cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
		if (type !== null)
			all["content-type"] = type;
		if (body !== null && all["content-length"] === undefined && all["transfer-encoding"] === undefined)
			all["content-length"] = Buffer.byteLength(body);
		return new Promise((resolve, reject) => {
			const request = http.request({ host: url.hostname, port: url.port, method, path, headers: all, agent: of, timeout: 40000 },
				(answer) => {
					const pieces = [];

					answer.on("data", (piece) => pieces.push(piece));
					answer.on("aborted", () => reject(new Error(`${method} ${path}: the answer was cut`)));
					answer.on("end", () => {
						heard = Date.now();
						this.keep_cookies(answer.headers["set-cookie"] ?? []);
						this.seen = { status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(pieces),
							body: Buffer.concat(pieces).toString("utf8"), location: answer.headers.location ?? "", path };
						resolve(this.seen);
					});
				});

			request.on("error", reject);
			request.on("timeout", () => request.destroy(new Error(`${method} ${path}: no answer in 40 s`)));
			if (body !== null)
				request.write(body);
			request.end();
		});
	}

	keep_cookies(lines) {
		for (const line of lines) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);

			if (/;\s*Max-Age=0/i.test(line))
				this.cookies.delete(name);
			else
				this.cookies.set(name, value);
		}
	}

	get(path, options = {}) {
		return this.send("GET", path, options);
	}

	// fields: an object, an array of pairs, or the body itself.
	post(path, fields = {}, options = {}) {
		const body = typeof fields === "string" ? fields : new URLSearchParams(fields).toString();

		return this.send("POST", path, { body, type: "application/x-www-form-urlencoded", ...options });
	}

	// files: [ { field, name, type, content } ]
	post_files(path, fields, files, options = {}) {
		const boundary = "----test7MA4YWxkTrZu0gW";
		const pieces = [];

		for (const [name, value] of Object.entries(fields))
			pieces.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`));
		for (const file of files)
			pieces.push(Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\n` +
				`Content-Type: ${file.type ?? "application/octet-stream"}\r\n\r\n`), Buffer.from(file.content), Buffer.from("\r\n"));
		pieces.push(Buffer.from(`--${boundary}--\r\n`));
		return this.send("POST", path, { body: Buffer.concat(pieces), type: `multipart/form-data; boundary=${boundary}`, ...options });
	}

	// Follows redirects by GET until a page.
	async follow(answer = this.seen) {
		for (let i = 0; i < 8 && answer.status === 303; i++)
			answer = await this.get(answer.location);
		return answer;
	}

	// The form of a page that posts to an address (a pattern or its end); opens the page first.
	async form(path, action = null) {
		const page = await this.get(path);

		if (page.status !== 200)
			throw new Error(`${this.name}: GET ${path}: ${page.status} ${page.location}`);
		return this.form_on(page, action);
	}

	form_on(page, action = null) {
		const found = forms_of(page.body).find((form) => form.method.toLowerCase() === "post" && (action === null ? !form.action.endsWith("/sign-out") :
			action instanceof RegExp ? action.test(form.action) : form.action.endsWith(action)));

		if (found === undefined)
			throw new Error(`${this.name}: no form ${action ?? ""} on ${page.path}`);
		return { ...found, action: found.action === "" ? page.path : found.action };
	}

	// Opens the page, fills its form, posts it.
	async fill(path, fields, { action = null, files = null } = {}) {
		const form = await this.form(path, action);
		const all = { ...form.fields, ...fields };

		return files === null ? this.post(form.action, all) : this.post_files(form.action, all, files);
	}

	// A form token that is right for this visitor, from any page with a form.
	async token() {
		for (const path of ["/sign-in", "/password", "/"]) {
			const page = await this.get(path);
			const found = page.status === 200 && forms_of(page.body).find((form) => (form.fields.token ?? "") !== "");

			if (found)
				return found.fields.token;
		}
		throw new Error(`${this.name}: no form token anywhere`);
	}

	// The password; staff owe the second factor then.
	async give_password(login, password = sample_password) {
		const answer = await this.fill("/sign-in", { login, password }, { action: /^\/sign-in/ });

		if (answer.status !== 303)
			throw new Error(`${login} is not let in: ${answer.status} ${words_of(answer.body).slice(0, 200)}`);
		return answer;
	}

	// A code is good once: time passes to the next.
	async give_code(page, secret) {
		if (clock.stands())
			clock.pass(30);
		const answer = await this.fill(page, { code: totp(undefined, secret) }, { action: /^\/sign-in/ });

		if (answer.status !== 303)
			throw new Error(`${this.name}: the code is refused: ${answer.status}`);
		return answer;
	}

	async sign_in(login, password = sample_password, secret = undefined) {
		const answer = await this.give_password(login, password);

		this.name = login;
		return answer.location.startsWith("/sign-in/second") ? this.give_code(answer.location, secret) : answer;
	}
}

export async function signed_in(login, password, secret) {
	const visitor = new Visitor(login);

	await visitor.sign_in(login, password, secret);
	return visitor;
}

export const random_hex = (bytes) => randomBytes(bytes).toString("hex");

// What differs between two answers to the same question: request, nonce, token, moment.
export const same_page = (body) => body
	.replace(/name="(nonce|token)" value="[0-9a-f]*"/g, 'name="$1"')
	.replace(/value="[0-9a-f]*" name="(nonce|token)"/g, 'name="$1"')
	.replace(/\b[0-9a-f]{12}\b/g, "REQUEST");

// ---- TAP ----

let reported = 0;

export function ok(passed, name, why = "") {
	reported++;
	console.log(`${passed ? "ok" : "not ok"} ${reported} - ${name.replace(/[#\n]/g, " ")}`);
	if (!passed && why !== "")
		console.log(String(why).replace(/^/gm, "    # "));
	return passed;
}

export function skip(name, why) {
	reported++;
	console.log(`ok ${reported} - ${name} # SKIP ${why}`);
}

// Runs a test; what it throws is why it failed.
export async function test(name, body) {
	try {
		await body();
		ok(true, name);
	} catch (error) {
		ok(false, name, error.stack ?? error);
	}
}

export function expect(what, wanted, sentence) {
	if (what !== wanted)
		throw new Error(`${sentence}: ${what}, not ${wanted}`);
}

export function done() {
	console.log(`1..${reported}`);
	agent.destroy();
}
