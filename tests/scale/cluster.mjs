// cluster.mjs - nodes of a Galera cluster on loopback, a second group of workers, and what can be done to them.
import { execFile, execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { promisify } from "node:util";
import { pause } from "../faults/journal.mjs";
import { build, source, stage } from "../portal/portal.mjs";

const run = promisify(execFile);
const admin = process.env.YIMEN_ADMIN;

export async function until(what, claim, patience = 60000) {
	const end = Date.now() + patience;

	for (;;) {
		const said = await claim();

		if (said)
			return said;
		if (Date.now() > end)
			throw new Error(`not in ${patience / 1000} s: ${what}`);
		await pause(100);
	}
}

// In a session of its own, its output in a log, its number in a file.
function launch(pid_file, log, command, args) {
	const out = openSync(log, "a");
	const child = spawn(command, args, { detached: true, stdio: ["ignore", out, out] });

	closeSync(out);
	child.unref();
	writeFileSync(pid_file, `${child.pid}\n`);
	return child.pid;
}

const lives = (pid) => {
	try {
		process.kill(pid, 0);
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
	} catch {
		return false;
	}
};

// ---- nodes ----

const base = 22000 + Math.floor(Math.random() * 5000) * 2;
const shared_options = /^wsrep_provider_options\s*=\s*"([^"]*)"/m.exec(readFileSync(`${source}/conf/mariadb/galera.cnf`, "utf8"))[1];

export class Node {
	constructor(name, place, names) {
		this.name = name;
		this.address = `127.0.0.${11 + place}`;		// of its own, so that one can be cut off from another
		this.port = base + 10 * place;
		this.socket = `${stage}/run/node-${name}.sock`;
		this.pid_file = `${stage}/run/node-${name}.pid`;
		this.dir = `${stage}/db-${name}`;
		this.log = `${stage}/log/node-${name}.log`;
		this.config = `${stage}/conf/node-${name}.cnf`;
		const all = names.map((_, i) => `127.0.0.${11 + i}:${base + 10 * i}`).join();

		writeFileSync(this.config, `!include ${source}/conf/mariadb/yimen.cnf
!include ${source}/conf/mariadb/galera.cnf
[mariadbd]
datadir = ${this.dir}
socket = ${this.socket}
pid_file = ${stage}/run/node-${name}-own.pid
log_error = ${this.log}
tmpdir = ${stage}/tmp
skip_networking
innodb_buffer_pool_size = 128M
innodb_log_file_size = 48M
server_id = ${place + 1}
${process.getuid() === 0 ? "user = root" : ""}
wsrep_cluster_address = gcomm://${all}
wsrep_node_name = ${name}
wsrep_node_address = ${this.address}
wsrep_sst_method = mariabackup
wsrep_sst_auth = ${admin}:
wsrep_sst_receive_address = ${this.address}:${this.port + 2}
wsrep_provider_options = "${shared_options}; gcache.size=64M; gmcast.listen_addr=tcp://${this.address}:${this.port}; ist.recv_addr=${this.address}:${this.port + 1}"
`);
	}

	pid() {
		return Number(existsSync(this.pid_file) ? readFileSync(this.pid_file, "utf8") : 0);
	}

	// What the administrator is told; throws what the server complains of.
	sql(statement, database = "mysql") {
		try {
			return execFileSync("mariadb", ["--no-defaults", `--socket=${this.socket}`, `--user=${admin}`, "--batch", "--skip-column-names",
				"--connect-timeout=2", database], { input: statement, encoding: "utf8", timeout: 8000, stdio: ["pipe", "pipe", "pipe"] }).trim();
		} catch (error) {
			throw new Error(`${this.name}: ${String(error.stderr ?? "").trim() || error.message}`);
		}
	}

	state() {
		try {
			return this.sql(`SELECT GROUP_CONCAT(VARIABLE_VALUE ORDER BY VARIABLE_NAME SEPARATOR ' ') FROM information_schema.GLOBAL_STATUS
				WHERE VARIABLE_NAME IN ('WSREP_CLUSTER_SIZE', 'WSREP_LOCAL_STATE_COMMENT')`);
		} catch {
			return "";
		}
	}

	begin(...args) {
		launch(this.pid_file, this.log, "mariadbd", [`--defaults-file=${this.config}`, ...args]);
	}

	// After a kill: where its own tables stand, "UUID:NUMBER".
	async position() {
		const log = `${stage}/log/recover-${this.name}.log`;

		rmSync(log, { force: true });
		await run("mariadbd", [`--defaults-file=${this.config}`, `--log-error=${log}`, "--wsrep-recover"], { timeout: 60000 }).catch(() => {});
		return /Recovered position:\s*(\S+)/.exec(readFileSync(log, "utf8"))?.[1] ?? "";
	}

	// As systemd's unit does it.
	async begin_again() {
		const at = await this.position();

		this.begin(...(at ? [`--wsrep-start-position=${at}`] : []));
	}

	signal(signal) {
		const pid = this.pid();

		if (lives(pid))
			process.kill(pid, signal);
	}

	async gone() {
		await until(`${this.name} ends`, () => !lives(this.pid()));
		rmSync(this.socket, { force: true });
	}

	async kill() {
		this.signal("SIGKILL");
		await this.gone();
	}

	async stop() {
		this.signal("SIGTERM");
		await this.gone();
	}

	async synced(size, patience = 90000) {
		await until(`${this.name} is one of ${size} and synced`, () => this.state() === `${size} Synced`, patience).catch((error) => {
			throw new Error(`${error.message}, but "${this.state()}"`);
		});
	}
}

// The first node with a database of its own, nothing in it yet.
export async function install(node) {
	await run("mariadb-install-db", [`--defaults-file=${stage}/conf/my.cnf`, `--datadir=${node.dir}`, "--skip-test-db",
		"--auth-root-authentication-method=socket", `--auth-root-socket-user=${admin}`, ...(process.getuid() === 0 ? ["--user=root"] : [])]);
}

// What it holds is nobody's: it joins with nothing and is given all of another node.
export function forget(node) {
	rmSync(node.dir, { recursive: true, force: true });
	mkdirSync(node.dir, { mode: 0o700 });
}

// ---- the net between nodes ----

export const has_packets = process.getuid() === 0 && (() => {
	try {
		execFileSync("iptables", ["-w", "-L", "INPUT", "-n"], { stdio: "ignore" });
		return true;
	} catch {
		return false;
	}
})();

const rules = (apart, others) => others.flatMap((other) => [[apart.address, other.address], [other.address, apart.address]]);

// Every packet between a node and the others is dropped: no error, silence.
export function part(apart, others) {
	if (has_packets)
		for (const [from, to] of rules(apart, others))
			execFileSync("iptables", ["-w", "-I", "INPUT", "-i", "lo", "-s", from, "-d", to, "-j", "DROP"]);
	else
		apart.sql("SET GLOBAL wsrep_provider_options = 'gmcast.isolate=1'");
}

export function mend(apart, others) {
	if (has_packets) {
		for (const [from, to] of rules(apart, others))
			try {
				execFileSync("iptables", ["-w", "-D", "INPUT", "-i", "lo", "-s", from, "-d", to, "-j", "DROP"], { stdio: "ignore" });
			} catch {
				// it was not there
			}
	} else
		apart.sql("SET GLOBAL wsrep_provider_options = 'gmcast.isolate=0'");
}

// ---- the second machine: sockets of its own, the database over TCP ----

// As nginx knows them.
export const programs = [...readFileSync(`${source}/conf/nginx/site.conf.in`, "utf8").matchAll(/^upstream yimen_(\w+)/gm)].map(([, name]) => name);

export class SecondMachine {
	constructor(nodes) {
		this.dir = `${stage}/two`;
		this.nodes = nodes;
		this.config = `${stage}/conf/two.conf`;
		mkdirSync(this.dir, { recursive: true });
	}

	async prepare(first_config) {
		launch(`${this.dir}/relay.pid`, `${stage}/log/two-relay.log`, process.execPath,
			[`${source}/tests/scale/relay.mjs`, ...this.nodes.flatMap(({ name, socket }) => [`${this.dir}/node-${name}.sock`, socket])]);
		writeFileSync(this.config, readFileSync(first_config, "utf8")
			.replace(/^\s*database_socket = .*$/m, `database_socket = ${this.nodes.map(({ name }) => `${this.dir}/node-${name}.sock`).join(" ")}`)
			.replace(/^\s*run_dir = .*$/m, `run_dir = ${this.dir}`));
	}

	async start() {
		for (const program of programs) {
			const socket = `${this.dir}/${program}.sock`;

			rmSync(socket, { force: true });
			launch(`${this.dir}/${program}.pid`, `${stage}/log/two-${program}.log`, `${build}/yimen-${program}`,
				["--config", this.config, "--socket", socket, "--workers", process.env.YIMEN_WORKERS ?? "4"]);
			await until(`${program} of the second machine`, () => existsSync(socket), 15000);
		}
		launch(`${this.dir}/clock.pid`, `${stage}/log/two-clock.log`, `${build}/yimen-clock`, ["--config", this.config]);
	}

	// The power goes: everything at once, children too.
	kill() {
		let killed = 0;

		for (const name of [...programs, "clock"]) {
			const pid = Number(readFileSync(`${this.dir}/${name}.pid`, "utf8"));
			const children = existsSync(`/proc/${pid}/task/${pid}/children`)
				? readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number) : [];

			for (const each of [pid, ...children])
				try {
					process.kill(each, "SIGKILL");
					killed++;
				} catch {
					// gone by itself
				}
		}
		return killed;
	}
}
