// commit.mjs - a database that takes a COMMIT and never answers; and one that never got it.
//
// The public program is led to its database through a relay that forgets.  In
// both cases the visitor gets one true answer: the nonce, looked up on a new
// connection, tells whether it happened.  Nothing is done twice, nothing lost.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import net from "node:net";
import { Visitor, done, ok, signed_in, sql, stage } from "../portal/portal.mjs";

const relay_socket = `${stage}/run/relay.sock`;
const settings = `${stage}/conf/yimen.conf`;
const was = readFileSync(settings, "utf8");
const master = Number(readFileSync(`${stage}/run/public.pid`, "utf8"));
let forget = "nothing";			// "the answer", "the question": once
let forgotten = 0;

const relay = net.createServer((client) => {
	const server = net.connect(process.env.YIMEN_SOCKET);
	let writes = false, mute = false;

	const part = () => (client.destroy(), server.destroy());
	client.on("data", (piece) => {
		writes ||= piece.includes("START TRANSACTION READ WRITE");
		if (writes && forget !== "nothing" && piece.includes("\x03COMMIT")) {
			if (forget === "the answer") {
				mute = true;
				server.write(piece);
			}
			forget = "nothing";
			forgotten++;
			setTimeout(part, 200);
			return;
		}
		server.write(piece);
	});
	server.on("data", (piece) => mute || client.write(piece));
	for (const end of [client, server])
		end.on("error", part).on("close", part);
});

const moment = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function renew() {
	process.kill(master, "SIGHUP");
	await moment(3000);
}

async function start_of_an_application(visitor, items) {
	for (let code = items.pop(); code !== undefined; code = items.pop()) {
		const page = await visitor.get(`/items/${code}/apply`);

		if (page.status === 200 && page.body.includes(`action="/items/${code}/apply"`))
			return visitor.form_on(page, "/apply");
	}
	throw new Error("no item left to apply for");
}

rmSync(relay_socket, { force: true });
await new Promise((resolve) => relay.listen(relay_socket, resolve));
writeFileSync(settings, `${was.replace(/^\s*database_socket.*$/m, "")}\ndatabase_socket = ${relay_socket}\n`);
try {
	await renew();
	const visitor = await signed_in("lin.xiaoyu");
	const items = sql("SELECT DISTINCT item_code FROM item_versions WHERE state = 'published' AND online_depth <> 'none'")
		.split("\n");

	for (const what of ["nothing", "the answer", "the question"]) {
		const form = await start_of_an_application(visitor, items);
		const before = Number(sql("SELECT COUNT(*) FROM cases"));

		forget = what;
		forgotten = 0;
		const first = await visitor.post(form.action, form.fields);
		const second = await visitor.post(form.action, form.fields);

		ok(forgotten === (what === "nothing" ? 0 : 1) && first.status === 303 && second.status === 303 &&
			first.location === second.location && Number(sql("SELECT COUNT(*) FROM cases")) === before + 1,
		`a commit of which ${what} is forgotten is done once, with one answer`);
	}
} finally {
	writeFileSync(settings, was);
	await renew();
	relay.close();
	rmSync(relay_socket, { force: true });
}
done();
process.exit(process.exitCode ?? 0);
