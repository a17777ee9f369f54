// cut_power.mjs - F3: the power is cut while applicants file: database and files lie on an ext4 that is shut down without a flush.
//
// Controls: a database that does not flush at each commit loses what was acknowledged; a program that does not fsync
// loses files.  What the controls ruin lies on a disk of their own and is thrown away.
import { execFileSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { done, expect, skip, stage, test } from "../portal/portal.mjs";
import { Disk, disk_lacks } from "./disk.mjs";
import { Journal, children_of, patiently, pause, pid_of, programs, proof, seconds, stage_do } from "./journal.mjs";
import { Shim, shim_lacks } from "./shim.mjs";

const lasting = seconds(20) * 1000;
const logins = ["lin.xiaoyu", "zhao.yuting", "chen.guoan"];
const fine = { lost: "", doubled: "", half: "", odd: "", verify: "" };
const settings = `${stage}/conf/my.cnf`, was = readFileSync(settings, "utf8");
const lacks = disk_lacks();

const dead = (pid) => {
	try {
		process.kill(pid, "SIGKILL");
	} catch {
		// it had ended
	}
};

// The database of the stage on a disk of its own, with room for what is filed.
async function on_disk(name) {
	await stage_do("stop");
	const used = Number(execFileSync("du", ["-sm", `${stage}/db`]).toString().split("\t")[0]);
	const disk = new Disk(name, used + 400);

	disk.take("db");
	disk.take("uploads");
	await started();
	return disk;
}

async function started() {
	await stage_do("database");
	await stage_do("workers");
	await stage_do("web");
}

// All that runs ends in the same moment, and what was not on the disk is gone.
async function power_cut(disk) {
	disk.cut();
	for (const program of programs()) {
		const master = pid_of(program), children = children_of(master);

		dead(master);
		children.forEach(dead);
	}
	dead(pid_of("mariadb"));
	await pause(300);
	await patiently(async () => disk.unmount(), 10000);
	disk.mount();		// the file system's own log is read
}

async function ended(disk) {
	await stage_do("stop");
	disk.end();
	writeFileSync(settings, was);
	await started();
}

if (lacks !== "")
	skip("F3 the power is cut", lacks);
else {
	await test("F3 the power cut again and again: nothing lost, nothing double, nothing half, files included", async () => {
		const disk = await on_disk("power");
		const journal = new Journal();
		let cuts = 0, worst_start = 0;

		try {
			await journal.start(logins);
			for (const end = Date.now() + lasting; Date.now() < end || cuts < 2;) {
				await pause(1500 + Math.random() * 2500);
				await power_cut(disk);
				const began = Date.now();

				await started();
				worst_start = Math.max(worst_start, Date.now() - began);
				cuts++;
			}
			await pause(1000);
			await journal.stop();
			const verdict = await journal.judge();

			console.log(`# ${cuts} cuts, ${journal.filed.length} submissions; ready again after ${worst_start} ms at the latest`);
			proof("F3", { test: "power cut: ext4 shut down without a flush", load: `${journal.filed.length} submissions by three applicants`, faults: cuts,
				lost: verdict.lost || 0, double: verdict.doubled || 0, half: verdict.half || 0, worst: `${journal.worst()} ms` });
			expect(journal.filed.length > 3 * cuts, true, `${journal.filed.length} filed`);
			expect(JSON.stringify(verdict), JSON.stringify(fine), `after ${cuts} cuts and ${journal.filed.length} submissions`);
		} finally {
			journal.going = false;
			await ended(disk);
		}
	});

	// Until the oracle finds it: what is lost depends on the moment.
	const finds = async (name, shimmed, found) => {
		const disk = await on_disk(name);
		let said = "";

		try {
			for (let turn = 0; turn < 4 && said === ""; turn++) {
				const shim = shimmed ? await new Shim("public").start({ workers: 4 }) : null;
				const journal = new Journal();

				shim?.arm("sync", 1, { mode: "lie", always: true });
				await journal.start(logins);
				journal.drivers.forEach((driver) => driver.catch(() => {}));
				await patiently(async () => expect(journal.filed.length > 5, true, "filed"), 20000);
				for (const n = journal.filed.length; journal.filed.length === n;)
					await pause(5);		// the moment after an acknowledgement
				journal.going = false;
				await power_cut(disk);
				await started();
				said = found(await journal.judge());
			}
		} finally {
			await ended(disk);
		}
		return said;
	};

	await test("control: a database that does not flush at each commit loses what was acknowledged", async () => {
		appendFileSync(settings, "innodb_flush_log_at_trx_commit = 0\nsync_binlog = 0\n");
		const said = await finds("flush", false, ({ lost }) => lost);

		expect(said !== "", true, "lost and found missing");
		console.log(`# lost: ${said.slice(0, 200)}`);
	});
	if (shim_lacks() !== "")
		skip("control: files without fsync", shim_lacks());
	else
		await test("control: a program that does not fsync loses files", async () => {
			const said = await finds("fsync", true, ({ half }) => half.split(", ").filter((each) => each.endsWith(" file")).join());

			expect(said !== "", true, "found half");
			console.log(`# half: ${said.slice(0, 200)}`);
		});
}
done();
process.exit(process.exitCode ?? 0);
