// shim.mjs - a program of the stage with tests/faults/shim.c laid before it, one child, told what is to fail.
import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, writeFileSync, writeSync } from "node:fs";
import { build, stage } from "../portal/portal.mjs";
import { config, patiently, pause, pid_of, stage_do } from "./journal.mjs";

export const kinds = { memory: 1, write: 2, sync: 3, rename: 4, open: 5, connect: 6, read: 7, leak: 8 };
export const numbers = { EINTR: 4, EIO: 5, ENOMEM: 12, EMFILE: 24, ENOSPC: 28, ECONNREFUSED: 111 };
const modes = { fail: 0, short: 1, lie: 2 };
const library = `${build}/tests/faults/shim.so`;

// Why there can be none here; "" when it can.
export function shim_lacks() {
	if (!existsSync(library))
		return "tests/faults/shim.so is not built";
	if (/lib[at]san/.test(execFileSync("ldd", [`${build}/yimen-public`]).toString()))
		return "a sanitizer has its own memory";
	return "";
}

const runs = (pid) => {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
};

async function ended(program) {
	const pid = pid_of(program);

	if (runs(pid))
		process.kill(pid, "SIGTERM");
	while (runs(pid))
		await pause(20);
	rmSync(`${stage}/run/${program}.pid`, { force: true });
	rmSync(`${stage}/run/${program}.sock`, { force: true });
}

export class Shim {
	constructor(program) {
		this.program = program;
		this.path = `${stage}/run/${program}.shim`;
	}

	async start({ workers = 1 } = {}) {
		const settings = `${stage}/conf/${this.program}.shim.conf`;

		const env = { ...process.env, LD_PRELOAD: library, YIMEN_SHIM: this.path };

		delete env.YIMEN_STRICT;		// as in production: no page is drawn twice
		// The moment itself and not a file that holds it: reading the test's clock must not be what fails.
		writeFileSync(settings, readFileSync(config, "utf8").replace(/^(\s*fixed_now\s*=).*$/m, (line, key) => `${key} ${readFileSync(`${stage}/now`, "utf8").trim()}`));
		writeFileSync(this.path, Buffer.alloc(32));
		this.file = openSync(this.path, "r+");
		await ended(this.program);
		const log = openSync(`${stage}/log/${this.program}.log`, "a");
		const child = spawn(`${build}/yimen-${this.program}`, ["--config", settings, "--socket", `${stage}/run/${this.program}.sock`, "--workers", String(workers)],
			{ env, stdio: ["ignore", log, log], detached: true });

		closeSync(log);
		child.unref();
		writeFileSync(`${stage}/run/${this.program}.pid`, `${child.pid}\n`);
		await patiently(async () => {
			if (!existsSync(`${stage}/run/${this.program}.sock`))
				throw new Error(`yimen-${this.program} does not start under the shim`);
		}, 10000);
		return this;
	}

	// As the stage had it.
	async stop() {
		await ended(this.program);
		closeSync(this.file);
		rmSync(this.path);
		await stage_do("workers");
	}

	// The k-th call of a kind from now on; 0 counts only.
	arm(kind, at = 0, { number = "ENOMEM", mode = "fail", always = false } = {}) {
		const words = Int32Array.of(kinds[kind], at, numbers[number], modes[mode], 0, 0, always ? 1 : 0, 0);

		writeSync(this.file, Buffer.from(words.buffer), 0, 32, 0);
	}

	disarm() {
		const said = this.said();

		writeSync(this.file, Buffer.alloc(32), 0, 32, 0);
		return said;
	}

	said() {
		const bytes = Buffer.alloc(32);

		readSync(this.file, bytes, 0, 32, 0);
		return { count: bytes.readInt32LE(16), hits: bytes.readInt32LE(20) };
	}

	children() {
		return execFileSync("ps", ["-o", "pid=", "--ppid", readFileSync(`${stage}/run/${this.program}.pid`, "utf8").trim()])
			.toString().trim().split(/\s+/).filter(Boolean).map(Number);
	}
}
