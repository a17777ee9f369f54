// galera.mjs - F9: three Galera nodes, one of them written, two groups of workers behind one nginx, and applicants who
// file without end while a node is killed, cut off, hung, stopped, all of them killed at once, or a machine of workers.
//
// The oracle is the faults' own (tests/faults/journal.mjs), asked at each node that lives; afterwards all three nodes hold
// the same rows, table by table.  The last test is the control: a node that acknowledges what it has not sent to the
// others loses it, and the oracle says so.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { Journal, config, patiently, pause, proof, stage_do } from "../faults/journal.mjs";
import { Visitor, done, expect, ok, source, stage } from "../portal/portal.mjs";
import { Node, SecondMachine, forget, has_packets, install, mend, part, programs, until } from "./cluster.mjs";

const lasting = Number(process.env.SCALE_SECONDS ?? 8) * 1000;
const logins = ["lin.xiaoyu", "zhao.yuting", "chen.guoan"];
const fine = { lost: "", doubled: "", half: "", odd: "", verify: "" };
const names = ["a", "b", "c"];
const nodes = names.map((name, place) => new Node(name, place, names));
const [a, b, c] = nodes;
const two = new SecondMachine(nodes);

// SCALE_ONLY: a pattern of names; the cluster is made in any case.
const wanted = new RegExp(process.env.SCALE_ONLY ?? "");
let made = false;

async function test(name, body) {
	if (made && !wanted.test(name))
		return;
	made = true;
	try {
		await body();
		ok(true, name);
	} catch (error) {
		ok(false, name, error.stack ?? error);
		process.exitCode = 1;
		if (!existsSync(`${stage}/two/public.sock`)) {
			done();
			process.exit(1);		// there is nothing to be tested
		}
	}
}

// ---- the stage ----

const look_at = (node) => (process.env.YIMEN_SOCKET = node.socket);

async function start_cluster() {
	writeFileSync(config, readFileSync(config, "utf8").replace(/^\s*database_socket = .*$/m, `database_socket = ${nodes.map(({ socket }) => socket).join(" ")}`));
	await install(a);
	symlinkSync(a.socket, `${stage}/run/mariadb.sock`);	// where tools/stage asks
	a.begin("--wsrep-new-cluster");
	await a.synced(1);
	execFileSync("sh", [`${source}/tools/stage`, "load", stage], { stdio: ["ignore", "ignore", "inherit"] });
	for (const node of [b, c]) {
		forget(node);
		node.begin();
		await node.synced(node === b ? 2 : 3);
	}
}

// Every program of nginx's site gets the socket of the second machine beside that of the first.
async function start_workers() {
	const site = `${stage}/conf/site.conf`;

	two.prepare(config);
	await two.start();
	writeFileSync(site, readFileSync(site, "utf8").replace(/^(upstream yimen_(\w+)\s*\{ server )(unix:\S+)(\s+max_fails=0;)/gm,
		(_, head, program, socket, tail) => `${head}${socket}${tail} server unix:${two.dir}/${program}.sock max_fails=0;`));
	for (const program of programs)
		if (!readFileSync(site, "utf8").includes(`${two.dir}/${program}.sock`))
			throw new Error(`no upstream of ${program} in ${site}`);
	await stage_do("workers");
	await stage_do("daily");
	await stage_do("web");
}

// What a beginning costs that waits for its node to have caught up, against one that does not: the least of some turns, in µs.
function cost_of_catching_up() {
	const least = [Infinity, Infinity];

	for (let turn = 0; turn < 5; turn++)
		for (const wait of [0, 1]) {
			const [began, ended] = a.sql(`SET SESSION wsrep_sync_wait = ${wait}; SELECT SYSDATE(6);${"SELECT id FROM cases LIMIT 1;".repeat(2000)}SELECT SYSDATE(6)`, "yimen")
				.split("\n").filter((line) => line.includes("-")).map((moment) => Date.parse(moment.replace(" ", "T").slice(0, 23)));

			least[wait] = Math.min(least[wait], (ended - began) / 2);
		}
	return least;
}

const requests_of = (machine) => [`${stage}/log/${machine}public.log`].map((log) => readFileSync(log, "utf8").split("event=request").length - 1)[0];

// Every row of every table, summed up, at one node.  (CHECKSUM TABLE says different things of a generated column's equal rows.)
function sums(node) {
	const columns = new Map();

	for (const line of node.sql(`SELECT TABLE_NAME, COLUMN_NAME FROM information_schema.COLUMNS JOIN information_schema.TABLES USING (TABLE_SCHEMA, TABLE_NAME)
		WHERE TABLE_SCHEMA = 'yimen' AND TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME <> 'clock_duties' ORDER BY TABLE_NAME, ORDINAL_POSITION`).split("\n")) {
		const [table, column] = line.split("\t");

		columns.set(table, [...columns.get(table) ?? [], `COALESCE(\`${column}\`, '~')`]);
	}
	return node.sql(`SET SESSION wsrep_sync_wait = 1;${[...columns].map(([table, all]) =>
		`SELECT '${table}', COUNT(*), BIT_XOR(CRC32(CONCAT_WS('|', ${all.join()}))) FROM \`${table}\`;`).join("\n")}`, "yimen");
}

async function all_equal() {
	const first = () => [sums(a), sums(b), sums(c)];
	let last = [];

	await until("the three nodes hold the same", () => (last = first(), last[0] === last[1] && last[1] === last[2]), 20000).catch(() => {
		const rows = last.map((text) => text.split("\n"));

		throw new Error(`nodes differ: ${rows[0].filter((row, i) => rows[1][i] !== row || rows[2][i] !== row).join("; ")}`);
	});
}

// ---- filing while it happens ----

// The longest time in which nothing was acknowledged.
function watch(journal) {
	let count = 0, since = Date.now(), longest = 0;
	const timer = setInterval(() => {
		const now = Date.now();

		longest = Math.max(longest, now - since);
		if (journal.filed.length !== count)
			[count, since] = [journal.filed.length, now];
	}, 10);

	return () => (clearInterval(timer), longest);
}

async function filing(body) {
	const journal = new Journal();

	await journal.start(logins);
	await until("something is filed", () => journal.filed.length > 2, 30000);
	const longest = watch(journal);

	try {
		await body(journal);
		const seen = journal.filed.length;

		await until("filing goes on", () => journal.filed.length > seen + 3, 30000);
	} finally {
		await journal.stop();
	}
	journal.pause = longest();
	return journal;
}

// strike → for as long as SCALE_SECONDS → heal → whole again; then the oracle, at every node, and node beside node.
async function under_load(id, what, strike, heal, while_struck = async () => {}) {
	const journal = await filing(async (filed) => {
		await pause(1000);
		await strike();
		const before = filed.filed.length;

		try {
			await pause(lasting);
			await while_struck(() => filed.filed.length - before);
		} finally {
			await heal();
			await Promise.all(nodes.map((node) => node.synced(3)));
		}
		await pause(3000);			// the workers go back to the first
	});

	for (const node of nodes) {
		look_at(node);
		expect(JSON.stringify(await journal.judge()), JSON.stringify(fine), `at ${node.name}, after ${journal.filed.length} submissions`);
	}
	await all_equal();
	proof(id, { test: what, load: `${journal.filed.length} submissions by ${logins.length} applicants`, faults: 1, lost: 0, double: 0, half: 0,
		worst: `${journal.worst()} ms; none acknowledged for ${journal.pause} ms` });
	console.log(`# ${id}: ${journal.filed.length} submissions, none acknowledged for ${journal.pause} ms at most, worst ${journal.worst()} ms`);
	return journal;
}

// What a node of the minority says to who reads and to who writes.
function refuses(node) {
	for (const statement of ["SELECT COUNT(*) FROM cases", "UPDATE counters SET value = value WHERE name = ''"]) {
		let said = "";

		try {
			said = `answered ${node.sql(statement, "yimen")}`;
		} catch (error) {
			said = error.message;
		}
		expect(/1047|Lock wait|not yet prepared/.test(said), true, `${node.name} must refuse "${statement}": ${said}`);
	}
}

// A node that is gone is noticed at once, one that hangs by each worker for itself.
const some = (count) => until("something is filed meanwhile", () => count() > 3, 15000);

await test("three nodes, the tables and the sample through one of them; two groups of workers", async () => {
	await start_cluster();
	look_at(a);
	await start_workers();
	await all_equal();
});

await test("F9 nothing happens: both groups answer, all write at the first node", async () => {
	const before = ["", "two-"].map(requests_of);
	const journal = await filing(() => pause(lasting));

	for (const [i, machine] of ["", "two-"].entries())
		expect(requests_of(machine) - before[i] > 10, true, `requests of group ${i + 1}`);
	for (const node of [b, c])
		expect(node.sql("SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE USER LIKE 'yimen\\_%'"), "0", `connections of ${node.name}`);
	for (const node of nodes) {
		look_at(node);
		expect(JSON.stringify(await journal.judge()), JSON.stringify(fine), `at ${node.name}`);
	}
	await all_equal();
	const [without, with_wait] = cost_of_catching_up();

	console.log(`# a statement ${without} µs, one that waits until its node has caught up ${with_wait} µs`);
	proof("F9-quiet", { test: "no fault", load: `${journal.filed.length} submissions`, faults: 0, lost: 0, double: 0, half: 0,
		worst: `${journal.worst()} ms; none acknowledged for ${journal.pause} ms` });
	console.log(`# quiet: ${journal.filed.length} submissions in ${lasting / 1000} s, worst ${journal.worst()} ms`);
});

await test("F9 the writing node is killed", () => under_load("F9-kill-writer", "kill -9 of the writing node; it comes back",
	() => a.kill(), () => a.begin_again(), some));

await test("F9 a reading node is killed", () => under_load("F9-kill-reader", "kill -9 of a reading node; it comes back",
	() => c.kill(), () => c.begin_again(), some));

await test(`F9 the writing node is cut off (${has_packets ? "packets dropped" : "isolated by its own switch: no iptables here"})`, () =>
	under_load("F9-part", "the writing node cut off from the other two", () => part(a, [b, c]), () => mend(a, [b, c]), async (count) => {
		refuses(a);
		await some(count);
	}));

await test("F9 the writing node hangs", () => under_load("F9-hang", "SIGSTOP of the writing node, then SIGCONT",
	() => a.signal("SIGSTOP"), () => a.signal("SIGCONT"), some));

await test("F9 the writing node is stopped in good order", () => under_load("F9-stop", "SIGTERM of the writing node; it comes back",
	() => a.stop(), () => a.begin_again(), some));

await test("F9 two of three are killed: the last one refuses, and goes on when they are back", () =>
	under_load("F9-two", "kill -9 of two nodes at once; they come back", () => Promise.all([b.kill(), c.kill()]),
		() => Promise.all([b.begin_again(), c.begin_again()]), async (count) => {
			refuses(a);
			const answer = await new Visitor().get("/sign-in");

			expect(answer.status, 503, "a page that asks the database");
			console.log(`# acknowledged before the others were missed: ${count()}`);
		}));

await test("F9 all three are killed at once", () => under_load("F9-all", "kill -9 of all three nodes at once; they come back",
	() => Promise.all(nodes.map((node) => node.kill())), () => Promise.all(nodes.map((node) => node.begin_again()))));

await test("a machine of workers is killed: the other one answers", () => under_load("F9-workers", "kill -9 of one of two machines of workers",
	() => two.kill(), () => two.start(), some));

// a writes for itself alone: new connections have replication off.  What it acknowledged then is at no other node.
await test("control: a node that acknowledges what no other node has loses it, and the oracle finds it", async () => {
	a.sql("SET GLOBAL wsrep_on = OFF");
	for (const id of a.sql("SELECT ID FROM information_schema.PROCESSLIST WHERE USER LIKE 'yimen\\_%'").split("\n").filter(Boolean))
		try {
			a.sql(`KILL ${id}`);
		} catch {
			// it ended by itself
		}
	const journal = await filing(() => pause(2000));

	await a.kill();
	look_at(b);
	const verdict = await journal.judge();

	expect(verdict.lost !== "", true, `filed ${journal.filed.length}, lost: ${verdict.lost}`);
	console.log(`# control: of ${journal.filed.length} acknowledged ${verdict.lost.split(", ").length} are lost`);
	forget(a);
	a.begin();
	await Promise.all(nodes.map((node) => node.synced(3)));
	await all_equal();
});
done();
